"""Which meeting a release is about, and which others it reports or announces."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.extract_factory import record

Expected = tuple[str | None, int | None, str | None]


def principal(found: dict[str, Any]) -> Expected:
    meeting = found["meeting"] or {}
    return meeting.get("series"), meeting.get("ordinal"), meeting.get("start")


KOREAN = [
    (
        "title and body agree",
        "제28차 한-아세안 대화 개최(4.4.)\n\n"
        "  한국과 아세안의 연례 회의인 「한-아세안 대화」가 4.4.(목) 서울에서 개최되었다.",
        ("asean-rok-dialogue", 28, "2024-04-04"),
    ),
    (
        "dialogue relations are no dialogue",
        "한-아세안 대화관계 35주년 기념 우표 발행\n\n  한-아세안 대화관계 수립을 기념하는 우표가 4.4.(목) 나왔다.",
        (None, None, None),
    ),
    (
        "numbered consultation",
        "제9차 한-말레이시아 정책협의회 개최\n\n홍길동 차관은 4월 3일 오전 푸트라자야에서 양국 협력을 논의하였다.",
        ("bilateral-dialogue", 9, "2024-04-03"),
    ),
    (
        "short names of countries",
        "한-인니 외교장관 통화(4.2.)\n\n□ 홍길동 외교부 장관은 4.2.(화) 인도네시아 외교부 장관과 통화하였다.",
        ("bilateral-call", None, "2024-04-02"),
    ),
    (
        "three countries make no bilateral",
        "한미일 외교장관회의 개최\n\n홍길동 장관은 4.3.(수) 뉴욕에서 한미일 외교장관회의를 가졌다.",
        ("other", None, "2024-04-03"),
    ),
    (
        "the occasion is not the meeting",
        "유엔총회 계기 한-필리핀 외교장관회담 개최\n\n"
        "홍길동 장관은 4.1.(월) 뉴욕에서 필리핀 외교장관과 회담하였다.",
        ("bilateral-fmm", None, "2024-04-01"),
    ),
    (
        "the first talks number no series",
        "한-태국 외교장관회담 개최\n\n"
        "홍길동 장관은 4.3.(수) 태국 외교장관과 취임 후 첫 외교장관회담을 가졌다.",
        ("bilateral-fmm", None, "2024-04-03"),
    ),
    (
        "the issuer's side goes without saying",
        "홍길동 장관, 라오스 부총리 겸 외교장관 접견\n\n"
        "홍길동 외교부 장관은 4.3.(수) 방한 중인 라오스 외교장관을 접견하였다.",
        ("bilateral-fmm", None, "2024-04-03"),
    ),
    (
        "several frameworks before one noun",
        "홍길동 차관보, 아세안+3·동아시아정상회의 고위관리회의 참석\n\n"
        "홍길동 차관보는 4.2.(화) 비엔티안 회의에 참석하였다.",
        ("asean-plus-three-som", None, "2024-04-02"),
    ),
    (
        "a missile is no meeting, whoever met before",
        "외교부 대변인 성명\n\n북한이 오늘 탄도미사일을 쏘았다. 지난 1일 한미일 정상이 함께 대응하기로 하였다.",
        (None, None, None),
    ),
    (
        "currency is no call",
        "한-인도네시아 통화스와프 연장\n\n정부는 4.3.(수) 인도네시아와 통화스와프를 연장하였다.",
        (None, None, None),
    ),
    (
        "the day of departure is not the day of the meeting",
        "제19차 한-아세안 경제장관회의 참석\n\n"
        "홍길동 본부장은 제19차 한-아세안 경제장관회의 참석차 오늘 출국한다. 회의는 4.6.(토) 열린다.",
        ("asean-rok-economic", 19, "2024-04-06"),
    ),
    (
        "the year before met on screen",
        "2024 한-아세안 국방차관회의 개최\n\n"
        "홍길동 차관은 4월 2일(화) 서울에서 회의를 주재하였다.\n\n작년에는 화상으로 열렸다.",
        ("asean-rok-defence", None, "2024-04-02"),
    ),
    (
        "a title that names no meeting leaves it to the first sentence",
        "한-필리핀, 전략적 동반자 됐다\n\n"
        "홍길동 대통령은 4월 3일 마닐라에서 필리핀 대통령과 정상회담을 하고 공동선언을 냈다.",
        ("bilateral-summit", None, "2024-04-03"),
    ),
    (
        "lines of the site are no title",
        "최근소식\n\n제7차 한-영국 외교장관 전략대화(3.28) 개최\n\n출처\n\n외교부\n\n"
        "홍길동 장관은 영국 외교장관과 제7차 외교장관 전략대화를 개최하여 협력을 논의하였다.",
        ("bilateral-fmm", 7, "2024-03-28"),
    ),
    (
        "a meeting last year is recalled",
        "한-태 상호방문의 해 행사 안내\n\n"
        "양국은 지난해 11월 한-태 정상회담에서 관광객을 늘리기로 하였다. 행사는 27일 공개되었다.",
        (None, None, None),
    ),
    (
        "what is prepared is not the meeting",
        "홍길동 장관, 아세안 사무총장과 면담\n\n"
        "홍길동 장관은 4.1.(월) 아세안 사무총장을 면담하고 제1차 한-메콩 정상회의의 성공적 개최를 논의하였다.",
        ("asean-rok-other", None, "2024-04-01"),
    ),
    (
        "an office is no ordinal",
        "홍길동 차관보, 싱가포르 외교부 제2차관과 화상회의\n\n"
        "홍길동 차관보는 4.1.(월) 싱가포르 외교부 제2차관과 화상회의를 하였다.",
        ("bilateral-vice-minister", None, "2024-04-01"),
    ),
    (
        "of a week of meetings the first with a day of its own",
        "홍길동 장관, 아세안 관련 외교장관회의 참석\n\n"
        "□ 홍길동 장관은 4.8.(월)-4.11.(목)간 열리는 아세안 관련 외교장관회의에 참석한다.\n\n"
        "※ 일정\n\n - 4.9.(화) 10:30-11:30 한-아세안 외교장관회의\n\n - 4.10.(수) 20:00-22:30 EAS 외교장관회의",
        ("asean-rok-pmc", None, "2024-04-09"),
    ),
    (
        "the country visited is no side where another is named",
        "홍길동 장관, 필리핀과 협력 논의\n\n"
        "미국을 방문 중인 홍길동 외교부 장관은 4.2.(화) 뉴욕에서 필리핀 외교장관과 만나 협력을 논의하였다.",
        ("bilateral-fmm", None, "2024-04-02"),
    ),
    (
        "one partner after another: the first",
        "홍길동 장관, 말레이시아·싱가포르 외교장관과 회담\n\n"
        "홍길동 외교부 장관은 2일 말레이시아 외교장관과 만났고, 3일에는 싱가포르 외교장관과 만났다.",
        ("bilateral-fmm", None, "2024-04-02"),
    ),
    (
        "a footnote mark within the name",
        "한-아세안 보건 협력 강화\n\n홍길동 장관은 4월 9일(화) 비엔티안에서 열리는 제2차 한-아세안* 보건장관회의 및 "
        "제10차 아세안+3 보건장관회의에 참석한다.",
        ("asean-rok-other", 2, "2024-04-09"),
    ),
    (
        "the day of the announcement is not the day of the visit",
        "외교장관, 라오스 간다\n\n"
        "외교부는 3일 홍길동 장관이 오는 25~28일 아세안 외교장관회의 참석을 위해 라오스를 찾는다고 밝혔다.",
        ("amm", None, "2024-04-25"),
    ),
]
ENGLISH = [
    (
        "ordinal, sides and day",
        "27th ASEAN-ROK Dialogue\n\nThe 27th ASEAN-Republic of Korea (ROK) Dialogue was held on 2 April "
        "2024 in Seoul.",
        ("asean-rok-dialogue", 27, "2024-04-02"),
    ),
    (
        "written out, the partner behind",
        "ASEAN and Canada meet\n\n"
        "The twenty-first ASEAN Post Ministerial Conference with Canada was held on 2 April 2024.",
        ("asean-canada-pmc", 21, "2024-04-02"),
    ),
    (
        "of two summits the first number",
        "Chairman's Statement of the 44th and 45th ASEAN Summits\n\nWe gathered in Vientiane on 2 April 2024.",
        ("asean-summit", 44, "2024-04-02"),
    ),
    (
        "an anniversary is no ordinal",
        "ASEAN-Japan Summit\n\nThe ASEAN-Japan Summit was held on 2 April 2024 to mark the 50th anniversary of ties.",
        ("asean-japan-summit", None, "2024-04-02"),
    ),
    (
        "ministerial alone is the foreign ministers'",
        "ASEAN-EU Ministerial Meeting\n\nThe 24th ASEAN-EU Ministerial Meeting was held on 2 April 2024.",
        ("asean-eu-pmc", 24, "2024-04-02"),
    ),
    (
        "with a subject it is not",
        "ASEAN-EU Transport Ministers' Meeting\n\n"
        "The 2nd ASEAN-EU Transport Ministers' Meeting was held on 2 April 2024.",
        ("asean-eu-other", 2, "2024-04-02"),
    ),
    (
        "economic ministers by their short form",
        "The 20th AEM-ROK Consultation\n\nThe 20th AEM-ROK Consultation was held on 2 April 2024 in Semarang.",
        ("asean-rok-economic", 20, "2024-04-02"),
    ),
    (
        "a readout, yesterday",
        "Readout of President Alder's Call with President Budi Hartono of Indonesia\n\n"
        "President Mark Alder spoke yesterday with President Budi Hartono of Indonesia.",
        ("bilateral-call", None, "2024-04-03"),
    ),
    (
        "three on a call make it other",
        "Readout of Tom Birch's Call with the Security Advisors of Japan and the Philippines\n\n"
        "National Security Advisor Tom Birch spoke today with his counterparts.",
        ("other", None, "2024-04-04"),
    ),
    (
        "offices that differ",
        "Readout of National Security Advisor Tom Birch's Meeting with Foreign Minister Dewi Sari of Indonesia\n\n"
        "National Security Advisor Tom Birch met today with Foreign Minister Dewi Sari of Indonesia.",
        ("bilateral-other", None, "2024-04-04"),
    ),
    (
        "a visit announced with talks",
        "Statement on the Visit of Prime Minister Lim of Singapore\n\n"
        "President Mark Alder will host Prime Minister Lim of Singapore at the White House on April 29, 2024.",
        ("bilateral-summit", None, "2024-04-29"),
    ),
    (
        "a trip to two countries is none",
        "Statement on the President's Travel to the Republic of Korea and Japan\n\n"
        "President Mark Alder will travel to the Republic of Korea and Japan from May 20-24 to meet his "
        "counterparts.",
        (None, None, None),
    ),
    (
        "condolences recall meetings",
        "Statement on the Passing of Former President Cruz of the Philippines\n\n"
        "President Mark Alder met him at the ASEAN-U.S. Summit and mourns his passing.",
        (None, None, None),
    ),
    (
        "site and caption above the report",
        "Japan-ASEAN Relations\n\nApril 3, 2024\n\n(Photo) The 24th ASEAN Plus Three Foreign Ministers' Meeting\n\n"
        "On April 2 the 24th ASEAN Plus Three Foreign Ministers' Meeting took place in Jakarta, Indonesia.",
        ("asean-plus-three-pmc", 24, "2024-04-02"),
    ),
    (
        "a caption alone reports nothing",
        "New exhibition opens\n\n(Photo) Visitors of the 24th ASEAN Plus Three Foreign Ministers' Meeting\n\n"
        "The museum of the city has opened an exhibition on diplomacy for the young.",
        (None, None, None),
    ),
    (
        "the first sentences name in full what the title calls a meeting",
        "Minister to attend special ASEAN-China meeting\n\n"
        "Tom Birch will travel to Vientiane for the Special ASEAN-China Foreign Ministers' Meeting on April 9.",
        ("asean-china-pmc", None, "2024-04-09"),
    ),
    (
        "the chair it was held with is no third side",
        "Minister returns from Jakarta\n\n"
        "On April 2, the Minister co-chaired the ASEAN-Canada Post Ministerial Conference "
        "with the Philippines' Secretary.",
        ("asean-canada-pmc", None, "2024-04-02"),
    ),
    (
        "of several partners the first",
        "Post Ministerial Conferences with Japan and Canada\n\n"
        "The ASEAN Post Ministerial Conferences with Japan and Canada were held in Vientiane on 2 April 2024.",
        ("asean-japan-pmc", None, "2024-04-02"),
    ),
    (
        "meeting and committee are one name",
        "ASEAN and New Zealand meet\n\n"
        "The Eleventh Meeting of the ASEAN-New Zealand Joint Cooperation Committee was held on 2 April 2024.",
        ("asean-nz-jcc", 11, "2024-04-02"),
    ),
    (
        "what meets each year is not reported",
        "ASEAN and Canada: an overview\n\n"
        "The ASEAN-Canada Post Ministerial Conference is held each year in July and brings the ministers together.",
        (None, None, None),
    ),
    (
        "a press release named after the talks",
        "Outcome of Telephone Conversation between Foreign Ministers of Indonesia and Viet Nam\n\n"
        "Foreign Minister Dewi Sari spoke with Foreign Minister Le Van of Viet Nam on the phone on April 2.",
        ("bilateral-call", None, "2024-04-02"),
    ),
    (
        "a joint statement of many about no meeting",
        "Joint Statement from the Leaders of the United States, Brazil, France and Thailand\n\n"
        "We call for the release of all hostages.",
        (None, None, None),
    ),
]


# As other issuers than the White House write; the text alone says who issued it and when.
OTHERS = [
    (
        "a meeting on the Mekong is no bilateral",
        "The 14th Mekong-Japan Foreign Ministers' Meeting\nAugust 6, 2021\n\n"
        "On August 6, Minister Mori Jun co-chaired the 14th Mekong-Japan Foreign Ministers' Meeting by video.",
        ("other", 14, "2021-08-06"),
    ),
    (
        "near miss: two countries are",
        "The 14th Laos-Japan Foreign Ministers' Meeting\nAugust 6, 2021\n\n"
        "On August 6, Minister Mori Jun co-chaired the 14th Laos-Japan Foreign Ministers' Meeting in Tokyo.",
        ("bilateral-fmm", 14, "2021-08-06"),
    ),
    (
        "a trilateral call names two",
        "Secretary Birch's Trilateral Call with the Foreign Ministers of Japan and Korea\nFebruary 18, 2023\n\n"
        "Secretary Birch spoke with Japanese Foreign Minister Mori and Korean Foreign Minister Han today.",
        ("other", None, "2023-02-18"),
    ),
    (
        "the summit at which two met is not theirs",
        "PM meeting with Prime Minister Lim of Singapore: 9 September 2023\n\n"
        "The Prime Minister met Singaporean Prime Minister Lim at the G20 Summit in New Delhi today.",
        ("bilateral-summit", None, "2023-09-09"),
    ),
    (
        "near miss: a minister at the summit itself",
        "Minister at G20 Summit: 9 September 2023\n\nThe Minister attended the G20 Summit in New Delhi today.",
        ("other", None, "2023-09-09"),
    ),
    (
        "defence ministers of ASEAN with a partner",
        "ASEAN defense ministers' meeting with China held in Jakarta\nJAKARTA, Nov. 15, 2023 (Xinhua) -- "
        "The 14th ASEAN-China Defense Ministers' Informal Meeting was held here on Wednesday.",
        ("asean-china-defence", 14, "2023-11-15"),
    ),
    (
        "near miss: by themselves",
        "ASEAN defense ministers' meeting held in Jakarta\nJAKARTA, Nov. 15, 2023 (Xinhua) -- "
        "The 17th ASEAN Defense Ministers' Meeting was held here on Wednesday.",
        ("other", 17, "2023-11-15"),
    ),
    (
        "leaders' retreat of two countries",
        "Malaysia, Singapore leaders meet\nPUTRAJAYA, 7 January 2025 - "
        "Malaysia and Singapore held the 11th Malaysia-Singapore Leaders' Retreat here today.",
        ("bilateral-summit", 11, "2025-01-07"),
    ),
    (
        "foreign and defence ministers together",
        "Philippines and Japan meet\nMANILA, 8 July 2024 - The Philippines and Japan held the "
        "2nd Philippines-Japan Foreign and Defense Ministerial Meeting (2+2) in Manila today.",
        ("bilateral-dialogue", 2, "2024-07-08"),
    ),
    (
        "a dateline in agency style; the visit began before",
        "Han, Cruz agree to upgrade ties\n\n2024.10.07 17:22\n\nMANILA, Oct. 7 (Yonhap) -- South Korean "
        "President Han "
        "and Philippine President Cruz agreed Monday on a partnership.\n\n"
        "They did so during summit talks in Manila, part of a visit, which began Sunday.",
        ("bilateral-summit", None, "2024-10-07"),
    ),
    (
        "talks on the last day of a visit",
        "Foreign Minister to Visit Singapore\n1 July 2024\n\nForeign Minister Han of Korea will visit Singapore on "
        "July 4-5, and will hold talks with Foreign Minister Lim of Singapore on July 5.",
        ("bilateral-fmm", None, "2024-07-05"),
    ),
    (
        "a host who speaks as I",
        "Visit to Australia by the Prime Minister of Viet Nam\n1 March 2024\n\n"
        "I look forward to welcoming the Prime Minister of Viet Nam on 7 March 2024. Our talks will cover trade.",
        ("bilateral-summit", None, "2024-03-07"),
    ),
    (
        "a trip to three countries, though counterparts are met",
        "Foreign Minister to meet counterparts in Southeast Asia\n2 June 2024\n\n"
        "Foreign Minister Birch travels to Viet Nam, the Philippines and Malaysia this week.",
        (None, None, None),
    ),
    (
        "economic ministers with a commissioner",
        "Officials discuss trade\n\nThe 18th Consultations between the ASEAN Economic Ministers and the "
        "European Union "
        "Trade Commissioner took place on 17 August 2022.",
        ("asean-eu-economic", 18, "2022-08-17"),
    ),
    (
        "of a week of summits the one with the partner",
        "Han to attend ASEAN summits\n3 September 2023\n\n"
        "President Han will attend the Korea-ASEAN summit in Jakarta on Wednesday.",
        ("asean-rok-summit", None, "2023-09-06"),
    ),
    (
        "a speech at a forum is no meeting",
        "Speech by the Minister for Foreign Affairs at the Regional Outlook Forum\n9 January 2024\n\n"
        "It gives me great pleasure to join you. Our partners, among them China and Japan, share this view.",
        (None, None, None),
    ),
    (
        "Wednesday lies ahead, however many words stand between",
        "Vice ministers of S. Korea, U.S. to hold talks in Seoul\n\nSEOUL, Oct. 14 (Yonhap) -- Vice Foreign Minister "
        "Han will meet U.S. Deputy Secretary of State Tom Birch and others of his delegation in Seoul "
        "on Wednesday.\n\n"
        "2024/10/14 14:32",
        ("bilateral-vice-minister", None, "2024-10-16"),
    ),
    (
        "near miss: it lies behind",
        "Vice ministers of S. Korea, U.S. hold talks in Seoul\n\nSEOUL, Oct. 14 (Yonhap) -- Vice Foreign Minister "
        "Han met U.S. Deputy Secretary of State Tom Birch in Seoul on Wednesday.\n\n2024/10/14 14:32",
        ("bilateral-vice-minister", None, "2024-10-09"),
    ),
    (
        "ministerial and dialogue in one name",
        "Viet Nam - Australia: Fifth Deputy Ministerial Strategic Dialogue\n\n"
        "On 11 April 2023, the two sides held the fifth Viet Nam-Australia Strategic Dialogue in Canberra.",
        ("bilateral-dialogue", 5, "2023-04-11"),
    ),
    (
        "a call with one whose caller has no country",
        "Leaders discuss climate\n5 May 2022\n\n"
        "Prime Minister Birch spoke with Singapore Prime Minister Lim by phone this morning about green growth.",
        ("bilateral-call", None, "2022-05-05"),
    ),
    (
        "I met: the side that reports is not named",
        "Trade ministers meet\n22 September 2024\n\n"
        "I met with Indonesian Trade Minister Budi Hartono in Vientiane yesterday to talk about beef.",
        ("bilateral-other", None, "2024-09-21"),
    ),
]


@pytest.mark.parametrize(("case", "text", "expected"), KOREAN)
def test_principal_in_korean(case: str, text: str, expected: Expected) -> None:
    assert principal(record(text, issuer="MOFA-KR")) == expected, case


@pytest.mark.parametrize(("case", "text", "expected"), ENGLISH)
def test_principal_in_english(case: str, text: str, expected: Expected) -> None:
    assert principal(record(text, issuer="White House")) == expected, case


@pytest.mark.parametrize(("case", "text", "expected"), OTHERS)
def test_principal_of_other_issuers(case: str, text: str, expected: Expected) -> None:
    assert principal(record(text, published=None)) == expected, case


UNSEEN = [
    (
        "the office at the head tells whose release it is",
        "Ministry of Foreign Affairs\nKingdom of Thailand\n\nForeign Minister holds talks with "
        "Cambodian counterpart\n\n"
        "On 2 April 2024, Foreign Minister Parn Sukjai held talks with Sok Dara, Deputy Prime Minister and Minister "
        "of Foreign Affairs of Cambodia, in Bangkok.",
        ("bilateral-fmm", None, "2024-04-02"),
    ),
    (
        "sat down with, in the host's city",
        "HANOI, April 3 - Prime Minister Le Van Minh and his Lao counterpart Bounmy Keo sat down for talks in Hanoi "
        "on Wednesday, agreeing to open two border gates.",
        ("bilateral-summit", None, "2024-04-03"),
    ),
    (
        "a dialogue on a subject is not the general one",
        "Seventh ASEAN-Japan Cyber Policy Dialogue\n\nThe Seventh ASEAN-Japan Cyber Policy Dialogue took place on "
        "2 April 2024 in Tokyo.",
        ("asean-japan-other", 7, "2024-04-02"),
    ),
    (
        "a visit of some days, talks on one of them",
        "India - Malaysia Joint Statement\n\nPrime Minister Musa of Malaysia paid a state visit to India from 1 to 3 "
        "April 2024. On 2 April the two Prime Ministers held talks at Hyderabad House.",
        ("bilateral-summit", None, "2024-04-02"),
    ),
    (
        "after a summit, at which they are not told to have met",
        "Indonesia and Japan agree on port\n\nRight after the 43rd ASEAN Summit and its related summits, President "
        "Budi Hartono of Indonesia received Prime Minister Kenji Sato of Japan in Jakarta on 2 April 2024.",
        ("bilateral-summit", None, "2024-04-02"),
    ),
    (
        "a day is no number of a meeting",
        "Zhao Ke Holds Talks with Lao Foreign Minister Keo\n\nOn 2 April 2024 Chinese Foreign Minister Zhao Ke held "
        "talks with Lao Foreign Minister Bounmy Keo. On the 3rd, he will meet with the President.",
        ("bilateral-fmm", None, "2024-04-02"),
    ),
    (
        "a press conference of two",
        "Prime Minister of Australia\n\nJoint press conference - Manila\n\n2 April 2024\n\nPRESIDENT RAMON CRUZ: It "
        "is a happy day for both our countries, and a long time coming.\n\nPRIME MINISTER JOHN HILL: Thank you.",
        ("bilateral-summit", None, "2024-04-02"),
    ),
    (
        "near miss: a condolence that speaks of a summit to come",
        "Statement on the earthquake in Myanmar\n\nThe Secretary-General of ASEAN expresses his condolences. ASEAN "
        "leaders will meet in May.",
        (None, None, None),
    ),
    (
        "near miss: aid, and the summit of last year",
        "Canada announces funding for Southeast Asia\n\nThe Minister announced C$10 million today. Canada and ASEAN "
        "became strategic partners last year at the ASEAN-Canada Summit in Jakarta.",
        (None, None, None),
    ),
    (
        "near miss: rounds of talks on a trade agreement",
        "Statement on ASEAN Day\n\nThe Honourable Ann Reed, Minister of Foreign Affairs of Canada, today issued the "
        "following statement:\n\nOur negotiators have held fourteen rounds of talks towards a trade agreement.",
        (None, None, None),
    ),
    (
        "a chair's statement is of its meeting",
        "[자료실] 제12차 아세안-미국 정상회의 의장성명\n\n1. 제12차 아세안-미국 정상회의가 2024년 4월 "
        "2일 비엔티안에서 열렸다.",
        ("asean-us-summit", 12, "2024-04-02"),
    ),
    (
        "news of two other states",
        "일본·필리핀 정상, 도쿄서 회담\n\n(도쿄=새봄통신) 김아무개 특파원 = 사토 겐지 일본 총리와 라몬 "
        "크루스 필리핀 대통령이 "
        "3일 도쿄에서 회담하고 방위 협력을 확대하기로 했다.",
        ("bilateral-summit", None, "2024-04-03"),
    ),
    (
        "a meeting known by its number and bodies",
        "제21차 아세안+3 상주대표위원회 회의 참석\n\n홍길동 대사는 4.2.(화) 자카르타에서 열린 제21차 "
        "아세안+3 상주대표위원회 "
        "회의에 참석하였다.",
        ("other", 21, "2024-04-02"),
    ),
    (
        "that day is the one told before",
        "라오스·태국 관계 격상\n\n라오스와 태국이 2일 관계를 격상했다. 분미 깨오 라오스 총리와 찰럼 디 "
        "태국 총리는 이날 "
        "비엔티안에서 회담했다.",
        ("bilateral-summit", None, "2024-04-02"),
    ),
    (
        "near miss: a speech that recalls a summit of ten days ago",
        "한-인도네시아 수교 기념 리셉션 축사\n\n홍길동 차관은 4.2.(화) 리셉션에서 축사를 하였다. 열흘 "
        "전 우리 대통령께서 자카르타에서 "
        "인도네시아 대통령과 만나 협력하기로 하였습니다.",
        (None, None, None),
    ),
    (
        "an acronym with a Roman number",
        "Belgian news\n\nOur city was the scene of the XXIII AEMM on 2 April 2024, where ministers spoke of trade.",
        ("asean-eu-pmc", 23, "2024-04-02"),
    ),
    (
        "economic ministers with one ministry",
        "Trade chief in Semarang\n\nThe Trade Minister attended the Twenty-ninth AEM-METI on 2 April 2024.",
        ("asean-japan-economic", 29, "2024-04-02"),
    ),
    (
        "the office of both, told once",
        "Denmark and Indonesia\n3 April 2024\n\nThe prime ministers of Denmark and Indonesia met online on Tuesday.",
        ("bilateral-summit", None, "2024-04-02"),
    ),
    (
        "a retreat of ministers",
        "A quiet weekend\n3 April 2024\n\nThe foreign ministers of ASEAN have ended their retreat in Kep. They left on "
        "Tuesday.",
        ("amm", None, "2024-04-02"),
    ),
    (
        "a committee of two foreign ministers",
        "Committee meets\n\nOn 2 April 2024 Foreign Minister Ann Reed of Canada and the Foreign Minister of Viet Nam, "
        "Bui Long, co-chaired the 7th meeting of the Canada-Viet Nam Joint Committee.",
        ("bilateral-fmm", 7, "2024-04-02"),
    ),
    (
        "for the first time, of a committee",
        "New body\n\nThe Joint Sectoral Cooperation Committee of ASEAN and Morocco came together for the first time on "
        "2 April 2024 in Jakarta.",
        ("other", 1, "2024-04-02"),
    ),
    (
        "the first talks of three",
        "Japan, Philippines, United States hold first three-way talks\n\nThe deputy ministers of Japan, the "
        "Philippines "
        "and the United States met in Manila on 2 April 2024.",
        ("other", 1, "2024-04-02"),
    ),
    (
        "near miss: the fifth meeting of two is a count",
        "Readout\n\nForeign Minister Ann Reed of Canada met Foreign Minister Ramon Diaz of the Philippines on 2 April "
        "2024. This is the fifth meeting between the two.",
        ("bilateral-fmm", None, "2024-04-02"),
    ),
    (
        "home from a summit, talks on its margins",
        "Home again\n3 April 2024\n\nPresident Ramon Diaz of the Philippines came home from Jakarta, where he attended "
        "the 44th ASEAN Summit. There the President had a bilateral meeting with Prime Minister Bui Long of "
        "Viet Nam on "
        "Tuesday.",
        ("bilateral-summit", None, "2024-04-02"),
    ),
    (
        "a visit of several days, the meeting on one of them",
        "Minister travels\n1 April 2024\n\nThe minister will be in Semarang, Indonesia, from 7 to 10 April 2024 "
        "to attend "
        "the 55th AEM. The AEM on 8 April will look at trade.",
        ("other", 55, "2024-04-08"),
    ),
    (
        "a group that met",
        "G7 Leaders' Communiqu\u00e9\n\nWe, the Leaders of the G7, met in Bari on 2 April 2024 to meet global "
        "challenges.",
        ("other", None, "2024-04-02"),
    ),
    (
        "near miss: challenges and targets are met",
        "Fund for trade with Viet Nam\n3 April 2024\n\nThe United Kingdom met the targets of its fund and will "
        "do more to "
        "meet future needs in Viet Nam.",
        (None, None, None),
    ),
    (
        "near miss: a meeting of last December",
        "Sympathy after the flood\n3 April 2024\n\nThe EU thinks of the victims. The leaders of the EU and "
        "ASEAN met last "
        "December in Brussels.",
        (None, None, None),
    ),
    (
        "near miss: a summit months away",
        "Handbook published\n3 April 2024\n\nA handbook came out. The ASEAN-EU Summit will be held in December 2024.",
        (None, None, None),
    ),
    (
        "near miss: friends at a barbecue",
        "Mission news\n3 April 2024\n\nThe Australian ambassador hosted ASEAN friends for a barbecue on Tuesday.",
        (None, None, None),
    ),
    (
        "near miss: a committee of ministries at home",
        "한-아세안 특별정상회의 준비기획단 회의 개최\n\n외교부는 4.2.(화) 관계부처 회의를 열었다.",
        (None, None, None),
    ),
]


NUMBERS_KO = [
    (
        "a number in words",
        "김 대통령은 2일 자카르타에서 열린 스물다섯 번째 아세안+3 정상회의에 참석했다.",
        ("asean-plus-three-summit", 25, "2024-04-02"),
    ),
    (
        "a Roman number",
        "제XXIII차 아세안-뉴질랜드 공동협력위원회가 2일 자카르타에서 열렸다.",
        ("asean-nz-jcc", 23, "2024-04-02"),
    ),
    (
        "a number in brackets behind the name",
        "한·아세안 경제장관회의(21차)가 2일 하노이에서 열렸다.",
        ("asean-rok-economic", 21, "2024-04-02"),
    ),
    (
        "near miss: a count of talks",
        "올해 두 번째 한일 정상회담이 2일 서울에서 열렸다.",
        ("bilateral-summit", None, "2024-04-02"),
    ),
    (
        "the day in brackets behind the place",
        "업무보고\n\n1. 제11차 한-메콩 외교장관회의(비엔티안, 3.26) 결과\n\nㅇ 김 장관 참석",
        ("mekong-rok-fmm", 11, "2024-03-26"),
    ),
    (
        "the ministers' meeting of ASEAN and a partner",
        "제30차 아세안-EU 각료회의가 2일 브뤼셀에서 개최되었다.",
        ("asean-eu-pmc", 30, "2024-04-02"),
    ),
    (
        "near miss: ministers of a subject",
        "제21차 한-아세안 교통장관회의가 2일 하노이에서 개최되었다.",
        ("asean-rok-other", 21, "2024-04-02"),
    ),
    (
        "a summit told of in the sentence after its hosts",
        "일본이 16일부터 사흘간 도쿄에서 아세안 정상들을 초청한다. 우호협력 50주년을 기념하는 특별정상회의다.",
        ("asean-japan-special-summit", None, "2024-04-16"),
    ),
    (
        "a numbered forum",
        "제39차 아세안-일본 포럼이 지난달 28일 방콕에서 열렸다.",
        ("asean-japan-dialogue", 39, "2024-03-28"),
    ),
    (
        "near miss: a forum of scholars",
        "국립외교원은 2일 서울에서 한-아세안 포럼을 열었다. 학자 30명이 발표했다.",
        (None, None, None),
    ),
    (
        "the framework of those who met",
        "정상 회동\n\n주요 7개국(G7) 정상들이 2일 이탈리아 로마에서 정상회의를 열었다.",
        ("other", None, "2024-04-02"),
    ),
    (
        "the kind told by their office",
        "외교장관 집결\n\n동아시아정상회의(EAS) 회원국 외교장관들이 2일 비엔티안에서 회의를 열었다.",
        ("eas-fmm", None, "2024-04-02"),
    ),
    (
        "a sentence that says what the meeting was",
        "2일(현지시간) 비엔티안. 김 대통령이 아세안 10개국 정상과 마주 앉았다. 25번째 한·아세안 정상회의다.",
        ("asean-rok-summit", 25, "2024-04-02"),
    ),
    (
        "one after another: the first",
        "회담\n\n김도현 외교부 장관은 2일 뉴욕에서 아나 림 싱가포르 외교장관, 쩐 반 하이 베트남 외교장관과 "
        "잇달아 회담했다.",
        ("bilateral-fmm", None, "2024-04-02"),
    ),
    (
        "a numbered meeting told of long after",
        "영사협의회\n\n외교부는 지난 1월 14일 하노이에서 제12차 한-베트남 영사협의회를 열었다고 뒤늦게 밝혔다.",
        ("bilateral-dialogue", 12, "2024-01-14"),
    ),
    (
        "another state's ministry is not the issuer",
        "태국-라오스 회담\n\n솜차이 태국 외교부 차관이 2일 방콕에서 깨오 라오스 외교부 차관을 만났다.",
        ("bilateral-vice-minister", None, "2024-04-02"),
    ),
]


@pytest.mark.parametrize(("case", "text", "expected"), NUMBERS_KO)
def test_korean_names_numbers_and_days(case: str, text: str, expected: Expected) -> None:
    assert principal(record(text)) == expected, case


@pytest.mark.parametrize(("case", "text", "expected"), UNSEEN)
def test_principal_whoever_writes(case: str, text: str, expected: Expected) -> None:
    assert principal(record(text)) == expected, case


def test_all_fields_of_a_meeting() -> None:
    found = record(
        "제26차 한-아세안 외교장관회의 개최\n\n"
        "홍길동 외교부 장관은 4.2.(화) 인도네시아 자카르타에서 열린 제26차 한-아세안 외교장관회의에 참석하였다.",
        issuer="MOFA-KR",
    )
    assert found["meeting"] == {
        "series": "asean-rok-pmc",
        "ordinal": 26,
        "start": "2024-04-02",
        "end": "2024-04-02",
        "city": "Jakarta",
        "country": "IDN",
        "mode": "in-person",
        "level": "minister",
        "parties": ["ASEAN", "KOR"],
    }
    assert (found["label"], found["label_ko"]) == (
        "26th ASEAN-ROK Foreign Ministers' Meeting",
        "제26차 한-아세안 외교장관회의",
    )


def test_margins_and_announcements() -> None:
    found = record(
        "제28차 한-아세안 대화 개최(4.4.)\n\n"
        "  한-아세안 대화가 4.4.(목) 서울에서 개최되었다.\n\n"
        "  한편 홍 차관보는 베트남, 태국과 각각 별도 면담을 갖고 양자현안을 논의하였다.\n\n"
        "  올해 라오스에서 열릴 아세안 외교장관회의(7월)와 정상회의(10월)에 협력하기로 하였다.\n\n"
        "  작년 9월 한-아세안 정상회의에서는 공동성명이 채택되었다.",
        issuer="MOFA-KR",
    )
    assert [(m["series"], m["parties"], m["start"], m["status"]) for m in found["meetings"][1:]] == [
        ("bilateral-vice-minister", ["KOR", "VNM"], None, "held"),
        ("bilateral-vice-minister", ["KOR", "THA"], None, "held"),
        ("amm", ["ASEAN"], "2024-07", "planned"),
        ("asean-summit", ["ASEAN"], "2024-10", "planned"),
    ]


def test_evidence_points_into_the_text_as_read() -> None:
    text = "제28차   한-아세안 대화 개최(4.4.)\n\n\n  한-아세안   대화가 4.4.(목)  서울에서 개최되었다."
    found = record(text, issuer="MOFA-KR")
    spans = {item["fact"]: text[item["start"] : item["end"]] for item in found["evidence"]}
    assert spans["meetings[0].ordinal"] == "제28차"
    assert spans["meetings[0].start"].startswith("4.4.")
    assert all(item["rule"] for item in found["evidence"])
