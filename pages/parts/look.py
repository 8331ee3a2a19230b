"""How every chart looks: one set of colours, one type, light or dark, in one language."""

from __future__ import annotations

import csv
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from pages.parts.words import REFERENCE, Words

# Systems that have no Korean face get Noto Sans KR from the server (see fonts.py).
SYSTEM_FACES = ("Pretendard", "Apple SD Gothic Neo", "Malgun Gothic", "Noto Sans KR", "Noto Sans CJK KR")
FONT = ", ".join(f"'{face}'" for face in ("Partnerscope", *SYSTEM_FACES)) + ", sans-serif"

ACCENT = "#0b6e99"
OTHER_PARTNER = "#8a8a8a"
# The ladder from loose to close: one hue, darker is closer.
LEVELS = {
    "consultative": "#d8e6ee",
    "sectoral-dialogue": "#b5d0df",
    "development": "#b5d0df",
    "dialogue": "#86b3cc",
    "other": "#c9c9c9",
    "strategic": "#35789b",
    "csp": "#0b4f75",
}
# On a dark surface lighter is closer.
LEVELS_DARK = {
    "consultative": "#263f4c",
    "sectoral-dialogue": "#2d5469",
    "development": "#2d5469",
    "dialogue": "#3a7494",
    "other": "#5b6066",
    "strategic": "#62a9d0",
    "csp": "#b3e0f7",
}
PILLARS = {"political-security": "#b0413e", "economic": "#0b6e99", "socio-cultural": "#4f7a28"}


@cache
def _partner_colours() -> dict[str, str]:
    with (REFERENCE / "partners.csv").open(encoding="utf8", newline="") as file:
        return {row["code"]: row["colour"] for row in csv.DictReader(file)}


def partner_colour(code: str) -> str:
    """The colour a partner has on every page; grey for those outside the dialogue partners."""
    return _partner_colours().get(code, OTHER_PARTNER)


@dataclass(frozen=True, slots=True)
class Look:
    """What a chart function needs besides its table: the words and the inks of the surface it is drawn on."""

    words: Words
    dark: bool = False

    @property
    def ink(self) -> str:
        return "#e8e8e8" if self.dark else "#222222"

    @property
    def muted(self) -> str:
        return "#a8a8a8" if self.dark else "#5f6368"

    @property
    def grid(self) -> str:
        return "#3a3f45" if self.dark else "#e4e6e8"

    @property
    def paper(self) -> str:
        return "#171614" if self.dark else "#ffffff"

    @property
    def accent(self) -> str:
        return "#5bb3d9" if self.dark else ACCENT

    @property
    def highlight(self) -> str:
        """For the few marks among many of the accent's hue that the reader chose or should see first."""
        return "#ffb454" if self.dark else "#d95f02"

    @property
    def faint(self) -> str:
        """For marks that are context, not finding."""
        return "#4a5057" if self.dark else "#cfd4d8"

    def level(self, code: str) -> str:
        """The colour of a level of partnership."""
        return (LEVELS_DARK if self.dark else LEVELS)[code]

    def on_level(self, code: str) -> str:
        """The ink of words written on that colour."""
        strong = code in ("strategic", "csp")
        return ("#12202a" if self.dark else "#ffffff") if strong else self.ink

    def on_paper(self) -> Look:
        """The same look for a downloaded picture, which is always light."""
        return replace(self, dark=False)

    def altair_config(self) -> dict[str, Any]:
        """The Vega-Lite config of every Altair chart."""
        text = {"font": FONT, "fontSize": 12}
        axis = {
            "labelFont": FONT,
            "titleFont": FONT,
            "labelFontSize": 12,
            "titleFontSize": 12,
            "titleFontWeight": "normal",
            "labelColor": self.ink,
            "titleColor": self.muted,
            "gridColor": self.grid,
            "domainColor": self.grid,
            "tickColor": self.grid,
            "labelLimit": 240,
        }
        return {
            "background": "transparent",
            "font": FONT,
            "view": {"stroke": None},
            "axis": axis,
            "header": {"labelFont": FONT, "titleFont": FONT, "labelColor": self.ink, "labelFontSize": 12},
            "legend": {
                "labelFont": FONT,
                "titleFont": FONT,
                "labelColor": self.ink,
                "titleColor": self.muted,
                "titleFontWeight": "normal",
                "orient": "top",
            },
            "text": {**text, "color": self.ink},
            "title": {"font": FONT, "color": self.ink, "anchor": "start", "fontWeight": "normal"},
            "bar": {"color": self.accent},
            "rect": {"color": self.accent},
            "point": {"color": self.accent, "filled": True},
            "line": {"color": self.accent},
            "rule": {"color": self.muted},
            "range": {"heatmap": [self.paper, self.accent], "ramp": [self.paper, self.accent]},
        }

    def plotly_layout(self) -> dict[str, Any]:
        """The layout of every Plotly chart."""
        axis = {
            "gridcolor": self.grid,
            "linecolor": self.grid,
            "zeroline": False,
            "tickfont": {"color": self.ink, "size": 12},
        }
        return {
            "font": {"family": FONT, "color": self.ink, "size": 12},
            "paper_bgcolor": "rgba(0,0,0,0)",
            "plot_bgcolor": "rgba(0,0,0,0)",
            "margin": {"l": 8, "r": 8, "t": 8, "b": 8},
            "xaxis": axis,
            "yaxis": {**axis, "automargin": True},
            "showlegend": False,
            "hoverlabel": {"font": {"family": FONT}},
        }
