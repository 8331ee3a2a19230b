"""Sentences of a document, found only where they are asked for."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from loaders.extract.lexicon import Mentions
from loaders.text import Document, Paragraph

# A full stop ends a sentence unless it belongs to a title, an initial, or a Korean date (4.4. 개최).
# It begins with the sign itself, so that the search skips what lies between quickly.
_BREAK = re.compile(
    r"(?:[!?]|\.(?:(?<=[a-z가-힣%)]\.)['\"’”)]|(?:(?<=[a-z가-힣%)\]'\"’”]\.)|(?<=\d{4}\.))"
    r"(?<!Mr\.)(?<!Mrs\.)(?<!Ms\.)(?<!Dr\.)(?<!St\.)(?<!Jr\.)(?<!No\.)(?<!Gen\.)(?<!Amb\.)(?<!Lt\.)(?<!vs\.)"
    r"(?<!Sen\.)(?<!Rep\.)(?<!Hon\.)(?<!Prof\.)(?<!Ma\.)(?<!Md\.)(?<!Mohd\.)(?<!Muh\.)(?<!Abd\.)"
    r"(?<!Col\.)(?<!Maj\.)(?<!Brig\.)(?<!Adm\.)(?<!Capt\.)(?<!Smt\.)(?<!Gov\.)(?<!Engr\.)))"
    # MANILA, Oct. 7 (...): a month cut short before its day
    r"(?!(?<=(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|ept|Oct|Nov|Dec)\.)\s+\d)\s+"
)


_LONGEST = 1500  # characters of a sentence


class Sentences:
    """The sentences of a document by place; a paragraph is cut when it is first asked for, once for all readers."""

    def __init__(self, document: Document, mentions: Mentions) -> None:
        self._text = mentions.text
        self._paragraphs = document.paragraphs
        self._starts = [paragraph.start for paragraph in document.paragraphs]
        self._cuts = mentions.cuts

    def paragraph_at(self, place: int) -> Paragraph | None:
        """The paragraph that holds the place."""
        index = bisect_right(self._starts, place) - 1
        if index < 0 or place >= self._paragraphs[index].end:
            return None
        return self._paragraphs[index]

    def around(self, place: int) -> tuple[int, int]:
        """Start and end of the sentence that holds the place."""
        index = max(0, bisect_right(self._starts, place) - 1)
        cuts = self._cut(index)
        number = bisect_right(cuts, place, 1, len(cuts) - 1)
        return cuts[number - 1], cuts[number]

    def of(self, paragraph: Paragraph, first: int) -> list[tuple[int, int]]:
        """The first sentences of a paragraph."""
        cuts = self._cut(bisect_right(self._starts, paragraph.start) - 1)
        return list(pairwise(cuts[: first + 1]))

    def _cut(self, index: int) -> list[int]:
        cuts = self._cuts.get(index)
        if cuts is None:
            paragraph = self._paragraphs[index]
            breaks = [match.end() for match in _BREAK.finditer(self._text, paragraph.start, paragraph.end)]
            ends = [*(cut for cut in breaks if cut < paragraph.end), paragraph.end]
            cuts = self._cuts[index] = [paragraph.start, *_bounded(paragraph.start, ends)]
        return cuts


def _bounded(start: int, ends: list[int]) -> Iterator[int]:
    """The ends of sentences, with more of them where one has none for long: what is read of a sentence grows with
    the square of its length."""
    for end in ends:
        yield from range(start + _LONGEST, end, _LONGEST)
        yield end
        start = end
