"""The meetings of a release: the one it is about, those in its margins and those it announces.

The principal meeting is named in the title, or reported in the first sentences:

    제28차 한-아세안 대화 개최(4.4.)              Readout of President X's Call with President Y of Z
    두 정상은 16일 서울에서 정상회담을 하고 ...   The 27th ASEAN-ROK Dialogue was held on 16 May 2023 in ...
    조태열 장관, 필리핀 외교장관과 통화           President X will host Prime Minister Y of Z on ...

A release about no meeting (a statement on a missile launch, a nomination, a message, a trip) has none. Of the
other meetings only those count that the release itself reports (각각 별도 면담) or announces with a month or day;
what it recalls is left out.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache

from loaders.extract.candidates import Candidate, find_candidates
from loaders.extract.countries import Places
from loaders.extract.dates import DateSpan, find_dates
from loaders.extract.facts import Mark, Meeting
from loaders.extract.lexicon import REFERENCE, Mention, Mentions
from loaders.extract.release import Release
from loaders.extract.sentences import Sentences
from loaders.extract.series import level_of, series_of
from loaders.reference import read_rows
from loaders.text import Document, Part

Span = tuple[int, int]

_TALKS = frozenset(
    {"talks", "call", "talks-summit", "talks-fmm", "talks-minister", "talks-vice", "consultation"}
)
# Kinds by which a text may name one and the same meeting.
_MET = frozenset({"talks", "talks-summit", "talks-fmm", "talks-minister", "talks-vice", "summit", "meeting"})
_LEAD_PARAGRAPHS = 3
_LEAD_SENTENCES = 2
_REPORTED_WITHIN = timedelta(
    days=45
)  # a meeting reported as held lies at most so far before the date of issue

# Where the subject of the talks begins: countries named after it took no part.
_SUBJECT = re.compile(
    r"\b(?:following|regarding|concerning|to discuss|to congratulate|to exchange|on the (?:margins|sidelines)"
    r"|in response|after|ahead of|on (?:the )?(?:situation|recent|DPRK|Democratic|guidelines)|about|to commemorate"
    r"|to reaffirm|, including|against|amid|before|condemn)",
    re.IGNORECASE,
)
_NOT_ABOUT_MEETING = re.compile(
    r"성명(?!서 채택)|논평|담화|규탄|애도|조전|축전|축하 메시지|임명|지명"
    r"|\b(?:nomin(?:ees|ation|ate)|presidential delegation|passing of|missile|ICBM|space launch|message to"
    r"|congratulat\w+ |condolence|designations|proclamation|executive order|sanctions|trade mission"
    r"|investment mission|remarks on|anniversary of the coup)\b",
    re.IGNORECASE,
)
_FACT_SHEET = re.compile(r"\bfact sheet\b|설명자료|참고자료", re.IGNORECASE)
_BACKGROUND = re.compile(
    r"(?:계기|계기에|기간 중|기간중|참석차|참석 차|앞두고|결과에 관한)[\s)]"
    r"|^(?:'s)?\s*(?:sidelines|margins)",
)
_BACKGROUND_BEFORE = re.compile(
    r"\b(?i:margins of|sidelines of|ahead of|following|since|after|before|during|at last year's|preparations? for"
    r"|prepare for|on the occasion of|upcoming|run-up to|outcomes? of|success of)(?: the| a)?"
    r"(?:\s[A-Z][\w'-]*){0,4}\s*$"
)
_VIRTUAL = re.compile(
    r"화상|영상|온라인|비대면|\bvirtual(?:ly)?\b|\bvideo-?\s?conferenc\w+|\bonline\b|\bvia video|\bvideo link",
    re.IGNORECASE,
)
_HYBRID = re.compile(r"하이브리드|\bhybrid\b", re.IGNORECASE)
_IN_PERSON = re.compile(r"대면|얼굴을 맞대|\bin[- ]person\b|\bface-to-face\b", re.IGNORECASE)
_PLACE_BEFORE = re.compile(r"\b(?:in|at|to)\s+(?:the\s+)?(?:\w+,\s+)?$")
_VENUES = {"White House": ("Washington", "USA"), "대통령실": ("Seoul", "KOR"), "청와대": ("Seoul", "KOR")}


@dataclass(slots=True)
class _Context:
    document: Document
    mentions: Mentions
    text: str
    sentences: Sentences
    release: Release
    candidates: list[Candidate]
    title: list[Span]
    lead: list[Span]  # the first sentences of the body
    fact_sheet: bool
    cues: dict[Span, set[str]] = field(default_factory=dict)


def find_meetings(document: Document, mentions: Mentions, release: Release) -> list[Meeting]:
    """The meetings of a release, the principal one first; empty where the release is about none."""
    sentences = Sentences(document, mentions.text)
    candidates = [
        candidate
        for candidate in find_candidates(document, mentions, sentences, Places(mentions))
        if candidate.kind != "meeting" or len(candidate.sides) > 1 or candidate.framework
    ]
    context = _Context(
        document,
        mentions,
        mentions.text,
        sentences,
        release,
        candidates,
        *_opening(document, sentences),
        False,
    )
    context.fact_sheet = any(_FACT_SHEET.search(mentions.text, *span) for span in context.title)
    principal = _principal(context)
    if principal is None:
        return []
    return [principal, *_others(context, principal)]


def _opening(document: Document, sentences: Sentences) -> tuple[list[Span], list[Span]]:
    title = [
        (paragraph.start, paragraph.end) for paragraph in document.paragraphs if paragraph.part is Part.TITLE
    ]
    body = [paragraph for paragraph in document.paragraphs if paragraph.part in (Part.BODY, Part.LIST)]
    lead = [
        span for paragraph in body[:_LEAD_PARAGRAPHS] for span in sentences.of(paragraph, _LEAD_SENTENCES)
    ]
    return title, lead


# The principal meeting ---------------------------------------------------------------------------------------------


def _principal(context: _Context) -> Meeting | None:
    text = context.text
    title_text = " ".join(text[start:end] for start, end in context.title)
    no_meeting = bool(_NOT_ABOUT_MEETING.search(title_text))
    named = Part.TITLE if context.title else Part.HEADER
    in_title = [c for c in context.candidates if c.part is named and not _background(context, c)]
    if no_meeting and not any(c.kind in _TALKS for c in in_title):
        return None
    chosen = _best(in_title)
    chosen = chosen or _statement(context, title_text)
    if chosen is None:
        in_subtitle = [
            c for c in context.candidates if c.part is Part.SUBTITLE and not _background(context, c)
        ]
        chosen = _best([c for c in in_subtitle if len(c.sides) > 1 or c.framework])
    if chosen is None:
        in_lead = [
            c for c in context.candidates if _within(c.start, context.lead) and not _background(context, c)
        ]
        reported = [c for c in in_lead if _reports(context, c)]
        if context.fact_sheet:
            today = [c for c in reported if re.search(r"\b[Tt]oday\b", text[slice(*c.sentence)])]
            reported = today + [c for c in in_lead if c.ordinal and c.sentence == context.lead[0]]
        chosen = _best(reported[:6])
    if chosen is None or _mere_trip(context, chosen, title_text):
        return None
    return _meeting_of(context, chosen, principal=True)


_JOINT_STATEMENT = re.compile(
    r"\b(?:joint (?:leaders'? )?(?:statement|declaration|vision|press)|leaders'? (?:joint )?(?:statement|communiqu[eé])"
    r"|statement on\b.*partnership)|공동성명|공동언론발표|공동선언|공동발표",
    re.IGNORECASE,
)
_CAME_TOGETHER = re.compile(
    r"\b(?:met\b|convened|gathered|hosted|held talks|hon(?:o|ou)red to welcome|welcomed (?:President|Prime|the)"
    r"|visit(?:ed)? to|state visit|official visit|meeting)|정상회담|방한|국빈|회담",
)
_TRIP = re.compile(r"\b(?:travel|trip|visit)s?\b|순방", re.IGNORECASE)


def _statement(context: _Context, title: str) -> Candidate | None:
    """A joint statement stands for the meeting it was made at, where its first sentences tell of one."""
    if not context.title or not _JOINT_STATEMENT.search(title):
        return None
    start, end = context.title[0]
    body = [(p.start, p.end) for p in context.document.paragraphs if p.part in (Part.BODY, Part.LIST)]
    told = next(
        (span for span in body[:_LEAD_PARAGRAPHS] if _CAME_TOGETHER.search(context.text, *span)), None
    )
    between_leaders = "leaders" in title.lower() and len(context.mentions.between("country", start, end)) == 2
    if told is None and not between_leaders and not context.mentions.between("group", start, end):
        return None
    sides: dict[str, None] = {}
    for kind in ("country", "group"):
        for mention in context.mentions.between(kind, start, end):
            sides.update(dict.fromkeys(mention.code.split(" ")))
    if len(sides) < 2:
        for mention in context.mentions.between("country", *(told or context.title[0])):
            sides.setdefault(mention.code)
    if len(sides) < 2:
        return None
    leaders = any(
        mention.code == "leader"
        for span in (context.title[0], told or (0, 0))
        for mention in _ranks(context, span)
    )
    kind = "talks-summit" if leaders else "talks"
    return Candidate(
        kind, None, None, tuple(sides), None, None, start, end, Part.TITLE, (start, end), "statement"
    )


def _ranks(context: _Context, span: Span) -> list[Mention]:
    return context.mentions.between("rank", *span)


def _mere_trip(context: _Context, candidate: Candidate, title: str) -> bool:
    """A trip to several countries is no meeting, nor is one on which no talks are told of."""
    if candidate.part is Part.TITLE or candidate.framework or not _TRIP.search(title):
        return False
    return candidate.kind in _TALKS and len(_talk_sides(context, candidate)) > 2


def _best(candidates: list[Candidate]) -> Candidate | None:
    """Of several names the one that says most: sides or a framework, then a number; the first of equals."""
    if not candidates:
        return None
    return max(
        candidates,
        key=lambda c: (bool(c.framework in _KNOWN or len(c.sides) > 1), c.ordinal is not None, bool(c.sides)),
    )


_KNOWN = frozenset(
    {"apt", "eas", "arf", "mekong-rok", "amm", "acc", "asean-summit", "admm-plus", "admm", "quad", "g20"}
)


def _background(context: _Context, candidate: Candidate) -> bool:
    """Is the meeting only the occasion (유엔총회 계기, on the margins of)?"""
    after = context.text[candidate.end : candidate.end + 14]
    before = context.text[max(0, candidate.start - 40) : candidate.start]
    return bool(_BACKGROUND.search(after) or _BACKGROUND_BEFORE.search(before))


def _says(context: _Context, cue: str, span: Span) -> bool:
    """Does a sentence hold a cue (data/reference/cue_words.csv): reported, future, separate, recalled, company?"""
    if span not in context.cues:
        context.cues[span] = {mention.code for mention in context.mentions.between("cue", *span)}
    return cue in context.cues[span]


def _within(place: int, spans: list[Span]) -> bool:
    return any(start <= place < end for start, end in spans)


def _reports(context: _Context, candidate: Candidate) -> bool:
    """Does the sentence report the meeting, rather than speak of meetings?"""
    if not _says(context, "reported", candidate.sentence):
        return False
    if candidate.framework or len(candidate.sides) > 1:
        return True
    if candidate.kind in _TALKS:
        return len(_talk_sides(context, candidate)) > 1
    return candidate.ordinal is not None


def _meeting_of(context: _Context, candidate: Candidate, *, principal: bool) -> Meeting:
    sides = candidate.sides
    own = context.release.country
    if candidate.with_others and own and context.release.issuer_kind == "government" and "ASEAN" not in sides:
        sides = tuple(dict.fromkeys((*sides, own)))
    if not candidate.framework and len(sides) < 2 and not _on_subject(context, candidate):
        sides = _sides_elsewhere(context, candidate) or _talk_sides(context, candidate)
    if "AKC" in sides:  # the centre's members are Korea and ASEAN
        sides = ("ASEAN", "KOR")
    rank = _rank(context, candidate) if candidate.kind == "talks" else None
    series = series_of(candidate.kind, sides, candidate.framework, rank)
    names = [candidate] + [
        other
        for other in context.candidates
        if other is not candidate and _same_meeting(series, sides, candidate, other)
    ]
    ordinal, ordinal_mark = _number(context, names)
    when = _date(context, names)
    place = _place(context, names, when)
    mode = _mode(context, names, candidate, place is not None)
    marks = [Mark(candidate.start, candidate.end, f"meeting:{candidate.word}")]
    if ordinal_mark:
        marks.append(Mark(*ordinal_mark, "meeting:ordinal", "ordinal"))
    if when:
        marks.append(Mark(when.start, when.end, when.rule, "start"))
    if place:
        marks.append(Mark(place[2], place[3], "meeting:place", "city" if place[0] else "country"))
    first = when.first if when else None
    return Meeting(
        series=series,
        ordinal=ordinal,
        start=first,
        end=when.last if when else None,
        city=place[0] if place and mode != "virtual" else None,
        country=place[1] if place and mode != "virtual" else None,
        mode=mode,
        level=level_of(series, candidate.kind_level or _level_told(context, candidate), candidate.framework),
        parties=tuple(sorted(sides)),
        status=_status(context, candidate, first),
        principal=principal,
        marks=tuple(marks),
    )


_LEVEL_OF_RANK = {
    "leader": "summit", "foreign-minister": "minister", "minister": "minister", "vice-minister": "vice-minister",
    "adviser": "minister", "deputy-pm": "minister",
}  # fmt: skip


def _on_subject(context: _Context, candidate: Candidate) -> bool:
    """Is it a meeting on a subject (Summit on Supply Chains), whose sides the sentence need not name?"""
    after = context.text[candidate.end : candidate.end + 5]
    return candidate.kind in ("summit", "ministerial", "pmc") and after.startswith((" on ", " for "))


def _level_told(context: _Context, candidate: Candidate) -> str | None:
    """The level of talks from the office of the first person named with them, or in the lead."""
    for span in [candidate.sentence, *context.lead[:3]]:
        for mention in _ranks(context, span):
            level = _LEVEL_OF_RANK.get(mention.code)
            if level:
                return level
    return None


def _same_meeting(series: str, sides: tuple[str, ...], first: Candidate, other: Candidate) -> bool:
    if other.ordinal and first.ordinal and other.ordinal != first.ordinal:
        return False
    if other.framework or first.framework:
        return other.framework == first.framework and (
            other.kind == first.kind or series_of(other.kind, other.sides, other.framework) == series
        )
    if other.kind != first.kind and not (other.kind in _MET and first.kind in _MET):
        return False
    return not other.sides or set(other.sides) <= set(sides)


def _number(context: _Context, names: list[Candidate]) -> tuple[int | None, Span | None]:
    for candidate in names[:6]:
        if candidate.ordinal is None or candidate.part is Part.ATTACHMENT:
            continue
        if not _COUNTED.match(context.text[candidate.end : candidate.end + 20]):
            return candidate.ordinal, candidate.ordinal_span
    return None, None


# A count of meetings, not a number in a series: "their second meeting this year".
_COUNTED = re.compile(
    r"\s*(?:this year|in (?:a|one|two|three|\w+) (?:years?|months?)|since|of the year|만에)"
)


def _sides_elsewhere(context: _Context, candidate: Candidate) -> tuple[str, ...]:
    """The sides as the first sentences name them: 고위급 정책협의회 is 제5차 한-라오스 고위급 정책협의회."""
    for other in context.candidates:
        if (
            other.kind == candidate.kind
            and not other.framework
            and len(other.sides) > 1
            and set(candidate.sides) <= set(other.sides)
            and _within(other.start, context.lead)
        ):
            return other.sides
    return ()


# Sides and ranks of talks ------------------------------------------------------------------------------------------


def _talk_sides(context: _Context, candidate: Candidate) -> tuple[str, ...]:
    """Who met: the sides named in the title or sentence, and the issuer's own where only one is named."""
    own = context.release.country
    best: tuple[str, ...] = ()
    for start, end in [candidate.sentence, *context.title, *context.lead[:1]]:
        codes = dict.fromkeys(candidate.sides)
        for mention in _countries(context, start, end, candidate):
            codes.setdefault(mention.code)
        if (
            own
            and own != "ASEAN"
            and (len(codes) == 1 or (codes and context.release.issuer_kind == "government"))
        ):
            codes.setdefault(own)
        if len(codes) > 1:
            return tuple(codes)
        best = best or tuple(codes)
    if len(best) == 1 and _within(candidate.start, [*context.title, *context.lead]):
        other = _from_people(context, best[0]) or _most_named(context, best[0])
        return (*best, other) if other else best
    return best


