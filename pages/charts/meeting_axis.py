"""The axis of charts whose columns are meetings: what each is called, above it."""

from __future__ import annotations

from collections.abc import Mapping

import altair as alt


def meeting_axis(heads: Mapping[str, str]) -> alt.X:
    """A column a meeting, in the order of `heads`: its id to its head, lines apart by "/"."""
    return alt.X(
        "meeting_id:N",
        title=None,
        scale=alt.Scale(domain=list(heads)),
        axis=alt.Axis(
            orient="top",
            labelExpr=f"split(({dict(heads)})[datum.value], '/')",
            labelAngle=0,
            labelOverlap=True,
            labelPadding=16,
            ticks=False,
            domain=False,
        ),
    )
