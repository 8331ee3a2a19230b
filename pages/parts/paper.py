"""A Plotly figure as a Vega-Lite chart, for pictures.

Plotly draws pictures only with a browser on the machine; vl-convert needs none. This covers what our Plotly
charts use: scatter (lines, markers, text), bar and heatmap traces on linear, date or category axes, a legend,
and shapes and annotations in data coordinates. Anything else raises NotImplementedError, which the test of all
charts would meet.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import altair as alt
import pandas as pd
import plotly.graph_objects as go

from pages.parts.look import Look

_LEGEND_ROW, _LEGEND_COLUMN = 20, 380  # px
_ANCHORS: dict[str, Any] = {
    "left": "right",
    "right": "left",
    "center": "center",
    "middle": "middle",
    "top": "bottom",
    "bottom": "top",
}


def plotly_on_paper(figure: go.Figure, look: Look) -> Any:
    """The same marks, scales and labels, without what only a screen has (hover, zoom, clicks)."""
    layers = [_shape(shape, figure, look) for shape in figure.layout.shapes]
    for trace in figure.data:
        if trace.visible in (False, "legendonly"):
            continue
        draw = {"scatter": _scatter, "bar": _bar, "heatmap": _heatmap}.get(trace.type)
        if draw is None:
            raise NotImplementedError(f"No picture for a Plotly trace of the kind {trace.type!r}.")
        layers += draw(trace, figure, look)
    layers += [_annotation(note, figure, look) for note in figure.layout.annotations]
    height = max((figure.layout.height or 400) - 40, 80)
    if figure.layout.showlegend:
        # On the page the legend takes its room from the figure's height, here it stands below.
        named = [trace for trace in figure.data if trace.name and trace.showlegend is not False]
        height = max(height - _LEGEND_ROW * (len(named) + 1) // 2, 80)
        for number, trace in enumerate(named):
            column, row = number % 2, number // 2
            layers += _legend_entry(trace, column * _LEGEND_COLUMN, height + _LEGEND_ROW * (row + 1), look)
    return alt.layer(*layers).properties(height=height)


def _legend_entry(trace: Any, x: int, y: int, look: Look) -> list[alt.Chart]:
    """The trace's line or mark, and its name, at a place in px from the corner of the plotting area."""
    base = alt.Chart(pd.DataFrame([{"text": trace.name}]))
    name = base.mark_text(align="left", baseline="middle", fontSize=11, color=look.ink)
    named = name.encode(x=alt.value(x + 34), y=alt.value(y), text="text:N")
    if "lines" in (trace.mode or "lines"):
        half = (trace.line.width or 2) / 2
        swatch = base.mark_rect(color=trace.line.color or look.accent)
        ends = {
            "x": alt.value(x),
            "x2": alt.value(x + 26),
            "y": alt.value(y - half),
            "y2": alt.value(y + half),
        }
        return [swatch.encode(**ends), named]
    marker = _marker(trace.marker, look)
    point = base.mark_point(
        **marker, color=_or(trace.marker.color, look.accent), size=150 if "stroke" in marker else 90
    )
    return [point.encode(x=alt.value(x + 13), y=alt.value(y)), named]


def _marker(marker: Any, look: Look) -> dict[str, Any]:
    """How a Plotly marker is drawn, but for its colour and size."""
    symbol = marker.symbol if isinstance(marker.symbol, str) else "circle"
    shape = symbol.removesuffix("-open")
    hollow = symbol.endswith("-open")
    edge = marker.line.color if isinstance(marker.line.color, str) and not hollow else None
    return {
        "shape": shape if shape in ("diamond", "square", "triangle-up") else "circle",
        "filled": not hollow,
        "opacity": _or(marker.opacity, 1),
        "strokeWidth": 1.5,
        **({"stroke": edge} if edge else {}),
    }


def _frame(trace: Any, **columns: Any) -> pd.DataFrame:
    x = _list(trace.x)
    frame = pd.DataFrame({"x": x, "y": _list(trace.y)})
    for name, values in columns.items():
        frame[name] = values if _is_many(values) else [values] * len(frame)
    return frame


def _list(values: Any) -> list[Any]:
    return [] if values is None else list(values)


def _is_many(values: Any) -> bool:
    return (isinstance(values, Sequence | pd.Series) and not isinstance(values, str)) or hasattr(
        values, "tolist"
    )


