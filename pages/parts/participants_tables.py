"""The tables of the page of participants, in the reader's language, with links."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from loaders.tables import Tables
from pages.charts.dates import written_date
from pages.parts.links import meeting_address, person_address, release_address
from pages.parts.people import in_language, names_by_person
from pages.parts.records import Cell, Link, draw_rows, web_address
from pages.parts.search import find, fingerprint, participant_texts
from pages.parts.view import View

ROLES = ("chair", "co-chair", "head-of-delegation", "counterpart", "attendee")
# What is shown before anybody has chosen, where the filters leave it.
USUAL_SERIES = ("asean-rok-dialogue", "asean-rok-summit")
USUAL_ATTENDANCE = ("asean-rok-summit", "asean-rok-dialogue")
USUAL_COUNTRY = "MMR"


def usual(options: Sequence[str], wanted: Iterable[str]) -> str | None:
    """The first of `wanted` that is an option, else the first option."""
    return next((code for code in wanted if code in options), options[0] if options else None)


def partner_of(tables: Tables, series: str) -> str | None:
    """The partner whose meetings with ASEAN a series holds."""
    partner = tables.series.set_index("series")["partner"].get(series)
    return str(partner) if partner and str(partner) != "nan" else None


def releases_of(tables: Tables, meetings: pd.Series) -> int:
    """How many releases report these meetings."""
    links = tables.release_meetings
    return int(links.loc[links["meeting_id"].isin(meetings), "release_id"].nunique())


def series_of(tables: Tables) -> list[str]:
    """The series that have a meeting held, in the order of the reference; not the talks of two countries."""
    held = set(tables.meetings.loc[tables.meetings["status"] == "held", "series"].astype("str"))
    return [slug for slug in tables.series["series"] if slug in held and not slug.startswith("bilateral")]


def parties_in(pairs: pd.DataFrame, tables: Tables) -> list[str]:
    """The parties of the pairs, in the order of the reference."""
    found = {*pairs["a"], *pairs["b"]}
    return [code for code in tables.countries["code"] if code in found]


def draw_heads(view: View, heads: pd.DataFrame) -> None:
    """Each head of delegation with links to the person and the meeting."""
    words = view.words
    labels = _meeting_labels(view)
    rows: list[list[Cell]] = [
        [
            words.country(row.party),
            Link(row.name, person_address(view, row.person_id))
            if isinstance(row.person_id, str)
            else row.name,
            row.title,
            words("participants-leads") if row.leads else words("participants-named"),
            Link(labels[row.meeting_id], meeting_address(view, row.meeting_id)),
            f"{row.start:%Y-%m-%d}" if pd.notna(row.start) else "",
        ]
        for row in heads.itertuples(index=False, name="Row")
    ]
    keys = ("column-party", "column-person", "column-title", "column-role", "column-meeting", "column-date")
    with st.container(key="rows-heads"):
        draw_rows([words(key) for key in keys], rows)


def draw_meeting_picked(view: View, meeting_id: str | None) -> None:
    """A link to the meeting clicked in a chart."""
    if meeting_id:
        label = _meeting_labels(view).get(meeting_id, meeting_id)
        draw_rows([view.words("column-meeting")], [[Link(label, meeting_address(view, meeting_id))]])


def draw_stated(view: View, stated: pd.DataFrame) -> None:
    """What releases state about who stayed away or sent a lower rank, with the release it stands in."""
    words = view.words
    if stated.empty:
        st.caption(words("participants-stated-none"))
        return
    told = stated.assign(label=in_language(stated, "label", words)).sort_values("start", ascending=False)
    rows: list[list[Cell]] = [
        [
            words.country(row.party),
            words(f"participants-state-{row.stated}"),
            Link(row.label, meeting_address(view, row.meeting_id)),
            written_date(row.start, row.precision),
            row.note,
            [
                Link(view.words.issuer(row.issuer), release_address(view, row.release_id)),
                Link(words("open-source"), web_address(row.source_url) or ""),
            ],
        ]
        for row in told.itertuples(index=False, name="Row")
    ]
    keys = (
        "column-country",
        "column-status",
        "column-meeting",
        "column-date",
        "column-note",
        "column-release",
    )
    with st.container(key="rows-stated"):
        draw_rows([words(key) for key in keys], rows)


def party_pairs_table(view: View, pairs: pd.DataFrame, party: str | None) -> pd.DataFrame:
    """The pairs behind the network; those of the chosen party only."""
    words = view.words
    kept = pairs[(pairs["a"] == party) | (pairs["b"] == party)] if party else pairs
    return pd.DataFrame(
        {
            words("participants-side-a"): kept["a"].map(words.country),
            words("participants-side-b"): kept["b"].map(words.country),
            words("page-meetings"): kept["meetings"],
            words("participants-two-sided"): kept["two_sided"],
            words("participants-first"): kept["first"].dt.date,
            words("participants-last"): kept["last"].dt.date,
        }
    )


def people_pairs_table(view: View, pairs: pd.DataFrame) -> pd.DataFrame:
    """The pairs of people behind the network, with a link to each of the two."""
    words = view.words
    names = names_by_person(view.everything.people, words)
    return pd.DataFrame(
        {
            words("participants-side-a"): pairs["a"].map(names),
            words("participants-party-a"): pairs["party_a"].map(words.country),
            words("participants-side-b"): pairs["b"].map(names),
            words("participants-party-b"): pairs["party_b"].map(words.country),
            words("page-meetings"): pairs["meetings"],
            words("participants-first"): pairs["first"].dt.date,
            words("participants-last"): pairs["last"].dt.date,
            words("participants-open-a"): [person_address(view, person) for person in pairs["a"]],
            words("participants-open-b"): [person_address(view, person) for person in pairs["b"]],
        }
    )


def meetings_of(view: View, party: str) -> pd.DataFrame:
    """The meetings in which a party was a side, latest first."""
    words, tables = view.words, view.tables
    sides = tables.meeting_parties.astype("str")
    own = tables.meetings[
        tables.meetings["meeting_id"].isin(sides.loc[sides["party"] == party, "meeting_id"])
    ]
    own = own.sort_values("start", ascending=False)
    others = (
        sides[sides["party"] != party]
        .groupby("meeting_id")["party"]
        .agg(lambda codes: words.list([words.country(code) for code in codes]))
    )
    return pd.DataFrame(
        {
            words("column-date"): own["start"].dt.date,
            words("column-meeting"): in_language(own, "label", words),
            words("participants-others"): own["meeting_id"].map(others),
            words("participants-open-meeting"): [
                meeting_address(view, meeting) for meeting in own["meeting_id"]
            ],
        }
    )


@st.cache_resource(show_spinner=False, hash_funcs={Tables: fingerprint}, max_entries=4)
def _texts(tables: Tables) -> pd.Series:
    return participant_texts(tables)


def everybody(view: View, role: str | None) -> pd.DataFrame:
    """The rows of `participants` in view, latest first, narrowed by role and by the words searched for."""
    tables = view.tables
    meetings = tables.meetings[["meeting_id", "start", "label_en", "label_ko"]]
    released = tables.releases[["release_id", "published", "issuer", "source_url"]]
    rows = tables.participants.merge(meetings, on="meeting_id", how="left").merge(released, on="release_id")
    if role:
        rows = rows[rows["role"] == role]
    kept = rows[find(_texts(view.everything).loc[rows["participant_id"]], view.selection.query).to_numpy()]
    kept = kept.assign(date=kept["start"].fillna(kept["published"]))
    return kept.sort_values(["date", "participant_id"], ascending=[False, True]).reset_index(drop=True)


def named_columns(view: View, rows: pd.DataFrame) -> pd.DataFrame:
    """The rows of `everybody` as a reader sees them."""
    words = view.words
    names = names_by_person(view.everything.people, words)
    unnamed = words("participants-unnamed")
    return pd.DataFrame(
        {
            words("column-date"): rows["date"].dt.date,
            words("column-person"): rows["person_id"].map(names).fillna(unnamed),
            words("column-title"): rows["title"],
            words("column-party"): rows["party"].astype("object").map(words.country, na_action="ignore"),
            words("column-role"): rows["role"]
            .astype("object")
            .map(lambda code: words.code("role", code), na_action="ignore"),
            words("column-meeting"): in_language(rows, "label", words).where(rows["meeting_id"].notna()),
            words("participants-open-person"): _addresses(
                rows["person_id"], lambda key: person_address(view, key)
            ),
            words("participants-open-meeting"): _addresses(
                rows["meeting_id"], lambda key: meeting_address(view, key)
            ),
            words("participants-open-release"): [release_address(view, key) for key in rows["release_id"]],
            words("open-source"): [web_address(source) or "" for source in rows["source_url"]],
        }
    )


def person_of(row: pd.Series) -> str | None:
    """The person in a row of `everybody`; None where the office has no name."""
    return row["person_id"] if isinstance(row["person_id"], str) else None


def links(view: View) -> dict[str, Any]:
    """How the columns of addresses look: an arrow that opens the record."""
    keys = ("person", "meeting", "release", "a", "b")
    names = [view.words(f"participants-open-{key}") for key in keys] + [view.words("open-source")]
    return {
        name: st.column_config.LinkColumn(name, display_text=":material/open_in_new:", width="small")
        for name in names
    }


def _addresses(keys: pd.Series, address: Callable[[str], str]) -> list[str]:
    return [address(key) if isinstance(key, str) else "" for key in keys]


def _meeting_labels(view: View) -> dict[str, str]:
    meetings = view.everything.meetings
    return dict(zip(meetings["meeting_id"], in_language(meetings, "label", view.words), strict=True))
