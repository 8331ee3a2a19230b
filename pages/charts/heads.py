"""Who led each side at the meetings of a series: a row a person, a column a meeting."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from loaders.tables import Tables
from pages.charts.figure import Figure
from pages.charts.meeting_axis import meeting_axis
from pages.charts.series_lanes import nth
from pages.parts.look import Look, partner_colour
from pages.parts.people import names_by_person, title_in
from pages.parts.words import Words

# Roles in which somebody speaks for a side. Anyone else is shown as leading nothing.
LEADING = ("chair", "co-chair", "head-of-delegation", "counterpart")
FROM_ROW = ("meeting_id", "year", "ordinal", "start", "party", "person_id")
COLUMNS = [*FROM_ROW, "name", "title", "leads", "n_releases"]


def series_with_heads(tables: Tables) -> list[str]:
    """The series whose meetings can be set side by side, in the order of the reference: those that come
    again under one name. Talks of two countries and "other" meetings have too little in common."""
    found = set(_people(tables)["series"].astype("str"))
    return [
        slug
        for slug in tables.series["series"]
        if slug in found and not slug.startswith("bilateral") and not slug.endswith("other")
    ]


def heads_of_delegation(tables: Tables, series: str, words: Words) -> pd.DataFrame:
    """Each side's leading people at each meeting of `series`, a row a meeting, side and person.

    Where no release says who led a side but all of them name one person only, that person stands with
    `leads` False. An office without a name has `person_id` missing and its title as `name`. Columns:
    COLUMNS; sides in the order of the countries' table, people by first meeting.
    """
    rows = _people(tables)
    rows = rows[rows["series"] == series].dropna(subset=["party"])
    rows = rows.assign(
        party=rows["party"].astype("str"),
        who=rows["person_id"].fillna(rows["title"]),
        leads=rows["role"].isin(LEADING),
    )
    names = names_by_person(tables.people, words)
    sides: dict[tuple[str, str], list[Any]] = {}
    for row in rows.itertuples(index=False, name="Row"):
        sides.setdefault((row.meeting_id, row.party), []).append(row)
    told = []
    for side in sides.values():
        leading = [row for row in side if row.leads]
        if not leading and len({row.who for row in side}) > 1:
            continue
        people: dict[str, list[Any]] = {}
        for row in leading or side:
            people.setdefault(row.who, []).append(row)
        for who, named in people.items():
            title = title_in((row.title for row in named), words)
            told.append(
                {column: getattr(named[0], column) for column in FROM_ROW}
                | {
                    "name": names.get(who, title),
                    "title": title,
                    "leads": bool(leading),
                    "n_releases": len({row.release_id for row in named}),
                }
            )
    found = pd.DataFrame(told, columns=COLUMNS)
    order = {code: place for place, code in enumerate(tables.countries["code"])}
    partner = tables.series.set_index("series")["partner"].get(series)
    order[str(partner)] = -1
    found["place"] = found["party"].map(order)
    found = found.sort_values(["place", "start", "meeting_id", "name"], kind="stable")
    return found[COLUMNS].reset_index(drop=True)


def heads_chart(heads: pd.DataFrame, series: str, partner: str | None, look: Look) -> Figure:
    """A filled mark: a release says that the person led the side; a hollow one: the person is the only
    one named."""
    words = look.words
    rows = heads.assign(
        who=heads["party"] + "/" + heads["person_id"].fillna(heads["name"]).astype("str"),
        country=heads["party"].map(words.country),
        colour=heads["party"].map(partner_colour),
        day=heads["start"].dt.strftime("%Y-%m-%d"),
    )
    meetings = rows.drop_duplicates("meeting_id").sort_values(["start", "meeting_id"])
    columns = {row.meeting_id: _column(row, words) for row in meetings.itertuples()}
    lanes: dict[str, str] = {}
    for party, side in rows.groupby("party", sort=False):
        lanes[f"{party}"] = words.country(str(party))
        lanes |= dict(zip(side["who"], side["name"], strict=True))
    y = alt.Y(
        "who:N",
        title=None,
        scale=alt.Scale(domain=list(lanes)),
        axis=alt.Axis(
            labelExpr=f"({lanes})[datum.value]",
            labelFontWeight={
                "condition": {"test": "indexof(datum.value, '/') < 0", "value": 600},
                "value": 400,
            },
            labelColor={
                "condition": {"test": "indexof(datum.value, '/') < 0", "value": look.muted},
                "value": look.ink,
            },
            labelLimit=190,
            ticks=False,
            domain=False,
            grid=True,
        ),
    )
    x = meeting_axis(columns)
    pick = alt.selection_point(name="person", fields=["person_id"], on="click", clear="dblclick")
    base = alt.Chart(rows).encode(
        x=x,
        y=y,
        color=alt.Color("colour:N", scale=None),
        tooltip=[
            alt.Tooltip("name:N", title=words("column-person")),
            alt.Tooltip("country:N", title=words("column-party")),
            alt.Tooltip("title:N", title=words("column-title")),
            alt.Tooltip("day:N", title=words("column-date")),
            alt.Tooltip("n_releases:Q", title=words("page-releases")),
        ],
    )
    way = base.mark_line(strokeWidth=2, opacity=0.5).encode(detail="who:N")
    said = base.transform_filter("datum.leads").mark_point(size=130, filled=True, opacity=1).add_params(pick)
    named = base.transform_filter("!datum.leads").mark_point(
        size=100, filled=False, fill=look.paper, strokeWidth=2, opacity=1
    )
    chart = alt.layer(way, said, named).properties(height=21 * max(len(lanes), 1) + 40)
    return Figure(
        chart=chart,
        title=_finding(rows, series, partner, words),
        alt=_alternative(rows, series, partner, words),
        data=heads,
        note=words("participants-heads-note"),
    )


def led_by(rows: pd.DataFrame, party: str) -> list[tuple[str, list[str]]]:
    """Who led a side, in order, with the years: [("Yeo Seung-bae", ["2021", "2022"]), …]."""
    side = rows[(rows["party"] == party) & rows["leads"]].sort_values("start", kind="stable")
    return [
        (str(name), list(dict.fromkeys(person["year"].dropna().astype("str"))))
        for name, person in side.groupby("name", sort=False)
    ]


def _people(tables: Tables) -> pd.DataFrame:
    columns = ["meeting_id", "series", "year", "ordinal", "start"]
    rows = tables.participants.merge(tables.meetings[columns], on="meeting_id")
    return rows.assign(series=rows["series"].astype("str"))


def _column(row: object, words: Words) -> str:
    """The head of a meeting's column: its number over its year; "/" parts the lines."""
    year, ordinal = getattr(row, "year", None), getattr(row, "ordinal", None)
    shown = "" if pd.isna(year) else str(year)
    return shown if pd.isna(ordinal) else f"{nth(int(str(ordinal)), words)}/{shown}"


def _finding(rows: pd.DataFrame, series: str, partner: str | None, words: Words) -> str:
    name = words.series(series)
    led = led_by(rows, partner) if partner else []
    if not led:
        people = rows.loc[rows["leads"], "who"].nunique()
        return words("participants-heads-title-many", series=name, n=people)
    return words(
        "participants-heads-title", series=name, party=words.country(str(partner)), people=_said(led, words)
    )


def _alternative(rows: pd.DataFrame, series: str, partner: str | None, words: Words) -> str:
    parties = [partner] if partner in set(rows["party"]) else list(rows["party"].drop_duplicates())[:6]
    said = [
        f"{words.country(str(party))}: {_said(led, words)}"
        for party in parties
        if (led := led_by(rows, str(party)))
    ]
    return words(
        "participants-heads-alt",
        series=words.series(series),
        meetings=rows["meeting_id"].nunique(),
        people="; ".join(said) or "–",
    )


def _said(led: list[tuple[str, list[str]]], words: Words) -> str:
    return words.list([f"{name} ({', '.join(years)})" if years else name for name, years in led])
