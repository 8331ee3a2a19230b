"""Who was there: the countries at the meetings of a series, and one country through all series and years.

Four things stay apart: a release lists the country; releases list ASEAN as a whole and not its members one
by one; no release lists it; a release states that it stayed away or sent somebody of lower rank. Only the
last is an absence.
"""

from __future__ import annotations

import altair as alt
import pandas as pd

from loaders.tables import Tables
from pages.charts.figure import AltairChart, Figure
from pages.charts.meeting_axis import meeting_axis
from pages.charts.series_lanes import nth
from pages.parts.look import Look
from pages.parts.words import Words

# From plainly there to stated as away; the order of the key.
STATES = ("listed", "as-asean", "not-listed", "below-level", "non-political", "absent")
SHAPES = ("square", "circle", "stroke", "triangle-down", "triangle-up", "cross")
PRESENT = ("listed", "below-level", "non-political")
STATED = ("below-level", "non-political", "absent")
# The red of what was stated as away; told apart by its shape as well.
AWAY = "#c0453a"
# Who joined ASEAN after the years of the ledger is no member to be expected at its meetings before.
JOINED = {"TLS": pd.Timestamp("2025-10-26")}


def attendance_states(tables: Tables, stated: pd.DataFrame) -> pd.DataFrame:
    """How each party stands at each meeting held, a row a meeting and party that could have been expected
    there: the sides, the members where ASEAN is a side, and whoever is listed.

    Takes `stated` as pages.parts.stated gives it. Columns: meeting_id, series, year, ordinal, start, party,
    state (one of STATES). A country of which a release names a participant counts as listed.
    """
    held = tables.meetings[tables.meetings["status"] == "held"]
    held = held[["meeting_id", "series", "year", "ordinal", "start"]].assign(
        series=held["series"].astype("str")
    )
    named = tables.participants[["meeting_id", "party"]].dropna()
    there = pd.concat([tables.attendance[["meeting_id", "party"]], named]).astype("str").drop_duplicates()
    sides = tables.meeting_parties.astype("str")
    kinds = tables.countries.set_index("code")["kind"]
    members = list(kinds.index[kinds == "asean-member"])
    with_asean = sides.loc[sides["party"] == "ASEAN", ["meeting_id"]]
    expected = pd.concat([there, sides, with_asean.merge(pd.DataFrame({"party": members}), how="cross")])
    # ASEAN itself is no delegation: its members are.
    expected = expected[~expected["party"].isin(["ASEAN", "ASEC"])].drop_duplicates()
    rows = held.merge(expected, on="meeting_id")
    early = rows["party"].map(JOINED) > rows["start"]
    rows = rows[~early | rows.set_index(["meeting_id", "party"]).index.isin(_keys(pd.concat([there, sides])))]
    listed = _keys(there)
    as_one = set(there.loc[there["party"] == "ASEAN", "meeting_id"])
    said = {(row.meeting_id, row.party): row.stated for row in stated.itertuples()}

    def state(meeting: str, party: str) -> str:
        if (meeting, party) in said:
            return str(said[meeting, party])
        if (meeting, party) in listed:
            return "listed"
        return "as-asean" if party in members and meeting in as_one else "not-listed"

    rows["state"] = [
        state(meeting, party) for meeting, party in zip(rows["meeting_id"], rows["party"], strict=True)
    ]
    order = {code: place for place, code in enumerate(tables.countries["code"])}
    rows["place"] = rows["party"].map(order)
    rows = rows.sort_values(["place", "start", "meeting_id"], kind="stable").drop(columns="place")
    return rows.reset_index(drop=True)


def series_attendance(states: pd.DataFrame, series: str, look: Look) -> Figure:
    """A row a country, a column a meeting of `series`."""
    words = look.words
    rows = states[states["series"] == series].assign(day=lambda frame: frame["start"].dt.strftime("%Y-%m-%d"))
    rows["name"] = rows["party"].map(words.country)
    rows["said"] = rows["state"].map(lambda code: words(f"participants-state-{code}"))
    meetings = rows.drop_duplicates("meeting_id").sort_values(["start", "meeting_id"])
    heads = {row.meeting_id: _column(row, words) for row in meetings.itertuples()}
    x = meeting_axis(heads)
    chart = _marks(rows, x, rows["name"].drop_duplicates().tolist(), "meeting_id", look)
    name = words.series(series)
    return Figure(
        chart=chart,
        title=_series_title(rows, name, words),
        alt=words(
            "participants-attendance-alt",
            series=name,
            meetings=len(meetings),
            listed=int((rows["state"] == "listed").sum()),
            places=len(rows),
            absent=int((rows["state"] == "absent").sum()),
        ),
        data=rows[["meeting_id", "year", "ordinal", "day", "party", "name", "state"]],
        note=words("participants-attendance-note"),
    )


def country_by_series(states: pd.DataFrame, party: str) -> pd.DataFrame:
    """One country through series and years: series, year, meetings, and the number of each state. Only
    series of which a release lists the country or states that it was away; those with the most meetings
    first."""
    own = states[(states["party"] == party) & states["year"].notna()]
    own = own[own["series"].isin(own.loc[~own["state"].isin(["as-asean", "not-listed"]), "series"])]
    counts = own.groupby(["series", "year", "state"]).size().unstack("state", fill_value=0)
    counts = counts.reindex(columns=list(STATES), fill_value=0)
    counts.insert(0, "meetings", counts.sum(axis=1))
    counts.columns.name = None
    table = counts.reset_index()
    table["all"] = table.groupby("series")["meetings"].transform("sum")
    return table.sort_values(["all", "series", "year"], ascending=[False, True, True]).drop(columns="all")


