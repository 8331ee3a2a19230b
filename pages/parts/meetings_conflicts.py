"""Meetings on which sources differ: every value, each with its source."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from pages.parts.filters import plain
from pages.parts.links import meeting_address, release_address
from pages.parts.meeting_view import conflict_value
from pages.parts.show import show_table
from pages.parts.view import View


def draw_conflicts(view: View) -> None:
    """Every value of a meeting on which sources differ, each with its source."""
    words, tables = view.words, view.everything
    rows = tables.conflicts[tables.conflicts["meeting_id"].isin(view.tables.meetings["meeting_id"])]
    rows = rows.merge(tables.meetings, on="meeting_id").merge(
        tables.releases[["release_id", "issuer"]], on="release_id", how="left"
    )
    if rows.empty:
        st.info(words("meetings-conflicts-none"), icon=":material/info:")
        return
    st.subheader(words("meetings-conflicts-title", n=rows["meeting_id"].nunique()), anchor=False)
    st.caption(words("meetings-conflicts-note"))
    table = pd.DataFrame(
        {
            "open": [meeting_address(view, meeting_id) for meeting_id in rows["meeting_id"]],
            "meeting": rows[f"label_{words.lang}"],
            "field": [words(f"meetings-field-{field}") for field in rows["field"]],
            "value": [conflict_value(row.field, row.value, view) for row in rows.itertuples()],
            "taken": [_is_taken(row) for row in rows.itertuples()],
            "issuer": rows["issuer"].map(view.words.issuer),
            "release": [release_address(view, release) for release in rows["release_id"]],
            "source": rows["source_url"],
        }
    )
    rows = rows.assign(
        field_name=table["field"], said=table["value"], taken=table["taken"], name=table["meeting"]
    )
    for meeting_id, told in rows.groupby("meeting_id", sort=False):
        _draw_conflict(view, str(meeting_id), told)
    link = st.column_config.LinkColumn
    config = {
        "open": link(words("releases-open"), display_text=words("releases-open"), width=60),
        "meeting": st.column_config.TextColumn(words("column-meeting"), width="large"),
        "field": st.column_config.TextColumn(words("meetings-field"), width=90),
        "value": st.column_config.TextColumn(words("meetings-value"), width="medium"),
        "taken": st.column_config.CheckboxColumn(words("meetings-taken"), width=60),
        "issuer": st.column_config.TextColumn(words("column-issuer")),
        "release": link(words("column-release"), display_text=words("releases-open"), width=80),
        "source": link(words("column-source"), display_text=words("open-source")),
    }
    with st.expander(words("meetings-view-table")):
        show_table(view, "meeting-conflicts", table, column_config=config)


def _draw_conflict(view: View, meeting_id: str, told: pd.DataFrame) -> None:
    """A paragraph a meeting: for each field its values, each with the sources that give it."""
    lines = [f"[{plain(told['name'].iloc[0], 200)}]({meeting_address(view, meeting_id)})"]
    for field, values in told.groupby("field_name", sort=False):
        said = []
        for value, sources in values.groupby("said", sort=False):
            named = [
                f"[{plain(view.words.issuer(row.issuer), 80)}]({row.source_url})"
                for row in sources.itertuples()
            ]
            strong = f"**{plain(str(value), 120)}**" if sources["taken"].any() else plain(str(value), 120)
            said.append(f"{strong} ({', '.join(named)})")
        lines.append(f"{field}: {' / '.join(said)}")
    st.markdown("  \n".join(lines))


def _is_taken(row: Any) -> bool:
    """Whether the ledger's meeting has the value of this source."""
    field, value = row.field, row.value
    taken = getattr(row, field)
    if pd.isna(taken):
        return False
    return str(taken.date() if field in ("start", "end") else taken) == str(value)
