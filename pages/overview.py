"""Overview: how partnerships moved, what was talked about, and how sure that is."""

from __future__ import annotations

import streamlit as st

from pages.charts.topics import topic_frequency, topic_shares
from pages.charts.upgrades import csp_upgrades
from pages.parts.show import show_chart
from pages.parts.view import current_view, page_title

# 1. What is in view
view = current_view()
words = view.words
page_title(view, "app-name")
st.markdown(words("app-line"))

# 2. Numbers
steps = view.everything.partnership_steps
reached = steps[(steps["party_a"] == "ASEAN") & (steps["level"] == "csp") & (steps["status"] == "established")]
csp = reached.loc[reached["date"].dt.year <= view.selection.last, "party_b"].nunique()
people = view.tables.participants["person_id"].nunique()
for column, label, number in zip(
    st.columns(4),
    (
        words("overview-releases"),
        words("overview-meetings"),
        words("overview-people"),
        words("overview-csp", year=view.selection.last),
    ),
    (len(view.tables.releases), len(view.tables.meetings), people, csp),
    strict=True,
):
    column.metric(label, f"{number:,}")

# 3. How partnerships moved
show_chart(
    view,
    "csp-upgrades",
    lambda look: csp_upgrades(view.tables.partnership_steps, look, view.selection.first, view.selection.last),
    foot=view.foot(steps=len(view.tables.partnership_steps)),
)

# 4. What was talked about
frequency = topic_frequency(view.tables.topics, view.tables.releases, view.everything.topic_scheme)
show_chart(view, "topic-shares", lambda look: topic_shares(frequency, look, most=15))
