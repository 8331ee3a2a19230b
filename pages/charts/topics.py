"""How often each topic is spoken of."""

from __future__ import annotations

from collections.abc import Collection

import altair as alt
import pandas as pd

from pages.charts.figure import Figure
from pages.charts.measures.shares import with_share
from pages.charts.measures.units import Kind
from pages.charts.topic_marks import KEY, name_topics, picking, pillar_key, share_tooltip
from pages.parts.look import Look


def topic_frequency(topics: pd.DataFrame, releases: pd.DataFrame, scheme: pd.DataFrame) -> pd.DataFrame:
    """The share of releases that speak of each topic, most frequent first.

    Takes `topics` and `releases` (the same releases) and the topic scheme; gives columns topic, count,
    total (the number of releases counted over), share, low, high: the 95 % Wilson interval (Wilson 1927,
    JASA 22).
    """
    count = topics["topic"].astype("str").value_counts()
    table = pd.DataFrame({"topic": scheme["code"].astype("str")})
    table["count"] = table["topic"].map(count).fillna(0).astype(int)
    table["total"] = len(releases)
    return with_share(table).sort_values(["count", "topic"], ascending=[False, True]).reset_index(drop=True)


def topic_shares(
    frequency: pd.DataFrame,
    look: Look,
    most: int | None = None,
    *,
    kind: Kind = "release",
    chosen: Collection[str] = (),
    clickable: bool = False,
) -> Figure:
    """Bars of the share of units by topic, each labelled with share and number, coloured by pillar.

    Takes topic, count, total, share, low, high in the order of drawing. `chosen` topics stand out;
    where the page answers to a click on a bar, `clickable` says so with the pointer.
    """
    words = look.words
    rows = name_topics(frequency[frequency["count"] > 0].head(most or len(frequency)), look)
    rows["strength"] = [0.85 if not chosen or topic in chosen else 0.3 for topic in rows["topic"]]
    rows["label"] = [
        f"{share:.0%}  ({count})" for share, count in zip(rows["share"], rows["count"], strict=True)
    ]
    order = rows["name"].tolist()
    top = float(rows["high"].max()) if len(rows) else 1.0
    x = alt.X("share:Q", title=None, axis=None, scale=alt.Scale(domain=[0, top * 1.18]))
    y = alt.Y("name:N", title=None, sort=order, axis=alt.Axis(ticks=False, domain=False))
    tooltip = [*share_tooltip(words), alt.Tooltip("pillar_name:N", title=words("topics-pillar"))]
    base = alt.Chart(rows).encode(y=y)
    bars = base.mark_bar(height={"band": 0.68}, cursor="pointer" if clickable else "default").encode(
        x=x,
        color=pillar_key(words),
        opacity=alt.Opacity("strength:Q", scale=None),
        tooltip=tooltip,
    )
    intervals = base.mark_rule(color=look.muted, strokeWidth=1).encode(
        x=alt.X("low:Q", axis=None), x2="high:Q"
    )
    labels = base.mark_text(align="left", dx=6, fontSize=11).encode(x="high:Q", text="label:N")
    chart = alt.layer(bars.add_params(picking("topic")), intervals, labels)
    first = rows.head(3)
    named = words.list(
        [f"{name} {share:.0%}" for name, share in zip(first["name"], first["share"], strict=True)]
    )
    return Figure(
        chart=chart.properties(height=21 * max(len(rows), 1) + 10 + KEY),
        title=words("topics-share-title", topic=order[0], share=f"{rows['share'].iloc[0]:.0%}")
        if order
        else words("topics-share-none"),
        alt=words(f"topics-share-alt-{kind}", items=named, n=int(frequency["total"].max())),
        data=rows[["topic", "name", "pillar", "count", "total", "share", "low", "high"]],
        note=words(f"topics-share-note-{kind}"),
    )
