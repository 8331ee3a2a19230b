"""The scorer: what counts as the same fact, what is debatable, and what is printed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from loaders import score
from loaders.same import changes, claim_year, compare, name_keys
from loaders.score import Score, report, wilson

SAME_NAMES = [
    ("order", "HAYASHI Yoshimasa", "Yoshimasa Hayashi", True),
    ("hyphens and case", "Chung Byung-won", "CHUNG Byungwon", True),
    ("syllables apart", "Yoon Suk Yeol", "Yoon Suk-yeol", True),
    ("accents", "Phạm Minh Chính", "Pham Minh Chinh", True),
    ("initials, suffix and honorific", "H.E. Enrique A. Manalo Jr.", "Enrique Manalo", True),
    ("a title of rank in the name", "Dato Erywan Yusof", "Erywan Yusof", True),
    ("another given name", "Joko Widodo", "Iriana Widodo", False),
    ("a surname alone", "Lee", "Lee Hsien Loong", False),
]


@pytest.mark.parametrize(("comment", "one", "other", "same"), SAME_NAMES, ids=[row[0] for row in SAME_NAMES])
def test_names(comment: str, one: str, other: str, same: bool) -> None:
    assert bool(name_keys(one) & name_keys(other)) is same


YEARS = [
    ("implied by an anniversary", {"implies": "1989", "as_stated": "35th anniversary in 2024"}, "1989"),
    ("of the date", {"date": "2022-11-12", "as_stated": "today"}, "2022"),
    ("as stated", {"as_stated": "2017년 11월"}, "2017"),
    ("none", {"as_stated": "today"}, None),
]


@pytest.mark.parametrize(("comment", "event", "year"), YEARS, ids=[row[0] for row in YEARS])
def test_year_of_a_claim(comment: str, event: dict[str, Any], year: str | None) -> None:
    assert claim_year(event) == year


def person(name: str | None, party: str, name_ko: str | None = None) -> dict[str, Any]:
    return {"name": name, "name_ko": name_ko, "affiliation": party}


COMPARED = [
    ("right, invented, missed", "topics", {"topics": ["digital", "energy"]}, {"topics": ["digital", "health"]},
     (1, ["health"], ["energy"])),
    ("debatable counts neither way", "topics",
     {"topics": ["digital", "defence"], "topics_debatable": ["defence", "health"]},
     {"topics": ["digital", "health"]}, (1, [], [])),
    ("another party is another person", "participants", {"participants": [person("Ana Lim", "SGP")]},
     {"participants": [person("Ana Lim", "MYS")]}, (0, [person("Ana Lim", "MYS")], [person("Ana Lim", "SGP")])),
    ("by the Korean name where the label has only "
     "that", "participants", {"participants": [person(None, "KOR", "한가람")]},
     {"participants": [person("Han Garam", "KOR", "한 가람")]}, (1, [], [])),
    ("each label matches once", "delegations", {"delegations": ["KOR"]},
     {"delegations": ["KOR", "KOR"]}, (1, ["KOR"], [])),
    ("no meeting, none read", "meeting", {"meetings": []}, {"meetings": []}, (0, [], [])),
    ("the principal meeting alone", "meeting",
     {"meetings": [{"series": "amm", "ordinal": 57, "start": "2024-07-25", "principal": True}]},
     {"meetings": [{"series": "amm", "ordinal": 57, "start": "2024-07-25", "principal": True},
                   {"series": "arf", "principal": False}]},
     (1, [], [])),
]  # fmt: skip


@pytest.mark.parametrize(
    ("comment", "name", "label", "found", "expected"), COMPARED, ids=[row[0] for row in COMPARED]
)
def test_compare(comment: str, name: str, label: Any, found: Any, expected: Any) -> None:
    assert compare(name, label, found) == expected


def test_report_shows_counts_and_every_miss_with_its_rule() -> None:
    label = {"release": {"language": "en"}, "topics": ["digital", "energy"]}
    found = {
        "topics": ["digital", "health"],
        "evidence": [{"fact": "topics[1]", "start": 4, "end": 10, "rule": "topic word: health"}],
    }
    result = Score()
    result.add("one", label, found, "our health and digital work")
    lines = list(report(result))
    assert (
        "topics              en         1        1       1  0.500 (0.09–0.91) 0.500 (0.09–0.91) 0.500"
        in lines
    )
    assert "missed   one  topics  energy" in lines
    assert (
        "invented one  topics  health  topic word: health: “health” in “our health and digital work”" in lines
    )


def test_gained_and_lost() -> None:
    before, now = {"topics": ["digital", "health"]}, {"topics": ["digital", "energy"]}
    assert list(changes(before, now)) == [("-", "topics", "health"), ("+", "topics", "energy")]


def test_interval_narrows_with_more() -> None:
    low, high = wilson(9, 10)
    lower, higher = wilson(90, 100)
    assert low < lower < 0.9 < higher < high
    assert wilson(0, 0) == (0.0, 1.0)


def test_labels_without_their_release_are_counted_apart(tmp_path: Path) -> None:
    (tmp_path / "gone.json").write_text(json.dumps({"text": "corpus/no-such-file.md"}), encoding="utf-8")
    assert score.load([str(tmp_path)]) == ([], 1)


def test_no_label_at_all_says_what_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    class Arguments:
        gold = [str(tmp_path)]  # noqa: RUF012
        against = None

    assert score.run(Arguments()) == 1  # type: ignore[arg-type]
    assert "Name label files or folders" in capsys.readouterr().err
