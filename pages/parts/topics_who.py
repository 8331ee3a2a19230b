"""The sub-view Who: topics by partner and by country."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from pages.charts.measures.shares import shares, shares_by
from pages.charts.measures.units import groups_of
from pages.charts.topic_who import ALL, heat_map
from pages.parts import data
from pages.parts.parameters import asked, choose
from pages.parts.topics_basis import Basis
from pages.parts.topics_clicks import show_answering
from pages.parts.topics_records import show_records

COLUMNS = {"partner": 12, "country": 16}


def draw(basis: Basis) -> None:
    """The sub-view."""
    view, words, units = basis.view, basis.view.words, basis.units
    by = choose(
        view,
        "who",
        tuple(COLUMNS),
        lambda code: words(f"topics-by-{code}"),
        words("topics-view-who"),
        clears=("cell",),
    )
    codes = data.choices().partners if by == "partner" else data.choices().countries
    groups = groups_of(view.tables, units, by, codes)
    if groups.empty:
        st.info(words("topics-no-groups"), icon=":material/info:")
        return
    sizes = groups["group"].value_counts().head(COLUMNS[by])
    columns = sorted(sizes.index, key=lambda code: (-sizes[code], code))
    overall = shares(units, basis.topics)
    table = shares_by(units, groups, basis.topics)
    show_answering(
        basis,
        "topic-who",
        lambda look: heat_map(overall, table, look, columns, units.kind),
        "cell",
        "topic",
        "group",
    )
    opened = asked(view, "cell", [f"{topic}:{code}" for topic in basis.topics for code in (ALL, *columns)])
    if not opened:
        return
    topic, code = opened.split(":")
    within = None if code == ALL else set(groups.loc[groups["group"] == code, "unit_id"])
    selection = replace(view.selection, topics=(topic,))
    if code != ALL and by == "partner":
        selection = replace(selection, partners=(code,))
    elif code != ALL:
        selection = replace(selection, countries=(code,))
    who = words("filter-any") if code == ALL else words.country(code)
    heading = f"{words.topic(topic)} · {who}"
    show_records(basis, "topic-records", units.speaking_of([topic], within), heading, selection)
