"""Names in Hangul, or in two scripts, that stand before a place in the text.

박진 | 외교부 장관                        a Korean name
「쁘락 소콘 (Prak Sokhonn)」 |            a name in two scripts, in quotes or not
웬디 셔먼 | 미국 국무부 부장관            a foreign name of several words
"""

from __future__ import annotations

import re
from functools import cache

from loaders.extract.lexicon import REFERENCE, Mention
from loaders.extract.people import bare_name, is_known, name_parts
from loaders.extract.person import around
from loaders.reference import read_rows

# A state written apart in a table (한 국 | 박진 …) ends before the name.
_STOP = re.compile(r"^\s*(?:[한중미영태] 국|일 본|호 주) |[,/;:·\n」』”’)\]>▲△▴▵▷◦○ㅇ*|=]|(?<![A-Z])\. ")
_CLOSING = "」』”’\"'>"
_PARTICLE_END = re.compile(
    r"(?:은|는|을|를|와|에서|에서는|에게|으로|에|께서|까지|부터|하여|하고|하며|하는|하고|했고|되는|된|에는"
    r"|로는|에도|하기|이며|했으며|였으며|로서|라며|면서|이자|중인|해"
    r"|[가-힣]한|계기로|따라|으나|았던|었던|했던|격인|[두하되갖맡맞놓]고|이신|하신|는데|지만|들인|원인|장인"
    r"|국인|자인|버인|표인|[을를] 이유로"
    r"|(?:국|부|원|회|측|관)의|(?:[장관보령리석들]|대사|특사|공사|영사|인사|[무위업경]상|대신|국왕|술탄|[의위]원|교수)(?:과|와|이|가|도|의)"
    r"|들|측)$"
)
_IN_LATIN = re.compile(r"(?<![\w(])([A-Z](?:(?![가-힣])[\w'.-])+(?: [A-Z](?:(?![가-힣])[\w'.-])*){1,5}) $")
_IN_BRACKETS = re.compile(r" ?\((?:the )?([A-Z](?=[^()]*[a-z])[^()\d가-힣]{2,70})\)[」』”’\"'>]?$")
_LATIN_END = frozenset(")」』”’\"'>")
_HANGUL_WORD = re.compile(
    r"(?<![^\s「『“‘\"'<(/=·ㆍ>△▲▴▵▷◦-])(?:[가-힣]{2,}(?:-[가-힣]{2,})+|[가-힣]+|[A-Z]\.(?= [가-힣]))(?!\S)"
)
_ORGANISATION = re.compile(
    r"(?:부|처|청|위원회|대표부|사무국|본부|센터|대사관|회의|정상|국가|정부|양국|급|개국)$"
)
_KOREAN_NAME = re.compile(r"[가-힣]{1,3}[^를에는와과께\W]")
_ADVERBS = frozenset("또곧더잘꼭늘")
_VOWELS = re.compile(r"[aeiouy]+", re.IGNORECASE)
_MOST = 6  # words of a name
_LONGEST = 6  # syllables of a word of it
_STATE_ENDS = re.compile(
    r"(?:의|측|과|와|은|는|이|가|도|을|를|에|에서|에서는|으로|로|및|인|측의|측은)?(?![가-힣])"
)
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
    words = re.search(r"[가-힣]+(?:[ ·-](?:[가-힣]+|[A-Z]\.(?= )))*$", before)
    if not words:
        return None
    spelled = bare_name(closing[1].strip())
    begin = words.start()
    if quoted >= 0 and quoted >= begin - 1:
        begin = quoted + 1
    else:
        begin += _name_offset(before[words.start() :], spelled.split())
    return low + begin, before[begin:].strip(), spelled


def name_in_latin(text: str, low: int, cursor: int) -> tuple[int, str] | None:
    """A name in Latin letters just before the cursor: where it starts, and the name."""
    found = _IN_LATIN.search(text, low, cursor)
    return (found.start(1), found[1]) if found else None


