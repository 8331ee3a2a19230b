"""The shared filters on screen, kept in step with the address.

The address is the memory: what it asks for is taken over on a first visit and whenever a link changes it, and every
change of a widget is written back to it. Streamlit's own `bind="query-params"` writes the labels that a reader sees
into the address, which differ by language; the address here holds codes, so the binding is ours.
"""

from __future__ import annotations

from typing import Any, cast

import streamlit as st

from pages.parts import data
from pages.parts.selection import REPEATING, Selection
from pages.parts.words import LANGUAGES, Language, Words

_LANG, _YEARS, _QUERY = "filter-lang", "filter-years", "q"
_WRITTEN, _NOTICES = "address-written", "address-notices"
_WIDGETS = (_LANG, _YEARS, *(f"filter-{key}" for key in REPEATING))


def take_over_address() -> None:
    """Sets the filters to what the address asks for, where it asks for something new.

    An address that this session wrote itself asks for nothing new; nor does an empty one after the first visit,
    which is what Streamlit's own navigation leaves behind.
    """
    asked = {key: st.query_params.get_all(key) for key in st.query_params}
    state = st.session_state
    first_visit = _WRITTEN not in state
    if not first_visit and (not asked or asked == state[_WRITTEN] or _widget_moved()):
        return
    selection, unknown = Selection.from_address(asked, data.choices())
    lang = next(iter(asked.get("lang", ())), None)
    if lang is not None and lang not in LANGUAGES:
        unknown.append(("lang", lang))
        lang = None
    if first_visit or lang:
        state[_LANG] = lang or _language_of_browser()
    state[_NOTICES] = unknown
    set_selection(selection)
    _remember()


def set_selection(selection: Selection) -> None:
    """Moves the widgets to a selection (before they are drawn, or in a callback)."""
    state = st.session_state
    state[_YEARS] = (selection.first, selection.last)
    for key, name in REPEATING.items():
        state[f"filter-{key}"] = list(getattr(selection, name))
    state[_QUERY] = selection.query


def current_selection() -> Selection:
    """What the widgets say now."""
    state = st.session_state
    first, last = state[_YEARS]
    chosen: dict[str, Any] = {name: tuple(state[f"filter-{key}"]) for key, name in REPEATING.items()}
    return Selection(first, last, query=state.get(_QUERY, ""), **chosen)


def current_words() -> Words:
    """The words of the language chosen."""
    return Words(cast(Language, st.session_state[_LANG]))


def clear() -> None:
    """Sets every filter back to everything."""
    set_selection(Selection.everything(data.choices()))


def draw_sidebar(words: Words) -> None:
    """The widgets, in the sidebar."""
    options = data.choices()
    _keep_alive()
    with st.sidebar:
        st.segmented_control(
            words("filter-language"),
            LANGUAGES,
            format_func=lambda code: {"en": "English", "ko": "한국어"}[code],
            key=_LANG,
            required=True,
        )
        st.slider(words("filter-year-range"), *options.years, step=1, key=_YEARS)
        for key, format_name, help_text in (
            ("country", words.country, words("filter-country-help")),
            ("partner", words.country, words("filter-partner-help")),
            ("level", lambda code: words.code("meeting-level", code), None),
            ("topic", words.topic, None),
        ):
            st.multiselect(
                words(f"filter-{key}"),
                getattr(options, REPEATING[key]),
                format_func=format_name,
                key=f"filter-{key}",
                help=help_text,
                placeholder=words("filter-any"),
                select_all=False,
            )
        everything = current_selection().is_everything(options)
        st.button(words("filter-clear"), on_click=clear, disabled=everything, key="filter-clear")


def write_address(lang: str, selection: Selection) -> None:
    """Writes the selection into the address, so that the link reproduces the view.

    Parameters that belong to one page alone (such as the meeting that is open) are left as they are.
    """
    own = {"lang": [lang], **selection.to_address(data.choices())}
    shared = {"from", "to", "q", "lang", *REPEATING}
    others = {key: st.query_params.get_all(key) for key in st.query_params if key not in shared}
    wanted = {**own, **others}
    if {key: st.query_params.get_all(key) for key in st.query_params} != wanted:
        st.query_params.from_dict(wanted)
    st.session_state[_WRITTEN] = wanted
    _remember()


def draw_notices(words: Words) -> None:
    """Says what the address asked for that nobody knows."""
    for key, value in st.session_state.get(_NOTICES, ()):
        st.warning(words("notice-unknown", key=key, value=plain(value)), icon=":material/info:")


def _keep_alive() -> None:
    """Streamlit forgets widgets that a run does not draw; writing the values back keeps them."""
    for key in (*_WIDGETS, _QUERY):
        if key in st.session_state:
            st.session_state[key] = st.session_state[key]


def _remember() -> None:
    st.session_state["filters-drawn"] = {key: st.session_state.get(key) for key in (*_WIDGETS, _QUERY)}


def _widget_moved() -> bool:
    drawn = st.session_state.get("filters-drawn", {})
    return any(st.session_state.get(key) != value for key, value in drawn.items())


def _language_of_browser() -> Language:
    locale = st.context.locale or "en"
    return "ko" if locale.lower().startswith("ko") else "en"


def plain(value: str, most: int = 40) -> str:
    """A value from outside, safe to show in Markdown: markup and code fences are only text."""
    shown = value if len(value) <= most else value[:most] + "…"
    return "".join(f"\\{char}" if char in "\\`*_{}[]()#+-.!|<>$~:" else char for char in shown)
