"""What a page needs to know of this visit: the words, the look, the selection, and the tables it keeps."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import streamlit as st

from loaders.tables import Tables
from pages.parts import data, filters
from pages.parts.look import Look
from pages.parts.selection import Selection
from pages.parts.words import Words


@dataclass(frozen=True, slots=True)
class View:
    """One visit's state. `tables` is what the selection keeps, `everything` all there is."""

    words: Words
    look: Look
    selection: Selection
    tables: Tables
    everything: Tables

    @property
    def subtitle(self) -> str:
        """The filters, as a sentence."""
        return self.selection.sentence(self.words)

    def foot(self, releases: int | None = None, steps: int | None = None) -> str:
        """Where a picture comes from and when it was made.

        It rests on a number of releases (all that are kept unless given) or of partnership steps.
        """
        made = date.today().isoformat()
        if steps is not None:
            return self.words("foot-steps", n=steps, date=made)
        return self.words("foot", n=len(self.tables.releases) if releases is None else releases, date=made)


def current_view() -> View:
    """The view of this run, for the page that is drawn."""
    words = filters.current_words()
    selection = filters.current_selection()
    look = Look(words, dark=st.context.theme.type == "dark")
    return View(words, look, selection, data.narrowed(selection), data.all_tables())


def page_title(view: View, key: str) -> None:
    """The head of a page: its name and the filters in words. Stops the page where the filters leave nothing."""
    st.title(view.words(key), anchor=False)
    st.caption(view.subtitle)
    if view.tables.releases.empty:
        say_empty(view, "notice-empty")
        st.stop()


def say_empty(view: View, key: str) -> None:
    """Says that nothing is left to show, with the way out where filters are the reason. Once on a page."""
    st.info(view.words(key), icon=":material/info:")
    if not view.selection.is_everything(data.choices()):
        st.button(view.words("filter-clear"), on_click=filters.clear, key="filter-clear-empty")
