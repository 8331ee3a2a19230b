"""Addresses inside the dashboard. Each keeps the shared filters and the language: a link reproduces the view.

Addresses are relative ("/meetings?meeting=…"), for links in text and for link columns of tables.
"""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlencode

from pages.parts import data
from pages.parts.selection import Selection
from pages.parts.view import View

HOME = "overview"


def page_parameters(
    view: View, /, *, selection: Selection | None = None, **own: str | Sequence[str] | None
) -> dict[str, list[str]]:
    """The parameters of an address: the language, the shared filters (those in view unless `selection` is
    given) and what belongs to one page alone. What is None or empty is left out; a parameter may repeat."""
    kept = (selection or view.selection).to_address(data.choices())
    pages_own = {key: [value] if isinstance(value, str) else list(value or ()) for key, value in own.items()}
    return {
        "lang": [view.words.lang],
        **kept,
        **{key: values for key, values in pages_own.items() if any(values)},
    }


def page_address(
    view: View, page: str, /, *, selection: Selection | None = None, **own: str | Sequence[str] | None
) -> str:
    """The address of a page ("meetings") with the filters in view, or those of `selection`, and its `own`."""
    path = "/" if page == HOME else f"/{page}"
    return f"{path}?{urlencode(page_parameters(view, selection=selection, **own), doseq=True)}"


def meeting_address(view: View, meeting_id: str) -> str:
    """The address of a meeting's own view."""
    return page_address(view, "meetings", meeting=meeting_id)


def release_address(view: View, release_id: str) -> str:
    """The address of a release's own view."""
    return page_address(view, "releases", release=release_id)


def person_address(view: View, person_id: str) -> str:
    """The address of a person's own view."""
    return page_address(view, "participants", person=person_id)
