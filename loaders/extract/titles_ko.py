"""Titles of office in Korean with the names beside them.

박진 외교부 장관, 정병원 차관보                                  Korean name, office
「쁘락 소콘(Prak Sokhonn)」 캄보디아 부총리 겸 외교장관            name in two scripts, country, office
웬디 셔먼 미국 국무부 부장관, 인도네시아의 조코 위도도 대통령       without brackets
리영철 주라오스 북한대사                                        a country within the office
"""

from __future__ import annotations

import re
from functools import cache

from loaders.extract.countries import state_before
from loaders.extract.lexicon import REFERENCE, Mention, Mentions
from loaders.extract.names_ko import (
    country_before,
    is_korean_name,
    latin_end,
    name_in_hangul,
    name_in_latin,
    name_in_two_scripts,
    without_country,
    without_honours,
)
from loaders.extract.people import is_known, name_parts, tidy
from loaders.extract.person import Person, around
from loaders.reference import read_rows

_ORG_END = re.compile(
    r"(?:부|처|청|국|실|원|위원회|대표부|사무국|본부|단|과|센터|연구원|대사관|겸|당|관|회|담당|관계|국제기구|총국|의회|국회|특별|수석|상임|임시|수석대표|양자|다자|제?[12]|공동체|정치국)$"
)
_OFFICE_WORD = re.compile(
    r"(?:아세안|정치안보|사회문화|경제공동체|외교|국방|북핵|동남아|아시아|태평양|담당|국제|해양|양자·?아세안|겸|및|·|전|당|제1|제2)"
)
_NAME_BEHIND = re.compile(r" ([가-힣]{2,4})\)")  # 한-아세안센터(사무총장 박도윤)
_NAME_AFTER = re.compile(r" ([가-힣]{3})(?:은|는|이|가|과|와|을|를|께서)(?= )")  # 외교부 장관 조태열은
_OFFICE_AND = re.compile(
    r"(?:장관|차관|총리|대통령|대사|[국실부의총]장|차관보|주석|서기장|국왕|특사|대표)과$"
)  # no division
_PAIR_OF_STATES = re.compile(r"한\s?[·-]\s?")
_ACRONYM = re.compile(r"\([A-Z]{2,6}\)$")


@cache
def _country_names() -> frozenset[str]:
    rows = read_rows(REFERENCE / "country_words.csv")
    return frozenset(str(row["word"]) for row in rows if row["language"] == "ko" and row["use"] == "word")


# Offices that one state alone has.
_OF_ONE_STATE = {
    "외무대신": "JPN", "외무상": "JPN",
    "방위대신": "JPN", "방위상": "JPN", "환경대신": "JPN", "경제산업상": "JPN", "경제산업대신": "JPN",
    "재무상": "JPN", "관방장관": "JPN", "국무장관": "USA", "외교부장": "CHN", "상무부장": "CHN", "생태환경부장": "CHN",
}  # fmt: skip


@cache
def _portfolios() -> tuple[str, ...]:
    return tuple(name_parts("portfolio-ko"))


class _Office:
    """The words of an office before its head, read from right to left: where they start, and whose office it is."""

    def __init__(self, mentions: Mentions, head: Mention, near: list[Mention], low: int) -> None:
        text = mentions.text
        self.start = self.cursor = _word_start(text, head.start, low)
        self.party: str | None = None
        for country in near:
            region = country.code == "ASEAN" and country.end < head.start  # 아세안협력총국장
            if self.start <= country.start and country.end <= head.start and not region:
                self.party = country.code  # 북한대사
        if text[self.start : head.start].startswith("주") and near and near[-1].start == self.start + 1:
            self.party = None  # 주아세안대사
        self._mentions = mentions
        self._near = near
        while self.cursor > low and text[self.cursor - 1] == " " and self._one_more(low):
            pass

    def _one_more(self, low: int) -> bool:
        """Take in the word before the cursor; False where it is none of the office."""
        text, end = self._mentions.text, self.cursor - 1
        acronym = _ACRONYM.search(text, max(low, end - 8), end) if text[end - 1] == ")" else None
        if acronym:
            end = acronym.start()  # 유럽연합(EU)
        begin = _word_start(text, end, low)
        word = text[begin:end]
        inside = next((c for c in self._near if c.start >= begin and c.end <= self.cursor - 1), None)
        if (
            inside
            and inside.start == begin
            and (inside.end in (end, self.cursor - 1) or text[inside.end : end] in ("의", "측"))
        ):
            self.party = self.party or inside.code
            self.start = self.cursor = begin
            return True
        if inside and _PAIR_OF_STATES.fullmatch(text, begin, inside.start) and inside.end == end:
            self.start = self.cursor = begin  # 한·베트남 의원친선협회장
            return True
        if not self.party and (state := state_before(text, self.cursor)):
            self.party = state  # 블링컨 미 국무장관
            self.cursor = begin
            return False
        if word.startswith("주") and ((inside and inside.start == begin + 1) or word[1:] in _country_names()):
            self.start = self.cursor = begin  # 주라오스 북한대사
            return True
        if acronym is None and latin_end(text, end):
            return False
        titled = self._mentions.between("title", low, self.cursor)
        if (
            (titled and titled[-1].end == end and (titled[-1].start <= begin or not is_korean_name(word)))
            or word in name_parts("standing-ko")
            or word in name_parts("ministry-ko")
            or (
                len(word) > 1
                and _ORG_END.search(word)
                and not _OFFICE_AND.search(word)
                and (not is_korean_name(word) or self._behind_country(begin))
            )
            or word in name_parts("portfolio-ko")
            or (len(word) > 2 and word.endswith(_portfolios()))
            or _OFFICE_WORD.fullmatch(word)
            or (len(word) > 2 and word[-1] in "주성" and self._behind_country(begin))  # 셀랑고르주 총리
            or (word == "주한" and self.party)  # 주한 인도네시아 대사
        ):
            if word == "아세안":
                self.party = self.party or "ASEAN"
            self.start = self.cursor = begin
            return True
        return False

    def _behind_country(self, begin: int) -> bool:
        """베트남 공안부: of a country, so no name of a person, however it looks; 우리측 정병원 차관보 is one."""
        return any(country.end == begin - 1 and country.code != "KOR" for country in self._near)


