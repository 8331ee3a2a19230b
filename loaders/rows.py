"""Records, meetings and steps as rows of the tidy tables: plain dictionaries, one a row."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from loaders.labels import labels_of
from loaders.partial_dates import first_day, last_day
from loaders.people import People
from loaders.reconcile import Meeting
from loaders.record import Entry, release_id, year_of
from loaders.reference import Reference

Rows = list[dict[str, Any]]

# A reader's fact is "participants[2].title": a list of the record, a place in it, a field. These lists are
# the rows of a table under another name.
_TABLE_OF = {
    "unnamed_participants": "participants",
    "delegations": "attendance",
    "partnership_events": "partnership_claims",
}
_FACT = re.compile(r"(?P<list>[a-z_]+)(?:\[(?P<place>\d+)\])?(?:\.(?P<field>[a-z_]+))?")


def precision_of(text: str | None) -> str | None:
    return {10: "day", 7: "month", 4: "year"}[len(text)] if text else None


def first_known(text: str | None) -> str | None:
    return first_day(text).isoformat() if text else None


def release_row(entry: Entry) -> dict[str, Any]:
    """A release as a row of `releases`."""
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


def meeting_rows(meetings: list[Meeting], reference: Reference) -> Rows:
    """Rows of `meetings`."""
    same = ("series", "ordinal", "year", "city", "country", "mode", "level", "status")
    rows = []
    labels = labels_of(meetings, reference)
    for meeting in meetings:
        start, end = meeting.fields["start"], meeting.fields["end"]
        label_en, label_ko = labels[meeting.meeting_id]
        rows.append(
            {
                "meeting_id": meeting.meeting_id,
                **{name: meeting.fields[name] for name in same},
                "start": first_known(start),
                "end": last_day(end).isoformat() if end else None,
                "precision": precision_of(start),
                "label_en": label_en,
                "label_ko": label_ko,
                "n_releases": len({mention.release_id for mention in meeting.mentions}),
            }
        )
    return rows


def release_meeting_rows(meetings: list[Meeting]) -> Rows:
    """Which release reports which meeting, each pair once; its principal report counts."""
    rows: dict[tuple[str, str], dict[str, Any]] = {}
    for meeting in meetings:
        for mention in meeting.mentions:  # the principal mention of a release comes first
            row = {"principal": mention.principal, "status": mention.status}
            key = (mention.release_id, meeting.meeting_id)
            rows.setdefault(key, {"release_id": key[0], "meeting_id": key[1]} | row)
    return list(rows.values())


def participant_rows(entry: Entry, people: People, at_meeting: Mapping[tuple[str, int], Meeting]) -> Rows:
    """The people of a release, named ones first.

    Names are as the release gives them; `person_id` says who it is.
    """
    release = release_id(entry.record)
    meeting = at_meeting.get((release, 0)) if entry.record["meeting"] else None
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


def people_rows(people: People) -> Rows:
    """Everyone whom a release names, once. To be called when all participants are identified."""
    return [
        {
            "person_id": person.person_id,
            "name_en": person.name_en,
            "name_ko": person.name_ko,
            "party": person.affiliation,
        }
        for person in sorted(people.found.values(), key=lambda person: person.person_id)
    ]


def party_rows(meetings: list[Meeting]) -> Rows:
    """The sides of each meeting, as all its releases give them."""
    return [
        {"meeting_id": meeting.meeting_id, "party": party}
        for meeting in meetings
        for party in meeting.fields["parties"]
    ]


def attendance_rows(meetings: list[Meeting]) -> Rows:
    """The delegations of a meeting, and how many releases list each."""
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


def topic_rows(entry: Entry) -> Rows:
    """The topics of a release. `mentions` and `first_start` are missing where nobody counted in its text."""
    record = entry.record
    mentions = record.get("topic_mentions", {})
    found = [
        (fact, said["start"])
        for said in record.get("evidence", [])
        if (fact := _FACT.fullmatch(said["fact"]))
    ]
    rows = []
    for place, topic in enumerate(record["topics"]):
        if topic in record["topics"][:place]:
            continue
        starts = [
            start for fact, start in found if fact["list"] == "topics" and int(fact["place"] or 0) == place
        ]
        rows.append(
            {
                "release_id": release_id(record),
                "topic": topic,
                "mentions": mentions.get(topic),
                "first_start": min(starts, default=None),
            }
        )
    return rows


def listed_rows(entry: Entry, name: str) -> Rows:
    """A list of a record whose items are rows already."""
    return [{"release_id": release_id(entry.record)} | row for row in entry.record.get(name, [])]


def initiative_rows(entry: Entry) -> Rows:
    """The initiatives that a release names."""
    return [row | {"name_en": row.get("name")} for row in listed_rows(entry, "initiatives")]


def evidence_rows(entry: Entry, at_meeting: Mapping[tuple[str, int], Meeting]) -> Rows:
    """Where in its text each fact of a release stands: table and key of the row, field, characters.

    `row_key` is missing where the table has no key of its own for the row. `at_meeting`: by release and place
    in its list of meetings.
    """
    record, release = entry.record, release_id(entry.record)
    rows = []
    for said in record.get("evidence", []):
        fact = _FACT.fullmatch(said["fact"])
        kind, place = (fact["list"], int(fact["place"] or 0)) if fact else (said["fact"], 0)
        key = None
        if kind == "topics" and place < len(record["topics"]):
            key = record["topics"][place]
        elif kind == "meetings" and (meeting := at_meeting.get((release, place))):
            key = meeting.meeting_id
        elif kind == "participants":
            key = f"{release}-{place + 1}"
        elif kind == "unnamed_participants":
            key = f"{release}-{len(record['participants']) + place + 1}"
        elif kind == "partnership_events":
            key = f"{release}-{place + 1}"
        rows.append(
            {
                "release_id": release,
                "table": _TABLE_OF.get(kind, kind),
                "row_key": key,
                "field": fact["field"] if fact else None,
                "start": said["start"],
                "end": said["end"],
                "rule": said.get("rule"),
            }
        )
    return rows
