"""What the page of topics counts: releases or meetings, which of them, and the topics chosen."""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import pandas as pd
import streamlit as st

from pages.charts.measures.units import KINDS, SCOPES, Kind, Units, units_of
from pages.parts import data
from pages.parts.parameters import asked, choose, put
from pages.parts.selection import Selection
from pages.parts.view import View
from pages.parts.words import REFERENCE

TEXTS = ("all", "whole")
KINDS_OF_ISSUER = ("government", "intergovernmental", "news")


@dataclass(frozen=True, slots=True)
class Basis:
    """What a sub-view draws from. `view.tables` are not narrowed by topic: `chosen` topics stand out among
    all."""

    view: View
    units: Units
    key: tuple[object, ...]
    topics: tuple[str, ...]
    chosen: tuple[str, ...]

    @property
    def foot(self) -> str:
        """The source line: only the releases counted."""
        return self.view.foot(self.units.sources["release_id"].nunique())


def without_topics(view: View) -> View:
    """The view as it is without the shared filter of topics."""
    return replace(view, tables=data.narrowed(replace(view.selection, topics=())))


def choose_basis(view: View) -> Basis:
    """Draws the page's own choices and says in a line what is counted. Stops the page where nothing is
    left."""
    words = view.words
    with st.container(key="topics-choices", horizontal=True, vertical_alignment="bottom"):
        asked_kind = choose(
            view, "unit", KINDS, lambda code: words(f"topics-unit-{code}"), words("topics-unit")
        )
        scope = choose_one(
            view, "scope", SCOPES, lambda code: words(f"topics-scope-{code}"), words("topics-scope")
        )
        texts = choose_one(
            view, "texts", TEXTS, lambda code: words(f"topics-texts-{code}"), words("topics-texts")
        )
        told = choose_one(
            view, "told", told_by(view), lambda code: told_name(view, code), words("topics-told")
        )
    kind: Kind = "meeting" if asked_kind == "meeting" else "release"
    whole = without_topics(view)
    key = (replace(view.selection, topics=(), query=""), kind, scope, texts == "whole", told)
    units = _units(*key)
    _say(view, units)
    if not len(units):
        st.info(words("topics-nothing"), icon=":material/info:")
        st.stop()
    topics = tuple(view.everything.topic_scheme["code"].astype("str"))
    return Basis(whole, units, key, topics, view.selection.topics)


@st.cache_resource(show_spinner=False, max_entries=64)
def _units(selection: Selection, kind: Kind, scope: str, whole_only: bool, told: str) -> Units:
    tables = data.narrowed(selection)
    kept = releases_told_by(tables.releases, told)
    return units_of(tables, kind, scope=scope, whole_only=whole_only, releases=kept)


def all_units(kind: Kind) -> Units:
    """Every unit of the ledger, whatever is chosen."""
    return _units(Selection.everything(data.choices()), kind, "all", False, "all")


def choose_one(
    view: View,
    name: str,
    options: Sequence[str],
    format_name: Callable[[str], str],
    label: str,
    clears: Sequence[str] = (),
) -> str:
    """A list of which one is always chosen: the first unless the address says otherwise.

    A choice anew takes the parameters of `clears`, which belong to the old one, out of the address.
    """
    key = f"own-{name}"
    st.session_state[key] = asked(view, name, options) or options[0]

    def write() -> None:
        chosen = st.session_state[key]
        put(**dict.fromkeys(clears), **{name: None if chosen == options[0] else chosen})

    st.selectbox(label, options, format_func=format_name, key=key, on_change=write)
    return str(st.session_state[key])


def told_by(view: View) -> list[str]:
    """Everyone, kinds of issuers, and governments of which there are releases."""
    present = set(view.everything.releases["issuer"])
    governments = {
        row["country"] for row in _issuers() if row["kind"] == "government" and row["issuer"] in present
    }
    order = view.everything.countries["code"]
    return ["all", *KINDS_OF_ISSUER, *(code for code in order if code in governments)]


def told_name(view: View, code: str) -> str:
    """The name of an option of `told_by`."""
    if code in ("all", *KINDS_OF_ISSUER):
        return view.words(f"topics-told-{code}")
    return view.words("topics-told-country", country=view.words.country(code))


def releases_told_by(releases: pd.DataFrame, told: str) -> set[str]:
    """The ids of the releases that an option of `told_by` keeps."""
    if told == "all":
        return set(releases["release_id"])
    if told in KINDS_OF_ISSUER:
        return set(releases.loc[releases["issuer_kind"] == told, "release_id"])
    issuers = {row["issuer"] for row in _issuers() if row["country"] == told and row["kind"] == "government"}
    return set(releases.loc[releases["issuer"].isin(issuers), "release_id"])


@st.cache_resource(show_spinner=False)
def _issuers() -> list[dict[str, str]]:
    with (REFERENCE / "issuers.csv").open(encoding="utf8", newline="") as file:
        return list(csv.DictReader(file))


def _say(view: View, units: Units) -> None:
    words = view.words
    releases = view.everything.releases
    told = releases[releases["release_id"].isin(units.sources["release_id"])]
    openings = int((told["coverage"] == "opening").sum())
    if units.kind == "meeting":
        said = words("topics-counted-meetings", meetings=len(units), releases=len(told), openings=openings)
    else:
        said = words("topics-counted-releases", releases=len(told), openings=openings)
    if units.left_out:
        said += " " + words("topics-left-out", n=units.left_out)
    st.caption(said)
