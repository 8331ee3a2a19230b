"""The topics that the release speaks of."""

from __future__ import annotations

from loaders.extract.facts import Topic
from loaders.extract.lexicon import Mentions
from loaders.text import Document


def find_topics(document: Document, mentions: Mentions) -> list[Topic]:
    """The topics that the release speaks of."""
    return []
