"""The lists of those present: under a heading, behind a label, alone on a line, in an annex.

※ 우리측 참석자 : 김도현 심의관, …      The meeting was co-chaired by:      [붙임] 참석자 명단
"""

from __future__ import annotations

import re
from bisect import bisect_left

from loaders.extract.person import Person
from loaders.extract.sentences import Sentences
from loaders.text import Document, Paragraph, Part

_HEADING = 30  # characters of the heading of a list
_LIST = re.compile(
    r"(?:([가-힣]{1,8}?) ?측? ?)?(?:주요 )?(?:참석자|참석|참가자?|대표단|배석자?|동석자?"
    r"|수행|주재|수석대표|(?:공동 ?)?의장)(?: ?\([^)]*\))? ?[:：]$"
    r"|([가-힣]{1,8})측 ?\)? ?[:：]$"
)
_HEADED = 1500  # characters of a list between its heading and an item
_SIDE = re.compile(r"[^\w(]*\((우리|한국|한|[가-힣]{1,8})측()\) ")  # - (아세안측) 각국 대표, …
_ITEM = re.compile(r"\s*(?:[-–•*·]|\(?\w{1,3}[.)])\s")
LABEL = 24  # characters beside the people in a line that holds nothing but people: "의장 : …", "한국 …"
# An annex that lists them. Each form begins with a sign of its own, so that the search skips what lies between.
_OF_LIST = r" ?(?:명단|목록|현황|구성)"
_ANNEX = re.compile(
    rf"참석자?{_OF_LIST}|참가자?{_OF_LIST}|대표단{_OF_LIST}|배석자?{_OF_LIST}"
    r"|L(?<=\bL)(?:ist of (?:[Pp]articipants|[Dd]elegates|[Aa]ttendees)|IST OF (?:PARTICIPANTS|DELEGATES))"
    r"|l(?<=\bl)ist of (?:[Pp]articipants|[Dd]elegates|[Aa]ttendees)"
    r"|H(?<=\bH)eads of [Dd]elegations?:?$|h(?<=\bh)eads of [Dd]elegations?:?$"
)
_ANNEX_BEGINS = re.compile(r"[\[<(]?\s?(?:붙임|별첨|첨부|참고|Annex|ANNEX|Attachment)")
_TAIL = re.compile(r"(?:\s?\([^()]{1,30}\)|\s?등|[\s,.;|)\]/]|\s?및|\s?외 ?\d+명|\s?끝)*(?:[가-힣]{1,5})?")
_BEGINS = re.compile(r"[^.!?…]{0,24}")


class Lists:
    """The lists of those present in a release."""

    def __init__(self, document: Document, text: str, sentences: Sentences, people: list[Person]) -> None:
        self._text = text
        self._sentences = sentences
        self._people = people
        self._starts = [person.start for person in people]
        self._annexed = _annexed(document, text)

    def in_annex(self, paragraph: Paragraph) -> bool:
        """Is it a line of an annex that lists those present?"""
        return paragraph.start in self._annexed and self.alone(paragraph)

    def listed(self, low: int, person: Person) -> re.Match[str] | None:
        """The heading of the list of those present in which the person stands."""
        line = max(low, self._text.rfind("\n", 0, person.title_start) + 1)
        colon = max(self._text.rfind(mark, line, person.title_start) for mark in ":：")
        while colon > 0:
            heading = _LIST.search(self._text, max(line, colon - _HEADING), colon + 1)
            if heading:
                return heading
            colon = max(self._text.rfind(mark, line, colon) for mark in ":：")
        return _SIDE.match(self._text, line)

    def heading(self, person: Person) -> str:
        """The line above a list, such as "co-chaired by:", whose item the person begins; empty where none is."""
        paragraph = self._sentences.paragraph_at(person.title_start)
        if paragraph is None or paragraph.part is not Part.LIST:
            return ""
        colon = self._text.rfind(":\n", 0, paragraph.start)
        begins = min(person.start, person.title_start) - paragraph.start <= LABEL
        if not begins or colon < 0 or paragraph.start - colon > _HEADED:
            return ""
        items = self._text[colon + 2 : paragraph.start].split("\n")
        if not all(_ITEM.match(item) for item in items if item.strip()):
            return ""
        return self._text[self._text.rfind("\n", 0, colon) + 1 : colon]

    def alone(self, paragraph: Paragraph) -> bool:
        """Does the paragraph hold people and hardly a word besides?"""
        if paragraph.part is Part.TITLE or paragraph.end - paragraph.start > 400:
            return False
        if "다." in self._text[paragraph.start : paragraph.end]:
            return False
        first = bisect_left(self._starts, paragraph.start)
        inside = [
            p
            for p in self._people[first : bisect_left(self._starts, paragraph.end)]
            if paragraph.start <= p.start and p.end <= paragraph.end and (p.name or p.name_ko)
        ]
        if not inside or not _BEGINS.fullmatch(self._text, paragraph.start, inside[0].start):
            return False
        besides = paragraph.end - paragraph.start - sum(p.end - p.start for p in inside)
        ends = _TAIL.fullmatch(self._text, inside[-1].end, paragraph.end) is not None
        return ends and besides <= LABEL + 8 * (len(inside) - 1)


def _annexed(document: Document, text: str) -> frozenset[int]:
    """Where the lines of annexes begin that list those present."""
    found = []
    lists = False
    for paragraph in document.paragraphs:
        if paragraph.part is not Part.ATTACHMENT:
            lists = False
        elif _ANNEX.search(text, paragraph.start, min(paragraph.end, paragraph.start + 2 * _HEADING)):
            lists = True
        elif _ANNEX_BEGINS.match(text, paragraph.start):
            lists = False
        elif lists:
            found.append(paragraph.start)
    return frozenset(found)
