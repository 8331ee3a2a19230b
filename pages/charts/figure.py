"""What a chart function gives back."""

from __future__ import annotations

from dataclasses import dataclass

import altair as alt
import pandas as pd
import plotly.graph_objects as go

AltairChart = (
    alt.Chart | alt.LayerChart | alt.HConcatChart | alt.VConcatChart | alt.ConcatChart | alt.FacetChart
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart and what belongs to it wherever it goes.

    `title` says the finding in one line; `alt` is the text alternative with the main finding and its numbers;
    `data` are the tidy rows behind the marks, as the reader may download them; `note` says how to read it or what
    is uncertain.
    """

    chart: AltairChart | go.Figure
    title: str
    alt: str
    data: pd.DataFrame
    note: str = ""
