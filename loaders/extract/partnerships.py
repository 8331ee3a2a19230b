"""What the release says of partnership steps, held against the official ones."""

from __future__ import annotations

from datetime import date

from loaders.extract.facts import PartnershipEvent
from loaders.extract.lexicon import Mentions
from loaders.text import Document


def find_partnership_events(
    document: Document, mentions: Mentions, published: date | None
) -> list[PartnershipEvent]:
    """What the release says of partnership steps, held against the official ones."""
    return []
