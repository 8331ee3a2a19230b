"""What became of a partnership, from the English verb or noun that goes with its level.

elevated relations to a CSP, a CSP since 2021     established
agreed to elevate relations to a CSP              agreed in principle
working towards the establishment of a CSP        in progress
proposed / hopes to upgrade to a CSP              proposed
reaffirmed the CSP                                reaffirmed
"""

from __future__ import annotations

import re

from loaders.extract.lexicon import Mention

_TO_LEVEL = ("elevat", "upgrad", "rais", "lift", "transition", "designat", "step")
# Verbs that need "to", "into" or "as" before a level: advanced the partnership is none, advanced to it is.
_ONLY_TO = (
    "mov", "advanc", "promot", "transform", "rose", "risen", "welcomed", "took", "tak", "bring", "brought", "shift",
    "evolv", "grew", "grown", "turn",
)  # fmt: skip
_NAMING = ("made", "makes", "named", "designat", "admit", "recogni")  # make somebody a partner
_DONE = (
    "ed", "became", "rose", "risen", "came into", "took effect", "began", "begun", "took", "taken", "brought", "made",
    "makes", "put their names to", "signed off on", "grew", "grown",
)  # fmt: skip
_NOUNS = (
    "elevation", "acceptance", "establishment", "launch", "upgrade", "conferment", "proclamation", "adoption",
    "signing", "admission", "conclusion", "inauguration",
)  # fmt: skip
_SINCE_WORD = r"(?:since|dates? (?:back )?(?:to|from)|dating (?:back )?(?:to|from)|goes back to|as of)"
_NAME = r"(?:[A-Z][\w.'’-]*|and|the|of|its|their|our|both|two|sides|countries|nations|it|them|us|each|other)"
_TAIL = (
    r"(?:s|s?['’]s?)?(?: (?:status|relations|relationship|ties|framework))?(?: ?\([A-Z]{2,4}\))?['\"”’]?"
    rf"(?: (?:of|with|between|for|to)(?: {_NAME},?){{1,9}})?"
)
_HELD_SINCE = re.compile(
    rf"{_TAIL}(?: ['\"“]?(?:for|in|on) [\w ,'’]{{5,60}}['\"”])?(?: for [\w ]{{3,25}})?(?:,? namely)?,?"
    rf"(?: (?:that|which|has|have|had|been|is|was|in|place|force|existed|exists|held|enjoyed|maintained"
    rf"|shared"
    rf"|status|partners|formally|ever|already|the|two|sides|countries|they|we|[A-Z][\w.]*|and)){{0,9}},?"
    rf" {_SINCE_WORD} "
)
# Dialogue Partner in 1996, Comprehensive Strategic Partner (2021), Enhanced Partnership of 2019
_DATED = re.compile(
    r"(?:(?:(?<=[Pp]artner)|(?<=[Pp]artners))(?: of [A-Z][\w.]{2,20})?| status) in (?:[A-Z][a-z]{2,8} )?(?:19|20)\d\d\b"
    r"|s?(?: ?\([A-Z]{2,4}\))? \((?:since |from |in )?(?:[A-Z][a-z]{2,8} )?(?:(?:19|20)\d\d|(?:this|last) year)\)"
    r"|(?: \([A-Z]{2,4}\))? of (?:[A-Z][a-z]{2,8} )?(?:19|20)\d\d\b"
    r"|s?,? (?:a|the) (?:term|title|status|name|step|framework|level|rank)(?: [\w-]+){0,4} (?:in|since|on) "
)
_NOW = re.compile(
    r"\b(?:(?:is|are|has|have|become) now|now (?:is|are|has|have|become)|now)(?: (?:an?|the|its"
    r"|[A-Z][\w.]*['’]s?)){0,2} ?['\"“‘]?$"
)
_SAID_TO_BE = re.compile(
    r"\b(?:announced|declared|proclaimed) that [^.;]{3,70} (?:is|are|has become|have become|become|becomes)(?: now)?"
    r"(?: (?:an?|the|its|[A-Z][\w.]*['’]s?)){0,2} ?['\"“‘]?$"
)
_OF_WHICH = re.compile(r"\bwhose (?:[\w-]+ ){0,2}$|\bof which [^.;,]{2,40} $")
# the Strategic Partnership, set up in 2015, …    the partnership agreed yesterday
_TAKEN_AFTER = re.compile(
    rf"{_TAIL},? (?:(?:which|that) was )?(?:first |as |originally )?(?:agreed(?: on| upon)?|established"
    rf"|set up|signed|formed"
    r"|launched|concluded|forged|announced|proclaimed|inaugurated|declared) (?:in|on|by|at|yesterday"
    r"|today|last|earlier) "
)
_SINCE_BEFORE = re.compile(
    r"\b[Ss]ince (?:[A-Z][a-z]{2,8} )?(?:19|20)\d\d\b[^.;]{0,60}\b(?:have|has) (?:had|been)\b[^.;]{0,40}$"
)
_WAS_PROPOSED = re.compile(
    r"s?(?: \([A-Z]{2,4}\))?,? (?:which|that) (?:was|had been|has been) (?:first )?(?:proposed|suggested|mooted)"
)
_ABOUT = re.compile(r"\b(?:about|on|over|idea of|possibility of|plans? (?:of|to|for)|like to) $")
_ON_TO = re.compile(r"[^.;,]{0,40}? (?:to|into) (?:a|an|the|become) ")
_FUTURE = re.compile(
    r"\b(?:will|would|should|could|can|may|might|shall|to be|yet to|be|going to|[Ll]et us|is to"
    r"|are to)\b(?: be)?[\w ]{0,12}$"
)
_NOT = re.compile(r"\b(?:not|never|no|nor|neither|without|cannot|n't)\b[\w ]{0,15}$")
_FIRST_TO = re.compile(r"\b(?:first|second|third|only|last|latest|\w+th)\b[\w ]{0,40} to $")
_GOAL = re.compile(r"\b(?:to|toward|towards|of|for|on)\s+(?:further\s+|formally\s+|jointly\s+)?$")
_UNDER = re.compile(
    r"\b(?:under|through|within|supporting|support|with|leveraging|implementing|implement|strengthen\w*|deepen\w*)\b"
)
_ASIDE = (
    r"(?:,? (?:with|between|at|in|on|during|last|this|earlier|jointly|formally|officially|together|by|as of|from)"
    r"(?: (?!an? )[\w.'’-]+){0,8}?,?(?: and on(?: [\w.'’-]+){1,4},)?)?"
)
_RANKED = (
    r"(?: (?:one|two|three|the \w+|among) of(?: (?:the|its|our|their|[A-Z][\w.]*['’]s?))?(?: [\w-]+){0,3}?)?"
    r"(?:,? (?:(?:the|a|an|full) ){0,2}(?:[\w'’-]+ )?(?:status|level|rank|framework|title|stage|tier"
    r"|form|family|ranks|circle|group) (?:of|as))?"
)
_WORDS = (
    r"(?: (?:as|into|of))?(?: (?:a|an|the|its|their|our|his|this|that|some|two|three|it))?"
    r"(?: (?!(?:under|through|within|for|on|in|by|with|from|at|that|which|who|and|to|of|about|between|a"
    r"|an|the|while|than"
    r"|[a-z]+ing)\b)['\"“‘]?[\w.'’-]+,?){0,5}"
)
_BARE = re.compile(
    rf"{_ASIDE}(?:(?: the)?(?: [A-Z][\w.'’-]*){{1,3}}(?= the (?:status|rank)))?{_RANKED}{_WORDS} ?['\"“‘]?"
)
_REACHED = re.compile(
    r"[^,.;]{0,60}? (?:to|into|as)(?: become| being)?"
    r"(?: (?:the )?(?:level|status|rank|height|stage) of)?"
    r"(?: (?:an?|the|its|full|new|['\"“‘]?[A-Z][\w.]*(?:['’]s?)?|[\w.]+-[\w.]+|\w+)){0,4} ?['\"“‘]?"
)
_FOR_A = re.compile(
    r"(?:,? (?:for|in|of|on|to be|to become|to be considered for|to obtain|to attain))?"
    r"(?: (?:the|its) (?:status|granting|conferment|establishment|launch) of)?(?: (?:an?|full|new|the|its))?"
    r"(?: (?:possible|potential|future|formal|full|new|fully-fledged))?(?: (?:[\w.]+-[\w.]+"
    r"|[A-Z][\w.]*['’]s?))? ?['\"“‘]?"
)
_TO_BE = re.compile(
    r"\b(?:be|being|have|put in place)(?: (?:one day|once|formally|also|called|known as))?(?: (?:an?"
    r"|the|its|full|[A-Z][\w.]*['’]s?))*"
    r"(?: [\w-]+){0,2}? ?['\"“‘]?$"
)
_MODAL = re.compile(r"\b(?:will|would|should|shall|is to|are to|to soon) (?:soon |then )?$")
_DOCUMENT = re.compile(
    r"\b(?:[Ss]tatement|[Dd]eclaration|[Cc]ommuniqu[eé]|[Aa]greement|[Dd]ocument|[Pp]act|[Tt]ext)s? "
    r"(?:on|of|for|establishing|to establish|declaring|announcing|about|concerning|launching)"
    rf"(?: the (?:establishment|elevation|launch|upgrade|upgrading)(?: of)?)?{_WORDS} ?['\"“‘]?$"
)
_DOCUMENT_ON = re.compile(
    r"\b(?:statement|declaration|communiqu[eé]|agreement|document)s? (?:on|for|of) (?:the )?$"
)
_ISSUED = re.compile(
    r"\b(?:sign(?:ed|ing)|adopt(?:ed|ion|ing)|issu(?:ed|ing)|releas(?:ed|ing)|publish(?:ed|ing)|inked"
    r"|put (?:out|their names)"
    r"|exchang(?:ed|e)|witness(?:ed|ing))\b[^.;]*$",
    re.IGNORECASE,
)
_DRAFTED = re.compile(
    r"\b(?:draft\w*|finali[sz]\w*|prepar\w+|negotiat\w+|work(?:ing)? on|draw(?:ing)? up|drew up)\b[^.;]*$"
)
_HAVE = re.compile(
    r"\b(?:to have|has|have|had|having|enjoys?|enjoyed)(?: (?:had|maintained|enjoyed|shared))?"
    r"(?: (?:an?|the|its|such))?(?: [a-z]+){0,2} $"
)
_IN_YEAR = re.compile(r"\b[Ii]n (?:[A-Z][a-z]{2,8} )?(?:19|20)\d\d\b[^.;]{0,60}$")
_REACH_OF = {"accord": 70}  # characters between a word and the verb it bears on, where not 45
_LOOKED_FOR = {"wish": "proposed", "accord": "agreed-in-principle", "course": "in-progress"}
_AFTER_LEVEL = re.compile(
    rf"{_TAIL}(?:"
    r",? ?(?:(?:that|which|who|it|we|they|to) )?(?:(?:was|were|is|are|has|have|had|been|be|will|would"
    r"|should|could|may|shall|to|first|formally|officially"
    r"|jointly|newly|recently|originally|already|also|both|just|again|then|\w+ly) )*"
    r"|,? (?:to|on|in|into|for|under|of) which [^,.;]{3,60} (?:was|were|had been|has been|have been) (?:\w+ly )?"
    r"|,? (?:that|which) [^,.;]{2,45} (?:(?:have|has|had) )?"
    r"|, [^,.;]{3,40}, (?:(?:which|that) )?(?:(?:was|were|has been|had been) )?"
    r"| in [\w ]{3,30} (?:(?:was|were|has been|had been) )?"
    r"|, (?:and|which) "
    r")"
)


