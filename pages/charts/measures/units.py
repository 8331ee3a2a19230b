"""What is counted: releases, or meetings however many releases tell of them; and the groups they fall into.

A meeting speaks of a topic where any of its releases does. A release counts for the meeting that it is
mainly about.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

import pandas as pd

from loaders.tables import Tables

Kind = Literal["meeting", "release"]
KINDS: tuple[Kind, ...] = ("meeting", "release")
# Which meetings: all; ASEAN with one partner; ASEAN with several, or by itself; countries without ASEAN.
SCOPES = ("all", "one", "many", "countries")
GROUPINGS = ("year", "quarter", "partner", "country", "series", "level", "issuer", "language", "coverage")


@dataclass(frozen=True, slots=True)
class Units:
    """Units and their topics.

    `frame`: unit_id, year, quarter ("2021-Q3"), month ("2021-07"), missing where no date is known.
    `topics`: unit_id, topic, a pair once. `sources`: unit_id, release_id. `left_out`: how many of the
    releases asked for are about no meeting.
    """

    kind: Kind
    frame: pd.DataFrame
    topics: pd.DataFrame
    sources: pd.DataFrame
    left_out: int = 0

    def __len__(self) -> int:
        return len(self.frame)

    def only(self, ids: Collection[str]) -> Units:
        """The units with these ids."""
        frame, topics, sources = (
            part[part["unit_id"].isin(ids)] for part in (self.frame, self.topics, self.sources)
        )
        return Units(self.kind, frame, topics, sources)

    def speaking_of(self, topics: Collection[str], ids: Collection[str] | None = None) -> set[str]:
        """The units that speak of all of `topics`, among `ids` where given."""
        found = set(self.frame["unit_id"]) if ids is None else set(ids)
        for topic in topics:
            found &= set(self.topics.loc[self.topics["topic"] == topic, "unit_id"])
        return found


def units_of(
    tables: Tables,
    kind: Kind = "release",
    *,
    scope: str = "all",
    whole_only: bool = False,
    releases: Collection[str] | None = None,
) -> Units:
    """The units in `tables`: of meetings in `scope`, of releases read whole where asked, of `releases`
    where given."""
    kept = tables.releases
    if whole_only:
        kept = kept[kept["coverage"] == "full"]
    if releases is not None:
        kept = kept[kept["release_id"].isin(releases)]
    about = tables.release_meetings
    about = about.loc[
        about["principal"] & about["release_id"].isin(kept["release_id"]), ["release_id", "meeting_id"]
    ]
    if scope != "all":
        about = about[about["meeting_id"].isin(meetings_in(tables, scope))]
        kept = kept[kept["release_id"].isin(about["release_id"])]
    about = about.drop_duplicates("release_id")
    starts = tables.meetings.set_index("meeting_id")[["start", "year"]]
    dated = about.join(starts, on="meeting_id")
    left_out = 0
    if kind == "meeting":
        frame = dated.drop_duplicates("meeting_id").rename(columns={"meeting_id": "unit_id", "start": "date"})
        sources = about.rename(columns={"meeting_id": "unit_id"})[["unit_id", "release_id"]]
        left_out = len(kept) - len(sources)
    else:
        frame = kept[["release_id", "year", "published"]].rename(columns={"release_id": "unit_id"})
        start = frame["unit_id"].map(dated.set_index("release_id")["start"])
        frame["date"] = start.fillna(frame["published"])
        sources = pd.DataFrame({"unit_id": frame["unit_id"], "release_id": frame["unit_id"]})
    date = frame["date"]
    quarter = (
        date.dt.year.astype("Int64").astype("str") + "-Q" + date.dt.quarter.astype("Int64").astype("str")
    )
    frame = frame.assign(quarter=quarter.where(date.notna()), month=date.dt.strftime("%Y-%m"))
    spoken = sources.merge(tables.topics[["release_id", "topic"]], on="release_id")
    spoken["topic"] = spoken["topic"].astype("str")
    return Units(
        kind,
        frame[["unit_id", "year", "quarter", "month"]].reset_index(drop=True),
        spoken[["unit_id", "topic"]].drop_duplicates().reset_index(drop=True),
        sources.reset_index(drop=True),
        left_out,
    )


def meetings_in(tables: Tables, scope: str) -> set[str]:
    """The ids of the meetings of a scope, told by their sides."""
    parties = tables.meeting_parties
    kinds = tables.countries.set_index("code")["kind"]
    kind = parties["party"].astype("str").map(kinds)
    sides = pd.DataFrame(
        {
            "asean": parties["party"].eq("ASEAN"),
            # The EU's kind is its own: it is a partner like a country.
            "partner": ~kind.isin(["asean-member", "organisation"]) & parties["party"].ne("ASEAN"),
        }
    )
    counts = sides.groupby(parties["meeting_id"]).sum()
    with_asean = counts["asean"] > 0
    chosen = {
        "all": with_asean | True,
        "one": with_asean & (counts["partner"] == 1),
        "many": with_asean & (counts["partner"] != 1),
        "countries": ~with_asean,
    }[scope]
    return set(counts.index[chosen])


def groups_of(tables: Tables, units: Units, by: str, codes: Collection[str] | None = None) -> pd.DataFrame:
    """The groups each unit falls into: unit_id, group, a pair once; `codes` keeps only these groups.

    A unit may fall into several (a meeting with two partners, a meeting told in two languages) or into none.
    A country is a meeting's where it took part, hosted it or is a side.
    """
    if by in ("year", "quarter"):
        pairs = units.frame[["unit_id", by]].rename(columns={by: "group"})
    elif by in ("issuer", "language", "coverage", "issuer_kind"):
        pairs = units.sources.merge(tables.releases[["release_id", by]], on="release_id").rename(
            columns={by: "group"}
        )
    else:
        pairs = _meetings_of(tables, units).merge(_of_meetings(tables, by), on="meeting_id")
    pairs = pairs[["unit_id", "group"]].dropna()
    pairs["group"] = pairs["group"].astype("str")
    if codes is not None:
        pairs = pairs[pairs["group"].isin(codes)]
    return pairs.drop_duplicates().reset_index(drop=True)


def _meetings_of(tables: Tables, units: Units) -> pd.DataFrame:
    if units.kind == "meeting":
        return units.frame[["unit_id"]].assign(meeting_id=units.frame["unit_id"])
    about = tables.release_meetings
    about = about.loc[about["principal"], ["release_id", "meeting_id"]]
    return units.sources.merge(about, on="release_id")


def _of_meetings(tables: Tables, by: str) -> pd.DataFrame:
    """meeting_id, group."""
    meetings = tables.meetings
    if by in ("series", "level"):
        return meetings[["meeting_id", by]].rename(columns={by: "group"})
    sides = tables.meeting_parties.rename(columns={"party": "group"})
    if by == "partner":
        return sides
    hosts = meetings[["meeting_id", "country"]].rename(columns={"country": "group"})
    present = [
        frame[["meeting_id", "party"]].rename(columns={"party": "group"})
        for frame in (tables.attendance, tables.participants)
    ]
    return pd.concat([frame.astype({"group": "str"}) for frame in (sides, hosts, *present)])
