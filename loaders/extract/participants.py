"""The people and unnamed offices who took part in the release's principal meeting.

A person takes part who stands in the title of the release, with a word of meeting in its first sentences, in a list
of those present (※ 우리측 참석자 : …; "co-chaired by", "in attendance"), or who speaks in the talks ("The Vice
President underscored", 박 장관은 … 강조하였다). A person who is only mentioned takes no part: after a word that
points elsewhere ("following President Biden's call with …", 대신하여, 불참), a spokesperson, a signatory.
Words: `data/reference/participation.csv`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from loaders.extract.facts import Mark, Meeting, Participant
from loaders.extract.figures import Figure, figures_of
from loaders.extract.lexicon import REFERENCE, Mentions
from loaders.extract.people import known_party
from loaders.extract.person import Person
from loaders.extract.release import Release
from loaders.extract.sentences import Sentences
from loaders.extract.titles import find_people
from loaders.reference import read_rows
from loaders.text import Document, Paragraph, Part

_LEAD_SENTENCES = 4
_ELSEWHERE = frozenset({Part.ATTACHMENT, Part.HEADER})
_POSSESSIVE = re.compile(r"'s? (?:[\w-]+ ){0,3}?")
_PARTICLE = re.compile(r"(?:\([^)]{1,20}\))?(?:은|는|이|가|도|께서|과|와)(?=[\s,(])")
_OWNED = re.compile(r"의 (?!(?:첫 )?(?:전화|통화|회담|면담|만남|정상회담|대화))")
_HANGUL = re.compile("[가-힣]")
_WORD_OF_MEETING = "named with a word of meeting"
_ADDRESSED = re.compile(r"\b(?:thanked|commended|congratulated|briefed|assured|told|invited|applauded) $")
_NEWS = 3000  # characters behind the full name in which the bare surname is looked for
_AND = re.compile(r",? and (?:the )?")
_HEADING = 30  # characters of the heading of a list
_LIST = re.compile(
    r"(?:([가-힣]{1,8}?) ?측? ?)?(?:주요 )?(?:참석자|참석|대표단|배석자?|수석대표)(?: ?\([^)]*\))? ?[:：]$"
    r"|([가-힣]{1,8})측 ?\)? ?[:：]$"
)
_IN_BRACKETS = re.compile(r" ?\((공동의장|공동 의장|의장|수석대표|단장)\)")
_SAID_ROLES = {
    "공동의장": "co-chair",
    "공동 의장": "co-chair",
    "의장": "chair",
    "수석대표": "head-of-delegation",
    "단장": "head-of-delegation",
}
_MENTIONS, _MARKS = 40, 4  # of a person, looked at and kept
_CO_CHAIR_REACH = 150
_ROW = re.compile(r"(?: \([A-Z]{2,6}\))?(?:, and | and |, |; and |; )(?:the )?")
_LABEL = 24  # characters beside the people in a line that holds nothing but people: "의장 : …", "한국 …"


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
    scene = _Scene(document, mentions, people, principal.parties)
    takes_part = _Taken(people, scene)
    found = []
    for figure in figures_of(people):
        marks = takes_part.marks(figure)
        if marks and not any(person.rank == "spokesperson" for person in figure.seen):
            found.append((figure, marks))
    named: list[Participant] = []
    for figure, marks in found:
        there = {person.affiliation for person in named} | {other.party for other, _ in found}
        named.append(_participant(figure, marks, principal, release, scene, there))
    named = _of_this_meeting(named, scene, principal)
    unnamed = [participant for person in people if (participant := _office(person, scene, release))]
    return _with_roles(named, principal, release) + unnamed


# Who is who ---------------------------------------------------------------------------------------


def _with_neighbours(text: str, people: list[Person]) -> list[Person]:
    """A country said once for two people: "Vice Minister Cho and Vice Minister Shin of the Republic of Korea"."""
    result = list(people)
    for index in range(len(result) - 2, -1, -1):
        one, other = result[index], result[index + 1]
        between = text[one.end : other.start]
        joined = _AND.fullmatch(between)
        if one.name and other.name and not one.party and other.party and joined and not known_party(one.name):
            result[index] = one._replace(party=other.party)
    for index in range(1, len(result)):
        before, one = result[index - 1], result[index]
        if (
            one.name
            and before.name
            and not one.party
            and before.party
            and _AND.fullmatch(text, before.end, one.start)
        ) and known_party(one.name) is None:
            result[index] = one._replace(party=before.party)
    return result


# Who took part ------------------------------------------------------------------------------------


@cache
def _pattern(code: str, korean: bool) -> re.Pattern[str]:
    rows = read_rows(REFERENCE / "participation.csv")
    language = "ko" if korean else "en"
    words = sorted(
        (str(row["word"]) for row in rows if row["code"] == code and row["language"] == language), key=len
    )
    joined = "|".join(re.escape(word) for word in reversed(words))
    return re.compile(joined if korean else rf"\b(?:{joined})\b", 0 if korean else re.IGNORECASE)


class _Taken:
    """Which mentions show someone taking part; what is said of the last of a row of people is said of all."""

    def __init__(self, people: list[Person], scene: _Scene) -> None:
        self._scene = scene
        self._people = people
        self._number = {person.title_start: number for number, person in enumerate(people)}
        self._known: dict[int, Mark | None] = {}

    def marks(self, figure: Figure) -> list[Mark]:
        """The first marks of a person: enough to show it, and no search through a long text for all."""
        found: list[Mark] = []
        for person in figure.seen[:_MENTIONS]:
            mark = self._mark(self._number[person.title_start])
            if mark:
                found.append(mark)
            if len(found) == _MARKS:
                break
        return found or self._scene.by_surname(figure)

    def _mark(self, number: int) -> Mark | None:
        if number not in self._known:
            person = self._people[number]
            mark = self._scene.part_taken(person)
            if mark is None and number + 1 < len(self._people) and not self._scene.elsewhere(person):
                following = self._people[number + 1]
                if _ROW.fullmatch(self._scene.text, person.end, following.start) and self._mark(number + 1):
                    mark = Mark(person.start, person.end, "participants: in a row with others")
            self._known[number] = mark
        return self._known[number]


class _Scene:
    """The release as a stage: where its title and first sentences stand, and who does something in them."""

    def __init__(
        self, document: Document, mentions: Mentions, people: list[Person], parties: tuple[str, ...]
    ) -> None:
        self.text = text = mentions.text
        self.sentences = Sentences(document, text)
        self._mentions = mentions
        self._people = people
        self._parties = parties
        self._starts = [person.start for person in people]
        self._lead_end = self._end_of_lead(document)

    def _end_of_lead(self, document: Document) -> int:
        """Where the first sentences of the body end."""
        left = _LEAD_SENTENCES
        end = 0
        for paragraph in document.paragraphs:
            if paragraph.part in (Part.BODY, Part.LIST):
                cuts = self.sentences.of(paragraph, left)
                if paragraph.end - paragraph.start > 60:
                    left -= len(cuts)
                end = cuts[-1][1] if cuts else end
                if left <= 0:
                    break
        return end

    def part_taken(self, person: Person) -> Mark | None:
        """The mark of a mention that shows the person taking part, else None."""
        paragraph = self.sentences.paragraph_at(person.title_start)
        if paragraph is None or paragraph.part in _ELSEWHERE:
            return None
        low, high = self.sentences.around(person.title_start)
        korean = self._korean(low, high)
        start, end = min(person.start, person.title_start), person.end
        if korean and (self.listed(paragraph.start, person) or self._alone(paragraph)):
            return Mark(start, end, "participants: list of those present")
        if self.elsewhere(person):
            return None
        lead = paragraph.part in (Part.TITLE, Part.SUBTITLE) or person.start < self._lead_end
        if _pattern("lead", korean).search(self.text, low, high) or self._chairs(person, low, high, korean):
            return Mark(start, end, "participants: said to lead, chair or attend")
        if lead and any(
            _pattern(code, korean).search(self.text, low, high) for code in ("meet", "chair", "co-chair")
        ):
            return Mark(start, end, f"participants: {_WORD_OF_MEETING}")
        if self._speaks(person, low, high, korean):
            return Mark(start, end, "participants: speaks in the talks")
        if not korean and self._spoken_to(person):
            return Mark(start, end, "participants: spoken to in the talks")
        return None

    def _spoken_to(self, person: Person) -> bool:
        """ "President Alder thanked Prime Minister Long": one who is addressed, of a side of the meeting."""
        party = person.party or (known_party(person.name) if person.name else None)
        before = self.text[max(0, person.title_start - 24) : person.title_start]
        return party in self._parties and _ADDRESSED.search(before) is not None

    def by_surname(self, figure: Figure) -> list[Mark]:
        """Where the news goes on with the bare surname: "Morita and Lim met on Monday"."""
        words = [re.escape(word) for word in (figure.latin or "").split() if len(word) > 2]
        if not words:
            return []
        first = figure.seen[0].end
        for match in re.compile(rf"\b(?:{'|'.join(words)})\b(?!'s)").finditer(
            self.text, first, first + _NEWS
        ):
            low, high = self.sentences.around(match.start())
            lead = match.start() < self._lead_end and _pattern("meet", False).search(self.text, low, high)
            if lead or _pattern("speech", False).match(self.text, match.end() + 1):
                return [Mark(match.start(), match.end(), "participants: goes on with the surname")]
        return []

    def in_title(self, mark: Mark) -> bool:
        """Does the mark stand in the title?"""
        paragraph = self.sentences.paragraph_at(mark.start)
        return paragraph is not None and paragraph.part in (Part.TITLE, Part.SUBTITLE)

    def listed(self, low: int, person: Person) -> re.Match[str] | None:
        """The heading of the list of those present in which the person stands."""
        line = max(low, self.text.rfind("\n", 0, person.title_start) + 1)
        colon = max(self.text.rfind(mark, line, person.title_start) for mark in ":：")
        while colon > 0:
            heading = _LIST.search(self.text, max(line, colon - _HEADING), colon + 1)
            if heading:
                return heading
            colon = max(self.text.rfind(mark, line, colon) for mark in ":：")
        return None

    def countries(self, low: int, high: int) -> list[str]:
        """The countries named between two places."""
        return list(dict.fromkeys(mention.code for mention in self._mentions.between("country", low, high)))

    def _alone(self, paragraph: Paragraph) -> bool:
        """Does the paragraph hold people and hardly a word besides?"""
        if paragraph.part is Part.TITLE or paragraph.end - paragraph.start > 400:
            return False
        if "다." in self.text[paragraph.start : paragraph.end]:
            return False
        first = bisect_left(self._starts, paragraph.start)
        inside = [
            p
            for p in self._people[first : bisect_left(self._starts, paragraph.end)]
            if paragraph.start <= p.start and p.end <= paragraph.end and (p.name or p.name_ko)
        ]
        besides = paragraph.end - paragraph.start - sum(p.end - p.start for p in inside)
        return bool(inside) and besides <= _LABEL + 8 * (len(inside) - 1)

    def role_words(self, person: Person) -> str | None:
        """ "co-chair" or "chair" where the sentence says so of the person."""
        low, high = self.sentences.around(person.title_start)
        korean = self._korean(low, high)
        if korean and self.listed(low, person):
            said = _IN_BRACKETS.match(self.text, person.end)
            return _SAID_ROLES.get(said[1]) if said else None
        low, high = max(low, person.start - _CO_CHAIR_REACH), min(high, person.end + _CO_CHAIR_REACH)
        if _pattern("co-chair", korean).search(self.text, low, high):
            return "co-chair"
        chair = _pattern("chair", korean).search(self.text, low, high)
        if not chair:
            return None
        if korean:
            return "chair" if person.end < chair.start() and _PARTICLE.match(self.text, person.end) else None
        by = chair[0].lower().endswith("by")
        gap = person.start - chair.end() if by else chair.start() - person.end
        return "chair" if 0 <= gap < 40 else None

    def _korean(self, low: int, high: int) -> bool:
        return _HANGUL.search(self.text, low, min(high, low + 200)) is not None

    def _chairs(self, person: Person, low: int, high: int, korean: bool) -> bool:
        return self.role_words(person) is not None

    def elsewhere(self, person: Person) -> bool:
        """Does the mention stand in a part of the sentence that looks elsewhere?"""
        low, high = self.sentences.around(person.title_start)
        korean = self._korean(low, high)
        if korean:
            return self._absent(person) or _OWNED.match(self.text, person.end) is not None
        possessive = _POSSESSIVE.match(self.text, person.end)
        if possessive and not re.compile(
            r"'s? (?:[\w.-]+ ){0,4}?(?:meeting|call|participation|summit|talks|visit|trilateral|dialogue|travel"
            r"|conversation|bilateral"
            r"|attendance|consultations|video|phone|roundtable)\b",
            re.IGNORECASE,
        ).match(self.text, person.end):
            return True
        for match in _pattern("background", korean).finditer(self.text, low, high):
            if match.start() > person.start:
                break
            if match.start() - low < 30:
                comma = self.text.find(",", match.end(), high)
                if comma < 0 or person.start < comma:
                    return comma >= 0 or match.end() <= person.start
            else:
                return True
        return False

    def _absent(self, person: Person) -> bool:
        after = self.text[person.end : person.end + 60]
        return re.match(r"(?:을|를) 대신", after) is not None or (
            re.match(r"(?:은|는|이|가)\s[^.\n]{0,36}?(?:불참|[석오서하]지 (?:못|않))", after) is not None
        )

    def _speaks(self, person: Person, low: int, high: int, korean: bool) -> bool:
        if korean:
            return _PARTICLE.match(self.text, person.end) is not None and (
                _pattern("speech", korean).search(self.text, person.end, high) is not None
            )
        after = re.compile(r"(?:,[^,.;]{3,90},)? (?:also |further |both |then |jointly |each )*").match(
            self.text, person.end
        )
        return after is not None and _pattern("speech", korean).match(self.text, after.end()) is not None


# What is told of them -----------------------------------------------------------------------------


def _participant(
    figure: Figure,
    marks: list[Mark],
    principal: Meeting,
    release: Release,
    scene: _Scene,
    there: set[str | None],
) -> Participant:
    role = next(
        (
            role
            for person in figure.seen[:_MENTIONS]
            if _marked(person, marks) and (role := scene.role_words(person))
        ),
        None,
    )
    party = figure.party or _side_of_list(figure, scene) or _unsaid_party(figure, principal, release, there)
    name_ko = figure.hangul
    return Participant(figure.latin, name_ko, figure.title or None, party, role, tuple(marks))


def _marked(person: Person, marks: list[Mark]) -> bool:
    return any(mark.start <= person.start < mark.end for mark in marks)


def _side_of_list(figure: Figure, scene: _Scene) -> str | None:
    """The side in the heading of the list: 우리측 참석자 is Korea's."""
    for person in figure.seen[:_MENTIONS]:
        paragraph = scene.sentences.paragraph_at(person.title_start)
        heading = scene.listed(paragraph.start, person) if paragraph else None
        side = heading and (heading[1] or heading[2])
        if side in ("우리", "한국", "한"):
            return "KOR"
        if heading and side:
            named = scene.countries(heading.start(), heading.end())
            if len(named) == 1 and named[0] != "ASEAN":
                return named[0]
    return None


