"""The other meetings of a release: those in its margins and those it announces.

태국, 필리핀과도 따로 면담하고                  올해 말레이시아가 여는 아세안 외교장관회의(7월)
"""

from __future__ import annotations

import re

from loaders.extract.candidates import Candidate
from loaders.extract.facts import Mark, Meeting
from loaders.extract.opening import TALKS, Context, says
from loaders.extract.peers import LEVEL_OF_RANK
from loaders.extract.series import level_of, series_of
from loaders.extract.talks import sides_named, talk_sides
from loaders.extract.when import own_date
from loaders.extract.where import find_place
from loaders.text import Part


def find_others(context: Context, principal: Meeting) -> list[Meeting]:
    """Meetings in the margins and meetings announced, each once."""
    found: dict[tuple[object, ...], Meeting] = {}
    own = _own_side(context, principal)
    for candidate in context.candidates:
        if candidate.part in (Part.TITLE, Part.SUBTITLE, Part.HEADER, Part.ATTACHMENT):
            continue
        for meeting in _margins(context, candidate, own) or _announced(context, candidate):
            key = (
                meeting.series,
                meeting.parties,
                meeting.ordinal,
                meeting.start if meeting.series == "other" else "",
            )
            if meeting.series == principal.series and meeting.parties == principal.parties:
                continue
            found.setdefault(key, meeting)
    return list(found.values())


def _own_side(context: Context, principal: Meeting) -> str | None:
    """Whose meetings in the margins the release tells: the issuer's, in news of others those of ASEAN's partner."""
    own = context.release.country
    if context.release.issuer_kind == "government" or own in principal.parties or not principal.parties:
        return own
    partners = [party for party in principal.parties if party != "ASEAN"]
    return partners[0] if len(partners) == 1 else None if len(partners) == len(principal.parties) else own


def _margins(context: Context, candidate: Candidate, own: str | None) -> list[Meeting]:
    """Separate talks the release reports: 베트남, 태국과 각각 별도 면담을 갖고. One meeting for each country."""
    text = context.text
    start, end = candidate.sentence
    if candidate.kind not in ("talks", "talks-summit", "talks-fmm", "talks-minister", "talks-vice"):
        return []
    if own is None or not says(context, "separate", (start, end)) or says(context, "recalled", (start, end)):
        return []
    low, high = (start, candidate.start) if context.release.language == "ko" else (start, end)
    named = sides_named(context, low, high, candidate)
    codes = dict.fromkeys([*candidate.sides, *(mention.code for mention in named)])
    others = [code for code in codes if code not in (own, "ASEAN", "ASEC")]
    rank = next((mention.code for mention in context.mentions.between("rank", start, end)), None)
    when = own_date(context, candidate, days_only=True)
    found = []
    for code in others[:12]:
        sides = tuple(sorted((code, own)))
        series = series_of(candidate.kind, sides, None, rank)
        found.append(
            Meeting(
                series=series,
                ordinal=None,
                start=when.first if when else None,
                end=when.last if when else None,
                city=None,
                country=None,
                mode="in-person" if not says(context, "future", (start, end)) else None,
                level=level_of(series, candidate.kind_level or LEVEL_OF_RANK.get(rank or ""), None),
                parties=sides,
                status="planned" if re.search(r"(?:예정|계획이)", text[candidate.end : end]) else "held",
                principal=False,
                marks=(Mark(candidate.start, candidate.end, f"meeting in the margins: {candidate.word}"),),
            )
        )
    return found


def _announced(context: Context, candidate: Candidate) -> list[Meeting]:
    """A meeting that is to come, where the text gives its month or day."""
    issued = context.issued
    if issued is None or not says(context, "future", candidate.sentence):
        return []
    when = own_date(context, candidate, days_only=candidate.kind in TALKS)
    if when is None or when.first <= issued.isoformat()[: len(when.first)]:
        return []
    sides = candidate.sides
    if candidate.kind in TALKS and len(sides) < 2:
        sides = talk_sides(context, candidate)
    if not candidate.framework and len(sides) < 2:
        return []
    series = series_of(candidate.kind, sides, candidate.framework)
    if candidate.kind in TALKS and says(context, "company", candidate.sentence):
        series = "other"
    place = find_place(context, [candidate], when) if candidate.part is not Part.TITLE else None
    marks = [
        Mark(candidate.start, candidate.end, f"meeting announced: {candidate.word}"),
        Mark(when.start, when.end, when.rule, "start"),
    ]
    return [
        Meeting(
            series=series,
            ordinal=candidate.ordinal,
            start=when.first,
            end=when.last,
            city=place[0] if place else None,
            country=place[1] if place else None,
            mode=None,
            level=None
            if series == "other" and not candidate.framework
            else level_of(series, candidate.kind_level, candidate.framework),
            parties=tuple(sorted(sides)),
            status="planned",
            principal=False,
            marks=tuple(marks),
        )
    ]
