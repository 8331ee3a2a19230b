"""The named initiatives in the release.

Known ones by any of their words (`data/reference/initiatives.csv`, `initiative_words.csv`). Others by their form:

    the U.S.-ASEAN Electric Vehicle Initiative              words in capitals and a head word, with a country's name
    the Quad Partnership for Cable Connectivity             the head word in the middle
    the Sustainable Ports Network (SPN)                     or with the acronym in brackets
    ‘한-아세안 미래 파트너십’, 「녹색 항로 구상(GRI)」             in quotation marks

A heading in capitals, a level of partnership (Strategic Partnership) and an agreement are none.
The lead is who the text says runs it: "led by GGGI", 글로벌녹색성장기구(GGGI)가 주관하여.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from loaders.extract.facts import Initiative, Mark
from loaders.extract.lexicon import REFERENCE, Mention, Mentions
from loaders.extract.sentences import Sentences
from loaders.reference import Row, read_rows
from loaders.text import Document, Paragraph, Part

_SILENT = frozenset({Part.TITLE, Part.SUBTITLE, Part.HEADER, Part.ATTACHMENT})
_CAPITAL = r"(?:(?:[A-Z]\.)+[\w-]*|[A-Z][\w&-]*(?:-(?:[A-Z]\.)+)?)"
_LEFT = re.compile(rf"(?:(?:{_CAPITAL}|of|for|and|the|in) ){{1,9}}$")
_SMALL = frozenset({"of", "for", "and", "the", "in"})
_OPENERS = frozenset(
    [
        "The",
        "A",
        "An",
        "Our",
        "Its",
        "Their",
        "This",
        "That",
        "These",
        "Those",
        "Under",
        "Through",
        "In",
        "On",
        "For",
        "With",
        "And",
        "As",
        "New",
        "Also",
        "Launch",
        "Launched",
    ]
)
_RIGHT = re.compile(r" (?:for|on) (?:the )?[A-Z][\w'-]*(?:(?:,? and |, | )[A-Z][\w'-]*){1,6}")
_ACRONYM = re.compile(r"\s?\(([A-Z][A-Za-z-]{1,9})[):]")
_QUOTED = re.compile(r"[「『“‘\"']([^「『“‘\"'」』”’\n]{2,38})$")
_CLOSING = re.compile(r"(?: ?\(([A-Z][A-Za-z-]{1,9})\))?[」』”’\"']")
_LEAD_AFTER = re.compile(r"\s?(?:\([A-Z]{2,8}\))?(?:가|이) (?:주관|주도|시행|수행)")
_LEAD_BEFORE = re.compile(r"\b(?:led|run|implemented|managed|administered) by (?:the )?$")


def find_initiatives(document: Document, mentions: Mentions) -> list[Initiative]:
    """The named initiatives in the release, each once, in the order of the text."""
    found: dict[str, Initiative] = {}
    sentences = Sentences(document, mentions)
    for word in mentions["initiative"]:
        if word.code == "head":
            initiative = None if _silent(sentences.paragraph_at(word.start)) else _by_form(mentions, word)
        else:
            initiative = _known(mentions, word)
        if initiative is None:
            continue
        key = _key(initiative)
        earlier = next((k for k, other in found.items() if k == key or _same(other, initiative)), None)
        found[earlier or key] = _merged(found[earlier], initiative) if earlier else initiative
    return list(found.values())


def _known(mentions: Mentions, word: Mention) -> Initiative:
    row = _reference()[word.code]
    mark = Mark(word.start, word.end, f"initiative: {word.word}")
    lead = _lead(mentions, word.end) or row["lead"]
    return Initiative(row["name_en"], row["name_ko"], row["acronym"], lead, (mark,))


def _by_form(mentions: Mentions, head: Mention) -> Initiative | None:
    text = mentions.text
    if "가" <= text[head.start] <= "힣":
        return _quoted(mentions, head)
    start = _start(text, head.start)
    if not text[head.start].isupper() or (text[head.end - 1] == "s" and head.word[-1] != "s"):
        return None
    words = [word for word in text[start : head.start].split() if word not in _SMALL]
    right = _RIGHT.match(text, head.end)
    end = right.end() if right and len(words) < 4 else head.end
    acronym = _ACRONYM.match(text, end)
    if (len(words) < 2 and not right) or _only_countries(mentions, start, end):
        return None
    if not acronym and not mentions.between("country", start, end) and words[:1] != ["Quad"]:
        return None
    mark = Mark(start, end, f"initiative: words in capitals and {head.word}")
    return Initiative(text[start:end], None, acronym[1] if acronym else None, _lead(mentions, end), (mark,))


def _start(text: str, end: int) -> int:
    """Where the words in capitals before `end` begin, without an article or a first word of a sentence."""
    low = max(0, end - 110)
    word = text[text.rfind(" ", low, end - 1) + 1 : end - 1]
    if text[end - 1] != " " or (word.islower() and not word.endswith(tuple(_SMALL))):
        return end  # the search below is slow
    left = _LEFT.search(text, low, end)
    if not left or "\n" in left[0]:
        return end
    start = left.start()
    for word in left[0].split():
        if word not in _OPENERS and word not in _SMALL:
            break
        start = text.index(word, start) + len(word) + 1
    return start


def _only_countries(mentions: Mentions, start: int, end: int) -> bool:
    """Is the name nothing but its sides ("the U.S.-Philippines Partnership")?"""
    rest = mentions.text[start:end]
    for country in mentions.between("country", start, end):
        rest = rest.replace(mentions.text[country.start : country.end], "")
    return len(re.findall(r"[A-Za-z]{3,}", rest)) < 2


def _quoted(mentions: Mentions, head: Mention) -> Initiative | None:
    """A Korean name in quotation marks that ends in the head word."""
    text = mentions.text
    before = _QUOTED.search(text, max(0, head.start - 42), head.start)
    after = _CLOSING.match(text, head.end)
    if not before or not after:
        return None
    name = text[before.start(1) : head.end]
    mark = Mark(before.start(1), head.end, f"initiative: in quotation marks, {head.word}")
    return Initiative(None, name, after[1], _lead(mentions, head.end), (mark,))


def _lead(mentions: Mentions, end: int) -> str | None:
    """Who the paragraph, from the name on, says runs the initiative."""
    text = mentions.text
    line_end = text.find("\n", end)
    high = min(len(text) if line_end < 0 else line_end, end + 160)
    for country in mentions.between("country", end, high):
        if _LEAD_AFTER.match(text, country.end) or _LEAD_BEFORE.search(
            text, max(end, country.start - 24), country.start
        ):
            return country.code
    return None


def _silent(paragraph: Paragraph | None) -> bool:
    return paragraph is None or paragraph.part in _SILENT


def _key(initiative: Initiative) -> str:
    return _letters(initiative.name or initiative.name_ko or "")


@lru_cache(maxsize=1024)
def _letters(name: str) -> str:
    """Letters and digits only, without case."""
    return re.sub(r"\W+", "", name).casefold()


def _same(one: Initiative, other: Initiative) -> bool:
    """One name within the other ("Solidarity Initiative", "Korea-ASEAN Solidarity Initiative"), or one acronym."""
    if one.acronym and one.acronym == other.acronym:
        return True
    first, second = sorted((_key(one), _key(other)), key=len)
    return bool(first) and first in second


def _merged(one: Initiative, other: Initiative) -> Initiative:
    longer = max(one, other, key=lambda initiative: len(_key(initiative)))
    return Initiative(
        longer.name,
        one.name_ko or other.name_ko,
        one.acronym or other.acronym,
        one.lead or other.lead,
        one.marks + other.marks,
    )


@cache
def _reference() -> dict[str, Row]:
    return {str(row["code"]): row for row in read_rows(REFERENCE / "initiatives.csv")}
