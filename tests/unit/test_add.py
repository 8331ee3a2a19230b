"""`add`: what is read is checked and appended once; what is not sound is left out and said."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from loaders.add import add_releases
from loaders.reference import DATA
from loaders.word_counts import load_counts

RELEASE = """---
date: '2023-07-13'
source_url: https://www.whitehouse.gov/briefing-room/2023/07/13/asean-rok/
title: ASEAN-ROK Post Ministerial Conference
---

The Foreign Ministers of ASEAN and the Republic of Korea met in Jakarta, Indonesia, on 13 July 2023 at the ASEAN-ROK
Post Ministerial Conference. They spoke of supply chains and of cyber security, and again of supply chains.
"""


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    shutil.copytree(DATA / "reference", tmp_path / "reference")
    (tmp_path / "ledger").mkdir()
    return tmp_path


@pytest.fixture
def release(tmp_path: Path) -> Path:
    path = tmp_path / "release.md"
    path.write_text(RELEASE, encoding="utf8")
    return path


def ledger_text(data_dir: Path) -> str:
    return "".join(path.read_text("utf8") for path in (data_dir / "ledger").glob("*.jsonl"))


def test_a_release_enters_with_its_figures_and_without_its_text(data_dir: Path, release: Path) -> None:
    added, problems = add_releases([release], data_dir)
    assert not problems
    assert [record["coded_by"] for record in added] == ["extractor"]
    stored = json.loads((data_dir / "ledger" / "2023.jsonl").read_text("utf8"))
    assert stored["source_url"] == "https://www.whitehouse.gov/briefing-room/2023/07/13/asean-rok/"
    assert stored["topic_mentions"]["supply-chains"] == 2
    assert stored["n_chars"] > 100
    assert "They spoke of" not in ledger_text(data_dir)
    counts = load_counts(data_dir).set_index("word")["n"]
    assert counts["supply"] == 2


def test_a_release_is_added_once(data_dir: Path, release: Path) -> None:
    add_releases([release], data_dir)
    before = ledger_text(data_dir)
    added, problems = add_releases([release], data_dir)
    assert not added
    assert "is in the ledger already (2023.jsonl, line 1)" in problems[0]
    assert ledger_text(data_dir) == before


def test_an_unreadable_file_is_said_and_the_others_still_come(
    data_dir: Path, release: Path, tmp_path: Path
) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("")
    added, problems = add_releases([empty, release], data_dir)
    assert len(added) == 1
    assert problems[0].startswith(str(empty))


def test_a_ledger_with_a_broken_line_is_left_alone(data_dir: Path, release: Path) -> None:
    broken = data_dir / "ledger" / "2023.jsonl"
    broken.write_text("{not json\n", encoding="utf8")
    added, problems = add_releases([release], data_dir)
    assert not added
    assert "broken lines" in problems[0]
    assert broken.read_text("utf8") == "{not json\n"


def test_a_release_that_does_not_say_who_published_it_is_left_out(data_dir: Path, tmp_path: Path) -> None:
    path = tmp_path / "nobody.md"
    path.write_text(RELEASE.replace("www.whitehouse.gov", "example.org"), encoding="utf8")
    added, problems = add_releases([path], data_dir)
    assert not added
    assert "issuer" in problems[0]
    assert not ledger_text(data_dir)
