"""Which of the meetings a release names is the one it is about.

The title speaks for a meeting, and where it names none, the first sentences decide; a title that only says
"ASEAN-China meeting" takes the full name from them.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice

from loaders.extract.candidates import Candidate
from loaders.extract.countries import members
from loaders.extract.opening import (
    LEAD_PARAGRAPHS,
    STATEMENT,
    TALKS,
    Context,
    dates_in,
    ranks_in,
    says,
    within,
)
from loaders.extract.peers import common_rank
from loaders.extract.reported import is_background, is_one, is_recalled, reports
from loaders.extract.talks import city_countries, talk_sides
from loaders.text import Part


def find_principal(context: Context) -> Candidate | None:
    """The meeting the release is about. A title speaks for one; that it names none says nothing."""
    text = context.text
    title_text = " ".join(text[start:end] for start, end in context.title)
    no_meeting = any(says(context, "no-meeting", span) for span in context.title)
    named = [c for c in context.candidates if not is_background(context, c)]
    if context.title:
        in_title = [c for c in named if within(c.start, context.title)]
    else:
        in_title = [c for c in named if c.part is Part.HEADER]
    if no_meeting and not any(c.kind in TALKS or (c.ordinal and _is_full(c)) for c in in_title):
        return None
    chosen = _best(context, [c for c in in_title if _says_who(c)])
    chosen = chosen or _statement(context, title_text)
    if chosen is None:
        in_subtitle = [c for c in named if c.part is Part.SUBTITLE]
        chosen = _best(context, [c for c in in_subtitle if len(c.sides) > 1 or c.framework])
    in_lead = [c for c in named if within(c.start, context.lead) or is_one(context, c)]
    reported = [c for c in in_lead if reports(context, c)]
    reported = [c for c in reported if not _on_return(context, c)] or reported
    if chosen:
        chosen = _named_in_full(context, chosen, reported)
    elif context.fact_sheet:
        today = [c for c in reported if re.search(r"\b[Tt]oday\b", text[slice(*c.sentence)])]
        chosen = _best(context, today + [c for c in in_lead if c.ordinal and c.sentence == context.lead[0]])
    else:
        next_told = (c for c in named if within(c.start, context.after_lead) and _told_later(context, c))
        chosen = _first_best(context, reported) or _best(
            context, [c for c in in_title if c.kind not in _OCCASIONS or _says_who(c)]
        )
        chosen = chosen or _first_best(context, [*islice(next_told, 6)]) or _told_in_passing(context)
        chosen = chosen and _named_in_full(context, chosen, reported)
    if chosen and _UMBRELLA.search(text, chosen.start, chosen.end + 1):
        chosen = next((c for c in named if _one_of_many(context, chosen, c)), chosen)
    if chosen and _mere_trip(context, chosen, title_text):
        return _talks_of_two(context, reported)
    if chosen and chosen.kind == "meeting" and _TRIP.search(title_text):
        return _talks_of_two(context, reported) or chosen
    return chosen


def _on_return(context: Context, candidate: Candidate) -> bool:
    """Is the meeting only what someone comes home from: returned from Tokyo, where he joined the Summit?"""
    return bool(_RETURNED.search(context.text, candidate.sentence[0], candidate.start))


def _told_later(context: Context, candidate: Candidate) -> bool:
    """Is a meeting of the paragraphs that come next told as news: with a day, or by a government of its own talks?"""
    dated = any(len(day.first) == 10 for day in dates_in(context, *candidate.sentence))
    return (dated or context.release.issuer_kind is not None) and reports(context, candidate)


def _talks_of_two(context: Context, reported: list[Candidate]) -> Candidate | None:
    """The first talks of a trip of which the text says who met whom: two, or three at a trilateral."""
    talks = (c for c in reported if c.kind in TALKS)
    return next(
        (c for c in talks if len(talk_sides(context, c)) == 2 + ("trilateral" in c.word.lower())), None
    )


_RETURNED = re.compile(
    r"\b(?:return(?:s|ed|ing)|(?:came|comes|coming|arrived|back) (?:home|back)?)\b"
    r"[^.;]*\bfrom\b[^.;]*\b(?:where|after)\b"
)
_VAGUE = frozenset({"talks", "meeting"})
_OCCASIONS = frozenset({"dialogue", "forum"})  # a speech at a forum of scholars is no meeting
_UMBRELLA = re.compile(
    r"관련|\brelated|\bASEAN summits\b", re.IGNORECASE
)  # 아세안 관련 외교장관회의: a week of meetings


def _is_full(candidate: Candidate) -> bool:
    """Does the name give all sides, or the framework?"""
    return len(candidate.sides) > 1 or candidate.framework is not None


def _says_who(candidate: Candidate) -> bool:
    """Does a name in the title say by itself who meets?"""
    return bool(candidate.framework or candidate.sides or candidate.ordinal or candidate.kind in TALKS)


def _one_of_many(context: Context, umbrella: Candidate, candidate: Candidate) -> bool:
    """Is it a meeting of the week that the title speaks of, in which the issuer's country is a side?"""
    return (
        candidate.start > umbrella.start
        and candidate.start < _OPENING
        and context.release.country in (*candidate.sides, None)
        and "ASEAN" in candidate.sides
        and len(candidate.sides) > 1
        and (candidate.kind == "pmc") == (umbrella.framework == "amm")
        and not is_recalled(context, candidate)
    )


