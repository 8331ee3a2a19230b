"""Facts and rows of links as plain HTML: readable on a narrow screen, by a keyboard and by a screen reader.

Whatever comes from a record or an address is text here, never markup: everything is escaped.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from urllib.parse import urlsplit

import streamlit as st

_DAY = re.compile(r"\d{4}(-\d{2}){0,2}")

STYLE = """<style>
.records{width:100%;border-collapse:collapse;font-size:.93rem;line-height:1.4;overflow-wrap:break-word}
.records th{text-align:left;font-weight:500;border-bottom:1px solid currentColor;padding:.25rem .7rem .25rem 0}
.records td{vertical-align:top;padding:.3rem .7rem .3rem 0;
 border-bottom:1px solid color-mix(in srgb,currentColor 14%,transparent)}
.records mark{background:none;color:inherit;font-weight:600}
.records .day{white-space:nowrap;font-variant-numeric:tabular-nums}
dl.facts{padding:0!important}
.facts{display:grid;grid-template-columns:minmax(6.5rem,11rem) 1fr;gap:.3rem 1rem;margin:0;padding:0;line-height:1.45;
 overflow-wrap:anywhere}
.facts dt,.facts dd{margin:0!important;padding:0}.facts dt{opacity:.75}
.records a,.facts a{color:inherit;text-decoration-color:color-mix(in srgb,currentColor 45%,transparent);
 text-underline-offset:.18em}
.records a:hover,.facts a:hover{text-decoration-color:currentColor}
@media (max-width:640px){
 .records thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
 .records,.records tbody{display:block}
 .records tr{display:block;padding:.4rem 0;
  border-bottom:1px solid color-mix(in srgb,currentColor 25%,transparent)}
 .records td{display:grid;grid-template-columns:6.5rem 1fr;gap:.5rem;border:0;padding:.12rem 0;
  overflow-wrap:anywhere}
 .records td:empty{display:none}
 .records td::before{content:attr(data-label);font-size:.85em;opacity:.75}
 .facts{grid-template-columns:1fr;gap:.05rem}.facts dd{margin-bottom:.45rem}
}
</style>"""


@dataclass(frozen=True, slots=True)
class Link:
    """A text that leads somewhere: inside the dashboard ("/meetings?…") or to a source."""

    text: str
    address: str


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage: the words meant, with what stands left and right of them."""

    left: str
    words: str
    right: str


# A list stands line by line, a tuple on one line.
Cell = str | Link | Quote | Sequence["Cell"]


def web_address(address: object) -> str | None:
    """The address of a source if a browser may be sent there: http or https with a host. None otherwise."""
    if not isinstance(address, str):
        return None
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    return address if parts.scheme in ("http", "https") and parts.netloc else None


def draw_rows(headers: Sequence[str], rows: Sequence[Sequence[Cell]]) -> None:
    """A table of texts and links; on a narrow screen each row becomes a small list."""
    head = "".join(f'<th scope="col">{escape(header)}</th>' for header in headers)
    body = "".join(
        "<tr>"
        + "".join(
            f'<td data-label="{escape(header)}">{_wrapped(cell)}</td>'
            for header, cell in zip(headers, row, strict=True)
        )
        + "</tr>"
        for row in rows
    )
    st.html(f'{STYLE}<table class="records"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>')


def draw_facts(facts: Sequence[tuple[str, Cell]]) -> None:
    """Names of facts and what they are; a fact without a value is left out."""
    shown = "".join(f"<dt>{escape(name)}</dt><dd>{cell_html(value)}</dd>" for name, value in facts if value)
    st.html(f'{STYLE}<dl class="facts">{shown}</dl>')


def draw_paragraphs(paragraphs: Sequence[Cell]) -> None:
    """A paragraph a cell. Links inside the dashboard stay in this tab: those of st.markdown open another."""
    st.html(STYLE + "".join(f'<p class="records">{cell_html(cell)}</p>' for cell in paragraphs))


def cell_html(cell: Cell) -> str:
    """A cell as HTML: text escaped, a link only where it is safe."""
    if isinstance(cell, Link):
        return _anchor(cell)
    if isinstance(cell, str):
        return escape(cell)
    if isinstance(cell, Quote):
        return f"{escape(cell.left)} <mark>{escape(cell.words)}</mark> {escape(cell.right)}".strip()
    between = " · " if isinstance(cell, tuple) else "<br>"
    return between.join(cell_html(part) for part in cell)


def _wrapped(cell: Cell) -> str:
    inside = cell_html(cell)
    kind = ' class="day"' if _DAY.fullmatch(inside) else ""
    return f"<span{kind}>{inside}</span>" if inside else ""


def _anchor(link: Link) -> str:
    if link.address.startswith("/") and not link.address.startswith("//"):
        return f'<a href="{escape(link.address)}" target="_self">{escape(link.text)}</a>'
    if web_address(link.address):
        return f'<a href="{escape(link.address)}" target="_blank" rel="noopener noreferrer">{escape(link.text)}</a>'
    return escape(link.text)
