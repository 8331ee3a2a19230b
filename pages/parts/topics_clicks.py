"""Charts of topics that answer to a click: what was clicked stands in the address."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from pages.charts.topic_marks import PICK
from pages.parts.parameters import picked, take_click
from pages.parts.show import Draw, show_chart
from pages.parts.topics_basis import Basis


def show_answering(
    basis: Basis, name: str, draw: Draw, parameter: str, *fields: str, foot: str | None = None
) -> None:
    """Draws a chart; a click on a mark puts its `fields`, joined by a colon, into the address as
    `parameter`.
    """
    event = show_chart(
        basis.view,
        name,
        draw,
        foot=foot or basis.foot,
        on_select=True,
        picked=st.query_params.get(parameter),
    )
    take_click(parameter, event, _all_of(fields))


def _all_of(fields: tuple[str, ...]) -> Callable[[Any], str | None]:
    def read(event: Any) -> str | None:
        values = [picked(PICK, field)(event) for field in fields]
        return None if None in values else ":".join(str(value) for value in values)

    return read
