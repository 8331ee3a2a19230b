"""What makes two readings of a release say the same fact.

meeting             series, ordinal and start of the principal meeting; nothing where the label has none
participants        name (spelling order, case, hyphens, honorifics, initials aside; or name_ko) and party
delegations         party code
topics              topic code
partnership_events  parties, level and year
country_roles       country, role and partner
initiatives         any of name, name_ko, acronym
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import Any

Record = dict[str, Any]

FIELDS = (
    "meeting",
    "participants",
    "delegations",
    "topics",
    "partnership_events",
    "country_roles",
    "initiatives",
)

_HONORIFICS = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "he",
        "prof",
        "sir",
        "lord",
        "dame",
        "tun",
        "tan",
        "sri",
        "seri",
        "dato",
        "datuk",
        "datin",
        "pehin",
        "haji",
        "hajah",
        "yb",
        "ambassador",
        "general",
        "jr",
        "sr",
        "ii",
        "iii",
        "his",
        "her",
        "excellency",
        "the",
        "hon",
        "honourable",
        "honorable",
        "samdech",
        "sheikh",
    ]
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def facts(record: Record, name: str, *, debatable: bool = False) -> list[Any]:
    """The facts of one field, as the record words them; with `debatable`, those set aside by the label."""
    if debatable:
        found = record.get("meetings_debatable" if name == "meeting" else f"{name}_debatable") or []
        return list(found)
    if name != "meeting":
        return list(record.get(name) or [])
    if "meetings" in record:
        return [meeting for meeting in record["meetings"] if meeting.get("principal")]
    return [record["meeting"]] if record.get("meeting") else []


def same(name: str, label: Any, found: Any) -> bool:
    """Are a fact of the label and a fact read the same?"""
    return _SAME[name](label, found)


def name_keys(name: str | None) -> set[str]:
    """All spellings of a name that count as one: without accents, case, hyphens, initials and honorifics, given name
    first or last.
    """
    plain = unicodedata.normalize("NFKD", name or "").replace("đ", "d").replace("Đ", "D").casefold()
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    words = [re.sub(r"[^\w]", "", word) for word in re.split(r"[\s,.]+", plain)]
    words = [word for word in words if len(word) > 1 and word not in _HONORIFICS]
    return {"".join(words[turn:] + words[:turn]) for turn in range(len(words))}


def claim_year(event: Record) -> str | None:
    """The year a partnership claim speaks of: the one an anniversary implies, the date's, or the one stated."""
    for value in (event.get("implies"), event.get("date"), event.get("as_stated")):
        year = _YEAR.search(str(value or ""))
        if year:
            return year.group()
    return None


def _same_meeting(label: Record, found: Record) -> bool:
    return all(label.get(key) == found.get(key) for key in ("series", "ordinal", "start"))


def _same_person(label: Record, found: Record) -> bool:
    if label.get("affiliation") != found.get("affiliation"):
        return False
    if name_keys(label.get("name")) & name_keys(found.get("name")):
        return True
    hangul = _squeezed(label.get("name_ko"))
    return bool(hangul) and hangul == _squeezed(found.get("name_ko"))


def _same_claim(label: Record, found: Record) -> bool:
    if set(label["parties"]) != set(found["parties"]) or label["level"] != found["level"]:
        return False
    year = claim_year(label)
    return year is None or year == claim_year(found)


def _same_role(label: Record, found: Record) -> bool:
    return all(label.get(key) == found.get(key) for key in ("country", "role", "partner"))


def _same_initiative(label: Record, found: Record) -> bool:
    return any(
        label.get(key) and _squeezed(label.get(key)) == _squeezed(found.get(key))
        for key in ("name", "name_ko", "acronym")
    )


def _same_code(label: str, found: str) -> bool:
    return label == found


def _squeezed(text: str | None) -> str:
    return re.sub(r"[\W_]+", "", text or "").casefold()


_SAME: dict[str, Callable[[Any, Any], bool]] = {
    "meeting": _same_meeting,
    "participants": _same_person,
    "delegations": _same_code,
    "topics": _same_code,
    "partnership_events": _same_claim,
    "country_roles": _same_role,
    "initiatives": _same_initiative,
}


def compare(name: str, label: Record, found: Record) -> tuple[int, list[Any], list[Any]]:
    """How many facts of a field are right, which were invented, which were missed. Debatable ones are left out."""
    debatable = facts(label, name, debatable=True)
    expected = [
        fact for fact in facts(label, name) if not any(same(name, other, fact) for other in debatable)
    ]
    missed = list(expected)
    invented = []
    right = 0
    for fact in facts(found, name):
        match = next((other for other in missed if same(name, other, fact)), None)
        if match is not None:
            missed.remove(match)
            right += 1
        elif not any(same(name, other, fact) for other in debatable) and not any(
            same(name, other, fact) for other in expected if name == "partnership_events"
        ):
            invented.append(fact)
    return right, invented, missed


def changes(before: Record, now: Record) -> Iterator[tuple[str, str, Any]]:
    """Facts gained ("+") and lost ("-") between two readings of one release."""
    for name in FIELDS:
        for sign, these, those in (("-", before, now), ("+", now, before)):
            left = facts(those, name)
            for fact in facts(these, name):
                match = next((other for other in left if same(name, fact, other)), None)
                if match is None:
                    yield sign, name, fact
                else:
                    left.remove(match)
