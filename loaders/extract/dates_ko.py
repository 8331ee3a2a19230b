"""The Korean forms of dates."""

from __future__ import annotations

import re
from datetime import date, timedelta

from loaders.extract.days import (
    KO_COUNT,
    KO_YEARS,
    NEAR_MONTHS,
    Near,
    Resolved,
    Rule,
    full_year,
    iso_date,
    month_shift,
    months_ago,
    near_month,
    near_year,
    nearest_year,
    relative_day,
    resolved_span,
    years_ago,
)

_KO_WEEKDAY = r"(?:\s?[(,]\s?[월화수목금토일](?:요일)?\s?\)?)?"
_KO_TO = r"\s?(?:-|~|∼|〜|～|부터)\s?"
_KO_YEAR = (
    r"(?=['‘\d올금지작내])"  # soon tells that nothing begins here
    r"(?:(올해|금년|지난해|작년|내년|(?:['‘]?\d{2}|(?:19|20)\d{2})(?=\s?[년.]))\s?[년.]?(?:도)?\s?)?"
)
_KO_YEAR_AHEAD = re.compile(r"(올해|금년|지난해|작년|내년)(?:에|의|도)?\s[^.\d]*$")


def _ko_short(m: re.Match[str], issued: date | None, near: Near) -> Resolved:
    """(9.28), 7.22 스탠리 로: a day without its last point, where nothing else can be meant."""
    month, day = int(m[1]), int(m[2])
    year = nearest_year(month, day, issued, near)
    return (
        resolved_span(iso_date(year, month, day), iso_date(year, month, int(m[3] or day))) if year else None
    )


def _ko_year(text: str | None, month: int, day: int, issued: date | None, near: Near) -> int | None:
    if text is None:
        # 올해 라오스에서 개최될 외교장관회의(7월): the year is named further ahead in the sentence.
        named = _KO_YEAR_AHEAD.search(near.before)
        if not named:
            return nearest_year(month, day, issued, near)
        text = named[1]
    if text in KO_YEARS:
        return issued.year + KO_YEARS[text] if issued else None
    return full_year(text)


def _ko_dotted(m: re.Match[str], issued: date | None, near: Near) -> Resolved:
    """2024.4.4.(목), 5.29.(월)-30.(화), 9.16(금)∼18(일), (9.16, 금)."""
    year_text, month_text, day_text, last_a, last_b = m.groups()
    month, day = int(month_text), int(day_text)
    year = _ko_year(year_text, month, day, issued, near)
    if year is None:
        return None
    last_month, last_day = (int(last_a), int(last_b)) if last_b else (month, int(last_a) if last_a else day)
    return resolved_span(iso_date(year, month, day), iso_date(year, last_month, last_day))


def _ko_month_day(m: re.Match[str], issued: date | None, near: Near) -> Resolved:
    """6월 26일, 2024년 4월 4일(목), 9월 6일부터 8일, 5월 30일∼6월 1일."""
    year_text, month_text, day_text, last_month_text, last_day_text = m.groups()
    month, day = int(month_text), int(day_text)
    year = _ko_year(year_text, month, day, issued, near)
    if year is None:
        return None
    last_month = int(last_month_text) if last_month_text else month
    return resolved_span(iso_date(year, month, day), iso_date(year, last_month, int(last_day_text or day)))


def _ko_month(m: re.Match[str], issued: date | None, near: Near) -> Resolved:
    """올해 10월, '23.5월, 2017년 11월, 오는 7월."""
    month = int(m[2])
    year = _ko_year(m[1], month, 15, issued, near)
    return resolved_span(iso_date(year, month), iso_date(year, month)) if year else None


def _ko_near_month_day(m: re.Match[str], issued: date | None, near: Near) -> Resolved:
    """다음달 7-8일, 지난달 15일, 내달 3일."""
    if issued is None:
        return None
    year, month = month_shift(issued, NEAR_MONTHS[m[1]])
    return resolved_span(iso_date(year, month, int(m[2])), iso_date(year, month, int(m[3] or m[2])))


def _ko_day(m: re.Match[str], issued: date | None, near: Near) -> Resolved:
    """16일, 7-8일, 지난 4일, 오는 30일: the day of that number nearest to the date of issue."""
    if issued is None:
        return None
    choices = []
    for shift in (-1, 0, 1):
        year, month = month_shift(issued, shift)
        first = iso_date(year, month, int(m[1]))
        found = resolved_span(first, iso_date(year, month, int(m[2] or m[1])))
        if first is None or found is None:
            continue
        away = (date.fromisoformat(first) - issued).days
        if near.excludes(away):
            continue
        choices.append((abs(away), found))
    return min(choices)[1] if choices else None


def _ko_days_ago(m: re.Match[str], issued: date | None, near: Near) -> Resolved:
    """이틀 전, 5일 전, 일주일 전."""
    if issued is None:
        return None
    days = _KO_DAYS_AGO.get(m[1]) or int(m[1].rstrip("일주 ")) * (7 if m[1].endswith("주") else 1)
    day = (issued - timedelta(days)).isoformat()
    return day, day


def _ko_weekday(m: re.Match[str], issued: date | None, near: Near) -> Resolved:
    """지난주 목요일, 이번 주 화요일, 오는 수요일, 지난 금요일."""
    if issued is None:
        return None
    away = "월화수목금토일".index(m[2]) - issued.weekday()
    week = m[1].replace(" ", "")
    if week in _KO_WEEKS:
        away += 7 * _KO_WEEKS[week]
    elif week == "지난":
        away -= 7 * (away >= 0)
    else:
        away += 7 * (away <= 0)
    day = (issued + timedelta(away)).isoformat()
    return day, day


