"""Every place where a text names a meeting, with what its words say of it.

A candidate is a noun of data/reference/meeting_words.csv, or a framework that is a meeting by its name (ARF,
East Asia Summit), with the sides, framework and number around it:

    제28차 한-아세안 대화         한-말레이시아 정책협의회        제1회 한-아세안 재난관리 장관회의
    the 27th ASEAN-ROK Dialogue   ASEAN Post Ministerial Conference with Canada   16th East Asia Summit
"""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass, replace
from functools import cache

from loaders.extract.countries import Places, Sides
from loaders.extract.lexicon import REFERENCE, Mention, Mentions
from loaders.extract.ordinals import find_ordinal, ordinal_behind, told_behind
from loaders.extract.sentences import Sentences
from loaders.extract.series import framework_sides, stands_alone
from loaders.reference import read_rows
from loaders.text import Document, Part

# What may stand between the sides and the noun. Possessive, so that a near miss costs no second try.
_GAP = re.compile(
    r"(?:[\s'\"「」『』\[\]*]|\([^()]{1,40}\)|\b(?:(?!(?:Ahead|At|In|With|To|During|Following|After|Before|Attends?"
    r"|Holds?|Held|Meets?|Met|Hosts?|Will|Discuss"
    r"|Joins?|Agrees?|Confirms?|Visits?|Calls?|From)\b)[A-Z][\w.&-]*+|special|annual|informal|commemorative|trilateral"
    r"|bilateral|(?:vice-)?(?:foreign-)?ministerial|joint|virtual|high-level|inaugural|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth"
    r"|tenth|senior|official|officials'?|leaders'?|ministers'?|ministerial|member states|countries|and|on|for"
    r"|of|the|held (?:a|an|the|their)|held|hold|convened (?:a|an|the)|\d{1,3}(?:st|nd|rd|th)|\d\+\d++)(?!\w)"
    r"|[가-힣·]{1,12}+(?<![을를은는며])(?<!에서)(?<!하고)|\d{1,3}(?=[차회국개번]|주년)|[IVXL]{1,8}(?=[차회])|\d\+\d|-)*+"
)
_SUFFIX = re.compile(
    r"(?:\s*\([^()]{1,40}\))?\s*(?:\d{4}\s*)?(?:\+1|10\+1)?\s*(?:[Ss]essions?\s*)?(?:with|between|of|among)\s+"
)
_ANOTHER = re.compile(r"및|과|와|,|·|\band\b")  # 외교장관회의 및 정상회의: two meetings
_COUNTED_KINDS = frozenset(
    {"talks", "call", "talks-summit", "talks-fmm", "talks-minister", "talks-vice", "summit"}
)
# "Foreign Ministers' (EASFM) Meeting"
_FOREIGN_MINISTERS = re.compile(r"[Ff]oreign [Mm]inisters?'?s?\s\([^()]{2,20}\)\s$")
# Hosted friends for a barbecue: nobody talks.
_ENTERTAINS = re.compile(
    r"(?:will |to )?host(?:s|ed)?\b[^.;:]{0,60}?\b(?:barbecue|reception|iftar|concert|exhibition|screening|seminar"
    r"|webinar|workshop|party|celebrations?|festival|open house|competition|fair)\b"
)
_PART_OF_NAME = frozenset({"retreat", "retreats"})
# To meet global challenges, met the targets of 2030: nobody meets anybody.
_MEETS_A_NEED = re.compile(
    r"(?:\w+ )?me(?:e?t|ets)(?: in full)? (?:(?!with|in|on|at|the [A-Z])[a-z\d-]+,? ){0,5}?"
    r"(?:challenges?|needs?|goals?|targets?|demands?|commitments?|obligations?|requirements?|deadlines?|expectations?"
    r"|standards?|criteria|conditions?|costs?|objectives?|threats?|aspirations?|ambitions?|moment|milestones?"
    r"|responsibilities|shortfall|gap)\b"
)
_NUMBERED = re.compile(r"meeting|lateral|talks$|roundtable|lunch|dinner|회|담|찬|면담|통화")
_NOTHING = re.compile("")
_WITH = re.compile(r"\s(?:\([^()]{2,12}\)\s)?with (?:the )?")
_POST_MINISTERIAL = frozenset(
    {"PMC", "post ministerial conference", "post-ministerial conference", "post ministerial meeting"}
)
_MINISTERS_KO = frozenset({"각료회의", "장관회의", "장관급 회의", "장관급회의"})
# What leaves a dialogue the general one: the 27th annual (high-level) dialogue, 아세안 제28차 대화, 연례 대화.
_PLAIN = re.compile(
    r"(?:[\s'\"()\[\]\d제차회,-]|\d(?:st|nd|rd|th)|annual|연례|정례|고위급?|고위관리|senior|officials?'?|high-level|"
    r"political(?:-security)?|and|security|the|of|its|virtual|special|ASEAN|relations|partnership|[A-Z]{2,6}(?=\)))*",
    re.IGNORECASE,
)
_MET_AS = re.compile(
    r"\)?\s?(?:\([^()]{1,20}\)\s?)?(?:회원국|참가국|각국)?\s?(정상|외교장관|외무장관|재무장관|장관|고위관리)들?[이은가는]\s"
)
_VAGUE = frozenset({"meeting", "talks"})
_KIND_OF_OFFICE = {"정상": "summit", "외교장관": "pmc", "외무장관": "pmc", "고위관리": "som"}
_ASEAN_ONLY = frozenset({"amm", "asean-summit", "admm"})


