"""The way of each partner of ASEAN to a comprehensive strategic partnership (CSP), and how many got there."""

from __future__ import annotations

from typing import Literal

import altair as alt
import pandas as pd

from pages.charts.above import AXIS, DROP, LANE, words_above
from pages.charts.dates import written_date
from pages.charts.figure import Figure
from pages.parts.look import Look, partner_colour
from pages.parts.words import Words

STAGES = ("proposed", "agreed-in-principle", "established")


def csp_steps(steps: pd.DataFrame) -> pd.DataFrame:
    """The first preferred step of each stage, a row a partner and stage, in the order CSP was reached.

    Takes `partnership_steps`; gives columns partner, status, date, precision, meeting, source_url, step_id,
    step_group.
    """
    rows = steps[(steps["party_a"] == "ASEAN") & (steps["level"] == "csp") & steps["status"].isin(STAGES)]
    rows = rows[rows["preferred"]].sort_values("date")
    rows = rows.drop_duplicates(["party_b", "status"])
    reached = rows.loc[rows["status"] == "established"].set_index("party_b")["date"]
    partner = rows["party_b"].astype(str)
    rows = rows.assign(partner=partner, reached=partner.map(reached.to_dict()))
    columns = ["partner", "status", "date", "precision", "meeting", "source_url", "step_id", "step_group"]
    return rows.sort_values(["reached", "partner", "date"])[columns].reset_index(drop=True)


def csp_upgrades(steps: pd.DataFrame, look: Look, first: int, last: int) -> Figure:
    """One lane a partner, its stages as marks, under the date and the occasion it reached CSP.

    Partners that reached CSP in `first`–`last` are in their colour, the others in grey.
    """
    words = look.words
    rows = csp_steps(steps)
    rows["name"] = rows["partner"].map(words.country)
    rows["stage"] = rows["status"].astype(str).map(lambda code: words.code("status", code))
    rows["day"] = _days(rows)
    rows["occasion"] = rows["meeting"].map(words.occasion)
    established = rows[rows["status"] == "established"]
    inside = established[established["date"].dt.year.between(first, last)]
    chosen = set(inside["partner"])
    rows["colour"] = [partner_colour(code) if code in chosen else look.muted for code in rows["partner"]]
    heads = _heads(rows)

    x = alt.X("date:T", title=None, scale=_scale(rows["date"], first, last), axis=_year_axis("top"))
    y = alt.Y("partner:N", title=None, sort=heads["partner"].tolist(), axis=None)
    colour = alt.Color("colour:N", scale=None)
    shape = alt.Shape(
        "stage:N",
        title=None,
        scale=alt.Scale(
            domain=[words.code("status", code) for code in STAGES], range=["circle", "triangle-up", "diamond"]
        ),
        legend=alt.Legend(
            orient="top", symbolFillColor=look.muted, symbolStrokeColor=look.muted, symbolSize=80
        ),
    )
    tooltip = [
        alt.Tooltip("name:N", title=words("filter-partner")),
        alt.Tooltip("stage:N", title=words("column-status")),
        alt.Tooltip("day:N", title=words("column-date")),
        alt.Tooltip("occasion:N", title=words("column-meeting")),
    ]
    base = alt.Chart(rows).encode(x=x, y=y, color=colour)
    way = base.mark_line(strokeWidth=2, yOffset=DROP).encode(detail="partner:N")
    marks = base.mark_point(size=110, filled=True, opacity=1, yOffset=DROP, cursor="pointer").encode(
        tooltip=tooltip, shape=shape
    )
    above = alt.Chart(heads).encode(y=y)
    chart = alt.layer(
        way,
        marks.add_params(alt.selection_point(name="pick", fields=["step_group"])),
        *words_above(above, look, "head", "occasion"),
    ).properties(height=(LANE + 6) * max(len(heads), 1) + AXIS)
    return Figure(
        chart=chart,
        title=words("upgrades-title", n=len(inside), years=words.years(first, last)),
        alt=_alternative(established, words),
        data=rows[["partner", "name", "status", "day", "precision", "occasion", "source_url"]],
        note=words("upgrades-note"),
    )


