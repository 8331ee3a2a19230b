"""Small sound records for tests, all invented: give what matters, the rest is filled in."""

from __future__ import annotations

from itertools import count
from pathlib import Path
from typing import Any

from loaders.ledger import line_of
from loaders.record import Entry
from loaders.reference import DATA, Reference, load_reference

REFERENCE: Reference = load_reference(DATA)
_numbers = count(1)


def meeting(
    series: str = "asean-rok-dialogue", start: str | None = "2023-05-16", **fields: Any
) -> dict[str, Any]:
    sides = ["ASEAN", "KOR"] if series.startswith("asean-") else ["KOR", "VNM"]
    return {
        "series": series,
        "ordinal": None,
        "start": start,
        "end": start,
        "city": None,
        "country": None,
        "mode": None,
        "level": None,
        "parties": sides,
    } | fields


def person(name: str | None, affiliation: str | None = "KOR", name_ko: str | None = None) -> dict[str, Any]:
    return {
        "name": name,
        "name_ko": name_ko,
        "title": "Minister",
        "affiliation": affiliation,
        "role": "attendee",
    }


def release(held: dict[str, Any] | None = None, **fields: Any) -> dict[str, Any]:
    return {
        "source_url": f"https://example.org/release/{next(_numbers)}",
        "issuer": "MOFA-KR",
        "issuer_kind": "government",
        "language": "en",
        "published": None,
        "coverage": "opening",
        "label": "A meeting",
        "label_ko": "어떤 회의",
        "meeting": held,
        "participants": [],
        "delegations": [],
        "headcount": None,
        "topics": [],
        "partnership_events": [],
        "note": None,
    } | fields


def entries(*records: dict[str, Any]) -> list[Entry]:
    return [Entry(record, "2023.jsonl", line) for line, record in enumerate(records, start=1)]


def data_folder(root: Path, *lines: str | dict[str, Any]) -> Path:
    """A data folder with the shipped reference files and one ledger file of the given lines or records."""
    (root / "ledger").mkdir()
    (root / "reference").symlink_to(DATA / "reference")
    text = "\n".join(line if isinstance(line, str) else line_of(line) for line in lines)
    (root / "ledger" / "2023.jsonl").write_text(text + "\n", encoding="utf-8")
    return root
