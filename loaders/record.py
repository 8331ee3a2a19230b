"""What the record of one release may hold, and what is wrong with one that breaks a rule."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    ValidationError,
    model_validator,
)
from pydantic_core import PydanticCustomError

from loaders.partial_dates import first_day, last_day
from loaders.record_fields import (
    Address,
    Count,
    Day,
    Language,
    Level,
    PartialDay,
    Party,
    Role,
    Series,
    Slug,
    StepLevel,
    StepStatus,
    Text,
    Topic,
)
from loaders.reference import Reference

LEDGER_START = 2021  # the codebook covers releases from 1 January 2021 on

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Entry:
    """A sound record and where it stands.

    `line` counts from 1; a record not from a ledger file has line 0.
    """

    record: Record
    file: str
    line: int


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a line was set aside: the field and the rule it breaks, the value found, and what to do."""

    file: str
    line: int
    field: str
    rule: str
    value: str
    cure: str


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class _Meeting(_Strict):
    series: Series
    ordinal: Annotated[int, Field(ge=1, le=999)] | None
    start: PartialDay | None
    end: PartialDay | None
    city: Text | None = None
    country: Party | None = None
    mode: Literal["in-person", "virtual", "hybrid"] | None = None
    level: Level | None = None
    parties: list[Party] = []
    status: Literal["held", "planned"] | None = None
    principal: bool | None = None
    note: Text | None = None

    @model_validator(mode="after")
    def _in_order(self) -> _Meeting:
        if self.start and self.end and last_day(self.end) < first_day(self.start):
            raise PydanticCustomError("date_order", "a meeting does not end before it starts")
        return self


class _Participant(_Strict):
    name: Text | None
    name_ko: Text | None
    title: Text | None
    affiliation: Party | None
    role: Role | None

    @model_validator(mode="after")
    def _named(self) -> _Participant:
        if not self.name and not self.name_ko:
            raise PydanticCustomError("named", "a participant has a name or a Korean name")
        return self


class _Unnamed(_Strict):
    title: Text
    affiliation: Party | None = None
    role: Role | None = None


class _PartnershipEvent(_Strict):
    parties: Annotated[list[Party], Field(min_length=2)]
    level: StepLevel
    status: StepStatus
    date: PartialDay | None = None
    as_stated: Text | None = None
    implies: PartialDay | None = None
    agrees: bool | None = None  # as the reader held it; the tables hold it against the record anew
    record: PartialDay | None = None


class _CountryRole(_Strict):
    country: Party
    role: Slug
    partner: Party | None = None
    year: Annotated[int, Field(ge=1967, le=2100)] | None = None


class _Initiative(_Strict):
    name: Text | None = None
    name_ko: Text | None = None
    acronym: Text | None = None
    lead: Text | None = None


class _Evidence(_Strict):
    fact: Text
    start: Count
    end: Count
    rule: Text | None = None

    @model_validator(mode="after")
    def _in_order(self) -> _Evidence:
        if self.end < self.start:
            raise PydanticCustomError("span_order", "a span does not end before it starts")
        return self


class _Release(_Strict):
    """The codebook's fields in its order, then those that only a counted or closely read release has."""

    source_url: Address | None
    issuer: Text
    issuer_kind: Literal["government", "intergovernmental", "news"]
    language: Language
    published: Day | None
    coverage: Literal["full", "opening"]
    label: Text
    label_ko: Text | None
    meeting: _Meeting | None
    participants: list[_Participant]
    delegations: list[Party]
    headcount: Annotated[int, Field(ge=1, le=1_000_000)] | None
    topics: list[Topic]
    partnership_events: list[_PartnershipEvent]
    note: Text | None
    meetings: list[_Meeting] = []
    topic_mentions: dict[Topic, Count] = {}
    unnamed_participants: list[_Unnamed] = []
    country_roles: list[_CountryRole] = []
    initiatives: list[_Initiative] = []
    evidence: list[_Evidence] = []
    coded_by: Literal["reader", "extractor"] = "reader"
    n_chars: Count | None = None
    embargo: Text | None = None
    department: Text | None = None
    file: str | None = None  # where a release was read from on this machine: never written to the ledger


FIELDS = tuple(name for name in _Release.model_fields if name != "file")
REQUIRED = frozenset(name for name, field in _Release.model_fields.items() if field.is_required())

# Where pydantic's words are for programmers.
_RULES = {
    "missing": "every field of the codebook is given",
    "extra_forbidden": "the codebook has no such field",
    "model_type": "this is a JSON object",
    "literal_error": "the value is {expected}",
}

_CURES = {
    "missing": "add the field; write null or [] where the source says nothing",
    "extra_forbidden": "correct the spelling of the field or remove it; the codebook lists the fields",
    "known_code": "use a listed code, or add the new one to that file with its words in both languages",
    "calendar_date": "write a day that exists, such as 2023-02-28, or null where the source gives none",
    "date_order": "exchange or correct start and end",
    "span_order": "correct start and end, counted in characters of the text",
    "address": "give the full address of the release, or null where it is not known",
    "plain_text": "write plain words of our own",
    "named": "give a name, or move the person to unnamed_participants",
    "string_too_long": "shorten it to a few words",
    "literal_error": "use one of the values that the rule lists",
}


def vocabulary(reference: Reference) -> dict[str, frozenset[str]]:
    """The codes a record may use, by the reference file that lists them."""
    return {
        "countries": frozenset(str(row["code"]) for row in reference.countries),
        "series": frozenset(str(row["series"]) for row in reference.series),
        "topics": frozenset(str(row["code"]) for row in reference.topics),
    }


def faults_of(record: object, known: dict[str, frozenset[str]], file: str = "", line: int = 0) -> list[Fault]:
    """Every rule that one record breaks; none where it is sound. `known` as `vocabulary` gives it."""
    try:
        _Release.model_validate(record, context=known)
    except ValidationError as error:
        return [_fault(detail, file, line) for detail in error.errors(include_url=False)]
    return []


def _fault(detail: Any, file: str, line: int) -> Fault:
    field = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in detail["loc"]).lstrip(
        "."
    )
    said = _RULES.get(detail["type"])
    rule = said.format(**detail.get("ctx", {})) if said else detail["msg"]
    value = "" if detail["type"] == "missing" else shown(detail["input"])
    cure = _CURES.get(detail["type"], "correct the value; the codebook says what the field holds")
    return Fault(file, line, field or "(whole line)", rule, value, cure)


def shown(value: object) -> str:
    """A value as a fault shows it: JSON, cut to 80 characters."""
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= 80 else text[:77] + "..."


def release_id(record: Record) -> str:
    """A short stable name of a release: hash of its address, or of issuer, date and label where that is
    not known."""
    key = record["source_url"] or "|".join([record["issuer"], record["published"] or "", record["label"]])
    return hashlib.sha256(key.encode()).hexdigest()[:10]


def year_of(record: Record) -> int | None:
    """The year of the meeting, else of publication, else the first year that our own label or note names."""
    meeting = record["meeting"] or {}
    day = meeting.get("start") or record["published"]
    if day:
        return int(day[:4])
    words = f"{record['label']} {record['note'] or ''}"
    named = [int(year) for year in re.findall(r"\b20\d\d\b", words) if int(year) >= LEDGER_START]
    return named[0] if named else None
