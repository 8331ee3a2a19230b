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
from loaders.extract.dates import DateSpan, find_dates
from loaders.extract.facts import Mark, PartnershipEvent
from loaders.extract.lexicon import Mention, Mentions
from loaders.extract.pairs import Pair, sides_of, the_two
from loaders.extract.sentences import Sentences
from loaders.extract.steps import status_en, status_ko
from loaders.reference import DATA, Step, read_steps
from loaders.text import Document, Part

_HANGUL = re.compile("[가-힣]")
_SILENT = frozenset({Part.HEADER, Part.ATTACHMENT})
# Of several unfinished claims on one pair and level the firmest is kept.
_FIRMNESS = ("agreed-in-principle", "in-progress", "proposed")
_REACH = 140  # characters between a level and the verb that says what became of it
_LIST_REACH = 300
_LEAD = 900  # characters at the beginning of the body in which news stands

_YEAR = r"(?:(?:19|20)\d\d|'\d\d)"
_YEAR_LIST = re.compile(
    rf"(?<!\d)({_YEAR})\s?년?\s?[:：]\s?([^:：;)\n]{{2,80}}?)(?=,?\s?{_YEAR}\s?년?\s?[:：]|[;)/\n]|$)"
)
_YEAR_IN_BRACKETS = re.compile(rf"\s?\(({_YEAR})년?\)")
_JOINED = re.compile(r"(?:\s?[·,&]\s?|,? and (?:the )?|과 |와 )")
_COUNT = re.compile(r"(?:(?<!\d)(\d{1,3})(?:st|nd|rd|th)?|\b([A-Za-z]+))[ -]?(?:year )?$")
_NOT_NEW = re.compile(
    r"\b(?:newly|recently|since|already|previously|framework|anniversary|over the (?:past|last))\b"
    r"|이래|이후|지난|뒤 |바 있",
    re.IGNORECASE,
)
_NEARLY = re.compile(r"\b(?:cusp|nearly|almost|approach\w*|upcoming)\b", re.IGNORECASE)
_RELATIVE_YEARS = (
    (re.compile(r"next year|내년|다음 해"), 1),
    (re.compile(r"this year|올해|금년"), 0),
    (re.compile(r"last year|작년|지난해"), -1),
)
_ABSOLUTE_YEAR = re.compile(r"(?<![\d.])((?:19|20)\d\d)(?!\d)|'(\d\d)년")

_NUMBERS = {
    word: number
    for words in (
        "one two three four five six seven eight nine ten",
        "first second third fourth fifth sixth seventh eighth ninth tenth",
    )
    for number, word in enumerate(words.split(), start=1)
} | {"fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "twentieth": 20, "fiftieth": 50}


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
    document: Document, mentions: Mentions, published: date | None
) -> list[PartnershipEvent]:
    """What the release says of partnership steps, each step once, held against the official record."""
    return [_event(claim, marks) for claim, marks in _one_each(_claims(document, mentions, published))]


def upgrade_marks(document: Document, mentions: Mentions) -> list[Mark]:
    """Where the release speaks of raising relations: a step, a wish for one, an anniversary."""
    return [
        claim.mark
        for claim in _claims(document, mentions, None, dated=False)
        if claim.status in _FIRMNESS
        or claim.headline
        or claim.mark.rule.startswith("partnership: anniversary")
    ]


# Finding ------------------------------------------------------------------------------------------


def _claims(
    document: Document, mentions: Mentions, published: date | None, *, dated: bool = True
) -> list[_Claim]:
    words = [word for word in mentions["partnership"] if word.code.startswith(("level", "anniversary"))]
    if not words:
        return []
    reader = _Reader(document, mentions, published, dated)
    found: list[_Claim] = []
    for word in words:
        paragraph = reader.sentences.paragraph_at(word.start)
        if paragraph is None or paragraph.part in _SILENT:
            continue
        reader.headline = paragraph.part in (Part.TITLE, Part.SUBTITLE)
        if word.code == "anniversary":
            found += reader.anniversary(word)
        elif word.code != "level:diplomatic":
            found += reader.listed(word)
            found += reader.told(word)
    return found


