"""The charts of partnerships, without Streamlit: on the record that ships, and on small frames of our own."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd
import pytest

from loaders.tables import Tables, load_tables
from pages.charts.bilateral import (
    before_and_after,
    bilateral_events,
    bilateral_matrix,
    changes_between,
    standing_on,
)
from pages.charts.claims import contradictions, disputed_steps, disputes, held_claims
from pages.charts.dates import days_between, first_and_last, written_date
from pages.charts.figure import Figure
from pages.charts.ladder import ladder, ladder_rungs, ladder_steps
from pages.charts.upgrades import csp_count, csp_number, csp_steps, csp_upgrades
from pages.charts.waits import csp_wait, csp_waits, first_told
from pages.parts import pictures
from pages.parts.look import Look
from pages.parts.words import Words, names

TODAY = pd.Timestamp("2025-12-31")
PRECISION = {4: "year", 7: "month", 10: "day"}


def day(text: str) -> pd.Timestamp:
    return pd.Timestamp(text)


def step(parties: str, level: str, date: str, status: str = "established", **fields: Any) -> dict[str, Any]:
    """A made step: "ASEAN-JPN", "csp", "2023-09-06". Statements of one group share the key of the first."""
    one, other = parties.split("-")
    group = fields.pop("group", f"{parties}-{level}-{status}".lower())
    return {
        "step_id": f"{group}-{date}",
        "step_group": group,
        "party_a": one,
        "party_b": other,
        "level": level,
        "status": status,
        "date": pd.Timestamp(date),
        "precision": PRECISION[len(date)],
        "meeting": None,
        "issuer": "A ministry",
        "issuer_kind": "government",
        "source_url": f"https://example.org/{group}/{date}",
        "note": None,
        "preferred": True,
        **fields,
    }


def steps(*rows: dict[str, Any]) -> pd.DataFrame:
    return pd.DataFrame(rows or [step("ASEAN-JPN", "csp", "2023")]).head(len(rows))


@pytest.fixture(scope="module")
def tables() -> Tables:
    return load_tables()


@pytest.fixture(params=["en", "ko"])
def look(request: pytest.FixtureRequest) -> Look:
    return Look(Words(request.param))


# Dates


@pytest.mark.parametrize(
    ("date", "precision", "written"),
    [("2021-10-27", "day", "2021-10-27"), ("2014-11-01", "month", "2014-11"), ("1974-01-01", "year", "1974")],
)
def test_a_date_is_written_as_exactly_as_it_is_known(date: str, precision: str, written: str) -> None:
    assert written_date(day(date), precision) == written


def test_no_date_is_written_as_nothing() -> None:
    assert written_date(pd.NaT, "day") == ""


def test_a_month_and_a_year_mean_all_their_days() -> None:
    assert first_and_last(day("2024-02-01"), "month") == (day("2024-02-01"), day("2024-02-29"))
    assert first_and_last(day("2023-01-01"), "year") == (day("2023-01-01"), day("2023-12-31"))
    assert first_and_last(day("2023-09-06"), "day") == (day("2023-09-06"), day("2023-09-06"))


def test_days_between_vague_dates_are_a_range() -> None:
    assert days_between(day("2021-10-26"), "day", day("2021-11-22"), "day") == (27, 27)
    assert days_between(day("2023-06-01"), "month", day("2023-07-10"), "day") == (10, 39)


# The way to CSP


def test_csp_was_reached_in_this_order_on_these_days(tables: Tables) -> None:
    reached = csp_steps(tables.partnership_steps).query("status == 'established'")
    assert list(zip(reached["partner"], reached["date"].dt.strftime("%Y-%m-%d"), strict=True)) == [
        ("AUS", "2021-10-27"),
        ("CHN", "2021-11-22"),
        ("IND", "2022-11-12"),
        ("USA", "2022-11-12"),
        ("JPN", "2023-09-06"),
        ("KOR", "2024-10-10"),
        ("NZL", "2025-10-28"),
    ]


def test_agreed_and_established_stay_apart(tables: Tables) -> None:
    china = csp_steps(tables.partnership_steps).query("partner == 'CHN'").set_index("status")["date"]
    assert (china["agreed-in-principle"], china["established"]) == (day("2021-10-26"), day("2021-11-22"))


def test_how_long_each_csp_took(tables: Tables) -> None:
    waits = csp_waits(tables.partnership_steps).set_index(["partner", "status"])
    assert waits.loc[("JPN", "proposed"), ["fewest", "most"]].tolist() == [298, 298]
    assert waits.loc[("KOR", "proposed"), ["fewest", "most"]].tolist() == [482, 482]
    assert waits.loc[("CHN", "agreed-in-principle"), "most"] == 27
    assert waits.loc[("USA", "agreed-in-principle"), "most"] == 183


def test_a_partner_without_a_proposal_on_record_gets_no_number(tables: Tables) -> None:
    india = csp_waits(tables.partnership_steps).query("partner == 'IND'")
    assert len(india) == 1
    assert india["most"].isna().all()


def test_a_proposal_known_by_month_gives_a_range_of_days() -> None:
    frame = steps(step("ASEAN-CAN", "csp", "2030-01", "proposed"), step("ASEAN-CAN", "csp", "2030-03-01"))
    row = csp_waits(frame).iloc[0]
    assert (row["fewest"], row["most"]) == (29, 59)
    assert "29" in csp_wait(frame, Look(Words("en"))).alt


def test_the_first_release_to_tell_of_a_csp_to_come() -> None:
    claims = pd.DataFrame(
        {
            "party_a": "ASEAN",
            "party_b": ["KOR", "KOR", "KOR"],
            "level": "csp",
            "status": ["in-progress", "proposed", "established"],
            "release_id": ["late", "early", "before"],
        }
    )
    releases = pd.DataFrame(
        {
            "release_id": ["late", "early", "before"],
            "published": pd.to_datetime(["2024-01-01", "2023-05-09", "2020-01-01"]),
        }
    )
    assert first_told(claims, releases)["release_id"].tolist() == ["early"]


def test_upgrades_outside_the_years_are_not_counted(tables: Tables) -> None:
    words = Look(Words("en"))
    assert csp_upgrades(tables.partnership_steps, words, 2021, 2024).title.startswith("6 partners")
    assert csp_upgrades(tables.partnership_steps, words, 2023, 2023).title.startswith("One partner")
    assert csp_upgrades(tables.partnership_steps, words, 2023, 2023).title.endswith("in 2023")
    assert csp_upgrades(tables.partnership_steps, words, 2026, 2026).title.startswith("No partner")


def test_the_number_of_csp_partners_climbs_by_one_a_step(tables: Tables) -> None:
    count = csp_count(tables.partnership_steps, TODAY)
    assert count["count"].tolist() == [0, 1, 2, 3, 4, 5, 6, 7, 7]
    assert count["date"].is_monotonic_increasing


# The ladder


def test_the_ladder_has_a_lane_for_every_partner_on_record(tables: Tables) -> None:
    record = tables.partnership_steps
    partners = set(record.loc[record["party_a"] == "ASEAN", "party_b"])
    assert set(ladder_steps(record)["partner"]) == partners


def test_a_rung_known_by_year_begins_somewhere_in_it() -> None:
    marks = ladder_steps(steps(step("ASEAN-AUS", "dialogue", "1974"), step("ASEAN-AUS", "csp", "2021-10-27")))
    assert marks["mark"].tolist() == ["vague", "exact"]
    rung = ladder_rungs(marks, TODAY).iloc[0]
    assert (rung["first"], rung["last"]) == (day("1974-01-01"), day("1974-12-31"))
    assert rung["end"] == day("2021-10-27")


def test_the_last_rung_lasts_until_today() -> None:
    rungs = ladder_rungs(ladder_steps(steps(step("ASEAN-AUS", "csp", "2021-10-27"))), TODAY)
    assert rungs["end"].tolist() == [TODAY]


def test_another_label_is_a_mark_but_no_rung() -> None:
    marks = ladder_steps(steps(step("ASEAN-AUS", "dialogue", "1974"), step("ASEAN-AUS", "other", "2007")))
    assert marks["mark"].tolist() == ["vague", "other"]
    assert ladder_rungs(marks, TODAY)["level"].tolist() == ["dialogue"]


def test_a_reaffirmed_level_counts_only_where_its_founding_is_unknown() -> None:
    known = steps(
        step("ASEAN-THA", "strategic", "2012"), step("ASEAN-THA", "strategic", "2022", "reaffirmed")
    )
    assert ladder_steps(known)["status"].tolist() == ["established"]
    unknown = steps(step("ASEAN-JPN", "strategic", "2005-12", "reaffirmed"))
    assert ladder_rungs(ladder_steps(unknown), TODAY)["level"].tolist() == ["strategic"]


def test_only_the_preferred_date_of_a_quarrel_is_drawn() -> None:
    marks = ladder_steps(
        steps(
            step("ASEAN-GBR", "dialogue", "2021-08-02"),
            step("ASEAN-GBR", "dialogue", "2021-08-05", preferred=False),
        )
    )
    assert marks["date"].tolist() == [day("2021-08-02")]


def test_every_mark_of_the_ladder_carries_its_step(tables: Tables) -> None:
    drawn = ladder(tables.partnership_steps, Look(Words("en")), 2021, 2024, 1972, TODAY).chart
    carried = [
        group for trace in drawn.data for group in (trace.customdata if trace.customdata is not None else [])
    ]
    assert sorted(carried) == sorted(ladder_steps(tables.partnership_steps)["step_group"])


# Bilateral partnerships


def test_members_that_raised_relations_with_japan_in_2023(tables: Tables) -> None:
    events = bilateral_events(tables.partnership_steps, tables.countries)
    changed = changes_between(events, day("2023-01-01"), day("2023-12-31")).query("partner == 'JPN'")
    assert set(changed.loc[changed["certain"], "member"]) == {"IDN", "MYS", "VNM"}
    # Some date Cambodia's to November 2022, some to 2023: it may be one of them, and says so.
    assert changed.loc[~changed["certain"], "member"].tolist() == ["KHM"]
    assert changed.loc[~changed["certain"], "disputed"].all()


def test_the_level_before_is_told_where_it_is_on_record(tables: Tables) -> None:
    events = bilateral_events(tables.partnership_steps, tables.countries)
    changed = changes_between(events, day("2023-01-01"), day("2023-12-31")).set_index(["member", "partner"])
    words = Words("en")
    said = {pair: before_and_after(changed.loc[pair], words) for pair in (("PHL", "AUS"), ("IDN", "JPN"))}
    assert said["PHL", "AUS"] == "Other partnership → Strategic partnership"
    assert said["IDN", "JPN"] == "Comprehensive strategic partnership"


def test_standing_is_the_closest_level_by_that_day(tables: Tables) -> None:
    events = bilateral_events(tables.partnership_steps, tables.countries)
    vietnam_australia = {
        until: standing_on(events, day(until)).set_index(["member", "partner"]).loc[("VNM", "AUS"), "level"]
        for until in ("2017-12-31", "2018-12-31", "2024-03-06", "2024-03-07")
    }
    assert list(vietnam_australia.values()) == ["other", "strategic", "strategic", "csp"]


def test_two_members_stand_in_each_other_s_row() -> None:
    countries = pd.DataFrame({"code": ["KHM", "LAO"], "kind": "asean-member"})
    events = bilateral_events(steps(step("KHM-LAO", "csp", "2019")), countries)
    assert set(zip(events["member"], events["partner"], strict=True)) == {("KHM", "LAO"), ("LAO", "KHM")}


def test_sources_that_agree_are_as_exact_as_the_most_exact() -> None:
    countries = pd.DataFrame({"code": ["MYS"], "kind": "asean-member"})
    events = bilateral_events(
        steps(
            step("MYS-NZL", "strategic", "2023"),
            step("MYS-NZL", "strategic", "2023-05", preferred=False),
        ),
        countries,
    )
    row = events.iloc[0]
    assert (row["first"], row["last"], row["disputed"]) == (day("2023-05-01"), day("2023-05-31"), False)


def test_a_year_that_only_touches_the_days_is_not_certain() -> None:
    countries = pd.DataFrame({"code": ["MYS"], "kind": "asean-member"})
    events = bilateral_events(steps(step("MYS-NZL", "strategic", "2023")), countries)
    assert not changes_between(events, day("2023-06-01"), day("2024-12-31"))["certain"].any()
    assert changes_between(events, day("2024-01-01"), day("2024-12-31")).empty


def test_years_in_doubt_stand_in_the_cell(tables: Tables) -> None:
    events = bilateral_events(tables.partnership_steps, tables.countries)
    figure = bilateral_matrix(
        events, tables.countries, Look(Words("en")), day("2021-01-01"), day("2024-12-31")
    )
    assert "CSP\\n2022/23" in figure.chart.to_json()


# Releases against the record


def test_a_release_that_dates_india_s_csp_to_2021_comes_among_the_first(tables: Tables) -> None:
    held = held_claims(tables.partnership_claims, tables.releases, tables.partnership_steps)
    against = held[held["verdict"] == "contradicts"]
    assert held.head(len(against)).index.equals(against.index)
    india = against.query("party_b == 'IND' and level == 'csp'").iloc[0]
    assert written_date(india["date"], india["precision"]) == "2021"
    assert written_date(india["record_date"], india["record_precision"]) == "2022-11-12"
    assert india["record_url"].startswith("https://")


def test_every_claim_is_held_against_the_record_once(tables: Tables) -> None:
    held = held_claims(tables.partnership_claims, tables.releases, tables.partnership_steps)
    assert sorted(held["claim_id"]) == sorted(tables.partnership_claims["claim_id"])
    assert held["verdict"].notna().all()


def test_a_date_that_fits_the_agreement_in_principle_is_said_to(tables: Tables) -> None:
    held = held_claims(tables.partnership_claims, tables.releases, tables.partnership_steps)
    usa = held.query("verdict == 'contradicts' and party_b == 'USA'").iloc[0]
    assert usa["near_status"] == "agreed-in-principle"
    assert held.query("verdict == 'contradicts' and party_b == 'IND'")["near_status"].isna().all()


def test_only_steps_whose_dates_cannot_be_one_day_are_disputed(tables: Tables) -> None:
    groups = disputed_steps(tables.partnership_steps, tables.conflicts)["step_group"].unique()
    assert "asean-gbr-dialogue-established" in groups
    # 2014 and November 2014 can be the same day.
    assert "asean-aus-strategic-established" not in groups


def test_the_widest_quarrel_comes_first(tables: Tables) -> None:
    disputed = disputed_steps(tables.partnership_steps, tables.conflicts)
    assert disputed["most"].is_monotonic_decreasing
    assert disputed["step_group"].iloc[0] == "asean-chn-consultative-established"


# Every chart


def all_figures(tables: Tables, look: Look) -> dict[str, Figure]:
    record = tables.partnership_steps
    held = held_claims(tables.partnership_claims, tables.releases, record)
    events = bilateral_events(record, tables.countries)
    return {
        "ladder": ladder(record, look, 2021, 2024, 1972, TODAY),
        "upgrades": csp_upgrades(record, look, 2021, 2024),
        "wait": csp_wait(record, look),
        "number": csp_number(record, look, TODAY),
        "matrix": bilateral_matrix(events, tables.countries, look, day("2021-01-01"), day("2024-12-31")),
        "contradictions": contradictions(held, look),
        "disputes": disputes(disputed_steps(record, tables.conflicts), look),
    }


def test_every_chart_says_its_finding_in_words_and_draws_a_picture(tables: Tables, look: Look) -> None:
    for name, figure in all_figures(tables, look).items():
        assert figure.title, name
        assert figure.alt, name
        assert "{" not in figure.title + figure.alt + figure.note, name
        assert pictures.svg(figure, look, "2021–2024", "foot", embed_font=False).startswith(b"<svg"), name


def test_one_row_and_no_row_can_be_drawn(look: Look) -> None:
    one = steps(step("ASEAN-JPN", "csp", "2023-09-06"))
    for frame in (one, one.head(0)):
        csp_upgrades(frame, look, 2021, 2024).chart.to_dict()
        csp_wait(frame, look).chart.to_dict()
        csp_number(frame, look, TODAY).chart.to_dict()
        assert ladder(frame, look, 2021, 2024, 1972, TODAY).title


def test_the_picture_of_the_ladder_names_the_levels_and_the_marks(tables: Tables) -> None:
    look = Look(Words("ko"))
    figure = ladder(tables.partnership_steps, look, 2021, 2024, 1972, TODAY)
    drawn = pictures.svg(figure, look, "", "", embed_font=False).decode()
    assert look.words("level-csp") in drawn
    assert look.words("partnerships-mark-vague") in drawn
    assert "2024-10-10" in drawn


def test_every_occasion_of_the_record_has_its_korean_words(tables: Tables) -> None:
    missing = set(tables.partnership_steps["meeting"].dropna()) - set(names("occasion"))
    assert not missing, f"Add to data/reference/occasions.csv: {sorted(missing)}"


def test_charts_keep_to_the_colours_of_the_page() -> None:
    dark = csp_upgrades(
        steps(step("ASEAN-JPN", "csp", "2023-09-06")), Look(Words("en"), dark=True), 2021, 2024
    )
    assert isinstance(dark.chart, alt.LayerChart)
    assert "#000" not in dark.chart.to_json()
