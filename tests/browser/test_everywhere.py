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
    "/partnerships?view=members",
    "/partnerships?view=claims",
    "/partnerships?view=conflicts",
    "/meetings",
    "/meetings?view=series",
    "/meetings?view=matrix",
    "/meetings?view=map",
    "/meetings?view=rhythm",
    "/meetings?view=conflicts",
    "/meetings?meeting=asean-rok-dialogue-28",
    "/participants",
    "/participants?view=attendance",
    "/participants?view=network",
    "/topics",
    "/topics?view=change",
    "/topics?view=apart",
    "/topics?view=together",
    "/topics?view=who",
    "/topics?view=scheme",
    "/releases",
    "/releases?q=KASI",
)
# Elements that Streamlit draws and a page cannot change, and the groups of marks that Vega draws inside a chart: the
# chart as a whole has its text alternative, which is tested here.
NOT_OURS = {
    "exclude": [
        ["[data-testid='stToolbar']"],
        ["[data-testid='stDataFrame']"],
        ["[data-testid='stSidebarHeader']"],
        ["svg.marks"],
    ]
}
KOREAN = re.compile("[가-힣]")

# Texts of charts that reach beyond the picture's edge; the map is moved by hand and cut on purpose.
CUT = """() => [...document.querySelectorAll('svg.marks')].flatMap(svg => {
  const edge = svg.getBoundingClientRect();
  return [...svg.querySelectorAll('text')].filter(text => {
    const place = text.getBoundingClientRect();
    return place.width && (place.left < edge.left - 1 || place.right > edge.right + 1);
  }).map(text => text.textContent);
})"""


def with_language(address: str, lang: str) -> str:
    return f"{address}{'&' if '?' in address else '?'}lang={lang}"


def grave_findings(page: Page) -> list[str]:
    found = Axe().run(page, context=NOT_OURS, options={"resultTypes": ["violations"]}).response["violations"]
    return [
        f"{finding['id']} ({finding['impact']}): {finding['help']} — {finding['nodes'][0]['html'][:200]}"
        for finding in found
        if finding["impact"] in ("serious", "critical")
    ]


def charts_without_alternative(page: Page) -> list[int]:
    charts = page.locator("[data-testid='stVegaLiteChart'], [data-testid='stPlotlyChart']")
    labels = [
        charts.nth(index).evaluate(
            "e => [e, ...e.querySelectorAll('[aria-label]')]"
            ".map(node => node.getAttribute('aria-label')).filter(Boolean).join(' ')"
        )
        for index in range(charts.count())
    ]
    return [index for index, label in enumerate(labels) if len(label) < 20]


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize("address", VIEWS)
def test_a_view_is_accessible_and_speaks_its_language(
    open_page: Callable[[str], Page], address: str, lang: str
) -> None:
    """axe finds nothing serious or critical, every chart has a text alternative, heads are in the language."""
    page = open_page(with_language(address, lang))
    assert not grave_findings(page)
    assert not charts_without_alternative(page)
    assert page.locator("[data-testid='stAlert']").filter(has_text="view").count() == 0
    heads = [
        head for head in page.get_by_test_id("stMain").locator("h1, h3").all_inner_texts() if head.strip()
    ]
    assert heads
    if lang == "ko":
        assert all(KOREAN.search(head) for head in heads), heads
    else:
        assert not any(KOREAN.search(head) for head in heads), heads


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize("address", VIEWS)
def test_a_phone_needs_no_sideways_scroll(browser: Browser, server: str, address: str, lang: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, base_url=server, has_touch=True)
    page = context.new_page()
    page.goto(with_language(address, lang))
    settle(page)
    width = page.evaluate("document.querySelector('[data-testid=\"stMain\"]').scrollWidth")
    grave = grave_findings(page)
    cut = [] if "view=map" in address else page.evaluate(CUT)
    breaks = page.locator("h3").evaluate_all("heads => heads.map(head => getComputedStyle(head).wordBreak)")
    context.close()
    assert width <= 390
    assert not grave
    assert not cut
    assert set(breaks) <= {"keep-all"}


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
