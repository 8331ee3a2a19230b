"""The facts a release yields, each with the places in the clean text that it was read from.

Dates are ISO 8601 strings as precise as the text is: "2024-10-10", "2024-10" or "2024". Codes are those of
data/reference. A value the text does not give is None.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Mark(NamedTuple):
    """Where a fact stands in the clean text (end exclusive) and the rule or word that found it.

    `field` names the part of the fact ("ordinal", "start", ...); empty for the fact as a whole.
    """

    start: int
    end: int
    rule: str
    field: str = ""


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting that the release reports (`status` "held") or announces ("planned")."""

    series: str
    ordinal: int | None
    start: str | None
    end: str | None
    city: str | None
    country: str | None
    mode: str | None
    level: str | None
    parties: tuple[str, ...]
    status: str
    principal: bool
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Participant:
    """A person, or an office without a name (both names None), who took part in a meeting."""

    name: str | None
    name_ko: str | None
    title: str | None
    affiliation: str | None
    role: str | None
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic and how often the text speaks of it; one mark a mention."""

    code: str
    mentions: int
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class PartnershipEvent:
    """What the release says of a step of a partnership; `agrees` holds it against the official steps.

    `record` is the date of the official step it was held against. `implies` is the year that an anniversary
    points to.
    """

    parties: tuple[str, ...]
    level: str
    status: str
    date: str | None
    as_stated: str | None
    agrees: bool | None
    record: str | None
    implies: str | None
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class CountryRole:
    """A role a country holds: chair of ASEAN, country coordinator for a partner."""

    country: str
    role: str
    partner: str | None
    year: int | None
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Initiative:
    """A named initiative; `lead` is the code of the country or organisation that runs it."""

    name: str | None
    name_ko: str | None
    acronym: str | None
    lead: str | None
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Delegations:
    """The countries and organisations that took part, and the number of people where the text gives it."""

    codes: tuple[str, ...]
    headcount: int | None
    marks: tuple[Mark, ...]
