"""The levels of partnership that a text names, also those it only refers back to.

the same status, such a framework, this level      같은 등급, 이 관계      the level named last before
                                                   한 단계 더               the next above it
격상을 제안해 둔 상태                                 a step whose level stands in a sentence before
"""

from __future__ import annotations

import re

from loaders.extract.lexicon import Mention, Mentions

_BACK = 700  # characters within which the level referred to was named
_AGAIN = "level:same"
_HIGH = frozenset({"level:csp", "level:strategic", "level:other"})
_RAISED_KO = frozenset({"격상", "승격", "수립"})
_AIM = re.compile(r"을 (?:목표|위)|하기로|을 제안|을 추진")
_UP = {
    "level:strategic": "level:csp",
    "level:other": "level:strategic",
    "level:sectoral-dialogue": "level:dialogue",
}
_RANK = re.compile(r"단계|등급|반열|급$|rank|level|kind|framework|step|did")
_YEARS_OF = re.compile(r" ?(?:관계)?(?:가|는)? ?(?:수립 ?)?(?:\d{1,2}|[가-힣]{2,4}) ?(?:주년|년|돌)")
_OF_A_TREATY = re.compile(r"(?:FTA|협정|조약|기구|대표부|공관|[가-힣]급)\S{0,3} ?$")
_SENTENCE_END = re.compile(r"[.!?]\s|\n")


def read_levels(mentions: Mentions) -> list[Mention]:
    """The words for levels and anniversaries, in order; a word that refers back has the code it refers to."""
    text = mentions.text
    found: list[Mention] = []
    last: Mention | None = None  # the level named last
    high: Mention | None = None  # the last one to which relations are raised
    top: Mention | None = None  # the last one of the highest
    for word in mentions["partnership"]:
        if word.code == _AGAIN:
            meant = top if top and word.start - top.end < _BACK and _RANK.search(word.word) else last
            if meant and word.start - meant.end < _BACK:
                found.append(word._replace(code=meant.code))
                high = found[-1] if meant.code in _HIGH else high
        elif word.code == "level:up":
            if last and last.code in _UP and word.start - last.end < _BACK:
                found.append(word._replace(code=_UP[last.code]))
                high = found[-1]
        elif word.code.startswith("level:"):
            found.append(word)
            if word.code == "level:diplomatic" or _YEARS_OF.match(text, word.end):
                continue
            last = word
            high = word if word.code in _HIGH else high
            top = word if word.code == "level:csp" else top
        elif word.code == "anniversary":
            found.append(word)
        elif word.word in _RAISED_KO and high and _stands_alone(mentions, word, high):
            found.append(Mention(word.kind, high.code, word.start, word.start, high.word))
    return found


def _stands_alone(mentions: Mentions, word: Mention, last: Mention) -> bool:
    """Is a step told without its level, which a sentence before has named?"""
    text = mentions.text
    if word.word == "수립" and not _AIM.match(text, word.end):
        return False
    if last.code not in _HIGH or word.start - last.end > _BACK:
        return False
    if not _SENTENCE_END.search(text, last.end, word.start):
        return False
    if _OF_A_TREATY.search(text, max(0, word.start - 12), word.start):
        return False
    end = _SENTENCE_END.search(text, word.end)
    stop = end.start() if end else len(text)
    return not any(
        other.code.startswith("level:") and other.code != "level:diplomatic"
        for other in mentions.between("partnership", word.end, stop)
    )
