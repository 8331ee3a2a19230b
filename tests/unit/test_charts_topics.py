"""The charts of topics: what they say, what they draw, and that each can be put on paper in both languages."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pandas as pd
import pytest

from loaders.tables import Tables, load_tables
from pages.charts.figure import Figure
from pages.charts.ledger import quarters
from pages.charts.measures.apart import log_odds, side_counts, sides
from pages.charts.measures.rates import rates
from pages.charts.measures.shares import change, ranks, shares, shares_by
from pages.charts.measures.together import pairs, with_topic
from pages.charts.measures.units import Units, groups_of, units_of
from pages.charts.measures.words import rate_by_year
from pages.charts.topic_apart import apart
from pages.charts.topic_change import how_sure, movers, rank_lines, small_multiples
from pages.charts.topic_marks import kept_apart, points, probability
from pages.charts.topic_rates import rate_bars, rates_through_time
from pages.charts.topic_scheme import reliability
from pages.charts.topic_time import by_group, lanes, occasions, through_time
from pages.charts.topic_together import companions, matrix
from pages.charts.topic_who import heat_map
from pages.charts.topic_words import word_through_time
from pages.charts.topics import topic_frequency, topic_shares
from pages.parts import pictures
from pages.parts.look import Look
from pages.parts.words import Words

PARTNERS = ("CHN", "JPN", "KOR", "USA")


@cache
def tables() -> Tables:
    return load_tables()


@cache
def units() -> Units:
    return units_of(tables(), "meeting")


def topics() -> list[str]:
    return [str(code) for code in tables().topic_scheme["code"]]


def by_year() -> pd.DataFrame:
    return shares_by(units(), groups_of(tables(), units(), "year"), topics())


def frequency() -> pd.DataFrame:
    return shares(units(), topics()).sort_values("count", ascending=False)


def some_rates(group: str = "all") -> pd.DataFrame:
    texts = pd.DataFrame({"release_id": ["a", "b"], "n_words": [1200, 800]})
    said = pd.DataFrame(
        {"release_id": ["a", "b", "b"], "topic": ["health", "health", "digital"], "mentions": [6, 2, 1]}
    )
    groups = pd.DataFrame({"release_id": ["a", "b"], "group": ["2021", "2022"]}) if group == "year" else None
    return rates(texts, said, ["health", "digital"], groups)


def the_apart(look: Look) -> Figure:
    china, japan, _ = sides(tables(), units(), "partner:CHN", "partner:JPN")
    odds = log_odds(side_counts(units(), china, japan, units()))
    return apart(odds, look, "China", "Japan", ("#cc3311", "#d6276b"))


def the_lanes(look: Look) -> Figure:
    spoken = units().speaking_of(["artificial-intelligence"])
    told = set(units().sources.loc[units().sources["unit_id"].isin(spoken), "release_id"])
    return lanes(occasions(tables(), told, PARTNERS), look, "artificial-intelligence")


def the_groups(look: Look) -> Figure:
    groups = groups_of(tables(), units(), "partner", PARTNERS)
    return by_group(shares_by(units(), groups, ["digital", "health"]), look, "partner", "meeting")


def the_heat_map(look: Look) -> Figure:
    groups = groups_of(tables(), units(), "partner", PARTNERS)
    return heat_map(
        shares(units(), topics()), shares_by(units(), groups, topics()), look, PARTNERS, "meeting"
    )


def the_reliability(look: Look) -> Figure:
    row = {"source": "s", "language": "all", "field": "topics", "measure": "f1", "value": 0.93, "n": 47}
    named = {"field_name": "Topics", "measure_name": "F1", "source_name": "A second coding"}
    return reliability(pd.DataFrame([row | named]), look)


CHARTS: dict[str, Callable[[Look], Figure]] = {
    "topic-shares": lambda look: topic_shares(frequency(), look, kind="meeting", chosen=["health"]),
    "topic-time": lambda look: through_time(
        shares_by(units(), groups_of(tables(), units(), "quarter"), ["digital", "health"]), look, "meeting"
    ),
    "topic-groups": the_groups,
    "topic-lanes": the_lanes,
    "topic-rates": lambda look: rate_bars(some_rates(), look),
    "topic-rates-time": lambda look: rates_through_time(some_rates("year"), look),
    "topic-movers": lambda look: movers(change(by_year(), "2021", "2024"), look, "2021", "2024", "meeting"),
    "topic-ranks": lambda look: rank_lines(ranks(by_year()), look, ["digital"]),
    "topic-multiples": lambda look: small_multiples(
        by_year(), change(by_year(), "2021", "2024"), look, topics()
    ),
    "topic-apart": the_apart,
    "topic-companions": lambda look: companions(with_topic(pairs(units(), topics()), "supply-chains"), look),
    "topic-matrix": lambda look: matrix(pairs(units(), topics()), look, topics()),
    "topic-who": the_heat_map,
    "word-time": lambda look: word_through_time(
        rate_by_year(pd.DataFrame({"year": [2021, 2022], "mentions": [3, 0], "n_words": [900, 700]})),
        look,
        "tide",
    ),
    "reliability": the_reliability,
}


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize("name", CHARTS)
def test_every_chart_says_its_finding_and_goes_on_paper(name: str, lang: str) -> None:
    look = Look(Words(lang))  # type: ignore[arg-type]
    figure = CHARTS[name](look)
    assert figure.title
    assert figure.alt
    assert figure.note
    assert len(figure.data)
    assert "{" not in figure.title + figure.alt + figure.note
    assert pictures.svg(figure, look, "2021–2024", "foot").startswith(b"<svg")


def test_the_overviews_shares_count_releases() -> None:
    table = topic_frequency(tables().topics, tables().releases, tables().topic_scheme)
    assert len(table) == len(tables().topic_scheme)
    assert (table["total"] == len(tables().releases)).all()
    health = (tables().topics["topic"] == "health").sum()
    assert table.set_index("topic").loc["health", "count"] == health


def test_a_title_names_the_most_frequent_topic_and_its_alternative_the_numbers() -> None:
    table = pd.DataFrame(
        {"topic": ["digital", "health"], "count": [3, 1], "total": [4, 4], "share": [0.75, 0.25]}
    )
    figure = topic_shares(table.assign(low=0.1, high=0.9), Look(Words("en")))
    assert figure.title == "“Digital” is spoken of most often: 75%"
    assert "Digital 75%" in figure.alt
    assert "4 releases" in figure.alt


@pytest.mark.parametrize("name", ["topic-shares", "topic-rates", "topic-movers", "topic-multiples"])
def test_colours_of_pillars_have_a_key(name: str) -> None:
    keys = [
        layer["encoding"]["color"]["scale"]["domain"]
        for layer in CHARTS[name](Look(Words("en"))).chart.to_dict()["layer"]
        if layer["encoding"].get("color", {}).get("field") == "pillar_name"
    ]
    assert keys
    assert keys[0] == ["Political-security", "Economic", "Socio-cultural"]


@pytest.mark.parametrize("name", ["topic-movers", "topic-apart", "reliability"])
def test_counts_stand_in_a_column_right_of_the_marks(name: str) -> None:
    layers = CHARTS[name](Look(Words("en"))).chart.to_dict()["layer"]
    texts = [layer["encoding"]["x"] for layer in layers if layer["mark"]["type"] == "text"]
    assert texts == [{"value": "width"}]


def test_small_charts_say_how_many_topics_rose_and_fell() -> None:
    changed = pd.DataFrame({"low": [0.1, -0.2, -0.5, -0.5], "high": [0.2, 0.1, -0.1, -0.2]})
    figure = small_multiples(by_year(), changed, Look(Words("en")), topics())
    assert figure.title == f"Of {len(topics())} topics, 1 rose and 2 fell clearly, 2021 to 2024"


def test_a_topic_in_one_year_goes_from_nowhere_to_nowhere() -> None:
    table = shares_by(units(), groups_of(tables(), units(), "year"), ["digital"])
    year = table[table["group"] == "2024"]
    figure = through_time(year, Look(Words("en")), "meeting")
    assert figure.title == f"“Digital”: {year['share'].iloc[0]:.0%} in 2024"


def test_a_quarter_is_written_in_the_readers_language() -> None:
    table = pd.DataFrame({"quarter": ["2023-Q3"], "start": [pd.Timestamp("2023-07-01")], "meetings": [5]})
    titles = [quarters(table.assign(undated=0), Look(Words(lang))).title for lang in ("en", "ko")]
    assert titles == ["Most meetings in 2023 Q3: 5", "회의가 가장 많은 분기는 2023년 3분기(5건)"]


def test_no_topic_at_all_is_said() -> None:
    figure = topic_shares(
        topic_frequency(tables().topics[:0], tables().releases[:0], tables().topic_scheme), Look(Words("en"))
    )
    assert figure.title == "No topic in this selection"


def test_how_sure_tells_a_clear_rise_from_a_likely_one_and_from_noise() -> None:
    rows = [
        {"topic": "digital", "diff": 0.5, "low": 0.3, "high": 0.7, "p": 1e-6, "q": 1e-5},
        {"topic": "health", "diff": 0.2, "low": 0.01, "high": 0.4, "p": 0.04, "q": 0.4},
        {"topic": "climate", "diff": 0.1, "low": -0.1, "high": 0.3, "p": 0.3, "q": 0.9},
    ]
    counts = {"count_a": 1, "total_a": 10, "count_b": 6, "total_b": 10}
    sure, likely, noise = how_sure(pd.DataFrame([row | counts for row in rows]), Words("en"))
    assert "Sure" in sure
    assert "p < 0.001" in sure
    assert "Likely" in likely
    assert "+20 points, between +1 and +40 (1/10 → 6/10)" in likely
    assert "Not sure" in noise


def test_lanes_begin_with_the_partner_that_was_first() -> None:
    figure = the_lanes(Look(Words("en")))
    first = figure.data.iloc[0]
    assert first["date"] == figure.data["date"].min()
    assert first["date"].strftime("%Y-%m-%d") in figure.title


def test_occasions_are_a_row_a_meeting_and_partner_earliest_first() -> None:
    told = set(tables().releases["release_id"])
    rows = occasions(tables(), told, PARTNERS)
    assert not rows.duplicated(["meeting_id", "partner"]).any()
    assert rows["date"].dropna().is_monotonic_increasing
    assert rows["meeting_id"].nunique() == len(units())


def test_a_heat_map_has_a_column_of_all_and_the_counts_behind_each_cell() -> None:
    data = the_heat_map(Look(Words("en"))).data.set_index(["topic", "group"])
    assert data.loc[("digital", "all"), "total"] == len(units())
    korea = set(groups_of(tables(), units(), "partner", ["KOR"])["unit_id"])
    assert data.loc[("digital", "KOR"), "total"] == len(korea)
    assert data.loc[("digital", "KOR"), "count"] == len(units().speaking_of(["digital"], korea))


def test_the_matrix_offers_all_pairs_for_download() -> None:
    table = pairs(units(), topics())
    assert len(matrix(table, Look(Words("en")), topics()).data) == len(table)


def test_labels_are_kept_apart_in_their_order() -> None:
    placed = kept_apart([0.5, 0.5, 0.1], 0.2)
    assert abs(placed[0] - placed[1]) == pytest.approx(0.2)
    assert placed[2] < min(placed[:2])
    assert kept_apart([], 1) == []


def test_numbers_are_written_for_people() -> None:
    assert points(0.123) == "+12"
    assert points(-0.031) == "−3"
    assert probability(0.0001) == "< 0.001"
    assert probability(0.0123) == "= 0.012"
