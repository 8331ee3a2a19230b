"""The people and unnamed offices who took part in the release's principal meeting.

A person takes part who stands in the title of the release, with a word of meeting in its first sentences, in a list
of those present (※ 우리측 참석자 : …; "co-chaired by", "in attendance"), or who speaks in the talks ("The Vice
President underscored", 박 장관은 … 강조하였다). A person who is only mentioned takes no part: after a word that
points elsewhere ("following President Biden's call with …", 대신하여, 불참), a spokesperson, a signatory.
Words: `data/reference/participation.csv`.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cache

from loaders.extract.facts import Mark, Meeting, Participant
from loaders.extract.lexicon import REFERENCE, Mentions
from loaders.extract.people import known_party, name_parts, plain
from loaders.extract.release import Release
from loaders.extract.sentences import Sentences
from loaders.extract.titles import Person, find_people
from loaders.reference import read_rows
from loaders.text import Document, Paragraph, Part

_LEAD_SENTENCES = 4
_ELSEWHERE = frozenset({Part.ATTACHMENT, Part.HEADER})
_POSSESSIVE = re.compile(r"'s? (?:[\w-]+ ){0,3}?")
_PARTICLE = re.compile(r"(?:\([^)]{1,20}\))?(?:은|는|이|가|도|께서|과|와)(?=[\s,(])")
_OWNED = re.compile(r"의 (?!(?:첫 )?(?:전화|통화|회담|면담|만남|정상회담|대화))")
_LIST = re.compile(
    r"(?:([가-힣]{1,8}?) ?측? ?)?(?:주요 )?(?:참석자|참석|대표단|배석자?|수석대표)(?: ?\([^)]*\))? ?[:：]|([가-힣]{1,8})측 ?[:：]"
)
_IN_BRACKETS = re.compile(r" ?\((공동의장|공동 의장|의장|수석대표|단장)\)")
_SAID_ROLES = {
    "공동의장": "co-chair",
    "공동 의장": "co-chair",
    "의장": "chair",
    "수석대표": "head-of-delegation",
    "단장": "head-of-delegation",
}
_CO_CHAIR_REACH = 150
_ROW = re.compile(r"(?: \([A-Z]{2,6}\))?(?:, and | and |, |; and |; )(?:the )?")
_LABEL = 24  # characters beside the people in a line that holds nothing but people: "의장 : …", "한국 …"


@dataclass
class _Figure:
    """One person, with every mention of him or her in the text."""

    seen: list[Person] = field(default_factory=list)

    @property
    def latin(self) -> str | None:
        return max((p.name for p in self.seen if p.name), key=len, default=None)

    @property
    def hangul(self) -> str | None:
        """The fullest spelling in Hangul; that beside the name in Latin letters goes first."""
        both = [p.name_ko for p in self.seen if p.name_ko and p.name]
        return max(both or [p.name_ko for p in self.seen if p.name_ko], key=len, default=None)

    @property
    def party(self) -> str | None:
        said = Counter(p.party for p in self.seen if p.party)
        return said.most_common(1)[0][0] if said else None

    @property
    def title(self) -> str:
        named = [p for p in self.seen if _words(p) and len(_words(p)) >= len(_words(self.seen[0]))]
        return max(named or self.seen, key=lambda p: (len(_words(p)), len(p.title))).title

    def words(self) -> set[str]:
        return {word for person in self.seen for word in _words(person)}


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
    scene = _Scene(document, mentions, people)
    found = []
    taken = _taken(people, scene)
    for figure in _figures(people):
        marks = [taken[person] for person in figure.seen if person in taken]
        if marks and not any(person.rank == "spokesperson" for person in figure.seen):
            found.append((figure, marks))
    named = [_participant(figure, marks, principal, release, scene) for figure, marks in found]
    unnamed = [participant for person in people if (participant := _office(person, scene, release))]
    return _with_roles(named, principal, release) + unnamed


# Who is who ---------------------------------------------------------------------------------------


def _words(person: Person) -> list[str]:
    """The parts of a name that can stand for it: Latin ones plain, Hangul ones as written."""
    latin = [plain(word) for word in re.split(r"[\s]+", person.name or "")]
    suffixes = {plain(word) for word in name_parts("suffix-en")}
    return [word for word in latin if len(word) > 1 and word not in suffixes] + (person.name_ko or "").split()


def _figures(people: list[Person]) -> list[_Figure]:
    """Mentions put together: a short form ("Prime Minister Lee", 박 장관) goes to the one person it fits."""
    figures: list[_Figure] = []
    short: list[Person] = []
    for person in people:
        words = _words(person)
        if not words:
            continue
        if _is_short(person):
            short.append(person)
            continue
        match = next((figure for figure in figures if _same(figure, person, words)), None)
        if match is None:
            match = _Figure()
            figures.append(match)
        match.seen.append(person)
    # A Korean's full name is one word, and may look like a part of a foreigner's (오르타): those come last.
    for person in sorted(short, key=lambda person: -len(person.name_ko or "")):
        fits = [figure for figure in figures if _fits(figure, person)]
        before = [figure for figure in fits if figure.seen[0].start < person.start]
        if fits:
            (before or fits)[-1 if len(before) > 1 else 0].seen.append(person)
        elif person.name and len(plain(person.name)) > 1:
            figures.append(_Figure([person]))
        elif person.name_ko and len(person.name_ko) > 1:
            figures.append(_Figure([person]))
    for figure in figures:
        figure.seen.sort(key=lambda person: person.start)
    return sorted(figures, key=lambda figure: figure.seen[0].start)


def _is_short(person: Person) -> bool:
    if person.name:
        return len(_words(person)) - len((person.name_ko or "").split()) < 2
    return " " not in (person.name_ko or "")


def _same(figure: _Figure, person: Person, words: list[str]) -> bool:
    if person.party and figure.party and person.party != figure.party:
        return False
    own = figure.words()
    if person.name and figure.latin:
        if _namesakes(figure, person):
            return True
        latin = {word for word in words if not "가" <= word[0] <= "힣"}
        return latin <= own or {word for word in own if not "가" <= word[0] <= "힣"} <= latin
    hangul = set((person.name_ko or "").split())
    known = {word for word in own if "가" <= word[0] <= "힣"}
    return bool(hangul and known) and (hangul <= known or known <= hangul)


def _namesakes(figure: _Figure, person: Person) -> bool:
    """Surname and title are the same: "Joe Biden" is "Joseph R. Biden, Jr."."""
    last = _words(person._replace(name_ko=None))[-1:]
    return any(
        last == _words(seen._replace(name_ko=None))[-1:] and seen.title == person.title
        for seen in figure.seen
    )


def _fits(figure: _Figure, person: Person) -> bool:
    if person.party and figure.party and person.party != figure.party:
        return False
    words = _words(person)
    if set(words) <= figure.words():
        return True
    name = person.name_ko or ""
    hangul = figure.hangul or ""
    return len(name) == 1 and hangul.startswith(name) and " " not in hangul and _alike(figure, person)


def _alike(figure: _Figure, person: Person) -> bool:
    """Do the titles end alike (외교부 장관, 장관)?"""
    return any(seen.title.endswith(person.title[-2:]) for seen in figure.seen)


def _with_neighbours(text: str, people: list[Person]) -> list[Person]:
    """A country said once for two people: "Vice Minister Cho and Vice Minister Shin of the Republic of Korea"."""
    result = list(people)
    for index in range(len(result) - 2, -1, -1):
        one, other = result[index], result[index + 1]
        between = text[one.end : other.start]
        if one.name and other.name and not one.party and other.party and between in (" and ", ", and "):
            if known_party(one.name) is None and text[other.title_start : other.start + 1] is not None:
                result[index] = one._replace(party=other.party)
    for index in range(1, len(result)):
        before, one = result[index - 1], result[index]
        if (
            one.name
            and before.name
            and not one.party
            and before.party
            and text[before.end : one.start] in (" and ", ", and ")
        ):
            if known_party(one.name) is None:
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


def _taken(people: list[Person], scene: _Scene) -> dict[Person, Mark]:
    """The mentions that show someone taking part; what is said of the last of a row of people is said of all."""
    taken: dict[Person, Mark] = {}
    following: Person | None = None
    for person in reversed(people):
        mark = scene.part_taken(person)
        in_row = (
            following in taken and _ROW.fullmatch(scene.text, person.end, following.start)
            if following
            else None
        )
        if mark or (in_row and not scene.elsewhere(person)):
            taken[person] = mark or Mark(person.start, person.end, "participants: in a row with others")
        following = person if person.name or person.name_ko else following
    return taken


class _Scene:
    """The release as a stage: where its title and first sentences stand, and who does something in them."""

    def __init__(self, document: Document, mentions: Mentions, people: list[Person]) -> None:
        self.text = text = mentions.text
        self.sentences = Sentences(document, text)
        self._mentions = mentions
        self._people = people
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
            return Mark(start, end, "participants: named with a word of meeting")
        if self._speaks(person, low, high, korean):
            return Mark(start, end, "participants: speaks in the talks")
        return None

    def listed(self, low: int, person: Person) -> re.Match[str] | None:
        """The heading of the list of those present in which the person stands."""
        line = self.text.rfind("\n", 0, person.title_start) + 1
        headings = list(_LIST.finditer(self.text, max(low, line), person.title_start))
        return headings[-1] if headings else None

    def countries(self, low: int, high: int) -> list[str]:
        """The countries named between two places."""
        return list(dict.fromkeys(mention.code for mention in self._mentions.between("country", low, high)))

    def _alone(self, paragraph: Paragraph) -> bool:
        """Does the paragraph hold people and hardly a word besides?"""
        if paragraph.part is Part.TITLE or paragraph.end - paragraph.start > 400:
            return False
        if "다." in self.text[paragraph.start : paragraph.end]:
            return False
        inside = [
            p
            for p in self._people
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
        return any("가" <= letter <= "힣" for letter in self.text[low : min(high, low + 200)])

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
            r"'s? (?:[\w.-]+ ){0,4}?(?:meeting|call|participation|summit|talks|visit|trilateral|dialogue|travel|conversation|bilateral"
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
    figure: _Figure, marks: list[Mark], principal: Meeting, release: Release, scene: _Scene
) -> Participant:
    role = next(
        (role for person in figure.seen if (role := scene.role_words(person)) and _marked(person, marks)),
        None,
    )
    party = figure.party or _side_of_list(figure, scene) or _unsaid_party(figure, principal, release)
    name_ko = figure.hangul
    return Participant(figure.latin, name_ko, figure.title or None, party, role, tuple(marks))


def _marked(person: Person, marks: list[Mark]) -> bool:
    return any(mark.start <= person.start < mark.end for mark in marks)


def _side_of_list(figure: _Figure, scene: _Scene) -> str | None:
    """The side in the heading of the list: 우리측 참석자 is Korea's."""
    for person in figure.seen:
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


def _unsaid_party(figure: _Figure, principal: Meeting, release: Release) -> str | None:
    """The party of a person with none beside the name: a known person's, else the other side's or the issuer's."""
    for name in (figure.latin, figure.hangul):
        known = known_party(name) if name else None
        if known:
            return known
    foreign = figure.hangul and (figure.latin or " " in figure.hangul)
    if not foreign:
        return release.country
    others = [party for party in principal.parties if party != release.country]
    return others[0] if len(others) == 1 and others[0] != "ASEAN" else None


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
