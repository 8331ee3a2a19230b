"""Countries written as a pair: ASEAN-China, 한-아세안, 日·아세안, "between A and B"."""

from __future__ import annotations

import itertools
import re
from functools import cache

from loaders.extract.lexicon import REFERENCE, Mention, Mentions
from loaders.reference import ordered, read_rows

Pair = tuple[str, str]

NO_PARTY = frozenset({"ASEC", "UN", "AKC", "AKCF", "GGGI", "PRK"})
_LINK = re.compile(r"\s?(?:-|·|&|/|–)\s?|,? and (?:the )?|과 |와 |및 |간 ")
_YEAR_AFTER = re.compile(r"\s?\((?:19|20)\d\d")
_BETWEEN = re.compile(r"\bbetween (?:the )?")
_KOREA_AND_SYLLABLE = re.compile(r"(?<![가-힣])한 ?[-·] ?([가-힣])(?![가-힣])")
_SYLLABLE_LEFT = re.compile(r"(?<![가-힣·/])([가-힣\u4e00-\u9fff]) ?[-·] ?$|(?<![가-힣])(한) $")


def pair_of(one: str, other: str) -> Pair:
    """Two parties in the order used everywhere."""
    first, second = ordered((one, other))
    return first, second


def country_pairs(mentions: Mentions, low: int, high: int) -> list[tuple[Pair, int, int]]:
    """Countries written as a pair (ASEAN-China, 한-아세안, "between A and B"), with their places, in order."""
    text = mentions.text
    found: list[tuple[Pair, int, int]] = []
    countries = mentions.between("country", low, high)
    for one, other in itertools.pairwise(countries):
        if (
            one.code != other.code
            and _LINK.fullmatch(text, one.end, other.start)
            and not _is_list(text, one, other)
        ):
            found.append((pair_of(one.code, other.code), one.start, other.end))
    found = [
        pair
        for index, pair in enumerate(found)
        if not _in_row(found, index) and not _YEAR_AFTER.match(text, pair[2])
    ]
    for one in countries:
        left = _SYLLABLE_LEFT.search(text, max(low, one.start - 5), one.start)
        code = left and _syllables().get(left[1] or left[2])
        if code and one.code != code and not text.startswith("보다", one.end):
            found.append((pair_of(code, one.code), one.start - 2, one.end))
    for match in _KOREA_AND_SYLLABLE.finditer(text, low, high):
        code = _syllables().get(match[1])
        if code:
            found.append((pair_of("KOR", code), match.start(), match.end()))
    for match in _BETWEEN.finditer(text, low, high):
        inside = mentions.between("country", match.end(), min(high, match.end() + 80))
        codes = list(dict.fromkeys(country.code for country in inside[:2]))
        if len(codes) == 2:
            found.append((pair_of(codes[0], codes[1]), inside[0].start, inside[1].end))
    return sorted(found, key=lambda pair: pair[1])


def _is_list(text: str, one: Mention, other: Mention) -> bool:
    """싱가포르·필리핀 외교장관과 회담: two whom the Korean side meets; 한-아세안보다: what others are held against."""
    dotted = "·" in text[one.end : other.start] and text[one.start] >= "가"
    return (dotted and not {one.code, other.code} & {"KOR", "ASEAN"}) or text.startswith("보다", other.end)


def _in_row(pairs: list[tuple[Pair, int, int]], index: int) -> bool:
    """Three and more joined alike (중국·호주·일본) are a row, no pairs."""
    _, start, end = pairs[index]
    return any(
        other != index and (span[1] < start < span[2] or span[1] < end < span[2])
        for other, span in enumerate(pairs)
    )


@cache
def _syllables() -> dict[str, str]:
    """Countries by the syllable newspapers write for them: 한-베 is Korea and Viet Nam."""
    rows = read_rows(REFERENCE / "country_syllables.csv")
    return {str(row["syllable"]): str(row["code"]) for row in rows}
