"""Releases."""

from __future__ import annotations

from pages.parts.view import current_view, page_title

view = current_view()
page_title(view, "page-releases")
