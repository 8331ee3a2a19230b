"""Partners listed with the date since when each holds a level.

the date behind each partner      China (2021), Japan (2023)    중국·호주(2021년)    호주 : 2021년 10월    Peru in 2012
the date before each              2021: China, India, 2022: Japan    2021년 중국, 호주와, 2022년 미국과
dates in the order of partners    Chile, Peru and Italy, since 2012, 2014 and 2019 respectively

A list stands in the sentence of its level, or in the lines that follow it. Several partners may share a date. Who holds
the level with them is the one other country named there, else ASEAN, which holds none with its own members.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from loaders.extract.claim_dates import ClaimDates
from loaders.extract.countries import members
from loaders.extract.country_pairs import NO_PARTY
from loaders.extract.dates import DateSpan
from loaders.extract.days import full_year
from loaders.extract.lexicon import Mention, Mentions

_MAY_DATE = re.compile(r"\d|\b(?:[Ll]ast|[Tt]his|[Nn]ext) |\b(?:in|since) [A-Z]|올해|지난|작년|내년|달 전")
_SHORT_YEAR = re.compile(r"'(\d\d)(?=년(?! ?\d)|[),;])")
_JOINED = re.compile(r"\s?[·,&/]\s?|,? and (?:the )?|,? 그리고 |(?:과|와|및)?,? ?(?:및 )?")
_IN_BRACKETS = re.compile(
    r"(?:관계)?\s?\((?:(?:both|all|each|in|since|from|as of|established|signed|upgraded|elevated)\s)*"
)
_BEHIND = re.compile(
    r"(?:은|는|이|가|과는|와는)? | ?[:：=] ?|,? (?:in|since|from|as of)(?: the)?(?: early| late| mid-?)? |\s?- (?=\d)"
    r"|(?:은|는|이|가|과는|와는)? ?지난 ",
)
_AHEAD = re.compile(r"\s?년?\s?[:：]\s?|년?(?:에는?)? ?(?:각각 )?|,? with (?:the )?")
_COLON_AHEAD = re.compile(r"\s?년?\s?[:：]\s?")
_GOES_ON = re.compile(
    r"(?:와|과)(?:는|도)?(?:[, ]|$)|(?:이|가|도)[, ]|,? and (?:in|with) |[;)/.]|, in |\s?$|,\s?(?:['\d]"
    r"|지난|올해|작년|이달|내년)"
)
_RESPECTIVELY = re.compile(r"\brespectively\b|각각")
_ONE_OF_ROW = re.compile(r"\s?,\s?|,? and |,? ?(?:과|와) ?|년|년과 |년, ")
_LAST_YEAR = re.compile(r"\b[Ll]ast year\b|지난해|작년")
_YEAR_TOLD = re.compile(r"\b[Ll]ast year\b|\b[Tt]his year\b|지난해|작년|올해|금년|(?:19|20)\d\d")
_YEAR_BACK = 80  # characters before a sentence in which the year of its months may stand
_SAID = re.compile(r"(?:19|20)\d\d|'\d\d|year|올해|금년|지난|작년|올 |내년")
_COLON = re.compile(r"(?:s|관계)?(?: ?\([^)]{2,6}\))?\s?[:：(]")
_ITEM = re.compile(r"\s*(?:[-*•○ㅇ▪①-⑳▲△]|\d{1,2}[.)])?\s*(?:the )?")
_WITHIN = 300  # characters of the lines that follow


class Partner(NamedTuple):
    """A partner and the date since when it holds the level (ISO), as the text words it."""

    country: Mention
    date: str
    stated: str


class PartnerList(NamedTuple):
    """The partners of one level, and who holds it with them; None: the two sides have to tell."""

    partners: tuple[Partner, ...]
    holder: str | None


class _Row(NamedTuple):
    """Countries joined alike."""

    countries: tuple[Mention, ...]

    @property
    def start(self) -> int:
        return self.countries[0].start

    @property
    def end(self) -> int:
        return self.countries[-1].end


def partners_listed(
    mentions: Mentions,
    level: Mention,
    low: int,
    high: int,
    known: ClaimDates,
    established: Callable[[], bool],
) -> PartnerList | None:
    """The list that belongs to the level, in the sentence and lines from `low` to `high`; None where there is none.

    `established` tells whether a verb says that the level was reached; else only brackets and colons make a list.
    """
    countries = [c for c in mentions.between("country", low, high) if c.code not in NO_PARTY]
    if not countries:
        return None
    text = mentions.text
    if not _MAY_DATE.search(text, low, high):
        return None
    dates = _dates(text, low, high, known)
    if not dates:
        return None
    rows = list(_rows(text, countries))
    in_brackets = _assigned(text, rows, dates, _IN_BRACKETS) | _by_colon(text, rows, dates)
    in_brackets = _assigned(text, rows, dates, _COLON_LINE) | in_brackets
    open_rows = [row for row in rows if row not in in_brackets]
    taken = set(in_brackets.values())
    loose: dict[_Row, DateSpan] = {}
    if rows != list(in_brackets) and established():
        rest = [span for span in dates if span not in taken]
        behind = _assigned(text, open_rows, rest, _BEHIND)
        if in_brackets:  # 베트남은 이달에만 인도네시아(10일), …: the date of the one spoken of is that of all
            first = min(row.start for row in in_brackets)
            behind = {row: span for row, span in behind.items() if row.start > first}
        ahead = _assigned_ahead(text, open_rows, rest)
        loose = max((ahead, behind), key=len)
        if len({span.first for span in [*loose.values(), *taken]}) < 2:
            loose = {}
    found = in_brackets | loose
    partners = [
        Partner(
            country,
            _of_last_year(text, low, rows[0].start, span, known.published),
            text[span.start : span.end],
        )
        for row, span in found.items()
        for country in row.countries
        if _belongs(mentions, row, level, low, high)
    ]
    if not partners and established():
        partners = list(_in_order(text, rows, dates, low, high))
    if not partners:
        return None
    holder = _holder(mentions, partners, low, high)
    partners = [partner for partner in partners if partner.country.code != holder]
    return PartnerList(tuple(sorted(partners, key=lambda p: p.country.start)), holder) if partners else None


def lines_below(text: str, level: Mention, low: int, high: int, mentions: Mentions) -> int:
    """The end of the lines that list partners below the sentence of a level that names none itself."""
    end = text.find("\n", level.end)
    end = len(text) if end < 0 else end
    if _OPENS.match(text, high):
        return max(high, min(end, level.end + _WITHIN))
    stop = high
    if end > high + 1:
        return _next_sentence(text, high, end, mentions)
    while end < len(text) and end - level.end < 2 * _WITHIN:
        item = _ITEM.match(text, end + 1)
        at = item.end() if item else end + 1
        line_end = text.find("\n", end + 1)
        line_end = len(text) if line_end < 0 else line_end
        first = mentions.between("country", at, line_end)[:1]
        if not first or first[0].start != at or mentions.between("partnership", at, line_end):
            break
        if not _IN_BRACKETS.match(text, first[0].end) and not _COLON_LINE.match(text, first[0].end):
            break
        end = stop = line_end
    return stop


def _next_sentence(text: str, high: int, end: int, mentions: Mentions) -> int:
    """The end of the rest of the paragraph, where it lists partners and names no level of its own."""
    stop = min(end, high + _WITHIN)
    levels = mentions.between("partnership", high, stop)
    stop = next((word.start for word in levels if word.code.startswith("level:")), stop)
    cut = text.rfind(". ", high, stop) + 1 if stop < end else stop
    rows = sum(
        _IN_BRACKETS.match(text, country.end) is not None
        and _DATED_BRACKET.match(text, country.end) is not None
        for country in mentions.between("country", high, cut)
    )
    return cut if rows > 1 else high


_DATED_BRACKET = re.compile(r"\s?\([^)]{0,16}(?:\d\d|year|올해|지난|작년|last|since)")
_OPENS = re.compile(r"\s*\(")
_IN_LIST = re.compile(r"[,·/;] ?(?:and )?(?:the )?$")
_COLON_LINE = re.compile(r"\s?[:：-]\s?")


def _dates(text: str, low: int, high: int, known: ClaimDates) -> list[DateSpan]:
    spans = list(known.between(low, high))
    for match in _SHORT_YEAR.finditer(text, low, high):
        if not any(span.start <= match.start() < span.end for span in spans):
            year = str(full_year(match[1]))
            spans.append(DateSpan(match.start(), match.end(), year, year, "date:short-year"))
    return sorted(spans)


def _rows(text: str, countries: list[Mention]) -> Iterator[_Row]:
    row: list[Mention] = []
    for country in countries:
        if row and not _JOINED.fullmatch(text, row[-1].end, country.start):
            yield _Row(tuple(row))
            row = []
        row.append(country)
    yield _Row(tuple(row))


def _assigned(
    text: str, rows: list[_Row], dates: list[DateSpan], gap: re.Pattern[str]
) -> dict[_Row, DateSpan]:
    """Rows with the date that follows them after such a gap."""
    found: dict[_Row, DateSpan] = {}
    for row in rows:
        span = next((span for span in dates if span.start >= row.end), None)
        if span and gap.fullmatch(text, row.end, span.start):
            found[row] = span
    return found


def _assigned_ahead(text: str, rows: list[_Row], dates: list[DateSpan]) -> dict[_Row, DateSpan]:
    """Rows with the date that stands before them, in the manner of a list that goes on."""
    found: dict[_Row, DateSpan] = {}
    for row in rows:
        span = next((span for span in reversed(dates) if span.end <= row.start), None)
        if span and _AHEAD.fullmatch(text, span.end, row.start) and _GOES_ON.match(text, row.end):
            found[row] = span
    return found


def _by_colon(text: str, rows: list[_Row], dates: list[DateSpan]) -> dict[_Row, DateSpan]:
    """Rows behind a date and a colon: 2021: China, India; 2022: Japan."""
    found: dict[_Row, DateSpan] = {}
    for row in rows:
        span = next((span for span in reversed(dates) if span.end <= row.start), None)
        if span and _COLON_AHEAD.fullmatch(text, span.end, row.start):
            found[row] = span
    return found


def _in_order(text: str, rows: list[_Row], dates: list[DateSpan], low: int, high: int) -> Iterator[Partner]:
    """As many dates as partners, in their order: since 2012, 2014 and 2019 respectively."""
    if not _RESPECTIVELY.search(text, low, high):
        return
    series: list[DateSpan] = []
    for span in dates:
        if series and not _ONE_OF_ROW.fullmatch(text, series[-1].end, span.start):
            series = []
        series.append(span)
    row = next((row for row in rows if len(row.countries) >= len(series) > 1), None)
    if row:
        for country, span in zip(row.countries[-len(series) :], series, strict=True):
            yield Partner(country, span.first, text[span.start : span.end])


def _belongs(mentions: Mentions, row: _Row, level: Mention, low: int, high: int) -> bool:
    """Of several levels a row is of the one before it in a list after a colon, and in English; in Kore"
    "an of the next."""
    same = (level.code, "level:same")
    levels = [
        word
        for word in mentions.between("partnership", low, high)
        if word.code.startswith("level:") and word.code not in ("level:diplomatic", "level:dialogue")
    ]
    if not any(word.code not in same for word in levels):
        return True
    before = [word for word in levels if word.end <= row.start]
    after = [word for word in levels if word.start >= row.end]
    korean = mentions.text[level.start : level.start + 1] >= "가"
    if before and (_COLON.match(mentions.text, before[-1].end) or not korean or not after):
        return before[-1].code in same
    return bool(after) and after[0].code in same


