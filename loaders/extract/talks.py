"""Who met, and at what level: sides and offices in talks that are told of in a sentence.

조태열 장관, 필리핀 외교장관과 통화            Readout of President X's Call with President Y of Indonesia
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from functools import cache

from loaders.extract.candidates import Candidate
from loaders.extract.countries import state_before
from loaders.extract.lexicon import REFERENCE, Mention
from loaders.extract.opening import TALKS, Context, ranks_in, within
from loaders.reference import read_rows

# Where the subject of the talks begins: countries named after it took no part.
_SUBJECT = re.compile(
    r"\b(?:following|regarding|concerning|to discuss|to congratulate|to exchange|on the (?:margins|sidelines)"
    r"|in response|after|ahead of|on (?:the )?(?:situation|recent|DPRK|Democratic|guidelines)|about|to commemorate"
    r"|to reaffirm|, including|against|amid|before|condemn)",
    re.IGNORECASE,
)
_VISITED = re.compile(r"[을를]\s?(?:[가-힣]{2}\s)?(?:방문|찾)")
_VISIT_BY = re.compile(r"\bvisit\b.* (?:by|of) |\bto visit\b", re.IGNORECASE)
_NAME_ALONE = re.compile(r"[가-힣]{2,4}")  # 조현, 말레이시아·싱가포르 외교장관과 회동
_ASIDE = re.compile(r"\bon the (?:margins|sidelines)")
_SUBJECT_MARKS, _OBJECT_MARKS = frozenset("은는이가"), frozenset("과와을를")
_OF_THE_MINISTRY = re.compile(r"외교부\s[가-힣]{2,4}\s장관")
_MINISTRY_BEFORE = re.compile(r"[가-힣]$|부\s$")
_MINISTRY_AFTER = re.compile(r"\s(?:of|for)\b")
_ON_ANOTHERS_LEVEL = frozenset({"called on", "calls on", "courtesy call on", "received", "receives"})
_IN_CITY = re.compile(r"\b(?:in|at)\s(?:[A-Z]\S+\s){0,4}(?:in\s)?$|(?:^|\s|[-,])$")
_COLLEAGUES = re.compile(
    r"\b(?:counterparts?|colleagues?|[Mm]inisters?|[Ll]eaders|[Oo]fficials) from (?:the )?$"
)
_BESIDE, _PAIR = 8, 2
_APART = re.compile(r"[,.·]|에서|[은는이가과와]\s")
_MANY = re.compile(r"\w?s\b")
_CLAUSE_ENDS = re.compile(
    r"[.;:]|, (?:and|but|which|who|while)\b|\b(?:said|that|whose|when|after|before|with)\b"
)
_OPENING = 1500  # characters
_COMMON_RANKS = ("leader", "foreign-minister", "minister", "vice-minister")
LEVEL_OF_RANK = {
    "leader": "summit", "foreign-minister": "minister", "minister": "minister", "vice-minister": "vice-minister",
    "adviser": "minister", "deputy-pm": "minister",
}  # fmt: skip


def talk_sides(context: Context, candidate: Candidate) -> tuple[str, ...]:
    """Who met: the sides named in the title or sentence, and the issuer's own where only one is named."""
    own = context.release.country
    reported = context.release.issuer_kind != "government" and candidate.kind in TALKS
    if reported and context.release.language == "ko":
        others = _sides_by_office(context, candidate)
        if others and own not in others:
            return others
    best: tuple[str, ...] = ()
    for start, end in [candidate.sentence, *context.title, *context.lead[:1]]:
        codes = dict.fromkeys(candidate.sides)
        for mention in sides_named(context, start, end, candidate):
            codes.setdefault(mention.code)
        if not codes and (start, end) == candidate.sentence:
            codes.update(_unnamed_sides(context, start, end))
        if (
            own
            and own != "ASEAN"
            and (len(codes) == 1 or (codes and context.release.issuer_kind == "government"))
        ):
            codes.setdefault(own)
        if len(codes) == 1 and own is None and within(candidate.start, [*context.title, *context.lead]):
            other = _from_people(context, next(iter(codes)))
            if other:
                codes.setdefault(other)
        if len(codes) > 1:
            return tuple(codes)
        best = best or tuple(codes)
    if len(best) == 1 and within(candidate.start, [*context.title, *context.lead]):
        if best == ("ASEAN",):
            return best
        cities = (code for code in cities_in(context, *candidate.sentence) if own is None and code != best[0])
        other = _from_people(context, best[0]) or next(cities, None) or _most_named(context, best[0])
        return (*best, other) if other else best
    return best


def _sides_by_office(context: Context, candidate: Candidate) -> tuple[str, ...]:
    """Two states whose office-holders the title and first sentence name: 바이든 미국 대통령과 쫑 베트남 서기장."""
    found: dict[str, None] = {}
    for start, end in dict.fromkeys([candidate.sentence, *context.title, *context.lead[:1]]):
        countries = context.mentions.between("country", start, end)
        for rank in context.mentions.between("rank", start, end):
            before = [
                c for c in countries if 0 <= rank.start - c.end <= _BESIDE and c.code not in ("ASEAN", "ASEC")
            ]
            if before and not _APART.search(context.text, before[-1].end, rank.start):
                found[before[-1].code] = None
            elif short := state_before(context.text, rank.start):
                found[short] = None
    return tuple(found) if len(found) == _PAIR else ()


