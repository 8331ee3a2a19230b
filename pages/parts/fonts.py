"""Korean type for pictures and pages, from the font package that requirements.txt names."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from io import BytesIO
from pathlib import Path

import pylopdf_fonts_ko
import vl_convert
from fontTools import subset
from fontTools.ttLib import TTFont

from pages.parts.look import SYSTEM_FACES

FONT_FILE = Path(pylopdf_fonts_ko.sans_path())
FONT_ADDRESS = "/fonts/NotoSansKR-Regular.otf"


@cache
def register_with_renderer() -> None:
    """Makes the font known to vl-convert; once a process is enough."""
    vl_convert.register_font_directory(str(FONT_FILE.parent))


def page_face() -> str:
    """The @font-face rule for pages: Hangul only, so that Latin text keeps the reader's own face.

    The server's own file (4.6 MB) is fetched only where the reader's system has none of the usual faces.
    """
    local = ", ".join(f"local('{face}')" for face in SYSTEM_FACES)
    return (
        f"@font-face {{ font-family: 'Partnerscope'; src: {local}, url('{FONT_ADDRESS}') format('opentype');"
        " unicode-range: U+1100-11FF, U+3000-303F, U+3130-318F, U+AC00-D7AF, U+FF00-FFEF; font-display: swap; }"
    )


@cache
def _whole_font() -> bytes:
    return FONT_FILE.read_bytes()


def embedded_face(text: str) -> str:
    """An @font-face rule that carries the glyphs of `text`, for an SVG that must read the same anywhere."""
    options = subset.Options(flavor="woff2", layout_features=["kern"], desubroutinize=True)
    font = TTFont(BytesIO(_whole_font()), lazy=True)
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=text)
    subsetter.subset(font)
    out = BytesIO()
    font.flavor = "woff2"
    font.save(out)
    data = b64encode(out.getvalue()).decode("ascii")
    return f"@font-face {{ font-family: 'Noto Sans KR'; src: url(data:font/woff2;base64,{data}) format('woff2'); }}"
