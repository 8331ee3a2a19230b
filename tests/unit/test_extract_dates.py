"""Dates in both languages, at the precision they are given."""

from __future__ import annotations

from datetime import date

import pytest

from loaders.extract.dates import find_dates

ISSUED = date(2024, 4, 4)  # a Thursday

KOREAN = [
    ("day and weekday", "4.4.(목) 개최", [("2024-04-04", "2024-04-04")]),
    ("days ago", "김 장관은 이틀 전 만났다", [("2024-04-02", "2024-04-02")]),
    ("days before something else", "회의 사흘 전 도착했다", []),
    ("a weekday of last week", "지난주 목요일 서울에서", [("2024-03-28", "2024-03-28")]),
    ("the weekday to come", "오는 화요일 열린다", [("2024-04-09", "2024-04-09")]),
    ("in brackets before a place", "정상회의(3.27, 쿠알라룸푸르)", [("2024-03-27", "2024-03-27")]),
    ("a decimal is no date", "1.5%가 2.0배 늘어", []),
    ("range over two days", "5.29.(수)-30.(목) 열린", [("2024-05-29", "2024-05-30")]),
    ("range with one month", "9.16(월)∼18(수) 회의", [("2024-09-16", "2024-09-18")]),
    ("weekday behind a comma", "(9.16, 월) 제19차", [("2024-09-16", "2024-09-16")]),
    ("the weekday tells the year", "10월 7일(토) 회담", [("2023-10-07", "2023-10-07")]),
    ("short year", "'23.11.2 회의", [("2023-11-02", "2023-11-02")]),
    ("full date", "2024년 4월 4일(목) 회의", [("2024-04-04", "2024-04-04")]),
    ("a day alone is the nearest", "16일 회담", [("2024-04-16", "2024-04-16")]),
    ("a duration is no day", "30일간 머문", []),
    ("지난 looks back", "지난 28일 회담", [("2024-03-28", "2024-03-28")]),
    ("오는 looks ahead", "오는 2일 회담", [("2024-05-02", "2024-05-02")]),
    ("tomorrow, twice", "내일(5일) 회의", [("2024-04-05", "2024-04-05"), ("2024-04-05", "2024-04-05")]),
    ("month of this year", "올해 10월 정상회의", [("2024-10", "2024-10")]),
    ("month of last year", "작년 11월 회의", [("2023-11", "2023-11")]),
    ("next month's days", "다음달 7-8일 발리", [("2024-05-07", "2024-05-08")]),
    (
        "the year stands further ahead",
        "올해 라오스에서 개최될 회의(7월)",
        [("2024", "2024"), ("2024-07", "2024-07")],
    ),
    ("days from and to", "8월 31일부터 9월 2일까지 방한", [("2024-08-31", "2024-09-02")]),
    ("a count of countries is no day", "아세안 10개국", []),
    ("in brackets without the last point", "전략대화(3.28) 개최", [("2024-03-28", "2024-03-28")]),
    ("behind the subject", "홍길동 차관은 4.2 스탠리 로 차관과", [("2024-04-02", "2024-04-02")]),
    ("a rate behind the subject is none", "성장률은 3.2 퍼센트로", []),
    ("the day before", "전날 서울에서 회담", [("2024-04-03", "2024-04-03")]),
]
ENGLISH = [
    ("day, month, year", "on 15 May 2023 in", [("2023-05-15", "2023-05-15")]),
    ("range before the month", "15-16 May 2023", [("2023-05-15", "2023-05-16")]),
    ("range behind the month", "May 15-16, 2023", [("2023-05-15", "2023-05-16")]),
    ("across months", "30 May - 1 June 2023", [("2023-05-30", "2023-06-01")]),
    ("across the year's end", "30 December - 2 January 2024", [("2023-12-30", "2024-01-02")]),
    ("month written twice", "from May 20-May 24", [("2024-05-20", "2024-05-24")]),
    ("may is not May", "leaders may 2 times", []),
    ("today and yesterday", "met today, not yesterday", [("2024-04-04",) * 2, ("2024-04-03",) * 2]),
    ("a weekday lies behind", "met on Tuesday", [("2024-04-02", "2024-04-02")]),
    ("unless it is to come", "will meet on Tuesday", [("2024-04-09", "2024-04-09")]),
    ("the weekday of a date is none", "on Friday, December 8", [("2023-12-08", "2023-12-08")]),
    ("month and year", "in October 2024", [("2024-10", "2024-10")]),
    ("the day first, in figures", "29.02.2024 Brussels", [("2024-02-29", "2024-02-29")]),
    ("the month first, where the second number is no month", "11/25/2023", [("2023-11-25", "2023-11-25")]),
    ("a version is no date", "version 1.2.34", []),
    ("in capitals", "JULY 11, 2023", [("2023-07-11", "2023-07-11")]),
    ("no such day", "on 31 June 2023", [("2023-06", "2023-06")]),
]


@pytest.mark.parametrize(("case", "text", "expected"), KOREAN + ENGLISH)
def test_dates(case: str, text: str, expected: list[tuple[str, str]]) -> None:
    found = find_dates(text, 0, len(text), ISSUED)
    assert [(span.first, span.last) for span in found] == expected, case


def test_without_a_date_of_issue_a_bare_day_stays_unread() -> None:
    text = "4.4.(목) 개최, 16일, today, on Tuesday, 15 May 2023"
    assert [span.first for span in find_dates(text, 0, len(text), None)] == ["2023-05-15"]


def test_only_the_given_stretch_is_read() -> None:
    text = "15 May 2023 and 16 June 2023"
    assert [span.first for span in find_dates(text, 12, len(text), ISSUED)] == ["2023-06-16"]
