"""How often a topic is spoken of."""

from __future__ import annotations

import altair as alt
import pandas as pd
from statsmodels.stats.proportion import proportion_confint

from pages.charts.figure import Figure
from pages.parts.look import PILLARS, Look


def topic_frequency(topics: pd.DataFrame, releases: pd.DataFrame, scheme: pd.DataFrame) -> pd.DataFrame:
    """The share of releases that speak of each topic, most frequent first.

    Takes `topics` and `releases` (the same releases) and the topic scheme; gives columns topic, pillar, count,
    releases (the number of releases counted over), share, low, high: the 95 % Wilson interval (Wilson 1927, JASA 22).
    """
    total = len(releases)
    count = topics["topic"].astype(str).value_counts()
    table = scheme[["code", "pillar"]].rename(columns={"code": "topic"}).astype(str)
    table["count"] = table["topic"].map(count).fillna(0).astype(int)
    table["releases"] = total
    table["share"] = table["count"] / total if total else float("nan")
    low, high = proportion_confint(table["count"], total, method="wilson") if total else (None, None)
    table["low"], table["high"] = low, high
    return table.sort_values(["count", "topic"], ascending=[False, True]).reset_index(drop=True)


def topic_shares(frequency: pd.DataFrame, look: Look, most: int | None = None) -> Figure:
    """Bars of the share of releases by topic, each labelled with share and number, coloured by pillar."""
    words = look.words
    rows = frequency[frequency["count"] > 0].head(most or len(frequency)).copy()
    rows["name"] = rows["topic"].map(words.topic)
    rows["colour"] = rows["pillar"].map(PILLARS)
    rows["pillar_name"] = rows["pillar"].map(lambda code: words.code("pillar", code))
    rows["label"] = [f"{share:.0%}  ({count})" for share, count in zip(rows["share"], rows["count"], strict=True)]
    order = rows["name"].tolist()
    top = float(rows["high"].max()) if len(rows) else 1.0
    x = alt.X("share:Q", title=None, axis=None, scale=alt.Scale(domain=[0, top * 1.18]))
    y = alt.Y("name:N", title=None, sort=order, axis=alt.Axis(ticks=False, domain=False))
    tooltip = [
        alt.Tooltip("name:N", title=words("column-topic")),
        alt.Tooltip("pillar_name:N", title=words("topics-pillar")),
        alt.Tooltip("count:Q", title=words("column-count")),
        alt.Tooltip("share:Q", title=words("column-share"), format=".1%"),
        alt.Tooltip("low:Q", title=words("topics-low"), format=".1%"),
        alt.Tooltip("high:Q", title=words("topics-high"), format=".1%"),
    ]
    base = alt.Chart(rows).encode(y=y)
    bars = base.mark_bar(height={"band": 0.68}).encode(
        x=x, color=alt.Color("colour:N", scale=None), opacity=alt.value(0.85), tooltip=tooltip
    )
    intervals = base.mark_rule(color=look.muted, strokeWidth=1).encode(x=alt.X("low:Q", axis=None), x2="high:Q")
    labels = base.mark_text(align="left", dx=6, fontSize=11).encode(x="high:Q", text="label:N")
    chart = alt.layer(bars, intervals, labels).properties(height=21 * max(len(rows), 1) + 10)
    first = rows.head(3)
    named = words.list([f"{row.name} {row.share:.0%}" for row in first[["name", "share"]].itertuples(index=False, name="Row")])
    return Figure(
        chart=chart,
        title=words("topics-share-title", topic=order[0]) if order else words("topics-share-none"),
        alt=words("topics-share-alt", items=named, n=int(frequency["releases"].iloc[0])),
        data=rows[["topic", "name", "pillar", "count", "releases", "share", "low", "high"]],
        note=words("topics-share-note"),
    )
