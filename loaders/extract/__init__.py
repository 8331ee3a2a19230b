"""A laid-out release → its record: the fields of the ledger's codebook, and where each fact stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Protocol

from loaders.extract.delegations import find_delegations
from loaders.extract.facts import Mark, Meeting
from loaders.extract.initiatives import find_initiatives
from loaders.extract.labels import labels
from loaders.extract.lexicon import load_lexicon
from loaders.extract.meetings import find_meetings
from loaders.extract.participants import find_participants
from loaders.extract.partnerships import partnership_events, read_claims, upgrade_marks
from loaders.extract.release import read_release
from loaders.extract.roles import find_country_roles
from loaders.extract.topics import find_topics
from loaders.text import Document

Record = dict[str, Any]

_MEETING_FIELDS = ("series", "ordinal", "start", "end", "city", "country", "mode", "level", "parties")


class _Marked(Protocol):
    @property
    def marks(self) -> tuple[Mark, ...]: ...


def extract(document: Document) -> Record:
    """All facts of a release in the shape of `read --json` (see the README), without `file`.

    Evidence spans point into `document.source.text`. Never fails; a text that says nothing gives empty lists.
    """
    mentions = load_lexicon().scan(document.text)
    release = read_release(document, mentions)
    meetings = find_meetings(document, mentions, release)
    principal = next((meeting for meeting in meetings if meeting.principal), None)
    people = find_participants(document, mentions, meetings, release)
    delegations = find_delegations(document, mentions, meetings, people, release)
    today = release.published or release.anchor
    claims = read_claims(document, mentions, today, release.country)
    topics = find_topics(document, mentions, upgrade_marks(claims))
    events = partnership_events(claims, today)
    roles = find_country_roles(document, mentions, meetings, release)
    initiatives = find_initiatives(document, mentions)
    named = [person for person in people if person.name or person.name_ko]
    unnamed = [person for person in people if not (person.name or person.name_ko)]
    label, label_ko = labels(principal, topics, release)
    return {
        "source_url": release.source_url,
        "issuer": release.issuer,
        "issuer_kind": release.issuer_kind,
        "language": release.language,
        "published": release.published.isoformat() if release.published else None,
        "embargo": release.embargo,
        "department": release.department,
        "coverage": "full",
        "label": label,
        "label_ko": label_ko,
        "meeting": _meeting(principal) if principal else None,
        "meetings": [
            _meeting(meeting) | {"status": meeting.status, "principal": meeting.principal}
            for meeting in meetings
        ],
        "participants": [_plain(person) for person in named],
        "unnamed_participants": [
            {"title": person.title, "affiliation": person.affiliation, "role": person.role}
            for person in unnamed
        ],
        "delegations": list(delegations.codes),
        "headcount": delegations.headcount,
        "topics": [topic.code for topic in topics],
        "topic_mentions": {topic.code: topic.mentions for topic in topics},
        "partnership_events": [_plain(event) for event in events],
        "country_roles": [_plain(role) for role in roles],
        "initiatives": [_plain(initiative) for initiative in initiatives],
        "note": None,
        "evidence": [
            *_evidence(document, "meetings", meetings),
            *_evidence(document, "participants", named),
            *_evidence(document, "unnamed_participants", unnamed),
            *_evidence(document, "delegations", [delegations]),
            *_evidence(document, "topics", topics),
            *_evidence(document, "partnership_events", events),
            *_evidence(document, "country_roles", roles),
            *_evidence(document, "initiatives", initiatives),
        ],
    }


def _meeting(meeting: Meeting) -> dict[str, Any]:
    return {name: getattr(meeting, name) for name in _MEETING_FIELDS} | {"parties": list(meeting.parties)}


def _plain(fact: Any) -> dict[str, Any]:
    """A fact as JSON: its fields without the marks, tuples as lists."""
    fields = {name: getattr(fact, name) for name in fact.__slots__ if name != "marks"}
    return {name: list(value) if isinstance(value, tuple) else value for name, value in fields.items()}


def _evidence(document: Document, table: str, facts: Sequence[_Marked]) -> Iterator[dict[str, Any]]:
    """Each mark as `fact` ("meetings[0].start"), `start` and `end` in the source text, and `rule`."""
    for number, fact in enumerate(facts):
        for mark in fact.marks:
            start, end = document.source_span(mark.start, mark.end)
            name = f"{table}[{number}].{mark.field}" if mark.field else f"{table}[{number}]"
            yield {"fact": name, "start": start, "end": end, "rule": mark.rule}