def _from_people(context: _Context, side: str) -> str | None:
    """The other side of talks from a person of the opening whose country is known (data/reference/people.csv)."""
    for span in [*context.title, *context.lead[:1]]:
        for person in context.mentions.between("person", *span):
            if person.code not in (side, ""):
                return person.code
    return None


def _most_named(context: _Context, side: str) -> str | None:
    """The other side of talks that the opening does not name: the country the text speaks of most."""
    counts = Counter(mention.code for mention in context.mentions["country"][:400] if len(mention.code) == 3)
    counts.pop(side, None)
    ranked = counts.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]


def _countries(context: _Context, start: int, end: int, candidate: Candidate) -> list[Mention]:
    """The countries named as sides in a sentence: not the place, not the subject of the talks."""
    text = context.text
    if start <= candidate.end <= end:
        subject = _SUBJECT.search(text, candidate.end, end)
        end = subject.start() if subject else end
    cities = {mention.end for mention in context.mentions.between("city", start, end)}
    found = []
    for mention in context.mentions.between("country", start, end):
        before = text[max(start, mention.start - 12) : mention.start]
        after = text[mention.end : mention.end + 3]
        if re.search(r"\b(?:in|at|visit to|to|from)\s+(?:the\s+)?$", before) and not re.search(
            r"with\s|\bto\b", before
        ):
            continue
        if after.startswith("에서") or any(text[city : mention.start] in (", ", " ") for city in cities):
            continue
        if re.match(
            r"\s?(?:연대구상|협력|자유무역|관계|정책|센터|회원국|의장국|지역|관련|시장|내|특사)",
            text[mention.end : mention.end + 8],
        ):
            continue
        if mention.code in ("UN", "AKCF", "GGGI") or (mention.code == "ASEC" and "ASEAN" in candidate.sides):
            continue
        found.append(mention)
    return found


