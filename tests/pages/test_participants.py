"""The page of participants, run without a browser: every view, both languages, filters, hostile addresses."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from loaders.tables import load_tables
from tests.pages.tester import heads, html, run_page

ROOT = Path(__file__).parents[2]
VIEWS = ("heads", "attendance", "network", "list")


run = partial(run_page, "participants")


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize("view", VIEWS)
def test_every_view_opens(view: str, lang: str) -> None:
    app = run(view=view, lang=lang)
    assert not app.warning
    assert heads(app) or view == "list"


@pytest.mark.parametrize(
    ("lang", "people"),
    [("en", ("Yeo Seung-bae", "Kim Dong-bae", "Chung Byung-won")), ("ko", ("여승배", "김동배", "정병원"))],
)
def test_the_korean_heads_stand_in_the_title_and_the_table(lang: str, people: tuple[str, ...]) -> None:
    app = run(lang=lang, series="asean-rok-dialogue")
    for name in people:
        assert name in heads(app)[0]
        assert name in html(app)
    assert "person=chung-byung-won" in html(app)


def test_filters_narrow_the_heads() -> None:
    app = run(lang="en", from_="2023", to="2023", series="asean-rok-dialogue")
    assert "Kim Dong-bae (2023)" in heads(app)[0]
    assert "Chung Byung-won" not in html(app)


def test_a_series_that_the_filters_leave_out_is_said_to_be_empty() -> None:
    app = run(lang="en", partner="CHN", series="asean-rok-dialogue")
    assert any("No release in view" in info.value for info in app.info)


def test_without_a_choice_the_series_is_one_that_the_filters_leave() -> None:
    app = run(lang="en", partner="CHN")
    assert not app.info
    assert heads(app)


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_stands_one_meeting_only(view: str) -> None:
    run(lang="en", view=view, country="MNG")
    run(lang="ko", view=view, partner="CAN", level="working")


def test_nothing_left_is_said() -> None:
    app = run(lang="en", country="TLS", partner="CHL", level="summit", to="2021")
    assert any("Nothing in the ledger" in info.value for info in app.info)


def test_absences_stand_with_their_release() -> None:
    app = run(lang="en", view="attendance", series="asean-rok-summit")
    assert "Myanmar (2022)" in heads(app)[0]
    assert "stated: absent" in html(app)
    assert "/releases?" in html(app)


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_a_person_has_a_line_offices_spellings_and_a_way_back(lang: str) -> None:
    app = run(lang=lang, person="pham-minh-chinh", view="list", country="VNM")
    assert app.title[0].value == {"en": "Pham Minh Chinh", "ko": "팜 밍 찡"}[lang]
    assert "Phạm Minh Chính" in html(app)
    assert "/meetings?" in html(app)
    next(button for button in app.button if button.key == "person-back").click().run()
    assert not app.exception
    assert "person" not in app.query_params
    assert app.query_params["view"] in ("list", ["list"])


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("person", "<script>alert(1)</script>"),
        ("person", "x" * 3000),
        ("view", "' OR 1=1"),
        ("series", "../../etc"),
        ("party", "한국"),
        ("who", "%00"),
        ("role", "<script>alert(1)</script>"),
    ],
)
def test_an_unknown_value_gets_a_notice(key: str, value: str) -> None:
    view = {"party": "network", "who": "network", "role": "list"}.get(key, "heads")
    app = run(**{"lang": "en", "view": view, key: value})
    assert len(app.warning) == 1
    assert "<" not in app.warning[0].value.replace("\\<", "")
    assert app.title[0].value == "Participants"


def test_people_are_found_in_either_language() -> None:
    for query in ("조태열 외교부", "cho tae-yul", "Phạm Minh"):
        app = run(lang="en", view="list", q=query)
        assert len(app.dataframe[0].value) > 0, query
    assert len(run(lang="en", view="list", q="zzzz").dataframe[0].value) == 0


def test_nobody_of_the_ledger_is_missing_from_the_list() -> None:
    assert len(run(lang="en", view="list").dataframe[0].value) == len(load_tables().participants)
