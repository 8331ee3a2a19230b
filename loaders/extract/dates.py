"""Dates as releases write them, made ISO at the precision they are given.

Forms taken, English: 15 May 2023, 15-16 May, 30 May - 1 June 2023, May 15-16, 2023, May 20 - May 24,
2023-05-15, October 2024, "in October", today, yesterday evening, tomorrow, "on Friday", this/last/next year
and month, "in 2025". Korean: 2024.4.4.(목), '24.4.4, 2024년 4월 4일, 5.29.(월)-30.(화), 9.16(금)∼18(일),
6월 26일, 7-8일, 지난 4일, 내일(5일), 올해 10월, 내달 3일, '23.5월, 다음 달, 오늘, 작년, 2025년.

A part that is left out (year, month) comes from the date of issue: the date nearest to it, unless the
weekday or a word (지난, 오는, 예정, last, will) says otherwise. Without a date of issue it stays unread.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple


class DateSpan(NamedTuple):
    """A date or a range at `start`–`end` of the text; `first` and `last` are ISO, as precise as the text."""

    start: int
    end: int
    first: str
    last: str
    rule: str


class _Near(NamedTuple):
    """The words around a date, which say whether it lies behind or ahead of the date of issue."""

    before: str
    date: str
    after: str

    def excludes(self, away: int) -> bool:
        """Is a date so many days after the date of issue ruled out by the words?"""
        if away > 0:
            return bool(_BACK.search(self.before))
        return away < 0 and self.ahead()

    def ahead(self) -> bool:
        return bool(_AHEAD.search(self.before) or _PLANNED.match(self.after))

    def wrong_weekday(self, year: int, month: int, day: int) -> bool:
        """Does the date name a weekday, 4.4.(목), that this year does not have on that day?"""
        named = _NAMED_WEEKDAY.search(self.date)
        if not named or day > calendar.monthrange(year, month)[1]:
            return False
        return calendar.weekday(year, month, day) != "월화수목금토일".index(named[1])


_Resolved = tuple[str, str] | None
_BACK = re.compile(r"(?:지난|last|past)\s*$")
_AHEAD = re.compile(
    r"(?:오는|다가오는)\s*$|(?:개최될|열릴)\s[^.]*$|\b(?:will|to be|next|coming|upcoming|scheduled|would)\b[^.;]*$"
)
_PLANNED = re.compile(r"[^.;]{0,40}?(?:예정|개최될|개최되는|열릴|열리는|추진|앞두)")
_NAMED_WEEKDAY = re.compile(r"[(,]\s?([월화수목금토일])(?=요일|\s?\)|$)")
_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
_WEEKDAYS = {name.lower(): number for number, name in enumerate(calendar.day_name)}

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST"
    r"|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT|SEP|OCT|NOV|DEC)\b\.?"
)
_DAY = r"(\d{1,2})(?:st|nd|rd|th)?"
_TO = r"\s*(?:-|to|and|through|until|&|~)\s*"
_YEAR = r"(?:,?\s*((?:19|20)\d\d)\b)?"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_KO_WEEKDAY = r"(?:\s?[(,]\s?[월화수목금토일](?:요일)?\s?\)?)?"
_KO_TO = r"\s?(?:-|~|∼|〜|～|부터)\s?"
_KO_YEAR = r"(?:(올해|금년|지난해|작년|내년|(?:['‘]?\d{2}|(?:19|20)\d{2})(?=\s?[년.]))\s?[년.]?(?:도)?\s?)?"
_KO_YEARS = {"올해": 0, "금년": 0, "지난해": -1, "작년": -1, "내년": 1}
_KO_YEAR_AHEAD = re.compile(r"(올해|금년|지난해|작년|내년)(?:에|의|도)?\s[^.\d]*$")
_KO_DAYS = {
    "오늘": 0, "금일": 0, "이날": 0, "어제": -1, "작일": -1, "전날": -1, "그제": -2, "그저께": -2,
    "내일": 1, "명일": 1, "모레": 2,
}  # fmt: skip
_EN_DAYS = {"today": 0, "tonight": 0, "this": 0, "yesterday": -1, "last night": -1, "tomorrow": 1}
_NEAR_MONTHS = {
    "지난달": -1, "지난 달": -1, "이달": 0, "이번 달": 0, "이번달": 0, "다음달": 1, "다음 달": 1, "내달": 1,
    "last month": -1, "this month": 0, "next month": 1,
}  # fmt: skip


def _iso(year: int, month: int | None = None, day: int | None = None) -> str | None:
    if month is None:
        return f"{year:04d}"
    if not 1 <= month <= 12:
        return None
    if day is None:
        return f"{year:04d}-{month:02d}"
    if not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return f"{year:04d}-{month:02d}-{day:02d}"


def _span(first: str | None, last: str | None) -> _Resolved:
    return (first, last) if first and last and first[:10] <= last[:10] else None


def _full_year(text: str) -> int:
    digits = text.strip("'‘")
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _nearest_year(month: int, day: int, issued: date | None, near: _Near) -> int | None:
    """The year in which the day falls nearest to the date of issue; 지난/last looks back, 오는/next ahead."""
    if issued is None or not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    years = []
    for year in (issued.year - 1, issued.year, issued.year + 1):
        away = (date(year, month, min(day, calendar.monthrange(year, month)[1])) - issued).days
        if near.excludes(away):
            continue
        years.append((near.wrong_weekday(year, month, day), abs(away), year))
    return min(years)[2] if years else None


def _month_shift(issued: date, shift: int) -> tuple[int, int]:
    number = issued.year * 12 + issued.month - 1 + shift
    return number // 12, number % 12 + 1


def _en_day_month(m: re.Match[str], issued: date | None, near: _Near) -> _Resolved:
    day, last_day, month_name, year_text = m.groups()
    return _en_days(month_name, day, month_name, last_day or day, year_text, issued, near)


def _en_across_months(m: re.Match[str], issued: date | None, near: _Near) -> _Resolved:
    day, month, last_day, last_month, year_text = m.groups()
    return _en_days(month, day, last_month, last_day, year_text, issued, near)


def _en_month_day(m: re.Match[str], issued: date | None, near: _Near) -> _Resolved:
    month, day, last_month, last_day, year_text = m.groups()
    return _en_days(month, day, last_month or month, last_day or day, year_text, issued, near)


def _en_days(
    month: str,
    day: str,
    last_month: str,
    last_day: str,
    year_text: str | None,
    issued: date | None,
    near: _Near,
) -> _Resolved:
    first_number, last_number = (_MONTHS[name.lower().rstrip(".")] for name in (month, last_month))
    year = int(year_text) if year_text else _nearest_year(last_number, int(last_day), issued, near)
    if year is None:
        return None
    first_year = year - 1 if first_number > last_number else year
    return _span(_iso(first_year, first_number, int(day)), _iso(year, last_number, int(last_day)))


def _en_month(m: re.Match[str], issued: date | None, near: _Near) -> _Resolved:
    number = _MONTHS[m[1].lower().rstrip(".")]
    if m[2]:
        year: int | None = int(m[2])
    else:
        year = _nearest_year(number, 15, issued, near)
    return _span(_iso(year, number), _iso(year, number)) if year else None


def _iso_day(m: re.Match[str], issued: date | None, near: _Near) -> _Resolved:
    day = _iso(int(m[1]), int(m[2]), int(m[3]))
    return _span(day, day)


def _day_first(m: re.Match[str], issued: date | None, near: _Near) -> _Resolved:
    """29.02.2024, 25/11/2024; where the second number is no month, the first is: 11/25/2024."""
    first, second, year = int(m[1]), int(m[2]), int(m[3])
    day = _iso(year, second, first) or _iso(year, first, second)
    return _span(day, day)


def _ko_short(m: re.Match[str], issued: date | None, near: _Near) -> _Resolved:
    """(9.28), 7.22 스탠리 로: a day without its last point, where nothing else can be meant."""
    month, day = int(m[1]), int(m[2])
    year = _nearest_year(month, day, issued, near)
    return _span(_iso(year, month, day), _iso(year, month, int(m[3] or day))) if year else None


def _relative_day(m: re.Match[str], issued: date | None, near: _Near) -> _Resolved:
    if issued is None:
        return None
    word = m[1].lower()
    day = (issued + timedelta(_KO_DAYS.get(word, _EN_DAYS.get(word, 0)))).isoformat()
    return day, day


def _weekday(m: re.Match[str], issued: date | None, near: _Near) -> _Resolved:
    if issued is None:
        return None
    away = (_WEEKDAYS[m[1].lower()] - issued.weekday()) % 7
    if not near.ahead():
        away = away - 7 if away else 0
    day = (issued + timedelta(away)).isoformat()
    return day, day


def _near_month(m: re.Match[str], issued: date | None, near: _Near) -> _Resolved:
    if issued is None:
        return None
    month = _iso(*_month_shift(issued, _NEAR_MONTHS[m[1].lower()]))
    return _span(month, month)


def _near_year(m: re.Match[str], issued: date | None, near: _Near) -> _Resolved:
    word = m[1].lower()
    if word[:4].isdigit():
        return word[:4], word[:4]
    if issued is None:
        return None
    shift = _KO_YEARS.get(word, {"this year": 0, "last year": -1, "next year": 1}.get(word, 0))
    return str(issued.year + shift), str(issued.year + shift)


def _ko_year(text: str | None, month: int, day: int, issued: date | None, near: _Near) -> int | None:
    if text is None:
        # 올해 라오스에서 개최될 외교장관회의(7월): the year is named further ahead in the sentence.
        named = _KO_YEAR_AHEAD.search(near.before)
        if not named:
            return _nearest_year(month, day, issued, near)
        text = named[1]
    if text in _KO_YEARS:
        return issued.year + _KO_YEARS[text] if issued else None
    return _full_year(text)


def _ko_dotted(m: re.Match[str], issued: date | None, near: _Near) -> _Resolved:
    """2024.4.4.(목), 5.29.(월)-30.(화), 9.16(금)∼18(일), (9.16, 금)."""
    year_text, month_text, day_text, last_a, last_b = m.groups()
    month, day = int(month_text), int(day_text)
    year = _ko_year(year_text, month, day, issued, near)
    if year is None:
        return None
    last_month, last_day = (int(last_a), int(last_b)) if last_b else (month, int(last_a) if last_a else day)
    return _span(_iso(year, month, day), _iso(year, last_month, last_day))


def _ko_month_day(m: re.Match[str], issued: date | None, near: _Near) -> _Resolved:
    """6월 26일, 2024년 4월 4일(목), 9월 6일부터 8일, 5월 30일∼6월 1일."""
    year_text, month_text, day_text, last_month_text, last_day_text = m.groups()
    month, day = int(month_text), int(day_text)
    year = _ko_year(year_text, month, day, issued, near)
    if year is None:
        return None
    last_month = int(last_month_text) if last_month_text else month
    return _span(_iso(year, month, day), _iso(year, last_month, int(last_day_text or day)))


def _ko_month(m: re.Match[str], issued: date | None, near: _Near) -> _Resolved:
    """올해 10월, '23.5월, 2017년 11월, 오는 7월."""
    month = int(m[2])
    year = _ko_year(m[1], month, 15, issued, near)
    return _span(_iso(year, month), _iso(year, month)) if year else None


