"""The page of meetings, run without a browser."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from loaders.tables import load_tables
from tests.pages.tester import html, run_page, text

ROOT = Path(__file__).parents[2]
VIEWS = ("calendar", "series", "matrix", "map", "rhythm", "conflicts", "table")


run = partial(run_page, "meetings")


def listed(app: AppTest) -> int:
    """The number of rows of the table of meetings."""
    return max((len(table.value) for table in app.dataframe if "meeting_id" in table.value), default=0)


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize("view", VIEWS)
def test_every_view_is_drawn_in_both_languages(view: str, lang: str) -> None:
    app = run(view=view, lang=lang)
    assert [title.value for title in app.title] == [{"en": "Meetings", "ko": "회의"}[lang]]
    assert not app.warning


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_takes_very_few_meetings(view: str) -> None:
    assert run(view=view, lang="en", from_="2024", to="2024", partner="PAK").title


@pytest.mark.parametrize("view", VIEWS)
def test_a_selection_that_leaves_nothing_says_so(view: str) -> None:
    app = run(view=view, lang="en", country="TLS", partner="CHL", level="summit", to="2021")
    assert any("Nothing in the ledger" in info.value for info in app.info)


@pytest.mark.parametrize(
    ("key", "value", "address"),
    [
        ("view", "globe", {}),
        ("when", "2023-13", {"view": "calendar"}),
        ("cell", "VNM:1999", {"view": "matrix"}),
        ("cell", "VNM", {"view": "matrix"}),
        ("place", "Atlantis:XXX", {"view": "map"}),
        ("area", "moon", {"view": "map"}),
        ("series", "asean-moon-summit", {"view": "rhythm"}),
        ("family", "picnics", {"view": "series"}),
    ],
)
def test_an_unknown_value_in_the_address_gets_a_notice(key: str, value: str, address: dict[str, str]) -> None:
    app = run(lang="en", **{**address, key: value})
    assert any(f"The address asks for {key}" in warning.value for warning in app.warning)


def test_a_known_value_gets_none() -> None:
    assert not run(lang="en", view="matrix", cell="VNM:2023").warning


def test_a_week_lists_its_meetings_and_can_be_left() -> None:
    app = run(lang="en", when="2023-09-04")
    everything = listed(run(lang="en"))
    assert 0 < listed(app) < everything
    assert "Only: 2023-09-04 – 09-10" in text(app)
    next(button for button in app.button if button.key == "unpick-when").click().run()
    assert listed(app) == everything


def test_a_month_can_be_chosen_from_the_list() -> None:
    app = run(lang="en")
    next(box for box in app.selectbox if box.key == "own-month").select("2023-09").run()
    assert "2023-09" in app.query_params["when"]
    assert "Only: 2023-09-01 – 09-30" in text(app)


def test_a_meeting_has_its_facts_people_releases_and_neighbours() -> None:
    said = html(run(lang="en", meeting="asean-rok-dialogue-27"))
    assert "27th ASEAN-ROK Dialogue" in said
    assert "2023-05-16, not 2023-05-15" in said
    app = run(lang="en", meeting="asean-rok-dialogue-27")
    labels = [button.label for button in app.button]
    assert any(label.startswith("Earlier: 26th ASEAN-ROK Dialogue") for label in labels)
    assert any(label.startswith("Later: 28th ASEAN-ROK Dialogue") for label in labels)


def test_a_release_without_an_address_leaves_no_empty_place_for_it() -> None:
    said = html(run(lang="en", meeting="asean-rok-dialogue-28"))
    assert "whole text read<br>" in said


def test_the_people_of_a_meeting_lead_to_their_own_views() -> None:
    said = html(run(lang="en", meeting="asean-rok-dialogue-28"))
    assert "person=kim-dong-bae" in said
    assert "정치안보 사무차장" in said


def test_from_meeting_to_meeting_and_back() -> None:
    app = run(lang="en", view="series", meeting="asean-rok-dialogue-27")
    next(button for button in app.button if button.key == "meeting-arrow_forward").click().run()
    assert app.title[0].value == "28th ASEAN-ROK Dialogue"
    next(button for button in app.button if button.key == "meetings-back").click().run()
    assert app.title[0].value == "Meetings"
    assert "series" in app.query_params["view"]


@pytest.mark.parametrize(
    "meeting", ["no-such-meeting", "<script>alert(1)</script>", "[x](javascript:alert(1))"]
)
def test_an_unknown_meeting_gets_a_notice_and_a_way_back(meeting: str) -> None:
    app = run(lang="en", meeting=meeting)
    assert any("There is no meeting" in warning.value for warning in app.warning)
    assert any(button.key == "meetings-back" for button in app.button)
    assert "](javascript" not in text(app)


def test_a_meeting_outside_the_filters_is_shown_and_says_so() -> None:
    app = run(lang="en", meeting="asean-rok-dialogue-27", to="2021")
    assert any("outside the filters" in info.value for info in app.info)


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_every_meeting_can_be_opened(lang: str) -> None:
    """A sample of each kind: no date, no place, no people, planned only, many releases, sources in conflict."""
    app = run(lang=lang)
    tables = load_tables()
    meetings = tables.meetings
    odd = [
        meetings[meetings["start"].isna()],
        meetings[meetings["year"].isna()],
        meetings[meetings["status"] == "planned"],
        meetings[meetings["n_releases"] == meetings["n_releases"].max()],
        meetings[~meetings["meeting_id"].isin(tables.participants["meeting_id"])],
        meetings[meetings["meeting_id"].isin(tables.conflicts["meeting_id"])],
        meetings[meetings["series"] == "other"],
    ]
    for kind in odd:
        for meeting in kind["meeting_id"].head(2):
            app.query_params["meeting"] = meeting
            app.run()
            assert not app.exception, meeting
            assert app.title[0].value


def test_the_table_is_searched_in_both_languages() -> None:
    english, korean = (
        listed(run(lang="en", view="table", find="jakarta")),
        listed(run(lang="ko", view="table", find="자카르타")),
    )
    assert 0 < english == korean


def test_who_led_at_each_asean_rok_dialogue_can_be_read() -> None:
    app = run(lang="en", view="series", series="asean-rok-dialogue")
    table = next(table.value for table in app.dataframe if "leaders" in table.value)
    assert len(table) == 4
    assert table["leaders"].str.contains(r"\(Republic of Korea\)").all()


def test_no_asean_china_summit_is_missing() -> None:
    app = run(lang="en", view="rhythm", series="asean-china-summit")
    assert "24th to 27th, none missing. A meeting in every year." in text(app)


def test_a_filter_by_country_makes_no_gap_in_the_rhythm() -> None:
    app = run(lang="en", view="rhythm", series="asean-china-summit", country="MMR", topic="energy")
    assert "24th to 27th, none missing." in text(app)
