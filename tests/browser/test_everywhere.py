"""What must hold on every page: it opens on a first visit, reads in both languages, fits a phone, and is accessible."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser.conftest import settle

VIEWS = (
    "/",
    "/partnerships",
    "/partnerships?view=bilateral",
    "/partnerships?view=claims",
    "/meetings",
    "/meetings?view=rhythm",
    "/participants",
    "/topics",
    "/topics?view=change",
    "/releases",
)
# Elements that Streamlit draws and a page cannot change.
NOT_OURS = {
    "exclude": [
        ["[data-testid='stToolbar']"],
        ["[data-testid='stDataFrame']"],
        ["[data-testid='stSidebarHeader']"],
    ]
}
KOREAN = re.compile("[가-힣]")


def with_language(address: str, lang: str) -> str:
    return f"{address}{'&' if '?' in address else '?'}lang={lang}"


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize("address", VIEWS)
def test_no_serious_or_critical_finding_of_axe(
    open_page: Callable[[str], Page], address: str, lang: str
) -> None:
    page = open_page(with_language(address, lang))
    found = Axe().run(page, context=NOT_OURS, options={"resultTypes": ["violations"]}).response["violations"]
    grave = [
        f"{finding['id']} ({finding['impact']}): {finding['help']} — {finding['nodes'][0]['html'][:200]}"
        for finding in found
        if finding["impact"] in ("serious", "critical")
    ]
    assert not grave, "\n".join(grave)


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize("address", VIEWS)
def test_a_phone_needs_no_sideways_scroll(browser: Browser, server: str, address: str, lang: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, base_url=server, has_touch=True)
    page = context.new_page()
    page.goto(with_language(address, lang))
    settle(page)
    width = page.evaluate("document.querySelector('[data-testid=\"stMain\"]').scrollWidth")
    context.close()
    assert width <= 390


@pytest.mark.parametrize("address", VIEWS)
def test_korean_pages_have_korean_titles_and_english_pages_none(
    open_page: Callable[[str], Page], address: str
) -> None:
    def heads(lang: str) -> list[str]:
        page = open_page(with_language(address, lang))
        return page.get_by_test_id("stMain").locator("h1, h3").all_inner_texts()

    assert all(KOREAN.search(head) for head in heads("ko") if head.strip())
    assert not any(KOREAN.search(head) for head in heads("en"))


@pytest.mark.parametrize("address", VIEWS)
def test_every_chart_has_a_text_alternative(open_page: Callable[[str], Page], address: str) -> None:
    page = open_page(with_language(address, "en"))
    charts = page.locator("[data-testid='stVegaLiteChart'], [data-testid='stPlotlyChart']")
    for index in range(charts.count()):
        chart = charts.nth(index)
        label = chart.evaluate(
            "e => [e, ...e.querySelectorAll('[aria-label]')]"
            ".map(node => node.getAttribute('aria-label')).filter(Boolean).join(' ')"
        )
        assert len(label) > 20, f"chart {index} of {address}"


def test_the_first_visit_may_be_deep(browser: Browser, server: str) -> None:
    """A new browser that lands on a page below / gets filters and navigation too."""
    context = browser.new_context(base_url=server)
    page = context.new_page()
    page.goto("/topics?lang=en&country=VNM")
    settle(page)
    assert page.get_by_test_id("stSidebar").get_by_text("Years").is_visible()
    context.close()


def test_nothing_is_fetched_from_elsewhere(browser: Browser, server: str) -> None:
    context = browser.new_context(base_url=server)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for address in VIEWS:
        page.goto(with_language(address, "ko"))
        settle(page)
    context.close()
    assert not [
        url for url in asked if not url.startswith((server, "data:", "blob:", server.replace("http", "ws")))
    ]
