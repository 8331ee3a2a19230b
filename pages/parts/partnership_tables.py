"""Tables of the partnerships page: dates with their sources, what changed, releases beside the record."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from pages.charts.bilateral import before_and_after
from pages.charts.claims import pair_name
from pages.charts.dates import days_between, written_date
from pages.charts.upgrades import csp_steps
from pages.charts.waits import BEFORE, first_told, written_days
from pages.parts.links import meeting_address, page_address, release_address
from pages.parts.parameters import asked, put
from pages.parts.partnership_steps import source
from pages.parts.records import Cell, Link, draw_rows
from pages.parts.view import View

SHORT = (
    "@media (min-width:641px){{.st-key-{name} td:first-child{{white-space:nowrap}}}}"
    ".st-key-{name} th{{overflow-wrap:normal}}"
)
EARLIEST = date(1967, 8, 8)  # the day ASEAN was founded


def choose_days(view: View, today: pd.Timestamp) -> tuple[pd.Timestamp, pd.Timestamp]:
    """The two days between which changes are shown: those in the address, else the years filtered by."""
    words, selection = view.words, view.selection
    defaults = {"since": date(selection.first, 1, 1), "until": date(selection.last, 12, 31)}
    latest = max(today.date(), date(selection.last, 12, 31))
    chosen = []
    for column, (name, default) in zip(st.columns(2), defaults.items(), strict=True):
        key = f"own-{name}"
        st.session_state[key] = _day(view, name, latest) or default

        def take(name: str = name, key: str = key) -> None:
            put(**{name: st.session_state[key].isoformat()})

        column.date_input(
            words(f"partnerships-{name}"),
            key=key,
            min_value=EARLIEST,
            max_value=latest,
            format="YYYY-MM-DD",
            on_change=take,
        )
        chosen.append(pd.Timestamp(st.session_state[key]))
    return min(chosen), max(chosen)


def draw_waits(view: View, steps: pd.DataFrame) -> None:
    """The partners in the order they reached CSP, each stage with its source, and the days between."""
    words = view.words
    stages = csp_steps(steps)
    order = stages.loc[stages["status"] == "established", "partner"].tolist()
    told = first_told(view.everything.partnership_claims, view.everything.releases).set_index("partner")
    issuers = view.everything.partnership_steps.set_index("step_id")["issuer"]
    lines: list[list[Cell]] = []
    for number, partner in enumerate(order, start=1):
        by_stage = {str(row.status): row for row in stages[stages["partner"] == partner].itertuples()}
        end = by_stage["established"]
        cells: list[Cell] = [str(number), words.country(partner)]
        for stage in (*BEFORE, "established"):
            row = by_stage.get(stage)
            day = written_date(row.date, row.precision) if row else ""
            cells.append([day, source(row.source_url, words.issuer(issuers[row.step_id]))] if row else "–")
        for stage in BEFORE:
            row = by_stage.get(stage)
            cells.append(
                written_days(*days_between(row.date, row.precision, end.date, end.precision), words)
                if row
                else "–"
            )
        release = told.loc[partner] if partner in told.index else None
        cells.append(
            Link(written_date(release["published"], "day"), release_address(view, release["release_id"]))
            if release is not None
            else "–"
        )
        lines.append(cells)
    st.subheader(words("partnerships-wait-table"), anchor=False)
    keys = (
        "order",
        "partner",
        "proposed",
        "agreed",
        "established",
        "from-proposed",
        "from-agreed",
        "first-told",
    )
    _draw_dated("csp-order", [words(f"partnerships-{key}") for key in keys], lines)


def draw_changes(view: View, changes: pd.DataFrame) -> None:
    """What changed, in order of time, each with its occasion, its source and how sure the date is."""
    words = view.words
    st.subheader(words("partnerships-changes-title"), anchor=False)
    if changes.empty:
        st.info(words("partnerships-changes-none"))
        return
    issuers = view.everything.partnership_steps.drop_duplicates("source_url").set_index("source_url")[
        "issuer"
    ]
    lines: list[list[Cell]] = [
        [
            [written_date(row.date, row.precision), *_doubts(view, row)],
            pair_name(row.member, row.partner, words),
            before_and_after(row, words),
            # A label outside the ladder is named in the note only.
            [
                part
                for part in (words.occasion(row.meeting), row.level == "other" and _text(row.note))
                if part
            ],
            [
                source(row.source_url, words.issuer(issuers[row.source_url])),
                Link(
                    words("partnerships-open-all", n=row.n_sources),
                    page_address(view, "partnerships", view="members", step=row.step_group),
                ),
            ],
        ]
        for row in changes.drop_duplicates("step_group").itertuples()
    ]
    keys = ("column-date", "column-parties", "partnerships-change", "partnerships-occasion", "column-source")
    _draw_dated("changes", [words(key) for key in keys], lines)


def draw_disputes(view: View, disputed: pd.DataFrame) -> None:
    """Each source's date, step by step."""
    words = view.words
    st.subheader(words("partnerships-disputes-statements"), anchor=False)
    lines: list[list[Cell]] = [
        [
            written_date(row.date, row.precision),
            f"{pair_name(row.party_a, row.party_b, words)}, {words.code('level', row.level)}",
            words.occasion(row.meeting),
            source(row.source_url, words.issuer(row.issuer)),
            _text(row.note),
        ]
        for row in disputed.itertuples()
    ]
    keys = ("column-date", "column-parties", "partnerships-occasion", "column-source", "column-note")
    _draw_dated("disputes-list", [words(key) for key in keys], lines)


