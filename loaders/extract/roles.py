"""Roles that countries hold: chair of ASEAN, country coordinator for a partner, and who holds them next.

올해 아세안 의장국인 라오스          베트남(한-아세안간 현 대화조정국), 태국(차기 대화조정국)
말레이시아가 내년 아세안 의장국을 맡  Indonesia's ASEAN Chairmanship in 2023
Viet Nam, the country coordinator for ASEAN-ROK dialogue relations,
"""

from __future__ import annotations

import re
from datetime import date

from loaders.extract.countries import Places, members
from loaders.extract.facts import CountryRole, Mark, Meeting
from loaders.extract.lexicon import Mention, Mentions
from loaders.extract.release import Release
from loaders.extract.sentences import Sentences
from loaders.text import Document

_NEXT = re.compile(
    r"차기|내년|다음\s|이어받|넘겨받"
    r"|\b(?:next|incoming|upcoming|will (?:chair|take over|assume)|forthcoming|to assume)\b"
)
_SINCE_PAST = re.compile(r"지난해|작년|직전|전임|\b(?:previous|former|outgoing|last year)\b")
_OTHER_CHAIR = re.compile(r"(?:G-?\d+|APEC|안보리|EU|유럽연합|이사회|메콩|RCEP|BRICS|브릭스)\s?(?:의\s)?$")
_IN_CAPACITY = re.compile(r"\bas (?:the |its )?$", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_THIS_YEAR = re.compile(r"올해|금년|\bthis year\b")
_NEXT_YEAR = re.compile(r"내년|\bnext year\b")

# Right behind the role: 의장국인 라오스, 의장국 라오스, "ASEAN Chair, Indonesia".
_BEHIND = re.compile(
    r"(?:인|으로서의|으로서|이자|이었던|을 맡은|을 맡고 있는|을 수임한|을 맡게 된)?[\s:(,·'\"「」]*"
    r"(?:the\s+|Republic of\s+)?"
)
# In front of it: 라오스가 올해 아세안 의장국, 베트남(한-아세안간 현 대화조정국), "Viet Nam, as the coordinator".
_FRONT = re.compile(
    r"(?: to ASEAN,? and )?(?:'s?)?(?:[은는이가의도]|에서|으로|측)?[\s,(]*(?:(?:올해|금년"
    r"|내년|현재?|차기|다음|새|신임|순회|이달부터"
    r"|내달부터|지난달부터|\d+년간|\d{4}년(?:도)?|한[-·]아세안간?|아세안|대화관계|의장을?)\s?)*+"
    r"(?:(?:as|is|was|the|for|its|in|which|who|being|serves|currently|current|next|incoming|upcoming|successful"
    r"|\d{4}|will|to|of|assumed?|holds?|holding|supports?|supported|role|assumption|capacity|this|year|year's"
    r"|rotating|work|hospitality|leadership|term|turn|position|tenure|able|effective|present|efforts|holder|taking|taken|over"
    r"|chairs|has|been|[A-Z]{2,}(?:-[A-Z]{2,})?)\b(?:'s)?[\s,]*)*+[\s(]*"
)


def find_country_roles(
    document: Document, mentions: Mentions, meetings: list[Meeting], release: Release
) -> list[CountryRole]:
    """The roles the release names, each once; a role whose holder is not named beside it is left out."""
    hits = mentions["role"]
    if not hits:
        return []
    sentences = Sentences(document, mentions)
    places = Places(mentions)
    issued = release.published or release.anchor
    found: dict[tuple[str, str, str | None], CountryRole] = {}
    for hit in hits:
        holder = _holder(mentions, sentences, hit)
        if holder is None or (hit.code == "chair" and not _of_asean(mentions.text, hit, holder)):
            continue
        role = _role(mentions, sentences, places, hit, holder, meetings, issued)
        if role:
            found.setdefault((role.country, role.role, role.partner), role)
    return list(found.values())


def _of_asean(text: str, hit: Mention, holder: Mention) -> bool:
    """Is it the chair of ASEAN? 브루나이 의장국 needs no more, 인도네시아 and G20 의장국 would mislead."""
    if _OTHER_CHAIR.search(text[max(0, hit.start - 14) : hit.start]):
        return False
    near = text[max(0, hit.start - 30) : hit.end + 30]
    return "아세안" in near or "ASEAN" in near or holder.code in members()


def _holder(mentions: Mentions, sentences: Sentences, hit: Mention) -> Mention | None:
    """The country beside the role: right behind it, or in front of it with nothing else between."""
    text = mentions.text
    low, high = sentences.around(hit.start)
    for mention in mentions.between("country", hit.end, min(high, hit.end + 60)):
        if len(mention.code) == 3 and _BEHIND.fullmatch(text, hit.end, mention.start):
            return mention
    if hit.code == "coordinator" and _IN_CAPACITY.search(text[max(low, hit.start - 20) : hit.start]):
        # As the country coordinator for ..., H.E. X, Minister of Foreign Affairs of Viet Nam, presided.
        for mention in mentions.between("country", hit.end, high):
            if mention.code in members():
                return mention
    for mention in reversed(mentions.between("country", max(low, hit.start - 90), hit.start)):
        if len(mention.code) == 3 and _FRONT.fullmatch(text, mention.end, hit.start):
            return mention
    return None


def _role(
    mentions: Mentions,
    sentences: Sentences,
    places: Places,
    hit: Mention,
    holder: Mention,
    meetings: list[Meeting],
    issued: date | None,
) -> CountryRole | None:
    text = mentions.text
    low, high = sentences.around(hit.start)
    begin = max(low, min(hit.start, holder.start) - 12)
    # Another holder's role in the same list, 베트남(...), ends at the comma.
    comma = text.rfind(",", begin, min(hit.start, holder.start))
    begin = comma if comma >= 0 else begin
    around = text[begin : min(high, max(hit.end, holder.end) + 14)]
    between = text[min(hit.start, holder.start) : max(hit.end, holder.end)]
    if _SINCE_PAST.search(between):
        return None
    following = bool(_NEXT.search(between) or _NEXT.search(text[begin : min(hit.start, holder.start)]))
    year = _year(around, issued)
    marks = (Mark(min(hit.start, holder.start), max(hit.end, holder.end), f"role word: {hit.word}"),)
    if hit.code == "chair":
        stated = _YEAR.search(around)
        role = "next-asean-chair" if following and not stated else "asean-chair"
        if year is None and issued and not following:
            year = issued.year
        return CountryRole(holder.code, role, None, year, marks)
    partner = _partner(mentions, low, high, holder, meetings)
    return CountryRole(
        holder.code,
        "next-dialogue-coordinator" if following else "dialogue-coordinator",
        partner,
        year,
        marks,
    )


def _year(around: str, issued: date | None) -> int | None:
    stated = _YEAR.search(around)
    if stated:
        return int(stated[1])
    if issued is None:
        return None
    if _NEXT_YEAR.search(around):
        return issued.year + 1
    return issued.year if _THIS_YEAR.search(around) else None


def _partner(mentions: Mentions, low: int, high: int, holder: Mention, meetings: list[Meeting]) -> str | None:
    """For whom a country coordinates: named with ASEAN in the sentence, else the other side of the meeting."""
    text = mentions.text
    for mention in mentions.between("country", low, high):
        if mention.code != "ASEAN":
            continue
        if text[max(low, mention.start - 2) : mention.start] in ("한-", "한·"):
            return "KOR"
        for other in mentions.between("country", max(low, mention.start - 30), min(high, mention.end + 30)):
            joint = (
                text[other.end : mention.start]
                if other.end <= mention.start
                else text[mention.end : other.start]
            )
            if other.code not in ("ASEAN", holder.code) and joint in ("-", "·", " - "):
                return other.code
    principal = next((meeting for meeting in meetings if meeting.principal), None)
    sides = [side for side in principal.parties if side not in ("ASEAN", holder.code)] if principal else []
    return sides[0] if len(sides) == 1 else None