_COMMON_RANKS = ("leader", "foreign-minister", "minister", "vice-minister")


def _rank(context: _Context, candidate: Candidate) -> str | None:
    """The office that both sides of talks hold, or None."""
    talks = [
        candidate,
        *(c for c in context.candidates if c.kind == "talks" and _within(c.start, context.lead[:2])),
    ]
    for name in talks[:4]:
        start, end = name.sentence
        before = {mention.code for mention in context.mentions.between("rank", start, name.start)[-2:]}
        after = {mention.code for mention in context.mentions.between("rank", name.end, end)[:2]}
        if before and after:
            return _common(before, after)
    ranks = [
        mention.code for mention in _ranks(context, context.lead[0] if context.lead else candidate.sentence)
    ]
    return _common(set(ranks[:1]), set(ranks[1:3])) if len(ranks) > 1 else None


def _common(before: set[str], after: set[str]) -> str | None:
    """The office held on both sides; a "counterpart" holds the same."""
    same = before if "counterpart" in after else after if "counterpart" in before else before & after
    return next((rank for rank in _COMMON_RANKS if rank in same), None)


# Date, place, mode, status -----------------------------------------------------------------------------------------


def _date(context: _Context, names: list[Candidate]) -> DateSpan | None:
    """The day of the meeting: as labelled (일시), in the title, the lead, or where the meeting is named again."""
    issued = context.release.published or context.release.anchor
    spans = [names[0].sentence]
    if names[0].part in (Part.TITLE, Part.SUBTITLE) or _within(names[0].start, context.lead):
        naming = [lead for lead in context.lead if any(lead[0] <= name.start < lead[1] for name in names)]
        # A date in an English title may be that of issue; in a Korean one it is the meeting's.
        opening = spans + naming if context.release.language == "ko" else naming + spans
        spans = _labelled(context) + opening + context.lead
    again = [name.sentence for name in names[1:8] if name.part is not Part.ATTACHMENT]
    found = _first_date(context, names, spans, issued)
    if found and len(found.first) == 10:
        return found
    return (
        _day_of_issue(context, names[0])
        or found
        or _first_date(context, names, again, issued)
        or _dateline(context, issued)
    )


