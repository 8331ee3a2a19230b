"""Names in Hangul, or in two scripts, that stand before a place in the text.

박진 | 외교부 장관                        a Korean name
「쁘락 소콘 (Prak Sokhonn)」 |            a name in two scripts, in quotes or not
웬디 셔먼 | 미국 국무부 부장관            a foreign name of several words
"""

from __future__ import annotations

import re
from functools import cache

from loaders.extract.lexicon import REFERENCE, Mention
from loaders.extract.people import is_known, name_parts
from loaders.extract.person import around
from loaders.reference import read_rows

_STOP = re.compile(r"[,/;:·\n」』”’)\]>▲△▴○ㅇ*|=]|\. ")
_CLOSING = "」』”’\"'>"
_PARTICLE_END = re.compile(
    r"(?:은|는|을|를|와|에서|에서는|에게|으로|에|께서|까지|부터|하여|하고|하며|하는|하고|했고|되는|된|에는|로는|에도|하기|이며|했으며|였으며|로서|라며|면서|이자|중인|해|[가-힣]한|계기로|따라"
    r"|(?:[장관보령리석들]|대사|특사|공사|영사|인사)(?:과|이|가|도|의)|들|측)$"
)
_IN_LATIN = re.compile(r"(?<![\w(])([A-Z][\w'.-]+(?: [A-Z][\w'.-]*){1,5}) $")
_IN_BRACKETS = re.compile(r" ?\(([A-Z](?=[^()]*[a-z])[^()\d가-힣]{2,70})\)[」』”’\"'>]?$")
_LATIN_END = frozenset(")」』”’\"'>")
_HANGUL_WORD = re.compile(r"(?<![^\s「『“‘\"'<(/=·ㆍ>△▲▴▷-])[가-힣]+(?!\S)")
_ORGANISATION = re.compile(
    r"(?:부|처|청|위원회|대표부|사무국|본부|센터|대사관|회의|정상|국가|정부|양국|급|개국)$"
)
_KOREAN_NAME = re.compile(r"[가-힣]{1,3}[^를에는와과께\W]")
_VOWELS = re.compile(r"[aeiouy]+", re.IGNORECASE)
_MOST = 6  # words of a name
_BESIDE_COUNTRY = ("", "의", "측", "측의", "에서는", "측에서는", "은", "는")


def latin_end(text: str, end: int) -> bool:
    """Does a name in Latin letters in brackets end here?"""
    return text[end - 1 : end] in _LATIN_END and _IN_BRACKETS.search(text[max(0, end - 80) : end]) is not None


def name_in_two_scripts(text: str, low: int, cursor: int) -> tuple[int, str, str] | None:
    """「쁘락 소콘(Prak Sokhonn)」 just before the cursor: where it starts, in Hangul, in Latin letters."""
    window = text[low:cursor].rstrip()
    closing = _IN_BRACKETS.search(window) if window[-1:] in _LATIN_END else None
    if not closing:
        return None
    before = window[: closing.start()].rstrip(" " + _CLOSING)
    quoted = max(before.rfind(mark) for mark in "「『“‘\"'<")
    words = re.search(r"[가-힣]+(?:[ ·-][가-힣]+)*$", before)
    if not words:
        return None
    begin = words.start()
    if quoted >= 0 and quoted >= begin - 1:
        begin = quoted + 1
    else:
        begin += _name_offset(before[words.start() :], closing[1].split())
    return low + begin, before[begin:].strip(), closing[1].strip()


def name_in_latin(text: str, low: int, cursor: int) -> tuple[int, str] | None:
    """A name in Latin letters just before the cursor: where it starts, and the name."""
    found = _IN_LATIN.search(text, low, cursor)
    return (found.start(1), found[1]) if found else None


def _name_offset(words: str, spelled: list[str]) -> int:
    """Where the name begins among Hangul words: about as many words as its spelling in Latin letters has."""
    parts = list(re.finditer(r"[가-힣·-]+", words))
    by_syllable = all(len(_VOWELS.findall(word)) == 1 for word in spelled)
    if parts and len(parts[-1][0]) == len(spelled) > 1 and by_syllable and not is_known(words):
        return parts[-1].start()  # 왕이(Wang Yi): a syllable for each word
    keep: list[int] = []
    for part in reversed(parts):
        if len(keep) >= len(spelled) or (keep and is_no_name(part[0])):
            break
        keep.append(part.start())
    return keep[-1] if keep else 0


