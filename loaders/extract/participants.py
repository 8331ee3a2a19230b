"""The people and unnamed offices who took part in the release's principal meeting.

A person takes part who stands in the title of the release, with a word of meeting in its first sentences, in a list
of those present (※ 우리측 참석자 : …; "co-chaired by", "in attendance"), or who speaks in the talks ("The Vice
President underscored", 박 장관은 … 강조하였다). A person who is only mentioned takes no part: after a word that
points elsewhere ("following President Biden's call with …", 대신하여, 불참), a spokesperson, a signatory.
Words: `data/reference/participation.csv`.
"""

from __future__ import annotations

import re
from itertools import pairwise
from operator import itemgetter

from loaders.extract.facts import Mark, Meeting, Participant
from loaders.extract.figures import Figure, figures_of
from loaders.extract.lexicon import Mentions
from loaders.extract.people import is_korean_shaped, known_party
from loaders.extract.person import Person
from loaders.extract.release import Release
from loaders.extract.scene import ELSEWHERE, MENTIONS, MET, WORD_OF_MEETING, Scene
from loaders.extract.taken import Taken
from loaders.extract.titles import find_people
from loaders.text import Document

_TOLD_BEFORE = 150  # characters
_START = itemgetter(0)
_TWO_SIDES, _THREE_SIDES = 2, 3
_AND = re.compile(r",? and (?:the )?")
_OPPOSITE = re.compile(
    r"\b(?:co-?chaired|co-hosted|co-led|jointly chaired) by\b|\bbetween\b"
)  # one of each side
_ACCOMPANIED = re.compile(
    r" (?:was|were|is|will be) (?:also )?(?:accompanied|joined|assisted) by (?:the |(?:[A-Z][\w.]*['’]? ){0,4})?"
)


def find_participants(
    document: Document, mentions: Mentions, meetings: list[Meeting], release: Release
) -> list[Participant]:
    """The people and unnamed offices who took part in the principal meeting, in the order of the text.

    None for a release about no meeting.
    """
    principal = next((meeting for meeting in meetings if meeting.principal), None)
    if principal is None:
        return []
    people = _with_neighbours(mentions.text, find_people(mentions))
    scene = Scene(document, mentions, people, principal, release.anchor)
    takes_part = Taken(people, scene)
    found = []
    for figure in figures_of(people, release.country):
        marks = takes_part.marks(figure)
        if marks and not any(person.rank == "spokesperson" for person in figure.seen):
            found.append((figure, marks))
    named: list[Participant] = []
    company = _company(mentions.text, [figure for figure, _ in found])
    if release.language == "ko":  # the host stands before the guest; in English the guests may stand in a row
        company |= _guests(scene, found, principal)
    for figure, marks in found:
        there = {person.affiliation for person in named} | {other.party for other, _ in found}
        with_one = company.get(id(figure))
        named.append(_participant(figure, marks, principal, release, scene, there, with_one))
    named = _of_this_meeting(named, scene, principal)
    unnamed = [participant for person in people if (participant := _office(person, scene, release))]
    return _with_roles(named, principal, release) + unnamed


# Who is who ---------------------------------------------------------------------------------------


def _with_neighbours(text: str, people: list[Person]) -> list[Person]:
    """A country said once for two people: "Vice Minister Cho Min and Vice Minister Shin Gu of the Republic of Korea",
    "South Korean Vice Minister Cho Min and Vice Minister Shin Gu". A surname alone is of someone named before.
    """
    result = list(people)
    for index in range(len(result) - 2, -1, -1):
        one, other = result[index], result[index + 1]
        behind = other.end > other.title_start and other.name and not text.endswith(other.name, 0, other.end)
        row = behind and other.party and _AND.fullmatch(text, one.end, other.start)
        if row and _lacks_party(one) and not _OPPOSITE.search(text, max(0, one.start - 60), one.start):
            result[index] = one._replace(party=other.party)
    for index in range(1, len(result)):
        before, one = result[index - 1], result[index]
        row = before.name and _AND.fullmatch(text, before.end, one.start)
        joined = row or _ACCOMPANIED.fullmatch(text, before.end, one.start)
        if joined and before.party and _lacks_party(one):
            result[index] = one._replace(party=before.party)
    return result


