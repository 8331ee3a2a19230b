"""Who took part: all members or those named, observers, absences, numbers of people."""

from __future__ import annotations

import pytest

from tests.unit.extract_factory import record

TEN = ["BRN", "IDN", "KHM", "LAO", "MMR", "MYS", "PHL", "SGP", "THA", "VNM"]
NINE = [code for code in TEN if code != "MMR"]
KO_HEAD = "제28차 한-아세안 대화 개최\n\n한-아세안 대화가 4.4.(목) 서울에서 개최되었다.\n\n"
PLUS_THREE = ["CHN", "JPN", "KOR"]
PLUS_EIGHT = ["AUS", "CHN", "IND", "JPN", "KOR", "NZL", "RUS", "USA"]
MEKONG = ["KHM", "LAO", "MMR", "THA", "VNM"]
ARF = [*TEN, *PLUS_EIGHT, "BGD", "CAN", "EU", "LKA", "MNG", "PAK", "PNG", "PRK", "TLS"]
EN_HEAD = "28th ASEAN-ROK Dialogue\n\nThe 28th ASEAN-ROK Dialogue was held on 4 April 2024 in Seoul. "


@pytest.mark.parametrize(
    ("case", "text", "delegations", "headcount"),
    [
        (
            "nine, and an official of the tenth",
            EN_HEAD
            + "The ministers of nine Member States and the Permanent Secretary of the Ministry of Foreign "
            "Affairs of Myanmar took part.",
            ["KOR", *TEN],
            None,
        ),
        (
            "an empty seat",
            EN_HEAD + "Present were the ten ASEAN member states. Myanmar's seat was left empty.",
            ["KOR", *NINE],
            None,
        ),
        (
            "stood in for, beside ASEAN",
            EN_HEAD + "Myanmar was represented by its ambassador, who attended.",
            ["ASEAN", "KOR", "MMR"],
            None,
        ),
        ("only ASEAN is said", KO_HEAD, ["ASEAN", "KOR"], None),
        (
            "all members, an observer, the secretariat and a number",
            KO_HEAD + "※ 아세안측 참석자 : 10개 회원국 및 동티모르 대표단, 아세안사무국 관계자 등 약 40명",
            ["ASEC", "KOR", "TLS", *TEN],
            40,
        ),
        ("all but one", KO_HEAD + "회의에는 미얀마를 제외한 9개국 대표가 참석하였다.", ["KOR", *NINE], None),
        (
            "those listed",
            KO_HEAD + "아세안에서는 브루나이, 캄보디아, 인도네시아, 라오스 대표가 참석하였다.",
            ["BRN", "IDN", "KHM", "KOR", "LAO"],
            None,
        ),
        (
            "countries of a past visit are no delegations",
            KO_HEAD + "양측은 브루나이, 캄보디아, 인도네시아와의 협력을 높이 평가하였다.",
            ["ASEAN", "KOR"],
            None,
        ),
        (
            "people elsewhere are not counted",
            KO_HEAD + "장학생 200명의 교류를 환영하였다.",
            ["ASEAN", "KOR"],
            None,
        ),
        (
            "all ASEAN Member States, except one",
            EN_HEAD
            + "It was attended by all ASEAN Member States, except Myanmar. Timor-Leste attended as an observer.",
            ["KOR", "TLS", *NINE],
            None,
        ),
        (
            "the ten members and the secretary-general",
            EN_HEAD
            + "The ten ASEAN Member States took part. The Secretary-General of ASEAN was in attendance.",
            ["ASEC", "KOR", *TEN],
            None,
        ),
        (
            "support for a secretariat is no attendance",
            EN_HEAD + "Both sides support the ASEAN Secretariat.",
            ["ASEAN", "KOR"],
            None,
        ),
        ("about forty", EN_HEAD + "About 40 delegates attended.", ["ASEAN", "KOR"], 40),
    ],
)
def test_delegations(case: str, text: str, delegations: list[str], headcount: int | None) -> None:
    found = record(text, issuer="MOFA-KR")
    assert (sorted(found["delegations"]), found["headcount"]) == (sorted(delegations), headcount), case


def test_a_wide_forum_counts_only_those_who_are_said_to_be_there() -> None:
    text = "18th East Asia Summit\n\nPresident Mark Alder attended the 18th East Asia Summit in Jakarta on 2 April."
    assert record(text, issuer="White House")["delegations"] == ["USA"]


def test_no_meeting_no_delegations() -> None:
    text = "외교부 대변인 성명\n\n아세안 10개국 대표가 참석한 회의를 북한이 규탄하였다."
    assert record(text, issuer="MOFA-KR")["delegations"] == []


