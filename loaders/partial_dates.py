"""Dates as exact as a source gives them: a day, a month or a year."""

from __future__ import annotations

import re
from datetime import date


def first_day(text: str) -> date:
    """The first day of a date given as YYYY-MM-DD, YYYY-MM or YYYY. Raises ValueError for anything else."""
    if not re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", text):
        raise ValueError(f"{text!r} is not a date")
    return date.fromisoformat((text + "-01-01")[:10])


def last_day(text: str) -> date:
    """The last day of a date given as YYYY-MM-DD, YYYY-MM or YYYY. Raises ValueError for anything else."""
    day = first_day(text)
    if len(text) == 10:
        return day
    after = (
        date(day.year + 1, 1, 1) if len(text) == 4 or day.month == 12 else date(day.year, day.month + 1, 1)
    )
    return date.fromordinal(after.toordinal() - 1)
