"""A downloaded picture stands alone: title, filters, source, date, Korean type."""

from __future__ import annotations

import struct
from xml.etree import ElementTree

import altair as alt
import pandas as pd
import plotly.graph_objects as go
import pytest

from pages.charts.figure import Figure
from pages.parts import pictures
from pages.parts.look import Look
from pages.parts.words import Words

LOOK = Look(Words("ko"))
ROWS = pd.DataFrame({"name": ["한국", "A & B <i>"], "n": [3, 1]})


def altair_figure(title: str = "한국이 가장 많다") -> Figure:
    chart = alt.Chart(ROWS).mark_bar().encode(x="n:Q", y="name:N")
    return Figure(chart, title, alt="한국 3, 둘째 1", data=ROWS, note="막대는 건수")


def plotly_figure() -> Figure:
    line = go.Scatter(
        x=["2021-01-01", "2024-10-10"], y=["한국", "한국"], mode="lines+markers+text", text=["", "수립"]
    )
    chart = go.Figure(line)
    chart.update_layout(xaxis_type="date", yaxis_type="category", height=200)
    return Figure(chart, "수립까지", alt="2024-10-10 수립", data=ROWS)


def texts(svg: bytes) -> str:
    return " ".join(
        "".join(node.itertext()) for node in ElementTree.fromstring(svg).iter() if node.tag.endswith("text")
    )


@pytest.mark.parametrize("figure", [altair_figure(), plotly_figure()], ids=["altair", "plotly"])
def test_svg_carries_title_filters_source_and_its_own_type(figure: Figure) -> None:
    svg = pictures.svg(figure, LOOK, "2023–2024년 · 베트남 참여", "자료: 시험")
    said = texts(svg)
    for text in (figure.title, "베트남 참여", "자료: 시험"):
        assert text in said
    assert b"font/woff2;base64," in svg
    assert ElementTree.fromstring(svg).get("aria-label") == figure.alt


@pytest.mark.parametrize("figure", [altair_figure(), plotly_figure()], ids=["altair", "plotly"])
def test_png_is_twice_the_size_of_the_svg(figure: Figure) -> None:
    root = ElementTree.fromstring(pictures.svg(figure, LOOK, "", "자료"))
    png = pictures.png(figure, LOOK, "", "자료")
    assert png.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", png[16:24])
    assert width == pytest.approx(2 * float(root.get("width", "0")), abs=2)
    assert height == pytest.approx(2 * float(root.get("height", "0")), abs=2)


def test_hangul_is_drawn_and_not_as_empty_boxes() -> None:
    """Different syllables must give different pictures: boxes for missing glyphs would be all the same."""
    one = pictures.png(altair_figure("가나다라"), LOOK, "", "")
    other = pictures.png(altair_figure("마바사아"), LOOK, "", "")
    assert one != other


def test_markup_in_a_title_stays_text() -> None:
    svg = pictures.svg(altair_figure('<script>alert("1")</script> & more'), LOOK, "<b>", "")
    assert '<script>alert("1")</script> & more' in texts(svg)
    assert b"<script>" not in svg


def test_a_long_title_is_broken_into_lines() -> None:
    svg = pictures.svg(altair_figure("아주 긴 제목 " * 20), LOOK, "", "")
    titles = [node for node in ElementTree.fromstring(svg).iter() if node.get("font-size") == "18"]
    assert len(titles) > 1


def test_a_plotly_chart_that_print_does_not_know_is_refused() -> None:
    figure = Figure(go.Figure(go.Pie(values=[1])), "", "", ROWS)
    with pytest.raises(NotImplementedError, match="pie"):
        pictures.svg(figure, LOOK, "", "")
