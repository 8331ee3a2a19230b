"""Titles of office in Korean with the names beside them.

박진 외교부 장관, 정병원 차관보                                  Korean name, office
「쁘락 소콘(Prak Sokhonn)」 캄보디아 부총리 겸 외교장관            name in two scripts, country, office
훈 마넷 캄보디아 총리, 인도네시아의 조코 위도도 대통령            without brackets
리영철 주라오스 북한대사                                        a country within the office
"""

from __future__ import annotations

import re

from loaders.extract.lexicon import Mention, Mentions
from loaders.extract.people import is_known, name_parts, tidy
from loaders.extract.person import Person, around

_STOP = re.compile(r"[,/;:·\n」』”’)\]>▲△▴○ㅇ*|=]|\. ")
_ORG_END = re.compile(
    r"(?:부|처|청|국|실|원|위원회|대표부|사무국|본부|단|과|센터|연구원|대사관|겸|당|관|회|담당|관계|국제기구|총국|의회|국회|특별|수석|상임|임시|수석대표|양자|다자|제?[12]|공동체|정치국)$"
)
_PARTICLE_END = re.compile(
    r"(?:은|는|을|를|와|에서|에서는|에게|으로|에|께서|까지|부터|하여|하고|하며|하는|하고|했고|되는|된|에는|로는|에도|하기|이며|했으며|였으며|로서|라며|면서|이자|중인|해|[가-힣]한|계기로|따라"
    r"|[장관보사령리석](?:과|이|가|도))$"
)
_IN_LATIN = re.compile(r"(?<![\w(])([A-Z][\w'.-]+(?: [A-Z][\w'.-]*){1,5}) $")
_HANGUL_WORD = re.compile(r"(?<![^\s「『“‘\"'(/=·ㆍ>-])[가-힣]+(?!\S)")


def korean_person(
    mentions: Mentions, head: Mention, countries: list[Mention], starts: list[int]
) -> Person | None:
    """The person or office at a title; `starts` are the starts of `countries`."""
    text = mentions.text
    line = text.rfind("\n", 0, head.start) + 1
    low = max(line, head.start - 90)
    near = around(countries, starts, low, head.start)
    word_start = _word_start(text, head.start, low)
    title_start, party = word_start, None
    for country in near:
        if word_start <= country.start and country.end <= head.start:
            party = country.code  # 북한대사
    if text[word_start : head.start].startswith("주") and near and near[-1].start == word_start + 1:
        party = None  # 주아세안대사
    cursor = word_start
    # Words of the office, from right to left: 라오스 부총리 겸 | 외교장관
    while cursor > low:
        if text[cursor - 1] != " ":
            break
        begin = _word_start(text, cursor - 1, low)
        word = text[begin : cursor - 1]
        inside = next((c for c in near if c.start >= begin and c.end <= cursor - 1), None)
        if (
            inside
            and inside.start == begin
            and (inside.end == cursor - 1 or text[inside.end : cursor - 1] in ("의", "측"))
        ):
            party = party or inside.code
            title_start = cursor = begin
            continue
        if inside and word.startswith("주") and inside.start == begin + 1:
            title_start = cursor = begin  # 주라오스 북한대사
            continue
        if _latin_end(text, cursor - 1):
            break
        titled = mentions.between("title", begin, cursor)
        if (
            titled
            and titled[-1].end == cursor - 1
            and (titled[-1].start == begin or not _is_korean_name(word))
        ):
            title_start = cursor = begin
            continue
        if (len(word) > 1 and _ORG_END.search(word) and not _is_korean_name(word)) or word in (
            "겸",
            "및",
            "·",
            "제1",
            "제2",
        ):
            title_start = cursor = begin
            continue
        if re.fullmatch(
            r"(?:아세안|정치안보|사회문화|경제공동체|외교|국방|북핵|동남아|아시아|태평양|담당|국제|해양|양자·?아세안|현|전)",
            word,
        ):
            if word == "아세안":
                party = party or "ASEAN"
            title_start = cursor = begin
            continue
        break
    title = text[title_start : head.end].strip()
    for country in near:
        if title.startswith(text[country.start : country.end]) and country.start == title_start:
            title = title[country.end - country.start :].removeprefix("의").removeprefix("측").strip()
    if (party == "ASEAN" and "사무" in title) or "아세안사무국" in text[title_start : head.end].replace(
        " ", ""
    ):
        party = "ASEC"
    latin = _latin_name(text, low, cursor)
    if latin:
        name_start, name_ko, name = latin
        name_ko, name_start = _trim(name_ko, name_start, countries, starts)
        return Person(tidy(name), name_ko or None, title, party, head.code, name_start, head.end, title_start)
    in_latin = _IN_LATIN.search(text, low, cursor)
    if in_latin:
        return Person(
            tidy(in_latin[1]), None, title, party, head.code, in_latin.start(1), head.end, title_start
        )
    named = _hangul_name(text, low, cursor, party, near)
    if named:
        begin, name_ko = named
        party = party or _country_before(near, text, begin)
        return Person(None, name_ko, title, party, head.code, begin, head.end, title_start)
    return Person(None, None, title, party, head.code, title_start, head.end, title_start)


