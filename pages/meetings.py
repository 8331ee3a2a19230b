"""Meetings: when, where, which series, who, and what the ledger lacks of them."""

from __future__ import annotations

import streamlit as st

from pages.parts import meetings_conflicts, meetings_views
from pages.parts.meeting_view import draw_meeting
from pages.parts.parameters import choose
from pages.parts.view import current_view, page_title

VIEWS = {
    "calendar": meetings_views.draw_calendar,
    "series": meetings_views.draw_series,
    "matrix": meetings_views.draw_matrix,
    "map": meetings_views.draw_map,
    "rhythm": meetings_views.draw_rhythm,
    "conflicts": meetings_conflicts.draw_conflicts,
    "table": meetings_views.draw_table,
}

# What belongs to one view alone in the address.
OWN = ("when", "family", "series", "cell", "area", "place", "find")

# 1. What is in view
view = current_view()
words = view.words

# 2. One meeting, where the address names it
meeting = st.query_params.get("meeting")
if meeting:
    draw_meeting(view, meeting)
    st.stop()

# 3. All of them, in the way the reader chose
page_title(view, "page-meetings")
chosen = choose(
    view,
    "view",
    tuple(VIEWS),
    lambda code: words(f"meetings-view-{code}"),
    words("meetings-view"),
    clears=OWN,
)
VIEWS[chosen](view)