def _told_in_passing(context: Context) -> Candidate | None:
    """Talks that the first sentences name after their result: agreed to ..., following talks between ..."""
    told = [c for c in context.candidates if c.kind in TALKS and within(c.start, context.lead[:2])]
    return _best(
        context, [c for c in told if not is_recalled(context, c) and len(talk_sides(context, c)) > 1]
    )


def _named_in_full(context: Context, chosen: Candidate, reported: list[Candidate]) -> Candidate:
    """Where the title only says "ASEAN-China meeting", the name that the first sentences give the meeting."""
    if chosen.kind not in _VAGUE and chosen.word != STATEMENT:
        return chosen
    for candidate in reported:
        if candidate.kind in _VAGUE or (chosen.kind == "talks" and _is_occasion(context, candidate)):
            continue
        if not (chosen.sides or chosen.framework):  # 두 회의와 세 양자 면담: what the first sentence names
            at_once = within(candidate.start, context.lead[:1]) or is_one(context, candidate)
            if (candidate.framework or len(candidate.sides) > 1) and at_once:
                return candidate
            continue
        if candidate.framework != chosen.framework and candidate.sides != chosen.sides:
            continue
        sides = set(candidate.sides)
        if not sides and "ASEAN" in chosen.sides and within(candidate.start, context.lead[:2]):
            return replace(candidate, sides=chosen.sides)
        named = set(chosen.sides) == sides or (len(chosen.sides) == 1 and set(chosen.sides) < sides)
        if named and len(sides) > 1:
            return candidate
    return chosen


def _is_occasion(context: Context, candidate: Candidate) -> bool:
    """Is it the meeting at which two met: met Prime Minister Lim at the G20 Summit?"""
    return bool(_AT_ANOTHER.search(context.text, candidate.sentence[0], candidate.start))


_AT_ANOTHER = re.compile(
    r"\b[Mm]e(?:t|ets|etings?)\b.*\b(?:at|during|alongside)\s(?:the\s)?(?:[A-Z\d]\S*\s){0,3}$"
)
_JOINT_STATEMENT = re.compile(
    r"\b(?:joint (?:leaders'? )?(?:statement|declaration|vision|press)|leaders'? (?:joint )?(?:statement"
    r"|communiqu[eé])"
    r"|statement on\b.*partnership)|공동성명|공동언론발표|공동\s?기자회견|공동선언|공동발표",
    re.IGNORECASE,
)
_CAME_TOGETHER = re.compile(
    r"\b(?:met\b|convened|gathered|hosted|held talks|hon(?:o|ou)red to welcome|welcomed (?:President|Prime|the)"
    r"|visit(?:ed)? to|state visit|official visit|meeting)|정상회담|방한|국빈|회담",
)
_PRESS_CONFERENCE = re.compile(
    r"\bjoint press (?:conference|statement|availability)|공동\s?기자회견", re.IGNORECASE
)
_TO_COME = frozenset({"to meet", "will meet", "talks", "talks with"})
_TRIP = re.compile(r"\b(?:travel|trip|visit|tour)s?\b|순방", re.IGNORECASE)


def _statement(context: Context, title: str) -> Candidate | None:
    """A joint statement stands for the meeting it was made at, where its first sentences tell of one."""
    if not context.title or not _JOINT_STATEMENT.search(title):
        return None
    start, end = next(
        (t for t in context.title if _JOINT_STATEMENT.search(context.text, *t)), context.title[0]
    )
    body = (
        (p.start, p.end)
        for p in context.document.paragraphs
        if p.part in (Part.BODY, Part.LIST) and (p.start, p.end) not in context.title
    )
    first = [*islice(body, LEAD_PARAGRAPHS)]
    told = next((span for span in first if _CAME_TOGETHER.search(context.text, *span)), None)
    if told is None and _PRESS_CONFERENCE.search(title):
        told = first[0] if first else None
    between_leaders = "leaders" in title.lower() and len(context.mentions.between("country", start, end)) == 2
    if told is None and not between_leaders and not context.mentions.between("group", start, end):
        return None
    sides: dict[str, None] = {}
    for kind in ("country", "group"):
        for mention in context.mentions.between(kind, start, end):
            sides.update(dict.fromkeys(mention.code.split(" ")))
    if len(sides) < 2:
        for mention in context.mentions.between("country", *(told or (start, end))):
            sides.setdefault(mention.code)
    if len(sides) < 2 and _PRESS_CONFERENCE.search(title):
        sides.update(dict.fromkeys(_host_and_own(context)))
    if len(sides) < 2:
        return None
    leaders = any(
        mention.code == "leader"
        for span in ((start, end), told or (0, 0))
        for mention in ranks_in(context, span)
    )
    kind = "talks-summit" if leaders else "talks"
    return Candidate(
        kind, None, None, tuple(sides), None, None, start, end, Part.TITLE, (start, end), STATEMENT
    )


def _host_and_own(context: Context) -> list[str]:
    """The sides of a joint press conference: the state whose office reports it, and that of the city it was held in."""
    own = context.release.country
    cities = [
        code
        for span in context.title
        for mention in context.mentions.between("city", *span)
        if (code := city_countries()[mention.code])
    ]
    return [own, *cities] if own else []


def _mere_trip(context: Context, candidate: Candidate, title: str) -> bool:
    """A trip to several countries is no meeting, nor is one on which no talks are told of."""
    if candidate.framework or candidate.sides:
        return False
    if within(candidate.start, context.title):  # Minister to meet counterparts
        title = " ".join(
            context.text[start:end] for start, end in context.lead[:1] if candidate.word in _TO_COME
        )
    if not _TRIP.search(title):
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
