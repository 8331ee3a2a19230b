"""The meetings of a release: the one it is about, those in its margins and those it announces.

The principal meeting is named in the title, or reported in the first sentences:

    제3차 한-아세안 포럼 개최(5.9.)               Readout of President X's Call with President Y of Z
    두 정상은 16일 서울에서 정상회담을 하고 ...   The 27th ASEAN-ROK Dialogue was held on 16 May 2023 in ...
    조태열 장관, 필리핀 외교장관과 통화           President X will host Prime Minister Y of Z on ...

A release about no meeting (a statement on a missile launch, a nomination, a message, a trip) has none. Of the
other meetings only those count that the release itself reports (각각 별도 면담) or announces with a month or day;
what it recalls is left out.
"""

from __future__ import annotations

import re

from loaders.extract.candidates import Candidate, find_candidates
from loaders.extract.countries import Places, members
from loaders.extract.facts import Mark, Meeting
from loaders.extract.lexicon import Mentions
from loaders.extract.margins import find_others
from loaders.extract.opening import TALKS, Context, Span, is_caption, opening
from loaders.extract.peers import common_rank, level_told, rank_of_peers
from loaders.extract.principal import find_principal
from loaders.extract.release import Release
from loaders.extract.sentences import Sentences
from loaders.extract.series import framework_sides, level_of, series_of, stands_alone
from loaders.extract.talks import sides_elsewhere, subject_is_own, talk_sides
from loaders.extract.when import find_day, find_status
from loaders.extract.where import find_mode, find_place
from loaders.text import Document, Part

_RANKED_KINDS = frozenset({"talks", "committee"})  # the offices of those who meet tell the series
# Kinds by which a text may name one and the same meeting.
_MET = frozenset({"talks", "talks-summit", "talks-fmm", "talks-minister", "talks-vice", "summit", "meeting"})
_ONLY_NUMBERED = frozenset({"위원회", "포럼"})  # a forum of scholars is no meeting
_FACT_SHEET = re.compile(r"\bfact sheet\b|설명자료|참고자료", re.IGNORECASE)


