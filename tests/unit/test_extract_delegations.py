"""Who took part: all members or those named, observers, absences, numbers of people."""

from __future__ import annotations

import pytest

from tests.unit.extract_factory import record

TEN = ["BRN", "IDN", "KHM", "LAO", "MMR", "MYS", "PHL", "SGP", "THA", "VNM"]
NINE = [code for code in TEN if code != "MMR"]
KO_HEAD = "제28차 한-아세안 대화 개최\n\n한-아세안 대화가 4.4.(목) 서울에서 개최되었다.\n\n"
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
            KO_HEAD
            + "※ 아세안측 참석자 : 아세안 10개 회원국 및 동티모르 고위급 대표, 아세안사무국 사무차장 등 약 40명",
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
