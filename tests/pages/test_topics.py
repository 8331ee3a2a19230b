"""The page of topics, run without a browser."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from loaders.tables import load_tables
from tests.pages.tester import heads as titles
from tests.pages.tester import html, run_page, text

ROOT = Path(__file__).parents[2]
VIEWS = ("frequency", "change", "apart", "together", "who", "words", "scheme")


run = partial(run_page, "topics")


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize("view", VIEWS)
def test_every_view_is_drawn_in_both_languages(view: str, lang: str) -> None:
    app = run(view=view, lang=lang)
    assert [title.value for title in app.title] == [{"en": "Topics", "ko": "의제"}[lang]]
    assert not app.warning


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_takes_very_few_units(view: str) -> None:
    assert run(view=view, lang="en", from_="2024", to="2024", partner="PAK").title


@pytest.mark.parametrize("view", VIEWS)
def test_a_selection_that_leaves_nothing_says_so(view: str) -> None:
    app = run(view=view, lang="en", country="TLS", partner="CHL", level="summit", to="2021")
    assert any("Nothing in the ledger" in info.value for info in app.info)


@pytest.mark.parametrize(
    ("key", "value", "address"),
    [
        ("view", "opera", {}),
        ("unit", "page", {}),
        ("scope", "moon", {"view": "change"}),
        ("texts", "half", {}),
        ("told", "XXX", {"view": "who"}),
        ("by", "colour", {}),
        ("point", "digital:1999", {}),
        ("moved", "gossip", {"view": "change"}),
        ("a", "partner:MOON", {"view": "apart"}),
        ("b", "since:2031-01", {"view": "apart"}),
        ("shown", "gossip", {"view": "apart"}),
        ("beside", "gossip", {"view": "together"}),
        ("pair", "digital:digital", {"view": "together"}),
        ("cell", "digital:MOON", {"view": "who"}),
        ("of", "gossip", {"view": "scheme"}),
    ],
)
def test_an_unknown_parameter_is_said_and_left_out(key: str, value: str, address: dict[str, str]) -> None:
    app = run(lang="en", **address, **{key: value})
    assert any(f"asks for {key}" in warning.value for warning in app.warning)


def test_the_unit_is_said_and_a_meeting_told_often_counts_once() -> None:
    every = load_tables()
    told = every.release_meetings.loc[every.release_meetings["principal"], "meeting_id"].nunique()
    assert f"Counted: {told} meetings" in text(run(lang="en"))
    assert f"Counted: {len(every.releases)} releases" in text(run(lang="en", unit="release"))


def test_openings_can_be_left_out() -> None:
    every = load_tables()
    whole = int((every.releases["coverage"] == "full").sum())
    said = text(run(lang="en", unit="release", texts="whole"))
    assert f"Counted: {whole} releases. Of 0 of them only the opening was read." in said


def test_choices_that_leave_nothing_say_so() -> None:
    app = run(lang="en", partner="PAK", texts="whole", told="KOR")
    assert any("Nothing is left to count" in info.value for info in app.info)


def test_a_topic_of_the_filters_stands_out_and_narrows_nothing() -> None:
    every, one = run(lang="en"), run(lang="en", topic="artificial-intelligence")
    counted = [caption.value for caption in every.caption if caption.value.startswith("Counted")]
    assert counted == [caption.value for caption in one.caption if caption.value.startswith("Counted")]
    assert any("“Artificial intelligence” is first met on" in title for title in titles(one))
    assert "Where it says so: Artificial intelligence" in text(one)


@pytest.mark.parametrize(
    "by", ["year", "quarter", "partner", "country", "series", "level", "issuer", "language", "coverage"]
)
@pytest.mark.parametrize("unit", ["meeting", "release"])
def test_every_breakdown_is_drawn(by: str, unit: str) -> None:
    assert len(titles(run(lang="ko", by=by, unit=unit, topic=["digital", "health"]))) == 2


def test_change_says_how_sure_it_is() -> None:
    app = run(lang="en", view="change", partner="KOR", scope="one")
    assert titles(app)[0].startswith("Grew most, 2021 to 2024: ")
    sentences = next(mark.value for mark in app.markdown if mark.value.startswith("- "))
    assert sentences.count("points, between") == 3


def test_change_of_one_year_says_that_it_needs_two() -> None:
    app = run(lang="en", view="change", from_="2023", to="2023")
    assert any("two years" in info.value for info in app.info)


def test_china_and_japan_are_told_apart_without_the_meetings_of_both() -> None:
    app = run(lang="en", view="apart", a="partner:CHN", b="partner:JPN")
    assert titles(app)[0].startswith("China: ")
    assert "belong to both sides" in text(app)
    assert "Monroe, Colaresi and Quinn" in text(app)


def test_the_korean_side_before_and_after_a_month() -> None:
    app = run(lang="ko", view="apart", told="KOR", a="since:2022-05")
    assert "2022-05부터" in titles(app)[0]
    assert "2022-05 전" in titles(app)[0]


def test_a_side_against_itself_says_that_nothing_is_left() -> None:
    app = run(lang="en", view="apart", a="partner:CHN", b="partner:CHN")
    assert any("One side has nothing" in info.value for info in app.info)


def test_a_cell_leads_to_its_releases() -> None:
    app = run(lang="en", view="who", cell="supply-chains:KOR")
    assert "Supply chains · Republic of Korea" in text(app)
    link = next(part for part in html(app).splitlines() if "Open these on the page of releases" in part)
    assert 'target="_self"' in link
    assert "partner=KOR" in link
    assert "topic=supply-chains" in link
    assert "lang=en" in link


def test_what_goes_with_supply_chains_is_a_list_with_its_counts() -> None:
    app = run(lang="en", view="together", beside="supply-chains")
    assert titles(app)[0].startswith("“Supply chains” goes with ")
    table = max((frame.value for frame in app.dataframe if "lift" in frame.value), key=len)
    assert set(table["topic_a"]) == {"Supply chains"}
    assert (table["both"] <= table["count_a"]).all()


def test_a_word_without_a_text_says_so() -> None:
    app = run(lang="en", view="words", q="supply chain")
    assert any("No text is at hand" in info.value for info in app.info)
    assert any("single words" in info.value for info in app.info)


def test_the_scheme_has_every_topic_with_its_definition_and_words() -> None:
    app = run(lang="en", view="scheme", of="artificial-intelligence")
    scheme = next(frame.value for frame in app.dataframe if "covers" in frame.value)
    assert len(scheme) == len(load_tables().topic_scheme)
    listed = next(frame.value for frame in app.dataframe if "word" in frame.value)
    assert set(listed["topic"]) == {"Artificial intelligence"}
    assert any(title.startswith("A second coding, blind") for title in titles(app))
