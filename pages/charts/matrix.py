"""How many meetings: a country by year, a partner by level."""

from __future__ import annotations

import altair as alt
import pandas as pd

from pages.charts.calendar import faint_accent
from pages.charts.figure import Figure
from pages.parts.look import Look
from pages.parts.selection import MEETING_LEVELS


def took_part(
    meetings: pd.DataFrame, parties: pd.DataFrame, attendance: pd.DataFrame, participants: pd.DataFrame
) -> pd.DataFrame:
    """Who was at which meeting, however it is said: as a party, a delegation, or by a person of theirs.

    Gives meeting_id, party, each pair once, of the meetings given.
    """
    said = pd.concat(
        [frame[["meeting_id", "party"]].astype(str) for frame in (parties, attendance, participants)]
    )
    said = said[said["meeting_id"].isin(meetings["meeting_id"])]
    return said.drop_duplicates().reset_index(drop=True)


def country_years(meetings: pd.DataFrame, presence: pd.DataFrame, countries: pd.DataFrame) -> pd.DataFrame:
    """Meetings by country and year, a row a pair, zeros too; members of ASEAN first, then by their number.

    Takes `meetings`, what `took_part` gives, and the reference of countries; organisations are left out
    (the EU is kept). Gives row, column, count, total (of the row), member.
    """
    kinds = countries.set_index("code")["kind"].astype(str)
    states = [code for code, kind in kinds.items() if kind != "organisation"]
    counted = presence[presence["party"].isin(states)].merge(
        meetings[["meeting_id", "year"]], on="meeting_id"
    )
    table = _crossed(counted["party"], counted["year"].dropna().astype(int).astype(str), "party")
    table["member"] = table["row"].map(kinds) == "asean-member"
    table = table.sort_values(["member", "total", "row", "column"], ascending=[False, False, True, True])
    return table.reset_index(drop=True)


def partner_levels(meetings: pd.DataFrame, parties: pd.DataFrame, partners: tuple[str, ...]) -> pd.DataFrame:
    """Meetings by partner of ASEAN and level, a row a pair, zeros too; those of unknown level are left out.

    Takes `meetings`, `meeting_parties` and the codes of the partners. Gives row, column, count, total.
    """
    counted = parties[parties["party"].isin(partners)].astype(str)
    counted = counted.merge(meetings[["meeting_id", "level"]].dropna(), on="meeting_id")
    table = _crossed(counted["party"], counted["level"].astype(str), "party", MEETING_LEVELS)
    return table.sort_values(["total", "row"], ascending=[False, True], kind="stable").reset_index(drop=True)


def _crossed(
    rows: pd.Series, columns: pd.Series, name: str, order: tuple[str, ...] | None = None
) -> pd.DataFrame:
    counts = pd.crosstab(rows, columns)
    if order is not None:
        counts = counts.reindex(columns=list(order), fill_value=0)
    table = counts.rename_axis(index="row", columns="column").stack().rename("count").reset_index()
    table["total"] = table.groupby("row")["count"].transform("sum")
    return table


def country_matrix(table: pd.DataFrame, look: Look, chosen: str | None = None) -> Figure:
    """Countries by years, the number in each cell. `chosen`: the cell picked ("VNM:2023"), outlined."""
    words = look.words
    columns = {year: year for year in sorted(table["column"].unique())}
    return _matrix(table, columns, look, "countries", words("column-year"), chosen)


def level_matrix(table: pd.DataFrame, look: Look, chosen: str | None = None) -> Figure:
    """Partners by levels, the number in each cell. `chosen`: the cell picked ("KOR:summit"), outlined."""
    words = look.words
    columns = {level: words.code("meeting-level", level) for level in MEETING_LEVELS}
    return _matrix(table, columns, look, "partners", words("column-level"), chosen)


def _matrix(
    table: pd.DataFrame, columns: dict[str, str], look: Look, key: str, column_title: str, chosen: str | None
) -> Figure:
    words = look.words
    rows = table.assign(
        name=table["row"].map(words.country),
        column_name=table["column"].map(columns),
        cell=table["row"] + ":" + table["column"],
    )
    rows["chosen"] = rows["cell"] == chosen
    if rows.empty:
        empty = alt.Chart(pd.DataFrame({"x": []})).mark_point()
        return Figure(empty, words("meetings-matrix-none"), words("meetings-matrix-none"), table)
    top = max(int(rows["count"].max()), 1)
    # The number is written in the paper's colour where the cell is dark enough for it.
    rows["dark"] = rows["count"] > 0.55 * top
    shades = alt.Scale(domain=[1, top], interpolate="rgb", range=[faint_accent(look), look.accent])
    pick = alt.selection_point(name="pick", fields=["cell"])
    # Two lines where a name has two words, for the width of a phone.
    broken = "split(replace(datum.label, '-', '- '), ' ')"
    axis = alt.Axis(
        orient="top",
        labelAngle=0,
        ticks=False,
        domain=False,
        labelExpr=broken,
        labelFontSize=11,
        # Vega sets the first of two lines where a single one would stand: the second needs its room below.
        labelPadding=19 if any(set(name) & {" ", "-"} for name in columns.values()) else 6,
    )
    x = alt.X("column_name:N", title=None, sort=list(columns.values()), axis=axis)
    y_axis = alt.Axis(ticks=False, domain=False, labelLimit=160)
    y = alt.Y("name:N", title=None, sort=rows["name"].drop_duplicates().tolist(), axis=y_axis)
    base = alt.Chart(rows).encode(x=x, y=y)
    cells = (
        base.mark_rect(cornerRadius=1, cursor="pointer")
        .encode(
            color=alt.condition(
                "datum.count == 0",
                alt.value(look.grid),
                alt.Color("count:Q", legend=None, scale=shades),
            ),
            stroke=alt.value(look.paper),
            tooltip=[
                alt.Tooltip("name:N", title=words("column-country")),
                alt.Tooltip("column_name:N", title=column_title),
                alt.Tooltip("count:Q", title=words("page-meetings")),
            ],
        )
        .add_params(pick)
    )
    numbers = base.mark_text(fontSize=11, cursor="pointer").encode(
        text="count:Q",
        color=alt.condition("datum.dark", alt.value(look.paper), alt.value(look.ink)),
        opacity=alt.condition("datum.count == 0", alt.value(0.35), alt.value(1)),
    )
    outline = base.transform_filter("datum.chosen").mark_rect(fill=None, stroke=look.ink, strokeWidth=2)
    totals = rows.drop_duplicates("row").sort_values("total", ascending=False).head(3)
    first = totals.iloc[0]
    named = words.list(
        [f"{row.name_} {row.total}" for row in totals.rename(columns={"name": "name_"}).itertuples()]
    )
    return Figure(
        chart=alt.layer(cells, outline, numbers).properties(height=23 * rows["row"].nunique() + 24),
        title=words(f"meetings-matrix-{key}-title", name=first["name"], n=int(first["total"])),
        alt=words(f"meetings-matrix-{key}-alt", items=named, n=int(rows["row"].nunique())),
        data=rows[["row", "name", "column", "count", "total"]],
        note=words(f"meetings-matrix-{key}-note"),
    )
