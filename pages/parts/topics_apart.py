"""The sub-view What sets apart: one side against another."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from pages.charts.measures.apart import NOTABLE, PRIOR_WEIGHT, REST, log_odds, side_counts, sides
from pages.charts.measures.units import groups_of
from pages.charts.topic_apart import apart
from pages.charts.topic_marks import group_name
from pages.parts import data
from pages.parts.look import ACCENT, partner_colour
from pages.parts.parameters import asked
from pages.parts.show import show_table
from pages.parts.topics_basis import Basis, all_units, choose_one
from pages.parts.topics_clicks import show_answering
from pages.parts.topics_records import show_records

SIDES = ("partner", "year", "country", "series", "level", "language")
OTHER_SIDE = "#c8553d"


def draw(basis: Basis) -> None:
    """The sub-view."""
    view, words, units = basis.view, basis.view.words, basis.units
    options = _options(basis.key, basis)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        a = choose_one(view, "a", options, lambda code: _name(basis, code), words("topics-side-a"))
        b = choose_one(
            view, "b", [REST, *options], lambda code: _name(basis, code, against=a), words("topics-side-b")
        )
    in_a, in_b, shared = sides(view.tables, units, a, b)
    if not in_a or not in_b:
        st.info(words("topics-apart-empty"), icon=":material/info:")
        return
    if shared:
        st.caption(words("topics-apart-shared", n=shared))
    odds = log_odds(side_counts(units, in_a, in_b, all_units(units.kind)))
    name_a, name_b = _name(basis, a), _name(basis, b, against=a)
    colours = (_colour(a, ACCENT), _colour(b, OTHER_SIDE))
    show_answering(
        basis, "topic-apart", lambda look: apart(odds, look, name_a, name_b, colours), "shown", "topic"
    )
    with st.expander(words("topics-how-apart")):
        st.markdown(words("topics-how-apart-text", weight=f"{PRIOR_WEIGHT:.0f}", z=NOTABLE))
    opened = asked(view, "shown", basis.topics)
    if opened:
        for name, ids, label in (("a", in_a, name_a), ("b", in_b, name_b)):
            heading = f"{words.topic(opened)} · {label}"
            show_records(basis, f"topic-records-{name}", units.speaking_of([opened], ids), heading)
    _counts(basis, odds, name_a, name_b)


def _counts(basis: Basis, odds: pd.DataFrame, name_a: str, name_b: str) -> None:
    words = basis.view.words
    met = odds[(odds["count_a"] + odds["count_b"]) > 0]
    table = pd.DataFrame(
        {
            "topic": met["topic"].map(words.topic),
            "count_a": met["count_a"],
            "share_a": met["count_a"] / met["total_a"] * 100,
            "count_b": met["count_b"],
            "share_b": met["count_b"] / met["total_b"] * 100,
            "log_odds": met["log_odds"],
            "z": met["z"],
        }
    )
    sizes = met.iloc[0]
    head_a, head_b = f"{name_a} ({sizes['total_a']})", f"{name_b} ({sizes['total_b']})"
    show_table(
        basis.view,
        "topic-apart-counts",
        table,
        column_config={
            "topic": words("column-topic"),
            "count_a": st.column_config.NumberColumn(head_a),
            "share_a": st.column_config.NumberColumn(f"{name_a} %", format="%.0f"),
            "count_b": st.column_config.NumberColumn(head_b),
            "share_b": st.column_config.NumberColumn(f"{name_b} %", format="%.0f"),
            "log_odds": st.column_config.NumberColumn(words("topics-log-odds"), format="%+.2f"),
            "z": st.column_config.NumberColumn(words("topics-z"), format="%+.1f"),
        },
    )


@st.cache_resource(show_spinner=False, max_entries=64)
def _options(key: tuple[object, ...], _basis: Basis) -> list[str]:
    """Every side there is among the units: partners by size first, then the other groupings, then months."""
    options: list[str] = []
    for by in SIDES:
        codes = {"partner": data.choices().partners, "country": data.choices().countries}.get(by)
        sizes = groups_of(_basis.view.tables, _basis.units, by, codes)["group"].value_counts()
        groups = (
            sorted(sizes.index) if by == "year" else sizes.sort_values(ascending=False, kind="stable").index
        )
        options += [f"{by}:{group}" for group in groups]
    years = range(_basis.view.selection.first, _basis.view.selection.last + 1)
    months = [f"{year}-{month:02}" for year in years for month in range(1, 13)]
    # Before the first month there is nothing.
    return options + [f"since:{month}" for month in months[1:]]


def _name(basis: Basis, code: str, against: str = "") -> str:
    """How a side reads; the rest against a month is what came before it."""
    words = basis.view.words
    if code == REST:
        before = against.removeprefix("since:")
        return words("topics-before", month=before) if before != against else words("topics-rest")
    by, _, group = code.partition(":")
    if by == "since":
        return words("topics-since", month=group)
    return (
        group_name(words, by, group)
        if by != "country"
        else words("topics-side-country", country=words.country(group))
    )


def _colour(code: str, otherwise: str) -> str:
    by, _, group = code.partition(":")
    return partner_colour(group) if by == "partner" else otherwise
