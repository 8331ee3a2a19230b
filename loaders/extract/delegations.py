"""Who took part: the countries and organisations, and how many people."""

from __future__ import annotations

from loaders.extract.facts import Delegations, Meeting, Participant
from loaders.extract.lexicon import Mentions
from loaders.extract.release import Release
from loaders.text import Document


def find_delegations(
    document: Document,
    mentions: Mentions,
    meetings: list[Meeting],
    people: list[Participant],
    release: Release,
) -> Delegations:
    """The delegations of the principal meeting."""
    principal = next((meeting for meeting in meetings if meeting.principal), None)
    return Delegations(principal.parties if principal else (), None, ())
