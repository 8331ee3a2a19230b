"""Partnerships: how close ASEAN and its partners are, since when, who says so, where the sources disagree."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from pages.charts.bilateral import bilateral_events, bilateral_matrix, changes_between
from pages.charts.claims import contradictions, disputed_steps, disputes, held_claims
from pages.charts.ladder import ladder
from pages.charts.upgrades import csp_number, csp_steps, csp_upgrades
from pages.charts.waits import csp_wait
from pages.parts import partnership_claims as claims
from pages.parts import partnership_tables as tables
from pages.parts.parameters import choose, picked, point_id, take_click
from pages.parts.partnership_steps import choose_pair, show_steps_chart
from pages.parts.show import show_chart
from pages.parts.view import current_view, page_title, say_empty

PARTS = ("asean", "members", "claims", "conflicts")

# 1. What is in view
view = current_view()
words, everything = view.words, view.everything
page_title(view, "page-partnerships")
part = choose(
    view, "view", PARTS, lambda code: words.code("partnerships-view", code), words("partnerships-view")
)
steps = view.tables.partnership_steps
first, last = view.selection.first, view.selection.last
today = pd.Timestamp.today().normalize()
foot = view.foot(steps=len(steps))
with_asean = steps[steps["party_a"] == "ASEAN"]

# 2. ASEAN's partners: the ladder, then the step to CSP
if part == "asean" and with_asean.empty:
    say_empty(view, "partnerships-no-steps")
elif part == "asean":
    spans = {"all": with_asean["date"].min().year, "2000": 2000, "chosen": first}
    since = spans[
        choose(
            view,
            "span",
            list(spans),
            lambda code: words("partnerships-span-from", year=spans[code]),
            words("partnerships-span"),
        )
    ]
    show_steps_chart(
        view,
        "ladder",
        lambda look: ladder(with_asean, look, first, last, since, today),
        foot=foot,
        read=point_id,
        first=True,
        hint=" " + words("partnerships-hint-zoom"),
    )
    choose_pair(view, with_asean)
    if not csp_steps(steps).empty:
        show_steps_chart(view, "csp-upgrades", lambda look: csp_upgrades(steps, look, first, last), foot=foot)
        left, right = st.columns(2, gap="large")
        with left:
            show_steps_chart(view, "csp-wait", lambda look: csp_wait(steps, look), foot=foot)
        with right:
            show_steps_chart(view, "csp-number", lambda look: csp_number(steps, look, today), foot=foot)
        tables.draw_waits(view, steps)

# 3. Partners of the members: where they stand, what changed between two days
if part == "members":
    since_day, until_day = tables.choose_days(view, today)
    events = bilateral_events(steps, everything.countries)
    if events.empty:
        say_empty(view, "partnerships-no-steps")
    else:
        show_steps_chart(
            view,
            "bilateral",
            lambda look: bilateral_matrix(events, everything.countries, look, since_day, until_day),
            foot=foot,
            first=True,
        )
        choose_pair(view, steps[steps["party_a"] != "ASEAN"])
        tables.draw_changes(view, changes_between(events, since_day, until_day))

# 4. Releases against the record: contradictions first, then every statement
if part == "claims":
    held = held_claims(view.tables.partnership_claims, view.tables.releases, everything.partnership_steps)
    against = held[held["verdict"] == "contradicts"]
    if against.empty:
        st.info(words("partnerships-contradictions-none", compared=int((held["verdict"] != "open").sum())))
    else:
        event = show_chart(
            view,
            "contradictions",
            lambda look: contradictions(held, look),
            on_select=True,
            picked=st.query_params.get("claim"),
        )
        st.caption(words("partnerships-hint"))
        take_click("claim", event, picked("pick", "claim_id"))
    claims.draw_claim(view)
    claims.draw_contradictions(view, against)
    claims.draw_claims(view, held)

# 5. Sources in conflict: steps, then meetings
if part == "conflicts":
    disputed = disputed_steps(steps, everything.conflicts)
    if disputed.empty:
        st.info(words("partnerships-disputes-title", n=0))
    else:
        show_steps_chart(view, "disputes", lambda look: disputes(disputed, look), foot=foot, first=True)
        tables.draw_disputes(view, disputed)
    tables.draw_meeting_conflicts(view)