_DATELINE = re.compile(r"\s*(?:\([A-Za-z/. ]{2,24}\)\s*)?(?:-|:)\s")


def _dateline(context: _Context, issued: date | None) -> DateSpan | None:
    """The day at the head of the text, JAKARTA, 27 May 2021 - ..., where a report in the past tense gives no other."""
    for start, end in context.lead[:1]:
        for span in find_dates(context.text, start, min(end, start + 60), issued):
            if len(span.first) == 10 and _DATELINE.match(context.text, span.end):
                return span
    return None


def _first_date(
    context: _Context, names: list[Candidate], spans: list[Span], issued: date | None
) -> DateSpan | None:
    """The first usable date of the sentences: a day before a month, one right behind the name before others."""
    loose: DateSpan | None = None
    for start, end in dict.fromkeys(spans):
        found = find_dates(context.text, start, end, issued)
        usable = [
            span
            for span in found
            if _plausible(span, issued)
            and not _of_saying(context.text, span)
            and not (span.start < start + 60 and _DATELINE.match(context.text, span.end))
        ]
        days = [span for span in usable if len(span.first) == 10]
        if days:
            return next((span for span in days if _behind_name(span, names)), days[0])
        loose = loose or next((span for span in usable if len(span.first) == 7), None)
    return loose


