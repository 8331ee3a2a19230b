"""Markdown: where the text begins, its title, and the signs in it that are no text."""

from __future__ import annotations

import re

FRONT_MATTER = re.compile(r"---[ \t]*\n(?=\w[\w-]*:)(?P<fields>(?:.*\n)*?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_TITLE = re.compile(r"^title:[ \t]*(?P<quote>[\"']?)(?P<text>.*(?:\n[ \t]+.*)*)", re.M)
# In a quoted title: a code for a character, a line continued, a quotation mark doubled.
_ESCAPE = re.compile(
    r"\\(?:u(?P<four>[0-9a-fA-F]{4})|x(?P<two>[0-9a-fA-F]{2})|U(?P<eight>[0-9a-fA-F]{8})"
    r"|(?P<fold>[ \t]*\n[ \t]*\\?)|(?P<sign>.))"
    r"|(?P<line>[ \t]*\n[ \t]*)|(?P<double>'')"
)
_SIGNS = {"_": " ", "n": " ", "t": " ", "N": " "}

_FIRST_HEADING = re.compile(r"#{1,6}[ \t]+|>[ \t]?")
# Each alternative begins with a letter of its own, which lets the search skip text quickly.
_MARKUP = re.compile(
    r"\*(?:\*+|(?<=[^\s*]\*)|(?=[^\s*]))"
    r"|<(?:/?[A-Za-z][^<>]{0,300}|!--[^<>]{0,2000}--)>"
    r"|!\[[^\[\]\n]{0,300}\]\([^()\[\]\s]{0,2000}\)"
    r"|\[(?=[^\[\]]{0,500}\]\()|\]\([^()\[\]\s]{0,2000}(?:\s\"[^\"\n]{0,300}\")?\)"
    r"|\\[!-/:-@\[-`{-~\n]"
    r"|\n(?:#{1,6}[ \t]+|>[ \t]?)"
)


def signs(text: str, start: int) -> list[tuple[int, int]]:
    """The spans from `start` on that are markup, not text; of an escaped sign, the backslash alone."""
    first = _FIRST_HEADING.match(text, start)
    spans = [first.span()] if first else []
    for found in _MARKUP.finditer(text, start):
        begin, end = found.span()
        spans.append((begin, begin + 1 if text[begin] == "\\" else end))
    return spans


def title_pieces(text: str, front_matter_end: int) -> list[tuple[str, int]]:
    """The front matter's title as pieces (text, source position); none when it has no title.

    The first character that an escape stands for is placed where the escape begins.
    """
    found = _TITLE.search(text, 0, front_matter_end)
    if not found:
        return []
    start, end = found.span("text")
    raw = text[start:end].rstrip()
    quote = found["quote"]
    if quote and raw.endswith(quote):
        raw = raw[:-1]
    pieces: list[tuple[str, int]] = []
    done = 0
    for escape in _ESCAPE.finditer(raw) if quote else _ESCAPE.finditer(raw, len(raw)):
        if done < escape.start():
            pieces.append((raw[done : escape.start()], start + done))
        character = _escaped(escape, quote)
        if character:
            pieces.append((character, start + escape.start()))
        done = escape.end()
    if done < len(raw):
        pieces.append((raw[done:], start + done))
    return pieces


def _escaped(escape: re.Match[str], quote: str) -> str:
    code = escape["four"] or escape["two"] or escape["eight"]
    if quote == "'":
        return "'" if escape["double"] else " " if escape["line"] else escape[0]
    if code:
        return chr(min(int(code, 16), 0x10FFFF))
    if escape["line"]:
        return " "
    if escape["double"]:
        return "''"
    if escape["fold"]:
        return ""
    return _SIGNS.get(escape["sign"], escape["sign"])