def korean_person(
    mentions: Mentions, head: Mention, countries: list[Mention], starts: list[int]
) -> Person | None:
    """The person or office at a title; `starts` are the starts of `countries`."""
    text = mentions.text
    line = text.rfind("\n", 0, head.start) + 1
    low = max(line, head.start - 90)
    near = around(countries, starts, low, head.start)
    office = _Office(mentions, head, near, low)
    title, party = _title(text, office.start, head.end, near), office.party
    said = text[office.start : head.end].replace(" ", "")
    if (party == "ASEAN" and "사무" in title) or "아세안사무" in said:
        party = "ASEC"
    both = name_in_two_scripts(text, low, office.cursor)
    if both:
        name_ko, start = without_country(both[1], both[0], countries, starts)
        name_ko, _ = without_honours(name_ko, start)
        party = party or country_before(near, text, start)
        return Person(tidy(both[2]), name_ko or None, title, party, head.code, start, head.end, office.start)
    latin = name_in_latin(text, low, office.cursor)
    if latin:
        return Person(tidy(latin[1]), None, title, party, head.code, latin[0], head.end, office.start)
    named = name_in_hangul(text, low, office.cursor, party, near)
    if named:
        begin, name_ko = named
        name_ko, _ = without_honours(name_ko, begin)
        party = party or country_before(near, text, begin)
        if party is None and not is_known(name_ko):
            party = _OF_ONE_STATE.get(title.split(" ")[-1])
        return Person(None, name_ko, title, party, head.code, begin, head.end, office.start)
    after = _NAME_AFTER.match(text, head.end)
    if after and is_korean_name(after[1]) and party in (None, "KOR", "ASEC"):
        return Person(None, after[1], title, party, head.code, office.start, after.end(1), office.start)
    behind = _NAME_BEHIND.match(text, head.end)
    if (
        head.code == "org-head"
        and behind
        and is_korean_name(behind[1])
        and text[office.start - 1 : office.start] == "("
    ):
        of = next((c.code for c in reversed(near) if c.end == office.start - 1), party)
        return Person(None, behind[1], title, of, head.code, office.start, behind.end(1), office.start)
    return Person(None, None, title, party, head.code, office.start, head.end, office.start)


def _title(text: str, start: int, end: int, near: list[Mention]) -> str:
    """The office as worded, without the country and the words of standing around it."""
    words = _standing_off(text[start:end].strip())
    for country in near:
        name = text[country.start : country.end]
        if country.start < end and country.end > start and words.startswith(name):
            words = words.removeprefix(name).removeprefix("의").removeprefix("측").strip()
            break
    return _standing_off(words)


def _standing_off(words: str) -> str:
    first, _, rest = words.partition(" ")
    return rest if rest and first in name_parts("standing-ko") else words


def _word_start(text: str, position: int, low: int) -> int:
    begin = position
    while (
        begin > low
        and not text[begin - 1].isspace()
        and text[begin - 1] not in ",/;:「」『』“”‘’\"'(▲△▴▵▷◦|<>"
    ):
        begin -= 1
    return begin
