"""A release's own view: what was coded of it, how sure that is, and the way to its source."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from pages.charts.dates import written_date
from pages.parts.links import meeting_address, page_address, person_address, release_address
from pages.parts.parameters import put
from pages.parts.people import in_language, names_by_person
from pages.parts.records import Cell, Link, draw_facts, draw_rows, web_address
from pages.parts.release_claims import draw_claims
from pages.parts.release_evidence import draw_evidence, field_name
from pages.parts.release_search import language_name
from pages.parts.view import View
from pages.parts.words import Words, phrases


def draw_release(view: View, release_id: str) -> None:
    """The whole record of a release, whatever is filtered elsewhere."""
    words, tables = view.words, view.everything
    release = tables.releases.set_index("release_id", drop=False).loc[release_id]
    st.button(
        words("releases-back"),
        icon=":material/arrow_back:",
        type="tertiary",
        key="release-back",
        on_click=lambda: put(release=None),
    )
    st.title(in_language(release.to_frame().T, "label", words).iloc[0], anchor=False)
    st.caption(words("releases-whole"))
    if release["coverage"] == "opening":
        st.info(words("releases-opening-only"), icon=":material/info:")
    source = web_address(release["source_url"])
    if source:
        with st.container(key="release-source"):
            st.link_button(words("open-source"), source, icon=":material/open_in_new:")
    with st.container(key="release-facts"):
        draw_facts(_facts(view, release))
    _meetings(view, release_id)
    _people(view, release_id)
    draw_claims(view, release_id)
    _topics(view, release_id)
    _small_facts(view, release_id)
    draw_evidence(view, release)


def _facts(view: View, release: pd.Series) -> list[tuple[str, Cell]]:
    words = view.words
    other = release["label_en" if words.lang == "ko" else "label_ko"]
    issuer = f"{words.issuer(release['issuer'])} · {words.code('issuer-kind', release['issuer_kind'])}"
    source = web_address(release["source_url"])
    return [
        (words("releases-other-label"), _text(other)),
        (words("column-issuer"), issuer),
        (words("column-language"), language_name(str(release["language"]), words)),
        (words("column-published"), written_date(release["published"], "day") or words("releases-undated")),
        (words("column-coverage"), words.code("coverage", release["coverage"])),
        (words("releases-headcount"), _number(release["headcount"])),
        (words("column-note"), _text(release["note"])),
        (words("column-source"), Link(source, source) if source else words("releases-no-source")),
        (words("releases-coded-by"), words(f"releases-coded-{release['coded_by']}")),
        (words("releases-length"), _number(release["n_chars"])),
        (words("releases-place"), words("releases-line", file=release["file"], line=release["line"])),
    ]


def _meetings(view: View, release_id: str) -> None:
    words, tables = view.words, view.everything
    told = tables.release_meetings[tables.release_meetings["release_id"] == release_id]
    rows = told[["meeting_id", "principal", "status"]].merge(
        tables.meetings.drop(columns="status"), on="meeting_id"
    )
    st.subheader(words("page-meetings"), anchor=False)
    if rows.empty:
        st.caption(words("releases-no-meeting"))
        return
    rows = rows.assign(label=in_language(rows, "label", words)).sort_values("principal", ascending=False)
    sides = tables.meeting_parties[tables.meeting_parties["meeting_id"].isin(rows["meeting_id"])].astype(
        "str"
    )
    with st.container(key="release-meetings"):
        draw_rows(
            [
                words(key)
                for key in (
                    "column-meeting",
                    "column-status",
                    "column-date",
                    "column-parties",
                    "releases-others",
                )
            ],
            [
                [
                    Link(row.label, meeting_address(view, row.meeting_id)),
                    words("releases-principal" if row.principal else "releases-mentioned")
                    if row.status == "held"
                    else words("releases-planned"),
                    written_date(row.start, row.precision),
                    words.list(
                        [
                            words.country(code)
                            for code in sides.loc[sides["meeting_id"] == row.meeting_id, "party"]
                        ]
                    ),
                    _others(view, row.meeting_id, release_id),
                ]
                for row in rows.itertuples(index=False, name="Row")
            ],
        )
    _differences(view, list(rows["meeting_id"]), release_id)


def _others(view: View, meeting_id: str, release_id: str) -> list[str | Link]:
    """The other releases about the same meeting."""
    links, releases = view.everything.release_meetings, view.everything.releases
    ids = links.loc[(links["meeting_id"] == meeting_id) & (links["release_id"] != release_id), "release_id"]
    others = releases[releases["release_id"].isin(ids)]
    return [
        Link(
            f"{view.words.issuer(row.issuer)} · {language_name(row.language, view.words)}",
            release_address(view, row.release_id),
        )
        for row in others.itertuples(index=False, name="Row")
    ]


def _differences(view: View, meetings: list[str], release_id: str) -> None:
    """Where the sources of the same meeting give different values: this release's beside the others'."""
    words = view.words
    conflicts = view.everything.conflicts
    own = conflicts[conflicts["meeting_id"].isin(meetings)]
    fields = own.loc[own["release_id"] == release_id, "field"]
    own = own[own["field"].isin(fields)]
    if own.empty:
        return
    issuers = view.everything.releases.set_index("release_id")["issuer"]
    st.caption(words("releases-differ"))
    with st.container(key="release-differences"):
        draw_rows(
            [words(key) for key in ("releases-field", "releases-value", "column-release")],
            [
                [
                    field_name(row.field, words),
                    row.value,
                    words("releases-this")
                    if row.release_id == release_id
                    else Link(
                        view.words.issuer(issuers[row.release_id]), release_address(view, row.release_id)
                    ),
                ]
                for row in own.sort_values(["field", "value"]).itertuples(index=False, name="Row")
            ],
        )


def _people(view: View, release_id: str) -> None:
    words, tables = view.words, view.everything
    people = tables.participants[tables.participants["release_id"] == release_id]
    if people.empty:
        return
    names = names_by_person(tables.people, words)
    st.subheader(words("page-participants"), anchor=False)
    rows: list[list[Cell]] = []
    for row in people.itertuples(index=False, name="Row"):
        known = isinstance(row.person_id, str)
        written = " · ".join(name for name in (row.name_en, row.name_ko) if isinstance(name, str))
        rows.append(
            [
                Link(names[row.person_id], person_address(view, row.person_id))
                if known
                else words("participants-unnamed"),
                written,
                _text(row.title),
                words.country(row.party) if isinstance(row.party, str) else "",
                words.code("role", row.role) if isinstance(row.role, str) else "",
            ]
        )
    keys = ("column-person", "releases-as-written", "column-title", "column-party", "column-role")
    with st.container(key="release-people"):
        draw_rows([words(key) for key in keys], rows)


def _topics(view: View, release_id: str) -> None:
    words = view.words
    topics = view.everything.topics
    own = topics[topics["release_id"] == release_id]
    if own.empty:
        return
    scheme = view.everything.topic_scheme
    mentions = dict(zip(own["topic"].astype("str"), own["mentions"], strict=True))
    st.subheader(words("column-topics"), anchor=False)
    with st.container(key="release-topics"):
        draw_facts(
            [
                (
                    words.code("pillar", str(pillar)),
                    tuple(_topic(view, code, mentions[code]) for code in codes if code in mentions),
                )
                for pillar, codes in scheme.groupby("pillar", sort=False)["code"]
            ]
        )


def _topic(view: View, code: str, mentions: Any) -> Link:
    """A topic with the number of its mentions where they were counted; leads to the releases that speak
    of it."""
    name = view.words.topic(code)
    shown = name if pd.isna(mentions) else f"{name} ({mentions})"
    return Link(shown, page_address(view, "releases", about=code))


def _small_facts(view: View, release_id: str) -> None:
    """Country roles and named initiatives."""
    words, tables = view.words, view.everything
    roles = tables.country_roles[tables.country_roles["release_id"] == release_id]
    named = tables.initiatives[tables.initiatives["release_id"] == release_id]
    if len(roles):
        st.subheader(words("releases-roles"), anchor=False)
        with st.container(key="release-roles"):
            draw_rows(
                [words(key) for key in ("column-country", "column-role", "filter-partner", "column-year")],
                [
                    [
                        words.country(row.country),
                        _country_role(row.role, words),
                        words.country(row.partner) if isinstance(row.partner, str) else "",
                        _number(row.year),
                    ]
                    for row in roles.itertuples(index=False, name="Row")
                ],
            )
    if len(named):
        names = in_language(named, "name", words)
        st.subheader(words("releases-initiatives"), anchor=False)
        with st.container(key="release-initiatives"):
            draw_rows(
                [words(key) for key in ("releases-initiative", "releases-acronym", "releases-lead")],
                [
                    [name, _text(row.acronym), words.country(row.lead) if isinstance(row.lead, str) else ""]
                    for name, row in zip(names, named.itertuples(index=False, name="Row"), strict=True)
                ],
            )


def _country_role(code: str, words: Words) -> str:
    """The name of a country's role; the code itself where no file has a name for it."""
    return words(f"releases-country-role-{code}") if f"releases-country-role-{code}" in phrases() else code


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _number(value: Any) -> str:
    return "" if pd.isna(value) else str(value)