def draw_meeting_conflicts(view: View) -> None:
    """Meetings whose releases date them differently, each date with the release that gives it."""
    words, everything = view.words, view.everything
    rows = everything.conflicts[everything.conflicts["field"].isin(["start", "end"])]
    rows = rows[rows["meeting_id"].isin(view.tables.meetings["meeting_id"])]
    if rows.empty:
        return
    rows = rows.merge(everything.releases[["release_id", "issuer"]], on="release_id", how="left")
    labels = everything.meetings.set_index("meeting_id")
    st.subheader(words("partnerships-meetings-title", n=rows["meeting_id"].nunique()), anchor=False)
    lines: list[list[Cell]] = []
    for (meeting_id, field), given in rows.groupby(["meeting_id", "field"], sort=False):
        lines.append(
            [
                Link(words.both(labels.loc[meeting_id], "label"), meeting_address(view, meeting_id)),
                words(f"partnerships-meeting-{field}"),
                [
                    part
                    for value, sources in given.groupby("value")
                    for part in (
                        str(value),
                        *(source(row.source_url, words.issuer(row.issuer)) for row in sources.itertuples()),
                    )
                ],
            ]
        )
    with st.container(key="meeting-conflicts"):
        draw_rows(
            [words(key) for key in ("column-meeting", "partnerships-field", "partnerships-value")], lines
        )


def _draw_dated(name: str, headers: list[str], lines: list[list[Cell]]) -> None:
    """Rows under a key of their own; what is short (the first column, the heads) stays on one line."""
    with st.container(key=name):
        st.html(f"<style>{SHORT.format(name=name)}</style>")
        draw_rows(headers, lines)


def _day(view: View, name: str, latest: date) -> date | None:
    """The day that the address gives, None with a notice where it is no day or lies outside the record."""
    value = st.query_params.get(name)
    try:
        day = date.fromisoformat(value) if value else None
    except ValueError:
        day = None
    if value and (day is None or not EARLIEST <= day <= latest):
        asked(view, name, ())
        return None
    return day


def _doubts(view: View, row: Any) -> list[str]:
    """What is not sure about a date: its sources differ, or it may lie outside the days chosen."""
    words, doubts = view.words, []
    if row.disputed:
        days = (written_date(row.first, "day"), written_date(row.last, "day"))
        doubts.append(words("partnerships-sure-no", first=days[0], last=days[1]))
    if not row.certain:
        doubts.append(words("partnerships-sure-maybe"))
    return doubts


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
