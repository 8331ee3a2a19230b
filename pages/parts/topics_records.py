"""From a mark to its records: the releases behind it, each with its own view and its source."""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd
import streamlit as st

from pages.parts.links import page_address, release_address
from pages.parts.records import Link, draw_paragraphs
from pages.parts.selection import Selection
from pages.parts.show import show_table
from pages.parts.topics_basis import Basis
from pages.parts.view import View


def records(view: View, ids: Collection[str]) -> pd.DataFrame:
    """The releases with these ids, newest first: date, label, issuer, coverage, own view, source."""
    words = view.words
    kept = view.everything.releases[view.everything.releases["release_id"].isin(ids)]
    about = view.everything.release_meetings
    about = about[about["principal"]].drop_duplicates("release_id").set_index("release_id")["meeting_id"]
    starts = view.everything.meetings.set_index("meeting_id")["start"]
    label = kept["label_en"] if words.lang == "en" else kept["label_ko"].fillna(kept["label_en"])
    date = kept["release_id"].map(about).map(starts).fillna(kept["published"])
    table = pd.DataFrame(
        {
            "date": date.dt.date,
            "label": label,
            "issuer": kept["issuer"].map(words.issuer),
            "coverage": kept["coverage"].astype("str").map(lambda code: words.code("coverage", code)),
            "record": kept["release_id"].map(lambda code: release_address(view, code)),
            "source": kept["source_url"],
        }
    )
    return table.sort_values(["date", "label"], ascending=False, na_position="last")


def show_records(
    basis: Basis, name: str, units: Collection[str], heading: str, narrowed: Selection | None = None
) -> None:
    """A table of the releases behind `units`, under a heading, with a link to the page of releases."""
    view, words = basis.view, basis.view.words
    sources = basis.units.sources
    ids = set(sources.loc[sources["unit_id"].isin(units), "release_id"])
    st.markdown(f"**{heading}**")
    if not ids:
        st.caption(words("topics-records-none"))
        return
    if narrowed is not None:
        draw_paragraphs(
            [Link(words("topics-records-all"), page_address(view, "releases", selection=narrowed))]
        )
    show_table(
        view,
        name,
        records(view, ids),
        column_config={
            "date": st.column_config.DateColumn(words("column-date"), width="small"),
            "label": st.column_config.TextColumn(words("column-release"), width="large"),
            "issuer": st.column_config.TextColumn(words("column-issuer")),
            "coverage": st.column_config.TextColumn(words("column-coverage")),
            "record": st.column_config.LinkColumn(
                words("topics-record"), display_text=words("topics-record-open"), width="small"
            ),
            "source": st.column_config.LinkColumn(
                words("column-source"), display_text=words("open-source"), width="small"
            ),
        },
    )
