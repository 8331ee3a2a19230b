"""Several releases of one meeting are one meeting.

Rules decide what rules can; reviewed data decides the rest (data/reference/meeting_merges.csv). What the
releases disagree on is kept, value by value.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from itertools import chain, count
from typing import Any

from loaders.people import People, name_key
from loaders.record import Entry, Record, first_day, last_day, release_id, year_of
from loaders.reference import Row, ordered

_OPEN_SERIES = re.compile(r"other$|^bilateral-")  # many different meetings share these slugs
_ONE_DAY = timedelta(days=1)  # time zones, and arrivals on the eve
_ORDINAL_WINDOW = timedelta(days=60)  # the same number of the same series is not used twice within it


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
        announced = published and self.first and self.exact and first_day(published) < self.first - _ONE_DAY
        return "planned" if announced else "held"

    @cached_property
    def words(self) -> frozenset[str]:
        label = re.sub(r"[:(].*", "", str(self.entry.record["label"]).casefold())
        return frozenset(re.findall(r"\w+", label)) - {"the", "of", "and", "in", "on", "at"}


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field of a meeting for which releases give different values: one value of one release."""

    meeting_id: str
    field: str
    value: str
    release_id: str


@dataclass(frozen=True)
class Meeting:
    """One meeting after reconciliation. `fields`: resolved values; `mentions`: the most telling first."""

    meeting_id: str
    mentions: list[Mention]
    fields: dict[str, Any]


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


def one_meeting(one: Mention, other: Mention) -> bool:
    """Whether the rules take two mentions for the same meeting."""
    if clash(one, other):
        return False
    open_series = bool(_OPEN_SERIES.search(one.series))
    same_series = one.series == other.series
    numbered = one.ordinal is not None and one.ordinal == other.ordinal
    if one.first is None or other.first is None:
        return (
            same_series and numbered and _years_meet(one, other) and (not open_series or _alike(one, other))
        )
    if same_series and not open_series:
        return _days_meet(one, other) or (numbered and abs(one.first - other.first) <= _ORDINAL_WINDOW)
    if one.parties != other.parties or not _days_meet(one, other):
        return False
    if not same_series:
        vague = one.series.endswith("other") or other.series.endswith("other")
        return vague and (numbered or (_same_days(one, other) and _shared_sides(one, other) >= 2))
    if one.series.startswith("bilateral-") and one.series != "bilateral-other":
        return _same_days(one, other) or _shared_sides(one, other) >= 2
    if numbered or one.words == other.words:
        return True
    return _same_days(one, other) and (_alike(one, other) or _shared_sides(one, other) >= 2)


def clash(one: Mention, other: Mention) -> bool:
    """Whether two mentions cannot be one meeting: numbers differ on different days, or other people met."""
    if one.series == other.series and one.ordinal and other.ordinal and one.ordinal != other.ordinal:
        return not _same_days(one, other)
    if not _OPEN_SERIES.search(one.series) and not _OPEN_SERIES.search(other.series):
        return one.series != other.series
    return any(
        not (one.people[party] & other.people[party]) for party in one.people.keys() & other.people.keys()
    )


def _days_meet(one: Mention, other: Mention) -> bool:
    """Whether the days overlap or adjoin."""
    if not (one.first and one.last and other.first and other.last):
        return False
    return one.first <= other.last + _ONE_DAY and other.first <= one.last + _ONE_DAY


def _years_meet(one: Mention, other: Mention) -> bool:
    years = [year_of(mention.entry.record) for mention in (one, other)]
    return None in years or years[0] == years[1]


def _same_days(one: Mention, other: Mention) -> bool:
    return one.first is not None and one.first == other.first and one.exact and other.exact


def _shared_sides(one: Mention, other: Mention) -> int:
    return sum(
        bool(one.people[party] & other.people[party]) for party in one.people.keys() & other.people.keys()
    )


