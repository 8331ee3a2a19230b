"""Dates known to the day, the month or the year only, and never shown as more exact than they are."""

from __future__ import annotations

import pandas as pd


def written_date(date: pd.Timestamp, precision: str) -> str:
    """A date as exact as its source: 2021-10-27, 2014-11 or 1974; "" where there is none."""
    if pd.isna(date):
        return ""
    return str(date.strftime({"year": "%Y", "month": "%Y-%m"}.get(str(precision), "%Y-%m-%d")))


def first_and_last(date: pd.Timestamp, precision: str) -> tuple[pd.Timestamp, pd.Timestamp]:
    """The first and the last day that a date can mean. `date` is the first one, as the tables have it."""
    step = {"year": pd.DateOffset(years=1), "month": pd.DateOffset(months=1)}.get(str(precision))
    return date, date if step is None else date + step - pd.Timedelta(days=1)


def days_between(
    start: pd.Timestamp, start_precision: str, end: pd.Timestamp, end_precision: str
) -> tuple[int, int]:
    """The fewest and the most days that can lie between two dates; the same twice where both are exact."""
    first, last = first_and_last(start, start_precision), first_and_last(end, end_precision)
    return (last[0] - first[1]).days, (last[1] - first[0]).days
