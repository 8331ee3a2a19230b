"""Words to find, in Korean and English: what counts as found, and the near misses."""

from __future__ import annotations

import pandas as pd
import pytest

from loaders.tables import build_tables, load_tables
from pages.parts.release_search import facet_counts, facet_values, narrowed
from pages.parts.search import find, fold, query_words, release_texts, without_particle
from tests.unit.ledger_factory import REFERENCE, entries, meeting, person, release


def texts(*written: str) -> pd.Series:
    return pd.Series([fold(text) for text in written])


def found(query: str, *written: str) -> list[bool]:
    return find(texts(*written), query).tolist()


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Phạm Minh Chính", "pham minh chinh"),
        ("Đỗ Hùng Việt", "do hung viet"),
        ("Xanana GUSMÃO", "xanana gusmao"),
        ("제28차 한-아세안 대화", "제28차 한 아세안 대화"),
        ("Ma'ruf Amin", "maruf amin"),
        ("  ASEAN–ROK\tDialogue ", "asean rok dialogue"),
        ("", ""),
    ],
)
def test_case_accents_and_marks_do_not_count(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("INDIA", "21st ASEAN-India Summit"),
        ("vietnam", "Viet Nam"),
        ("viet nam", "Viet Nam"),
        ("Chính", "Pham Minh Chinh"),
        ("digi", "Digital"),
        ("한아세안", "제28차 한-아세안 대화"),
        ("한-아세안", "제28차 한-아세안 대화"),
        ("정상회의", "한-아세안 정상회의"),
        ("아세안 대화 28차", "제28차 한-아세안 대화"),
    ],
)
def test_found(query: str, text: str) -> None:
    assert found(query, text) == [True]


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("rok", "Marokko"),
        ("india", "Indonesia"),
        ("digital india", "Digital ministers"),
        ("28차", "제8차 회의"),
        ("베트남", "필리핀"),
    ],
)
def test_a_near_miss_is_not_found(query: str, text: str) -> None:
    assert found(query, text) == [False]


def test_no_words_keep_everything() -> None:
    assert found("", "a", "b") == [True, True]
    assert found(" . ", "a", "b") == [True, True]


@pytest.mark.parametrize(
    ("word", "stems"),
    [
        ("부산에서", ["부산"]),
        ("베트남과", ["베트남"]),
        ("인도와", ["인도"]),
        ("한국의", ["한국"]),
        ("서울로", []),
        ("국가", []),
        ("베트남와", []),
        ("차의", []),
    ],
)
def test_particles_follow_the_final_consonant(word: str, stems: list[str]) -> None:
    assert without_particle(word) == stems


def test_a_particle_is_dropped_only_where_the_whole_word_is_nowhere() -> None:
    assert found("정상회의", "정상회의", "정상회담") == [True, False]
    assert found("부산에서", "부산 포럼", "서울 포럼") == [True, False]


@pytest.mark.parametrize("query", ["(", "[a-", ".*", "\\", "<script>", "%", "a" * 5000, "\x00", "' OR 1=1"])
def test_a_query_is_never_a_pattern(query: str) -> None:
    assert not any(found(query, "plain text")) or not query_words(query)


def test_releases_are_found_by_all_that_is_coded_of_them() -> None:
    held = meeting(start="2023-05-16", city="Phnom Penh", country="KHM", ordinal=27)
    told = release(
        held,
        participants=[person("Nguyễn Văn A", "VNM", "응우옌 반 아")],
        topics=["electric-vehicles"],
        note="A neutral remark",
    )
    other = release(meeting("bilateral-summit", "2022-01-02"), label="Another", label_ko="다른 회의")
    tables = build_tables(entries(told, other), REFERENCE)
    searched = release_texts(tables)
    for query in (
        "nguyen",
        "응우옌",
        "프놈펜",
        "phnom penh",
        "캄보디아",
        "전기차",
        "electric",
        "remark",
        "한-아세안",
    ):
        assert find(searched, query).tolist() == [True, False], query
    assert find(searched, "nguyen 부산").tolist() == [False, False]


def test_every_release_of_the_ledger_can_be_searched() -> None:
    tables = load_tables()
    searched = release_texts(tables)
    assert list(searched.index) == tables.releases["release_id"].tolist()
    assert (searched.str.len() > 0).all()


def test_facets_count_what_the_others_leave() -> None:
    tables = build_tables(
        entries(
            release(meeting(start="2022-03-01"), topics=["digital"], published="2022-03-01"),
            release(
                meeting(start="2022-05-01"),
                language="ko",
                topics=["digital", "health"],
                published="2022-05-01",
            ),
            release(None, language="ko", issuer="Yonhap", issuer_kind="news"),
        ),
        REFERENCE,
    )
    releases, topics = tables.releases, tables.topics
    assert facet_counts(releases, topics, "year") == {"2022": 2, "none": 1}
    assert facet_counts(releases, topics, "about") == {"digital": 2, "health": 1}
    chosen = {"written": ["ko"], "about": ["digital"]}
    assert len(narrowed(releases, topics, chosen)) == 1
    assert len(narrowed(releases, topics, chosen, but="about")) == 2
    assert len(narrowed(releases, topics, {"year": ["none"]})) == 1
    assert facet_values(releases, "year").tolist().count("2022") == 2
