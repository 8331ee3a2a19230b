"""Titles of office in English with the names beside them.

Philippine Secretary of Foreign Affairs Enrique Manalo          country, title, name
Vivian Balakrishnan, Minister for Foreign Affairs of Singapore  name, title, country
Ambassador Ana Cruz, Permanent Representative of … to ASEAN     a second title says whose she is
The UK delegation was led by Deputy Minister John Hart          the delegation's country
"""

from __future__ import annotations

import re

from loaders.extract.lexicon import Mention, Mentions
from loaders.extract.people import name_after, name_before, name_parts, tidy
from loaders.extract.person import Person, around

_CONNECTOR = re.compile(r",? and (?:the )?|, |,? & | (?:of|for|to|in|at|on) (?:the )?| \((?=[A-Z])|-| ")
_LED_BY = re.compile(
    r"(?:'s|n)? (?:delegation|side|team) (?:(?:was |is )?(?:led|headed|represented) by|was|were) "
    r"(?:its |the )?(?:[A-Z][\w.]*['’]? ){0,4}"
)
_VERB = re.compile(
    r" (?:also |today |yesterday )?(?:will|led|met|held|said|attended|(?:co-?)?chair\w*|[a-z]+ed)\b"
)
_HEADING = re.compile(r"(?:^|[^\w\s]\s|\n)\($")  # 2. (Malaysia) Minister …: whom the paragraph is about
_CAPITALS = re.compile(r"(?:[A-Z][\w'.-]* |the ){0,4}")
_MINISTRY = re.compile(r"\b(?:Ministry|Department|Embassy|Mission|Office)\b")
_REGION = re.compile(r"(?:,? and (?:[A-Z]\w+ ){1,3}| )(?:Affairs|Relations|Department|Division|Bureau)\b")
_CLOSED = re.compile(r"[;.]?(?: and)?(?:\n|$)")
_HOUSES = ("Ministry", "Department", "Office", "Embassy", "Bureau", "Division")
_CLOSES = (".", ";", ")", "")
_WORD = re.compile(r"[A-Z][\w'-]*|\d(?:st|nd|rd|th)")


def english_person(
    mentions: Mentions,
    titles: list[Mention],
    index: int,
    countries: list[Mention],
    starts: list[int],
    done: int,
) -> Person | None:
    """The person or office at the title `titles[index]`; nothing before `done` is read again."""
    text, head = mentions.text, titles[index]
    limit = min(len(text), head.end + 160)
    newline = text.find("\n", head.end, limit)
    limit = newline if newline >= 0 else limit
    near = {
        country.start: country for country in around(countries, starts, max(done, head.start - 60), limit)
    }
    heads = {title.start: title for title in titles[index + 1 : index + 6] if title.start < limit}
    start, party = _left(text, head.start, done, near)
    end, party_after = _right(text, head.end, limit, near, heads)
    party = party_after or party
    whole = next((c for c in near.values() if c.start == head.start), None)
    party = party or (whole.code if whole else _delegation_of(text, start, done, near))
    if head.code == "org-head" and (party is None or "ASEAN" in text[start:end]):
        party = "ASEC" if "ASEAN" in text[start:end] else party
    if party == "ASEAN" and head.code in ("org-head", "senior-official") and "Secretary" in text[start:end]:
        party = "ASEC"
    if head.code == "eu-head":
        party = party or "EU"
    stops = frozenset(near) | frozenset(heads)
    gap = text[end : end + 2]
    name = name_after(text, end + 1, stops, limit) if gap[:1] == " " else None
    before = None if name else _name_before_comma(text, start, done, stops)
    if name is None and before is None and (state := _state_before(text, start, done, near)):
        before = _name_before_comma(text, state.start, done, stops)
    if name is None and before is None and gap == ", ":
        after_comma = name_after(text, end + 2, stops, limit)
        if after_comma and (_honoured(text, end + 2) or _stands_apart(text, after_comma)):
            name = after_comma
    if name is None and before is None and gap[:1] == "\n":
        name = _on_next_line(text, end + 1)
    if name and text[name[0] : name[1]] not in name_parts("portfolio-en"):
        title = _clean(text[start:end])
        person_end = name[1]
        behind = re.compile(r",? (?:of|from) (?:the )?| \(").match(text, name[1])
        if party is None and behind and behind.end() in near:
            party, person_end = near[behind.end()].code, near[behind.end()].end
        elif party is None:
            second = _second_title(text, name[1], limit, near, heads)
            if second:
                title, party, person_end = second
        return Person(tidy(text[name[0] : name[1]]), None, title, party, head.code, start, person_end, start)
    if before:
        named = tidy(text[before[0] : before[1]])
        party = party or _delegation_of(text, before[0], done, near)
        return Person(named, None, _clean(text[start:end]), party, head.code, before[0], end, start)
    return Person(None, None, _clean(text[start:end]), party, head.code, start, end, start)


def _name_before_comma(text: str, start: int, done: int, stops: frozenset[int]) -> tuple[int, int] | None:
    """The name in "H.E. Ana Cruz, (the) Minister of …", nothing before `done` read again."""
    comma = re.compile(r",\s(?:the\s|who is\s|and\s)?$").search(text, max(done, start - 9), start)
    if comma is None:
        return None
    line = text.rfind("\n", 0, comma.start()) + 1
    before = name_before(text, comma.start(), max(done, line, comma.start() - 90))
    return before if before and not any(before[0] <= stop < before[1] for stop in stops) else None


def _state_before(text: str, start: int, done: int, near: dict[int, Mention]) -> Mention | None:
    """The state right before a title: Ana Cruz, UAE Ambassador to Indonesia."""
    return next(
        (c for c in near.values() if c.start >= done and text[c.end : start] in (" ", "'s ", "' ")), None
    )


