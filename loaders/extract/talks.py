"""Who met: the sides of talks that are told of in a sentence.

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
from loaders.extract.opening import TALKS, Context, within
from loaders.reference import read_rows

# Where the subject of the talks begins: countries named after it took no part.
_SUBJECT = re.compile(
    r"\b(?:following|regarding|concerning|to discuss|to congratulate|to exchange|on the (?:margins|sidelines)"
    r"|in response|after|ahead of|on (?:the )?(?:situation|recent|DPRK|Democratic|guidelines)|about|to commemorate"
    r"|to reaffirm|, including|against|amid|before|condemn)",
    re.IGNORECASE,
)
_VISITED = re.compile(r"[을를]\s?(?:[가-힣]{2}\s)?(?:방문|찾)")
_NAME_ALONE = re.compile(r"[가-힣]{2,4}")  # 조현, 말레이시아·싱가포르 외교장관과 회동
_ASIDE = re.compile(r"\bon the (?:margins|sidelines)")
_IN_CITY = re.compile(r"\b(?:in|at)\s(?:[A-Z]\S+\s){0,4}(?:in\s)?$|(?:^|\s|[-,])$")
_COLLEAGUES = re.compile(
    r"\b(?:counterparts?|colleagues?|[Mm]inisters?|[Ll]eaders|[Oo]fficials) from (?:the )?$"
)
_BESIDE, _PAIR = 8, 2
_APART = re.compile(r"[,.·]|에서|[은는이가과와]\s")


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
        if mention.code == "ASEAN" and after.startswith(("대사", "대표부")):
            continue  # 주아세안대사 is sent there
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
