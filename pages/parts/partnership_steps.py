"""From a mark to its sources: charts of partnership steps whose marks open what the record says."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
import streamlit as st

from pages.charts.claims import pair_name, verdict
from pages.charts.dates import written_date
from pages.parts.links import release_address
from pages.parts.parameters import asked, picked, put
from pages.parts.records import Cell, Link, draw_rows
from pages.parts.show import Draw, show_chart
from pages.parts.view import View
from pages.parts.words import Words

_STEP = picked("pick", "step_group")
MOST_RELEASES = 20


def show_steps_chart(
    view: View,
    name: str,
    draw: Draw,
    *,
    foot: str,
    read: Callable[[Any], str | None] = _STEP,
    first: bool = False,
    hint: str = "",
) -> None:
    """A chart of steps; a click opens the step's sources under it. `first`: a link to a step opens here;
    `hint`: what else the reader can do with this chart.
    """
    here = st.session_state.get(_opened_at(), name if first else None) == name
    step = st.query_params.get("step") if here else None
    event = show_chart(view, name, draw, foot=foot, on_select=True, picked=step)
    st.caption(view.words("partnerships-hint") + hint)
    if clicked := read(event):
        st.session_state[_opened_at()] = name
        put(step=None if clicked == step else clicked, pair=None)
        st.rerun()
    if here:
        draw_opened(view)


def choose_pair(view: View, steps: pd.DataFrame) -> None:
    """A list of pairs, for those who would rather choose than click."""
    words = view.words
    pairs = sorted(set(_pair(steps)), key=lambda code: _named(code, words))
    key = "own-pair"
    chosen = asked(view, "pair", sorted(set(_pair(view.everything.partnership_steps))))
    st.session_state[key] = chosen if chosen in pairs else None

    def take() -> None:
        st.session_state.pop(_opened_at(), None)
        put(pair=st.session_state[key], step=None)

    st.selectbox(
        words("partnerships-lane"),
        pairs,
        index=None,
        format_func=lambda code: _named(code, words),
        key=key,
        placeholder=words("filter-any"),
        on_change=take,
    )


def draw_opened(view: View) -> None:
    """The step or the pair that the address asks for, with the way back. Nothing where it asks for none."""
    steps, words = view.everything.partnership_steps, view.words
    step, pair = asked(view, "step", sorted(set(steps["step_group"]))), st.query_params.get("pair")
    rows = steps[steps["step_group"] == step] if step else steps[_pair(steps) == pair]
    if rows.empty:
        return
    best = rows[rows["preferred"]].iloc[0]
    parties = pair_name(best["party_a"], best["party_b"], words)
    with st.container(key="opened-steps", border=True):
        if step:
            level, status = words.code("level", best["level"]), words.code("status", best["status"])
            st.subheader(
                words("partnerships-open-step", parties=parties, level=level, status=status), anchor=False
            )
        else:
            st.subheader(words("partnerships-open-pair", parties=parties), anchor=False)
        _draw_statements(view, rows)
        if step and len(rows) > 1:
            st.caption(words("partnerships-preferred", issuer=words.issuer(best["issuer"])))
        if step:
            _draw_releases(view, rows)
        with st.container(horizontal=True):
            st.button(
                words("partnerships-back"), on_click=_close, key="steps-back", icon=":material/arrow_back:"
            )
            if step:
                code = f"{best['party_a']}-{best['party_b']}"
                st.button(
                    words("partnerships-pair-all"),
                    on_click=put,
                    kwargs={"pair": code, "step": None},
                    key="steps-pair",
                )


def source(address: Any, name: str) -> str | Link:
    """A link to a source, named by who published it; the name alone where its address is not known."""
    return Link(f"{name} ↗", address) if isinstance(address, str) else name


def _close() -> None:
    st.session_state.pop(_opened_at(), None)
    put(step=None, pair=None)


def _opened_at() -> str:
    """Where the session keeps which chart of this part of the page was clicked last."""
    return f"steps-opened-at-{st.query_params.get('view', '')}"


def _named(pair: str, words: Words) -> str:
    one, other = pair.split("-")
    return pair_name(one, other, words)


def _pair(steps: pd.DataFrame) -> pd.Series:
    return steps["party_a"].astype(str) + "-" + steps["party_b"].astype(str)


def _draw_statements(view: View, rows: pd.DataFrame) -> None:
    words = view.words
    headers = [
        words("column-date"),
        words("partnerships-level"),
        words("column-status"),
        words("partnerships-occasion"),
        words("column-source"),
        words("column-note"),
    ]
    lines: list[list[Cell]] = [
        [
            written_date(row.date, row.precision),
            words.code("level", row.level),
            words.code("status", row.status),
            words.occasion(row.meeting),
            [source(row.source_url, words.issuer(row.issuer)), words.code("issuer-kind", row.issuer_kind)],
            [text for text in (row.note, row.doubt) if isinstance(text, str)],
        ]
        for row in rows.sort_values(["date", "step_id"]).itertuples()
    ]
    draw_rows(headers, lines)


def _draw_releases(view: View, rows: pd.DataFrame) -> None:
    """The releases of the ledger that tell of a step, whatever the filters."""
    words = view.words
    claims = view.everything.partnership_claims
    told = claims[claims["record_step_id"].isin(rows["step_id"])].drop_duplicates("release_id")
    told = told.merge(view.everything.releases, on="release_id").sort_values("published")
    if told.empty:
        return
    st.markdown(f"**{words('count-releases', n=len(told))}**")
    lines: list[list[Cell]] = [
        [
            written_date(row.published, "day"),
            Link(words.both(row, "label"), release_address(view, row.release_id)),
            source(row.source_url, words.issuer(row.issuer)),
            words(f"partnerships-verdict-{verdict(row.agrees)}"),
        ]
        for row in told.head(MOST_RELEASES).itertuples()
    ]
    columns = ("column-published", "column-release", "column-source", "partnerships-verdict")
    draw_rows([words(key) for key in columns], lines)