def _alike(one: Mention, other: Mention) -> bool:
    union = one.words | other.words
    return bool(union) and len(one.words & other.words) / len(union) >= 0.5


def cluster(mentions: Sequence[Mention], merges: Iterable[Row]) -> list[list[Mention]]:
    """Group mentions into meetings. `merges`: reviewed decisions on the principal meetings of two releases.

    Exact mentions come first, the shortest before those that span a visit; what has only a month or no date
    joins where a single meeting fits, and stays alone otherwise.
    """
    decided = {
        frozenset(release_of(row[side]) for side in ("release_a", "release_b")): row["decision"]
        for row in merges
    }

    def verdict(one: Mention, other: Mention) -> str | None:
        both = one.principal and other.principal
        return decided.get(frozenset((one.release_id, other.release_id))) if both else None

    def order(mention: Mention) -> tuple[bool, bool, timedelta, date, str, int]:
        first, last = mention.first or date.max, mention.last or date.max
        return (
            mention.first is None,
            not mention.exact,
            last - first,
            first,
            mention.release_id,
            mention.index,
        )

    groups: list[list[Mention]] = []
    near: dict[object, list[list[Mention]]] = {}  # by what two mentions of one meeting always share
    reviewed = {identity for pair in decided for identity in pair}
    for mention in sorted(mentions, key=order):
        candidates = near.get(mention.series, []) + near.get(mention.parties, [])
        if mention.release_id in reviewed:
            candidates = groups
        fitting: dict[int, list[Mention]] = {}
        for group in candidates:
            said = {verdict(mention, other) for other in group}
            if "different" in said:
                continue
            if "same" in said:
                fitting = {id(group): group}
                break
            if any(one_meeting(mention, other) for other in group) and not any(
                clash(mention, other) for other in group
            ):
                fitting[id(group)] = group
        if len(fitting) == 1 or (fitting and mention.exact):
            group = max(fitting.values(), key=lambda group: _closeness(mention, group))
            group.append(mention)
        else:
            group = [mention]
            groups.append(group)
        for shared in (mention.series, mention.parties):
            if not any(group is known for known in near.setdefault(shared, [])):
                near[shared].append(group)
    return groups


def release_of(address: str | None) -> str:
    """The id of a release given by its address, or by its id where it has none."""
    text = str(address)
    return text if re.fullmatch(r"[0-9a-f]{10}", text) else hashlib.sha256(text.encode()).hexdigest()[:10]


def _closeness(mention: Mention, group: list[Mention]) -> tuple[int, int]:
    return (
        sum(_same_days(mention, other) for other in group),
        sum(_shared_sides(mention, other) for other in group),
    )


def _telling(mention: Mention) -> tuple[bool, bool, bool, bool, bool, str]:
    record = mention.entry.record
    return (
        not mention.principal,
        mention.status == "planned",
        mention.before,
        record["coverage"] != "full",
        record["issuer_kind"] == "news",
        mention.release_id,
    )


def _resolved(mentions: list[Mention], name: str) -> Any:
    """The value most releases give; of equals that of the most telling release.

    None where no release gives one.
    """
    values = [mention.fields.get(name) for mention in mentions if mention.fields.get(name) is not None]
    if not values:
        return None
    counts = Counter(_comparable(value) for value in values)
    return max(values, key=lambda value: (counts[_comparable(value)], -values.index(value)))


def _comparable(value: Any) -> str:
    """Hanoi and Ha Noi are one city."""
    return (
        name_key(value).replace(" ", "") if isinstance(value, str) and not value[:1].isdigit() else str(value)
    )


