"""The words that tell the parts of a release apart and Korean lines join by: `layout_words.csv`."""

from __future__ import annotations

import csv
import re
from pathlib import Path

_TABLE = Path(__file__).resolve().parents[2] / "data" / "reference" / "layout_words.csv"


def _read() -> dict[str, tuple[str, ...]]:
    words: dict[str, list[str]] = {}
    with _TABLE.open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table):
            words.setdefault(row["kind"], []).append(row["word"])
    return {kind: tuple(found) for kind, found in words.items()}


def _any_of(words: tuple[str, ...]) -> str:
    """A pattern for any of the words, the longest first, in which a space stands for any run of spaces."""
    longest_first = sorted(words, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s*") for word in longest_first) + ")"


_WORDS = _read()
PARTICLES = frozenset(_WORDS["particle"])
ENDINGS = _WORDS["ending"]
INNER = frozenset(_WORDS["inner"])
ALONE = frozenset(_WORDS["alone"])
MASTHEAD = _any_of(_WORDS["masthead"])
HEADER = _any_of(_WORDS["header"])
CONTACT = _any_of(_WORDS["contact"])
RANK = _any_of(_WORDS["rank"])
ATTACHMENT = _any_of(_WORDS["attachment"])