def _ko_near_month_day(m: re.Match[str], issued: date | None, near: _Near) -> _Resolved:
    """다음달 7-8일, 지난달 15일, 내달 3일."""
    if issued is None:
        return None
    year, month = _month_shift(issued, _NEAR_MONTHS[m[1]])
    return _span(_iso(year, month, int(m[2])), _iso(year, month, int(m[3] or m[2])))


def _ko_day(m: re.Match[str], issued: date | None, near: _Near) -> _Resolved:
    """16일, 7-8일, 지난 4일, 오는 30일: the day of that number nearest to the date of issue."""
    if issued is None:
        return None
    choices = []
    for shift in (-1, 0, 1):
        year, month = _month_shift(issued, shift)
        first = _iso(year, month, int(m[1]))
        found = _span(first, _iso(year, month, int(m[2] or m[1])))
        if first is None or found is None:
            continue
        away = (date.fromisoformat(first) - issued).days
        if near.excludes(away):
            continue
        choices.append((abs(away), found))
    return min(choices)[1] if choices else None


_HANGUL = re.compile("[가-힣]")
_Rule = tuple[str, re.Pattern[str], Callable[[re.Match[str], date | None, _Near], _Resolved]]

# In order: of two rules that claim the same characters the earlier one wins.
_ENGLISH: list[_Rule] = [
    (
        "date:en-across",
        re.compile(rf"\b{_DAY}\s+({_MONTH}){_TO}{_DAY}\s+({_MONTH}){_YEAR}"),
        _en_across_months,
    ),
    (
        "date:en-day-month",
        re.compile(rf"\b{_DAY}(?:{_TO}{_DAY})?\s+(?:of\s+)?({_MONTH}){_YEAR}"),
        _en_day_month,
    ),
    (
        "date:en-month-day",
        re.compile(
            rf"\b({_MONTH})\s+{_DAY}\b(?:{_TO}(?:{_WEEKDAY},?\s+)?(?:({_MONTH})\s+)?{_DAY}\b(?!\s+{_MONTH}))?{_YEAR}"
        ),
        _en_month_day,
    ),
    ("date:iso", re.compile(r"(?<![\d.])((?:19|20)\d\d)[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)"), _iso_day),
    ("date:en-month", re.compile(rf"\b({_MONTH}),?\s+((?:19|20)\d\d)\b"), _en_month),
    (
        "date:day-first",
        re.compile(r"(?<![\d./-])(\d{1,2})[-./](\d{1,2})[-./]((?:19|20)\d\d)(?!\d)"),
        _day_first,
    ),
    (
        "date:en-month-alone",
        re.compile(
            rf"\b(?:in|this|last|next|upcoming|since|by|until)\s+(?:early\s+|late\s+|mid-)?({_MONTH})(\b)"
        ),
        _en_month,
    ),
    (
        "date:en-relative",
        re.compile(r"\b(today|tonight|yesterday|tomorrow|last night)\b", re.I),
        _relative_day,
    ),
    ("date:en-relative", re.compile(r"\b(this)\s+(?:morning|afternoon|evening)\b"), _relative_day),
    ("date:en-weekday", re.compile(rf"\b({_WEEKDAY})\b(?!,?\s+(?:{_MONTH}|\d))"), _weekday),
    ("date:near-month", re.compile(r"\b((?:last|this|next) month)\b"), _near_month),
    ("date:year", re.compile(r"\b((?:this|last|next) year|(?:19|20)\d\d)\b"), _near_year),
]
_KOREAN: list[_Rule] = [
    (
        "date:ko-full",
        re.compile(
            rf"(?<![\d.])(['‘]?\d{{2}}|(?:19|20)\d\d)\.\s?(\d{{1,2}})\.\s?(\d{{1,2}})(?!\d)\.?"
            rf"{_KO_WEEKDAY}(?:{_KO_TO}(\d{{1,2}})(?![\d:])(?:\.\s?(\d{{1,2}})(?![\d:]))?\.?{_KO_WEEKDAY})?"
        ),
        _ko_dotted,
    ),
    (
        "date:ko-dotted",
        re.compile(
            rf"(?<![\d.]){_KO_YEAR}(?<![\d])(\d{{1,2}})\.\s?(\d{{1,2}})(?![\d%])(?:\.|(?=\s?[(,]\s?[월화수목금토일]))"
            rf"{_KO_WEEKDAY}(?:{_KO_TO}(\d{{1,2}})(?![\d:])(?:\.\s?(\d{{1,2}})(?![\d:]))?\.?{_KO_WEEKDAY})?"
        ),
        _ko_dotted,
    ),
    (
        "date:ko-month-day",
        re.compile(
            rf"{_KO_YEAR}(?<!\d)(\d{{1,2}})월\s?(\d{{1,2}})일?{_KO_WEEKDAY}"
            rf"(?:{_KO_TO}(?:(\d{{1,2}})월\s?)?(\d{{1,2}})일{_KO_WEEKDAY})?(?=[^\d명])"
        ),
        _ko_month_day,
    ),
    (
        "date:ko-near-month",
        re.compile(rf"(다음\s?달|지난\s?달|이번\s?달|이달|내달)\s?(\d{{1,2}})(?:{_KO_TO}(\d{{1,2}}))?일"),
        _ko_near_month_day,
    ),
    (
        "date:ko-short",
        re.compile(
            r"(?:(?<=\()|(?<=[은는이가도] ))(\d{1,2})\.\s?(\d{1,2})"
            r"(?:(?:\.?\s?[-~∼]\s?(\d{1,2}))?(?=\)|간\s)|(?=\s(?!퍼센트|만\s|억|조\s|배|명|달러|점)[가-힣「'\"]{2}))"
        ),
        _ko_short,
    ),
    ("date:ko-month", re.compile(rf"{_KO_YEAR}(?<!\d)(\d{{1,2}})월(?!\s?\d)"), _ko_month),
    (
        "date:ko-day",
        re.compile(
            rf"(?<![\d월년,.])(\d{{1,2}})(?:일?{_KO_WEEKDAY}{_KO_TO}(\d{{1,2}}))?일(?!간|째|정|\s?만에|\s?동안)"
        ),
        _ko_day,
    ),
    ("date:ko-relative", re.compile(r"(오늘|금일|어제|전날|그제|내일|명일|모레|이날)"), _relative_day),
    ("date:near-month", re.compile(r"(다음\s?달|지난\s?달|이달|이번\s?달|내달)"), _near_month),
    ("date:year", re.compile(r"(올해|금년|작년|지난해|내년|(?<!\d)(?:19|20)\d\d(?=년))"), _near_year),
]


