"""What releases say of partnership steps against the record; several sources of one step are one step."""

from __future__ import annotations

from typing import Any

import pytest

from loaders.claims import claimed_date, events, held_against, preferred, same_date, stated_date
from loaders.reference import Step, ordered
from tests.unit.ledger_factory import REFERENCE


def step(date: str, level: str = "csp", status: str = "established", **fields: Any) -> Step:
    plain: dict[str, Any] = {"issuer_kind": "news", "source_url": f"https://example.org/{date}"}
    return Step(
        parties=("ASEAN", "KOR"),
        level=level,
        status=status,
        date=date,
        meeting=None,
        issuer="A paper",
        note=None,
        **plain | fields,
    )


def verdict(pair: str, level: str, status: str, date: str | None) -> tuple[bool | None, str | None]:
    found = held_against(REFERENCE.steps, pair.split("-"), level, status, date)
    return found.agrees, found.record_date


@pytest.mark.parametrize(
    ("pair", "level", "status", "date", "agrees", "record"),
    [
        # the list in the ministry's release of 4 April 2024
        ("ASEAN-CHN", "csp", "established", "2021", True, "2021-11-22"),
        ("ASEAN-IND", "csp", "established", "2021", False, "2022-11-12"),
        ("ASEAN-USA", "csp", "established", "2022", True, "2022-11-12"),
        ("ASEAN-AUS", "csp", "established", "2022", False, "2021-10-27"),
        ("ASEAN-JPN", "csp", "established", "2023", True, "2023-09-06"),
        ("ASEAN-KOR", "csp", "in-progress", "2024-10", None, None),
        # Korea counts dialogue relations from the sectoral dialogue of 1989, others from 1991
        ("ASEAN-KOR", "dialogue", "established", "1989", True, "1989-11"),
        ("ASEAN-KOR", "dialogue", "established", "1991", True, "1991-07"),
        ("ASEAN-KOR", "dialogue", "established", "1990", False, "1991-07"),
        # agreed in principle and established are different things
        ("ASEAN-CHN", "csp", "agreed-in-principle", "2021-10-26", True, "2021-10-26"),
        ("ASEAN-CHN", "csp", "established", "2021-10-26", False, "2021-11-22"),
        ("ASEAN-CHN", "csp", "established", "2021-10", False, "2021-11-22"),
        ("ASEAN-CHN", "csp", "established", "2021-11", True, "2021-11-22"),
        # as exact as the vaguer of the two
        ("AUS-MYS", "strategic", "established", "2015-06-01", True, "2015"),
        ("ASEAN-RUS", "strategic", "established", "2018-11", True, "2018"),
        # two sources, two dates: either agrees
        ("ASEAN-GBR", "dialogue", "established", "2021-08-05", True, "2021-08-05"),
        ("ASEAN-GBR", "dialogue", "established", "2021-08-02", True, "2021-08-02"),
        ("ASEAN-GBR", "dialogue", "established", "2021-08-04", False, "2021-08-02"),
        # a proposal can be made again; a promise on another day contradicts nothing
        ("ASEAN-JPN", "csp", "proposed", "2022-11-12", True, "2022-11-12"),
        ("ASEAN-JPN", "csp", "proposed", "2023-01-01", None, "2023-03-28"),
        ("ASEAN-GBR", "dialogue", "agreed-in-principle", "2021-08-02", None, "2021-04"),
        # labels other than the ladder's may come several times
        ("ASEAN-EU", "other", "established", "1999", None, "2007-03"),
        # nothing to compare
        ("ASEAN-NZL", "csp", "established", None, None, "2025-10-28"),
        ("FRA-DEU", "csp", "established", "2020", None, None),
    ],
)
def test_held_against_the_record(
    pair: str, level: str, status: str, date: str | None, agrees: bool | None, record: str | None
) -> None:
    assert verdict(pair, level, status, date) == (agrees, record)


def test_the_order_of_parties_does_not_matter() -> None:
    assert verdict("KOR-ASEAN", "csp", "established", "2024") == verdict(
        "ASEAN-KOR", "csp", "established", "2024"
    )
    assert ordered(["KOR", "ASEAN", "CHN", "KOR"]) == ("ASEAN", "CHN", "KOR")


def test_the_verdict_names_the_statement_it_rests_on() -> None:
    found = held_against(REFERENCE.steps, ["ASEAN", "IND"], "csp", "established", "2021")
    assert found.record_step_id is not None
    assert found.record_step_id.startswith("asean-ind-csp-established-2022-11-12-")


