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
        "who minds the office at home, and a state before an ambassador's title",
        "Prime Minister Alder meets Prime Minister Hartono\n\n"
        "Prime Minister Mark Alder of New Zealand met Prime Minister Budi Hartono of Indonesia in Jakarta today. "
        "Also present was Ann Reed, New Zealand Ambassador to Indonesia. In his absence the Government was headed by "
        "Deputy Prime Minister Jean Roy.",
        [
            ("Mark Alder", "NZL", "attendee"),
            ("Budi Hartono", "IDN", "attendee"),
            ("Ann Reed", "NZL", "attendee"),
        ],
    ),
    (
        "behind Mr., with letters behind the name, and told of by what he has asked",
        "Thirtieth ARF\n\n"
        "Foreign Minister Mr. Ali Karim Shah, MP has asked for more trade. He spoke at the Thirtieth ARF Foreign "
        "Ministers' Meeting, chaired by H.E. Mr. Niran Saelim, Foreign Minister of Thailand, in Bangkok today.",
        [("Ali Karim Shah", "USA", "head-of-delegation"), ("Niran Saelim", "THA", "chair")],
    ),
    (
        "no meeting, no participants, whoever is named",
        "Statement by President Alder on the Missile Launch\n\nPresident Mark Alder condemned the launch.",
        [],
    ),
    (
        "talks in the margins further down, and one who is only mentioned",
        "Readout of President Alder's Meeting with Prime Minister Budi Hartono of Indonesia\n\n"
        "President Mark Alder met with Prime Minister Budi Hartono of Indonesia today.\n\n"
        "They spoke of trade. They spoke of energy. They spoke of rice. They spoke of fish. They spoke of rain.\n\n"
        "The President also held talks with H.E. Mr. Niran Saelim, Foreign Minister of Thailand. "
        "He recalled the visit that President Karim Aziz of Malaysia had paid in 2019.",
        [
            ("Mark Alder", "USA", "counterpart"),
            ("Budi Hartono", "IDN", "counterpart"),
            ("Niran Saelim", "THA", "counterpart"),
        ],
    ),
    (
        "chaired by two, with long offices between them",
        "The 20th ASEAN-ROK Joint Cooperation Committee Meeting was held on 3 April 2024 in Jakarta. The meeting was "
        "co-chaired by Ambassador Han Min-ho, Head of the Mission of the ROK to ASEAN, and Ambassador "
        "Elmer Tan Cruz, "
        "Permanent Representative of the Philippines to ASEAN.",
        [("Han Min-ho", "KOR", "co-chair"), ("Elmer Tan Cruz", "PHL", "co-chair")],
    ),
    (
        "a minister's own words, the name alone above them",
        "Minister for Foreign Affairs of Australia\nSenator the Hon Anna Reed\n\nMedia release\n\n3 April 2024\n\n"
        "Today I am in Manila, my first visit to the Philippines. I met my counterpart, Philippine Foreign Secretary "
        "Ramon Diaz, for bilateral talks. Australia and the Philippines are old friends.",
        [("Anna Reed", "AUS", "counterpart"), ("Ramon Diaz", "PHL", "counterpart")],
    ),
    (
        "known people without their office",
        "Wang Yi Meets with Lao Foreign Minister Somsak Vong\n\nOn April 3, 2024, Wang Yi met with Lao "
        "Foreign Minister "
        "Somsak Vong in Beijing. Wang Yi said that China values its neighbours.",
        [("Wang Yi", "CHN", "counterpart"), ("Somsak Vong", "LAO", "counterpart")],
    ),
    (
        "one who tells the press of the talks",
        "President Alder Meets Prime Minister Budi Hartono of Indonesia\n\n"
        "President Mark Alder met Prime Minister Budi Hartono of Indonesia on April 3. "
        "They spoke of rice. They spoke of fish. They spoke of rain. They spoke of trade. They spoke of ports.\n\n"
        "Deputy Secretary Ann Reed told reporters that the talks went well.",
        [("Mark Alder", "USA", "counterpart"), ("Budi Hartono", "IDN", "counterpart")],
    ),
    (
        "the delegation's country, name before office; a department's region is no side",
        "8th Consultations\n\nThe 8th India-Laos Foreign Office Consultations were held on 3 April 2024. The Indian "
        "delegation was led by Shri Arun Mehta, Secretary (East), and the Lao delegation was led by H.E. Mr. Bounmy "
        "Keo, Director-General of ASEAN Affairs.",
        [("Arun Mehta", "IND", "counterpart"), ("Bounmy Keo", "LAO", "counterpart")],
    ),
    (
        "a list under its heading; who is only mentioned in the next paragraph is not of it",
        "7th Thailand-Canada Consultation\n\nThe 7th Thailand-Canada Bilateral Consultation was held in Ottawa on "
        "3 April 2024. The talks were co-chaired by:\n\n- Ms. Malee Thong, Director-General of the Department of "
        "American and South Pacific Affairs, Thailand; and\n- Mr. Ian Hale, Director General for Southeast Asia, "
        "Canada.\n\nThe two sides recalled the work of Ambassador Jean Roy.",
        [("Malee Thong", "THA", "co-chair"), ("Ian Hale", "CAN", "co-chair")],
    ),
    (
        "a second title at the end of a sentence; a surname behind an abbreviation",
        "12th ASEAN-New Zealand Joint Cooperation Committee Meeting\n\nThe Meeting was co-chaired by H.E. Ma. Luisa "
        "Cruz, Permanent Representative of the Philippines to ASEAN, and Ambassador Joan Hill, Head of Mission of "
        "New Zealand to ASEAN. The Meeting thanked the late Mr. Paul Ward. It was held on 3 April 2024.",
        [("Ma. Luisa Cruz", "PHL", "co-chair"), ("Joan Hill", "NZL", "co-chair")],
    ),
    (
        "accompanied by, the guest's country; a signatory is none",
        "Prime Minister Mark Alder hosts Malaysian Prime Minister\n\nPrime Minister Mark Alder of New "
        "Zealand met with "
        "Ahmad bin Yusof, Prime Minister of Malaysia, today. The Prime Minister of Malaysia was "
        "accompanied by Tengku "
        "Datuk Seri Zainal Aziz, Minister of Investment, Trade and Industry. The agreement carries the signature of "
        "Ambassador Jean Roy.",
        [
            ("Mark Alder", "NZL", "counterpart"),
            ("Ahmad bin Yusof", "MYS", "counterpart"),
            ("Zainal Aziz", "MYS", "counterpart"),
        ],
    ),
]


