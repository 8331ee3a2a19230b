"""What the charts of topics share: names, colours, clicks, tooltips and labels that keep apart."""

from __future__ import annotations

from collections.abc import Sequence

import altair as alt
import pandas as pd

from pages.parts.look import PILLARS, Look, partner_colour
from pages.parts.words import Words, names, phrases

# Lines and dots of up to six topics; told apart by colour-blind readers (after Okabe and Ito).
SERIES_COLOURS = ("#0072b2", "#d55e00", "#009e73", "#aa4499", "#b8860b", "#777777")
PICK = "picked"
KEY_COLUMNS = alt.expr("width < 260 ? 2 : 3")
KEY = 26  # px that the key of the pillars takes from the height of a chart


def pillar_of(topic: str) -> str:
    """The pillar of the ASEAN Community that a topic belongs to."""
    return names("topic")[topic]["pillar"]


def name_topics(table: pd.DataFrame, look: Look) -> pd.DataFrame:
    """A copy with `name`, `pillar` and `pillar_name` of each topic."""
    pillar = table["topic"].map(pillar_of)
    said = pillar.map(lambda code: look.words.code("pillar", code))
    return table.assign(name=table["topic"].map(look.words.topic), pillar=pillar, pillar_name=said)


def pillar_colour(topic: str) -> str:
    """The colour of a topic's pillar."""
    return PILLARS[pillar_of(topic)]


def pillar_key(words: Words) -> alt.Color:
    """The colours of the pillars by `pillar_name`, with their key."""
    return alt.Color(
        "pillar_name:N",
        title=None,
        scale=alt.Scale(
            domain=[words.code("pillar", code) for code in PILLARS], range=list(PILLARS.values())
        ),
        legend=alt.Legend(symbolType="square", symbolOpacity=1, columns=KEY_COLUMNS),
    )


def group_name(words: Words, by: str, code: str) -> str:
    """The name of a group of the grouping `by` (see measures.units.GROUPINGS)."""
    if by in ("partner", "country"):
        return words.country(code)
    if by == "issuer":
        return words.issuer(code)
    if by == "series":
        return words.series(code)
    if by in ("level", "coverage"):
        return words.code({"level": "meeting-level"}.get(by, by), code)
    if by == "language" and f"language-{code}" in phrases():
        return words.code("language", code)
    return code


def group_colour(by: str, code: str, look: Look) -> str:
    """Partners have their own colour on every page; other groups share one."""
    return partner_colour(code) if by == "partner" else look.accent


def picking(*fields: str) -> alt.Parameter:
    """A click on a mark selects it by these fields; see parts.topics_clicks."""
    return alt.selection_point(name=PICK, fields=list(fields), on="click", empty=False)


def share_tooltip(words: Words, *before: alt.Tooltip) -> list[alt.Tooltip]:
    """Topic, number, of how many, share and interval."""
    return [
        alt.Tooltip("name:N", title=words("column-topic")),
        *before,
        alt.Tooltip("count:Q", title=words("column-count")),
        alt.Tooltip("total:Q", title=words("topics-of")),
        alt.Tooltip("share:Q", title=words("column-share"), format=".1%"),
        alt.Tooltip("low:Q", title=words("topics-low"), format=".1%"),
        alt.Tooltip("high:Q", title=words("topics-high"), format=".1%"),
    ]


def counts_beside(base: alt.Chart, look: Look) -> alt.Chart:
    """The `label` of each row in a column of its own, right of the marks: no width cuts it, no line crosses it."""
    column: alt.Chart = base.mark_text(align="left", dx=8, fontSize=11).encode(
        x=alt.value("width"), text="label:N", color=alt.value(look.muted), opacity=alt.value(1)
    )
    return column


def kept_apart(values: Sequence[float], gap: float) -> list[float]:
    """The values moved as little as needed so that neighbours are `gap` apart: places for labels."""
    order = sorted(range(len(values)), key=lambda i: values[i])
    placed: list[float] = []
    for i in order:
        placed.append(max(values[i], placed[-1] + gap) if placed else values[i])
    # What was pushed up as a block goes down by half of the push.
    pushed = [place - values[i] for place, i in zip(placed, order, strict=True)]
    shift = max(pushed, default=0.0) / 2
    result = [0.0] * len(values)
    for place, i in zip(placed, order, strict=True):
        result[i] = place - shift
    return result


def points(value: float) -> str:
    """A difference of shares in percentage points, with its sign: "+12", "−3"."""
    return f"{value * 100:+.0f}".replace("-", "−")


def probability(p: float) -> str:
    """A p or q with its sign: "= 0.012", "< 0.001"."""
    return "< 0.001" if p < 0.001 else f"= {p:.3f}"
