"""Place and mode of a meeting, from the sentences that name it and the opening of the release.

in Jakarta on 16 May 2023      서울에서 개최되었다      일시/장소 : 2023.6.14.(수) / 서울      held virtually
"""

from __future__ import annotations

import re

from loaders.extract.candidates import Candidate
from loaders.extract.dates import DateSpan
from loaders.extract.lexicon import Mention
from loaders.extract.opening import Context, Span, within
from loaders.extract.talks import city_countries
from loaders.text import Part

_VIRTUAL = re.compile(
    r"화상|영상|온라인|비대면|v(?<=\bv)(?:irtual(?:ly)?\b|ideo-?\s?conferenc\w+|ia video|ideo link)|o(?<=\bo)nline\b"
)
_HYBRID = re.compile(r"하이브리드|h(?<=\bh)ybrid\b")
_IN_PERSON = re.compile(r"대면|얼굴을 맞대|i(?<=\bi)n[- ]person\b|f(?<=\bf)ace-to-face\b")
_MODES = (_HYBRID, "hybrid"), (_VIRTUAL, "virtual"), (_IN_PERSON, "in-person")  # in a text in small letters
_VENUES = {"White House": ("Washington", "USA"), "대통령실": ("Seoul", "KOR"), "청와대": ("Seoul", "KOR")}
_LABEL = re.compile(
    r"[일기](?<![가-힣].)(?<!보도 .)(?<!배포 .)(?<!발표 .)(?:(?<=일)(?: ?시|자)|(?<=기)간)"
    r"(?:\s?[/·및]\s?장소)?\s*[:：]?\s*"
)
_AT = re.compile(
    r"\b(?:in|at|(?:travel(?:s|ed|led)?|welcome[^.]{1,50}|arriv\w+) (?:in|to))\s+(?:[A-Z]\w+,\s+)?$|일시/장소[^가-힣]*$"
)
_SUBJECT = re.compile(
    r"\b(?:war|conflicts?|crisis|situation|violence|coup|peace|invasion|tensions|developments?|elections?) in $"
)
_KO_AT = re.compile(r"(?:\s[가-힣]{1,8}){0,2}에서(?!\s온)|서\s|에서(?!\s온)|[을를]\s(?:공식\s)?방문")
_PAST_ROUND = re.compile(r"작년|지난해|20\d\d년에?는|20\d\d년 (?:화상|대면)|\blast year\b|\bprevious\b")


def find_place(
    context: Context, names: list[Candidate], when: DateSpan | None
) -> tuple[str | None, str | None, int, int] | None:
    """City and country of the meeting, from the sentences that name it and the lead."""
    spans = [names[0].sentence]
    if names[0].part is Part.SUBTITLE or within(names[0].start, [*context.title, *context.lead]):
        spans += labelled(context) + context.lead[:4]
    if when:
        spans.insert(0, context.sentences.around(when.start))
    spans += [name.sentence for name in names[1:4] if name.part is not Part.ATTACHMENT]
    for start, end in dict.fromkeys(spans):
        for mention in context.mentions.between("city", start, end):
            if _is_place(context.text, mention):
                return mention.code, city_countries()[mention.code], mention.start, mention.end
        for venue, (city, country) in _VENUES.items():
            at = context.text.find(venue, start, end)
            if at >= 0 and re.search(r"(?:at|to) the $|$", context.text[max(0, at - 8) : at]):
                after = context.text[at + len(venue) : at + len(venue) + 2]
                if venue.isascii() or after == "에서":
                    return city, country, at, at + len(venue)
        for mention in context.mentions.between("country", start, end):
            if _is_place(context.text, mention) and len(mention.code) == 3:
                return None, mention.code, mention.start, mention.end
    return None


def _is_place(text: str, mention: Mention) -> bool:
    """Is it where something took place, rather than a side or a subject?"""
    before = text[max(0, mention.start - 60) : mention.start]
    after = text[mention.end : mention.end + 24]
    if _AT.search(before) and not _SUBJECT.search(before):
        return not re.match(r"\s*(?:'s\b|-|and\b.{0,12}visit)", after)
    if mention.kind == "city" and re.search(r"(?:\d{4},|\s/)\s*$", before):
        return True
    return bool(_KO_AT.match(after))


def find_mode(context: Context, names: list[Candidate], candidate: Candidate, placed: bool) -> str | None:
    """virtual, hybrid or in-person; what is said of an earlier round does not count."""
    if candidate.kind == "call":
        return "virtual"
    for span in dict.fromkeys(
        [candidate.sentence, *context.lead[:4], *(name.sentence for name in names[1:4])]
    ):
        for pattern, mode in _MODES:
            if pattern.search(context.mentions.lower, *span):
                if _PAST_ROUND.search(context.text, *span):
                    break
                return mode
    return "in-person" if placed or candidate.kind.startswith("talks") else None


def labelled(context: Context) -> list[Span]:
    """Where the release sets out time and place: 일시/장소 : 2023.6.14.(수) ..."""
    match = _LABEL.search(context.text, 0, 3000)
    return [(match.end(), match.end() + 40)] if match else []