@pytest.mark.parametrize(
    ("words", "level", "date"),
    [
        ("2021", "csp", "2021"),
        ("2012년", "strategic", "2012"),
        ("August 2021", "dialogue", "2021-08"),
        ("27 January 2021", "csp", "2021-01-27"),
        ("November 22, 2021", "csp", "2021-11-22"),
        ("November last year (2021)", "csp", "2021-11"),
        ("2024-10", "csp", "2024-10"),
        ("joint statement of the 2018 Singapore summit", "strategic", "2018"),
        ("10th anniversary in 2022 of the MoU on the Strategic Partnership", "strategic", "2012"),
        ("10 years in November 2022", "strategic", "2012"),
        ("35th anniversary of dialogue relations, 2024", "dialogue", "1989"),
        # near misses
        ("35th anniversary of dialogue relations, 2024", "csp", None),  # not of the CSP
        ("2024년 수교 75년 계기", "strategic", "2024"),
        ("Kemitraan Strategis Khusus 2021-2025", "strategic", None),  # a plan's years
        ("from 2021 or 2022", "csp", None),  # two readings left
        ("31 February 2021", "csp", None),  # not in the calendar
        ("3000th anniversary in 2022", "strategic", None),
        ("200th anniversary in 2022", "strategic", None),
        ("last week", "csp", None),
        ("", "csp", None),
        (None, "csp", None),
    ],
)
def test_the_date_in_a_few_words(words: str | None, level: str, date: str | None) -> None:
    assert stated_date(words, level) == date


def event(**fields: Any) -> dict[str, Any]:
    return {
        "parties": ["ASEAN", "KOR"],
        "level": "csp",
        "status": "established",
        "date": None,
        "as_stated": None,
    } | fields


@pytest.mark.parametrize(
    ("fields", "said_on", "date"),
    [
        ({"date": "2024-10-10", "as_stated": "Thursday"}, "2024-10-10", "2024-10-10"),
        ({"as_stated": "지난달"}, "2024-11-16", "2024-10"),
        ({"as_stated": "last month"}, "2025-01-16", "2024-12"),
        ({"as_stated": "last year"}, "2024-05-31", "2023"),
        ({"as_stated": "지난달"}, None, None),
        ({"as_stated": "35th anniversary", "implies": "1989"}, None, "1989"),
        # reaffirmed on a day is not founded on that day; what was before it is
        ({"status": "reaffirmed", "date": "2022-11-11", "as_stated": "Nov 11, 2022"}, None, None),
        ({"status": "reaffirmed", "as_stated": "elevated in May 2022"}, "2024-07-27", "2022-05"),
        ({"status": "reaffirmed", "as_stated": "this year (2024)"}, "2024-11-21", None),
    ],
)
def test_the_date_a_release_claims(fields: dict[str, Any], said_on: str | None, date: str | None) -> None:
    assert claimed_date(event(**fields), said_on) == date


def test_dates_that_can_be_the_same_day() -> None:
    assert same_date("2021", "2021-11-22")
    assert same_date("2021-11", "2021-11")
    assert not same_date("2021-11", "2021-10-26")


def test_what_is_established_once_is_one_event_whatever_dates_its_sources_give() -> None:
    assert len(events([step("2021-08-02"), step("2021-08-05"), step("2021")])) == 1


def test_a_step_of_the_same_name_ten_years_later_is_another() -> None:
    assert (
        len(
            events([step("2006", "strategic"), step("2017-11-09", "strategic"), step("2017-11", "strategic")])
        )
        == 2
    )


def test_labels_and_proposals_of_different_times_are_different_events() -> None:
    assert len(events([step("1980-03-07", "other"), step("2007-03", "other")])) == 2
    assert len(events([step("2023-12-12", "other"), step("2023-12-13", "other")])) == 1
    assert len(events([step("2022-11-12", status="proposed"), step("2023-03-28", status="proposed")])) == 2


def test_the_statement_to_go_by() -> None:
    told_twice = [
        step("2021-08-05"),
        step("2021-08-02", issuer_kind="news", line=1),
        step("2021-08-02", line=2),
    ]
    assert preferred(told_twice).date == "2021-08-02"
    official = [step("1995-12"), step("1996-01", issuer_kind="intergovernmental")]
    assert preferred(official).date == "1996-01"
    doubted = [step("1997-07", issuer_kind="intergovernmental", doubt="a slip"), step("1996-07")]
    assert preferred(doubted).date == "1996-07"
    told_twice_in_doubt = [step("1997-07", doubt="a slip"), step("1997-07", doubt="a slip"), step("1996-07")]
    assert preferred(told_twice_in_doubt).date == "1996-07"
    assert preferred([step("1977"), step("1977-03")]).date == "1977-03"


def test_the_six_upgrades_to_csp_from_2021_to_2024() -> None:
    found = {}
    for other in ("CHN", "AUS", "USA", "IND", "JPN", "KOR"):
        statements = [
            one
            for one in REFERENCE.steps
            if one.parties == ("ASEAN", other) and one.level == "csp" and one.status == "established"
        ]
        found[other] = preferred(statements).date
    assert found == {
        "CHN": "2021-11-22",
        "AUS": "2021-10-27",
        "USA": "2022-11-12",
        "IND": "2022-11-12",
        "JPN": "2023-09-06",
        "KOR": "2024-10-10",
    }
