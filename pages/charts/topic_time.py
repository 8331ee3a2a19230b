"""Chosen topics through time, by group, and the occasions on which one was spoken of."""

from __future__ import annotations

import altair as alt
import pandas as pd

from loaders.tables import Tables
from pages.charts.figure import Figure
from pages.charts.measures.units import Kind
from pages.charts.topic_marks import (
    SERIES_COLOURS,
    group_name,
    kept_apart,
    name_topics,
    picking,
    share_tooltip,
)
from pages.parts.look import Look, partner_colour

MOST_TOPICS = len(SERIES_COLOURS)
MOST_GROUPS = 16
# A group of fewer units is drawn but leads no title.
FEW = 10


def through_time(by_period: pd.DataFrame, look: Look, kind: Kind) -> Figure:
    """A line a topic over years or quarters, with the band of its interval and its name at the end.

    Takes the table of `shares_by` with groups such as "2021" or "2021-Q3", of at most `MOST_TOPICS` topics.
    """
    words = look.words
    rows = name_topics(by_period, look)
    topics = rows["topic"].drop_duplicates().tolist()
    colours = dict(zip(topics, SERIES_COLOURS, strict=False))
    rows["colour"] = rows["topic"].map(colours)
    rows["at"] = rows["group"].map(_at)
    rows["period"] = rows["group"].map(words.quarter)
    last = rows[rows["at"] == rows["at"].max()].copy()
    top = max(float(rows["high"].max()), 0.05)
    last["label_at"] = kept_apart(last["share"].tolist(), top * 0.06)

    years = sorted({int(at) for at in rows["at"]})
    x_axis = alt.Axis(values=years, format="d", grid=False, labelFlush=False)
    x = alt.X(
        "at:Q",
        title=None,
        axis=x_axis,
        scale=alt.Scale(domain=[rows["at"].min(), rows["at"].max()], nice=False),
    )
    y_axis = alt.Axis(format=".0%", tickCount=5, domain=False, ticks=False)
    y = alt.Y("share:Q", title=None, axis=y_axis, scale=alt.Scale(domain=[0, top]))
    tooltip = share_tooltip(words, alt.Tooltip("period:N", title=words("topics-period")))
    base = alt.Chart(rows).encode(x=x, color=alt.Color("colour:N", scale=None))
    bands = base.mark_area(opacity=0.13).encode(
        y=alt.Y("low:Q", title=None, axis=y_axis), y2="high:Q", detail="topic:N"
    )
    lines = base.mark_line(strokeWidth=2.2).encode(y=y, detail="topic:N")
    dots = base.mark_point(filled=True, size=60, opacity=1, cursor="pointer").encode(y=y, tooltip=tooltip)
    labels = (
        alt.Chart(last)
        .mark_text(align="left", dx=8, fontSize=12)
        .encode(x=x, y=alt.Y("label_at:Q"), text="name:N", color=alt.Color("colour:N", scale=None))
    )
    chart = alt.layer(bands, lines, dots.add_params(picking("topic", "group")), labels).properties(height=340)
    ends = _ends(rows)
    most = ends.loc[(ends["share_b"] - ends["share_a"]).abs().idxmax()]
    said = [
        words("topics-time-item", topic=row.name, a=f"{row.share_a:.0%}", b=f"{row.share_b:.0%}")
        for row in ends[["name", "share_a", "share_b"]].itertuples(index=False, name="Row")
    ]
    first, final = rows["period"].iloc[0], rows["period"].iloc[-1]
    return Figure(
        chart=chart,
        title=words(
            "topics-time-title" if first != final else "topics-time-title-one",
            topic=most["name"],
            a=f"{most['share_a']:.0%}",
            b=f"{most['share_b']:.0%}",
            first=first,
            last=final,
        ),
        alt=words("topics-time-alt", items=words.list(said), first=first, last=final),
        data=rows[["group", "topic", "name", "count", "total", "share", "low", "high"]],
        note=words(f"topics-time-note-{kind}"),
    )


def _at(period: str) -> float:
    """Where a year or the middle of its quarter stands on the axis."""
    year, _, quarter = period.partition("-Q")
    return int(year) + (int(quarter) - 1) / 4 if quarter else float(year)


def _ends(rows: pd.DataFrame) -> pd.DataFrame:
    ordered = rows[rows["total"] > 0].sort_values("at").groupby("topic", sort=False)
    return pd.DataFrame(
        {
            "name": ordered["name"].first(),
            "share_a": ordered["share"].first(),
            "share_b": ordered["share"].last(),
        }
    )


