"""What a release says of a partnership step, held against the official record. No pandas: extractors use it
too.

Dates are compared as exactly as the vaguer of the two: a release that says "2021" agrees with 22 November
2021.
"""

from __future__ import annotations

import calendar
import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from loaders.reference import Step, ordered

# "Dialogue relations" are counted from the first recognised tie by some (Korea from 1989, the sectoral
# dialogue) and from full dialogue partnership by others (1991). Either reading agrees with the record.
_SAME_LADDER_STEP = {"dialogue": ("dialogue", "sectoral-dialogue", "consultative")}
# Relations may be proposed, promised or given some other label many times; only these are established once.
_ESTABLISHED_ONCE = frozenset(
    {"consultative", "sectoral-dialogue", "development", "dialogue", "strategic", "csp"}
)
# Ten years on, the same pair and level is a new step (Indonesia-Korea: strategic 2006, special strategic
# 2017), not a quarrel over the date of one. The widest true quarrel in the record is three years (ASEAN-
# China 1991 or 1994).
_QUARREL_YEARS = 5
_EARLIEST_YEAR = 1900

_MONTHS = {
    name.lower(): number
    for names in (calendar.month_name, calendar.month_abbr)
    for number, name in enumerate(names)
    if name
}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_ANNIVERSARY = re.compile(
    r"(\d+)(?:st|nd|rd|th) anniversary\b[^;]*?\b(20\d\d|19\d\d)\b|(\d+) years in\b[^;]*?\b(20\d\d)\b", re.I
)
_ANY_ANNIVERSARY = re.compile(r"anniversary|주년", re.I)
_LAST_MONTH = re.compile(r"\blast month\b|지난\s?달", re.I)
_LAST_YEAR = re.compile(r"\blast year\b|작년|지난해", re.I)
_OF_RELATIONS = re.compile(r"diplomatic|relations|\bties\b|수교|대화관계", re.I)
_RANGE = re.compile(r"\b(?:19|20)\d\d\s*[-–]\s*(?:19|20)?\d\d\b(?!-)")
_ISO = re.compile(r"\b((?:19|20)\d\d-[01]\d(?:-[0-3]\d)?)\b")
_DAY_MONTH_YEAR = re.compile(
    rf"\b(\d{{1,2}})(?:st|nd|rd|th)?(?: of)? ({_MONTH})\.?,? \(?((?:19|20)\d\d)\b", re.I
)
_MONTH_DAY_YEAR = re.compile(rf"\b({_MONTH})\.? (\d{{1,2}})(?:st|nd|rd|th)?,? \(?((?:19|20)\d\d)\b", re.I)
_MONTH_YEAR = re.compile(rf"\b({_MONTH})\.?,?(?: last year| this year)? \(?((?:19|20)\d\d)\b", re.I)
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class Verdict:
    """`agrees`: true, false, or None where the two cannot be compared.

    The record's date and statement, if it has one.
    """

    agrees: bool | None
    record_date: str | None = None
    record_step_id: str | None = None


def same_date(one: str, other: str) -> bool:
    """Whether two dates (YYYY, YYYY-MM or YYYY-MM-DD) can be the same day."""
    return one.startswith(other) or other.startswith(one)


def stated_date(words: str | None, level: str) -> str | None:
    """The one date in a few words such as "August 2021", "10th anniversary in 2022" or "2012년", else None.

    An anniversary gives the year it counts from; one of diplomatic or dialogue relations does so for the
    level `dialogue` only. A day that is not in the calendar is no date.
    """
    found = _written_date(words or "", level)
    try:
        return found if found and date.fromisoformat((found + "-01-01")[:10]).year >= _EARLIEST_YEAR else None
    except ValueError:
        return None


def _written_date(words: str, level: str) -> str | None:
    if found := _ANNIVERSARY.search(words):
        if _OF_RELATIONS.search(words) and level != "dialogue":
            return None
        count, year = (found[1], found[2]) if found[1] else (found[3], found[4])
        return str(int(year) - int(count))
    if found := _ISO.search(words):
        return found[1]
    if _ANY_ANNIVERSARY.search(words) or _RANGE.search(words):
        return None
    if found := _DAY_MONTH_YEAR.search(words):
        return f"{found[3]}-{_MONTHS[found[2].lower()]:02}-{int(found[1]):02}"
    if found := _MONTH_DAY_YEAR.search(words):
        return f"{found[3]}-{_MONTHS[found[1].lower()]:02}-{int(found[2]):02}"
    if found := _MONTH_YEAR.search(words):
        return f"{found[2]}-{_MONTHS[found[1].lower()]:02}"
    years = set(_YEAR.findall(words))
    return years.pop() if len(years) == 1 else None


