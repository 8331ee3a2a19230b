"""Day and status of a meeting, from the sentences that name it and the opening of the release.

4.4.(목) 서울에서 개최되었다      일시/장소 : 2023.6.14.(수) / 서울      held in Jakarta on 16 May 2023
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from loaders.extract.candidates import Candidate
from loaders.extract.dates import DateSpan
from loaders.extract.opening import STATEMENT, TALKS, Context, Span, dates_in, says, within
from loaders.extract.where import labelled
from loaders.text import Part

_ABOVE = frozenset({Part.SUBTITLE, Part.HEADER})
_REPORTED_WITHIN = timedelta(
    days=45
)  # a meeting reported as held lies at most so far before the date of issue


_LATE = timedelta(days=200)
_NAMES = 4

_DATELINE = re.compile(r"\)?\s*(?:\([A-Za-z/. ]{2,24}\)\s*)?(?:--?|[–—]|:)\s")
_PAST_MONTH = re.compile(r"지난|작년|\b(?:[Ll]ast|[Pp]ast|[Pp]revious)\b")
_SAYER = re.compile(r"(?:[부실처청국]|당국자|대변인|관계자)[은는이가]\s$")
_KO_PLACE = re.compile(r"(?:\s?\([^()]{1,14}\))?(?:\s(?:오전|오후))?(?:\s[가-힣]{1,10}){1,3}에서")
_SOURCE = re.compile(r"\s?[가-힣\s]{2,12}에 따르면")
_COLON = re.compile(r"\s?[:(]\s?")
_PLACE_BEFORE = re.compile(r"\s?\([가-힣A-Za-z. ]+,\s")
_IN_BRACKETS, _OPENING = 20, 1500  # characters
_HOURS = re.compile(r"\s?,?\s?\d{1,2}:\d\d(?:\s?[-~]\s?\d{1,2}:\d\d)?\s?")
_SAYING = re.compile(
    r"^[\s,]*(?:\([^)]*\)\s*)?(?:[가-힣]+\s)?(?:출국|떠나|떠난|출발|밝혔|전했|발표했"
    r"|the White House announced|announced|(?:I |we )?(?:am |are |is |will )?(?:leav|depart|travel)\w*)"
)
_BEGAN = re.compile(
    r"\b(?:(?:which|that) (?:began|started|begins)"
    r"|(?:return(?:ed|s)|came|comes|flew|flies)(?: home| back)?)\s(?:on\s)?$"
)
_VISITS_ON = re.compile(
    r"(?:\b(?:visit|travel)\w*[^.,;]{0,40}|\b(?:will|is to|are to) be in [A-Z][^.;\d]{1,40})\b(?:on|from)\s$"
)
_TOLD_BEFORE = 400  # characters
# 24일부터 26일까지 공식 방문하도록, 4-6일 국빈 방한
_VISITS_KO = re.compile(
    r"(?:\s?까지)?(?:\s?[23]박\s?\d일(?:간|\s일정으로)?)?\s(?:[가-힣]+(?:를|을)\s)?(?:공식|국빈|실무|친선)?\s?(?:방문|방한|방일|순방)"
)


def find_day(context: Context, names: list[Candidate]) -> DateSpan | None:
    """The day of the meeting: as labelled (일시), in the title, the lead, or where the meeting is named again."""
    issued = context.issued
    spans = [names[0].sentence]
    if names[0].part in _ABOVE or within(names[0].start, [*context.title, *context.lead]):
        naming = [lead for lead in context.lead if any(lead[0] <= name.start < lead[1] for name in names)]
        # A date in an English title may be that of issue; in a Korean one it is the meeting's.
        opening = spans + naming if context.release.language == "ko" else naming + spans
        spans = labelled(context) + opening + context.lead
    set_out = _set_out(context, names)
    if set_out:
        return set_out
    again = [name.sentence for name in names[1:8] if name.part is not Part.ATTACHMENT]
    found = _first_date(context, names, spans, issued)
    if found and len(found.first) == 10:
        return found
    stated = names[0].word == STATEMENT and _first_date(context, names, context.title, issued)
    return (
        (stated or None)
        or (None if found else _late(context, names))
        or _day_of_issue(context, names[0])
        or found
        or _first_date(context, names, again, issued)
        or _dateline(context)
        or _first_date(context, names, _place_lines(context, names[0]), issued)
        or (_first_date(context, names, context.lead, issued) if names[0].start < _OPENING else None)
        or _held_when_issued(context, names[0])
    )


def _late(context: Context, names: list[Candidate]) -> DateSpan | None:
    """The day beside a numbered meeting that is reported long after: 지난 5월 14일 … 제12차 협의회를 열었다."""
    issued = context.issued
    for name in names[:_NAMES] if issued else ():
        span = own_date(context, name, days_only=True) if name.ordinal else None
        if span and issued and not plausible(span, issued) and span.first >= (issued - _LATE).isoformat():
            return span
    return None


def _place_lines(context: Context, candidate: Candidate) -> list[Span]:
    """Lines above the text that give place and day, as statements of chairs have them: Brisbane, 2 April 2024."""
    if candidate.kind in TALKS:
        return []
    lines = [(p.start, p.end) for p in context.document.paragraphs[:8] if p.part is Part.HEADER]
    return [line for line in [*context.title, *lines] if context.mentions.between("city", *line)]


def _set_out(context: Context, names: list[Candidate]) -> DateSpan | None:
    """The day beside the name in a list of meetings: 가. 한-아세안 외교장관회의 : 7.13.(목) 09:30."""
    for name in names[:6]:
        low, high = name.sentence
        ahead = context.text[max(low, name.start - 2) : name.start].rstrip()
        if not _COLON.match(context.text, name.end) and not ahead[-1:].isdigit():
            continue
        for span in dates_in(context, max(low, name.start - 40), min(high, name.end + 30)):
            if len(span.first) == 10 and (
                (name.end <= span.start and _COLON.fullmatch(context.text, name.end, span.start))
                or (span.end <= name.start and _HOURS.fullmatch(context.text, span.end, name.start))
            ):
                return span
    return None


def _held_when_issued(context: Context, candidate: Candidate) -> DateSpan | None:
    """A report of a meeting as held that gives no day at all is one of the day."""
    issued = context.release.published
    if issued is None or says(context, "future", candidate.sentence):
        return None
    return DateSpan(
        candidate.start, candidate.end, issued.isoformat(), issued.isoformat(), "date:day-of-issue"
    )


def _dateline(context: Context) -> DateSpan | None:
    """The day at the head of the text, JAKARTA, 27 May 2021 - ..., where a report in the past tense gives no other."""
    for start, end in context.lead[:1]:
        for span in dates_in(context, start, min(end, start + 60)):
            if len(span.first) == 10 and _DATELINE.match(context.text, span.end):
                return span
    return None


def _first_date(
    context: Context, names: list[Candidate], spans: list[Span], issued: date | None
) -> DateSpan | None:
    """The first usable date of the sentences: a day before a month, one right behind the name before others."""
    loose: DateSpan | None = None
    visiting: DateSpan | None = None
    for start, end in dict.fromkeys(spans):
        if says(context, "no-meeting", (start, end)) and (start, end) != names[0].sentence:
            continue  # missiles launched yesterday
        found = [_on_that_day(context, span) for span in dates_in(context, start, end)]
        usable = [
            span
            for span in found
            if (
                plausible(span, issued)
                or (len(span.first) == 10 and _behind_name(context.text, span, names[:1]))
            )
            and not _of_saying(context.text, span)
            and not (span.start < start + 60 and _DATELINE.match(context.text, span.end))
        ]
        days = [span for span in usable if len(span.first) == 10]
        # visits Singapore on 4-5 July and holds talks on 5 July: the talks have their own day
        if days and all(span.first != span.last and _of_visit(context.text, start, span) for span in days):
            visiting = visiting or days[0]  # the talks may have their own day in a sentence to come
            continue
        days = [span for span in days if not _of_visit(context.text, start, span)] or days
        if days and visiting and not visiting.first <= days[0].first <= visiting.last:
            return visiting
        if days:
            return next((span for span in days if _behind_name(context.text, span, names)), days[0])
        loose = loose or next(
            (span for span in usable if len(span.first) == 7 and not _recalls(context.text, span)), None
        )
    return visiting or loose


def _on_that_day(context: Context, span: DateSpan) -> DateSpan:
    """이날 is the day told last before it, where one is."""
    if context.text[span.start : span.end] != "이날":
        return span
    before = dates_in(context, max(0, span.start - _TOLD_BEFORE), span.start)
    days = [day for day in before if len(day.first) == 10 and plausible(day, context.issued)]
    return span._replace(first=days[-1].first, last=days[-1].last) if days else span


def _recalls(text: str, span: DateSpan) -> bool:
    """Is it a month that has passed: last November, 지난달?"""
    return bool(_PAST_MONTH.search(text, max(0, span.start - 10), span.end))


def _of_saying(text: str, span: DateSpan) -> bool:
    """Is it the day of an announcement or a departure rather than of the meeting?"""
    if _SAYER.search(text[max(0, span.start - 8) : span.start]) and not _KO_PLACE.match(text, span.end):
        return True
    if _BEGAN.search(text, max(0, span.start - 20), span.start):
        return True
    return bool(_SAYING.match(text[span.end : span.end + 40]) or _SOURCE.match(text, span.end))


def _of_visit(text: str, start: int, span: DateSpan) -> bool:
    """Are these the days of a visit: will visit Singapore on July 4-5?"""
    return bool(
        _VISITS_ON.search(text, max(start, span.start - 60), span.start) or _VISITS_KO.match(text, span.end)
    )


def _distance(span: DateSpan, names: list[Candidate], start: int, end: int) -> int:
    """How far a date stands from the name of the meeting in its sentence."""
    inside = [name for name in names if start <= name.start < end]
    return min(
        (max(name.start - span.end, span.start - name.end, 0) for name in inside), default=span.start - start
    )


def _behind_name(text: str, span: DateSpan, names: list[Candidate]) -> bool:
    """Does the date stand in brackets right behind the name: 정상회의(10월), 외교장관회의(비엔티안, 7.26)?"""
    return any(
        name.end <= span.start <= name.end + _IN_BRACKETS
        and (span.start <= name.end + 2 or _PLACE_BEFORE.fullmatch(text, name.end, span.start))
        for name in names
    )


def own_date(context: Context, candidate: Candidate, *, days_only: bool) -> DateSpan | None:
    """The date that stands nearest to the name of the meeting in its sentence."""
    low, high = (
        max(candidate.sentence[0], candidate.start - 90),
        min(candidate.sentence[1], candidate.end + 60),
    )
    found = [
        span
        for span in dates_in(context, low, high)
        if len(span.first) == 10 or (len(span.first) == 7 and not days_only)
    ]
    # A date in brackets right behind the name is its own: 외교장관회의(7월).
    behind = [span for span in found if candidate.end <= span.start <= candidate.end + 2]
    return min(behind or found, key=lambda span: _distance(span, [candidate], low, high), default=None)


def _day_of_issue(context: Context, candidate: Candidate) -> DateSpan | None:
    """Talks that a government reports without a day took place on the day of issue."""
    release = context.release
    if not release.published or release.issuer_kind != "government":
        return None
    if not context.fact_sheet and (
        candidate.kind not in TALKS | {"summit"}
        or "ASEAN" in candidate.sides
        or says(context, "future", candidate.sentence)
    ):
        return None
    day = release.published.isoformat()
    return DateSpan(candidate.start, candidate.end, day, day, "date:day-of-issue")


def plausible(span: DateSpan, issued: date | None) -> bool:
    """Not long before the date of issue: such a date is one that the release recalls."""
    if issued is None:
        return True
    known = {4: "-12-31", 7: "-28", 10: ""}[len(span.first)]
    return date.fromisoformat(span.first + known) >= issued - _REPORTED_WITHIN


def find_status(context: Context, candidate: Candidate, first: str | None) -> str:
    """ "planned" where the day lies ahead of the date of issue or the sentence speaks of the future, else "held"."""
    issued = context.issued
    if first and len(first) == 10 and issued and first != issued.isoformat():
        return "planned" if first > issued.isoformat() else "held"
    return "planned" if says(context, "future", candidate.sentence) else "held"
