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
from dataclasses import replace
from itertools import islice

from loaders.extract.candidates import Candidate, find_candidates
from loaders.extract.countries import Places, members
from loaders.extract.dates import find_dates
from loaders.extract.facts import Mark, Meeting
from loaders.extract.lexicon import Mentions
from loaders.extract.margins import find_others
from loaders.extract.opening import (
    LEAD_PARAGRAPHS,
    TALKS,
    Context,
    Span,
    is_caption,
    opening,
    ranks_in,
    says,
    within,
)
from loaders.extract.release import Release
from loaders.extract.sentences import Sentences
from loaders.extract.series import level_of, series_of
from loaders.extract.talks import common_rank, level_told, sides_elsewhere, subject_is_own, talk_sides
from loaders.extract.when_where import find_day, find_mode, find_place, find_status, plausible
from loaders.text import Document, Part

# Kinds by which a text may name one and the same meeting.
_MET = frozenset({"talks", "talks-summit", "talks-fmm", "talks-minister", "talks-vice", "summit", "meeting"})
_FACT_SHEET = re.compile(r"\bfact sheet\b|설명자료|참고자료", re.IGNORECASE)
# Between a word for the occasion and the meeting's name: on the margins of the 56th ASEAN ...
_UP_TO_NAME = re.compile(r"(?: the| a| an| its| their)?(?:\s(?:annual|separate|recent|next|last))?(?:\s[A-Z\d][\w'-]*+){0,4}\s*")
_UP_TO_WORD = re.compile(r"(?:'s)?[\s)'\"」』]*(?:\([^()]{1,30}\)\s*)?")


def find_meetings(document: Document, mentions: Mentions, release: Release) -> list[Meeting]:
    """The meetings of a release, the principal one first; empty where the release is about none."""
    sentences = Sentences(document, mentions.text)
    candidates = [
        candidate
        for candidate in find_candidates(document, mentions, sentences, Places(mentions))
        if (candidate.kind != "meeting" or len(candidate.sides) > 1 or candidate.framework)
        and not _in_caption(candidate, mentions.text, sentences)
    ]
    context = Context(
        document,
        mentions,
        mentions.text,
        sentences,
        release,
        candidates,
        *opening(document, sentences, mentions.text),
        False,
        release.published or release.anchor,
    )
    context.fact_sheet = any(_FACT_SHEET.search(mentions.text, *span) for span in context.title)
    principal = _principal(context)
    if principal is None:
        return []
    return [principal, *find_others(context, principal)]


def _principal(context: Context) -> Meeting | None:
    """The meeting the release is about. A title speaks for one; that it names none says nothing."""
    text = context.text
    title_text = " ".join(text[start:end] for start, end in context.title)
    no_meeting = any(says(context, "no-meeting", span) for span in context.title)
    named = [c for c in context.candidates if not _background(context, c)]
    if context.title:
        in_title = [c for c in named if within(c.start, context.title)]
    else:
        in_title = [c for c in named if c.part is Part.HEADER]
    if no_meeting and not any(c.kind in TALKS for c in in_title):
        return None
    chosen = _best(context, [c for c in in_title if _says_who(c)])
    chosen = chosen or _statement(context, title_text)
    if chosen is None:
        in_subtitle = [c for c in named if c.part is Part.SUBTITLE]
        chosen = _best(context, [c for c in in_subtitle if len(c.sides) > 1 or c.framework])
    in_lead = [c for c in named if within(c.start, context.lead)]
    reported = [c for c in in_lead if _reports(context, c)]
    if chosen:
        chosen = _named_in_full(context, chosen, reported)
    elif context.fact_sheet:
        today = [c for c in reported if re.search(r"\b[Tt]oday\b", text[slice(*c.sentence)])]
        chosen = _best(context, today + [c for c in in_lead if c.ordinal and c.sentence == context.lead[0]])
    else:
        next_told = (c for c in named if within(c.start, context.after_lead) and _reports(context, c))
        chosen = _first_best(context, reported) or _best(context, in_title)
        chosen = chosen or _first_best(context, [*islice(next_told, 6)]) or _told_in_passing(context)
        chosen = chosen and _named_in_full(context, chosen, reported)
    if chosen and _UMBRELLA.search(chosen.word):
        chosen = next((c for c in named if _one_of_many(context, chosen, c)), chosen)
    if chosen is None or _mere_trip(context, chosen, title_text):
        return None
    return _meeting_of(context, chosen, principal=True)


_VAGUE = frozenset({"talks", "meeting"})
_UMBRELLA = re.compile(r"관련|\brelated", re.IGNORECASE)  # 아세안 관련 외교장관회의: a week of meetings


