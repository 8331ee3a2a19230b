"""Steps of partnerships, what releases claim of them and where sources disagree, as rows of the tidy tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from loaders import claims
from loaders.reconcile import Conflict
from loaders.record import Entry, release_id
from loaders.reference import Step, ordered
from loaders.rows import Rows, first_known, precision_of


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


def step_rows(steps: Iterable[Step]) -> Rows:
    """Rows of `partnership_steps`: a row a statement, one preferred a step."""
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
                        "date": first_known(step.date),
                        "precision": precision_of(step.date),
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


def claim_rows(entry: Entry, steps: Sequence[Step]) -> Rows:
    """What a release says of partnership steps, held against the record."""
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
                    "date": first_known(date),
                    "precision": precision_of(date),
                    "as_stated": event.get("as_stated"),
                    "agrees": verdict.agrees,
                    "record_date": first_known(verdict.record_date),
                    "record_precision": precision_of(verdict.record_date),
                    "record_step_id": verdict.record_step_id,
                }
            )
    return rows


def conflict_rows(conflicts: Iterable[Conflict], entries: Sequence[Entry], steps: Iterable[Step]) -> Rows:
    """Where sources differ: meetings by release, steps by statement; a row a value and source."""
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