def _word_start(text: str, position: int, low: int) -> int:
    begin = position
    while begin > low and not text[begin - 1].isspace() and text[begin - 1] not in ",/;:「『“‘\"'(▲△▴|":
        begin -= 1
    return begin


def _latin_end(text: str, end: int) -> bool:
    return re.search(r"[A-Za-z.]\)[」』”’\"']?$", text[max(0, end - 4) : end]) is not None


def _latin_name(text: str, low: int, cursor: int) -> tuple[int, str, str] | None:
    """「쁘락 소콘(Prak Sokhonn)」 just before the cursor."""
    window = text[low:cursor].rstrip()
    closing = re.search(r"\(([A-Z][^()\d]{2,70})\)[」』”’\"']?$", window)
    if not closing:
        return None
    before = window[: closing.start()].rstrip()
    quoted = max(before.rfind(mark) for mark in "「『“‘\"'")
    words = re.search(r"[가-힣]+(?:[ ·-][가-힣]+)*$", before)
    if not words:
        return None
    begin = words.start()
    if quoted >= 0 and quoted >= begin - 1:
        begin = quoted + 1
    else:
        begin += _name_offset(before[words.start() :], len(closing[1].split()))
    return low + begin, before[begin:].strip(), closing[1].strip()


def _name_offset(words: str, expected: int) -> int:
    """Where the name begins among Hangul words: about as many words as its spelling in Latin letters has."""
    parts = list(re.finditer(r"[가-힣·-]+", words))
    if parts and len(parts[-1][0]) == expected > 1 and not is_known(words):
        return parts[-1].start()  # 왕이(Wang Yi): a syllable for each word
    keep: list[int] = []
    for part in reversed(parts):
        if len(keep) >= expected or (keep and _not_name(part[0])):
            break
        keep.append(part.start())
    return keep[-1] if keep else 0


def _trim(name: str, start: int, countries: list[Mention], starts: list[int]) -> tuple[str, int]:
    """A country before the name (라오스 살름싸이 …) is none of it."""
    for country in around(countries, starts, start, start + len(name)):
        if country.start == start and country.end - start < len(name):
            rest = name[country.end - start :]
            trimmed = rest.lstrip("의 ")
            return trimmed, country.end + len(rest) - len(trimmed)
    return name, start


def _not_name(word: str) -> bool:
    return (
        word in name_parts("not-name-ko")
        or (_PARTICLE_END.search(word) is not None and len(word) > 1)
        or len(word) > 6
    )


def _is_korean_name(word: str) -> bool:
    surnames = name_parts("surname-ko")
    if not re.fullmatch(r"[가-힣]{1,3}[^를에는와과께\W]", word) or word in name_parts("not-name-ko"):
        return False
    return (len(word) in (2, 3) and word[0] in surnames) or (len(word) == 4 and word[:2] in surnames)


def _hangul_name(
    text: str, low: int, cursor: int, party: str | None, near: list[Mention]
) -> tuple[int, str] | None:
    """A name in Hangul before the office: where it starts, and the name."""
    window = text[low:cursor].rstrip()
    stop = max((match.end() for match in _STOP.finditer(window)), default=0)
    words = list(_HANGUL_WORD.finditer(window, stop))
    if not words or words[-1].end() != len(window):
        return None
    places = {country.start for country in near}
    last = words[-1]
    start = low + last.start()
    if start in places:
        return None
    if len(last[0]) == 1 and last[0] in name_parts("surname-ko"):
        return start, last[0]
    preceding = words[-2] if len(words) > 1 and words[-2].end() + 1 == last.start() else None
    spaced = (
        preceding is not None and len(preceding[0]) == 1 and len(words) > 2 and len(words[-3][0]) == 1
    )  # 한 국
    foreign_before = (
        preceding
        and not spaced
        and not (_not_name(preceding[0]) or _is_org(preceding[0]) or low + preceding.start() in places)
    )
    foreign = (
        foreign_before
        and preceding is not None
        and (
            is_known(window[preceding.start() :])
            or _country_before(near, text, low + preceding.start())
            not in (None, "KOR")  # 인도네시아의 조코 …
        )
    )
    own = party in (None, "KOR", "ASEC", "AKC", "PRK")
    if own and not foreign and _is_korean_name(last[0]) and (len(last[0]) > 2 or not foreign_before):
        return start, last[0]
    names: list[re.Match[str]] = []
    for word in reversed(words):
        if names and word.end() + 1 != names[-1].start():
            break
        if len(names) == 6 or _is_org(word[0]) or low + word.start() in places:
            break
        if _not_name(word[0]) and not (names and is_known(window[word.start() : names[0].end()])):
            break
        names.append(word)
    if not names:
        return None
    return low + names[-1].start(), window[names[-1].start() : names[0].end()]


def _is_org(word: str) -> bool:
    return (
        len(word) > 2
        and re.search(r"(?:부|처|청|위원회|대표부|사무국|본부|센터|대사관|회의|정상|국가|정부|양국)$", word)
        is not None
    )


def _country_before(near: list[Mention], text: str, begin: int) -> str | None:
    """한국의 조태열 장관: the country just before the name."""
    for country in near:
        if country.end <= begin and text[country.end : begin].strip() in (
            "",
            "의",
            "측",
            "측의",
            "에서는",
            "측에서는",
            "은",
            "는",
        ):
            return country.code
    return None
