"""The people and unnamed offices who took part in the release's meetings."""

from __future__ import annotations

from loaders.extract.facts import Meeting, Participant
from loaders.extract.lexicon import Mentions
from loaders.text import Document


def find_participants(
    document: Document, mentions: Mentions, meetings: list[Meeting]
) -> list[Participant]:
    """The people and unnamed offices who took part in the release's meetings."""
    return []
