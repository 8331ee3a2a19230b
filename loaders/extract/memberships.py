"""Groups of countries of which the text says that all members took part.

A group's members stand in data/reference/membership_words.csv; the text must give their number or say "all":

    EAS 18개 참가국     ARF 회원국 27개국     메콩 5개국     8개 대화상대국     아세안+3 회원국 모두
    the 18 EAS participating countries     all ARF participants     the Plus Three countries
"""

from __future__ import annotations

import re
from typing import NamedTuple

from loaders.extract.lexicon import Mention, Mentions

_NATION = r"(?:회원국|참가국|참여국|대화상대국|상대국|유역국|국가|국)"
_NUMBERED_KO = re.compile(
    rf"(?:\s?\([^()]{{1,12}}\))?\s?(?:의\s|소속\s)?(?:{_NATION}\s?)?\(?(\d{{1,2}})\s?(?:개\s?)?{_NATION}"
    rf"|(?:\s?\([^()]{{1,12}}\))?\s?(?:{_NATION})\s?\((\d{{1,2}})(?:개국)?\)"
)
_ALL_KO = re.compile(
    rf"(?:\s?\([^()]{{1,12}}\))?\s?(?:모든|전체|전)\s?{_NATION}"
    rf"|(?:\s?\([^()]{{1,12}}\))?\s?{_NATION}[^.,]{{0,20}}?\s?(?:모두|전원)"
)
_NUMBER_BEFORE_KO = re.compile(r"(\d{1,2})\s?개(?:국의)?\s?$")
_NATION_KO = re.compile(rf"(?:\s?\([^()]{{1,12}}\))?\s?{_NATION}")
_WORDS = {"three": 3, "five": 5, "eight": 8, "thirteen": 13, "eighteen": 18, "twenty-seven": 27}
_NUMBER_BEFORE_EN = re.compile(
    rf"\b(all|{'|'.join(_WORDS)}|\d{{1,2}})(?:\s(?:of|the|other|[Mm]embers|[Cc]ountries|[Pp]articipants|[Ss]tates"
    r"|[Mm]ember|[Pp]articipating)){0,4}\s$",
    re.IGNORECASE,
)
_NATION_EN = re.compile(
    r"\s?(?:[Pp]articipating |[Mm]ember |[Pp]artner )?"
    r"(?:[Cc]ountries|[Ss]tates|[Mm]embers|[Pp]articipants|[Nn]ations)\b"
)
_MEMBERS_OF = re.compile(r"\b(?:[Cc]ountries|[Ss]tates|[Mm]embers|[Pp]articipants) (?:of|in) (?:the )?$")
_OWN_NUMBER = re.compile(
    r"\b(?P<word>thirteen|eighteen|twenty-seven) (?:participating |member )?(?:[Cc]ountries|[Ss]tates"
    r"|[Mm]embers|[Pp]articipants)\b|(?<!\d)([1-9]\d)\s?개\s?(?:회원국|참가국|참여국|국)|\b([1-9]\d) (?:member"
    r"|participating) (?:countries|states)\b"
)
_SOME_ABSENT = 2  # a number may leave out so many: EAS 17개국

# The members of ASEAN: all of them, or how many.
_MEMBER_KO = r"(?:회원국|나라|국)"
_COUNT_KO = r"(?P<number_ko>8|9|10|11|여덟|아홉|열한|열)"
_PEERS = (
    r"(?:[Cc]ountries|[Mm]embers|[Ss]tates|[Nn]ations|[Ll]eaders|(?:[A-Za-z]+ )?[Mm]inisters|[Aa]mbassadors"
    r"|[Pp]ermanent [Rr]epresentatives|[Ss]enior [Oo]fficials)"
)
_TOLD_MEMBERS = re.compile(
    rf"(?P<all_ko>아세안\s?(?:모든|전체|전)\s?{_MEMBER_KO}|아세안 각국 (?:정상|장관)들?이 모두"
    rf"|아세안\s?회원국[^.,]{{0,20}}?\s?(?:모두|전원)|아세안\s?측?(?:에서는|에서|은)[^.,]{{0,10}}?(?:각|모든)\s?회원국"
    rf"|(?:모든|전체|전|나머지) (?:아세안 )?회원국|회원국 (?:모두|전원)(?:가|이))"
    rf"|(?P<rest_ko>나머지\s|다른\s)?(?P<asean_ko>아세안(?:\s?측?에서는|\s?측은|의)?\s?(?:회원국\s?)?)?{_COUNT_KO}\s?개?\s?"
    rf"(?:곳|(?P<noun_ko>아세안\s?)?{_MEMBER_KO})"
    r"|\b(?P<others>(?:[Tt]he )?(?:[Rr]est of the|[Oo]ther|[Rr]emaining) (?:ASEAN )?[Mm]ember (?:[Ss]tates"
    r"|[Cc]ountries))\b"
    rf"|\b(?P<those>(?:[Oo]ther|[Rr]emaining) (?:ASEAN {_PEERS}|[Pp]ermanent [Rr]epresentatives)|[Rr]est of ASEAN)\b"
    r"|\b(?P<all>[Aa]ll|[Ee]very|[Ee]ach)(?:\s[A-Za-z/,']+){0,7}?\s(?:of\s)?(?:the\s)?ASEAN\s?"
    rf"(?:[Mm]ember\s?(?:[Ss]tates?|[Cc]ountr(?:ies|y))|{_PEERS})\b"
    r"|\b(?P<rest>(?:[Oo]ther|[Rr]emaining) )?(?P<number>[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|8|9|10|11)"
    r"(?P<rest_after> (?:other|remaining))?(?P<words>(?:\s[A-Za-z/,']+){0,7}?\s(?:of\s)?(?:the\s)?ASEAN)?\s?"
    r"(?P<noun>[Mm]ember\s?(?:[Ss]tates|[Cc]ountries)|[Cc]ountries|[Mm]embers|[Nn]ations|[Ll]eaders"
    r"|(?:[Ff]oreign )?[Mm]inisters|[Pp]ermanent [Rr]epresentatives(?P<envoys> to ASEAN)?)\b"
    r"|\bASEAN(?:'s)? (?P<number_after>nine|ten|eleven|9|10|11) [Mm]ember"
)
_HOW_MANY = {
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "여덟": 8, "아홉": 9, "열": 10, "열한": 11,
}  # fmt: skip
_ALL_MEMBERS = 10
_HINTS = (
    "회원국", "각국", "8개", "9개", "10개", "11개", "전체", "모든", "나머지", "다른", "9곳", "10곳", "11곳", "아홉",
    "여덟", "열",
    "9 개", "10 개", "ember", "ASEAN", "eleven", "Eleven", " ten ", "Ten ", "nine", "Nine", "eight", "Eight",
    "other",
)  # fmt: skip


