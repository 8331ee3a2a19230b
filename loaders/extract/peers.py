"""What office those who met hold: both sides the same, or the first that is told, and the level it gives the talks.

President X met Prime Minister Y      the prime ministers of both countries met      외교장관은 ... 외교장관과 만났다
"""

from __future__ import annotations

import re

from loaders.extract.candidates import Candidate
from loaders.extract.lexicon import Mention
from loaders.extract.opening import Context, ranks_in, within

_VISIT_BY = re.compile(r"\bvisit\b.* (?:by|of) |\bto visit\b", re.IGNORECASE)
_SUBJECT_MARKS, _OBJECT_MARKS = frozenset("은는이가"), frozenset("과와을를")
_OF_THE_MINISTRY = re.compile(r"외교부\s[가-힣]{2,4}\s장관")
_MINISTRY_BEFORE = re.compile(r"[가-힣]$|부\s$")
_MINISTRY_AFTER = re.compile(r"\s(?:of|for)\b")
_ON_ANOTHERS_LEVEL = frozenset({"called on", "calls on", "courtesy call on", "received", "receives"})
_MANY = re.compile(r"\w?s\b|[가-힣]들")
_CLAUSE_ENDS = re.compile(
    r"[.;:]|, (?:and|but|which|who|while)\b|\b(?:said|that|whose|when|after|before|with)\b"
)
_OPENING = 1500  # characters
_COMMON_RANKS = ("leader", "foreign-minister", "minister", "vice-minister")
LEVEL_OF_RANK = {
    "leader": "summit", "foreign-minister": "minister", "minister": "minister", "vice-minister": "vice-minister",
    "adviser": "minister", "deputy-pm": "minister",
}  # fmt: skip


def common_rank(context: Context, candidate: Candidate, *, alone: bool = False) -> str | None:
    """The office that both sides of talks hold, or None; `alone`: as told in this sentence."""
    talks = [candidate]
    if not alone:
        talks += [c for c in context.candidates if c.kind == "talks" and within(c.start, context.lead[:2])]
    for name in talks[:4]:
        start, end = name.sentence
        before = context.mentions.between("rank", start, _noun_of(context, name))
        after = context.mentions.between("rank", name.end, end)[:2]
        if before and after:
            return _common(context, before[-2:], after)
        if before and (peers := rank_of_peers(context, name)):
            return peers
        if (
            len(before) > 1 and context.release.language != "ko"
        ):  # A and B, Prime Minister of …, talked in Hanoi
            found = _common(context, before[-2:-1], before[-1:])
            if found and found != "minister":
                return found
        if context.release.language == "ko":  # both stand before the verb: 장관은 ... 외교장관과 만났다
            named = context.mentions.between("rank", start, name.end)
            subject = [m for m in named if context.text[m.end : m.end + 1] in _SUBJECT_MARKS]
            object_ = [m for m in named if context.text[m.end : m.end + 1] in _OBJECT_MARKS]
            if subject and object_:
                return _common(context, subject[:1], object_[-1:])
        if (
            after
            and name.word not in _ON_ANOTHERS_LEVEL
            and context.mentions.between("person", start, name.start)
        ):
            found = next((rank for rank in _COMMON_RANKS for m in after if m.code == rank), None)
            if found or after[0].code != "counterpart":  # meets his counterpart: the office is told later
                return found
        subject = [m for m in _first_ranks(context) if m.end <= start]
        if after and not before and subject and name.word not in _ON_ANOTHERS_LEVEL:
            return _common(
                context, subject, after
            )  # Lim will sit down with President …: told in the line before
    if alone:
        return None
    visitor = _of_visitor(context, candidate)
    if visitor:
        return visitor
    ranks = ranks_in(context, context.lead[0] if context.lead else candidate.sentence)
    if len(ranks) > 1:
        return _common(context, ranks[:1], ranks[1:3])
    told = {mention.code for mention in ranks_in(context, candidate.sentence)}
    return "foreign-minister" if "foreign-minister" in told and _own_foreign_minister(context) else None


def rank_of_peers(context: Context, talks: Candidate) -> str | None:
    """The office of several who met, told once: the prime ministers of both countries met online."""
    word = talks.word.lower()
    again = (c for c in context.candidates[:6] if c.word == word and within(c.start, context.lead))
    told = {_office_of_many(context, name) for name in [talks, *again]}
    return next((rank for rank in _COMMON_RANKS if rank in told), None)


def _office_of_many(context: Context, talks: Candidate) -> str | None:
    """The office in the plural that stands before the verb or noun of talks, in the same clause."""
    for mention in reversed(context.mentions.between("rank", talks.sentence[0], _noun_of(context, talks))):
        if _MANY.match(context.text, mention.end - 1):
            return None if _CLAUSE_ENDS.search(context.text, mention.end, talks.start) else mention.code
    return None


def _noun_of(context: Context, name: Candidate) -> int:
    """Where the noun or verb of a name stands, behind the sides before it."""
    at = context.text[name.start : name.end].lower().find(name.word.lower()) if name.sides else -1
    return name.start + max(at, 0)


def _first_ranks(context: Context) -> list[Mention]:
    """The first office that the first sentence of the prose names."""
    return ranks_in(context, context.lead[0])[:1] if context.lead else []


def _of_visitor(context: Context, candidate: Candidate) -> str | None:
    """The office of a visitor that the title names, where no other office is told of; a peer receives."""
    if not any(_VISIT_BY.search(context.text, *span) for span in context.title):
        return None
    spans = [*context.title, *context.lead[:1], candidate.sentence]
    offices = {mention.code for span in spans for mention in ranks_in(context, span)} - {"minister"}
    return next((rank for rank in ("leader", "foreign-minister") if offices == {rank}), None)


def _common(context: Context, before: list[Mention], after: list[Mention]) -> str | None:
    """The office held on both sides. A "counterpart" holds the same; "the minister" may be the foreign minister."""
    ones, others = ({mention.code for mention in side} for side in (before, after))
    same = ones if "counterpart" in others else others if "counterpart" in ones else ones & others
    found = next((rank for rank in _COMMON_RANKS if rank in same), None)
    if found is None and "foreign-minister" in ones | others and _own_foreign_minister(context):
        side = after if "foreign-minister" in ones else before
        if any(_is_bare(context.text, mention) for mention in side):
            return "foreign-minister"
    return found


def _is_bare(text: str, mention: Mention) -> bool:
    """Does "minister" stand without a ministry: Minister Lim, 홍길동 장관 (not 보건부 장관, 국방장관)?"""
    if mention.word == "장관":
        return not _MINISTRY_BEFORE.search(text[max(0, mention.start - 3) : mention.start])
    return mention.word == "Minister" and not _MINISTRY_AFTER.match(text, mention.end)


def _own_foreign_minister(context: Context) -> bool:
    """Do the first lines speak of foreign ministers more than once, so that both sides are?"""
    told = context.mentions.between("rank", 0, _OPENING)
    many = sum(mention.code == "foreign-minister" for mention in told) > 1
    return many or bool(_OF_THE_MINISTRY.search(context.text, 0, _OPENING))


def level_told(context: Context, candidate: Candidate) -> str | None:
    """The level of talks from the office of the first person named with them, or in the lead."""
    for span in [candidate.sentence, *context.lead[:3]]:
        for mention in ranks_in(context, span):
            level = LEVEL_OF_RANK.get(mention.code)
            if level:
                return level
    return None
