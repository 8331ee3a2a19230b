"""Meetings as a table to read: one row a meeting, which opens its own view."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from pages.charts.dates import written_date
from pages.charts.series_lanes import nth
from pages.parts.links import meeting_address
from pages.parts.parameters import open_record, opened
from pages.parts.places import city_name
from pages.parts.show import show_table
from pages.parts.view import View
from pages.parts.words import Words

LEADING = ("chair", "co-chair", "head-of-delegation")


def meeting_day(meeting: object) -> str:
    """The days of a row of `meetings`, as exact as known: "2023-05-29", "2023-05-29 – 05-30", "2023", ""."""
    start, end, precision, year = (getattr(meeting, name) for name in ("start", "end", "precision", "year"))
    if pd.isna(start):
        return "" if pd.isna(year) else str(year)
    said = written_date(start, precision)
    if precision != "day" or pd.isna(end) or end == start:
        return said
    return f"{said} – {end:%m-%d}" if end.year == start.year else f"{said} – {end:%Y-%m-%d}"


def meeting_place(meeting: object, words: Words) -> str:
    """City and country of a row of `meetings`; country alone, or "virtual", where that is all there is."""
    city, country, mode = (getattr(meeting, name) for name in ("city", "country", "mode"))
    if pd.isna(country):
        return words.code("mode", "virtual") if mode == "virtual" else ""
    where, named = words.country(country), "" if pd.isna(city) else city_name(city, words)
    return ", ".join(dict.fromkeys([named, where])) if named else where


def party_names(frame: pd.DataFrame, words: Words) -> pd.Series:
    """The parties of each meeting (meeting_id, party) as one text, by meeting_id."""
    names = frame["party"].astype(str).map({code: words.country(code) for code in frame["party"].unique()})
    return names.groupby(frame["meeting_id"]).agg(", ".join)


def leaders(view: View, meeting_ids: pd.Series) -> pd.Series:
    """Who chaired or led a delegation, with their party, as one text by meeting_id."""
    words = view.words
    people = view.everything.participants
    people = people[people["meeting_id"].isin(meeting_ids) & people["role"].isin(LEADING)]
    people = people.drop_duplicates(["meeting_id", "person_id", "party"])
    known = view.everything.people.set_index("person_id")
    said = [
        f"{person_name(row, known, words)} ({words.country(row.party)})"
        if pd.notna(row.party)
        else person_name(row, known, words)
        for row in people.itertuples()
    ]
    return pd.Series(said, index=people["meeting_id"], dtype=object).groupby(level=0).agg("; ".join)


def person_name(row: object, people: pd.DataFrame, words: Words) -> str:
    """A name in the reader's language where a source gives one, else the other; else the office."""
    person = getattr(row, "person_id", None)
    both = ("name_ko", "name_en") if words.lang == "ko" else ("name_en", "name_ko")
    known = people.loc[person] if person in people.index else row
    said = [getattr(source, column) for column in both for source in (known, row)]
    return next((str(name) for name in said if pd.notna(name)), str(getattr(row, "title", "")))


def meeting_table(view: View, meetings: pd.DataFrame, *, with_leaders: bool = False) -> pd.DataFrame:
    """The rows of `meetings` in the reader's words, latest first; `address` is the meeting's own."""
    words = view.words
    rows = meetings.sort_values(["year", "start", "meeting_id"], ascending=[False, False, True])
    parties = party_names(view.everything.meeting_parties, words)
    levels = rows["level"].astype(object)
    table = {
        "address": [meeting_address(view, meeting_id) for meeting_id in rows["meeting_id"]],
        "date": [meeting_day(row) for row in rows.itertuples()],
        "meeting": rows[f"label_{words.lang}"],
        "ordinal": ["" if pd.isna(number) else nth(int(number), words) for number in rows["ordinal"]],
        "place": [meeting_place(row, words) for row in rows.itertuples()],
        "level": ["" if pd.isna(code) else words.code("meeting-level", code) for code in levels],
        "parties": rows["meeting_id"].map(parties).fillna(""),
        "releases": rows["n_releases"],
        "meeting_id": rows["meeting_id"],
    }
    if with_leaders:
        table["leaders"] = rows["meeting_id"].map(leaders(view, rows["meeting_id"])).fillna("")
    return pd.DataFrame(table)


def show_meetings(view: View, name: str, meetings: pd.DataFrame, *, with_leaders: bool = False) -> None:
    """Draws the table under the number of its rows; a sentence where there are none."""
    words = view.words
    st.markdown(f"**{words('count-meetings', n=len(meetings))}** · {words('meetings-open-hint')}")
    if meetings.empty:
        st.info(words("meetings-none-found"), icon=":material/info:")
        return
    table = meeting_table(view, meetings, with_leaders=with_leaders)
    config = {
        "date": st.column_config.TextColumn(words("column-date"), width=165),
        "meeting": st.column_config.TextColumn(words("column-meeting"), width="large"),
        "ordinal": st.column_config.TextColumn(words("meetings-ordinal"), width=60),
        "place": st.column_config.TextColumn(words("column-place"), width="medium"),
        "level": st.column_config.TextColumn(words("column-level"), width=110),
        "parties": st.column_config.TextColumn(words("column-parties"), width="medium"),
        "releases": st.column_config.NumberColumn(words("meetings-releases"), width=80),
        "leaders": st.column_config.TextColumn(words("meetings-leaders"), width="large"),
    }
    order = ["date", "meeting", "place", "level", "parties", "releases"]
    if with_leaders:
        order = ["date", "meeting", "leaders", "place", "releases"]
    event = show_table(
        view,
        name,
        table,
        column_config=config,
        column_order=order,
        on_select="rerun",
        selection_mode="single-row",
        picked=opened(),
    )
    if rows := event["selection"]["rows"]:
        open_record("meeting", table["meeting_id"].iloc[rows[0]])
