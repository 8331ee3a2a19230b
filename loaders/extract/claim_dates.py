"""The date that a sentence gives a step of a partnership: the one of its own clause, else the nearest."""

from __future__ import annotations

import re
from datetime import date

from loaders.extract.claim import UNFINISHED
from loaders.extract.dates import DateSpan, find_dates
from loaders.extract.days import EN_COUNT, KO_COUNT, count
from loaders.extract.lexicon import Mention, Mentions

_HANGUL = re.compile("[가-힣]")
_CLAUSE = re.compile(
    r";|,? (?:and|but|while) that |, (?:and|but|while|whereas|when|with which|which) |, (?=(?:after|before|with)\b)"
    r"|(?<=[가-힣])고,? |(?<=[가-힣])며,? |(?<=면서),? "
)
_BEHIND = re.compile(
    r"(?:s|관계)?(?: \([A-Z]{2,4}\))?,?[^.,;]{0,40}? ?(?:in|since|on|by|as of) (?:early |late |mid-)?$"
)
_TODAY = re.compile(r"\b[Tt]oday\b(?!'s)|(?<![가-힣])(?:오늘|이날)(?![가-힣의])")
_OCCASION = re.compile(
    r"\b(?:occasion of|to mark|to commemorate|to coincide with|coinciding with|in commemoration of) "
)
_BESIDE = re.compile(r"(?:s| ?관계)? ?\(((?:19|20)\d\d)년?\)|(?: \([A-Z]{2,4}\))? of ((?:19|20)\d\d)\b")
_BACK = re.compile(r"(?:지난|last) $")
_COUNTED = re.compile(
    rf"\b({EN_COUNT}|\d{{1,2}}|a decade) ?(years?|months?|)(?:,)? (after|since|on from|later)\b",
    re.IGNORECASE,
)
_SAME_DAY = re.compile(r"\bthe same day\b|같은 날")
_SAME_BACK = 600  # characters before a sentence in which the day meant by "the same day" stands
_RELATIONS = re.compile(r"relation|ties|alliance|treaty|cooperation|관계$|수교|국교")
_COUNTED_KO = re.compile(rf"({KO_COUNT}|\d{{1,2}}) ?년 (?:뒤|후|만에)")
_AFTER_SO_LONG = re.compile(r"(?:년|달|세기) 만에")
_FAR = 40  # characters that a date behind the level counts as farther than one before it


