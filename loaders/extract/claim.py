"""One wording of a partnership claim, and the wordings of one claim put together."""

from __future__ import annotations

from typing import NamedTuple

from loaders.extract.country_pairs import Pair
from loaders.extract.facts import Mark

UNFINISHED = ("agreed-in-principle", "in-progress", "proposed")  # the firmest first


class Claim(NamedTuple):
    """One wording of a claim; several may say the same."""

    parties: Pair
    level: str
    status: str
    date: str | None
    as_stated: str | None
    implies: str | None
    headline: bool
    mark: Mark


def one_each(claims: list[Claim]) -> list[tuple[Claim, list[Mark]]]:
    """Wordings of one claim put together: a year for each past step; of the unfinished the best dated and firmest,
    unless the step was taken since, and then only what was agreed or proposed before it; what is reaffirmed.
    """
    groups: dict[tuple[Pair, str], list[Claim]] = {}
    for claim in claims:
        groups.setdefault((claim.parties, claim.level), []).append(claim)
    kept = [one for same in groups.values() for one in _of_one_level(same)]
    return sorted(kept, key=lambda item: item[1][0].start)


def _of_one_level(same: list[Claim]) -> list[tuple[Claim, list[Mark]]]:
    kept: list[tuple[Claim, list[Mark]]] = []
    years: dict[str | None, list[Claim]] = {}
    for claim in same:
        if claim.status == "established":
            years.setdefault((claim.implies or claim.date or "")[:4] or None, []).append(claim)
    undated = years.pop(None, []) if len(years) > 1 else []
    for of_year in years.values():
        best = max(of_year, key=lambda claim: (claim.implies is None, len(claim.date or "")))
        kept.append((best, [claim.mark for claim in [*of_year, *undated]]))
        undated = []
    steps = [claim for claim in same if claim.status == "established" and claim.implies is None]
    unfinished = [claim for claim in same if claim.status in UNFINISHED]
    if steps:
        unfinished = [claim for claim in unfinished if _before_all(claim, steps)]
    if unfinished:
        best = min(unfinished, key=lambda claim: (-len(claim.date or ""), UNFINISHED.index(claim.status)))
        kept.append((best, [claim.mark for claim in unfinished]))
    again = [claim for claim in same if claim.status == "reaffirmed"]
    if again and (not kept or None not in years):
        kept.append((again[0], [claim.mark for claim in again]))
    return kept


def _before_all(claim: Claim, steps: list[Claim]) -> bool:
    """Was it agreed or proposed on a day told, before the step was taken?"""
    if claim.status == "in-progress" or claim.date is None:
        return False
    return all(step.date and claim.date[: len(step.date)] < step.date[: len(claim.date)] for step in steps)
