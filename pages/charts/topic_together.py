"""Topics that come together: a matrix, and the companions of one topic."""

from __future__ import annotations

from collections.abc import Sequence

import altair as alt
import pandas as pd

from pages.charts.figure import Figure
from pages.charts.measures.together import SURE
from pages.charts.topic_marks import picking, pillar_colour, probability
from pages.parts.look import Look

MATRIX = 22
COMPANIONS = 15


def matrix(pairs: pd.DataFrame, look: Look, order: Sequence[str]) -> Figure:
    """How closely the most frequent topics go together: colour by correlation, a dot where it is beyond
    chance.

    Takes the table of `pairs`; `order` is all topics in the order of the scheme.
    """
    words = look.words
    counts = (
        pd.concat([pairs.set_index("topic_a")["count_a"], pairs.set_index("topic_b")["count_b"]])
        .groupby(level=0)
        .first()
    )
    kept = set(counts.sort_values(ascending=False).head(MATRIX).index)
    shown = pairs[pairs["topic_a"].isin(kept) & pairs["topic_b"].isin(kept)]
    swapped = shown.rename(
        columns={"topic_a": "topic_b", "topic_b": "topic_a", "count_a": "count_b", "count_b": "count_a"}
    )
    rows = pd.concat([shown, swapped[shown.columns]])
    rows["a"], rows["b"] = rows["topic_a"].map(words.topic), rows["topic_b"].map(words.topic)
    rows["sure"] = rows["q"] <= SURE
    names = [words.topic(topic) for topic in order if topic in kept]
    far = max(float(rows["phi"].abs().max()), 0.1) if len(rows) else 1.0
    axis = alt.Axis(orient="top", labelAngle=-90, ticks=False, domain=False)
    x = alt.X("b:N", title=None, sort=names, axis=axis)
    y = alt.Y("a:N", title=None, sort=names, axis=alt.Axis(ticks=False, domain=False))
    base = alt.Chart(rows).encode(x=x, y=y)
    scale = alt.Scale(domain=[-far, 0, far], interpolate="rgb", range=["#c8553d", look.paper, look.accent])
    tooltip = [
        alt.Tooltip("a:N", title=words("column-topic")),
        alt.Tooltip("b:N", title=words("topics-with")),
        alt.Tooltip("both:Q", title=words("topics-both")),
        alt.Tooltip("expected:Q", title=words("topics-expected"), format=".1f"),
        alt.Tooltip("lift:Q", title=words("topics-lift"), format=".2f"),
        alt.Tooltip("phi:Q", title=words("topics-phi"), format="+.2f"),
        alt.Tooltip("q:Q", title=words("topics-q"), format=".4f"),
    ]
    cells = base.mark_rect(stroke=look.grid, strokeWidth=0.5, cursor="pointer").encode(
        color=alt.Color(
            "phi:Q",
            scale=scale,
            title=words("topics-phi"),
            legend=alt.Legend(format="+.1f", gradientLength=180),
        ),
        tooltip=tooltip,
    )
    dots = (
        base.transform_filter("datum.sure")
        .mark_point(filled=True, size=14, opacity=0.9, color=look.ink)
        .encode()
    )
    closest = pairs.iloc[0]
    fields = {
        "a": words.topic(closest["topic_a"]),
        "b": words.topic(closest["topic_b"]),
        "both": closest["both"],
        "expected": f"{closest['expected']:.0f}",
        "lift": f"{closest['lift']:.1f}",
    }
    sure = pairs[pairs["q"] <= SURE]
    return Figure(
        chart=alt.layer(cells.add_params(picking("topic_a", "topic_b")), dots).properties(
            height=alt.Step(19)
        ),
        title=words("topics-matrix-title", **fields),
        alt=words("topics-matrix-alt", n=len(sure), pairs=len(pairs), **fields),
        data=pairs.assign(name_a=pairs["topic_a"].map(words.topic), name_b=pairs["topic_b"].map(words.topic)),
        note=words("topics-matrix-note", n=len(names)),
    )


