"""How topics changed: ranks year by year, risers and fallers, and all topics small."""

from __future__ import annotations

from collections.abc import Collection

import altair as alt
import pandas as pd

from pages.charts.figure import Figure
from pages.charts.measures.units import Kind
from pages.charts.topic_marks import (
    KEY,
    counts_beside,
    kept_apart,
    name_topics,
    picking,
    pillar_colour,
    pillar_key,
    points,
    probability,
)
from pages.parts.look import Look
from pages.parts.words import Words

# Topics that were among so many in the first or the last year are ranked; the others crowd the foot.
RANKED = 12
MOVERS = 10
# Of the small charts; two fit a telephone.
COLUMNS = 2
GAP = 0.08
SURE = 0.05


def rank_lines(ranked: pd.DataFrame, look: Look, standing_out: Collection[str]) -> Figure:
    """A line a topic through its ranks; takes the table of `ranks` by year. `standing_out` topics are in
    colour."""
    words = look.words
    rows = name_topics(ranked, look)
    first, last = rows["group"].min(), rows["group"].max()
    ends = rows[rows["group"].isin([first, last])]
    kept = set(ends.loc[ends["rank"] <= RANKED, "topic"]) | set(standing_out)
    rows = rows[rows["topic"].isin(kept) & (rows["count"] > 0)].copy()
    rows["year"] = rows["group"].astype(int)
    rows["colour"] = [
        pillar_colour(topic) if not standing_out or topic in standing_out else look.faint
        for topic in rows["topic"]
    ]
    rows["order"] = [1 if topic in standing_out else 0 for topic in rows["topic"]]
    rows = rows.sort_values(["order", "topic", "year"])
    # Topics of the same rank stand side by side: a step apart, in the order of their share.
    rows["place"] = rows.groupby("year")["share"].rank(method="first", ascending=False).astype(float)
    years = sorted(rows["year"].unique())
    tails = rows.sort_values("year").drop_duplicates("topic", keep="last").copy()
    tails["tail"] = tails["rank"].astype("str") + "  " + tails["name"]
    tails["place"] = kept_apart(tails["place"].tolist(), 1.0)
    x = alt.X(
        "year:Q",
        title=None,
        axis=alt.Axis(values=years, format="d", orient="top", grid=False, domain=False, ticks=False),
        scale=alt.Scale(domain=[min(years), max(years)], nice=False),
    )
    y = alt.Y(
        "place:Q",
        axis=None,
        scale=alt.Scale(reverse=True, domain=[0.4, float(max(rows["place"].max(), 2)) + 0.6]),
    )
    colour = alt.Color("colour:N", scale=None)
    base = alt.Chart(rows).encode(x=x, y=y, color=colour)
    lines = base.mark_line(strokeWidth=2.4, interpolate="monotone").encode(
        detail="topic:N", order="year:Q", opacity=alt.value(0.9)
    )
    tooltip = [
        alt.Tooltip("name:N", title=words("column-topic")),
        alt.Tooltip("year:Q", title=words("column-year"), format="d"),
        alt.Tooltip("rank:Q", title=words("topics-rank")),
        alt.Tooltip("count:Q", title=words("column-count")),
        alt.Tooltip("total:Q", title=words("topics-of")),
        alt.Tooltip("share:Q", title=words("column-share"), format=".1%"),
    ]
    dots = base.mark_point(filled=True, size=90, opacity=1, cursor="pointer").encode(tooltip=tooltip)
    ink = [look.ink if topic in standing_out or not standing_out else look.muted for topic in tails["topic"]]
    labels = (
        alt.Chart(tails.assign(ink=ink))
        .mark_text(align="left", dx=10, fontSize=12)
        .encode(x=x, y=y, text="tail:N", color=alt.Color("ink:N", scale=None))
    )
    chart = alt.layer(lines, dots.add_params(picking("topic")), labels).properties(
        height=22 * len(tails) + 30
    )
    top = {group: part.sort_values("rank")["name"].head(3).tolist() for group, part in ends.groupby("group")}
    return Figure(
        chart=chart,
        title=words("topics-ranks-title", a=top[first][0], first=first, b=top[last][0], last=last),
        alt=words(
            "topics-ranks-alt", first=first, last=last, a=words.list(top[first]), b=words.list(top[last])
        ),
        data=rows[["year", "topic", "name", "rank", "count", "total", "share"]],
        note=words("topics-ranks-note", n=RANKED),
    )


