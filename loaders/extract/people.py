"""Names of people: their parts, and whose people the known ones are.

`data/reference/name_parts.csv` lists surnames, particles, honorifics and words that are no name;
`data/reference/people.csv` the people of the ledger with their country or organisation.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from functools import cache, lru_cache

from loaders.extract.lexicon import REFERENCE
from loaders.reference import read_rows

_POSSESSIVE = re.compile(r"'s$|(?<=s)'$")
_HONORIFIC = re.compile(r"[A-Z][\w.-]*['’]?(?= )")
_GAP = re.compile(r",? (?=(?:Jr|Sr)\b)| ")
_TOKEN = re.compile(r"[^\W\d_](?:[\w'-]|\.(?=\w))*\.?")


@cache
def name_parts(kind: str) -> frozenset[str]:
    """The words of one kind in name_parts.csv."""
    rows = read_rows(REFERENCE / "name_parts.csv")
    return frozenset(str(row["word"]) for row in rows if row["kind"] == kind)


@cache
def _parties() -> dict[str, str]:
    """Full names and, where only one country has it, surnames of known people, plain, with their party."""
    found: dict[str, set[str]] = defaultdict(set)
    rows = read_rows(REFERENCE / "people.csv")
    aliases = defaultdict(list)
    for row in read_rows(REFERENCE / "people_aliases.csv"):
        aliases[row["person_id"]].append(row["alias"])
    for row in rows:
        for name in (row["name_en"], row["name_ko"], *aliases[row["person_id"]]):
            if name and row["affiliation"]:
                found[plain(name)].add(row["affiliation"])
                if name.isascii() and name.count(" ") == 1:
                    found[plain(" ".join(reversed(name.split())))].add(
                        row["affiliation"]
                    )  # the family name first
                if " " in name and not name.isascii() and len(name.split()[-1]) > 1:
                    found[plain(name.split()[-1])].add(row["affiliation"])  # 살라자르 대통령
                if row["name_en"] == name:
                    found[plain(_surname(name))].add(row["affiliation"])
                    found[plain(name.split()[0])].add(row["affiliation"])  # the family name first
    return {name: parties.pop() for name, parties in found.items() if len(parties) == 1 and name}


def known_party(name: str) -> str | None:
    """The country or organisation of a known person: by full name, also one within a longer form ("Senator Penny
    Wong"); by the surname alone where the name is no more and only one country has it.
    """
    parties = _parties()
    words = name.split()
    tails = (" ".join(words[first:]) for first in range(len(words) - 1)) if len(words) > 1 else iter(words)
    return next((parties[plain(tail)] for tail in tails if plain(tail) in parties), None)


def is_korean_shaped(name: str) -> bool:
    """Is a name in Hangul built like a Korean's, one word of a surname and up to two syllables (or only surname)?"""
    surnames = name_parts("surname-ko")
    if " " in name:
        return False
    return (len(name) <= 3 and name[:1] in surnames) or (len(name) <= 4 and name[:2] in surnames)


def is_known(name: str) -> bool:
    """Is this the full name of a person in people.csv?"""
    return plain(name) in _parties()


def _surname(name: str) -> str:
    """The last word that is no suffix: Biden of "Joseph R. Biden, Jr."."""
    words = [word for word in name.split() if word not in name_parts("suffix-en")]
    return words[-1] if words else name


@lru_cache(maxsize=8192)
def plain(name: str) -> str:
    """A name without accents and case, letters and digits only."""
    letters = unicodedata.normalize("NFKD", name).replace("đ", "d").replace("Đ", "D").casefold()
    kept = (letter for letter in letters if not unicodedata.combining(letter) and letter.isalnum())
    return unicodedata.normalize("NFC", "".join(kept))


def name_after(text: str, start: int, stops: frozenset[int], limit: int) -> tuple[int, int] | None:
    """Start and end of a name in Latin letters that begins at `start`, behind honorifics; None where none does.

    `stops` are places where something else begins (a country, a title). A name ends at a possessive, a full stop
    or a word that is no name.
    """
    particles, refused = name_parts("particle-en"), name_parts("not-name-en")
    position = skip_honorifics(text, start)
    first, end, count = position, position, 0
    while position < limit and count < 8 and position not in stops:
        token = _TOKEN.match(text, position, limit)
        if not token:
            break
        word = token[0]
        bare = _POSSESSIVE.sub("", word.rstrip("."))
        if count and bare in name_parts("postnominal-en"):
            break
        if bare in name_parts("suffix-en"):
            end = (
                token.end()
                if word.endswith(".") and text[token.end() : token.end() + 2] != "\n"
                else position + len(bare)
            )
            break
        if any(letter.isdigit() for letter in word):
            break
        if word.endswith("-") or (not word[0].isupper() and word not in particles):
            break
        capital = bare.capitalize() if bare.isupper() and len(bare) > 1 else ""
        if (
            bare in refused
            or (capital in refused or capital in name_parts("portfolio-en"))
            or (
                word.upper() == word
                and len(bare) > 1
                and count
                and not text[first:end].isupper()
                and len(bare) < 4
                and "." not in bare
            )
        ):
            break
        if word[0].isupper():
            count += 1
        initial = (
            len(bare) == 1
            or word in name_parts("short-en")
            or re.fullmatch(r"(?:[A-Z]\.)+[A-Z]?", word) is not None
        )
        end = token.end() if initial else position + len(bare)
        if bare != word.rstrip(".") or (word.endswith(".") and not initial):
            break
        position = token.end()
        gap = _GAP.match(text, position)
        if not gap:
            break
        position = gap.end()
    while text[first:end].rpartition(" ")[2] in particles:
        end = first + len(text[first:end].rpartition(" ")[0])
    return (first, end) if count and end > first else None


def skip_honorifics(text: str, position: int) -> int:
    """The place behind "H.E.", "Mr.", "Dr." and the like."""
    honorifics = name_parts("honorific-en")
    while True:
        if text.startswith(("the Hon", "the Rt", "the Right"), position):
            position += 4  # Senator the Hon Ana Cruz
        token = _HONORIFIC.match(text, position)
        if token and token[0] == "Tan" and not text.startswith(" Sri", token.end()):
            return position  # a surname
        if not token or token[0] not in honorifics or text[token.end() : token.end() + 1] != " ":
            return position
        position = token.end() + 1


def name_before(text: str, end: int, low: int) -> tuple[int, int] | None:
    """Start and end of a name in Latin letters that ends at `end`: at least two words, or one behind an honorific."""
    particles, refused = name_parts("particle-en"), name_parts("not-name-en") - {"Will"}  # Will Nankervis, …
    honorifics = name_parts("honorific-en")
    words = list(re.finditer(r"[^\s]+", text[low:end]))
    while words and words[-1][0] in name_parts("postnominal-en"):
        words.pop()
        end = low + words[-1].end() if words else end
    first = end
    count = 0
    honoured = False
    suffixed = bool(words) and words[-1][0].rstrip(".") in name_parts("suffix-en")
    for number, word in reversed(list(enumerate(words))):
        token = word[0]
        in_name = number > 0 and words[number - 1][0] in particles  # Mohamad bin Haji Hasan
        if token in honorifics and not in_name:
            honoured = True
            break
        bare = token.rstrip(",") if suffixed and not count else token
        if token.startswith(("(", '"')) or not re.fullmatch(r"[^\W\d_](?:[\w'.-])*", bare):
            break
        if not (bare[0].isupper() or bare in particles) or bare in refused or bare.endswith("'s"):
            break
        if len(bare) > 3 and bare.endswith("."):
            break
        first = low + word.start()
        if bare.rstrip(".") in name_parts("suffix-en"):
            continue
        suffixed = False
        count += bare[0].isupper()
        if count > 7:
            return None
    while first < end and text[first:end].split(" ")[0] in particles:
        first += len(text[first:end].split(" ")[0]) + 1
    return (first, end) if count >= 2 or (count and honoured) else None


# Tengku and Puan may be of the name itself.
_STYLES = frozenset(
    {"the", "The", "Senator", "Hon", "Rt", "Right", "Honourable", "Honorable", "H.E", "HE", "Mr", "Mrs"}
)
_STYLES |= {"Ms", "Dr", "Sir", "Dame", "Prof", "Lord"}


def bare_name(name: str) -> str:
    """A name in Latin letters without honorifics before it and letters of honour behind it."""
    words = name.split(" ")
    while len(words) > 1 and words[0].rstrip(".") in _STYLES:
        words.pop(0)
    while len(words) > 1 and words[-1] in name_parts("postnominal-en"):
        words.pop()
    return " ".join(words)


def tidy(name: str) -> str:
    """A name as it is shown: spaces single, a surname in capitals (HAYASHI Yoshimasa) in the usual case."""
    words = [
        word.capitalize() if len(word) > 3 and word.isupper() and word.isalpha() else word
        for word in name.split()
    ]
    return " ".join(words).rstrip(",")
