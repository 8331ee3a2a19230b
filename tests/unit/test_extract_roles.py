"""Chair of ASEAN and country coordinators, now and next."""

from __future__ import annotations

import pytest

from tests.unit.extract_factory import record

Role = tuple[str, str, str | None, int | None]
HEAD = "제28차 한-아세안 대화 개최\n\n한-아세안 대화가 4.4.(목) 서울에서 개최되었다. "


@pytest.mark.parametrize(
    ("case", "text", "expected"),
    [
        (
            "this year's chair",
            HEAD + "올해 아세안 의장국인 라오스는 지지를 표하였다.",
            [("LAO", "asean-chair", None, 2024)],
        ),
        ("chair of another group", HEAD + "올해 G20 의장국인 브라질과 협력하기로 하였다.", []),
        ("a chair without a holder", HEAD + "의장국의 노력을 평가하였다.", []),
        (
            "the next chair",
            HEAD + "말레이시아가 내년 아세안 의장국을 맡는 만큼 협력을 당부하였다.",
            [("MYS", "next-asean-chair", None, 2025)],
        ),
        (
            "coordinators in brackets",
            HEAD + "베트남(한-아세안간 현 대화조정국), 태국(차기 대화조정국)과 논의하였다.",
            [("VNM", "dialogue-coordinator", "KOR", None), ("THA", "next-dialogue-coordinator", "KOR", None)],
        ),
        (
            "chairmanship with a year",
            "Joint statement\n\nThe leaders welcome Lao PDR's assumption of the ASEAN Chair in 2024.",
            [("LAO", "asean-chair", None, 2024)],
        ),
        (
            "coordinator for a partner",
            "28th ASEAN-ROK Dialogue\n\nViet Nam, as the country coordinator for ASEAN-ROK relations, co-chaired the "
            "28th ASEAN-ROK Dialogue today.",
            [("VNM", "dialogue-coordinator", "KOR", None)],
        ),
        (
            "a chair of a working group",
            "Note\n\nViet Nam chaired the working group on fisheries.",
            [],
        ),
    ],
)
def test_roles(case: str, text: str, expected: list[Role]) -> None:
    found = record(text, issuer="MOFA-KR")["country_roles"]
    assert [(r["country"], r["role"], r["partner"], r["year"]) for r in found] == expected, case
