"""A running dashboard and a real headless browser for the tests of what users do.

`server` is the address of a dashboard started for this run; `page` a fresh browser page that fails the test on any
error of the page's own scripts; `open_page("/topics?lang=ko")` visits an address and waits until it has settled.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser import chromium

ROOT = Path(__file__).parents[2]
# Chromium's sandbox does not start for root or in most containers; the pages tested are our own.
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
START_SECONDS = 60
SETTLE_MILLISECONDS = 45_000

# Streamlit marks a run under way on the app's element, and keeps yesterday's elements "stale" until it ends.
SETTLED = """() => {
  const app = document.querySelector('[data-testid="stApp"]');
  return app && app.dataset.testScriptState === 'notRunning'
    && document.querySelector('[data-testid="stMain"] h1')
    && !document.querySelector('[data-stale="true"]')
    && document.getAnimations().every(animation => animation.playState !== 'running');
}"""


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = (tmp_path_factory.mktemp("server") / "log").open("w+")
    command = [sys.executable, "-m", "streamlit", "run", "dashboard.py", "--server.port", str(port)]
    process = subprocess.Popen(
        [*command, "--server.address", "127.0.0.1"], cwd=ROOT, stdout=log, stderr=log, env={**os.environ}
    )
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_for(address, process, log.name)
        yield address
    finally:
        process.terminate()
        process.wait(10)
        log.close()


def _wait_for(address: str, process: subprocess.Popen[bytes], log: str) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            pytest.fail(f"The dashboard did not start:\n{Path(log).read_text()}")
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=2):
                return
        except OSError:
            time.sleep(0.2)
    pytest.fail(f"The dashboard did not answer within {START_SECONDS} s:\n{Path(log).read_text()}")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = chromium.find()
    if not path:
        pytest.fail(chromium.ADVICE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser, server: str) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": 1440, "height": 1000}, locale="en-GB", base_url=server, accept_downloads=True
    )
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    context.close()
    assert not errors, f"Errors of the page's scripts: {errors}"


@pytest.fixture
def open_page(page: Page) -> Callable[[str], Page]:
    """Visits an address of the dashboard and waits for the page to be drawn, without an exception on it."""

    def visit(address: str) -> Page:
        page.goto(address)
        settle(page)
        return page

    return visit


def settle(page: Page) -> None:
    """Waits until Streamlit has drawn everything; an exception shown on the page fails the test."""
    page.wait_for_function(SETTLED, timeout=SETTLE_MILLISECONDS)
    page.wait_for_timeout(300)
    page.wait_for_function(SETTLED, timeout=SETTLE_MILLISECONDS)
    exceptions = page.locator('[data-testid="stException"]')
    assert exceptions.count() == 0, exceptions.all_inner_texts()
