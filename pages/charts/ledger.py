"""What the ledger holds: meetings through time, and how much of each release was read."""

from __future__ import annotations

import altair as alt
import pandas as pd

from pages.charts.figure import Figure
from pages.parts.look import Look


def meetings_by_quarter(meetings: pd.DataFrame) -> pd.DataFrame:
    """The number of meetings held in each quarter from the first to the last: columns quarter, start, meetings.

    Meetings without a date are in no quarter; they are counted in the column `undated` of every row.
    """
    dated = meetings.dropna(subset=["start"])
    quarters = dated["start"].dt.to_period("Q")
    if quarters.empty:
        return pd.DataFrame({"quarter": [], "start": [], "meetings": [], "undated": []})
    every = pd.period_range(quarters.min(), quarters.max(), freq="Q")
    count = quarters.value_counts().reindex(every, fill_value=0)
    return pd.DataFrame(
        {
            "quarter": [f"{period.year}-Q{period.quarter}" for period in every],
            "start": every.to_timestamp(),
            "meetings": count.to_numpy(),
            "undated": len(meetings) - len(dated),
        }
    )


def quarters(table: pd.DataFrame, look: Look) -> Figure:
    """Bars of meetings by quarter, the fullest one in the accent, every bar labelled with its number."""
    words = look.words
    rows = table.copy()
    top = rows.loc[rows["meetings"].idxmax()] if len(rows) else None
    rows["colour"] = [
        look.accent if top is not None and name == top["quarter"] else look.faint for name in rows["quarter"]
    ]
    quarter, year = "slice(datum.label, 5)", "slice(datum.label, 0, 4)"
    with_year = f"{quarter} === 'Q1' || datum.index === 0"
    ticks = alt.Axis(ticks=False, labelAngle=0, labelExpr=f"{with_year} ? [{quarter}, {year}] : {quarter}")
    rows["name"] = [words.quarter(code) for code in rows["quarter"]]
    base = alt.Chart(rows).encode(
        x=alt.X("quarter:N", title=None, sort=None, axis=ticks),
        y=alt.Y("meetings:Q", title=None, axis=None),
    )
    bars = base.mark_bar().encode(
        color=alt.Color("colour:N", scale=None),
        tooltip=[
            alt.Tooltip("name:N", title=words("overview-quarter")),
            alt.Tooltip("meetings:Q", title=words("overview-meetings")),
        ],
    )
    labels = base.mark_text(dy=-7, fontSize=11).encode(text="meetings:Q")
    undated = int(rows["undated"].iloc[0]) if len(rows) else 0
    named = {"quarter": "", "n": 0}
    if top is not None:
        named = {"quarter": words.quarter(top["quarter"]), "n": int(top["meetings"])}
    return Figure(
        chart=alt.layer(bars, labels).properties(height=190),
        title=words("overview-quarters-title", **named),
        alt=words("overview-quarters-alt", total=int(rows["meetings"].sum()), **named),
        data=table,
        note=words("overview-quarters-note", n=undated),
    )


def coverage_by_year(releases: pd.DataFrame) -> pd.DataFrame:
    """The number of releases by year and by how much of their text was read: columns year, coverage, releases."""
    dated = releases.dropna(subset=["year"])
    table = dated.groupby(["year", "coverage"], observed=True).size().rename("releases").reset_index()
    return table.astype({"year": int, "coverage": str, "releases": int})


def coverage(table: pd.DataFrame, look: Look) -> Figure:
    """Stacked bars a year: releases read whole (accent) and read in their opening only (faint), with numbers."""
    words = look.words
    rows = table.copy()
    rows["name"] = rows["coverage"].map(lambda code: words.code("coverage", code))
    rows["colour"] = rows["coverage"].map({"full": look.accent, "opening": look.faint})
    rows["order"] = rows["coverage"].map({"full": 0, "opening": 1})
    ends = rows.sort_values(["year", "order"]).copy()
    ends["end"] = ends.groupby("year")["releases"].cumsum()
    ends["middle"] = ends["end"] - ends["releases"] / 2
    y = alt.Y("year:O", title=None, axis=alt.Axis(ticks=False, domain=False))
    bars = (
        alt.Chart(ends)
        .mark_bar(height={"band": 0.7})
        .encode(
            y=y,
            x=alt.X("releases:Q", title=None, axis=None, stack="zero"),
            order="order:Q",
            color=alt.Color("colour:N", scale=None),
            tooltip=[
                alt.Tooltip("year:O", title=words("column-year")),
                alt.Tooltip("name:N", title=words("column-coverage")),
                alt.Tooltip("releases:Q", title=words("overview-releases")),
            ],
        )
    )
    ends["ink"] = ends["coverage"].map({"full": look.paper, "opening": look.ink})
    labels = (
        alt.Chart(ends)
        .mark_text(fontSize=11)
        .encode(y=y, x="middle:Q", text="releases:Q", color=alt.Color("ink:N", scale=None))
    )
    total, full = int(rows["releases"].sum()), int(rows.loc[rows["coverage"] == "full", "releases"].sum())
    return Figure(
        chart=alt.layer(bars, labels).properties(height=30 * max(rows["year"].nunique(), 1) + 10),
        title=words("overview-coverage-title", total=total, full=full),
        alt=words("overview-coverage-alt", total=total, full=full),
        data=table,
        note=words("overview-coverage-note"),
    )
