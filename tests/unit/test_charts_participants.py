"""Who led, who was there, who met whom: the tables behind the charts, and the charts as pictures."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from itertools import pairwise

import pandas as pd
import pytest

from loaders.tables import Tables, build_tables, load_tables
from pages.charts.attendance import (
    attendance_states,
    country_attendance,
    country_by_series,
    series_attendance,
)
from pages.charts.figure import Figure
from pages.charts.heads import heads_chart, heads_of_delegation, led_by, series_with_heads
from pages.charts.network import HEIGHT, MOST_PEOPLE, party_network, party_pairs, people_network, people_pairs
from pages.charts.person_line import person_line, person_meetings, person_offices, spellings
from pages.parts import pictures
from pages.parts.look import Look
from pages.parts.people import title_in
from pages.parts.records import Link, cell_html, web_address
from pages.parts.stated import stated_attendance
from pages.parts.words import REFERENCE as REFERENCE_FOLDER
from pages.parts.words import Words
from tests.unit.ledger_factory import REFERENCE, entries, meeting, person, release

EN, KO = Words("en"), Words("ko")
NOBODY = pd.DataFrame(columns=["meeting_id", "party", "stated"])


@pytest.fixture(scope="module")
def ledger() -> Tables:
    return load_tables()


def tables_of(*records: dict[str, object]) -> Tables:
    return build_tables(entries(*records), REFERENCE)


def named(name: str, party: str, role: str, title: str = "Minister") -> dict[str, object]:
    return person(name, party) | {"role": role, "title": title}


# --- who led ----------------------------------------------------------------------------------------------------


def test_who_led_the_korean_side_at_each_asean_rok_dialogue(ledger: Tables) -> None:
    heads = heads_of_delegation(ledger, "asean-rok-dialogue", EN)
    assert led_by(heads, "KOR") == [
        ("Yeo Seung-bae", ["2021", "2022"]),
        ("Kim Dong-bae", ["2023"]),
        ("Chung Byung-won", ["2024"]),
    ]


def test_somebody_who_only_attends_leads_nothing_where_another_leads() -> None:
    tables = tables_of(
        release(
            meeting(ordinal=27),
            participants=[named("A Kim", "KOR", "head-of-delegation"), named("B Lee", "KOR", "attendee")],
        )
    )
    heads = heads_of_delegation(tables, "asean-rok-dialogue", EN)
    assert heads["name"].tolist() == ["A Kim"]
    assert heads["leads"].tolist() == [True]


def test_the_only_person_named_is_told_apart_and_two_are_left_out() -> None:
    tables = tables_of(
        release(
            meeting(ordinal=27),
            participants=[
                named("A Kim", "KOR", "attendee"),
                named("B Nguyen", "VNM", "attendee"),
                named("C Tran", "VNM", "attendee"),
            ],
        )
    )
    heads = heads_of_delegation(tables, "asean-rok-dialogue", EN)
    assert heads[["name", "leads"]].values.tolist() == [["A Kim", False]]
    assert led_by(heads, "KOR") == []


def test_two_releases_that_name_the_same_head_make_one_row() -> None:
    head = [named("A Kim", "KOR", "co-chair")]
    tables = tables_of(*(release(meeting(ordinal=27), participants=head) for _ in range(2)))
    heads = heads_of_delegation(tables, "asean-rok-dialogue", EN)
    assert heads["n_releases"].tolist() == [2]


def test_talks_of_two_countries_are_no_series_to_set_side_by_side(ledger: Tables) -> None:
    options = series_with_heads(ledger)
    assert "asean-rok-dialogue" in options
    assert not any(slug.startswith("bilateral") or slug.endswith("other") for slug in options)


def test_an_office_is_worded_in_the_readers_script() -> None:
    titles = pd.Series(["외교부 차관보", "Deputy Minister", "Deputy Minister", None])
    assert title_in(titles, KO) == "외교부 차관보"
    assert title_in(titles, EN) == "Deputy Minister"
    assert title_in(titles[:1], EN) == "외교부 차관보"
    assert title_in(pd.Series([None], dtype="str"), EN) == ""


# --- who was there ----------------------------------------------------------------------------------------------


def state(states: pd.DataFrame, party: str) -> str:
    return str(states.loc[states["party"] == party, "state"].item())


def test_not_listed_is_not_absent() -> None:
    tables = tables_of(release(meeting(ordinal=27), delegations=["KOR", "VNM"]))
    states = attendance_states(tables, NOBODY)
    assert state(states, "KOR") == "listed"
    assert state(states, "MMR") == "not-listed"
    assert "absent" not in set(states["state"])


def test_members_are_not_listed_one_by_one_where_a_release_lists_asean() -> None:
    tables = tables_of(release(meeting(ordinal=27), delegations=["KOR", "ASEAN", "IDN"]))
    states = attendance_states(tables, NOBODY)
    assert state(states, "MMR") == "as-asean"
    assert state(states, "IDN") == "listed"


def test_an_absence_is_shown_where_a_release_states_it() -> None:
    tables = tables_of(release(meeting(ordinal=27), delegations=["KOR", "ASEAN"]))
    key = tables.meetings["meeting_id"].item()
    stated = pd.DataFrame([{"meeting_id": key, "party": "MMR", "stated": "absent"}])
    states = attendance_states(tables, stated)
    assert state(states, "MMR") == "absent"
    assert state(states, "LAO") == "as-asean"


def test_a_country_is_not_expected_before_it_joined() -> None:
    there = tables_of(release(meeting(ordinal=27), delegations=["KOR", "TLS"]))
    assert state(attendance_states(there, NOBODY), "TLS") == "listed"
    away = tables_of(release(meeting(ordinal=27), delegations=["KOR"]))
    assert "TLS" not in set(attendance_states(away, NOBODY)["party"])


def test_a_meeting_that_was_only_announced_has_no_attendance() -> None:
    tables = tables_of(release(meeting(ordinal=27), delegations=["KOR"]))
    planned = tables.meetings.assign(status="planned")
    assert attendance_states(Tables(**(vars(tables) | {"meetings": planned})), NOBODY).empty


def test_myanmar_through_the_years(ledger: Tables) -> None:
    states = attendance_states(ledger, stated_attendance(ledger))
    table = country_by_series(states, "MMR").set_index(["series", "year"])
    assert table.loc[("asean-rok-summit", 2022), "absent"] == 1
    assert table.loc[("asean-rok-summit", 2024), "listed"] == 1
    assert table.loc[("asean-summit", 2024), "non-political"] == 1
    assert table.loc[("asean-summit", 2024), "absent"] == 0


def test_every_stated_absence_stands_in_a_note_of_the_ledger(ledger: Tables) -> None:
    with (REFERENCE_FOLDER / "stated_attendance.csv").open(encoding="utf8", newline="") as file:
        rows = list(csv.DictReader(file))
    releases = ledger.releases.set_index("release_id")
    kept = stated_attendance(ledger)
    assert len(kept) == len(rows)
    for row in rows:
        release_row = releases.loc[row["release_id"]]
        assert release_row["label_en"] == row["label"]
        assert EN.country(row["party"]).split()[0] in release_row["note"], row


# --- who met whom -----------------------------------------------------------------------------------------------


def test_pairs_count_meetings_and_tell_two_sided_ones_apart() -> None:
    tables = tables_of(
        release(meeting(start="2021-05-01", ordinal=25)),
        release(meeting(start="2022-05-01", ordinal=26)),
        release(meeting("asean-plus-three-summit", "2022-11-12", parties=["ASEAN", "KOR", "JPN", "CHN"])),
    )
    pairs = party_pairs(tables).set_index(["a", "b"])
    assert pairs.loc[("ASEAN", "KOR"), "meetings"] == 3
    assert pairs.loc[("ASEAN", "KOR"), "two_sided"] == 2
    assert pairs.loc[("JPN", "KOR"), "two_sided"] == 0
    assert pairs.loc[("ASEAN", "KOR"), "first"] == pd.Timestamp("2021-05-01")


def test_people_of_one_party_do_not_meet_each_other() -> None:
    people = [
        named("A Kim", "KOR", "co-chair"),
        named("B Lee", "KOR", "attendee"),
        named("C Tran", "VNM", "co-chair"),
    ]
    tables = tables_of(release(meeting(ordinal=27), participants=people))
    pairs = people_pairs(tables)
    assert {frozenset(pair) for pair in zip(pairs["a"], pairs["b"], strict=True)} == {
        frozenset({"a-kim-kor", "c-tran-vnm"}),
        frozenset({"b-lee-kor", "c-tran-vnm"}),
    }
    assert len(people_pairs(tables, "IDN")) == 0


def nodes_of(figure: Figure) -> dict[str, tuple[float, float]]:
    """The place of each node."""
    traces = [trace for trace in figure.chart.data if trace.customdata is not None]
    return {
        node: (x, y)
        for trace in traces
        for node, x, y in zip(trace.customdata, trace.x, trace.y, strict=True)
    }


def test_a_network_keeps_names_apart_and_its_places(ledger: Tables) -> None:
    pairs = party_pairs(ledger)
    places = nodes_of(party_network(pairs, ledger, Look(EN)))
    assert len(set(places.values())) == len(places)
    assert places["ASEAN"] == (0.0, 0.0)
    assert nodes_of(party_network(pairs, ledger, Look(KO))) == places


def test_at_most_forty_people_are_drawn_and_the_table_has_all(ledger: Tables) -> None:
    pairs = people_pairs(ledger)
    figure = people_network(pairs, ledger, Look(EN))
    assert len(nodes_of(figure)) == MOST_PEOPLE
    assert f"Drawn: the {MOST_PEOPLE} " in figure.note
    assert re.search(r"met most often: \d+ meetings", figure.title)
    assert len(figure.data) == len(pairs)


def test_every_person_has_a_line_for_the_name_on_one_side(ledger: Tables) -> None:
    """Names stand beside their marks, outward: two on one line and one side would touch on a phone."""
    places = nodes_of(people_network(people_pairs(ledger), ledger, Look(EN)))
    for side in (1, -1):
        heights = sorted(y for x, y in places.values() if x * side > 0)
        assert min(b - a for a, b in pairwise(heights)) * HEIGHT / 2.36 > 12
    assert max(abs(x) for x, _ in places.values()) < 0.4


# --- one person -------------------------------------------------------------------------------------------------


def test_a_persons_line_has_each_meeting_once(ledger: Tables) -> None:
    rows = person_meetings(ledger, "kim-dong-bae", EN)
    assert rows["meeting_id"].is_unique
    assert "asean-rok-dialogue-27" in rows["meeting_id"].tolist()
    assert rows["start"].is_monotonic_increasing


def test_all_spellings_and_offices_of_a_person_are_kept(ledger: Tables) -> None:
    written = spellings(ledger, "pham-minh-chinh")
    assert {"Pham Minh Chinh", "Phạm Minh Chính", "팜 민 찐"} <= set(written)
    offices = person_offices(ledger, "kim-dong-bae")
    assert {"외교부 아세안국 심의관", "Director-General for ASEAN and Southeast Asian Affairs"} <= set(
        offices["title"]
    )


def test_a_person_of_a_release_without_a_meeting_is_not_lost() -> None:
    tables = tables_of(
        release(None, published="2023-02-03", participants=[named("A Kim", "KOR", "attendee")])
    )
    rows = person_meetings(tables, "a-kim-kor", EN)
    assert rows["meeting_id"].isna().all()
    assert rows["day"].tolist() == ["2023-02-03"]
    assert person_line(rows, "A Kim", "KOR", Look(EN)).chart.data


# --- pictures and links -----------------------------------------------------------------------------------------

FIGURES: dict[str, Callable[[Tables, Look], Figure]] = {
    "heads": lambda tables, look: heads_chart(
        heads_of_delegation(tables, "asean-rok-summit", look.words), "asean-rok-summit", "KOR", look
    ),
    "heads-without-partner": lambda tables, look: heads_chart(
        heads_of_delegation(tables, "eas-summit", look.words), "eas-summit", None, look
    ),
    "attendance": lambda tables, look: series_attendance(
        attendance_states(tables, stated_attendance(tables)), "asean-rok-summit", look
    ),
    "country-attendance": lambda tables, look: country_attendance(
        attendance_states(tables, stated_attendance(tables)), "MMR", look
    ),
    "party-network": lambda tables, look: party_network(party_pairs(tables), tables, look, "KOR"),
    "people-network": lambda tables, look: people_network(people_pairs(tables, "KOR"), tables, look, "KOR"),
    "person-line": lambda tables, look: person_line(
        person_meetings(tables, "pham-minh-chinh", look.words), "Pham Minh Chinh", "VNM", look
    ),
}


@pytest.mark.parametrize("words", [EN, KO], ids=["en", "ko"])
@pytest.mark.parametrize("name", FIGURES)
def test_every_chart_can_be_taken_away_as_a_picture(ledger: Tables, name: str, words: Words) -> None:
    look = Look(words)
    figure = FIGURES[name](ledger, look)
    drawn = pictures.svg(figure, look, "2021–2024", "foot", embed_font=False).decode()
    assert figure.title
    assert figure.alt
    assert len(figure.data)
    assert re.search("<text", drawn)
    assert not re.search(r"\{\w+\}", figure.title + figure.alt + figure.note)


@pytest.mark.parametrize("party", ["KOR", None])
def test_a_network_of_nobody_is_drawn_empty(ledger: Tables, party: str | None) -> None:
    none = party_pairs(ledger).head(0)
    assert party_network(none, ledger, Look(EN), party).title == EN("participants-network-none")
    assert people_network(people_pairs(ledger).head(0), ledger, Look(EN), party).title


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "//evil.example",
        "/local",
        "http://",
        "http://[",
        "",
        None,
        3,
    ],
)
def test_only_web_addresses_of_sources_become_links(address: object) -> None:
    assert web_address(address) is None


@pytest.mark.parametrize("address", ["https://example.org/a?b=1&c=2", "http://asean2021.bn/x.aspx"])
def test_web_addresses_of_sources_become_links(address: str) -> None:
    assert web_address(address) == address
    assert 'rel="noopener noreferrer"' in cell_html(Link("source", address))


def test_what_stands_in_a_record_is_text_and_never_markup() -> None:
    hostile = '<img src=x onerror="alert(1)">'
    assert "<img" not in cell_html(hostile)
    assert "<img" not in cell_html([hostile, Link(hostile, f"/releases?release={hostile}")])
    assert "<a" not in cell_html(Link("a", "javascript:alert(1)"))
    assert "<a" not in cell_html(Link("a", "//evil.example/x"))


def test_no_series_is_said_to_be_left_out_where_none_is(ledger: Tables) -> None:
    states = attendance_states(ledger, stated_attendance(ledger))
    assert "left out" in country_attendance(states, "MMR", Look(EN)).note
    one = states[states["series"] == "asean-rok-dialogue"]
    assert "left out" not in country_attendance(one, "MMR", Look(EN)).note