def _stands_apart(text: str, name: tuple[int, int]) -> bool:
    """Is a name behind a comma set off behind too: "his counterpart, Sugiono, …", "the Secretary, Ana Cruz."?"""
    behind = text[name[1] : name[1] + 1]
    if behind == ",":
        return True
    full = " " in text[name[0] : name[1]]
    return full and (behind in _CLOSES or _VERB.match(text, name[1]) is not None)


def _on_next_line(text: str, start: int) -> tuple[int, int] | None:
    """A name that has the line below the title to itself, as above a minister's own words."""
    stop = text.find("\n", start)
    stop = len(text) if stop < 0 else stop
    name = name_after(text, start, frozenset(), stop)
    return name if name and name[1] == stop and " " in text[name[0] : name[1]] else None


def _delegation_of(text: str, start: int, done: int, near: dict[int, Mention]) -> str | None:
    """ "The UK delegation was led by Deputy Minister …": the delegation's country."""
    for country in reversed(near.values()):
        if done <= country.start and country.end <= start and _LED_BY.fullmatch(text, country.end, start):
            return country.code
    return None


def _second_title(
    text: str, end: int, limit: int, near: dict[int, Mention], heads: dict[int, Mention]
) -> tuple[str, str, int] | None:
    """A title behind the name that says whose the person is ("Ambassador Ana Cruz, Permanent Representative of the
    Philippines to ASEAN"): the title, the party, where it ends.
    """
    comma = re.compile(r", (?:the )?").match(text, end)
    head = next((h for h in heads.values() if comma and 0 <= h.start - comma.end() < 40), None)
    if comma is None or head is None:
        return None
    start, party = _left(text, head.start, comma.end() - 1, near)
    if start != comma.end() and not (party and _CAPITALS.fullmatch(text, comma.end(), start)):
        return None
    last, party_after = _right(text, head.end, limit, near, heads)
    goes_on = text[last : last + 1] in (",", " ")
    if goes_on and (_honoured(text, last + 2) or name_after(text, last + 1, frozenset(), limit)):
        return None  # the title of the next in a list
    party = party_after or party
    return (_clean(text[comma.end() : last]), party, last) if party else None


def _honoured(text: str, position: int) -> bool:
    position += 4 * text.startswith("the Hon", position)
    token = re.compile(r"[A-Z][\w.]*").match(text, position)
    return token is not None and token[0] in name_parts("honorific-en")


def _clean(title: str) -> str:
    return re.sub(r"^\W+|[\s,(]+$|\s?\([A-Z]{2,6}$", "", title)


def _left(text: str, start: int, done: int, near: dict[int, Mention]) -> tuple[int, str | None]:
    """The title with the portfolio and country words before its head: where it starts, whose it is."""
    portfolio = name_parts("portfolio-en")
    party = None
    first = start
    while True:
        before = re.compile(r"(\S+) $").search(text, max(done, first - 30), first)
        country = next(
            (
                c
                for c in near.values()
                if c.end <= first
                and text[c.end : first] in (" ", "'s ", "' ", "s' ", ") ")
                and not _HEADING.search(text, max(0, c.start - 4), c.start)
            ),
            None,
        )
        if country and country.start >= done:
            if text[max(0, country.start - 3) : country.start] == "to " and country.start - 3 > done:
                first = country.start - 3  # US Mission to ASEAN Chargé d'Affaires
                continue
            party = country.code
            break
        if not before or before[1] not in portfolio:
            break
        first = before.start()
    return first, party


def _right(
    text: str, end: int, limit: int, near: dict[int, Mention], heads: dict[int, Mention]
) -> tuple[int, str | None]:
    """The title with what follows its head ("of Foreign Affairs of Singapore"): where it ends, whose it is."""
    portfolio = name_parts("portfolio-en")
    party = None
    cursor = head_end = end
    elect = re.compile(r"-elect|-designate| Elect").match(text, cursor)
    if elect:
        cursor = elect.end()
    while cursor < limit:
        connector = _CONNECTOR.match(text, cursor, limit)
        if not connector:
            break
        place = connector.end()
        word = _WORD.match(text, place, limit)
        region = _REGION.match(text, near[place].end, limit) if place in near and head_end < place else None
        if region:
            cursor = region.end()  # Bilateral Relations and ASEAN Affairs, American and South Pacific Affairs
        elif place in near:
            country = near[place]
            joined = connector[0].strip()
            if joined == "," and party is None and _CLOSED.match(text, country.end):
                return country.end, country.code  # Director-General, Department of …, Thailand;
            if joined.removesuffix(" the") in (",", "and", ", and", "&", "-"):
                break
            of_office = _MINISTRY.search(text, head_end, connector.start()) is not None
            if (
                joined == ""
                and "(" not in connector[0]
                and not text.startswith("'s", country.end)
                and not of_office
            ):
                break
            cursor = country.end
            if not joined.startswith("to"):
                party = country.code
            if "(" in connector[0] or text.startswith(")", cursor):
                cursor += text.startswith(")", cursor)
        elif place in heads and connector[0].startswith(" and"):
            cursor = heads[place].end
        elif word and (word[0] in portfolio or word[0].removesuffix("'s") in portfolio):
            listed = re.compile(r"[A-Z][\w-]*(?:,| and)").match(text, place)
            if connector[0] == ", " and not listed and word[0] not in _HOUSES:
                break
            cursor = word.end() + ("(" in connector[0] and text.startswith(")", word.end()))
        elif " (" in connector[0] and re.compile(r"[A-Z]{2,6}\)").match(text, place):
            cursor = text.index(")", place) + 1
        else:
            break
    return cursor, party
