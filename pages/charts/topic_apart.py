"""What sets one side apart from another."""

from __future__ import annotations

import altair as alt
import pandas as pd

from pages.charts.figure import Figure
from pages.charts.measures.apart import NOTABLE
from pages.charts.topic_marks import counts_beside, name_topics, picking
from pages.parts.look import Look

EACH_SIDE = 9


def apart(odds: pd.DataFrame, look: Look, name_a: str, name_b: str, colours: tuple[str, str]) -> Figure:
    """Log-odds with their 95 % interval, the most of A on top, of B at the foot; beside them the counts of
    both.

    Takes the table of `log_odds` with total_a and total_b.
    """
    words = look.words
    rows = name_topics(odds, look).rename(columns={"log_odds": "odds"})
    # No counts on either side: nothing to tell.
    rows = rows[(rows["count_a"] + rows["count_b"]) > 0]
    low_end = rows.tail(min(EACH_SIDE, max(len(rows) - EACH_SIDE, 0)))
    shown = pd.concat([rows.head(EACH_SIDE), low_end]).copy()
    shown["low"] = shown["odds"] - NOTABLE * shown["error"]
    shown["high"] = shown["odds"] + NOTABLE * shown["error"]
    shown["colour"] = [colours[0] if z > 0 else colours[1] for z in shown["z"]]
    shown["strength"] = [1.0 if abs(z) >= NOTABLE else 0.4 for z in shown["z"]]
    shown["label"] = [
        f"{row.count_a}/{row.total_a} · {row.count_b}/{row.total_b}" for row in shown.itertuples()
    ]
    low, high = float(shown["low"].min()), float(shown["high"].max())
    scale = alt.Scale(domain=[min(low, 0) - 0.1, max(high, 0) + 0.1], nice=False)
    axis = alt.Axis(orient="top", tickCount=6, format="+.1f", domain=False, ticks=False)
    title = words("topics-apart-axis", a=name_a, b=name_b)
    y = alt.Y("name:N", title=None, sort=shown["name"].tolist(), axis=alt.Axis(ticks=False, domain=False))
    base = alt.Chart(shown).encode(
        y=y, color=alt.Color("colour:N", scale=None), opacity=alt.Opacity("strength:Q", scale=None)
    )
    zero = (
        alt.Chart(pd.DataFrame({"x": [0]}))
        .mark_rule(color=look.muted)
        .encode(x=alt.X("x:Q", title=title, axis=axis, scale=scale))
    )
    rules = base.mark_rule(strokeWidth=2).encode(
        x=alt.X("low:Q", title=title, axis=axis, scale=scale), x2="high:Q"
    )
    tooltip = [
        alt.Tooltip("name:N", title=words("column-topic")),
        alt.Tooltip("count_a:Q", title=name_a),
        alt.Tooltip("total_a:Q", title=words("topics-of")),
        alt.Tooltip("count_b:Q", title=name_b),
        alt.Tooltip("total_b:Q", title=words("topics-of")),
        alt.Tooltip("odds:Q", title=words("topics-log-odds"), format="+.2f"),
        alt.Tooltip("z:Q", title=words("topics-z"), format="+.1f"),
    ]
    dots = base.mark_point(filled=True, size=90, cursor="pointer").encode(
        x=alt.X("odds:Q", title=title, axis=axis, scale=scale), tooltip=tooltip
    )
    chart = alt.layer(zero, rules, dots.add_params(picking("topic")), counts_beside(base, look))
    of_a = rows[rows["z"] >= NOTABLE]
    of_b = rows[rows["z"] <= -NOTABLE].iloc[::-1]
    said = {"a": name_a, "b": name_b, "of_a": _named(of_a, look), "of_b": _named(of_b, look)}
    return Figure(
        chart=chart.properties(height=alt.Step(23)),
        title=words("topics-apart-title", **said)
        if len(of_a) + len(of_b)
        else words("topics-apart-none", **said),
        alt=words("topics-apart-alt", n=len(of_a) + len(of_b), **said),
        data=rows[
            ["topic", "name", "count_a", "total_a", "count_b", "total_b", "background", "odds", "error", "z"]
        ],
        note=words("topics-apart-note", a=name_a, b=name_b),
    )


def _named(rows: pd.DataFrame, look: Look) -> str:
    return (
        look.words.list(rows["name"].head(3).tolist()) if len(rows) else look.words("topics-nothing-notable")
    )
