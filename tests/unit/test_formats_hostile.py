"""Files that are empty, broken, foreign or harmful: one line that says what is wrong and what to do."""

from __future__ import annotations

import io
import json
import os
import resource
import zipfile
import zlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loaders.formats import confined, read_bytes, read_file
from loaders.layout import lay_out
from loaders.text import Document, UnreadableFile
from tests.unit import made_files as made

BODY = "가나 차관보는 5.11.(목) 서울에서 열린 회의에 참석하였다."
PDF, HWP, HWPX = made.pdf(BODY), made.hwp(BODY), made.hwpx(BODY, cells=("가", "나"))
MADE = {
    "pdf": PDF,
    "hwp": HWP,
    "hwpx": HWPX,
    "html": made.page(BODY, BODY),
    "markdown": made.markdown("A talk", BODY, "**Bold** [link](https://example.org) <sup>th</sup>"),
    "api-item": made.api_item("회의", BODY),
    "plain": f"보도자료\n\n□ {BODY}\n".encode(),
}


def archive(members: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as made_archive:
        for name, data in members.items():
            made_archive.writestr(name, data)
    return packed.getvalue()


def inflating(size: int) -> bytes:
    """`size` zero bytes, packed as in HWP."""
    packer = zlib.compressobj(9, wbits=-15)
    return b"".join(packer.compress(bytes(10_000_000)) for _ in range(size // 10_000_000)) + packer.flush()


ENTITIES = '<!DOCTYPE x [<!ENTITY a "가가가가가가가가가가">' + "".join(
    f'<!ENTITY {b} "{f"&{a};" * 20}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)
FOREIGN = {
    "empty": (b"", "empty"),
    "blank": (b" \n\t\r\n ", "empty"),
    "binary": (bytes(range(256)) * 40, "binary|encoding"),
    "zeros": (bytes(10_000), "binary|encoding|no text"),
    "picture": (b"\x89PNG\r\n\x1a\n" + bytes(100), "OCR"),
    "rtf": (b"{\\rtf1 text}", "RTF"),
    "gzip": (b"\x1f\x8b\x08" + bytes(50), "unpack"),
    "old-hwp": (b"HWP Document File V3.00 \x1a" + bytes(100), "version 3"),
    "old-office": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), "Office"),
    "word": (archive({"word/document.xml": b"<w/>"}), "Word"),
    "archive": (archive({"a.txt": b"text"}), "archive"),
    "scan": (made.scanned_pdf(), "OCR"),
    "locked-hwp": (made.hwp(BODY, properties=3), "encrypted"),
    "locked-hwpx": (
        made.hwpx(BODY, extra={"META-INF/manifest.xml": b"<m><encryption-data/></m>"}),
        "encrypted",
    ),
    "cut-pdf": (PDF[: len(PDF) // 3], "damaged|no text"),
    "cut-hwp": (HWP[:700], "cut short"),
    "cut-hwpx": (HWPX[:-60], "damaged"),
    "no-text-hwpx": (made.hwpx(), "no text"),
    "json": (b'{"a": [1, 2', "JSON"),
    "json-without-item": (b'{"a": 1}', "item"),
    "json-deep": (b'{"a":' * 100_000, "JSON"),
    "page-without-text": (
        b"<html><head><title></title></head><body><script>x</script></body></html>",
        "without text",
    ),
}


@pytest.mark.parametrize("name", FOREIGN)
def test_foreign_file_is_an_error_in_one_line(name):
    data, message = FOREIGN[name]
    with pytest.raises(UnreadableFile, match=message) as error:
        read_bytes(data, f"{name}.txt")
    assert "\n" not in str(error.value)
    assert ";" in str(error.value), "the message says what is wrong; what to do"


def test_the_next_file_is_read_after_a_bad_one():
    for data, _ in FOREIGN.values():
        with pytest.raises(UnreadableFile):
            read_bytes(data, "a")
    assert read_bytes(PDF, "a").text == BODY


def test_encrypted_pdf():
    from fpdf import FPDF

    locked = FPDF()
    locked.set_encryption(owner_password="owner", user_password="user")
    locked.add_page()
    with pytest.raises(UnreadableFile, match="encrypted"):
        read_bytes(bytes(locked.output()), "a.pdf")


def test_missing_file_and_folder(tmp_path):
    with pytest.raises(UnreadableFile, match="no such file"):
        read_file(tmp_path / "none.txt")
    with pytest.raises(UnreadableFile, match="no such file"):
        read_file(tmp_path)


def test_file_of_100_megabytes_is_not_even_opened(tmp_path):
    path = tmp_path / "huge.txt"
    with path.open("wb") as huge:
        huge.truncate(100_000_000)
    with pytest.raises(UnreadableFile, match="too large"):
        read_file(path)


def test_entities_in_hwpx_do_not_expand():
    body = f"<hp:p><hp:run><hp:t>앞 &i; 뒤 {BODY}</hp:t></hp:run></hp:p>"
    assert _read_or_refuse(made.hwpx_of(made.section(body, doctype=ENTITIES + "]>"))) < 1000


def test_entities_that_point_outside_are_not_followed(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("비밀번호")
    doctype = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'
    body = f"<hp:p><hp:run><hp:t>&e; {BODY}</hp:t></hp:run></hp:p>"
    for data in (
        made.hwpx_of(made.section(body, doctype=doctype)),
        f"<html>{doctype}<body><p>&e; {BODY}</p></body></html>".encode(),
    ):
        try:
            assert "비밀번호" not in read_bytes(data, "a").text
        except UnreadableFile:
            continue


def test_archive_that_unpacks_to_too_much():
    with pytest.raises(UnreadableFile, match="unpacks"):
        read_bytes(made.hwpx(BODY, extra={"BinData/image1.bmp": bytes(250_000_000)}), "a")


def test_section_that_inflates_without_end():
    with pytest.raises(UnreadableFile, match=r"memory|longer|broke|damaged"):
        read_bytes(made.hwp(section_data=inflating(1_000_000_000)), "a")
    assert read_bytes(HWP, "a").text == BODY


def test_archive_that_lies_about_its_sizes():
    bomb = made.hwpx_of(made.section("<hp:p><hp:run><hp:t>" + "가" * 5_000_000 + "</hp:t></hp:run></hp:p>"))
    lying = bomb.replace((15_000_000).to_bytes(4, "little"), (100).to_bytes(4, "little"))
    _read_or_refuse(lying)


def test_parser_that_hangs_is_ended(monkeypatch, tmp_path):
    confined.stop()
    monkeypatch.setattr(confined, "_SECONDS", 0.3)
    stuck = tmp_path / "loaders" / "formats"
    stuck.mkdir(parents=True)
    (stuck / "worker.py").write_text("import time\ntime.sleep(60)\n")
    monkeypatch.setattr(confined, "_ROOT", tmp_path)
    with pytest.raises(UnreadableFile, match="longer than"):
        read_bytes(PDF, "a")
    monkeypatch.undo()
    assert read_bytes(PDF, "a").text == BODY


def test_parser_that_dies_is_replaced(monkeypatch, tmp_path):
    confined.stop()
    dying = tmp_path / "loaders" / "formats"
    dying.mkdir(parents=True)
    (dying / "worker.py").write_text("import os\nos.abort()\n")
    monkeypatch.setattr(confined, "_ROOT", tmp_path)
    with pytest.raises(UnreadableFile, match="broke down"):
        read_bytes(PDF, "a")
    monkeypatch.undo()
    assert read_bytes(PDF, "a").text == BODY


LONG = {
    "one line": "The ministers met in Jakarta and agreed to work together. " * 170_000,
    "one word": "a" * 10_000_000,
    "one Korean line": "장관들은 자카르타에서 만나 협력하기로 하였다. " * 260_000,
    "one syllable": "가" * 3_000_000,
    "short lines": "가\n" * 290_000,
    "blanks": " \n" * 2_000_000 + "가",
    "stars": "* " * 5_000_000,
    "brackets": "[" * 5_000_000 + "](" * 2_000_000,
    "open tags": "<a" * 5_000_000,
    "pictures": "![" * 5_000_000,
    "front matter without end": "---\ntitle: a\n" + "b: c\n" * 290_000,
    "lines without end": "가\n" * 3_000_000,
    "contact without end": "담당자 : " + "가나다 (02-2100-0000) " * 400_000,
    "dashes": "-" * 10_000_000,
    "digits": "+1 " + "1" * 10_000_000,
    "brace": "{" * 10_000_000,
    "nested tags": "<html><body>" + "<div>" * 59_000 + "글",
    "list items": "<html><body><ol>" + "<li>글" * 59_000,
    "cells": "<html><body><table><tr>" + "<td>글" * 59_000,
}


@pytest.mark.parametrize("name", LONG)
@pytest.mark.parametrize("ending", ["txt", "md"])
def test_long_text_is_read_or_refused_within_the_bounds(name, ending):
    """What grows faster than the text (a pattern that goes back, a search for each line) would not end here."""
    _read_or_refuse(LONG[name].encode(), f"a.{ending}")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("ministers met " * 700_000, "one line has 9.8 million characters"),
        (("ministers met " * 70 + "\n") * 10_000, "the text has 9.8 million characters"),
        ("가" * 1_000_001, "one line has 1.0 million"),
    ],
)
def test_what_is_longer_than_any_release_is_refused_with_what_to_do(text, said):
    with pytest.raises(UnreadableFile, match=said):
        read_bytes(text.encode(), "a.txt")
    assert read_bytes(("ministers met\n" * 70_000).encode(), "a.txt").text


@pytest.mark.parametrize("kind", MADE)
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_damaged_files_are_read_or_refused(kind, data):
    """Bytes changed, cut out, doubled or cut off, in a file of each format."""
    damaged = bytearray(MADE[kind])
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, max(0, len(damaged) - 1)))
        length = data.draw(st.integers(1, 40))
        change = data.draw(st.sampled_from(["set", "cut", "double", "end", "insert"]))
        if change == "set":
            damaged[at : at + length] = data.draw(st.binary(min_size=length, max_size=length))
        elif change == "cut":
            del damaged[at : at + length]
        elif change == "double":
            damaged[at:at] = damaged[at : at + length]
        elif change == "insert":
            damaged[at:at] = data.draw(
                st.sampled_from([b"\0" * 9, b"\xff\xfe", b"<!--", b"](", "담당자:".encode(), b"\r"])
            )
        else:
            del damaged[max(1, at) :]
    _read_or_refuse(bytes(damaged))


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data):
    _read_or_refuse(data)


@settings(max_examples=100, deadline=None)
@given(
    st.recursive(
        st.none() | st.booleans() | st.text(max_size=9),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.sampled_from(["title", "content", "items", "updt_date"]), inner, max_size=4)
        ),
        max_leaves=12,
    )
)
def test_any_json_is_read_or_refused(value):
    _read_or_refuse(json.dumps({"data": value}).encode())


def test_memory_of_reading_stays_bounded():
    """The reader's process is limited to 500 MB; this process must not need more for the text alone."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    read_bytes((("장관들은 자카르타에서 만나 협력하기로 하였다. " * 30 + "\n") * 7_000).encode(), "a.txt")
    assert (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024 < 500


def test_nothing_is_left_behind(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for data in MADE.values():
        read_bytes(data, "a")
    assert os.listdir(tmp_path) == []
    assert not list(Path(tmp_path).iterdir())


def _read_or_refuse(data: bytes, name: str = "a.md") -> int:
    """Characters of text after layout, or of the error; anything else that is raised fails the test."""
    try:
        document = lay_out(read_bytes(data, name))
    except UnreadableFile as error:
        message = str(error)
        if "\n" in message:
            raise
        return len(message)
    assert isinstance(document, Document)
    return len(document.text)