_DIGIT = re.compile(r"\d")
_LETTER = re.compile("[A-Za-z]")
_WITHOUT_NUMBER = frozenset(
    {
        "date:en-month-alone",
        "date:en-relative",
        "date:en-weekday",
        "date:ko-relative",
        "date:near-month",
        "date:year",
    }
)


@cache
def _rules(hangul: bool, letters: bool, numbers: bool) -> list[_Rule]:
    """The rules that can find a date in a text with or without Hangul, Latin letters and numbers."""
    rules = _KOREAN + _ENGLISH if hangul else _ENGLISH
    return [
        rule
        for rule in rules
        if (letters or not rule[0].startswith("date:en")) and (numbers or rule[0] in _WITHOUT_NUMBER)
    ]


def find_dates(text: str, start: int, end: int, issued: date | None) -> list[DateSpan]:
    """The dates between `start` and `end` of the text (look-alike characters made one), in order."""
    hangul = _HANGUL.search(text, max(0, start - 100), end + 100)
    taken: list[tuple[int, int]] = []
    found: list[DateSpan] = []
    letters = not hangul or _LETTER.search(text, start, end)
    numbers = _DIGIT.search(text, start, end)
    for rule, pattern, resolve in _rules(bool(hangul), bool(letters), bool(numbers)):
        for match in pattern.finditer(text, start, end):
            low, high = match.span()
            if any(low < other_high and other_low < high for other_low, other_high in taken):
                continue
            near = _Near(text[max(start, low - 60) : low], match[0], text[high : min(end, high + 60)])
            span = resolve(match, issued, near)
            if span:
                taken.append((low, high))
                found.append(DateSpan(low, high, span[0], span[1], rule))
    found.sort()
    return found