@pytest.mark.parametrize(("comment", "text", "expected"), ENGLISH, ids=[row[0] for row in ENGLISH])
def test_english(comment: str, text: str, expected: list[tuple[str, str, str]]) -> None:
    found = people(record(text, issuer="White House"))
    assert sorted(((name or "").rstrip("."), party, role) for name, party, role in found) == sorted(expected)


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
        "※ 아세안측 참석자 : 아세안사무국 경제공동체 사무차장 등 약 30명",
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
    (
        "a name before country and ministry, in three ways",
        "한미일 외교차관 협의회 개최\n\n조민수 외교부 1차관은 4.3.(수) 헬렌 쇼 미국 국무부 부장관, "
        "나카노 다케루 일본 외무성 "
        "사무차관과 제9차 한미일 외교차관 협의회를 개최하였다.",
        [
            ("조민수", "KOR", "head-of-delegation"),
            ("헬렌 쇼", "USA", "attendee"),
            ("나카노 다케루", "JPN", "attendee"),
        ],
    ),
    (
        "in quotes, new in office, and the host who invited",
        "한-베트남 외교장관회담 개최\n\n박도윤 외교부 장관은 '쩐 타잉 선(Tran Thanh Son)' 베트남 신임 "
        "외교부장관의 초청으로 "
        "베트남을 공식방문하여 4.3.(수) 한-베트남 외교장관회담을 가졌다.",
        [("박도윤", "KOR", "head-of-delegation"), ("Tran Thanh Son", "VNM", "counterpart")],
    ),
    (
        "the end of a foreign name is no Korean's",
        "한-필리핀 정상회담 개최\n\n한도윤 대통령은 4.3.(수) 필리핀에서 정상회담을 하였다. 살라자르 "
        "주니어 대통령은 협력을 강조하였다.",
        [("한도윤", "KOR", "head-of-delegation"), ("살라자르 주니어", "PHL", "counterpart")],
    ),
    (
        "ambassadors of one country in the other",
        "제3차 한-인도네시아 공동위원회 개최\n\n강도윤 외교부 장관이 3일 자카르타에서 제3차 "
        "한-인도네시아 공동위원회를 열었다. "
        "회의에는 김창민 주인도네시아 한국 대사와 우마르 하산 주한 인도네시아 대사도 참석했다.",
        [
            ("강도윤", "KOR", "head-of-delegation"),
            ("김창민", "KOR", "attendee"),
            ("우마르 하산", "IDN", "counterpart"),
        ],
    ),
    (
        "one who tells the press, and a related line below the news",
        "한-태국 외교장관회담\n\n박도윤 외교부 장관은 3일 서울에서 나라이 캄디 태국 외교장관과 "
        "회담했다. 이진우 외교부 차관보는 "
        "브리핑에서 분위기가 좋았다고 전했다.\n\n(끝)\n<저작권자(c) 새소식, 무단 전재-재배포 "
        "금지>\n관련뉴스\n훈 비체아 총리 방한",
        [("박도윤", "KOR", "head-of-delegation"), ("나라이 캄디", "THA", "counterpart")],
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
    (
        "behind country and office",
        "Director-General of the Ministry of Foreign Affairs Myanmar Min Zaw Latt said",
        "Min Zaw Latt",
        "MMR",
    ),
    ("set off by commas, one word", "his Indonesian counterpart, Sugarto, on Monday", "Sugarto", "IDN"),
    (
        "an acronym behind the country",
        "주제프 볼란 유럽연합(EU) 외교안보정책 고위대표는",
        "주제프 볼란",
        "EU",
    ),
    ("a short name of several syllables", "팜 반 린 베트남 부총리 겸 외교장관과", "팜 반 린", "VNM"),
    ("in brackets behind the office", "한-아세안센터(사무총장 박도윤)는", "박도윤", "AKC"),
    (
        "an honorific with a sign",
        "Dato' Seri Haji Ahmad bin Haji Yusof, Minister of Health of Malaysia,",
        "Ahmad bin Haji Yusof",
        "MYS",
    ),
    ("a Burmese honorific", "U Min Thant, Deputy Minister of Myanmar,", "Min Thant", "MMR"),
    ("the EU's diplomat", "High Representative Karla Weiss met", "Karla Weiss", "EU"),
    ("behind the office", "외교부 장관 한가람은 오늘", "한가람", None),
    ("Arabic particles", "살림 빈 파르한 알 하산 사우디아라비아 외교장관과", "살림 빈 파르한 알 하산", "SAU"),
    ("a name that ends like a particle", "폭사이 분캄 라오스 외교부 차관과", "폭사이 분캄", "LAO"),
    (
        "a region in a department",
        "시다르 하르요노 인도네시아 외교부 아세안협력총국장을",
        "시다르 하르요노",
        "IDN",
    ),
]


