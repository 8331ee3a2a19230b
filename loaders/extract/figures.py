"""Which mentions of people are of one person.

A full name gathers its spellings ("Joe Biden", "Joseph R. Biden, Jr."; 「쁘락 소콘(Prak Sokhonn)」, 쁘락 소콘); a short
form ("Prime Minister Lee", 박 장관, 소콘 장관) goes to the person it fits, the last one named where it fits several.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import lru_cache

from loaders.extract.people import known_party, name_parts, plain
from loaders.extract.person import Person

_OFFICES = 12


class Figure:
    """One person, with every mention of him or her in the text."""

    def __init__(self) -> None:
        self.seen: list[Person] = []
        self.offices = 0  # of the mentions, those by the office alone
        self.latin_words: set[str] = set()
        self.hangul_words: set[str] = set()
        self._parties: Counter[str] = Counter()
        self._surnames: set[tuple[str, str]] = set()

    def add(self, person: Person) -> None:
        """One more mention."""
        latin, hangul = name_words(person.name, person.name_ko)
        self.seen.append(person)
        self.latin_words.update(latin)
        self.hangul_words.update(hangul)
        if person.party:
            self._parties[person.party] += 1
        if latin:
            self._surnames.add((latin[-1], person.title))

    @property
    def latin(self) -> str | None:
        """The fullest spelling in Latin letters."""
        return max((p.name for p in self.seen if p.name), key=len, default=None)

    @property
    def hangul(self) -> str | None:
        """The fullest spelling in Hangul; that beside the name in Latin letters goes first."""
        both = [p.name_ko for p in self.seen if p.name_ko and p.name]
        return max(both or [p.name_ko for p in self.seen if p.name_ko], key=len, default=None)

    @property
    def party(self) -> str | None:
        """The party said most often beside the name."""
        return max(self._parties, key=self._parties.__getitem__, default=None)

    @property
    def title(self) -> str:
        """The longest title beside the fullest name."""
        return max(self.seen, key=lambda person: (_length(person), len(person.title))).title

    def is_same(self, person: Person) -> bool:
        """Does a full name fit: all its words known, or all the known ones in it, and no other party said?"""
        if self._other_party(person):
            return False
        latin, hangul = name_words(person.name, person.name_ko)
        if latin and self.latin_words:
            if (latin[-1], person.title) in self._surnames:
                return True
            return self.latin_words.issuperset(latin) or self.latin_words.issubset(latin)
        return bool(hangul and self.hangul_words) and (
            self.hangul_words.issuperset(hangul) or self.hangul_words.issubset(hangul)
        )

    def fits(self, person: Person) -> bool:
        """Does a short form fit: a part of the name, or a Korean surname with the same title?"""
        if self._other_party(person):
            return False
        latin, hangul = name_words(person.name, person.name_ko)
        if self.latin_words.issuperset(latin) and self.hangul_words.issuperset(hangul):
            return True
        whole = "".join("".join(seen.name_ko.split()) for seen in self.seen[:1] if seen.name_ko)
        if len(person.name_ko or "") > 2 and whole.startswith(person.name_ko or ""):
            return True  # 조코위 of 조코 위도도
        if len(person.name_ko or "") != 1 or len(self.hangul_words) != 1:
            return False
        (own,) = self.hangul_words
        return own.startswith(hangul) and any(seen.title.endswith(person.title[-2:]) for seen in self.seen)

    def _other_party(self, person: Person) -> bool:
        return bool(person.party and self._parties and person.party != self.party)


@lru_cache(maxsize=8192)
def name_words(name: str | None, name_ko: str | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The parts of a name that can stand for it: Latin ones plain, Hangul ones as written."""
    suffixes = name_parts("suffix-en")
    latin = [plain(word) for word in (name or "").split() if word not in suffixes]
    return tuple(word for word in latin if len(word) > 1), tuple((name_ko or "").split())


def figures_of(people: list[Person], own: str | None = None) -> list[Figure]:
    """The mentions put together by person, in the order of the text; an office without a name is that of the one who
    alone holds it on the side that reports (`own`).
    """
    # What is written alike is the same person: few spellings are compared, however long the text.
    spellings: dict[tuple[str | None, str | None, str, str | None], list[Person]] = defaultdict(list)
    for person in people:
        if any(name_words(person.name, person.name_ko)):
            spellings[person.name, person.name_ko, person.title, person.party].append(person)
    by_word: dict[str, list[Figure]] = defaultdict(list)
    figures: list[Figure] = []
    full = [alike for alike in spellings.values() if not _is_short(alike[0])]
    # A Korean's full name is one word, and may look like a part of a foreigner's (오르타): those come last.
    short = sorted(
        (alike for alike in spellings.values() if _is_short(alike[0])),
        key=lambda alike: -len(alike[0].name_ko or ""),
    )
    for alike in full + short:
        figure = _figure_for(alike[0], by_word, _is_short(alike[0]))
        if figure is None:
            if _is_short(alike[0]) and _length(alike[0]) < 2:
                continue
            figure = Figure()
            figures.append(figure)
        for person in alike:
            figure.add(person)
        for word in _keys(alike[0]):
            if figure not in by_word[word]:
                by_word[word].append(figure)
    _add_offices(people, figures, own)
    for figure in figures:
        figure.seen.sort(key=lambda person: person.start)
    return sorted(figures, key=lambda figure: figure.seen[0].start)


def _add_offices(people: list[Person], figures: list[Figure], own: str | None) -> None:
    """ "The Foreign Minister sat down with …": the office alone, of the only one in the text who holds it."""
    holders: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        party = figure.party or (known_party(figure.latin) if figure.latin else None)
        if own and party not in (own, None):
            continue
        for title in {seen.title.casefold() for seen in figure.seen if seen.title.isascii()}:
            holders[title].append(figure)
    for person in people:
        if person.name or person.name_ko or person.party or not person.title.isascii():
            continue
        held = holders.get(person.title.casefold(), [])
        if len(held) > 1:
            held = [figure for figure in held if figure.party is None]
        if len(held) == 1 and held[0].seen[0].start < person.start and held[0].offices < _OFFICES:
            held[0].seen.append(person)
            held[0].offices += 1


def _figure_for(person: Person, by_word: dict[str, list[Figure]], short: bool) -> Figure | None:
    known = [figure for word in _looked_up(person) for figure in by_word.get(word, ())]
    if not short:
        return next((figure for figure in known if figure.is_same(person)), None)
    fits = [figure for figure in known if figure.fits(person)]
    before = [figure for figure in fits if figure.seen[0].start < person.start]
    return before[-1] if before else fits[0] if fits else None


def _looked_up(person: Person) -> tuple[str, ...]:
    """What the figure of a person is looked for by; a short form in Hangul also by its beginning (조코위)."""
    latin, hangul = name_words(person.name, person.name_ko)
    begins = hangul[0][:-1] if len(hangul) == 1 and len(hangul[0]) > 2 else None
    return (*latin, *hangul, begins) if begins else (*latin, *hangul)


def _keys(person: Person) -> tuple[str, ...]:
    """What a person is found by: every part of the name, and the surname of a Korean."""
    latin, hangul = name_words(person.name, person.name_ko)
    return (*latin, *hangul, hangul[0][0]) if len(hangul) == 1 else (*latin, *hangul)


def _is_short(person: Person) -> bool:
    latin, hangul = name_words(person.name, person.name_ko)
    return len(latin) < 2 if latin else len(hangul) == 1


def _length(person: Person) -> int:
    return len("".join(part for parts in name_words(person.name, person.name_ko) for part in parts))