class _Reader:
    """Reads the claims around one word after the other."""

    def __init__(self, document: Document, mentions: Mentions, published: date | None, dated: bool) -> None:
        self.sentences = Sentences(document, mentions.text)
        self.headline = False
        self._document = document
        self._mentions = mentions
        self._text = mentions.text
        self._published = published
        self._dated = dated
        self._sides = sides_of(document, mentions)

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
        parties = the_two(self._mentions, level, low, high, self._sides)
        if parties is None:
            return
        when = self._date(level, low, high, status)
        if when and status in _FIRMNESS and self._published and when[0] < str(self._published.year):
            status = "established"  # "the first country to establish dialogue relations, in 1973"
        if when is None and status == "established" and parties == self._sides and self._is_news(level, low):
            when = self._date_of_news()
        yield _Claim(
            parties,
            level.code.removeprefix("level:"),
            status,
            when[0] if when else None,
            when[1] if when else None,
            None,
            self.headline,
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
            dated = self._bracketed(low, end)
        for country, year in dated:
            if country.code != "ASEAN":
                full = year if len(year) == 4 else f"20{year[1:]}"
                mark = Mark(country.start, country.end, f"partnership: {level.word}, list of years")
                yield _Claim(("ASEAN", country.code), name, "established", full, full, None, False, mark)

    def _bracketed(self, low: int, end: int) -> list[tuple[Mention, str]]:
        """Countries with a year in brackets behind them, also behind the last of a row: 중국·호주(2021)."""
        dated: list[tuple[Mention, str]] = []
        row: list[Mention] = []
        for country in self._mentions.between("country", low, end):
            if row and not _JOINED.fullmatch(self._text, row[-1].end, country.start):
                row = []
            row.append(country)
            year = _YEAR_IN_BRACKETS.match(self._text, country.end, end)
            if year:
                dated += [(member, year[1]) for member in row]
                row = []
        return dated

    def anniversary(self, word: Mention) -> Iterator[_Claim]:
        """An anniversary of relations implies the year they began."""
        low, high = self.sentences.around(word.start)
        count = _count(self._text[max(low, word.start - 20) : word.start])
        level = self._level_of(word, low, high)
        before = self._text[max(low, word.start - 45) : word.start]
        if count is None or level is None or _NEARLY.search(before):
            return
        parties = the_two(self._mentions, level, low, high, self._sides)
        if parties is None:
            return
        year = self._year_of(word, low, high)
        since = word.word.endswith("since")
        stated = f"{count} years since" if since else f"{count}{_ending(count)} anniversary"
        if (
            not since
            and re.match(r"s? (?:of|since)|$", self._text[word.end : word.end + 6]) is None
            and count == 1
        ):
            return
        yield _Claim(
            parties,
            "other" if level.code == "level:diplomatic" else level.code.removeprefix("level:"),
            "established",
            None,
            stated + (f" in {year}" if year else ""),
            str(year - count) if year else None,
            False,
            Mark(word.start, word.end, f"partnership: anniversary, {level.word}"),
        )

    def _level_of(self, word: Mention, low: int, high: int) -> Mention | None:
        """What the anniversary is of."""
        korean = "년" in word.word
        levels = [
            mention
            for mention in self._mentions.between(
                "partnership",
                max(low, word.start - 30) if korean else word.end,
                min(high, word.end + (150 if word.word.endswith("since") else 90)),
            )
            if mention.code.startswith("level:")
        ]
        if korean:
            before = [m for m in levels if m.end <= word.start and word.start - m.end < 14]
            after = [m for m in levels if 0 <= m.start - word.end < 14]
            return before[-1] if before else after[0] if after else None
        for level in levels:
            reach = 120 if word.word.endswith("since") else 70
            if re.fullmatch(
                rf"s?(?: of| since|, of)?(?: [^;,]{{0,{reach}}})?", self._text[word.end : level.start]
            ):
                return level
            break
        for name, code in (("dialogue", "dialogue"), ("comprehensive", "other"), ("strategic", "strategic")):
            if name in word.word:
                return word._replace(code=f"level:{code}")
        if re.search(r"relations|ties", word.word):
            return word._replace(code="level:diplomatic")
        return None

    def _year_of(self, word: Mention, low: int, high: int) -> int | None:
        """The year of the anniversary: one said near it, else the year of issue."""
        before = self._text[max(low, word.start - 40) : word.start]
        after = self._text[word.end : min(high, word.end + 110)]
        for around in (before, after):
            for pattern, shift in _RELATIVE_YEARS:
                if self._published and pattern.search(around):
                    return self._published.year + shift
        if not word.word.endswith("since"):
            for around in (before, after):
                for found in _ABSOLUTE_YEAR.finditer(around):
                    year = int(found[1] or f"20{found[2]}")
                    if self._published is None or abs(year - self._published.year) < 3:
                        return year
        return self._published.year if self._published else None

    def _unfit(self, level: Mention) -> bool:
        """A level that names a kind of countries ("dialogue partners", 대화상대국들) is no step."""
        if level.code not in ("level:dialogue", "level:development", "level:sectoral-dialogue"):
            return False
        plural = self._text[level.end - 1] == "s" and "relation" not in level.word
        return plural or self._text.startswith(("들", "과의", "간", "국"), level.end)

    def _korean(self, level: Mention, low: int, high: int) -> bool:
        return _HANGUL.search(self._text, max(low, level.start - 30), min(high, level.end + 30)) is not None

    def _date(self, level: Mention, low: int, high: int, status: str) -> tuple[str, str] | None:
        """The date of the claim in its sentence, ISO and as worded: the nearest, those before the level first."""
        if not self._dated:
            return None
        # Relations date a step apart only where their anniversary is told; a Korean one (수교 30주년 계기) is the
        # occasion of the step, and its date that of the step.
        near = self._mentions.between("partnership", low, high)
        told = any(word.code == "anniversary" for word in near) and not self._korean(level, low, high)
        relations = () if told else ("level:diplomatic", "level:dialogue")
        others = [
            other
            for other in near
            if other.code.startswith("level:") and other.code not in (level.code, *relations)
        ]
        spans = [
            span
            for span in find_dates(self._text, low, high, self._published)
            if not self._of_a_plan(span)
            and not self._of_an_anniversary(span)
            and all(_distance(span, level) <= _distance(span, other) for other in others)
        ]
        if not spans:
            return None
        span = min(spans, key=lambda span: _distance(span, level))
        return self._ahead(span, status), self._text[span.start : span.end]

    def _ahead(self, span: DateSpan, status: str) -> str:
        """A month without a year, of a step still to come, is the next such month."""
        first = span.first
        issued = self._published
        worded = self._text[span.start : span.end]
        if issued and len(first) > 4 and self._text.startswith(" last year", span.end):
            return f"{issued.year - 1}{first[4:]}"
        if status == "established" or issued is None or first >= issued.isoformat()[: len(first)]:
            return first
        return first if re.search(r"\d{4}|'\d\d", worded) else f"{int(first[:4]) + 1}{first[4:]}"

    def _of_a_plan(self, span: DateSpan) -> bool:
        """A year that belongs to a plan's or a vision's name (2021-2025, Vision 2045) dates no step."""
        after = self._text[span.end : span.end + 6]
        before = self._text[max(0, span.start - 8) : span.start]
        return bool(
            re.match(r"\s?[-~∼]\s?(?:20)?\d\d\b", after) or re.search(r"(?:Vision|비전|[-~∼])\s?$", before)
        )

    def _of_an_anniversary(self, span: DateSpan) -> bool:
        return len(span.first) == 4 and bool(
            re.match(r"\s?(?:수교|대화관계)[^.]{0,8}주년", self._text[span.end : span.end + 24])
        )

    def _is_news(self, level: Mention, low: int) -> bool:
        """Does the title or a first sentence tell the step as news ("the two leaders elevated ties to …")?"""
        if self.headline:
            return True
        body = next((p for p in self._document.paragraphs if p.part in (Part.BODY, Part.LIST)), None)
        if body is None or level.start > body.start + _LEAD:
            return False
        return not _NOT_NEW.search(self._text, low, level.end)

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


def _distance(span: DateSpan, level: Mention) -> int:
    if span.end <= level.start:
        return level.start - span.end
    return span.start - level.end + 40


def _count(before: str) -> int | None:
    match = _COUNT.search(before.rstrip() + " ")
    if not match:
        return None
    return int(match[1]) if match[1] else _NUMBERS.get(match[2].lower())


def _ending(count: int) -> str:
    return {1: "st", 2: "nd", 3: "rd"}.get(0 if count % 100 in (11, 12, 13) else count % 10, "th")


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
        unfinished = [claim for claim in same if claim.status in _FIRMNESS]
        if unfinished and not any(_settles(claim) for claim in same):
            best = min(unfinished, key=lambda claim: (-len(claim.date or ""), _FIRMNESS.index(claim.status)))
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
