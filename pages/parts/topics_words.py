"""The sub-view Words: a word or phrase through time, and in context over the texts at hand.

The ledger ships counts of words, not texts. Texts are those in build/texts and those added on the page,
which stay in the session.
"""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from loaders.word_counts import find_words, load_counts
from pages.charts.measures.words import count_of, in_context, rate_by_year
from pages.charts.topic_words import word_through_time
from pages.parts.show import show_chart, show_table
from pages.parts.texts import Text, ask_for_texts, texts_at_hand
from pages.parts.topics_basis import without_topics
from pages.parts.view import View


def draw(view: View) -> None:
    """The sub-view."""
    words = view.words
    st.text_input(
        words("topics-word"),
        key="q",
        help=words("topics-word-help"),
        placeholder=words("topics-word-example"),
    )
    phrase = str(st.session_state["q"]).strip()
    texts = _texts(view)
    if not phrase:
        st.info(words("topics-word-ask"), icon=":material/info:")
        _at_hand(view, texts)
        return
    _through_time(view, phrase)
    _in_context(view, phrase, texts)


def _through_time(view: View, phrase: str) -> None:
    words = view.words
    releases = without_topics(view).tables.releases
    counts = _counts()
    counts = counts[counts["release_id"].isin(releases["release_id"])]
    if counts.empty:
        st.info(words("topics-word-uncounted"), icon=":material/info:")
    elif len(phrase.split()) > 1:
        st.info(words("topics-word-phrase"), icon=":material/info:")
    else:
        texts = count_of(counts, phrase).merge(releases[["release_id", "year"]], on="release_id")
        table = rate_by_year(texts)
        show_chart(
            view, "word-time", lambda look: word_through_time(table, look, phrase), foot=view.foot(len(texts))
        )


def _in_context(view: View, phrase: str, texts: list[Text]) -> None:
    words = view.words
    st.subheader(words("topics-context"), anchor=False)
    if not texts:
        st.info(words("topics-context-no-text"), icon=":material/info:")
        return
    spans = {text.name: find_words(text.text, phrase) for text in texts}
    rows = [
        {"text": text.name, "year": text.year, "left": left, "word": word, "right": right}
        for text in texts
        for left, word, right in in_context(text.text, spans[text.name])
    ]
    st.caption(words("topics-context-found", n=len(rows), texts=len(texts)))
    if not rows:
        return
    dated = pd.DataFrame(
        [{"year": text.year, "mentions": len(spans[text.name]), "n_words": text.n_words} for text in texts]
    )
    if dated["year"].notna().any():
        table = rate_by_year(dated)
        show_chart(
            view,
            "word-texts-time",
            lambda look: word_through_time(table, look, phrase),
            foot=words("topics-word-foot", n=len(texts)),
        )
    column_config: dict[str, Any] = {
        "text": st.column_config.TextColumn(words("topics-text")),
        "year": st.column_config.NumberColumn(words("column-year"), format="%d", width="small"),
        "left": st.column_config.TextColumn(words("topics-left"), width="large", alignment="right"),
        "word": st.column_config.TextColumn(words("topics-keyword"), width="small", alignment="center"),
        "right": st.column_config.TextColumn(words("topics-right"), width="large"),
    }
    columns = ["left", "word", "right", "text", "year"]
    show_table(view, "word-context", pd.DataFrame(rows)[columns], column_config=column_config)


def _at_hand(view: View, texts: list[Text]) -> None:
    """How much there is to look through."""
    releases = without_topics(view).tables.releases
    counts = _counts()
    counts = counts[counts["release_id"].isin(releases["release_id"])]
    st.caption(view.words("topics-word-at-hand", counted=counts["release_id"].nunique(), texts=len(texts)))


def word_totals() -> pd.Series[int]:
    """The number of words of every release whose words are counted, by its id."""
    return _counts().groupby("release_id")["n"].sum()


@st.cache_resource(show_spinner=False)
def _counts() -> pd.DataFrame:
    return load_counts()


def _texts(view: View) -> list[Text]:
    """The texts of the folder and of this session; a file that gives no text is said and passed over."""
    ask_for_texts(view, "topics-upload", "topics-add-texts")
    texts, unreadable = texts_at_hand()
    for name, error in unreadable.items():
        st.warning(view.words("topics-unreadable", name=name, error=error), icon=":material/info:")
    return texts
