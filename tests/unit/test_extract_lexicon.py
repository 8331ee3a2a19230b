"""The lexicon finds every word of the vocabulary, and only those that stand as words."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from itertools import pairwise

import pytest

from loaders.extract.lexicon import REFERENCE, Lexicon, load_lexicon, same_characters

ROWS = [
    ("topic", "digital", "en", "digital", "word", ""),
    ("topic", "digital", "en", "Ministry of Digital Affairs", "forbid", ""),
    ("topic", "artificial-intelligence", "en", "AI", "word", ""),
    ("topic", "smart-cities", "en", "smart city", "word", ""),
    ("topic", "climate", "ko", "기후변화 대응", "word", ""),
    ("topic", "labour", "ko", "노동자", "word", ""),
    ("topic", "labour", "ko", "해외노동자 파견", "forbid", ""),
    ("country", "USA", "en", "US", "word", ""),
    ("country", "IND", "ko", "인도", "word", "left"),
    ("country", "IDN", "ko", "인도네시아", "word", ""),
    ("country", "IRN", "ko", "이란", "word", "left"),
    ("country", "IND", "ko", "인도-태평양", "forbid", ""),
]


def lexicon() -> Lexicon:
    keys = ("code", "language", "word", "use", "boundary")

    def rows() -> Iterator[tuple[str, dict[str, str]]]:
        for kind, *values in ROWS:
            yield kind, dict(zip(keys, values, strict=True))

    return Lexicon(rows())


@pytest.mark.parametrize(
    ("case", "text", "kind", "expected"),
    [
        ("any case", "Digital and DIGITAL", "topic", ["Digital", "DIGITAL"]),
        ("inside a word it is none", "digitally, nondigital", "topic", []),
        (
            "a plural counts with its s",
            "smart cities and a smart city",
            "topic",
            ["smart cities", "smart city"],
        ),
        (
            "a longer phrase forbids its word",
            "Ministry of Digital Affairs on digital trade",
            "topic",
            ["digital"],
        ),
        ("a short form only as written", "AI, ai and AIs", "topic", ["AI", "AIs"]),
        ("the pronoun is no country", "let us meet the US side", "country", ["US"]),
        ("a particle may follow", "인도는 인도네시아와", "country", ["인도", "인도네시아"]),
        ("the Indo-Pacific is not India", "인도-태평양과 인도", "country", ["인도"]),
        ("a word may not begin inside another", "목표이란 이란은", "country", ["이란"]),
        ("a Latin word before a particle", "AI를", "topic", ["AI"]),
        (
            "a Korean space may be missing",
            "기후변화대응과 기후변화 대응",
            "topic",
            ["기후변화대응", "기후변화 대응"],
        ),
        ("forbidden in Korean", "북한의 해외노동자 파견, 우리 노동자", "topic", ["노동자"]),
        ("a curly dash is a dash", "인도‑태평양", "country", []),
        ("an empty text", "", "topic", []),
    ],
)
def test_words_found(case: str, text: str, kind: str, expected: list[str]) -> None:
    found = lexicon().scan(text)[kind]
    assert [text[mention.start : mention.end] for mention in found] == expected, case


def test_places_stay_right_when_lower_case_is_longer() -> None:
    text = "İİ digital"
    [mention] = lexicon().scan(text)["topic"]
    assert (mention.code, text[mention.start : mention.end]) == ("digital", "digital")


def test_look_alike_characters_keep_their_places() -> None:
    text = "“한‑아세안” – ‘A’\u00a0B İ ㆍ"
    assert same_characters(text) == "“한-아세안” - 'A' B I ·"
    assert len(same_characters(text)) == len(text)


def test_between_gives_what_lies_within() -> None:
    mentions = lexicon().scan("US digital US digital US")
    assert [mention.start for mention in mentions.between("country", 1, 14)] == [11]
    assert mentions.between("nothing", 0, 100) == []


def test_no_words_of_a_kind_overlap() -> None:
    mentions = load_lexicon().scan(
        "제28차 한-아세안 대화, the 28th ASEAN-ROK Dialogue, South Korea and North Korea"
    )
    for kind in ("country", "meeting", "series", "topic"):
        found = mentions[kind]
        assert all(a.end <= b.start or a[2:4] == b[2:4] for a, b in pairwise(found))


@pytest.mark.parametrize("kind", ["country", "city", "meeting", "series", "rank", "role", "group", "issuer"])
def test_every_word_of_the_files_is_found(kind: str) -> None:
    """Each word, alone in a text, is found with its code; a forbidding phrase gives nothing of its code."""
    with (REFERENCE / f"{kind}_words.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    missed = []
    for row in rows:
        codes = {mention.code for mention in load_lexicon().scan(row["word"])[kind]}
        if (row["code"] in codes) == (row["use"] == "forbid"):
            missed.append(f"{row['code']}: {row['word']} ({row['use']})")
    assert not missed


@pytest.mark.parametrize("kind", ["country", "city", "meeting", "series", "rank", "role", "group", "issuer"])
def test_word_files_are_sound(kind: str) -> None:
    with (REFERENCE / f"{kind}_words.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    keys = [(row["code"], row["language"], row["word"], row["use"]) for row in rows]
    assert {row["use"] for row in rows} <= {"word", "forbid"}
    assert {row["language"] for row in rows} <= {"en", "ko"}
    assert {row["boundary"] for row in rows} <= {"", "left"}
    assert sorted(key for key in set(keys) if keys.count(key) > 1) == []
    assert not [row["word"] for row in rows if row["word"] != row["word"].strip() or not row["word"]]
