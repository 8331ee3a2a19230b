"""Every word of the interface, in English and Korean.

Phrases stand in `words/*.csv` (`key,en,ko`), one file a page and `shared.csv` for all; names of countries, topics and
series stand in `data/reference`. A phrase may hold `{fields}`; "one|many" or "none|one|many" picks its form by the
field `n`.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

Language = Literal["en", "ko"]
LANGUAGES: tuple[Language, ...] = ("en", "ko")

WORDS = Path(__file__).parent / "words"
REFERENCE = Path(__file__).parents[2] / "data" / "reference"
NAMED = {
    "country": ("countries.csv", "code"),
    "topic": ("topics.csv", "code"),
    "series": ("series.csv", "series"),
    "occasion": ("occasions.csv", "name_en"),
}


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def phrases() -> dict[str, dict[str, str]]:
    """All phrases by key; a key that stands twice is an error that names both files."""
    found: dict[str, dict[str, str]] = {}
    home: dict[str, str] = {}
    for path in sorted(WORDS.glob("*.csv")):
        for row in _rows(path):
            key = row["key"]
            if set(row) != {"key", "en", "ko"} or not all(row.values()):
                raise ValueError(
                    f"{path.name}: the phrase {key!r} needs key,en,ko; quote a text that has a comma."
                )
            if key in found:
                raise ValueError(f"The phrase {key!r} stands in both {home[key]} and {path.name}: keep one.")
            found[key], home[key] = row, path.name
    return found


@cache
def names(kind: str) -> dict[str, dict[str, str]]:
    """The reference rows of a kind ("country", "topic", "series", "occasion") by code."""
    file, key = NAMED[kind]
    return {row[key]: row for row in _rows(REFERENCE / file)}


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language."""

    lang: Language

    def __call__(self, key: str, /, **fields: object) -> str:
        """The phrase `key` with its fields filled in. Raises KeyError for a key that no file has."""
        text = phrases()[key][self.lang]
        if "|" in text:
            *none, one, many = text.split("|")
            n = fields.get("n")
            text = one if n == 1 else none[0] if none and n == 0 else many
        return text.format(**fields) if fields else text

    def country(self, code: str) -> str:
        """The name of a country or organisation; the code itself where it is unknown."""
        return self._name("country", code)

    def topic(self, code: str) -> str:
        """The name of a topic; the code itself where it is unknown."""
        return self._name("topic", code)

    def series(self, slug: str) -> str:
        """The name of a series of meetings; the slug itself where it is unknown."""
        return self._name("series", slug)

    def occasion(self, meeting: str | None) -> str:
        """The occasion of a partnership step as the record names it; "" where it names none."""
        return self._name("occasion", meeting) if isinstance(meeting, str) else ""

    def code(self, group: str, code: str) -> str:
        """The name of a small closed vocabulary's code, such as `level` "csp": the phrase "level-csp"."""
        return self(f"{group}-{code}")

    def issuer(self, name: str) -> str:
        """Who published: "Korean Foreign Ministry" for "MOFA-KR". What stands in brackets after it stays; a name
        that the words do not have stands as it is."""
        head, bracket, rest = name.partition(" (")
        known = f"issuer-{head}" in phrases()
        return (self.code("issuer", head) if known else head) + bracket + rest

    def both(self, row: object, column: str) -> str:
        """The column of a table row in this language: `label` reads `label_en` or `label_ko`, or the English one."""
        own = getattr(row, f"{column}_{self.lang}")
        return str(own if isinstance(own, str) else getattr(row, f"{column}_en"))

    def years(self, first: int, last: int) -> str:
        """ "2021–2024", or "2024" where both are one."""
        return (
            self("filter-years-one", year=first)
            if first == last
            else self("filter-years", first=first, last=last)
        )

    def quarter(self, code: str) -> str:
        """A quarter such as "2021-Q3" in words; a year as it is."""
        year, _, number = code.partition("-Q")
        return self("quarter-name", year=year, quarter=number) if number else year

    def list(self, items: list[str]) -> str:
        """A readable list: "a, b and c" or "a, b, c"."""
        if self.lang == "en" and len(items) > 1:
            return ", ".join(items[:-1]) + " and " + items[-1]
        return ", ".join(items)

    def _name(self, kind: str, code: str) -> str:
        row = names(kind).get(code)
        return row[f"name_{self.lang}"] if row else code
