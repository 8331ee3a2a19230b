"""Topics: the vocabulary both ways, and the phrases in which a word says nothing."""

from __future__ import annotations

import csv
from collections import defaultdict

import pytest

from loaders.extract.lexicon import REFERENCE, load_lexicon
from tests.unit.extract_factory import record


def rows() -> list[dict[str, str]]:
    with (REFERENCE / "topic_words.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_word_finds_its_own_code() -> None:
    lexicon = load_lexicon()
    lost = [
        (row["code"], row["word"])
        for row in rows()
        if row["use"] == "word"
        and row["code"] not in {found.code for found in lexicon.scan(row["word"])["topic"]}
    ]
    assert lost == []


def test_every_forbidden_phrase_hides_its_word() -> None:
    lexicon = load_lexicon()
    shown = [
        (row["code"], row["word"])
        for row in rows()
        if row["use"] == "forbid"
        and row["code"] in {found.code for found in lexicon.scan(row["word"])["topic"]}
    ]
    assert shown == []


def test_a_word_has_one_topic() -> None:
    codes = defaultdict(set)
    for row in rows():
        if row["use"] == "word":
            codes[row["language"], row["word"].lower()].add(row["code"])
    assert {word: found for word, found in codes.items() if len(found) > 1} == {}


def test_every_topic_has_words_in_both_languages() -> None:
    with (REFERENCE / "topics.csv").open(encoding="utf-8", newline="") as file:
        topics = {row["code"] for row in csv.DictReader(file)}
    for language in ("en", "ko"):
        assert {
            row["code"] for row in rows() if row["language"] == language and row["use"] == "word"
        } == topics


TOPICS = [
    ("a list of fields", "They discussed digital transformation, smart cities and "
     "energy.", {"digital", "smart-cities", "energy"}),
    ("a ministry's name", "He thanked the Minister of Energy and Mineral Resources and the Health Minister.", set()),
    ("health of a person", "He wished the King good health and happiness.", set()),
    ("a climate that is no weather", "They spoke of the business climate and a climate of trust.", set()),
    ("an environment that is not green", "They spoke of the security environment.", set()),
    ("the country of that state", "She met the Democratic People's Republic of Korea's envoy.", {"korean-peninsula"}),
    ("members in a row", "Singapore, Malaysia, Myanmar and Thailand were there.", set()),
    ("a matter of the talks", "They exchanged views on Myanmar and the South China "
     "Sea.", {"myanmar", "south-china-sea"}),
    ("Korean fields", "양측은 디지털, 전기차, 공급망 협력을 "
     "논의하였다.", {"digital", "electric-vehicles", "supply-chains"}),
    ("a Korean ministry", "과학기술정보통신부 장관과 보건부 장관을 만났다.", set()),
    ("workers sent abroad by the North", "북한의 해외노동자 파견을 차단해야 한다.", {"korean-peninsula"}),
    ("the three pillars", "아세안 3개 공동체 : 정치‧안보, 경제, 사회‧문화", {"asean-community"}),
    ("Pacific, not Pyongyang", "태평양 도서국을 비롯한 여러 나라", set()),
    ("consumers, not visas", "소비자의 권리를 이 정도로 지킨다.", set()),
    ("a security environment in Korean", "급변하는 안보 환경을 평가하였다.", set()),
    ("Myanmar beside other members", "말레이시아, 미얀마, 필리핀 대표가 자리하였다.", set()),
    ("a line of rights is no subject", "양측은 협력을 논의하였다.\n"
     "<저작권자(c) 새소식, 무단 전재-재배포, AI 학습 및 활용 금지>", set()),
    ("developments that are events", "They went over regional and international developments.", set()),
    ("a minister who is ill", "She stayed at home for health reasons.", set()),
    ("the old name of a technology", "They listed education and Information, Communication Technology.",
     {"education", "digital"}),
    ("cars that run on electricity", "They will build new energy vehicles together.", {"electric-vehicles"}),
    ("who shields whom", "They condemned North Korea's military cooperation with Russia.", {"korean-peninsula"}),
    ("a policy's name", "신남방정책 5년의 성과를 평가하였다.", set()),
    ("fraud is no finance", "전화 금융사기에 맞서기로 하였다.", {"transnational-crime"}),
]  # fmt: skip


@pytest.mark.parametrize(("comment", "text", "expected"), TOPICS, ids=[row[0] for row in TOPICS])
def test_topics(comment: str, text: str, expected: set[str]) -> None:
    assert set(record(f"□ {text}")["topics"]) == expected


def test_mentions_are_counted_and_placed() -> None:
    text = "□ 양측은 기후변화 대응과 디지털 전환을 논의하였다. 디지털 협력을 넓히기로 하였다."
    found = record(text)
    assert found["topic_mentions"] == {"digital": 2, "climate": 1}
    places = [text[e["start"] : e["end"]] for e in found["evidence"] if e["fact"] == "topics[0]"]
    assert places == ["디지털", "디지털"]


def test_careers_are_no_topics() -> None:
    body = "\n\nJane Doe studied climate change and trade at State University."
    assert record(f"President Alder Announces Key Nominees{body}", issuer="White House")["topics"] == []
    assert record(f"President Alder Announces Key Plans{body}", issuer="White House")["topics"] != []


def test_a_release_about_no_meeting_is_called_by_its_issuer_and_what_it_speaks_of_most() -> None:
    text = "A note on the typhoon\n\nThe typhoon left many without homes. The typhoon calls for energy aid."
    found = record(text, published="2024-09-12", issuer="MOFA-KR")
    assert found["meeting"] is None
    assert found["label"] == "MOFA-KR: Disaster relief, Energy (2024-09-12)"
    assert found["label_ko"].startswith("MOFA-KR: 재난·인도지원, 에너지")
    assert record("Nothing.", issuer="MOFA-KR")["label"] == "MOFA-KR: release (2024-04-04)"
