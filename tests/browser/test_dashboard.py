"""What every user does: open, filter, follow a link, switch language, take a chart away."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import settle

Visit = Callable[[str], Page]


def address(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def metric(page: Page, label: str) -> int:
    box = page.get_by_test_id("stMetric").filter(has_text=label)
    return int(box.get_by_test_id("stMetricValue").inner_text().replace(",", ""))


def choose(page: Page, filter_name: str, option: str) -> None:
    page.locator(f".st-key-filter-{filter_name} input").fill(option)
    page.get_by_role("option", name=option, exact=True).click()
    page.keyboard.press("Escape")
    settle(page)


def ledger_lines() -> int:
    files = (Path(__file__).parents[2] / "data" / "ledger").glob("*.jsonl")
    return sum(len(file.read_text(encoding="utf8").splitlines()) for file in files)


def test_opening_shows_every_release_of_the_files(open_page: Visit) -> None:
    page = open_page("/?lang=en")
    assert metric(page, "Releases") == ledger_lines()
    expect(page.locator(".st-key-chart-csp-upgrades")).to_be_visible()


def test_filtering_by_year_changes_numbers_and_address(open_page: Visit) -> None:
    page = open_page("/?lang=en")
    everything = metric(page, "Releases")
    slider = page.get_by_test_id("stSidebar").get_by_role("slider").first
    slider.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("location.search.includes('from=2022')")
    settle(page)
    assert 0 < metric(page, "Releases") < everything


def test_filtering_by_country_keeps_its_meetings(open_page: Visit) -> None:
    page = open_page("/?lang=en")
    everything = metric(page, "Releases")
    choose(page, "country", "Viet Nam")
    assert address(page)["country"] == ["VNM"]
    assert 0 < metric(page, "Releases") < everything


def test_a_link_reproduces_its_view(open_page: Visit) -> None:
    page = open_page("/topics?from=2023&to=2024&country=VNM&lang=ko")
    expect(page.get_by_role("heading", level=1)).to_contain_text("의제")
    expect(page.get_by_test_id("stMain")).to_contain_text("2023–2024년 · 베트남 참여")
    asked = address(page)
    assert asked["from"] == ["2023"]
    assert asked["country"] == ["VNM"]
    assert asked["lang"] == ["ko"]


def test_filters_stay_from_page_to_page(open_page: Visit) -> None:
    page = open_page("/?from=2022&to=2022&partner=JPN&lang=en")
    page.get_by_role("link", name="Topics").click()
    page.wait_for_url("**/topics?**")
    settle(page)
    asked = address(page)
    assert (asked["from"], asked["to"], asked["partner"]) == (["2022"], ["2022"], ["JPN"])


def test_switching_language_changes_every_label(open_page: Visit) -> None:
    page = open_page("/?lang=en")
    page.get_by_test_id("stSidebar").get_by_text("한국어").click()
    page.wait_for_function("location.search.includes('lang=ko')")
    settle(page)
    expect(page.get_by_test_id("stSidebar")).to_contain_text("국가")
    expect(page.get_by_test_id("stMain")).to_contain_text("보도자료")
    expect(page.locator(".st-key-chart-csp-upgrades")).to_contain_text("2021–2024년")


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize(("kind", "start"), [("png", b"\x89PNG"), ("svg", b"<svg"), ("csv", b"\xef\xbb\xbf")])
def test_a_chart_can_be_taken_away(open_page: Visit, lang: str, kind: str, start: bytes) -> None:
    page = open_page(f"/?lang={lang}")
    menu = page.locator(".st-key-download-csp-upgrades")
    menu.get_by_role("button").click()
    with page.expect_download() as download:
        page.locator(f".st-key-download-csp-upgrades-{kind} button").click()
    content = Path(download.value.path()).read_bytes()
    assert content.startswith(start)
    if kind == "svg":
        picture = content.decode()
        assert ElementTree.fromstring(picture).get("width")
        assert {"en": "Republic of Korea", "ko": "한국"}[lang] in picture
        assert "2024-10-10" in picture
        assert "CC BY 4.0" in picture
        assert "data:font/woff2" in picture
    if kind == "csv":
        assert "2021-10-27" in content.decode("utf-8-sig")


def test_an_unknown_value_in_the_address_is_said_and_left_out(open_page: Visit) -> None:
    page = open_page("/topics?country=ZZZ&from=1066&lang=xx")
    notices = page.get_by_test_id("stAlert")
    expect(notices).to_have_count(3)
    expect(notices.first).to_contain_text("1066")
    assert "country" not in address(page)


def test_a_filter_that_leaves_nothing_offers_to_clear_it(open_page: Visit) -> None:
    page = open_page("/topics?country=TLS&partner=CHL&level=summit&from=2021&to=2021&lang=en")
    expect(page.get_by_test_id("stMain")).to_contain_text("Nothing in the ledger fits these filters.")
    page.locator(".st-key-filter-clear-empty button").click()
    settle(page)
    assert set(address(page)) == {"lang"}
