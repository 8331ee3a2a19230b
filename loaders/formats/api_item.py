"""An item of the Korean foreign ministry's API as JSON: `title`, `content` (HTML), `updt_date`, `file_url`.

A file is one release: an item alone, or a response that wraps one. A response with several items is an error
that says so; `items` gives them apart, for whoever reads the API itself.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

from loaders.formats import html
from loaders.formats.plain import tidy
from loaders.text import SourceText, UnreadableFile

_DATE = re.compile(r"(\d{4})[-./]?(\d{2})[-./]?(\d{2})")
_DEEPEST = 8


def is_json(text: str) -> bool:
    """Whether a text is meant as JSON: an object, or a list of objects."""
    return re.match(r"\s*(?:\{\s*[\"}]|\[\s*\{)", text) is not None


def read(text: str) -> SourceText:
    """The one item in a JSON text. Raises `UnreadableFile` when it is broken or holds no item, or several."""
    try:
        found = list(items(json.loads(text)))
    except (ValueError, RecursionError) as error:
        raise UnreadableFile("the file is broken JSON; save the API's answer again") from error
    if not found:
        raise UnreadableFile(
            "the file is JSON without an item of the ministry's API; save an answer with `title` and `content`"
        )
    if len(found) > 1:
        raise UnreadableFile(
            f"the file holds {len(found)} items of the ministry's API; save each in a file of its own"
        )
    return from_item(found[0])


def items(value: object, depth: int = 0) -> Iterator[Mapping[str, object]]:
    """The items in an answer of the API, however it wraps them."""
    if isinstance(value, dict):
        if isinstance(value.get("content"), str) and "title" in value:
            yield value
        elif depth < _DEEPEST:
            for inner in value.values():
                yield from items(inner, depth + 1)
    elif isinstance(value, list) and depth < _DEEPEST:
        for inner in value:
            yield from items(inner, depth + 1)


def from_item(item: Mapping[str, object]) -> SourceText:
    """One item as a source: its title, then its content. Raises `UnreadableFile` when both are empty."""
    title = " ".join(html.text_of(str(item.get("title") or "")).split())
    content = html.text_of(str(item.get("content") or ""))
    metadata = {"issuer": "MOFA-KR"}
    if title:
        metadata["title"] = title
    date = _DATE.match(str(item.get("updt_date") or "").strip())
    if date:
        metadata["published"] = "-".join(date.groups())
    address = str(item.get("file_url") or "").strip()
    if address.startswith(("https://", "http://")):
        metadata["source_url"] = address
    return SourceText(tidy(f"{title}\n{content}".strip("\n")), "api-item", metadata)
