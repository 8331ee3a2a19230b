"""Releases: search in both languages, facets, a table; one release with all that was coded of it."""

from __future__ import annotations

import streamlit as st

from pages.parts import release_search as found
from pages.parts.parameters import asked, open_record, opened
from pages.parts.release_view import draw_release
from pages.parts.show import show_table
from pages.parts.view import current_view, page_title

view = current_view()
words = view.words

# 1. One release, where the address names one
release = asked(view, "release", view.everything.releases["release_id"].tolist())
if release:
    draw_release(view, release)
    st.stop()

# 2. Words to find
page_title(view, "page-releases")
st.text_input(
    words("releases-search"),
    key="q",
    placeholder=words("releases-search-example"),
    help=words("releases-search-help"),
)
searched = found.search(view)

# 3. Facets, each counted over what the others leave
chosen = found.draw_facets(view, searched)
kept = found.narrowed(searched, view.tables.topics, chosen)

# 4. Results
st.markdown(words("releases-count", n=len(kept), all=len(view.everything.releases)))
if kept.empty:
    st.info(words("releases-none"), icon=":material/info:")
    st.button(words("releases-clear"), on_click=found.clear, key="releases-clear")
    st.stop()
event = show_table(
    view,
    "releases",
    found.result_table(view, kept),
    column_config=found.columns(view),
    on_select="rerun",
    selection_mode="single-row",
    picked=opened(),
    height=found.height(len(kept)),
)
if rows := event["selection"]["rows"]:
    open_record("release", kept["release_id"].iloc[rows[0]])
