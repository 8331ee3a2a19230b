"""The views of the meetings page: each a chart (or none) and the table of the meetings it shows."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from pages.charts import calendar, matrix, rhythm, series_lanes, venues
from pages.parts import data
from pages.parts.meeting_view import meetings_opened
from pages.parts.meetings_list import meeting_place, party_names, show_meetings
from pages.parts.parameters import asked, choose, choose_from_list, picked, point_id, put, take_click
from pages.parts.places import city_name, land, locate
from pages.parts.show import show_chart, show_table
from pages.parts.view import View


def draw_calendar(view: View) -> None:
    """Weeks of all years; the days of the week or month chosen; its meetings."""
    words, meetings = view.words, view.tables.meetings
    weeks = calendar.week_counts(meetings, view.selection.first, view.selection.last)
    starts = weeks["start"].dt.strftime("%Y-%m-%d")
    months = meetings["start"].dropna().dt.strftime("%Y-%m").value_counts().sort_index()
    when = asked(view, "when", [*starts, *months.index])
    span = _span(when, weeks)
    chosen = (f"{span[0]:%Y-%m-%d}", f"{span[1]:%Y-%m-%d}") if span else None
    event = show_chart(
        view,
        "meeting-weeks",
        lambda look: calendar.week_density(weeks, look, chosen),
        on_select=True,
        picked=when,
    )
    take_click("when", event, picked("pick", "when"))
    undated = int(meetings["start"].isna().sum())
    if undated:
        st.caption(words("meetings-calendar-undated", n=undated))
    _choose_month(view, when, months)
    if span is None:
        show_meetings(view, "meeting-list", meetings)
        return
    _way_back(view, "when", f"{span[0]:%Y-%m-%d} – {span[1]:%m-%d}")
    days = calendar.meeting_days(meetings, *span)
    event = show_chart(
        view,
        "meeting-days",
        lambda look: calendar.day_pile(days, look, *span),
        on_select=True,
        picked=f"{when}-{meetings_opened()}",
    )
    take_click("meeting", event, picked("pick", "meeting_id"))
    show_meetings(view, "meeting-list", meetings[meetings["meeting_id"].isin(days["meeting_id"])])


def _span(when: str | None, weeks: pd.DataFrame) -> tuple[pd.Timestamp, pd.Timestamp] | None:
    """The first and last day of a week ("2023-09-04") or a month ("2023-09")."""
    if when is None:
        return None
    if len(when) == 7:
        return pd.Timestamp(f"{when}-01"), pd.Timestamp(f"{when}-01") + pd.offsets.MonthEnd(0)
    week = weeks[weeks["start"] == pd.Timestamp(when)].iloc[0]
    return week["start"], week["end"]


def _choose_month(view: View, when: str | None, months: pd.Series) -> None:
    words, key = view.words, "own-month"
    st.session_state[key] = when if when in months.index else None
    st.selectbox(
        words("meetings-month"),
        list(months.index),
        index=None,
        format_func=lambda month: words("meetings-month-count", month=month, n=months[month]),
        key=key,
        placeholder=words("filter-any"),
        width=240,
        on_change=lambda: put(when=st.session_state[key]),
    )


def draw_series(view: View) -> None:
    """Lanes of a family of series, or of one of them, with who led at each meeting."""
    words = view.words
    _open_family(view)
    family = choose(
        view,
        "family",
        tuple(series_lanes.FAMILIES),
        lambda code: words(f"meetings-family-{code}"),
        words("meetings-family"),
        clears=("series",),
    )
    reference = view.everything.series
    families = series_lanes.family_of(reference)
    meetings = view.tables.meetings
    slugs = meetings["series"].astype(str)
    present = [slug for slug in reference["series"] if families[slug] == family and slug in set(slugs)]
    one = choose_from_list(view, "series", present, words.series, words("meetings-series-one"))
    shown = meetings[slugs.isin([one] if one else present)]
    rows = series_lanes.lanes(shown, reference)
    event = show_chart(
        view,
        "series-lanes",
        lambda look: series_lanes.series_lanes(rows, look, view.selection.first, view.selection.last),
        on_select=True,
        picked=f"{family}-{one}-{meetings_opened()}",
    )
    take_click("meeting", event, point_id)
    show_meetings(view, "meeting-list", shown, with_leaders=True)


def _open_family(view: View) -> None:
    """A link may name a series alone: its family follows from it."""
    families = series_lanes.family_of(view.everything.series)
    series = st.query_params.get("series")
    if series in families.index and "family" not in st.query_params:
        put(family=families[series])


def draw_matrix(view: View) -> None:
    """Countries by years and partners by levels; the meetings of the cell chosen."""
    tables, meetings = view.tables, view.tables.meetings
    presence = matrix.took_part(meetings, tables.meeting_parties, tables.attendance, tables.participants)
    countries = matrix.country_years(meetings, presence, tables.countries)
    partners = matrix.partner_levels(meetings, tables.meeting_parties, data.choices().partners)
    cells = [
        f"{row}:{column}"
        for table in (countries, partners)
        for row, column in zip(table["row"], table["column"], strict=True)
    ]
    cell = asked(view, "cell", cells)
    left, right = st.columns([2, 3], gap="medium")
    with left:
        event = show_chart(
            view,
            "country-years",
            lambda look: matrix.country_matrix(countries, look, cell),
            on_select=True,
            picked=cell,
        )
        take_click("cell", event, picked("pick", "cell"))
    with right:
        event = show_chart(
            view,
            "partner-levels",
            lambda look: matrix.level_matrix(partners, look, cell),
            on_select=True,
            picked=cell,
        )
        take_click("cell", event, picked("pick", "cell"))
    if cell:
        code, column = cell.split(":")
        name = column if column.isdigit() else view.words.code("meeting-level", column)
        _way_back(view, "cell", f"{view.words.country(code)}, {name}")
        if column.isdigit():
            named = presence.loc[presence["party"] == code, "meeting_id"]
            meetings = meetings[meetings["meeting_id"].isin(named) & (meetings["year"] == int(column))]
        else:
            sides = tables.meeting_parties
            named = sides.loc[sides["party"] == code, "meeting_id"]
            meetings = meetings[meetings["meeting_id"].isin(named) & (meetings["level"] == column)]
    show_meetings(view, "meeting-list", meetings)


def draw_map(view: View) -> None:
    """Where meetings were held, what is not on the map beside it; the meetings of the place chosen."""
    words, meetings = view.words, view.tables.meetings
    area = choose(
        view, "area", venues.AREAS, lambda code: words(f"meetings-area-{code}"), words("meetings-area")
    )
    of_meeting, points = venues.venues(meetings, locate)
    counts = of_meeting["place"].value_counts()
    off_map = {kind: int(counts.get(kind, 0)) for kind in ("virtual", "unknown")}
    place = asked(view, "place", [*points["place"], *off_map])
    event = show_chart(
        view,
        "venues",
        lambda look: venues.venue_map(
            points, off_map, land(), look, area, lambda city: city_name(city, look.words), place
        ),
        on_select=True,
        picked=place,
    )
    take_click("place", event, picked("pick", "place"))
    with st.container(horizontal=True, key="off-map"):
        for kind, number in off_map.items():
            label = f"{words(f'meetings-map-{kind}')}: {number}"
            st.button(
                label, key=f"place-{kind}", on_click=lambda kind=kind: put(place=kind), disabled=not number
            )
    if place:
        ids = of_meeting.loc[of_meeting["place"] == place, "meeting_id"]
        meetings = meetings[meetings["meeting_id"].isin(ids)]
        named = words(f"meetings-map-{place}") if place in off_map else _place_name(view, place)
        _way_back(view, "place", named)
    show_meetings(view, "meeting-list", meetings)


def _place_name(view: View, place: str) -> str:
    city, country = place.split(":")
    where = view.words.country(country)
    return city_name(city, view.words) if city else view.words("meetings-city-unknown", country=where)


def draw_rhythm(view: View) -> None:
    """What the ledger has and lacks of the annual series of a family; the meetings of the series chosen."""
    words, selection = view.words, view.selection
    _open_family(view)
    family = choose(
        view,
        "family",
        tuple(name for name in series_lanes.FAMILIES if name not in ("bilateral", "other")),
        lambda code: words(f"meetings-family-{code}"),
        words("meetings-family"),
        clears=("series",),
    )
    reference = view.everything.series
    kept = series_lanes.family_of(reference) == family
    kept &= reference.set_index("series")["annual"] == "yes"
    if selection.partners:
        kept &= reference.set_index("series")["partner"].isin(selection.partners)
    if selection.levels:
        kept &= reference.set_index("series")["level"].isin(selection.levels)
    # Only the years narrow what is looked at: any other filter would make gaps of its own.
    meetings = view.everything.meetings
    meetings = meetings[meetings["year"].between(selection.first, selection.last).fillna(False)]
    links = view.everything.release_meetings.merge(view.everything.releases, on="release_id")
    table = rhythm.series_rhythm(
        meetings, links[["meeting_id", "label_en"]], reference[reference["series"].map(kept)]
    )
    if table.empty:
        st.info(words("meetings-rhythm-none"), icon=":material/info:")
        return
    slugs = table["series"].drop_duplicates().tolist()
    one = choose_from_list(view, "series", slugs, words.series, words("meetings-series-one"))
    event = show_chart(
        view, "series-rhythm", lambda look: rhythm.rhythm_grid(table, look), on_select=True, picked=one
    )
    take_click("series", event, picked("pick", "series"))
    summary = rhythm.missing_numbers(table)
    said = {row.series: rhythm.finding(row, words) for row in summary.itertuples()}
    findings = pd.DataFrame({"series": [words.series(slug) for slug in said], "finding": list(said.values())})
    config = {
        "series": st.column_config.TextColumn(words("column-series"), width="medium"),
        "finding": st.column_config.TextColumn(words("meetings-rhythm-says"), width="large"),
    }
    show_table(view, "rhythm-findings", findings, column_config=config)
    if one:
        _way_back(view, "series", words.series(one))
        st.markdown(f"**{words.series(one)}**: {said[one]}")
    shown = meetings[meetings["series"].astype(str).isin([one] if one else slugs)]
    show_meetings(view, "meeting-list", shown, with_leaders=bool(one))


def draw_table(view: View) -> None:
    """Every meeting, to search and sort."""
    words, meetings = view.words, view.tables.meetings
    key = "own-find"
    st.session_state[key] = st.query_params.get("find", "")
    st.text_input(
        words("meetings-find"), key=key, on_change=lambda: put(find=st.session_state[key].strip()), width=360
    )
    wanted = st.session_state[key].casefold().split()
    if wanted:
        parties = meetings["meeting_id"].map(party_names(view.tables.meeting_parties, words)).fillna("")
        places = pd.Series([meeting_place(row, words) for row in meetings.itertuples()], index=meetings.index)
        text = (
            meetings["label_en"] + " " + meetings["label_ko"] + " " + parties + " " + places
        ).str.casefold()
        for word in wanted:
            meetings = meetings[text.loc[meetings.index].str.contains(word, regex=False)]
    show_meetings(view, "meeting-list", meetings)


def _way_back(view: View, parameter: str, what: str) -> None:
    """Says what was picked in a chart, with a button that takes it back."""
    with st.container(horizontal=True, vertical_alignment="center", key=f"picked-{parameter}"):
        st.markdown(view.words("meetings-picked", what=what), width="content")
        st.button(
            view.words("meetings-unpick"),
            icon=":material/close:",
            on_click=lambda: put(**{parameter: None}),
            key=f"unpick-{parameter}",
        )
