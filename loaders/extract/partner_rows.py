"""Several parties that each took a step with one."""

from __future__ import annotations

import re

from loaders.extract.country_pairs import NO_PARTY, Pair, pair_of
from loaders.extract.lexicon import Mention, Mentions
from loaders.extract.pairs import OF_ASEAN, SUBJECT_KO, Frame, is_region

_LINK_IN_ROW = re.compile(r", (?:the )?|,? and (?:the )?")
_LINK_OF_SUBJECTS = re.compile(
    r"(?: \([^)]{2,20}\))?(?:,? and (?:on |to |with )?(?:the )?|, (?:the )?|(?:과|와|및|,|·) ?)"
)
_OF_ONE = re.compile(r"s?(?: \([A-Z]{2,4}\))? (?:of|to|for) (?:the )?")
_WITH_ROW = re.compile(r"\bwith (?:the )?$")
_OF_ONE_KO = re.compile(r"의 ?(?:[가-힣\d]+ ){0,2}['\"“‘]?")
_BESIDE_ALL = re.compile(r"(?:과|와)(?:는|도)?(?![가-힣])")
_LINK_OF_ROW_KO = re.compile(r"(?: 전체)?(?:, ?(?:그리고 )?|(?:과|와) |·| 및 )")


def partners_in_row(
    mentions: Mentions, level: Mention, low: int, high: int, frame: Frame | None = None
) -> list[Pair]:
    """One party with each of several; empty if not so.

    ASEAN elevated relations with China and Australia to …      Chile and Peru became strategic partners of Japan
    Germany and Chile are Development Partners
    """
    text = mentions.text
    countries = mentions.between("country", low, level.start)
    row: list[Mention] = []
    for country in countries:
        if row and _LINK_IN_ROW.fullmatch(text, row[-1].end, country.start):
            row.append(country)
        elif len(row) < 2 and _WITH_ROW.search(text, max(low, country.start - 9), country.start):
            row = [country]
    holders = {country.code for country in countries if country not in row}
    if len(row) > 1 and len(holders) == 1:
        (holder,) = holders
        return [pair_of(holder, country.code) for country in row if country.code != holder]
    return _partners_of_one(mentions, level, low, high) or _with_each(mentions, level, low, frame)


def _with_each(mentions: Mentions, level: Mention, low: int, frame: Frame | None) -> list[Pair]:
    """Each of a Korean row with whom one took the step, or who became partners of one.

    아세안은 중국, 호주와 …      (일본은 …) 아세안, 그리고 인도네시아와 …      미국과 인도가 아세안의 동반자가
    """
    text = mentions.text
    named = [c for c in mentions.between("country", low, level.start) if c.code not in NO_PARTY]
    if len(named) < 2 or text[named[-1].start] < "가":
        return []
    of_one = _OF_ONE_KO.fullmatch(text, named[-1].end, level.start) is not None
    row = [named[-2 if of_one else -1]]
    for country in reversed(named[: -2 if of_one else -1]):
        if not _LINK_OF_ROW_KO.fullmatch(text, country.end, row[0].start):
            break
        row.insert(0, country)
    codes = list(dict.fromkeys(country.code for country in row))
    if len(codes) < 2:
        return []
    before = [c.code for c in named if c.end <= row[0].start and SUBJECT_KO.match(text, c.end)]
    if of_one and SUBJECT_KO.match(text, row[-1].end):
        holder: str | None = named[-1].code
    elif not _BESIDE_ALL.match(text, row[-1].end):
        return []
    elif before:
        holder = before[-1]
    elif frame and "ASEAN" in codes:
        holder = next((c for c in (frame.subject_before(low), frame.host, frame.hub, frame.own) if c), None)
    else:
        return []
    return [pair_of(holder, code) for code in codes] if holder and holder not in codes else []


def _partners_of_one(mentions: Mentions, level: Mention, low: int, high: int) -> list[Pair]:
    """The countries joined before a level that each holds with the one named behind it, or with ASEAN."""
    text = mentions.text
    row: list[Mention] = []
    for country in mentions.between("country", low, level.start):
        if country.code in NO_PARTY or is_region(text, country) or country.code == "ASEAN":
            continue
        if row and not _LINK_OF_SUBJECTS.fullmatch(text, row[-1].end, country.start):
            row = []
        row.append(country)
    if len(row) < 2:
        return []
    of = _OF_ONE.match(text, level.end, high)
    holder = of and next(
        (c.code for c in mentions.between("country", of.end(), min(high, of.end() + 40))), None
    )
    if holder is None and level.code in OF_ASEAN:
        holder = "ASEAN"
    if holder is None or holder in {country.code for country in row}:
        return []
    return [pair_of(holder, country.code) for country in row]
