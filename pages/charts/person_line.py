"""One person's way: the meetings by series through time, and the offices as releases word them."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from loaders.tables import Tables
from pages.charts.dates import written_date
from pages.charts.figure import Figure
from pages.parts.look import Look, partner_colour
from pages.parts.people import in_language, title_in
from pages.parts.words import Words

# Room beside the first and the last mark.
MARGIN = pd.Timedelta(days=45)
FROM_ROW = ("meeting_id", "release_id", "start", "precision", "series", "level", "label", "party")


def person_meetings(tables: Tables, person_id: str, words: Words) -> pd.DataFrame:
    """The meetings at which a person is named, earliest first; releases about no meeting stand with it
    missing.

    Columns: meeting_id, release_id (the first one), start, precision, day, series, level, label, party,
    title, role (codes, a blank between several), n_releases.
    """
    own = tables.participants[tables.participants["person_id"] == person_id]
    columns = ["meeting_id", "start", "precision", "series", "level", "label_en", "label_ko"]
    rows = own.merge(tables.meetings[columns], on="meeting_id", how="left")
    released = tables.releases.set_index("release_id")
    rows["start"] = rows["start"].fillna(rows["release_id"].map(released["published"]))
    for name in ("label_en", "label_ko"):
        rows[name] = rows[name].fillna(rows["release_id"].map(released[name]))
    rows = rows.assign(label=in_language(rows, "label", words))
    meetings: dict[str, list[Any]] = {}
    for row in rows.itertuples(index=False, name="Row"):
        key = row.meeting_id if isinstance(row.meeting_id, str) else row.release_id
        meetings.setdefault(key, []).append(row)
    told = [
        {column: getattr(named[0], column) for column in FROM_ROW}
        | {
            "day": written_date(named[0].start, named[0].precision),
            "title": title_in((row.title for row in named), words),
            "role": " ".join(dict.fromkeys(row.role for row in named if isinstance(row.role, str))),
            "n_releases": len({row.release_id for row in named}),
        }
        for named in meetings.values()
    ]
    return pd.DataFrame(told).sort_values("start", kind="stable").reset_index(drop=True)


def person_offices(tables: Tables, person_id: str) -> pd.DataFrame:
    """Each wording of the person's office: title, party, first, last (dates of meetings, else of
    release), releases."""
    own = tables.participants[tables.participants["person_id"] == person_id].dropna(subset=["title"])
    day = own["meeting_id"].map(tables.meetings.set_index("meeting_id")["start"])
    day = day.fillna(own["release_id"].map(tables.releases.set_index("release_id")["published"]))
    rows = own.assign(day=day, party=own["party"].astype("str"))
    found = rows.groupby(["title", "party"], dropna=False).agg(
        first=("day", "min"), last=("day", "max"), releases=("release_id", "nunique")
    )
    return found.reset_index().sort_values(["first", "title"], kind="stable").reset_index(drop=True)


def spellings(tables: Tables, person_id: str) -> list[str]:
    """Every way a release writes the person's name, most frequent first."""
    own = tables.participants[tables.participants["person_id"] == person_id]
    written = pd.concat([own["name_en"], own["name_ko"]]).dropna().astype("str")
    return [str(name) for name in written.value_counts(sort=True).index]


def person_line(meetings: pd.DataFrame, name: str, party: str, look: Look) -> Figure:
    """A lane a series, a mark a meeting, first lane first met. Filled: the person led a side."""
    words = look.words
    dated = meetings.dropna(subset=["start"])
    lanes = [
        words.series(str(slug)) if isinstance(slug, str) else words("participants-no-meeting")
        for slug in dated["series"].astype("object")
    ]
    dated = dated.assign(lane=lanes)
    order = dated["lane"].drop_duplicates().tolist()
    figure = go.Figure()
    leads = ~dated["role"].isin(["", "attendee"])
    colour = partner_colour(party)
    for leading, symbol in ((True, "circle"), (False, "circle-open")):
        part = dated[leads == leading]
        figure.add_trace(
            go.Scatter(
                x=part["start"],
                y=part["lane"],
                mode="markers",
                marker={
                    "size": 11,
                    "color": colour,
                    "symbol": symbol,
                    "line": {"color": colour, "width": 1.5},
                },
                customdata=[key if isinstance(key, str) else "" for key in part["meeting_id"]],
                hovertemplate=[
                    f"{row.day}<br>{row.label}<br>{row.title}<extra></extra>" for row in part.itertuples()
                ],
            )
        )
    figure.update_layout(**look.plotly_layout(), height=26 * max(len(order), 1) + 70, hovermode="closest")
    span = [dated["start"].min() - MARGIN, dated["start"].max() + MARGIN] if len(dated) else None
    figure.update_xaxes(
        type="date", range=span, side="top", showgrid=True, automargin=True, tickformat="%Y-%m"
    )
    figure.update_yaxes(type="category", categoryorder="array", categoryarray=order[::-1], showgrid=True)
    first, last = (dated["day"].iloc[0], dated["day"].iloc[-1]) if len(dated) else ("–", "–")
    return Figure(
        chart=figure,
        title=words(
            "participants-line-title",
            name=name,
            n=int(meetings["meeting_id"].notna().sum()),
            first=first,
            last=last,
        ),
        alt=words(
            "participants-line-alt",
            name=name,
            n=int(meetings["meeting_id"].notna().sum()),
            lanes=len(order),
            first=first,
            last=last,
        ),
        data=meetings,
        note=words("participants-line-note"),
    )
