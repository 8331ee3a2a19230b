"""The sub-view What goes together: pairs of topics beyond chance."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from pages.charts.measures.together import pairs, with_topic
from pages.charts.topic_together import companions, matrix
from pages.parts.parameters import asked, choose_from_list
from pages.parts.show import show_table
from pages.parts.topics_basis import Basis
from pages.parts.topics_clicks import show_answering
from pages.parts.topics_records import show_records


def draw(basis: Basis) -> None:
    """The sub-view."""
    view, words = basis.view, basis.view.words
    table = _pairs(basis.key, basis)
    if table.empty:
        st.info(words("topics-no-pairs"), icon=":material/info:")
        return
    known = [topic for topic in basis.topics if topic in set(table["topic_a"]) | set(table["topic_b"])]
    topic = choose_from_list(view, "beside", known, words.topic, words("topics-beside"))
    topic = topic or next((code for code in basis.chosen if code in known), None)
    if topic:
        with_one = with_topic(table, topic)
        show_answering(
            basis, "topic-companions", lambda look: companions(with_one, look), "pair", "topic_a", "topic_b"
        )
    show_answering(
        basis, "topic-matrix", lambda look: matrix(table, look, basis.topics), "pair", "topic_a", "topic_b"
    )
    with st.expander(words("topics-how-together")):
        st.markdown(words("topics-how-together-text"))
    opened = asked(view, "pair", [f"{one}:{other}" for one in known for other in known if one != other])
    if opened:
        one, other = opened.split(":")
        heading = f"{words.topic(one)} + {words.topic(other)}"
        show_records(basis, "topic-records", basis.units.speaking_of([one, other]), heading)
    _list(basis, with_topic(table, topic) if topic else table)


def _list(basis: Basis, table: pd.DataFrame) -> None:
    words = basis.view.words
    shown = table.assign(topic_a=table["topic_a"].map(words.topic), topic_b=table["topic_b"].map(words.topic))
    st.markdown(f"**{words('topics-pairs-list')}**")
    show_table(
        basis.view,
        "topic-pairs",
        shown,
        column_config={
            "topic_a": words("column-topic"),
            "topic_b": words("topics-with"),
            "count_a": words("topics-count-a"),
            "count_b": words("topics-count-b"),
            "both": words("topics-both"),
            "total": words("topics-of"),
            "expected": st.column_config.NumberColumn(words("topics-expected"), format="%.1f"),
            "lift": st.column_config.NumberColumn(words("topics-lift"), format="%.2f"),
            "phi": st.column_config.NumberColumn(words("topics-phi"), format="%+.2f"),
            "p": st.column_config.NumberColumn(words("topics-p"), format="%.4f"),
            "q": st.column_config.NumberColumn(words("topics-q"), format="%.4f"),
        },
    )


@st.cache_resource(show_spinner=False, max_entries=64)
def _pairs(key: tuple[object, ...], _basis: Basis) -> pd.DataFrame:
    return pairs(_basis.units, _basis.topics)