def _axis(figure: go.Figure, name: str, look: Look) -> Any:
    """The position channel that a Plotly axis stands for."""
    axis = figure.layout[f"{name}axis"]
    kind = {"date": "temporal", "category": "nominal"}.get(axis.type or "", "quantitative")
    scale: dict[str, Any] = {"zero": False}
    if axis.categoryarray is not None:
        scale = {"domain": list(axis.categoryarray)}
    elif axis.range is not None:
        low, high = axis.range
        scale |= {
            "domain": sorted([str(low), str(high)] if kind == "temporal" else [low, high]),
            "nice": False,
        }
        if kind == "quantitative" and low > high:
            scale["reverse"] = True
    options: dict[str, Any] = {"title": axis.title.text, "grid": axis.showgrid is not False}
    if axis.visible is False:
        return _channel(name, kind, alt.Scale(**scale), None)
    if axis.showticklabels is False:
        options |= {"labels": False, "ticks": False}
    if axis.tickvals is not None and axis.ticktext is not None:
        shown = "time(datum.value)" if kind == "temporal" else "datum.value"
        keys = [str(_milliseconds(value) if kind == "temporal" else value) for value in axis.tickvals]
        labels = dict(zip(keys, axis.ticktext, strict=True))
        options["values"] = list(axis.tickvals)
        options["labelExpr"] = f"({labels})[{shown}] || datum.label"
    if kind == "temporal":
        options |= _years(axis.range)
    if name == "x" and axis.side == "top":
        options["orient"] = "top"
    return _channel(name, kind, alt.Scale(**scale), alt.Axis(**options))


def _years(span: Any) -> dict[str, Any]:
    """Ticks of a time axis without words: years, or months where it covers less than five years."""
    if span is None:
        return {"labelOverlap": True}
    years = (pd.Timestamp(span[1]) - pd.Timestamp(span[0])).days / 365
    if years < 5:
        return {"format": "%Y-%m", "tickCount": 8, "labelOverlap": True}
    step = next((step for step in (1, 2, 5, 10) if years / step <= 12), 20)
    return {"format": "%Y", "tickCount": {"interval": "year", "step": step}, "labelOverlap": True}


def _channel(name: str, kind: Any, scale: alt.Scale, axis: alt.Axis | None) -> alt.X | alt.Y:
    channel = alt.X if name == "x" else alt.Y
    return channel(name, type=kind, scale=scale, axis=axis, sort=None)


def _scatter(trace: Any, figure: go.Figure, look: Look) -> list[alt.Chart]:
    mode = trace.mode or "lines"
    x, y = _axis(figure, "x", look), _axis(figure, "y", look)
    clip = trace.cliponaxis is not False
    layers = []
    if "lines" in mode:
        frame = _frame(trace)
        # A gap (None) in a Plotly line ends it: each stretch is a line of its own.
        frame["stretch"] = frame["x"].isna().cumsum()
        colour = trace.line.color or look.accent
        dash = {"dot": [2, 3], "dash": [5, 4]}.get(trace.line.dash or "", [1, 0])
        line: dict[str, Any] = {
            "color": colour,
            "strokeWidth": trace.line.width or 2,
            "strokeDash": dash,
            "opacity": trace.opacity or 1,
        }
        if trace.line.shape == "hv":
            line["interpolate"] = "step-after"
        base = alt.Chart(frame.dropna(subset=["x", "y"]))
        layers.append(
            base.mark_line(**line, clip=clip).encode(x=x, y=y, detail="stretch:N", order=alt.value(0))
        )
    if "markers" in mode:
        marker = trace.marker
        frame = _frame(trace, colour=_or(marker.color, look.accent), size=_or(marker.size, 8))
        frame["area"] = frame["size"].astype(float) ** 2 * 0.8
        points = alt.Chart(frame.dropna(subset=["x", "y"])).mark_point(**_marker(marker, look), clip=clip)
        layers.append(
            points.encode(
                x=x,
                y=y,
                color=alt.Color("colour:N", scale=None),
                size=alt.Size("area:Q", scale=None, legend=None),
            )
        )
    if "text" in mode:
        layers += _text(trace, x, y, look)
    return layers


def _text(trace: Any, x: alt.X | alt.Y, y: alt.X | alt.Y, look: Look) -> list[alt.Chart]:
    frame = _frame(trace, text=trace.text, gap=_gaps(trace)).dropna(subset=["x", "y", "text"])
    where = (trace.textposition or "middle center").split()
    layers = []
    # The distance from a mark to its text belongs to the mark type, not to the data: a layer for each.
    for gap, rows in frame.groupby("gap"):
        marks = alt.Chart(rows).mark_text(
            align=_ANCHORS[where[1]],
            baseline=_ANCHORS[where[0]],
            dx={"right": gap, "left": -gap}.get(where[1], 0),
            dy={"top": -gap, "bottom": gap}.get(where[0], 0),
            color=_or(trace.textfont.color, look.ink),
            fontSize=_or(trace.textfont.size, 12),
        )
        layers.append(marks.encode(x=x, y=y, text="text:N"))
    return layers


