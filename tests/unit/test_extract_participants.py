"""Who took part: names, parties and roles, with a near miss beside each form."""

from __future__ import annotations

from typing import Any

import pytest

from loaders.extract.figures import figures_of
from loaders.extract.lexicon import load_lexicon
from loaders.extract.people import known_party, plain
from loaders.extract.titles import find_people
from tests.unit.extract_factory import record


def people(found: dict[str, Any]) -> list[tuple[str | None, str | None, str]]:
    """(name in either script, party, role) of each participant."""
    return [(p["name"] or p["name_ko"], p["affiliation"], p["role"]) for p in found["participants"]]


ENGLISH = [
    (
        "two sides of a call, the country behind the name",
        "Readout of President Alder's Call with President Budi Hartono of Indonesia\n\n"
        "President Mark Alder spoke by phone today with President Budi Hartono of Indonesia.",
        [("Mark Alder", "USA", "counterpart"), ("Budi Hartono", "IDN", "counterpart")],
    ),
    (
        "a spokesperson who tells of the call is not on the line",
        "Statement by NSC Spokesperson Ann Reed on National Security Advisor Tom Birch's Call with Foreign Minister "
        "Dewi Sari of Indonesia\n\nNational Security Advisor Tom Birch spoke yesterday with Foreign "
        "Minister Dewi Sari.",
        [("Tom Birch", "USA", "counterpart"), ("Dewi Sari", "IDN", "counterpart")],
    ),
    (
        "a meeting that lies behind is another meeting",
        "Readout of President Alder's Meeting with Prime Minister Tran Van Long of Vietnam\n\n"
        "President Mark Alder met today with Prime Minister Tran Van Long of Vietnam. They discussed "
        "trade. The meeting "
        "followed Vice President Jane Holt's bilateral meeting with President Jose Reyes of the Philippines.",
        [("Mark Alder", "USA", "counterpart"), ("Tran Van Long", "VNM", "counterpart")],
    ),
    (
        "name before title, co-chairs and one who attends",
        "13th ASEAN-Australia Joint Cooperation Committee Meeting\n\n"
        "The 13th ASEAN-Australia Joint Cooperation Committee (JCC) Meeting was held today in "
        "Jakarta. It was co-chaired "
        "by H.E. Maria Cruz, Permanent Representative of the Philippines to ASEAN, and H.E. Will "
        "Harper, Ambassador of "
        "Australia to ASEAN.",
        [("Maria Cruz", "PHL", "co-chair"), ("Will Harper", "AUS", "co-chair")],
    ),
    (
        "said of the last in a row, true of all; initials and suffix kept; country once for two",
        "Joint Readout of a Meeting\n\nSecretary of State Paul Q. Stone, Jr. and National Security "
        "Advisor Tom Birch met "
        "with Vice Foreign Minister Kang Min-ho and Vice Defense Minister Seo Jun-ki of the Republic of Korea today.",
        [
            ("Paul Q. Stone, Jr", "USA", "counterpart"),
            ("Tom Birch", "USA", "counterpart"),
            ("Kang Min-ho", "KOR", "counterpart"),
            ("Seo Jun-ki", "KOR", "counterpart"),
        ],
    ),
    (
        "no meeting, no participants, whoever is named",
        "Statement by President Alder on the Missile Launch\n\nPresident Mark Alder condemned the launch.",
        [],
    ),
]


@pytest.mark.parametrize(("comment", "text", "expected"), ENGLISH, ids=[row[0] for row in ENGLISH])
def test_english(comment: str, text: str, expected: list[tuple[str, str, str]]) -> None:
    found = people(record(text, issuer="White House"))
    assert sorted((name.rstrip("."), party, role) for name, party, role in found) == sorted(expected)


