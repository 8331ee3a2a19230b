"""The two parties that a partnership is between.

They are the pair written nearest before the level ("ASEAN-China CSP", 한-아세안, 한·베), else ASEAN with the one
partner the sentence names, else the side of the release with the country nearest before (태국과 2012년 …), else the
two sides of the release.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import Protocol

from loaders.extract.countries import members
from loaders.extract.country_pairs import NO_PARTY, Pair, country_pairs, pair_of
from loaders.extract.lexicon import Mention, Mentions
from loaders.extract.stand_ins import stand_ins

OF_ASEAN = frozenset({"level:dialogue", "level:sectoral-dialogue", "level:development"})
_TWO_COUNTRIES = re.compile(r"두 나라|양국|\b(?:the|our|both|their) (?:two )?(?:countries|nations)\b")
_TWO_SIDES = re.compile(r"양측|양자|\b(?:the|both) (?:two )?sides\b")
_BESIDE = re.compile(r"(?:과|와)(?:는|도)|도(?= )")
_BEFORE = 400  # characters before "the two countries" in which the other one is named
_WITHIN = re.compile(r"\b(?:in|within|among|across|of all) (?:the )?$")
_WITHIN_KO = re.compile(r" ?(?:국가|회원국)? ?(?:에서|내에서|내|중|가운데)(?![가-힣])| ?회원국(?:끼리| 사이)")
_PLACE_BEFORE = re.compile(
    r"\b(?:in|at|near|to visit|visits? to|visited|tour of|trip to|hosted by|chaired by|support from) (?:the )?$"
)
_ASIDE_AFTER = re.compile(r" as (?:an? |the )?(?:[Oo]bserver|[Cc]hair|guest|host|[Cc]oordinator)\b")
_PLACE_AFTER_KO = re.compile(r"(?: [가-힣]{2,7})?에서(?![가-힣])")
_OURS = re.compile(r"\b(?:[Ww]e|[Oo]ur)\b[^.;]*$")
SUBJECT_KO = re.compile(r"(?:이|가|은|는)(?![가-힣])")
_WHOSE = re.compile(r"\bwhose (?:[\w-]+ ){0,2}$")
_LABEL = re.compile(r" ?[:：|–-]? +['\"“‘]?|[:：] ?['\"“‘]?")
_TABLE_DATE = re.compile(
    r" {1,9}(?:19|20)\d\d년|(?: ?관계)? ?\((?:[A-Z][a-z]{2,8}\.? )?(?:['’]\d\d|(?:19|20)\d\d|this|last"
    r"|올|지난|작)|, (?:to be|agreed)"
)
_MEETING_AFTER = re.compile(r" (?:[Ss]ummit|[Mm]eeting|[Cc]onference)\b")


class Named(Enum):
    """How a sentence names the one country it names."""

    SUBJECT = "subject"  # New Zealand wishes …
    BESIDE = "beside"  # with New Zealand …, 뉴질랜드와는
    LABEL = "label"  # New Zealand: strategic partnership (2015)


class Frame(Protocol):
    """What the rest of the text tells of the parties (`discourse.Discourse`)."""

    own: str | None
    sides: Pair | None
    host: str | None

    @property
    def hub(self) -> str | None: ...

    def partner_of(self, country: str, low: int, named: Named) -> str | None: ...

    def pair_before(self, low: int) -> Pair | None: ...

    def section(self, low: int) -> str | None: ...

    def subject_before(self, low: int, but: str | None = None) -> str | None: ...


def the_two(mentions: Mentions, level: Mention, low: int, high: int, frame: Frame) -> Pair | None:
    """The two parties that the level, in the sentence from `low` to `high`, speaks of; None where it is not clear."""
    found = _the_two(mentions, level, low, high, frame)
    if found is None or "ASEAN" not in found:
        return found
    other = found[0] if found[1] == "ASEAN" else found[1]
    if other not in members():
        return found
    if level.code in OF_ASEAN:
        return None
    partner = frame.partner_of(other, low, Named.SUBJECT)  # ASEAN has no partnership with its own members
    return pair_of(other, partner) if partner else None


def _the_two(mentions: Mentions, level: Mention, low: int, high: int, frame: Frame) -> Pair | None:
    text = mentions.text
    sides, own = frame.sides, frame.own
    of_asean = level.code in OF_ASEAN
    pairs = [pair for pair in country_pairs(mentions, low, high) if not of_asean or "ASEAN" in pair[0]]
    before = [pair for pair in pairs if pair[2] <= level.start and level.start - pair[2] < 90]
    if before and not _subject_between(mentions, before[-1][2], level):
        return before[-1][0]
    after = [pair for pair in pairs if 0 <= pair[1] - level.end < 40]
    if after:
        return after[0][0]
    if label := _labelled(mentions, level, low):
        other = "ASEAN" if of_asean else frame.partner_of(label, low, Named.LABEL)
        return pair_of(label, other) if other else None
    countries = _parties(mentions, low, high)
    named = list(dict.fromkeys(country.code for country in countries))
    others = [code for code in named if code != "ASEAN"]
    ours = own and own not in named and _OURS.search(text, max(low, level.start - 60), level.start)
    if ours and own and others and not of_asean:
        return pair_of(own, _after(countries, level) or others[-1])
    if level.word.startswith("friendship") and len(others) == 1 and "ASEAN" in (*named, *(sides or ())):
        return pair_of("ASEAN", others[0])
    if level.code == "level:diplomatic":
        subject = frame.subject_before(low) if not others else None
        if subject and own and subject not in (own, "ASEAN"):
            return pair_of(own, subject)
        return _two_countries(mentions, level, low, high, others, sides, own)
    if len(named) < 2 and not (of_asean and named):
        acting = stand_ins(mentions, low, high, own, frame.host)
        acting = [code for code in acting if code not in named and code not in NO_PARTY]
        if found := _with_stand_ins(named, acting, frame, low, of_asean):
            return found
    if (
        not named
        and own
        and own != "ASEAN"
        and not of_asean
        and (section := frame.section(low)) not in (None, own)
    ):
        return pair_of(own, str(section))
    if not named and own and own != "ASEAN" and not of_asean:
        subject = frame.subject_before(low, own)
        if subject and subject != "ASEAN" and subject not in (sides or ()):
            return pair_of(own, subject)
    both = _TWO_COUNTRIES.search(text, low, high)
    if not named and not of_asean and (both or _TWO_SIDES.search(text, low, high)):
        near = frame.pair_before(low)
        if near and not (both and "ASEAN" in near):
            return near
    if not others and not of_asean and both:
        return _of_before(mentions, both.start(), sides, own)
    if "ASEAN" in named and len(others) == 1:
        return pair_of("ASEAN", others[0])
    if of_asean:
        if _WHOSE.search(text, low, level.start):  # ASEAN, whose dialogue partner Chile became
            after_level = next((c.code for c in countries if c.start >= level.end), None)
            return pair_of("ASEAN", after_level) if after_level else None
        if len(others) > 1 and (subject := _subject_ko(text, countries, level)):
            return pair_of("ASEAN", subject)
        if others and (len(others) == 1 or not sides or "ASEAN" not in sides or not set(others) & set(sides)):
            return pair_of("ASEAN", _nearest(countries, level, ("ASEAN",)) or others[0])
        subject = None if others else frame.subject_before(low, "ASEAN")
        if subject and subject not in members():
            return pair_of("ASEAN", subject)
        return sides if sides and "ASEAN" in sides else None
    if len(named) == 2:
        return pair_of(named[0], named[1])
    if len(named) > 2:
        return _nearest_with_own(countries, level, sides)
    if len(named) == 1 and (sides is None or named[0] not in sides):
        other = frame.partner_of(named[0], low, _how_named(text, countries[0], frame.own))
        return pair_of(named[0], other) if other else None
    if named and _BESIDE.match(text, countries[0].end):
        other = frame.partner_of(named[0], low, Named.BESIDE)
        return pair_of(named[0], other) if other else None
    return sides or _of_before(mentions, level.start, sides, own)


def _how_named(text: str, country: Mention, own: str | None) -> Named:
    if text[country.start] >= "가" or text[country.end : country.end + 1] >= "가":
        return Named.BESIDE if _BESIDE.match(text, country.end) else Named.SUBJECT
    before = text[max(0, country.start - 10) : country.start]
    return Named.BESIDE if own or re.search(r"\b(?:with|to|of) (?:the )?$", before) else Named.SUBJECT


def _labelled(mentions: Mentions, level: Mention, low: int) -> str | None:
    """The country that stands before its level as in a table: Viet Nam: comprehensive strategic partnership (2022)."""
    near = mentions.between("country", max(low, level.start - 40), level.start)
    if not near or near[-1].code in NO_PARTY or near[-1].code == "ASEAN":
        return None
    gap = mentions.text[near[-1].end : level.start]
    if not _LABEL.fullmatch(gap) or not _TABLE_DATE.match(mentions.text, level.end):
        return None
    return near[-1].code


def _parties(mentions: Mentions, low: int, high: int) -> list[Mention]:
    """The countries named between two places, but for those that are only where something happens, or in the chair;
    all of them where these are the only ones.
    """
    text = mentions.text
    countries = [
        c
        for c in mentions.between("country", low, high)
        if c.code not in NO_PARTY
        and not is_region(text, c)
        and not _ASIDE_AFTER.match(text, c.end)
        and not _MEETING_AFTER.match(text, c.end)
    ]
    acting = [c for c in countries if not _is_place(text, c)]
    return acting or countries


def _is_place(text: str, country: Mention) -> bool:
    if text[country.start] >= "가":
        return _PLACE_AFTER_KO.match(text, country.end) is not None
    return _PLACE_BEFORE.search(text, max(0, country.start - 24), country.start) is not None


def _with_stand_ins(
    named: list[str], acting: list[str], frame: Frame, low: int, of_asean: bool
) -> Pair | None:
    """The two of a sentence that names one country or none, from the capitals, leaders and "we" in it."""
    if not acting:
        return None
    if named:
        fit = [code for code in acting if code in (frame.own, *(frame.sides or ()))] or acting
        return pair_of(named[0], fit[0])
    if of_asean:
        return pair_of("ASEAN", acting[0]) if len(acting) == 1 else None
    if len(acting) > 1:
        return pair_of(acting[0], acting[1])
    if frame.sides and acting[0] in frame.sides:
        return None
    other = frame.partner_of(acting[0], low, Named.SUBJECT)
    return pair_of(acting[0], other) if other else None


def is_region(text: str, country: Mention) -> bool:
    """ASEAN as where a country stands (a partner in ASEAN, 아세안에서 유일하게) is no party."""
    return country.code == "ASEAN" and (
        _WITHIN.search(text, max(0, country.start - 14), country.start) is not None
        or _WITHIN_KO.match(text, country.end) is not None
    )


def _of_before(mentions: Mentions, place: int, sides: Pair | None, own: str | None) -> Pair | None:
    """The two countries of "the two countries": the release's sides, else its own with the one named last before."""
    if sides and "ASEAN" not in sides:
        return sides
    own = next((code for code in sides or () if code != "ASEAN"), own)
    near = mentions.between("country", max(0, place - _BEFORE), place)
    others = [c.code for c in near if c.code not in ("ASEAN", own) and c.code not in NO_PARTY]
    return pair_of(own, others[-1]) if own and others else sides


