"""How reliable the coding is."""

from __future__ import annotations

import altair as alt
import pandas as pd

from pages.charts.figure import Figure
from pages.charts.topic_marks import counts_beside
from pages.parts.look import Look


def reliability(table: pd.DataFrame, look: Look) -> Figure:
    """Dots from 0 to 1: a row a field, a dot a measure; takes source, language, field, measure, value, n
    with names.

    Columns besides: field_name, measure_name, source_name.
    """
    words = look.words
    rows = table.copy()
    rows["label"] = [f"{row.value:.2f}  (n {row.n})" for row in rows.itertuples()]
    rows["row"] = rows["field_name"] + " · " + rows["measure_name"]
    x_axis = alt.Axis(format=".1f", orient="top", tickCount=6, domain=False, ticks=False)
    x = alt.X("value:Q", title=None, axis=x_axis, scale=alt.Scale(domain=[0, 1], nice=False))
    # The measure under the field: a phone has no room for both on one line.
    two_lines = alt.Axis(ticks=False, domain=False, labelLimit=300, labelExpr="split(datum.label, ' · ')")
    y = alt.Y("row:N", title=None, sort=None, axis=two_lines)
    base = alt.Chart(rows).encode(y=y)
    tooltip = [
        alt.Tooltip("field_name:N", title=words("topics-reliability-field")),
        alt.Tooltip("measure_name:N", title=words("topics-measure")),
        alt.Tooltip("value:Q", title=words("topics-reliability-value"), format=".2f"),
        alt.Tooltip("n:Q", title="n"),
        alt.Tooltip("source_name:N", title=words("column-source")),
    ]
    rules = base.mark_rule(color=look.faint, strokeWidth=1.5).encode(x=x, x2=alt.datum(0))
    dots = base.mark_point(filled=True, size=95, opacity=1, color=look.accent).encode(x=x, tooltip=tooltip)
    weakest = rows.loc[rows["value"].idxmin()]
    fields = {
        "field": weakest["field_name"],
        "measure": weakest["measure_name"],
        "value": f"{weakest['value']:.2f}",
    }
    return Figure(
        chart=alt.layer(rules, dots, counts_beside(base, look)).properties(height=alt.Step(32)),
        title=words("topics-reliability-title", source=rows["source_name"].iloc[0], **fields),
        alt=words("topics-reliability-alt", n=len(rows), source=rows["source_name"].iloc[0], **fields),
        data=table,
        note=words("topics-reliability-note"),
    )
