"""What people and offices are called in the reader's language, and in the other one where it has no name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

import pandas as pd

from pages.parts.words import Words

_HANGUL = re.compile("[\uac00-\ud7a3]")


def in_language(frame: pd.DataFrame, column: str, words: Words) -> pd.Series:
    """`column` in the reader's language (`name_en`, `name_ko`), row by row; in the other language where
    it is missing."""
    other = "en" if words.lang == "ko" else "ko"
    return frame[f"{column}_{words.lang}"].fillna(frame[f"{column}_{other}"]).astype("str")


def names_by_person(people: pd.DataFrame, words: Words) -> dict[str, str]:
    """The name each person goes by, by `person_id`."""
    return dict(zip(people["person_id"], in_language(people, "name", words), strict=True))


def title_in(titles: Iterable[object], words: Words) -> str:
    """One wording of an office out of several: the most frequent in the reader's script, else the most
    frequent. What is no text (missing) does not count."""
    told = Counter(title for title in titles if isinstance(title, str))
    own = [title for title in told if bool(_HANGUL.search(title)) == (words.lang == "ko")]
    return max(own or told, key=lambda title: told[title], default="")
