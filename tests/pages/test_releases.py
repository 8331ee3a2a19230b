"""The page of releases, run without a browser: search, facets, a release's own view, hostile addresses."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from loaders.tables import Tables, load_tables
from pages.parts import texts
from tests.pages.tester import html, run_page

ROOT = Path(__file__).parents[2]
SEED = "c3f60abcd7"


run = partial(run_page, "releases")


@pytest.fixture(scope="module")
def ledger() -> Tables:
    return load_tables()


def rows(app: AppTest) -> int:
    return len(app.dataframe[0].value) if app.dataframe else 0


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_every_release_of_the_files_is_listed(lang: str) -> None:
    lines = sum(
        len(file.read_text("utf8").splitlines()) for file in (ROOT / "data" / "ledger").glob("*.jsonl")
    )
    app = run(lang=lang)
    assert rows(app) == lines
    assert any(f"{lines:,}" in text.value for text in app.markdown)


@pytest.mark.parametrize(
    "query", ["정상회의에서", "한-아세안 대화", "chung byung-won", "프놈펜", "Phạm Minh Chính"]
)
def test_words_narrow_the_list(query: str) -> None:
    assert 0 < rows(run(lang="ko", q=query)) < 400


def test_words_that_nothing_holds_are_said_and_can_be_cleared() -> None:
    app = run(lang="en", q="zzzz", kind="news")
    assert any("No release fits" in info.value for info in app.info)
    next(button for button in app.button if button.key == "releases-clear").click().run()
    assert not app.exception
    assert rows(app) > 800
    assert not {"q", "kind"} & set(app.query_params)


def test_facets_narrow_and_count(ledger: Tables) -> None:
    releases = ledger.releases
    korean = (releases["language"] == "ko") & (releases["issuer_kind"] == "government")
    app = run(lang="en", written="ko", kind="government")
    assert rows(app) == int(korean.sum())
    both = run(lang="en", year=["2021", "2024"])
    assert rows(both) == int(releases["year"].isin([2021, 2024]).sum())


def test_filters_and_facets_go_together(ledger: Tables) -> None:
    assert rows(run(lang="en", from_="2023", to="2023", year="2023")) == rows(
        run(lang="en", from_="2023", to="2023")
    )


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_a_release_shows_what_was_coded_of_it(lang: str) -> None:
    app = run(lang=lang, release=SEED)
    shown = html(app)
    for fact in ("/meetings?", "person=chung-byung-won", "2024.jsonl", "2022-11-12", "KASI"):
        assert fact in shown, fact
    assert {"en": "contradicts", "ko": "어긋남"}[lang] in shown
    assert app.title[0].value == {"en": "28th ASEAN-ROK Dialogue", "ko": "제28차 한-아세안 대화"}[lang]


def test_of_a_release_read_in_its_opening_only_that_is_said(ledger: Tables) -> None:
    release = ledger.releases.loc[ledger.releases["coverage"] == "opening", "release_id"].iloc[0]
    assert any("Only the opening" in info.value for info in run(lang="en", release=release).info)
    assert not run(lang="en", release=SEED).info


def test_the_way_back_keeps_words_and_facets() -> None:
    app = run(lang="en", release=SEED, q="dialogue", kind="government")
    next(button for button in app.button if button.key == "release-back").click().run()
    assert not app.exception
    assert "release" not in app.query_params
    assert app.query_params["kind"] in ("government", ["government"])
    assert app.query_params["q"] in ("dialogue", ["dialogue"])


def test_a_sample_of_releases_opens_in_both_languages(ledger: Tables) -> None:
    every = ledger.releases["release_id"]
    unlike = ledger.releases.drop_duplicates(["language", "issuer_kind", "coverage"])["release_id"]
    lone = every[~every.isin(ledger.release_meetings["release_id"])].head(3)
    for place, release in enumerate([*unlike, *lone]):
        run(lang="en" if place % 2 else "ko", release=release)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("release", "<img src=x onerror=alert(1)>"),
        ("release", "../x"),
        ("kind", "<img src=x onerror=alert(1)>"),
        ("written", "한국"),
        ("coverage", "y" * 3000),
        ("year", "1066"),
        ("about", "[x](javascript:alert(1))"),
    ],
)
def test_an_unknown_value_gets_a_notice(key: str, value: str) -> None:
    app = run(**{"lang": "en", key: value})
    assert len(app.warning) == 1
    assert "<" not in app.warning[0].value.replace("\\<", "")
    assert rows(app) > 800


@pytest.mark.parametrize("query", ["<script>alert(1)</script>", "[a](javascript:x)", "$x$", "k" * 5000])
def test_hostile_words_are_only_words(query: str) -> None:
    assert rows(run(lang="en", q=query)) < 400


def test_marks_alone_are_no_words() -> None:
    assert rows(run(lang="en", q="( \\ .*")) > 800


# --- the passages behind the facts ---

READ_BY_PROGRAM = "4b1a3b117a"  # a fact sheet of 12 November 2022


def text_that_fits(ledger: Tables, release_id: str, mark: str) -> str:
    """An invented text of a release's address with `mark` where the release's first city stands."""
    address = ledger.releases.set_index("release_id").loc[release_id, "source_url"]
    evidence = ledger.evidence[(ledger.evidence["release_id"] == release_id)]
    place = int(evidence.loc[evidence["field"] == "city", "start"].iloc[0])
    head = f"---\nsource_url: {address}\n---\n\n"
    return head + "word " * ((place - len(head)) // 5) + " " * ((place - len(head)) % 5) + mark + " word" * 9


def test_facts_of_a_text_not_at_hand_give_their_places_and_ask_for_it() -> None:
    shown = html(app := run(lang="en", release=READ_BY_PROGRAM))
    assert "Meeting: 10th ASEAN-US Summit, city" in shown
    assert "Topic: Climate" in shown
    assert "Passage" not in shown
    assert any("Add the text you have" in caption.value for caption in app.caption)


@pytest.mark.parametrize(("lang", "fact"), [("en", "Passage"), ("ko", "구절")])
def test_a_text_at_hand_shows_the_passage_beside_the_fact(
    lang: str, fact: str, ledger: Tables, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(texts, "FOLDER", tmp_path)
    (tmp_path / "mine.md").write_text(text_that_fits(ledger, READ_BY_PROGRAM, "Springfield"))
    shown = html(run(lang=lang, release=READ_BY_PROGRAM))
    assert fact in shown
    assert "<mark>Springfie" in shown
    assert "<mark>" not in html(run(lang=lang, release=SEED))


def test_a_text_of_another_release_is_not_taken_for_this_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ledger: Tables
) -> None:
    monkeypatch.setattr(texts, "FOLDER", tmp_path)
    (tmp_path / "other.txt").write_text("Ministers met in Springfield. " * 20)
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7 nothing")
    app = run(lang="en", release=READ_BY_PROGRAM)
    assert not app.exception
    assert "<mark>" not in html(app)
