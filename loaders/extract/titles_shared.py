"""Titles said once for several people.

미국 로이드 오스틴, 일본 나카타니 겐, 호주 리처드 말스 국방장관      안병길·이용선 국회의원
the foreign ministers of Laos, Thongsavanh Phomvihane, and Indonesia, Sugiono
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from loaders.extract.lexicon import Mention, Mentions
from loaders.extract.names_ko import is_korean_name, is_no_name
from loaders.extract.people import name_after, tidy
from loaders.extract.person import Person

_ROW_KO = re.compile(r" ([가-힣]+(?:[ -][가-힣]+){0,4}),\s?")
_DOTTED = re.compile(r"(?<![가-힣])([가-힣]{2,4})·$")
_FOREIGN_BEFORE = re.compile(r"[가-힣]{2,5}")
_REACH = 45  # characters of one country with its name
_MOST = 8
_OF = re.compile(r" (?:of|from) (?:the )?")
_NEXT = re.compile(r"[,)]?,? (?:and )?(?:of |from )?(?:the )?")
_JOINT = re.compile(r",? and |, ")
_NAMED = re.compile(r"'?,? (?=[A-Z])| \(")


def people_before(text: str, person: Person, countries: list[Mention], starts: list[int]) -> Iterator[Person]:
    """The people of a Korean row who share the title of its last one."""
    if not person.name_ko:
        return
    begin = min(person.start, person.title_start)
    for _ in range(_MOST):
        dotted = _DOTTED.search(text, max(0, begin - 6), begin) if text[begin - 1] == "·" else None
        if dotted and is_korean_name(dotted[1]):
            begin = dotted.start(1)
            yield person._replace(
                name=None, name_ko=dotted[1], start=begin, end=dotted.end(1), title_start=begin
            )
            continue
        found = _with_country(text, begin, countries, starts)
        if found is None:
            return
        country, name, begin = found
        end = country.end + 1 + len(name)
        yield person._replace(
            name=None,
            name_ko=name,
            party=country.code,
            start=country.end + 1,
            end=end,
            title_start=country.end + 1,
        )


def _with_country(
    text: str, begin: int, countries: list[Mention], starts: list[int]
) -> tuple[Mention, str, int] | None:
    """ "미국 로이드 오스틴, " before a place at which the next country begins."""
    here = bisect_left(starts, begin)
    if here >= len(countries) or countries[here].start != begin:
        before = here - 1  # the place may be that of the name behind its country
        if before < 0 or text[countries[before].end : begin] != " ":
            return None
        begin, here = countries[before].start, before
    if here == 0:
        return None
    country = countries[here - 1]
    row = _ROW_KO.fullmatch(text, country.end, begin) if begin - country.end < _REACH else None
    if row is None:
        return None
    name = row[1]
    if any(is_no_name(word) for word in name.split()):
        return None
    return country, name, country.start


def _names_first(text: str, title: Mention, countries: list[Mention], starts: list[int]) -> Iterator[Person]:
    """Foreign Ministers A of Japan and B of Canada."""
    place = title.end + 1
    limit = min(len(text), title.end + 300)
    found: list[Person] = []
    for _ in range(_MOST):
        name = name_after(text, place, frozenset(), limit)
        of = _OF.match(text, name[1]) if name else None
        index = bisect_left(starts, of.end()) if of else len(starts)
        if name is None or of is None or index >= len(countries) or countries[index].start != of.end():
            break
        office = text[title.start : title.end].removesuffix("s")
        begin = title.start if not found else name[0]
        code, end = countries[index].code, countries[index].end
        found.append(Person(tidy(text[name[0] : name[1]]), None, office, code, title.code, begin, end, begin))
        joint = _JOINT.match(text, end)
        if joint is None:
            break
        place = joint.end()
    if len(found) > 1:
        yield from found


def people_of_plural(
    mentions: Mentions, title: Mention, countries: list[Mention], starts: list[int]
) -> Iterator[Person]:
    """The people behind a plural: the foreign ministers of A, NAME, and of B, NAME."""
    text = mentions.text
    of = _OF.match(text, title.end)
    if of is None:
        yield from _names_first(text, title, countries, starts)
        return
    place = of.end()
    limit = min(len(text), title.end + 300)
    stop = text.find("\n", title.end, limit)
    limit = stop if stop >= 0 else limit
    for _ in range(_MOST):
        index = bisect_left(starts, place)
        if index >= len(countries) or countries[index].start != place:
            return
        country = countries[index]
        joint = _NAMED.match(text, country.end, limit)
        name = name_after(text, joint.end(), frozenset(starts[index : index + 6]), limit) if joint else None
        end = country.end
        if name and text[name[1] : name[1] + 1] in (",", ".", ")", ";"):
            end = name[1]
            yield Person(
                tidy(text[name[0] : name[1]]),
                None,
                text[title.start : title.end].removesuffix("s"),
                country.code,
                title.code,
                name[0],
                end,
                title.start if place == of.end() else name[0],
            )
        following = _NEXT.match(text, end, limit)
        if following is None:
            return
        place = following.end()
