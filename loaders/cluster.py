"""Which mentions are of one meeting.

Rules decide what rules can; reviewed data decides the rest (data/reference/meeting_merges.csv).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from loaders.mentions import ONE_DAY, Mention
from loaders.record import year_of
from loaders.reference import Row

OPEN_SERIES = re.compile(r"other$|^bilateral-")  # many different meetings share these slugs
_ORDINAL_WINDOW = timedelta(days=60)  # the same number of the same series is not used twice within it


def one_meeting(one: Mention, other: Mention) -> bool:
    """Whether the rules take two mentions for the same meeting."""
    if clash(one, other):
        return False
    open_series = bool(OPEN_SERIES.search(one.series))
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
    if not OPEN_SERIES.search(one.series) and not OPEN_SERIES.search(other.series):
        return one.series != other.series
    return any(
        not (one.people[party] & other.people[party]) for party in one.people.keys() & other.people.keys()
    )


def _days_meet(one: Mention, other: Mention) -> bool:
    """Whether the days overlap or adjoin."""
    if not (one.first and one.last and other.first and other.last):
        return False
    return one.first <= other.last + ONE_DAY and other.first <= one.last + ONE_DAY


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
