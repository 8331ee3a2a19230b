"""Reads the claims around the words for levels and anniversaries, one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cached_property

from loaders.extract.anniversaries import (
    YEARS_SINCE_KO,
    Anniversary,
    for_years,
    read_anniversary,
    years_since_ko,
)
from loaders.extract.claim import UNFINISHED, Claim
from loaders.extract.claim_dates import ClaimDates
from loaders.extract.claim_news import News
from loaders.extract.countries import members
from loaders.extract.country_pairs import Pair, pair_of
from loaders.extract.dates import find_dates
from loaders.extract.discourse import Discourse
from loaders.extract.facts import Mark
from loaders.extract.lexicon import Mention, Mentions
from loaders.extract.pairs import OF_ASEAN, Named, the_two
from loaders.extract.partner_lists import PartnerList, lines_below, partners_listed
from loaders.extract.partner_rows import partners_in_row
from loaders.extract.sentences import Sentences
from loaders.extract.steps_en import status_en
from loaders.extract.steps_ko import status_ko
from loaders.text import Document

_HANGUL = re.compile("[가-힣]")
_REACH = 140  # characters between a level and the verb that says what became of it
_LIST_REACH = 300
_COUNTED = re.compile(r"\d{1,2}개국 ?\(([^)]{4,80})\)[과와] ?(?:[가-힣()A-Z]{1,10} ?)?(?:수립|맺|체결)")
_COUNTED_BEFORE = re.compile(r"((?:[가-힣]{2,8}, ?){1,9}[가-힣]{2,8}) 등 ?\d{1,2}개국[과와] ['‘“\"]?$")
_OF_ANNIVERSARY = re.compile(r"\b(?:anniversary|years) (?:of|since) (?:(?! and the )[\w' -]){0,60}$")
_SOME_KO = re.compile(r"\d{1,2}개(?:국|나라)[와과] ?['‘“\"]?$")
_YEARS_OF_KO = re.compile(
    r" ?(?:관계)? ?(?:수립 ?)?(?:\d{1,2}|[한두세네다여일아열스서마쉰예][가-힣]{0,4}) ?(?:주년|년을|돌)"
    r"|['’\"”]?(?:를|을) ?(?:건너뛰|생략)"
)
# A name of something else: the Comprehensive Strategic Partnership Fund, 동반자관계 기금.
_OF_ANOTHER = re.compile(
    r" (?:[A-Z][a-z]+ )?(?:Fund|Facility|Programme|Program|Forum|Plan|Dialogue|Council|Committee)\b"
    r"|['’\"”]? ?(?:기금|협정|조약|포럼)"
)
_AGREED_BEFORE = re.compile(
    r"\bas (?:\w+ ){0,4}?(?:agreed|decided|promised)\b|\b(?:agreement|agreed|granted|approved) in principle\b"
    r"|\b(?:was|were|been) agreed (?:on|to)\b"
)
_SO_DID = re.compile(r"\b(?:so|as) (?:did|has|have) (?:the )?")
_BOTH = re.compile(r"양국|양측|두 나라|양 정상")
_BESIDE = re.compile(r"과(?![가-힣])|와(?![가-힣])|과는|와는")
_DATED_KO = re.compile(r"(?:(?:19|20)\d\d년|지난해|작년|년 전)(?! ?(?:이면|올해))[^.;]{0,30}$")
_ONE_OF = re.compile(r"\b(?:\w+est|first|last|one) of (?:the |its |our |ASEAN['’]s )$")
_FAMILY_OF = re.compile(r"\bjoin(?:ed|ing|s)? [^.;]{0,30}(?:family|ranks|circle|group) of $")
_WE = re.compile(r"\b[Ww]e\b|우리나라")
_AGAIN = re.compile(r"(?:the )?same|did the same|같은|동일")
_TIMELINE = re.compile(
    r"\W{0,4}(?:\(?(?:['’]\d\d|(?:19|20)\d\d)(?:년|\.|:)|(?:[A-Z][a-z]{2,8}\.? )?(?:19"
    r"|20)\d\d\s?[:–-])(?: ?\d{1,2}월)? ?"
)
_AFTER_YEAR = re.compile(r"(?<![\d-])(?:19|20)\d\d ?[:：] ?$")
_HELD = re.compile(r"\b(?:has|have|had|holds?)\b[^.;]*$")


class ClaimReader:
    """Reads the claims around one word after the other."""

    def __init__(
        self, document: Document, mentions: Mentions, published: date | None, own: str | None
    ) -> None:
        self.sentences = Sentences(document, mentions)
        self.headline = False
        self._mentions = mentions
        self._text = mentions.text
        self._published = published
        self._dates = ClaimDates(mentions, published)
        self._own = own
        self._document = document
        self._statuses: dict[int, str | None] = {}  # by the place of the level
        self._last: tuple[int, Pair | None] = (0, None)

    @cached_property
    def _frame(self) -> Discourse:
        return Discourse(self._document, self._mentions, self._own)

    @cached_property
    def _news(self) -> News:
        return News(self._document, self._text, self.sentences, self._frame, self._published)

    def told(self, level: Mention) -> Iterator[Claim]:
        """A claim made by a verb in the sentence of the level."""
        low, high = self.sentences.around(level.start)
        if YEARS_SINCE_KO.match(self._text, level.end) and not _DATED_KO.search(self._text, low, level.start):
            read = years_since_ko(self._text, level, low, self._published)
            yield from self._of_years(read, level, low, high)
            return
        if read := for_years(self._text, level, low, self._published):
            yield from self._of_years(read, level, low, high)
            return
        if self._unfit(level):
            return
        status = self._status(level, low, high) or self._of_timeline(level, low)
        if status is None or (level.start == level.end and not self._told_alone(status, low, high)):
            return
        row = partners_in_row(self._mentions, level, max(low, level.start - _LIST_REACH), high, self._frame)
        one = None if row else self._parties_of(level, low, high)
        for parties in row or ([one] if one else []):
            self._last = (low, parties)
            step = self._step(level, low, high, status, parties)
            yield step
            if step.status == "established":
                yield from self._agreed_before(step, level, low, high)
            yield from self._so_did(step, level, high)

    def _status(self, level: Mention, low: int, high: int) -> str | None:
        if level.start not in self._statuses:
            self._statuses[level.start] = self._read_status(level, low, high)
        return self._statuses[level.start]

    def _read_status(self, level: Mention, low: int, high: int) -> str | None:
        reach = self._mentions.between(
            "partnership", max(low, level.start - _REACH), min(high, level.end + _REACH)
        )
        korean = self._korean(level, low, high)
        return (status_ko if korean else status_en)(self._text, level, reach)

    def _parties_of(self, level: Mention, low: int, high: int) -> Pair | None:
        """The two parties; of a sentence that names nobody ("They had been …") those of a claim just before."""
        place, parties = self._last
        if level.code == "level:diplomatic" and self._frame.subject_before(low):
            parties = None
        paragraph = self.sentences.paragraph_at(low)
        if parties and paragraph and paragraph.start <= place < low and level.code not in OF_ASEAN:
            named = {country.code for country in self._mentions.between("country", low, high)}
            if not named and not self._mentions.between("person", low, high):
                return parties
            if "ASEAN" in parties and len(named) == 1 and not named & members() and _AGAIN.match(level.word):
                return pair_of("ASEAN", *named)
        return the_two(self._mentions, level, low, high, self._frame)

    def _told_alone(self, status: str, low: int, high: int) -> bool:
        """A step whose level stands in a sentence before: only where it is still to come and somebody is named."""
        named = self._mentions.between("country", low, high) or self._mentions.between("city", low, high)
        return (
            status in UNFINISHED and not self.headline and bool(named or _BOTH.search(self._text, low, high))
        )

    def _of_timeline(self, level: Mention, low: int) -> str | None:
        """A line of a timeline names the level without a verb: 2010: Strategic Partnership."""
        line = _TIMELINE.match(self._text, low)
        if line and line.end() > level.start - 30:
            return "established"
        return (
            "established" if _AFTER_YEAR.search(self._text, max(low, level.start - 14), level.start) else None
        )

    def _step(self, level: Mention, low: int, high: int, status: str, parties: Pair) -> Claim:
        when = self._dates.date_of(level, low, high, status)
        if when and self._published:
            issued = self._published.isoformat()
            if status == "in-progress" and when[0] < issued[: len(when[0])]:
                if _TIMELINE.match(self._text, low):
                    status = "established"
                else:
                    when = None
            elif status == "established" and when[0] > issued[: len(when[0])]:
                status = "in-progress"
        if (
            when is None
            and status == "established"
            and self._news.of_this_release(level, low, parties, self.headline)
        ):
            when = self._news.date()
        return Claim(
            parties,
            level.code.removeprefix("level:"),
            status,
            when[0] if when else None,
            when[1] if when else None,
            None,
            self.headline
            or (status == "established" and self._news.is_today(level, low, high, self.headline)),
            _mark(level, f"{level.word}, {status}"),
        )

    def _agreed_before(self, step: Claim, level: Mention, low: int, high: int) -> Iterator[Claim]:
        """The day on which a step was agreed, where the sentence tells it too ("as agreed in November 2022")."""
        for agreed in _AGREED_BEFORE.finditer(self._text, low, high):
            spans = find_dates(self._text, agreed.end(), min(high, agreed.end() + 60), self._published)
            if spans and spans[0].first != step.date:
                yield step._replace(
                    status="agreed-in-principle",
                    date=spans[0].first,
                    as_stated=self._text[spans[0].start : spans[0].end],
                    headline=False,
                )
                return

    def _so_did(self, step: Claim, level: Mention, high: int) -> Iterator[Claim]:
        """Another country of which the same is said: … in 2023, and so did Morocco."""
        for match in _SO_DID.finditer(self._text, level.end, high):
            other = next(iter(self._mentions.between("country", match.end(), match.end() + 30)), None)
            if other and "ASEAN" in step.parties and other.code not in step.parties:
                yield step._replace(parties=pair_of("ASEAN", other.code))

    def listed(self, level: Mention) -> Iterator[Claim]:
        """A list of years and partners: each partner holds the level with ASEAN, or another, since then."""
        sentence = low, high = self.sentences.around(level.start)
        if self._text.startswith("에 머", level.end):
            return
        name = level.code.removeprefix("level:")
        counted = [
            *_COUNTED.finditer(self._text, low, high),
            *_COUNTED_BEFORE.finditer(self._text, low, level.start),
        ]
        for match in counted:
            for country in self._mentions.between("country", match.start(1), match.end(1)):
                mark = Mark(country.start, country.end, f"partnership: {level.word}, list of countries")
                yield Claim(
                    pair_of("ASEAN", country.code), name, "established", None, None, None, False, mark
                )
        if level.code == "level:dialogue" and any(
            other.code in ("level:csp", "level:strategic")
            for other in self._mentions.between("partnership", low, high)
        ):
            return
        low = max(low, level.start - _LIST_REACH)
        high = min(high, level.end + _LIST_REACH)
        high = lines_below(self._text, level, low, high, self._mentions)
        found = partners_listed(
            self._mentions,
            level,
            low,
            high,
            self._dates,
            lambda: self._status(level, *sentence) == "established" or self._held(level, sentence[0]),
        )
        if found is None:
            return
        for country, first, stated in found.partners:
            holder = found.holder or self._holder(found, low, level)
            holder = holder or self._frame.partner_of(country.code, low, Named.LABEL)
            if holder and holder != country.code:
                mark = Mark(country.start, country.end, f"partnership: {level.word}, list of years")
                parties = pair_of(holder, country.code)
                yield Claim(parties, name, "established", first, stated, None, False, mark)

    def _holder(self, found: PartnerList, low: int, level: Mention) -> str | None:
        """Who holds the level with a list that names nobody else: the one spoken of before, else ASEAN, unless its own
        members are among the listed.
        """
        listed = {partner.country.code for partner in found.partners}
        last = found.partners[-1].country
        if (
            _BESIDE.match(self._text, last.end)
            and (subject := self._frame.subject_before(low))
            and subject not in listed
        ):
            return subject
        if self._frame.own and _WE.search(self._text, low, last.start):
            return self._frame.own
        return None if listed & members() else "ASEAN"

    def _held(self, level: Mention, low: int) -> bool:
        return _HELD.search(self._text, max(low, level.start - 60), level.start) is not None

    def anniversary(self, word: Mention) -> Iterator[Claim]:
        """An anniversary of relations implies the year they began."""
        low, high = self.sentences.around(word.start)
        read = read_anniversary(self._mentions, word, low, high, self._published)
        yield from self._of_years(read, word, low, high)

    def _of_years(self, read: Anniversary | None, word: Mention, low: int, high: int) -> Iterator[Claim]:
        parties = read and self._parties_of(read.level, low, high)
        if not read or not parties:
            return
        name = read.level.code.removeprefix("level:")
        if name == "diplomatic":  # ASEAN's relations with a partner are dialogue relations
            name = "dialogue" if "ASEAN" in parties else "other"
        mark = _mark(word, f"anniversary, {read.level.word}")
        yield Claim(parties, name, "established", None, read.stated, read.began, False, mark)

    def _unfit(self, level: Mention) -> bool:
        """A level that names a kind of countries ("dialogue partners", 대화상대국들) is no step, and one whose
        anniversary is told is no new one.
        """
        low = max(self.sentences.around(level.start)[0], level.start - _REACH)
        if _OF_ANOTHER.match(self._text, level.end) or _YEARS_OF_KO.match(self._text, level.end):
            return True
        if _OF_ANNIVERSARY.search(self._text, low, level.start):
            return True
        if _SOME_KO.search(self._text, low, level.start):
            return True
        if level.code not in ("level:dialogue", "level:development", "level:sectoral-dialogue"):
            return False
        if _FAMILY_OF.search(self._text, low, level.start) or _ONE_OF.search(self._text, low, level.start):
            return False
        plural = (
            self._text[level.end - 1] == "s" and not level.word.endswith("s") and "relation" not in level.word
        )
        if plural and partners_in_row(self._mentions, level, low, level.end + 60):
            return False
        return plural or self._text.startswith(("들", "과의", "과 ", "간", "국", " 중", " 가운데"), level.end)

    def _korean(self, level: Mention, low: int, high: int) -> bool:
        return _HANGUL.search(self._text, max(low, level.start - 30), min(high, level.end + 30)) is not None


def _mark(word: Mention, rule: str) -> Mark:
    return Mark(word.start, max(word.end, word.start + 2), f"partnership: {rule}")
