"""What the release says of partnership steps, held against the official ones.

Forms taken:

    a step        "elevated relations to a Comprehensive Strategic Partnership", CSP 수립, 전략동반자로 격상하기로 합의
    a list        "(2021: China, India, 2022: United States)", "China (2021)", (2021년 : 중국, 2022년 : 미국이 수립)
    anniversary   "the 50th anniversary of dialogue relations", 대화관계 수립 35주년, 내년이면 10년을 맞는 관계
    reaffirmed    "reaffirmed the strategic partnership", 동반자 관계를 재확인

A partnership that is merely mentioned ("the ASEAN-US Strategic Partnership") is no claim.
Words: `data/reference/partnership_words.csv`. How a verb and its surroundings make a status: `steps`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from loaders.claims import held_against
from loaders.extract.anniversaries import read_anniversary
from loaders.extract.claim_dates import UNFINISHED, ClaimDates
from loaders.extract.dates import find_dates
from loaders.extract.facts import Mark, PartnershipEvent
from loaders.extract.lexicon import Mention, Mentions
from loaders.extract.pairs import Pair, pair_of, partners_in_row, sides_of, the_two
from loaders.extract.sentences import Sentences
from loaders.extract.steps import status_en, status_ko
from loaders.reference import DATA, Step, read_steps
from loaders.text import Document, Part

_HANGUL = re.compile("[가-힣]")
_SILENT = frozenset({Part.HEADER, Part.ATTACHMENT})
_REACH = 140  # characters between a level and the verb that says what became of it
_LIST_REACH = 300
_LEAD = 900  # characters at the beginning of the body in which news stands

_YEAR = r"(?:(?:19|20)\d\d|'\d\d)"
_YEAR_LIST = re.compile(
    rf"(?<!\d)({_YEAR})\s?년?\s?[:：]\s?([^:：;)\n]{{2,80}}?)(?=,?\s?{_YEAR}\s?년?\s?[:：]|[;)/\n]|$)"
)
_YEAR_IN_BRACKETS = re.compile(rf"\s?\(({_YEAR})년?\)")
_YEAR_OF_EACH = re.compile(rf"(?: in | since |[은는] ?)({_YEAR})년?")
_YEAR_BEFORE_EACH = re.compile(rf"({_YEAR})년(?:에는?)? ?$|[Ii]n ({_YEAR}),? with (?:the )?$")
_ROW_ENDS = re.compile(r"(?:[와과][, ]|,? and in |; |,? in )")
_EACH_IN_YEAR = "each in its year"
_JOINED = re.compile(r"(?:\s?[·,&]\s?|,? and (?:the )?|과 |와 )")
_NOT_NEW = re.compile(
    r"\b(?:newly|recently|since|already|previously|framework|anniversary|over the (?:past|last))\b"
    r"|이래|이후|지난|뒤 |바 있",
    re.IGNORECASE,
)
_YEAR_SAID = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_ESTABLISHES = re.compile(
    r"\W*(?:\d{1,2}\.\s*)?(?:hereby )?(?:establish|launch|elevate|upgrade)\b", re.IGNORECASE
)
_COUNTED = re.compile(r"\d{1,2}개국 ?\(([^)]{4,80})\)[과와] ?(?:[가-힣()A-Z]{1,10} ?)?(?:수립|맺|체결)")
_COUNTED_BEFORE = re.compile(r"((?:[가-힣]{2,8}, ?){1,9}[가-힣]{2,8}) 등 ?\d{1,2}개국[과와] ['‘“\"]?$")
_OF_ANNIVERSARY = re.compile(r"\b(?:anniversary|years) (?:of|since) (?:(?! and the )[\w' -]){0,60}$")
_SOME_KO = re.compile(r"\d{1,2}개(?:국|나라)[와과] ?['‘“\"]?$")
_YEARS_SINCE_KO = re.compile(r" ?(?:관계)?(?:을|를|가)? ?(?:맺은|수립한|수립된|시작한|시작된|된) ?지 ?\d")


class _Claim(NamedTuple):
    """One wording of a claim; several may say the same."""

    parties: Pair
    level: str
    status: str
    date: str | None
    as_stated: str | None
    implies: str | None
    headline: bool
    mark: Mark


def find_partnership_events(
    document: Document, mentions: Mentions, published: date | None, own: str | None = None
) -> list[PartnershipEvent]:
    """What the release says of partnership steps, each step once, held against the official record.

    `own` is the country of the issuer, where that is known.
    """
    return [_event(claim, marks) for claim, marks in _one_each(_claims(document, mentions, published, own))]


def upgrade_marks(document: Document, mentions: Mentions) -> list[Mark]:
    """Where the release speaks of raising relations: a step, a wish for one, an anniversary."""
    return [
        claim.mark
        for claim in _claims(document, mentions, None, None, dated=False)
        if claim.status in UNFINISHED
        or claim.headline
        or claim.mark.rule.startswith("partnership: anniversary")
    ]


# Finding ------------------------------------------------------------------------------------------


def _claims(
    document: Document, mentions: Mentions, published: date | None, own: str | None, *, dated: bool = True
) -> list[_Claim]:
    words = [word for word in mentions["partnership"] if word.code.startswith(("level", "anniversary"))]
    if not words:
        return []
    reader = _Reader(document, mentions, published, own, dated)
    found: list[_Claim] = []
    for word in words:
        paragraph = reader.sentences.paragraph_at(word.start)
        if paragraph is None or paragraph.part in _SILENT:
            continue
        reader.headline = paragraph.part in (Part.TITLE, Part.SUBTITLE)
        if word.code == "anniversary":
            found += reader.anniversary(word)
        elif word.code != "level:diplomatic":
            listed = list(reader.listed(word))
            found += listed
            if not any(claim.mark.rule.endswith(_EACH_IN_YEAR) for claim in listed):
                found += reader.told(word)
    return found


class _Reader:
    """Reads the claims around one word after the other."""

    def __init__(
        self, document: Document, mentions: Mentions, published: date | None, own: str | None, dated: bool
    ) -> None:
        self.sentences = Sentences(document, mentions.text)
        self.headline = False
        self._document = document
        self._mentions = mentions
        self._text = mentions.text
        self._published = published
        self._dated = dated
        self._dates = ClaimDates(mentions, published)
        self._own = own
        self._sides = sides_of(document, mentions, own)

    def told(self, level: Mention) -> Iterator[_Claim]:
        """A claim made by a verb in the sentence of the level."""
        low, high = self.sentences.around(level.start)
        if self._unfit(level):
            return
        reach = self._mentions.between(
            "partnership", max(low, level.start - _REACH), min(high, level.end + _REACH)
        )
        korean = self._korean(level, low, high)
        status = (status_ko if korean else status_en)(self._text, level, reach)
        if status is None:
            return
        row = partners_in_row(self._mentions, level, max(low, level.start - _LIST_REACH))
        one = None if row else the_two(self._mentions, level, low, high, self._sides, self._own)
        for parties in row or ([one] if one else []):
            yield self._step(level, low, high, status, parties)

    def _step(self, level: Mention, low: int, high: int, status: str, parties: Pair) -> _Claim:
        when = self._dates.date_of(level, low, high, status) if self._dated else None
        if when and self._published:
            issued = self._published.isoformat()
            if status in UNFINISHED and status != "proposed" and when[0] < issued[:4]:
                status = "established"  # "the first country to establish dialogue relations, in 1973"
            elif status == "established" and when[0] > issued[: len(when[0])]:
                status = "in-progress"
        if when is None and status == "established" and parties == self._sides and self._is_news(level, low):
            when = self._date_of_news()
        return _Claim(
            parties,
            level.code.removeprefix("level:"),
            status,
            when[0] if when else None,
            when[1] if when else None,
            None,
            self.headline or (status == "established" and self._is_today(level, low, high)),
            Mark(level.start, level.end, f"partnership: {level.word}, {status}"),
        )

    def listed(self, level: Mention) -> Iterator[_Claim]:
        """A list of years and partners: each partner holds the level with ASEAN since then."""
        low, high = self.sentences.around(level.start)
        end = self._text.find("\n", level.end)
        end = max(high, min(len(self._text) if end < 0 else end, level.end + _LIST_REACH))
        if level.code == "level:dialogue" and any(
            other.code in ("level:csp", "level:strategic")
            for other in self._mentions.between("partnership", low, end)
        ):
            return
        name = level.code.removeprefix("level:")
        dated: list[tuple[Mention, str]] = []
        for match in _YEAR_LIST.finditer(self._text, level.end, end):
            for country in self._mentions.between("country", match.start(2), match.end(2)):
                dated += [(country, match[1])]
        if not dated and _YEAR_IN_BRACKETS.search(self._text, low, end):
            dated = self._dated_rows(low, end, _YEAR_IN_BRACKETS)
        counted = [
            *_COUNTED.finditer(self._text, low, high),
            *_COUNTED_BEFORE.finditer(self._text, low, level.start),
        ]
        for match in counted:
            for country in self._mentions.between("country", match.start(1), match.end(1)):
                mark = Mark(country.start, country.end, f"partnership: {level.word}, list of countries")
                yield _Claim(
                    pair_of("ASEAN", country.code), name, "established", None, None, None, False, mark
                )
        rule = "list of years"
        low, high = max(low, level.start - _LIST_REACH), min(high, level.end + _LIST_REACH)
        if not dated:
            dated = self._dated_rows(low, high, _YEAR_OF_EACH) + self._rows_after_years(low, high)
            dated = dated if len({year for _, year in dated}) > 1 else []
            rule = _EACH_IN_YEAR
        holder = self._holder(dated, low, high)
        for country, year in dated:
            if country.code != holder:
                full = year if len(year) == 4 else f"20{year[1:]}"
                mark = Mark(country.start, country.end, f"partnership: {level.word}, {rule}")
                parties = pair_of(holder, country.code)
                yield _Claim(parties, name, "established", full, full, None, False, mark)

    def _holder(self, dated: list[tuple[Mention, str]], low: int, high: int) -> str:
        """Who holds the level with each of a list: the one country named beside it, else ASEAN."""
        listed = {country.code for country, _ in dated}
        beside = {c.code for c in self._mentions.between("country", low, high)} - listed
        return next(iter(beside)) if len(beside) == 1 else "ASEAN"

    def _dated_rows(self, low: int, end: int, pattern: re.Pattern[str]) -> list[tuple[Mention, str]]:
        """Countries with a year behind them, also behind the last of a row: 중국·호주(2021)."""
        dated: list[tuple[Mention, str]] = []
        row: list[Mention] = []
        for country in self._mentions.between("country", low, end):
            if row and not _JOINED.fullmatch(self._text, row[-1].end, country.start):
                row = []
            row.append(country)
            year = pattern.match(self._text, country.end, end)
            if year:
                dated += [(member, year[1]) for member in row]
                row = []
        return dated

    def _rows_after_years(self, low: int, high: int) -> list[tuple[Mention, str]]:
        """Countries behind a year, with whom the step was taken in it: 2021년 중국, 호주와, 2022년 미국과."""
        dated: list[tuple[Mention, str]] = []
        year: str | None = None
        row: list[Mention] = []
        for country in self._mentions.between("country", low, high):
            if not row or not _JOINED.fullmatch(self._text, row[-1].end, country.start):
                before = _YEAR_BEFORE_EACH.search(self._text, max(low, country.start - 20), country.start)
                year, row = before and (before[1] or before[2]), []
            row.append(country)
            if year and _ROW_ENDS.match(self._text, country.end):
                dated += [(member, year) for member in row]
        return dated

    def anniversary(self, word: Mention) -> Iterator[_Claim]:
        """An anniversary of relations implies the year they began."""
        low, high = self.sentences.around(word.start)
        read = read_anniversary(self._mentions, word, low, high, self._published)
        parties = read and the_two(self._mentions, read.level, low, high, self._sides, self._own)
        if not read or not parties:
            return
        name = read.level.code.removeprefix("level:")
        if name == "diplomatic":  # ASEAN's relations with a partner are dialogue relations
            name = "dialogue" if "ASEAN" in parties else "other"
        yield _Claim(
            parties,
            name,
            "established",
            None,
            read.stated,
            read.began,
            False,
            Mark(word.start, word.end, f"partnership: anniversary, {read.level.word}"),
        )

    def _unfit(self, level: Mention) -> bool:
        """A level that names a kind of countries ("dialogue partners", 대화상대국들) is no step, and one whose
        anniversary is told is no new one.
        """
        low = max(self.sentences.around(level.start)[0], level.start - _REACH)
        if _OF_ANNIVERSARY.search(self._text, low, level.start) or _YEARS_SINCE_KO.match(
            self._text, level.end
        ):
            return True
        if _SOME_KO.search(self._text, low, level.start):
            return True
        if level.code not in ("level:dialogue", "level:development", "level:sectoral-dialogue"):
            return False
        plural = self._text[level.end - 1] == "s" and "relation" not in level.word
        return plural or self._text.startswith(("들", "과의", "과 ", "간", "국", " 중", " 가운데"), level.end)

    def _korean(self, level: Mention, low: int, high: int) -> bool:
        return _HANGUL.search(self._text, max(low, level.start - 30), min(high, level.end + 30)) is not None

    def _is_news(self, level: Mention, low: int) -> bool:
        """Does the title or a first sentence tell the step as news ("the two leaders elevated ties to …")?"""
        if self.headline or _ESTABLISHES.match(self._text, low, level.start):
            return True
        body = next((p for p in self._document.paragraphs if p.part in (Part.BODY, Part.LIST)), None)
        if body is None or level.start > body.start + _LEAD:
            return False
        return not _NOT_NEW.search(self._text, low, level.end)

    def _is_today(self, level: Mention, low: int, high: int) -> bool:
        """News of a step that is of no other year."""
        return self._is_news(level, low) and _YEAR_SAID.search(self._text, low, high) is None

    def _date_of_news(self) -> tuple[str, str] | None:
        """The day of a step that the title announces: the first date of the body's first sentences, else of issue."""
        if self._published is None:
            return None
        body = next((p for p in self._document.paragraphs if p.part in (Part.BODY, Part.LIST)), None)
        if body:
            for low, high in self.sentences.of(body, 2):
                for span in find_dates(self._text, low, high, self._published):
                    if (
                        len(span.first) == 10
                        and abs((date.fromisoformat(span.first) - self._published).days) < 8
                    ):
                        return span.first, self._text[span.start : span.end]
        return self._published.isoformat(), "title"


