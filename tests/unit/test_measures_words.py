"""Words found, counted and in context: hard cases by name, near misses beside them. All texts are invented."""

from __future__ import annotations

import pandas as pd
import pytest

from loaders.word_counts import count_words, find_words, load_counts
from pages.charts.measures.words import count_of, in_context, rate_by_year


def found(text: str, phrase: str) -> list[str]:
    return [text[start:end] for start, end in find_words(text, phrase)]


@pytest.mark.parametrize(
    ("text", "phrase", "times"),
    [
        # Particles hang on a Korean word; a longer word is another word.
        ("아세안은 아세안의 아세안과 아세안측은 아세안으로부터", "아세안", 5),
        ("주아세안대표부 아세안국장", "아세안", 0),
        ("한-아세안 대화", "아세안", 1),
        # Of one syllable and a particle other words are made.
        ("정상회의가 회의를 열었다", "회", 0),
        ("차를 차로 나누었다", "차", 2),
        # Spaces in a Korean phrase may be missing.
        ("공급망 협력을, 공급망협력의", "공급망 협력", 2),
        ("공급망과 협력", "공급망 협력", 0),
        # Any case, and alone.
        ("Aid was said to aid; AID", "aid", 3),
        ("said, aids", "aid", 0),
        ("supply\nchain, supply chains", "Supply chain", 1),
        ("semiconductors, semiconductor", "semiconductor*", 2),
        ("ASEAN‑ROK ties", "asean-rok", 1),
        ("anything", "  ", 0),
        ("a+b (c)", "(c)", 1),
    ],
)
def test_words_are_found_and_near_misses_are_not(text: str, phrase: str, times: int) -> None:
    assert len(found(text, phrase)) == times


def test_what_is_found_is_the_word_without_its_particle() -> None:
    assert found("아세안의 친구", "아세안") == ["아세안"]


def test_words_are_counted_without_possessives_and_particles() -> None:
    counts = count_words("ASEAN’s co-chair said: asean and the U.S. in 2024. 아세안의 회의, 아세안은 회의를.")
    assert counts["asean"] == 2
    assert counts["아세안"] == 2
    assert counts["회의"] == 2
    assert counts["co-chair"] == counts["u.s."] == 1
    assert not {"2024", "s", "은", "의"} & set(counts)


def test_counts_that_ship_are_words_and_numbers_only() -> None:
    counts = load_counts()
    assert list(counts.columns) == ["release_id", "word", "n"]
    assert not counts.duplicated(["release_id", "word"]).any()
    assert (counts["n"] > 0).all()
    assert not counts["word"].str.contains(r"\s|\d|@").any()


COUNTS = pd.DataFrame(
    [("a", "trade", 3), ("a", "trades", 1), ("a", "the", 996), ("b", "the", 500)],
    columns=["release_id", "word", "n"],
)


def test_a_word_has_a_row_for_every_counted_text() -> None:
    table = count_of(COUNTS, "Trade").set_index("release_id")
    assert table["mentions"].to_dict() == {"a": 3, "b": 0}
    assert table["n_words"].to_dict() == {"a": 1000, "b": 500}
    assert count_of(COUNTS, "trade*").set_index("release_id").loc["a", "mentions"] == 4


def test_rate_by_year_worked_by_hand() -> None:
    texts = pd.DataFrame(
        {"year": [2021, 2021, 2022, None], "mentions": [3, 0, 0, 9], "n_words": [1000, 500, 800, 100]}
    )
    table = rate_by_year(texts).set_index("year")
    assert table.loc[2021, ["mentions", "words", "texts", "rate"]].tolist() == [3, 1500, 2, 2.0]
    assert table.loc[2022, ["rate", "low"]].tolist() == [0.0, 0.0]
    assert table.index.tolist() == [2021, 2022]


def test_context_stays_in_its_paragraph_and_is_cut_at_spaces() -> None:
    text = "other paragraph\none two three word four five six\nnext"
    lines = in_context(text, find_words(text, "word"), width=9)
    assert lines == [("…three", "word", "four…")]
    assert in_context("word", [(0, 4)]) == [("", "word", "")]
