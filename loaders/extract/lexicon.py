"""The vocabulary of data/reference and one pass over a text that finds all of it.

Every file `data/reference/<kind>_words.csv` holds words of one kind, one a row:

    code      what the word stands for
    language  en or ko: decides how the word may stand in the text (below)
    word      as written; spaces in a Korean word may be missing in the text
    use       `word`, or `forbid`: a longer phrase in which words of this code do not count ("*": of any code)
    boundary  optional; `left`: a Korean word may not follow directly on another Hangul syllable

The full names of data/reference/people.csv are words of the kind `person`; their code is the person's country.

An English word stands alone: no letter or digit beside it, except a plural "s". It is found in any case,
unless it is written without a small letter (US, AI): then only so. A Korean word needs no end: particles
follow it.
"""

from __future__ import annotations

import csv
import gc
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import product
from pathlib import Path
from typing import NamedTuple

import ahocorasick

from loaders.reference import read_rows

_COLUMNS = frozenset({"code", "language", "word", "use"})
# Letters and digits that a Latin word may not stand beside. Hangul is none: particles follow Latin words directly.
_LATIN = frozenset(character for character in map(chr, range(0x250)) if character.isalnum())

REFERENCE = Path(__file__).parents[2] / "data" / "reference"

# Characters that writers use for one another, made one; one for one, so places stay.
_SAME = {
    "\u0130": "I",  # the only letter whose lower case is longer than itself
    "\u00a0": " ",
    "\u202f": " ",
    "\u3000": " ",
    "\u2018": "'",
    "\u2019": "'",
    "\u00b4": "'",
    "\u2010": "-",
    "\u2011": "-",
    "\u2012": "-",
    "\u2013": "-",
    "\u2212": "-",
    "\u2014": "-",
    "\u2015": "-",
    "\u2022": "·",
    "\u2024": "·",
    "\u2027": "·",
    "\u318d": "·",
    "\u30fb": "·",
    "\uff65": "·",
    "\uff08": "(",
    "\uff09": ")",
}


class Mention(NamedTuple):
    """A word of the vocabulary in the text, from `start` to `end` (exclusive)."""

    kind: str
    code: str
    start: int
    end: int
    word: str


class Mentions:
    """All words found in a text: `mentions[kind]` is sorted by start, words of one kind do not overlap.

    `text` is the text with look-alike characters made one (dashes, quotes, spaces, middle dots): same length,
    same places. Patterns are matched against it; against `lower`, the same in small letters, those that take any
    case, which costs a fifth of what it costs to ignore case.
    """

    def __init__(self, text: str, lower: str, by_kind: dict[str, list[Mention]]) -> None:
        self.text = text
        self.lower = lower
        self._by_kind = by_kind
        self._starts: dict[str, list[int]] = {}
        self.cuts: dict[int, list[int]] = {}  # of the paragraphs, by number: what `Sentences` has found

    def __getitem__(self, kind: str) -> list[Mention]:
        return self._by_kind.get(kind, [])

    def between(self, kind: str, start: int, end: int) -> list[Mention]:
        """The words of a kind that lie within `start`–`end`."""
        found = self[kind]
        starts = self._starts.get(kind)
        if starts is None:
            starts = self._starts[kind] = [mention.start for mention in found]
        first = bisect_left(starts, start)
        inside = found[first : bisect_left(starts, end, first)]
        while inside and inside[-1].end > end:
            inside.pop()
        return inside


class _Entry(NamedTuple):
    kind: str
    code: str
    word: str
    forbid: bool
    exact: bool  # only in this very case


# Start, minus end (so that the longest of a start comes first), and what was found.
_Hit = tuple[int, int, _Entry]


class _Form(NamedTuple):
    """A spelling the automaton looks for: what may stand beside it, and what it means."""

    length: int
    latin_start: bool
    latin_end: bool
    hangul_left: bool
    entries: tuple[_Entry, ...]


def same_characters(text: str) -> str:
    """The text with look-alike characters made one; its length does not change."""
    if text.isascii():
        return text
    for character, plain in _SAME.items():
        text = text.replace(character, plain)
    return text


