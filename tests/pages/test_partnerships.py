"""The page of partnerships, run without a browser: both languages, filters, bad values, nothing left."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from tests.pages.tester import heads, html, run_page

ROOT = Path(__file__).parents[2]
PARTS = ("asean", "members", "claims", "conflicts")


run = partial(run_page, "partnerships")


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize("part", PARTS)
def test_every_part_opens_in_both_languages(part: str, lang: str) -> None:
    assert heads(run(view=part, lang=lang))


def test_the_ladder_comes_first() -> None:
    app = run(lang="en")
    assert heads(app)[0] == "24 partners of ASEAN, 7 of them at CSP"
    assert "6 partners reached a comprehensive strategic partnership (CSP) with ASEAN in 2021–2024" in heads(
        app
    )


def test_the_order_of_csp_stands_in_a_table_with_days_and_sources() -> None:
    table = html(run(lang="en"))
    assert table.index("Australia") < table.index("China") < table.index("India") < table.index("Japan")
    assert "298 days" in table
    assert "482 days" in table


def test_a_filter_by_partner_leaves_its_lane() -> None:
    app = run(lang="en", partner="JPN")
    assert heads(app)[0].startswith("One partner of ASEAN")


def test_a_partner_without_csp_leaves_the_ladder_alone() -> None:
    app = run(lang="en", partner="CAN")
    assert heads(app) == ["One partner of ASEAN, 0 of them at CSP"]


def test_a_partner_without_steps_says_so() -> None:
    app = run(lang="en", partner="PRK", view="members")
    assert [box.value for box in app.info]


def test_a_step_opens_with_its_sources_and_the_way_back() -> None:
    app = run(lang="en", step="asean-gbr-dialogue-established")
    assert "ASEAN – United Kingdom: Dialogue partner, established" in heads(app)
    assert "https://gov.uk/government/news/uk-becomes-asean-dialogue-partner" in html(app)
    app.button(key="steps-back").click().run()
    assert "step" not in app.query_params
    assert "ASEAN – United Kingdom: Dialogue partner, established" not in heads(app)


def test_from_a_step_to_the_whole_way_of_the_pair() -> None:
    app = run(lang="en", step="asean-jpn-csp-established")
    app.button(key="steps-pair").click().run()
    assert "ASEAN-JPN" in app.query_params["pair"]
    assert "ASEAN – Japan: the whole way on record" in heads(app)
    assert "1973" in html(app)


def test_the_days_of_change_follow_the_years_until_they_are_set() -> None:
    app = run(lang="en", view="members", from_="2023", to="2023")
    assert "from 2023-01-01 to 2023-12-31" in heads(app)[0]
    app = run(lang="en", view="members", from_="2023", to="2023", since="2024-01-01", until="2024-06-30")
    assert "from 2024-01-01 to 2024-06-30" in heads(app)[0]


def test_days_in_the_wrong_order_are_put_right() -> None:
    app = run(lang="en", view="members", since="2024-12-31", until="2024-01-01")
    assert "from 2024-01-01 to 2024-12-31" in heads(app)[0]


@pytest.mark.parametrize("since", ["2023-02-30", "yesterday", "1492-10-12", "9999-01-01"])
def test_a_day_that_is_none_gets_a_notice(since: str) -> None:
    app = run(lang="en", view="members", since=since)
    assert len(app.warning) == 1
    assert "from 2021-01-01" in heads(app)[0]


@pytest.mark.parametrize(
    "wrong",
    [
        {"view": "moon"},
        {"span": "1066"},
        {"step": "nothing"},
        {"pair": "XXX-YYY"},
        {"view": "claims", "claim": "0"},
    ],
)
def test_an_unknown_value_gets_a_notice_and_the_page_opens(wrong: dict[str, str]) -> None:
    app = run(lang="en", **wrong)
    assert len(app.warning) >= 1
    assert heads(app)


def test_contradictions_come_first_with_both_sources() -> None:
    app = run(lang="en", view="claims")
    assert "statements contradict the record" in heads(app)[0]
    listed = html(app)
    assert listed.index("ASEAN – India") < listed.index("ASEAN – United States")
    assert "2022-11-12" in listed


def test_a_claim_opens_with_the_release_and_the_record() -> None:
    claims = run(lang="en", view="claims")
    claim = html(claims).split("claim=")[1].split('"')[0].split("&")[0]
    app = run(lang="en", view="claims", claim=claim)
    assert "ASEAN – India: Comprehensive strategic partnership, established" in heads(app)
    app.button(key="claim-back").click().run()
    assert "claim" not in app.query_params


def test_a_selection_without_contradictions_says_so() -> None:
    app = run(lang="en", view="claims", partner="CAN")
    assert any("contradicts the record" in box.value for box in app.info)


def test_both_dates_of_a_quarrel_are_shown() -> None:
    listed = html(run(lang="en", view="conflicts"))
    assert "2021-08-02" in listed
    assert "2021-08-05" in listed


def test_meetings_dated_differently_are_listed_with_their_releases() -> None:
    app = run(lang="en", view="conflicts")
    assert any("meetings have releases that date them differently" in head for head in heads(app))


def test_where_no_step_is_left_the_filters_can_be_cleared() -> None:
    app = run(lang="en", country="MNG", from_="2024")
    assert any("no partnership step" in info.value for info in app.info)
    next(button for button in app.button if button.key == "filter-clear-empty").click().run()
    assert not app.exception
    assert any("at CSP" in head for head in heads(app))
