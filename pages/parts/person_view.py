"""One person's own view: who it is, the line through meetings, the offices, the spellings found."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from pages.charts.person_line import person_line, person_meetings, person_offices, spellings
from pages.parts.data import choices
from pages.parts.links import meeting_address, page_address, release_address
from pages.parts.parameters import point_id, put
from pages.parts.people import names_by_person
from pages.parts.records import Cell, Link, draw_facts, draw_rows
from pages.parts.selection import Selection
from pages.parts.show import show_chart
from pages.parts.view import View


def draw_person(view: View, person_id: str) -> None:
    """The whole record of a person, whatever is filtered elsewhere."""
    words, tables = view.words, view.everything
    known = tables.people.set_index("person_id").loc[person_id]
    name = names_by_person(tables.people, words)[person_id]
    meetings = person_meetings(tables, person_id, words)
    offices = person_offices(tables, person_id)
    written = spellings(tables, person_id)
    named_in = tables.participants.loc[tables.participants["person_id"] == person_id, "release_id"].nunique()

    st.button(
        words("participants-back"),
        icon=":material/arrow_back:",
        type="tertiary",
        key="person-back",
        on_click=lambda: put(person=None),
    )
    st.title(name, anchor=False)
    st.caption(words("participants-person-whole"))
    other = known["name_en" if words.lang == "ko" else "name_ko"]
    parties = [
        words.country(str(party))
        for party in dict.fromkeys([known["party"], *offices["party"]])
        if party == party
    ]
    with st.container(key="person-facts"):
        draw_facts(
            [
                (words("participants-other-language"), other if isinstance(other, str) else ""),
                (words("column-party"), words.list(parties)),
                (
                    words("page-meetings"),
                    words("count-meetings", n=int(meetings["meeting_id"].notna().sum())),
                ),
                (words("page-releases"), words("count-releases", n=named_in)),
                (words("participants-spellings"), ", ".join(written)),
                (
                    words("participants-more"),
                    Link(words("participants-in-releases"), page_address(view, "releases", q=name)),
                ),
            ]
        )

    whole = replace(view, selection=Selection.everything(choices()), tables=tables)
    event = show_chart(
        whole,
        "person-line",
        lambda look: person_line(meetings, name, str(known["party"]), look),
        foot=view.foot(named_in),
        on_select=True,
    )
    if meeting := point_id(event):
        own = meetings[meetings["meeting_id"] == meeting]
        draw_rows(
            [words("column-meeting")],
            [[Link(label, meeting_address(view, meeting))] for label in own["label"]],
        )

    st.subheader(words("participants-offices"), anchor=False)
    st.caption(words("participants-offices-note"))
    with st.container(key="person-offices"):
        draw_rows(
            [
                words(key)
                for key in (
                    "column-title",
                    "column-party",
                    "participants-first",
                    "participants-last",
                    "page-releases",
                )
            ],
            [
                [
                    row.title,
                    words.country(row.party),
                    f"{row.first:%Y-%m-%d}" if row.first == row.first else "",
                    f"{row.last:%Y-%m-%d}" if row.last == row.last else "",
                    str(row.releases),
                ]
                for row in offices.itertuples(index=False, name="Row")
            ],
        )

    st.subheader(words("page-meetings"), anchor=False)
    with st.container(key="person-meetings"):
        draw_rows(
            [
                words(key)
                for key in ("column-date", "column-meeting", "column-title", "column-role", "page-releases")
            ],
            [_meeting_row(view, row) for row in meetings[::-1].itertuples(index=False, name="Row")],
        )


def _meeting_row(view: View, row: object) -> list[Cell]:
    words = view.words
    meeting, release = getattr(row, "meeting_id", None), str(getattr(row, "release_id", ""))
    label = str(getattr(row, "label", ""))
    address = meeting_address(view, meeting) if isinstance(meeting, str) else release_address(view, release)
    roles = str(getattr(row, "role", "")).split()
    return [
        str(getattr(row, "day", "")),
        Link(label, address),
        str(getattr(row, "title", "")),
        ", ".join(words.code("role", role) for role in roles),
        Link(words("count-releases", n=int(getattr(row, "n_releases", 0))), release_address(view, release)),
    ]
