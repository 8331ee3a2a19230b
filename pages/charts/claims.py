"""What releases say of partnership steps beside the official record; and steps whose own sources disagree."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from pages.charts.above import AXIS, DROP, LANE, words_above
from pages.charts.dates import days_between, first_and_last, written_date
from pages.charts.figure import Figure
from pages.charts.waits import written_days
from pages.parts.look import Look
from pages.parts.words import Words

# Contradictions first.
VERDICTS = ("contradicts", "agrees", "open")


def held_claims(claims: pd.DataFrame, releases: pd.DataFrame, steps: pd.DataFrame) -> pd.DataFrame:
    """Each claim with its verdict, its release and the official step beside it: contradictions first.

    Takes `partnership_claims`, `releases` and all `partnership_steps`. To the columns of the claims it adds
    verdict (see VERDICTS); of the release issuer, published, coverage, label_en, label_ko and source_url; of
    the record record_url, record_issuer, record_group and near_status: the status of another step of the same
    parties and level that the record has on the claimed date, if it has one.
    """
    said = releases[["release_id", "issuer", "published", "coverage", "label_en", "label_ko", "source_url"]]
    record = steps[["step_id", "step_group", "source_url", "issuer"]].rename(
        columns={
            "step_id": "record_step_id",
            "step_group": "record_group",
            "source_url": "record_url",
            "issuer": "record_issuer",
        }
    )
    rows = claims.merge(said, on="release_id", how="left").merge(record, on="record_step_id", how="left")
    rows["verdict"] = pd.Categorical(map(verdict, rows["agrees"]), VERDICTS, ordered=True)
    near = [_near(steps, row) for row in rows.itertuples()]
    rows["near_status"] = pd.Series(near, index=rows.index, dtype="str")
    return rows.sort_values(["verdict", "published", "claim_id"], ignore_index=True)


def contradictions(held: pd.DataFrame, look: Look) -> Figure:
    """A line a contradiction: the days the release's date can mean, hollow, beside the date on record."""
    words = look.words
    rows = held[held["verdict"] == "contradicts"].copy()
    rows["parties"] = [pair_name(row.party_a, row.party_b, words) for row in rows.itertuples()]
    rows["level_name"] = rows["level"].astype(str).map(lambda code: words.code("level", code))
    rows["claimed"] = [
        written_date(day, exact) for day, exact in zip(rows["date"], rows["precision"], strict=True)
    ]
    rows["official"] = [
        written_date(day, exact)
        for day, exact in zip(rows["record_date"], rows["record_precision"], strict=True)
    ]
    spans = [first_and_last(day, exact) for day, exact in zip(rows["date"], rows["precision"], strict=True)]
    rows["first"], rows["last"] = [span[0] for span in spans], [span[1] for span in spans]
    rows["head"] = rows["parties"] + ", " + rows["level_name"]
    rows["issuer_name"] = rows["issuer"].map(words.issuer)
    rows["told"] = [
        words(
            "partnerships-contradiction", issuer=row.issuer_name, claimed=row.claimed, official=row.official
        )
        for row in rows.itertuples()
    ]
    ends = [*rows["first"], *rows["last"], *rows["record_date"]]
    room = (max(ends) - min(ends)) * 0.03 if ends else pd.Timedelta(days=1)
    domain = [(min(ends) - room).isoformat(), (max(ends) + room).isoformat()] if ends else alt.Undefined
    scale = alt.Scale(domain=domain)
    axis = alt.Axis(orient="top", format="%Y-%m", tickCount=6, labelOverlap=True)
    y = alt.Y("claim_id:N", title=None, sort=rows["claim_id"].tolist(), axis=None)
    tooltip = [
        alt.Tooltip("parties:N", title=words("column-parties")),
        alt.Tooltip("level_name:N", title=words("partnerships-level")),
        alt.Tooltip("issuer_name:N", title=words("column-issuer")),
        alt.Tooltip("claimed:N", title=words("partnerships-claimed")),
        alt.Tooltip("official:N", title=words("partnerships-official")),
    ]
    pick = alt.selection_point(name="pick", fields=["claim_id"])
    base = alt.Chart(rows).encode(y=y)
    said = base.mark_bar(
        height=12, yOffset=DROP, filled=False, stroke=look.highlight, strokeWidth=2, cursor="pointer"
    ).encode(x=alt.X("first:T", title=None, scale=scale, axis=axis), x2="last:T", tooltip=tooltip)
    known = base.mark_point(
        filled=True, size=130, shape="diamond", color=look.accent, opacity=1, yOffset=DROP, cursor="pointer"
    ).encode(x=alt.X("record_date:T", title=None, scale=scale, axis=axis), tooltip=tooltip)
    chart = alt.layer(said.add_params(pick), known, *words_above(base, look, "head", "told")).properties(
        height=LANE * max(len(rows), 1) + AXIS
    )
    compared = int((held["verdict"] != "open").sum())
    return Figure(
        chart=chart,
        title=words("partnerships-contradictions-title", n=len(rows), compared=compared),
        alt=words("partnerships-contradictions-alt", items="; ".join(rows["head"] + ", " + rows["told"]))
        if len(rows)
        else words("partnerships-contradictions-none", compared=compared),
        data=rows[
            [
                "claim_id",
                "parties",
                "level",
                "status",
                "issuer",
                "as_stated",
                "claimed",
                "official",
                "source_url",
                "record_url",
            ]
        ],
        note=words("partnerships-contradictions-note"),
    )


