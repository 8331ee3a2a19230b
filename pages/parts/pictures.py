"""A figure as a picture that can stand alone: title, filters, chart, source and date, as SVG or PNG."""

from __future__ import annotations

import re
from html import escape

import plotly.graph_objects as go
import vl_convert

from pages.charts.figure import Figure
from pages.parts import fonts
from pages.parts.look import Look
from pages.parts.paper import plotly_on_paper

WIDTH = 760  # of the plotting area, in px; about a text column of A4 at 110 dpi
MARGIN = 24
PNG_SCALE = 2.0
FACE = "'Noto Sans KR', sans-serif"
Line = tuple[str, float, str]  # text, size in px, colour


def svg(figure: Figure, look: Look, subtitle: str, foot: str, *, embed_font: bool = True) -> bytes:
    """The picture as SVG. `embed_font` carries the glyphs along, so that it reads on machines without Korean type."""
    fonts.register_with_renderer()
    chart = _chart_svg(figure, look)
    width, height = _size(chart)
    outer = max(width, 480) + 2 * MARGIN
    room = outer - 2 * MARGIN
    head: list[Line] = [(line, 18, look.ink) for line in _wrap(figure.title, 18, room)]
    head += [(line, 12.5, look.muted) for line in _wrap(subtitle, 12.5, room)]
    tail: list[Line] = [
        (line, 11, look.muted) for text in (figure.note, foot) for line in _wrap(text, 11, room)
    ]
    parts: list[str] = []
    y = float(MARGIN)
    y = _lines(parts, head, y) + 12
    parts.append(f'<svg x="{MARGIN}" y="{y:.1f}"{chart[4:]}')
    y = _lines(parts, tail, y + height + 8) + MARGIN - 4
    body = "".join(parts)
    face = f"<style>{fonts.embedded_face(_text_of(body))}</style>" if embed_font else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="{outer:.0f}"'
        f' height="{y:.0f}" viewBox="0 0 {outer:.0f} {y:.0f}" role="img" aria-label="{escape(figure.alt)}">'
        f'{face}<rect width="100%" height="100%" fill="{look.paper}"/>{body}</svg>'
    ).encode()


def png(figure: Figure, look: Look, subtitle: str, foot: str) -> bytes:
    """The picture as PNG, at twice the size of the SVG."""
    return vl_convert.svg_to_png(
        svg(figure, look, subtitle, foot, embed_font=False).decode(), scale=PNG_SCALE
    )


def _chart_svg(figure: Figure, look: Look) -> str:
    chart = figure.chart
    if isinstance(chart, go.Figure):
        chart = plotly_on_paper(chart, look)
    config = {**look.altair_config(), "font": FACE}
    spec = chart.to_dict()
    if "width" not in spec and not {"hconcat", "vconcat", "concat", "facet", "spec"} & spec.keys():
        spec["width"] = WIDTH
    spec["config"] = config
    drawn = vl_convert.vegalite_to_svg(spec)
    # Numbers and names share one face in print.
    return re.sub(r'font-family="[^"]*"', f'font-family="{FACE}"', drawn)


def _size(chart: str) -> tuple[float, float]:
    found = re.search(r'<svg[^>]*?\bwidth="([\d.]+)"[^>]*?\bheight="([\d.]+)"', chart)
    if not found:
        raise ValueError("The renderer gave an SVG without a size.")
    return float(found[1]), float(found[2])


def _lines(parts: list[str], lines: list[Line], y: float) -> float:
    for text, size, colour in lines:
        y += size * 1.35
        parts.append(
            f'<text x="{MARGIN}" y="{y:.1f}" font-family="{FACE}" font-size="{size}" fill="{colour}">'
            f"{escape(text)}</text>"
        )
    return y


def _wrap(text: str, size: float, width: float) -> list[str]:
    """Breaks text at spaces so that each line fits `width` px; Hangul is counted as wide, Latin as half."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        candidate = f"{line} {word}".strip()
        if line and _length(candidate) * size > width:
            lines.append(line)
            line = word
        else:
            line = candidate
    return [*lines, line] if line else lines


def _length(text: str) -> float:
    return sum(0.92 if char >= "ᄀ" else 0.56 for char in text)


def _text_of(markup: str) -> str:
    return "".join(sorted(set(re.sub(r"<[^>]+>", "", markup)))) + "…"
