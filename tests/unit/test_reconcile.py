"""One event once, however many releases tell it; two events stay two. One person once, however spelled."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest

from loaders.ledger import read_ledger
from loaders.people import People, name_key
from loaders.reconcile import Conflict, Meeting, reconcile
from loaders.record import Entry, release_id
from loaders.reference import DATA, Row
from tests.unit.ledger_factory import REFERENCE, entries, meeting, person, release

ORGANISATIONS = [str(row["code"]) for row in REFERENCE.countries if row["kind"] == "organisation"]


def reconciled(
    *records: dict[str, Any], merges: list[Row] | None = None
) -> tuple[list[Meeting], list[Conflict]]:
    people = People(REFERENCE.people, REFERENCE.people_aliases, ORGANISATIONS)
    return reconcile(entries(*records), people, merges or [])


def ids(*records: dict[str, Any], merges: list[Row] | None = None) -> list[str]:
    return [found.meeting_id for found in reconciled(*records, merges=merges)[0]]


def talks(
    series: str, day: str | None, *people: dict[str, Any], label: str = "Talks", **fields: Any
) -> dict[str, Any]:
    return release(meeting(series, day, **fields), participants=list(people), label=label)


# --- one meeting ---


def test_two_releases_of_one_numbered_meeting() -> None:
    assert ids(release(meeting(ordinal=27)), release(meeting(ordinal=27))) == ["asean-rok-dialogue-27"]


def test_29_to_30_may_by_one_side_and_30_may_by_the_other_is_one_meeting_with_a_conflict() -> None:
    one = release(meeting("asean-canada-dialogue", "2023-05-29", end="2023-05-30", ordinal=20))
    other = release(meeting("asean-canada-dialogue", "2023-05-30", ordinal=20))
    meetings, conflicts = reconciled(one, other)
    assert [found.meeting_id for found in meetings] == ["asean-canada-dialogue-20"]
    assert (meetings[0].fields["start"], meetings[0].fields["end"]) == ("2023-05-29", "2023-05-30")
    assert {(conflict.field, conflict.value, conflict.release_id) for conflict in conflicts} == {
        ("start", "2023-05-29", release_id(one)),
        ("start", "2023-05-30", release_id(other)),
    }


def test_a_day_of_time_zones_between_two_reports_of_one_forum() -> None:
    assert (
        len(
            ids(
                release(meeting("asean-us-dialogue", "2021-05-05")),
                release(meeting("asean-us-dialogue", "2021-05-06")),
            )
        )
        == 1
    )


def test_two_meetings_of_one_series_in_a_year_stay_two() -> None:
    assert ids(
        release(meeting("asean-china-pmc", "2021-06-07")), release(meeting("asean-china-pmc", "2021-08-03"))
    ) == ["asean-china-pmc-2021-06-07", "asean-china-pmc-2021-08-03"]


def test_the_day_of_issue_that_stands_for_a_day_not_given_contradicts_nothing() -> None:
    told = release(meeting("asean-rok-summit", "2024-10-11", ordinal=25))
    undated = release(
        meeting("asean-rok-summit", "2024-10-10", ordinal=25),
        evidence=[{"fact": "meetings[0].start", "start": 0, "end": 5, "rule": "date:day-of-issue"}],
    )
    for order in ((told, undated), (undated, told)):
        meetings, conflicts = reconciled(*order)
        assert [found.fields["start"] for found in meetings] == ["2024-10-11"]
        assert conflicts == []
    dated = release(meeting("asean-rok-summit", "2024-10-10", ordinal=25))
    assert reconciled(told, dated)[1] != []


def test_a_wrong_number_in_one_source_is_a_conflict_of_one_meeting() -> None:
    meetings, conflicts = reconciled(
        release(meeting("asean-nz-dialogue", "2021-03-23", ordinal=28)),
        release(meeting("asean-nz-dialogue", "2021-03-23", ordinal=28)),
        release(meeting("asean-nz-dialogue", "2021-03-23", ordinal=23)),
    )
    assert [found.meeting_id for found in meetings] == ["asean-nz-dialogue-28"]
    assert sorted(conflict.value for conflict in conflicts) == ["23", "28", "28"]


def test_consecutive_numbers_on_consecutive_days_are_two_meetings() -> None:
    assert (
        len(
            ids(
                release(meeting("acc", "2023-05-09", ordinal=33)),
                release(meeting("acc", "2023-05-10", ordinal=34)),
            )
        )
        == 2
    )


def test_the_same_number_years_apart_is_two_meetings() -> None:
    assert (
        len(
            ids(
                release(meeting("arf", "2021-08-06", ordinal=28)),
                release(meeting("arf", "2023-08-06", ordinal=28)),
            )
        )
        == 2
    )


def test_a_release_without_a_day_joins_its_number_in_the_year() -> None:
    undated = release(meeting("asean-china-som", None, ordinal=19), label="19th SOM 2021")
    assert ids(undated, release(meeting("asean-china-som", "2021-06-07", ordinal=19))) == [
        "asean-china-som-19"
    ]
    assert len(ids(undated, release(meeting("asean-china-som", "2024-06-07", ordinal=19)))) == 2


def test_a_release_without_day_and_number_stays_alone() -> None:
    undated = release(meeting("asean-us-pmc", None), label="ASEAN-US meeting, August 2021")
    assert len(ids(undated, release(meeting("asean-us-pmc", "2021-07-14")))) == 2


def test_an_announced_month_joins_the_meeting_held_in_it_where_only_one_was() -> None:
    announced = release(meeting()) | {
        "meetings": [meeting(), meeting("asean-rok-summit", "2024-10") | {"status": "planned"}]
    }
    held = release(meeting("asean-rok-summit", "2024-10-10", ordinal=25))
    meetings, conflicts = reconciled(announced, held)
    summit = next(found for found in meetings if found.fields["series"] == "asean-rok-summit")
    assert (summit.meeting_id, summit.fields["status"]) == ("asean-rok-summit-25", "held")
    assert [mention.principal for mention in summit.mentions] == [True, False]
    assert conflicts == []


def test_an_announced_month_with_two_meetings_in_it_joins_neither() -> None:
    announced = release(meeting()) | {
        "meetings": [meeting(), meeting("amm", "2021-10") | {"status": "planned"}]
    }
    assert (
        len(ids(announced, release(meeting("amm", "2021-10-04")), release(meeting("amm", "2021-10-24")))) == 4
    )


def test_a_meeting_only_announced_days_before_is_planned_and_one_reported_is_held() -> None:
    announced = release(meeting(start="2023-05-16"), published="2023-05-10")
    assert reconciled(announced)[0][0].fields["status"] == "planned"
    reported = release(meeting(start="2023-05-16"), published="2023-05-16")
    assert reconciled(announced, reported)[0][0].fields["status"] == "held"
    american = release(meeting(start="2023-05-16"), published="2023-05-15")
    assert reconciled(american)[0][0].fields["status"] == "held"


# --- two countries ---

YOON, HAN = person("Yoon Suk Yeol", name_ko="윤석열"), person("Han Duck-soo")
PARK = person("Park Jin", name_ko="박진")
CHINH, THUONG, SON = (
    person("Pham Minh Chinh", "VNM"),
    person("Vo Van Thuong", "VNM"),
    person("Bui Thanh Son", "VNM"),
)


def test_summit_and_foreign_ministers_on_one_day_stay_two() -> None:
    summit = talks("bilateral-summit", "2023-06-23", YOON, THUONG)
    assert len(ids(summit, talks("bilateral-fmm", "2023-06-23", PARK, SON))) == 2


def test_the_president_and_the_prime_minister_met_on_one_day_are_two_meetings() -> None:
    with_president = talks("bilateral-summit", "2023-06-23", YOON, THUONG)
    again = talks("bilateral-summit", "2023-06-23", YOON, person("Võ Văn Thưởng", "VNM"))
    with_premier = talks("bilateral-summit", "2023-06-23", YOON, person(None, "VNM", "팜 민 찐"))
    found = ids(with_president, again, with_premier)
    assert len(found) == 2
    assert found[0] == "bilateral-summit-2023-06-23-kor-vnm"


def test_slugs_that_disagree_about_the_same_people_on_the_same_day() -> None:
    vague = talks("bilateral-other", "2022-07-07", PARK, SON)
    again = talks("bilateral-other", "2022-07-07", PARK, SON)
    meetings, conflicts = reconciled(vague, again, talks("bilateral-fmm", "2022-07-07", PARK, SON))
    assert [found.fields["series"] for found in meetings] == ["bilateral-fmm"]
    assert {conflict.value for conflict in conflicts} == {"bilateral-other", "bilateral-fmm"}


def test_slugs_that_disagree_about_other_people_or_nobody_stay_two() -> None:
    call_on_premier = talks("bilateral-other", "2022-07-07", PARK, CHINH)
    assert len(ids(call_on_premier, talks("bilateral-fmm", "2022-07-07", PARK, SON))) == 2
    assert len(ids(talks("bilateral-other", "2022-07-07"), talks("bilateral-fmm", "2022-07-07"))) == 2


def test_talks_a_day_apart_need_the_same_people_on_both_sides() -> None:
    first = talks("bilateral-fmm", "2022-02-10", PARK, SON)
    assert len(ids(first, talks("bilateral-fmm", "2022-02-11", PARK, SON))) == 1
    assert len(ids(first, talks("bilateral-fmm", "2022-02-11", PARK))) == 2


def test_a_visit_of_days_and_the_talks_within_it() -> None:
    visit = talks("bilateral-summit", "2024-06-30", HAN, CHINH, end="2024-07-03")
    meetings, _ = reconciled(visit, talks("bilateral-summit", "2024-07-02", HAN, CHINH))
    assert [found.fields["start"] for found in meetings] == ["2024-07-02"]


def test_a_visit_and_different_calls_within_it_stay_apart() -> None:
    guest = person("Kao Kim Hourn", "ASEC")
    visit = talks("asean-india-other", "2024-02-12", guest, label="Working visit to India", end="2024-02-15")
    call = talks(
        "asean-india-other", "2024-02-12", guest, person("S Jaishankar", "IND"), label="Call on the minister"
    )
    other = talks(
        "asean-india-other", "2024-02-14", guest, person("Arjun Munda", "IND"), label="Call on agriculture"
    )
    assert len(ids(visit, call, other)) == 3


# --- series that hold many meetings ---


def test_two_first_meetings_of_one_day_under_other_stay_two_unless_they_are_called_the_same() -> None:
    culture = talks("asean-rok-other", "2024-10-24", label="6th Meeting of Culture Ministers")
    disasters = talks("asean-rok-other", "2024-10-24", label="3rd Ministerial Meeting on Disaster Management")
    again = talks(
        "asean-rok-other", "2024-10-24", label="3rd Ministerial Meeting on Disaster Management: outcome"
    )
    assert len(ids(culture, disasters)) == 2
    assert len(ids(culture, disasters, again)) == 2


def test_a_joint_meeting_under_two_slugs_with_one_number_is_one() -> None:
    sides = ["ASEAN", "AUS", "NZL"]
    one = release(meeting("asean-australia-economic", "2023-08-21", ordinal=28, parties=sides))
    found = ids(one, release(meeting("other", "2023-08-21", ordinal=28, parties=sides)))
    assert found == ["asean-australia-economic-28"]


def test_a_vague_release_does_not_bridge_two_series_of_one_day() -> None:
    for _ in range(10):  # whichever of the three comes first
        found = ids(
            *[
                release(meeting(series, "2024-10-10", ordinal=27, parties=["ASEAN", "JPN"]))
                for series in ("asean-japan-summit", "asean-japan-economic", "other")
            ]
        )
        assert len(found) == 2


def test_asean_and_its_secretariat_are_one_side_of_a_call() -> None:
    guest = person("Kao Kim Hourn", "ASEC")
    one = talks("asean-rok-other", "2023-06-16", PARK, guest, label="Call", parties=["KOR", "ASEC"])
    other = talks("asean-rok-other", "2023-06-16", PARK, guest, label="Luncheon", parties=["ASEAN", "KOR"])
    assert len(ids(one, other)) == 1


def test_the_same_number_of_other_parties_under_other_stays_two() -> None:
    chile = release(meeting("other", "2021-01-29", ordinal=2, parties=["ASEAN", "CHL"]))
    italy = release(meeting("other", "2021-01-29", ordinal=2, parties=["ASEAN", "ITA"]))
    assert ids(chile, italy) == ["other-2021-01-29-asean-chl", "other-2021-01-29-asean-ita"]


def test_one_city_in_two_spellings_is_no_conflict_but_two_cities_are() -> None:
    def at(city: str) -> dict[str, Any]:
        return release(meeting(ordinal=27, city=city))

    assert reconciled(at("Hanoi"), at("Ha Noi"))[1] == []
    assert reconciled(at("Brasilia"), at("Brasília"))[1] == []
    assert {conflict.value for conflict in reconciled(at("Ha Long"), at("Quang Ninh"))[1]} == {
        "Ha Long",
        "Quang Ninh",
    }


# --- reviewed decisions ---


def decision(one: dict[str, Any], other: dict[str, Any], said: str) -> list[Row]:
    return [
        {"release_a": one["source_url"], "release_b": other["source_url"], "decision": said, "reason": "seen"}
    ]


def test_a_reviewed_decision_joins_what_the_rules_cannot() -> None:
    one, other = release(meeting("asean-us-economic", None)), release(meeting("asean-us-economic", None))
    assert len(ids(one, other)) == 2
    assert len(ids(one, other, merges=decision(one, other, "same"))) == 1
    assert len(ids(one, other, merges=decision(other, one, "same"))) == 1


def test_a_reviewed_decision_parts_what_the_rules_join() -> None:
    one, other = release(meeting(ordinal=27)), release(meeting(ordinal=27))
    assert len(ids(one, other, merges=decision(one, other, "different"))) == 2


def test_every_meeting_has_its_own_id_even_where_all_is_the_same() -> None:
    twins = release(meeting()) | {
        "meetings": [
            meeting(),
            *[meeting("bilateral-vice-minister", None) | {"status": "held"} for _ in range(3)],
        ]
    }
    found = ids(twins)
    assert len(set(found)) == len(found) == 4


def test_the_order_of_the_records_does_not_matter() -> None:
    records = [
        talks("bilateral-summit", "2024-06-30", HAN, CHINH, end="2024-07-03"),
        talks("bilateral-summit", "2024-07-02", HAN, CHINH),
        release(meeting(ordinal=27)),
        release(meeting(ordinal=27)),
        release(meeting("amm", "2021-10-04")),
    ]
    assert ids(*records) == ids(*reversed(records))


# --- people ---


def same_person(*participants: dict[str, Any]) -> bool:
    people = People(REFERENCE.people, REFERENCE.people_aliases, ORGANISATIONS)
    return len({people.identify(one).person_id for one in participants}) == 1


@pytest.mark.parametrize(
    ("affiliation", "spellings"),
    [
        ("ASEC", ["Kao Kim Hourn", "Kao Kimhourn", "Dr. Kao Kim Hourn", "까으 끔 후은"]),
        ("ASEC", ["Lim Jock Hoi", "Lim Jok Hui", "림 족 호이"]),
        ("THA", ["Prayut Chan-o-cha", "Prayuth Chan-o-cha", "Prayut", "쁘라윳 짠오차"]),
        ("IDN", ["Retno Marsudi", "Retno L.P. Marsudi", "Marsudi", "레트노 마르수디"]),
        ("IND", ["Narendra Modi", "PM Modi", "Modi", "나렌드라 모디"]),
        ("KOR", ["Yoon Suk Yeol", "Yoon Suk-yeol", "YOON Suk-Yeol", "윤석열"]),
        ("JPN", ["Kishida Fumio", "Fumio Kishida", "KISHIDA Fumio", "기시다 후미오"]),
        ("VNM", ["To Lam", "Tô Lâm", "또 럼"]),
        ("VNM", ["Nguyen Quoc Dung", "Nguyen Quoc Dzung", "Nguyễn Quốc Dũng"]),
        ("BRN", ["Hassanal Bolkiah", "Sultan Haji Hassanal Bolkiah", "하싸날 볼키아"]),
        ("PHL", ["Ferdinand Marcos Jr.", "Ferdinand R. Marcos Jr.", "Marcos"]),
        ("USA", ["Joe Biden", "Joseph R. Biden, Jr.", "Biden"]),
    ],
)
def test_spellings_of_one_person(affiliation: str, spellings: list[str]) -> None:
    assert same_person(*[person(name, affiliation) for name in spellings])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (person("Hassanal Bolkiah", "BRN"), person("Hajah Masna Bolkiah", "BRN")),
        (person("Lee", "SGP"), person("Lee", "KOR")),
        (person("Lee", "SGP"), person("Lee", "ASEC")),
        (person("Nakatani Shinichi", "JPN"), person("Nakatani Gen", "JPN")),
        (person("Hun Sen", "KHM"), person("Hun Manet", "KHM")),
        (person("Kim Seon-ho", "KOR"), person("Kim Seong-ho", "KOR")),
        (person("Saleumxay Kommasith", "LAO"), person("Malaithong Kommasith", "LAO")),
        (person("Anna Example", "AUS"), person("Anna Example", "NZL")),  # one name, two countries
    ],
)
def test_different_people(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert not same_person(one, other)


def test_a_person_stays_one_when_the_office_changes() -> None:
    assert same_person(person("Kao Kim Hourn", "KHM"), person("Kao Kim Hourn", "ASEC"))
    assert same_person(person("Kao Kim Hourn", None), person("Kao Kim Hourn", "ASEC"))


def test_whom_nobody_listed_is_still_one_person() -> None:
    assert same_person(person("Example, Anna", "AUS"), person("Anna EXAMPLE", "AUS"))
    assert same_person(person("Anna Example", "KOR", "안나"), person(None, "KOR", "안나"))


def test_keys_of_names() -> None:
    assert name_key("Đỗ Hùng Việt") == name_key("do hung viet")
    assert name_key("S. Jaishankar") == name_key("S Jaishankar")
    assert name_key("정병원") != name_key("정병완")


# --- the shipped ledger ---


@pytest.fixture(scope="module")
def shipped() -> tuple[list[Meeting], list[Conflict], list[Entry], People]:
    held, _ = read_ledger(DATA / "ledger", REFERENCE)
    people = People(REFERENCE.people, REFERENCE.people_aliases, ORGANISATIONS)
    meetings, conflicts = reconcile(held, people, REFERENCE.meeting_merges)
    return meetings, conflicts, held, people


def test_every_meeting_of_every_release_is_in_one_meeting(shipped: Any) -> None:
    meetings, _, held, _ = shipped
    told = [(mention.release_id, mention.index) for found in meetings for mention in found.mentions]
    assert len(told) == len(set(told))
    reported = {identity for identity, _ in told}
    assert reported == {release_id(entry.record) for entry in held if entry.record["meeting"]}


def test_the_numbers_that_are_published(shipped: Any) -> None:
    """972 releases, 924 of them about a meeting, with 937 mentions of meetings."""
    meetings, _, held, people = shipped
    assert len(held) == 972
    assert sum(len(found.mentions) for found in meetings) == 937
    assert len(meetings) == 588
    assert len(people.found) == 370


def test_nobody_is_left_to_be_reviewed(shipped: Any) -> None:
    listed = {row["person_id"] for row in REFERENCE.people}
    assert set(shipped[3].found) == listed


def test_no_meeting_holds_two_releases_that_name_different_people_for_a_country(shipped: Any) -> None:
    for found in shipped[0]:
        if not found.fields["series"].startswith("bilateral-"):
            continue
        for one, other in product(found.mentions, repeat=2):
            for party in one.people.keys() & other.people.keys():
                assert one.people[party] & other.people[party], found.meeting_id


@pytest.mark.parametrize(
    ("meeting_id", "releases", "disputed"),
    [
        ("asean-rok-dialogue-28", 4, set()),
        ("asean-rok-dialogue-27", 2, {"start"}),
        ("asean-canada-dialogue-20", 2, {"start"}),
        ("asean-rok-dialogue-25", 3, {"level"}),
        ("asean-rok-summit-25", 4, set()),
        ("asean-australia-economic-28", 3, {"series"}),
        ("asean-china-som-19", 2, set()),
        ("bilateral-summit-2022-12-05-kor-vnm", 4, set()),
        ("bilateral-summit-2023-11-27-jpn-vnm", 3, set()),
        ("bilateral-summit-2023-03-31-chn-sgp", 2, {"start", "end"}),
        ("bilateral-summit-2023-04-01-chn-sgp", 1, set()),
        ("bilateral-fmm-2023-05-02-kor-mys", 1, set()),
        ("asean-us-economic-2022-74f025", 2, set()),
    ],
)
def test_hard_cases_by_name(shipped: Any, meeting_id: str, releases: int, disputed: set[str]) -> None:
    meetings, conflicts, *_ = shipped
    found = next(one for one in meetings if one.meeting_id == meeting_id)
    assert len({mention.release_id for mention in found.mentions}) == releases
    assert {conflict.field for conflict in conflicts if conflict.meeting_id == meeting_id} == disputed


def test_a_conflict_has_at_least_two_values(shipped: Any) -> None:
    disputed: dict[tuple[str, str], set[str]] = {}
    for conflict in shipped[1]:
        disputed.setdefault((conflict.meeting_id, conflict.field), set()).add(conflict.value)
    assert disputed
    assert all(len(values) > 1 for values in disputed.values())
