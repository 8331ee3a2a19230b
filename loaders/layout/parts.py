"""Groups of lines → parts of a release; the contact block is found here, to be left out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.layout.cues import has_mail, has_telephone, is_attachment, is_contact, is_header
from loaders.layout.lines import Line
from loaders.layout.words import RANK
from loaders.text import Part

Group = list[Line]

# The header, title and subtitles stand among the first paragraphs or nowhere.
_TOP = 30
_LONGEST_HEADER = 120
_LONGEST_TITLE = 250
_LONGEST_CONTACT = 130
# Lines between two contacts (a table read cell by cell), and lines of a name alone after the last of them.
_CONTACT_REACH = 6
_NAMES_AFTER = 3

_SENTENCE = re.compile(r"(?:다|요|음|함|임)\s?\.[\"”’)\]]*(?:\s*/+끝/+|\s*끝\.?)?$|[a-z)%”’\"][.!?][\"”’)]*$")
_DATE = re.compile(
    r"(?:19|20)\d\d\s?[.년/-]\s?\d{1,2}\s?[.월/-]\s?\d{1,2}|['‘’]?\d\d\.\s?\d{1,2}\.\s?\d{1,2}"
    r"|\b\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]{2,8}\.?,?\s+(?:19|20)\d\d|\b[A-Z][a-z]{2,8}\.?\s+\d{1,2},?\s+(?:19|20)\d\d"
)
_NAME = re.compile(
    rf"(?:{RANK}\s*)?(?:[가-힣]\s?){{2,5}}(?:{RANK})?|{RANK}|[\w가-힣]+(?:과|국|실|팀|단|관)"
    r"|[A-Z][a-z]+(?: [A-Z][\w.-]+){1,3}"
)
_RANKED_NAME = re.compile(rf"{RANK}\s*(?:[가-힣]\s?){{2,5}}|(?:[가-힣]\s?){{2,5}}{RANK}")
_MAY_END = frozenset('.!?"”’)]/끝')
_DASHES = frozenset("-–—―ー▸‣▷►▶<〈‑∼~·")


def parts_of(groups: Sequence[Group], texts: Sequence[str], *, titled: bool) -> list[Part | None]:
    """The part of each group (None for the contact block, to be left out).

    `texts`: the groups, joined. `titled`: the title was found outside the text (front matter).
    """
    parts = _top(groups, texts, titled=titled)
    attached = False
    for index in range(len(parts), len(groups)):
        mark = groups[index][0].mark
        attached = attached or is_attachment(texts[index])
        parts.append(Part.ATTACHMENT if attached else mark or Part.BODY)
    for index in _contacts(groups, texts):
        parts[index] = None
    return parts


def _top(groups: Sequence[Group], texts: Sequence[str], *, titled: bool) -> list[Part | None]:
    """Parts down to the last header line, title or subtitle."""
    parts: list[Part | None] = []
    seen_title = titled
    for group, text in zip(groups[:_TOP], texts, strict=False):
        line = group[0]
        if len(text) <= _LONGEST_HEADER and line.mark is None and _is_heading(text):
            parts.append(Part.HEADER)
        elif seen_title and parts and line.text[0] in _DASHES and not _is_sentence(text):
            parts.append(Part.SUBTITLE)
        elif seen_title or not _may_be_title(line, text):
            break
        else:
            parts.append(Part.TITLE)
            seen_title = True
    if Part.TITLE not in parts and not titled:
        while parts and parts[-1] is not Part.HEADER:
            parts.pop()
    return parts


def _may_be_title(line: Line, text: str) -> bool:
    if len(text) > _LONGEST_TITLE or _is_sentence(text):
        return False
    return line.mark is None or (line.mark is Part.LIST and line.text[0] in _DASHES)


def _is_heading(text: str) -> bool:
    """A line with a header word, or hardly more than a date and a place or an office."""
    if is_header(text) and not _is_sentence(text):
        return True
    date = _DATE.search(text)
    return (
        date is not None
        and len(text) - len(date[0]) < 40
        and not re.search(r"[「“‘'\"]|회의|개최|[a-z] [a-z]", text)
    )


def _contacts(groups: Sequence[Group], texts: Sequence[str]) -> list[int]:
    """Groups of contact blocks: from a contact word or telephone number on, as far as the block goes."""
    found: list[int] = []
    index = 0
    while index < len(groups):
        if not _is_contact(texts[index]):
            index += 1
            continue
        end, reached = index, index + 1
        while reached < len(groups) and reached - end <= _CONTACT_REACH:
            text = texts[reached]
            if _is_contact(text):
                end = reached
            elif (
                len(text) > 60
                or _is_sentence(text)
                or groups[reached][0].mark is not None
                or is_attachment(text)
            ):
                break
            reached += 1
        name = _RANKED_NAME if has_telephone(texts[end]) else _NAME
        last = min(end + _NAMES_AFTER, len(groups) - 1)
        while end < last and _is_name(name, texts[end + 1]):
            end += 1
        found.extend(range(index, end + 1))
        index = end + 1
    return found


def _is_name(name: re.Pattern[str], text: str) -> bool:
    return len(text) <= 30 and name.fullmatch(text) is not None and not is_attachment(text)


def _is_sentence(text: str) -> bool:
    return text[-1] in _MAY_END and _SENTENCE.search(text[-20:]) is not None


def _is_contact(text: str) -> bool:
    if len(text) > _LONGEST_CONTACT:
        return is_contact(text) and has_telephone(text[:300])
    if _is_sentence(text) and not text.startswith(("For ", "for ")):
        return False
    return is_contact(text) or has_telephone(text) or has_mail(text)
