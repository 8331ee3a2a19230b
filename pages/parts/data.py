"""The tables every page reads, loaded once per server, and narrowed once per selection."""

from __future__ import annotations

import streamlit as st

from loaders.tables import Tables, load_tables
from pages.parts.selection import Choices, Selection


@st.cache_resource(show_spinner=False)
def all_tables() -> Tables:
    """Every table of the ledger. Shared by all sessions: nobody changes a frame in place."""
    return load_tables()


@st.cache_resource(show_spinner=False)
def choices() -> Choices:
    """What the shared filters can be set to."""
    return Choices.of(all_tables())


@st.cache_resource(show_spinner=False, max_entries=128)
def narrowed(selection: Selection) -> Tables:
    """The tables that a selection keeps. Shared by all sessions: nobody changes a frame in place."""
    return selection.narrow(all_tables())
