"""What the rules for meetings share: the opening of a release and the cues in its sentences."""

from __future__ import annotations

from dataclasses import dataclass, field

from loaders.extract.candidates import Candidate
from loaders.extract.lexicon import Mention, Mentions
from loaders.extract.release import Release
from loaders.extract.sentences import Sentences
from loaders.text import Document, Part

Span = tuple[int, int]
TALKS = frozenset(
    {"talks", "call", "talks-summit", "talks-fmm", "talks-minister", "talks-vice", "consultation"}
)
LEAD_PARAGRAPHS = 3
_LEAD_SENTENCES = 2


@dataclass(slots=True)
class Context:
    """One release as the rules for meetings see it: its text, its candidates, its title and its first sentences."""

    document: Document
    mentions: Mentions
    text: str
    sentences: Sentences
    release: Release
    candidates: list[Candidate]
    title: list[Span]
    lead: list[Span]  # the first sentences of the body
    fact_sheet: bool
    cues: dict[Span, set[str]] = field(default_factory=dict)


def opening(document: Document, sentences: Sentences) -> tuple[list[Span], list[Span]]:
    """The spans of the title and those of the first sentences of the first paragraphs."""
    title = [
        (paragraph.start, paragraph.end) for paragraph in document.paragraphs if paragraph.part is Part.TITLE
    ]
    body = [paragraph for paragraph in document.paragraphs if paragraph.part in (Part.BODY, Part.LIST)]
    lead = [span for paragraph in body[:LEAD_PARAGRAPHS] for span in sentences.of(paragraph, _LEAD_SENTENCES)]
    return title, lead


def says(context: Context, cue: str, span: Span) -> bool:
    """Does a sentence hold a cue (data/reference/cue_words.csv): reported, future, separate, recalled, company?"""
    if span not in context.cues:
        context.cues[span] = {mention.code for mention in context.mentions.between("cue", *span)}
    return cue in context.cues[span]


def within(place: int, spans: list[Span]) -> bool:
    """Does the place lie in one of the spans?"""
    return any(start <= place < end for start, end in spans)


def ranks_in(context: Context, span: Span) -> list[Mention]:
    """The offices (data/reference/rank_words.csv) named in a span."""
    return context.mentions.between("rank", *span)
