"""What users do with meetings: find what is missing, open a meeting from a chart, and come back."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import settle

Visit = Callable[[str], Page]


def address(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def mark(page: Page, chart: str, *said: str) -> Locator:
    """The mark of an Altair chart whose description says all of `said`."""
    found = page.locator(f".st-key-chart-{chart} svg.marks [role=graphics-symbol]")
    for text in said:
        found = found.and_(page.locator(f'[aria-label*="{text}"]'))
    return found.first


def click(page: Page, target: Locator) -> None:
    expect(target).to_be_visible()
    # A chart that is made anew replaces its marks; one may also lie under the number written on it.
    page.wait_for_timeout(500)
    target.click(force=True)
    settle(page)


def test_which_asean_china_summits_are_missing(open_page: Visit) -> None:
    page = open_page("/?lang=en")
    page.get_by_role("link", name="Meetings").first.click()
    settle(page)
    click(page, page.locator(".st-key-own-view button", has_text="Gaps"))
    click(page, mark(page, "series-rhythm", "ASEAN-China Summit", "Year: 2023"))
    said = "24th to 27th, none missing. A meeting in every year."
    expect(page.get_by_test_id("stMarkdown").filter(has_text=said)).to_be_visible()
    # The link reproduces the answer.
    link = page.url
    assert address(page)["series"] == ["asean-china-summit"]
    page.goto("about:blank")
    open_page(link)
    expect(page.get_by_test_id("stMarkdown").filter(has_text=said)).to_be_visible()


def test_a_week_leads_to_its_days_a_day_to_a_meeting_and_back(open_page: Visit) -> None:
    page = open_page("/meetings?lang=en")
    click(page, mark(page, "meeting-weeks", "Week: 2023-09-04"))
    assert address(page)["when"] == ["2023-09-04"]
    click(page, mark(page, "meeting-days", "26th ASEAN-China Summit"))
    expect(page.locator("h1")).to_have_text("26th ASEAN-China Summit")
    click(page, page.locator(".st-key-meetings-back button"))
    expect(page.locator("h1")).to_have_text("Meetings")
    assert "meeting" not in address(page)
    click(page, page.locator(".st-key-unpick-when button"))
    assert "when" not in address(page)


def test_a_second_click_on_a_mark_takes_it_back_and_a_third_picks_it_again(open_page: Visit) -> None:
    page = open_page("/meetings?lang=en&view=matrix")
    for expected in (["IDN:2023"], None, ["IDN:2023"]):
        click(page, mark(page, "country-years", "Country: Indonesia", "Year: 2023"))
        assert address(page).get("cell") == expected


def test_a_mark_on_a_lane_opens_its_meeting_and_the_series_goes_on(open_page: Visit) -> None:
    page = open_page("/meetings?lang=en&view=series&series=asean-rok-dialogue")
    point = page.locator(".st-key-chart-series-lanes .scatterlayer .point").nth(2)
    point.scroll_into_view_if_needed()
    box = point.bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_timeout(300)
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    settle(page)
    expect(page.locator("h1")).to_have_text("27th ASEAN-ROK Dialogue")
    expect(page.get_by_test_id("stMain")).to_contain_text("Kim Dong-bae")
    click(page, page.locator(".st-key-meeting-arrow_forward button"))
    expect(page.locator("h1")).to_have_text("28th ASEAN-ROK Dialogue")
    assert address(page)["meeting"] == ["asean-rok-dialogue-28"]


def test_the_map_needs_no_other_server(open_page: Visit, page: Page, server: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    open_page("/meetings?lang=en&view=map")
    expect(mark(page, "venues", "Place: Singapore")).to_be_visible()
    expect(mark(page, "venues", "Place: Bandar Seri Begawan")).to_be_visible()
    foreign = [
        url for url in asked if not url.startswith((server, server.replace("http", "ws"), "data:", "blob:"))
    ]
    assert not foreign
    click(page, page.locator(".st-key-place-virtual button"))
    assert address(page)["place"] == ["virtual"]


@pytest.mark.parametrize(("lang", "name"), [("en", "Jakarta"), ("ko", "자카르타")])
def test_the_map_can_be_taken_away(open_page: Visit, lang: str, name: str) -> None:
    page = open_page(f"/meetings?lang={lang}&view=map")
    page.locator(".st-key-download-venues button").first.click()
    with page.expect_download() as download:
        page.locator(".st-key-download-venues-svg button").click()
    picture = ElementTree.parse(download.value.path())
    assert name in "".join(picture.getroot().itertext())


@pytest.mark.parametrize(
    ("view", "lang"),
    [
        ("calendar", "en"),
        ("series", "ko"),
        ("matrix", "en"),
        ("map", "ko"),
        ("rhythm", "en"),
        ("conflicts", "ko"),
        ("table", "en"),
    ],
)
def test_a_phone_needs_no_sideways_scroll(open_page: Visit, page: Page, view: str, lang: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    open_page(f"/meetings?lang={lang}&view={view}")
    wide = page.evaluate("() => { const m = document.querySelector('[data-testid=stMain]');"
                         " return m.scrollWidth - m.clientWidth }")  # fmt: skip
    assert wide <= 0


def test_a_row_opens_its_meeting_in_place_and_back_leads_to_the_table(open_page: Visit) -> None:
    page = open_page("/meetings?view=table&lang=en&partner=CHN&level=summit")
    table = page.locator(".st-key-chart-meeting-list canvas").first
    table.scroll_into_view_if_needed()
    box = table.bounding_box()
    assert box
    # The box of the first row: the table is painted, not made of elements.
    page.mouse.click(box["x"] + 16, box["y"] + 52)
    page.wait_for_function("location.search.includes('meeting=')")
    settle(page)
    assert len(page.context.pages) == 1
    page.locator(".st-key-meetings-back button").click()
    page.wait_for_function("!location.search.includes('meeting=')")
    settle(page)
    expect(page.locator(".st-key-chart-meeting-list")).to_be_visible()
