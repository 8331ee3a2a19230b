"""`python -m loaders check`: every fault has file, line, field, rule and cure; 0 where all is sound."""

from __future__ import annotations

import argparse
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from loaders import check
from loaders.reference import DATA, Row
from tests.unit.ledger_factory import REFERENCE, data_folder, entries, meeting, release


def run(folder: Path) -> int:
    parser = argparse.ArgumentParser()
    check.add_arguments(parser)
    return check.run(parser.parse_args([str(folder)]))


def faults(**changed: Any) -> list[tuple[str, int, str]]:
    """File, line and field of what is wrong once some reference files are changed."""
    found = check.reference_faults(
        replace(REFERENCE, **{"meeting_merges": []} | changed), entries(release(meeting()))
    )
    return [(fault.file, fault.line, fault.field) for fault in found]


def test_the_shipped_data_is_sound(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(DATA) == 0
    assert "972 releases, 588 meetings, 370 people" in capsys.readouterr().out


def test_data_is_what_is_checked_when_nothing_is_said() -> None:
    parser = argparse.ArgumentParser()
    check.add_arguments(parser)
    assert parser.parse_args([]).directory == DATA


def test_every_fault_is_told_with_its_cure_and_the_status_is_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = release(meeting(start="2023-02-30"), topics=["nonsense"])
    (data_folder(tmp_path, release(meeting()), "{", broken) / "reference").unlink()
    assert run(tmp_path) == 1
    said = capsys.readouterr().out
    assert "2023.jsonl, line 2, (whole line): a line is one JSON object" in said
    assert (
        'line 3, meeting.start: a date is YYYY-MM-DD, YYYY-MM or YYYY and in the calendar, found "2023-02-30"'
        in said
    )
    assert 'line 3, topics[0]: a code is listed in data/reference/topics.csv, found "nonsense"' in said
    assert "add the new one to that file" in said


def test_a_folder_of_ledger_files_is_checked_against_the_shipped_reference(tmp_path: Path) -> None:
    data_folder(tmp_path, release(meeting()))
    shutil.move(tmp_path / "ledger" / "2023.jsonl", tmp_path / "mine.jsonl")
    (tmp_path / "ledger").rmdir()
    assert run(tmp_path) == 1  # the decisions on meetings name releases that are not in it


def test_a_folder_without_a_ledger_says_what_to_give(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path) == 1
    assert "no ledger here" in capsys.readouterr().err


def test_a_reference_file_without_its_header_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = data_folder(tmp_path, release(meeting()))
    (folder / "reference").unlink()
    shutil.copytree(DATA / "reference", folder / "reference")
    (folder / "reference" / "people.csv").write_text("person_id,name\nx,X\n")
    assert run(folder) == 1
    assert "people.csv, line 1: no column name_en, name_ko, affiliation" in capsys.readouterr().out


def test_the_reference_files_are_sound() -> None:
    assert faults() == []


@pytest.mark.parametrize(
    ("name", "row", "field"),
    [
        ("countries", {"code": "KOR", "kind": "country", "name_en": "Korea", "name_ko": "한국"}, "code"),
        (
            "people",
            {"person_id": "to-lam", "name_en": "X", "name_ko": None, "affiliation": "VNM"},
            "person_id",
        ),
        ("people", {"person_id": "x", "name_en": "X", "name_ko": None, "affiliation": "XXX"}, "affiliation"),
        ("people_aliases", {"person_id": "nobody", "alias": "N", "reason": "short"}, "person_id"),
        ("people_aliases", {"person_id": "to-lam", "alias": "T. Lam", "reason": None}, "reason"),
        ("people_aliases", {"person_id": "to-lam", "alias": "Phạm Minh Chính", "reason": "wrong"}, "alias"),
        ("people_aliases", {"person_id": "to-lam", "alias": "LAM TO", "reason": "order"}, "alias"),
    ],
)
def test_a_wrong_row_is_named_by_its_line(name: str, row: Row, field: str) -> None:
    rows = [*getattr(REFERENCE, name), row]
    assert faults(**{name: rows}) == [(f"{name}.csv", len(rows) + 1, field)]


def test_one_short_name_may_mean_two_people_of_two_countries() -> None:
    row: Row = {
        "person_id": "han-duck-soo",
        "alias": "Lee",
        "reason": "near miss: Lee is known for Singapore",
    }
    assert faults(people_aliases=[*REFERENCE.people_aliases, row]) == []


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"date": "2021-02-30"}, "date"),
        ({"level": "supreme"}, "level"),
        ({"status": "dreamt"}, "status"),
        ({"parties": ("ASEAN", "XXX")}, "parties"),
        ({"parties": ("ASEAN",)}, "parties"),
        ({"source_url": "somewhere"}, "source_url"),
    ],
)
def test_a_wrong_step_is_named_by_its_line(change: dict[str, Any], field: str) -> None:
    steps = [*REFERENCE.steps[:3], replace(REFERENCE.steps[3], **change)]
    assert faults(steps=steps) == [("partnership_steps.jsonl", 4, field)]


def test_decisions_on_meetings_name_two_releases_of_the_ledger_once_with_a_reason() -> None:
    known, other = release(meeting()), release(meeting())
    row: Row = {
        "release_a": known["source_url"],
        "release_b": other["source_url"],
        "decision": "same",
        "reason": "seen",
    }

    def told(*rows: Row) -> list[tuple[int, str]]:
        reference = replace(REFERENCE, meeting_merges=list(rows))
        return [
            (fault.line, fault.field) for fault in check.reference_faults(reference, entries(known, other))
        ]

    assert told(row) == []
    assert told(row | {"decision": "perhaps", "reason": None}) == [(2, "decision"), (2, "reason")]
    assert told(row | {"release_b": "https://example.org/unknown"}) == [(2, "release_b")]
    assert told(row, row | {"decision": "different"}) == [(3, "release_b")]
