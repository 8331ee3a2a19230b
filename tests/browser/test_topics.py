"""The questions of the page of topics, answered by clicks alone, each with a link that shows the answer again."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.conftest import settle

Visit = Callable[[str], Page]


def press(page: Page, name: str) -> None:
    page.get_by_test_id("stMain").get_by_role("radio", name=name, exact=True).click()
    settle(page)


def choose(page: Page, key: str, option: str) -> None:
    """Picks an option of a list, by typing its name."""
    box = page.locator(f".st-key-{key} input").first
    box.click()
    box.fill(option)
    page.get_by_role("option", name=option, exact=True).first.click()
    if key.startswith("filter-"):
        # The list of a filter stays open for more; Escape would empty any other list.
        page.keyboard.press("Escape")
    settle(page)


def title(page: Page, chart: str) -> str:
    return page.locator(f".st-key-chart-{chart}").get_by_role("heading").inner_text()


def same_by_link(open_page: Visit, page: Page, chart: str) -> bool:
    shown = title(page, chart)
    return title(open_page(page.url), chart) == shown


def test_which_three_topics_grew_most_in_asean_rok_meetings_and_how_sure_is_that(open_page: Visit) -> None:
    page = open_page("/topics?lang=en")
    press(page, "Change")
    choose(page, "filter-partner", "Republic of Korea")
    choose(page, "own-scope", "ASEAN and one partner")
    assert title(page, "topic-movers").startswith("Grew most, 2021 to 2024: ")
    sentences = page.get_by_test_id("stMain").get_by_role("listitem").filter(has_text="points, between")
    assert sentences.count() == 3
    for sentence in sentences.all():
        assert re.search(r"\(\d+/\d+ → \d+/\d+\)\. (Sure|Likely|Not sure)", sentence.inner_text())
    assert same_by_link(open_page, page, "topic-movers")


def test_what_sets_asean_china_apart_from_asean_japan(open_page: Visit) -> None:
    page = open_page("/topics?lang=en")
    press(page, "What sets apart")
    choose(page, "own-a", "China")
    choose(page, "own-b", "Japan")
    assert re.match(r"China: .+\. Japan: .+", title(page, "topic-apart"))
    expect(page.locator(".st-key-chart-topic-apart-counts").get_by_test_id("stDataFrame")).to_be_visible()
    assert same_by_link(open_page, page, "topic-apart")


def test_when_did_ai_enter_with_whom_and_where_does_it_say_so(open_page: Visit) -> None:
    page = open_page("/topics?lang=en")
    choose(page, "filter-topic", "Artificial intelligence")
    assert re.search(r"first met on \d{4}-\d\d-\d\d: ", title(page, "topic-lanes"))
    alternative = page.locator(".st-key-chart-topic-lanes [aria-label*='First with each partner']")
    assert alternative.count() or page.get_by_text("First with each partner").count()
    expect(page.locator(".st-key-chart-topic-sources").get_by_test_id("stDataFrame")).to_be_visible()
    assert same_by_link(open_page, page, "topic-lanes")
    link = page.get_by_role("link", name="Open these on the page of releases").get_attribute("href")
    assert link
    releases = open_page(link)
    expect(releases.get_by_role("heading", level=1)).to_have_text("Releases")
    assert "topic=artificial-intelligence" in releases.url


def test_which_topics_go_with_supply_chains(open_page: Visit) -> None:
    page = open_page("/topics?lang=en")
    press(page, "What goes together")
    choose(page, "own-beside", "Supply chains")
    assert title(page, "topic-companions").startswith("“Supply chains” goes with ")
    assert same_by_link(open_page, page, "topic-companions")


def test_a_click_on_a_bar_follows_its_topic_and_a_second_lets_it_go(open_page: Visit) -> None:
    page = open_page("/topics?lang=en")

    def click_first_bar() -> None:
        chart = page.locator(".st-key-chart-topic-shares").get_by_test_id("stVegaLiteChart")
        box = chart.bounding_box()
        assert box
        # Below the key of the pillars.
        chart.click(position={"x": box["width"] * 0.3, "y": 42})

    click_first_bar()
    page.wait_for_function("location.search.includes('topic=')")
    settle(page)
    expect(page.locator(".st-key-chart-topic-lanes")).to_be_visible()
    click_first_bar()
    page.wait_for_function("!location.search.includes('topic=')")


def test_a_click_on_a_cell_shows_its_releases(open_page: Visit) -> None:
    page = open_page("/topics?view=who&lang=ko")
    chart = page.locator(".st-key-chart-topic-who").get_by_test_id("stVegaLiteChart")
    box = chart.bounding_box()
    assert box
    chart.click(position={"x": box["width"] * 0.5, "y": box["height"] * 0.4})
    page.wait_for_function("location.search.includes('cell=')")
    settle(page)
    expect(page.locator(".st-key-chart-topic-records").get_by_test_id("stDataFrame")).to_be_visible()


def test_a_word_in_context_over_a_text_of_ones_own(open_page: Visit, tmp_path: Path) -> None:
    text = tmp_path / "invented.txt"
    text.write_text(
        "가상 회의 개최\n\n등대협회는 항구의 등대를 점검하였다. 등대지기는 오지 않았다.\n", encoding="utf8"
    )
    page = open_page("/topics?view=words&lang=en")
    page.locator(".st-key-topics-upload input[type=file]").set_input_files(text)
    settle(page)
    page.locator(".st-key-q input").fill("등대")
    page.keyboard.press("Enter")
    page.wait_for_function("location.search.includes('q=')")
    settle(page)
    expect(page.get_by_text("Found once (texts: 1).")).to_be_visible()
    expect(page.locator(".st-key-chart-word-context").get_by_test_id("stDataFrame")).to_be_visible()
