"""The two parties that a partnership is between.

They are the pair written nearest before the level ("ASEAN-China CSP", 한-아세안, 한·베), else ASEAN with the one
partner the sentence names, else the side of the release with the country nearest before (태국과 2012년 …), else the
two sides of the release.
"""

from __future__ import annotations

import itertools
import re
from functools import cache

from loaders.extract.lexicon import REFERENCE, Mention, Mentions
from loaders.reference import ordered, read_rows

Pair = tuple[str, str]

NO_PARTY = frozenset({"ASEC", "UN", "AKC", "AKCF", "GGGI", "PRK"})
_OF_ASEAN = frozenset({"level:dialogue", "level:sectoral-dialogue", "level:development"})
_LINK = re.compile(r"\s?(?:-|·|&|/|–)\s?|,? and (?:the )?|과 |와 |및 |간 ")
_LINK_IN_ROW = re.compile(r", (?:the )?|,? and (?:the )?")
_YEAR_AFTER = re.compile(r"\s?\((?:19|20)\d\d")
_TWO_COUNTRIES = re.compile(r"두 나라|양국|\b(?:the|our|both|their) (?:two )?(?:countries|nations)\b")
_BEFORE = 400  # characters before "the two countries" in which the other one is named
_WITHIN = re.compile(r"\b(?:in|within|among|across|of all) (?:the )?$")
_WITHIN_KO = re.compile(r" ?(?:국가|회원국)? ?(?:에서|내에서|중|가운데)(?![가-힣])")
_WITH_ROW = re.compile(r"\bwith (?:the )?$")
_BETWEEN = re.compile(r"\bbetween (?:the )?")
_KOREA_AND_SYLLABLE = re.compile(r"(?<![가-힣])한 ?[-·] ?([가-힣])(?![가-힣])")
_KOREA_LEFT = re.compile(r"(?<![가-힣])한 ?[-·] ?$|(?<![가-힣])한 $")


def pair_of(one: str, other: str) -> Pair:
    """Two parties in the order used everywhere."""
    first, second = ordered((one, other))
    return first, second


def the_two(
    mentions: Mentions, level: Mention, low: int, high: int, sides: Pair | None, own: str | None = None
) -> Pair | None:
    """The two parties that the level, in the sentence from `low` to `high`, speaks of; None where it is not clear.

    `sides` are those of the release, `own` is its issuer's country where that is known.
    """
    text = mentions.text
    pairs = country_pairs(mentions, low, high)
    before = [pair for pair in pairs if pair[2] <= level.start and level.start - pair[2] < 90]
    if before:
        return before[-1][0]
    after = [pair for pair in pairs if 0 <= pair[1] - level.end < 40]
    if after:
        return after[0][0]
    countries = [
        c
        for c in mentions.between("country", low, high)
        if c.code not in NO_PARTY and not _is_region(text, c)
    ]
    named = list(dict.fromkeys(country.code for country in countries))
    others = [code for code in named if code != "ASEAN"]
    if level.code == "level:diplomatic":
        return _two_countries(mentions, level, low, high, others, sides, own)
    if not others and (level.code not in _OF_ASEAN) and (both := _TWO_COUNTRIES.search(text, low, high)):
        return _of_before(mentions, both.start(), sides, own)
    if "ASEAN" in named and len(others) == 1:
        return pair_of("ASEAN", others[0])
    if level.code in _OF_ASEAN:
        if len(others) == 1:
            return pair_of("ASEAN", others[0])
        return sides if sides and "ASEAN" in sides else None
    if len(named) == 2:
        return pair_of(named[0], named[1])
    if len(named) > 2:
        return _nearest_with_own(countries, level, sides)
    if len(named) == 1 and (sides is None or named[0] not in sides):
        if own is None and (sides and "KOR" in sides):
            own = "KOR"
        return pair_of(named[0], own) if own and own != named[0] else None
    return sides


def _is_region(text: str, country: Mention) -> bool:
    """ASEAN as where a country stands (a partner in ASEAN, 아세안에서 유일하게) is no party."""
    return country.code == "ASEAN" and (
        _WITHIN.search(text, max(0, country.start - 14), country.start) is not None
        or _WITHIN_KO.match(text, country.end) is not None
    )


def _of_before(mentions: Mentions, place: int, sides: Pair | None, own: str | None) -> Pair | None:
    """The two countries of "the two countries": the release's sides, else its own with the one named last before."""
    if sides and "ASEAN" not in sides:
        return sides
    own = next((code for code in sides or () if code != "ASEAN"), own)
    near = mentions.between("country", max(0, place - _BEFORE), place)
    others = [c.code for c in near if c.code not in ("ASEAN", own) and c.code not in NO_PARTY]
    return pair_of(own, others[-1]) if own and others else sides


def _two_countries(
    mentions: Mentions,
    level: Mention,
    low: int,
    high: int,
    named: list[str],
    sides: Pair | None,
    own: str | None,
) -> Pair | None:
    """Diplomatic relations are between two countries, whatever meeting the release is about."""
    if sides and "ASEAN" not in sides:
        return sides if not named or set(named) & set(sides) else None
    if len(named) == 2:
        return pair_of(named[0], named[1])
    if len(named) == 1 and own and named[0] != own:
        return pair_of(named[0], own)
    own = next((code for code in sides or () if code != "ASEAN"), own)
    nearby = [c.code for c in mentions.between("country", max(0, level.start - _BEFORE), high)]
    others = [code for code in nearby if code not in ("ASEAN", own) and code not in NO_PARTY]
    return pair_of(own, others[-1]) if own and others else None


def _nearest_with_own(countries: list[Mention], level: Mention, sides: Pair | None) -> Pair | None:
    """Of more than two: the release's own side, else the first named, with the country nearest before the level."""
    own = next((c.code for c in countries if sides and c.code in sides), countries[0].code)
    before = [c.code for c in countries if c.end <= level.start and c.code not in (own, "ASEAN")]
    return pair_of(own, before[-1]) if before else None


def partners_in_row(mentions: Mentions, level: Mention, low: int) -> list[Pair]:
    """One party with each of several ("ASEAN elevated relations with China and Australia to …"); empty if not so."""
    text = mentions.text
    countries = mentions.between("country", low, level.start)
    row: list[Mention] = []
    for country in countries:
        if row and _LINK_IN_ROW.fullmatch(text, row[-1].end, country.start):
            row.append(country)
        elif len(row) < 2 and _WITH_ROW.search(text, max(low, country.start - 9), country.start):
            row = [country]
    holders = {country.code for country in countries if country not in row}
    if len(row) < 2 or len(holders) != 1:
        return []
    (holder,) = holders
    return [pair_of(holder, country.code) for country in row if country.code != holder]


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
        if one.code != "KOR" and _KOREA_LEFT.search(text, max(low, one.start - 5), one.start):
            found.append((pair_of("KOR", one.code), one.start - 2, one.end))
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