class Told(NamedTuple):
    """How many members of ASEAN a sentence speaks of, and where. `rest`: besides one told apart."""

    number: int
    everyone: bool
    rest: bool
    start: int
    end: int


def members_told(text: str, start: int, end: int) -> Told | None:
    """What a sentence says of the number of members: all (10), ten, eleven, nine, the other nine."""
    best: Told | None = None
    sentence = text[start:end]
    if not any(hint in sentence for hint in _HINTS):
        return None  # the search below is slow
    for match in _TOLD_MEMBERS.finditer(text, start, end):
        found = match.groupdict()
        if found["all"] or found["all_ko"] or found["others"]:
            return Told(_ALL_MEMBERS, True, False, match.start(), match.end())
        if found["those"]:
            best = best or Told(_ALL_MEMBERS - 1, False, True, match.start(), match.end())
            continue
        named = (
            found["asean_ko"]
            or found["noun_ko"]
            or found["words"]
            or found["number_after"]
            or found["envoys"]
        )
        member = "ember" in match[0] or "회원국" in match[0]
        rest = bool(found["rest"] or found["rest_ko"] or found["rest_after"])
        if not (named or member or rest):
            continue
        word = (found["number"] or found["number_ko"] or found["number_after"]).lower()
        number = _HOW_MANY.get(word) or int(word)
        told = Told(number, number >= _ALL_MEMBERS and not rest, rest, match.start(), match.end())
        if best is None or told.everyone:
            best = told
    return best


def whole_groups(mentions: Mentions, start: int, end: int) -> list[tuple[frozenset[str], Mention]]:
    """The groups whose members are told to be there all, with the word that names each."""
    found = []
    for mention in mentions.between("membership", start, end):
        group = frozenset(mention.code.split(" "))
        number = _told(mentions.text, mention, start, end)
        if number is not None and (number == 0 or len(group) - _SOME_ABSENT <= number <= len(group) + 1):
            found.append((group, mention))
    return found


def own_group(mentions: Mentions, start: int, end: int) -> list[tuple[frozenset[str], Mention]]:
    """The group a release is about, where a sentence gives only its number: 북한을 포함한 27개 회원국."""
    number = _OWN_NUMBER.search(mentions.text, start, end)
    told = (_WORDS[number["word"]] if number["word"] else int(number[2] or number[3])) if number else None
    for mention in mentions["membership"] if number else ():
        group = frozenset(mention.code.split(" "))
        if number and len(group) == told:
            return [(group, mention._replace(start=number.start(), end=number.end()))]
    return []


def _told(text: str, mention: Mention, start: int, end: int) -> int | None:
    """How many members the text says there are: 0 for "all", None if it does not say."""
    after = _NUMBERED_KO.match(text, mention.end, end)
    if after:
        return int(after[1] or after[2])
    if _ALL_KO.match(text, mention.end, end):
        return 0
    lead = text[max(start, mention.start - 45) : mention.start]
    nation = _NATION_EN.match(text, mention.end, end)
    if before := _NUMBER_BEFORE_KO.search(lead):
        return int(before[1]) if _NATION_KO.match(text, mention.end, end) else None
    if not nation and not _MEMBERS_OF.search(lead) and not text.endswith("s", mention.start, mention.end):
        return None
    if before := _NUMBER_BEFORE_EN.search(lead):
        told = before[1].lower()
        return 0 if told == "all" else _WORDS.get(told) or int(told)
    if mention.word == "Plus Three" and lead.endswith("the "):  # the number is in the name
        return 0
    return None
