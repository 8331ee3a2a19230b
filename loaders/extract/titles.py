"""Every title of office in the text, with the name that goes with it.

Words: `data/reference/title_words.csv` and `name_parts.csv`; the forms taken: `titles_en`, `titles_ko`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.extract.lexicon import Mention, Mentions
from loaders.extract.people import tidy
from loaders.extract.person import Person
from loaders.extract.titles_en import english_person
from loaders.extract.titles_ko import korean_person
from loaders.extract.titles_shared import people_before, people_of_plural

_HANGUL = re.compile(r"[가-힣]")
_AND_ALSO = re.compile(r" ?겸 ?[가-힣 ]{0,14}| ")
_PLURAL_KO = re.compile(r"들|급|단(?!장)|회의|회담")


def find_people(mentions: Mentions) -> list[Person]:
    """Every title of office in the text with its name, in order; without a name where none is beside it."""
    titles = mentions["title"]
    countries = mentions["country"]
    starts = [country.start for country in countries]
    found: list[Person] = []
    done = 0
    for index, title in enumerate(titles):
        if title.start < done or _first_of_two(mentions.text, title, titles[index + 1 : index + 2]):
            continue
        if _HANGUL.match(mentions.text, title.end - 1):
            if _PLURAL_KO.match(mentions.text, title.end):
                continue
            person = korean_person(mentions, title, countries, starts)
        elif mentions.text[title.end - 1] == "s" and title.word[-1] != "s":
            found += people_of_plural(mentions, title, countries, starts)  # ministers, ambassadors
            continue
        else:
            person = english_person(mentions, titles, index, countries, starts, done)
        if person:
            found += people_before(mentions.text, person, countries, starts)
            found.append(person)
            done = max(person.end, done) if person.name or person.name_ko else max(title.end, done)
    return sorted([*found, *_known(mentions, found)], key=lambda person: (person.start, person.end))


def _known(mentions: Mentions, found: list[Person]) -> Iterator[Person]:
    """Known people named in full without an office beside them: "Wang Yi said that …"."""
    number = 0
    for mention in mentions["person"]:
        name = mentions.text[mention.start : mention.end]
        while number < len(found) and found[number].end <= mention.start:
            number += 1
        beside = number < len(found) and found[number].start < mention.end
        if beside or " " not in name or not name[0].isalpha() or name.islower():
            continue
        latin = name.isascii() or not _HANGUL.match(name)
        yield Person(
            tidy(name) if latin else None,
            None if latin else name,
            "",
            mention.code,
            "known",
            mention.start,
            mention.end,
            mention.start,
        )


def _first_of_two(text: str, title: Mention, following: list[Mention]) -> bool:
    """Is this the first of two Korean titles of one person (부총리 겸 외교장관, 장관 특사)?"""
    if not following or not _HANGUL.match(text, title.start):
        return False
    return _AND_ALSO.fullmatch(text, title.end, following[0].start) is not None
