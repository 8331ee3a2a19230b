"""The English forms of dates."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from loaders.extract.days import (
    EN_COUNT,
    Near,
    Resolved,
    Rule,
    decades_ago,
    iso_date,
    iso_day,
    month_shift,
    months_ago,
    near_month,
    near_year,
    nearest_year,
    relative_day,
    resolved_span,
    years_ago,
)

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


def _en_day_month(m: re.Match[str], issued: date | None, near: Near) -> Resolved:
    day, last_day, month_name, year_text = m.groups()
    return _en_days(month_name, day, month_name, last_day or day, year_text, issued, near)


def _en_across_months(m: re.Match[str], issued: date | None, near: Near) -> Resolved:
    day, month, last_day, last_month, year_text = m.groups()
    return _en_days(month, day, last_month, last_day, year_text, issued, near)


def _en_month_day(m: re.Match[str], issued: date | None, near: Near) -> Resolved:
    month, day, last_month, last_day, year_text = m.groups()
    return _en_days(month, day, last_month or month, last_day or day, year_text, issued, near)


def _en_days(
    month: str,
    day: str,
    last_month: str,
    last_day: str,
    year_text: str | None,
    issued: date | None,
    near: Near,
) -> Resolved:
    first_number, last_number = (_MONTHS[name.lower().rstrip(".")] for name in (month, last_month))
    year = int(year_text) if year_text else nearest_year(last_number, int(last_day), issued, near)
    if year is None:
        return None
    first_year = year - 1 if first_number > last_number else year
    return resolved_span(
        iso_date(first_year, first_number, int(day)), iso_date(year, last_number, int(last_day))
    )


def _en_month(m: re.Match[str], issued: date | None, near: Near) -> Resolved:
    number = _MONTHS[m[1].lower().rstrip(".")]
    if m[2]:
        year: int | None = int(m[2])
    else:
        year = nearest_year(number, 15, issued, near)
    return resolved_span(iso_date(year, number), iso_date(year, number)) if year else None


def _en_month_alone(m: re.Match[str], issued: date | None, near: Near) -> Resolved:
    """In October; last October (not of this year, where that is just past), October of last year, next March."""
    number = _MONTHS[m[2].lower().rstrip(".")]
    if issued is None:
        return None
    if m[3]:
        year: int | None = issued.year + {"last": -1, "this": 0, "next": 1}[m[3]]
    elif m[1].lower() == "last":
        year = issued.year - (issued.month - number < 3)
    elif m[1].lower() == "next":
        year = issued.year + (number <= issued.month)
    else:
        year = nearest_year(number, 15, issued, near)
    return resolved_span(iso_date(year, number), iso_date(year, number)) if year else None


def _day_first(m: re.Match[str], issued: date | None, near: Near) -> Resolved:
    """29.02.2024, 25/11/2024; where the second number is no month, the first is: 11/25/2024."""
    first, second, year = int(m[1]), int(m[2]), int(m[3])
    day = iso_date(year, second, first) or iso_date(year, first, second)
    return resolved_span(day, day)


# On Tuesday in Hanoi she meets …: what is told in the present tense is to come.
_IN_THE_PRESENT = re.compile(
    r"[^.;]{0,50}?\b(?:will|(?:he|she|[A-Z][a-z]+) (?:has|attends|holds|meets|hosts|joins|visits|flies|goes|is to))\b"
)


def _day_alone(m: re.Match[str], issued: date | None, near: Near) -> Resolved:
    """On the 28th, the evening of the 29th: the day of that number nearest to the date of issue, of those behind it."""
    if issued is None:
        return None
    days = [iso_date(*month_shift(issued, shift), int(m[1])) for shift in (-1, 0, 1)]
    away = {day: (date.fromisoformat(day) - issued).days for day in days if day}
    told = [day for day, distance in away.items() if (distance >= 0) == near.ahead() or distance == 0]
    best = min(told or away, key=lambda day: abs(away[day]), default=None)
    return (best, best) if best else None


def _weekday(m: re.Match[str], issued: date | None, near: Near) -> Resolved:
    if issued is None:
        return None
    away = (_WEEKDAYS[m[1].lower()] - issued.weekday()) % 7
    if not (near.ahead() or _IN_THE_PRESENT.match(near.after)):
        away = away - 7 if away else 0
    day = (issued + timedelta(away)).isoformat()
    return day, day


_IN_MONTHS = tuple(name.lower() for name in calendar.month_abbr if name)
_IN_YEARS = ("19", "20")

# In order: of two rules that claim the same characters the earlier one wins.
ENGLISH: list[Rule] = [
    Rule(
        "date:en-across",
        _IN_MONTHS,
        re.compile(rf"\b{_DAY}\s+({_MONTH}){_TO}{_DAY}\s+({_MONTH}){_YEAR}"),
        _en_across_months,
    ),
    Rule(
        "date:en-day-month",
        _IN_MONTHS,
        re.compile(rf"\b{_DAY}(?:{_TO}{_DAY})?\s+(?:of\s+)?({_MONTH}){_YEAR}"),
        _en_day_month,
    ),
    Rule(
        "date:en-month-day",
        _IN_MONTHS,
        re.compile(
            rf"\b({_MONTH})\s+{_DAY}\b(?:{_TO}(?:{_WEEKDAY},?\s+)?(?:({_MONTH})\s+)?{_DAY}\b(?!\s+{_MONTH}))?{_YEAR}"
        ),
        _en_month_day,
    ),
    Rule(
        "date:iso",
        _IN_YEARS,
        re.compile(r"(?<![\d.])((?:19|20)\d\d)[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)"),
        iso_day,
    ),
    Rule("date:en-month", _IN_MONTHS, re.compile(rf"\b({_MONTH}),?\s+((?:19|20)\d\d)\b"), _en_month),
    Rule(
        "date:day-first",
        _IN_YEARS,
        re.compile(r"(?<![\d./-])(\d{1,2})[-./](\d{1,2})[-./]((?:19|20)\d\d)(?!\d)"),
        _day_first,
    ),
    Rule(
        "date:en-month-alone",
        _IN_MONTHS,
        re.compile(
            rf"\b([Ii]n|[Tt]his|[Ll]ast|[Nn]ext|upcoming|[Ss]ince|[Bb]y|until)\s+(?:early\s+|late\s+|mid-)?({_MONTH})"
            r"(?:\s+(?:of\s+)?(last|this|next)\s+year)?(?!\w)"
        ),
        _en_month_alone,
    ),
    Rule(
        "date:en-month-alone",
        _IN_MONTHS,
        re.compile(rf"\b()({_MONTH})\s+(?:of\s+)?(last|this|next)\s+year\b"),
        _en_month_alone,
    ),
    Rule(
        "date:years-ago",
        ("ago",),
        re.compile(rf"\b(a|{EN_COUNT}|\d{{1,2}}) years? ago( today)?\b", re.I),
        years_ago,
    ),
    Rule(
        "date:en-relative",
        ("today", "tonight", "yesterday", "tomorrow", "last night"),
        re.compile(r"\b(today|tonight|yesterday|tomorrow|last night)\b", re.I),
        relative_day,
    ),
    Rule(
        "date:en-relative",
        ("morning", "afternoon", "evening"),
        re.compile(r"\b(this)\s+(?:morning|afternoon|evening)\b", re.I),
        relative_day,
    ),
    Rule("date:en-weekday", ("day",), re.compile(rf"\b({_WEEKDAY})\b(?!,?\s+(?:{_MONTH}|\d))"), _weekday),
    Rule(
        "date:en-day",
        ("the ",),
        re.compile(
            r"\b(?:[Oo]n|of|until|till|from) the (\d{1,2})(?:st|nd|rd|th)"
            r"(?=[,.;)]| (?:and|to|at|in|on|of this month|the|he|she|they|we|Prime|President|Premier|Minister)\b)"
        ),
        _day_alone,
    ),
    Rule("date:near-month", ("month",), re.compile(r"\b((?:last|this|next) month)\b"), near_month),
    Rule(
        "date:years-ago",
        ("ago",),
        re.compile(
            r"\b(half a century|a quarter of a century|(?:a|two|three|four|five) decades?) ago\b", re.I
        ),
        decades_ago,
    ),
    Rule(
        "date:months-ago",
        ("ago", "earlier"),
        re.compile(rf"\b(a|{EN_COUNT}|\d{{1,2}}) (month|week|day)s? (?:ago|earlier)\b", re.I),
        months_ago,
    ),
    Rule(
        "date:year",
        ("year", "19", "20"),
        re.compile(r"\b((?:this|last|next) year|(?:19|20)\d\d)\b"),
        near_year,
    ),
]
