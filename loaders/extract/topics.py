"""The topics that the release speaks of.

A topic is told by the words of `data/reference/topic_words.csv`. Forms taken:

    cooperation on energy and smart cities        전기차와 스마트시티에서 협력

Forms refused, besides the words marked `forbid` there: a word in the name of an office or ministry ("Minister of
Energy and Mineral Resources", "Health Minister", 보건부 장관), and a word in a part of the release that says nothing
of the talks (masthead, list of attachments).

Whether relations were raised is no matter of single words: `partnership-upgrade` also needs what
`loaders.extract.partnerships` finds, a step, a wish for one, or an anniversary.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict

from loaders.extract.facts import Mark, Topic
from loaders.extract.footers import silence
from loaders.extract.lexicon import Mention, Mentions
from loaders.text import Document, Part

_SILENT = frozenset({Part.HEADER, Part.ATTACHMENT})

_OFFICE_BEFORE = re.compile(
    r"(?:Minist(?:er|ers|ry|ries)|Secretar(?:y|iat)|Departments?|Director(?:ate)?|Director-General|Commission(?:er)?"
    r"|Bureau|Division|Envoy|Ambassador-at-Large|Undersecretary|Council|Committee|Coordinator|Representative)"
    r" (?:of State )?(?:of|for|on) (?:the )?(?:[A-Z][\w'-]*,? (?:and |of |& )?){0,6}$"
)
_OFFICE_AFTER = re.compile(
    r"(?:,? (?:and |& )?[A-Z][\w'-]*){0,4}? (?:Vice[- ]|Deputy )?(?:Minister|Ministry|Ministries|Secretary"
    r"|Secretaries|Department"
    r"|Commissioner|Agency|Bureau|Division|Adviser|Advisor|Envoy)\b"
)
_OFFICE_AFTER_KO = re.compile(
    r"[가-힣·]{0,8}(?:(?:부|처|청) ?제?[12]?(?:장관|차관|대변인|국장|실장)"
    r"|장관|차관|국장|과장|담당관|심의관|기획관|비서관|수석|대사(?!관)|위원장|청장|실장|단장|사무차장|본부장)"
)
_WINDOW = 90
_APPOINTMENTS = re.compile(
    r"\b(?:Nominees?|Nominations?|Appointees?|Appointments?)\b(?! with)|인사 ?발령|(?:공관장|대사) 임명"
)
# Countries that are themselves matters of the talks.
_COUNTRIES = frozenset({"myanmar", "ukraine", "middle-east", "taiwan-strait"})
_ROW = re.compile(r"(?:, | ?· ?|,| and |, and |과 |와 |및 )(?:the )?")
_AS_SIDE = re.compile(
    r" ?(?:측|불참|정부 대표|외교부|[가-힣]{0,4}(?:장관|차관|국장|대사|대표))"
    r"|'s (?:Foreign|Permanent|Ambassador|Minister)| delegation"
)


def find_topics(document: Document, mentions: Mentions, upgrades: list[Mark]) -> list[Topic]:
    """The topics that the release speaks of, most often spoken of first; one mark a mention.

    None for a release that names people to offices: what it says is of their careers.
    """
    title = next((p for p in document.paragraphs if p.part is Part.TITLE), None)
    if title and _APPOINTMENTS.search(mentions.text, title.start, title.end):
        return []
    marks: dict[str, list[Mark]] = defaultdict(list)
    silent = [p for p in document.paragraphs if p.part in _SILENT]
    silent_starts = [paragraph.start for paragraph in silent]
    named = {mention.start for mention in mentions["topic"]}
    is_silent = silence(mentions)
    for mention in mentions["topic"]:
        before = bisect_right(silent_starts, mention.start) - 1
        if (before >= 0 and mention.start < silent[before].end) or is_silent(mention.start):
            continue
        if _in_office(mentions.text, mention):
            continue
        if mention.code in _COUNTRIES and _among_countries(mentions, mention, named):
            continue
        marks[mention.code].append(Mark(mention.start, mention.end, f"topic word: {mention.word}"))
    for mark in upgrades:
        known = marks["partnership-upgrade"]
        if not any(mark.start < other.end and other.start < mark.end for other in known):
            known.append(mark)
    topics = [Topic(code, len(found), tuple(sorted(found))) for code, found in marks.items() if found]
    return sorted(topics, key=lambda topic: (-topic.mentions, topic.marks[0].start))


def _among_countries(mentions: Mentions, mention: Mention, named: set[int]) -> bool:
    """Does the country stand in a row of others, or as a side of the talks, rather than as a matter of them?"""
    if not mentions.between("country", mention.start, mention.end):
        return False
    if _AS_SIDE.match(mentions.text, mention.end):
        return True
    for other in mentions.between("country", max(0, mention.start - 30), mention.end + 30):
        between = mentions.text[min(other.end, mention.end) : max(other.start, mention.start)]
        if other.start != mention.start and other.start not in named and _ROW.fullmatch(between):
            return True
    return False


def _in_office(text: str, mention: Mention) -> bool:
    """Is the word a part of an office's or a ministry's name?"""
    if text[mention.start] >= "가":
        return _OFFICE_AFTER_KO.match(text, mention.end, mention.end + 24) is not None
    if not text[mention.start].isupper():
        return False
    before = text[max(0, mention.start - _WINDOW) : mention.start]
    if _OFFICE_BEFORE.search(before):
        return True
    return _OFFICE_AFTER.match(text, mention.end, mention.end + _WINDOW) is not None
