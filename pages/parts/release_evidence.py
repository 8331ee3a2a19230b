"""Where in its text each fact of a release stands, with the passage where the text is at hand."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from pages.charts.claims import pair_name
from pages.charts.measures.words import in_context
from pages.parts.people import in_language, names_by_person
from pages.parts.records import Cell, Quote, draw_rows
from pages.parts.texts import Text, ask_for_texts, text_of
from pages.parts.view import View
from pages.parts.words import Words, phrases

_PASSAGES = 3  # of one fact; a topic may be named a hundred times


def draw_evidence(view: View, release: pd.Series) -> None:
    """A row a fact: its first places in the text, the rule that found it, the passages."""
    words = view.words
    evidence = view.everything.evidence
    own = evidence[evidence["release_id"] == release["release_id"]].sort_values("start")
    st.subheader(words("releases-evidence"), anchor=False)
    if own.empty:
        st.caption(words("releases-text-not-kept"))
        return
    text = text_of(release)
    if text is None:
        st.caption(words("releases-text-not-kept") + " " + words("releases-text-wanted"))
        ask_for_texts(view, "release-text", "releases-add-text")
        text = text_of(release)
        if text is None and st.session_state["release-text"]:
            st.warning(words("releases-text-other"), icon=":material/info:")
    keys = ["releases-fact", "releases-passage", "releases-characters", "releases-rule"]
    shown = [key for key in keys if text or key != "releases-passage"]
    named = _names(view, release["release_id"])
    with st.container(key="release-evidence"):
        rows = [
            _row(words, named, fact, places, text)
            for fact, places in own.groupby(
                ["table", "row_key", "field"], sort=False, dropna=False, observed=True
            )
        ]
        draw_rows([words(key) for key in shown], [[row[key] for key in shown] for row in rows])


def _row(
    words: Words, named: dict[tuple[str, str], str], fact: Any, places: pd.DataFrame, text: Text | None
) -> dict[str, Cell]:
    table, key, field = fact
    first = places.head(_PASSAGES)
    more = len(places) - len(first)
    rules = dict.fromkeys(rule for rule in places["rule"] if isinstance(rule, str))
    spans = list(zip(first["start"], first["end"], strict=True))
    passages = (
        [Quote(*quoted) for quoted in in_context(text.original.replace("\n", " "), spans)] if text else []
    )
    others = [words("releases-more-places", n=more)] if more else []
    return {
        "releases-fact": _fact(words, named, str(table), key, field),
        "releases-passage": [*passages, *others],
        "releases-characters": [*(f"{start}–{end}" for start, end in spans), *others],
        "releases-rule": list(rules)[:_PASSAGES],
    }


def _fact(words: Words, named: dict[tuple[str, str], str], table: str, key: Any, field: Any) -> str:
    """The kind of fact, the name of the one meant, and the field: "Meeting: 10th ASEAN-US Summit, city"."""
    kind = words(f"releases-fact-{table}") if f"releases-fact-{table}" in phrases() else table
    if (table, key) in named:
        kind = f"{kind}: {named[table, key]}"
    return f"{kind}, {field_name(field, words)}" if isinstance(field, str) else kind


def _names(view: View, release_id: str) -> dict[tuple[str, str], str]:
    """What the rows that a release's evidence is of are called, by table and key."""
    words, tables = view.words, view.everything
    told = tables.release_meetings.loc[tables.release_meetings["release_id"] == release_id, "meeting_id"]
    meetings = tables.meetings[tables.meetings["meeting_id"].isin(told)]
    people = tables.participants[tables.participants["release_id"] == release_id]
    known = names_by_person(tables.people, words)
    claims = tables.partnership_claims[tables.partnership_claims["release_id"] == release_id]
    return (
        {
            ("meetings", str(key)): label
            for key, label in zip(meetings["meeting_id"], in_language(meetings, "label", words), strict=True)
        }
        | {
            ("participants", str(row.participant_id)): known.get(row.person_id, str(row.title))
            for row in people.itertuples(index=False, name="Row")
        }
        | {
            (
                "partnership_claims",
                str(row.claim_id),
            ): f"{pair_name(row.party_a, row.party_b, words)}, " + words.code("level", row.level)
            for row in claims.itertuples(index=False, name="Row")
        }
        | {("topics", code): words.topic(code) for code in tables.topic_scheme["code"]}
    )


def field_name(code: str, words: Words) -> str:
    """The name of a field of a meeting; the field itself where no file has a name for it."""
    return words(f"releases-field-{code}") if f"releases-field-{code}" in phrases() else code