def _name_offset(words: str, spelled: list[str]) -> int:
    """Where the name begins among Hangul words: about as many words as its spelling in Latin letters has."""
    parts = list(re.finditer(r"[가-힣·-]+|[A-Z]\.", words))
    by_syllable = all(len(_VOWELS.findall(word)) == 1 for word in spelled)
    if parts and len(parts[-1][0]) == len(spelled) > 1 and by_syllable and not is_known(words):
        return parts[-1].start()  # 왕이(Wang Yi): a syllable for each word
    keep: list[int] = []
    for part in reversed(parts):
        if len(keep) >= len(spelled) or (keep and is_no_name(part[0])):
            break
        keep.append(part.start())
    return keep[-1] if keep else 0


def without_honours(name: str, start: int) -> tuple[str, int]:
    """A Malay title before a name (다토 스리 …, 탄 스리 …) is none of it."""
    words = name.split(" ")
    honours = name_parts("honorific-ko")
    first = 2 if " ".join(words[:2]) in honours else int(words[0] in honours)
    while first and len(words) - first > 1 and words[first] in name_parts("honour-behind-ko"):
        first += 1
    if not first or first >= len(words):
        return name, start
    return " ".join(words[first:]), start + sum(len(word) + 1 for word in words[:first])


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
        or word in _cities()
        or word.removesuffix("서") in _cities()
        or word.removesuffix("의") in name_parts("ministry-ko")
        or (len(word) > 1 and _PARTICLE_END.search(word) is not None)
        or max(map(len, word.split("-"))) > _LONGEST
        or is_run_of_countries(word)
    )


@cache
def _cities() -> frozenset[str]:
    rows = read_rows(REFERENCE / "city_words.csv")
    return frozenset(str(row["word"]) for row in rows if row["language"] == "ko" and row["use"] == "word")


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
    # 말레이통 is no Malay
    places = {country.start for country in near if _STATE_ENDS.match(text, country.end)}
    last = words[-1]
    start = low + last.start()
    if start in places or last[0] in name_parts("ministry-ko"):
        return None
    known = _known_end(window, words, places, low)
    if known:
        return low + known[0], known[1]
    own = party in (None, "KOR", "ASEC", "AKC", "PRK")
    preceding = words[-2] if len(words) > 1 and words[-2].end() + 1 == last.start() else None
    one_syllable = (
        preceding is not None
        and len(preceding[0]) == 1
        and preceding[0] not in _ADVERBS
        and not is_no_name(preceding[0])
    )
    run = low + _run_start(words, places, low)
    abroad = run < start and country_before(near, text, run) not in (None, "KOR")  # 인도네시아의 조코 …
    if own and len(last[0]) == 1 and last[0] in name_parts("surname-ko") and not (one_syllable or abroad):
        return start, last[0]
    # 홍 길 동 is one name, written apart; 도 훙 비엣 is not.
    spaced = one_syllable and len(words) > 2 and len(words[-3][0]) == 1 and len(last[0]) == 1
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
            or abroad
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
            and not (not names and _short_words(words))
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


def _known_end(window: str, words: list[re.Match[str]], places: set[int], low: int) -> tuple[int, str] | None:
    """The longest full name of a known person, of several words, with which the window ends."""
    for first in words[-_MOST:-1]:
        if low + first.start() not in places and is_known(window[first.start() :]):
            return first.start(), window[first.start() :]
    return None


def _run_start(words: list[re.Match[str]], places: set[int], low: int) -> int:
    """Where the words begin that stand before the last one, with nothing but spaces between, and may be of its name."""
    start = words[-1].start()
    for word in reversed(words[:-1]):
        if word.end() + 1 != start or is_no_name(word[0]) or _is_org(word[0]) or low + word.start() in places:
            break
        start = word.start()
    return start


def _short_words(words: list[re.Match[str]]) -> bool:
    """Three short words (까오 끔 후은) are a name, whatever particle the last seems to end with."""
    three = words[-3:]
    return (
        len(three) == 3
        and all(len(word[0]) <= 2 for word in three)
        and not any(is_no_name(word[0]) for word in three[:2])
        and three[1].start() == three[0].end() + 1
        and three[2].start() == three[1].end() + 1
    )


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
