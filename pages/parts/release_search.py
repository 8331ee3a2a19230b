"""Finding releases: the words, the facets with their counts, and the table of results."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
import streamlit as st

from loaders.tables import Tables
from pages.parts.links import release_address
from pages.parts.parameters import asked_many, put_many
from pages.parts.people import in_language
from pages.parts.records import web_address
from pages.parts.search import find, fingerprint, release_texts
from pages.parts.view import View
from pages.parts.words import Words, phrases

# Address parameter of each facet, with the column of `releases` it counts. Topics stand in a table of their
# own.
FACETS = {"year": "year", "kind": "issuer_kind", "written": "language", "coverage": "coverage"}
TOPIC = "about"
# Facets of a few values stand as buttons, the others as lists.
PILLS = ("year", "kind", "coverage")
# How they stand side by side.
ROWS = (("year", "kind"), ("coverage", "written"), (TOPIC,))
MISSING = "none"
ARROW = ":material/open_in_new:"
ROW_HEIGHT, MOST_HEIGHT = 35, 720

Chosen = dict[str, list[str]]


@st.cache_resource(show_spinner=False, hash_funcs={Tables: fingerprint}, max_entries=4)
def _texts(tables: Tables) -> pd.Series:
    return release_texts(tables)


def search(view: View) -> pd.DataFrame:
    """The releases in view that hold every word searched for, latest first."""
    releases = view.tables.releases
    kept = find(_texts(view.everything), view.selection.query)
    told = releases[releases["release_id"].map(kept).astype("bool")]
    order = ["published", "year", "release_id"]
    return told.sort_values(order, ascending=[False, False, True], na_position="last").reset_index(drop=True)


def facet_values(releases: pd.DataFrame, facet: str) -> pd.Series:
    """The value of a facet for each release, as it stands in the address; MISSING where there is none."""
    return releases[FACETS[facet]].astype("object").map(str, na_action="ignore").fillna(MISSING)


def narrowed(
    releases: pd.DataFrame, topics: pd.DataFrame, chosen: Chosen, but: str | None = None
) -> pd.DataFrame:
    """The releases that fit every facet chosen (any value of one facet is enough), except the facet `but`."""
    kept = pd.Series(True, index=releases.index)
    for facet, values in chosen.items():
        if not values or facet == but:
            continue
        if facet == TOPIC:
            spoken = topics.loc[topics["topic"].astype("str").isin(values), "release_id"]
            kept &= releases["release_id"].isin(spoken)
        else:
            kept &= facet_values(releases, facet).isin(values)
    return releases[kept]


def facet_counts(releases: pd.DataFrame, topics: pd.DataFrame, facet: str) -> dict[str, int]:
    """How many of the releases have each value of a facet: years in order, the rest by number."""
    if facet == TOPIC:
        spoken = topics[topics["release_id"].isin(releases["release_id"])]
        return {str(code): int(n) for code, n in spoken["topic"].value_counts().items() if n}
    counts = facet_values(releases, facet).value_counts()
    return {str(code): int(n) for code, n in (counts.sort_index() if facet == "year" else counts).items()}


def draw_facets(view: View, searched: pd.DataFrame) -> Chosen:
    """The facets on screen, kept in the address; returns what is chosen in each."""
    words, topics = view.words, view.tables.topics
    everything = view.everything
    chosen: Chosen = {
        facet: asked_many(view, facet, list(facet_counts(everything.releases, everything.topics, facet)))
        for facet in (*FACETS, TOPIC)
    }
    name: dict[str, Callable[[str], str]] = {
        "year": lambda code: words("releases-undated") if code == MISSING else code,
        "kind": lambda code: words.code("issuer-kind", code),
        "written": lambda code: language_name(code, words),
        "coverage": lambda code: words.code("coverage", code),
        TOPIC: words.topic,
    }
    with st.container(key="facets"):
        places = [
            (facet, column) for row in ROWS for facet, column in zip(row, st.columns(len(row)), strict=True)
        ]
    for facet, column in places:
        rest = narrowed(searched, topics, chosen, but=facet)
        counts = facet_counts(rest, topics, facet)
        # What is chosen stays on screen, also where nothing is left of it.
        options = [*counts, *(value for value in chosen[facet] if value not in counts)]
        with column:
            _facet(words, facet, options, chosen[facet], counts, name[facet])
    return chosen


def _facet(
    words: Words,
    facet: str,
    options: list[str],
    chosen: list[str],
    counts: dict[str, int],
    name: Callable[[str], str],
) -> None:
    key = f"facet-{facet}"
    st.session_state[key] = chosen
    common: dict[str, Any] = {
        "label": words(f"releases-facet-{facet}"),
        "options": options,
        "format_func": lambda code: f"{name(code)} ({counts.get(code, 0)})",
        "key": key,
        "on_change": lambda: put_many(facet, st.session_state[key]),
    }
    if facet in PILLS:
        st.pills(**common, selection_mode="multi")
    else:
        st.multiselect(**common, placeholder=words("filter-any"), select_all=False)


def clear() -> None:
    """Takes away the words and the facets."""
    st.session_state["q"] = ""
    for facet in (*FACETS, TOPIC):
        put_many(facet, [])


def language_name(code: str, words: Words) -> str:
    """The name of a language; its code where no file has a name for it."""
    return words(f"language-{code}") if f"language-{code}" in phrases() else code


def result_table(view: View, releases: pd.DataFrame) -> pd.DataFrame:
    """The releases as a reader sees them, with a link to each one's own view and to its source."""
    words = view.words
    spoken = view.everything.topics.groupby("release_id")["topic"].agg(
        lambda codes: ", ".join(words.topic(str(code)) for code in codes)
    )
    return pd.DataFrame(
        {
            words("column-published"): releases["published"].dt.date,
            words("column-release"): in_language(releases, "label", words),
            words("column-issuer"): releases["issuer"].map(words.issuer),
            words("column-language"): [language_name(code, words) for code in releases["language"]],
            words("column-coverage"): [words.code("coverage", code) for code in releases["coverage"]],
            words("column-topics"): releases["release_id"].map(spoken),
            words("releases-open"): [release_address(view, key) for key in releases["release_id"]],
            words("column-source"): [web_address(source) or "" for source in releases["source_url"]],
        }
    )


def columns(view: View) -> dict[str, Any]:
    """How the columns look: the label wide, links as an arrow."""
    words = view.words
    links = (words("releases-open"), words("column-source"))
    return {
        words("column-release"): st.column_config.TextColumn(width=300),
        words("column-topics"): st.column_config.TextColumn(width=150),
        **{name: st.column_config.LinkColumn(name, display_text=ARROW, width="small") for name in links},
    }


def height(rows: int) -> int:
    """The height of the table in px: as many rows as there are, then it scrolls."""
    return min((rows + 1) * ROW_HEIGHT + 3, MOST_HEIGHT)