def status_en(text: str, level: Mention, near: list[Mention]) -> str | None:
    """The status of an English level; `near` are the words of the vocabulary in its sentence."""
    if level.word == "did the same":
        return "established"
    under = _UNDER.search(text, max(0, level.start - 16), level.start)
    if not under and (_HELD_SINCE.match(text, level.end) or _DATED.match(text, level.end)):
        return "established"
    if _NOW.search(text, max(0, level.start - 30), level.start) or _SAID_TO_BE.search(
        text, max(0, level.start - 120), level.start
    ):
        return "established"
    if _TAKEN_AFTER.match(text, level.end) or _SINCE_BEFORE.search(
        text, max(0, level.start - 130), level.start
    ):
        return "established"
    if _WAS_PROPOSED.match(text, level.end):
        return "proposed"
    sought = _looked_for(text, level, near)
    verbs = [word for word in near if word.code == "raise" and _binds(text, word, level)]
    if verbs:
        verb = min(verbs, key=lambda word: _gap(word, level))
        status = _of_verb(text, verb, level, near)
        return sought if sought and status in ("in-progress", "agreed-in-principle") else status
    if sought:
        return sought
    if document := _of_document(text, level):
        return document
    before = text[max(0, level.start - 90) : level.start]
    if _HAVE.search(before) and _IN_YEAR.search(before):
        return "established"
    again = any(word.code == "reaffirm" and 0 <= level.start - word.end < 80 for word in near)
    return "reaffirmed" if again else None