@pytest.mark.parametrize(
    ("case", "meeting", "sentence", "delegations"),
    [
        (
            "all of a framework, by number",
            "제13차 EAS 외교장관회의",
            "이번 회의에는 EAS 18개 참가국 정상이 참석하였다.",
            [*TEN, *PLUS_EIGHT],
        ),
        (
            "all of a framework, by its long name",
            "제13차 EAS 외교장관회의",
            "회의에는 동아시아정상회의(EAS) 18개 회원국 장관들이 모두 참석하였다.",
            [*TEN, *PLUS_EIGHT],
        ),
        (
            "all but one of a framework",
            "제13차 EAS 외교장관회의",
            "미얀마를 제외한 EAS 17개국 외교장관들이 참석했다.",
            [*NINE, *PLUS_EIGHT],
        ),
        (
            "member states beside partners one by one",
            "제13차 EAS 외교장관회의",
            "아세안 회원국과 한국, 미국, 중국, 일본, 러시아, 호주, 인도, 뉴질랜드 장관이 참석하였다.",
            [*TEN, *PLUS_EIGHT],
        ),
        (
            "near miss: the framework as a subject",
            "제13차 EAS 외교장관회의",
            "장관은 EAS 18개 참가국 간 협력이 중요하다고 하였다.",
            ["KOR"],
        ),
        (
            "near miss: what the framework is",
            "제13차 EAS 외교장관회의",
            "2005년 출범한 EAS는 18개국이 참여하는 역내 최상위 협의체이다.",
            ["KOR"],
        ),
        (
            "near miss: countries as subjects",
            "제13차 EAS 외교장관회의",
            "참석국들은 미얀마, 우크라이나, 러시아, 북한 문제를 논의하였다.",
            ["KOR"],
        ),
        (
            "near miss: cooperation with countries",
            "제13차 EAS 외교장관회의",
            "장관은 회의에 참석하여 미국, 중국, 일본과의 협력을 강조하였다.",
            ["KOR"],
        ),
        (
            "thirteen",
            "제24차 아세안+3 외교장관회의",
            "아세안+3 13개국 외교장관이 참석한 가운데 협력을 논의하였다.",
            [*TEN, *PLUS_THREE],
        ),
        (
            "ten and three",
            "제24차 아세안+3 외교장관회의",
            "회의에는 아세안 10개국과 한·중·일 외교장관이 참석하였다.",
            [*TEN, *PLUS_THREE],
        ),
        (
            "nine and three",
            "제24차 아세안+3 외교장관회의",
            "미얀마를 제외한 아세안 9개국과 한일중 3국 외교장관이 참석하였다.",
            [*NINE, *PLUS_THREE],
        ),
        (
            "near miss: only ASEAN is said",
            "제24차 아세안+3 외교장관회의",
            "아세안과 한·중·일 외교장관이 참석하였다.",
            ["ASEAN", *PLUS_THREE],
        ),
        (
            "near miss: last year's",
            "제24차 아세안+3 외교장관회의",
            "작년 회의에는 아세안+3 13개국이 모두 참석하였다.",
            ["ASEAN", *PLUS_THREE],
        ),
        (
            "number after the members",
            "제30차 아세안지역안보포럼(ARF) 외교장관회의",
            "회의에는 ARF 회원국 27개국의 외교장관 및 대표가 참석하였다.",
            ARF,
        ),
        (
            "only the number of the forum's members",
            "제30차 아세안지역안보포럼(ARF) 외교장관회의",
            "이번 회의에는 북한을 포함한 27개 회원국 대표들이 참석했다.",
            ARF,
        ),
        (
            "joined syllables among names",
            "제13차 EAS 외교장관회의",
            "회의에는 아세안 10개국과 한·미·일·중·러·호주·뉴질랜드·인도 등 18개국이 참석하였다.",
            [*TEN, *PLUS_EIGHT],
        ),
        (
            "some of a forum",
            "제30차 아세안지역안보포럼(ARF) 외교장관회의",
            "장관은 미국, 중국, 일본, 러시아, 북한 등 대표와 함께 참석하였다.",
            ["KOR", "USA", "CHN", "JPN", "RUS", "PRK"],
        ),
        (
            "members and dialogue partners",
            "제10차 아세안 확대 국방장관회의(ADMM-Plus)",
            "아세안 회원국 및 8개 대화상대국(ADMM-Plus) 국방장관이 참석하였다.",
            [*TEN, *PLUS_EIGHT],
        ),
        (
            "Mekong",
            "제11차 한-메콩 외교장관회의",
            "우리나라와 메콩 5개국 외교장관이 참석하였다.",
            ["KOR", *MEKONG],
        ),
        (
            "all, told after the noun",
            "제28차 한-아세안 대화",
            "아세안 회원국 전원이 참석한 가운데 열렸다.",
            ["KOR", *TEN],
        ),
        (
            "each member",
            "제28차 한-아세안 대화",
            "아세안측에서는 각 회원국 고위관리회의(SOM) 대표가 참석하였다.",
            ["KOR", *TEN],
        ),
        (
            "envoys one by one",
            "제28차 한-아세안 대화",
            "말레이시아 누르 하산 외교부 차관, 태국 솜차이 외교부 차관보, 베트남 응우옌 반 외교부 차관이 참석하였다.",
            ["KOR", "MYS", "THA", "VNM"],
        ),
        (
            "a list under a heading",
            "제28차 한-아세안 대화",
            "참석국\n- 브루나이·캄보디아·인도네시아\n- 동티모르(옵서버)\n- 아세안사무국",
            ["KOR", "BRN", "KHM", "IDN", "TLS", "ASEC"],
        ),
        (
            "a table",
            "제28차 한-아세안 대화",
            "국가 | 대표\n브루나이 | 외교부 차관\n라오스 | 외교부 차관\n태국 | 외교부 차관보\n",
            ["KOR", "BRN", "LAO", "THA"],
        ),
        (
            "near miss: trade with the ten",
            "제28차 한-아세안 대화",
            "양측은 아세안 10개국과의 교역이 늘어난 것을 평가하였다.",
            ["ASEAN", "KOR"],
        ),
        (
            "near miss: a group talked about",
            "제28차 한-아세안 대화",
            "양측은 메콩 5개국과의 협력도 논의하였다.",
            ["ASEAN", "KOR"],
        ),
        (
            "near miss: another meeting last year",
            "제28차 한-아세안 대화",
            "양측은 지난해 EAS에 18개 참가국 정상이 모두 참석한 것을 평가하였다.",
            ["ASEAN", "KOR"],
        ),
        (
            "near miss: where an event was",
            "제28차 한-아세안 대화",
            "태국, 베트남, 필리핀에서 열린 행사에는 청년 200명이 참가하였다.",
            ["ASEAN", "KOR"],
        ),
        (
            "eighteen, in English",
            "18th East Asia Summit",
            "Leaders of the 18 EAS participating countries attended.",
            [*TEN, *PLUS_EIGHT],
        ),
        (
            "near miss: last year's, in English",
            "18th East Asia Summit",
            "Last year all 18 EAS participating countries attended the summit.",
            ["KOR"],
        ),
        (
            "the Plus Three countries",
            "24th ASEAN Plus Three Foreign Ministers' Meeting",
            "It was attended by the Foreign Ministers of ASEAN Member States and the Plus Three countries.",
            [*TEN, *PLUS_THREE],
        ),
        (
            "all participants of a forum",
            "30th ASEAN Regional Forum",
            "All 27 ARF participants attended.",
            ARF,
        ),
        (
            "ten except one, and eight",
            "10th ASEAN Defence Ministers' Meeting-Plus",
            "It was attended by the ministers of the ten ASEAN countries except Myanmar and the eight Plus countries.",
            [*NINE, *PLUS_EIGHT],
        ),
        (
            "ASEAN and its partners",
            "10th ASEAN Defence Ministers' Meeting-Plus",
            "ASEAN and its eight dialogue partners attended.",
            ["ASEAN", *PLUS_EIGHT],
        ),
        (
            "near miss: subjects, in English",
            "13th EAS Foreign Ministers' Meeting",
            "Ministers discussed Ukraine, Russia, China and Japan at the meeting, which was attended by the Minister.",
            ["KOR"],
        ),
    ],
)
def test_groups_told_by_name_or_number(
    case: str, meeting: str, sentence: str, delegations: list[str]
) -> None:
    if meeting[0].isdigit():
        text = f"{meeting}\n\nThe {meeting} was held on 4 April 2024 in Jakarta. {sentence}"
    else:
        text = f"{meeting} 개최\n\n{meeting}가 4.4.(목) 자카르타에서 개최되었다.\n\n{sentence}"
    assert sorted(record(text, issuer="MOFA-KR")["delegations"]) == sorted(delegations), case


