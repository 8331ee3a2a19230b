"""The way of each ASEAN partner to a comprehensive strategic partnership (CSP): proposed, agreed, established."""

from __future__ import annotations

import altair as alt
import pandas as pd

from pages.charts.figure import Figure
from pages.parts.look import Look, partner_colour
from pages.parts.words import Words

STAGES = ("proposed", "agreed-in-principle", "established")


def csp_steps(steps: pd.DataFrame) -> pd.DataFrame:
    """The first preferred step of each stage, a row a partner and stage, partners in the order they reached CSP.

    Takes `partnership_steps`; gives columns partner, status, date, precision, meeting, source_url, step_id.
    """
    rows = steps[(steps["party_a"] == "ASEAN") & (steps["level"] == "csp") & steps["status"].isin(STAGES)]
    rows = rows[rows["preferred"]].sort_values("date")
    rows = rows.drop_duplicates(["party_b", "status"])
    reached = rows.loc[rows["status"] == "established"].set_index("party_b")["date"]
    rows = rows.assign(partner=rows["party_b"].astype(str), reached=rows["party_b"].map(reached))
    columns = ["partner", "status", "date", "precision", "meeting", "source_url", "step_id"]
    return rows.sort_values(["reached", "partner", "date"])[columns].reset_index(drop=True)


def csp_upgrades(steps: pd.DataFrame, look: Look, first: int, last: int) -> Figure:
    """One lane a partner, its stages as marks, the established ones labelled with date and occasion.

    Partners that reached CSP in `first`–`last` are in their colour, the others in grey.
    """
    words = look.words
    rows = csp_steps(steps)
    rows["name"] = rows["partner"].map(words.country)
    rows["stage"] = rows["status"].astype(str).map(lambda code: words.code("status", code))
    rows["day"] = [written_date(date, precision) for date, precision in zip(rows["date"], rows["precision"], strict=True)]
    established = rows[rows["status"] == "established"]
    inside = established[established["date"].dt.year.between(first, last)]
    rows["colour"] = [
        partner_colour(partner) if partner in set(inside["partner"]) else look.muted for partner in rows["partner"]
    ]
    rows["label"] = rows["day"] + "  " + rows["meeting"].fillna("").map(lambda text: _short(text, 58))
    order = rows["name"].drop_duplicates().tolist()

    end = max(rows["date"].max(), pd.Timestamp(f"{last}-12-31")) if len(rows) else pd.Timestamp(f"{last}-12-31")
    start = min(rows["date"].min(), pd.Timestamp(f"{first}-01-01")) if len(rows) else pd.Timestamp(f"{first}-01-01")
    # Room on the right for the label of the last mark.
    domain = [start - pd.Timedelta(days=30), end + (end - start) * 0.75]
    scale = alt.Scale(domain=[domain[0].isoformat(), domain[1].isoformat()])
    ticks = [f"{year}-01-01" for year in range(start.year, end.year + 2)]
    x = alt.X("date:T", title=None, scale=scale, axis=alt.Axis(orient="top", format="%Y", values=ticks))
    y = alt.Y("name:N", title=None, sort=order, axis=alt.Axis(ticks=False, domain=False))
    colour = alt.Color("colour:N", scale=None)
    tooltip = [
        alt.Tooltip("name:N", title=words("filter-partner")),
        alt.Tooltip("stage:N", title=words("column-status")),
        alt.Tooltip("day:N", title=words("column-date")),
        alt.Tooltip("meeting:N", title=words("column-meeting")),
    ]
    base = alt.Chart(rows).encode(x=x, y=y, color=colour)
    way = base.mark_line(strokeWidth=2).encode(detail="partner:N")
    before = base.transform_filter("datum.status != 'established'")
    done = base.transform_filter("datum.status == 'established'")
    marks = before.mark_point(size=70, filled=True, fill=look.paper, strokeWidth=2).encode(
        tooltip=tooltip,
        shape=alt.Shape(
            "status:N",
            scale=alt.Scale(domain=list(STAGES), range=["circle", "triangle-up", "circle"]),
            legend=None,
        ),
    )
    reached = done.mark_point(size=110, filled=True).encode(tooltip=tooltip)
    labels = done.mark_text(align="left", dx=10, fontSize=12).encode(text="label:N", color=alt.value(look.ink))
    chart = alt.layer(way, marks, reached, labels).properties(height=34 * max(len(order), 1) + 30)
    return Figure(
        chart=chart,
        title=words("upgrades-title", n=len(inside), first=first, last=last),
        alt=_alternative(established, words),
        data=rows[["partner", "name", "status", "day", "precision", "meeting", "source_url"]],
        note=words("upgrades-note"),
    )


def written_date(date: pd.Timestamp, precision: str) -> str:
    """A date as exact as its source: 2021-10-27, 2014-11 or 1974."""
    return date.strftime({"year": "%Y", "month": "%Y-%m"}.get(str(precision), "%Y-%m-%d"))


def _short(text: str, length: int) -> str:
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


def _alternative(established: pd.DataFrame, words: Words) -> str:
    said = [f"{row.name} {row.day}" for row in established[["name", "day"]].itertuples(index=False, name="Row")]
    return words("upgrades-alt", items=words.list(said)) if said else words("upgrades-alt-none")
