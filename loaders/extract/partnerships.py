"""What the release says of partnership steps, held against the official ones.

Forms taken:

    a step        "elevated relations to a Comprehensive Strategic Partnership", CSP 수립, 전략동반자로 격상하기로 합의
    a list        "(2021: China, India, 2022: United States)", "China (2021)", (2021년 : 중국, 2022년 : 미국이 수립)
    anniversary   "the 50th anniversary of dialogue relations", 대화관계 수립 35주년, 내년이면 10년을 맞는 관계
    reaffirmed    "reaffirmed the strategic partnership", 동반자 관계를 재확인

A partnership that is merely mentioned ("the ASEAN-US Strategic Partnership") is no claim.
Words: `data/reference/partnership_words.csv`, `levels`. `claim_reader` reads a claim: its status from the verb and its
surroundings (`steps_en`, `steps_ko`), its parties (`pairs`, `partner_rows`, `discourse`), its date (`claim_dates`,
`claim_news`), lists (`partner_lists`), anniversaries (`anniversaries`). `claim` puts wordings of one claim together.
"""

from __future__ import annotations

from datetime import date
from functools import cache

from loaders.claims import held_against
from loaders.extract.claim import UNFINISHED, Claim, one_each
from loaders.extract.claim_reader import ClaimReader
from loaders.extract.facts import Mark, PartnershipEvent
from loaders.extract.levels import read_levels
from loaders.extract.lexicon import Mentions
from loaders.reference import DATA, Step, ordered, read_steps
from loaders.text import Document, Part

_SILENT = frozenset({Part.HEADER, Part.ATTACHMENT})


def read_claims(
    document: Document, mentions: Mentions, published: date | None, own: str | None = None
) -> list[Claim]:
    """Every wording of a claim about a partnership step; `own` is the country of the issuer, where that is known."""
    words = read_levels(mentions)
    if not words:
        return []
    reader = ClaimReader(document, mentions, published, own)
    found: list[Claim] = []
    for word in words:
        paragraph = reader.sentences.paragraph_at(word.start)
        if paragraph is None or paragraph.part in _SILENT:
            continue
        reader.headline = paragraph.part in (Part.TITLE, Part.SUBTITLE)
        if word.code == "anniversary":
            found += reader.anniversary(word)
        elif word.code != "level:diplomatic":
            listed = list(reader.listed(word))
            low, high = reader.sentences.around(word.start)
            found += listed
            if not any(low <= claim.mark.start < high for claim in listed):
                found += reader.told(word)
    return found


def partnership_events(claims: list[Claim], published: date | None) -> list[PartnershipEvent]:
    """What the release says of partnership steps, each step once, held against the official record."""
    return [_event(claim, marks, published) for claim, marks in one_each(claims)]


def upgrade_marks(claims: list[Claim]) -> list[Mark]:
    """Where the release speaks of raising relations: a step, a wish for one, an anniversary."""
    return [
        claim.mark
        for claim in claims
        if claim.status in UNFINISHED
        or claim.headline
        or claim.mark.rule.startswith("partnership: anniversary")
    ]


def _event(claim: Claim, marks: list[Mark], published: date | None) -> PartnershipEvent:
    """The claim with what the record says of it. What is still to come or is reaffirmed, without a date of its own, is
    said on the day of the release.
    """
    said = claim.date
    if said is None and claim.status != "established" and published:
        said = published.isoformat()
    when = None if claim.status == "reaffirmed" else claim.implies or said
    verdict = held_against(
        _steps().get(ordered(claim.parties), []), claim.parties, claim.level, claim.status, when
    )
    return PartnershipEvent(
        claim.parties,
        claim.level,
        claim.status,
        said,
        claim.as_stated,
        verdict.agrees,
        verdict.record_date,
        claim.implies,
        tuple(marks),
    )


@cache
def _steps() -> dict[tuple[str, ...], list[Step]]:
    """The official steps of each pair of parties."""
    found: dict[tuple[str, ...], list[Step]] = {}
    for step in read_steps(DATA / "reference" / "partnership_steps.jsonl"):
        found.setdefault(step.parties, []).append(step)
    return found