def disputed_steps(steps: pd.DataFrame, conflicts: pd.DataFrame) -> pd.DataFrame:
    """Every statement about a step whose sources give different dates, the widest differences first.

    Takes `partnership_steps` and `conflicts`; to the columns of the steps it adds fewest and most: the days
    that the earliest and the latest date of the step can lie apart.
    """
    groups = set(conflicts.loc[conflicts["step_group"].notna(), "step_group"])
    rows = steps[steps["step_group"].isin(groups)].sort_values(["step_group", "date", "precision"]).copy()
    apart = {}
    for group, frame in rows.groupby("step_group"):
        one, other = frame.iloc[0], frame.iloc[-1]
        fewest, most = days_between(one["date"], one["precision"], other["date"], other["precision"])
        apart[group] = (max(fewest, 0), most)
    rows["fewest"] = [apart[group][0] for group in rows["step_group"]]
    rows["most"] = [apart[group][1] for group in rows["step_group"]]
    return rows.sort_values(["most", "step_group", "date"], ascending=[False, True, True], ignore_index=True)


def disputes(disputed: pd.DataFrame, look: Look) -> Figure:
    """A bar a step: how far apart its sources are at most, with the dates they give."""
    words = look.words
    rows = disputed.copy()
    rows["day"] = [
        written_date(day, exact) for day, exact in zip(rows["date"], rows["precision"], strict=True)
    ]
    dates = rows.groupby("step_group", sort=False)["day"].unique().map(" / ".join)
    bars = rows.drop_duplicates("step_group").copy()
    bars["dates"] = bars["step_group"].map(dates)
    bars["head"] = [
        f"{pair_name(row.party_a, row.party_b, words)}, {words.code('level', row.level)}"
        for row in bars.itertuples()
    ]
    bars["told"] = [
        words("partnerships-dispute", dates=row.dates, days=written_days(row.fewest, row.most, words))
        for row in bars.itertuples()
    ]
    y = alt.Y("step_group:N", title=None, sort=bars["step_group"].tolist(), axis=None)
    pick = alt.selection_point(name="pick", fields=["step_group"])
    base = alt.Chart(bars).encode(y=y)
    lengths = base.mark_bar(height=8, yOffset=DROP, cursor="pointer").encode(
        x=alt.X("most:Q", title=None, axis=None, scale=alt.Scale(type="sqrt", zero=True)),
        tooltip=[alt.Tooltip("head:N", title=" "), alt.Tooltip("told:N", title=" ")],
    )
    return Figure(
        chart=alt.layer(lengths.add_params(pick), *words_above(base, look, "head", "told")).properties(
            height=LANE * max(len(bars), 1)
        ),
        title=words("partnerships-disputes-title", n=len(bars)),
        alt=words(
            "partnerships-disputes-alt",
            n=len(bars),
            items="; ".join((bars["head"] + ", " + bars["told"]).head(3)),
        ),
        data=rows[
            ["step_group", "party_a", "party_b", "level", "status", "day", "issuer", "source_url", "note"]
        ],
        note=words("partnerships-disputes-note"),
    )


def verdict(agrees: Any) -> str:
    """How a claim that agrees with the record, does not, or cannot be compared is called in VERDICTS."""
    return "open" if pd.isna(agrees) else "agrees" if agrees else "contradicts"


def pair_name(one: str, other: str, words: Words) -> str:
    """ "ASEAN – Japan": the two sides of a step."""
    return f"{words.country(one)} – {words.country(other)}"


def _near(steps: pd.DataFrame, claim: Any) -> str | None:
    """The status of a step that the claimed date fits, where the claimed step itself does not."""
    if claim.verdict != "contradicts" or pd.isna(claim.date):
        return None
    first, last = first_and_last(claim.date, claim.precision)
    same = (steps["party_a"] == claim.party_a) & (steps["party_b"] == claim.party_b)
    same &= (
        (steps["level"] == claim.level)
        & (steps["status"] != claim.status)
        & steps["date"].between(first, last)
    )
    found = steps.loc[same & (steps["precision"] == "day"), "status"]
    return str(found.iloc[0]) if len(found) else None