EN_DIALOGUE = "28th ASEAN-ROK Dialogue"
KO_DIALOGUE = "제28차 한-아세안 대화"


@pytest.mark.parametrize(
    ("case", "meeting", "sentence", "delegations"),
    [
        ("every member", EN_DIALOGUE, "Delegates from every ASEAN Member State were present.", ["KOR", *TEN]),
        (
            "two of ten stayed away",
            EN_DIALOGUE,
            "Nine of the ten Member States were represented; Myanmar sent no one.",
            ["KOR", *NINE],
        ),
        ("all but one", EN_DIALOGUE, "All ten members but Myanmar took part.", ["KOR", *NINE]),
        (
            "as did an observer",
            EN_DIALOGUE,
            "Senior officials from Indonesia, Malaysia and Thailand attended, as did one from Timor-Leste.",
            ["IDN", "KOR", "MYS", "THA", "TLS"],
        ),
        ("eleven", EN_DIALOGUE, "The eleven Member States were all present.", ["KOR", "TLS", *TEN]),
        (
            "near miss: who joined the bloc",
            EN_DIALOGUE,
            "Viet Nam joined ASEAN in 1995, and Cambodia in 1999.",
            ["ASEAN", "KOR"],
        ),
        (
            "near miss: thanks for another occasion",
            EN_DIALOGUE,
            "Korea thanked Thailand, Viet Nam and Indonesia for attending the festival last year.",
            ["ASEAN", "KOR"],
        ),
        (
            "subjects, and one who was represented",
            "19th East Asia Summit",
            "Leaders of Japan and India were in attendance, while Russia was represented by its Foreign Minister.",
            ["IND", "JPN", "KOR", "RUS"],
        ),
        (
            "guests of the chair",
            "19th East Asia Summit",
            "The President of the European Council and the Prime Minister of Canada were guests of the Chair.",
            ["CAN", "EU", "KOR"],
        ),
        (
            "the verb first",
            "10th ASEAN Defence Ministers' Meeting-Plus",
            "Also at the table were the ministers of Australia, India and Japan.",
            ["AUS", "IND", "JPN", "KOR"],
        ),
        (
            "in the margins",
            "10th ASEAN Defence Ministers' Meeting-Plus",
            "He met separately with his counterparts from the Philippines and Singapore.",
            ["KOR", "PHL", "SGP"],
        ),
        (
            "the rest",
            KO_DIALOGUE,
            "미얀마가 빠진 가운데 나머지 9개 회원국이 모두 대표를 보냈다.",
            ["KOR", *NINE],
        ),
        (
            "an official instead",
            KO_DIALOGUE,
            "아세안 9개 회원국에서 차관급이 왔고, 미얀마에서는 외교부 국장이 대신 참석하였다.",
            ["KOR", *TEN],
        ),
        (
            "not invited",
            KO_DIALOGUE,
            "미얀마 군부는 이번에도 초청받지 못했다. 회의에는 아홉 개 회원국이 참석했다.",
            ["KOR", *NINE],
        ),
        (
            "two that sent nobody",
            KO_DIALOGUE,
            "옵서버석에는 중국과 러시아 대표단이 앉았고, 호주와 캐나다는 사람을 보내지 않았다.",
            ["ASEAN", "CHN", "KOR", "RUS"],
        ),
        (
            "near miss: a quarrel talked about",
            KO_DIALOGUE,
            "참석자들은 태국과 캄보디아의 국경 분쟁에 우려를 나타냈다.",
            ["ASEAN", "KOR"],
        ),
        (
            "ministers in the place of leaders",
            "제19차 동아시아정상회의(EAS)",
            "미국에서는 국무장관이, 러시아에서는 외교장관이 정상을 대신해 나왔다.",
            ["KOR", "RUS", "USA"],
        ),
        (
            "the other members beside one told apart",
            "36th ASEAN-ROK Dialogue",
            "Malaysia's deputy minister and senior officials of the other ASEAN countries were at the table.",
            ["BRN", "IDN", "KHM", "KOR", "LAO", "MMR", "MYS", "PHL", "SGP", "THA", "VNM"],
        ),
        (
            "near miss: other work of ASEAN",
            "36th ASEAN-ROK Dialogue",
            "Officials of the centre attended; other ASEAN centres are to follow.",
            ["ASEAN", "KOR"],
        ),
        (
            "under a sentence that announces a list",
            "제26차 아세안+3 고위관리회의",
            "참석자는 다음과 같다.\n가. 아세안 : 브루나이, 라오스, 태국\n나. +3 : 한국, 중국, 일본",
            ["BRN", "CHN", "JPN", "KOR", "LAO", "THA"],
        ),
    ],
)
def test_who_sat_at_the_table(case: str, meeting: str, sentence: str, delegations: list[str]) -> None:
    if meeting.isascii():
        text = f"{meeting}\n\nThe {meeting} was held on 4 April 2024 in Jakarta. {sentence}"
    else:
        text = f"{meeting} 개최\n\n{meeting}가 4.4.(목) 자카르타에서 개최되었다.\n\n{sentence}"
    assert sorted(record(text, issuer="MOFA-KR")["delegations"]) == sorted(delegations), case


@pytest.mark.parametrize(
    "name", ["한·미·일 3국 외교장관회의", "한미일 외교장관회의", "한·미·일 3개국 외교장관회의"]
)
def test_three_countries_counted_in_the_name_of_the_meeting(name: str) -> None:
    text = f"{name} 개최\n\n{name}가 4.4.(목) 자카르타에서 개최되었다."
    assert sorted(record(text, issuer="MOFA-KR")["delegations"]) == ["JPN", "KOR", "USA"]
