"""Meetings as the releases tell them: one mention a meeting of a release."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from loaders.partial_dates import first_day, last_day
from loaders.people import People
from loaders.record import Entry, Record, release_id

ONE_DAY = timedelta(days=1)  # time zones, and arrivals on the eve


@dataclass(frozen=True, eq=False)
class Mention:
    """One meeting as one release tells it."""

    entry: Entry
    release_id: str
    index: int
    fields: Record
    principal: bool
    people: dict[str, frozenset[str]] = field(default_factory=dict)  # party → person ids

    @property
    def series(self) -> str:
        return str(self.fields["series"])

    @property
    def ordinal(self) -> int | None:
        return self.fields.get("ordinal")

    @cached_property
    def parties(self) -> frozenset[str]:
        return frozenset("ASEAN" if party == "ASEC" else party for party in self.fields.get("parties") or [])

    @cached_property
    def first(self) -> date | None:
        return first_day(self.fields["start"]) if self.fields.get("start") else None

    @cached_property
    def last(self) -> date | None:
        return last_day(self.fields.get("end") or self.fields["start"]) if self.fields.get("start") else None

    @property
    def exact(self) -> bool:
        return len(self.fields.get("start") or "") == 10

    @property
    def dated_by_issue(self) -> bool:
        """Whether the text gives no day, so that the day of issue stands for it: evidence of nothing else."""
        fact = f"meetings[{self.index}].start"
        return any(
            mark["fact"] == fact and mark["rule"] == "date:day-of-issue"
            for mark in self.entry.record.get("evidence") or []
        )

    @property
    def before(self) -> bool:
        """Whether the release came out before the day of the meeting."""
        published = self.entry.record["published"]
        return bool(published and self.first and self.exact and first_day(published) < self.first)

    @property
    def status(self) -> str:
        """As the record says; else planned if published days before (one day may be time zones)."""
        if status := self.fields.get("status"):
            return str(status)
        published = self.entry.record["published"]
        announced = published and self.first and self.exact and first_day(published) < self.first - ONE_DAY
        return "planned" if announced else "held"

    @cached_property
    def words(self) -> frozenset[str]:
        label = re.sub(r"[:(].*", "", str(self.entry.record["label"]).casefold())
        return frozenset(re.findall(r"\w+", label)) - {"the", "of", "and", "in", "on", "at"}


def mentions_of(entries: Sequence[Entry], people: People) -> list[Mention]:
    """Every meeting of every release, principal first.

    A record's `meetings` hold all of them, else its `meeting`.
    """
    found = []
    for entry in entries:
        record = entry.record
        present: dict[str, set[str]] = {}
        for participant in record["participants"]:
            person = people.identify(participant)
            if participant["affiliation"]:
                present.setdefault(participant["affiliation"], set()).add(person.person_id)
        meetings = record.get("meetings") or ([record["meeting"]] if record["meeting"] else [])
        for index, fields in enumerate(meetings):
            principal = index == 0 and record["meeting"] is not None
            here = {party: frozenset(ids) for party, ids in present.items()} if principal else {}
            found.append(Mention(entry, release_id(record), index, fields, principal, here))
    return found
