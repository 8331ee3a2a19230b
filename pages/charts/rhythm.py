"""The rhythm of annual series: which years and numbers the ledger has, and which it lacks.

A gap here is a gap in the ledger. What the numbers around a gap say of it is inference, and told apart:
"number-missing" (they skip one: a meeting was held that the ledger lacks), "numbers-run-on" (they leave none
over: none seems to have been held, or it was not numbered), "unknown" (no numbers on both sides).
"""

from __future__ import annotations

import re

import altair as alt
import pandas as pd

from pages.charts.figure import Figure
from pages.charts.series_lanes import nth
from pages.parts.look import PILLARS, Look
from pages.parts.words import Words

STATES = ("numbered", "unnumbered", "number-missing", "numbers-run-on", "unknown")
ROW_HEIGHT = 50


def held_together(meetings: pd.DataFrame, labels: pd.DataFrame) -> dict[str, set[int]]:
    """Numbers that a meeting stands for besides its own: releases speak of "the 38th and 39th ASEAN Summits".

    Takes meetings (meeting_id, ordinal) and the labels of their releases (meeting_id, label_en).
    """
    ordinals = meetings.dropna(subset=["ordinal"]).set_index("meeting_id")["ordinal"].astype(int).to_dict()
    found: dict[str, set[int]] = {}
    for row in labels[labels["meeting_id"].isin(ordinals)].itertuples():
        pair = re.match(r"(\d+)[a-z]{2} and (\d+)[a-z]{2}\b", str(row.label_en))
        own = ordinals[row.meeting_id]
        if pair and own in (int(pair[1]), int(pair[2])):
            found.setdefault(row.meeting_id, set()).update({int(pair[1]), int(pair[2])} - {own})
    return found


def series_rhythm(meetings: pd.DataFrame, labels: pd.DataFrame, series: pd.DataFrame) -> pd.DataFrame:
    """A row a series and year, for series that the reference calls annual and the ledger knows.

    Takes all `meetings` of the years in question (not narrowed by anything else, or gaps would be made), the
    labels of their releases (meeting_id, label_en) and the reference of series. Gives series, partner, kind,
    year, state (STATES), numbers (those of the year, or those that may belong to it), count (meetings in the
    ledger), exact (whether `numbers` of a missing year can only belong to it).
    """
    years = meetings["year"].dropna().astype(int)
    span = range(years.min(), years.max() + 1) if len(years) else range(0)
    together = held_together(meetings, labels)
    rows = []
    dated = meetings[meetings["year"].notna()]
    by_series = dict(list(dated.groupby(dated["series"].astype(str))))
    for kind in series[series["annual"] == "yes"].itertuples():
        own = by_series.get(kind.series)
        if own is None:
            continue
        numbers = _numbers_by_year(own, together)
        for year in span:
            count = int((own["year"] == year).sum())
            state, told, exact = _state(year, count, numbers, set(own["year"].astype(int)))
            partner = (
                None if pd.isna(kind.partner) or not kind.partner or kind.partner == "None" else kind.partner
            )
            rows.append((kind.series, partner, kind.kind, year, state, told, count, exact))
    columns = ["series", "partner", "kind", "year", "state", "numbers", "count", "exact"]
    return pd.DataFrame(rows, columns=columns)


def _numbers_by_year(own: pd.DataFrame, together: dict[str, set[int]]) -> dict[int, list[int]]:
    found: dict[int, set[int]] = {}
    for row in own.dropna(subset=["ordinal"]).itertuples():
        found.setdefault(int(row.year), set()).update(
            {int(row.ordinal)} | together.get(row.meeting_id, set())
        )
    return {year: sorted(numbers) for year, numbers in found.items()}


def _state(
    year: int, count: int, numbers: dict[int, list[int]], years: set[int]
) -> tuple[str, tuple[int, ...], bool]:
    if year in numbers:
        return "numbered", tuple(numbers[year]), True
    if count:
        return "unnumbered", (), True
    before, after = [y for y in numbers if y < year], [y for y in numbers if y > year]
    if not before or not after:
        return "unknown", (), False
    start, end = max(before), min(after)
    spare = tuple(range(numbers[start][-1] + 1, numbers[end][0]))
    between = range(start + 1, end)
    empty = [y for y in between if y not in years]
    # A meeting of the years between whose number no source gives may be one of the spare ones.
    left = len(spare) - (len(between) - len(empty))
    if left <= 0:
        return "numbers-run-on", (), True
    if left == len(spare) == len(empty):
        return "number-missing", (spare[empty.index(year)],), True
    return "number-missing", spare, False


def missing_numbers(rhythm: pd.DataFrame) -> pd.DataFrame:
    """A row a series: what the ledger has and lacks.

    Takes what `series_rhythm` gives. Gives series, partner, kind, first and last (numbers; missing where
    there are none), missing (numbers between them that the ledger lacks), empty (years without one).
    """
    rows = []
    for slug, group in rhythm.groupby("series", sort=False):
        numbered = group.loc[group["state"] == "numbered", "numbers"]
        known = sorted({number for numbers in numbered for number in numbers})
        missing = (
            tuple(number for number in range(known[0], known[-1]) if number not in known) if known else ()
        )
        empty = tuple(group.loc[group["count"] == 0, "year"])
        head = group.iloc[0]
        first, last = (known[0], known[-1]) if known else (pd.NA, pd.NA)
        rows.append((slug, head["partner"], head["kind"], first, last, missing, empty))
    return pd.DataFrame(rows, columns=["series", "partner", "kind", "first", "last", "missing", "empty"])