def _of_verb(text: str, verb: Mention, level: Mention, near: list[Mention]) -> str | None:
    shape = text[verb.start : verb.end].lower()
    before = text[max(0, verb.start - 60) : verb.start].lower()
    if _NOT.search(before[-28:]):
        return None
    codes = {
        word.code
        for word in near
        if word.end <= verb.start
        and verb.start - word.end < _REACH_OF.get(word.code, 45) + 80 * word.word.startswith("look")
        and not re.search(r"[.;]|, (?:and|but|while) ", text[word.end : verb.start])
        and (not word.word.endswith(" to") or verb.start - word.end < 25)
    }
    if level.word.endswith("step"):
        return "established" if shape in ("took", "taken") else "in-progress"
    if "toward" in shape:
        return "in-progress"
    if _FIRST_TO.search(before):
        return "established"
    if _DOCUMENT_ON.search(before) and _ISSUED.search(text, max(0, verb.start - 140), verb.start):
        return "established"
    future = _FUTURE.search(before) is not None
    if shape.endswith(_DONE) and not future:
        return "established"
    if "accord" in codes:
        return "agreed-in-principle"
    if "course" in codes and _ABOUT.search(before):
        return "in-progress"
    if "wish" in codes or _ABOUT.search(before):
        return "proposed"
    if "course" in codes or future:
        return "in-progress"
    if shape.endswith("ing") or shape in _NOUNS or not _GOAL.search(before):
        return "established"
    return "in-progress"


