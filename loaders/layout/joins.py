"""Which lines are one paragraph, and whether a word or a space was broken at the end of a line."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from loaders.layout.cues import begins_anew, ends_in_telephone
from loaders.layout.lines import Line
from loaders.layout.words import ALONE, ENDINGS, INNER, PARTICLES

if TYPE_CHECKING:
    from kiwipiepy import Kiwi

# Lines longer than this are not broken lines: each is a paragraph of its own. Korean letters are twice as wide.
_LONGEST_BROKEN_LINE = 130
_LONGEST_BROKEN_KOREAN_LINE = 80
# A line within this share of the usual width, the next line's first word added, was broken for want of room.
_FULL = 0.7
# Joins put to Kiwi for one text (0.5 ms each); what is left then follows the habit of the text. It is shown so
# many characters before and after the join: more take longer and change nothing.
_MOST_ASKED = 60
_SHOWN_BEFORE, _SHOWN_AFTER = 12, 8
# How much of the text on either side of a join is searched for the same words, and for how many joins.
_NEAR = 4_000
_MOST_SEARCHED = 20_000

_ENDED = re.compile(r"(?:[.!?。:;]|//?끝//?|끝)[\"'”’」』)\]]*$")
_OPENING = frozenset("([「『‘“/–—·‧・∙〈<")
_CLOSING = frozenset(")]」』’”,.;:!?·‧・∙–—/〉>")
_MAY_END = frozenset(".!?。:;/끝\"'”’」』)]")
# A row of a table set with spaces: "태  국   외교장관", "Thailand    Minister".
_ROW = re.compile(r"(?:[가-힣] {1,4}[가-힣] {2,}|\S{1,12} {3,})\S")
_ORDINAL = re.compile(r"\d차")
_TAIL = re.compile(r"[가-힣]+$")
_HEAD = re.compile(r"[가-힣]+")


class Setting(NamedTuple):
    """How a text is set.

    `width`: usual full line, in characters. `broken`: its lines are broken to a width. `airy`: a blank line
    stands between nearly all lines and means nothing. `indent`: spaces before a paragraph's first line, 0 if
    none. `blocks`: lines without a blank line between them are one paragraph (Markdown).
    """

    width: int
    broken: bool
    airy: bool
    indent: int
    blocks: bool


def setting_of(lines: list[Line], *, markdown: bool) -> Setting:
    """Measure how `lines` (at least one) are set."""
    lengths = sorted(line.end - line.start for line in lines)
    width = lengths[len(lengths) * 9 // 10]
    if markdown:
        return Setting(width, broken=True, airy=False, indent=0, blocks=True)
    airy = len(lines) > 5 and sum(line.gap > 0 for line in lines[1:]) >= 0.75 * (len(lines) - 1)
    korean = 2 * sum("가" <= line.text[-2:-1] <= "힣" for line in lines) > len(lines)
    broken = width <= (_LONGEST_BROKEN_KOREAN_LINE if korean else _LONGEST_BROKEN_LINE)
    return Setting(width, broken=broken, airy=airy, indent=_first_line_indent(lines), blocks=False)


def _first_line_indent(lines: list[Line]) -> int:
    """The usual indent of lines without a sign, if it sets off first lines: rarely two in a row."""
    indents = [line.indent for line in lines if line.mark is None]
    usual = Counter(indent for indent in indents if indent).most_common(1)
    if not usual or usual[0][1] < 2:
        return 0
    indent = usual[0][0]
    firsts = [found >= indent for found in indents]
    runs = sum(a and b for a, b in pairwise(firsts))
    return indent if runs <= 0.4 * sum(firsts) else 0


def continues(line: Line, previous: Line, setting: Setting) -> bool:
    """Whether `line` goes on with the paragraph of `previous`."""
    if line.mark is not None or not setting.broken or previous.hard:
        return False
    if line.gap and not setting.airy:
        return False
    if "  " in line.text and _ROW.match(line.text):
        return False
    if begins_anew(line.text) or ends_in_telephone(previous.text):
        return False
    if setting.blocks:
        return True
    if setting.indent and line.indent >= setting.indent:
        return False
    space = line.text.find(" ")
    first_word = space if 0 < space < 16 else 2
    if len(previous.text) + first_word < _FULL * setting.width:
        return False
    if not (previous.text[-1] in _MAY_END and _ENDED.search(previous.text[-8:])):
        return True
    return not setting.airy or setting.indent > 0


class Joiner:
    """Decides, for the lines of one text, what stands between two of them once joined: "" or a space.

    Forms taken, in this order: brackets, signs and hyphens that cling; a space left at the end of the line;
    a particle, verb ending or syllable that begins no word (마련 / 되었다, 협 / 력); a Korean ending that
    closes one (위한 / 미래); the same words standing apart or together nearby; the habit of a text that keeps
    the spaces at its lines' ends; a single syllable that is no word (함 / 께); what Kiwi makes of it.
    """

    def __init__(self, text: str, lines: list[Line]) -> None:
        self._text = text
        self._asked = 0
        self._searched = 0
        korean = [line for line in lines[:2000] if "가" <= line.text[-1] <= "힣"]
        self._spaces_kept = 20 * sum(line.trailing for line in korean) > len(korean) > 0
        self._breaks_words = False

    def between(self, previous: Line, line: Line) -> str:
        """What stands between the text of two lines: "" or " "."""
        last, first = previous.text[-1], line.text[0]
        if last in _OPENING or first in _CLOSING:
            return ""
        if last == "-":
            return " " if previous.text.endswith((" -", "--")) else ""
        if previous.trailing:
            self._spaces_kept = True
            return " "
        if "가" <= last <= "힣":
            if "가" <= first <= "힣":
                return self._korean(previous, line)
            if first == "(":
                return ""
            return "" if first.isdigit() and previous.text.endswith(" 제") else " "
        if last.isdigit() and (first.isdigit() or "가" <= first <= "힣"):
            return ""
        if "가" <= first <= "힣" and last not in ".,;:":
            return "" if _first_word(line.text) in PARTICLES else " "
        return " "

    def _korean(self, previous: Line, line: Line) -> str:
        """Between two Korean letters, no space left at the end of the line."""
        before = previous.text
        tail = _TAIL.search(before[-8:])[0]  # type: ignore[index]  # the caller saw a Korean letter
        head = _first_word(line.text)
        if head in PARTICLES or head[0] in INNER:
            self._breaks_words = True
            return ""
        if (len(tail) > 1 and tail.endswith(ENDINGS)) or (tail == "차" and before[-2:-1].isdigit()):
            return " "
        if self._near(f"{tail[-4:]} {head[:2]}", line.start) and len(tail) + len(head) > 2:
            return "" if self._near(tail[-4:] + head[:2], line.start) else " "
        if self._spaces_kept:
            return ""
        if self._near(tail[-4:] + head[:2], line.start):
            return ""
        if (len(tail) == 1 and before[-2:-1] == " " and tail not in ALONE) or (
            len(head) == 1 and head not in ALONE
        ):
            return ""
        if self._asked < _MOST_ASKED:
            self._asked += 1
            return " " if _kiwi_sees_space(before[-_SHOWN_BEFORE:], line.text[:_SHOWN_AFTER]) else ""
        return "" if self._breaks_words else " "

    def _near(self, words: str, position: int) -> bool:
        self._searched += 1
        if self._searched > _MOST_SEARCHED:
            return False
        return self._text.find(words, max(0, position - _NEAR), position + _NEAR) >= 0


def _first_word(text: str) -> str:
    found = _HEAD.match(text)
    return found[0] if found else ""


def _kiwi_sees_space(before: str, after: str) -> bool:
    return bool(_kiwi().glue([before, after], return_space_insertions=True)[1][0])


@cache
def _kiwi() -> Kiwi:
    """Kiwi, loaded on the first join in doubt: half a second and 200 MB that most texts do without.

    Its smallest setting: the extra dictionaries hold names of works and typing errors.
    """
    from kiwipiepy import Kiwi

    return Kiwi(num_workers=1, load_default_dict=False, load_typo_dict=False, load_multi_dict=False)
