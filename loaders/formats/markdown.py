"""Markdown: the text stays as it is, its front matter gives the metadata; the signs are dropped at layout."""

from __future__ import annotations

import re

from loaders.layout.markup import FRONT_MATTER, title_pieces
from loaders.text import SourceText

_FIELD = re.compile(
    r"^(?P<key>date|published|published_time|source_url|url|issuer):[ \t]*[\"']?(?P<value>[^\"'\n]*)", re.M
)
_KEYS = {"date": "published", "published_time": "published", "url": "source_url"}
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_SIGNS = re.compile(r"^#{1,6} \S|^[ \t]*[-*] \S|\*\*\S|\]\(https?:", re.M)


def is_markdown(text: str, name: str) -> bool:
    """Front matter tells it; without it, the name and at least one sign of Markdown together."""
    if FRONT_MATTER.match(text):
        return True
    return name.lower().endswith((".md", ".markdown")) and _SIGNS.search(text, 0, 50_000) is not None


def read(text: str) -> SourceText:
    """Markdown as a source, with `title`, `published`, `source_url`, `issuer` where it has them."""
    found = FRONT_MATTER.match(text)
    metadata: dict[str, str] = {}
    if found:
        for field in _FIELD.finditer(text, 0, found.end()):
            key, value = _KEYS.get(field["key"], field["key"]), field["value"].strip()
            if key == "published":
                date = _DATE.match(value)
                value = date[0] if date else ""
            if value:
                metadata.setdefault(key, value)
        title = "".join(piece for piece, _ in title_pieces(text, found.end()))
        if title.strip():
            metadata["title"] = " ".join(title.split())
    return SourceText(text, "markdown", metadata)
