"""Beside whom a sentence says that someone meets them.

held talks with H.E. Mr. Niran Saelim       met my counterpart, Ramon Diaz       with Ann Reed, he discussed …
나라이 캄디 태국 외교장관과 회담을 갖고       왕이 부장을 만나       총리의 예방을 받고

Words: `data/reference/participation.csv`.
"""

from __future__ import annotations

import re
from functools import cache

from loaders.extract.lexicon import REFERENCE, Mentions
from loaders.extract.person import Person
from loaders.reference import read_rows

_MET_AFTER = 40  # characters between a person and the word of meeting: 장관과 (화상으로 양자) 회담을 갖고
_BEFORE = 90  # characters before a person in which the word of meeting stands
_WITH = re.compile(r"\bwith\b")
# Before a person: "talks with the Philippines' …", "together with H.E. Mr. …", "met my counterpart, …".
_MET_BEFORE = re.compile(
    r"(?:(?P<alone>(?:^|[,;] |\band )(?:then )?[Ww]ith)"
    r"|\b(?P<verb>[\w-]+)(?: (?:separately|again|also|jointly|up|today|yesterday|briefly|bilaterally|virtually"
    r"|there))?"
    r"(?: (?:in|at|on) (?:the )?(?:[A-Z\d][\w'-]*,? ){1,4}(?:today|yesterday)?)? ?with"
    r"|\b(?P<met>(?:[\w-]+ )?[\w-]+))"
    r" (?:(?:the|his|her|my|our|their|its|new|visiting) ){0,2}(?:[A-Z][\w.-]*'? ?(?:'s )?){0,5}(?:counterparts?,? )?$"
)
_RECALLED = re.compile(r"\b(?:last (?:year|month|week)|ago|previous|in (?:19|20)\d\d)\b")
# One of several: had bilateral meetings with the foreign ministers of A, B and C, and with Minister D.
_WITH_SEVERAL = re.compile(
    r"\b(?:met|meetings?|talks|exchanges|conversations|discussions|consultations|bilaterals?|sat down|spoke"
    r"|calls) (?:bilaterally |separately )?"
    r"(?:with|on) (?:(?! to | who | which | that | about | on )[^.;:]){3,200}?(?:,"
    r"| and)(?: and)?(?: also)?(?: with)?(?: the| his| her)?"
    r" (?:[A-Z][\w.'-]* ){0,5}$"
)
_ATTENDED_WITH = re.compile(r"\b(?:attended|joined|took part in) [^.;]{3,120}? with (?:the )?[^.;]{0,120}$")
# Behind a person: 과 회담을 갖고, 을 예방하고, 의 예방을 받고.
_MET_KO = re.compile(
    r"(?:\([^)]{1,20}\))?(?:"
    r"(?:과|와|과도|와도|과는|와는|과의|와의) [^.,]{0,30}?"
    r"(?:회담|면담|만나|만났|만난|만날|통화|오찬|만찬|조찬|협의|회동|대화|대담|환담|담소|대좌|마주|머리를 맞)"
    r"|(?:을|를|도) (?:[가-힣]{1,4} ){0,2}(?:만나|만났|만난|만날|접견|예방|면담|영접|맞이|맞아)"
    r"|의 (?:예방을 받|초청으로|영접)"
    r"|(?:이|가) 주최한)"
)


@cache
def pattern(code: str, korean: bool) -> re.Pattern[str]:
    """The words of one code in participation.csv, the longest first; for a text in small letters."""
    rows = read_rows(REFERENCE / "participation.csv")
    language = "ko" if korean else "en"
    words = sorted(
        (str(row["word"]).lower() for row in rows if row["code"] == code and row["language"] == language),
        key=len,
    )
    joined = "|".join(re.escape(word) for word in reversed(words))
    return re.compile(joined if korean else rf"\b(?:{joined})\b")


def is_met_en(mentions: Mentions, person: Person, low: int, high: int) -> bool:
    """Does the English sentence from `low` to `high` say that someone meets the person?"""
    text = mentions.text
    near = mentions.lower[max(low, person.start - 2 * _BEFORE) : person.start]
    if not (_WITH.search(near) or pattern("meets", False).search(near)):
        return False  # the search below is slow
    before = _MET_BEFORE.search(text, max(low, person.start - _BEFORE), person.start)
    if _RECALLED.search(text, low, person.start):
        return False
    if before is None or (before["met"] and not pattern("meets", False).search(before["met"].lower())):
        ends = {person.start, person.title_start}
        several = any(_WITH_SEVERAL.search(text, low, end) for end in ends)
        return several or _ATTENDED_WITH.search(text, low, person.start) is not None
    if before["verb"]:
        return pattern("with", False).fullmatch(before["verb"].lower()) is not None
    if before["met"]:
        return pattern("meets", False).search(before["met"].lower()) is not None
    return pattern("meet", False).search(mentions.lower, low, high) is not None


def is_met_ko(text: str, person: Person, until: int) -> bool:
    """Does a Korean word of meeting follow the person, `until` the next person or the end of the sentence?"""
    return _MET_KO.match(text, person.end, min(until, person.end + _MET_AFTER)) is not None
