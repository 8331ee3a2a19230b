"""Does a sentence report a meeting, or only name it: as the occasion, the subject, a habit, a memory?

유엔총회 계기, 성공적 개최를 위한      on the margins of, ahead of      지난해 11월 한-태 정상회담      each year
"""

from __future__ import annotations

import re
from datetime import timedelta

from loaders.extract.candidates import Candidate
from loaders.extract.opening import TALKS, Context, dates_in, says
from loaders.extract.peers import rank_of_peers
from loaders.extract.talks import talk_sides
from loaders.extract.when import plausible

# Between a word for the occasion and the meeting's name: on the margins of the 56th ASEAN ...
_UP_TO_NAME = re.compile(
    r"(?: the| a| an| its| their)?(?:\s(?:annual|separate|recent|next|last))?(?:\s[A-Z\d][\w'-]*+){0,4}"
    r"(?: (?:and|or)(?: the| its"
    r"| other)?(?: related)?(?=\s))?\s*"  # after the 43rd ASEAN Summit and its related summits
)
_UP_TO_WORD = re.compile(r"(?:'s)?[\s)'\"」』]*(?:\([^()]{1,30}\)\s*)?")


def is_background(context: Context, candidate: Candidate) -> bool:
    """Is the meeting only the occasion or the subject (유엔총회 계기, on the margins of, 성공적 개최를 위한)?"""
    text = context.text
    near = context.mentions.between("background", candidate.start - 60, candidate.end + 24)
    return any(
        mention.start >= candidate.end and _UP_TO_WORD.fullmatch(text, candidate.end, mention.start)
        if mention.code == "after"
        else mention.end <= candidate.start and _UP_TO_NAME.fullmatch(text, mention.end, candidate.start)
        for mention in near
    )


def reports(context: Context, candidate: Candidate) -> bool:
    """Does the sentence report or announce the meeting, rather than speak of meetings or recall one?"""
    if (
        is_recalled(context, candidate)
        or says(context, "habitual", candidate.sentence)
        or _far_ahead(context, candidate)
    ):
        return False
    if candidate.kind and (len(candidate.sides) > 1 or candidate.framework or "AKC" in candidate.sides):
        return True
    cues = says(context, "reported", candidate.sentence) or says(context, "future", candidate.sentence)
    if not (cues or is_one(context, candidate)):
        return candidate.kind in ("call", "pmc") and len(talk_sides(context, candidate)) > 1
    if candidate.framework or candidate.ordinal:
        return True
    if candidate.word.startswith(_GATHERED) and rank_of_peers(context, candidate) is None:
        return False
    sides = talk_sides(context, candidate)
    if sides == ("ASEAN",):  # what its leaders will do, said further on, is a word in passing
        told = candidate.sentence in context.lead[:1] or not says(context, "future", candidate.sentence)
        return told and rank_of_peers(context, candidate) is not None
    told_by_one = candidate.kind == "call" or bool(
        _FIRST_PERSON.search(context.text, candidate.sentence[0], candidate.start)
    )
    return candidate.kind in _MAY_LACK_SIDES and len(sides) > (0 if told_by_one else 1)


def _far_ahead(context: Context, candidate: Candidate) -> bool:
    """Is it a meeting months away, of which the text speaks in passing, behind its first sentence?"""
    if context.issued is None or candidate.sentence in context.lead[:1]:
        return False
    if not says(context, "future", candidate.sentence):
        return False
    days = dates_in(context, *candidate.sentence)
    soon = (context.issued + _SOON).isoformat()
    return bool(days) and all(
        len(day.first) > len("2024") and day.first > soon[: len(day.first)] for day in days
    )


_SOON = timedelta(days=60)
_GATHERED = ("gathered", "came together", "assembled")  # so do crowds
# I met the Indonesian minister: the side that reports goes without saying.
_FIRST_PERSON = re.compile(r"\b(?:I|We|we)\s(?:also\s|have\s|will\s)?$")


def is_one(context: Context, candidate: Candidate) -> bool:
    """Does a sentence of the opening say what the meeting of the sentence before is: 25번째 한·아세안 정상회의다?"""
    return candidate.start < _OPENING and _IS_ONE.match(context.text, candidate.end) is not None


_OPENING = 1500  # characters
_IS_ONE = re.compile(r"이?(?:다|었다|였다|입니다|예요|에요)[.…]")
_MAY_LACK_SIDES = TALKS | {"summit", "special-summit", "pmc"}


def is_recalled(context: Context, candidate: Candidate) -> bool:
    """Does a day long past stand before the name: 지난해 11월 한-태 정상회담, 열흘 전, at the 2019 summit?"""
    low = max(candidate.sentence[0], candidate.start - _RECALLED_WITHIN)
    if candidate.kind in TALKS and _AGO.search(context.text, low, candidate.start):
        return True
    if context.release.language == "en" and candidate.kind in TALKS and _long_past_behind(context, candidate):
        return True
    if not _MAY_BE_DATE.search(context.text, low, candidate.start):
        return False
    before = dates_in(context, low, candidate.start)
    return bool(before) and not plausible(before[-1], context.issued)


def _long_past_behind(context: Context, candidate: Candidate) -> bool:
    """Does a day long past follow the verb: the leaders met last December in Brussels?"""
    high = min(candidate.sentence[1], candidate.end + _RECALLED_WITHIN)
    if not _MAY_BE_DATE.search(context.text, candidate.end, high):
        return False
    days = dates_in(context, candidate.end, high)
    return bool(days) and not any(plausible(day, context.issued) for day in days)


_MAY_BE_DATE = re.compile(
    r"\d|지난|작년|재작년|ago|last|year|month|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
)
_AGO = re.compile(
    r"(?:^|\s)(?:\d{1,2}|한|두|세|석|넉|열|몇|수)?\s?(?:년|달|개월|주일|주|열흘|보름|며칠|사흘|나흘)\s?전(?:에|,)?\s(?!취임)"
    r"|\b(?:two|three|four|five|six|several|\d+) (?:weeks|months|years) ago\b|\b[Ll]ast (?:month|year|autumn"
    r"|summer|spring)\b"
)
_RECALLED_WITHIN = 45  # characters
