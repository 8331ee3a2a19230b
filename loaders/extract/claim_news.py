"""Whether a step told without a date is the news of its release, and the day of that news."""

from __future__ import annotations

import re
from datetime import date as day

from loaders.extract.country_pairs import Pair
from loaders.extract.dates import find_dates
from loaders.extract.discourse import Discourse
from loaders.extract.lexicon import Mention
from loaders.extract.sentences import Sentences
from loaders.text import Document, Part

_LEAD = 900  # characters at the beginning of the body in which news stands
_NOT_NEW = re.compile(
    r"\b(?:newly|recently|since|already|previously|framework|anniversary|over the (?:past|last))\b"
    r"|이래|이후|지난|뒤 |바 있|맺은|세운|이어 온|(?:수립|체결|격상)된",
    re.IGNORECASE,
)
_YEAR_SAID = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_ESTABLISHES = re.compile(
    r"\W*(?:\d{1,2}\.\s*)?(?:hereby )?(?:establish|launch|elevate|upgrade)\b", re.IGNORECASE
)
_HERE = re.compile(
    r"이 자리에서|한다고 (?:선언|선포|발표)|이번 (?:정상)?회담(?:에서|을 통해)|\b(?:at|during) (?:the"
    r"|their) (?:talks|meeting|summit talks)\b"
)


class News:
    """The news of a release that was published on a day."""

    def __init__(
        self, document: Document, text: str, sentences: Sentences, frame: Discourse, published: day | None
    ) -> None:
        self._document = document
        self._text = text
        self._sentences = sentences
        self._frame = frame
        self._published = published

    def of_this_release(self, level: Mention, low: int, parties: Pair, headline: bool) -> bool:
        """Is an undated step the news of the release: of its sides, or of its issuer?"""
        if _HERE.search(self._text, low, level.end + 30):
            return True
        if self._frame.own in parties and self._frame.own != "ASEAN":
            return self.is_news(level, low, headline)
        return (parties == self._frame.sides or self._in_lead(low)) and self.is_news(level, low, headline)

    def _in_lead(self, low: int) -> bool:
        """Is it the first sentence of the body?"""
        body = next((p for p in self._document.paragraphs if p.part in (Part.BODY, Part.LIST)), None)
        return body is not None and body.start <= low <= body.start + 40

    def is_news(self, level: Mention, low: int, headline: bool) -> bool:
        """Does the title or a first sentence tell the step as news ("the two leaders elevated ties to …")?"""
        if headline or _ESTABLISHES.match(self._text, low, level.start):
            return True
        body = next((p for p in self._document.paragraphs if p.part in (Part.BODY, Part.LIST)), None)
        if body is None or level.start > body.start + _LEAD:
            return False
        return not _NOT_NEW.search(self._text, low, level.end)

    def is_today(self, level: Mention, low: int, high: int, headline: bool) -> bool:
        """News of a step that is of no other year."""
        return self.is_news(level, low, headline) and _YEAR_SAID.search(self._text, low, high) is None

    def date(self) -> tuple[str, str] | None:
        """The day of a step that the title announces: the first date of the body's first sentences, else of issue."""
        if self._published is None:
            return None
        body = next((p for p in self._document.paragraphs if p.part in (Part.BODY, Part.LIST)), None)
        if body:
            for low, high in self._sentences.of(body, 2):
                for span in find_dates(self._text, low, high, self._published):
                    if (
                        len(span.first) == 10
                        and abs((day.fromisoformat(span.first) - self._published).days) < 8
                    ):
                        return span.first, self._text[span.start : span.end]
        return self._published.isoformat(), "title"
