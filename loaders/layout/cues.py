"""Words at the start of a line that say which part of a release begins there."""

from __future__ import annotations

import re

from loaders.layout.words import ATTACHMENT, CONTACT, HEADER, MASTHEAD, RANK

_BRACKET = r"[<【〈《\[(（■□]?\s*"
_ATTACHMENT = re.compile(rf"{_BRACKET}{ATTACHMENT}\s*(?:[\d\]>】〉》）):：.]|[IVX]+\b|$)", re.I)
_CONTACT = re.compile(
    rf"{_BRACKET}(?:{CONTACT}|담당)\s*"
    rf"(?:[\]>】〉》）):：(/|]|$|\S{{1,30}}\s?(?:과|국|실|팀|단|관|부)\b|{RANK})"
    r"|for (?:further |more |media |press |any )+(?:information|inquiries|enquiries)\b.{0,40}\bcontact\b",
    re.I,
)
_MAY_BEGIN = frozenset("<【〈《[(（■□붙첨별참담책문연자보AECMPF")
_HEADER = re.compile(rf"{_BRACKET}{HEADER}(?![가-힣a-z])", re.I)
# "The White House", "Press Release No. 3", but not "The White House announced …".
# It is looked for in a line in small letters, which is quicker than ignoring case.
_MASTHEAD = re.compile(rf"(?<![가-힣a-z]){MASTHEAD.lower()}(?=\s*(?:$|[^\sa-z가-힣]|of\b|no\b)|\s+[가-힣])")
_OFFICE = re.compile(r"(?:[가-힣]+\s)?[가-힣]{1,10}(?:부|처|청|실|원회|사무국)")
# A year range (2021-2025) is no telephone number.
_TELEPHONE = (
    r"(?:\(?\b0\d{1,2}\s?[).–-]\s?\d{3,4}\s?[.–-]\s?\d{4}\b"
    r"|(?<![\d.-])(?!(?:19|20)\d\d-(?:19|20)\d\d)\d{3,4}-\d{4}\b(?!-)"
    r"|\+\d{1,3}[ )(-]{1,2}\d[\d ()-]{6,}\d)"
)
_TELEPHONE_NUMBER = re.compile(_TELEPHONE)
_FOUR_DIGITS = re.compile(
    "[0-9][0-9][0-9][0-9]"
)  # found quickly, and in every telephone number but few lines
_ENDS_IN_TELEPHONE = re.compile(_TELEPHONE + r"\)?$")
_MAY_END = frozenset("0123456789)")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[a-z]")


def begins_anew(line: str) -> bool:
    """Whether a line begins an attachment or a contact block."""
    return is_attachment(line) or is_contact(line)


def ends_in_telephone(line: str) -> bool:
    return line[-1:] in _MAY_END and _ENDS_IN_TELEPHONE.search(line[-24:]) is not None


def has_telephone(text: str) -> bool:
    return _FOUR_DIGITS.search(text) is not None and _TELEPHONE_NUMBER.search(text) is not None


def has_mail(text: str) -> bool:
    return "@" in text and _MAIL.search(text) is not None


def is_attachment(line: str) -> bool:
    return line[:1] in _MAY_BEGIN and _ATTACHMENT.match(line) is not None


def is_contact(line: str) -> bool:
    return line[:1] in _MAY_BEGIN and _CONTACT.match(line) is not None


def is_header(line: str) -> bool:
    """Whether a line at the top of a release is its embargo, masthead or issuing office.

    A Korean masthead may follow the ministry's name; an English one begins its line, with a capital.
    """
    if line[0].islower() and not line.startswith(("http", "www.")):
        return False
    if _HEADER.match(line) or _OFFICE.fullmatch(line):
        return True
    found = _MASTHEAD.search(line[:60].lower())
    return found is not None and (found.start() == 0 or "가" <= found[0][0] <= "힣")
