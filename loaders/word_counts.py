"""Words of whole texts: how often each stands there, and where one is found.

`python -m loaders add` counts the words of releases into data/counts/words.csv (release_id, word, n): the counts ship,
the texts do not.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from loaders.extract.lexicon import same_characters
from loaders.reference import DATA

if TYPE_CHECKING:
    from kiwipiepy import Kiwi

WORD_COUNTS = Path("counts") / "words.csv"
_COLUMNS = ["release_id", "word", "n"]

# U.S. and D.C. keep their full stops; other words may hold inner hyphens and apostrophes: co-chair, ASEAN's.
_LATIN = re.compile(r"(?:[A-Z]\.){2,}|[A-Za-z\u00c0-\u024f]+(?:['-][A-Za-z\u00c0-\u024f]+)*")
_HANGUL = re.compile(r"[가-힣]+")
# What a Korean word is made of before its particles begin.
_NOMINAL = frozenset({"NNG", "NNP", "NNB", "NR", "XPN", "XSN", "XR", "SL", "SN"})


def count_words(text: str) -> Counter[str]:
    """The words of a text in small letters, possessives and Korean particles taken off: "ASEAN’s" is "asean",
    "아세안의" is "아세안". Numbers are no words.
    """
    plain = same_characters(text)
    counts = Counter(match.casefold().removesuffix("'s") for match in _LATIN.findall(plain))
    for token in _HANGUL.findall(plain):
        if word := _without_particles(token):
            counts[word] += 1
    return counts


def find_words(text: str, phrase: str) -> list[tuple[int, int]]:
    """Where a word or phrase stands in a text, in any case, as (start, end) without what hangs on it.

    A Latin word stands alone ("aid" is not in "said"). A Korean one begins a word and ends it but for particles
    (아세안 is in 아세안의, not in 아세안국); its spaces may be missing. A star at the end takes any ending.
    """
    wanted = same_characters(phrase).strip()
    any_ending = wanted.endswith("*")
    pieces = wanted.rstrip("*").split()
    if not pieces:
        return []
    korean = bool(_HANGUL.search(wanted))
    gap = r"\s*" if korean else r"\s+"
    pattern = r"(?<![A-Za-z0-9가-힣])" + gap.join(re.escape(piece) for piece in pieces)
    plain = same_characters(text)
    found = []
    for match in re.finditer(pattern, plain, re.IGNORECASE):
        tail = re.match(r"[A-Za-z0-9가-힣]*", plain[match.end() : match.end() + 40])
        if any_ending or tail is None or _ends_word(match.group(), tail.group()):
            found.append(match.span())
    return found


def load_counts(data_dir: Path = DATA) -> pd.DataFrame:
    """release_id, word, n of every text counted; empty where there is none."""
    path = data_dir / WORD_COUNTS
    if not path.exists():
        return pd.DataFrame({"release_id": [], "word": [], "n": []}).astype({"n": int})
    # "null" and "nan" may be words.
    return pd.read_csv(path, dtype={"release_id": "str", "word": "str", "n": int}, keep_default_na=False)


def _ends_word(word: str, tail: str) -> bool:
    """Does what follows leave the word as it is: nothing, or Korean particles only?"""
    if not tail:
        return True
    if not _particles().fullmatch(tail):
        return False
    last = word.split()[-1]
    # Of one syllable and a particle many other words are made (회 and 의 make 회의): the analyser tells.
    return len(last) > 1 or _without_particles(last + tail) == last


@cache
def _particles() -> re.Pattern[str]:
    """Up to three particles in a row, from data/reference/particles.csv."""
    with (DATA / "reference" / "particles.csv").open(encoding="utf-8", newline="") as file:
        particles = sorted((row["particle"] for row in csv.DictReader(file)), key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(particles)}){{1,3}}")


def _without_particles(token: str) -> str:
    """The noun that a Korean word begins with; empty where it begins with none."""
    end = 0
    for morpheme in _kiwi().tokenize(token):
        if morpheme.start != end or morpheme.tag not in _NOMINAL:
            break
        end = morpheme.start + morpheme.len
    return token[:end]


@cache
def _kiwi() -> Kiwi:
    from kiwipiepy import Kiwi

    return Kiwi()


def store_counts(counted: Mapping[str, Counter[str]], data_dir: Path = DATA) -> None:
    """Keeps the word counts of releases, by release_id; what a release had there before is replaced."""
    before = load_counts(data_dir)
    kept = before[~before["release_id"].isin(list(counted))]
    new = [(release, word, n) for release, counts in counted.items() for word, n in counts.items()]
    table = pd.concat([kept, pd.DataFrame(new, columns=_COLUMNS)]).sort_values(["release_id", "word"])
    path = data_dir / WORD_COUNTS
    path.parent.mkdir(exist_ok=True)
    table.to_csv(path, index=False, lineterminator="\n")