def companions(with_one: pd.DataFrame, look: Look) -> Figure:
    """Of the units that speak of a topic, how many speak of each other one; beside it the same of all other
    units.

    Takes the table of `with_topic`.
    """
    words = look.words
    rows = with_one.assign(
        name=with_one["topic_b"].map(words.topic),
        inside=with_one["both"] / with_one["count_a"],
        outside=(with_one["count_b"] - with_one["both"]) / (with_one["total"] - with_one["count_a"]),
    )
    topic, total, count = rows["topic_a"].iloc[0], int(rows["total"].iloc[0]), int(rows["count_a"].iloc[0])
    shown = rows.head(COMPANIONS).copy()
    shown["colour"] = shown["topic_b"].map(pillar_colour)
    shown["strength"] = [1.0 if q <= SURE else 0.4 for q in shown["q"]]
    shown["label"] = [f"{row.both}/{row.count_a}  ×{row.lift:.1f}" for row in shown.itertuples()]
    shown["end"] = shown[["inside", "outside"]].max(axis=1)
    top = float(shown["end"].max())
    scale = alt.Scale(domain=[0, top * 1.3], nice=False)
    axis = alt.Axis(format=".0%", tickCount=5, orient="top", domain=False, ticks=False)
    y = alt.Y("name:N", title=None, sort=shown["name"].tolist(), axis=alt.Axis(ticks=False, domain=False))
    base = alt.Chart(shown).encode(
        y=y, color=alt.Color("colour:N", scale=None), opacity=alt.Opacity("strength:Q", scale=None)
    )
    x = alt.X("inside:Q", title=None, axis=axis, scale=scale)
    outside = alt.X("outside:Q", title=None, axis=axis, scale=scale)
    tooltip = [
        alt.Tooltip("name:N", title=words("column-topic")),
        alt.Tooltip("both:Q", title=words("topics-both")),
        alt.Tooltip("expected:Q", title=words("topics-expected"), format=".1f"),
        alt.Tooltip("inside:Q", title=words("topics-inside"), format=".0%"),
        alt.Tooltip("outside:Q", title=words("topics-outside"), format=".0%"),
        alt.Tooltip("lift:Q", title=words("topics-lift"), format=".2f"),
        alt.Tooltip("phi:Q", title=words("topics-phi"), format="+.2f"),
        alt.Tooltip("p:Q", title=words("topics-p"), format=".4f"),
        alt.Tooltip("q:Q", title=words("topics-q"), format=".4f"),
    ]
    bars = base.mark_rule(strokeWidth=2).encode(x=x, x2="outside:Q")
    others = base.mark_point(size=60, filled=False, fill=look.paper, strokeWidth=1.8).encode(x=outside)
    dots = base.mark_point(filled=True, size=95, cursor="pointer").encode(x=x, tooltip=tooltip)
    labels = base.mark_text(align="left", dx=9, fontSize=11).encode(
        x=alt.X("end:Q", axis=axis, scale=scale),
        text="label:N",
        color=alt.value(look.muted),
        opacity=alt.value(1),
    )
    chart = alt.layer(bars, others, dots.add_params(picking("topic_a", "topic_b")), labels)
    sure = rows[(rows["q"] <= SURE) & (rows["lift"] > 1)]
    first = (sure if len(sure) else rows).head(3)
    items = [
        words(
            "topics-companion",
            topic=row.name,
            both=row.both,
            count=count,
            lift=f"{row.lift:.1f}",
            q=probability(row.q),
        )
        for row in first[["name", "both", "lift", "q"]].itertuples(index=False, name="Row")
    ]
    fields = {"topic": words.topic(topic), "items": words.list(first["name"].tolist())}
    return Figure(
        chart=chart.properties(height=alt.Step(23)),
        title=words("topics-companions-title" if len(sure) else "topics-companions-none", **fields),
        alt=words(
            "topics-companions-alt",
            topic=words.topic(topic),
            count=count,
            total=total,
            items="; ".join(items),
        ),
        data=rows[[*with_one.columns, "name"]],
        note=words("topics-companions-note", topic=words.topic(topic), count=count),
    )
