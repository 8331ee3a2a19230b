"""The named initiatives in the release."""

from __future__ import annotations

from loaders.extract.facts import Initiative
from loaders.extract.lexicon import Mentions
from loaders.text import Document


def find_initiatives(document: Document, mentions: Mentions) -> list[Initiative]:
    """The named initiatives in the release."""
    return []