_LABEL = re.compile(r"(?<![가-힣])(?:일시|일 시|일자|기간)(?:\s?[/·및]\s?장소)?\s*[:：]?\s*")
_SAYING = re.compile(
    r"^[\s,]*(?:\([^)]*\)\s*)?(?:[가-힣]+\s)?(?:출국|떠나|떠난|출발|밝혔|전했|발표했|the White House announced|announced)"
)


def _labelled(context: _Context) -> list[Span]:
    """Where the release sets out time and place: 일시/장소 : 2023.6.14.(수) ..."""
    match = _LABEL.search(context.text, 0, 3000)
    return [(match.end(), match.end() + 40)] if match else []


def _of_saying(text: str, span: DateSpan) -> bool:
    """Is it the day of an announcement or a departure rather than of the meeting?"""
    return bool(_SAYING.match(text[span.end : span.end + 40]))


def _distance(span: DateSpan, names: list[Candidate], start: int, end: int) -> int:
    """How far a date stands from the name of the meeting in its sentence."""
    inside = [name for name in names if start <= name.start < end]
    return min(
        (max(name.start - span.end, span.start - name.end, 0) for name in inside), default=span.start - start
    )


def _behind_name(span: DateSpan, names: list[Candidate]) -> bool:
    """Does the date stand in brackets right behind the name: 정상회의(10월), 한-인니 외교장관 통화(6.20.)?"""
    return any(name.end <= span.start <= name.end + 2 for name in names)


