"""The text of a release and the way back to where each character stood.

Two texts matter. The *source* text is what a format reader gave: every piece of evidence points into it.
The *clean* text is what extractors read: broken lines joined, furniture dropped. `Document` holds both and maps
a span of the clean text back to the source.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class UnreadableFile(Exception):
    """A file gave no text. The message is one line for the person: what is wrong and what to do."""


class Part(StrEnum):
    """What a paragraph is in the layout of a release."""

    HEADER = "header"  # embargo, date of issue, the ministry's masthead
    TITLE = "title"
    SUBTITLE = "subtitle"
    BODY = "body"
    LIST = "list"  # □ ㅇ ○ - and numbered items
    NOTE = "note"  # ※
    FOOTNOTE = "footnote"  # *
    ATTACHMENT = "attachment"


@dataclass(frozen=True, slots=True)
class SourceText:
    """The text of one file as read.

    `text`: Unicode, control characters other than newline and tab replaced by spaces (length kept).
    `format`: name of the reader ("plain", "markdown", "html", "pdf", "hwp", "hwpx", "api-item").
    `metadata`: what the file says of itself outside its text: any of `title`, `published` (ISO date), `source_url`,
    `issuer`.
    """

    text: str
    format: str
    metadata: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: its part in the layout and its span in the clean text (end exclusive)."""

    part: Part
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """A release laid out: the clean text, its paragraphs in order, and the map back to the source.

    Paragraphs are separated by one newline in `text`. The contact block of a release is in no paragraph and not in
    `text`. `clean_offsets` and `source_offsets` are parallel and ascending: from `clean_offsets[k]` on, until the
    next entry, clean position p stands at `source_offsets[k] + p - clean_offsets[k]` in the source.
    """

    source: SourceText
    text: str
    paragraphs: tuple[Paragraph, ...]
    clean_offsets: tuple[int, ...]
    source_offsets: tuple[int, ...]

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """Where the span `start`–`end` of the clean text (end exclusive, not empty) stands in the source."""
        return self._source_position(start), self._source_position(end - 1) + 1

    def _source_position(self, position: int) -> int:
        piece = bisect_right(self.clean_offsets, position) - 1
        return self.source_offsets[piece] + position - self.clean_offsets[piece]
