"""How long each partner's CSP took from the first proposal and from the agreement in principle."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from pages.charts.above import DROP, LANE, words_above
from pages.charts.dates import days_between, written_date
from pages.charts.figure import Figure
from pages.charts.upgrades import csp_steps
from pages.parts.look import Look, partner_colour
from pages.parts.words import Words

BEFORE = ("proposed", "agreed-in-principle")


def csp_waits(steps: pd.DataFrame) -> pd.DataFrame:
    """The days from each earlier stage on record to CSP, a row a partner and stage.

    A partner without any earlier stage on record has one row without `status`. Gives columns order (1 reached
    CSP first), partner, status, date, precision, established, established_precision, fewest, most (days),
    step_group (of the earlier stage; of the establishment where there is none).
    """
    stages = csp_steps(steps)
    reached = stages[stages["status"] == "established"].reset_index(drop=True)
    rows = []
    for number, end in enumerate(reached.itertuples(), start=1):
        known = {
            "order": number,
            "partner": end.partner,
            "established": end.date,
            "established_precision": str(end.precision),
        }
        earlier = stages[(stages["partner"] == end.partner) & stages["status"].isin(BEFORE)]
        for start in earlier.itertuples():
            fewest, most = days_between(start.date, start.precision, end.date, end.precision)
            rows.append(
                known
                | {
                    "status": str(start.status),
                    "date": start.date,
                    "precision": str(start.precision),
                    "fewest": fewest,
                    "most": most,
                    "step_group": start.step_group,
                }
            )
        if earlier.empty:
            rows.append(known | {"step_group": end.step_group})
    columns = ["order", "partner", "status", "date", "precision", "established", "established_precision"]
    table = pd.DataFrame(rows, columns=[*columns, "fewest", "most", "step_group"])
    return table.astype({"fewest": "Int64", "most": "Int64", "date": "datetime64[us]"})


def first_told(claims: pd.DataFrame, releases: pd.DataFrame) -> pd.DataFrame:
    """The release published first that tells of a CSP with ASEAN still to come, a row a partner.

    Takes `partnership_claims` and `releases`; gives columns partner, published, release_id.
    """
    coming = (claims["party_a"] == "ASEAN") & (claims["level"] == "csp")
    coming &= claims["status"].isin([*BEFORE, "in-progress"])
    rows = claims.loc[coming, ["party_b", "release_id"]].merge(
        releases[["release_id", "published"]], on="release_id"
    )
    rows = rows.dropna(subset="published").sort_values("published", kind="stable").drop_duplicates("party_b")
    return rows.assign(partner=rows["party_b"].astype(str))[["partner", "published", "release_id"]]


def csp_wait(steps: pd.DataFrame, look: Look) -> Figure:
    """Bars of days from the first stage on record to CSP, partners in the order they reached it."""
    words = look.words
    table = csp_waits(steps)
    rows = table.sort_values("date").drop_duplicates("partner").sort_values("order").copy()
    rows["name"] = [f"{row['order']}. {words.country(row['partner'])}" for row in _records(rows)]
    rows["head"] = [f"{row['name']}  {_days(row, words)}" for row in _records(rows)]
    rows["told"] = [_said(row, words) for row in _records(rows)]
    rows["colour"] = rows["partner"].map(partner_colour)
    known = rows[rows["most"].notna()].sort_values("most")
    y = alt.Y("name:N", title=None, sort=rows["name"].tolist(), axis=None)
    longest = int(known["most"].max()) if len(known) else 1
    x = alt.X("most:Q", title=None, axis=None, scale=alt.Scale(domain=[0, longest]))
    pick = alt.selection_point(name="pick", fields=["step_group"])
    base = alt.Chart(rows).encode(y=y)
    bars = base.mark_bar(height=8, yOffset=DROP, cursor="pointer").encode(
        x=x,
        color=alt.Color("colour:N", scale=None),
        tooltip=[alt.Tooltip("head:N", title=" "), alt.Tooltip("told:N", title=" ")],
    )
    chart = alt.layer(bars.add_params(pick), *words_above(base, look, "head", "told"))
    return Figure(
        chart=chart.properties(height=LANE * max(len(rows), 1)),
        title=_title(_records(known), words),
        alt=words(
            "partnerships-wait-alt",
            items=words.list([f"{row['head']}, {row['told']}" for row in _records(rows)]),
        ),
        data=table,
        note=words("partnerships-wait-note"),
    )


def written_days(fewest: int, most: int, words: Words) -> str:
    """ "298 days", or "27–57 days" where a date is not known to the day."""
    if fewest == most:
        return words("partnerships-days-exact", n=most, days=f"{most:,}")
    return words("partnerships-days-range", fewest=f"{fewest:,}", most=f"{most:,}")


def _records(rows: pd.DataFrame) -> list[dict[str, Any]]:
    return [{str(key): value for key, value in row.items()} for row in rows.to_dict("records")]


def _days(row: dict[str, Any], words: Words) -> str:
    return "–" if pd.isna(row["most"]) else written_days(row["fewest"], row["most"], words)


def _title(known: list[dict[str, Any]], words: Words) -> str:
    if len(known) < 2:
        return words("partnerships-wait-title-none")
    quick, slow = known[0], known[-1]
    return words(
        "partnerships-wait-title",
        short=_days(quick, words),
        short_name=words.country(quick["partner"]),
        long=_days(slow, words),
        long_name=words.country(slow["partner"]),
    )


def _said(row: dict[str, Any], words: Words) -> str:
    end = written_date(row["established"], row["established_precision"])
    if pd.isna(row["most"]):
        return words("partnerships-wait-unknown", end=end)
    return words(
        "partnerships-wait-label",
        stage=words.code("status", row["status"]),
        start=written_date(row["date"], row["precision"]),
        end=end,
    )
