"""Which mentions of people show them taking part: what is said of the last of a row is said of all.

미국 A 장관, 일본 B 장관, 호주 C 장관이 참석하였다      met with Minister A of Japan and Minister B of India
"""

from __future__ import annotations

from loaders.extract.facts import Mark
from loaders.extract.figures import Figure
from loaders.extract.person import Person
from loaders.extract.scene import MENTIONS, MET, Scene

_MARKS = 4  # of a person, kept


class Taken:
    """Which mentions show someone taking part; what is said of the last of a row of people is said of all."""

    def __init__(self, people: list[Person], scene: Scene) -> None:
        self._scene = scene
        self._people = people
        self._number = {person.title_start: number for number, person in enumerate(people)}
        self._known: dict[int, Mark | None] = {}

    def marks(self, figure: Figure) -> list[Mark]:
        """The first marks of a person: enough to show it, and no search through a long text for all."""
        found: list[Mark] = []
        for person in figure.seen[:MENTIONS]:
            mark = self._mark(self._number[person.title_start])
            if mark:
                found.append(mark)
            if len(found) == _MARKS:
                break
        return found or self._scene.by_surname(figure) or self._scene.as_author(figure)

    def _mark(self, number: int) -> Mark | None:
        if number not in self._known:
            person = self._people[number]
            mark = self._scene.part_taken(person)
            if (
                mark is None
                and number + 1 < len(self._people)
                and self._scene.in_row(person, self._people[number + 1])
                and not self._scene.elsewhere(person)
                and self._mark(number + 1)
            ):
                mark = Mark(person.start, person.end, "participants: in a row with others")
            before = self._known.get(number - 1)
            if (
                (mark is None or mark.rule != MET)
                and before
                and before.rule == MET
                and self._scene.in_row(self._people[number - 1], person)
                and not self._scene.elsewhere(person)
            ):
                mark = Mark(person.start, person.end, MET)
            self._known[number] = mark
        return self._known[number]
