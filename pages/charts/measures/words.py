"""Words through time, and in context."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from pages.charts.measures.rates import PER


def count_of(counts: pd.DataFrame, word: str) -> pd.DataFrame:
    """How often each counted text says a word: release_id, mentions, n_words, a row a text.

    Takes release_id, word, n. A star at the end takes any ending ("semiconductor*").
    """
    wanted = word.casefold().strip()
    found = counts["word"].str.startswith(wanted[:-1]) if wanted.endswith("*") else counts["word"] == wanted
    sizes = counts.groupby("release_id")["n"].sum().rename("n_words")
    said = counts[found].groupby("release_id")["n"].sum().rename("mentions")
    return sizes.to_frame().join(said).fillna({"mentions": 0}).astype(int).reset_index()


def rate_by_year(texts: pd.DataFrame) -> pd.DataFrame:
    """Mentions per 1,000 words by year: year, mentions, words, texts, rate, low, high.

    Takes a row a text: year, mentions, n_words; texts without a year are left out. `low`–`high` is
    Garwood's exact 95 % interval of a Poisson rate (1936, Biometrika 28).
    """
    from statsmodels.stats.rates import confint_poisson

    dated = texts.dropna(subset=["year"]).astype({"year": int})
    table = dated.groupby("year").agg(
        mentions=("mentions", "sum"), words=("n_words", "sum"), texts=("year", "size")
    )
    table = table[table["words"] > 0].reset_index()
    low, high = confint_poisson(table["mentions"].to_numpy(), table["words"].to_numpy(), method="exact-c")
    table["rate"] = table["mentions"] / table["words"] * PER
    return table.assign(low=low * PER, high=high * PER).fillna({"low": 0.0})


def in_context(text: str, spans: Iterable[tuple[int, int]], width: int = 60) -> list[tuple[str, str, str]]:
    """What stands left of each span, the span, and what stands right of it, up to `width` characters of its
    paragraph.

    A side that is cut begins or ends at a space, with an ellipsis.
    """
    lines = []
    for start, end in spans:
        first = text.rfind("\n", 0, start) + 1
        last = text.find("\n", end)
        left, right = text[first:start], text[end : len(text) if last < 0 else last]
        if len(left) > width:
            left = "…" + left[-width:].partition(" ")[2]
        if len(right) > width:
            right = right[:width].rpartition(" ")[0] + "…"
        lines.append((left.strip(), text[start:end], right.strip()))
    return lines