def _unsaid_party(figure: Figure, principal: Meeting, release: Release, there: set[str | None]) -> str | None:
    """The party of a person with none beside the name: a known person's, else the other side's or the issuer's."""
    for name in (figure.latin, figure.hangul):
        known = known_party(name) if name else None
        if known:
            return known
    others = [party for party in principal.parties if party != release.country]
    only = others[0] if len(others) == 1 and others[0] != "ASEAN" else None
    if figure.hangul and (figure.latin or " " in figure.hangul):
        return only
    if only and release.country in there and only not in there and not figure.hangul:
        return only  # of two sides the one that nobody else is of
    return release.country


def _of_this_meeting(people: list[Participant], scene: _Scene, principal: Meeting) -> list[Participant]:
    """Where the title names someone of every side, a word of meeting is not enough for the others: the first
    sentences speak of other meetings too ("to prepare President Alder's meeting with …").
    """
    titled = [person for person in people if any(scene.in_title(mark) for mark in person.marks)]
    sides = {person.affiliation for person in titled}
    if len(principal.parties) < 2 or not sides.issuperset(principal.parties):
        return people
    return [
        person
        for person in people
        if person in titled or any(not mark.rule.endswith(_WORD_OF_MEETING) for mark in person.marks)
    ]


def _office(person: Person, scene: _Scene, release: Release) -> Participant | None:
    """An office without a name that is listed among those present."""
    if person.name or person.name_ko or person.rank == "spokesperson" or not person.party:
        return None
    paragraph = scene.sentences.paragraph_at(person.title_start)
    if paragraph is None or paragraph.part in _ELSEWHERE:
        return None
    text = scene.text
    plural = re.compile(r"s\b|들|급|단|회의|회담").match(text, person.end) is not None
    if plural or not (
        scene.listed(paragraph.start, person)
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
