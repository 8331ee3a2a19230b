"""One mention of a person or an office in the text, and the countries beside a place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from loaders.extract.lexicon import Mention


class Person(NamedTuple):
    """One mention of a person or an office: names and title as written, the party where it is said beside them."""

    name: str | None
    name_ko: str | None
    title: str
    party: str | None
    rank: str  # code of the title
    start: int
    end: int
    title_start: int


def around(countries: list[Mention], starts: list[int], low: int, high: int) -> list[Mention]:
    """The countries that lie between two places; `starts` are the starts of all."""
    return [c for c in countries[bisect_left(starts, low) : bisect_right(starts, high)] if c.end <= high]
