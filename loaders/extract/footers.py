"""Lines that belong to the page and not to the release: rights, credits, links to other news.

Words: `data/reference/footer_words.csv`; `line` silences its line, `end` everything from its line on.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable

from loaders.extract.lexicon import Mentions

_LAST = 0.5  # share of the text behind which a heading such as "Related News" may end it


def silence(mentions: Mentions) -> Callable[[int], bool]:
    """A test whether a place in the text says nothing of the talks."""
    text = mentions.text
    lines: list[tuple[int, int]] = []
    for word in mentions["footer"]:
        start = text.rfind("\n", 0, word.start) + 1
        end = text.find("\n", word.end)
        if word.code == "end" and start >= len(text) * _LAST:
            lines.append((start, len(text)))
            break
        lines.append((start, len(text) if end < 0 else end))
    starts = [start for start, _ in lines]

    def is_silent(place: int) -> bool:
        index = bisect_right(starts, place) - 1
        return index >= 0 and place < lines[index][1]

    return is_silent