def finding(row: object, words: Words) -> str:
    """What one row of `missing_numbers` says, as a sentence."""
    first, last, missing, empty = (getattr(row, name) for name in ("first", "last", "missing", "empty"))
    parts = []
    if pd.isna(first):
        parts.append(words("meetings-rhythm-no-numbers"))
    elif missing:
        parts.append(
            words("meetings-rhythm-missing", items=words.list([nth(number, words) for number in missing]))
        )
    elif first == last:
        parts.append(words("meetings-rhythm-one-number", first=nth(first, words)))
    else:
        parts.append(words("meetings-rhythm-complete", first=nth(first, words), last=nth(last, words)))
    if empty:
        parts.append(words("meetings-rhythm-empty-years", items=words.list([str(year) for year in empty])))
    else:
        parts.append(words("meetings-rhythm-every-year"))
    return " ".join(parts)


def rhythm_grid(rhythm: pd.DataFrame, look: Look) -> Figure:
    """A row a series under its name, a cell a year with its numbers; gaps marked by what the numbers say."""
    words = look.words
    order = {slug: number for number, slug in enumerate(rhythm["series"].drop_duplicates())}
    summary = missing_numbers(rhythm)
    sentences = {row.series: finding(row, words) for row in summary.itertuples()}
    rows = rhythm.assign(
        name=rhythm["series"].map(words.series),
        y=rhythm["series"].map(order).astype(float),
        year=rhythm["year"].astype(str),
        text=[_cell(row, words) for row in rhythm.itertuples()],
        state_name=[words(f"meetings-rhythm-{state}") for state in rhythm["state"]],
        finding=rhythm["series"].map(sentences),
    )
    rows["top"], rows["bottom"], rows["middle"] = rows["y"] + 0.42, rows["y"] + 0.94, rows["y"] + 0.68
    inks = {
        "numbered": (look.accent, 0.32, look.ink),
        "unnumbered": (look.accent, 0.14, look.ink),
        "number-missing": (PILLARS["political-security"], 0.18, look.ink),
        "numbers-run-on": (look.faint, 0.45, look.muted),
        "unknown": (look.faint, 0.2, look.muted),
    }
    for place, column in enumerate(("colour", "strength", "text_colour")):
        rows[column] = [inks[state][place] for state in rows["state"]]
    rows = rows.drop(columns=["numbers", "exact"])
    pick = alt.selection_point(name="pick", fields=["series"])
    axis = alt.Axis(orient="top", labelAngle=0, ticks=False, domain=False)
    x = alt.X("year:O", title=None, axis=axis, scale=alt.Scale(paddingInner=0.03))
    y_scale = alt.Scale(domain=[0, max(len(order), 1)], reverse=True, nice=False)
    base = alt.Chart(rows).encode(x=x)
    cells = (
        base.mark_rect(cornerRadius=2, cursor="pointer")
        .encode(
            y=alt.Y("top:Q", scale=y_scale, axis=None),
            y2="bottom:Q",
            color=alt.Color("colour:N", scale=None),
            opacity=alt.Opacity("strength:Q", scale=None),
            tooltip=[
                alt.Tooltip("name:N", title=words("column-series")),
                alt.Tooltip("year:N", title=words("column-year")),
                alt.Tooltip("state_name:N", title=words("column-status")),
                alt.Tooltip("finding:N", title=words("meetings-rhythm-says")),
            ],
        )
        .add_params(pick)
    )
    texts = base.mark_text(fontSize=12, cursor="pointer").encode(
        y=alt.Y("middle:Q", scale=y_scale, axis=None),
        text="text:N",
        color=alt.Color("text_colour:N", scale=None),
    )
    names = (
        alt.Chart(rows.drop_duplicates("series"))
        .mark_text(align="left", baseline="middle", fontSize=12, color=look.ink)
        .transform_calculate(at="datum.y + 0.24")
        .encode(x=alt.value(0), y=alt.Y("at:Q", scale=y_scale, axis=None), text="name:N")
    )
    whole = sum(not row.missing and not row.empty for row in summary.itertuples())
    fields = {"n": len(summary), "whole": whole, "gaps": len(summary) - whole}
    missing = [
        f"{words.series(row.series)} {words.list([nth(number, words) for number in row.missing])}"
        for row in summary.itertuples()
        if row.missing
    ]
    return Figure(
        chart=alt.layer(cells, texts, names).properties(height=ROW_HEIGHT * max(len(order), 1) + 24),
        title=words("meetings-rhythm-title", **fields) if len(summary) else words("meetings-rhythm-none"),
        alt=words(
            "meetings-rhythm-alt", items="; ".join(missing) or words("meetings-rhythm-no-gaps"), **fields
        ),
        data=rows[["series", "name", "year", "state", "text", "count", "finding"]],
        note=words("meetings-rhythm-note"),
    )


def _cell(row: object, words: Words) -> str:
    state, numbers, count, exact = (getattr(row, name) for name in ("state", "numbers", "count", "exact"))
    if state == "numbered":
        return " · ".join(nth(number, words) for number in numbers)
    if state == "unnumbered":
        return words("count-meetings", n=count)
    if state == "number-missing":
        return (
            ("–" if not exact else "").join(
                f"{nth(number, words)}?" for number in (numbers if exact else (numbers[0], numbers[-1]))
            )
            if len(set(numbers)) > 1
            else f"{nth(numbers[0], words)}?"
        )
    return "–" if state == "numbers-run-on" else "?"