def _says_who(candidate: Candidate) -> bool:
    """Does a name in the title say by itself who meets?"""
    return bool(candidate.framework or candidate.sides or candidate.ordinal or candidate.kind in TALKS)


def _one_of_many(context: Context, umbrella: Candidate, candidate: Candidate) -> bool:
    """Is it a meeting of the week that the title speaks of, in which the issuer's country is a side?"""
    return (
        candidate.start > umbrella.start
        and candidate.start < _OPENING
        and context.release.country in candidate.sides
        and "ASEAN" in candidate.sides
        and (candidate.kind == "pmc") == (umbrella.framework == "amm")
        and not _recalled(context, candidate)
    )


def _told_in_passing(context: Context) -> Candidate | None:
    """Talks that the first sentences name after their result: agreed to ..., following talks between ..."""
    told = [c for c in context.candidates if within(c.start, context.lead[:2]) and not _recalled(context, c)]
    return _best(context, [c for c in told if c.kind in TALKS and _reports(context, c)])


def _named_in_full(context: Context, chosen: Candidate, reported: list[Candidate]) -> Candidate:
    """Where the title only says "ASEAN-China meeting", the name that the first sentences give the meeting."""
    if chosen.kind not in _VAGUE:
        return chosen
    for candidate in reported:
        if candidate.kind in _VAGUE:
            continue
        if not (chosen.sides or chosen.framework):  # 두 회의와 세 양자 면담: what the first sentence names
            if (candidate.framework or len(candidate.sides) > 1) and within(candidate.start, context.lead[:1]):
                return candidate
            continue
        if candidate.framework != chosen.framework:
            continue
        sides = set(candidate.sides)
        if not sides and "ASEAN" in chosen.sides and within(candidate.start, context.lead[:2]):
            return replace(candidate, sides=chosen.sides)
        named = set(chosen.sides) == sides or (len(chosen.sides) == 1 and set(chosen.sides) < sides)
        if named and len(sides) > 1:
            return candidate
    return chosen


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


def _statement(context: Context, title: str) -> Candidate | None:
    """A joint statement stands for the meeting it was made at, where its first sentences tell of one."""
    if not context.title or not _JOINT_STATEMENT.search(title):
        return None
    start, end = context.title[0]
    body = [(p.start, p.end) for p in context.document.paragraphs if p.part in (Part.BODY, Part.LIST)]
    told = next((span for span in body[:LEAD_PARAGRAPHS] if _CAME_TOGETHER.search(context.text, *span)), None)
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
        for mention in ranks_in(context, span)
    )
    kind = "talks-summit" if leaders else "talks"
    return Candidate(
        kind, None, None, tuple(sides), None, None, start, end, Part.TITLE, (start, end), "statement"
    )


def _mere_trip(context: Context, candidate: Candidate, title: str) -> bool:
    """A trip to several countries is no meeting, nor is one on which no talks are told of."""
    if within(candidate.start, context.title) or candidate.framework or not _TRIP.search(title):
        return False
    return candidate.kind in TALKS and len(talk_sides(context, candidate)) > 2


def _best(context: Context, candidates: list[Candidate]) -> Candidate | None:
    """Of several names the one that says most: sides or a framework, then a number; the first of equals.

    A meeting of ASEAN alone comes after one to which the issuer's country is a side.
    """
    if not candidates:
        return None
    own = context.release.country
    guest = own is not None and own != "ASEAN" and own not in members()
    return max(
        candidates,
        key=lambda c: (
            bool(c.framework in _KNOWN or len(c.sides) > 1 or "AKC" in c.sides),
            not (guest and c.sides == ("ASEAN",) and c.framework != "arf"),
            c.ordinal is not None and len(c.sides) < 2 and not c.framework,
            bool(c.sides),
        ),
    )


def _first_best(context: Context, candidates: list[Candidate]) -> Candidate | None:
    """Of the meetings that the first sentences report the best; of talks those between peers."""
    best = _best(context, candidates[:6])
    if best is None or best.kind != "talks":
        return best
    peers = (c for c in candidates[:6] if c.kind == "talks" and common_rank(context, c, alone=True))
    return next(peers, best) if _best(context, [best, *candidates[:6]]) is best else best


_OPENING = 3000  # characters
_KNOWN = frozenset(
    {"apt", "eas", "arf", "mekong-rok", "amm", "acc", "asean-summit", "admm-plus", "admm", "quad", "g20"}
)


