"""Roles that countries hold: chair of ASEAN, country coordinator for a partner."""

from __future__ import annotations

from loaders.extract.facts import CountryRole
from loaders.extract.lexicon import Mentions
from loaders.extract.release import Release
from loaders.text import Document


def find_country_roles(document: Document, mentions: Mentions, release: Release) -> list[CountryRole]:
    """The roles the release names."""
    return []
