"""Two lines of words over a mark: a name and what is said of it, readable on narrow screens too."""

from __future__ import annotations

from typing import Any

import altair as alt

from pages.parts.look import Look

LANE = 54  # px a lane needs for two lines of words and a mark `DROP` below its middle
DROP = 14
AXIS = 32  # px that an axis takes from the height of a chart on a page
SMALL = alt.expr("width < 420 ? 10.5 : 12")
SMALLER = alt.expr("width < 420 ? 10 : 11.5")


def words_above(base: alt.Chart, look: Look, head: str, told: str) -> list[alt.Chart]:
    """Text marks of the columns `head` and `told`, at the left edge of each lane of `base` (which sets y)."""
    line: dict[str, Any] = {"align": "left", "baseline": "middle"}
    named = base.mark_text(**line, yOffset=-17, fontSize=SMALL, fontWeight="bold", color=look.ink)
    said = base.mark_text(**line, yOffset=-2, fontSize=SMALLER, color=look.muted)
    return [named.encode(x=alt.value(1), text=f"{head}:N"), said.encode(x=alt.value(1), text=f"{told}:N")]
