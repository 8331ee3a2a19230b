"""The sub-view Frequency: how often, when, with whom, and where it says so."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from pages.charts.measures.rates import counted, rates
from pages.charts.measures.shares import shares, shares_by
from pages.charts.measures.units import GROUPINGS, groups_of
from pages.charts.topic_marks import group_name
from pages.charts.topic_rates import rate_bars, rates_through_time
from pages.charts.topic_time import MOST_TOPICS, by_group, lanes, occasions, through_time
from pages.charts.topics import topic_shares
from pages.parts import data
from pages.parts.links import meeting_address
from pages.parts.parameters import asked, choose
from pages.parts.records import Link, draw_paragraphs
from pages.parts.show import show_chart
from pages.parts.topics_basis import Basis, choose_one
from pages.parts.topics_clicks import show_answering
from pages.parts.topics_records import show_records
from pages.parts.topics_words import word_totals

MEASURES = ("share", "rate")
# Of these groups a few hold nearly everything; the rest would be dots of one release.
WITHOUT_TOPIC = 5


def draw(basis: Basis) -> None:
    """The sub-view."""
    view, words = basis.view, basis.view.words
    with st.container(horizontal=True, vertical_alignment="bottom"):
        measure = choose(
            view, "measure", MEASURES, lambda code: words(f"topics-measure-{code}"), words("topics-measure")
        )
        by = choose_one(
            view,
            "by",
            GROUPINGS,
            lambda code: words(f"topics-by-{code}"),
            words("topics-by"),
            clears=("point",),
        )
    if measure == "rate":
        _rates(basis)
        return
    _shares(basis)
    _grouped(basis, by)
    if len(basis.chosen) == 1:
        _occasions(basis, basis.chosen[0])


def _shares(basis: Basis) -> None:
    frequency = shares(basis.units, basis.topics).sort_values(["count", "topic"], ascending=[False, True])
    show_answering(
        basis,
        "topic-shares",
        lambda look: topic_shares(
            frequency, look, kind=basis.units.kind, chosen=basis.chosen, clickable=True
        ),
        "topic",
        "topic",
    )


def _grouped(basis: Basis, by: str) -> None:
    view, units = basis.view, basis.units
    codes = (
        data.choices().partners if by == "partner" else data.choices().countries if by == "country" else None
    )
    groups = groups_of(view.tables, units, by, codes)
    if groups.empty:
        st.info(view.words("topics-no-groups"), icon=":material/info:")
        return
    spoken = shares(units, basis.topics).sort_values("count", ascending=False)
    most = spoken.loc[spoken["count"] > 0, "topic"].tolist()
    in_time = by in ("year", "quarter")
    topics = list(basis.chosen[:MOST_TOPICS]) or most[: WITHOUT_TOPIC if in_time else 1]
    if len(basis.chosen) > MOST_TOPICS:
        st.caption(view.words("topics-most-drawn", n=MOST_TOPICS))
    table = shares_by(units, groups, topics)
    if in_time:
        name, draw = "topic-time", lambda look: through_time(table, look, units.kind)
    else:
        name, draw = "topic-groups", lambda look: by_group(table, look, by, units.kind)
    show_answering(basis, name, draw, "point", "topic", "group")
    opened = asked(view, "point", [f"{row.topic}:{row.group}" for row in table.itertuples()])
    if opened:
        topic, group = opened.split(":", 1)
        within = set(groups.loc[groups["group"] == group, "unit_id"])
        heading = f"{view.words.topic(topic)} · {group_name(view.words, by, group)}"
        show_records(basis, "topic-records", units.speaking_of([topic], within), heading)


def _occasions(basis: Basis, topic: str) -> None:
    """When a topic entered, with whom, and where it says so."""
    view, words = basis.view, basis.view.words
    spoken = basis.units.speaking_of([topic])
    sources = basis.units.sources
    releases = set(sources.loc[sources["unit_id"].isin(spoken), "release_id"])
    table = occasions(view.tables, releases, data.choices().partners)
    if table["date"].notna().any():
        show_answering(
            basis,
            "topic-lanes",
            lambda look: lanes(table, look, topic),
            "meeting",
            "meeting_id",
            foot=view.foot(len(releases)),
        )
        meeting = asked(view, "meeting", table["meeting_id"].tolist())
        if meeting:
            label = table.loc[table["meeting_id"] == meeting, f"label_{words.lang}"].iloc[0]
            draw_paragraphs([Link(words("topics-open-meeting", label=label), meeting_address(view, meeting))])
    heading = words("topics-where", topic=words.topic(topic))
    show_records(basis, "topic-sources", spoken, heading, replace(view.selection, topics=(topic,)))


def _rates(basis: Basis) -> None:
    """Mentions per 1,000 words: over the releases in view whose text was counted."""
    view = basis.view
    releases, mentions = view.tables.releases, view.tables.topics
    releases = releases[releases["release_id"].isin(basis.units.sources["release_id"])]
    texts = counted(releases, mentions, word_totals())
    if texts.empty:
        st.info(view.words("topics-rate-none"), icon=":material/info:")
        return
    foot = view.foot(len(texts))
    overall = rates(texts, mentions, basis.topics)
    show_answering(basis, "topic-rates", lambda look: rate_bars(overall, look), "topic", "topic", foot=foot)
    most = overall.sort_values("rate", ascending=False)["topic"].tolist()
    topics = list(basis.chosen[:MOST_TOPICS]) or most[:3]
    years = (
        releases[["release_id", "year"]].dropna().rename(columns={"year": "group"}).astype({"group": "str"})
    )
    by_year = rates(texts, mentions, topics, years)
    show_chart(view, "topic-rates-time", lambda look: rates_through_time(by_year, look), foot=foot)
