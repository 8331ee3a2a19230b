"""What people and offices are called in the reader's language, and in the other one where it has no name."""

from __future__ import annotations

import pandas as pd

from pages.parts.words import Words


def in_language(frame: pd.DataFrame, column: str, words: Words) -> pd.Series:
    """`column` in the reader's language (`name_en`, `name_ko`), row by row; in the other language where
    it is missing."""
    other = "en" if words.lang == "ko" else "ko"
    return frame[f"{column}_{words.lang}"].fillna(frame[f"{column}_{other}"]).astype("str")


def names_by_person(people: pd.DataFrame, words: Words) -> dict[str, str]:
    """The name each person goes by, by `person_id`."""
    return dict(zip(people["person_id"], in_language(people, "name", words), strict=True))


def title_in(titles: pd.Series, words: Words) -> str:
    """One wording of an office out of several: the most frequent one in the reader's script, else the
    most frequent."""
    told = titles.dropna().astype("str")
    if told.empty:
        return ""
    korean = told.str.contains("[\uac00-\ud7a3]")
    own = told[korean if words.lang == "ko" else ~korean]
    return str((own if len(own) else told).value_counts(sort=True).index[0])
