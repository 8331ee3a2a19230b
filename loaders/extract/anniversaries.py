"""What an anniversary of relations is of, how many years it counts, and the year it implies.

the 50th anniversary of dialogue relations      대화관계 수립 35주년      30 years since … in 1992
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from loaders.extract.lexicon import Mention, Mentions

_COUNT = re.compile(r"(?:(?<!\d)(\d{1,3})(?:st|nd|rd|th)?|\b([A-Za-z]+))[ -]?(?:year )?$")
_NEARLY = re.compile(
    r"\b(?:cusp|nearly|almost|approach\w*|upcoming)\b|\b(?:more than|over|around|roughly|some) [\w-]+ $",
    re.IGNORECASE,
)
_RELATIVE_YEARS = (
    (re.compile(r"내후년"), 2),
    (re.compile(r"\b(?:[Nn]ext|[Cc]oming|following) year|내년|다음 해"), 1),
    (re.compile(r"\b[Tt]his year|올해|금년"), 0),
    (re.compile(r"\b[Ll]ast year|작년|지난해"), -1),
)
_ABSOLUTE_YEAR = re.compile(r"(?<![\d.])((?:19|20)\d\d)(?!\d)|'(\d\d)년")
_OPENING_YEAR = re.compile(r"In ((?:19|20)\d\d),? ")
_IN_YEAR = re.compile(r"\bin ((?:19|20)\d\d),? (?:the|leaders|both|they|we|ministers)\b")
_BEGAN_IN = re.compile(r"[^.;]{0,60}?\bin ((?:19|20)\d\d)\b")
# Of a country's step within a framework, no anniversary of relations.
_OF_A_STEP = re.compile(r"\b(?:joining|accession|acceding|founding|launch)\b", re.IGNORECASE)
_OTHER_COUNT = re.compile(r"\b(?:\d{1,3}|[a-z]+ty) years\b|\d(?:st|nd|rd|th) anniversary")
_AFTER_KO = 12  # characters behind a Korean anniversary in which its year may stand

_LONG = ("decade of", "decades of", "half a century of", "quarter of a century of", "quarter century of")
_CENTURY = {"half": 50, "quarter": 25}
# the 45th anniversary of ASEAN-EU relations
_RELATIONS_OF = re.compile(
    r"s?(?: of| since|, of)? (?:the )?[A-Z][\w.]*[-–][A-Z][\w. ]{1,20}? (?:relations|ties|partnership)\b"
)
_ORDINAL = re.compile(r"(?:\dst|\dnd|\drd|\dth|third|fifth|[a-z]{2,}th) $", re.IGNORECASE)
_NUMBERS = {
    word: number
    for words in (
        "one two three four five six seven eight nine ten",
        "first second third fourth fifth sixth seventh eighth ninth tenth",
    )
    for number, word in enumerate(words.split(), start=1)
} | {
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "twentieth": 20,
    "fiftieth": 50,
}


_TURNS = ("turned", "turns", "turn", "completes", "completed", "complete")
_AGE = re.compile(r" (?:(\d{1,2}|[a-z]+)(?: years?(?: old)?)?|(a decade))(?=[ ,.])")
_FOR_YEARS = re.compile(
    r"s?(?: of [A-Z][\w ]{2,20})? for (?:exactly |now |the past )?(?:(\d{1,2}|[a-z]+) years|(a decade))\b"
)
_HAVE_BEEN = re.compile(r"\b(?:have|has|had) been[^.;,]{0,50}$")
_TENS = {"열": 10, "스물": 20, "스무": 20, "서른": 30, "마흔": 40, "쉰": 50, "예순": 60, "일흔": 70}
_ONES = {
    "한": 1, "하나": 1, "두": 2, "둘": 2, "세": 3, "셋": 3, "석": 3, "네": 4, "넷": 4, "다섯": 5, "여섯": 6, "일곱": 7,
    "여덟": 8, "아홉": 9,
}  # fmt: skip
_TEN_WORD, _ONE_WORD = "|".join(_TENS), "|".join(sorted(_ONES, key=len, reverse=True))
_NATIVE = re.compile(rf"(?<![가-힣])({_TEN_WORD})?({_ONE_WORD})?$")
_BEGUN = (
    r"['’\"”]?(?: ?관계)?['’\"”]?(?:을|를|가|이)? ?"
    r"(?:(?:처음 )?(?:맺은|수립한|수립된|시작한|시작된|세운|연|튼|된|격상한|격상된) )?지 ?"
)
# 대화관계를 맺은 지 올해로 35년, 전략적 동반자가 된 지 올해로 열두 해
_SINCE_KO = re.compile(rf"{_BEGUN}[^.;]{{0,20}}$")
YEARS_SINCE_KO = re.compile(
    rf"{_BEGUN}(?:벌써 |이미 |올해로 |올해 |내년이면 |꼭 |딱 )?"
    rf"(?:(\d{{1,3}})|({_TEN_WORD})?({_ONE_WORD})?) ?(?:년|해|돌)(?!째)"
)


class Anniversary(NamedTuple):
    """The level whose years are counted, how it is worded, and the year the relations began (None if not clear)."""

    level: Mention
    stated: str
    began: str | None


def read_anniversary(
    mentions: Mentions, word: Mention, low: int, high: int, published: date | None
) -> Anniversary | None:
    """The anniversary told by `word` in the sentence from `low` to `high`; None where it is of something else."""
    text = mentions.text
    if word.word in _TURNS:
        return _turned(mentions, word, low, high, published)
    korean = word.word[0] >= "가"
    count = _count_ko(text, word, low) if korean else _count_at(text, word, low)
    level = _level_of(mentions, word, low, high)
    if count is None or level is None or _NEARLY.search(text[max(low, word.start - 45) : word.start]):
        return None
    since = word.word.endswith("since")
    if not since and count == 1 and not re.match(r"s? (?:of|since)|$", text[word.end : word.end + 6]):
        return None
    began = _BEGAN_IN.match(text, level.end, high) if since else None
    if began:
        return Anniversary(level, f"{count} years since", began[1])
    year = _year_of(text, word, low, high, published)
    stated = f"{count} years since" if since else f"{count}{_ending(count)} anniversary"
    return Anniversary(level, stated + (f" in {year}" if year else ""), str(year - count) if year else None)


def _turned(
    mentions: Mentions, word: Mention, low: int, high: int, published: date | None
) -> Anniversary | None:
    """The partnership turned five in March, will complete a decade next year."""
    text = mentions.text
    number = _AGE.match(text, word.end)
    levels = [m for m in mentions.between("partnership", low, word.start) if m.code.startswith("level:")]
    if not number or not levels or word.start - levels[-1].end > 60:
        return None
    count = 10 if number[2] else _count(number[1])
    year = _year_of(text, word, low, high, published)
    if not count or not year:
        return None
    return Anniversary(levels[-1], f"{count}{_ending(count)} anniversary in {year}", str(year - count))


def for_years(text: str, level: Mention, low: int, published: date | None) -> Anniversary | None:
    """Have been strategic partners for ten years, for a decade."""
    match = _FOR_YEARS.match(text, level.end)
    if not match or published is None or not _HAVE_BEEN.search(text, low, level.start):
        return None
    count = 10 if match[2] else _count(match[1])
    return Anniversary(level, f"{count} years", str(published.year - count)) if count else None


def _level_of(mentions: Mentions, word: Mention, low: int, high: int) -> Mention | None:
    """What the anniversary is of."""
    korean = word.word[0] >= "가"
    since = word.word.endswith("since")
    levels = [
        mention
        for mention in mentions.between(
            "partnership",
            max(low, word.start - 44) if korean else word.end,
            min(high, word.end + (150 if since else 90)),
        )
        if mention.code.startswith("level:")
    ]
    if korean:
        levels = [m for m in levels if m.code not in ("level:same", "level:up")]
        before = [
            m
            for m in levels
            if m.end <= word.start
            and (word.start - m.end < 14 or _SINCE_KO.match(mentions.text, m.end, word.start))
        ]
        after = [m for m in levels if 0 <= m.start - word.end < 14]
        return before[-1] if before else after[0] if after else None
    if levels:
        between = mentions.text[word.end : levels[0].start]
        if _OF_A_STEP.search(between) or _OTHER_COUNT.search(between):
            return None
        if word.word in ("years of", "years as", "year of", *_LONG):
            return levels[0] if re.fullmatch(r"(?: [\w.'’-]+){0,4}(?: and)? ", between) else None
        if re.fullmatch(rf"s?(?: of| since|, of)?(?: [^;,]{{0,{120 if since else 70}}})?", between):
            return levels[0]
    if _RELATIONS_OF.match(mentions.text, word.end):
        return word._replace(code="level:diplomatic")
    for name, code in (("dialogue", "dialogue"), ("comprehensive", "other"), ("strategic", "strategic")):
        if name in word.word:
            return word._replace(code=f"level:{code}")
    if re.search(r"relations|ties", word.word):
        return word._replace(code="level:diplomatic")
    return None


def years_since_ko(text: str, level: Mention, low: int, published: date | None) -> Anniversary | None:
    """A Korean level with the years since it, without a word for the anniversary: 대화를 시작한 지 40년."""
    match = YEARS_SINCE_KO.match(text, level.end)
    if match is None or published is None:
        return None
    number = int(match[1]) if match[1] else _TENS.get(match[2] or "", 0) + _ONES.get(match[3] or "", 0)
    if not number:
        return None
    before = text[max(low, level.start - 40) : level.start] + match[0]
    told = re.search(r"((?:19|20)\d\d)년(?:이면|에는|이|은)", before)
    year = int(told[1]) if told else published.year
    if not told:
        year += next((shift for pattern, shift in _RELATIVE_YEARS if pattern.search(before)), 0)
    return Anniversary(level, f"{number}{_ending(number)} anniversary in {year}", str(year - number))


def _year_of(text: str, word: Mention, low: int, high: int, published: date | None) -> int | None:
    """The year of the anniversary: one said near it, else the year of issue."""
    korean = word.word[0] >= "가"
    before = text[max(low, word.start - (40 if korean else 110)) : word.start]
    after = text[word.end : min(high, word.end + (_AFTER_KO if korean else 110))]
    opening = _OPENING_YEAR.match(text, low) or _IN_YEAR.search(text, low, word.start)
    if opening:
        return int(opening[1])
    for around in (before, after):
        for pattern, shift in _RELATIVE_YEARS:
            if published and pattern.search(around):
                return published.year + shift
    if not word.word.endswith("since"):
        for around in (before, after):
            for found in _ABSOLUTE_YEAR.finditer(around):
                year = int(found[1] or f"20{found[2]}")
                if published is None or abs(year - published.year) < 3:
                    return year
    return published.year if published else None


def _count_at(text: str, word: Mention, low: int) -> int | None:
    """The number of years that the words of an anniversary count."""
    if "century" in word.word:
        return _CENTURY[word.word.partition(" ")[0]]
    before = text[max(low, word.start - 20) : word.start]
    if word.word.startswith("decade"):
        number = 1 if before.endswith(("a ", "A ")) else _count(before)
        return number * 10 if number else None
    if word.word == "year of" and not _ORDINAL.search(before):
        return None
    return _count(before)


def _count_ko(text: str, word: Mention, low: int) -> int | None:
    """Years told in figures or in native words: 35, 서른다섯, 열두."""
    before = text[max(low, word.start - 8) : word.start].rstrip()
    digits = re.search(r"(?<!\d)(\d{1,3})$", before)
    if digits:
        return int(digits[1])
    if before.endswith("반세기"):
        return 50
    native = _NATIVE.search(before)
    if native is None or not native[0]:
        return None
    return _TENS.get(native[1] or "", 0) + _ONES.get(native[2] or "", 0)


def _count(before: str) -> int | None:
    match = _COUNT.search(before.rstrip() + " ")
    if not match:
        return None
    return int(match[1]) if match[1] else _NUMBERS.get(match[2].lower())


def _ending(count: int) -> str:
    return {1: "st", 2: "nd", 3: "rd"}.get(0 if count % 100 in (11, 12, 13) else count % 10, "th")