def _day_of_issue(context: _Context, candidate: Candidate) -> DateSpan | None:
    """Talks that a government reports without a day took place on the day of issue."""
    release = context.release
    if not release.published or release.issuer_kind != "government":
        return None
    if not context.fact_sheet and (
        candidate.kind not in _TALKS | {"summit"}
        or "ASEAN" in candidate.sides
        or _says(context, "future", candidate.sentence)
    ):
        return None
    day = release.published.isoformat()
    return DateSpan(candidate.start, candidate.end, day, day, "date:day-of-issue")


def _plausible(span: DateSpan, issued: date | None) -> bool:
    """Not long before the date of issue: such a date is one that the release recalls."""
    if issued is None:
        return True
    known = {4: "-12-31", 7: "-28", 10: ""}[len(span.first)]
    return date.fromisoformat(span.first + known) >= issued - _REPORTED_WITHIN


def _place(
    context: _Context, names: list[Candidate], when: DateSpan | None
) -> tuple[str | None, str | None, int, int] | None:
    """City and country of the meeting, from the sentences that name it and the lead."""
    spans = [names[0].sentence]
    if names[0].part in (Part.TITLE, Part.SUBTITLE) or _within(names[0].start, context.lead):
        spans += _labelled(context) + context.lead[:4]
    if when:
        spans.insert(0, context.sentences.around(when.start))
    spans += [name.sentence for name in names[1:4] if name.part is not Part.ATTACHMENT]
    for start, end in dict.fromkeys(spans):
        for mention in context.mentions.between("city", start, end):
            if _is_place(context.text, mention):
                return mention.code, _city_countries()[mention.code], mention.start, mention.end
        for venue, (city, country) in _VENUES.items():
            at = context.text.find(venue, start, end)
            if at >= 0 and re.search(r"(?:at|to) the $|$", context.text[max(0, at - 8) : at]):
                after = context.text[at + len(venue) : at + len(venue) + 2]
                if venue.isascii() or after == "에서":
                    return city, country, at, at + len(venue)
        for mention in context.mentions.between("country", start, end):
            if _is_place(context.text, mention) and len(mention.code) == 3:
                return None, mention.code, mention.start, mention.end
    return None


