"""Overview: how partnerships moved, what was talked about, when, and how sure that is."""

from __future__ import annotations

import streamlit as st

from pages.charts import ledger
from pages.charts.topics import topic_frequency, topic_shares
from pages.charts.upgrades import csp_steps, csp_upgrades
from pages.parts.links import page_address
from pages.parts.partnership_steps import show_steps_chart
from pages.parts.records import Link, draw_paragraphs
from pages.parts.show import show_chart
from pages.parts.view import current_view, page_title

# 1. What is in view
view = current_view()
words, tables, last = view.words, view.tables, view.selection.last
page_title(view, "app-name")
st.markdown(words("app-line"))

# 2. Numbers
steps = view.everything.partnership_steps
reached = steps[
    (steps["party_a"] == "ASEAN") & (steps["level"] == "csp") & (steps["status"] == "established")
]
csp = reached.loc[reached["date"].dt.year <= last, "party_b"].nunique()
with st.container(horizontal=True, gap="medium", key="numbers"):
    for label, number in (
        ("releases", len(tables.releases)),
        ("meetings", len(tables.meetings)),
        ("people", tables.participants["person_id"].nunique()),
    ):
        st.metric(words(f"overview-{label}"), f"{number:,}", width=130)
    st.metric(words("overview-csp", year=last), csp, help=words("overview-csp-help"), width=190)

# 3. How partnerships moved; a mark opens its sources
if not csp_steps(tables.partnership_steps).empty:
    show_steps_chart(
        view,
        "csp-upgrades",
        lambda look: csp_upgrades(tables.partnership_steps, look, view.selection.first, last),
        foot=view.foot(steps=len(tables.partnership_steps)),
        first=True,
    )

# 4. What was talked about, and when
left, right = st.columns([3, 2], gap="large")
with left:
    frequency = topic_frequency(tables.topics, tables.releases, view.everything.topic_scheme)
    show_chart(view, "topic-shares", lambda look: topic_shares(frequency, look, most=15))
with right:
    by_quarter = ledger.meetings_by_quarter(tables.meetings)
    show_chart(view, "meetings-by-quarter", lambda look: ledger.quarters(by_quarter, look))
    by_year = ledger.coverage_by_year(tables.releases)
    show_chart(view, "coverage", lambda look: ledger.coverage(by_year, look))

# 5. How sure it is
st.subheader(words("overview-sure"), anchor=False)
contradictions = int((tables.partnership_claims["agrees"] == False).sum())  # noqa: E712 (missing is not false)
disputed = tables.conflicts["meeting_id"].dropna()
disputed = disputed[disputed.isin(tables.meetings["meeting_id"])].nunique()
by_program = int((tables.releases["coded_by"] == "extractor").sum())
draw_paragraphs(
    [
        words("overview-sample"),
        Link(words("overview-read", n=by_program), page_address(view, "topics", view="scheme")),
        Link(
            words("overview-contradictions", n=contradictions),
            page_address(view, "partnerships", view="claims"),
        ),
        Link(words("overview-conflicts", n=disputed), page_address(view, "meetings", view="conflicts")),
    ]
)
