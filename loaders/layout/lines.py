"""Source text → lines: where each stands, how it is set, and whether its first sign begins a paragraph."""

from __future__ import annotations

import re
from typing import NamedTuple

from loaders.text import Part


class Line(NamedTuple):
    """A line that is not blank.

    `start`, `end`: its span in the source without the spaces around it. `text`: that span. `content`: where
    the text after a list or note sign begins (source position). `indent`: spaces before it. `gap`: blank
    lines before it. `mark`: the part that its sign begins, or None. `trailing`: a space stood after its last
    character. `hard`: it ends in a Markdown line break.
    """

    start: int
    end: int
    text: str
    content: int
    indent: int
    gap: int
    mark: Part | None
    trailing: bool
    hard: bool


# A sign of its own (□ ㅇ ※ ①), one that needs a space after it (- ·), or a number or letter with a point or
# bracket. Private-use characters are the bullets of Korean word processors. Numbers stay in the text, signs go.
_KEPT = "➊➋➌➍➎➏➐➑➒❶❷❸❹❺❻❼❽❾①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_SIGNS = "□■○◦●◯❍⚪▢▣◇◆▪▫▴▲△▶▷►▸‣◈☞✓✔➤⇨➡∎⊙◎" + _KEPT
_MARK = re.compile(
    rf"(?P<list>[{_SIGNS}\uf000-\uf8ff\U000f0000-\U000ffffd]+\s*(?=\S)"
    r"|[ㅇoO•∙·‧・ㆍ]\s+(?=\S)|•|-\s*(?=[^\s\d-])|-\s+(?=\d)|[–—―ー]\s+(?=\S))"
    r"|(?P<number>\(?\d{1,2}[.)]\s+(?=\D)|\([0-9a-z가-하]\)\s*|[가-하][.)]\s+|[IVXⅠ-Ⅻ]{1,4}\.\s+|[a-h][.)]\s+)"
    r"|(?P<note>※\s*)"
    r"|(?P<footnote>[*＊†‡]{1,3}(?=[^\s*])\s*|[*＊†‡]{1,3}\s+(?=\S)|\[\d{1,2}\]\s*)"
)
_MARKDOWN_MARK = re.compile(
    rf"(?P<list>[-+*]\s+(?=\S)|[{_SIGNS}]\s*(?=\S)|[ㅇo•]\s+(?=\S))"
    r"|(?P<number>\(?\d{1,2}[.)]\s+(?=\D)|\([0-9a-z]\)\s+)"
    r"|(?P<note>※\s*)"
    r"|(?P<footnote>(?:\\\*){1,3}\s*(?=\S))"
)
_MAY_MARK = frozenset(
    _SIGNS + "ㅇoO•∙·‧・ㆍ-–—―ー(IVX※*＊†‡[\\+0123456789가나다라마바사아자차카타파하abcdefghⅠⅡⅢⅣⅤⅥ"
)
_LETTERS = "가나다라마바사아자차카타파하"
_PARTS = {"list": Part.LIST, "number": Part.LIST, "note": Part.NOTE, "footnote": Part.FOOTNOTE}

# A dash or number in the middle of a running English sentence is no sign: "on May / 15. The ministers".
_WEAK = frozenset("–—―ー(0123456789abcdefghIVXoO")
_RUNNING = frozenset("abcdefghijklmnopqrstuvwxyz,")

# Lines that carry nothing: page numbers; rules, "###" and "끝" at the end of a release.
_PAGE_NUMBER = re.compile(
    r"[-–—\s]*(?:\d{1,3}|page \d{1,3}(?: of \d{1,3})?|\d{1,3}\s*/\s*\d{1,3})[-–—\s]*", re.I
)
_RULE = re.compile(r"[\\#*_=~.\-–—―─━|:+\s]+|[/(<\[\s]*끝[/)>\]\s.]*")
_MAY_NUMBER = frozenset("0123456789-–—pP")
_MAY_RULE = frozenset("끝/(<[-–—―─━\\#*_=~.|:+")
_LONGEST_FURNITURE = 80


def split_lines(text: str, start: int, *, markdown: bool, paged: bool) -> list[Line]:
    """The lines of `text` from `start` on.

    Blank lines and rules count only as gaps; page numbers, in a text that is `paged`, not even as that, as a
    paragraph may go on after them.
    """
    pattern = (_MARKDOWN_MARK if markdown else _MARK).match
    lines: list[Line] = []
    add = lines.append
    position, gap = start, 0
    new_page = False
    previous, letter = "", ""
    for raw in (text[start:] if start else text).split("\n"):
        body = raw.strip()
        if not body:
            position += len(raw) + 1
            gap += 1
            continue
        length = len(body)
        first = body[0]
        indent = 0 if raw[0] == first else raw.index(first)
        begin = position + indent
        position += len(raw) + 1
        if length < _LONGEST_FURNITURE:
            if paged and first in _MAY_NUMBER and _PAGE_NUMBER.fullmatch(body):
                new_page = True
                continue
            if first in _MAY_RULE and _RULE.fullmatch(body):
                gap += 1
                continue
        mark = None
        content = begin
        if first in _MAY_MARK or first > "\ue000":
            found = pattern(body)
            if first in _LETTERS and found:
                if first != "가" and _LETTERS[_LETTERS.index(first) - 1] != letter:
                    found = None  # the end of a broken verb: "하였 / 다. 이어"
                else:
                    letter = first
            if found and not (first in _WEAK and previous[-1:] in _RUNNING):
                kind = found.lastgroup or "list"
                if first == "[" and text.find(found[0].strip()) == begin:
                    kind = "number"  # nothing before refers to it: it numbers a paragraph
                mark = _PARTS[kind]
                if kind != "number" and first not in _KEPT:
                    content = begin + found.end()
        if new_page:
            gap, new_page = 0, False
        spare = len(raw) - indent - length
        hard = markdown and (spare > 1 or body[-1] == "\\")
        add(Line(begin, begin + length, body, content, indent, gap, mark, spare > 0, hard))
        gap = 0
        previous = body
    return lines
