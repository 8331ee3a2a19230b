"""One meeting: its facts, who was there, what was discussed, which releases tell of it, its series."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from pages.charts.series_lanes import nth
from pages.parts.filters import plain
from pages.parts.links import person_address, release_address
from pages.parts.meetings_list import meeting_day, meeting_place, person_name, show_meetings
from pages.parts.parameters import put
from pages.parts.records import Cell, Link, draw_paragraphs, draw_rows, web_address
from pages.parts.view import View
from pages.parts.words import Words, phrases

# Series of which every meeting is its own thing: earlier and later means between the same parties.
OPEN_KINDS = ("bilateral", "other")


def draw_meeting(view: View, meeting_id: str) -> None:
    """Draws the meeting under its name, with the way back; a notice where nobody knows the id."""
    words, tables = view.words, view.everything
    # Charts that led here are made anew on the way back, or their old selection would open the meeting again.
    st.session_state["meetings-opened"] = meetings_opened() + 1
    st.button(
        words("meetings-back"),
        icon=":material/arrow_back:",
        on_click=lambda: put(meeting=None),
        key="meetings-back",
    )
    found = tables.meetings[tables.meetings["meeting_id"] == meeting_id]
    if found.empty:
        st.title(words("page-meetings"), anchor=False)
        st.warning(words("meetings-unknown-id", id=plain(meeting_id)), icon=":material/info:")
        return
    meeting = next(found.itertuples())
    st.title(words.both(meeting, "label"), anchor=False)
    st.caption(f"{meeting_day(meeting)} · {meeting_place(meeting, words) or words('meetings-map-unknown')}")
    if meeting_id not in set(view.tables.meetings["meeting_id"]):
        st.info(words("meetings-outside"), icon=":material/filter_alt:")
    facts, people = st.columns([2, 3], gap="large")
    with facts:
        _facts(view, meeting)
    with people:
        _people(view, meeting_id)
        _topics(view, meeting_id)
    st.subheader(words("meetings-told-by"), anchor=False)
    _releases(view, meeting_id)
    st.subheader(words("meetings-in-series"), anchor=False)
    _neighbours(view, meeting)


def meetings_opened() -> int:
    """How often a meeting was drawn in this session."""
    return int(st.session_state.get("meetings-opened", 0))


def meetings_of_series(view: View, meeting: Any) -> pd.DataFrame:
    """The meetings of the meeting's series, earliest first; of open series, those of the same parties."""
    tables = view.everything
    slug, meeting_id = str(meeting.series), str(meeting.meeting_id)
    rows = tables.meetings[tables.meetings["series"].astype(str) == slug]
    kind = tables.series.set_index("series")["kind"].get(slug)
    if kind in OPEN_KINDS:
        sides = tables.meeting_parties.groupby("meeting_id")["party"].agg(frozenset)
        rows = rows[rows["meeting_id"].map(sides) == sides.get(meeting_id, frozenset())]
    return rows.sort_values(["start", "year", "meeting_id"])


def release_facts(view: View, meeting_id: str) -> pd.DataFrame:
    """A row a release of the meeting, with what it alone tells and what it says against the others.

    Columns of `releases` and principal, label (in the reader's language), adds, contradicts.
    """
    words, tables = view.words, view.everything
    links = tables.release_meetings[tables.release_meetings["meeting_id"] == meeting_id]
    rows = tables.releases.merge(links[["release_id", "principal"]], on="release_id")
    ids = rows["release_id"]
    main = rows.loc[rows["principal"], "release_id"]
    people = tables.participants[
        tables.participants["release_id"].isin(main) & tables.participants["person_id"].notna()
    ]
    topics = tables.topics[tables.topics["release_id"].isin(main)]
    known = tables.people.set_index("person_id")
    names = {row.person_id: person_name(row, known, words) for row in people.itertuples()}
    only_people = _only_here(people, "person_id")
    only_topics = _only_here(topics, "topic")
    against = _against(view, meeting_id)
    many = len(main) > 1
    adds = []
    for release in ids:
        said = []
        if many and only_people.get(release):
            said.append(
                words("meetings-adds-people", items=words.list([names[p] for p in only_people[release]]))
            )
        if many and only_topics.get(release):
            said.append(
                words(
                    "meetings-adds-topics", items=words.list([words.topic(t) for t in only_topics[release]])
                )
            )
        adds.append("; ".join(said))
    rows = rows.assign(
        label=rows["label_en"] if words.lang == "en" else rows["label_ko"].fillna(rows["label_en"]),
        adds=adds,
        contradicts=[against.get(release, "") for release in ids],
    )
    return rows.sort_values(["principal", "published"], ascending=[False, True])


