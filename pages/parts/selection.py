"""The shared filters: what was chosen, how it stands in the address, what it keeps, and how it reads as a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace

import pandas as pd

from loaders.tables import Tables
from pages.parts.words import Words

MEETING_LEVELS = ("summit", "minister", "vice-minister", "senior-official", "working")
# Address keys of the filters that may repeat, with the field of Selection each one fills.
REPEATING = {"country": "countries", "partner": "partners", "level": "levels", "topic": "topics"}


@dataclass(frozen=True, slots=True)
class Choices:
    """What each filter can be set to, from the tables: years (first, last) and codes in display order."""

    years: tuple[int, int]
    countries: tuple[str, ...]
    partners: tuple[str, ...]
    levels: tuple[str, ...]
    topics: tuple[str, ...]

    @classmethod
    def of(cls, tables: Tables) -> Choices:
        years = tables.releases["year"].dropna()
        kinds = tables.countries.set_index("code")["kind"].astype(str)
        seen = set(tables.attendance["party"]) | set(tables.meeting_parties["party"])
        seen |= set(tables.meetings["country"].dropna())
        present = [code for code in kinds.index if code in seen]
        states = [code for code in present if kinds[code] != "organisation" and code != "EU"]
        partners = [code for code in present if kinds[code] not in ("asean-member", "organisation")]
        topics = tuple(tables.topic_scheme["code"].astype(str))
        return cls(
            (int(years.min()), int(years.max())), tuple(states), tuple(partners), MEETING_LEVELS, topics
        )


@dataclass(frozen=True, slots=True)
class Selection:
    """One setting of the shared filters. An empty tuple or text means: not filtered."""

    first: int
    last: int
    countries: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    query: str = ""

    @classmethod
    def everything(cls, choices: Choices) -> Selection:
        return cls(*choices.years)

    def is_everything(self, choices: Choices) -> bool:
        return self == Selection.everything(choices)

    def to_address(self, choices: Choices) -> dict[str, list[str]]:
        """The address parameters that reproduce this selection; what is at its default is left out."""
        address: dict[str, list[str]] = {}
        if self.first != choices.years[0]:
            address["from"] = [str(self.first)]
        if self.last != choices.years[1]:
            address["to"] = [str(self.last)]
        for key, name in REPEATING.items():
            if getattr(self, name):
                address[key] = list(getattr(self, name))
        if self.query:
            address["q"] = [self.query]
        return address

    @classmethod
    def from_address(
        cls, address: Mapping[str, Sequence[str]], choices: Choices
    ) -> tuple[Selection, list[tuple[str, str]]]:
        """The selection an address asks for, and the (key, value) pairs that nobody knows, left out of it."""
        unknown: list[tuple[str, str]] = []

        def year(key: str, default: int) -> int:
            for value in address.get(key, ()):
                if value.isascii() and value.isdigit() and choices.years[0] <= int(value) <= choices.years[1]:
                    return int(value)
                unknown.append((key, value))
            return default

        first, last = year("from", choices.years[0]), year("to", choices.years[1])
        chosen: dict[str, tuple[str, ...]] = {}
        for key, name in REPEATING.items():
            allowed = getattr(choices, name)
            asked = list(dict.fromkeys(address.get(key, ())))
            chosen[name] = tuple(code for code in allowed if code in asked)
            unknown += [(key, value) for value in asked if value not in allowed]
        query = next(iter(address.get("q", ())), "")[:200]
        return cls(min(first, last), max(first, last), query=query, **chosen), unknown

    def sentence(self, words: Words) -> str:
        """What is shown, for a subtitle: the years, then each filter that is set."""
        parts = [words.years(self.first, self.last)]
        named = {
            "countries": words.country,
            "partners": words.country,
            "levels": lambda code: words.code("meeting-level", code),
            "topics": words.topic,
        }
        for field in fields(self):
            if field.name in named and getattr(self, field.name):
                items = words.list([named[field.name](code) for code in getattr(self, field.name)])
                parts.append(words(f"filter-said-{field.name}", items=items))
        if self.query:
            parts.append(words("filter-said-query", query=self.query))
        return " · ".join(parts)

    def narrow(self, tables: Tables) -> Tables:
        """The tables with only what the selection keeps: releases, meetings, and every row that hangs on them.

        Steps of partnerships are narrowed by partner and country but never by year: a partnership's way to where it
        stands is older than the years in view. The words searched for (`query`) are left to the page of releases.
        """
        meetings = self._meetings(tables)
        releases = self._releases(tables, meetings)
        links = tables.release_meetings
        if self.topics:
            told = links.loc[links["release_id"].isin(releases), "meeting_id"]
            meetings = meetings & set(told)
        by_release = ("releases", "topics", "partnership_claims", "country_roles", "initiatives", "evidence")
        kept: dict[str, pd.DataFrame] = {
            name: _rows(getattr(tables, name), "release_id", releases) for name in by_release
        }
        for name in ("meetings", "meeting_parties", "attendance"):
            kept[name] = _rows(getattr(tables, name), "meeting_id", meetings)
        kept["release_meetings"] = _rows(_rows(links, "release_id", releases), "meeting_id", meetings)
        people = _rows(tables.participants, "release_id", releases)
        kept["participants"] = people[people["meeting_id"].isna() | people["meeting_id"].isin(meetings)]
        kept["partnership_steps"] = self._steps(tables)
        return replace(tables, **kept)

    def _meetings(self, tables: Tables) -> set[str]:
        meetings = tables.meetings
        kept = self._in_years(meetings["year"], tables)
        if self.levels:
            kept &= meetings["level"].isin(self.levels)
        ids = set(meetings.loc[kept, "meeting_id"])
        parties = tables.meeting_parties
        if self.partners:
            ids &= set(parties.loc[parties["party"].isin(self.partners), "meeting_id"])
        if self.countries:
            took_part = [
                frame.loc[frame["party"].isin(self.countries), "meeting_id"]
                for frame in (parties, tables.attendance, tables.participants)
            ]
            hosted = meetings.loc[meetings["country"].isin(self.countries), "meeting_id"]
            ids &= set(pd.concat([*took_part, hosted]))
        return ids

    def _in_years(self, years: pd.Series, tables: Tables) -> pd.Series:
        """Which rows fall in the years chosen. What has no date is kept only while no year is left out."""
        known = tables.releases["year"].dropna()
        all_years = self.first <= known.min() and self.last >= known.max()
        return years.between(self.first, self.last).fillna(all_years).astype(bool)

    def _releases(self, tables: Tables, meetings: set[str]) -> set[str]:
        links = tables.release_meetings
        ids = set(links.loc[links["meeting_id"].isin(meetings), "release_id"])
        if not self.levels:
            ids |= self._releases_without_meeting(tables)
        if self.topics:
            topics = tables.topics
            ids &= set(topics.loc[topics["topic"].isin(self.topics), "release_id"])
        return ids

    def _releases_without_meeting(self, tables: Tables) -> set[str]:
        """Releases that tell of a step only: kept by year, and by the parties of what they claim."""
        releases = tables.releases
        alone = ~releases["release_id"].isin(tables.release_meetings["release_id"])
        alone &= self._in_years(releases["year"], tables)
        ids = set(releases.loc[alone, "release_id"])
        for wanted in (self.partners, self.countries):
            if wanted:
                claims = tables.partnership_claims
                named = claims["party_a"].isin(wanted) | claims["party_b"].isin(wanted)
                ids &= set(claims.loc[named, "release_id"])
        return ids

    def _steps(self, tables: Tables) -> pd.DataFrame:
        steps = tables.partnership_steps
        kept = pd.Series(True, index=steps.index)
        if self.partners:
            kept &= steps["party_a"].isin(self.partners) | steps["party_b"].isin(self.partners)
        if self.countries:
            members = set(tables.countries.loc[tables.countries["kind"] == "asean-member", "code"])
            # A member state is a party to what ASEAN agrees.
            wanted = set(self.countries) | ({"ASEAN"} if members & set(self.countries) else set())
            kept &= steps["party_a"].isin(wanted) | steps["party_b"].isin(wanted)
        return steps[kept]


def _rows(frame: pd.DataFrame, column: str, ids: Iterable[str]) -> pd.DataFrame:
    return frame[frame[column].isin(list(ids))]
