"""Which lines are one paragraph, and whether a word or a space was broken at the end of a line."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from loaders.layout.cues import ENDS_IN_TELEPHONE, begins_anew
from loaders.layout.lines import Line
from loaders.layout.words import ENDINGS, PARTICLES

if TYPE_CHECKING:
    from kiwipiepy import Kiwi

# Lines longer than this are not broken lines: each is a paragraph of its own.
_LONGEST_BROKEN_LINE = 130
# A line within this share of the usual width, the next line's first word added, was broken for want of room.
_FULL = 0.7
# Joins put to Kiwi for one text (0.5 ms each); what is left then follows the habit of the text.
_MOST_ASKED = 60
# How much of the text around a join is searched for the same words.
_NEAR = 15_000

_ENDED = re.compile(r"(?:[.!?。:;]|//?끝//?|끝)[\"'”’」』)\]]*$")
_ORDINAL_END = re.compile(r"\d차$")
_TAIL = re.compile(r"[가-힣]+$")
_HEAD = re.compile(r"[가-힣]+")
_LOWER_WORD = re.compile(r"[a-z]+")
_WORD_BEFORE_HYPHEN = re.compile(r"([A-Za-z]+)-$")


class Setting(NamedTuple):
    """How a text is set. `width`: usual full line, in characters. `broken`: its lines are broken to a width.
    `airy`: a blank line stands between nearly all lines and means nothing. `indented`: a paragraph's first line
    is indented. `blocks`: lines without a blank line between them are one paragraph (Markdown)."""

    width: int
    broken: bool
    airy: bool
    indented: bool
    blocks: bool


def setting_of(lines: list[Line], *, markdown: bool) -> Setting:
    """Measure how `lines` (at least one) are set."""
    lengths = sorted(line.end - line.start for line in lines)
    width = lengths[len(lengths) * 9 // 10]
    airy = len(lines) > 5 and sum(line.gap > 0 for line in lines[1:]) >= 0.75 * (len(lines) - 1)
    indents = [line.indent >= 2 for line in lines if line.mark is None]
    first_lines = sum(indents)
    runs = sum(a and b for a, b in zip(indents, indents[1:], strict=False))
    indented = not markdown and first_lines >= 2 and runs <= 0.4 * first_lines
    return Setting(
        width, markdown or width <= _LONGEST_BROKEN_LINE, airy and not markdown, indented, markdown
    )


def continues(line: Line, previous: Line, setting: Setting) -> bool:
    """Whether `line` goes on with the paragraph of `previous`."""
    if line.mark is not None or not setting.broken or previous.hard:
        return False
    if line.gap and not setting.airy:
        return False
    if begins_anew(line.text) or ENDS_IN_TELEPHONE.search(previous.text):
        return False
    if setting.blocks:
        return True
    if setting.indented and line.indent >= 2:
        return False
    space = line.text.find(" ")
    first_word = space if 0 < space < 16 else 2
    if len(previous.text) + first_word < _FULL * setting.width:
        return False
    if not _ENDED.search(previous.text):
        return True
    return not setting.airy or setting.indented


class Joiner:
    """Decides, for the lines of one text, what stands between two of them once they are joined: "" or a space.

    Forms taken, in this order: a space left at the end of the line; brackets and signs that cling; an English word
    broken at a hyphen; a Korean particle or verb ending that cannot begin a word (마련 / 되었다); the same words
    standing together or apart nearby; a Korean word that is whole (위한 / 미래); what the text does elsewhere; Kiwi.
    """

    def __init__(self, text: str, lines: list[Line]) -> None:
        self._text = text
        self._asked = 0
        korean = [line for line in lines[:2000] if "가" <= line.text[-1] <= "힣"]
        self._spaces_kept = 20 * sum(line.trailing for line in korean) > len(korean) > 0
        self._breaks_words = False

    def between(self, previous: Line, line: Line) -> str:
        last, first = previous.text[-1], line.text[0]
        if "가" <= last <= "힣":
            if "가" <= first <= "힣":
                return self._korean(previous, line)
            if previous.trailing:
                return " "
            if first.isdigit() or first.isalpha():
                return (
                    ""
                    if _TAIL.search(previous.text[-3:]) and previous.text.endswith((" 제", "\u3000제"))
                    else " "
                )
            return " " if first in "「『‘“'\"-–—<※□○" else ""
        if previous.trailing and last not in "-–‘“「『(":
            return " "
        if last == "-":
            return self._hyphen(previous, line)
        if "가" <= first <= "힣":
            if last.isdigit() or last in "(「『‘“[·‧・∙/":
                return ""
            if last in ".,;:":
                return " "
            return "" if _first_word(line.text) in PARTICLES else " "
        if last in "([「『‘“/–—·‧・∙" or first in ")]」』’”,.;:!?·‧・∙–—/":
            return ""
        return "" if last.isdigit() and first.isdigit() else " "

    def _hyphen(self, previous: Line, line: Line) -> str:
        """A hyphen at the end of a line clings; it stays, as compounds are broken at theirs."""
        return " " if previous.text.endswith((" -", "--")) else ""

    def _korean(self, previous: Line, line: Line) -> str:
        if previous.trailing:
            self._spaces_kept = True
            return " "
        tail = _TAIL.search(previous.text)[0]  # type: ignore[index]  # the caller saw a Korean last character
        head = _first_word(line.text)
        if head in PARTICLES and not tail.endswith(ENDINGS):
            self._breaks_words = True
            return ""
        nearby = self._nearby(tail, head, line.start)
        if nearby is not None:
            return nearby
        if tail.endswith(ENDINGS) or _ORDINAL_END.search(previous.text):
            return " "
        if self._spaces_kept:
            return ""
        if self._asked < _MOST_ASKED:
            self._asked += 1
            return " " if _kiwi_sees_space(previous.text[-40:], line.text[:40]) else ""
        return "" if self._breaks_words else " "

    def _nearby(self, tail: str, head: str, position: int) -> str | None:
        """Whether the two stand together or apart elsewhere near `position`; None when neither or both do."""
        left, right = tail[-4:], head[:2]
        if len(left) < 2 and len(right) < 2:
            return None
        near = self._text[max(0, position - _NEAR) : position + _NEAR]
        together = left + right in near
        apart = f"{left} {right}" in near
        if together != apart:
            return "" if together else " "
        if len(tail) > 1 and len(head) > 1 and f" {tail} " in near and f" {right}" in near:
            return " "
        return None


def _first_word(text: str) -> str:
    found = _HEAD.match(text)
    return found[0] if found else ""


def _kiwi_sees_space(before: str, after: str) -> bool:
    return bool(_kiwi().glue([before, after], return_space_insertions=True)[1][0])


@cache
def _kiwi() -> Kiwi:
    """Kiwi, loaded on the first join in doubt: it takes seconds, and most texts need none."""
    from kiwipiepy import Kiwi

    return Kiwi()
