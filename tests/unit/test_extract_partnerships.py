"""Partnership claims: what counts as a step, between whom, since when, and what the record says of it."""

from __future__ import annotations

import csv
from typing import Any

import pytest

from loaders.extract.lexicon import REFERENCE, load_lexicon
from tests.unit.extract_factory import record


def claims(found: dict[str, Any]) -> list[tuple[str, str, str, str | None]]:
    """(parties, level, status, date or implied year) of each claim; what is still to come is dated by the release."""
    return [
        ("-".join(e["parties"]), e["level"], e["status"], e["implies"] or e["date"])
        for e in found["partnership_events"]
    ]


CLAIMS = [
    ("raised, with the year", "In 2021, ASEAN and Australia elevated their relations to a "
     "Comprehensive Strategic Partnership.",
     [("ASEAN-AUS", "csp", "established", "2021")]),
    ("a bare mention", "They noted projects under the ASEAN-Australia Comprehensive Strategic Partnership.", []),
    ("agreed to raise", "The two sides agreed to elevate Japan-Malaysia relations to a Strategic Partnership.",
     [("JPN-MYS", "strategic", "agreed-in-principle", "2024-04-04")]),
    ("wished for", "Canada expressed its hope to establish a strategic partnership with ASEAN.",
     [("ASEAN-CAN", "strategic", "proposed", "2024-04-04")]),
    ("on the way", "Both sides are working towards establishing a Comprehensive Strategic "
     "Partnership between ASEAN and New Zealand.",
     [("ASEAN-NZL", "csp", "in-progress", "2024-04-04")]),
    ("reaffirmed", "The leaders reaffirmed the Singapore-Japan strategic partnership.",
     [("JPN-SGP", "strategic", "reaffirmed", "2024-04-04")]),
    ("an anniversary and the year it implies", "They marked the 50th anniversary of ASEAN-Japan "
     "dialogue relations in 2023.",
     [("ASEAN-JPN", "dialogue", "established", "1973")]),
    ("an anniversary of something else", "They marked the 57th anniversary of ASEAN.", []),
    ("years since", "In the eight years since establishing the U.S.-Indonesia Strategic Partnership, much was done.",
     [("IDN-USA", "strategic", "established", "2016")]),
    ("a date beside another level dates that level only",
     "The leaders agreed to elevate Australia-Vietnam relations to a Comprehensive Strategic "
     "Partnership, building on the "
     "Strategic Partnership established in 2018.",
     [("AUS-VNM", "csp", "agreed-in-principle", "2024-04-04"), ("AUS-VNM", "strategic", "established", "2018")]),
    ("years before partners", "아세안과의 포괄적 전략 동반자 관계(CSP) (2021년 : 중국, 2022년 : 미국, 호주)",
     [("ASEAN-CHN", "csp", "established", "2021"), ("ASEAN-USA", "csp", "established", "2022"),
      ("ASEAN-AUS", "csp", "established", "2022")]),
    ("years behind partners", "아세안은 중국·호주(2021년), 일본(2023년)과 CSP를 맺었다.",
     [("ASEAN-CHN", "csp", "established", "2021"), ("ASEAN-AUS", "csp", "established", "2021"),
      ("ASEAN-JPN", "csp", "established", "2023")]),
    ("Korean, on the way", "올해 10월 정상회의를 계기로 한-아세안 CSP 수립을 추진 중이다.",
     [("ASEAN-KOR", "csp", "in-progress", "2024-10")]),
    ("Korean, agreed", "한-라오스 관계를 포괄적 동반자 관계로 격상하기로 하였다.",
     [("KOR-LAO", "other", "agreed-in-principle", "2024-04-04")]),
    ("Korean, past, each with its own year", "한국은 인도네시아와 2017년 특별 전략적 동반자 관계를, "
     "태국과 2012년 전략적 동반자 관계를 맺었다.",
     [("IDN-KOR", "strategic", "established", "2017"), ("KOR-THA", "strategic", "established", "2012")]),
    ("Korean anniversary", "올해 한-아세안 대화관계 수립 35주년을 맞아 협력을 점검하였다.",
     [("ASEAN-KOR", "dialogue", "established", "1989")]),
    ("next year's anniversary", "내년이면 10년을 맞는 한·태국 전략적 동반자 관계를 평가하였다.",
     [("KOR-THA", "strategic", "established", "2015")]),
    ("Korean bare mention", "한-베트남 포괄적 전략 동반자 관계에 걸맞은 협력을 논의하였다.", []),
    ("partners are no step", "아세안 대화상대국들과 협력하고 있다.", []),
    ("since a year", "Japan and Thailand have been Strategic Partners since 2012.",
     [("JPN-THA", "strategic", "established", "2012")]),
    ("each with the date of its own clause", "The meeting recalled that Chile became the first Dialogue "
     "Partner of ASEAN "
     "in 1974, that the ASEAN-Chile Strategic Partnership was launched in 2014 and that the ASEAN-Chile Comprehensive "
     "Strategic Partnership was established in 2022.",
     [("ASEAN-CHL", "dialogue", "established", "1974"), ("ASEAN-CHL", "strategic", "established", "2014"),
      ("ASEAN-CHL", "csp", "established", "2022")]),
    ("what is elevated is not what is reached", "Chile spoke of its desire to elevate the dialogue "
     "relations with ASEAN to a strategic level.",
     [("ASEAN-CHL", "strategic", "proposed", "2024-04-04")]),
    ("announced, in a title", "Chile, Thailand closer\n\nOn March 7 Chile and Thailand put out a text "
     "on the elevation of their ties to a comprehensive strategic partnership.",
     [("CHL-THA", "csp", "established", "2024-03-07")]),
    ("announced long ago", "The Chile-Thailand Comprehensive Partnership, announced in 2009, has served both.",
     [("CHL-THA", "other", "established", "2009")]),
    ("an intention", "Chile and Thailand today made known their intention to elevate ties to a "
     "Comprehensive Strategic Partnership.",
     [("CHL-THA", "csp", "proposed", "2024-04-04")]),
    ("an anniversary of a country's accession", "This year marks the 20th anniversary of China's joining the Treaty "
     "that China and Laos hold dear.", []),
    ("years of relations", "The two sides looked back on 30 years of ASEAN-Chile Dialogue Relations.",
     [("ASEAN-CHL", "dialogue", "established", "1994")]),
    ("years since, the year said", "Chile and Thailand came closer over the 30 years since the establishment of "
     "diplomatic relations in 1992.",
     [("CHL-THA", "other", "established", "1992")]),
    ("an anniversary, no new step", "This year marks the 35th anniversary of the establishment of the "
     "dialogue partnership "
     "between ASEAN and Chile.",
     [("ASEAN-CHL", "dialogue", "established", "1989")]),
    ("Korean, a counted list", "아세안은 이미 2개국(호주, 중국)과 CSP를 수립하였다.",
     [("ASEAN-AUS", "csp", "established", None), ("ASEAN-CHN", "csp", "established", None)]),
    ("Korean, proclaimed", "한국과 아세안은 3일 포괄적 전략 동반자 관계 수립을 선포했다.",
     [("ASEAN-KOR", "csp", "established", "2024-04-03")]),
    ("Korean, built on last year's step", "외교부는 지난해 한-아세안 포괄적 전략 동반자 관계 수립을 "
     "바탕으로 협력을 추진하고 있다.",
     [("ASEAN-KOR", "csp", "established", "2023")]),
    ("Korean, of the two countries named before", "한-아세안 협력 회의\n\n응우옌 반 롱 베트남 차관과 만났다. "
     "롱 차관은 두 나라가 2022년 포괄적 전략 동반자 관계가 된 뒤로 가까워졌다고 하였다.",
     [("KOR-VNM", "csp", "established", "2022")]),
    ("Korean, the kind of partner", "포괄적 협력은 아세안이 대화상대국과 맺는 관계이다.", []),
    ("a status granted", "Chile's Dialogue Partner status, granted in May 2015, opened many doors to ASEAN.",
     [("ASEAN-CHL", "dialogue", "established", "2015-05")]),
    ("a status sought", "Chile applied to ASEAN and seeks full Dialogue Partner status.",
     [("ASEAN-CHL", "dialogue", "proposed", "2024-04-04")]),
    ("a status used", "Chile makes good use of its Dialogue Partner status with ASEAN.", []),
    ("years beside nouns", "Chile went from Dialogue Partner in 1996 to Strategic Partner of ASEAN in 2012.",
     [("ASEAN-CHL", "dialogue", "established", "1996"), ("ASEAN-CHL", "strategic", "established", "2012")]),
    ("moved to a level", "Chile and Thailand moved to a Strategic Partnership in 2015.",
     [("CHL-THA", "strategic", "established", "2015")]),
    ("advanced within a level", "Chile and Thailand advanced the Strategic Partnership on many fronts in 2015.", []),
    ("welcomed as a partner", "ASEAN welcomed Chile as a Development Partner in 2019.",
     [("ASEAN-CHL", "development", "established", "2019")]),
    ("a partner's work welcomed", "ASEAN welcomed the work of Chile under the Development Partnership.", []),
    ("one with several", "ASEAN elevated its relations with Chile and Peru to Strategic Partnerships in 2021.",
     [("ASEAN-CHL", "strategic", "established", "2021"), ("ASEAN-PER", "strategic", "established", "2021")]),
    ("several, each in its year", "Thailand has Strategic Partnerships with Chile since 2012, and with Brazil "
     "and Canada since 2019.",
     [("CHL-THA", "strategic", "established", "2012"), ("BRA-THA", "strategic", "established", "2019"),
      ("CAN-THA", "strategic", "established", "2019")]),
    ("a list of who is no ASEAN", "Thailand has Strategic Partnerships with Chile (2012) and Brazil (2019).",
     [("CHL-THA", "strategic", "established", "2012"), ("BRA-THA", "strategic", "established", "2019")]),
    ("decades", "They looked back on five decades of ASEAN-Chile dialogue relations.",
     [("ASEAN-CHL", "dialogue", "established", "1974")]),
    ("decades, not counted out", "They looked back on over five decades of ASEAN-Chile dialogue relations.", []),
    ("the tenth year", "2024 is the tenth year of the Strategic Partnership between Chile and Thailand.",
     [("CHL-THA", "strategic", "established", "2014")]),
    ("relations with ASEAN are dialogue relations", "It was the 30th anniversary of ASEAN-Chile relations.",
     [("ASEAN-CHL", "dialogue", "established", "1994")]),
    ("where a partner lies is no party", "Korea meets Thailand\n\nKorea called Thailand, with which it formed a "
     "strategic partnership in 2012, a core partner in ASEAN.",
     [("KOR-THA", "strategic", "established", "2012")]),
    ("deepened, by a plan of action", "ASEAN and Chile adopted the Plan of Action (2021-2025) to deepen the "
     "Strategic Partnership.", []),
    ("Korean, since a year", "튀르키예는 2017년부터 아세안의 부분대화상대국이다.",
     [("ASEAN-TUR", "sectoral-dialogue", "established", "2017")]),
    ("Korean, several before their level", "아세안은 2021년 중국, 호주와, 2022년 미국, 인도와 CSP를 수립한 바 있다.",
     [("ASEAN-AUS", "csp", "established", "2021"), ("ASEAN-CHN", "csp", "established", "2021"),
      ("ASEAN-IND", "csp", "established", "2022"), ("ASEAN-USA", "csp", "established", "2022")]),
    ("Korean, each in its year", "중국과 호주는 2021년, 일본은 2023년 각각 아세안과 CSP를 수립하였다.",
     [("ASEAN-AUS", "csp", "established", "2021"), ("ASEAN-CHN", "csp", "established", "2021"),
      ("ASEAN-JPN", "csp", "established", "2023")]),
    ("Korean, some not named", "아세안이 대화상대국 중 5개국과 CSP를 맺었다고 하였다.", []),
    ("Korean, deepened", "한-태국 전략적 동반자 관계를 더욱 심화·발전시켜 나갈 방안을 논의하였다.", []),
    ("a level referred back to",
     "In 2012 Chile became a strategic partner of Thailand. Peru and Thailand took the same step in 2015.",
     [("CHL-THA", "strategic", "established", "2012"), ("PER-THA", "strategic", "established", "2015")]),
    ("capitals that act", "Santiago and Bangkok lifted their ties to a strategic partnership in 2012.",
     [("CHL-THA", "strategic", "established", "2012")]),
    ("a capital where something happens",
     "Chile and Thailand lifted their ties to a strategic partnership in Hanoi in 2012.",
     [("CHL-THA", "strategic", "established", "2012")]),
    ("dates in the order of partners",
     "Chile and Peru were conferred the status of Development Partner of ASEAN in 2019 "
     "and 2021 respectively.",
     [("ASEAN-CHL", "development", "established", "2019"), ("ASEAN-PER", "development", "established", "2021")]),
    ("both in one year", "Thailand has Strategic Partnerships with Chile and Peru (both 2019) and with Brazil (2021).",
     [("CHL-THA", "strategic", "established", "2019"), ("PER-THA", "strategic", "established", "2019"),
      ("BRA-THA", "strategic", "established", "2021")]),
    ("counted from another date", "Chile and Thailand formed a comprehensive strategic partnership in 2022, ten years "
     "after the strategic partnership was signed.",
     [("CHL-THA", "csp", "established", "2022"), ("CHL-THA", "strategic", "established", "2012")]),
    ("an age", "The Comprehensive Partnership between Chile and Thailand turned five in March.",
     [("CHL-THA", "other", "established", "2019")]),
    ("for so many years", "Chile and Thailand have been strategic partners for twelve years.",
     [("CHL-THA", "strategic", "established", "2012")]),
    ("whose partner", "Chile spoke of ASEAN, whose development partner it became, and Peru of ASEAN, whose development "
     "partner Peru became in 2021.", [("ASEAN-PER", "development", "established", "2021")]),
    ("a month of last year", "Chile and Thailand established a strategic partnership last September.",
     [("CHL-THA", "strategic", "established", "2023-09")]),
    ("agreed before it was taken",
     "Chile and Thailand launched their strategic partnership in 2023, as agreed in May 2022.",
     [("CHL-THA", "strategic", "established", "2023"), ("CHL-THA", "strategic", "agreed-in-principle", "2022-05")]),
    ("a declaration still being drafted",
     "Officials are drafting the joint statement on the Strategic Partnership between "
     "Chile and Thailand.", [("CHL-THA", "strategic", "in-progress", "2024-04-04")]),
    ("not discussed", "Chile and Thailand did not discuss a strategic partnership.", []),
    ("the name of a fund", "The Chile-Thailand Strategic Partnership Fund was established in 2012.", []),
    ("a planned year", "Chile has made a proposal for a strategic partnership with Thailand, to be launched in 2026.",
     [("CHL-THA", "strategic", "proposed", "2026")]),
    ("on track", "Chile and Thailand hope to become strategic partners.",
     [("CHL-THA", "strategic", "proposed", "2024-04-04")]),
    ("a timeline",
     "Chile and Thailand\n\nThe road so far\n\n2009: Comprehensive Partnership\n2012: Strategic Partnership",
     [("CHL-THA", "other", "established", "2009"), ("CHL-THA", "strategic", "established", "2012")]),
    ("Korean, lines of partners", "아세안의 포괄적 전략 동반자\n - 호주 : 2021년 10월\n - 인도 : 2022년 11월",
     [("ASEAN-AUS", "csp", "established", "2021-10"), ("ASEAN-IND", "csp", "established", "2022-11")]),
    ("Korean, dates before each, with months",
     "베트남은 지난해 칠레, 페루와, 올해 3월 호주와 전략적 동반자 관계를 맺었다.",
     [("CHL-VNM", "strategic", "established", "2023"), ("PER-VNM", "strategic", "established", "2023"),
      ("AUS-VNM", "strategic", "established", "2024-03")]),
    ("Korean, the same rank", "칠레는 2012년 태국과 전략적 동반자가 됐다. 페루도 2015년 태국과 같은 관계를 맺었다.",
     [("CHL-THA", "strategic", "established", "2012"), ("PER-THA", "strategic", "established", "2015")]),
    ("Korean, of who is spoken of", "태국은 이웃을 늘리고 있다. 칠레와는 2012년 전략적 동반자가 됐다.",
     [("CHL-THA", "strategic", "established", "2012")]),
    ("Korean, years in words", "한국이 아세안과 전략적 동반자가 된 지 올해로 열두 해가 되었다.",
     [("ASEAN-KOR", "strategic", "established", "2012")]),
    ("Korean, years later", "인도는 2012년 아세안과 전략적 동반자가 된 데 이어 10년 뒤 포괄적 전략 동반자로 올라섰다.",
     [("ASEAN-IND", "strategic", "established", "2012"), ("ASEAN-IND", "csp", "established", "2022")]),
    ("Korean, months ago", "칠레와 태국은 석 달 전 전략적 동반자 관계를 세웠다.",
     [("CHL-THA", "strategic", "established", "2024-01")]),
    ("Korean, what is raised is not what is reached",
     "칠레와 태국은 전략적 동반자 관계를 지난해 포괄적 전략 동반자 관계로 "
     "끌어올렸다.", [("CHL-THA", "csp", "established", "2023")]),
    ("Korean, agreed and proclaimed in one",
     "칠레와 태국은 3일 양국 관계를 전략적 동반자로 격상하기로 결정하고 이를 공식 선포하였다.",
     [("CHL-THA", "strategic", "established", "2024-04-03")]),
    ("Korean, suggested", "칠레는 태국에 관계를 내년에 전략적 동반자로 높이자고 제안했다.",
     [("CHL-THA", "strategic", "proposed", "2025")]),
    ("Korean, ASEAN never with a member", "아세안 회원국끼리 전략적 동반자가 된 것은 태국과 베트남이 2013년 처음이다.",
     [("THA-VNM", "strategic", "established", "2013")]),
    ("Korean, denied", "칠레와 태국은 전략적 동반자 관계로의 격상을 논의하지 않았다.", []),
    ("Korean, a treaty of that name", "칠레와 태국은 지난달 '포괄적 전략 동반자 조약'을 체결했다.", []),
    ("Korean, a trade agreement raised", "한-아세안 자유무역협정을 격상하기로 합의하였다.", []),
]  # fmt: skip