# One claim a step ---------------------------------------------------------------------------------


def _one_each(claims: list[_Claim]) -> list[tuple[_Claim, list[Mark]]]:
    """Wordings of one claim put together: of the unfinished the best dated and firmest, a year for each past step."""
    groups: dict[tuple[Pair, str], list[_Claim]] = {}
    for claim in claims:
        groups.setdefault((claim.parties, claim.level), []).append(claim)
    kept: list[tuple[_Claim, list[Mark]]] = []
    for same in groups.values():
        years: dict[str | None, list[_Claim]] = {}
        for claim in same:
            if claim.status == "established":
                years.setdefault((claim.implies or claim.date or "")[:4] or None, []).append(claim)
        undated = years.pop(None, []) if len(years) > 1 else []
        for of_year in years.values():
            best = max(of_year, key=lambda claim: (claim.implies is None, len(claim.date or "")))
            kept.append((best, [claim.mark for claim in [*of_year, *undated]]))
            undated = []
        unfinished = [claim for claim in same if claim.status in UNFINISHED]
        if unfinished and not any(_settles(claim) for claim in same):
            best = min(unfinished, key=lambda claim: (-len(claim.date or ""), UNFINISHED.index(claim.status)))
            kept.append((best, [claim.mark for claim in unfinished]))
        elif not years:
            kept.append((same[0], [claim.mark for claim in same]))
    return sorted(kept, key=lambda item: item[1][0].start)


def _settles(claim: _Claim) -> bool:
    """Does the claim leave nothing unfinished? A step in the past of the same pair and level does."""
    return claim.status == "established" and claim.implies is None


def _event(claim: _Claim, marks: list[Mark]) -> PartnershipEvent:
    when = None if claim.status == "reaffirmed" else claim.implies or claim.date
    verdict = held_against(_steps(), claim.parties, claim.level, claim.status, when)
    return PartnershipEvent(
        claim.parties,
        claim.level,
        claim.status,
        claim.date,
        claim.as_stated,
        verdict.agrees,
        verdict.record_date,
        claim.implies,
        tuple(marks),
    )


@cache
def _steps() -> list[Step]:
    return read_steps(DATA / "reference" / "partnership_steps.jsonl")
