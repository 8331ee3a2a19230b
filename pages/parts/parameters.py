"""What a page keeps in the address beside the shared filters: its view, what is open, what was clicked.

The address is the only memory: widgets are set from it before they are drawn, and write to it when moved.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from pages.parts.filters import plain
from pages.parts.view import View

_OPENED = "records-opened"


def put(**parameters: str | None) -> None:
    """Writes the page's own parameters into the address; None takes one away."""
    for name, value in parameters.items():
        if value:
            st.query_params[name] = value
        elif name in st.query_params:
            del st.query_params[name]


def asked(view: View, name: str, options: Sequence[str]) -> str | None:
    """The value of a parameter, None where it is absent. One that is not in `options` gets a notice."""
    value = st.query_params.get(name)
    if value is None or value in options:
        return value
    st.warning(view.words("notice-unknown", key=name, value=plain(value)), icon=":material/info:")
    return None


def put_many(name: str, values: Sequence[str]) -> None:
    """Writes a parameter that may repeat; no values take it away."""
    if values:
        st.query_params[name] = list(values)
    elif name in st.query_params:
        del st.query_params[name]


def asked_many(view: View, name: str, options: Sequence[str]) -> list[str]:
    """The values of a parameter that may repeat. Those that are not in `options` get a notice."""
    values = list(dict.fromkeys(st.query_params.get_all(name)))
    for value in values:
        if value not in options:
            st.warning(view.words("notice-unknown", key=name, value=plain(value)), icon=":material/info:")
    return [value for value in values if value in options]


def choose(
    view: View,
    name: str,
    options: Sequence[str],
    format_name: Callable[[str], str],
    label: str,
    clears: Sequence[str] = (),
) -> str:
    """A row of buttons, one of them always pressed (the first unless the address says otherwise).

    A press takes the parameters of `clears`, which belong to the old choice, out of the address.
    """
    key = f"own-{name}"
    st.session_state[key] = asked(view, name, options) or options[0]
    st.segmented_control(
        label,
        options,
        format_func=format_name,
        key=key,
        required=True,
        label_visibility="collapsed",
        on_change=lambda: put(**dict.fromkeys(clears), **{name: st.session_state[key]}),
    )
    return str(st.session_state[key])


def choose_from_list(
    view: View,
    name: str,
    options: Sequence[str],
    format_name: Callable[[str], str],
    label: str,
    default: str | None = None,
) -> str | None:
    """A list to pick one of, or none: then the `default` stands."""
    key = f"own-{name}"
    st.session_state[key] = asked(view, name, options) or default
    st.selectbox(
        label,
        options,
        index=None,
        format_func=format_name,
        key=key,
        placeholder=view.words("filter-any"),
        on_change=lambda: put(**{name: st.session_state[key]}),
    )
    value: str | None = st.session_state[key]
    return value


def take_click(name: str, event: Any, read: Callable[[Any], str | None]) -> None:
    """Puts what was clicked in a chart into the address under `name` and runs the page again.

    `event` is what `show_chart` gave back, `read` finds the value in it. A second click on the same mark takes it
    back; for that the chart is drawn with the value as its `picked`.
    """
    value = read(event)
    if value is not None:
        put(**{name: None if value == st.query_params.get(name) else value})
        st.rerun()


def open_record(name: str, value: str | None) -> None:
    """Opens a record's own view in place of this one: `value` goes into the address under `name`."""
    if value is not None:
        st.session_state[_OPENED] = st.session_state.get(_OPENED, 0) + 1
        put(**{name: value})
        st.rerun()


def opened() -> str | None:
    """A mark that changes with each record opened. A chart or table that opens records is drawn with it as its
    `picked`: the browser remembers the click, and would open the record again on the way back."""
    return str(st.session_state[_OPENED]) if _OPENED in st.session_state else None


def picked(parameter: str, field: str) -> Callable[[Any], str | None]:
    """Reads a field of the mark clicked in an Altair chart with the selection `parameter`."""

    def read(event: Any) -> str | None:
        chosen = (event or {}).get("selection", {}).get(parameter) or []
        return str(chosen[0][field]) if chosen and chosen[0].get(field) is not None else None

    return read


def point_id(event: Any) -> str | None:
    """Reads the id that the point clicked in a Plotly chart carries as its custom data."""
    points = (event or {}).get("selection", {}).get("points") or []
    data = points[0].get("customdata") if points else None
    return str(data[0] if isinstance(data, list | tuple) else data) if data else None
