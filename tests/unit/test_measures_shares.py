"""Shares, their intervals and their change, against published examples and statsmodels."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from statsmodels.stats.proportion import proportion_confint

from pages.charts.measures.shares import change, difference, ranks, shares, shares_by, wilson
from pages.charts.measures.units import Units


def units(spoken: dict[str, list[str]]) -> Units:
    frame = pd.DataFrame({"unit_id": list(spoken), "year": 2021, "quarter": "2021-Q1", "month": "2021-02"})
    pairs = [(unit, topic) for unit, topics in spoken.items() for topic in topics]
    return Units(
        "release",
        frame,
        pd.DataFrame(pairs, columns=["unit_id", "topic"]),
        frame[["unit_id"]].assign(release_id=frame["unit_id"]),
    )


@pytest.mark.parametrize(
    ("count", "total", "low", "high"),
    # Newcombe (1998), Statistics in Medicine 17, 857–872, table I, method 3.
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_wilson_interval_is_the_published_one(count: int, total: int, low: float, high: float) -> None:
    found = wilson(np.array([count]), total)
    assert found[0][0] == pytest.approx(low, abs=5e-5)
    assert found[1][0] == pytest.approx(high, abs=5e-5)


def test_wilson_interval_is_that_of_statsmodels_for_every_small_share() -> None:
    count, total = (grid.ravel() for grid in np.meshgrid(np.arange(31), np.arange(1, 31)))
    count, total = count[count <= total], total[count <= total]
    np.testing.assert_allclose(
        wilson(count, total), proportion_confint(count, total, method="wilson"), atol=1e-12
    )


def test_share_of_nothing_is_missing() -> None:
    low, high = wilson(np.array([0]), 0)
    assert np.isnan(low[0])
    assert np.isnan(high[0])
    assert shares(units({}), ["health"])["share"].isna().all()


@pytest.mark.parametrize(
    ("b", "m", "a", "n", "low", "high"),
    # Newcombe (1998), Statistics in Medicine 17, 873–890, table II, method 10, examples (a) to (d).
    [
        (56, 70, 48, 80, 0.0524, 0.3339),
        (9, 10, 3, 10, 0.1705, 0.8090),
        (6, 7, 2, 7, 0.0582, 0.8062),
        (5, 56, 0, 29, -0.0381, 0.1926),
    ],
)
def test_difference_of_shares_has_the_published_interval(
    b: int, m: int, a: int, n: int, low: float, high: float
) -> None:
    found = difference(pd.DataFrame({"count_a": [a], "total_a": [n], "count_b": [b], "total_b": [m]})).iloc[0]
    assert found["diff"] == pytest.approx(b / m - a / n)
    assert found["low"] == pytest.approx(low, abs=5e-5)
    assert found["high"] == pytest.approx(high, abs=5e-5)


def test_p_is_fishers_and_q_holds_all_topics_against_one_another() -> None:
    # Fisher's tea: 3 of 4 against 1 of 4 has a two-sided p of 34/70; two equal rows leave q = p.
    row = {"count_a": 1, "total_a": 4, "count_b": 3, "total_b": 4}
    found = difference(pd.DataFrame([row, row]))
    assert found["p"].tolist() == pytest.approx([34 / 70, 34 / 70])
    assert found["q"].tolist() == pytest.approx([34 / 70, 34 / 70])


def test_change_is_by_topic_from_one_year_to_another_most_grown_first() -> None:
    spoken = units({"a": ["health"], "b": ["health"], "c": ["digital"], "d": ["digital", "health"]})
    groups = pd.DataFrame({"unit_id": list("abcd"), "group": ["2021", "2021", "2024", "2024"]})
    by_year = shares_by(spoken, groups, ["digital", "health", "taiwan-strait"])
    found = change(by_year, "2021", "2024")
    assert found["topic"].tolist() == ["digital", "health"]
    assert found["diff"].tolist() == [1.0, -0.5]
    assert found.loc[0, ["count_a", "total_a", "count_b", "total_b"]].tolist() == [0, 2, 2, 2]


def test_a_unit_in_two_groups_counts_in_both_and_zeros_have_rows() -> None:
    spoken = units({"a": ["health"], "b": []})
    groups = pd.DataFrame({"unit_id": ["a", "a", "b"], "group": ["CHN", "JPN", "JPN"]})
    found = shares_by(spoken, groups, ["health", "digital"]).set_index(["group", "topic"])
    assert found.loc[("JPN", "health"), ["count", "total"]].tolist() == [1, 2]
    assert found.loc[("CHN", "digital"), ["count", "total"]].tolist() == [0, 1]


def test_equal_shares_have_the_same_rank() -> None:
    spoken = units({"a": ["health", "digital"], "b": ["climate", "health", "digital"]})
    groups = pd.DataFrame({"unit_id": ["a", "b"], "group": "2021"})
    found = ranks(shares_by(spoken, groups, ["climate", "digital", "health"])).set_index("topic")["rank"]
    assert found.to_dict() == {"digital": 1, "health": 1, "climate": 3}
