"""A word through time."""

from __future__ import annotations

import altair as alt
import pandas as pd

from pages.charts.figure import Figure
from pages.parts.look import Look


def word_through_time(by_year: pd.DataFrame, look: Look, word: str) -> Figure:
    """Mentions of a word per 1,000 words in each year, with intervals; takes the table of `rate_by_year`."""
    words = look.words
    rows = by_year.copy()
    rows["label"] = [f"{row.mentions} / {row.words:,}" for row in rows.itertuples()]
    x = alt.X("year:O", title=None, axis=alt.Axis(labelAngle=0, ticks=False, domain=False))
    y_axis = alt.Axis(tickCount=4, domain=False, ticks=False)
    base = alt.Chart(rows).encode(x=x)
    tooltip = [
        alt.Tooltip("year:O", title=words("column-year")),
        alt.Tooltip("mentions:Q", title=words("topics-mentions")),
        alt.Tooltip("words:Q", title=words("topics-words-counted"), format=","),
        alt.Tooltip("texts:Q", title=words("topics-texts-number")),
        alt.Tooltip("rate:Q", title=words("topics-rate"), format=".2f"),
        alt.Tooltip("low:Q", title=words("topics-low"), format=".2f"),
        alt.Tooltip("high:Q", title=words("topics-high"), format=".2f"),
    ]
    bars = base.mark_bar(size=48, opacity=0.85, color=look.accent).encode(
        y=alt.Y("rate:Q", title=None, axis=y_axis), tooltip=tooltip
    )
    rules = base.mark_rule(color=look.muted).encode(y=alt.Y("low:Q", axis=y_axis), y2="high:Q")
    labels = base.mark_text(dy=-8, fontSize=11, color=look.ink).encode(
        y=alt.Y("high:Q", axis=y_axis), text="label:N"
    )
    most = rows.loc[rows["rate"].idxmax()]
    fields = {
        "word": word,
        "n": int(rows["mentions"].sum()),
        "texts": int(rows["texts"].sum()),
        "year": int(most["year"]),
        "rate": f"{most['rate']:.2f}",
    }
    said = "topics-word-title" if fields["n"] else "topics-word-none"
    return Figure(
        chart=alt.layer(bars, rules, labels).properties(height=260),
        title=words(said, **fields),
        alt=words("topics-word-alt", **fields) if fields["n"] else words(said, **fields),
        data=rows[["year", "mentions", "words", "texts", "rate", "low", "high"]],
        note=words("topics-word-note", texts=fields["texts"]),
    )