def claimed_date(event: dict[str, Any], said_on: str | None) -> str | None:
    """The date that a partnership event of a record gives to its step, or None.

    `said_on`: the date of the meeting or release, as exact as known. Where the parties only reaffirm a step,
    the event's own date is that of the reaffirmation; a date in its words counts if it lies before that.
    """
    if event.get("implies"):
        return str(event["implies"])
    words = event.get("as_stated")
    stated = stated_date(words, event["level"]) or _counted_back(words, said_on)
    if event["status"] != "reaffirmed":
        return event.get("date") or stated
    spoken = event.get("date") or said_on
    return stated if stated and spoken and stated < spoken[: len(stated)] else None


def _counted_back(words: str | None, said_on: str | None) -> str | None:
    """The date of "last month" (지난달) or "last year" (작년), counted from when it was said."""
    if not words or not said_on or _ANY_ANNIVERSARY.search(words):
        return None
    year = int(said_on[:4])
    if _LAST_MONTH.search(words) and len(said_on) > 4:
        month = int(said_on[5:7])
        return f"{year}-{month - 1:02}" if month > 1 else f"{year - 1}-12"
    return str(year - 1) if _LAST_YEAR.search(words) else None


def held_against(
    steps: Iterable[Step], parties: Sequence[str], level: str, status: str, date_or_year: str | None
) -> Verdict:
    """Hold one statement against the official steps.

    `parties` in any order; `date_or_year`: YYYY, YYYY-MM or YYYY-MM-DD, or None where the release gives none.
    Established (or reaffirmed) steps agree or disagree; an agreement in principle or a proposal can be made
    more than once, so it agrees where the record has it on that date and is left open otherwise; what is in
    progress stays open.
    """
    sought = ordered(tuple(parties))
    wanted = "established" if status in ("established", "reaffirmed") else status
    levels = _SAME_LADDER_STEP.get(level, (level,))
    record = [
        step for step in steps if step.parties == sought and step.level in levels and step.status == wanted
    ]
    if not record:
        return Verdict(None)
    own_level = [step for step in record if step.level == level] or record
    official = _nearest([preferred(event) for event in events(own_level)], date_or_year)
    if date_or_year is None or wanted == "in-progress":
        return Verdict(None, official.date, step_id(official))
    matching = [step for step in record if same_date(step.date, date_or_year)]
    if matching:
        best = official if official in matching else preferred(matching)
        return Verdict(True, best.date, step_id(best))
    comparable = wanted == "established" and level in _ESTABLISHED_ONCE
    return Verdict(False if comparable else None, official.date, step_id(official))


def _nearest(official: list[Step], date_or_year: str | None) -> Step:
    """Of several events the one nearest in years to the date, or the latest where there is none to go by."""
    if date_or_year is None:
        return official[-1]
    return min(official, key=lambda step: abs(int(step.date[:4]) - int(date_or_year[:4])))


def step_id(step: Step) -> str:
    """The readable key of one source's statement; its ending tells two sources of one date apart."""
    return f"{group_id(step)}-{step.date}-{hashlib.sha256(step.source_url.encode()).hexdigest()[:4]}"


def group_id(step: Step) -> str:
    """Parties, level and status of a step, as in asean-chn-csp-established."""
    return "-".join([*step.parties, step.level, step.status]).lower()


def events(statements: Iterable[Step]) -> list[list[Step]]:
    """Statements of one pair, level and status as the events they tell of, in order of time.

    What is established once is one event, whatever dates its sources give; other statements are one event
    where their dates can be the same or lie within a month.
    """
    found: list[list[Step]] = []
    for step in sorted(statements, key=lambda step: (step.date, step.line)):
        for event in found:
            if any(_one_event(step, other) for other in event):
                event.append(step)
                break
        else:
            found.append([step])
    return found


def _one_event(one: Step, other: Step) -> bool:
    if same_date(one.date, other.date):
        return True
    if one.status == "established" and one.level in _ESTABLISHED_ONCE:
        return abs(int(one.date[:4]) - int(other.date[:4])) < _QUARREL_YEARS
    months = [int(step.date[:4]) * 12 + int(step.date[5:7]) for step in (one, other) if len(step.date) > 4]
    return len(months) == 2 and abs(months[0] - months[1]) <= 1


def preferred(statements: Sequence[Step]) -> Step:
    """The statement to go by: not doubted, told by most, official, most exact, first in the file."""

    def rank(step: Step) -> tuple[bool, int, bool, int, int]:
        told = sum(same_date(step.date, other.date) for other in statements)
        return (step.doubt is not None, -told, step.issuer_kind == "news", -len(step.date), step.line)

    return min(statements, key=rank)
