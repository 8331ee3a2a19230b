"""`python -m loaders check [DIR]`: is every record and every reference file in data/ sound?

Every fault is named with file, line, field, rule and cure; the checking goes on after each.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from loaders.cluster import release_of
from loaders.ledger import read_ledger
from loaders.partial_dates import first_day
from loaders.people import name_key
from loaders.record import Entry, Fault, release_id, vocabulary
from loaders.reference import DATA, Reference, Row, load_reference
from loaders.schema import STEP_LEVELS, STEP_STATUSES, TableError
from loaders.tables import build_tables


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `check`."""
    parser.add_argument(
        "directory",
        nargs="?",
        type=Path,
        default=DATA,
        metavar="DIR",
        help="a data folder (ledger/ and reference/), or a folder of ledger files; data/ if left out",
    )


def run(arguments: argparse.Namespace) -> int:
    """Print every fault, or the counts of a sound folder. 1 where there is a fault, else 0."""
    folder = arguments.directory
    ledger = folder / "ledger" if (folder / "ledger").is_dir() else folder
    if not any(ledger.glob("*.jsonl")):
        print(f"{folder}: no ledger here; give a data folder or a folder of .jsonl files", file=sys.stderr)
        return 1
    try:
        reference = load_reference(folder if (folder / "reference").is_dir() else DATA)
    except (ValueError, OSError) as error:
        print(error)
        return 1
    entries, faults = read_ledger(ledger, reference)
    faults += reference_faults(reference, entries)
    for fault in faults:
        print(in_words(fault))
    if faults:
        lines = len({(fault.file, fault.line) for fault in faults})
        print(f"{len(faults)} faults in {lines} lines; {len(entries)} sound records")
        return 1
    try:
        tables = build_tables(entries, reference)
    except TableError as error:
        print(error)
        return 1
    print(
        f"{len(tables.releases)} releases, {len(tables.meetings)} meetings, {len(tables.people)} people, "
        f"{len(tables.partnership_steps)} statements on partnership steps: all sound"
    )
    return 0


def in_words(fault: Fault) -> str:
    """One fault as two lines for a person: where and what; what to do."""
    value = f", found {fault.value}" if fault.value else ""
    return f"{fault.file}, line {fault.line}, {fault.field}: {fault.rule}{value}\n    {fault.cure}"


def reference_faults(reference: Reference, entries: Iterable[Entry]) -> list[Fault]:
    """What is wrong in the reference files: unknown codes, keys given twice, aliases that name two
    people, broken steps."""
    known = vocabulary(reference)
    return [
        *_twice("countries.csv", reference.countries, "code"),
        *_twice("series.csv", reference.series, "series"),
        *_twice("topics.csv", reference.topics, "code"),
        *_twice("people.csv", reference.people, "person_id"),
        *_unknown("series.csv", reference.series, "partner", known["countries"]),
        *_unknown("people.csv", reference.people, "affiliation", known["countries"]),
        *_aliases(reference),
        *_merges(reference, {release_id(entry.record) for entry in entries}),
        *_steps(reference, known["countries"]),
    ]


def _numbered(rows: Iterable[Row]) -> Iterator[tuple[int, Row]]:
    return enumerate(rows, start=2)  # line 1 is the header


def _twice(file: str, rows: list[Row], column: str) -> Iterator[Fault]:
    seen: dict[str | None, int] = {}
    for line, row in _numbered(rows):
        if row[column] is None or row[column] in seen:
            rule = f"each row has its own {column}"
            cure = (
                f"it stands on line {seen[row[column]]} too; keep one"
                if row[column] in seen
                else "fill it in"
            )
            yield Fault(file, line, column, rule, row[column] or "", cure)
        seen.setdefault(row[column], line)


def _unknown(file: str, rows: list[Row], column: str, known: frozenset[str]) -> Iterator[Fault]:
    for line, row in _numbered(rows):
        if row[column] is not None and row[column] not in known:
            rule = "a code is listed in data/reference/countries.csv"
            yield Fault(file, line, column, rule, row[column] or "", "use a listed code or add it there")


def _aliases(reference: Reference) -> Iterator[Fault]:
    file = "people_aliases.csv"
    home = {row["person_id"]: row["affiliation"] for row in reference.people}
    owner: dict[tuple[str, str | None], str | None] = {}
    for row in reference.people:
        for name in (row["name_en"], row["name_ko"]):
            if name:
                owner[name_key(name), row["affiliation"]] = row["person_id"]
    for line, row in _numbered(reference.people_aliases):
        if row["person_id"] not in home:
            yield Fault(
                file,
                line,
                "person_id",
                "a person is listed in people.csv",
                row["person_id"] or "",
                "add the person",
            )
            continue
        if not row["alias"] or not row["reason"]:
            yield Fault(
                file,
                line,
                "reason",
                "an alias has its reason",
                row["alias"] or "",
                "fill in alias and reason",
            )
            continue
        key = (name_key(row["alias"]), home[row["person_id"]])
        if key in owner:
            rule = "a spelling is given once and names one person of a country"
            cure = (
                f"it names {owner[key]} already (case, accents and order of names do not matter); remove one"
            )
            yield Fault(file, line, "alias", rule, row["alias"], cure)
        owner.setdefault(key, row["person_id"])


def _merges(reference: Reference, releases: set[str]) -> Iterator[Fault]:
    file = "meeting_merges.csv"
    seen: set[frozenset[str]] = set()
    for line, row in _numbered(reference.meeting_merges):
        for side in ("release_a", "release_b"):
            if release_of(row[side]) not in releases:
                yield Fault(
                    file,
                    line,
                    side,
                    "a release is in the ledger",
                    row[side] or "",
                    "give its address as it stands there",
                )
        if row["decision"] not in ("same", "different"):
            yield Fault(
                file,
                line,
                "decision",
                "a decision is same or different",
                row["decision"] or "",
                "write one of them",
            )
        if not row["reason"]:
            yield Fault(file, line, "reason", "a decision has its reason", "", "say why in a few words")
        pair = frozenset(release_of(row[side]) for side in ("release_a", "release_b"))
        if pair in seen or len(pair) < 2:
            yield Fault(
                file,
                line,
                "release_b",
                "a pair of two releases is decided once",
                row["release_b"] or "",
                "remove it",
            )
        seen.add(pair)


def _steps(reference: Reference, parties: frozenset[str]) -> Iterator[Fault]:
    file = "partnership_steps.jsonl"
    for step in reference.steps:
        for party in step.parties:
            if party not in parties:
                rule = "a code is listed in data/reference/countries.csv"
                yield Fault(file, step.line, "parties", rule, party, "use a listed code or add it there")
        if len(step.parties) < 2:
            yield Fault(file, step.line, "parties", "a step has two parties", str(step.parties), "name both")
        if step.level not in STEP_LEVELS:
            yield Fault(
                file,
                step.line,
                "level",
                f"a level is one of {', '.join(STEP_LEVELS)}",
                step.level,
                "use one of them",
            )
        if step.status not in STEP_STATUSES:
            rule = f"a status is one of {', '.join(STEP_STATUSES)}"
            yield Fault(file, step.line, "status", rule, step.status, "use one of them")
        try:
            first_day(step.date)
        except ValueError:
            rule = "a date is YYYY-MM-DD, YYYY-MM or YYYY and in the calendar"
            yield Fault(
                file, step.line, "date", rule, step.date, "write it as exactly as the source gives it"
            )
        if not step.source_url.startswith(("http://", "https://")):
            yield Fault(
                file,
                step.line,
                "source_url",
                "a step has its source",
                step.source_url,
                "give the full address",
            )