def _background(context: Context, candidate: Candidate) -> bool:
    """Is the meeting only the occasion or the subject (유엔총회 계기, on the margins of, 성공적 개최를 위한)?"""
    text = context.text
    near = context.mentions.between("background", candidate.start - 60, candidate.end + 24)
    return any(
        mention.start >= candidate.end and _UP_TO_WORD.fullmatch(text, candidate.end, mention.start)
        if mention.code == "after"
        else mention.end <= candidate.start and _UP_TO_NAME.fullmatch(text, mention.end, candidate.start)
        for mention in near
    )


def _in_caption(candidate: Candidate, text: str, sentences: Sentences) -> bool:
    paragraph = sentences.paragraph_at(candidate.start)
    return paragraph is not None and is_caption(text, paragraph.start, paragraph.end)


def _reports(context: Context, candidate: Candidate) -> bool:
    """Does the sentence report or announce the meeting, rather than speak of meetings or recall one?"""
    if _recalled(context, candidate) or says(context, "habitual", candidate.sentence):
        return False
    if candidate.kind and (len(candidate.sides) > 1 or candidate.framework or "AKC" in candidate.sides):
        return True
    if not (says(context, "reported", candidate.sentence) or says(context, "future", candidate.sentence)):
        return candidate.kind in ("call", "pmc") and len(talk_sides(context, candidate)) > 1
    if candidate.framework or candidate.ordinal:
        return True
    return candidate.kind in _MAY_LACK_SIDES and len(talk_sides(context, candidate)) > 1


_MAY_LACK_SIDES = TALKS | {"summit", "special-summit", "pmc"}


def _recalled(context: Context, candidate: Candidate) -> bool:
    """Does a day long past stand before the name: 지난해 11월 한-태 정상회담, at the 2019 summit?"""
    low = max(candidate.sentence[0], candidate.start - _RECALLED_WITHIN)
    before = find_dates(context.text, low, candidate.start, context.issued)
    return bool(before) and not plausible(before[-1], context.issued)


_RECALLED_WITHIN = 45  # characters


def _meeting_of(context: Context, candidate: Candidate, *, principal: bool) -> Meeting:
    sides = candidate.sides
    own = context.release.country
    if candidate.with_others and own and context.release.issuer_kind == "government" and "ASEAN" not in sides:
        sides = tuple(dict.fromkeys((*sides, own)))
    if not candidate.framework and len(sides) < 2 and not _on_subject(context, candidate):
        sides = sides_elsewhere(context, candidate) or talk_sides(context, candidate)
    if len(candidate.sides) > 1 and candidate.kind in TALKS and subject_is_own(context, candidate):
        sides = (sides[0], str(own))  # one after another: the first
    if "AKC" in sides:  # the centre's members are Korea and ASEAN
        sides = ("ASEAN", "KOR")
    rank = common_rank(context, candidate) if candidate.kind == "talks" else None
    series = series_of(candidate.kind, sides, candidate.framework, rank)
    names = [candidate] + [
        other
        for other in context.candidates
        if other is not candidate and _same_meeting(series, sides, candidate, other)
    ]
    ordinal, ordinal_mark = _number(context, names)
    when = find_day(context, names)
    place = find_place(context, names, when)
    mode = find_mode(context, names, candidate, place is not None)
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
        level=level_of(series, candidate.kind_level or level_told(context, candidate), candidate.framework),
        parties=tuple(sorted(sides)),
        status=find_status(context, candidate, first),
        principal=principal,
        marks=tuple(marks),
    )


def _on_subject(context: Context, candidate: Candidate) -> bool:
    """Is it a meeting on a subject (Summit on Supply Chains), whose sides the sentence need not name?"""
    after = context.text[candidate.end : candidate.end + 5]
    return candidate.kind in ("summit", "ministerial", "pmc") and after.startswith((" on ", " for "))


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


def _number(context: Context, names: list[Candidate]) -> tuple[int | None, Span | None]:
    for candidate in names[:6]:
        if candidate.ordinal is None or candidate.part is Part.ATTACHMENT:
            continue
        if candidate is not names[0] and _OTHER_NAME.search(
            context.text, candidate.ordinal_span[1] if candidate.ordinal_span else candidate.start, candidate.end
        ) and not (candidate.sides or candidate.framework):
            continue
        if not _COUNTED.match(context.text[candidate.end : candidate.end + 20]):
            return candidate.ordinal, candidate.ordinal_span
    return None, None


# A name of its own between the number and the noun: the fifth Lancang-Mekong Cooperation Foreign Ministers' Meeting.
_OTHER_NAME = re.compile(r"[A-Z][a-z]+-[A-Z][a-z]+|[A-Z][a-z]+ Cooperation")

# A count of meetings, not a number in a series: "their second meeting this year".
_COUNTED = re.compile(
    r"\s*(?:this year|in (?:a|one|two|three|\w+) (?:years?|months?)|since|of the year|만에)"
)