def _unnamed_sides(context: Context, start: int, end: int) -> dict[str, None]:
    """The sides of a sentence that names no country: those of its known people (will meet my counterpart, Enrique
    Manalo), else of the city abroad where they met.
    """
    people = dict.fromkeys(person.code for person in context.mentions.between("person", start, end))
    if people:
        return people
    own = context.release.country
    return dict.fromkeys(code for code in cities_in(context, start, end) if own and code != own)


def cities_in(context: Context, start: int, end: int) -> list[str]:
    """The countries of the cities in which a sentence says that something took place."""
    countries = city_countries()
    return [
        country
        for mention in context.mentions.between("city", start, end)
        if (country := countries[mention.code])
        and (mention.start == start or _IN_CITY.search(context.text, start, mention.start))
    ]


@cache
def city_countries() -> dict[str, str | None]:
    """City → the country it lies in."""
    return {str(row["code"]): row["country"] for row in read_rows(REFERENCE / "city_words.csv")}


def sides_elsewhere(context: Context, candidate: Candidate) -> tuple[str, ...]:
    """The sides as the first sentences name them: 고위급 정책협의회 is 제5차 한-라오스 고위급 정책협의회."""
    for other in context.candidates:
        if (
            other.kind == candidate.kind
            and not other.framework
            and len(other.sides) > 1
            and set(candidate.sides) <= set(other.sides)
            and within(other.start, context.lead)
        ):
            return other.sides
    return ()


def _from_people(context: Context, side: str) -> str | None:
    """The other side of talks from a person of the opening whose country is known (data/reference/people.csv)."""
    for span in [*context.title, *context.lead[:1]]:
        for person in context.mentions.between("person", *span):
            if person.code not in (side, ""):
                return person.code
    return None


def _most_named(context: Context, side: str) -> str | None:
    """The other side of talks that the opening does not name: the country the text speaks of most."""
    counts = Counter(mention.code for mention in context.mentions["country"][:400] if len(mention.code) == 3)
    counts.pop(side, None)
    ranked = counts.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]


def sides_named(context: Context, start: int, end: int, candidate: Candidate) -> list[Mention]:
    """The countries named as sides in a sentence: not the place, not the subject of the talks."""
    text = context.text
    if start <= candidate.end <= end:
        if context.release.language == "ko":  # the sides stand before the verb
            end = candidate.end
        subject = _SUBJECT.search(text, candidate.end, end)
        end = subject.start() if subject else end
    else:
        aside = _ASIDE.search(text, start, end)
        end = aside.start() if aside else end
    cities = {mention.end for mention in context.mentions.between("city", start, end)}
    found: list[Mention] = []
    visited: list[Mention] = []
    for mention in context.mentions.between("country", start, end):
        before = text[max(start, mention.start - 12) : mention.start]
        if _COLLEAGUES.search(text, start, mention.start):
            found.append(mention)
            continue
        after = text[mention.end : mention.end + 16]
        if re.search(r"\b(?:in|at|visit to|to|from)\s+(?:the\s+)?$", before) and not re.search(
            r"with\s|\bto\b", before
        ):
            continue
        if after.startswith("에서") or any(text[city : mention.start] in (", ", " ") for city in cities):
            continue
        if re.match(
            r"\s?(?:연대구상|협력|자유무역|관계|정책|센터|회원국|의장국|지역|관련|시장|내|특사)", after[:8]
        ):
            continue
        if _VISITED.match(after):
            visited.append(mention)
            continue
        if mention.code in ("UN", "AKCF", "GGGI") or (mention.code == "ASEC" and "ASEAN" in candidate.sides):
            continue
        found.append(mention)
    apart = [mention for mention in found if not _in_name(context, candidate, mention)]
    found = apart or found
    # 미국을 방문 중인 장관이 필리핀 외교장관과: the country visited is a side only where no other is named.
    own = context.release.country
    return found if any(mention.code != own for mention in found) else [*visited, *found]


def _in_name(context: Context, talks: Candidate, mention: Mention) -> bool:
    """Is the country named in the name of another meeting: met at the 43rd ASEAN Summit?"""
    index = bisect_right(context.candidates, mention.start, key=lambda candidate: candidate.start) - 1
    name = context.candidates[index] if index >= 0 else talks
    return (
        name is not talks
        and name.kind not in TALKS
        and bool(name.framework or len(name.sides) > 1)
        and mention.end <= name.end
    )


def subject_is_own(context: Context, candidate: Candidate) -> bool:
    """Is the issuer's own official the subject: 홍길동 장관, 말레이시아·싱가포르 외교장관 회담?"""
    start = candidate.sentence[0]
    if context.release.language != "ko" or context.release.country in (*candidate.sides, None):
        return False
    comma = context.text.find(",", start, candidate.start)
    if _NAME_ALONE.fullmatch(context.text, start, max(start, comma)):
        return not context.mentions.between("country", start, comma)
    if comma < 0 or context.mentions.between("country", start, comma):
        return False
    return bool(
        context.mentions.between("rank", start, comma) or context.mentions.between("person", start, comma)
    )


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