def _is_place(text: str, mention: Mention) -> bool:
    """Is it where something took place, rather than a side or a subject?"""
    before = text[max(0, mention.start - 60) : mention.start]
    after = text[mention.end : mention.end + 24]
    if _AT.search(before):
        return not re.match(r"\s*(?:'s\b|-|and\b.{0,12}visit)", after)
    if mention.kind == "city" and re.search(r"(?:\d{4},|\s/)\s*$", before):
        return True
    return bool(_KO_AT.match(after))


_AT = re.compile(
    r"\b(?:in|at|(?:travel(?:s|ed|led)?|welcome[^.]{1,50}|arriv\w+) (?:in|to))\s+(?:[A-Z]\w+,\s+)?$|일시/장소[^가-힣]*$"
)
_KO_AT = re.compile(r"(?:\s[가-힣]{1,8}){0,2}에서(?!\s온)|서\s|에서(?!\s온)|[을를]\s(?:공식\s)?방문")


@cache
def _city_countries() -> dict[str, str | None]:
    return {str(row["code"]): row["country"] for row in read_rows(REFERENCE / "city_words.csv")}


def _mode(context: _Context, names: list[Candidate], candidate: Candidate, placed: bool) -> str | None:
    if candidate.kind == "call":
        return "virtual"
    for span in dict.fromkeys(
        [candidate.sentence, *context.lead[:4], *(name.sentence for name in names[1:4])]
    ):
        if _PAST_ROUND.search(context.text, *span):
            continue
        for pattern, mode in ((_HYBRID, "hybrid"), (_VIRTUAL, "virtual"), (_IN_PERSON, "in-person")):
            if pattern.search(context.text, *span):
                return mode
    return "in-person" if placed or candidate.kind.startswith("talks") else None


_PAST_ROUND = re.compile(r"작년|지난해|20\d\d년에?는|20\d\d년 (?:화상|대면)|\blast year\b|\bprevious\b")


def _status(context: _Context, candidate: Candidate, first: str | None) -> str:
    issued = context.release.published or context.release.anchor
    if first and len(first) == 10 and issued and first != issued.isoformat():
        return "planned" if first > issued.isoformat() else "held"
    return "planned" if _says(context, "future", candidate.sentence) else "held"


# The other meetings ------------------------------------------------------------------------------------------------


def _others(context: _Context, principal: Meeting) -> list[Meeting]:
    """Meetings in the margins and meetings announced, each once."""
    found: dict[tuple[object, ...], Meeting] = {}
    for candidate in context.candidates:
        if candidate.part in (Part.TITLE, Part.SUBTITLE, Part.HEADER, Part.ATTACHMENT):
            continue
        for meeting in _margins(context, candidate) or _announced(context, candidate):
            key = (
                meeting.series,
                meeting.parties,
                meeting.ordinal,
                meeting.start if meeting.series == "other" else "",
            )
            if meeting.series == principal.series and meeting.parties == principal.parties:
                continue
            found.setdefault(key, meeting)
    return list(found.values())


