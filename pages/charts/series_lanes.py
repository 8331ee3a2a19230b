"""A lane a series of meetings, its meetings with their numbers along the years."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from pages.charts.dates import written_date
from pages.charts.figure import Figure
from pages.parts.look import Look, partner_colour
from pages.parts.words import Words

LANE_HEIGHT = 46
# What kinds of series (the `kind` of series.csv) stand together, so that lanes can be compared.
FAMILIES = {
    "summits": ("summit", "special-summit"),
    "ministers": ("pmc",),
    "officials": ("dialogue", "som"),
    "committees": ("jcc",),
    "defence": ("defence",),
    "economic": ("economic",),
    "bilateral": ("bilateral",),
    "other": ("other",),
}


def family_of(series: pd.DataFrame) -> pd.Series:
    """The family of each series, indexed by its slug."""
    kinds = {kind: family for family, kinds in FAMILIES.items() for kind in kinds}
    return series.set_index("series")["kind"].astype(str).map(kinds)


def nth(number: int, words: Words) -> str:
    """ "28th", or as Korean counts."""
    ending = "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return words("meetings-nth", nth=f"{number}{ending}" if words.lang == "en" else number)


def lanes(meetings: pd.DataFrame, series: pd.DataFrame) -> pd.DataFrame:
    """The meetings with their lane (from 0, in the order of `series`), partner, and a day to stand on.

    Takes `meetings` and the reference of series. A meeting of which only the year is known stands in
    its middle, with `vague` true; one without a year is left out. Adds lane, partner, at, vague.
    """
    order = {slug: number for number, slug in enumerate(series["series"].astype(str))}
    partners = series.set_index("series")["partner"]
    rows = meetings.dropna(subset=["year"]).copy()
    rows["series"] = rows["series"].astype(str)
    rows["partner"] = rows["series"].map(partners)
    middle = pd.to_datetime(rows["year"].astype(int).astype(str) + "-07-01")
    rows["vague"] = rows["start"].isna()
    rows["at"] = rows["start"].fillna(middle)
    rows["lane"] = rows["series"].map(order).rank(method="dense").astype(int) - 1
    return rows.sort_values(["lane", "at", "meeting_id"]).reset_index(drop=True)


def series_lanes(rows: pd.DataFrame, look: Look, first: int, last: int) -> Figure:
    """Marks on lanes under their names, with a number where a source gives one and the meeting's id."""
    words = look.words
    figure = go.Figure()
    names = rows.drop_duplicates("lane").set_index("lane")["series"].map(words.series)
    counts = rows["lane"].value_counts()
    for lane, name in names.items():
        figure.add_shape(
            type="line",
            xref="paper",
            x0=0,
            x1=1,
            y0=lane,
            y1=lane,
            line={"color": look.grid, "width": 1},
            layer="below",
        )
        figure.add_annotation(
            xref="paper",
            x=0,
            y=lane - 0.42,
            text=f"{name}  ({counts[lane]})",
            xanchor="left",
            showarrow=False,
            font={"size": 12, "color": look.ink},
        )
    for vague, symbol in ((False, "circle"), (True, "circle-open")):
        part = rows[rows["vague"] == vague]
        if part.empty:
            continue
        label = part[f"label_{words.lang}"]
        said = [_when(row, words) for row in part.itertuples()]
        figure.add_scatter(
            x=part["at"].dt.strftime("%Y-%m-%d").tolist(),
            y=part["lane"].tolist(),
            mode="markers+text",
            text=["" if pd.isna(number) else nth(int(number), words) for number in part["ordinal"]],
            textposition="bottom center",
            textfont={"size": 11, "color": look.muted},
            customdata=part["meeting_id"].tolist(),
            hovertext=[f"{name}<br>{day}" for name, day in zip(label, said, strict=True)],
            hoverinfo="text",
            marker={
                "symbol": symbol,
                "size": 11,
                "color": [_colour(partner, look) for partner in part["partner"]],
                "line": {"width": 1.5},
            },
        )
    figure.update_layout(look.plotly_layout())
    years = list(range(first, last + 2))
    figure.update_xaxes(
        type="date",
        side="top",
        range=[f"{first - 1}-12-10", f"{last + 1}-01-20"],
        tickvals=[f"{year}-01-01" for year in years],
        ticktext=[str(year) for year in years],
        showgrid=True,
    )
    height = LANE_HEIGHT * len(names) + 60
    figure.update_yaxes(visible=False, range=[len(names) - 0.35, -0.85], fixedrange=True)
    figure.update_layout(
        height=height, margin={"t": 30}, dragmode="pan", hovermode="closest", clickmode="event+select"
    )
    busiest = counts.sort_index().idxmax() if len(counts) else None
    fields = {"n": len(names), "meetings": len(rows)}
    if busiest is not None:
        fields |= {"series": names[busiest], "most": int(counts[busiest])}
    return Figure(
        chart=figure,
        title=words("meetings-lanes-title", **fields) if fields["n"] else words("meetings-lanes-none"),
        alt=words("meetings-lanes-alt", **fields) if fields["n"] else words("meetings-lanes-none"),
        data=rows[
            ["meeting_id", "series", "ordinal", "start", "end", "year", "partner", "label_en", "label_ko"]
        ],
        note=words("meetings-lanes-note"),
    )


def _when(row: object, words: Words) -> str:
    start, precision, year = (getattr(row, name) for name in ("start", "precision", "year"))
    return words("meetings-day-unknown", year=year) if pd.isna(start) else written_date(start, precision)


def _colour(partner: object, look: Look) -> str:
    return look.accent if pd.isna(partner) else partner_colour(str(partner))
