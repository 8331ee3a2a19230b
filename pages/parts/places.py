"""Where places lie and what they are called: `city_places.csv`, `city_words.csv`; the outline of the land.

A row of `city_places.csv` without a city is a country's middle, for meetings of which only the country is
known. Coordinates are decimal degrees, north and east positive, to about a kilometre.
"""

from __future__ import annotations

import csv
from functools import cache
from typing import NamedTuple

from pages.parts.words import REFERENCE, Words


class Place(NamedTuple):
    """A point on the map. `city` is None where only the country's middle is known."""

    city: str | None
    country: str
    latitude: float
    longitude: float


def _rows(name: str) -> list[dict[str, str]]:
    with (REFERENCE / name).open(encoding="utf8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def _places() -> dict[tuple[str | None, str], Place]:
    places = [
        Place(row["city"] or None, row["country"], float(row["latitude"]), float(row["longitude"]))
        for row in _rows("city_places.csv")
    ]
    return {(place.city, place.country): place for place in places}


@cache
def _names() -> dict[str, dict[str, str]]:
    """The first word of each language for a city, by the city's code; the code is its name in English."""
    names: dict[str, dict[str, str]] = {}
    for row in _rows("city_words.csv"):
        names.setdefault(row["code"], {}).setdefault(row["language"], row["word"])
    return names


@cache
def _spellings() -> dict[str, str]:
    return {row["word"]: row["code"] for row in _rows("city_words.csv") if row["language"] == "en"}


def city_code(city: str) -> str:
    """One spelling for a city that sources spell in several ways ("Ha Noi" is "Hanoi")."""
    return _spellings().get(city, city)


def city_name(city: str, words: Words) -> str:
    """The city in the reader's language; as the ledger spells it where the language has no word for it."""
    code = city_code(city)
    return _names().get(code, {}).get("ko", code) if words.lang == "ko" else code


def locate(city: str | None, country: str) -> Place | None:
    """The place of a city; its country's middle where the city is unknown; None where both are."""
    places = _places()
    return places.get((city_code(city) if city else None, country)) or places.get((None, country))


@cache
def land() -> str:
    """The outline of the land, a list of one GeoJSON feature as text (its properties name source and licence)."""
    return f"[{(REFERENCE / 'land.geojson').read_text(encoding='utf8')}]"
