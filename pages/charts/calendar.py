"""When meetings were held: a cell a week, then the days of a week or month."""

from __future__ import annotations

import altair as alt
import pandas as pd

from pages.charts.figure import Figure
from pages.parts.look import Look
from pages.parts.words import Words

# Levels of meetings take the shades of the ladder of partnerships: higher is stronger.
SHADES = {
    "summit": "csp",
    "minister": "strategic",
    "vice-minister": "dialogue",
    "senior-official": "sectoral-dialogue",
    "working": "consultative",
}
LEGEND = 88  # px that the legend and the months take from the height of the calendar
# The week in which each month begins, in a common year.
MONTH_WEEKS = {month: (pd.Timestamp(2023, month, 1).day_of_year + 5) // 7 for month in range(1, 13)}


def week_start(days: pd.Series) -> pd.Series:
    """The first day of each day's week: its Monday, or 1 January where that lies in the year before."""
    mondays = days - pd.to_timedelta(days.dt.day_of_week, unit="D")
    new_year = pd.to_datetime(days.dt.year.astype("Int64").astype("string") + "-01-01", errors="coerce")
    return mondays.where(mondays >= new_year, new_year)


def week_counts(meetings: pd.DataFrame, first: int, last: int) -> pd.DataFrame:
    """How many meetings began in each week, a row a week of the years `first`–`last`, empty weeks too.

    Takes `meetings`; those of which no day is known are left out. Gives columns start (the week's first
    day), end, year, week (from 0), count.
    """
    days = pd.Series(pd.date_range(f"{first}-01-01", f"{last}-12-31"))
    weeks = (
        pd.DataFrame({"start": week_start(days), "end": days}).groupby("start", as_index=False)["end"].max()
    )
    weeks["year"] = weeks["start"].dt.year
    weeks["week"] = weeks.groupby("year").cumcount()
    counts = week_start(meetings["start"].dropna()).value_counts()
    weeks["count"] = weeks["start"].map(counts).fillna(0).astype(int)
    return weeks


def meeting_days(meetings: pd.DataFrame, first: pd.Timestamp, last: pd.Timestamp) -> pd.DataFrame:
    """A row for each day of each meeting in `first`–`last`, with its place in the day's pile.

    Takes `meetings`; gives its columns with day and position (from 0; the highest level first).
    """
    known = meetings.dropna(subset=["start"])
    days = [
        pd.date_range(row.start, row.end if pd.notna(row.end) else row.start) for row in known.itertuples()
    ]
    rows = known.assign(day=days).explode("day")
    rows["day"] = pd.to_datetime(rows["day"])
    rows = rows[rows["day"].between(first, last)]
    rank = {level: number for number, level in enumerate(SHADES)}
    rows["rank"] = rows["level"].astype("object").map(rank).fillna(len(rank))
    rows = rows.sort_values(["day", "rank", "meeting_id"])
    rows["position"] = rows.groupby("day").cumcount()
    return rows.drop(columns="rank").reset_index(drop=True)


def week_density(weeks: pd.DataFrame, look: Look, chosen: tuple[str, str] | None = None) -> Figure:
    """A row a year, a cell a week, stronger for more. `chosen`: the first and last day picked, outlined."""
    words = look.words
    rows = weeks.copy()
    rows["when"] = rows["start"].dt.strftime("%Y-%m-%d")
    rows["days"] = rows["when"] + " – " + rows["end"].dt.strftime("%m-%d")
    rows["empty"] = rows["count"] == 0
    low, high = chosen or ("9999", "9999")
    rows["chosen"] = (rows["end"].dt.strftime("%Y-%m-%d") >= low) & (rows["when"] <= high)
    labels = {str(week): words(f"month-{month}") for month, week in MONTH_WEEKS.items()}
    axis = alt.Axis(
        values=list(MONTH_WEEKS.values()),
        labelExpr=f"({labels})[datum.value]",
        labelAngle=0,
        labelAlign="left",
        labelOverlap="greedy",
        orient="top",
        ticks=False,
        domain=False,
    )
    pick = alt.selection_point(name="pick", fields=["when"])
    top = max(int(rows["count"].max()), 1)
    cells = (
        alt.Chart(rows)
        .mark_rect(cornerRadius=1, cursor="pointer")
        .encode(
            x=alt.X("week:O", title=None, axis=axis, scale=alt.Scale(paddingInner=0.12)),
            y=alt.Y(
                "year:O",
                title=None,
                axis=alt.Axis(ticks=False, domain=False),
                scale=alt.Scale(paddingInner=0.12),
            ),
            color=alt.condition(
                "datum.empty",
                alt.value(look.grid),
                alt.Color(
                    "count:Q",
                    title=words("meetings-week-legend"),
                    scale=alt.Scale(
                        domain=[1, top], interpolate="rgb", range=[faint_accent(look), look.accent]
                    ),
                    legend=alt.Legend(direction="horizontal", gradientLength=140, tickCount=3, format="d"),
                ),
            ),
            stroke=alt.condition("datum.chosen", alt.value(look.ink), alt.value(None)),
            strokeWidth=alt.value(2),
            tooltip=[
                alt.Tooltip("days:N", title=words("meetings-week")),
                alt.Tooltip("count:Q", title=words("page-meetings")),
            ],
        )
        .add_params(pick)
    )
    busiest = rows.sort_values(["count", "start"], ascending=[False, True]).iloc[0]
    total = int(rows["count"].sum())
    return Figure(
        chart=cells.properties(height=22 * rows["year"].nunique() + LEGEND),
        title=words("meetings-calendar-title", when=busiest["days"], n=int(busiest["count"])),
        alt=words("meetings-calendar-alt", n=total, when=busiest["days"], most=int(busiest["count"])),
        data=weeks,
        note=words("meetings-calendar-note"),
    )


def day_pile(days: pd.DataFrame, look: Look, first: pd.Timestamp, last: pd.Timestamp) -> Figure:
    """A column a day, a block a meeting under way that day, coloured by level. Blocks can be clicked."""
    words = look.words
    rows = days.assign(
        label=days[f"label_{words.lang}"],
        iso=days["day"].dt.strftime("%Y-%m-%d"),
        colour=[look.level(SHADES.get(level, "other")) for level in days["level"].astype("object")],
        level_name=[_level_name(level, words) for level in days["level"].astype("object")],
    )[["meeting_id", "label", "iso", "position", "colour", "level_name"]]
    rows["to"] = rows["position"] + 1
    calendar = pd.date_range(first, last)
    weekdays = {day.strftime("%Y-%m-%d"): words(f"weekday-{day.day_of_week}") for day in calendar}
    # A month on the screen of a phone has room for its Mondays only.
    labels = {
        iso: [str(int(iso[-2:])), name]
        for iso, name in weekdays.items()
        if len(calendar) <= 7 or pd.Timestamp(iso).day_of_week == 0
    }
    axis = alt.Axis(
        labelExpr=f"({labels})[datum.value]",
        labelAngle=0,
        labelOverlap=False,
        ticks=False,
        domain=False,
        grid=False,
    )
    x = alt.X("iso:O", title=None, axis=axis, scale=alt.Scale(domain=list(weekdays), paddingInner=0.1))
    most = int(rows["to"].max()) if len(rows) else 1
    names = rows.drop_duplicates("level_name")
    order = [_level_name(level, words) for level in [*SHADES, None]]
    shown = [name for name in order if name in set(names["level_name"])]
    colours = dict(zip(names["level_name"], names["colour"], strict=True))
    pick = alt.selection_point(name="pick", fields=["meeting_id"])
    blocks = (
        alt.Chart(rows)
        .mark_bar(cursor="pointer", stroke=look.paper, strokeWidth=1, cornerRadius=1)
        .encode(
            x=x,
            y=alt.Y("position:Q", title=None, axis=None, scale=alt.Scale(domain=[0, most])),
            y2="to:Q",
            color=alt.Color(
                "level_name:N",
                title=None,
                sort=shown,
                scale=alt.Scale(domain=shown, range=[colours[name] for name in shown]),
                legend=alt.Legend(symbolType="square", columns=3),
            ),
            tooltip=[
                alt.Tooltip("label:N", title=words("column-meeting")),
                alt.Tooltip("iso:N", title=words("column-date")),
                alt.Tooltip("level_name:N", title=words("column-level")),
            ],
        )
        .add_params(pick)
    )
    held = int(days["meeting_id"].nunique())
    span = f"{first:%Y-%m-%d} – {last:%m-%d}"
    return Figure(
        chart=blocks.properties(height=max(16 * most, 60)),
        title=words("meetings-days-title", n=held, when=span),
        alt=words("meetings-days-alt", n=held, when=span, days=int(days["day"].nunique())),
        data=rows.drop(columns=["colour", "to"]).rename(columns={"iso": "day"}),
        note=words("meetings-days-note"),
    )


def _level_name(level: str | None, words: Words) -> str:
    return words.code("meeting-level", level) if level in SHADES else words("meetings-level-unknown")


def faint_accent(look: Look) -> str:
    """The shade of the smallest number: the accent, most of the way to the paper."""
    accent, paper = ([int(ink[at : at + 2], 16) for at in (1, 3, 5)] for ink in (look.accent, look.paper))
    return "#" + "".join(f"{round(0.25 * a + 0.75 * p):02x}" for a, p in zip(accent, paper, strict=True))