def _only_here(frame: pd.DataFrame, column: str) -> dict[str, list[str]]:
    """What only one of the releases has, by release."""
    pairs = frame[["release_id", column]].astype(str).drop_duplicates()
    once = pairs[~pairs[column].duplicated(keep=False)]
    return {str(release): list(values) for release, values in once.groupby("release_id")[column]}


def _against(view: View, meeting_id: str) -> dict[str, str]:
    """For each release in conflict with another: the field, its value, and the values of the others."""
    words = view.words
    conflicts = view.everything.conflicts
    rows = conflicts[conflicts["meeting_id"] == meeting_id]
    said: dict[str, list[str]] = {}
    for row in rows.itertuples():
        others = rows.loc[
            (rows["field"] == row.field) & (rows["value"] != row.value), "value"
        ].drop_duplicates()
        values = [conflict_value(row.field, value, view) for value in others]
        said.setdefault(row.release_id, []).append(
            words(
                "meetings-says-against",
                field=words(f"meetings-field-{row.field}"),
                value=conflict_value(row.field, row.value, view),
                others=words.list(values),
            )
        )
    return {release: "; ".join(parts) for release, parts in said.items()}


def conflict_value(field: str, value: str, view: View) -> str:
    """A value in conflict, in the reader's words."""
    words = view.words
    if field == "level":
        return words.code("meeting-level", value)
    if field == "mode":
        return words.code("mode", value)
    if field == "country":
        return words.country(value)
    if field == "series":
        return words.series(value)
    return nth(int(float(value)), words) if field == "ordinal" else value


def _facts(view: View, meeting: Any) -> None:
    words, tables = view.words, view.everything
    parties = tables.meeting_parties.loc[tables.meeting_parties["meeting_id"] == meeting.meeting_id, "party"]
    seen = tables.attendance[tables.attendance["meeting_id"] == meeting.meeting_id]
    facts = [
        (words("column-date"), meeting_day(meeting)),
        (words("column-place"), meeting_place(meeting, words)),
        (words("column-series"), words.series(str(meeting.series))),
        (words("meetings-ordinal"), "" if pd.isna(meeting.ordinal) else nth(int(meeting.ordinal), words)),
        (words("column-level"), "" if pd.isna(meeting.level) else words.code("meeting-level", meeting.level)),
        (words("column-mode"), "" if pd.isna(meeting.mode) else words.code("mode", meeting.mode)),
        (words("column-status"), words(f"meetings-{meeting.status}")),
        (words("column-parties"), words.list([words.country(code) for code in parties])),
        (
            words("meetings-delegations"),
            words.list([words.country(code) for code in seen["party"]]) or words("meetings-delegations-none"),
        ),
    ]
    st.subheader(words("meetings-facts"), anchor=False)
    st.markdown("\n".join(f"- {name}: **{value or '–'}**" for name, value in facts))


