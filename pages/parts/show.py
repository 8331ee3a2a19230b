"""Charts and tables on a page, each with its downloads."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from pages.charts.figure import Figure
from pages.parts import pictures
from pages.parts.look import Look
from pages.parts.view import View

Draw = Callable[[Look], Figure]
# Excel reads UTF-8 only with this mark.
CSV_ENCODING = "utf-8-sig"


def show_chart(
    view: View,
    name: str,
    draw: Draw,
    *,
    foot: str | None = None,
    on_select: bool = False,
    picked: str | None = None,
) -> Any:
    """Draws a chart under its title, with a download menu.

    `draw` gives the figure for a look: it is called for the page now, and again on white when a picture is asked for.
    `foot` is the source line (all releases in view unless given). With `on_select` the page is run again on a click
    in the chart and the selection is returned, as Streamlit gives it. `picked` is the mark that an earlier click
    chose: when it changes the chart is made anew, so that a click on the same mark counts again.
    """
    figure = draw(view.look)
    with st.container(key=f"chart-{name}"):
        with st.container(
            horizontal=True, wrap=False, gap="medium", vertical_alignment="center", key=f"head-{name}"
        ):
            st.subheader(figure.title, anchor=False, width="stretch")
            _downloads(view, name, draw, figure, foot or view.foot())
        selected = _draw(view, f"{name}-{picked}" if picked else name, figure, on_select)
        if figure.note:
            st.caption(figure.note)
    return selected


def show_table(
    view: View, name: str, table: pd.DataFrame, *, picked: str | None = None, **options: Any
) -> Any:
    """Draws a table with a CSV download. `picked` is as in show_chart; `options` go to `st.dataframe`."""
    key = f"table-{name}-{picked}" if picked else f"table-{name}"
    with st.container(key=f"chart-{name}"):
        selected = st.dataframe(table, hide_index=True, key=key, placeholder="–", **options)
        with st.container(key=f"download-{name}", horizontal=True):
            _csv_button(view, name, table)
    return selected


def _draw(view: View, name: str, figure: Figure, on_select: bool) -> Any:
    event: Any = "rerun" if on_select else "ignore"
    key = f"figure-{name}"
    if isinstance(figure.chart, go.Figure):
        config = {"displayModeBar": False, "scrollZoom": False}
        return st.plotly_chart(
            figure.chart, theme=None, key=key, on_select=event, config=config, alt=figure.alt, width="stretch"
        )
    chart: Any = figure.chart.configure(**view.look.altair_config())
    return st.altair_chart(chart, theme=None, key=key, on_select=event, alt=figure.alt, width="stretch")


def _downloads(view: View, name: str, draw: Draw, figure: Figure, foot: str) -> None:
    words = view.words
    paper = view.look.on_paper()
    menu = st.container(key=f"download-{name}", width="content")
    with menu, st.popover(words("download"), icon=":material/download:", type="tertiary"):
        for kind, render in (("png", pictures.png), ("svg", pictures.svg)):
            st.download_button(
                words(f"download-{kind}"),
                data=partial(_picture, render, draw, paper, view.subtitle, foot),
                file_name=f"partnerscope-{name}.{kind}",
                mime={"png": "image/png", "svg": "image/svg+xml"}[kind],
                on_click="ignore",
                key=f"download-{name}-{kind}",
                type="tertiary",
            )
        _csv_button(view, name, figure.data)


def _picture(
    render: Callable[[Figure, Look, str, str], bytes], draw: Draw, look: Look, subtitle: str, foot: str
) -> bytes:
    return render(draw(look), look, subtitle, foot)


def _csv_button(view: View, name: str, table: pd.DataFrame) -> None:
    st.download_button(
        view.words("download-csv"),
        data=lambda: table.to_csv(index=False).encode(CSV_ENCODING),
        file_name=f"partnerscope-{name}.csv",
        mime="text/csv",
        on_click="ignore",
        key=f"download-{name}-csv",
        type="tertiary",
    )
