"""Named initiatives, and capitals that name none."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.extract_factory import record


def initiatives(found: dict[str, Any]) -> list[tuple[str | None, str | None, str | None, str | None]]:
    return [(i["name"], i["name_ko"], i["acronym"], i["lead"]) for i in found["initiatives"]]


ROWS = [
    ("a known one, by its acronym too", "우리 정부의 한-아세안 연대구상(KASI)을 설명하였다. KASI는 계속된다.",
     [("Korea-ASEAN Solidarity Initiative", "한-아세안 연대구상", "KASI", "KOR")]),
    ("a known one whose lead is told", "한-아세안 메탄행동 파트너십: 글로벌녹색성장기구(GGGI)가 주관하여 시행한다.",
     [("Partnership for ASEAN-ROK Methane Action", "한-아세안 메탄행동 파트너십", "PARMA", "GGGI")]),
    ("one with a country's name", "They launched the U.S.-ASEAN Coral Reef Initiative today.",
     [("U.S.-ASEAN Coral Reef Initiative", None, None, None)]),
    ("one with its acronym", "They welcomed the Sustainable Ports Network (SPN) as well.",
     [("Sustainable Ports Network", None, "SPN", None)]),
    ("the head word in the middle", "They praised the Quad Partnership for Island Weather and Tides.",
     [("Quad Partnership for Island Weather and Tides", None, None, None)]),
    ("in Korean quotation marks", "양측은 ‘한-태국 녹색항로 이니셔티브’를 출범시켰다.",
     [(None, "한-태국 녹색항로 이니셔티브", None, None)]),
    ("a level of partnership", "They spoke of the U.S.-ASEAN Comprehensive Strategic Partnership.", []),
    ("two sides and nothing more", "They strengthened the U.S.-Philippines Partnership.", []),
    ("small letters", "They welcomed new initiatives and a partnership for growth.", []),
    ("a thought, not a plan", "그는 협력을 ‘새롭게 구상하고’ 있다고 하였다.", []),
]  # fmt: skip


@pytest.mark.parametrize(("comment", "text", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_initiatives(comment: str, text: str, expected: list[tuple[str | None, ...]]) -> None:
    assert initiatives(record(f"□ {text}")) == expected