_KO_WEEKS = {"지난주": -1, "이번주": 0, "금주": 0, "다음주": 1, "내주": 1}
_KO_DAYS_AGO = {
    "하루": 1, "이틀": 2, "사흘": 3, "나흘": 4, "닷새": 5, "엿새": 6, "이레": 7, "여드레": 8, "아흐레": 9, "열흘": 10,
    "보름": 15, "일주일": 7, "한 주": 7, "두 주": 14, "세 주": 21,
}  # fmt: skip

KOREAN: list[Rule] = [
    Rule(
        "date:ko-full",
        (".",),
        re.compile(
            rf"(?<![\d.])(['‘]?\d{{2}}|(?:19|20)\d\d)\.\s?(\d{{1,2}})\.\s?(\d{{1,2}})(?!\d)\.?"
            rf"{_KO_WEEKDAY}(?:{_KO_TO}(\d{{1,2}})(?![\d:])(?:\.\s?(\d{{1,2}})(?![\d:]))?\.?{_KO_WEEKDAY})?"
        ),
        _ko_dotted,
    ),
    Rule(
        "date:ko-dotted",
        (".",),
        re.compile(
            rf"(?<![\d.]){_KO_YEAR}(?<![\d])(\d{{1,2}})\.\s?(\d{{1,2}})(?![\d%])(?:\.|(?=\s?[(,]\s?[월화수목금토일]))"
            rf"{_KO_WEEKDAY}(?:{_KO_TO}(\d{{1,2}})(?![\d:])(?:\.\s?(\d{{1,2}})(?![\d:]))?\.?{_KO_WEEKDAY})?"
        ),
        _ko_dotted,
    ),
    Rule(
        "date:ko-month-day",
        ("월",),
        re.compile(
            rf"{_KO_YEAR}(?<!\d)(\d{{1,2}})월\s?(\d{{1,2}})일?{_KO_WEEKDAY}"
            rf"(?:{_KO_TO}(?:(\d{{1,2}})월\s?)?(\d{{1,2}})일{_KO_WEEKDAY})?(?=[^\d명])"
        ),
        _ko_month_day,
    ),
    Rule(
        "date:ko-near-month",
        ("달",),
        re.compile(rf"(다음\s?달|지난\s?달|이번\s?달|이달|내달)\s?(\d{{1,2}})(?:{_KO_TO}(\d{{1,2}}))?일"),
        _ko_near_month_day,
    ),
    Rule(
        "date:ko-short",
        (".",),
        re.compile(
            r"(?:(?<=\()|(?<=[은는이가도] )|(?<=[가-힣]{2}, )(?=[\d.]+\)))(\d{1,2})\.\s?(\d{1,2})"
            r"(?:(?:\.?\s?[-~∼]\s?(\d{1,2}))?(?=\)|간\s|,\s?[가-힣]{2,12}\))|(?=\s(?!퍼센트|만\s|억|조\s|배|명|달러|점)[가-힣「'\"]{2}))"
        ),
        _ko_short,
    ),
    Rule(
        "date:years-ago",
        ("전",),
        re.compile(r"(?<![\d.])(\d{1,2})\s?년\s?전\s?(\d{1,2})월(?!\s?\d)"),
        years_ago,
    ),
    Rule(
        "date:months-ago",
        ("달", "개월"),
        re.compile(rf"(?<![\d가-힣])({KO_COUNT}|\d{{1,2}})\s?(?:달|개월)\s?전(?=에|\s)"),
        months_ago,
    ),
    Rule("date:ko-month", ("월",), re.compile(rf"{_KO_YEAR}(?<!\d)(\d{{1,2}})월(?!\s?\d)"), _ko_month),
    Rule(
        "date:ko-day",
        ("일",),
        re.compile(
            rf"(?<![\d월년,.])(\d{{1,2}})(?:일?{_KO_WEEKDAY}{_KO_TO}(\d{{1,2}}))?일(?!간|째|정|\s?만에|\s?동안)"
        ),
        _ko_day,
    ),
    Rule(
        "date:ko-relative",
        ("오늘", "금일", "어제", "전날", "그제", "내일", "명일", "모레", "이날"),
        re.compile(r"(오늘|금일|어제|전날|그제|내일|명일|모레|이날)"),
        relative_day,
    ),
    Rule(
        "date:ko-days-ago",
        ("전",),
        # not 회의 사흘 전: so long before something else
        re.compile(
            rf"(?:(?<=[은는이가도,.] )|(?<=\n)|^)({'|'.join(_KO_DAYS_AGO)}|\d{{1,2}}\s?[일주]) 전(?=에|인|\s)"
        ),
        _ko_days_ago,
    ),
    Rule(
        "date:ko-weekday",
        ("요일",),
        re.compile(r"(지난\s?주|이번\s?주|다음\s?주|금주|내주|지난|오는|다가오는) ([월화수목금토일])요일"),
        _ko_weekday,
    ),
    Rule("date:near-month", ("달",), re.compile(r"(다음\s?달|지난\s?달|이달|이번\s?달|내달)"), near_month),
    Rule(
        "date:years-ago",
        ("전",),
        re.compile(r"(?<![\d.])(\d{1,2})\s?년\s?전(?=(?:에|부터|의)?\s|인)"),
        years_ago,
    ),
    Rule(
        "date:year",
        ("올해", "금년", "작년", "지난해", "내년", "19", "20"),
        re.compile(r"(올해|금년|재작년|작년|지난해|내년|(?<!\d)(?:19|20)\d\d(?=년))"),
        near_year,
    ),
]
