"""Which sides are named beside a place in the text.

한-아세안, 한·태, 한미일, 한국과 베트남, ASEAN-Japan, U.S.-ASEAN, "of Japan and the Republic of Korea (ROK)".
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from typing import NamedTuple

from loaders.extract.lexicon import REFERENCE, Mentions
from loaders.reference import read_rows

_BACK_WITHIN = 70  # characters in which one joint of a list of sides is looked for

# Words that begin with the syllable of a country: 재무장관·중앙은행총재, 인도-태평양.
_WORD_BEGINS = re.compile(
    r"중[앙동소견점재장기대요심급]|태[평풍]|미[래얀디사]|일[정반자부본상]|인[권적프공력신재구터]|호[텔찌]|한[반류식인글국]|영[토상사향해]|독[일도립]"
    r"|러[시]|필[요수]|남[중부북]|불[법]|캄보|베트|라오|말레|싱가"
)
# What may stand between two sides of a list, read backwards and forwards.
_JOINT = r"(?:\s*(?:,?\s+and\b|[-/·+,&]|,?\s*및|과|와)\s*(?:the\s+)?|\s*\([^()]{1,30}\)\s*-?\s*)"
_JOINT_BEFORE = re.compile(rf"{_JOINT}$")
_JOINT_AFTER = re.compile(rf"{_JOINT}")
_SYLLABLE_JOINTS = frozenset("-·")
_SYLLABLE_JOINT = re.compile("[-·]")
_LIST_JOINTS = frozenset({",", "·", "및", "과", "와", "and", ", and"})
_ARTICLE = re.compile(
    r"\s*(?:the\s+|both\s+)?(?:(?:[Ff]oreign\s+|[Pp]rime\s+|[Dd]efen[cs]e\s+)?"
    r"(?:[Mm]inisters?|[Ll]eaders|[Pp]residents?|[Ss]enior [Oo]fficials)\s+(?:of|from)\s+(?:the\s+)?)?"
)
_GLOSS_AFTER = re.compile(r"\s*\([^()]{1,30}\)")
# Not within a name of syllables: 부 호 대사.
_STATE_ALONE = re.compile(r"(?:[가-힣]{2}|[,'\"]) ([미중일러영독북]) $")


class Sides(NamedTuple):
    """A list of sides in the text: their codes in order, the framework named with them, and its span."""

    codes: tuple[str, ...]
    framework: str | None
    start: int
    end: int


class Places:
    """The sides and frameworks of a text by where they begin and end."""

    def __init__(self, mentions: Mentions) -> None:
        self._text = mentions.text
        named = mentions["country"] + mentions["group"] + mentions["series"]
        named.sort(key=lambda mention: mention.end - mention.start, reverse=True)
        # of several at one place the longest, which is put last
        self._by_end = {mention.end: mention for mention in reversed(named)}
        self._by_start = {mention.start: mention for mention in reversed(named)}
        self._ends = sorted(self._by_end)

    def before(self, end: int, gap: re.Pattern[str], low: int) -> Sides | None:
        """The sides whose list ends before `end` with only `gap` between; none begins before `low`."""
        text = self._text
        first = max(low, end - _BACK_WITHIN)
        stops = set(self._ends[bisect_right(self._ends, first) : bisect_right(self._ends, end)])
        for joint in _SYLLABLE_JOINT.finditer(text, max(0, first - 1), end + 1):
            stops |= {joint.start(), joint.start() + 2}  # before 한-, behind -태
        for stop in sorted(stops, reverse=True):
            if first < stop <= end and self._side_ending(stop, low) and gap.fullmatch(text, stop, end):
                return self._sides_ending(stop, low)
        return None

    def _sides_ending(self, stop: int, low: int) -> Sides | None:
        """The list of sides that ends at a place."""
        text = self._text
        position = stop
        codes: list[str] = []
        framework = None
        while position > low:
            found = self._side_ending(position, low)
            if not found:
                break
            start, found_codes, found_framework = found
            codes = [*found_codes, *codes]
            framework = framework or found_framework
            position = start
            joint = _JOINT_BEFORE.search(text[max(low, position - 40) : position])
            if not joint:
                break
            position -= len(joint[0])
            if found_framework:
                # Several frameworks before one noun (아세안+3·동아시아정상회의 고위관리회의): the first counts.
                earlier = self._side_ending(position, low)
                if earlier and not earlier[2] and joint[0].strip() in _LIST_JOINTS:
                    sides = self._sides_ending(position, low)
                    if sides and len(sides.codes) > 1:  # 한-아세안, 아세안+3 외교장관회의
                        return sides
                if not earlier or not earlier[2]:
                    position = start
                    break
                framework = None
            if not self._side_ending(position, low):
                position = start
                break
        if not codes and not framework:
            return None
        return Sides(_unique(codes), framework, position, stop)

    def after(self, start: int) -> Sides | None:
        """The list of sides that begins at `start`: "the ROK", "Japan and the Republic of Korea"."""
        text = self._text
        position = start
        codes: list[str] = []
        end = start
        while True:
            article = _ARTICLE.match(text, position)
            position = article.end() if article else position
            mention = self._by_start.get(position)
            if not mention or mention.kind == "series":
                break
            codes += mention.code.split(" ")
            position = end = mention.end
            gloss = _GLOSS_AFTER.match(text, position)
            position = end = gloss.end() if gloss else position
            joint = _JOINT_AFTER.match(text, position)
            if not joint:
                break
            position = joint.end()
        return Sides(_unique(codes), None, start, end) if codes else None

    def _side_ending(self, end: int, low: int) -> tuple[int, list[str], str | None] | None:
        mention = self._by_end.get(end)
        if mention and mention.start >= low:
            if mention.kind == "series":
                return mention.start, [], mention.code
            return mention.start, mention.code.split(" "), None
        if (
            self._text[end - 2 : end - 1] not in _SYLLABLE_JOINTS
            and self._text[end : end + 1] not in _SYLLABLE_JOINTS
        ):
            return None
        syllables = _syllables_pattern().search(self._text[max(low, end - 12) : end])
        if syllables:
            known = _syllables()
            start = end - len(syllables[0])
            if _WORD_BEGINS.match(self._text, end - 1):
                return None
            if (
                len(syllables[0]) == 1
                and self._text[start - 1 : start] == "·"
                and start - 1 not in self._by_end
            ):
                return None  # 재무장관·중앙은행총재
            return start, [known[part] for part in re.split("[-·]", syllables[0])], None
        return None


@cache
def _syllables() -> dict[str, str]:
    rows = read_rows(REFERENCE / "country_syllables.csv")
    return {str(row["syllable"]): str(row["code"]) for row in rows}


def state_before(text: str, place: int) -> str | None:
    """The state whose syllable stands alone before an office, as the news has it: 블링컨 미 | 국무장관."""
    found = _STATE_ALONE.search(text, max(0, place - 5), place)
    return _syllables().get(found[1]) if found else None


@cache
def _syllables_pattern() -> re.Pattern[str]:
    one = "|".join(sorted(_syllables(), key=len, reverse=True))
    return re.compile(rf"(?<![가-힣])(?:{one})(?:[-·](?:{one}))*$")


def joined_syllables(text: str, start: int, end: int) -> list[tuple[list[str], int]]:
    """Countries joined as syllables between two places (한·미·일): their codes, and where they end."""
    return [(codes, last) for codes, _, last in runs_of_syllables(text, start, end)]


def runs_of_syllables(text: str, start: int, end: int) -> list[tuple[list[str], int, int]]:
    """Countries joined as syllables between two places: their codes, start and end."""
    known = _syllables()
    return [
        ([known[part] for part in re.split(r"[-·]", match[0])], match.start(), match.end())
        for match in _joined_pattern().finditer(text, start, end)
    ]


@cache
def _joined_pattern() -> re.Pattern[str]:
    one = "|".join(sorted(_syllables(), key=len, reverse=True))
    return re.compile(rf"(?<![가-힣])(?:{one})(?:[-·](?:{one})(?![주국본도]))+")


def _unique(codes: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(codes))


@cache
def members() -> frozenset[str]:
    """The ten members of ASEAN; Timor-Leste stands for itself, long an observer, since 2025 the eleventh."""
    rows = read_rows(REFERENCE / "countries.csv")
    return frozenset(
        str(row["code"]) for row in rows if row["kind"] == "asean-member" and row["code"] != "TLS"
    )