def _two_countries(
    mentions: Mentions,
    level: Mention,
    low: int,
    high: int,
    named: list[str],
    sides: Pair | None,
    own: str | None,
) -> Pair | None:
    """Diplomatic relations are between two countries, whatever meeting the release is about."""
    if len(named) == 2:
        return pair_of(named[0], named[1])
    if sides and "ASEAN" not in sides:
        return sides if not named or set(named) & set(sides) else None
    if len(named) == 1 and own and named[0] != own:
        return pair_of(named[0], own)
    own = next((code for code in sides or () if code != "ASEAN"), own)
    nearby = [c.code for c in mentions.between("country", max(0, level.start - _BEFORE), high)]
    others = [code for code in nearby if code not in ("ASEAN", own) and code not in NO_PARTY]
    return pair_of(own, others[-1]) if own and others else None


def _nearest(countries: list[Mention], level: Mention, but: tuple[str, ...]) -> str | None:
    """The country named nearest before the level, else after it."""
    fit = [c for c in countries if c.code not in but]
    before = [c.code for c in fit if c.end <= level.start]
    return before[-1] if before else fit[0].code if fit else None


def _after(countries: list[Mention], level: Mention) -> str | None:
    return next((c.code for c in countries if c.start >= level.end), None)


def _subject_between(mentions: Mentions, start: int, level: Mention) -> bool:
    """Does another country than those of the pair act between it and a Korean level (한-아세안 …, 일"
    "본이 아세안과 …)?"""
    countries = [c for c in mentions.between("country", start, level.start) if c.code != "ASEAN"]
    return any(SUBJECT_KO.match(mentions.text, c.end) for c in countries)


def _subject_ko(text: str, countries: list[Mention], level: Mention) -> str | None:
    """The country that is the subject nearest before a Korean level."""
    before = [c for c in countries if c.end <= level.start and c.code != "ASEAN"]
    marked = [c.code for c in before if SUBJECT_KO.match(text, c.end)]
    return marked[-1] if marked else None


def _nearest_with_own(countries: list[Mention], level: Mention, sides: Pair | None) -> Pair | None:
    """Of more than two: the release's own side, else the first named, with the country nearest before the level."""
    own = next((c.code for c in countries if sides and c.code in sides), countries[0].code)
    before = [c.code for c in countries if c.end <= level.start and c.code not in (own, "ASEAN")]
    return pair_of(own, before[-1]) if before else None
