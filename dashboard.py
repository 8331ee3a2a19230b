"""Partnerscope: starts the dashboard. `streamlit run dashboard.py`."""

from __future__ import annotations

from pathlib import Path

import streamlit as st
from starlette.responses import FileResponse
from starlette.routing import Route
from streamlit.runtime.pages_manager import PagesManager

from pages.parts import filters, fonts, notices
from pages.parts.view import current_view

PAGES = ("overview", "partnerships", "meetings", "participants", "topics", "releases")

STYLE = Path(__file__).parent / "pages" / "parts" / "style.css"

# Streamlit takes a folder named pages/ for its older kind of app until st.navigation has run once: the first visit to
# /topics on a new server would then run that page alone, without the filters.
PagesManager.uses_pages_directory = False

app = st.App(
    "dashboard.py",
    routes=[Route(fonts.FONT_ADDRESS, lambda request: FileResponse(fonts.FONT_FILE, media_type="font/otf"))],
)


def main() -> None:
    """One run of the script: navigation, shared filters, then the page."""
    filters.take_over_address()
    words = filters.current_words()
    st.set_page_config(page_title=words("app-name"), layout="wide", page_icon="pages/parts/icon.svg")
    st.html(f"<style>{fonts.page_face()}{STYLE.read_text(encoding='utf8')}</style>")
    pages = [
        st.Page(f"pages/{name}.py", title=words(f"page-{name}"), url_path=name, default=name == "overview")
        for name in PAGES
    ]
    page = st.navigation(pages, position="top")
    filters.draw_sidebar(words)
    view = current_view()
    filters.write_address(words.lang, view.selection)
    filters.draw_notices(words)
    notices.draw_set_aside(view)
    page.run()


if __name__ == "__main__":
    main()