KOREAN = [
    (
        "Korean minister, foreign minister in brackets with the name in Latin letters",
        "한가람 장관, 한-태국 외교장관회담 개최\n\n"
        "□ 한가람 외교부 장관은 4.4.(목) 서울에서 「쏨차이 분미(Somchai Boonmee)」 태국 외교장관과 "
        "회담을 갖고 양국 관계를 논의하였다.",
        [("한가람", "KOR", "head-of-delegation"), ("Somchai Boonmee", "THA", "counterpart")],
    ),
    (
        "two titles of one person, no country beside the name",
        "정다운 차관보, 라오스 방문\n\n"
        "□ 정다운 외교부 차관보는 4.4.(목) 비엔티안에서 제5차 한-라오스 정책협의회를 갖고, 캄폰 "
        "시하(Khamphon Siha) 부총리 겸 "
        "외교장관을 예방하였다.",
        [("정다운", "KOR", "head-of-delegation"), ("Khamphon Siha", "LAO", "counterpart")],
    ),
    (
        "lists of those present, with the head and an office without a name",
        "제30차 한-아세안 대화 개최(4.4.)\n\n□ 「제30차 한-아세안 대화」가 4.4.(목) 개최되었다.\n\n"
        "※ 우리측 참석자 : 정다운 차관보(수석대표), 김보람 아세안국장, 오하늘 주아세안대표부 공사 등\n\n"
        "※ 아세안측 참석자 : 아세안사무국 정치안보 사무차장 등 약 40명",
        [
            ("정다운", "KOR", "head-of-delegation"),
            ("김보람", "KOR", "attendee"),
            ("오하늘", "KOR", "attendee"),
        ],
    ),
    (
        "absent: named, yet not there",
        "제9차 한-아세안 국방장관회의 참석\n\n"
        "□ 배소망 국방부차관은 4.4.(목) 자카르타에서 개최된 제9차 한-아세안 국방장관회의에 수석대표로 참석하였다.\n\n"
        "□ 신이룸 국방부 장관은 국회 일정으로 불참하였다.",
        [("배소망", "KOR", "head-of-delegation")],
    ),
    (
        "a letter is no presence",
        "한-브루나이 면담\n\n"
        "□ 정다운 차관보는 4.4.(목) 브루나이에서 하룬 유소프(Harun Yusof) 브루나이 외교부 차관을 "
        "면담하고 한가람 장관의 친서를 전하였다.",
        [("정다운", "KOR", "head-of-delegation"), ("Harun Yusof", "BRN", "counterpart")],
    ),
]


@pytest.mark.parametrize(("comment", "text", "expected"), KOREAN, ids=[row[0] for row in KOREAN])
def test_korean(comment: str, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert sorted(people(record(text, issuer="MOFA-KR"))) == sorted(expected)


def test_an_office_without_a_name_is_listed_apart() -> None:
    found = record(
        "제30차 한-아세안 대화 개최(4.4.)\n\n□ 「제30차 한-아세안 대화」가 4.4.(목) 개최되었다.\n\n"
        "※ 아세안측 참석자 : 아세안사무국 정치안보 사무차장 등",
        issuer="MOFA-KR",
    )
    assert found["unnamed_participants"] == [
        {"title": "정치안보 사무차장", "affiliation": "ASEC", "role": "attendee"}
    ]


NAMES = [
    (
        "a surname in capitals",
        "Mr. MORITA Haruto, Minister for Foreign Affairs of Japan,",
        "Morita Haruto",
        "JPN",
    ),
    (
        "particles within a name",
        "Defence Minister Ahmad bin Salleh of Malaysia said",
        "Ahmad bin Salleh",
        "MYS",
    ),
    (
        "the adjective of a country",
        "Philippine Secretary of National Defense Ramon Diaz said",
        "Ramon Diaz",
        "PHL",
    ),
    ("an office abroad", "US Mission to ASEAN Chargé d'Affaires Helen A. Moss said", "Helen A. Moss", "USA"),
    ("of the Secretariat", "Secretary-General of ASEAN Dr. Lim Chan Ho said", "Lim Chan Ho", "ASEC"),
    ("without brackets", "훈 비체아 캄보디아 총리는", "훈 비체아", "KHM"),
    ("behind a comma", "오전, 나라이 캄디 태국 외교장관과", "나라이 캄디", "THA"),
]


@pytest.mark.parametrize(("comment", "text", "name", "party"), NAMES, ids=[row[0] for row in NAMES])
def test_name_and_party_beside_a_title(comment: str, text: str, name: str, party: str) -> None:
    found = find_people(load_lexicon().scan(text))
    assert [(person.name or person.name_ko, person.party) for person in found] == [(name, party)]


NO_NAMES = [
    ("a plural office", "the Foreign Ministers agreed"),
    ("a ministry's meeting", "외교장관회의가 열렸다"),
    ("an office in the plural", "각국 장관들과 만났다"),
    ("a chair country", "의장국 라오스"),
    ("an embassy", "주베트남대사관에서"),
]


@pytest.mark.parametrize(("comment", "text"), NO_NAMES, ids=[row[0] for row in NO_NAMES])
def test_no_person(comment: str, text: str) -> None:
    assert [p for p in find_people(load_lexicon().scan(text)) if p.name or p.name_ko] == []


def test_short_forms_go_to_the_person_they_fit() -> None:
    text = (
        "President Joko Alder met President Mark Stone. President Alder thanked President Stone. "
        "한가람 외교부 장관은 쏨차이 분미 태국 외교장관과 만났다. 한 장관은 쏨차이 장관에게 감사하였다."
    )
    figures = figures_of(find_people(load_lexicon().scan(text)))
    assert [(figure.latin or figure.hangul, len(figure.seen)) for figure in figures] == [
        ("Joko Alder", 2),
        ("Mark Stone", 2),
        ("한가람", 2),
        ("쏨차이 분미", 2),
    ]


def test_known_people_and_plain_names() -> None:
    assert plain("Phạm Minh Chính") == plain("PHAM MINH-CHINH") == "phamminhchinh"
    assert known_party("Penny Wong") == "AUS"
    assert known_party("Nobody Inparticular") is None
