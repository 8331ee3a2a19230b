"""Mentions per 1,000 words, for releases whose text was counted."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

PER = 1000


def counted(releases: pd.DataFrame, mentions: pd.DataFrame, totals: pd.Series) -> pd.DataFrame:
    """The releases whose words and mentions were counted: release_id, n_words.

    The number of words is the record's own (`n_words`), else that of the word counts (`totals`, by
    release_id). A release with a topic whose mentions nobody counted is left out.
    """
    sizes = releases["release_id"].map(totals)
    if "n_words" in releases:
        sizes = releases["n_words"].fillna(sizes)
    uncounted = set(mentions.loc[mentions["mentions"].isna(), "release_id"])
    kept = (sizes > 0).fillna(False).astype(bool) & ~releases["release_id"].isin(uncounted)
    return pd.DataFrame({"release_id": releases.loc[kept, "release_id"], "n_words": sizes[kept].astype(int)})


def rates(
    texts: pd.DataFrame, mentions: pd.DataFrame, topics: Sequence[str], groups: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Mentions of each topic per 1,000 words of the counted releases: group, topic, mentions, words,
    releases, rate, low, high.

    Takes the table of `counted`, `topics` of the ledger as `mentions` (release_id, topic,
    mentions) and, for one rate a group, `groups` (release_id, group). `low`–`high` is Garwood's exact 95 %
    interval of a Poisson rate (1936, Biometrika 28): too narrow where one release says a word over and
    over.
    """
    from statsmodels.stats.rates import confint_poisson

    if groups is None:
        groups = texts[["release_id"]].assign(group="all")
    texts = texts.merge(groups, on="release_id")
    sizes = texts.groupby("group").agg(words=("n_words", "sum"), releases=("release_id", "nunique"))
    said = texts.merge(mentions[["release_id", "topic", "mentions"]], on="release_id")
    said["topic"] = said["topic"].astype("str")
    sums = said.groupby(["group", "topic"])["mentions"].sum()
    grid = pd.MultiIndex.from_product([sizes.index, list(topics)], names=["group", "topic"])
    table = sums.reindex(grid, fill_value=0).fillna(0).astype(int).rename("mentions").reset_index()
    table = table.join(sizes, on="group")
    low, high = confint_poisson(table["mentions"].to_numpy(), table["words"].to_numpy(), method="exact-c")
    table["rate"] = table["mentions"] / table["words"] * PER
    return table.assign(low=low * PER, high=high * PER).fillna({"low": 0.0})
