"""Several spellings of one person are one person.

Case, accents and the order of names do not matter; what else differs stands in
data/reference/people_aliases.csv.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from loaders.record import Record
from loaders.reference import Row


@lru_cache(maxsize=20_000)
def name_key(name: str) -> str:
    """A name without case, accents, punctuation and order: KISHIDA Fumio and Fumio Kishida are the same."""
    plain = unicodedata.normalize("NFKD", name.casefold()).replace("đ", "d").replace("ø", "o")
    letters = "".join(char for char in plain if not unicodedata.combining(char))
    return " ".join(sorted(re.findall(r"\w+", unicodedata.normalize("NFC", letters))))


@dataclass(frozen=True, slots=True)
class Person:
    """One person, whatever the spelling. Names may be missing in one language."""

    person_id: str
    name_en: str | None
    name_ko: str | None
    affiliation: str | None


class People:
    """Finds the person a release means. Whom the reviewed files do not list becomes a person of their own."""

    def __init__(self, people: Iterable[Row], aliases: Iterable[Row], organisations: Iterable[str]) -> None:
        """`organisations`: party codes whose people come from countries, such as ASEC."""
        self.found: dict[str, Person] = {}
        self._abroad = {*organisations, None}
        self._by_name: dict[str, list[Person]] = {}
        listed: dict[str | None, Person] = {}
        for row in people:
            person = Person(str(row["person_id"]), row["name_en"], row["name_ko"], row["affiliation"])
            listed[person.person_id] = person
            for name in (person.name_en, person.name_ko):
                self._learn(name, person)
        for row in aliases:
            if person_of := listed.get(row["person_id"]):
                self._learn(row["alias"], person_of)

    def _learn(self, name: str | None, person: Person) -> None:
        if name and person not in self._by_name.setdefault(name_key(name), []):
            self._by_name[name_key(name)].append(person)

    def identify(self, participant: Record) -> Person:
        """The person of one participant of a record."""
        names = [name for name in (participant["name"], participant["name_ko"]) if name]
        person = next(
            (match for name in names if (match := self._match(name, participant["affiliation"]))), None
        ) or self._newcomer(names, participant)
        return self.found.setdefault(person.person_id, person)

    def _match(self, name: str, affiliation: str | None) -> Person | None:
        candidates = self._by_name.get(name_key(name), [])
        at_home = [person for person in candidates if person.affiliation == affiliation]
        if len(at_home) == 1:
            return at_home[0]
        # A full name is followed from a country into an organisation and back. A surname alone is not, and
        # two countries may each have a person of one name.
        if len(candidates) == 1 and " " in name.strip():
            person = candidates[0]
            if affiliation in self._abroad or person.affiliation in self._abroad:
                return person
        return None

    def _newcomer(self, names: list[str], participant: Record) -> Person:
        slug = re.sub(r"[^a-z0-9]+", "-", name_key(names[0])).strip("-")
        unique = slug or hashlib.sha256(names[0].encode()).hexdigest()[:8]
        identity = f"{unique}-{(participant['affiliation'] or 'none').lower()}"
        person = Person(identity, participant["name"], participant["name_ko"], participant["affiliation"])
        for name in names:
            self._learn(name, person)
        return person
