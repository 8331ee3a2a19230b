"""The bilateral partnerships of ASEAN's members: where they stand on a day, what changed between two days."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from pages.charts.dates import first_and_last, written_date
from pages.charts.figure import Figure
from pages.parts.look import Look
from pages.parts.words import Words

RANK = {"other": 1, "strategic": 2, "csp": 3}
ROW = 32  # px: level and year in two lines
HEAD = 84  # px that the slanted names of the members take from the height of a chart on a page
NARROW = 420  # px of plotting area, below which a cell holds two digits of a year


def bilateral_events(steps: pd.DataFrame, countries: pd.DataFrame) -> pd.DataFrame:
    """Established bilateral steps of ASEAN members, a row a member and step; one of two members stands twice.

    Takes `partnership_steps` and `countries`; gives columns member, partner, level, date, precision, first
    and last (the days its sources can mean), disputed (they give different dates), meeting, n_sources,
    source_url, note, step_group. The date is that of the preferred source.
    """
    members = set(countries.loc[countries["kind"] == "asean-member", "code"])
    rows = steps[(steps["status"] == "established") & (steps["party_a"] != "ASEAN")].copy()
    spans = [first_and_last(day, exact) for day, exact in zip(rows["date"], rows["precision"], strict=True)]
    rows["first"], rows["last"] = [span[0] for span in spans], [span[1] for span in spans]
    groups = rows.groupby("step_group")
    event = pd.DataFrame(
        {
            "first": groups["first"].min(),
            "last": groups["last"].max(),
            # Sources agree where one day fits them all.
            "disputed": groups["first"].max() > groups["last"].min(),
            "n_sources": groups.size(),
        }
    )
    # Where the sources agree, the narrowest of them says when.
    agreed = ~event["disputed"]
    event.loc[agreed, "first"], event.loc[agreed, "last"] = groups["first"].max(), groups["last"].min()
    best = rows[rows["preferred"]].drop(columns=["first", "last"]).merge(event, on="step_group")
    one, other = best["party_a"].astype(str), best["party_b"].astype(str)
    sides = [
        best.assign(member=side, partner=opposite)[side.isin(members)]
        for side, opposite in ((one, other), (other, one))
    ]
    columns = ["member", "partner", "level", "date", "precision", "first", "last", "disputed"]
    both = pd.concat(sides)[[*columns, "meeting", "n_sources", "source_url", "note", "step_group"]]
    return both.assign(level=both["level"].astype(str)).sort_values(
        ["first", "member", "partner"], ignore_index=True
    )


def standing_on(events: pd.DataFrame, day: pd.Timestamp) -> pd.DataFrame:
    """The closest level of each pair on a day, a row a member and partner: the columns of `bilateral_events`.

    A step that only some of its dates place on or before the day counts: it may have been there.
    """
    rows = events[events["first"] <= day].assign(rank=lambda frame: frame["level"].map(RANK))
    rows = rows.sort_values(["rank", "first"]).drop_duplicates(["member", "partner"], keep="last")
    return rows.drop(columns="rank").sort_values(["member", "partner"], ignore_index=True)


def changes_between(events: pd.DataFrame, since: pd.Timestamp, until: pd.Timestamp) -> pd.DataFrame:
    """Steps that fall, or by some source may fall, on the days from `since` to `until`, in order of time.

    The columns of `bilateral_events`, `before` (the closest level on record until then, else missing) and
    `certain` (all that the sources say lies within the days).
    """
    rows = events[(events["first"] <= until) & (events["last"] >= since)].copy()
    rows["certain"] = (rows["first"] >= since) & (rows["last"] <= until)
    rows["before"] = pd.Series(
        [_before(events, row) for row in rows.itertuples()], index=rows.index, dtype="str"
    )
    return rows.sort_values(["first", "member", "partner"], ignore_index=True)


def bilateral_matrix(
    events: pd.DataFrame, countries: pd.DataFrame, look: Look, since: pd.Timestamp, until: pd.Timestamp
) -> Figure:
    """Members across, partners down: level and year on `until` in each cell, framed where new since then."""
    words = look.words
    cells = standing_on(events, until)
    changed = changes_between(events, since, until)
    marked = set(changed["step_group"])
    cells["partner_name"], cells["member_name"] = (
        cells["partner"].map(words.country),
        cells["member"].map(words.country),
    )
    cells["level_name"] = cells["level"].map(lambda code: words.code("level", code))
    cells["label"] = [
        f"{words(f'partnerships-short-{row.level}')}\n{_years(row)}" for row in cells.itertuples()
    ]
    cells["short"] = cells["label"].str.replace(r"\b20(?=\d\d)", "", regex=True)
    cells["day"] = [
        written_date(day, exact) for day, exact in zip(cells["date"], cells["precision"], strict=True)
    ]
    cells["occasion"] = cells["meeting"].map(words.occasion)
    cells["fill"], cells["on_fill"] = cells["level"].map(look.level), cells["level"].map(look.on_level)
    cells["changed"] = cells["step_group"].isin(marked)
    known = countries["code"].astype(str).tolist()
    members = [
        code for code in known if code in set(countries.loc[countries["kind"] == "asean-member", "code"])
    ]
    partners = sorted(set(cells["partner"]), key=lambda code: (code in members, known.index(code)))
    x = alt.X(
        "member_name:N",
        title=None,
        scale=alt.Scale(domain=[words.country(code) for code in members], paddingInner=0.06, paddingOuter=0),
        axis=alt.Axis(orient="top", ticks=False, domain=False, labelAngle=-45, labelOverlap=False),
    )
    y = alt.Y(
        "partner_name:N",
        title=None,
        scale=alt.Scale(domain=[words.country(code) for code in partners], paddingInner=0.08, paddingOuter=0),
        axis=alt.Axis(ticks=False, domain=False, labelLimit=150),
    )
    tooltip = [
        alt.Tooltip("member_name:N", title=words("partnerships-member")),
        alt.Tooltip("partner_name:N", title=words("partnerships-partner")),
        alt.Tooltip("level_name:N", title=words("partnerships-level")),
        alt.Tooltip("day:N", title=words("column-date")),
        alt.Tooltip("occasion:N", title=words("column-meeting")),
    ]
    empty = pd.DataFrame(
        [
            {"member_name": words.country(member), "partner_name": words.country(partner)}
            for partner in partners
            for member in members
            if member != partner
        ],
        columns=["member_name", "partner_name"],
    )
    ground = alt.Chart(empty).mark_rect(color=look.grid, opacity=0.45).encode(x=x, y=y)
    pick = alt.selection_point(name="pick", fields=["step_group"])
    base = alt.Chart(cells).encode(x=x, y=y)
    rects = base.mark_rect(cursor="pointer").encode(color=alt.Color("fill:N", scale=None), tooltip=tooltip)
    frames = base.transform_filter("datum.changed").mark_rect(
        filled=False, stroke=look.highlight, strokeWidth=2.5, cursor="pointer"
    )
    text = base.mark_text(
        fontSize=alt.expr(f"width < {NARROW} ? 8 : 10"),
        text=alt.expr(f"width < {NARROW} ? datum.short : datum.label"),
        lineHeight=12,
        lineBreak="\n",
        baseline="middle",
        dy=-6,
        cursor="pointer",
    )
    chart = alt.layer(
        ground,
        rects.add_params(pick),
        frames.encode(tooltip=tooltip),
        text.encode(color=alt.Color("on_fill:N", scale=None)),
    ).properties(height=ROW * max(len(partners), 1) + HEAD)
    most = changed["partner"].value_counts().head(1)
    days = {"since": since.date().isoformat(), "until": until.date().isoformat()}
    return Figure(
        chart=chart,
        title=words("partnerships-bilateral-title", n=changed["step_group"].nunique(), **days),
        alt=words(
            "partnerships-bilateral-alt",
            n=len(cells),
            partner=words.country(most.index[0]),
            most=int(most.iloc[0]),
        )
        if len(most)
        else words("partnerships-bilateral-alt-none", n=len(cells)),
        data=cells[
            [
                "member",
                "member_name",
                "partner",
                "partner_name",
                "level",
                "day",
                "precision",
                "disputed",
                "changed",
                "occasion",
                "source_url",
            ]
        ],
        note=words("partnerships-bilateral-note"),
    )


def _before(events: pd.DataFrame, step: Any) -> str | None:
    same = (
        (events["member"] == step.member)
        & (events["partner"] == step.partner)
        & (events["last"] < step.first)
    )
    levels = events.loc[same, "level"]
    return max(levels, key=lambda level: RANK[level]) if len(levels) else None


def _years(row: Any) -> str:
    """The year of a step, or both where its sources disagree on the year: "2022/23"."""
    first, last = row.first.year, row.last.year
    return f"{first}/{last % 100:02}" if first != last else str(first)


def before_and_after(row: Any, words: Words) -> str:
    """The level before and the new one ("Dialogue partner → Strategic partnership"), or only the new one."""
    after = words.code("level", row.level)
    return after if pd.isna(row.before) else f"{words.code('level', row.before)} → {after}"