def find_meetings(document: Document, mentions: Mentions, release: Release) -> list[Meeting]:
    """The meetings of a release, the principal one first; empty where the release is about none."""
    sentences = Sentences(document, mentions)
    candidates = [
        candidate
        for candidate in find_candidates(document, mentions, sentences, Places(mentions))
        if (_is_named(candidate) or (candidate.kind != "meeting" and candidate.word not in _ONLY_NUMBERED))
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
    chosen = find_principal(context)
    if chosen is None:
        return []
    principal = _meeting_of(context, chosen)
    return [principal, *find_others(context, principal)]


def _is_named(candidate: Candidate) -> bool:
    """Does a meeting of no kind have a name: sides or a framework, in Korean also a number (제21차 … 위원회 회의)?"""
    named = len(candidate.sides) > 1 or candidate.framework is not None
    if candidate.word.isascii():
        return named or (candidate.sides == ("ASEAN",) and candidate.ordinal is not None)
    return named and candidate.ordinal is not None


def _in_caption(candidate: Candidate, text: str, sentences: Sentences) -> bool:
    paragraph = sentences.paragraph_at(candidate.start)
    return paragraph is not None and is_caption(text, paragraph.start, paragraph.end)


def _meeting_of(context: Context, candidate: Candidate) -> Meeting:
    sides = candidate.sides
    own = context.release.country
    told = sides_elsewhere(context, candidate) if not candidate.framework and len(sides) < 2 else ()
    if told:
        sides = told
    elif (
        candidate.with_others and own and context.release.issuer_kind == "government" and "ASEAN" not in sides
    ):
        sides = tuple(dict.fromkeys((*sides, *_more_with(context, candidate), own)))
    if (
        not candidate.framework
        and len(sides) < 2
        and not (_on_subject(context, candidate) or _of_asean(context, candidate))
    ):
        sides = talk_sides(context, candidate)
    others = [side for side in sides if side != own]
    if candidate.kind in TALKS and own in sides and len(others) > 1 and _one_by_one(context):
        sides = (others[0], str(own))
    if len(candidate.sides) > 1 and candidate.kind in TALKS and subject_is_own(context, candidate):
        sides = (sides[0], str(own))  # one after another: the first
    if "ASEAN" in sides and len(partners := [side for side in sides if side not in _ASEAN_OWN]) == 1:
        sides = ("ASEAN", *partners)  # a member beside ASEAN is its chair, its coordinator or the host
    elif (
        "ASEAN" in sides
        and _ASEAN_OWN.issuperset(sides)
        and (candidate.sides == ("ASEAN",) or len(sides) > _PAIR)
    ):
        sides = ("ASEAN",)  # the 57th AEM, whose host and guest from among the members the text names
    if "AKC" in sides:  # the centre's members are Korea and ASEAN
        sides = ("ASEAN", "KOR")
    ranked = candidate.kind in _RANKED_KINDS or candidate.word.lower().startswith("joint commission")
    rank = common_rank(context, candidate) if ranked else None
    if "ASEAN" in sides and candidate.kind == "talks":  # the foreign ministers of ASEAN met in Luang Prabang
        rank = rank_of_peers(context, candidate)
        sides = ("ASEAN",) if rank and _ASEAN_OWN.issuperset(sides) else sides
    kind = (
        "special-summit"
        if candidate.kind == "summit" and _marks_years(context, candidate)
        else candidate.kind
    )
    series = series_of(kind, sides, candidate.framework, rank)
    if (series.startswith("bilateral") or len(sides) == _PAIR) and _of_three(context, candidate):
        series = "other"
    if sides == ("ASEAN",) and candidate.kind in _MET and _with_a_group(context, candidate):
        series = "other"
    names = [candidate] + [
        other
        for other in context.candidates
        if other is not candidate
        and _same_meeting(series, sides, candidate, other)
        and not (not other.sides and not other.framework and _OF_A_BODY.match(context.text, other.end))
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
        principal=True,
        marks=tuple(marks),
    )


def _more_with(context: Context, candidate: Candidate) -> list[str]:
    """The sides behind the first: with Japanese Foreign Minister A and Philippine Secretary B."""
    found: list[str] = []
    place = candidate.end
    by_start = {m.start: m for m in context.mentions.between("country", place, candidate.sentence[1])}
    while (joint := _AND_OFFICE.match(context.text, place)) and joint.end() in by_start:
        found.append(by_start[joint.end()].code)
        place = by_start[joint.end()].end
    return found


def _of_asean(context: Context, candidate: Candidate) -> bool:
    """Is it a numbered meeting of ASEAN alone: the 56th ASEAN Economic Ministers' Meeting?"""
    named = candidate.word.endswith(("meeting", "회의")) and candidate.kind not in TALKS
    if named and candidate.sides == ("ASEAN",) and _told_abroad(context):
        return True
    return named and any(
        other.ordinal is not None
        and other.kind == candidate.kind
        and other.sides == candidate.sides == ("ASEAN",)
        for other in [candidate, *context.candidates[:8]]
    )


def _told_abroad(context: Context) -> bool:
    """Is it news that names no Korea in its title and first sentences, and so no meeting with Korea?"""
    if context.release.issuer_kind == "government" or context.release.language != "ko":
        return False
    spans = [*context.title, *context.lead]
    return not any(m.code == "KOR" for span in spans for m in context.mentions.between("country", *span))


def _one_by_one(context: Context) -> bool:
    """Does the title or first sentence say that several were met one after another: 잇달아 회담?"""
    return any(_APART.search(context.text, *span) for span in [*context.title, *context.lead[:1]])


def _marks_years(context: Context, candidate: Candidate) -> bool:
    """Is a summit held for an anniversary, 대화관계 45주년을 기념해? One with a number or a plain name is not."""
    noun = candidate.end - len(candidate.word)
    named = context.mentions.between("country", candidate.start, noun)
    if named and not context.text[named[-1].end : noun].strip(" -"):
        return False  # the ASEAN-Japan Summit
    spans = [*context.title, candidate.sentence, *context.lead[:1]]
    return candidate.ordinal is None and any(_FOR_YEARS.search(context.text, *span) for span in spans)


def _of_three(context: Context, candidate: Candidate) -> bool:
    """Do the words before the noun say that three or four met, of whom the text may name two?"""
    low = max(candidate.sentence[0], candidate.start - 40)
    return bool(_THREE.search(context.text, low, candidate.end))


def _with_a_group(context: Context, candidate: Candidate) -> bool:
    """Did ASEAN meet a group of states: the leaders of the Gulf Cooperation Council and ASEAN?"""
    groups = context.mentions.between("series", candidate.sentence[0], candidate.start)
    return any(
        _AND_ASEAN.match(context.text, group.end)
        for group in groups
        if not stands_alone(group.code) and not framework_sides(group.code)
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
        if (
            candidate is not names[0]
            and _OTHER_NAME.search(
                context.text,
                candidate.ordinal_span[1] if candidate.ordinal_span else candidate.start,
                candidate.end,
            )
            and not (candidate.sides or candidate.framework)
        ):
            continue
        told = candidate.ordinal_span or (candidate.start, candidate.start)
        unnamed = candidate.kind in _MET and context.text.startswith(candidate.word, told[1] + 1)
        if unnamed and _COUNTS_TALKS.search(context.text, max(0, told[0] - 40), told[0]):
            continue
        if not _COUNTED.match(context.text[candidate.end : candidate.end + 20]):
            return candidate.ordinal, candidate.ordinal_span
    return None, None


_THREE = re.compile(
    r"(?:[34삼사]자|[34삼사]국)(?:\s?간)?\s"
    r"|\b(?:(?:tri|quadri|pluri)lateral|(?:three|four)-way) (?:(?:phone |telephone |video )?call"
    r"|(?:summit )?meeting|talks|summit|dialogue)\b",
    re.IGNORECASE,
)
_PAIR = 2
_APART = re.compile(r"잇달아|잇따라|연이어|연쇄|차례로|각각")
_ASEAN_OWN = frozenset({"ASEAN", "ASEC", "TLS"}) | members()
_FOR_YEARS = re.compile(
    r"\d{1,2}주년\s?(?:을|를)?\s?(?:기념|맞아|맞이|계기)|\b(?:commemorat\w+|celebrat\w+|mark(?:s|ed|ing)?)\b[^.]{0,40}?"
    r"(?:\banniversary\b|\b(?:\d{2}|\w+ty(?:-five)?|half a century|five decades) ?(?:years|of)\b)",
    re.IGNORECASE,
)
_AND_ASEAN = re.compile(
    r" (?:\([A-Z]{2,6}\) )?(?:and|with) (?:the )?(?:leaders of )?(?:ASEAN|Association of Southeast)"
)
_AND_OFFICE = re.compile(r"\s?(?:[A-Z][\w.'-]*,?\s){1,8}?(?:and|,)\s(?:with\s)?(?:the\s)?")
_OF_A_BODY = re.compile(r" of (?:the )?[A-Z]")  # the 3rd Summit of the Forum for …: somebody else's
# A name of its own between the number and the noun: the fifth Lancang-Mekong Cooperation Foreign Ministers' Meeting.
_OTHER_NAME = re.compile(r"[A-Z][a-z]+-[A-Z][a-z]+|[A-Z][a-z]+ Cooperation")

# This is the fifth meeting between them, their third talks: they are counted.
_COUNTS_TALKS = re.compile(
    r"\b(?:(?:is|was|be|been|being|marks?|marked|making it|made it|making this|for)(?: already| now| only)?"
    r"(?: the| their| his| her| our)?|their|his|her|our)\s$"
)
# A count of meetings, not a number in a series: "their second meeting this year".
_COUNTED = re.compile(
    r"\s*(?:this year|in (?:a|one|two|three|\w+) (?:years?|months?)|since|of the year|만에)"
)
