"""What an analyst asks of the partnerships, answered by clicks alone, with a link to show for it."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import settle

Visit = Callable[[str], Page]


def part(page: Page, name: str) -> None:
    """Presses one of the buttons that switch the parts of the page."""
    page.get_by_test_id("stMain").get_by_role("radio", name=name).click()
    page.wait_for_url("**view=**")
    settle(page)


def click_middle(page: Page, mark: Locator) -> None:
    """Clicks where a mark of a chart is drawn: charts take clicks on a layer above their marks."""
    mark.scroll_into_view_if_needed()
    box, before = mark.bounding_box(), None
    while box != before:  # charts are drawn, and the page grows, after it has settled
        page.wait_for_timeout(300)
        box, before = mark.bounding_box(), box
    assert box
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_timeout(300)
    settle(page)


def rows(page: Page, key: str) -> list[str]:
    return page.locator(f".st-key-{key} tbody tr").all_inner_texts()


def test_in_which_order_partners_reached_csp_and_how_long_after_the_proposal(open_page: Visit) -> None:
    page = open_page("/?lang=en")
    page.get_by_role("link", name="Partnerships", exact=True).click()
    page.wait_for_url("**/partnerships?**")
    settle(page)
    order = rows(page, "csp-order")
    names = ["Australia", "China", "India", "United States", "Japan", "Republic of Korea", "New Zealand"]
    assert [name in row for name, row in zip(names, order, strict=True)] == [True] * 7
    assert "298 days" in order[4]
    assert "482 days" in order[5]
    assert page.locator(".st-key-csp-order tbody tr").nth(4).get_by_role("link").count() >= 2
    expect(page.locator(".st-key-chart-csp-upgrades")).to_contain_text(
        "6 partners reached a comprehensive strategic partnership"
    )


def test_which_members_raised_relations_with_japan_in_2023(open_page: Visit) -> None:
    page = open_page("/partnerships?lang=en&from=2023&to=2023")
    part(page, "Partners of the members")
    page.locator(".st-key-filter-partner input").click()
    page.get_by_role("option", name="Japan", exact=True).click()
    page.keyboard.press("Escape")
    settle(page)
    assert re.search("view=members", page.url)
    told = "\n".join(rows(page, "changes"))
    for member in ("Indonesia", "Malaysia", "Viet Nam", "Cambodia"):
        assert member in told
    assert "Thailand" not in told  # November 2022
    assert "sources differ: 2022-11-12 to 2023-12-31" in told
    # The link alone gives the same answer.
    answer = page.url
    page.goto("about:blank")
    page.goto(answer)
    settle(page)
    assert "\n".join(rows(page, "changes")) == told


def test_where_releases_contradict_the_record(open_page: Visit) -> None:
    page = open_page("/partnerships?lang=en")
    part(page, "Releases against the record")
    listed = rows(page, "contradictions-list")
    india = next(row for row in listed if "India" in row)
    assert "2021" in india
    assert "2022-11-12" in india
    page.locator(".st-key-contradictions-list").get_by_role("link", name="ASEAN – India").first.click()
    page.wait_for_url("**claim=**")
    settle(page)
    opened = page.locator(".st-key-opened-claim")
    expect(opened).to_contain_text("What the release says")
    expect(opened).to_contain_text("What the record says")
    expect(opened.get_by_role("link", name="The Hindu")).to_have_attribute("href", re.compile("^https://"))
    opened.get_by_role("button", name="Close").click()
    settle(page)
    expect(page.locator(".st-key-opened-claim")).to_have_count(0)


def test_a_mark_of_the_ladder_leads_to_its_sources_and_back(open_page: Visit) -> None:
    page = open_page("/partnerships?lang=en&partner=GBR")
    ladder = page.locator(".st-key-chart-ladder")
    click_middle(page, ladder.locator(".scatterlayer .points path").last)
    assert "step=" in page.url
    opened = page.locator(".st-key-opened-steps")
    expect(opened).to_contain_text("ASEAN – United Kingdom")
    assert opened.get_by_role("link").count() >= 1
    opened.get_by_role("button", name="Close").click()
    settle(page)
    assert "step=" not in page.url
    expect(page.locator(".st-key-opened-steps")).to_have_count(0)
    # The same mark opens again.
    click_middle(page, ladder.locator(".scatterlayer .points path").last)
    expect(page.locator(".st-key-opened-steps")).to_be_visible()


def test_a_cell_of_the_matrix_leads_to_its_sources(open_page: Visit) -> None:
    page = open_page("/partnerships?lang=en&view=members&partner=GBR")
    cell = page.locator(".st-key-chart-bilateral .mark-rect.role-mark path[aria-label*='Strategic']").first
    click_middle(page, cell)
    assert "step=" in page.url
    expect(page.locator(".st-key-opened-steps")).to_contain_text("United Kingdom")


def test_every_step_can_be_reached_without_a_chart(open_page: Visit) -> None:
    page = open_page("/partnerships?lang=en")
    page.get_by_role("combobox", name="Steps of one pair").click()
    page.keyboard.type("Japan")
    page.get_by_role("option", name="ASEAN – Japan", exact=True).click()
    settle(page)
    expect(page.locator(".st-key-opened-steps")).to_contain_text("the whole way on record")
    assert "pair=ASEAN-JPN" in page.url


def test_sources_in_conflict_show_both_dates(open_page: Visit) -> None:
    page = open_page("/partnerships?lang=ko")
    part(page, "출처 간 불일치")
    told = "\n".join(rows(page, "disputes-list"))
    assert "2021-08-02" in told
    assert "2021-08-05" in told


@pytest.mark.parametrize(
    ("view", "lang"), [("asean", "en"), ("members", "en"), ("claims", "ko"), ("conflicts", "ko")]
)
def test_nothing_sticks_out_on_a_telephone(open_page: Visit, page: Page, view: str, lang: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    open_page(f"/partnerships?view={view}&lang={lang}")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