def _lacks_party(person: Person) -> bool:
    return (
        person.name is not None
        and " " in person.name
        and not person.party
        and known_party(person.name) is None
    )


def _company(text: str, figures: list[Figure]) -> dict[int, str]:
    """The parties of those whom someone brought along: President Alder was accompanied by Minister Long and …"""
    seen = ((person.start, person.end, figure) for figure in figures for person in figure.seen[:MENTIONS])
    found: dict[int, str] = {}
    for (_, end, before), (start, _, figure) in pairwise(sorted(seen, key=_START)):
        if figure.party or before is figure:
            continue
        brought = _ACCOMPANIED.fullmatch(text, end, start) is not None
        row = id(before) in found and _AND.fullmatch(text, end, start) is not None
        party = found.get(id(before)) or before.party
        if party and (brought or row):
            found.setdefault(id(figure), party)
    return found


def _guests(scene: Scene, found: list[tuple[Figure, list[Mark]]], principal: Meeting) -> dict[int, str]:
    """In talks of two sides, whom someone of the one met is of the other: 수비안토 대통령은 모스틴 총독도 예방했다."""
    if len(principal.parties) != _TWO_SIDES or "ASEAN" in principal.parties:
        return {}
    guests: dict[int, str] = {}
    seen = ((person.start, figure, marks) for figure, marks in found for person in figure.seen[:MENTIONS])
    for (place, host, _), (start, figure, marks) in pairwise(sorted(seen, key=_START)):
        met = any(mark.rule == MET and mark.start <= start < mark.end for mark in marks)
        others = [party for party in principal.parties if party != host.party]
        if met and not figure.party and len(others) == 1 and place >= scene.sentences.around(start)[0]:
            guests.setdefault(id(figure), others[0])
    return guests


# What is told of them -----------------------------------------------------------------------------


def _participant(
    figure: Figure,
    marks: list[Mark],
    principal: Meeting,
    release: Release,
    scene: Scene,
    there: set[str | None],
    company: str | None,
) -> Participant:
    role = next(
        (
            role
            for person in figure.seen[:MENTIONS]
            if _marked(person, marks) and (role := scene.role_words(person))
        ),
        None,
    )
    met = any(mark.rule == MET for mark in marks)
    party = (
        figure.party
        or company
        or _side_of_list(figure, scene)
        or _unsaid_party(figure, principal, release, there, met)
    )
    party = party or (_told_before(figure, scene, principal) if figure.hangul else None)
    return Participant(figure.latin, figure.hangul, figure.title or None, party, role, tuple(marks))


def _told_before(figure: Figure, scene: Scene, principal: Meeting) -> str | None:
    """The country that the lines before a Korean name told of last: 튀르키예도 움직였다. 하칸 피단 외교장관은 …"""
    first = figure.seen[0]
    paragraph = scene.sentences.paragraph_at(first.start)
    if paragraph is None:
        return None
    told = scene.countries(max(paragraph.start, first.start - _TOLD_BEFORE), first.start)
    named = [code for code in told if len(code) == 3 and code != "KOR"]
    if "ASEAN" not in principal.parties and len(principal.parties) == _TWO_SIDES:
        named = [code for code in named if code in principal.parties]
    return named[-1] if named else None


def _marked(person: Person, marks: list[Mark]) -> bool:
    return any(mark.start <= person.start < mark.end for mark in marks)


def _side_of_list(figure: Figure, scene: Scene) -> str | None:
    """The side in the heading of the list: 우리측 참석자 is Korea's."""
    for person in figure.seen[:MENTIONS]:
        paragraph = scene.sentences.paragraph_at(person.title_start)
        heading = scene.lists.listed(paragraph.start, person) if paragraph else None
        side = heading and (heading[1] or heading[2])
        if side in ("우리", "한국", "한"):
            return "KOR"
        if heading and side:
            named = scene.countries(heading.start(), heading.end())
            if len(named) == 1 and named[0] != "ASEAN":
                return named[0]
    return None


