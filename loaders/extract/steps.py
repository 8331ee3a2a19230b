"""What became of a partnership, from the verb that goes with its level: established, agreed, in progress, wished for.

elevated relations to a CSP                   established        CSP를 수립하였다, 전략적 동반자가 된 뒤
agreed to elevate relations to a CSP          agreed             CSP로 격상하기로 합의하였다
working towards the establishment of a CSP    in progress        10월 CSP 수립 추진중, CSP 수립을 위해
proposed / hopes to upgrade to a CSP          proposed           CSP 수립을 희망하였다, CSP를 세우자는 제안
reaffirmed the CSP                            reaffirmed         동반자 관계를 재확인하였다
"""

from __future__ import annotations

import re

from loaders.extract.lexicon import Mention

_TO_LEVEL = ("elevat", "upgrad", "rais", "lift", "transition", "designat")
_DONE = ("ed", "became", "rose", "risen", "came into", "took effect", "began", "begun")
_ONLY_TO = ("mov", "advanc", "promot", "transform", "rose", "risen", "welcomed")  # to, into or as a level
_NOUNS = ("elevation", "acceptance", "establishment", "launch", "upgrade", "conferment")
_SINCE = re.compile(
    r"s?(?: status)?(?: \([A-Z]{2,4}\))?(?: (?:of|with) [A-Z][\w .]{2,30}?)? (?:since|dates from|dates back to) "
)
# Dialogue Partner in 1996, Comprehensive Strategic Partner (2021)
_DATED = re.compile(
    r"(?:(?<=Partner)(?: of [A-Z][\w.]{2,20})?| status) in (?:[A-Z][a-z]{2,8} )?(?:19|20)\d\d\b| \((?:19|20)\d\d\)"
)
_WAS_PROPOSED = re.compile(
    r"s?(?: \([A-Z]{2,4}\))?,? (?:which|that) (?:was|had been) (?:first )?(?:proposed|suggested)"
)
_ABOUT = re.compile(r"\b(?:about|on|over|idea of|possibility of|plans? (?:of|to|for)|like to) $")
_ON_TO = re.compile(r"[^.;,]{0,40}? (?:to|into) (?:a|an|the|become) ")
_FUTURE = re.compile(r"\b(?:will|would|should|could|to be|yet to)\b(?: be)?[\w ]{0,12}$")
_GOAL = re.compile(r"\b(?:to|toward|towards|of|for|on)\s+(?:further\s+|formally\s+|jointly\s+)?$")
_UNDER = re.compile(r"\b(?:under|through|within|supporting|support|with|leveraging|implementing|implement)\b")
_BARE = re.compile(
    r"\s['\"“‘]?(?:(?:a|an|the|its|their|our|this|newly|new|very|first|second|third|\w+th|newest|latest|only|it|as|full|fully|formal|official|elevated|['\"“‘]"
    r"|framework of|(?:status|level|rank) of|into|of|[\w.]+-[\w.]+|[A-Z][\w.]*(?:['’]s?)?)\s?){0,6}"
)
_REACHED = re.compile(
    r"[^,.;]{0,60}? (?:to|into|as) (?:(?:the )?(?:level|status|rank) of )?"
    r"(?:(?:an?|the|its|full|new|[A-Z][\w.]*(?:['’]s?)?|[\w.]+-[\w.]+) ){0,4}['\"“‘]?"
)
_FOR_A = re.compile(
    r"(?: (?:for|in|of|on|to be|to become))?(?: the status of)? (?:an?|full|new)"
    r"(?: (?:possible|potential|future|formal|full|new))? (?:[\w.]+-[\w.]+ )?['\"“‘]?"
)
_LOOKED_FOR = {"wish": "proposed", "accord": "agreed-in-principle", "course": "in-progress"}
_AFTER_LEVEL = re.compile(
    r"(?:s|\s?\((?:CSP|SP)\))?(?: status)?(?: with [A-Z][\w .]{2,30}?)?"
    r"(?:,? (?:was|were|has been|have been|that was|which was"
    r"|that|which|which has|that has|is|to be|that we|we"
    r"|will be|be|,)*"
    r"(?: \w+ly)? ?|,? (?:that|which) [^,.;]{3,45} |,? between [^,.;]{3,45} "
    r"|, [^,.;]{3,40}, (?:was |were |has been )|, | in [\w ]{3,30} )"
)
_PAST_KO = re.compile(
    r"\s?(?:을|를|이|가|은|는)?\s?(?:하였|했|한 (?:이래|이후|뒤|바|것을)|한(?= )|된|되었|됐|시켰|시킨"
    r"|(?:을|를) ?(?:공식 ?)?(?:선포|선언|발표)(?:하였|했|한)|하게 (?:됐|되었|된)"
    r"|에 (?:바탕|힘입|따라|따른|기초|기반)|(?:을|를) (?:바탕|토대|기반)으로"
    r"|은 (?:이래|이후|뒤|것)|었|였|고 있"
    r"|[이후래]{2}|으며 |에 서명|에 이르|뒤|지 |관계)"
)
_STATEMENT_KO = re.compile(
    r"(?:에|을|를) ?(?:관한|대한|위한) (?:공동)?(?:성명|선언|비전)[^.]{0,12}(?:채택|발표|서명)(?:하|했|됐|되)"
)
_ANNIVERSARY_KO = re.compile(r"\s?\d{1,3}(?:주년|년)")
_ACCORD_KO = re.compile(r"(?:을|를)?\s?(?:하|시키|맺|으)?기로")
_TO_COME_KO = re.compile(r"(?:될|할|을 통해|하는 문제|할 수 있도록|을 놓고|하기 위|자는)")
_SAID_BEFORE_KO = re.compile(
    r"(?:수립|격상|체결|출범)(?:된|한|하였던|시킨) (?:[가-힣·-]{1,12} ){0,2}[‘'\"“「]?$"
    r"|맺은 (?:[가-힣·-]{1,12} ){0,2}[‘'\"“「]?$"
)
_DATED_KO = re.compile(r" ?(?:관계)? ?\((?:19|20)\d\d년?\)")
_SINCE_THEN_KO = re.compile(r"(?:19|20)\d\d년 ?(?:\d{1,2}월 ?)?(?:부터|이래|이후)[^.,;]{0,25}$")
_IS_KO = re.compile(r"['’\"”]?(?: ?관계)?['’\"”]?(?:이다|인 |이며|이자|로서|였|이었|임[.\n]|에 있)")
_AS_LEVEL_KO = re.compile(
    r"['\"’”」 ]{0,2}(?:관계)?['\"’”」 ]{0,2}(?:\([A-Z]{2,4}\))?['\"’”」]?(?:로|으로) ?(?:[가-힣]{1,4} ){0,2}"
)
_AND_THEN_KO = re.compile(r"(?:하고|하며|하면서|시키고|고|으며)[, ]")
_BEFORE_NOW_KO = re.compile(r"지난|작년|앞서")
_BECAME_KO = ("된", "됐", "되었")


