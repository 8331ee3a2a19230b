"""Several releases of one meeting are one meeting, and what they disagree on is kept, value by value."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, count
from typing import Any

from loaders.cluster import OPEN_SERIES, cluster
from loaders.mentions import Mention, mentions_of
from loaders.partial_dates import first_day, last_day
from loaders.people import People, name_key
from loaders.record import Entry, year_of
from loaders.reference import Row, ordered


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
    is_open = bool(OPEN_SERIES.search(series))
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
