"""Gold labels parse, speak the codebook's vocabulary and keep one layout, so that a diff shows facts only."""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
GOLD = ROOT / "tests" / "gold"
LABELS = sorted(GOLD.rglob("*.json"))
LEVELS = {"dialogue", "sectoral-dialogue", "development", "strategic", "csp", "other"}
STATUSES = {"established", "agreed-in-principle", "proposed", "in-progress", "reaffirmed"}
ROLES = {"chair", "co-chair", "head-of-delegation", "attendee", "counterpart"}

Label = dict[str, Any]


def column(table: str, name: str) -> set[str]:
    with (ROOT / "data" / "reference" / f"{table}.csv").open(encoding="utf-8", newline="") as rows:
        return {row[name] for row in csv.DictReader(rows)}


TOPICS = column("topics", "code")
SERIES = column("series", "series")
PARTIES = column("countries", "code")


def faults(label: Label) -> Iterator[str]:
    """Each code in a label that the codebook does not know, as `field: value`."""

    def unknown(field: str, values: list[str], known: set[str]) -> Iterator[str]:
        yield from (f"{field}: {value}" for value in values if value not in known)

    def both(field: str) -> list[Any]:
        return [*label.get(field, []), *label.get(f"{field}_debatable", [])]

    yield from unknown("topics", both("topics"), TOPICS)
    yield from unknown("delegations", both("delegations"), PARTIES)
    for meeting in both("meetings"):
        yield from unknown("series", [meeting["series"]], SERIES)
        yield from unknown("meeting status", [meeting["status"]], {"held", "planned"})
        yield from unknown("meeting parties", meeting.get("parties", []), PARTIES)
    for event in both("partnership_events"):
        yield from unknown("event parties", event["parties"], PARTIES)
        yield from unknown("event level", [event["level"]], LEVELS)
        yield from unknown("event status", [event["status"]], STATUSES)
        if event["parties"] != sorted(event["parties"]):
            yield f"event parties not sorted: {event['parties']}"
    for person in [*both("participants"), *label.get("unnamed_participants", [])]:
        yield from unknown("affiliation", [person["affiliation"]], PARTIES)
        yield from unknown("role", [person["role"]], ROLES)
    if len([m for m in label["meetings"] if m["principal"]]) > 1:
        yield "more than one principal meeting"


def read(path: Path) -> Label:
    label: Label = json.loads(path.read_text(encoding="utf-8"))
    return label


def test_labels_are_found_in_both_languages() -> None:
    found = Counter((path.parent.name, "held_out" in path.parts) for path in LABELS)
    assert all(found[language, held_out] for language in ("en", "ko") for held_out in (False, True)), found


@pytest.mark.parametrize("path", LABELS, ids=lambda path: str(path.relative_to(GOLD)))
def test_label_uses_known_codes(path: Path) -> None:
    assert list(faults(read(path))) == []


@pytest.mark.parametrize("path", LABELS, ids=lambda path: str(path.relative_to(GOLD)))
def test_label_keeps_the_layout(path: Path) -> None:
    written = path.read_text(encoding="utf-8")
    wanted = json.dumps(json.loads(written), indent=1, ensure_ascii=False) + "\n"
    assert written == wanted, f"{path.name}: rewrite it with json.dumps(label, indent=1, ensure_ascii=False)"


def test_no_text_is_labelled_twice_or_in_both_halves() -> None:
    texts = Counter(read(path)["text"] for path in LABELS)
    assert [text for text, times in texts.items() if times > 1] == []


def test_unknown_codes_are_named() -> None:
    label = read(next(path for path in LABELS if read(path)["partnership_events"]))
    label["topics"] = ["climate", "weather"]
    label["partnership_events"][0]["parties"] = ["USA", "ASEAN"]
    assert list(faults(label)) == ["topics: weather", "event parties not sorted: ['USA', 'ASEAN']"]
