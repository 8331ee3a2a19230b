"""The ledger: what a record may hold, what is set aside and how that is told, the one layout of its files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from loaders.ledger import file_name, line_of, read_ledger, write_ledger
from loaders.partial_dates import first_day, last_day
from loaders.record import faults_of, release_id, vocabulary, year_of
from loaders.reference import DATA
from tests.unit.ledger_factory import REFERENCE, meeting, person, release

KNOWN = vocabulary(REFERENCE)
LEDGER = DATA / "ledger"


def faults(record: Any) -> list[tuple[str, str]]:
    return [(fault.field, fault.rule) for fault in faults_of(record, KNOWN)]


def test_a_plain_record_is_sound() -> None:
    assert faults(release(meeting())) == []


def test_a_release_about_no_meeting_without_address_or_dates_is_sound() -> None:
    assert faults(release(None, source_url=None, label_ko=None)) == []


def test_what_only_a_counted_release_has_is_sound() -> None:
    counted = release(
        meeting(),
        meetings=[
            meeting() | {"status": "held", "principal": True},
            meeting(start="2024-10") | {"status": "planned"},
        ],
        topics=["digital"],
        topic_mentions={"digital": 3},
        unnamed_participants=[
            {"title": "Deputy Secretary-General", "affiliation": "ASEC", "role": "attendee"}
        ],
        country_roles=[{"country": "LAO", "role": "asean-chair", "partner": None, "year": 2024}],
        initiatives=[{"name": "An Initiative", "name_ko": None, "acronym": "AI", "lead": None}],
        evidence=[{"fact": "topics[0]", "start": 10, "end": 17, "rule": "digital"}],
        coded_by="extractor",
        n_chars=1200,
        file="/home/someone/release.txt",
    )
    assert faults(counted) == []


@pytest.mark.parametrize(
    ("change", "field", "rule"),
    [
        (
            {"published": "2023-02-30"},
            "published",
            "a date is YYYY-MM-DD, YYYY-MM or YYYY and in the calendar",
        ),
        ({"published": "2023-02"}, "published", "a date is YYYY-MM-DD and in the calendar"),
        (
            {"published": "0001-01-01"},
            "published",
            "a date is YYYY-MM-DD, YYYY-MM or YYYY and in the calendar",
        ),
        ({"published": 20230228}, "published", "Input should be a valid string"),
        ({"topics": ["digital", "dijital"]}, "topics[1]", "a code is listed in data/reference/topics.csv"),
        ({"delegations": ["XXX"]}, "delegations[0]", "a code is listed in data/reference/countries.csv"),
        ({"headcount": "40"}, "headcount", "Input should be a valid integer"),
        ({"headcount": float("nan")}, "headcount", "Input should be a valid integer"),
        ({"headcount": True}, "headcount", "Input should be a valid integer"),
        ({"label": "<script>alert(1)</script>"}, "label", "plain text has no markup"),
        ({"label": "a\x00b"}, "label", "plain text has no control characters"),
        ({"label": "a\u202eb"}, "label", "plain text has no control characters"),
        ({"label": ""}, "label", "String should have at least 1 character"),
        ({"label": "x" * 100_000}, "label", "String should have at most 400 characters"),
        (
            {"source_url": "javascript:alert(1)"},
            "source_url",
            "an address begins with http:// or https:// and has no spaces",
        ),
        (
            {"issuer_kind": "ministry"},
            "issuer_kind",
            "the value is 'government', 'intergovernmental' or 'news'",
        ),
        ({"language": "Korean {0}"}, "language", "a language is two small letters, such as ko"),
        ({"lable": "28th"}, "lable", "the codebook has no such field"),
        ({"meeting": []}, "meeting", "this is a JSON object"),
    ],
)
def test_a_broken_rule_names_its_field(change: dict[str, Any], field: str, rule: str) -> None:
    assert faults(release(meeting()) | change) == [(field, rule)]


def test_a_meeting_does_not_end_before_it_starts_but_may_end_the_same_day() -> None:
    backwards = release(meeting(start="2023-05-16", end="2023-05-15"))
    assert faults(backwards) == [("meeting", "a meeting does not end before it starts")]
    assert faults(release(meeting(start="2023-05-16", end="2023-05-16"))) == []


def test_a_series_that_nobody_listed_is_named_inside_its_meeting() -> None:
    assert faults(release(meeting("asean-mars-summit"))) == [
        ("meeting.series", "a code is listed in data/reference/series.csv")
    ]


def test_a_participant_has_a_name_in_one_language() -> None:
    assert faults(release(meeting(), participants=[person(None, name_ko="홍길동")])) == []
    assert faults(release(meeting(), participants=[person(None)])) == [
        ("participants[0]", "a participant has a name or a Korean name")
    ]


@pytest.mark.parametrize("record", [None, 7, "text", [], {}])
def test_what_is_no_record_at_all_has_faults_and_does_not_crash(record: Any) -> None:
    assert faults(record)


def test_every_fault_of_a_record_is_found_not_only_the_first() -> None:
    assert len(faults(release(meeting(), published="never", topics=["x"], headcount=-1))) == 3


def test_broken_lines_are_set_aside_and_the_rest_goes_on(tmp_path: Path) -> None:
    sound, other = release(meeting()), release(meeting(start="2023-06-01"))
    lines = [
        line_of(sound).encode(),
        b'{"source_url": "https://example.org/half',
        b"\xff\xfe not UTF-8",
        b"[" * 100_000,
        b"",
        line_of(release(meeting()) | {"topics": ["nonsense"]}).encode(),
        line_of(other).encode(),
    ]
    (tmp_path / "2023.jsonl").write_bytes(b"\n".join(lines))
    entries, found = read_ledger(tmp_path, REFERENCE)
    assert [entry.line for entry in entries] == [1, 7]
    assert [entry.record for entry in entries] == [sound, other]
    assert [(fault.file, fault.line, fault.field) for fault in found] == [
        ("2023.jsonl", 2, "(whole line)"),
        ("2023.jsonl", 3, "(whole line)"),
        ("2023.jsonl", 4, "(whole line)"),
        ("2023.jsonl", 6, "topics[0]"),
    ]
    assert found[3].value == '"nonsense"'
    assert all(fault.cure for fault in found)


def test_an_address_stands_once_the_second_is_set_aside_and_says_where_the_first_is(tmp_path: Path) -> None:
    first, again = release(meeting()), release(meeting(start="2023-07-01"))
    again["source_url"] = first["source_url"]
    (tmp_path / "2022.jsonl").write_text(line_of(first) + "\n")
    (tmp_path / "2023.jsonl").write_text(line_of(again) + "\n")
    entries, found = read_ledger(tmp_path, REFERENCE)
    assert [entry.record for entry in entries] == [first]
    assert [(fault.file, fault.field) for fault in found] == [("2023.jsonl", "source_url")]
    assert "2022.jsonl, line 1" in found[0].rule


def test_two_releases_without_address_are_two_unless_issuer_day_and_label_are_the_same() -> None:
    nameless = release(meeting(), source_url=None, published="2023-05-17")
    assert release_id(nameless) == release_id(nameless | {"note": "another note"})
    assert release_id(nameless) != release_id(nameless | {"label": "Another label"})


def test_dates_as_exact_as_they_are_given() -> None:
    assert [first_day(text).isoformat() for text in ("2024", "2024-02", "2024-02-29")] == [
        "2024-01-01",
        "2024-02-01",
        "2024-02-29",
    ]
    assert [last_day(text).isoformat() for text in ("2024", "2024-02", "2023-12", "2024-02-29")] == [
        "2024-12-31",
        "2024-02-29",
        "2023-12-31",
        "2024-02-29",
    ]
    for text in ("2024-2-9", "24-02-29", "2023-02-29", "2024-02-29T00:00", ""):
        with pytest.raises(ValueError, match=r"date|day"):
            first_day(text)


@pytest.mark.parametrize(
    ("fields", "year"),
    [
        ({"held": meeting(start="2022-12-31"), "published": "2023-01-02"}, 2022),
        ({"held": meeting(start=None), "published": "2023-01-02"}, 2023),
        ({"held": meeting(start=None), "label": "Consultations 2022"}, 2022),
        ({"held": meeting(start=None), "note": "2023; counted from the 28th (2021)"}, 2023),
        ({"held": meeting(start=None), "note": "since 1995"}, None),
    ],
)
def test_the_year_of_a_release(fields: dict[str, Any], year: int | None) -> None:
    held = fields.pop("held")
    assert year_of(release(held, **fields)) == year


def test_a_record_without_any_year_has_a_file_too() -> None:
    assert file_name(release(meeting(start=None))) == "undated.jsonl"
    assert file_name(release(meeting(start="2024-01-01"))) == "2024.jsonl"


# --- the shipped ledger ---


def shipped_lines() -> list[tuple[Path, str]]:
    return [(path, line) for path in sorted(LEDGER.glob("*.jsonl")) for line in path.read_text().splitlines()]


def test_every_shipped_line_is_a_sound_record() -> None:
    entries, found = read_ledger(LEDGER, REFERENCE)
    assert found == []
    assert len(entries) == len(shipped_lines()) == 972


def test_shipped_files_have_the_one_layout(tmp_path: Path) -> None:
    entries, _ = read_ledger(LEDGER, REFERENCE)
    written = write_ledger(tmp_path, [entry.record for entry in entries])
    assert [path.name for path in written] == sorted(path.name for path in LEDGER.glob("*.jsonl"))
    for path in written:
        assert path.read_text() == (LEDGER / path.name).read_text(), (
            f"{path.name}: rewrite it with write_ledger"
        )


def test_a_file_read_from_this_machine_is_never_written() -> None:
    assert "someone" not in line_of(release(meeting(), file="/home/someone/release.txt"))


def test_no_contact_person_and_no_telephone_number_is_stored() -> None:
    text = "".join(line for _, line in shipped_lines())
    assert "천의진" not in text
    assert "박사무엘" not in text
    assert "02-2100" not in text


def test_the_release_without_address_says_where_it_is_from() -> None:
    nameless = [record for _, line in shipped_lines() if not (record := json.loads(line))["source_url"]]
    assert [record["label"] for record in nameless] == ["28th ASEAN-ROK Dialogue"]
    assert "address not known" in nameless[0]["note"]
    assert nameless[0]["coverage"] == "full"


SHARED = Path(__file__).resolve().parents[3] / "shared" / "ledger" / "releases.jsonl"


@pytest.mark.skipif(
    not SHARED.exists(), reason=f"{SHARED} is not here: only there can every source row be compared"
)
def test_every_row_of_the_source_is_in_the_ledger_unchanged() -> None:
    source = {row["source_url"]: row for row in map(json.loads, SHARED.read_text().splitlines())}
    held = {row["source_url"]: row for _, line in shipped_lines() if (row := json.loads(line))["source_url"]}
    assert len(source) == 845
    read_here = [address for address in held if held[address].get("coded_by") == "extractor"]
    assert {address: row for address, row in held.items() if address not in read_here} == source
