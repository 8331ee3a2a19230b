"""What the release says of partnership steps, held against the official ones.

Forms taken:

    a step        "elevated relations to a Comprehensive Strategic Partnership", CSP 수립, 전략동반자로 격상하기로 합의
    a list        "(2021: China, India, 2022: United States)", "China (2021)", (2021년 : 중국, 인도, 2022년 : 미국이 수립)
    anniversary   "the 50th anniversary of dialogue relations this year", 대화관계 수립 35주년, 내년이면 수교 30주년
    reaffirmed    "reaffirmed the strategic partnership", 동반자 관계를 재확인

A partnership that is merely mentioned ("the ASEAN-US Strategic Partnership") is no claim. The parties are the pair
written nearest before the level, else ASEAN with the one partner named in the sentence, else the two sides of the
release. Words: `data/reference/partnership_words.csv`.
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
from loaders.reference import DATA, Step, ordered, read_steps
from loaders.text import Document, Part

_SILENT = frozenset({Part.HEADER, Part.ATTACHMENT})
# Of several unfinished claims on one pair and level the firmest is kept.
_FIRMNESS = ("agreed-in-principle", "in-progress", "proposed")
_REACH = 120  # characters between a level and the verb that says what became of it

_SENTENCE_END = re.compile(r"[.!?][\"')\]]*\s+(?=[A-Z\"'(]|[^\x00-\x7f])|;\s|\n")
_YEAR_LIST = re.compile(
    r"(?<!\d)'?((?:19|20)\d\d|(?<=')\d\d)\s?년?\s?[:：]\s?([^:：;)\n]{2,80}?)(?=,?\s?'?(?:19|20)?\d\d\s?년?\s?[:：]|[;)/\n]|$)"
)
_YEAR_IN_BRACKETS = re.compile(r"\s?\('?((?:19|20)\d\d|\d\d)년?\)")
_COUNT_BEFORE = re.compile(r"(?:(?<!\d)(\d{1,3})(?:st|nd|rd|th)?|\b([A-Za-z]+(?:-[a-z]+)?))[ -]?(?:year )?$")
_PASSIVE = re.compile(r"(?:being|be|is|are)\s$")
_INFINITIVE = re.compile(r"\b(?:to|toward|towards|of|for|on)\s+(?:further\s+|formally\s+|jointly\s+)?$")
_PAST_KO = re.compile(
    r"\s?(?:을|를|이|가|은|는)?\s?(?:하였|했|한 (?:이래|이후|이후로|뒤|바)|한(?= )|된|되었|됐|시켰|시킨|해 온|은 (?:이래|이후|뒤)|었|였|고 있|이후|이래"
    r"|으며 |은 (?!것)|되는 성과|에 (?:서명|이르))"
)
_LINK = re.compile(r"\s?(?:-|·|&|/|–|and|과|와|및|간)\s?")

_ORDINALS = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth".split(),
        start=1,
    )
} | {"twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70}
_ORDINALS |= {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "ten": 10, "twenty": 20, "fifty": 50}

Pair = tuple[str, str]


class _Claim(NamedTuple):
    """One wording of a claim; several may say the same."""

    parties: Pair
    level: str
    status: str
    date: str | None
    as_stated: str | None
    implies: str | None
    mark: Mark


def find_partnership_events(
    document: Document, mentions: Mentions, published: date | None
) -> list[PartnershipEvent]:
    """What the release says of partnership steps, each step once, held against the official record."""
    claims = _one_each(_claims(document, mentions, published))
    return [_event(claim, marks) for claim, marks in claims]


def upgrade_marks(document: Document, mentions: Mentions) -> list[Mark]:
    """Where the release speaks of raising relations: a step, a wish for one, an anniversary."""
    return [claim.mark for claim in _claims(document, mentions, None) if claim.status != "reaffirmed"]


# Finding ---------------------------------------------------------------------------------------------------------


def _claims(document: Document, mentions: Mentions, published: date | None) -> list[_Claim]:
    words = mentions["partnership"]
    if not words:
        return []
    sides = _sides(document, mentions)
    silent = [(p.start, p.end) for p in document.paragraphs if p.part in _SILENT]
    found: list[_Claim] = []
    for mention in words:
        if any(start <= mention.start < end for start, end in silent):
            continue
        if mention.code == "anniversary":
            found += _anniversary(mentions, mention, sides, published)
        elif mention.code.startswith("level:") and mention.code != "level:diplomatic":
            found += _listed(mentions, mention)
            found += _told(mentions, mention, sides, published)
    return found


def _told(mentions: Mentions, level: Mention, sides: Pair | None, published: date | None) -> Iterator[_Claim]:
    """A claim made by a verb in the sentence of the level."""
    text = mentions.text
    low, high = sentence(text, level.start)
    if _unfit(text, level):
        return
    near = mentions.between("partnership", max(low, level.start - _REACH), min(high, level.end + _REACH))
    status = (
        _status_ko(text, level, near) if _korean(text, level, low, high) else _status_en(text, level, near)
    )
    if status is None:
        return
    parties = _parties(mentions, level, low, high, sides)
    if parties is None:
        return
    when = _date_of(text, level, low, high, published, near)
    yield _Claim(
        parties,
        level.code.removeprefix("level:"),
        status,
        when.first if when else None,
        text[when.start : when.end] if when else None,
        None,
        Mark(level.start, level.end, f"partnership: {level.word}, {status}"),
    )


def _unfit(text: str, level: Mention) -> bool:
    """A level that names a kind of countries ("dialogue partners", 대화상대국들) is no step."""
    after = text[level.end : level.end + 12]
    if level.code in ("level:dialogue", "level:development", "level:sectoral-dialogue"):
        return (
            text[level.end - 1] == "s"
            and "relation" not in level.word
            or after.startswith(("들", "과의", "간", "국간"))
        )
    return False


def _status_en(text: str, level: Mention, near: list[Mention]) -> str | None:
    raises = [word for word in near if word.code == "raise" and _binds(text, word, level)]
    if not raises:
        again = [word for word in near if word.code == "reaffirm" and 0 <= level.start - word.end < 80]
        return "reaffirmed" if again else None
    verb = min(raises, key=lambda word: _gap(word, level))
    shape = text[verb.start : verb.end].lower()
    before = text[max(0, verb.start - 60) : verb.start].lower()
    ahead = [word for word in near if word.end <= verb.start and verb.start - word.end < 45]
    codes = {word.code for word in ahead}
    finished = shape.endswith("ed") or shape in ("became",)
    passive_future = bool(_PASSIVE.search(before)) and "will" in before or before.endswith("to be ")
    if (
        finished
        and not passive_future
        and not re.search(r"\b(?:will|would|should|could|have yet to)\b", before[-25:])
    ):
        return "established"
    if "accord" in codes:
        return "agreed-in-principle"
    if "wish" in codes:
        return "proposed"
    if "course" in codes or passive_future or "looking forward" in before:
        return "in-progress"
    if shape.endswith("ing") or shape in ("elevation", "establishment", "launch", "upgrade"):
        return "established"
    return "in-progress" if _INFINITIVE.search(before) else "established"


def _binds(text: str, verb: Mention, level: Mention) -> bool:
    """Does the verb speak of the level, and not of something between the two?"""
    if verb.end <= level.start:
        between = text[verb.end : level.start]
        if len(between) > 90 or ("," in between and len(between) > 60):
            return False
        shape = text[verb.start : verb.end].lower()
        if shape.startswith(("elevat", "upgrad", "rais", "lift", "transition")):
            return re.search(r"\b(?:to|into|as)\b", between) is not None or len(between) < 45
        return (
            len(between) < 50
            and not re.search(
                r"\b(?:under|through|within|between .* under|supporting|support|with)\b", between[:40]
            )
            or re.search(r"^\s(?:a|an|the|its|their|our)?\s?(?:new )?(?:[\w.-]+ )?$", between) is not None
        )
    between = text[level.end : verb.start]
    return (
        len(between) < 60
        and re.match(
            r"^(?:s|\s?\((?:CSP|SP)\))?(?:,? (?:was|were|has been|have been|that was|which was|is|to be|that we|we|will be|be)?"
            r"(?: \w+ly)? ?|,? between [^,.;]{3,45} )$",
            between,
        )
        is not None
    )


def _status_ko(text: str, level: Mention, near: list[Mention]) -> str | None:
    after = [word for word in near if word.start >= level.end]
    verb = next((word for word in after if word.code == "raise" and word.start - level.end < 30), None)
    if verb is None:
        again = [word for word in after if word.code == "reaffirm" and word.start - level.end < 40]
        return "reaffirmed" if again else None
    if verb.word == "맺" and not re.match(r"(?:은|어|었|고|기로|을|는)", text[verb.end : verb.end + 2]):
        return None
    tail = text[verb.end : verb.end + 60]
    later = [word for word in after if word.start >= verb.end - 1 and word.start - verb.end < 45]
    codes = [word.code for word in later]
    if re.match(r"\s?\d{1,3}주년", tail):
        return None
    if re.match(r"(?:을|를)?\s?(?:하|시키|맺)?기로", tail) or (
        "accord" in codes and not _PAST_KO.match(tail)
    ):
        return "agreed-in-principle"
    if _PAST_KO.match(tail):
        return "established"
    if codes and codes[0] == "course":
        return "in-progress"
    if "wish" in codes:
        return "proposed" if codes[0] == "wish" else "in-progress"
    if "course" in codes or re.match(r"(?:될|할|을 통해)", tail):
        return "in-progress"
    return None if not tail.strip() or tail[0] == "은" else "established"


def _listed(mentions: Mentions, level: Mention) -> Iterator[_Claim]:
    """A list of years and partners after the level: each partner holds it with ASEAN since then."""
    text = mentions.text
    end = text.find("\n", level.end)
    end = min(len(text) if end < 0 else end, level.end + 300)
    if not mentions.between("country", max(0, level.start - 120), end):
        return
    name = level.code.removeprefix("level:")
    for match in _YEAR_LIST.finditer(text, level.end, end):
        year = match[1] if len(match[1]) == 4 else f"20{match[1]}"
        for country in mentions.between("country", match.start(2), match.end(2)):
            if country.code == "ASEAN":
                continue
            mark = Mark(country.start, country.end, f"partnership: {level.word}, list of years")
            yield _Claim(("ASEAN", country.code), name, "established", year, year, None, mark)
    if not _YEAR_IN_BRACKETS.search(text, level.end, end):
        return
    for country in mentions.between("country", level.end, end):
        in_brackets = _YEAR_IN_BRACKETS.match(text, country.end, end)
        if in_brackets and country.code != "ASEAN":
            year = in_brackets[1] if len(in_brackets[1]) == 4 else f"20{in_brackets[1]}"
            mark = Mark(country.start, country.end, f"partnership: {level.word}, year in brackets")
            yield _Claim(("ASEAN", country.code), name, "established", year, year, None, mark)


def _anniversary(
    mentions: Mentions, word: Mention, sides: Pair | None, published: date | None
) -> Iterator[_Claim]:
    """An anniversary of relations implies the year they began."""
    text = mentions.text
    low, high = sentence(text, word.start)
    count = _count(text[max(low, word.start - 20) : word.start])
    if count is None:
        return
    korean = word.word == "주년"
    if korean:
        reach = mentions.between("partnership", max(low, word.start - 40), min(high, word.end + 30))
        levels = [mention for mention in reach if mention.code.startswith("level:")]
        levels.sort(key=lambda mention: _gap(mention, word))
    else:
        levels = [
            mention
            for mention in mentions.between("partnership", word.start, min(high, word.end + 90))
            if mention.code.startswith("level:")
        ]
        between = text[word.end : levels[0].start] if levels else ""
        if not levels and re.search(
            r"(?:relations|ties|partnership|cooperation|dialogue)$", text[word.start : word.end]
        ):
            levels = [Mention("partnership", _level_of(word.word), word.start, word.end, word.word)]
        elif levels and not re.match(r"(?:s)?(?: of| since|, of)\b[^.;]{0,70}$|$", between):
            return
    if not levels:
        return
    level = levels[0]
    parties = _parties(mentions, level, low, high, sides)
    if parties is None:
        return
    if level.code == "level:diplomatic":
        name = "other"
    else:
        name = level.code.removeprefix("level:")
    year, said = _anniversary_year(text, word, low, high, published)
    implied = str(year - count) if year else None
    ending = {1: "st", 2: "nd", 3: "rd"}.get(count % 10 if count % 100 not in (11, 12, 13) else 0, "th")
    stated = f"{count}{ending} anniversary" + (f" in {year}" if year else "")
    rule = f"partnership: anniversary, {level.word}" + (f", {said}" if said else "")
    yield _Claim(parties, name, "established", None, stated, implied, Mark(word.start, word.end, rule))


def _level_of(words: str) -> str:
    if "dialogue" in words:
        return "level:dialogue"
    return "level:strategic" if "strategic" in words else "level:diplomatic"


def _count(before: str) -> int | None:
    match = _COUNT_BEFORE.search(before.rstrip() + " ")
    if not match:
        return None
    if match[1]:
        return int(match[1])
    return _ORDINALS.get(match[2].lower())


def _anniversary_year(
    text: str, word: Mention, low: int, high: int, published: date | None
) -> tuple[int | None, str]:
    """The year of the anniversary: one named in the sentence, next year, else the year of issue."""
    around = text[low:high]
    for pattern, shift in (
        (r"next year|내년|다음 해", 1),
        (r"this year|올해|금년", 0),
        (r"last year|작년|지난해", -1),
    ):
        found = re.search(pattern, around)
        if found and published:
            return published.year + shift, found[0]
    for found in re.finditer(
        r"(?<![\d.])((?:19|20)\d\d)(?!\d)|(?<!\d)'(\d\d)년",
        text[max(low, word.start - 60) : min(high, word.end + 90)],
    ):
        return int(found[1] or f"20{found[2]}"), found[0]
    return (published.year, "") if published else (None, "")


# Sentence, parties, date -----------------------------------------------------------------------------------------


def sentence(text: str, position: int) -> tuple[int, int]:
    """Start and end of the sentence around a position; at most 600 characters to either side."""
    low = max(0, position - 600)
    start = low
    for match in _SENTENCE_END.finditer(text, low, position):
        if match[0][0] != "." or not _abbreviation(text, match.start()):
            start = match.end()
    for match in _SENTENCE_END.finditer(text, position, min(len(text), position + 600)):
        if match[0][0] != "." or not _abbreviation(text, match.start()):
            return start, match.start()
    return start, min(len(text), position + 600)


def _abbreviation(text: str, dot: int) -> bool:
    """Does the full stop belong to an abbreviation ("U.S.", "H.E.", "Jr.", "Dr.", "No.")?"""
    return (
        re.search(
            r"(?:\b[A-Z]|\b(?:Jr|Sr|Dr|Mr|Mrs|Ms|No|St|Gen|Lt|Col|Prof|Hon|Sen|Rep|Gov|Amb))$",
            text[max(0, dot - 5) : dot],
        )
        is not None
    )


def _korean(text: str, level: Mention, low: int, high: int) -> bool:
    if "가" <= text[level.start] <= "힣":
        return True
    return any(
        "가" <= letter <= "힣" for letter in text[max(low, level.start - 30) : min(high, level.end + 30)]
    )


def _gap(one: Mention, other: Mention) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def _parties(mentions: Mentions, level: Mention, low: int, high: int, sides: Pair | None) -> Pair | None:
    """The two that the level speaks of."""
    text = mentions.text
    pairs = country_pairs(mentions, low, high)
    before = [pair for pair in pairs if pair[2] <= level.start and level.start - pair[2] < 90]
    if before:
        return before[-1][0]
    after = [pair for pair in pairs if 0 <= pair[1] - level.end < 40]
    if after:
        return after[0][0]
    named = []
    for country in mentions.between("country", low, high):
        if country.code not in named and country.code not in ("ASEC", "UN", "AKC", "AKCF", "GGGI", "PRK"):
            named.append(country.code)
    others = [code for code in named if code != "ASEAN"]
    if "ASEAN" in named and len(others) == 1:
        return _pair("ASEAN", others[0])
    if level.code in ("level:dialogue", "level:sectoral-dialogue", "level:development"):
        if len(others) == 1:
            return _pair("ASEAN", others[0])
        if sides and "ASEAN" in sides:
            return sides
        return None
    if len(named) == 2 and (sides is None or set(named) & set(sides)):
        return _pair(named[0], named[1])
    if sides and len(named) == 1 and named[0] not in sides:
        other = _own_side(text, sides)
        return _pair(named[0], other) if other else sides
    return sides if not named or set(named) & set(sides or ()) else None


def _own_side(text: str, sides: Pair) -> str | None:
    return "KOR" if "KOR" in sides and any("가" <= letter <= "힣" for letter in text[:300]) else None


def country_pairs(mentions: Mentions, low: int, high: int) -> list[tuple[Pair, int, int]]:
    """Countries written as a pair (ASEAN-China, 한-아세안, 한·베, U.S. and Vietnam), with their places, in order."""
    text = mentions.text
    found: list[tuple[Pair, int, int]] = []
    countries = mentions.between("country", low, high)
    for one, other in zip(countries, countries[1:], strict=False):
        if (
            one.code != other.code
            and other.start - one.end <= 8
            and _LINK.fullmatch(text, one.end, other.start)
        ):
            found.append((_pair(one.code, other.code), one.start, other.end))
    for one in countries:
        if text[max(low, one.start - 2) : one.start] in ("한-", "한·", "한 ") and not (
            one.start > 2 and "가" <= text[one.start - 3] <= "힣"
        ):
            found.append((_pair("KOR", one.code), one.start - 2, one.end))
    for match in re.finditer(r"\bbetween (?:the )?", text[low:high]):
        inside = mentions.between("country", low + match.end(), min(high, low + match.end() + 80))
        codes = list(dict.fromkeys(country.code for country in inside[:2]))
        if len(codes) == 2:
            found.append((_pair(codes[0], codes[1]), inside[0].start, inside[1].end))
    return sorted(found, key=lambda pair: pair[1])


def _pair(one: str, other: str) -> Pair:
    first, second = ordered((one, other))
    return first, second


def _sides(document: Document, mentions: Mentions) -> Pair | None:
    """The two sides of the release, by its first pair of countries or the first two countries of its beginning."""
    start = next((p.start for p in document.paragraphs if p.part not in _SILENT), 0)
    title_end = next((p.end for p in document.paragraphs if p.part is Part.TITLE), start + 200)
    for low, high in ((start, max(title_end, start + 1)), (start, start + 900)):
        pairs = country_pairs(mentions, low, high)
        if pairs:
            return pairs[0][0]
        codes = list(dict.fromkeys(country.code for country in mentions.between("country", low, high)))
        codes = [code for code in codes if code not in ("PRK", "UN", "ASEC")]
        if (
            len(codes) == 1
            and any("가" <= letter <= "힣" for letter in mentions.text[low:high])
            and codes[0] != "KOR"
        ):
            return _pair("KOR", codes[0])
        if len(codes) == 2:
            return _pair(codes[0], codes[1])
    return None


def _date_of(
    text: str, level: Mention, low: int, high: int, published: date | None, near: list[Mention]
) -> DateSpan | None:
    """The date nearest to the level and its verb in the sentence."""
    dates = [span for span in find_dates(text, low, high, published) if not _part_of_plan(text, span)]
    if not dates:
        return None
    return min(
        dates,
        key=lambda span: (
            max(span.start - level.end, level.start - span.end, 0) - (10 if len(span.first) > 4 else 0)
        ),
    )


def _part_of_plan(text: str, span: DateSpan) -> bool:
    """A year that belongs to a plan's or a vision's name (2021-2025, Vision 2045) is no date of a step."""
    return re.match(r"\s?[-~∼]\s?(?:20)?\d\d\b", text[span.end : span.end + 6]) is not None or bool(
        re.search(r"(?:Vision|Agenda|비전|[-~∼])\s?$", text[max(0, span.start - 8) : span.start])
    )


# One claim a step ------------------------------------------------------------------------------------------------


def _one_each(claims: list[_Claim]) -> list[tuple[_Claim, list[Mark]]]:
    """Wordings of one claim put together: of the unfinished the firmest and best dated, a year for each past step."""
    groups: dict[tuple[Pair, str], list[_Claim]] = {}
    for claim in claims:
        groups.setdefault((claim.parties, claim.level), []).append(claim)
    kept: list[tuple[_Claim, list[Mark]]] = []
    for same in groups.values():
        done: dict[str | None, list[_Claim]] = {}
        for claim in same:
            if claim.status == "established":
                done.setdefault((claim.implies or claim.date or "")[:4] or None, []).append(claim)
        undated = done.pop(None, []) if len(done) > 1 else []
        for year_claims in done.values():
            best = max(year_claims, key=lambda claim: (claim.implies is None, len(claim.date or "")))
            kept.append((best, [claim.mark for claim in [*year_claims, *undated]]))
        open_claims = [claim for claim in same if claim.status in _FIRMNESS]
        if open_claims:
            best = min(open_claims, key=lambda claim: (-len(claim.date or ""), _FIRMNESS.index(claim.status)))
            if not done or any(claim.mark.start > open_claims[0].mark.start for claim in open_claims[1:]):
                kept.append((best, [claim.mark for claim in open_claims]))
        if not done and not open_claims:
            kept.append((same[0], [claim.mark for claim in same]))
    return sorted(kept, key=lambda item: item[1][0].start)


def _event(claim: _Claim, marks: list[Mark]) -> PartnershipEvent:
    verdict = held_against(_steps(), claim.parties, claim.level, claim.status, claim.implies or claim.date)
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