def csp_count(steps: pd.DataFrame, today: pd.Timestamp) -> pd.DataFrame:
    """The number of CSP partners from each establishment on: date, precision, count, partner, step_group.

    Starts with none on the first day of the year before the first, ends today; those rows name no partner.
    """
    rows = csp_steps(steps)
    rows = rows.loc[rows["status"] == "established", ["date", "precision", "partner", "step_group"]]
    rows = rows.assign(count=range(1, len(rows) + 1))
    opening = rows["date"].min() if len(rows) else today
    ends = pd.DataFrame({"date": [pd.Timestamp(opening.year - 1, 1, 1), today], "count": [0, len(rows)]})
    return pd.concat([ends.head(1), rows, ends.tail(1)], ignore_index=True)


def csp_number(steps: pd.DataFrame, look: Look, today: pd.Timestamp) -> Figure:
    """The number of CSP partners through time as a step line, each step named with its date."""
    words = look.words
    rows = csp_count(steps, today)
    reached = rows[rows["partner"].notna()].copy()
    reached["day"] = _days(reached)
    reached["name"] = reached["partner"].map(words.country)
    reached["label"] = [f"{name}  {day}" for name, day in zip(reached["name"], reached["day"], strict=True)]
    total = len(reached)
    x = alt.X("date:T", title=None, axis=_year_axis("bottom"))
    y = alt.Y("count:Q", title=None, axis=alt.Axis(values=list(range(total + 1)), format="d"))
    line = alt.Chart(rows).mark_line(interpolate="step-after", strokeWidth=2).encode(x=x, y=y)
    tooltip = [
        alt.Tooltip("name:N", title=words("filter-partner")),
        alt.Tooltip("day:N", title=words("column-date")),
        alt.Tooltip("count:Q", title=words("partnerships-count")),
    ]
    base = alt.Chart(reached).encode(x=x, y=y)
    points = base.mark_point(size=80, filled=True, opacity=1, cursor="pointer").encode(tooltip=tooltip)
    text = alt.expr("width < 420 ? datum.name : datum.label")
    labels = base.mark_text(align="right", dx=-9, fontSize=11.5, text=text)
    pick = alt.selection_point(name="pick", fields=["step_group"])
    chart = alt.layer(line, points.add_params(pick), labels).properties(height=32 * max(total, 1) + 40)
    return Figure(
        chart=chart,
        title=words("partnerships-number-title", n=total),
        alt=words("partnerships-number-alt", n=total, items=words.list(reached["label"].tolist())),
        data=reached[["date", "precision", "count", "partner", "name"]],
        note=words("partnerships-number-since", day=reached["day"].iloc[0]) if total else "",
    )


def _days(rows: pd.DataFrame) -> list[str]:
    return [written_date(day, exact) for day, exact in zip(rows["date"], rows["precision"], strict=True)]


def _heads(rows: pd.DataFrame) -> pd.DataFrame:
    """One row a partner: its name with the date of its furthest stage, and the occasion of that."""
    heads = rows.drop_duplicates("partner", keep="last")[
        ["partner", "name", "day", "stage", "status", "occasion"]
    ]
    said = [
        f"{rank}. {row.name}  {row.day}"
        if row.status == "established"
        else f"{row.name}  {row.stage} {row.day}"
        for rank, row in enumerate(heads.itertuples(index=False, name="Row"), start=1)
    ]
    return heads.assign(head=said)


def _scale(dates: pd.Series, first: int, last: int) -> alt.Scale:
    start = min([pd.Timestamp(first, 1, 1), *dates])
    end = max([pd.Timestamp(last, 12, 31), *dates])
    room = (end - start) * 0.02
    return alt.Scale(domain=[(start - room).isoformat(), (end + room).isoformat()])


def _year_axis(orient: Literal["top", "bottom"]) -> alt.Axis:
    return alt.Axis(orient=orient, format="%Y", tickCount="year", labelOverlap=True)


def _alternative(established: pd.DataFrame, words: Words) -> str:
    said = [
        f"{row.name} {row.day}" for row in established[["name", "day"]].itertuples(index=False, name="Row")
    ]
    return words("upgrades-alt", items=words.list(said)) if said else words("upgrades-alt-none")
