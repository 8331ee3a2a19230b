"""Which topics come together more often than chance would bring them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import numpy as np
import pandas as pd

from pages.charts.measures.units import Units

SURE = 0.05


def pairs(units: Units, topics: Sequence[str]) -> pd.DataFrame:
    """Every pair of `topics` that some unit speaks of: topic_a, topic_b, count_a, count_b, both, total,
    expected, lift, phi, p, q.

    `expected` is count_a × count_b / total; `lift` is both / expected; `phi` the correlation of the two;
    `p` is the chance of as many together or more (Fisher's exact test, one-sided); `q` is p held against
    all pairs (Benjamini and Hochberg 1995). Most sure first.
    """
    from scipy.stats import false_discovery_control, hypergeom

    total = len(units)
    met = pd.crosstab(units.topics["unit_id"], units.topics["topic"])
    known = [topic for topic in topics if topic in met.columns]
    matrix = met[known].to_numpy()
    both = matrix.T @ matrix
    index = np.array(list(combinations(range(len(known)), 2)), dtype=int).reshape(-1, 2)
    one, other = index[:, 0], index[:, 1]
    n_a, n_b, n_both = both[one, one], both[other, other], both[one, other]
    expected = n_a * n_b / max(total, 1)
    spread = np.sqrt(n_a * n_b * (total - n_a) * (total - n_b).astype(float))
    with np.errstate(invalid="ignore", divide="ignore"):
        phi = (total * n_both - n_a * n_b) / spread
    p = hypergeom.sf(n_both - 1, total, n_a, n_b)
    table = pd.DataFrame(
        {
            "topic_a": [known[i] for i in one],
            "topic_b": [known[i] for i in other],
            "count_a": n_a,
            "count_b": n_b,
            "both": n_both,
            "total": total,
            "expected": expected,
            "lift": n_both / expected,
            "phi": phi,
            "p": p,
            "q": false_discovery_control(p) if len(p) else p,
        }
    )
    return table.sort_values(["p", "lift"], ascending=[True, False]).reset_index(drop=True)


def with_topic(table: pd.DataFrame, topic: str) -> pd.DataFrame:
    """The rows of `pairs` about one topic, which stands as topic_a in each."""
    swapped = {"topic_a": "topic_b", "topic_b": "topic_a", "count_a": "count_b", "count_b": "count_a"}
    first = table[table["topic_a"] == topic]
    second = table[table["topic_b"] == topic].rename(columns=swapped)[table.columns]
    return (
        pd.concat([first, second]).sort_values(["p", "lift"], ascending=[True, False]).reset_index(drop=True)
    )
