"""Facts of the release itself: issuer, language, date of issue, embargo, department.

What the file says of itself (front matter, the address) goes before what is read in the text. In the text the
masthead, the header and the last lines are looked at:

    보도시점 즉시 배포 2023.5.9.(화)              배포일시 2022. 9. 6.(화)      등록일 2022-06-21
    (서울=가온통신) 홍길동 기자 = ...               입력 2024.05.16 16:40
    JAKARTA, 27 May 2021 - The 36th ASEAN-Japan Forum ...      Hanoi (VNA) - ...
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from urllib.parse import urlsplit

from loaders.extract.dates import find_dates
from loaders.extract.lexicon import REFERENCE, Mention, Mentions, same_characters
from loaders.extract.masthead import country_of_masthead
from loaders.reference import read_rows
from loaders.text import Document

_HEAD = 1500  # characters of the masthead and header
_ANCHOR_WITHIN = 20_000
_TAIL = 700  # characters of the last lines, where agencies and some ministries date a text

_ISSUE_LABEL = re.compile(
    r"배포(?:일시|일자|일)?(?!\s*즉시)|등록일|작성일|게시일|발행일|입력|송고|승인|보도일시|기사입력"
    r"|Date of issue|Published|Posted|Updated|Issued|Released?(?: date| on)?|Date(?=\s*:)|d(?<=\bd)ate(?=\s+20)"
)
_FULL_DATE = re.compile(
    r"(?<!\d)(?:19|20)\d\d\s?(?:[-/.]|년)\s?\d{1,2}\s?(?:[-/.]|월)\s?\d{1,2}(?!\d)"
    r"|(?<![\d./])\d{1,2}[-./]\d{1,2}[-./]20\d\d(?!\d)"
    r"|\b\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][A-Za-z]{2,8}\.?,?\s+(?:19|20)\d\d\b"
    r"|\b[A-Z][A-Za-z]{2,8}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+(?:19|20)\d\d\b"
)
# 2024년 5월호 (5. 17. 발간)
_NUMBER_OF = re.compile(
    r"((?:19|20)\d\d)(?:년|\.)[^\n]{0,24}?(?<!\d)(\d{1,2}[./월]\s?\d{1,2})[.일]?\s?(?:\(.\)\s?)?(?:발간|발행|간행|배포|게재)"
)
_LATIN = re.compile("[\0-\u303f]+")  # and signs: what is left are letters of East Asia
_HANGUL = re.compile("[가-힣]+")
_KANA = re.compile("[\u3040-\u30ff]+")
_HAN = re.compile("[\u4e00-\u9fff]+")
_DATELINE = re.compile(r"^\)?\s*(?:-|:|\|)")
_EMBARGO_AT = re.compile(
    r"(?:보도일시|보도시점|엠바고)[^\d\n]{0,20}((?:20\d\d)\s?\.\s?\d{1,2}\s?\.\s?\d{1,2}\s?\.?)"
    r"\s?(?:\(.\))?\s?(?:(조간|석간)|(\d{1,2})\s?[:시]\s?(\d{2})?)?"
)
_AT_ONCE = re.compile(
    r"배포\s?(?:시점|일시)?[^\d\n]{0,12}즉시|보도\s?(?:시점|일시)?[^\d\n]{0,12}즉시|F(?i:or immediate release)"
    r"|f(?i:or immediate release)"
)
_DEPARTMENT = re.compile(r"담당\s?부서\s*[:|]?\s*([가-힣\d]{2,14}(?:국|실|관|본부|단|센터))(?=[\s|])")
_DIVISION = re.compile(r"^[\s|]*([가-힣\d]{2,14}(?:과|팀|담당관실|담당관))[\s|]+담당자", re.MULTILINE)
# (서울=가온통신), [한빛신문=홍길동 기자]; a picture's source is no agency.
_AGENCY = re.compile(
    r"[(\[](?!사진)[가-힣]{2,6}\s?=\s?([가-힣A-Za-z\d]{2,12})[)\]]"
    r"|[(\[]([가-힣A-Za-z\d]{2,12})\s?=\s?[가-힣]{2,4}\s(?:기자|특파원)[)\]]"
)
_NEWS = re.compile(
    r"기자(?<=[가-힣]{2} 기자)\b|특파원(?<=[가-힣]{2} 특파원)\b"
    r"|무단\s?전재|재배포 금지|국제부 \||정치부 \||사회부 \||기사입력"
    r"|R(?<=\bR)eporter\b"
)
# A ministry that is quoted is a source, not the issuer.
_QUOTED = re.compile(
    r"\s?에 따르면|[은는이가]\s[^.\n]{0,80}(?:밝혔|전했|말했|설명했)|\s(?:said|announced|confirmed)\b"
)
_HEAD_ABROAD = re.compile(r"장(?!관)")  # 외교부장
# In English the holder is the state or a site more often than an outlet.
_COPYRIGHT = re.compile(
    r"(?:저작권자|ⓒ|©)\s?(?:\([cC]\)|ⓒ|©)?\s?['\"]?(?!\d{4})([가-힣][가-힣A-Za-z\d]{1,13}|[A-Z]{2,8}(?![A-Za-z])"
    r"|[A-Z][a-z]+\d)"
)


@dataclass(frozen=True, slots=True)
class Release:
    """What is known of the release; `country` is the issuer's side in the talks it reports.

    `anchor` is the day from which dates without a year are told: the date of issue or, where that is not
    said, the first full date in the text.
    """

    issuer: str | None
    issuer_kind: str | None
    country: str | None
    language: str
    published: date | None
    anchor: date | None
    embargo: str | None
    department: str | None
    source_url: str | None


def read_release(document: Document, mentions: Mentions) -> Release:
    """The facts of the release itself; what is not said is None."""
    source = document.source
    head, tail = same_characters(source.text[:_HEAD]), same_characters(source.text[-_TAIL:])
    language = _language(document.text)
    url = source.metadata.get("source_url")
    issuer = source.metadata.get("issuer") or _by_address(url) or _in_text(document, mentions, head, tail)
    kind, country = _issuers().get(issuer or "", (None, None))
    in_doubt = kind is None or issuer == "ASEAN"  # a mission or a ministry names the secretariat too
    if in_doubt and language == "en" and not (_NEWS.search(head) or _NEWS.search(tail)):
        state = country_of_masthead(document, mentions)
        if state:
            issuer, kind, country = None if issuer == "ASEAN" else issuer, "government", state
    if kind is None and (issuer or _NEWS.search(head) or _NEWS.search(tail)):
        kind = "news"
    published = _published(source.metadata.get("published"), head, tail)
    return Release(
        issuer=issuer,
        issuer_kind=kind,
        country=country or ("KOR" if language == "ko" else None),
        language=language,
        published=published,
        anchor=published
        or _first_day(head)
        or _first_day(document.text[:_ANCHOR_WITHIN])
        or _first_month(document.text[:_HEAD]),
        embargo=_embargo(head),
        department=_department(source.text),
        source_url=url,
    )


@cache
def _issuers() -> dict[str, tuple[str | None, str | None]]:
    return {str(row["issuer"]): (row["kind"], row["country"]) for row in read_rows(REFERENCE / "issuers.csv")}


@cache
def _domains() -> dict[str, str]:
    rows = read_rows(REFERENCE / "issuers.csv")
    return {domain: str(row["issuer"]) for row in rows for domain in (row["domains"] or "").split()}


def _by_address(url: str | None) -> str | None:
    host = urlsplit(url).hostname if url else None
    while host:
        if host in _domains():
            return _domains()[host]
        host = host.partition(".")[2]
    return None


def _in_text(document: Document, mentions: Mentions, head: str, tail: str) -> str | None:
    agency = _AGENCY.search(head) or _COPYRIGHT.search(tail)
    if agency:
        return next(name for name in agency.groups() if name)
    if _NEWS.search(head) or _NEWS.search(tail):
        return None
    named = [
        m
        for m in mentions["issuer"]
        if not (_QUOTED.match(document.text, m.end) or _is_of_another(document.text, m, mentions))
    ]
    if named and named[0].start < _HEAD:
        return named[0].code
    # The contact block is in no paragraph; the office in charge still tells whose release it is.
    office = _DEPARTMENT.search(tail)
    if office and "아세안" in office[1]:
        return "MOFA-KR"
    return named[-1].code if named and named[-1].start > len(document.text) - _TAIL else None


def _is_of_another(text: str, office: Mention, mentions: Mentions) -> bool:
    """Is it another state's ministry that bears the name of a Korean one: 태국 외교부 차관, 왕이 외교부장?"""
    if not office.code.endswith("-KR"):
        return False
    before = mentions.between("country", office.start - 10, office.start)
    beside = bool(before) and text[before[-1].end : office.start] in ("", " ", "의 ")
    return (beside and before[-1].code != "KOR") or _HEAD_ABROAD.match(text, office.end) is not None


