"""What the forms of dates share: the words around a date, and the year it gets from the date of issue."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple


class Near(NamedTuple):
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


Resolved = tuple[str, str] | None
_BACK = re.compile(r"(?:지난|last|past)\s*$")
_AHEAD = re.compile(
    r"(?:오는|다가오는)\s*$|(?:개최될|열릴)\s[^.]*$"
    # not beyond the end of a clause; the points of "U.S." and "Jr." end none
    r"|\b(?:will|to be|next|coming|upcoming|scheduled|would|(?:is|are) (?:due |set |expected )?to|plans? to)\b"
    r"(?:[^.;]|(?<=[A-Z])\.|(?<=[JMDS]r)\.)*$"
)
_PLANNED = re.compile(r"[^.;]{0,40}?(?:예정|개최될|열릴|추진|앞두)")
_ABOUT = re.compile(r"(?:over|than|nearly|almost|about|some|around|only|just|약|거의|불과)\s$", re.IGNORECASE)
_NAMED_WEEKDAY = re.compile(r"[(,]\s?([월화수목금토일])(?=요일|\s?\)|$)")
KO_YEARS = {"올해": 0, "금년": 0, "지난해": -1, "작년": -1, "재작년": -2, "내년": 1}
_EN_YEARS = {"this year": 0, "last year": -1, "next year": 1}
_COUNTS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
_KO_COUNTS = {
    "한": 1, "두": 2, "석": 3, "세": 3, "넉": 4, "네": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9,
    "열": 10,
}  # fmt: skip
KO_COUNT = "|".join(_KO_COUNTS)
EN_COUNT = "|".join(_COUNTS)
_EN_COUNTS = {word: number for number, word in enumerate(_COUNTS, 1)} | {"a": 1}
_KO_DAYS = {
    "오늘": 0, "금일": 0, "이날": 0, "어제": -1, "작일": -1, "전날": -1, "그제": -2, "그저께": -2,
    "내일": 1, "명일": 1, "모레": 2,
}  # fmt: skip
_EN_DAYS = {"today": 0, "tonight": 0, "this": 0, "yesterday": -1, "last night": -1, "tomorrow": 1}
NEAR_MONTHS = {
    "지난달": -1, "지난 달": -1, "이달": 0, "이번 달": 0, "이번달": 0, "다음달": 1, "다음 달": 1, "내달": 1,
    "last month": -1, "this month": 0, "next month": 1,
}  # fmt: skip


def iso_date(year: int, month: int | None = None, day: int | None = None) -> str | None:
    if month is None:
        return f"{year:04d}"
    if not 1 <= month <= 12:
        return None
    if day is None:
        return f"{year:04d}-{month:02d}"
    if not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return f"{year:04d}-{month:02d}-{day:02d}"


def resolved_span(first: str | None, last: str | None) -> Resolved:
    return (first, last) if first and last and first[:10] <= last[:10] else None


def full_year(text: str) -> int:
    digits = text.strip("'‘")
    if len(digits) == 4:
        return int(digits)
    return (1900 if int(digits) > 70 else 2000) + int(digits)


def nearest_year(month: int, day: int, issued: date | None, near: Near) -> int | None:
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


def month_shift(issued: date, shift: int) -> tuple[int, int]:
    number = issued.year * 12 + issued.month - 1 + shift
    return number // 12, number % 12 + 1


def iso_day(m: re.Match[str], issued: date | None, near: Near) -> Resolved:
    day = iso_date(int(m[1]), int(m[2]), int(m[3]))
    return resolved_span(day, day)


def relative_day(m: re.Match[str], issued: date | None, near: Near) -> Resolved:
    if issued is None:
        return None
    word = m[1].lower()
    day = (issued + timedelta(_KO_DAYS.get(word, _EN_DAYS.get(word, 0)))).isoformat()
    return day, day


def near_month(m: re.Match[str], issued: date | None, near: Near) -> Resolved:
    if issued is None:
        return None
    month = iso_date(*month_shift(issued, NEAR_MONTHS[m[1].lower()]))
    return resolved_span(month, month)


def near_year(m: re.Match[str], issued: date | None, near: Near) -> Resolved:
    word = m[1].lower()
    if word[:4].isdigit():
        return word[:4], word[:4]
    if issued is None:
        return None
    shift = KO_YEARS.get(word, _EN_YEARS.get(word, 0))
    return str(issued.year + shift), str(issued.year + shift)


def years_ago(m: re.Match[str], issued: date | None, near: Near) -> Resolved:
    """ "Two years ago", 3년 전, 2년 전 12월: the year, or month; one only about so long ago stays unread."""
    if issued is None or _ABOUT.search(near.before):
        return None
    year = issued.year - count(m[1])
    more = m[2] if m.re.groups > 1 else None
    if not more:
        found = iso_date(year)
    elif more.isdigit():
        found = iso_date(year, int(more))
    else:  # two years ago today
        found = iso_date(year, issued.month, issued.day)
    return resolved_span(found, found)


def decades_ago(m: re.Match[str], issued: date | None, near: Near) -> Resolved:
    """Half a century ago, two decades ago: the year."""
    if issued is None or _ABOUT.search(near.before):
        return None
    words = m[1].lower()
    back = 50 if "half" in words else 25 if "quarter" in words else 10 * count(words.split()[0])
    return str(issued.year - back), str(issued.year - back)


def months_ago(m: re.Match[str], issued: date | None, near: Near) -> Resolved:
    """ "Three months ago", 석 달 전: the month; three days ago: the day."""
    unit = m[2].lower() if m.re.groups > 1 else "month"
    if issued is None or (unit == "month" and _ABOUT.search(near.before)):
        return None
    if unit != "month":
        day = (issued - timedelta(count(m[1]) * (7 if unit == "week" else 1))).isoformat()
        return day, day
    month = iso_date(*month_shift(issued, -count(m[1])))
    return resolved_span(month, month)


def count(word: str) -> int:
    word = word.lower()
    return int(word) if word.isdigit() else _EN_COUNTS.get(word) or _KO_COUNTS[word]


class Rule(NamedTuple):
    """A form of dates. `cues`: one of these stands, in small letters, in every date of the form; they are looked for
    first, which costs less than the search for the form.
    """

    name: str
    cues: tuple[str, ...]
    pattern: re.Pattern[str]
    resolve: Callable[[re.Match[str], date | None, Near], Resolved]