def _people(view: View, meeting_id: str) -> None:
    words, tables = view.words, view.everything
    st.subheader(words("meetings-people"), anchor=False)
    rows = tables.participants[tables.participants["meeting_id"] == meeting_id]
    if rows.empty:
        st.caption(words("meetings-people-none"))
        return
    known = tables.people.set_index("person_id")
    rows = rows.assign(name=[person_name(row, known, words) for row in rows.itertuples()])
    # One row a person, however many releases name them; the one with an office and a role first.
    rows = rows.sort_values(["role", "title"], key=lambda column: column.isna())
    rows = rows.assign(key=rows["person_id"].fillna(rows["participant_id"])).drop_duplicates("key")
    rank = {"chair": 0, "co-chair": 1, "head-of-delegation": 2}
    rows = rows.assign(rank=rows["role"].astype(object).map(rank).fillna(3)).sort_values(["rank", "name"])
    draw_rows(
        [words(f"column-{name}") for name in ("person", "party", "title", "role")],
        [
            [
                row.name_said
                if pd.isna(row.person_id)
                else Link(row.name_said, person_address(view, row.person_id)),
                "" if pd.isna(row.party) else words.country(row.party),
                "" if pd.isna(row.title) else row.title,
                "" if pd.isna(row.role) else words.code("role", row.role),
            ]
            for row in rows.rename(columns={"name": "name_said"}).itertuples()
        ],
    )


def _topics(view: View, meeting_id: str) -> None:
    words, tables = view.words, view.everything
    links = tables.release_meetings
    main = links.loc[(links["meeting_id"] == meeting_id) & links["principal"], "release_id"]
    counts = tables.topics.loc[tables.topics["release_id"].isin(main), "topic"].astype(str).value_counts()
    if counts.empty:
        return
    st.subheader(words("column-topics"), anchor=False)
    named = [words("meetings-topic-count", topic=words.topic(topic), n=n) for topic, n in counts.items()]
    st.markdown(" · ".join(named))
    st.caption(words("meetings-topics-note"))


def _releases(view: View, meeting_id: str) -> None:
    """A paragraph a release: what it is, where it stands, what it adds and what it contradicts."""
    words = view.words
    paragraphs: list[Cell] = []
    for release in release_facts(view, meeting_id).itertuples():
        published = "" if pd.isna(release.published) else f"{release.published:%Y-%m-%d}"
        about = [
            words.issuer(release.issuer),
            _language(release.language, words),
            published,
            words.code("coverage", release.coverage),
            "" if release.principal else words("meetings-told-aside"),
        ]
        address = web_address(release.source_url)
        source = [Link(words("open-source"), address)] if address else []
        lines: list[Link | str | tuple[str | Link, ...]] = [
            Link(release.label, release_address(view, release.release_id)),
            (*(part for part in about if part), *source),
        ]
        for key, said in (("meetings-adds", release.adds), ("meetings-contradicts", release.contradicts)):
            if said:
                lines.append(f"{words(key)}: {said}")
        paragraphs.append(lines)
    draw_paragraphs(paragraphs)


def _language(code: str, words: Words) -> str:
    key = f"language-{code}"
    return words(key) if key in phrases() else code


def _neighbours(view: View, meeting: Any) -> None:
    """The ways to the meetings before and after, then the series as a table.

    Buttons, because a page link to the page one is on leaves the address as it was.
    """
    words = view.words
    series = meetings_of_series(view, meeting)
    dated = series[series["start"].notna()].reset_index(drop=True)
    place = dated.index[dated["meeting_id"] == meeting.meeting_id]
    if len(place):
        before, after = dated.iloc[: place[0]], dated.iloc[place[0] + 1 :]
        if before.empty:
            st.caption(words("meetings-first-known"))
        for other in before.tail(1).itertuples():
            name = f"{words.both(other, 'label')} · {meeting_day(other)}"
            _way(words("meetings-earlier", name=name), "arrow_back", str(other.meeting_id))
        if after.empty:
            st.caption(words("meetings-last-known"))
        for other in after.head(1).itertuples():
            name = f"{words.both(other, 'label')} · {meeting_day(other)}"
            _way(words("meetings-later", name=name), "arrow_forward", str(other.meeting_id))
    else:
        st.caption(words("meetings-no-day"))
    show_meetings(view, "meeting-series", series)


def _way(label: str, icon: str, meeting_id: str) -> None:
    st.button(
        label,
        icon=f":material/{icon}:",
        type="tertiary",
        key=f"meeting-{icon}",
        on_click=lambda: put(meeting=meeting_id),
    )