def _language(text: str) -> str:
    sample = text[:4000]
    letters = _LATIN.sub("", sample)
    if not letters:
        return "en"
    if _count(_HANGUL, letters) * 5 > len(sample):
        return "ko"
    if _count(_KANA, letters) * 10 > len(sample):
        return "ja"
    return "zh" if _count(_HAN, letters) * 5 > len(sample) else "en"


def _count(letters: re.Pattern[str], text: str) -> int:
    """How many characters of a text are such letters."""
    return sum(map(len, letters.findall(text)))


def _published(stated: str | None, head: str, tail: str) -> date | None:
    if stated:
        try:
            return date.fromisoformat(stated[:10])
        except ValueError:
            pass
    for text in (head, tail):
        for label in _ISSUE_LABEL.finditer(text):
            near = _FULL_DATE.search(text, label.end(), label.end() + 40)
            found = near and _day(near[0])
            if found:
                return found
    for text in (head[:600], tail):
        if (number := _NUMBER_OF.search(text)) and (
            found := _day(f"{number[1]}.{number[2].replace('월', '.')}")
        ):
            return found
        for line in (" ".join(line.split()) for line in text.splitlines()):
            # A date of issue has a short line to itself or opens the text: JAKARTA, 27 May 2021 - ...
            match = _FULL_DATE.search(line)
            if match and (
                len(line) < 60 + 40 * (match.start() == 0)
                or (_DATELINE.search(line[match.end() :]) and match.start() < 40)
            ):
                found = _day(match[0])
                if found:
                    return found
    return None


