"""Mentions per 1,000 words, for releases whose text was counted."""

from __future__ import annotations

import altair as alt
import pandas as pd

from pages.charts.figure import Figure
from pages.charts.topic_marks import KEY, SERIES_COLOURS, name_topics, picking, pillar_key
from pages.parts.look import Look


def rate_bars(rates: pd.DataFrame, look: Look) -> Figure:
    """Bars of the mentions of each topic per 1,000 words, with intervals; takes the table of
    `measures.rates` (one group)."""
    words = look.words
    rows = name_topics(rates[rates["mentions"] > 0].sort_values("rate", ascending=False), look)
    rows["label"] = [f"{rate:.2f}  ({n})" for rate, n in zip(rows["rate"], rows["mentions"], strict=True)]
    order = rows["name"].tolist()
    top = float(rows["high"].max()) if len(rows) else 1.0
    x = alt.X("rate:Q", axis=None, scale=alt.Scale(domain=[0, top * 1.18]))
    tooltip = [
        alt.Tooltip("name:N", title=words("column-topic")),
        alt.Tooltip("mentions:Q", title=words("topics-mentions")),
        alt.Tooltip("words:Q", title=words("topics-words-counted"), format=","),
        alt.Tooltip("rate:Q", title=words("topics-rate"), format=".2f"),
        alt.Tooltip("low:Q", title=words("topics-low"), format=".2f"),
        alt.Tooltip("high:Q", title=words("topics-high"), format=".2f"),
    ]
    base = alt.Chart(rows).encode(
        y=alt.Y("name:N", title=None, sort=order, axis=alt.Axis(ticks=False, domain=False))
    )
    bars = base.mark_bar(height={"band": 0.68}, opacity=0.85, cursor="pointer").encode(
        x=x, color=pillar_key(words), tooltip=tooltip
    )
    rules = base.mark_rule(color=look.muted).encode(x=alt.X("low:Q", axis=None), x2="high:Q")
    labels = base.mark_text(align="left", dx=6, fontSize=11).encode(x="high:Q", text="label:N")
    chart = alt.layer(bars.add_params(picking("topic")), rules, labels)
    texts = int(rates["releases"].iloc[0]) if len(rates) else 0
    total = int(rates["words"].iloc[0]) if len(rates) else 0
    named = words.list([f"{name} {rate:.2f}" for name, rate in zip(order[:3], rows["rate"][:3], strict=True)])
    return Figure(
        chart=chart.properties(height=21 * max(len(rows), 1) + 10 + KEY),
        title=words("topics-rate-title", topic=order[0]) if order else words("topics-share-none"),
        alt=words("topics-rate-alt", items=named, texts=texts),
        data=rows[["topic", "name", "pillar", "mentions", "words", "releases", "rate", "low", "high"]],
        note=words("topics-rate-note", texts=texts, total=f"{total:,}"),
    )


def rates_through_time(rates: pd.DataFrame, look: Look) -> Figure:
    """Bars side by side: the rate of the chosen topics in each year, with intervals."""
    words = look.words
    rows = name_topics(rates, look)
    topics = rows["topic"].drop_duplicates().tolist()
    rows["colour"] = rows["topic"].map(dict(zip(topics, SERIES_COLOURS, strict=False)))
    order = rows["name"].drop_duplicates().tolist()
    colours = rows.drop_duplicates("name")["colour"].tolist()
    colour = alt.Color(
        "name:N",
        title=None,
        scale=alt.Scale(domain=order, range=colours),
        legend=alt.Legend(columns=alt.expr("width < 420 ? 1 : 3")),
    )
    base = alt.Chart(rows).encode(
        x=alt.X("group:O", title=None, axis=alt.Axis(labelAngle=0, ticks=False)),
        xOffset=alt.XOffset("name:N", sort=order),
        color=colour,
    )
    axis = alt.Axis(tickCount=5, domain=False, ticks=False)
    rules = base.mark_rule(strokeWidth=1.5, opacity=0.6).encode(
        y=alt.Y("low:Q", title=None, axis=axis), y2="high:Q"
    )
    tooltip = [
        alt.Tooltip("name:N", title=words("column-topic")),
        alt.Tooltip("group:N", title=words("column-year")),
        alt.Tooltip("mentions:Q", title=words("topics-mentions")),
        alt.Tooltip("words:Q", title=words("topics-words-counted"), format=","),
        alt.Tooltip("releases:Q", title=words("page-releases")),
        alt.Tooltip("rate:Q", title=words("topics-rate"), format=".2f"),
    ]
    dots = base.mark_point(filled=True, size=80, opacity=1).encode(y="rate:Q", tooltip=tooltip)
    most = rows.loc[rows["rate"].idxmax()]
    fields = {"topic": most["name"], "year": most["group"], "rate": f"{most['rate']:.2f}"}
    return Figure(
        chart=alt.layer(rules, dots).properties(height=300),
        title=words("topics-rate-time-title", **fields),
        alt=words("topics-rate-time-alt", **fields, n=int(most["mentions"])),
        data=rows[["group", "topic", "name", "mentions", "words", "releases", "rate", "low", "high"]],
        note=words("topics-rate-time-note"),
    )