def without_country(name: str, start: int, countries: list[Mention], starts: list[int]) -> tuple[str, int]:
    """A country before the name (라오스 살름싸이 …) is none of it."""
    for country in around(countries, starts, start, start + len(name)):
        if country.start == start and country.end - start < len(name):
            rest = name[country.end - start :]
            trimmed = rest.lstrip("의 ")
            return trimmed, country.end + len(rest) - len(trimmed)
    return name, start


def is_no_name(word: str) -> bool:
    """A word that stands before names and is no part of one."""
    return (
        word in name_parts("not-name-ko")
        or word.removesuffix("의") in name_parts("ministry-ko")
        or (len(word) > 1 and _PARTICLE_END.search(word) is not None)
        or len(word) > 6
        or is_run_of_countries(word)
    )


@cache
def _syllables() -> frozenset[str]:
    rows = read_rows(REFERENCE / "country_syllables.csv")
    return frozenset(str(row["syllable"]) for row in rows) | {"한"}


def is_run_of_countries(word: str) -> bool:
    """한미일, 한중: two and more countries, each by its syllable."""
    return 2 <= len(word) <= 4 and word[0] in "한미일중북" and _syllables().issuperset(word)


def is_korean_name(word: str) -> bool:
    """Is the word built like a Korean's full name: a surname and one or two syllables?"""
    surnames = name_parts("surname-ko")
    if not _KOREAN_NAME.fullmatch(word) or is_no_name(word):
        return False
    if word in name_parts("suffix-ko"):
        return False
    return (len(word) in (2, 3) and word[0] in surnames) or (len(word) == 4 and word[:2] in surnames)


def name_in_hangul(
    text: str, low: int, cursor: int, party: str | None, near: list[Mention]
) -> tuple[int, str] | None:
    """A name in Hangul before the office: where it starts, and the name.

    `party` is the country of the office where it is said: a Korean's name is one word, a foreigner's may be several.
    """
    window = text[low:cursor].rstrip().rstrip(_CLOSING)
    if not "가" <= window[-1:] <= "힣":
        return None
    stop = max((match.end() for match in _STOP.finditer(window)), default=0)
    words = list(_HANGUL_WORD.finditer(window, stop))
    if not words or words[-1].end() != len(window):
        return None
    places = {country.start for country in near}
    last = words[-1]
    start = low + last.start()
    if start in places or last[0] in name_parts("ministry-ko"):
        return None
    own = party in (None, "KOR", "ASEC", "AKC", "PRK")
    preceding = words[-2] if len(words) > 1 and words[-2].end() + 1 == last.start() else None
    one_syllable = preceding is not None and len(preceding[0]) == 1 and not is_no_name(preceding[0])
    if own and len(last[0]) == 1 and last[0] in name_parts("surname-ko") and not one_syllable:
        return start, last[0]
    spaced = one_syllable and len(words) > 2 and len(words[-3][0]) == 1  # 한 국
    foreign_before = (
        preceding
        and not spaced
        and not (is_no_name(preceding[0]) or _is_org(preceding[0]) or low + preceding.start() in places)
    )
    foreign = (
        foreign_before
        and preceding is not None
        and (
            is_known(window[preceding.start() :])
            or last[0][0] in name_parts("rare-surname-ko")  # 하산 위라유다
            or country_before(near, text, low + preceding.start()) not in (None, "KOR")  # 인도네시아의 조코 …
        )
    )
    if own and not foreign and is_korean_name(last[0]) and (len(last[0]) > 2 or not foreign_before):
        return start, last[0]
    names: list[re.Match[str]] = []
    for word in reversed(words):
        if names and word.end() + 1 != names[-1].start():
            break
        if len(names) == _MOST or _is_org(word[0]) or low + word.start() in places:
            break
        if (
            is_no_name(word[0])
            and not (names and is_known(window[word.start() : names[0].end()]))
            and not (
                names and text[low : low + word.start()].rstrip().endswith(tuple(name_parts("particle-ko")))
            )
        ):
            break
        names.append(word)
    if not names or names[-1][0] in name_parts("suffix-ko"):
        return None
    return low + names[-1].start(), window[names[-1].start() : names[0].end()]


def _is_org(word: str) -> bool:
    return len(word) > 2 and _ORGANISATION.search(word) is not None


def country_before(near: list[Mention], text: str, begin: int) -> str | None:
    """한국의 조태열 장관: the country just before the name."""
    for country in near:
        between = text[country.end : begin].strip() if country.end <= begin else None
        if between in _BESIDE_COUNTRY or (
            between and between.removesuffix("의") in name_parts("ministry-ko")
        ):
            return country.code
    return None