def _first_day(text: str) -> date | None:
    return next(
        (
            date.fromisoformat(span.first)
            for span in find_dates(text, 0, len(text), None)
            if len(span.first) == 10
        ),
        None,
    )


def _first_month(text: str) -> date | None:
    """The middle of the first month with a year, of a newsletter or a review: the month in review (February 2024)."""
    months = (span.first for span in find_dates(text, 0, len(text), None) if len(span.first) == 7)
    return next((date.fromisoformat(f"{month}-15") for month in months), None)


def _day(text: str) -> date | None:
    text = re.sub(r"(?<=\d)\s+(?=[-/.년월])", "", text)
    spans = find_dates(f"가 {text}.", 0, len(text) + 3, None)
    return date.fromisoformat(spans[0].first) if spans and len(spans[0].first) == 10 else None


def _embargo(head: str) -> str | None:
    """ "immediate", or the ISO day (and hour) before which nothing may be printed."""
    if _AT_ONCE.search(head):
        return "immediate"
    stated = _EMBARGO_AT.search(head)
    day = stated and _day(stated[1])
    if not stated or not day:
        return None
    return day.isoformat() + (f"T{int(stated[3]):02d}:{stated[4] or '00'}" if stated[3] else "")


def _department(text: str) -> str | None:
    """The office in charge, 국 and 과; the persons named beside it are left where they are."""
    office = _DEPARTMENT.search(text)
    if not office:
        return None
    division = _DIVISION.search(text, office.end(), office.end() + 200)
    return f"{office[1]} {division[1]}" if division else office[1]
