"""What single fields of a record may hold: kinds of text, dates, codes and numbers, each with its rule."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, ValidationInfo
from pydantic_core import PydanticCustomError

from loaders.partial_dates import first_day

_YEARS = (1900, 2100)
_CONTROL = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]"
)  # and what turns the direction of text


def _plain(text: str) -> str:
    if _CONTROL.search(text):
        raise PydanticCustomError("plain_text", "plain text has no control characters")
    if "<" in text or ">" in text:
        raise PydanticCustomError("plain_text", "plain text has no markup")
    return text


def _partial_date(text: str) -> str:
    try:
        sound = _YEARS[0] <= first_day(text).year <= _YEARS[1]
    except ValueError:
        sound = False
    if not sound:
        raise PydanticCustomError(
            "calendar_date", "a date is YYYY-MM-DD, YYYY-MM or YYYY and in the calendar"
        )
    return text


def _full_date(text: str) -> str:
    if len(text) != 10:
        raise PydanticCustomError("calendar_date", "a date is YYYY-MM-DD and in the calendar")
    return _partial_date(text)


def _address(text: str) -> str:
    if not re.fullmatch(r"https?://[^\s<>\"]+", text):
        raise PydanticCustomError("address", "an address begins with http:// or https:// and has no spaces")
    return text


def _written(pattern: str, rule: str) -> Callable[[str], str]:
    def check(text: str) -> str:
        if not re.fullmatch(pattern, text):
            raise PydanticCustomError("written", rule)
        return text

    return check


def _known(vocabulary: str) -> Callable[[str, ValidationInfo], str]:
    def check(code: str, info: ValidationInfo) -> str:
        if info.context is not None and code not in info.context[vocabulary]:
            raise PydanticCustomError(
                "known_code", "a code is listed in data/reference/{file}.csv", {"file": vocabulary}
            )
        return code

    return check


Text = Annotated[str, Field(min_length=1, max_length=400), AfterValidator(_plain)]
Address = Annotated[str, Field(max_length=1500), AfterValidator(_address)]
Day = Annotated[str, AfterValidator(_full_date)]
PartialDay = Annotated[str, AfterValidator(_partial_date)]
Party = Annotated[str, AfterValidator(_known("countries"))]
Series = Annotated[str, AfterValidator(_known("series"))]
Topic = Annotated[str, AfterValidator(_known("topics"))]
Count = Annotated[int, Field(ge=0, le=10_000_000)]
Slug = Annotated[str, AfterValidator(_written(r"[a-z][a-z-]{1,40}", "a role is small letters and hyphens"))]
Language = Annotated[
    str, AfterValidator(_written(r"[a-z]{2}", "a language is two small letters, such as ko"))
]
Role = Literal["chair", "co-chair", "head-of-delegation", "attendee", "counterpart"]
Level = Literal["summit", "minister", "vice-minister", "senior-official", "working"]
StepLevel = Literal[
    "consultative", "sectoral-dialogue", "development", "dialogue", "strategic", "csp", "other"
]
StepStatus = Literal["established", "agreed-in-principle", "proposed", "in-progress", "reaffirmed"]
