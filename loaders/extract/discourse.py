"""What a text has been about where a sentence does not say it: the sides of the release, the party it turns on, the
country spoken of last, the pair named last.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from functools import cached_property

from loaders.extract.countries import members
from loaders.extract.country_pairs import NO_PARTY, Pair, country_pairs, pair_of
from loaders.extract.lexicon import Mentions, load_lexicon
from loaders.extract.pairs import Named
from loaders.text import Document, Part

_HANGUL = re.compile("[가-힣]")
_SILENT = frozenset({Part.HEADER, Part.ATTACHMENT})
_TITLE = 200  # characters of a title, where the layout tells none
_LEAD = 900
_WHOLE = 8000  # characters in which the party that the text turns on is sought
_BACK = 300  # characters in which the country spoken of last is sought
_MENU = re.compile(r" [|>›»/] | :: ")
_AT_HOME = re.compile(
    r"우리(?:나라|측|는|가|의|도| 정부| 기업| 국민)|대한민국|외교부|대통령실|국방부|산업통상|대사관"
    r"|대표부|(?<![가-힣])한 ?[-·]"
)
_HOME = re.compile(r"우리나라|한국|대한민국")
_EMBASSY = re.compile(r"주 ?([가-힣]{2,8}?) ?(?:한국|대한민국)? ?대사관")
_SUBJECT_KO = re.compile(r"(?: 정부| 측|측)?(?:은|는|이|가|도)(?![가-힣])")
_HYPHEN = re.compile(r"[-–·]|한국과 아세안|아세안과 한국")
_BEFORE_HEAD = re.compile(r"\W{0,4}(?:\d{1,2}[.)] )?(?:The |Republic of |REPUBLIC OF )?")
_SENTENCE_STARTS = re.compile(r"(?:^|[.!?]['\"”’]?\s+|\n)\W{0,4}(?:[가-힣\d·'’]{1,8} ){0,4}$")
_SENTENCE_STARTS_EN = re.compile(r"(?:^|[.!?]['\"”’]?\s+|\n)\W{0,4}(?:\d{1,2}\.\s+)?(?:The |For |As for )?$")


class Discourse:
    """What can be taken from the rest of the release; `own` is its issuer's country, where that is known."""

    def __init__(self, document: Document, mentions: Mentions, own: str | None) -> None:
        self._document = document
        self._mentions = mentions
        self._home = own
        self._text = mentions.text
        self._starts = [paragraph.start for paragraph in document.paragraphs]
        self._opening = [p for p in document.paragraphs if p.part not in _SILENT]
        self._start = self._opening[0].start if self._opening else 0
        self.own = own if self._speaks_for(own) else None
        self.host = self._host()
        self.sides = self._sides()
        if own == "KOR" and self.own and self.sides and own not in self.sides and not self._at_home():
            self.own = None  # a Korean paper on a meeting of others

    def _speaks_for(self, own: str | None) -> bool:
        """A Korean text without any word of Korea at its beginning is news of others."""
        end = self._start + _LEAD
        if own != "KOR" or not _HANGUL.search(self._text, self._start, end) or self._at_home():
            return True
        named = self._mentions.between("country", self._start, end)
        people = self._mentions.between("person", self._start, end)
        told = sum(mention.code == "KOR" for mention in [*named, *people])
        return told > 1 or any(m.code == "KOR" for m in named if m.end < self._start + _TITLE)

    def _at_home(self) -> bool:
        return _AT_HOME.search(self._text, 0, self._start + _LEAD) is not None

    def _host(self) -> str | None:
        """The country in which the embassy that issued a Korean text is: 주태국대사관."""
        if self._text.find("대사관", 0, self._start + _LEAD) < 0:
            return None
        embassy = _EMBASSY.search(self._text, 0, self._start + _LEAD)
        named = load_lexicon().scan(embassy[1])["country"] if embassy else []
        return named[0].code if named else None

    def _sides(self) -> Pair | None:
        """The two sides of the release: the pair of countries of its title, else the one its beginning names most, else
        the first two countries of its beginning, or the one named there with the issuer's own.
        """
        start = self._start
        title = [
            p
            for p in self._opening
            if p.start < start + _TITLE and not _MENU.search(self._text, p.start, p.end)
        ]
        low = title[0].start if title else start
        high = next((p.end for p in self._opening if p.part is Part.TITLE), start + _TITLE)
        high = max(high, title[0].end if title else start + 1)
        for first, last in ((low, high), (start, start + _LEAD)):
            named = [c.code for c in self._mentions.between("country", first, last) if c.code not in NO_PARTY]
            counts = Counter(named)
            pairs = [pair for pair, _, _ in country_pairs(self._mentions, first, last)]
            pairs = [pair for pair in pairs if self._may_be(pair, first, last)]
            if pairs:
                return max(pairs, key=lambda pair: counts[pair[0]] + counts[pair[1]])
            codes = list(counts)
            if len(codes) == 1 and self.own and codes[0] != self.own:
                return pair_of(self.own, codes[0])
            if len(codes) == 2 and (self.own is None or self.own in codes or "ASEAN" in codes):
                return pair_of(codes[0], codes[1])
        return None

    def _may_be(self, pair: Pair, low: int, high: int) -> bool:
        """A ministry that names two other countries visits both: they are no sides of one another."""
        if self.own is None or self.own in pair or "ASEAN" in pair:
            return True
        return _HANGUL.search(self._text, low, high) is not None and not self._at_home()

    @cached_property
    def hub(self) -> str | None:
        """The party on which the text turns: the one named most, where it is named clearly most."""
        codes = (c.code for c in self._mentions.between("country", 0, _WHOLE) if c.code not in NO_PARTY)
        most = Counter(codes).most_common(2)
        clear = 1.0 if most and most[0][0] == "ASEAN" else 1.3
        if not most or most[0][1] < 3 or (len(most) > 1 and most[0][1] < clear * most[1][1]):
            return None
        return most[0][0]

    def partner_of(self, country: str, low: int, named: Named) -> str | None:
        """Who holds a partnership with the one country that a sentence from `low` on names, and how it names it."""
        subject = self.subject_before(low, country) if named is Named.BESIDE else None
        first = (subject, self.host, self.own) if self._korean(low) else (self.own, subject)
        hub = self.hub if named is Named.SUBJECT and (self.own is None or self.hub == "ASEAN") else None
        if named is Named.LABEL:
            first = (self.holder_of_table(low), *first)
        never = {country, None} | ({"ASEAN"} if country in members() or country == "TLS" else set())
        order = (hub, *first, self.hub, *(self.sides or ()), self._home)
        return next((other for other in order if other not in never), None)

    def _korean(self, place: int) -> bool:
        return _HANGUL.search(self._text, place, place + 40) is not None

    def holder_of_table(self, low: int) -> str | None:
        """Whose partners a table or list of countries shows, as the lines above it say."""
        index = bisect_right(self._starts, low) - 1
        for paragraph in reversed(self._document.paragraphs[max(0, index - 12) : index]):
            start, end = paragraph.start, paragraph.end
            named = [c.code for c in self._mentions.between("country", start, end) if c.code not in NO_PARTY]
            levels = self._mentions.between("partnership", start, end)
            levelled = any(word.code.startswith("level:") for word in levels)
            if named and levelled and (end - start < 90 or len(set(named)) > 2):
                continue  # a row of the same table
            if self.own == "KOR" and _HOME.search(self._text, start, end):
                return "KOR"
            others = [code for code in dict.fromkeys(named) if code != "ASEAN"]
            outside = [code for code in others if code not in members()]
            return outside[0] if outside else others[0] if len(others) == 1 else None
        return None

    def subject_before(self, low: int, but: str | None = None) -> str | None:
        """The country that was the subject of a sentence shortly before, in the same paragraph."""
        index = max(0, bisect_right(self._starts, low) - 1)
        start = max(self._starts[index], low - _BACK) if self._starts else low
        near = self._mentions.between("country", start, low)
        for country in reversed(near):
            if country.code in NO_PARTY or country.code == but:
                continue
            korean = self._text[country.start] >= "가"
            if korean and not _SUBJECT_KO.match(self._text, country.end):
                continue
            starts = _SENTENCE_STARTS if korean else _SENTENCE_STARTS_EN
            if starts.search(self._text, max(0, country.start - 36), country.start):
                return country.code
        return None

    def pair_before(self, low: int) -> Pair | None:
        """The pair named last before a sentence, in the same or the neighbouring paragraph; one with the issuer's
        country, where that is known.
        """
        found = country_pairs(self._mentions, max(0, low - _BACK), low)
        pairs = [pair for pair, start, end in found if _HYPHEN.search(self._text, start, end)]
        pairs = [pair for pair in pairs if self.own is None or self.own in pair]
        return pairs[-1] if pairs else None

    def section(self, low: int) -> str | None:
        """The country that a heading above names ("SINGAPORE"), or with which its paragraph begins ("Austr"
        "alia. Work …")."""
        index = bisect_right(self._starts, low) - 1
        for paragraph in reversed(self._document.paragraphs[max(0, index - 3) : index + 1]):
            named = self._mentions.between("country", paragraph.start, paragraph.end)[:1]
            if named and _BEFORE_HEAD.fullmatch(self._text, paragraph.start, named[0].start):
                end = named[0].end
                if end >= paragraph.end - 2 or self._text.startswith((". ", ": ", " - "), end):
                    return named[0].code
        return None