class ClaimDates:
    """Finds the dates of claims in a text that was published on a day."""

    def __init__(self, mentions: Mentions, published: date | None) -> None:
        self._mentions = mentions
        self._text = mentions.text
        self.published = self._published = published
        self._found: dict[tuple[int, int], list[DateSpan]] = {}

    def between(self, low: int, high: int) -> list[DateSpan]:
        """The dates between two places, read once."""
        found = self._found.get((low, high))
        if found is None:
            found = self._found[low, high] = find_dates(self._text, low, high, self._published)
        return found

    def date_of(self, level: Mention, low: int, high: int, status: str) -> tuple[str, str] | None:
        """The date of the claim in the sentence from `low` to `high`, ISO and as worded."""
        beside = _BESIDE.match(self._text, level.end)
        if beside:
            year = beside[1] or beside[2]
            return year, year
        others = self._others(level, low, high)
        spans = [
            span
            for span in self.between(low, high)
            if not self._of_a_plan(span)
            and not self._of_an_anniversary(span)
            and not (span.end <= level.start and _AFTER_SO_LONG.search(self._text, span.end, level.start))
            and not (status in UNFINISHED and self._is_day_of_talks(span))
        ]
        start, end = self._clause(level, low, high)
        inside = [span for span in spans if start <= span.start < end]
        outside = [span for span in spans if not any(self._owned(span, other, low, high) for other in others)]
        if counted := self._counted(level, start, spans):
            return counted
        of_clause = [other for other in others if start <= other.start < end]
        if status in UNFINISHED:  # a past date that another clause tells is of something else
            outside = [span for span in outside if span in inside or self._is_ahead(span)]
        for near, rivals in ((inside, of_clause), (outside, others)):
            fit = [
                span
                for span in near
                if all(self._distance(span, level) <= self._distance(span, other) for other in rivals)
            ]
            ahead = [span for span in near if status in UNFINISHED and self._is_ahead(span)]
            if fit := ahead or fit:
                span = min(fit, key=lambda span: self._distance(span, level))
                return self._ahead(span, status), self._text[span.start : span.end]
        if _SAME_DAY.search(self._text, start, end):
            before = find_dates(self._text, max(0, low - _SAME_BACK), start, self._published)
            days = [span for span in before if len(span.first) == 10]
            if days:
                return days[-1].first, self._text[days[-1].start : days[-1].end]
        today = _TODAY.search(self._text, start, end)
        return (self._published.isoformat(), today[0]) if today and self._published else None

    def _is_ahead(self, span: DateSpan) -> bool:
        return self._published is not None and span.first > self._published.isoformat()[: len(span.first)]

    def _counted(self, level: Mention, start: int, spans: list[DateSpan]) -> tuple[str, str] | None:
        """A date counted from another of the sentence, or from the release: ten years after the two launched …"""
        later = list(_COUNTED_KO.finditer(self._text, start, level.start))
        years = [span for span in spans if later and span.end <= later[-1].start()]
        if years and not self._names_level(later[-1].end(), level.start):
            return str(int(years[-1].first[:4]) + count(later[-1][1])), later[-1][0]
        found = list(_COUNTED.finditer(self._text, max(0, start - 40), level.start))
        if not found or self._published is None or self._names_level(found[-1].end(), level.start):
            return None
        counted, unit, way = found[-1].group(1, 2, 3)
        number = 10 if "decade" in counted else count(counted)
        before = [span for span in spans if span.end <= found[-1].start()]
        base = before[-1].first if before else self._published.isoformat()
        back = -1 if way.startswith(("after", "since", "on from")) else 1
        if not number or (back > 0 and not before):
            return None
        if unit.startswith("year") or "decade" in counted:
            return str(int(base[:4]) + back * number), found[-1][0]
        if len(base) < 7:
            return None
        month = int(base[:4]) * 12 + int(base[5:7]) - 1 + back * number
        return f"{month // 12}-{month % 12 + 1:02}", found[-1][0]

    def _names_level(self, start: int, end: int) -> bool:
        return any(w.code.startswith("level:") for w in self._mentions.between("partnership", start, end))

    def _others(self, level: Mention, low: int, high: int) -> list[Mention]:
        """The other levels of the sentence that a date may belong to.

        Relations date a step apart only where their anniversary is told; one that is the occasion of the step, as
        a Korean one mostly is (수교 30주년 계기), has the date of the step.
        """
        near = self._mentions.between("partnership", low, high)
        korean = _HANGUL.search(self._text, max(low, level.start - 30), min(high, level.end + 30))
        occasion = _OCCASION.search(self._text, level.end, high) is not None
        told = any(word.code == "anniversary" for word in near) and not korean and not occasion
        return [
            other
            for other in near
            if other.code.startswith("level:")
            and other.code not in (level.code, "level:same", "level:up")
            and (told or not _RELATIONS.search(other.word))
        ]

    def _clause(self, level: Mention, low: int, high: int) -> tuple[int, int]:
        start, end = low, high
        for cut in _CLAUSE.finditer(self._text, low, high):
            if cut.end() <= level.start:
                start = cut.end()
            elif cut.start() >= level.end:
                end = cut.start()
                break
        return start, end

    def _owned(self, span: DateSpan, other: Mention, low: int, high: int) -> bool:
        """Does the date stand in the clause of another level?"""
        start, end = self._clause(other, low, high)
        return start <= span.start < end

    def _distance(self, span: DateSpan, level: Mention) -> int:
        if span.end <= level.start:
            return level.start - span.end
        if _BEHIND.fullmatch(self._text, level.end, span.start):
            return 0
        return span.start - level.end + _FAR

    def _ahead(self, span: DateSpan, status: str) -> str:
        """A month without a year, of a step still to come, is the next such month."""
        first = span.first
        issued = self._published
        worded = self._text[span.start : span.end]
        if issued and len(first) > 4 and self._text.startswith(" last year", span.end):
            return f"{issued.year - 1}{first[4:]}"
        if worded.startswith(("지난", "작년", "last")) or _BACK.search(
            self._text, max(0, span.start - 4), span.start
        ):
            return first
        if status == "established" or issued is None or first >= issued.isoformat()[: len(first)]:
            return first
        return first if re.search(r"\d{4}|'\d\d", worded) else f"{int(first[:4]) + 1}{first[4:]}"

    def _is_day_of_talks(self, span: DateSpan) -> bool:
        """A past day is that of the talks, not of a step still to come."""
        return len(span.first) == 10 and (
            self._published is None or span.first <= self._published.isoformat()
        )

    def _of_a_plan(self, span: DateSpan) -> bool:
        """A year that belongs to a plan's or a vision's name (2021-2025, Vision 2045) dates no step."""
        after = self._text[span.end : span.end + 6]
        before = self._text[max(0, span.start - 8) : span.start]
        return bool(
            re.match(r"\s?[-~∼]\s?(?:20)?\d\d\b", after) or re.search(r"(?:Vision|비전|[-~∼])\s?$", before)
        )

    def _of_an_anniversary(self, span: DateSpan) -> bool:
        return len(span.first) == 4 and bool(
            re.match(
                r"\s?(?:수교|대화관계)[^.]{0,8}주년(?!을 (?:맞아|계기)| ?계기)",
                self._text[span.end : span.end + 30],
            )
        )
