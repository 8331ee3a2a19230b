"""What the reader must know before trusting a figure."""

from __future__ import annotations

import streamlit as st

from pages.parts.view import View


def draw_set_aside(view: View) -> None:
    """Says how many records of the ledger were left out, and lists each with its place and the rule it breaks."""
    faults = view.everything.set_aside
    if faults.empty:
        return
    words = view.words
    with st.expander(
        words("notice-set-aside", n=faults.groupby(["file", "line"]).ngroups), icon=":material/info:"
    ):
        for fault in faults.itertuples():
            st.text(
                words(
                    "notice-set-aside-detail",
                    file=fault.file,
                    line=fault.line,
                    field=fault.field,
                    rule=fault.rule,
                )
            )
