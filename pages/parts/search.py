"""Words to find in releases, in either language: what is searched, and when a word is found.

Case, accents and punctuation do not count. A word of the query is found where a word of the record begins
with it; a Korean word (or a long Latin one, as in "Vietnam" for "Viet Nam") also inside, blanks aside. A
Korean word that nothing holds is tried again without its particle.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import cache, partial

import pandas as pd

from loaders.tables import Tables
from pages.parts.places import city_code, city_name
from pages.parts.words import LANGUAGES, REFERENCE, Words

# Letters that Unicode does not take apart into a plain letter and an accent.
_PLAIN = str.maketrans({"đ": "d", "Đ": "D", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "ı": "i"})
_NOT_WORD = re.compile(r"[\W_]+")
_HANGUL = re.compile("[\uac00-\ud7a3]")
_APOSTROPHE = re.compile("['’‘ʼ]")
# A Latin word this long means the same inside a longer run of letters; a shorter one ("rok") would be found
# by chance.
_LONG = 5


def fold(text: str) -> str:
    """Text as it is compared: lower case, no accents, single blanks between words."""
    taken_apart = unicodedata.normalize("NFKD", _APOSTROPHE.sub("", text).translate(_PLAIN))
    plain = "".join(char for char in taken_apart if unicodedata.category(char) != "Mn")
    return _NOT_WORD.sub(" ", unicodedata.normalize("NFC", plain).casefold()).strip()


def query_words(query: str) -> list[str]:
    """The words of a query, folded; all of them must be found. A Korean word stays one over a hyphen or
    a dot."""
    words: list[str] = []
    for written in query.split():
        folded = fold(written)
        words += [folded.replace(" ", "")] if _HANGUL.search(folded) else folded.split()
    return list(dict.fromkeys(words))


def without_particle(word: str) -> list[str]:
    """What a Korean word may be without its particle, the longest particle first; at least two syllables
    remain."""
    stems = []
    for particle, after in _particles():
        stem = word.removesuffix(particle)
        if stem == word or len(stem) < 2 or not _HANGUL.match(stem[-1]):
            continue
        # In Unicode's order of syllables every 28th one has no final consonant.
        ends_in = "consonant" if (ord(stem[-1]) - 0xAC00) % 28 else "vowel"
        if after in ("any", ends_in):
            stems.append(stem)
    return stems


def find(texts: pd.Series, query: str) -> pd.Series:
    """Which of `texts` (folded, an index of any kind) hold every word of the query. An empty query keeps
    all."""
    kept = pd.Series(True, index=texts.index)
    for word in query_words(query):
        found = _holds(texts, word)
        if not found.any() and _HANGUL.search(word):
            for stem in without_particle(word):
                found = _holds(texts, stem)
                if found.any():
                    break
        kept &= found
    return kept


def fingerprint(tables: Tables) -> int:
    """Changes with the records in the tables: what a cache of searchable texts is keyed on."""
    return hash((tuple(tables.releases["release_id"]), tuple(tables.participants["participant_id"])))


def release_texts(tables: Tables) -> pd.Series:
    """All that can be searched of each release, folded, by `release_id`: labels, notes, issuer, people
    in all their spellings, offices, parties, places, topics, meetings and initiatives, in both
    languages."""
    both = [Words(lang) for lang in LANGUAGES]
    releases = tables.releases
    people = tables.participants.merge(
        tables.people[["person_id", "name_en", "name_ko"]],
        on="person_id",
        how="left",
        suffixes=("", "_known"),
    )
    meetings = tables.release_meetings.merge(tables.meetings, on="meeting_id", suffixes=("_told", ""))
    parties = tables.release_meetings.merge(tables.meeting_parties, on="meeting_id")
    named = ["name_en", "name_ko", "title", "name_en_known", "name_ko_known"]
    parts = [
        _texts(releases, ["label_en", "label_ko", "note", "issuer"]),
        _texts(people, named),
        _texts(meetings, ["label_en", "label_ko", "city"]),
        _texts(tables.initiatives, ["name_en", "name_ko", "acronym"]),
    ]
    for words in both:
        place = partial(_place, words=words)
        parts += [
            _named(people, "party", words.country),
            _named(parties, "party", words.country),
            _named(meetings, "country", words.country),
            _named(meetings, "series", words.series),
            _named(meetings, "city", place),
            _named(tables.topics, "topic", words.topic),
            _named(releases, "issuer", words.issuer),
        ]
    told = pd.concat(parts).groupby(level=0).agg(_once)
    return told.reindex(releases["release_id"], fill_value="")


def participant_texts(tables: Tables) -> pd.Series:
    """All that can be searched of each participant, folded, by `participant_id`: every name, the office, the party
    and the meeting, in both languages."""
    rows = tables.participants.merge(
        tables.people[["person_id", "name_en", "name_ko"]],
        on="person_id",
        how="left",
        suffixes=("", "_known"),
    ).merge(tables.meetings[["meeting_id", "label_en", "label_ko"]], on="meeting_id", how="left")
    told = rows[
        ["name_en", "name_ko", "name_en_known", "name_ko_known", "title", "label_en", "label_ko"]
    ].assign(
        **{f"party_{lang}": rows["party"].astype("object").map(Words(lang).country) for lang in LANGUAGES}
    )
    texts = [
        _once(part for part in row if isinstance(part, str))
        for row in told.itertuples(index=False, name=None)
    ]
    return pd.Series(texts, index=rows["participant_id"])


def _place(city: str, words: Words) -> str:
    return f"{city_name(city, words)} {city_code(city)}"


def _once(texts: Iterable[str]) -> str:
    # A mark that no folded text has keeps a word from running over into the next text.
    return " | ".join(dict.fromkeys(fold(text) for text in texts))


def _texts(frame: pd.DataFrame, columns: list[str]) -> pd.Series:
    return frame.set_index("release_id")[columns].astype("str").stack().dropna().droplevel(1)


def _named(frame: pd.DataFrame, column: str, name: Callable[[str], str]) -> pd.Series:
    codes = frame.dropna(subset=[column]).set_index("release_id")[column].astype("str")
    return codes.map(name)


def _holds(texts: pd.Series, word: str) -> pd.Series:
    begins = (" " + texts).str.contains(f" {word}", regex=False)
    if _HANGUL.search(word) or len(word) >= _LONG:
        begins |= texts.str.replace(" ", "").str.contains(word, regex=False)
    return begins


@cache
def _particles() -> list[tuple[str, str]]:
    with (REFERENCE / "search_particles.csv").open(encoding="utf8", newline="") as file:
        rows = [(row["particle"], row["after"]) for row in csv.DictReader(file)]
    return sorted(rows, key=lambda row: -len(row[0]))
