"""Source text → paragraphs with their parts, each character traced to where it stood."""

from __future__ import annotations

import re
import sys
from itertools import pairwise

from loaders.layout.cues import is_header
from loaders.layout.joins import Joiner, continues, setting_of
from loaders.layout.lines import Line, split_lines
from loaders.layout.markup import FRONT_MATTER, signs, title_pieces
from loaders.layout.parts import Group, parts_of
from loaders.text import Document, Paragraph, Part, SourceText

# Formats whose reader gives a paragraph a line; in the others lines may be broken to a width.
_WHOLE_LINES = frozenset({"html", "hwp", "hwpx", "api-item"})

# Spaces of every width are one space in the clean text; characters without width are dropped.
_WIDE = "\t\xa0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000"
_SPACES = re.compile("  +")
_WIDTHLESS = "\xad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_RUN_OF_WIDTHLESS = re.compile(f"[{_WIDTHLESS}]+")

# Lines of the header stand alone; they are looked for among this many.
_TOP_LINES = 15

Piece = tuple[str, int]
_NO_CUT = (sys.maxsize, sys.maxsize)


def lay_out(source: SourceText) -> Document:
    """Lay out a text: broken lines joined, parts told apart, the contact block and furniture left out.

    Never fails; a text of blanks gives a document without paragraphs.
    """
    text = source.text
    for sign in _WIDE:
        text = text.replace(sign, " ")
    markdown = source.format == "markdown"
    front_matter = FRONT_MATTER.match(text) if markdown else None
    start = front_matter.end() if front_matter else 0
    whole = source.format in _WHOLE_LINES
    lines = split_lines(text, start, markdown=markdown, paged=not whole)
    build = _Builder()
    title = title_pieces(text, start) if start else []
    if title:
        build.paragraph(Part.TITLE, title)
    if not lines:
        return build.document(source)

    groups = _groups(lines, whole=whole, markdown=markdown)
    joiner = Joiner(text, lines)
    cuts = _Cuts(text, start, markdown=markdown)
    found = [(group, _pieces(group, joiner, cuts)) for group in groups]
    found = [(group, pieces) for group, pieces in found if any(piece != " " for piece, _ in pieces)]
    texts = ["".join([piece for piece, _ in pieces]) for _, pieces in found]
    parts = parts_of([group for group, _ in found], texts, titled=bool(title))
    for part, (_, pieces) in zip(parts, found, strict=True):
        if part is not None:
            build.paragraph(part, pieces)
    return build.document(source)


def _groups(lines: list[Line], *, whole: bool, markdown: bool) -> list[Group]:
    """Lines that are one paragraph."""
    if whole:
        return [[line] for line in lines]
    setting = setting_of(lines, markdown=markdown)
    groups = [[lines[0]]]
    for number, (previous, line) in enumerate(pairwise(lines)):
        if continues(line, previous, setting) and not (
            number < _TOP_LINES and (is_header(previous.text) or is_header(line.text))
        ):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _pieces(group: Group, joiner: Joiner, cuts: _Cuts) -> list[Piece]:
    """The text of one paragraph as (text, source position)."""
    start, end = group[0].content, group[0].end
    pieces: list[Piece] = []
    for previous, line in pairwise(group):
        space = joiner.between(previous, line)
        if not space or line.start != end + 1:
            pieces += cuts.pieces(start, end)
            if space:
                pieces.append((space, end))
            start = line.start
        end = line.end
    pieces += cuts.pieces(start, end)
    if len(pieces) == 1 and pieces[0][0][0] != " " != pieces[0][0][-1]:
        return pieces
    return _without_double_spaces(pieces)


def _without_double_spaces(pieces: list[Piece]) -> list[Piece]:
    """No space at the ends of a paragraph, nor on both sides of what was dropped."""
    kept: list[Piece] = []
    after_space = True
    for text, position in pieces:
        if after_space and text[0] == " ":
            text, position = text[1:], position + 1
        if text:
            kept.append((text, position))
            after_space = text[-1] == " "
    if kept and after_space:
        text, position = kept.pop()
        if len(text) > 1:
            kept.append((text[:-1], position))
    return kept


class _Cuts:
    """The spans of a text that are dropped. Lines are asked for in their order."""

    def __init__(self, text: str, start: int, *, markdown: bool) -> None:
        self._text = text
        spans = [(found.start() + 1, found.end()) for found in _SPACES.finditer(text, start)]
        if any(map(text.__contains__, _WIDTHLESS)):
            spans += [found.span() for found in _RUN_OF_WIDTHLESS.finditer(text, start)]
        if markdown:
            spans += signs(text, start)
        spans.sort()
        self._spans = iter(spans)
        self._next = next(self._spans, _NO_CUT)

    def pieces(self, start: int, end: int) -> list[Piece]:
        """What is left of the span `start`–`end`, as (text, source position); may be empty."""
        pieces = []
        while self._next[0] < end:
            cut, resume = self._next
            if start < cut:
                pieces.append((self._text[start:cut].replace("\n", " "), start))
            start = max(start, resume)
            if resume > end:
                break
            self._next = next(self._spans, _NO_CUT)
        if start < end:
            pieces.append((self._text[start:end].replace("\n", " "), start))
        return pieces


class _Builder:
    """Collects paragraphs, then gives the document."""

    def __init__(self) -> None:
        self._chunks: list[str] = []
        self._paragraphs: list[Paragraph] = []
        self._clean: list[int] = []
        self._source: list[int] = []
        self._length = 0

    def paragraph(self, part: Part, pieces: list[Piece]) -> None:
        if self._length:
            self._chunks.append("\n")
            self._length += 1
        start = self._length
        for text, position in pieces:
            self._chunks.append(text)
            self._clean.append(self._length)
            self._source.append(position)
            self._length += len(text)
        self._paragraphs.append(Paragraph(part, start, self._length))

    def document(self, source: SourceText) -> Document:
        return Document(
            source, "".join(self._chunks), tuple(self._paragraphs), tuple(self._clean), tuple(self._source)
        )
