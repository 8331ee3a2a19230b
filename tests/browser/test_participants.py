"""Who led, who was there, who met whom: by clicks alone, with a link to show for it."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page, expect

from tests.browser.conftest import settle

Visit = Callable[[str], Page]


def asked(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def pick(page: Page, parameter: str, option: str) -> None:
    """Chooses an option of a list of the page."""
    page.locator(f".st-key-own-{parameter} input").fill(option)
    page.get_by_role("option", name=option, exact=True).click()
    page.wait_for_function(f"location.search.includes('{parameter}=')")
    settle(page)


def test_who_led_the_korean_side_at_each_asean_rok_dialogue(open_page: Visit) -> None:
    page = open_page("/?lang=en")
    page.get_by_role("link", name="Participants").click()
    page.wait_for_url("**/participants?**")
    settle(page)
    pick(page, "series", "ASEAN-ROK Summit")
    pick(page, "series", "ASEAN-ROK Dialogue")
    answer = "Yeo Seung-bae (2021, 2022), Kim Dong-bae (2023) and Chung Byung-won (2024)"
    title = page.locator(".st-key-chart-heads").get_by_role("heading")
    expect(title).to_contain_text(answer)
    assert asked(page)["series"] == ["asean-rok-dialogue"]
    # The link shows the same to somebody else.
    other = page.context.new_page()
    other.goto(page.url)
    settle(other)
    expect(other.locator(".st-key-chart-heads").get_by_role("heading")).to_contain_text(answer)


def test_from_a_head_of_delegation_to_the_person_and_the_meeting(open_page: Visit) -> None:
    page = open_page("/participants?series=asean-rok-dialogue&lang=ko&from=2022")
    page.locator(".st-key-rows-heads").get_by_role("link", name="정병원").first.click()
    page.wait_for_url("**person=chung-byung-won**")
    settle(page)
    expect(page.get_by_role("heading", level=1)).to_contain_text("정병원")
    assert asked(page)["from"] == ["2022"]
    meeting = page.locator(".st-key-person-meetings").get_by_role("link", name="제28차 한-아세안 대화")
    meeting.click()
    page.wait_for_url("**/meetings?**meeting=asean-rok-dialogue-28**")
    settle(page)
    expect(page.get_by_role("heading", level=1)).to_contain_text("제28차 한-아세안 대화")


def test_a_person_has_a_way_back_to_the_view(open_page: Visit) -> None:
    page = open_page("/participants?view=attendance&person=wang-yi&lang=en")
    expect(page.locator(".st-key-chart-person-line")).to_be_visible()
    page.locator(".st-key-person-back button").click()
    page.wait_for_function("!location.search.includes('person=')")
    settle(page)
    expect(page.locator(".st-key-chart-attendance")).to_be_visible()


def test_the_view_stands_in_the_address(open_page: Visit) -> None:
    page = open_page("/participants?lang=en")
    page.get_by_role("radio", name="Who met whom").click()
    page.wait_for_function("location.search.includes('view=network')")
    settle(page)
    page.locator(".st-key-chart-party-network .textpoint text", has_text="ASEAN").first.wait_for()


def test_a_party_pressed_in_the_network_shows_its_meetings(open_page: Visit) -> None:
    page = open_page("/participants?view=network&lang=en")
    # The name stands above its mark.
    name = page.locator(".st-key-chart-party-network .textpoint text", has_text="Republic of Korea")
    box = name.bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] + 14)
    page.wait_for_function("location.search.includes('party=KOR')")
    settle(page)
    expect(page.locator(".st-key-chart-party-network").get_by_role("heading")).to_contain_text(
        "most often ASEAN"
    )
    expect(page.locator(".st-key-chart-party-meetings")).to_be_visible()


def test_an_absence_leads_to_the_release_that_states_it(open_page: Visit) -> None:
    page = open_page("/participants?view=attendance&lang=en")
    row = page.locator(".st-key-rows-stated tr", has_text="23rd ASEAN-ROK Summit")
    expect(row).to_contain_text("stated: absent")
    source = row.get_by_role("link", name="Open the source").get_attribute("href")
    assert source
    assert source.startswith("http")
    row.get_by_role("link", name="Office of the President of Korea").click()
    page.wait_for_url("**/releases?**release=ab8e008d18**")


def test_a_network_can_be_taken_away(open_page: Visit) -> None:
    page = open_page("/participants?view=network&lang=ko")
    page.locator(".st-key-download-party-network").get_by_role("button").click()
    with page.expect_download() as download:
        page.locator(".st-key-download-party-network-svg button").click()
    with open(download.value.path(), encoding="utf8") as file:
        picture = file.read()
    assert "한국" in picture
    assert "아세안" in picture


def test_a_person_pressed_in_the_network_opens_once(open_page: Visit) -> None:
    page = open_page("/participants?view=network&who=people&party=KOR&lang=en")
    name = page.locator(".st-key-chart-people-network .textpoint text", has_text="Chung Eui-yong")
    name.wait_for()
    box = name.bounding_box()
    assert box
    # The names of the left side stand left of their marks.
    page.mouse.click(box["x"] + box["width"] + 12, box["y"] + box["height"] / 2)
    page.wait_for_function("location.search.includes('person=chung-eui-yong')")
    settle(page)
    page.locator(".st-key-person-back button").click()
    page.wait_for_function("!location.search.includes('person=')")
    settle(page)
    page.locator(".st-key-chart-people-network .textpoint text").first.wait_for()
    settle(page)
    assert "person" not in asked(page)