# Between a number and the name it belongs to: "28th annual", "38th and 39th", "9th Meeting of the", 제3차 「.


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place where a meeting is named. `kind` is that of the noun, "" for a framework named alone."""

    kind: str
    kind_level: str | None
    framework: str | None
    sides: tuple[str, ...]
    ordinal: int | None
    ordinal_span: tuple[int, int] | None
    start: int
    end: int
    part: Part
    sentence: tuple[int, int]
    word: str
    with_others: bool = False  # "dialogue with Japan": the side that reports is not named


def find_candidates(
    document: Document, mentions: Mentions, sentences: Sentences, places: Places
) -> list[Candidate]:
    """All candidates in the order of the text."""
    frameworks = [
        mention
        for mention in mentions["series"]
        if not (mention.code in _ASEAN_ONLY and _more_sides(mentions.text, mention, places))
    ]
    covered = deque(mention for mention in frameworks if stands_alone(mention.code))
    found: list[Candidate] = []
    used: set[int] = set()
    index = 0
    inside_end = 0
    for noun in mentions["meeting"]:
        while index < len(frameworks) and frameworks[index].start <= noun.start:
            if stands_alone(frameworks[index].code):
                inside_end = max(inside_end, frameworks[index].end)
            index += 1
        if noun.end <= inside_end:
            continue
        candidate = _from_noun(noun, mentions.text, sentences, places)
        if (
            candidate
            and noun.word.lower() in _PART_OF_NAME
            and any(candidate.start <= mention.start < noun.start for mention in covered)
        ):
            continue  # the ASEAN Foreign Ministers' (AMM) Retreat is named already
        if candidate:
            if index and not (candidate.sides or candidate.framework):
                named = _of_framework(candidate, frameworks[index - 1], mentions.text)
                if named:
                    candidate = named
                    used.add(frameworks[index - 1].end)
            found.append(candidate)
            while covered and covered[0].end <= candidate.start:
                covered.popleft()
            for mention in covered:
                if mention.end > noun.start:
                    break
                if not _ANOTHER.search(mentions.text, mention.end, noun.start):
                    used.add(mention.end)
    for mention in frameworks:
        if stands_alone(mention.code) and mention.end not in used:
            candidate = _alone(mention, mentions.text, sentences)
            if candidate:
                found.append(candidate)
    return _joined(sorted(found, key=lambda candidate: (candidate.start, candidate.end)))


def _of_framework(candidate: Candidate, last: Mention, text: str) -> Candidate | None:
    """G7 정상들이 14일 풀리아에서 회의를 열고: the framework is that of those who met."""
    if last.start < candidate.sentence[0]:
        return None
    met = _MET_AS.match(text, last.end, candidate.start)
    if met is None:
        return None
    kind = _KIND_OF_OFFICE.get(met[1], candidate.kind) if candidate.kind in _VAGUE else candidate.kind
    return replace(candidate, kind=kind, framework=last.code, sides=framework_sides(last.code))


def _joined(found: list[Candidate]) -> list[Candidate]:
    """ "The 11th Meeting of the ASEAN-New Zealand Joint Cooperation Committee" is one name."""
    kept: list[Candidate] = []
    for candidate in found:
        last = kept[-1] if kept else None
        if (
            last
            and last.kind == "meeting"
            and candidate.kind != "meeting"
            and candidate.start <= last.end + 1
        ):
            if candidate.ordinal is None:
                candidate = replace(candidate, ordinal=last.ordinal, ordinal_span=last.ordinal_span)
            kept[-1] = replace(candidate, sides=candidate.sides or last.sides)
        elif (
            last
            and last.kind == "ministerial"
            and candidate.kind == "consultation"
            and candidate.start == last.start
        ):  # Fifth Deputy Ministerial Strategic Dialogue
            kept[-1] = candidate
        else:
            kept.append(candidate)
    return kept


def _from_noun(noun: Mention, text: str, sentences: Sentences, places: Places) -> Candidate | None:
    paragraph = sentences.paragraph_at(noun.start)
    if paragraph is None or (
        noun.code == "talks"
        and (_MEETS_A_NEED.match(text, noun.start) or _ENTERTAINS.match(text, noun.start))
    ):
        return None
    sentence = sentences.around(noun.start)
    before = places.before(noun.start, _GAP, sentence[0])
    complete = before is not None and (before.framework is not None or len(before.codes) > 1)
    after = None if complete else _sides_after(noun, text, places)  # else: held with the chair, the host
    if before and before.framework:
        sides, framework = framework_sides(before.framework), before.framework
    else:
        sides = tuple(dict.fromkeys((before.codes if before else ()) + (after.codes if after else ())))
        framework = None
    if not sides and not framework and noun.word.startswith("AEM"):
        sides = ("ASEAN",)
    if noun.code == "pmc" and noun.word in _POST_MINISTERIAL:
        # One partner after another meets ASEAN; of several named together the first counts.
        sides = ("ASEAN", *[side for side in sides if side != "ASEAN"][:1])
    start = before.start if before else noun.start
    counts = noun.code in _COUNTED_KINDS
    ordinal, span = find_ordinal(
        text,
        max(sentence[0], start - 60),
        start,
        noun.start,
        counts=counts,
        series=complete and noun.code == "summit",
    )
    if ordinal is None and complete and (behind := ordinal_behind(text, noun.end)):
        ordinal, span = behind
    elif ordinal is None and not counts and len(sides) > 1:
        ordinal, span = told_behind(text, noun.end, sentence[1]) or (None, None)
    kind = noun.code
    if kind in ("talks", "call") and not _NUMBERED.search(noun.word):
        ordinal, span = None, None  # on the 29th he met …: a verb has no number
    if kind == "meeting" and _FOREIGN_MINISTERS.search(text, max(sentence[0], noun.start - 40), noun.start):
        kind = "pmc"
    if (
        kind == "ministerial"
        and before
        and not after
        and "ASEAN" in sides
        and _is_foreign(text, before.end, noun)
    ):
        kind = "pmc"
    if kind == "dialogue" and "ASEAN" in sides and len(sides) > 1 and _has_subject(text, before, noun):
        kind = "consultation"
    elif kind == "consultation" and "ASEAN" in sides:
        name = text[start : after.end + len(" Economic") if after else noun.end]
        kind = (
            "economic"
            if "AEM" in name or "Economic" in name
            else "dialogue"
            if "Senior Official" in name
            else kind
        )
    return Candidate(
        kind=kind,
        kind_level=_levels().get((noun.code, noun.word)),
        framework=framework,
        sides=sides,
        ordinal=ordinal,
        ordinal_span=span,
        start=min(span[0], start) if span else start,
        end=after.end if after else noun.end,
        part=paragraph.part,
        sentence=sentence,
        word=noun.word,
        with_others=bool(after and not before and text[noun.start : after.start].rstrip().endswith("with")),
    )


def _has_subject(text: str, before: Sides | None, noun: Mention) -> bool:
    """Is it a dialogue on a subject (한-아세안 환경·기후변화 대화, ASEAN-X Dialogue on Health)?"""
    named = text[before.end : noun.start] if before else ""
    return text.startswith((" on ", " for "), noun.end) or not _PLAIN.fullmatch(named)


def _is_foreign(text: str, sides_end: int, noun: Mention) -> bool:
    """Is it the foreign ministers' meeting? The ASEAN-Japan Ministerial Meeting is; others name their subject."""
    named = text[sides_end : noun.start].strip() or text.startswith((" on ", " for "), noun.end)
    if noun.word in _MINISTERS_KO:  # 제24차 EU-아세안 각료회의
        return _PLAIN.fullmatch(text, sides_end, noun.start) is not None
    return noun.word.isascii() and not named


