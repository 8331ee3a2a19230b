"""The ladder: each partner's way from first ties with ASEAN to where it stands, as exact as its sources."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from pages.charts.dates import first_and_last, written_date
from pages.charts.figure import Figure
from pages.parts.look import Look
from pages.parts.words import Words

# From loose to close; sectoral and development partnership are rungs beside each other.
RUNGS = ("consultative", "sectoral-dialogue", "development", "dialogue", "strategic", "csp")
WIDTHS = {
    "consultative": 4,
    "sectoral-dialogue": 6,
    "development": 6,
    "dialogue": 8,
    "strategic": 11,
    "csp": 14,
}
LANE = 24  # px
DAY = 86_400_000  # ms
TICKS = [  # numbers read the same in every language
    {"dtickrange": [None, 27 * DAY], "value": "%Y-%m-%d"},
    {"dtickrange": ["M1", "M11"], "value": "%Y-%m"},
    {"dtickrange": ["M12", None], "value": "%Y"},
]
MARKS = {  # kind of mark → Plotly symbol
    "exact": "diamond",
    "vague": "diamond-open",
    "proposed": "circle-open",
    "agreed-in-principle": "triangle-up-open",
    "reaffirmed": "square-open",
    "other": "square",
}


def ladder_steps(steps: pd.DataFrame) -> pd.DataFrame:
    """Every preferred step of ASEAN with a partner as a mark; those that came furthest, then earliest, first.

    Takes `partnership_steps`; gives columns partner, level, status, mark (see MARKS), date, precision, first
    and last (the days the date can mean), middle, meeting, source_url, step_group. "In progress" is no step
    and left out; a reaffirmation counts only where the record has no establishment of that level.
    """
    rows = steps[
        (steps["party_a"] == "ASEAN") & steps["preferred"] & (steps["status"] != "in-progress")
    ].copy()
    rows["partner"] = rows["party_b"].astype(str)
    rows["level"], rows["status"] = rows["level"].astype(str), rows["status"].astype(str)
    founded = set(
        rows.loc[rows["status"] == "established", ["partner", "level"]].itertuples(index=False, name=None)
    )
    known = [pair in founded for pair in zip(rows["partner"], rows["level"], strict=True)]
    rows = rows[(rows["status"] != "reaffirmed") | ~pd.Series(known, index=rows.index, dtype=bool)]
    spans = [first_and_last(day, exact) for day, exact in zip(rows["date"], rows["precision"], strict=True)]
    rows = rows.assign(first=[span[0] for span in spans], last=[span[1] for span in spans])
    rows["middle"] = rows["first"] + (rows["last"] - rows["first"]) / 2
    rows["mark"] = [_mark(row.level, row.status, row.precision) for row in rows.itertuples()]
    standing = rows[rows["status"].isin(["established", "reaffirmed"]) & (rows["level"] != "other")]
    rank = {level: number for number, level in enumerate(RUNGS)}
    furthest = standing.groupby("partner")["level"].agg(lambda levels: max(map(rank.__getitem__, levels)))
    rows["rank"] = rows["partner"].map(furthest).fillna(-1)
    at_top = standing[standing["level"].map(rank) == standing["partner"].map(furthest)]
    rows["reached"] = rows["partner"].map(at_top.groupby("partner")["first"].min())
    rows = rows.sort_values(["rank", "reached", "partner", "first"], ascending=[False, True, True, True])
    columns = ["partner", "level", "status", "mark", "date", "precision", "first", "last", "middle"]
    return rows[[*columns, "meeting", "source_url", "step_group"]].reset_index(drop=True)


def ladder_rungs(marks: pd.DataFrame, today: pd.Timestamp) -> pd.DataFrame:
    """The stretches of time a partner stood on a rung: columns partner, level, first, last, end.

    It began some day from `first` to `last`; it ends where the next rung can have begun, or today.
    """
    rows = marks[marks["status"].isin(["established", "reaffirmed"]) & (marks["level"] != "other")]
    rows = rows.sort_values(["partner", "first"]).drop_duplicates(["partner", "level"])
    following = rows.groupby("partner")["first"].shift(-1).fillna(today)
    # A rung that is left in the same year it was reached in has no certain stretch of its own.
    rows = rows.assign(end=following, last=rows["last"].where(rows["last"] < following, following))
    return rows[["partner", "level", "first", "last", "end"]].reset_index(drop=True)


def ladder(steps: pd.DataFrame, look: Look, first: int, last: int, since: int, today: pd.Timestamp) -> Figure:
    """Lanes of partners from the year `since` to `today`; CSPs reached in `first`–`last` are highlighted."""
    words = look.words
    marks = ladder_steps(steps)
    rungs = ladder_rungs(marks, today)
    order = [words.country(code) for code in marks["partner"].drop_duplicates()]
    for frame in (marks, rungs):
        frame["name"] = frame["partner"].map(words.country)
    figure = go.Figure(layout=look.plotly_layout())
    for level in RUNGS:
        _draw_rung(figure, rungs[rungs["level"] == level], level, look)
    csp = (marks["level"] == "csp") & (marks["status"] == "established")
    chosen = csp & marks["date"].dt.year.between(first, last)
    marks["hover"] = [_hover(row, words) for row in marks.itertuples()]
    for kind in reversed(MARKS):
        _draw_marks(
            figure,
            marks[(marks["mark"] == kind) & ~csp],
            words(f"partnerships-mark-{kind}"),
            MARKS[kind],
            look,
        )
    years = words("filter-years", first=first, last=last)
    later = words("partnerships-mark-csp-other")
    _draw_marks(
        figure, marks[chosen], words("partnerships-mark-csp", years=years), "diamond", look, size=13, top=True
    )
    _draw_marks(figure, marks[csp & ~chosen], later, "diamond-open", look, size=13)
    reached = marks[csp]
    figure.add_scatter(
        x=[today] * len(reached),
        y=reached["name"],
        mode="text",
        text=[
            # Plotly sets no gap between a place and its words.
            "\u00a0" + written_date(day, exact)
            for day, exact in zip(reached["date"], reached["precision"], strict=True)
        ],
        textposition="middle right",
        textfont={"size": 11, "color": look.ink},
        cliponaxis=False,
        hoverinfo="skip",
        showlegend=False,
    )
    start = pd.Timestamp(since, 1, 1)
    figure.update_layout(
        height=LANE * max(len(order), 1) + 170,
        margin={"r": 78, "t": 24},
        dragmode="zoom",
        clickmode="event+select",
        hovermode="closest",
        showlegend=True,
        legend={
            "orientation": "h",
            "yanchor": "top",
            "y": -0.06,
            "x": 0,
            "itemclick": False,
            "itemdoubleclick": False,
        },
        xaxis={
            "type": "date",
            "range": [start - (today - start) * 0.015, today],
            "side": "top",
            "tickformatstops": TICKS,
        },
        yaxis={
            "type": "category",
            "categoryarray": order,
            "categoryorder": "array",
            "autorange": "reversed",
            "fixedrange": True,
            "showgrid": False,
        },
    )
    counts = rungs.sort_values("first").drop_duplicates("partner", keep="last")["level"].value_counts()
    standing = [
        words("partnerships-ladder-standing", n=int(counts[level]), level=words.code("level", level))
        for level in reversed(RUNGS)
        if level in counts
    ]
    return Figure(
        chart=figure,
        title=words("partnerships-ladder-title", n=len(order), csp=int(csp.sum())),
        alt=words("partnerships-ladder-alt", items=words.list(standing)),
        data=marks[["partner", "name", "level", "status", "date", "precision", "meeting", "source_url"]],
        note=words("partnerships-ladder-note"),
    )


def _mark(level: str, status: str, precision: str) -> str:
    if status != "established":
        return status
    if level == "other":
        return "other"
    return "exact" if precision == "day" else "vague"


def _draw_rung(figure: go.Figure, rungs: pd.DataFrame, level: str, look: Look) -> None:
    """The certain stretches as thick lines, those in which the rung was reached some day as thin ones."""
    for start, end, width, named in (("last", "end", WIDTHS[level], True), ("first", "last", 2, False)):
        kept = rungs[rungs[start] < rungs[end]]
        x: list[pd.Timestamp | None] = []
        y: list[str | None] = []
        for row in kept[["name", start, end]].itertuples(index=False, name=None):
            x += [row[1], row[2], None]
            y += [row[0], row[0], None]
        if not x:
            continue
        figure.add_scatter(
            x=x,
            y=y,
            mode="lines",
            line={"color": look.level(level), "width": width},
            name=look.words.code("level", level),
            hoverinfo="skip",
            showlegend=named,
        )


def _draw_marks(
    figure: go.Figure,
    marks: pd.DataFrame,
    name: str,
    symbol: str,
    look: Look,
    *,
    size: int = 8,
    top: bool = False,
) -> None:
    if marks.empty:
        return
    colour = look.highlight if top else look.muted if symbol == MARKS["other"] else look.ink
    figure.add_scatter(
        x=marks["middle"],
        y=marks["name"],
        mode="markers",
        marker={
            "symbol": symbol,
            "size": size,
            "color": colour,
            "line": {"color": look.paper if top else colour, "width": 1.5},
        },
        name=name,
        customdata=marks["step_group"],
        text=marks["hover"],
        hovertemplate="%{text}<extra></extra>",
    )


def _hover(row: Any, words: Words) -> str:
    fields = [
        words.country(row.partner),
        f"{words.code('level', row.level)}, {words.code('status', row.status)}",
        written_date(row.date, row.precision),
        words.occasion(row.meeting),
    ]
    return "<br>".join(field for field in fields if field)
