"""The number of a meeting in its series, as a release words it.

제28차, 28차 회의, 정상회의(28차), 스물네 번째, 제XXIV차     the 27th, the twenty-seventh, the inaugural, the XXIV AEMM

A count of talks (취임 후 첫 회담, 두 번째 만남) is no number of a series.
"""

from __future__ import annotations

import re

Numbered = tuple[int, tuple[int, int]]

_FIRST = frozenset({"첫", "첫 번째", "first"})
_KO_TENS = {"열": 10, "스물": 20, "서른": 30, "마흔": 40, "쉰": 50}
_KO_UNITS = {
    "한": 1, "하나": 1, "두": 2, "둘": 2, "세": 3, "셋": 3, "네": 4, "넷": 4, "다섯": 5, "여섯": 6, "일곱": 7,
    "여덟": 8, "아홉": 9, "스무": 20, "첫": 1,
}  # fmt: skip
_KO_ORDINAL = re.compile(
    r"제?\s?(\d{1,3})(?:\s?[·,~-]\s?\d{1,3})?\s?[차회](?!\s?연속|관|의)|(첫)\s(?:번째\s)?|제\s?([IVXL]{1,8})\s?[차회]"
)
# 스물네 번째, 24번째, 24회째: a number of the series, but of talks only a count.
_KO_COUNT = re.compile(
    rf"(?<![가-힣\d])(?:(?P<digits>\d{{1,3}})|(?P<tens>{'|'.join(_KO_TENS)})?(?P<unit>{'|'.join(_KO_UNITS)})?)"
    r"(?:\s?번째|(?<=\d)[차회]째)(?=\s)(?!\s(?:로|만))"
)
_BEHIND = re.compile(r"\s?\((?:제\s?)?(\d{1,3})\s?[차회]\)")
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}
_EN_ORDINAL = re.compile(
    r"\b(\d{1,3})\s?(?:st|nd|rd|th)\b(?:\s(?:and|&)\s(?:the\s)?\d{1,3}(?:st|nd|rd|th)\b)?",
    re.IGNORECASE,
)
_EN_WORDS = re.compile(
    r"\b(?:(twenty|thirty|forty|fifty)[- ])?(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
    r"|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth"
    r"|thirtieth"
    r"|fortieth|inaugural|maiden|first-ever)\b",
    re.IGNORECASE,
)
_EN_ROMAN = re.compile(r"\b([IVXL]{2,8})\b")  # the XXIV AEMM
# The forms, each with a sign that it cannot do without: quickly found, and in few names.
_FORMS = (
    (re.compile(r"[\d첫IVXL]"), _KO_ORDINAL),
    (re.compile("째"), _KO_COUNT),
    (re.compile(r"\d"), _EN_ORDINAL),
    (re.compile("[A-Za-z]"), _EN_WORDS),
    (re.compile("[IVXL]"), _EN_ROMAN),
)
_UNITS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth",
    "nineteenth", "twentieth",
)  # fmt: skip
_NUMBERS = {word: number for number, word in enumerate(_UNITS, 1)} | {
    "thirtieth": 30, "fortieth": 40, "inaugural": 1, "maiden": 1, "first-ever": 1,
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
}  # fmt: skip
# An ordinal counts something else: an anniversary, a century, a track.
_NOT_ORDINAL = re.compile(
    r"^-(?!ever)|^,(?! \d)|^\s?(?:and third|anniversary|century|birthday|time\b|floor|year\b|주년|년|국|개)",
    re.IGNORECASE,
)
# The first talks of three or four open a series; of two they only count.
_OF_SEVERAL = re.compile(
    r"(?:[- ]ever)?,? (?:(?:in-person|virtual|formal|official|standalone|stand-alone|such) )?(?:leaders'? )?"
    r"(?:(?:tri|quadri|pluri)lateral|(?:three|four)-(?:way|party|nation|country)|tripartite|four-sided|three-sided)\b",
    re.IGNORECASE,
)
_NTH_TIME = re.compile(
    r"[^.;:]{0,160}?\b(?:met|meets|convened|convenes|came together|gathered|sat|assembled"
    r"|was (?:held|convened)|took place)"
    r"(?: (?:here|today|yesterday|on \w+day|in [A-Z]\w+)){0,2} for the (first|second|third|fourth|fifth"
    r"|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth) time\b(?! (?:in|since|this|after))"
)
_IN_MONTH = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\s$"
)
_LEADS_TO_NAME = re.compile(
    r"(?:[\s'\"「『(\[,-]|\d{1,3}(?:st|nd|rd|th)|\b(?:and|the|of|their|its|annual|special|meeting|session|round"
    r"|edition|joint"
    r"|in-person|virtual|formal|official|(?:three|four)-(?:way|party|nation|country)|high-level|trilateral|bilateral|ministerial|(?-i:[A-Z](?:[\w']|-(?=\w))*+))\b"
    r"|\d{4}년?(?:도)?|연례|정례|고위급|임시|특별)*+",
    re.IGNORECASE,
)


def find_ordinal(
    text: str, low: int, start: int, end: int, *, counts: bool, series: bool = False
) -> tuple[int | None, tuple[int, int] | None]:
    """The number of a meeting, in its name (`start`–`end`) or right before it (from `low`).

    `counts`: "first" before talks of two sides counts their talks (취임 후 첫 회담), it numbers no series;
    `series`: the name gives all sides, so that a number in words may stand for the series.
    """
    best: tuple[int, int, int] | None = None
    for sign, pattern in _FORMS:
        if not sign.search(text, low, end):
            continue
        if counts and ((pattern is _KO_COUNT and not series) or pattern is _EN_ROMAN):
            continue
        for match in pattern.finditer(text, low, end):
            if _NOT_ORDINAL.match(text[match.end() : match.end() + 14]) or _IN_MONTH.search(
                text[max(0, match.start() - 12) : match.start()]
            ):
                continue
            if match.end() < start and not _LEADS_TO_NAME.fullmatch(text, match.end(), start):
                continue
            if counts and match[0].strip().lower() in _FIRST and not _OF_SEVERAL.match(text, match.end()):
                continue
            number = _number(match)
            if number and (best is None or match.start() > best[1]):
                best = (number, match.start(), match.end())
    return (best[0], (best[1], best[2])) if best else (None, None)


def ordinal_behind(text: str, end: int) -> Numbered | None:
    """The number in brackets right behind a name that ends at `end`: 정상회의(28차)."""
    found = _BEHIND.match(text, end)
    return (int(found[1]), found.span(1)) if found else None


def told_behind(text: str, end: int, high: int) -> Numbered | None:
    """The number behind the name: the committee came together for the first time."""
    found = _NTH_TIME.match(text, end, high)
    return (_NUMBERS[found[1]], found.span(1)) if found else None


def _number(match: re.Match[str]) -> int:
    if match.re is _KO_COUNT:
        tens, unit = _KO_TENS.get(match["tens"], 0), _KO_UNITS.get(match["unit"], 0)
        return int(match["digits"] or tens + unit)
    groups = [group for group in match.groups() if group]
    if match.re is _EN_WORDS:
        return sum(_NUMBERS[group.lower()] for group in groups)
    if groups[0] == "첫":
        return 1
    return int(groups[0]) if groups[0].isdigit() else _roman(groups[0])


def _roman(numeral: str) -> int:
    """XXIV is 24."""
    values = [_ROMAN[letter] for letter in numeral]
    return sum(
        -value if any(value < later for later in values[place + 1 :]) else value
        for place, value in enumerate(values)
    )
