"""What the rules for meetings share: the opening of a release and the cues in its sentences.

The opening is what stands above the first prose (titles, with the lines of the site around them) and the first
sentences of the prose. Captions of pictures and paths of a site are neither.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from itertools import islice

from loaders.extract.candidates import Candidate
from loaders.extract.dates import DateSpan, find_dates
from loaders.extract.lexicon import REFERENCE, Mention, Mentions
from loaders.extract.release import Release
from loaders.extract.sentences import Sentences
from loaders.reference import read_rows
from loaders.text import Document, Paragraph, Part

Span = tuple[int, int]
TALKS = frozenset(
    {"talks", "call", "talks-summit", "talks-fmm", "talks-minister", "talks-vice", "consultation"}
)
STATEMENT = "statement"  # the word of a meeting known by its joint statement
LEAD_PARAGRAPHS = 3
_NEXT_PARAGRAPHS = 5
_LEAD_SENTENCES = 2
_LOOKED_AT = 60  # paragraphs
_TOLD_IN = frozenset({Part.BODY, Part.LIST})
_SENTENCE_EN, _SENTENCE_KO = 25, 20  # characters of the shortest sentence that tells something
_CAPTION = 500  # characters of the longest caption
_ENDS = re.compile(r"[.!?][\"'”’)\]/.]*$")
_SENTENCE_INSIDE = re.compile(r"[a-z]{3}\. [A-Z]")  # before what announces a list: ... in Tokyo. The leaders:
_CALLS_OUT = re.compile("[!?]$")
_HEADLINE = 70  # characters of a line that calls out: What we did this week: the tenth JCC!
_HANGUL = re.compile("[가-힣]")
_PATH = re.compile(r"\S\s[>›»|/]\s(?=\S)")  # Home > News, Home | Speeches
_STEPS = 2  # of a path that the layout takes for a title


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
    lead: list[Span]  # the first sentences of the prose
    after_lead: list[Span]  # the first sentences of the paragraphs that come next
    fact_sheet: bool
    issued: date | None  # the day from which dates without a year are told
    cues: dict[Span, set[str]] = field(default_factory=dict)
    dates: dict[Span, list[DateSpan]] = field(default_factory=dict)


def opening(document: Document, sentences: Sentences, text: str) -> tuple[list[Span], list[Span], list[Span]]:
    """The spans of the titles, of the first sentences of the prose, and of the sentences that come next."""
    title: list[Span] = []
    prose: list[Paragraph] = []
    for paragraph in islice(document.paragraphs, _LOOKED_AT):
        span = paragraph.start, paragraph.end
        if paragraph.part is Part.TITLE:
            if len(_PATH.findall(text, *span)) < _STEPS:
                title.append(span)
        elif paragraph.part not in _TOLD_IN or is_caption(text, *span):
            continue
        elif is_prose(text, paragraph):
            prose.append(paragraph)
        elif not prose and not _PATH.search(text, *span):
            title.append(span)
    if not prose:
        prose = [p for p in document.paragraphs[:_LOOKED_AT] if p.part in _TOLD_IN]
    told = [
        [*sentences.of(paragraph, _LEAD_SENTENCES)]
        for paragraph in prose[: LEAD_PARAGRAPHS + _NEXT_PARAGRAPHS]
    ]
    lead = [span for spans in told[:LEAD_PARAGRAPHS] for span in spans]
    return title, lead, [span for spans in told[LEAD_PARAGRAPHS:] for span in spans]


def is_prose(text: str, paragraph: Paragraph) -> bool:
    """Does the paragraph tell something in a sentence, or is it a line: a title, an office, a date, a counter?"""
    length = paragraph.end - paragraph.start
    tail = text[max(paragraph.start, paragraph.end - 6) : paragraph.end]
    if _HANGUL.search(tail):
        return length >= _SENTENCE_KO and bool(_ENDS.search(tail) or length > 3 * _SENTENCE_KO)
    if length < _HEADLINE and _CALLS_OUT.search(tail):
        return False
    told = _ENDS.search(tail) or (
        tail.endswith(":") and _SENTENCE_INSIDE.search(text, paragraph.start, paragraph.end)
    )
    return length >= _SENTENCE_EN and bool(told or length > 8 * _SENTENCE_EN)


def is_caption(text: str, start: int, end: int) -> bool:
    """Is the paragraph the caption or credit line of a picture (data/reference/captions.csv)?"""
    starts, within_line = _caption_words()
    return end - start < _CAPTION and (
        text.startswith(starts, start) or bool(within_line.search(text, start, end))
    )


@cache
def _caption_words() -> tuple[tuple[str, ...], re.Pattern[str]]:
    rows = read_rows(REFERENCE / "captions.csv")
    within_line = "|".join(re.escape(str(row["word"])) for row in rows if row["at"] == "within")
    # A mail address or a picture's date at the end, a credit in brackets: (Xinhua/Li Ming).
    credit = r"@(?<=\S@)\S+\.\w+\s*$|\([A-Z]\w+/[^()]{3,30}\)\s*$"
    return tuple(str(row["word"]) for row in rows if row["at"] == "start"), re.compile(
        f"{within_line}|{credit}"
    )


def says(context: Context, cue: str, span: Span) -> bool:
    """Does a sentence hold a cue (data/reference/cue_words.csv): reported, future, separate, recalled, company?"""
    if span not in context.cues:
        context.cues[span] = {mention.code for mention in context.mentions.between("cue", *span)}
    return cue in context.cues[span]


def dates_in(context: Context, start: int, end: int) -> list[DateSpan]:
    """The dates of a span of the text, read once."""
    found = context.dates.get((start, end))
    if found is None:
        found = context.dates[start, end] = find_dates(context.text, start, end, context.issued)
    return found


def within(place: int, spans: list[Span]) -> bool:
    """Does the place lie in one of the spans?"""
    return any(start <= place < end for start, end in spans)


def ranks_in(context: Context, span: Span) -> list[Mention]:
    """The offices (data/reference/rank_words.csv) named in a span."""
    return context.mentions.between("rank", *span)