def _gaps(trace: Any) -> Any:
    """How far the text of each mark stands from its middle, in px."""
    if "markers" not in (trace.mode or ""):
        return 4
    size = trace.marker.size
    return [round(each / 2) + 3 for each in size] if _is_many(size) else 8


def _bar(trace: Any, figure: go.Figure, look: Look) -> list[alt.Chart]:
    x, y = _axis(figure, "x", look), _axis(figure, "y", look)
    frame = _frame(trace, colour=_or(trace.marker.color, look.accent))
    bars = alt.Chart(frame).mark_bar().encode(x=x, y=y, color=alt.Color("colour:N", scale=None))
    return [bars]


def _heatmap(trace: Any, figure: go.Figure, look: Look) -> list[alt.Chart]:
    x, y = _axis(figure, "x", look), _axis(figure, "y", look)
    rows = [
        {"x": column, "y": row, "z": value, "text": _cell_text(trace, i, j)}
        for i, (row, values) in enumerate(zip(_list(trace.y), trace.z, strict=True))
        for j, (column, value) in enumerate(zip(_list(trace.x), values, strict=True))
    ]
    colours = [colour for _, colour in trace.colorscale] if trace.colorscale else [look.paper, look.accent]
    low, high = trace.zmin, trace.zmax
    scale = alt.Scale(range=colours, domain=alt.Undefined if low is None or high is None else [low, high])
    frame = pd.DataFrame(rows)
    base = alt.Chart(frame).encode(x=x, y=y)
    layers = [base.mark_rect().encode(color=alt.Color("z:Q", scale=scale, legend=None))]
    if trace.texttemplate or trace.text is not None:
        layers.append(base.mark_text(fontSize=11, color=look.ink).encode(text="text:N"))
    return layers


def _cell_text(trace: Any, i: int, j: int) -> str:
    value = trace.text[i][j] if trace.text is not None else trace.z[i][j]
    return "" if value is None else str(value)


def _shape(shape: Any, figure: go.Figure, look: Look) -> Any:
    frame = pd.DataFrame([{"x": shape.x0, "x2": shape.x1, "y": shape.y0, "y2": shape.y1}])
    x, y = _axis(figure, "x", look), _axis(figure, "y", look)
    encoding: dict[str, Any] = {}
    if shape.xref != "paper":
        encoding |= {"x": x} if shape.x0 == shape.x1 else {"x": x, "x2": "x2"}
    if shape.yref not in ("paper", "y domain"):
        encoding |= {"y": y} if shape.y0 == shape.y1 else {"y": y, "y2": "y2"}
    if shape.type == "rect":
        fill = shape.fillcolor or look.faint
        return alt.Chart(frame).mark_rect(color=fill, opacity=shape.opacity or 1).encode(**encoding)
    if shape.type == "line":
        dash = {"dot": [2, 3], "dash": [5, 4]}.get(shape.line.dash or "", [1, 0])
        rule: dict[str, Any] = {
            "color": shape.line.color or look.muted,
            "strokeDash": dash,
            "strokeWidth": shape.line.width or 1,
        }
        return alt.Chart(frame).mark_rule(**rule).encode(**encoding)
    raise NotImplementedError(f"No picture for a Plotly shape of the kind {shape.type!r}.")


def _annotation(note: Any, figure: go.Figure, look: Look) -> Any:
    if note.showarrow:
        raise NotImplementedError("No picture for a Plotly annotation with an arrow.")
    frame = pd.DataFrame([{"x": note.x, "y": note.y, "text": note.text}])
    encoding: dict[str, Any] = {"text": "text:N"}
    if note.xref == "paper":
        encoding["x"] = alt.value(alt.ExprRef(f"width * {note.x}"))
    else:
        encoding["x"] = _axis(figure, "x", look)
    if note.yref != "paper":
        encoding["y"] = _axis(figure, "y", look)
    align = _ANCHORS[{"left": "right", "right": "left"}.get(note.xanchor or "center", "center")]
    return (
        alt.Chart(frame)
        .mark_text(
            align=align,
            dx=note.xshift or 0,
            dy=-(note.yshift or 0),
            color=note.font.color or look.ink,
            fontSize=note.font.size or 12,
        )
        .encode(**encoding)
    )


def _milliseconds(day: Any) -> int:
    """A day of a Plotly axis as Vega's time: milliseconds since 1970, UTC."""
    return int(pd.Timestamp(day).timestamp() * 1000)


def _or(value: Any, default: Any) -> Any:
    return default if value is None else value
