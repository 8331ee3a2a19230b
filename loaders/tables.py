"""Records and steps to tidy tables: one row a thing, one column a fact, no lists in cells.

Dates are datetime64 (the first day where only a month or year is known, with its `precision`), codes are
categoricals, missing is missing. Every table is checked against its schema before it is handed out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from itertools import combinations
from pathlib import Path
from typing import Any

import pandas as pd

from loaders import claims, schema
from loaders.labels import label_en, label_ko
from loaders.ledger import read_ledger
from loaders.people import People
from loaders.reconcile import Conflict, Meeting, reconcile
from loaders.record import Entry, Fault, first_day, last_day, release_id, year_of
from loaders.reference import DATA, Reference, Row, Step, load_reference, ordered

Rows = list[dict[str, Any]]


@dataclass(frozen=True)
class Tables:
    """All tables.

    The columns of each stand in loaders/schema.py; the last three are the reference files as they are.
    """

    releases: pd.DataFrame
    meetings: pd.DataFrame
    release_meetings: pd.DataFrame
    meeting_parties: pd.DataFrame
    participants: pd.DataFrame
    people: pd.DataFrame
    attendance: pd.DataFrame
    topics: pd.DataFrame
    partnership_steps: pd.DataFrame
    partnership_claims: pd.DataFrame
    country_roles: pd.DataFrame
    initiatives: pd.DataFrame
    evidence: pd.DataFrame
    conflicts: pd.DataFrame
    set_aside: pd.DataFrame
    countries: pd.DataFrame
    series: pd.DataFrame
    topic_scheme: pd.DataFrame

    def items(self) -> Iterable[tuple[str, pd.DataFrame]]:
        """Name and table of each."""
        return ((field.name, getattr(self, field.name)) for field in fields(self))


def load_tables(data_dir: Path = DATA) -> Tables:
    """The tables of everything in `data_dir`.

    Lines that break a rule are in `set_aside`, not in the other tables.
    """
    reference = load_reference(data_dir)
    entries, faults = read_ledger(data_dir / "ledger", reference)
    return build_tables(entries, reference, faults)


def build_tables(entries: Sequence[Entry], reference: Reference, faults: Iterable[Fault] = ()) -> Tables:
    """Tables of sound records.

    Pure: the same input gives the same tables. Raises TableError where a schema breaks.
    """
    people = People(reference.people, reference.people_aliases)
    meetings, conflicts = reconcile(entries, people, reference.meeting_merges)
    at_meeting = {
        mention.release_id: meeting
        for meeting in meetings
        for mention in meeting.mentions
        if mention.principal
    }
    rows: dict[str, Rows] = {
        "releases": [_release(entry) for entry in entries],
        "meetings": _meetings(meetings, reference),
        "release_meetings": _release_meetings(meetings),
        "meeting_parties": [
            {"meeting_id": meeting.meeting_id, "party": party}
            for meeting in meetings
            for party in meeting.fields["parties"]
        ],
        "participants": [row for entry in entries for row in _participants(entry, people, at_meeting)],
        "people": [],
        "attendance": _attendance(meetings),
        "topics": [row for entry in entries for row in _topics(entry)],
        "partnership_steps": _steps(reference.steps),
        "partnership_claims": [row for entry in entries for row in _claims(entry, reference.steps)],
        "country_roles": [row for entry in entries for row in _listed(entry, "country_roles")],
        "initiatives": [
            row | {"name_en": row.get("name")} for entry in entries for row in _listed(entry, "initiatives")
        ],
        "evidence": [row for entry in entries for row in _evidence(entry)],
        "conflicts": _conflicts(conflicts, entries, reference.steps),
        "set_aside": [
            {
                "file": f.file,
                "line": f.line,
                "field": f.field,
                "rule": f.rule,
                "value": f.value,
                "cure": f.cure,
            }
            for f in faults
        ],
    }
    rows["people"] = [
        {"person_id": p.person_id, "name_en": p.name_en, "name_ko": p.name_ko, "party": p.affiliation}
        for p in sorted(people.found.values(), key=lambda person: person.person_id)
    ]
    wanted = schema.schemas(reference)
    made = {name: schema.shape(pd.DataFrame(rows[name]), wanted[name]) for name in wanted}
    schema.check(made, reference)
    return Tables(
        **made,
        countries=_reference_frame(reference.countries),
        series=_reference_frame(reference.series),
        topic_scheme=_reference_frame(reference.topics),
    )


def _reference_frame(rows: list[Row]) -> pd.DataFrame:
    return pd.DataFrame(rows).astype("str")


def _precision(text: str | None) -> str | None:
    return {10: "day", 7: "month", 4: "year"}[len(text)] if text else None


def _first(text: str | None) -> str | None:
    return first_day(text).isoformat() if text else None


def _release(entry: Entry) -> dict[str, Any]:
    record = entry.record
    same = (
        "issuer",
        "issuer_kind",
        "language",
        "published",
        "coverage",
        "label_ko",
        "source_url",
        "note",
        "headcount",
    )
    return {
        "release_id": release_id(record),
        **{name: record[name] for name in same},
        "year": year_of(record),
        "label_en": record["label"],
        "coded_by": record.get("coded_by", "reader"),
        "n_chars": record.get("n_chars"),
        "file": entry.file,
        "line": entry.line,
    }


def _meetings(meetings: list[Meeting], reference: Reference) -> Rows:
    same = ("series", "ordinal", "year", "city", "country", "mode", "level", "status")
    rows = []
    for meeting in meetings:
        start, end = meeting.fields["start"], meeting.fields["end"]
        rows.append(
            {
                "meeting_id": meeting.meeting_id,
                **{name: meeting.fields[name] for name in same},
                "start": _first(start),
                "end": last_day(end).isoformat() if end else None,
                "precision": _precision(start),
                "label_en": label_en(meeting, reference),
                "label_ko": label_ko(meeting, reference),
                "n_releases": len({mention.release_id for mention in meeting.mentions}),
            }
        )
    return rows


def _release_meetings(meetings: list[Meeting]) -> Rows:
    rows: dict[tuple[str, str], dict[str, Any]] = {}
    for meeting in meetings:
        for mention in meeting.mentions:  # the principal mention of a release comes first
            row = {"principal": mention.principal, "status": mention.status}
            key = (mention.release_id, meeting.meeting_id)
            rows.setdefault(key, {"release_id": key[0], "meeting_id": key[1]} | row)
    return list(rows.values())


def _participants(entry: Entry, people: People, at_meeting: dict[str, Meeting]) -> Rows:
    release = release_id(entry.record)
    meeting = at_meeting.get(release)
    named = [(person, people.identify(person)) for person in entry.record["participants"]]
    unnamed = [(person, None) for person in entry.record.get("unnamed_participants", [])]
    return [
        {
            "participant_id": f"{release}-{number}",
            "meeting_id": meeting.meeting_id if meeting else None,
            "release_id": release,
            "person_id": known.person_id if known else None,
            "name_en": said.get("name"),
            "name_ko": said.get("name_ko"),
            "title": said["title"],
            "party": said.get("affiliation"),
            "role": said.get("role"),
        }
        for number, (said, known) in enumerate([*named, *unnamed], start=1)
    ]


def _attendance(meetings: list[Meeting]) -> Rows:
    rows = []
    for meeting in meetings:
        counts: dict[str, int] = {}
        for mention in meeting.mentions:
            for party in dict.fromkeys(mention.entry.record["delegations"] if mention.principal else []):
                counts[party] = counts.get(party, 0) + 1
        rows += [
            {"meeting_id": meeting.meeting_id, "party": party, "n_releases": n} for party, n in counts.items()
        ]
    return rows


def _topics(entry: Entry) -> Rows:
    mentions = entry.record.get("topic_mentions", {})
    starts: dict[str, int] = {}
    for row in _evidence(entry):
        if row["table"] == "topics":
            starts[row["row_key"]] = min(row["start"], starts.get(row["row_key"], row["start"]))
    return [
        {
            "release_id": release_id(entry.record),
            "topic": topic,
            "mentions": mentions.get(topic),
            "first_start": starts.get(topic),
        }
        for topic in dict.fromkeys(entry.record["topics"])
    ]


def _listed(entry: Entry, name: str) -> Rows:
    return [{"release_id": release_id(entry.record)} | row for row in entry.record.get(name, [])]


def _evidence(entry: Entry) -> Rows:
    rows = []
    for row in _listed(entry, "evidence"):
        table, _, key = row["fact"].partition(":")
        rows.append(row | {"table": table, "row_key": key or None})
    return rows


def _pairs(parties: Sequence[str]) -> list[tuple[str, str, str]]:
    """Each pair of parties with the ending of its key: none for a pair, the two codes where there are
    more."""
    pairs = list(combinations(parties, 2))
    return [(a, b, f"-{a}-{b}".lower() if len(pairs) > 1 else "") for a, b in pairs]


def _step_events(steps: Iterable[Step]) -> list[tuple[str, list[Step]]]:
    """All events with their key: the group, and the year where one group has several events."""
    groups: dict[str, list[Step]] = {}
    for step in steps:
        groups.setdefault(claims.group_id(step), []).append(step)
    named = []
    for group, statements in groups.items():
        events = claims.events(statements)
        for event in events:
            key = group if len(events) == 1 else f"{group}-{claims.preferred(event).date}"
            named.append((key, event))
    return named


def _steps(steps: Iterable[Step]) -> Rows:
    rows = []
    for key, event in _step_events(steps):
        best = claims.preferred(event)
        for step in event:
            for a, b, ending in _pairs(step.parties):
                rows.append(
                    {
                        "step_id": claims.step_id(step) + ending,
                        "step_group": key,
                        "party_a": a,
                        "party_b": b,
                        "level": step.level,
                        "status": step.status,
                        "date": _first(step.date),
                        "precision": _precision(step.date),
                        "meeting": step.meeting,
                        "issuer": step.issuer,
                        "issuer_kind": step.issuer_kind,
                        "source_url": step.source_url,
                        "note": step.note,
                        "doubt": step.doubt,
                        "is_official": step.issuer_kind != "news",
                        "preferred": step is best,
                    }
                )
    return rows


def _claims(entry: Entry, steps: Sequence[Step]) -> Rows:
    record, rows = entry.record, []
    said_on = (record["meeting"] or {}).get("start") or record["published"]
    for number, event in enumerate(record["partnership_events"], start=1):
        date = claims.claimed_date(event, said_on)
        parties = ordered(event["parties"])
        verdict = claims.held_against(steps, parties, event["level"], event["status"], date)
        for a, b, ending in _pairs(parties):
            rows.append(
                {
                    "claim_id": f"{release_id(record)}-{number}{ending}",
                    "release_id": release_id(record),
                    "party_a": a,
                    "party_b": b,
                    "level": event["level"],
                    "status": event["status"],
                    "date": _first(date),
                    "precision": _precision(date),
                    "as_stated": event.get("as_stated"),
                    "agrees": verdict.agrees,
                    "record_date": _first(verdict.record_date),
                    "record_precision": _precision(verdict.record_date),
                    "record_step_id": verdict.record_step_id,
                }
            )
    return rows


def _conflicts(conflicts: Iterable[Conflict], entries: Sequence[Entry], steps: Iterable[Step]) -> Rows:
    address = {release_id(entry.record): entry.record["source_url"] for entry in entries}
    rows: Rows = [
        {
            "meeting_id": conflict.meeting_id,
            "field": conflict.field,
            "value": conflict.value,
            "release_id": conflict.release_id,
            "source_url": address[conflict.release_id],
        }
        for conflict in conflicts
    ]
    for key, event in _step_events(steps):
        if any(not claims.same_date(one.date, other.date) for one, other in combinations(event, 2)):
            rows += [
                {
                    "step_group": key,
                    "step_id": claims.step_id(step),
                    "field": "date",
                    "value": step.date,
                    "source_url": step.source_url,
                }
                for step in event
            ]
    return rows
