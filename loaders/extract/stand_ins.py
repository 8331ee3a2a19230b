"""Who stands for a country in a sentence that names none or only one.

Seoul and Manila plan to …      a capital that acts (not one in which something happens)
Biden and Trong announced …     a leader who is known
we raised our relations …       the issuer's own country
주재국은 …                       the country in which the embassy that reports is
"""

from __future__ import annotations

import re

from loaders.extract.countries import joined_syllables
from loaders.extract.lexicon import Mention, Mentions
from loaders.extract.talks import city_countries

_PLACE = re.compile(
    r"(?:\b(?:in|at|to|from|near|visits?|visited|outside|via|of|for|reached|left|both|capital|the)|[,(/])\s?$",
    re.I,
)
_NO_ACTOR = re.compile(
    r"['’]s? (?:airport|summit)|,|/|\)| (?:Declaration|Summit|Principles|time|Forum|Treaty|Process)\b|\s?[-=]"
)
_ACTS_KO = re.compile(r"(?:과|와|은|는|이|가|도|측)(?![가-힣])|·")
_ACTS_BEFORE_KO = re.compile(r"(?:과|와) $|·$")
_WE = re.compile(r"\b(?:[Ww]e|[Oo]ur|us)\b|우리(?:나라| 정부|측|는|와|의|가| )")


def stand_ins(mentions: Mentions, low: int, high: int, own: str | None, host: str | None) -> list[str]:
    """The countries for which capitals, leaders and "we" stand between two places, in order."""
    text = mentions.text
    found: list[tuple[int, str]] = []
    countries = city_countries()
    for city in mentions.between("city", low, high):
        country = countries.get(city.code)
        if country and _acts(text, city, low):
            found.append((city.start, country))
    for codes, start, *_ in joined_syllables(text, low, high):
        found += [(start, code) for code in codes]
    for person in mentions.between("person", low, high):
        found.append((person.start, person.code))
    if own and (we := _WE.search(text, low, high)):
        found.append((we.start(), own))
    if host and (here := text.find("주재국", low, high)) >= 0:
        found.append((here, host))
    return list(dict.fromkeys(code for _, code in sorted(found)))


def _acts(text: str, city: Mention, low: int) -> bool:
    """Is the capital named as one who acts, not as a place?"""
    if text[city.start] >= "가":
        return (
            _ACTS_KO.match(text, city.end) is not None
            or _ACTS_BEFORE_KO.search(text, max(low, city.start - 2), city.start) is not None
        )
    if _PLACE.search(text, max(low, city.start - 12), city.start):
        return False
    return _NO_ACTOR.match(text, city.end) is None