@pytest.mark.parametrize(("comment", "text", "name", "party"), NAMES, ids=[row[0] for row in NAMES])
def test_name_and_party_beside_a_title(comment: str, text: str, name: str, party: str | None) -> None:
    found = find_people(load_lexicon().scan(text))
    assert [(person.name or person.name_ko, person.party) for person in found] == [(name, party)]


NO_NAMES = [
    ("a plural office", "the Foreign Ministers agreed"),
    ("a ministry's meeting", "외교장관회의가 열렸다"),
    ("an office in the plural", "각국 장관들과 만났다"),
    ("a chair country", "의장국 라오스"),
    ("an embassy", "주베트남대사관에서"),
    ("countries by their syllables", "한미일 외교차관"),
    ("a country's ministry", "베트남 공안부 차관"),
    ("an acronym spelt out", "아세안(ASEAN·동남아시아국가연합) 10개국 외교장관"),
    ("what was done, behind the office", "외교부 장관 주재로 열린"),
    ("an office with its portfolio in brackets", "the Secretary (East) said"),
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


TALKS_EN = (
    "ROK-Thailand Foreign Ministers' Meeting\n\nMinister of Foreign Affairs Kim Do-hyun of the Republic "
    "of Korea held "
    "a meeting with Foreign Minister Parn Sukjai of Thailand on 2 April 2024 in Bangkok. "
)
TALKS_KO = (
    "한-태국 외교장관회담 개최\n\n"
    "김도현 외교부 장관은 4.2.(화) 방콕에서 파른 숙자이 태국 외교장관과 회담을 갖고 협의하였다. "
)
KIM, PARN = ("Kim Do-hyun", "KOR"), ("Parn Sukjai", "THA")
KIM_KO, PARN_KO = ("김도현", "KOR"), ("파른 숙자이", "THA")


@pytest.mark.parametrize(
    ("case", "text", "expected"),
    [
        (
            "a plural of ministers, the countries before the names",
            TALKS_EN
            + "He also had talks with the foreign ministers of Laos, Bounmy Keo, and Brunei, Ahmad Rahim.",
            {KIM, PARN, ("Bounmy Keo", "LAO"), ("Ahmad Rahim", "BRN")},
        ),
        (
            "a plural of ministers, the names first",
            "5th ASEAN-Canada Ministerial Meeting\n\nIt was presided over jointly by Foreign Ministers "
            "Ahmad Rahim of "
            "Brunei Darussalam and Claire Martin of Canada on 2 April 2024.",
            {("Ahmad Rahim", "BRN"), ("Claire Martin", "CAN")},
        ),
        (
            "the office alone, of its only holder",
            "Minister in Vientiane\n\nForeign Minister Han Ji-woo of Korea was in Vientiane on 2 April "
            "2024. The Foreign "
            "Minister met with Foreign Minister Bounmy Keo of Laos.",
            {("Han Ji-woo", "KOR"), ("Bounmy Keo", "LAO")},
        ),
        (
            "letters behind a name",
            TALKS_EN + "Claire Hill MP, Minister for Trade of Australia, was also present.",
            {KIM, PARN, ("Claire Hill", "AUS")},
        ),
        (
            "near miss: a visit recalled",
            TALKS_EN + "They recalled the visit of Prime Minister Chalerm Dee last year.",
            {KIM, PARN},
        ),
        (
            "who is brought along is of the same side",
            TALKS_EN
            + "Minister Kim was accompanied by Ambassador Park Jin-ho and Director-General Han Ji-woo.",
            {KIM, PARN, ("Park Jin-ho", "KOR"), ("Han Ji-woo", "KOR")},
        ),
        (
            "one title for several, each behind the country",
            TALKS_KO + "이어 김 장관은 일본 사토 에미, 호주 클레어 힐, 인도 라지 메논 장관과 만났다.",
            {KIM_KO, PARN_KO, ("사토 에미", "JPN"), ("클레어 힐", "AUS"), ("라지 메논", "IND")},
        ),
        (
            "words before a name that are none of it",
            TALKS_KO + "회담에는 옵서버인 호세 벨로 동티모르 총리도 참석했다.",
            {KIM_KO, PARN_KO, ("호세 벨로", "TLS")},
        ),
        (
            "an annex that lists them",
            TALKS_KO
            + "\n\n[붙임] 참석자 명단\n  라오스  분미 깨오 외교장관\n  브루나이  아흐맛 라힘 제2외교장관\n",
            {KIM_KO, PARN_KO, ("분미 깨오", "LAO"), ("아흐맛 라힘", "BRN")},
        ),
        (
            "near miss: met another time",
            TALKS_KO + "파른 장관은 다음 달 하노이에서 쩐 반 하이 베트남 외교장관과 만날 예정이다.",
            {KIM_KO, PARN_KO},
        ),
        (
            "a Malay title before the name",
            TALKS_KO + "이어 김 장관은 다토 세리 우타마 아흐맛 잠리 말레이시아 국방장관과 만났다.",
            {KIM_KO, PARN_KO, ("아흐맛 잠리", "MYS")},
        ),
        (
            "a middle initial, a row with signs before each, the syllable of a state",
            TALKS_KO + "김 장관은 ▵존 F. 애덤스 미 국방장관 ▵사토 에미 일본 방위대신과 각각 대담을 하였다.",
            {KIM_KO, PARN_KO, ("존 F. 애덤스", "USA"), ("사토 에미", "JPN")},
        ),
        (
            "honours in brackets",
            TALKS_KO + "이어 김 장관은 팀 애벗(the Hon Tim Abbott MP) 호주 외교부 부장관을 접견했다.",
            {KIM_KO, PARN_KO, ("Tim Abbott", "AUS")},
        ),
        (
            "near miss: who only leads a government",
            TALKS_KO + "파른 장관은 찰럼 디 총리가 이끄는 태국 정부의 뜻을 설명했다.",
            {KIM_KO, PARN_KO},
        ),
        (
            "near miss: met on a day to come",
            TALKS_KO + "파른 장관은 8일 부산에서 아나 크루스 필리핀 대통령을 만난다.",
            {KIM_KO, PARN_KO},
        ),
        (
            "near miss: greetings by way of another",
            TALKS_KO + "찰럼 디 총리는 파른 장관을 통해 안부를 전했다.",
            {KIM_KO, PARN_KO},
        ),
        (
            "near miss: a line that tells of somebody else",
            TALKS_KO + "\n\n· 아나 크루스 필리핀 대통령, 페루로 이동",
            {KIM_KO, PARN_KO},
        ),
    ],
)
def test_who_took_part_whoever_writes(case: str, text: str, expected: set[tuple[str, str]]) -> None:
    found = {(name, party) for name, party, _ in people(record(text, issuer="MOFA-KR"))}
    assert found == expected, case


def test_known_people_and_plain_names() -> None:
    assert plain("Phạm Minh Chính") == plain("PHAM MINH-CHINH") == "phamminhchinh"
    assert known_party("Penny Wong") == "AUS"
    assert known_party("Nobody Inparticular") is None