def _unsaid_party(
    figure: Figure, principal: Meeting, release: Release, there: set[str | None], met: bool
) -> str | None:
    """The party of a person with none beside the name: a known person's, else the other side's or the issuer's.

    One whom somebody of the release `met` is of the other side.
    """
    for name in (figure.latin, figure.hangul):
        known = known_party(name) if name else None
        if known:
            return known
    ranks = {person.rank for person in figure.seen[:MENTIONS]}
    foreign = figure.hangul and not is_korean_shaped(figure.hangul)
    if "ASEAN" in principal.parties and "org-head" in ranks and (foreign or figure.title == "사무차장"):
        return "ASEC"  # its Secretary-General
    own = release.country or _only([party for party in principal.parties if party != "ASEAN"], there)
    other = _only([party for party in principal.parties if party not in (own, "ASEAN")], set())
    if len(principal.parties) != 2 and _of_elsewhere(figure, own in there):
        return None
    if figure.hangul and (figure.latin or not is_korean_shaped(figure.hangul)):
        return other
    if other and not figure.hangul and own in there and (met or other not in there):
        return other  # of two sides the one that nobody else is of
    return own


def _of_elsewhere(figure: Figure, own_side_there: bool) -> bool:
    """In a meeting of many, the head of an organisation, or a leader beside the issuer's own, is not the issuer's."""
    ranks = {person.rank for person in figure.seen[:MENTIONS]}
    return "org-head" in ranks or (own_side_there and "leader" in ranks)


def _only(parties: list[str], taken: set[str | None]) -> str | None:
    """The one party that nobody else is of."""
    left = [party for party in parties if party not in taken]
    return left[0] if len(left) == 1 else None


def _of_this_meeting(people: list[Participant], scene: Scene, principal: Meeting) -> list[Participant]:
    """Where the title names someone of every side, a word of meeting is not enough for the others: the first
    sentences speak of other meetings too ("to prepare President Alder's meeting with …").
    """
    if "ASEAN" not in principal.parties and len(principal.parties) > _THREE_SIDES:
        # The communiqué of a group speaks of others: its guests, those it condemns.
        people = [person for person in people if person.affiliation in principal.parties]
    titled = [person for person in people if any(scene.in_title(mark) for mark in person.marks)]
    sides = {person.affiliation for person in titled}
    if len(principal.parties) < 2 or not sides.issuperset(principal.parties):
        return people
    return [
        person
        for person in people
        if person in titled or any(not mark.rule.endswith(WORD_OF_MEETING) for mark in person.marks)
    ]


def _office(person: Person, scene: Scene, release: Release) -> Participant | None:
    """An office without a name that is listed among those present."""
    if person.name or person.name_ko or person.rank == "spokesperson" or not person.party:
        return None
    paragraph = scene.sentences.paragraph_at(person.title_start)
    if paragraph is None or paragraph.part in ELSEWHERE:
        return None
    text = scene.text
    plural = re.compile(r"s\b|들|급|단|회의|회담").match(text, person.end) is not None
    if plural or not (
        scene.lists.listed(paragraph.start, person)
        or (person.party == "ASEC" and person.rank == "org-head" and scene.part_taken(person))
    ):
        return None
    mark = Mark(person.start, person.end, "participants: office without a name")
    return Participant(None, None, person.title, person.party, "attendee", (mark,))


def _with_roles(people: list[Participant], principal: Meeting, release: Release) -> list[Participant]:
    """Roles not said in the text, by the codebook: the first of the issuer's side leads it, the other side's people
    are counterparts in talks of two countries and attendees in wider ones.
    """
    bilateral = len(principal.parties) == 2 and "ASEAN" not in principal.parties
    led = any(person.affiliation == release.country and person.role for person in people)
    result = []
    for person in people:
        role = person.role
        if role is None and person.affiliation == release.country:
            role = "attendee" if led else "head-of-delegation"
            if not led and release.language != "ko" and bilateral:
                role = "counterpart"
            led = led or role == "head-of-delegation"
        elif role is None:
            role = "counterpart" if bilateral else "attendee"
        result.append(
            Participant(person.name, person.name_ko, person.title, person.affiliation, role, person.marks)
        )
    return result