@pytest.mark.parametrize(("comment", "text", "expected"), CLAIMS, ids=[row[0] for row in CLAIMS])
def test_claims(comment: str, text: str, expected: list[tuple[str, str, str, str | None]]) -> None:
    assert sorted(claims(record(f"□ {text}")), key=str) == sorted(expected, key=str)


RECORD = [
    ("as recorded", "(2021년 : 중국이 수립)", True, "2021-11-22"),
    ("a year off", "(2021년 : 인도가 수립)", False, "2022-11-12"),
    ("no such step on record", "(2021년 : 파키스탄이 수립)", None, None),
]


@pytest.mark.parametrize(("comment", "listed", "agrees", "official"), RECORD, ids=[row[0] for row in RECORD])
def test_held_against_the_record(
    comment: str, listed: str, agrees: bool | None, official: str | None
) -> None:
    (event,) = record(f"□ 아세안과의 포괄적 전략 동반자 관계(CSP) {listed}")["partnership_events"]
    assert (event["agrees"], event["record"]) == (agrees, official)


def test_said_twice_is_one_claim() -> None:
    found = record(
        "제28차 한-아세안 대화\n\n□ 10월 한-아세안 정상회의에서 CSP 수립을 추진중이다.\n\n□ 라오스는 "
        "한-아세안 CSP 수립을 지지하였다."
    )
    assert claims(found) == [("ASEAN-KOR", "csp", "in-progress", "2024-10")]
    assert len([e for e in found["evidence"] if e["fact"] == "partnership_events[0]"]) == 2


def test_every_word_of_the_vocabulary_is_found() -> None:
    lexicon = load_lexicon()
    with (REFERENCE / "partnership_words.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    lost = [
        (row["code"], row["word"])
        for row in rows
        if row["code"] not in {found.code for found in lexicon.scan(row["word"])["partnership"]}
    ]
    assert lost == []
    assert len({(row["language"], row["word"].lower()) for row in rows}) == len(rows)
