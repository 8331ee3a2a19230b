"""The release as a stage: who does something in it that shows him or her taking part in the talks.

A person takes part who stands with a word of meeting in the title or the first sentences, in a list of those present
(※ 우리측 참석자 : …; "co-chaired by", "in attendance"), beside whom someone meets (과 회담을 갖고, "talks with"), or
who speaks in the talks. Words: `data/reference/participation.csv`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from datetime import date
from functools import cached_property

from loaders.extract.dates import find_dates
from loaders.extract.facts import Mark, Meeting
from loaders.extract.figures import Figure
from loaders.extract.footers import silence
from loaders.extract.lexicon import Mentions
from loaders.extract.met import is_met_en, is_met_ko, pattern
from loaders.extract.people import known_party
from loaders.extract.person import Person
from loaders.extract.presence import LABEL, Lists
from loaders.extract.sentences import Sentences
from loaders.text import Document, Part

MET = "participants: met in the talks"
IN_A_LIST = "participants: list of those present"
WORD_OF_MEETING = "named with a word of meeting"
MENTIONS = 40  # of a person, looked at
_LEAD_SENTENCES = 4
ELSEWHERE = frozenset({Part.ATTACHMENT, Part.HEADER})  # parts in which nobody takes part
_POSSESSIVE = re.compile(r"'s? (?:[\w-]+ ){0,3}?")
_POSSESSIVE_OF_MEETING = re.compile(
    r"'s? (?:[\w.-]+ ){0,4}?(?:meeting|call|participation|summit|talks|visit|trilateral|dialogue|travel"
    r"|conversation|bilateral|attendance|consultations|video|phone|roundtable)\b",
    re.IGNORECASE,
)
_ABSENT = re.compile(
    r"(?: 후보자| 내정자)?(?:을|를) 대신|(?:은|는|이|가)\s[^.\n]{0,36}?"
    r"(?:불참|(?:(?:참[석가여]|함께|자리|[동배]석|동행)(?:하)?|[오서])지(?:는|도)? ?\n*(?:못|않))"
)
_LEADS_OTHERS = re.compile(
    r"(?:이|가) 이끄는 [가-힣 ]{0,12}?(?:정부|내각|행정부|군부|정권|당|연립|여당|야당|부처|기업)"
)
_PARTICLE = re.compile(r"(?:\([^)]{1,20}\))?(?:은|는|이|가|도|께서|과|와)(?=[\s,(])")
_OWNED = re.compile(
    r"의 (?!(?:공동 ?)?(?:주재|사회|참석|참여)|(?:첫 )?(?:전화|통화|회담|면담|만남|정상회담|대화|초청|예방|영접))"
)
_TOGETHER = re.compile("공동|함께|나란히|같이|공동으로")
_TOGETHER_EN = re.compile(r"\b(?:together|jointly|along) with\b")
# Not of one who took office then: 지난 8월 취임한 … 총리.
_PAST = re.compile(
    r"(?:지난달|지난해|지난번|작년|당시|지난 ?[0-9]{1,2}월)(?!(?:에)? (?:새로 )?(?:취임|임명|부임|선출|당선))"
)
# Another meeting, later on: 다음 달 … 만날 예정이다.
_LATER = re.compile("다음 ?달|내달|내년|다음 ?주|조만간")
_WILL = re.compile(r"(?:만난|한|연|갖는|는)다[.\s]*$|예정|계획|방침")  # 그는 30일 부산에서 … 대통령을 만난다
_INTENDED = re.compile("예정|계획|방침")
_LONGEST_WORD = 80  # characters, of the vocabulary, and the one behind it
_JUST_BEFORE = 30  # characters before a person in which a word of the past makes a memory of what is told
# News that comes out of the talks: "agreed … following talks between …".
_JUST_HELD = re.compile(
    r" (?:an? |the |their )?(?:[a-z-]+ )?(?:talks|meeting|summit|discussions) (?:between|with)\b"
)
# One who tells of the talks: a briefing, no joint press appearance.
_TO_THE_PRESS = re.compile(
    r"(?<!공동 )(?:브리핑|기자들|기자단|취재진)"
    r"|\b(?:told|tells) (?:reporters|the press|journalists|a (?:press )?briefing)"
)
_THROUGH = re.compile(
    r"[은는이가] [^.,]{0,30}?[을를] 통해"
)  # 주석은 총리를 통해 안부를 물었다: he was not there
_BEFORE_SPEECH = tuple(
    re.compile(
        form + r",? (?:[A-Z]{2,3},? |has |have |had |also |further |both |then |jointly |each |later )*"
    )
    for form in ("", ",[^,.;]{3,90}")
)
_FIRST_PERSON = re.compile(
    r"(?:^|[.\n] ?|\b[Tt]oday )I(?: am|'m| will| have| was| met| look| also| attended| held| spoke|,)\b"
)
_HANGUL = re.compile("[가-힣]")
_ADDRESSED = re.compile(r"\b(?:thanked|commended|congratulated|briefed|assured|told|invited|applauded) $")
_ON_A_DAY = re.compile(r"\b(?:today|yesterday|[A-Z][a-z]+day|\d{1,2}(?: [A-Z]\w+)?(?: \d{4})?),? $")
# Who minds the office at home: Acting Minister in his absence, the Government was headed by ... while he is away.
_STAYS_BEHIND = re.compile(
    r"\b(?:acting (?:prime minister|minister|president|premier|foreign minister)|government|cabinet|ministry"
    r"|state affairs|duties|portfolio|caretaker)\b[^;]*\b(?:in (?:his|her|their) absence"
    r"|while (?:he|she|the (?:prime |foreign )?(?:minister|president)) (?:is|was) (?:away|abroad|overseas"
    r"|travelling|in ))"
    r"|\bin (?:his|her|their|the [^,;.]{4,40}'s?) absence\b[^;]*\b(?:government|cabinet|ministry|state affairs|duties"
    r"|caretaker|acting (?:prime minister|minister|president|premier))\b"
)  # in a text in small letters
_NEWS = 3000  # characters behind the full name in which the bare surname is looked for
_IN_BRACKETS = re.compile(r" ?\((공동의장|공동 의장|의장|수석대표|단장)\)")
_SAID_ROLES = {
    "공동의장": "co-chair",
    "공동 의장": "co-chair",
    "의장": "chair",
    "수석대표": "head-of-delegation",
    "단장": "head-of-delegation",
}
_CHAIRED_BY = re.compile(r"\b(?:co-?chaired|co-hosted|co-led|jointly chaired) by\b")
_CO_CHAIR_REACH = 150
_ROW_KO = re.compile(r"(?:\([^)]{1,20}\))?(?:,| 및| ?[△▲▴▵▷·‧◦])? ?[「『‘'“\"]?")
_ROW = re.compile(r"(?: \([A-Z]{2,6}\))?(?:, and | and |, |; and |; )(?:of )?(?:the )?")


class Scene:
    """The release as a stage: where its title and first sentences stand, and who does something in them."""

    def __init__(
        self,
        document: Document,
        mentions: Mentions,
        people: list[Person],
        principal: Meeting,
        issued: date | None,
    ) -> None:
        self.text = text = mentions.text
        self._lower = mentions.lower
        self.sentences = Sentences(document, mentions)
        self._mentions = mentions
        self._people = people
        self._parties = principal.parties
        self._planned = principal.status == "planned"
        self._last_day = principal.end or principal.start or ""
        self._issued = issued
        self._starts = [person.start for person in people]
        self.lists = Lists(document, text, self.sentences, people)
        self._silent = silence(mentions)
        self._lead_end = self._end_of_lead(document)
        self._body = next((p.start for p in document.paragraphs if p.part is Part.BODY), 0)

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
        if paragraph is None or self._silent(person.start):
            return None
        if self.lists.in_annex(paragraph):
            return Mark(min(person.start, person.title_start), person.end, IN_A_LIST)
        if paragraph.part in ELSEWHERE:
            return None
        low, high = self.sentences.around(person.title_start)
        korean = self._korean(low, high)
        start, end = min(person.start, person.title_start), person.end
        if korean and (self.lists.listed(paragraph.start, person) or self.lists.alone(paragraph)):
            return Mark(start, end, IN_A_LIST)
        if self.elsewhere(person):
            return None
        heading = "" if korean else self.lists.heading(person)
        if any(pattern(code, False).search(heading.lower()) for code in ("lead", "chair", "co-chair")):
            return Mark(start, end, IN_A_LIST)
        if self.text[person.end : person.end + 1] == ":" and start - paragraph.start <= 2:
            return Mark(start, end, "participants: speaks to the press")
        if self._is_met(person, low, high, korean):
            return Mark(start, end, MET)
        lead = paragraph.part in (Part.TITLE, Part.SUBTITLE) or person.start < self._lead_end
        if pattern("lead", korean).search(self._lower, low, high) or self._chairs(person, low, high, korean):
            return Mark(start, end, "participants: said to lead, chair or attend")
        if lead and any(
            pattern(code, korean).search(self._lower, low, high) for code in ("meet", "chair", "co-chair")
        ):
            return Mark(start, end, f"participants: {WORD_OF_MEETING}")
        if self._speaks(person, low, high, korean):
            return Mark(start, end, "participants: speaks in the talks")
        if not korean and self._spoken_to(person):
            return Mark(start, end, "participants: spoken to in the talks")
        return None

    def _is_met(self, person: Person, low: int, high: int, korean: bool) -> bool:
        """Does someone meet this person?"""
        if not korean:
            return is_met_en(self._mentions, person, low, high)
        following = bisect_left(self._starts, person.end)
        until = min(high, self._starts[following]) if following < len(self._starts) else high
        return is_met_ko(self.text, person, until)

    def in_row(self, person: Person, following: Person) -> bool:
        """Does the next person follow with nothing between but "and" and a country?"""
        if _ROW_KO.fullmatch(self.text, person.end, following.start):
            return True
        row = _ROW.match(self.text, person.end, following.start)
        if row is None:
            return False
        countries = self._mentions.between("country", row.end(), following.start)
        return row.end() == following.start or any(
            country.start == row.end() and following.start - country.end < 4 for country in countries
        )

    def _spoken_to(self, person: Person) -> bool:
        """ "President Alder thanked Prime Minister Long": one who is addressed, of a side of the meeting."""
        party = person.party or (known_party(person.name) if person.name else None)
        before = self.text[max(0, person.title_start - 24) : person.title_start]
        return party in self._parties and _ADDRESSED.search(before) is not None

    def by_surname(self, figure: Figure) -> list[Mark]:
        """Where the news goes on with the bare surname: "Morita and Lim met on Monday"."""
        first = figure.seen[0].end
        news = self.text[first : first + _NEWS]
        words = [re.escape(word) for word in (figure.latin or "").split() if len(word) > 2 and word in news]
        if not words:
            return []
        for match in re.compile(rf"\b(?:{'|'.join(words)})\b(?!'s)").finditer(
            self.text, first, first + _NEWS
        ):
            low, high = self.sentences.around(match.start())
            lead = match.start() < self._lead_end and pattern("meet", False).search(self._lower, low, high)
            if lead or pattern("speech", False).match(self._lower, match.end() + 1):
                return [Mark(match.start(), match.end(), "participants: goes on with the surname")]
        return []

    def as_author(self, figure: Figure) -> list[Mark]:
        """A minister's own words ("Today I met …"): the one who stands alone above them speaks."""
        first = figure.seen[0]
        paragraph = self.sentences.paragraph_at(first.title_start)
        spoken = self._first_person
        if paragraph is None or spoken is None or first.start > spoken or len(first.name or "") < 3:
            return []
        besides = paragraph.end - paragraph.start - (first.end - first.start)
        if besides > LABEL:
            return []
        return [Mark(first.start, first.end, "participants: speaks in the first person")]

    @cached_property
    def _first_person(self) -> int | None:
        """Where the first sentences speak in the first person."""
        spoken = _FIRST_PERSON.search(self.text, max(0, self._body - 1), self._lead_end)
        return spoken.start() if spoken else None

    def in_title(self, mark: Mark) -> bool:
        """Does the mark stand in the title?"""
        paragraph = self.sentences.paragraph_at(mark.start)
        return paragraph is not None and paragraph.part in (Part.TITLE, Part.SUBTITLE)

    def countries(self, low: int, high: int) -> list[str]:
        """The countries named between two places."""
        return list(dict.fromkeys(mention.code for mention in self._mentions.between("country", low, high)))

    def role_words(self, person: Person) -> str | None:
        """ "co-chair" or "chair" where the sentence says so of the person."""
        low, high = self.sentences.around(person.title_start)
        korean = self._korean(low, high)
        if korean and self.lists.listed(low, person):
            said = _IN_BRACKETS.match(self.text, person.end)
            return _SAID_ROLES.get(said[1]) if said else None
        if not korean and pattern("co-chair", korean).search(self.lists.heading(person).lower()):
            return "co-chair"
        chaired_by = None if korean else _CHAIRED_BY.search(self.text, low, person.start)
        if chaired_by and person.start - chaired_by.end() < 2 * _CO_CHAIR_REACH:
            return "co-chair"
        low, high = max(low, person.start - _CO_CHAIR_REACH), min(high, person.end + _CO_CHAIR_REACH)
        if pattern("co-chair", korean).search(self._lower, low, high):
            return "co-chair"
        chair = pattern("chair", korean).search(self._lower, low, high)
        if not chair:
            return None
        if not korean and _TOGETHER_EN.search(self.text, chair.end(), high):
            return "co-chair"
        if korean:
            if _TOGETHER.search(self.text, max(low, chair.start() - 30), chair.start()):
                return "co-chair"
            return "chair" if person.end < chair.start() and _PARTICLE.match(self.text, person.end) else None
        by = chair[0].endswith("by")
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
            recalled = _PAST.search(self.text, max(low, person.start - _JUST_BEFORE), person.start)
            return (
                recalled is not None
                or self._absent(person)
                or (not self._planned and self._to_come(person, low, high))
                or _OWNED.match(self.text, person.end) is not None
                or _LEADS_OTHERS.match(self.text, person.end) is not None
            )
        if _STAYS_BEHIND.search(self._lower, low, high):
            return True
        possessive = _POSSESSIVE.match(self.text, person.end)
        if possessive and not _POSSESSIVE_OF_MEETING.match(self.text, person.end):
            return True
        until = min(high, person.start + _LONGEST_WORD)
        for match in pattern("background", korean).finditer(self._lower, low, until):
            if match.start() > person.start:
                break
            if match[0] == "when" and _ON_A_DAY.search(self.text, low, match.start()):
                continue
            out_of_talks = match[0] in ("following", "after") and person.start < self._lead_end
            if out_of_talks and _JUST_HELD.match(self.text, match.end(), high):
                continue
            if match.start() - low < 30:
                comma = self.text.find(",", match.end(), high)
                if comma < 0 or person.start < comma:
                    return comma >= 0 or match.end() <= person.start
            else:
                return True
        return False

    def _to_come(self, person: Person, low: int, high: int) -> bool:
        """Is the person told to be met at another time, to come?"""
        if _LATER.search(self.text, low, person.start) and _INTENDED.search(self.text, person.end, high):
            return True
        if len(self._last_day) < len("2024-04-04") or not _WILL.search(self.text, person.end, high):
            return False
        days = find_dates(self.text, low, person.start, self._issued)
        return bool(days) and days[-1].first[:10] > self._last_day

    def _absent(self, person: Person) -> bool:
        return _ABSENT.match(self.text, person.end, person.end + 60) is not None

    def _speaks(self, person: Person, low: int, high: int, korean: bool) -> bool:
        if _TO_THE_PRESS.search(self.text, person.end, high) or _THROUGH.match(self.text, person.end):
            return False
        if korean:
            return _PARTICLE.match(self.text, person.end) is not None and (
                pattern("speech", korean).search(self._lower, person.end, high) is not None
            )
        behind = (form.match(self.text, person.end) for form in _BEFORE_SPEECH)
        return any(after and pattern("speech", korean).match(self._lower, after.end()) for after in behind)