def by_group(table: pd.DataFrame, look: Look, by: str, kind: Kind) -> Figure:
    """Dots with intervals: how large the share of each chosen topic is in each group, largest groups kept.

    Takes the table of `shares_by`. A row says how many units the group has: a share of 3 is not a share of
    300.
    """
    words = look.words
    sizes = table.drop_duplicates("group").sort_values(["total", "group"], ascending=[False, True])
    kept = sizes["group"].head(MOST_GROUPS)
    rows = name_topics(table[table["group"].isin(kept)], look)
    topics = rows["topic"].drop_duplicates().tolist()
    rows["colour"] = rows["topic"].map(dict(zip(topics, SERIES_COLOURS, strict=False)))
    rows["group_name"] = rows["group"].map(lambda code: group_name(words, by, code))
    rows["row"] = rows["group_name"] + " (" + rows["total"].astype("str") + ")"
    lead = rows[rows["topic"] == topics[0]].sort_values(["share", "total"], ascending=False)
    y = alt.Y(
        "row:N",
        title=None,
        sort=lead["row"].tolist(),
        axis=alt.Axis(ticks=False, domain=False, labelLimit=300),
    )
    offset = alt.YOffset("topic:N", sort=topics)
    x_axis = alt.Axis(format=".0%", tickCount=5, orient="top", domain=False, ticks=False)
    base = alt.Chart(rows).encode(y=y, color=alt.Color("colour:N", scale=None))
    tooltip = share_tooltip(words, alt.Tooltip("group_name:N", title=words(f"topics-by-{by}")))
    # A legend of our own: the colours are given, so Vega-Lite has none to show.
    legend = alt.Color(
        "name:N",
        title=None,
        scale=alt.Scale(
            domain=[words.topic(topic) for topic in topics], range=list(SERIES_COLOURS[: len(topics)])
        ),
    )
    if len(topics) > 1:
        base = base.encode(yOffset=offset)
    rules = base.mark_rule(strokeWidth=1.5, opacity=0.55).encode(
        x=alt.X("low:Q", title=None, axis=x_axis), x2="high:Q", color=legend
    )
    dots = base.mark_point(filled=True, size=70, opacity=1, cursor="pointer").encode(
        x="share:Q", tooltip=tooltip, color=legend
    )
    chart = alt.layer(rules, dots.add_params(picking("topic", "group")))
    leading = lead[lead["total"] >= FEW]
    best = (leading if len(leading) else lead).iloc[0]
    fields = {
        "topic": words.topic(topics[0]),
        "group": best["group_name"],
        "share": f"{best['share']:.0%}",
        "count": best["count"],
        "total": best["total"],
    }
    return Figure(
        chart=chart.properties(height=alt.Step(24 if len(topics) == 1 else 15)),
        title=words("topics-group-title", **fields),
        alt=words("topics-group-alt", **fields),
        data=rows[["group", "group_name", "topic", "name", "count", "total", "share", "low", "high"]],
        note=words("topics-group-note", n=len(kept)) + " " + words(f"topics-counted-{kind}"),
    )


def occasions(tables: Tables, releases: set[str], partners: tuple[str, ...]) -> pd.DataFrame:
    """The meetings that `releases` tell of, a row a meeting and partner, earliest first.

    Columns: meeting_id, date, label_en, label_ko, partner (missing for meetings without one), releases
    (their number).
    """
    about = tables.release_meetings
    about = about[about["principal"] & about["release_id"].isin(releases)]
    told = about.groupby("meeting_id").size().rename("releases")
    meetings = tables.meetings[tables.meetings["meeting_id"].isin(told.index)]
    rows = meetings[["meeting_id", "start", "label_en", "label_ko"]].rename(columns={"start": "date"})
    sides = tables.meeting_parties[tables.meeting_parties["party"].isin(partners)]
    sides = sides.assign(partner=sides["party"].astype("str"))[["meeting_id", "partner"]]
    rows = rows.merge(sides, on="meeting_id", how="left").join(told, on="meeting_id")
    return rows.sort_values(["date", "meeting_id", "partner"]).reset_index(drop=True)


def lanes(rows: pd.DataFrame, look: Look, topic: str) -> Figure:
    """When and with whom a topic was spoken of: a lane a partner in the order it entered, a dot a meeting.

    Takes the table of `occasions`, with at least one dated row.
    """
    words = look.words
    rows = rows.dropna(subset=["date"]).copy()
    rows["lane"] = [
        words("topics-no-partner") if pd.isna(code) else words.country(code) for code in rows["partner"]
    ]
    rows["colour"] = [look.muted if pd.isna(code) else partner_colour(code) for code in rows["partner"]]
    rows["label"] = rows[f"label_{words.lang}"]
    rows["day"] = rows["date"].dt.strftime("%Y-%m-%d")
    order = rows["lane"].drop_duplicates().tolist()
    firsts = rows.drop_duplicates("lane")
    tooltip = [
        alt.Tooltip("day:N", title=words("column-date")),
        alt.Tooltip("label:N", title=words("column-meeting")),
        alt.Tooltip("lane:N", title=words("filter-partner")),
        alt.Tooltip("releases:Q", title=words("page-releases")),
    ]
    start, end = rows["date"].min(), rows["date"].max()
    ticks = [f"{year}-01-01" for year in range(start.year, end.year + 2)]
    limits = [f"{start.year}-01-01", f"{end.year}-12-31"]
    x = alt.X(
        "date:T",
        title=None,
        axis=alt.Axis(orient="top", format="%Y", values=ticks, labelAlign="left"),
        scale=alt.Scale(domain=limits),
    )
    y = alt.Y("lane:N", title=None, sort=order, axis=alt.Axis(ticks=False, domain=False, grid=True))
    base = alt.Chart(rows).encode(x=x, y=y, color=alt.Color("colour:N", scale=None))
    dots = base.mark_point(filled=True, size=75, opacity=0.75, cursor="pointer").encode(tooltip=tooltip)
    ring = (
        alt.Chart(firsts)
        .mark_point(size=190, strokeWidth=1.6)
        .encode(x=x, y=y, color=alt.Color("colour:N", scale=None))
    )
    chart = alt.layer(ring, dots.add_params(picking("meeting_id"))).properties(height=alt.Step(26))
    first = firsts.iloc[0]
    said = [f"{row.lane} {row.day}" for row in firsts[["lane", "day"]].itertuples(index=False, name="Row")]
    return Figure(
        chart=chart,
        title=words(
            "topics-lanes-title", topic=words.topic(topic), date=first["day"], meeting=first["label"]
        ),
        alt=words(
            "topics-lanes-alt",
            topic=words.topic(topic),
            items=words.list(said),
            n=rows["meeting_id"].nunique(),
        ),
        data=rows[["date", "partner", "lane", "meeting_id", "label", "releases"]],
        note=words("topics-lanes-note"),
    )