def status_en(text: str, level: Mention, near: list[Mention]) -> str | None:
    """The status of an English level; `near` are the words of the vocabulary in its sentence."""
    if _SINCE.match(text, level.end) or _DATED.match(text, level.end):
        return "established"
    if _WAS_PROPOSED.match(text, level.end):
        return "proposed"
    verbs = [word for word in near if word.code == "raise" and _binds(text, word, level)]
    if not verbs:
        start = level.start + len("full ") * level.word.startswith("full ")
        nouns = (word for word in near if _FOR_A.fullmatch(text, word.end, start))
        looked_for = next((_LOOKED_FOR[word.code] for word in nouns if word.code in _LOOKED_FOR), None)
        if looked_for:
            return looked_for
        again = any(word.code == "reaffirm" and 0 <= level.start - word.end < 80 for word in near)
        return "reaffirmed" if again else None
    verb = min(verbs, key=lambda word: _gap(word, level))
    shape = text[verb.start : verb.end].lower()
    before = text[max(0, verb.start - 60) : verb.start].lower()
    codes = {word.code for word in near if word.end <= verb.start and verb.start - word.end < 45}
    if "toward" in shape:
        return "in-progress"
    future = _FUTURE.search(before) is not None
    if shape.endswith(_DONE) and not future:
        return "established"
    if "accord" in codes:
        return "agreed-in-principle"
    if "wish" in codes or _ABOUT.search(before):
        return "proposed"
    if "course" in codes or future:
        return "in-progress"
    if shape.endswith("ing") or shape in _NOUNS or not _GOAL.search(before):
        return "established"
    return "in-progress"


