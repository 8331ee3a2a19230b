"""Participants: who led, who was there, who met whom; one person's line."""

from __future__ import annotations

from functools import partial

import streamlit as st

from pages.charts.attendance import attendance_states, country_attendance, series_attendance
from pages.charts.heads import heads_chart, heads_of_delegation, series_with_heads
from pages.charts.network import party_network, party_pairs, people_network, people_pairs
from pages.parts import participants_tables as rows
from pages.parts.parameters import (
    asked,
    choose,
    choose_from_list,
    open_record,
    opened,
    picked,
    point_id,
    take_click,
)
from pages.parts.person_view import draw_person
from pages.parts.show import show_chart, show_table
from pages.parts.stated import stated_attendance
from pages.parts.view import current_view, page_title, say_empty

VIEWS = ("heads", "attendance", "network", "list")

view = current_view()
words, tables = view.words, view.tables

# 1. One person, where the address names one
person = asked(view, "person", view.everything.people["person_id"].tolist())
if person:
    draw_person(view, person)
    st.stop()

page_title(view, "page-participants")
shown = choose(
    view, "view", VIEWS, lambda name: words(f"participants-view-{name}"), words("participants-view")
)

# 2. Heads of delegation by series
if shown == "heads":
    options = series_with_heads(view.everything)
    in_view = series_with_heads(tables)
    series = choose_from_list(
        view, "series", options, words.series, words("column-series"), rows.usual(in_view, rows.USUAL_SERIES)
    )
    heads = heads_of_delegation(tables, series or "", words)
    if heads.empty:
        say_empty(view, "participants-heads-none")
    else:
        partner = rows.partner_of(tables, str(series))
        event = show_chart(
            view,
            "heads",
            lambda look: heads_chart(heads, str(series), partner, look),
            foot=view.foot(rows.releases_of(tables, heads["meeting_id"])),
            on_select=True,
            picked=opened(),
        )
        open_record("person", picked("person", "person_id")(event))
        rows.draw_heads(view, heads)

# 3. Attendance
if shown == "attendance":
    stated = stated_attendance(tables)
    states = attendance_states(tables, stated)
    options = rows.series_of(view.everything)
    series = choose_from_list(
        view,
        "series",
        options,
        words.series,
        words("column-series"),
        rows.usual(rows.series_of(tables), rows.USUAL_ATTENDANCE),
    )
    own = states[states["series"] == series]
    if own.empty:
        say_empty(view, "participants-attendance-none")
    else:
        event = show_chart(
            view,
            "attendance",
            lambda look: series_attendance(states, str(series), look),
            foot=view.foot(rows.releases_of(tables, own["meeting_id"])),
            on_select=True,
        )
        rows.draw_meeting_picked(view, picked("meeting", "meeting_id")(event))
    parties = states["party"].drop_duplicates().tolist()
    country = choose_from_list(
        view,
        "party",
        parties,
        words.country,
        words("column-country"),
        rows.usual(parties, (*view.selection.countries, rows.USUAL_COUNTRY)),
    )
    if country is not None:
        event = show_chart(
            view,
            "country-attendance",
            partial(country_attendance, states, country),
            on_select=True,
            picked=series,
        )
        take_click("series", event, picked("series", "series"))
    st.subheader(words("participants-stated"), anchor=False)
    st.caption(words("participants-stated-note"))
    rows.draw_stated(view, stated)

# 4. Who met whom
if shown == "network":
    who = choose(
        view,
        "who",
        ("parties", "people"),
        lambda name: words(f"participants-who-{name}"),
        words("participants-who"),
    )
    pairs = party_pairs(tables)
    parties = rows.parties_in(pairs, tables)
    party = choose_from_list(view, "party", parties, words.country, words("column-party"))
    if who == "people":
        met = people_pairs(tables, party)
        event = show_chart(
            view,
            "people-network",
            lambda look: people_network(met, tables, look, party),
            on_select=True,
            picked=opened(),
        )
        open_record("person", point_id(event))
        show_table(view, "people-pairs", rows.people_pairs_table(view, met), column_config=rows.links(view))
    else:
        event = show_chart(
            view,
            "party-network",
            lambda look: party_network(pairs, tables, look, party),
            on_select=True,
            picked=party,
        )
        take_click("party", event, point_id)
        show_table(view, "party-pairs", rows.party_pairs_table(view, pairs, party))
        if party:
            st.subheader(words("participants-meetings-of", party=words.country(party)), anchor=False)
            show_table(view, "party-meetings", rows.meetings_of(view, party), column_config=rows.links(view))

# 5. Everybody, row by row
if shown == "list":
    st.text_input(words("participants-search"), key="q", help=words("participants-search-help"))
    role = choose_from_list(
        view, "role", rows.ROLES, lambda code: words.code("role", code), words("column-role")
    )
    listed = rows.everybody(view, role)
    st.markdown(words("participants-list-count", n=len(listed), people=listed["person_id"].nunique()))
    event = show_table(
        view,
        "participants",
        rows.named_columns(view, listed),
        column_config=rows.links(view),
        on_select="rerun",
        selection_mode="single-row",
        picked=opened(),
    )
    if chosen := event["selection"]["rows"]:
        open_record("person", rows.person_of(listed.iloc[chosen[0]]))
