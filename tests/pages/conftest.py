"""Streamlit's tester takes a folder named pages/ for its older kind of app, forgets on every run what dashboard.py
says against it, and would run a page alone, without navigation and filters."""

from __future__ import annotations

from typing import Any

import pytest
from streamlit.runtime import pages_manager
from streamlit.testing.v1 import app_test


class NavigatedPages(pages_manager.PagesManager):
    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        pages_manager.PagesManager.uses_pages_directory = False


@pytest.fixture(autouse=True)
def navigated_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Runs dashboard.py first, as the server does."""
    monkeypatch.setattr(app_test, "PagesManager", NavigatedPages)