def movers(changed: pd.DataFrame, look: Look, first: str, last: str, kind: Kind) -> Figure:
    """Topics that grew and shrank most: the difference of shares with Newcombe's interval, and both counts.

    Takes the table of `change`.
    """
    words = look.words
    rows = name_topics(changed, look)
    most = pd.concat([rows.head(MOVERS), rows.tail(min(MOVERS, max(len(rows) - MOVERS, 0)))]).copy()
    most["sure"] = (most["low"] > 0) | (most["high"] < 0)
    most["strength"] = most["sure"].map({True: 1.0, False: 0.45})
    most["label"] = [
        f"{row.count_a}/{row.total_a} → {row.count_b}/{row.total_b}" for row in most.itertuples()
    ]
    most["said"] = [points(value) for value in most["diff"]]
    low, high = float(most["low"].min()), float(most["high"].max())
    scale = alt.Scale(domain=[min(low, 0) - 0.02, max(high, 0) + 0.02], nice=False)
    x_axis = alt.Axis(
        labelExpr="format(datum.value * 100, '+d')",
        labelSeparation=8,
        tickCount=6,
        orient="top",
        domain=False,
        ticks=False,
    )
    x = alt.X("diff:Q", title=words("topics-movers-axis"), axis=x_axis, scale=scale)
    y = alt.Y("name:N", title=None, sort=most["name"].tolist(), axis=alt.Axis(ticks=False, domain=False))
    base = alt.Chart(most).encode(y=y, color=pillar_key(words), opacity=alt.Opacity("strength:Q", scale=None))
    tooltip = [
        alt.Tooltip("name:N", title=words("column-topic")),
        alt.Tooltip("label:N", title=f"{first} → {last}"),
        alt.Tooltip("share_a:Q", title=first, format=".1%"),
        alt.Tooltip("share_b:Q", title=last, format=".1%"),
        alt.Tooltip("diff:Q", title=words("topics-difference"), format="+.1%"),
        alt.Tooltip("low:Q", title=words("topics-low"), format="+.1%"),
        alt.Tooltip("high:Q", title=words("topics-high"), format="+.1%"),
        alt.Tooltip("p:Q", title=words("topics-p"), format=".3f"),
        alt.Tooltip("q:Q", title=words("topics-q"), format=".3f"),
    ]
    zero = (
        alt.Chart(pd.DataFrame({"x": [0]}))
        .mark_rule(color=look.muted)
        .encode(x=alt.X("x:Q", axis=x_axis, scale=scale))
    )
    rules = base.mark_rule(strokeWidth=2).encode(
        x=alt.X("low:Q", title=words("topics-movers-axis"), axis=x_axis, scale=scale), x2="high:Q"
    )
    dots = base.mark_point(filled=True, size=90, cursor="pointer").encode(x=x, tooltip=tooltip)
    chart = alt.layer(zero, rules, dots.add_params(picking("topic")), counts_beside(base, look))
    grown = rows.head(3)
    return Figure(
        chart=chart.properties(height=alt.Step(22)),
        title=words("topics-movers-title", items=words.list(grown["name"].tolist()), first=first, last=last),
        alt=words(
            "topics-movers-alt",
            first=first,
            last=last,
            items=words.list([_said(row) for row in grown.itertuples()]),
        ),
        data=rows[
            [
                "topic",
                "name",
                "count_a",
                "total_a",
                "share_a",
                "count_b",
                "total_b",
                "share_b",
                "diff",
                "low",
                "high",
                "p",
                "q",
            ]
        ],
        note=words("topics-movers-note", first=first, last=last) + " " + words(f"topics-counted-{kind}"),
    )


def how_sure(changed: pd.DataFrame, words: Words) -> list[str]:
    """A sentence for each of the three topics that grew most: by how much, of how many, and how sure that
    is."""
    sentences = []
    for row in changed.head(3).itertuples():
        sure = "beyond" if row.q <= SURE else "likely" if row.low > 0 else "within"
        sentences.append(
            words(
                f"topics-sure-{sure}",
                topic=words.topic(row.topic),
                diff=points(row.diff),
                low=points(row.low),
                high=points(row.high),
                a=f"{row.count_a}/{row.total_a}",
                b=f"{row.count_b}/{row.total_b}",
                p=probability(row.p),
                q=probability(row.q),
            )
        )
    return sentences


def _said(row: object) -> str:
    return f"{row.name} {points(row.diff)} ({points(row.low)} – {points(row.high)})"  # type: ignore[attr-defined]


