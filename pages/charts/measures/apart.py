"""What sets one selection apart from another: log-odds with an informative Dirichlet prior.

Monroe, Colaresi and Quinn (2008), "Fightin' Words", Political Analysis 16(4), equations 16, 19, 20 and 22.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

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
