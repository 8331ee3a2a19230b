"""Runs a page of the dashboard without a browser and reads what stands on it."""

from __future__ import annotations

from pathlib import Path

from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).parents[2]


def run_page(name: str, **address: str | list[str]) -> AppTest:
    """The page as a visit to its address draws it; `from_` stands for the parameter `from`.

    Fails on any exception shown on the page.
    """
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
    for key, value in address.items():
        app.query_params[key.rstrip("_")] = value
    app.switch_page(f"pages/{name}.py").run()
    assert not app.exception, app.exception
    return app


def text(app: AppTest) -> str:
    """All text of the page, a piece a line."""
    kinds = (app.title, app.subheader, app.caption, app.markdown, app.info, app.warning)
    return "\n".join(str(element.value) for kind in kinds for element in kind)


def heads(app: AppTest) -> list[str]:
    """The titles of the page's parts and charts."""
    return [head.value for head in app.subheader]


def html(app: AppTest) -> str:
    """The HTML that the page writes itself."""
    return "\n".join(str(part.proto.body) for part in app.get("html"))