def _margins(context: _Context, candidate: Candidate) -> list[Meeting]:
    """Separate talks the release reports: 베트남, 태국과 각각 별도 면담을 갖고. One meeting for each country."""
    text, own = context.text, context.release.country
    start, end = candidate.sentence
    if candidate.kind not in ("talks", "talks-summit", "talks-fmm", "talks-minister", "talks-vice"):
        return []
    if (
        own is None
        or not _says(context, "separate", (start, end))
        or _says(context, "recalled", (start, end))
    ):
        return []
    low, high = (start, candidate.start) if context.release.language == "ko" else (start, end)
    named = _countries(context, low, high, candidate)
    codes = dict.fromkeys([*candidate.sides, *(mention.code for mention in named)])
    others = [code for code in codes if code not in (own, "ASEAN", "ASEC")]
    rank = next((mention.code for mention in context.mentions.between("rank", start, end)), None)
    when = _own_date(context, candidate, days_only=True)
    found = []
    for code in others[:12]:
        sides = tuple(sorted((code, own)))
        series = series_of(candidate.kind, sides, None, rank)
        found.append(
            Meeting(
                series=series,
                ordinal=None,
                start=when.first if when else None,
                end=when.last if when else None,
                city=None,
                country=None,
                mode="in-person" if not _says(context, "future", (start, end)) else None,
                level=level_of(series, candidate.kind_level or _LEVEL_OF_RANK.get(rank or ""), None),
                parties=sides,
                status="planned" if re.search(r"(?:예정|계획이)", text[candidate.end : end]) else "held",
                principal=False,
                marks=(Mark(candidate.start, candidate.end, f"meeting in the margins: {candidate.word}"),),
            )
        )
    return found


def _announced(context: _Context, candidate: Candidate) -> list[Meeting]:
    """A meeting that is to come, where the text gives its month or day."""
    text, release = context.text, context.release
    issued = release.published or release.anchor
    if issued is None or not _says(context, "future", candidate.sentence):
        return []
    when = _own_date(context, candidate, days_only=candidate.kind in _TALKS)
    if when is None or when.first <= issued.isoformat()[: len(when.first)]:
        return []
    sides = candidate.sides
    if candidate.kind in _TALKS and len(sides) < 2:
        sides = _talk_sides(context, candidate)
    if not candidate.framework and len(sides) < 2:
        return []
    series = series_of(candidate.kind, sides, candidate.framework)
    if candidate.kind in _TALKS and _says(context, "company", candidate.sentence):
        series = "other"
    place = _place(context, [candidate], when) if candidate.part is not Part.TITLE else None
    marks = [
        Mark(candidate.start, candidate.end, f"meeting announced: {candidate.word}"),
        Mark(when.start, when.end, when.rule, "start"),
    ]
    return [
        Meeting(
            series=series,
            ordinal=candidate.ordinal,
            start=when.first,
            end=when.last,
            city=place[0] if place else None,
            country=place[1] if place else None,
            mode=None,
            level=None
            if series == "other" and not candidate.framework
            else level_of(series, candidate.kind_level, candidate.framework),
            parties=tuple(sorted(sides)),
            status="planned",
            principal=False,
            marks=tuple(marks),
        )
    ]


def _own_date(context: _Context, candidate: Candidate, *, days_only: bool) -> DateSpan | None:
    """The date that stands nearest to the name of the meeting in its sentence."""
    issued = context.release.published or context.release.anchor
    low, high = (
        max(candidate.sentence[0], candidate.start - 90),
        min(candidate.sentence[1], candidate.end + 60),
    )
    found = [
        span
        for span in find_dates(context.text, low, high, issued)
        if len(span.first) == 10 or (len(span.first) == 7 and not days_only)
    ]
    # A date in brackets right behind the name is its own: 외교장관회의(7월).
    behind = [span for span in found if candidate.end <= span.start <= candidate.end + 2]
    return min(behind or found, key=lambda span: _distance(span, [candidate], low, high), default=None)
