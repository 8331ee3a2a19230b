"""What sets one selection apart from another: log-odds with an informative Dirichlet prior.

Monroe, Colaresi and Quinn (2008), "Fightin' Words", Political Analysis 16(4), equations 16, 19, 20 and 22.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from loaders.tables import Tables
from pages.charts.measures.units import Units, groups_of

REST = "rest"
# The prior speaks as loudly as this many topics, spread as they are in the whole ledger: enough to hold
# back a topic that was met twice, too little to hide what forty meetings say.
PRIOR_WEIGHT = 50.0
# |z| above this is beyond what chance gives in 1 of 20 topics.
NOTABLE = 1.96


def log_odds(counts: pd.DataFrame, weight: float = PRIOR_WEIGHT) -> pd.DataFrame:
    """Takes topic, count_a, count_b and `background` (its count everywhere); adds log_odds, error and z,
    largest z first.

    A positive z: more in A. The prior of a topic is its part of the background times `weight`. Topics that
    the background lacks are left out.
    """
    table = counts[counts["background"] > 0].copy()
    prior = weight * table["background"] / table["background"].sum()

    def odds(count: pd.Series) -> pd.Series:
        mine = count + prior
        return np.log(mine / (count.sum() + weight - mine))

    a, b = table["count_a"], table["count_b"]
    table["log_odds"] = odds(a) - odds(b)
    table["error"] = np.sqrt(1 / (a + prior) + 1 / (b + prior))
    table["z"] = table["log_odds"] / table["error"]
    return table.sort_values(["z", "topic"], ascending=[False, True]).reset_index(drop=True)


def side(tables: Tables, units: Units, code: str) -> set[str]:
    """The units of a side: "partner:CHN" (any grouping), or "since:2022-05", from that month on."""
    by, _, group = code.partition(":")
    if by == "since":
        return set(units.frame.loc[(units.frame["month"] >= group).fillna(False).astype(bool), "unit_id"])
    return set(groups_of(tables, units, by, [group])["unit_id"])


def sides(tables: Tables, units: Units, a: str, b: str) -> tuple[set[str], set[str], int]:
    """The units of A, of B (or of the rest), without those that are in both, and how many these are.

    Against a month the rest is what came before it: units without a date are in neither.
    """
    in_a = side(tables, units, a)
    if b == REST:
        everything = units.frame.dropna(subset=["month"]) if a.startswith("since:") else units.frame
        return in_a, set(everything["unit_id"]) - in_a, 0
    in_b = side(tables, units, b)
    shared = in_a & in_b
    return in_a - shared, in_b - shared, len(shared)


def side_counts(units: Units, in_a: set[str], in_b: set[str], background: Units) -> pd.DataFrame:
    """What `log_odds` takes, and the sizes of the sides: topic, count_a, total_a, count_b, total_b,
    background."""
    spoken = units.topics
    table = pd.DataFrame({"background": background.topics["topic"].value_counts()})
    for name, ids in (("a", in_a), ("b", in_b)):
        count = spoken.loc[spoken["unit_id"].isin(ids), "topic"].value_counts()
        table[f"count_{name}"] = count.reindex(table.index).fillna(0).astype(int)
        table[f"total_{name}"] = len(ids)
    return table.rename_axis("topic").reset_index()
