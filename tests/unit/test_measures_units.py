"""What is counted: a meeting told five times is one meeting; groups, scopes and sides."""

from __future__ import annotations

from functools import cache

import pandas as pd
import pytest

from loaders.tables import Tables, load_tables
from pages.charts.measures.apart import REST, side_counts, sides
from pages.charts.measures.units import SCOPES, groups_of, meetings_in, units_of


@cache
def tables() -> Tables:
    return load_tables()


def test_a_release_is_a_unit_each_a_meeting_one_however_often_told() -> None:
    every = tables()
    releases, meetings = units_of(every, "release"), units_of(every, "meeting")
    assert len(releases) == len(every.releases)
    assert len(meetings) < len(releases)
    assert meetings.frame["unit_id"].is_unique
    assert len(meetings.sources) + meetings.left_out == len(every.releases)


def test_a_meeting_speaks_of_what_any_of_its_releases_does_once() -> None:
    every = tables()
    meetings = units_of(every, "meeting")
    assert not meetings.topics.duplicated().any()
    told = meetings.sources["unit_id"].value_counts()
    busiest = told.index[0]
    releases = meetings.sources.loc[meetings.sources["unit_id"] == busiest, "release_id"]
    expected = set(every.topics.loc[every.topics["release_id"].isin(releases), "topic"])
    assert told.iloc[0] > 1
    assert set(meetings.topics.loc[meetings.topics["unit_id"] == busiest, "topic"]) == expected


def test_releases_of_which_only_the_opening_was_read_can_be_left_out() -> None:
    every = tables()
    whole = units_of(every, "release", whole_only=True)
    assert len(whole) == (every.releases["coverage"] == "full").sum()


def test_scopes_share_out_all_meetings() -> None:
    every = tables()
    parts = [meetings_in(every, scope) for scope in SCOPES[1:]]
    assert set.union(*parts) == meetings_in(every, "all")
    assert sum(len(part) for part in parts) == len(meetings_in(every, "all"))


def test_scope_of_one_partner_holds_the_asean_rok_summit_not_asean_plus_three() -> None:
    every = tables()
    series = every.meetings.set_index("meeting_id")["series"].astype("str")
    one = {series[meeting] for meeting in meetings_in(every, "one")}
    many = {series[meeting] for meeting in meetings_in(every, "many")}
    assert "asean-rok-summit" in one
    assert "asean-plus-three-summit" in many - one
    assert "bilateral-summit" not in one | many


@pytest.mark.parametrize("by", ["year", "quarter", "series", "level", "issuer", "language", "coverage"])
@pytest.mark.parametrize("kind", ["meeting", "release"])
def test_every_grouping_names_known_units_once(by: str, kind: str) -> None:
    units = units_of(tables(), kind)  # type: ignore[arg-type]
    groups = groups_of(tables(), units, by)
    assert not groups.duplicated().any()
    assert groups["unit_id"].isin(units.frame["unit_id"]).all()
    assert len(groups)


def test_a_country_is_a_meetings_where_it_took_part_hosted_or_is_a_side() -> None:
    every = tables()
    units = units_of(every, "meeting")
    hosted = every.meetings.loc[every.meetings["country"] == "LAO", "meeting_id"]
    with_laos = set(groups_of(every, units, "country", ["LAO"])["unit_id"])
    assert set(hosted) & set(units.frame["unit_id"]) <= with_laos
    assert len(with_laos) > len(hosted)


def test_sides_leave_out_what_both_share() -> None:
    every = tables()
    units = units_of(every, "meeting")
    china, japan, shared = sides(every, units, "partner:CHN", "partner:JPN")
    assert shared > 0
    assert not china & japan


def test_before_and_after_a_month_share_out_all_dated_units() -> None:
    every = tables()
    units = units_of(every, "meeting")
    after, before, shared = sides(every, units, "since:2022-05", REST)
    dated = units.frame.dropna(subset=["month"])
    assert len(after) + len(before) == len(dated)
    assert shared == 0
    assert dated.loc[dated["unit_id"].isin(before), "month"].max() == "2022-04"


def test_counts_of_sides_count_topics_of_their_units() -> None:
    every = tables()
    units = units_of(every, "meeting")
    china, japan, _ = sides(every, units, "partner:CHN", "partner:JPN")
    table = side_counts(units, china, japan, units).set_index("topic")
    expected = units.topics[(units.topics["topic"] == "digital") & units.topics["unit_id"].isin(china)]
    assert table.loc["digital", "count_a"] == len(expected)
    assert table.loc["digital", "total_a"] == len(china)
    assert table.loc["digital", "background"] == (units.topics["topic"] == "digital").sum()
    assert isinstance(table, pd.DataFrame)