class Lexicon:
    """The automaton over all words of the vocabulary. Build it once with `load_lexicon`."""

    def __init__(self, rows: Iterator[tuple[str, dict[str, str]]]) -> None:
        entries: dict[str, list[_Entry]] = {}
        left: set[str] = set()
        for kind, row in rows:
            word = same_characters(row["word"])
            exact = row["language"] != "ko" and not any(letter.islower() for letter in word)
            entry = _Entry(kind, row["code"], row["word"], row["use"] == "forbid", exact)
            for spelling in _spellings(word, row["language"]):
                meanings = entries.setdefault(spelling.lower(), [])
                if not any(known[:2] == entry[:2] and known[3:] == entry[3:] for known in meanings) or exact:
                    meanings.append(entry)
                if row.get("boundary") == "left":
                    left.add(spelling.lower())
        self._automaton = ahocorasick.Automaton()
        for spelling, found in entries.items():
            form = _Form(
                len(spelling),
                spelling[0] in _LATIN,
                spelling[-1] in _LATIN,
                spelling in left,
                tuple(found),
            )
            self._automaton.add_word(spelling, form)
        self._automaton.make_automaton()

    def scan(self, text: str) -> Mentions:
        """Find every word: per kind the leftmost and longest; the same span may have several codes."""
        plain = same_characters(text)
        lower = plain.lower()
        padded = lower + "   "
        found: defaultdict[str, list[_Hit]] = defaultdict(list)
        latin = _LATIN
        for last, (length, latin_start, latin_end, hangul_left, entries) in self._automaton.iter(padded):
            end = last + 1
            start = end - length
            if latin_start and start and padded[start - 1] in latin:
                continue
            if hangul_left and start and "가" <= padded[start - 1] <= "힣":
                continue
            exact_end = end
            if latin_end and padded[end] in latin:
                if padded[end] != "s" or padded[end + 1] in latin:
                    continue
                end += 1
            for entry in entries:
                kind, _, word, _, exact = entry
                if not exact or plain[start:exact_end] == word:
                    found[kind].append((start, -end, entry))
        return Mentions(plain, lower, {kind: _leftmost_longest(kind, hits) for kind, hits in found.items()})


def _leftmost_longest(kind: str, hits: list[_Hit]) -> list[Mention]:
    hits.sort()
    forbidden: dict[str, int] = {}
    kept: list[Mention] = []
    taken_start = taken_end = everything = 0
    for start, minus_end, (_, code, word, forbid, _) in hits:
        end = -minus_end
        if forbid:
            forbidden[code] = max(end, forbidden.get(code, 0))
            everything = forbidden.get("*", 0)
        elif start >= taken_end or (start == taken_start and end == taken_end):
            if end <= everything or (forbidden and end <= forbidden.get(code, 0)):
                continue
            taken_start, taken_end = start, end
            kept.append(Mention(kind, code, start, end, word))
    return kept


def _spellings(word: str, language: str) -> Iterator[str]:
    """The ways a word is written: Korean words with and without each space, English -y also as -ies."""
    if language == "ko":
        first, *rest = word.split(" ")
        for gaps in product((" ", ""), repeat=len(rest)):
            yield first + "".join(gap + piece for gap, piece in zip(gaps, rest, strict=True))
        return
    yield word
    if word.endswith("y") and word[-2:-1] not in "aeiou" and word[0].isalpha():
        yield word[:-1] + "ies"


def _rows() -> Iterator[tuple[str, dict[str, str]]]:
    for path in sorted(REFERENCE.glob("*_words.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file)
            if not _COLUMNS.issubset(reader.fieldnames or ()):
                continue  # words for another reader, such as the layout's
            for row in reader:
                yield path.stem.removesuffix("_words"), row
    for person in read_rows(REFERENCE / "people.csv"):
        family, _, given = (person["name_en"] or "").partition(" ")  # Kishida Fumio is Fumio Kishida too
        turned = (
            f"{given} {family}" if person["affiliation"] == "JPN" and given and " " not in given else None
        )
        for language, name in (("en", person["name_en"]), ("ko", person["name_ko"]), ("en", turned)):
            if name and person["affiliation"]:
                yield (
                    "person",
                    {"code": person["affiliation"], "language": language, "word": name, "use": "word"},
                )


@cache
def load_lexicon() -> Lexicon:
    """The lexicon of data/reference, built once.

    It lives as long as the process: left to the garbage collector, each collection would walk all of it.
    """
    lexicon = Lexicon(_rows())
    gc.freeze()
    return lexicon
