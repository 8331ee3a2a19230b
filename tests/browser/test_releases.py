"""Finding a release, opening it, following it to its source."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page, expect

from tests.browser.conftest import settle

Visit = Callable[[str], Page]
GOVERNMENT = re.compile("^government")
LEDGER = Path(__file__).parents[2] / "data" / "ledger"


def asked(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def count(page: Page) -> int:
    """The number of releases found, as the page says it."""
    said = page.locator("[data-testid='stMarkdown'] strong").first.inner_text()
    return int("".join(char for char in said if char.isdigit()))


def records() -> list[dict[str, object]]:
    return [
        json.loads(line) for file in LEDGER.glob("*.jsonl") for line in file.read_text("utf8").splitlines()
    ]


def test_every_release_is_there_and_counted(open_page: Visit) -> None:
    assert count(open_page("/releases?lang=en")) == len(records())


def test_search_in_korean_with_a_particle(open_page: Visit) -> None:
    page = open_page("/releases?lang=ko")
    everything = count(page)
    box = page.locator(".st-key-q input")
    box.fill("부산에서")
    box.press("Enter")
    page.wait_for_function("location.search.includes('q=')")
    settle(page)
    assert 0 < count(page) < everything
    assert asked(page)["q"] == ["부산에서"]
    # The link finds the same.
    other = page.context.new_page()
    other.goto(page.url)
    settle(other)
    assert count(other) == count(page)


def test_a_facet_narrows_and_stands_in_the_address(open_page: Visit) -> None:
    page = open_page("/releases?lang=en&q=summit")
    found = count(page)
    page.locator(".st-key-facet-kind").get_by_role("button", name=GOVERNMENT).click()
    page.wait_for_function("location.search.includes('kind=government')")
    settle(page)
    assert 0 < count(page) < found
    page.locator(".st-key-facet-kind").get_by_role("button", name=GOVERNMENT).click()
    page.wait_for_function("!location.search.includes('kind=')")
    settle(page)
    assert count(page) == found


def test_a_row_opens_its_release_and_the_release_its_source(open_page: Visit) -> None:
    page = open_page("/releases?lang=en&q=28th+ASEAN-ROK+Dialogue&kind=news")
    table = page.locator(".st-key-chart-releases canvas").first
    table.scroll_into_view_if_needed()
    box = table.bounding_box()
    assert box
    # The box of the first row: the table is painted, not made of elements.
    page.mouse.click(box["x"] + 16, box["y"] + 52)
    page.wait_for_function("location.search.includes('release=')")
    settle(page)
    expect(page.get_by_role("heading", level=1)).to_contain_text("28th ASEAN-ROK Dialogue")
    source = page.locator(".st-key-release-source a").get_attribute("href")
    assert source in {record["source_url"] for record in records()}
    page.locator(".st-key-release-back button").click()
    page.wait_for_function("!location.search.includes('release=')")
    settle(page)
    assert asked(page)["kind"] == ["news"]
    assert 0 < count(page) < 20


def test_a_release_leads_to_its_meeting_and_people(open_page: Visit) -> None:
    page = open_page("/releases?release=c3f60abcd7&lang=en")
    expect(page.locator(".st-key-release-claims")).to_contain_text("contradicts")
    page.locator(".st-key-release-people").get_by_role("link", name="Kim Dong-bae").click()
    page.wait_for_url("**/participants?**person=kim-dong-bae**")
    settle(page)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Kim Dong-bae")


def test_an_unknown_release_is_said_and_the_list_stays(open_page: Visit) -> None:
    page = open_page("/releases?release=%3Cscript%3Ealert(1)%3C/script%3E&lang=en")
    expect(page.get_by_test_id("stAlert")).to_contain_text("<script>")
    assert count(page) == len(records())
