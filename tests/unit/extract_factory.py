"""Short releases for tests of the extractors: text in, record out."""

from __future__ import annotations

from typing import Any

from loaders.extract import extract
from loaders.layout import lay_out
from loaders.text import SourceText


def record(text: str, published: str | None = "2024-04-04", issuer: str | None = None) -> dict[str, Any]:
    """What is read from a plain text that was published on a day, by an issuer if one is given."""
    metadata = {"published": published, "issuer": issuer}
    return extract(
        lay_out(SourceText(text, "plain", {key: value for key, value in metadata.items() if value}))
    )
