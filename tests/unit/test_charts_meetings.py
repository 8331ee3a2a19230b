"""The tables behind the charts of meetings, and the charts as pictures, without Streamlit."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace

import pandas as pd
import pytest

from loaders.tables import Tables, load_tables
from pages.charts import calendar, matrix, rhythm, series_lanes, venues
from pages.charts.figure import Figure
from pages.parts import pictures
from pages.parts.look import Look
from pages.parts.paper import plotly_on_paper
from pages.parts.places import city_code, city_name, land, locate
from pages.parts.words import Words

EN, KO = Words("en"), Words("ko")


def meetings(*rows: dict[str, object]) -> pd.DataFrame:
    """A table of meetings with only what a case is about; the rest is missing."""
    columns = {
        "meeting_id": "str",
        "series": "object",
        "ordinal": "Int64",
        "start": "datetime64[us]",
        "end": "datetime64[us]",
        "precision": "object",
        "year": "Int64",
        "city": "object",
        "country": "object",
        "mode": "object",
        "level": "object",
        "label_en": "object",
        "label_ko": "object",
    }
    frame = pd.DataFrame([{"meeting_id": f"m{number}", **row} for number, row in enumerate(rows)])
    frame = frame.reindex(columns=list(columns)).astype(columns)
    frame["year"] = frame["year"].fillna(frame["start"].dt.year.astype("Int64"))
    return frame


def day(start: str, end: str | None = None, **more: object) -> dict[str, object]:
    return {"start": start, "end": end or start, "precision": "day", **more}


SERIES = pd.DataFrame(
    [
        ("asean-xx-summit", "XX", "summit", "summit", "yes"),
        ("asean-xx-special-summit", "XX", "special-summit", "summit", "no"),
        ("asean-xx-dialogue", "XX", "dialogue", "senior-official", "yes"),
    ],
    columns=["series", "partner", "kind", "level", "annual"],
)
NO_LABELS = pd.DataFrame({"meeting_id": pd.Series(dtype="str"), "label_en": pd.Series(dtype="str")})


# Calendar


def test_every_day_of_a_year_is_in_exactly_one_week_of_that_year() -> None:
    weeks = calendar.week_counts(meetings(day("2021-01-01")), 2020, 2024)
    days = (weeks["end"] - weeks["start"]).dt.days + 1
    assert days.groupby(weeks["year"]).sum().to_dict() == {
        2020: 366,
        2021: 365,
        2022: 365,
        2023: 365,
        2024: 366,
    }


def test_new_year_counts_in_its_own_year_and_the_day_before_in_the_old_one() -> None:
    weeks = calendar.week_counts(meetings(day("2020-12-31"), day("2021-01-01")), 2020, 2021)
    held = weeks[weeks["count"] > 0]
    assert held["year"].tolist() == [2020, 2021]


def test_a_week_begins_on_monday() -> None:
    weeks = calendar.week_counts(meetings(day("2023-09-10"), day("2023-09-11")), 2023, 2023)
    held = weeks.loc[weeks["count"] > 0, "start"].dt.strftime("%Y-%m-%d")
    assert held.tolist() == ["2023-09-04", "2023-09-11"]


def test_a_meeting_without_a_day_is_in_no_week() -> None:
    assert calendar.week_counts(meetings({"year": 2023}), 2023, 2023)["count"].sum() == 0


def test_a_long_meeting_stands_on_each_of_its_days_and_only_on_those_in_view() -> None:
    held = meetings(day("2023-08-31", "2023-09-02"), day("2023-09-02", level="summit"))
    days = calendar.meeting_days(held, pd.Timestamp("2023-09-01"), pd.Timestamp("2023-09-30"))
    assert days["day"].dt.day.tolist() == [1, 2, 2]
    # The summit lies at the bottom of the pile.
    assert days.loc[days["position"] == 0, "meeting_id"].tolist() == ["m0", "m1"]


# Lanes


@pytest.mark.parametrize(
    ("number", "english", "korean"),
    [
        (1, "1st", "1차"),
        (2, "2nd", "2차"),
        (3, "3rd", "3차"),
        (11, "11th", "11차"),
        (12, "12th", "12차"),
        (23, "23rd", "23차"),
    ],
)
def test_numbers_are_written_as_the_language_writes_them(number: int, english: str, korean: str) -> None:
    assert (series_lanes.nth(number, EN), series_lanes.nth(number, KO)) == (english, korean)


def test_lanes_follow_the_reference_and_a_year_alone_is_vague() -> None:
    held = meetings(
        day("2023-05-01", series="asean-xx-dialogue"),
        {"series": "asean-xx-summit", "year": 2022},
        {"series": "asean-xx-summit"},
    )
    rows = series_lanes.lanes(held, SERIES)
    assert rows["lane"].tolist() == [0, 1]
    assert rows["vague"].tolist() == [True, False]
    assert rows["at"].dt.strftime("%Y-%m-%d").tolist() == ["2022-07-01", "2023-05-01"]


# Matrix


def test_a_country_is_counted_once_a_meeting_however_it_is_named() -> None:
    held = meetings(day("2023-05-01"))
    named = pd.DataFrame({"meeting_id": ["m0"], "party": ["VNM"]})
    presence = matrix.took_part(held, named, named, named)
    countries = pd.DataFrame({"code": ["VNM", "ASEAN"], "kind": ["asean-member", "organisation"]})
    table = matrix.country_years(held, presence, countries)
    assert table[["row", "column", "count"]].values.tolist() == [["VNM", "2023", 1]]


def test_asean_as_a_side_does_not_count_for_its_members() -> None:
    held = meetings(day("2023-05-01"))
    sides = pd.DataFrame({"meeting_id": ["m0", "m0"], "party": ["ASEAN", "KOR"]})
    countries = pd.DataFrame(
        {"code": ["VNM", "KOR", "ASEAN"], "kind": ["asean-member", "partner", "organisation"]}
    )
    table = matrix.country_years(held, matrix.took_part(held, sides, sides, sides), countries)
    assert table["row"].tolist() == ["KOR"]


def test_levels_stand_from_high_to_low_with_zeros() -> None:
    held = meetings(day("2023-05-01", level="working"), day("2023-06-01"))
    sides = pd.DataFrame({"meeting_id": ["m0", "m1"], "party": ["KOR", "KOR"]})
    table = matrix.partner_levels(held, sides, ("KOR",))
    assert table["column"].tolist() == ["summit", "minister", "vice-minister", "senior-official", "working"]
    assert table["count"].tolist() == [0, 0, 0, 0, 1]


# Map


def test_a_virtual_meeting_and_one_of_unknown_place_are_counted_beside_the_map() -> None:
    held = meetings(
        day("2023-05-01", city="Jakarta", country="IDN"),
        day("2023-05-02", mode="virtual"),
        day("2023-05-03"),
        day("2023-05-04", country="IDN", mode="hybrid"),
    )
    of_meeting, points = venues.venues(held, locate)
    assert of_meeting["place"].tolist() == ["Jakarta:IDN", "virtual", "unknown", ":IDN"]
    assert points["count"].sum() == 2


def test_two_spellings_of_a_city_are_one_place() -> None:
    held = meetings(
        day("2023-05-01", city="Ha Noi", country="VNM"), day("2023-05-02", city="Hanoi", country="VNM")
    )
    _, points = venues.venues(held, locate)
    assert points[["place", "count"]].values.tolist() == [["Hanoi:VNM", 2]]


def test_a_city_nobody_placed_falls_back_to_its_country() -> None:
    place = locate("Nowhere-on-Sea", "LAO")
    assert place is not None
    assert place.city is None
    assert locate("Nowhere-on-Sea", "XXX") is None


def test_every_city_and_country_of_the_ledger_has_a_place(tables: Tables) -> None:
    pairs = tables.meetings[["city", "country"]].dropna().drop_duplicates()
    assert [pair for pair in pairs.itertuples(index=False) if locate(*pair).city is None] == []  # type: ignore[union-attr]
    assert [code for code in tables.meetings["country"].dropna().unique() if locate(None, code) is None] == []


def test_singapore_and_brunei_are_named_however_few_their_meetings() -> None:
    held = meetings(
        *[day("2023-05-01", city="Kuala Lumpur", country="MYS")] * 9,
        day("2023-05-01", city="Singapore", country="SGP"),
        day("2023-05-01", city="Bandar Seri Begawan", country="BRN"),
    )
    _, points = venues.venues(held, locate)
    named = points.loc[venues.named_places(points, "asia"), "city"]
    # Kuala Lumpur would run into Singapore's name.
    assert set(named) == {"Singapore", "Bandar Seri Begawan"}


def test_the_outline_names_its_source_and_licence() -> None:
    said = json.loads(land())[0]["properties"]
    assert "Natural Earth" in said["source"]
    assert said["licence"] == "Public domain"


def test_cities_have_their_korean_names() -> None:
    assert city_name("Ha Noi", KO) == "하노이"
    assert city_name("Ha Noi", EN) == city_code("Ha Noi") == "Hanoi"


# Rhythm


def rhythm_of(*rows: dict[str, object], labels: pd.DataFrame = NO_LABELS) -> pd.DataFrame:
    held = meetings(*[{"series": "asean-xx-summit", **row} for row in rows])
    return rhythm.series_rhythm(held, labels, SERIES)


def states(table: pd.DataFrame) -> dict[int, tuple[str, tuple[int, ...]]]:
    return {row.year: (row.state, row.numbers) for row in table.itertuples()}


def test_the_26th_is_missing_between_the_25th_and_the_27th() -> None:
    table = rhythm_of(
        {"year": 2021, "ordinal": 24}, {"year": 2022, "ordinal": 25}, {"year": 2024, "ordinal": 27}
    )
    assert states(table)[2023] == ("number-missing", (26,))
    row = next(rhythm.missing_numbers(table).itertuples())
    assert (row.missing, row.empty) == ((26,), (2023,))
    assert rhythm.finding(row, EN) == "Missing: 26th. No meeting in the ledger for 2023."
    assert rhythm.finding(row, KO) == "빠진 차수: 26차. 수록된 회의가 없는 해: 2023."


def test_numbers_that_run_on_say_that_none_was_held() -> None:
    table = rhythm_of({"year": 2021, "ordinal": 19}, {"year": 2023, "ordinal": 20})
    assert states(table)[2022] == ("numbers-run-on", ())


def test_one_missing_number_for_two_empty_years_belongs_to_either() -> None:
    table = rhythm_of({"year": 2021, "ordinal": 34}, {"year": 2024, "ordinal": 36})
    assert states(table)[2022] == states(table)[2023] == ("number-missing", (35,))
    assert not table.loc[table["year"].isin([2022, 2023]), "exact"].any()


def test_two_missing_numbers_for_two_empty_years_are_told_apart() -> None:
    table = rhythm_of({"year": 2021, "ordinal": 33}, {"year": 2024, "ordinal": 36})
    assert states(table)[2022] == ("number-missing", (34,))
    assert states(table)[2023] == ("number-missing", (35,))


def test_a_meeting_without_a_number_may_be_the_missing_one() -> None:
    table = rhythm_of({"year": 2021, "ordinal": 18}, {"year": 2022}, {"year": 2024, "ordinal": 20})
    assert states(table)[2022] == ("unnumbered", ())
    assert states(table)[2023] == ("numbers-run-on", ())


def test_without_numbers_on_both_sides_a_gap_is_only_a_gap() -> None:
    table = rhythm_of({"year": 2021, "ordinal": 4}, {"year": 2023}, {"year": 2024})
    assert states(table)[2022] == ("unknown", ())


def test_a_series_that_is_not_annual_has_no_gaps() -> None:
    held = meetings(
        {"series": "asean-xx-special-summit", "year": 2021},
        {"series": "asean-xx-special-summit", "year": 2024},
    )
    assert rhythm.series_rhythm(held, NO_LABELS, SERIES).empty


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("38th and 39th ASEAN Summits: close", {"m0": {39}}),
        ("ASEAN Foreign Ministers' Meeting (before the 38th and 39th summits)", {}),
        ("40th and 41st ASEAN Summits", {}),
        ("38th ASEAN Summit", {}),
    ],
)
def test_summits_held_together_are_both_there(label: str, expected: dict[str, set[int]]) -> None:
    labels = pd.DataFrame({"meeting_id": ["m0"], "label_en": [label]})
    assert rhythm.held_together(meetings({"year": 2021, "ordinal": 38}), labels) == expected


def test_no_asean_china_summit_is_missing_in_the_ledger(tables: Tables) -> None:
    links = tables.release_meetings.merge(tables.releases, on="release_id")
    table = rhythm.series_rhythm(tables.meetings, links[["meeting_id", "label_en"]], tables.series)
    summary = rhythm.missing_numbers(table).set_index("series")
    summit = summary.loc["asean-china-summit"]
    assert (summit["first"], summit["last"], summit["missing"], summit["empty"]) == (24, 27, (), ())
    assert summary.loc["asean-summit", "missing"] == ()


# Every chart: drawn, said, and on paper


@pytest.fixture(scope="module")
def tables() -> Tables:
    return load_tables()


def _figures(tables: Tables) -> dict[str, Callable[[Look], Figure]]:
    held = tables.meetings
    presence = matrix.took_part(held, tables.meeting_parties, tables.attendance, tables.participants)
    first, last = pd.Timestamp("2023-09-01"), pd.Timestamp("2023-09-30")
    _, points = venues.venues(held, locate)
    links = tables.release_meetings.merge(tables.releases, on="release_id")
    return {
        "weeks": lambda look: calendar.week_density(calendar.week_counts(held, 2021, 2024), look),
        "days": lambda look: calendar.day_pile(calendar.meeting_days(held, first, last), look, first, last),
        "lanes": lambda look: series_lanes.series_lanes(
            series_lanes.lanes(held[held["level"] == "summit"], tables.series), look, 2021, 2024
        ),
        "countries": lambda look: matrix.country_matrix(
            matrix.country_years(held, presence, tables.countries), look
        ),
        "levels": lambda look: matrix.level_matrix(
            matrix.partner_levels(held, tables.meeting_parties, ("KOR", "CHN", "JPN")), look
        ),
        "map": lambda look: venues.venue_map(
            points,
            {"virtual": 3, "unknown": 2},
            land(),
            look,
            "asia",
            lambda city: city_name(city, look.words),
        ),
        "world": lambda look: venues.venue_map(
            points,
            {"virtual": 3, "unknown": 2},
            land(),
            look,
            "world",
            lambda city: city_name(city, look.words),
        ),
        "rhythm": lambda look: rhythm.rhythm_grid(
            rhythm.series_rhythm(held, links[["meeting_id", "label_en"]], tables.series), look
        ),
    }


CHARTS = ("weeks", "days", "lanes", "countries", "levels", "map", "world", "rhythm")


@pytest.mark.parametrize("words", [EN, KO], ids=["en", "ko"])
@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_says_its_finding_and_can_be_taken_away(name: str, words: Words, tables: Tables) -> None:
    look = Look(words)
    figure = _figures(tables)[name](look)
    assert re.search(r"\d", figure.alt), "the text alternative has its numbers"
    assert not re.search(r"[{}]|nan|None", figure.title + figure.alt + figure.note)
    picture = pictures.svg(figure, look, "2021–2024", "Source", embed_font=False).decode()
    assert picture.count("<path") + picture.count("<rect") > 20


def test_lanes_keep_their_names_at_the_left_and_their_years_on_paper(tables: Tables) -> None:
    chart = plotly_on_paper(_figures(tables)["lanes"](Look(EN)).chart, Look(EN)).to_dict()
    names = [layer for layer in chart["layer"] if layer["mark"].get("align") == "left"]
    assert names
    assert all(layer["encoding"]["x"] == {"value": {"expr": "width * 0"}} for layer in names)
    picture = pictures.svg(_figures(tables)["lanes"](Look(EN)), Look(EN), "", "", embed_font=False).decode()
    assert ">2022<" in picture
    assert ">2022-01<" not in picture


@pytest.mark.parametrize("words", [EN, KO], ids=["en", "ko"])
@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_without_meetings_is_drawn_and_says_so(name: str, words: Words, tables: Tables) -> None:
    none = replace(
        tables,
        meetings=tables.meetings.head(0),
        meeting_parties=tables.meeting_parties.head(0),
        attendance=tables.attendance.head(0),
        participants=tables.participants.head(0),
    )
    figure = _figures(none)[name](Look(words, dark=True))
    assert figure.title
    assert "nan" not in figure.title + figure.alt


@pytest.mark.parametrize(("words", "least"), [(EN, 19), (KO, 6)])
def test_heads_of_two_lines_have_room_above_the_matrix(tables: Tables, words: Words, least: int) -> None:
    table = matrix.partner_levels(tables.meetings, tables.meeting_parties, ("KOR", "JPN"))
    layers = matrix.level_matrix(table, Look(words)).chart.to_dict()["layer"]
    assert layers[0]["encoding"]["x"]["axis"]["labelPadding"] == least


def test_the_calendar_of_one_year_has_room_for_its_cells() -> None:
    weeks = calendar.week_counts(meetings(day("2024-09-30")), 2024, 2024)
    assert calendar.week_density(weeks, Look(EN)).chart.height >= calendar.LEGEND + 20
