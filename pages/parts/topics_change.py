"""The sub-view Change: what grew, what shrank, and how sure that is."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from pages.charts.measures.shares import change, ranks, shares, shares_by
from pages.charts.measures.units import groups_of
from pages.charts.topic_change import how_sure, movers, rank_lines, small_multiples
from pages.parts.parameters import asked
from pages.parts.show import show_chart
from pages.parts.topics_basis import Basis
from pages.parts.topics_clicks import show_answering
from pages.parts.topics_records import show_records


def draw(basis: Basis) -> None:
    """The sub-view."""
    view, words, units = basis.view, basis.view.words, basis.units
    by_year = _by_year(basis.key, basis)
    years = sorted(by_year["group"].unique())
    if len(years) < 2:
        st.info(words("topics-one-year"), icon=":material/info:")
        return
    first, last = years[0], years[-1]
    changed = _changed(basis.key, by_year, first, last)
    grown = changed.loc[changed["diff"] > 0, "topic"].head(3).tolist()

    show_answering(
        basis, "topic-movers", lambda look: movers(changed, look, first, last, units.kind), "moved", "topic"
    )
    st.markdown("\n".join(f"- {sentence}" for sentence in how_sure(changed, words)))
    with st.expander(words("topics-how-change")):
        st.markdown(words("topics-how-change-text", first=first, last=last))
    opened = asked(view, "moved", basis.topics)
    if opened:
        show_records(basis, "topic-records", units.speaking_of([opened]), words.topic(opened))

    ranked = ranks(by_year)
    standing_out = basis.chosen or tuple(grown)
    show_answering(
        basis, "topic-ranks", lambda look: rank_lines(ranked, look, standing_out), "moved", "topic"
    )

    order = shares(units, basis.topics).sort_values(["count", "topic"], ascending=[False, True])
    met = order.loc[order["count"] > 0, "topic"].tolist()
    show_chart(
        view,
        "topic-multiples",
        lambda look: small_multiples(by_year, changed, look, met),
        foot=basis.foot,
    )


@st.cache_resource(show_spinner=False, max_entries=64)
def _by_year(key: tuple[object, ...], _basis: Basis) -> pd.DataFrame:
    return shares_by(_basis.units, groups_of(_basis.view.tables, _basis.units, "year"), _basis.topics)


@st.cache_resource(show_spinner=False, max_entries=64)
def _changed(key: tuple[object, ...], _by_year: pd.DataFrame, first: str, last: str) -> pd.DataFrame:
    return change(_by_year, first, last)