def _holder(mentions: Mentions, partners: list[Partner], low: int, high: int) -> str | None:
    """Who holds the level with each of a list: the country named beside it; None where nobody else is named."""
    listed = {partner.country.code for partner in partners}
    first = min(partner.country.start for partner in partners)
    beside = [
        c.code
        for c in mentions.between("country", low, high)
        if c.code not in NO_PARTY and not (c.start > first and _IN_LIST.search(mentions.text, first, c.start))
    ]
    others = list(dict.fromkeys(code for code in beside if code not in listed))
    if "ASEAN" in others and not listed & members():
        return "ASEAN"
    others = [code for code in others if code != "ASEAN"] or ["ASEAN"] * ("ASEAN" in others)
    if others:
        ahead = [c.code for c in mentions.between("country", low, first) if c.code in others]
        return ahead[-1] if ahead else others[0]
    return None


def _of_last_year(text: str, low: int, first: int, span: DateSpan, published: date | None) -> str:
    """A month of a sentence about last year, or after one, is of that year."""
    worded = text[span.start : span.end]
    if published is None or len(span.first) == 4 or _SAID.search(worded):
        return span.first
    start = max(low - _YEAR_BACK, text.rfind("\n", 0, low) + 1)
    told = [match[0] for match in _YEAR_TOLD.finditer(text, start, max(low, first))]
    last = bool(told) and _LAST_YEAR.search(told[-1]) is not None
    return f"{published.year - 1}{span.first[4:]}" if last else span.first