def country_attendance(states: pd.DataFrame, party: str, look: Look) -> Figure:
    """A row a series, a column a year: at how many of the meetings a release lists the country."""
    words = look.words
    table = country_by_series(states, party).reset_index(drop=True)
    table["name"] = table["series"].map(words.series)
    # A lower rank or a non-political representative was there all the same.
    table["present"] = table[list(PRESENT)].sum(axis=1)
    table["share"] = table["present"] / table["meetings"]
    table["label"] = [f"{row.present}/{row.meetings}" for row in table.itertuples()]
    table["away"] = table[list(STATED)].sum(axis=1)
    order = table["name"].drop_duplicates().tolist()
    tooltip = [
        alt.Tooltip("name:N", title=words("column-series")),
        alt.Tooltip("year:O", title=words("column-year")),
        alt.Tooltip("meetings:Q", title=words("page-meetings")),
        *[alt.Tooltip(f"{state}:Q", title=words(f"participants-state-{state}")) for state in STATES],
    ]
    base = alt.Chart(table).encode(
        x=alt.X("year:O", title=None, axis=alt.Axis(orient="top", labelAngle=0, ticks=False, domain=False)),
        y=alt.Y(
            "name:N",
            title=None,
            sort=order,
            axis=alt.Axis(ticks=False, domain=False, labelLimit=290, labelFontSize=11),
        ),
        tooltip=tooltip,
    )
    pick = alt.selection_point(name="series", fields=["series"], on="click", clear="dblclick")
    cells = base.mark_rect(stroke=look.paper, strokeWidth=2).encode(
        color=alt.Color(
            "share:Q", scale=alt.Scale(domain=[0, 1], range=[look.grid, look.accent]), legend=None
        )
    )
    numbers = base.mark_text(fontSize=12).encode(
        text="label:N",
        color=alt.condition("datum.share > 0.6", alt.value(look.paper), alt.value(look.ink)),
    )
    away = base.transform_filter("datum.away > 0").mark_point(
        shape="cross", angle=45, size=90, xOffset=26, fill=AWAY, stroke=look.paper, strokeWidth=1, opacity=1
    )
    chart = alt.layer(cells.add_params(pick), numbers, away).properties(height=23 * max(len(order), 1) + 30)
    listed, stated = int(table["present"].sum()), int(table["away"].sum())
    total = int((states["party"] == party).sum())
    silent = int(states.loc[states["party"] == party, "series"].nunique()) - len(order)
    country = words.country(party)
    return Figure(
        chart=chart,
        title=words("participants-country-title", party=country, listed=listed, n=total),
        alt=words("participants-country-alt", party=country, listed=listed, n=total, away=stated),
        data=table[["series", "name", "year", "meetings", *STATES]],
        note=" ".join(
            [
                words("participants-country-note"),
                *([words("participants-country-left-out", n=silent)] if silent else []),
            ]
        ),
    )


def _keys(frame: pd.DataFrame) -> set[tuple[str, str]]:
    return set(zip(frame["meeting_id"], frame["party"], strict=True))


def _marks(rows: pd.DataFrame, x: alt.X, names: list[str], pick_field: str, look: Look) -> AltairChart:
    words = look.words
    said = [words(f"participants-state-{state}") for state in STATES]
    colours = [look.accent, look.accent, look.faint, AWAY, AWAY, AWAY]
    pick = alt.selection_point(name="meeting", fields=[pick_field], on="click", clear="dblclick")
    base = alt.Chart(rows).encode(
        x=x,
        y=alt.Y("name:N", title=None, sort=names, axis=alt.Axis(ticks=False, domain=False, grid=True)),
        tooltip=[
            alt.Tooltip("name:N", title=words("column-country")),
            alt.Tooltip("day:N", title=words("column-date")),
            alt.Tooltip("said:N", title=words("column-status")),
        ],
    )
    shown = [state for state in STATES if state in set(rows["state"])]
    places = [STATES.index(state) for state in shown]
    domain = [said[place] for place in places]
    legend = alt.Legend(title=None, orient="top", columns=2, labelLimit=330, symbolStrokeWidth=2)
    marks = base.mark_point(filled=True, opacity=1, strokeWidth=2).encode(
        shape=alt.Shape(
            "said:N", scale=alt.Scale(domain=domain, range=[SHAPES[place] for place in places]), legend=legend
        ),
        color=alt.Color("said:N", scale=alt.Scale(domain=domain, range=[colours[place] for place in places])),
        size=alt.condition("datum.state == 'as-asean'", alt.value(45), alt.value(130)),
    )
    return alt.layer(marks.add_params(pick)).properties(height=21 * max(len(names), 1) + 40)


def _column(row: object, words: Words) -> str:
    year, ordinal = getattr(row, "year", None), getattr(row, "ordinal", None)
    shown = "" if pd.isna(year) else str(year)
    return shown if pd.isna(ordinal) else f"{nth(int(str(ordinal)), words)}/{shown}"


def _series_title(rows: pd.DataFrame, name: str, words: Words) -> str:
    absent = rows[rows["state"] == "absent"]
    if absent.empty:
        full = rows.groupby("party")["state"].agg(lambda states: (states == "listed").all())
        return words("participants-attendance-title", series=name, n=int(full.sum()), all=len(full))
    said = [
        f"{words.country(str(party))} ({', '.join(sorted(away['year'].dropna().astype('str').unique()))})"
        for party, away in absent.groupby("party", sort=False)
    ]
    return words("participants-attendance-title-absent", series=name, parties=words.list(said))
