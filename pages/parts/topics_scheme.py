"""The sub-view Scheme: what each topic means, its words, and how reliable the coding is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pandas as pd
import streamlit as st

from pages.charts.topic_scheme import reliability
from pages.parts.links import page_address
from pages.parts.parameters import choose_from_list
from pages.parts.show import show_chart, show_table
from pages.parts.topics_basis import all_units
from pages.parts.view import View
from pages.parts.words import REFERENCE, Words


def draw(view: View) -> None:
    """The sub-view."""
    _topics(view)
    _words(view)
    _reliability(view)


def _topics(view: View) -> None:
    words, scheme = view.words, view.everything.topic_scheme
    meetings = all_units("meeting").topics["topic"].value_counts()
    releases = all_units("release").topics["topic"].value_counts()
    table = pd.DataFrame(
        {
            "topic": scheme["code"].map(words.topic),
            "pillar": scheme["pillar"].map(lambda code: words.code("pillar", code)),
            "covers": scheme[f"covers_{words.lang}"],
            "meetings": scheme["code"].map(meetings).fillna(0).astype(int),
            "releases": scheme["code"].map(releases).fillna(0).astype(int),
            "code": scheme["code"],
            "link": [
                page_address(view, "topics", selection=replace(view.selection, topics=(code,)))
                for code in scheme["code"]
            ],
        }
    )
    st.subheader(words("topics-scheme-title", n=len(table)), anchor=False)
    st.markdown(words("topics-scheme-text"))
    show_table(
        view,
        "topic-scheme",
        table,
        height=420,
        column_config={
            "topic": words("column-topic"),
            "pillar": words("topics-pillar"),
            "covers": st.column_config.TextColumn(words("topics-covers"), width="large"),
            "meetings": words("page-meetings"),
            "releases": words("page-releases"),
            "code": words("topics-code"),
            "link": st.column_config.LinkColumn(words("topics-record"), display_text=words("topics-follow")),
        },
    )


def _words(view: View) -> None:
    words = view.words
    codes = view.everything.topic_scheme["code"].astype("str").tolist()
    st.subheader(words("topics-scheme-words"), anchor=False)
    st.markdown(words("topics-scheme-words-text"))
    topic = choose_from_list(view, "of", codes, words.topic, words("column-topic"))
    table = _topic_words()
    if topic:
        table = table[table["code"] == topic]
    table = table.assign(
        topic=table["code"].map(words.topic),
        language=table["language"].map(lambda code: words.code("language", code)),
        use=table["use"].map(lambda code: words.code("topics-word-use", code)),
    )
    show_table(
        view,
        "topic-words",
        table[["topic", "language", "word", "use"]],
        height=320,
        column_config={
            "topic": words("column-topic"),
            "language": words("column-language"),
            "word": st.column_config.TextColumn(words("topics-view-words"), width="large"),
            "use": words("topics-word-use"),
        },
    )


def _reliability(view: View) -> None:
    words = view.words
    st.subheader(words("topics-reliability"), anchor=False)
    st.markdown(words("topics-reliability-text"))
    table = _reliability_table()
    table = table.assign(
        field_name=[_field(words, row.field, row.language) for row in table.itertuples()],
        measure_name=[_or(code, lambda code: words(f"topics-measure-{code}")) for code in table["measure"]],
        source_name=[_or(code, lambda code: words(f"topics-source-{code}")) for code in table["source"]],
    )
    for number, (_, part) in enumerate(table.groupby("source", sort=False)):
        _show_source(view, "reliability" if number == 0 else f"reliability-{number + 1}", part)


def _show_source(view: View, name: str, table: pd.DataFrame) -> None:
    show_chart(view, name, lambda look: reliability(table, look))


def _field(words: Words, field: str, language: str) -> str:
    kind, _, code = field.partition(":")
    name = words.topic(code) if code else _or(kind, lambda kind: words(f"topics-field-{kind}"))
    return name if language == "all" else f"{name} ({words.code('language', language)})"


def _or(code: str, name: Callable[[str], str]) -> str:
    """The name of a code; one that nobody has named yet stands as it is."""
    try:
        return name(code)
    except KeyError:
        return code


@st.cache_resource(show_spinner=False)
def _topic_words() -> pd.DataFrame:
    return pd.read_csv(REFERENCE / "topic_words.csv", dtype="str", keep_default_na=False)


@st.cache_resource(show_spinner=False)
def _reliability_table() -> pd.DataFrame:
    return pd.read_csv(REFERENCE / "reliability.csv")
