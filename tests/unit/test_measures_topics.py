"""Rates, log-odds and pairs of topics, against hand-worked and published examples."""

from __future__ import annotations

import math

import pandas as pd
import pytest

from pages.charts.measures.apart import log_odds
from pages.charts.measures.rates import counted, rates
from pages.charts.measures.together import pairs, with_topic
from tests.unit.test_measures_shares import units


def test_log_odds_worked_by_hand() -> None:
    # Prior: 10 topics, 6 of health and 4 of digital. Health: A (8+6)/(2+4), B (2+6)/(8+4).
    table = pd.DataFrame(
        {"topic": ["health", "digital"], "count_a": [8, 2], "count_b": [2, 8], "background": [60, 40]}
    )
    found = log_odds(table, weight=10).set_index("topic")
    expected = math.log(14 / 6) - math.log(8 / 12)
    assert found.loc["health", "log_odds"] == pytest.approx(expected)
    assert found.loc["health", "z"] == pytest.approx(expected / math.sqrt(1 / 14 + 1 / 8))
    assert found.loc["digital", "log_odds"] == pytest.approx(-expected)
    assert found.index.tolist() == ["health", "digital"]


def test_a_topic_met_once_does_not_lead_one_met_often() -> None:
    table = pd.DataFrame(
        {
            "topic": ["rare", "often", "rest"],
            "count_a": [1, 40, 59],
            "count_b": [0, 15, 85],
            "background": [2, 100, 300],
        }
    )
    found = log_odds(table)
    assert found["topic"].tolist()[0] == "often"


def test_equal_sides_are_not_apart() -> None:
    table = pd.DataFrame({"topic": ["a", "b"], "count_a": [5, 7], "count_b": [5, 7], "background": [10, 14]})
    assert log_odds(table)["z"].tolist() == [0.0, 0.0]


def test_a_pair_of_topics_worked_by_hand() -> None:
    # The lady tasting tea: 8 cups, 4 with milk first, 4 called so, 3 of them right: p = (16 + 1) / 70.
    spoken = {
        "a": ["milk", "called"],
        "b": ["milk", "called"],
        "c": ["milk", "called"],
        "d": ["milk"],
        "e": ["called"],
    }
    found = pairs(units(spoken | {"f": [], "g": [], "h": []}), ["milk", "called", "never"])
    assert len(found) == 1
    row = found.iloc[0]
    assert row[["count_a", "count_b", "both", "total", "expected"]].tolist() == [4, 4, 3, 8, 2.0]
    assert row["lift"] == pytest.approx(1.5)
    assert row["phi"] == pytest.approx(0.5)
    assert row["p"] == pytest.approx(17 / 70)
    assert row["q"] == pytest.approx(17 / 70)


def test_q_is_the_published_correction() -> None:
    # Benjamini and Hochberg (1995), JRSS B 57, section 4.1: of these fifteen, four are kept at 0.05.
    from scipy.stats import false_discovery_control

    p = [
        0.0001,
        0.0004,
        0.0019,
        0.0095,
        0.0201,
        0.0278,
        0.0298,
        0.0344,
        0.0459,
        0.3240,
        0.4262,
        0.5719,
        0.6528,
        0.7590,
        1.0,
    ]
    assert sum(q <= 0.05 for q in false_discovery_control(p)) == 4


def test_pairs_of_one_topic_have_it_on_the_left() -> None:
    table = pairs(units({"a": ["x", "y"], "b": ["y", "z"], "c": ["z"], "d": []}), ["x", "y", "z"])
    found = with_topic(table, "y")
    assert set(found["topic_a"]) == {"y"}
    assert set(found["topic_b"]) == {"x", "z"}
    assert found.set_index("topic_b").loc["z", ["count_a", "count_b"]].tolist() == [2, 2]


def test_pairs_where_every_unit_speaks_of_a_topic_or_none_does() -> None:
    assert pairs(units({}), ["x"]).empty
    assert pairs(units({"a": ["x", "y"], "b": ["x"]}), ["x", "y"])["phi"].isna().all()


RELEASES = pd.DataFrame(
    {"release_id": ["a", "b", "c", "d"], "n_words": pd.array([1500, None, None, 90], dtype="Int64")}
)
MENTIONS = pd.DataFrame(
    {
        "release_id": ["a", "b", "c", "d"],
        "topic": "health",
        "mentions": pd.array([9, 1, 3, None], dtype="Int64"),
    }
)


def test_counted_are_texts_of_known_length_whose_mentions_are_known() -> None:
    found = counted(RELEASES, MENTIONS, pd.Series({"a": 7, "b": 500}))
    assert found.set_index("release_id")["n_words"].to_dict() == {"a": 1500, "b": 500}


def test_mentions_per_thousand_words() -> None:
    # Garwood (1936): ten events, 95 % from 4.795 to 18.391.
    texts = pd.DataFrame({"release_id": ["a", "b"], "n_words": [1500, 500]})
    found = rates(texts, MENTIONS, ["health", "digital"]).set_index("topic")
    assert found.loc["health", ["mentions", "words", "releases", "rate"]].tolist() == [10, 2000, 2, 5.0]
    assert found.loc["health", "low"] == pytest.approx(4.795 / 2, abs=1e-3)
    assert found.loc["health", "high"] == pytest.approx(18.391 / 2, abs=1e-3)
    assert found.loc["digital", ["rate", "low"]].tolist() == [0.0, 0.0]


def test_no_text_counted_gives_no_rate() -> None:
    texts = counted(RELEASES.drop(columns="n_words"), MENTIONS, pd.Series(dtype=int))
    assert texts.empty
    assert rates(texts, MENTIONS, ["health"]).empty
