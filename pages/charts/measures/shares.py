"""Shares of units that speak of a topic, how sure they are, and how they changed."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import NormalDist

import numpy as np
import pandas as pd

from pages.charts.measures.units import Units

CONFIDENCE = 0.95
_Z = NormalDist().inv_cdf(0.5 + CONFIDENCE / 2)


def wilson(
    count: pd.Series | np.ndarray, total: pd.Series | np.ndarray | int
) -> tuple[np.ndarray, np.ndarray]:
    """Low and high of the 95 % interval of a share (Wilson 1927, JASA 22); missing where the total is 0.

    statsmodels has it too, and the tests hold this to it; its import would cost a second of every start.
    """
    count = np.asarray(count, dtype=float)
    total = np.asarray(total, dtype=float) + np.zeros_like(count)
    with np.errstate(invalid="ignore", divide="ignore"):
        share = count / total
        centre = (share + _Z**2 / (2 * total)) / (1 + _Z**2 / total)
        half = _Z / (1 + _Z**2 / total) * np.sqrt(share * (1 - share) / total + _Z**2 / (4 * total**2))
    low = np.where(count == 0, 0.0, centre - half)
    high = np.where(count == total, 1.0, centre + half)
    return np.where(total > 0, low, np.nan), np.where(total > 0, high, np.nan)


def with_share(table: pd.DataFrame) -> pd.DataFrame:
    """The table (count, total) with share, low, high."""
    low, high = wilson(table["count"], table["total"])
    total = table["total"].where(table["total"] > 0)
    return table.assign(share=table["count"] / total, low=low, high=high)


def shares(units: Units, topics: Sequence[str]) -> pd.DataFrame:
    """The share of units that speak of each of `topics`: topic, count, total, share, low, high, in the
    order given."""
    count = units.topics["topic"].value_counts()
    table = pd.DataFrame({"topic": list(topics)})
    table["count"] = table["topic"].map(count).fillna(0).astype(int)
    table["total"] = len(units)
    return with_share(table)


def shares_by(units: Units, groups: pd.DataFrame, topics: Sequence[str]) -> pd.DataFrame:
    """The same in each group of `groups` (unit_id, group): group, topic, count, total, share, low, high.

    Every group has a row for every topic, zeros included; groups are sorted by their code.
    """
    total = groups["group"].value_counts().sort_index()
    spoken = groups.merge(units.topics, on="unit_id").groupby(["group", "topic"]).size()
    grid = pd.MultiIndex.from_product([total.index, list(topics)], names=["group", "topic"])
    table = spoken.reindex(grid, fill_value=0).rename("count").reset_index()
    table["total"] = table["group"].map(total).astype(int)
    return with_share(table)


def difference(table: pd.DataFrame) -> pd.DataFrame:
    """How two shares differ: takes count_a, total_a, count_b, total_b; adds diff (b less a), low, high, p, q.

    `low`–`high` is Newcombe's 95 % interval (1998, Statistics in Medicine 17, method 10); `p` is Fisher's
    exact test, two-sided; `q` is p held against all rows of the table (Benjamini and Hochberg 1995).
    """
    from scipy.stats import false_discovery_control, fisher_exact
    from statsmodels.stats.proportion import confint_proportions_2indep

    a, n, b, m = (table[name].to_numpy() for name in ("count_a", "total_a", "count_b", "total_b"))
    table = table.assign(diff=b / m - a / n)
    low, high = confint_proportions_2indep(b, m, a, n, method="newcomb", compare="diff", alpha=1 - CONFIDENCE)
    p = [fisher_exact([[i, j - i], [k, g - k]]).pvalue for i, j, k, g in zip(a, n, b, m, strict=True)]
    q = false_discovery_control(p) if len(p) else []
    return table.assign(low=low, high=high, p=p, q=q)


def change(by_year: pd.DataFrame, first: str, last: str) -> pd.DataFrame:
    """How the share of each topic changed from the group `first` to the group `last` of a table of
    `shares_by`.

    Columns: topic, count_a, total_a, share_a, count_b, total_b, share_b, diff, low, high, p, q; most grown
    first. Topics that neither spoke of are left out.
    """
    columns = ["count", "total", "share"]
    a, b = (by_year[by_year["group"] == group].set_index("topic")[columns] for group in (first, last))
    table = a.add_suffix("_a").join(b.add_suffix("_b"), how="inner").reset_index()
    table = table[(table["count_a"] + table["count_b"]) > 0]
    return difference(table).sort_values(["diff", "topic"], ascending=[False, True]).reset_index(drop=True)


def ranks(by_year: pd.DataFrame) -> pd.DataFrame:
    """The table of `shares_by` with the rank of each topic in its group: 1 for the largest share, ties the
    same rank."""
    rank = by_year.groupby("group")["share"].rank(method="min", ascending=False)
    return by_year.assign(rank=rank.astype("Int64"))
