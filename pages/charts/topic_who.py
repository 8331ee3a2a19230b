"""Who speaks of what: topics by partner or country."""

from __future__ import annotations

from collections.abc import Sequence

import altair as alt
import pandas as pd

from pages.charts.figure import Figure
from pages.charts.topic_marks import name_topics, picking, share_tooltip
from pages.parts.look import Look

ALL = "all"
# Below this a cell says how many of how many, not a share.
FEW = 10


def heat_map(
    overall: pd.DataFrame, by_group: pd.DataFrame, look: Look, groups: Sequence[str], kind: str
) -> Figure:
    """Share of units that speak of each topic, a column a group, with a column of all before them.

    Takes the tables of `shares` and `shares_by`; `groups` are the columns in order. The head of a column
    says how many units it has, the head of a row how many speak of the topic.
    """
    words = look.words
    table = pd.concat([overall.assign(group=ALL), by_group[by_group["group"].isin(groups)]])
    table = table[table["topic"].isin(overall.loc[overall["count"] > 0, "topic"])]
    rows = name_topics(table, look)
    sizes = rows.drop_duplicates("group").set_index("group")["total"]
    columns = {
        code: f"{words('filter-any') if code == ALL else words.country(code)} {sizes[code]}"
        for code in (ALL, *groups)
        if code in sizes
    }
    counts = overall.set_index("topic")["count"]
    ordered = overall[overall["count"] > 0].sort_values(["count", "topic"], ascending=[False, True])["topic"]
    rows["row"] = [
        f"{name}  {counts[topic]}" for topic, name in zip(rows["topic"], rows["name"], strict=True)
    ]
    rows["column"] = rows["group"].map(columns)
    rows["group_name"] = [
        words("filter-any") if code == ALL else words.country(code) for code in rows["group"]
    ]
    rows["text"] = [
        "" if row.count == 0 else f"{row.share * 100:.0f}" if row.total >= FEW else f"{row.count}/{row.total}"
        for row in rows[["count", "total", "share"]].itertuples(index=False, name="Row")
    ]
    # Few units: paler, for a share of three is no share of three hundred.
    rows["strength"] = [1.0 if total >= FEW else 0.45 for total in rows["total"]]
    rows["dark"] = rows["share"] * rows["strength"] > 0.55
    names = [f"{words.topic(topic)}  {counts[topic]}" for topic in ordered]
    x = alt.X(
        "column:N",
        title=None,
        sort=list(columns.values()),
        axis=alt.Axis(orient="top", labelAngle=-90, labelFontSize=11, ticks=False, domain=False),
    )
    y = alt.Y("row:N", title=None, sort=names, axis=alt.Axis(ticks=False, domain=False, labelFontSize=11))
    base = alt.Chart(rows).encode(x=x, y=y)
    scale = alt.Scale(domain=[0, 1], interpolate="rgb", range=[look.paper, look.accent])
    cells = base.mark_rect(stroke=look.paper, strokeWidth=1, cursor="pointer").encode(
        color=alt.Color("share:Q", scale=scale, legend=None),
        opacity=alt.Opacity("strength:Q", scale=None),
        tooltip=share_tooltip(words, alt.Tooltip("group_name:N", title=words("column-party"))),
    )
    texts = base.mark_text(fontSize=9.5).encode(
        text="text:N",
        color=alt.condition("datum.dark", alt.value(look.paper), alt.value(look.ink)),
    )
    solid = rows[(rows["group"] != ALL) & (rows["total"] >= FEW)]
    wide = solid.assign(more=solid["share"] - solid["topic"].map(overall.set_index("topic")["share"]))
    best = wide.loc[wide["more"].idxmax()] if len(wide) else rows.iloc[0]
    fields = {
        "topic": best["name"],
        "group": best["group_name"],
        "share": f"{best['share']:.0%}",
        "count": best["count"],
        "total": best["total"],
        "all": f"{overall.set_index('topic')['share'][best['topic']]:.0%}",
    }
    return Figure(
        chart=alt.layer(cells.add_params(picking("topic", "group")), texts).properties(height=alt.Step(20)),
        title=words("topics-who-title", **fields),
        alt=words("topics-who-alt", **fields),
        data=rows[["topic", "name", "group", "group_name", "count", "total", "share", "low", "high"]],
        note=words(f"topics-who-note-{kind}"),
    )