def _alone(mention: Mention, text: str, sentences: Sentences) -> Candidate | None:
    paragraph = sentences.paragraph_at(mention.start)
    if paragraph is None:
        return None
    sentence = sentences.around(mention.start)
    low = max(sentence[0], mention.start - 60)
    ordinal, span = find_ordinal(text, low, mention.start, mention.start, counts=False)
    if ordinal is None and (behind := ordinal_behind(text, mention.end)):
        ordinal, span = behind
    return Candidate(
        kind="",
        kind_level=None,
        framework=mention.code,
        sides=framework_sides(mention.code),
        ordinal=ordinal,
        ordinal_span=span,
        start=min(span[0], mention.start) if span else mention.start,
        end=mention.end,
        part=paragraph.part,
        sentence=sentence,
        word=mention.word,
    )


def _sides_after(noun: Mention, text: str, places: Places) -> Sides | None:
    if noun.word.endswith((" with", " on", " to", " of")):
        return places.after(noun.end)
    joint = _SUFFIX.match(text, noun.end)
    return places.after(joint.end()) if joint else None


def _more_sides(text: str, mention: Mention, places: Places) -> bool:
    """Is "ASEAN Summit" here the end of "ROK-ASEAN Summit", or followed by "with China"?"""
    start, joint = mention.start, _WITH.match(text, mention.end)
    if joint and places.after(joint.end()):
        return True
    return text[start - 1 : start] in ("-", "·", "/") and places.before(start - 1, _NOTHING, 0) is not None


@cache
def _levels() -> dict[tuple[str, str], str | None]:
    rows = read_rows(REFERENCE / "meeting_words.csv")
    return {(str(row["code"]), str(row["word"])): row["level"] for row in rows}