def small_multiples(by_year: pd.DataFrame, changed: pd.DataFrame, look: Look, order: list[str]) -> Figure:
    """A small chart a topic, all on one scale: its share year by year with the band of its interval.

    Takes the table of `shares_by` by year and that of `change`; `order` is the order of the topics, along
    the rows. The charts stand in columns of one coordinate system, so that they fit a narrow screen as they do a
    wide one.
    """
    words = look.words
    rows = name_topics(by_year[by_year["topic"].isin(order)], look)
    rows["year"] = rows["group"].astype(int)
    years = sorted(rows["year"].unique())
    first, last = str(years[0]), str(years[-1])
    span = max(years[-1] - years[0], 1)
    top = max(float(rows["share"].max()), 0.05)
    lines_needed = -(-len(order) // COLUMNS)
    number = rows["topic"].map({topic: i for i, topic in enumerate(order)})
    left = (number % COLUMNS) * (1 + GAP)
    rows["base"] = (lines_needed - 1 - number // COLUMNS).astype(float)
    rows["left"], rows["right"] = left, left + 1
    rows["at"] = left + (rows["year"] - years[0]) / span
    for name in ("share", "low", "high"):
        # A chart is 0.62 high; what an interval says beyond its top is cut there.
        rows[f"{name}_at"] = rows["base"] + (rows[name] / top * 0.62).clip(upper=0.68)
    shares = rows.pivot_table(index="topic", columns="year", values="share")
    heads = rows[rows["year"] == years[0]].copy()
    heads["head"] = [
        f"{name}  {shares.loc[topic, years[0]] * 100:.0f}→{shares.loc[topic, years[-1]]:.0%}"
        for topic, name in zip(heads["topic"], heads["name"], strict=True)
    ]
    heads["head_at"] = heads["base"] + 0.8

    width = COLUMNS + (COLUMNS - 1) * GAP
    x_scale = alt.Scale(domain=[-0.01, width + 0.01], nice=False)
    y_scale = alt.Scale(domain=[-0.08, lines_needed], nice=False)
    x = alt.X("at:Q", axis=None, scale=x_scale)
    y = alt.Y("share_at:Q", axis=None, scale=y_scale)
    base = alt.Chart(rows).encode(x=x, color=pillar_key(words), detail="topic:N")
    floor = (
        alt.Chart(heads)
        .mark_rule(color=look.muted, strokeWidth=0.5)
        .encode(
            x=alt.X("left:Q", axis=None, scale=x_scale),
            x2="right:Q",
            y=alt.Y("base:Q", axis=None, scale=y_scale),
        )
    )
    bands = base.mark_area(opacity=0.2).encode(y=alt.Y("low_at:Q", axis=None, scale=y_scale), y2="high_at:Q")
    lines = base.mark_line(strokeWidth=1.8).encode(y=y)
    tooltip = [
        alt.Tooltip("name:N", title=words("column-topic")),
        alt.Tooltip("year:Q", title=words("column-year"), format="d"),
        alt.Tooltip("count:Q", title=words("column-count")),
        alt.Tooltip("total:Q", title=words("topics-of")),
        alt.Tooltip("share:Q", title=words("column-share"), format=".1%"),
        alt.Tooltip("low:Q", title=words("topics-low"), format=".1%"),
        alt.Tooltip("high:Q", title=words("topics-high"), format=".1%"),
    ]
    dots = base.mark_point(filled=True, size=34, opacity=1).encode(y=y, tooltip=tooltip)
    labels = (
        alt.Chart(heads)
        .mark_text(align="left", fontSize=11, color=look.ink)
        .encode(
            x=alt.X("left:Q", axis=None, scale=x_scale),
            y=alt.Y("head_at:Q", axis=None, scale=y_scale),
            text="head:N",
        )
    )
    ends = rows[rows["year"] == years[-1]].sort_values("share", ascending=False).head(3)
    items = [
        f"{row.name} {row.share:.0%}" for row in ends[["name", "share"]].itertuples(index=False, name="Row")
    ]
    return Figure(
        chart=alt.layer(floor, bands, lines, dots, labels).properties(height=74 * lines_needed + KEY),
        title=words(
            "topics-multiples-title",
            n=len(order),
            up=int((changed["low"] > 0).sum()),
            down=int((changed["high"] < 0).sum()),
            first=first,
            last=last,
        ),
        alt=words("topics-multiples-alt", items=words.list(items), last=last),
        data=rows[["year", "topic", "name", "count", "total", "share", "low", "high"]],
        note=words("topics-multiples-note", top=f"{top:.0%}", first=first, last=last),
    )
