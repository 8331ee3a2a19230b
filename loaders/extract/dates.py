"""Dates as releases write them, made ISO at the precision they are given.

Forms taken, English: 15 May 2023, 15-16 May, 30 May - 1 June 2023, May 15-16, 2023, May 20 - May 24,
2023-05-15, October 2024, "in October", today, yesterday evening, tomorrow, "on Friday", this/last/next year
and month, "in 2025". Korean: 2024.4.4.(목), '24.4.4, 2024년 4월 4일, 5.29.(월)-30.(화), 9.16(금)∼18(일),
6월 26일, 7-8일, 지난 4일, 내일(5일), 올해 10월, 내달 3일, '23.5월, 다음 달, 오늘, 작년, 2025년.

A part that is left out (year, month) comes from the date of issue: the date nearest to it, unless the
weekday or a word (지난, 오는, 예정, last, will) says otherwise. Without a date of issue it stays unread.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from loaders.extract.dates_en import ENGLISH
from loaders.extract.dates_ko import KOREAN
from loaders.extract.days import Near, Rule


class DateSpan(NamedTuple):
    """A date or a range at `start`–`end` of the text; `first` and `last` are ISO, as precise as the text."""

    start: int
    end: int
    first: str
    last: str
    rule: str


_HANGUL = re.compile("[가-힣]")
_DIGIT = re.compile(r"\d")
_LETTER = re.compile("[A-Za-z]")
_WITHOUT_NUMBER = frozenset(
    {
        "date:en-month-alone",
        "date:en-relative",
        "date:en-weekday",
        "date:months-ago",
        "date:ko-relative",
        "date:ko-days-ago",
        "date:ko-weekday",
        "date:near-month",
        "date:year",
        "date:years-ago",
    }
)


_CUES = tuple(dict.fromkeys(rule.cues for rule in KOREAN + ENGLISH))


@lru_cache(1024)
def _rules(hangul: bool, letters: bool, numbers: bool, cued: tuple[bool, ...]) -> list[Rule]:
    """The rules that can find a date in a text with or without Hangul, Latin letters, numbers and each of the cues."""
    heard = {cues for cues, there in zip(_CUES, cued, strict=True) if there}
    rules = KOREAN + ENGLISH if hangul else ENGLISH
    return [
        rule
        for rule in rules
        if rule.cues in heard
        and (letters or not rule.name.startswith("date:en"))
        and (numbers or rule.name in _WITHOUT_NUMBER)
    ]


def find_dates(text: str, start: int, end: int, issued: date | None) -> list[DateSpan]:
    """The dates between `start` and `end` of the text (look-alike characters made one), in order."""
    hangul = _HANGUL.search(text, max(0, start - 100), end + 100)
    taken: list[tuple[int, int]] = []
    found: list[DateSpan] = []
    letters = not hangul or _LETTER.search(text, start, end)
    numbers = _DIGIT.search(text, start, end)
    sentence = text[start:end].lower()
    cued = tuple([any(map(sentence.__contains__, cues)) for cues in _CUES])
    for rule, _, pattern, resolve in _rules(bool(hangul), bool(letters), bool(numbers), cued):
        for match in pattern.finditer(text, start, end):
            low, high = match.span()
            if any(low < other_high and other_low < high for other_low, other_high in taken):
                continue
            near = Near(text[max(start, low - 140) : low], match[0], text[high : min(end, high + 60)])
            span = resolve(match, issued, near)
            if span:
                taken.append((low, high))
                found.append(DateSpan(low, high, span[0], span[1], rule))
    found.sort()
    return found
