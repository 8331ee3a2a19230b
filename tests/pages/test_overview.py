"""The overview, run without a browser."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.tester import html, run_page

ROOT = Path(__file__).parents[2]


run = partial(run_page, "overview")


def number(app: AppTest, label: str) -> int:
    return next(int(metric.value.replace(",", "")) for metric in app.metric if metric.label == label)


@pytest.mark.parametrize(("lang", "label"), [("en", "Releases"), ("ko", "보도자료")])
def test_every_release_of_the_files_is_counted(lang: str, label: str) -> None:
    lines = sum(len(f.read_text("utf8").splitlines()) for f in (ROOT / "data" / "ledger").glob("*.jsonl"))
    assert number(run(lang=lang), label) == lines


@pytest.mark.parametrize(("last", "expected"), [("2021", 2), ("2022", 4), ("2023", 5), ("2024", 6)])
def test_the_number_of_csp_partners_follows_the_last_year(last: str, expected: int) -> None:
    assert number(run(lang="en", to=last), f"CSP partners, end of {last}") == expected


def test_the_title_of_the_upgrades_says_six() -> None:
    app = run(lang="en")
    title = "6 partners reached a comprehensive strategic partnership (CSP) with ASEAN in 2021–2024"
    assert title in [head.value for head in app.subheader]


def test_where_nobody_is_on_the_way_to_a_csp_no_empty_chart_is_drawn() -> None:
    app = run(lang="en", country="MNG", from_="2024")
    assert not any("CSP" in head.value for head in app.subheader)


def test_what_to_keep_in_mind_leads_on_in_the_same_tab() -> None:
    said = html(run(lang="en"))
    assert said.count('target="_self"') == 3
    assert "view=claims" in said


def test_nothing_left_is_said_and_can_be_cleared() -> None:
    app = run(lang="en", country="TLS", partner="CHL", level="summit", to="2021")
    assert any("Nothing in the ledger" in info.value for info in app.info)
    next(button for button in app.button if button.key == "filter-clear-empty").click().run()
    assert not app.exception
    assert app.metric


def test_hostile_values_in_the_address_are_shown_as_text() -> None:
    app = run(lang="en", country="<script>alert(1)</script>", topic="[x](javascript:alert(1))")
    assert len(app.warning) == 2
    assert "\\<script\\>" in app.warning[0].value