def _dates(mentions: list[Mention]) -> tuple[str | None, str | None]:
    """Start and end belong together: the pair most releases give, held before planned, exact before vague.

    Of equals the organiser's, then a government's; then the widest for a conference (its programme) and the
    narrowest for a bilateral meeting (the talks, not the visit around them).
    """
    told = [mention for mention in mentions if mention.fields.get("start")]
    dated = [mention for mention in told if not mention.dated_by_issue] or told
    if not dated:
        return None, None
    exact = [mention for mention in dated if mention.exact] or dated
    told = [mention for mention in exact if mention.status == "held" and not mention.before] or exact
    pairs = {
        mention: (mention.fields["start"], mention.fields.get("end") or mention.fields["start"])
        for mention in told
    }
    counts = Counter(pairs.values())
    wide = -1 if told[0].series.startswith("bilateral-") else 1
    kinds = ("news", "government", "intergovernmental")

    def rank(mention: Mention) -> tuple[int, int, int, int]:
        first, last = pairs[mention]
        days = (last_day(last) - first_day(first)).days
        return (
            counts[pairs[mention]],
            kinds.index(mention.entry.record["issuer_kind"]),
            wide * days,
            -told.index(mention),
        )

    return pairs[max(told, key=rank)]


def reconcile(
    entries: Sequence[Entry], people: People, merges: Iterable[Row]
) -> tuple[list[Meeting], list[Conflict]]:
    """All meetings the releases tell of, each once, in order of time, and what the releases disagree on."""
    groups = cluster(mentions_of(entries, people), merges)
    for group in groups:
        group.sort(key=_telling)
    meetings: list[Meeting] = []
    conflicts: list[Conflict] = []
    taken: set[str] = set()
    for group in sorted(groups, key=lambda group: (-len(group), group[0].release_id, group[0].index)):
        start, end = _dates(group)
        fields = {
            name: _resolved(group, name) for name in ("series", "ordinal", "city", "country", "mode", "level")
        }
        # A vague slug of one release gives way to the exact one of another.
        exact = [mention for mention in group if not mention.series.endswith("other")]
        fields["series"] = _resolved(exact or group, "series")
        fields |= {"start": start, "end": end}
        fields["parties"] = ordered(
            [party for mention in group for party in mention.fields.get("parties") or []]
        )
        fields["status"] = "held" if any(mention.status == "held" for mention in group) else "planned"
        fields["year"] = (
            int(start[:4])
            if start
            else next((year for mention in group if (year := year_of(mention.entry.record))), None)
        )
        plain = _identity(fields, group)
        longer = f"{plain}-{group[0].release_id[:4]}"
        names = chain((plain, longer), (f"{longer}-{number}" for number in count(2)))
        identity = next(name for name in names if name not in taken)
        taken.add(identity)
        meetings.append(Meeting(identity, group, fields))
        conflicts += _conflicts(identity, group)
    meetings.sort(key=lambda meeting: (meeting.fields["start"] or "9999", meeting.meeting_id))
    return meetings, conflicts


def _identity(fields: dict[str, Any], group: list[Mention]) -> str:
    """Series and number; else series and first day; else series, year and release.

    Open series name the parties.
    """
    series, start = fields["series"], fields["start"]
    is_open = bool(_OPEN_SERIES.search(series))
    if fields["ordinal"] and not is_open:
        return f"{series}-{fields['ordinal']}"
    parts = [series, start or f"{fields['year'] or 'undated'}-{group[0].release_id[:6]}"]
    if is_open and not series.startswith("asean-"):
        parts += [party.lower() for party in fields["parties"][:3]]
    return "-".join(parts)


def _conflicts(identity: str, group: list[Mention]) -> list[Conflict]:
    found = []
    for name in ("start", "end", "city", "country", "mode", "ordinal", "level", "series"):
        told = [(mention, mention.fields[name]) for mention in group if mention.fields.get(name) is not None]
        if name in ("start", "end"):
            told = [
                (mention, value) for mention, value in told if mention.exact and not mention.dated_by_issue
            ]
        if len({_comparable(value) for _, value in told}) > 1:
            found += [Conflict(identity, name, str(value), mention.release_id) for mention, value in told]
    return found