def _looked_for(text: str, level: Mention, near: list[Mention]) -> str | None:
    """The status of a level that is wished for, agreed on or worked on without a verb of raising: seeks a CSP, a
    proposal for a CSP, hopes to be a strategic partner.
    """
    start = level.start + len("full ") * level.word.startswith("full ")
    codes = [word for word in near if word.code in _LOOKED_FOR]
    for word in codes:
        if _NOT.search(text[max(0, word.start - 28) : word.start]):
            continue
        if _FOR_A.fullmatch(text, word.end, start):
            return _LOOKED_FOR[word.code]
    copula = _TO_BE.search(text, max(0, level.start - 45), level.start)
    if copula:
        before = [word for word in codes if 0 <= copula.start() - word.end < 40]
        if before:
            return _LOOKED_FOR[before[-1].code]
        if _MODAL.search(text, max(0, copula.start() - 20), copula.start()):
            return "in-progress"
    return None


def _of_document(text: str, level: Mention) -> str | None:
    """The status told by a declaration on the level: signed or adopted, or still being drafted."""
    document = _DOCUMENT.search(text, max(0, level.start - 110), level.start)
    if document is None:
        return None
    before = text[max(0, document.start() - 90) : document.start()]
    if _ISSUED.search(before):
        return "established"
    return "in-progress" if _DRAFTED.search(before) else None


def _binds(text: str, verb: Mention, level: Mention) -> bool:
    """Does the verb speak of the level, and not of something between the two?"""
    shape = text[verb.start : verb.end].lower()
    if verb.start >= level.end:
        between = text[level.end : verb.start]
        if shape.startswith("becam") and _OF_WHICH.search(text, max(0, level.start - 45), level.start):
            return len(between) < 50 and not re.search(r"[.;]", between)
        if shape.startswith("becam") or (shape.startswith(_TO_LEVEL) and _ON_TO.match(text, verb.end)):
            return False  # the strategic partnership became, was raised to, a higher one
        if shape.startswith((*_ONLY_TO, *_NAMING)) and not re.search(r"\b(?:to|of) which\b", between):
            return False
        return len(between) < 70 and _AFTER_LEVEL.fullmatch(between) is not None
    between = text[verb.end : level.start]
    raised = shape.startswith(_TO_LEVEL)
    under = _UNDER.search(between)
    if level.word.endswith("step"):
        return shape in ("took", "taken", "take", "taking") and not between.strip()
    if shape.startswith(_ONLY_TO) and "toward" not in shape:
        return _REACHED.fullmatch(between) is not None
    if len(between) > 110 or (
        under and not (raised and under[0] == "with") and not _WITH_ASIDE.match(between)
    ):
        return False
    if raised:
        if not re.search(r"\b(?:to|into|as)\b", between) and _ON_TO.match(text, level.end):
            return False  # elevate the dialogue relations to a strategic level
        return (
            re.search(r"\b(?:to|into|as|to the level of|from)\b", between, re.IGNORECASE) is not None
            or len(between) < 30
        )
    if shape.startswith(_NAMING):
        return level.word.endswith("partner") and _BARE_OR_AS.fullmatch(between) is not None
    return _BARE.fullmatch(between) is not None


_WITH_ASIDE = re.compile(r",? with [A-Z]")
_BARE_OR_AS = re.compile(rf"(?: [\w.'’-]+){{0,3}}?(?: as)?{_RANKED}{_WORDS} ?['\"“‘]?")


def _gap(one: Mention, other: Mention) -> int:
    return max(one.start - other.end, other.start - one.end, 0)