def _binds(text: str, verb: Mention, level: Mention) -> bool:
    """Does the verb speak of the level, and not of something between the two?"""
    if verb.start >= level.end:
        between = text[level.end : verb.start]
        shape = text[verb.start : verb.end].lower()
        if shape.startswith("becam") or (shape.startswith(_TO_LEVEL) and _ON_TO.match(text, verb.end)):
            return False  # the strategic partnership became, was raised to, a higher one
        return len(between) < 60 and _AFTER_LEVEL.fullmatch(between) is not None
    between = text[verb.end : level.start]
    shape = text[verb.start : verb.end].lower()
    raised = shape.startswith(_TO_LEVEL)
    under = _UNDER.search(between)
    if shape.startswith(_ONLY_TO) and "toward" not in shape:
        return _REACHED.fullmatch(between) is not None
    if len(between) > 90 or (under and not (raised and under[0] == "with")):
        return False
    if raised:
        if not re.search(r"\b(?:to|into|as)\b", between) and _ON_TO.match(text, level.end):
            return False  # elevate the dialogue relations to a strategic level
        return (
            re.search(r"\b(?:to|into|as|to the level of|from)\b", between, re.IGNORECASE) is not None
            or len(between) < 30
        )
    return _BARE.fullmatch(between) is not None


def status_ko(text: str, level: Mention, near: list[Mention]) -> str | None:
    """The status of a Korean level; `near` are the words of the vocabulary in its sentence."""
    after = [word for word in near if word.start >= level.end]
    verb = next((word for word in after if word.code == "raise" and _reaches(text, level, word)), None)
    if verb is None:
        return _without_verb(text, level, after)
    tail = text[verb.end : verb.end + 60]
    if _ANNIVERSARY_KO.match(tail):
        return None
    if _AND_THEN_KO.match(tail) and _BEFORE_NOW_KO.search(text, max(0, level.start - 60), level.start):
        return "established"  # 지난달 … 수립하고 …하기로
    codes = [word.code for word in after if word.start >= verb.end - 1 and word.start - verb.end < 40]
    if (
        verb.word in _BECAME_KO
        or verb.word in ("올라선", "올라섰", "정했", "정하는")
        or _STATEMENT_KO.match(tail)
    ):
        return "established"
    if _ACCORD_KO.match(tail) or verb.word.endswith("기로"):
        return "agreed-in-principle"
    if _PAST_KO.match(tail):
        return "established"
    if any(word.code == "course" and 0 <= level.start - word.end < 25 for word in near):
        return "in-progress"
    if _TO_COME_KO.match(tail) and "wish" not in codes[:1]:
        return "in-progress"
    if codes:
        first = codes[0]
        return {"accord": "agreed-in-principle", "course": "in-progress", "wish": "proposed"}.get(
            first, "in-progress"
        )
    return "in-progress" if re.match(r"[은는을를이가]?(?:\s|$)", tail) else "established"


def _reaches(text: str, level: Mention, verb: Mention) -> bool:
    between = text[level.end : verb.start]
    if verb.word in _BECAME_KO:
        return re.fullmatch(r"['\"’” ]{0,2}(?:관계)?['\"’” ]{0,2}(?:가|이|로)? ?", between) is not None
    if verb.word == "채택":
        return False
    if verb.word in ("높이", "끌어올리", "올리", "도약", "발전", "나아가", "나아갔", "진입", "발돋움"):
        return _AS_LEVEL_KO.fullmatch(between) is not None
    return len(between) < 34 and not re.search(r"[.;:]|주년", between)


def _without_verb(text: str, level: Mention, after: list[Mention]) -> str | None:
    """No verb behind it: reaffirmed; one said before (2022년 수립된 양국간 전략동반자 관계); or one of a row whose verb
    comes last (2017년 특별 전략적 동반자 관계를, …).
    """
    if _SAID_BEFORE_KO.search(text, max(0, level.start - 30), level.start):
        return "established"
    if any(word.code == "reaffirm" and word.start - level.end < 40 for word in after):
        return "reaffirmed"
    if _SINCE_THEN_KO.search(text, max(0, level.start - 45), level.start) and _IS_KO.match(text, level.end):
        return "established"
    if _DATED_KO.match(text, level.end):
        return "established"
    dated = re.search(
        r"(?:19|20)\d\d년 ?(?:\d{1,2}월 ?)?(?:특별 ?)?$", text[max(0, level.start - 16) : level.start]
    )
    follows = any(word.code == "raise" for word in after)
    return (
        "established"
        if dated and (follows or re.match(r"['’]?(?:관계)?(?:를|,)", text[level.end : level.end + 6]))
        else None
    )


def _gap(one: Mention, other: Mention) -> int:
    return max(one.start - other.end, other.start - one.end, 0)
