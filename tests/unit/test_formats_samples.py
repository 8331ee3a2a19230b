"""Real HWP and HWPX files, where they are to hand (they are not part of the repository)."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.formats import read_file
from loaders.layout import lay_out
from loaders.text import UnreadableFile

SAMPLES = Path(__file__).resolve().parents[3] / "shared" / "samples"
FILES = sorted(SAMPLES.glob("*/*.hwp*"))
# Drawings, empty tables, form fields or page headers alone.
WITHOUT_TEXT = {
    *(
        "blank.hwp",
        "changing-image.hwp",
        "ole.hwp",
        "testFile_error_20240305_2022.hwpx",
        "testFile_tool_blank.hwpx",
    ),
    *(
        f"testFile_reader_writer_{name}.hwpx"
        for name in (
            *(
                "HeaderFooter",
                "SimpleComboBox",
                "SimpleConnectLine",
                "SimpleCurve",
                "SimpleEdit",
                "SimpleOLE",
            ),
            *("SimplePolygon", "SimpleVideo"),
        )
    ),
}

if not SAMPLES.is_dir():
    pytest.skip(f"real samples are not to hand ({SAMPLES} is missing)", allow_module_level=True)


def test_the_samples_are_there():
    assert len(FILES) == 31


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_sample_gives_text_or_a_clear_error(path):
    if path.name in WITHOUT_TEXT:
        with pytest.raises(UnreadableFile, match="no text"):
            read_file(path)
        return
    source = read_file(path)
    assert source.format == path.suffix[1:]
    assert lay_out(source).text.strip()


def test_real_release_gives_header_title_and_body_without_its_contacts():
    document = lay_out(read_file(SAMPLES / "hwpx" / "testFile_error_20241104_mot.hwpx"))
    parts = [paragraph.part for paragraph in document.paragraphs]
    assert parts[:4] == ["header", "header", "title", "subtitle"]
    assert "body" in parts
    assert "044-" not in document.text
    assert "담당" not in document.text


def test_distributed_document_gives_its_text_not_the_notice_for_old_readers():
    text = read_file(SAMPLES / "hwp" / "distribution.hwp").text
    assert "배포용 문서" not in text
    assert len(text) > 2000
