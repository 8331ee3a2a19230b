"""What became of a partnership, from the Korean verb that follows its level and the ending of that verb.

CSP를 수립하였다, 전략적 동반자가 된 뒤, 높였다           established
CSP로 격상하기로 합의하였다, 격상에 뜻을 모았다            agreed in principle
10월 CSP 수립 추진중, CSP 수립을 위해, 격상할 예정        in progress
CSP 수립을 희망하였다, CSP를 세우자는 제안, 높이자고 제안  proposed
동반자 관계를 재확인하였다                               reaffirmed
"""

from __future__ import annotations

import re

from loaders.extract.lexicon import Mention

_PAST = re.compile(
    r"\s?(?:을|를|이|가|은|는)?\s?(?:하였|했|한 (?:이래|이후|뒤|바|것을|데)|한(?= )|된|되었|됐|시켰|시킨"
    r"|(?:을|를) ?(?:공식 ?)?(?:선포|선언|발표)(?:하였|했|한)|하게 (?:됐|되었|된)|게 (?:됐|되었|된)"
    r"|에 (?:바탕|힘입|따라|따른|기초|기반)|(?:을|를) (?:바탕|토대|기반)으로"
    r"|[은운] (?:이래|이후|뒤|것|바|데|지|나라|곳|국가|상대|만큼)|한다고 (?:선언|선포|발표)"
    r"|함(?![가-힣])|음(?![가-힣])|었|였|렸|꿨|꾸었|고 있|고 \d"
    r"|\s?\(['’]?\d{2,4}[년.)]|[이후래]{2}|으며 |에 서명|에 이르|뒤|지 |관계)"
)
_STATEMENT = re.compile(
    r"(?:에|을|를)? ?(?:관한|대한|위한|알리는|담은|명시한|(?:하|시키|올리|높이|맺|선언하|선포하|발표하"
    r"|규정하)?는(?: 내용을 담은| 내용의)?) "
    r"(?:[가-힣·-]+ )?(?:공동 ?)?(?:성명|선언|비전|문서|협정|합의)[^.]{0,16}(?:채택|발표|서명|냈|내놓)"
)
_ANNIVERSARY = re.compile(r"\s?\d{1,3}(?:주년|년)")
_ACCORD = re.compile(r"(?:을|를)?\s?(?:하|시키|맺|으|올리|높이|끌어올리|바꾸)?기로")
_SUGGESTED = re.compile(r"(?:하|시키|맺|으|되|올라서|나아가)?자(?:고|는|며|면서)(?![가-힣])")
_TO_COME = re.compile(
    r"(?:될|할|을 통해|하는 문제|할 수 있도록|을 놓고|하기 위|자는|하려|하겠|시킬|하는 방안|하는 쪽"
    r"|을 눈앞|에 속도|하고자|되도록)"
)
_OBJECT_OF = re.compile(r"['’\"”]?(?: ?관계)?['’\"”]?(?: ?\([A-Z]+\))?(?:을|를|에서) ")
_SENTENCE_END = re.compile(r"[.!?](?=\s|$)|\n")
# The sentence ends in the past, and not in a wish or an accord.
_TOLD_AS_PAST = re.compile(r"(?:했|됐|었|였|갔|렸|왔|냈)(?:다|음|습니다|다고 (?:밝혔다|전했다))$")
_ASKED = re.compile(r"(?:협의|논의|추진|검토)[를을] ?(?:제안|제의|요청|희망)")
_DENIED = re.compile(r"지 (?:않|못)|[을를] 논의하고 있지")
_SETTLED = re.compile(
    r"(?:합의|결정)(?:하고|하며|하면서|,| 후| 뒤)[^.]{0,40}(?:선포|선언|(?:성명|문서)[^.]{0,8}(?:채택|발표|서명))"
)
_SAID_BEFORE = re.compile(
    r"(?:수립|격상|체결|출범|승격|선포|시작)(?:된|한|하였던|시킨|했던|되었던) (?:[가-힣·-]{1,12} ){0,2}[‘'\"“「]?$"
    r"|(?:맺은|맺었던|맺어진|얻은|받은|세운|이어 온|이어온|유지해 온|유지해온) (?:[가-힣·-]{1,12} ){0,2}[‘'\"“「]?$"
)
_DATED = re.compile(
    r" {1,9}(?:19|20)\d\d년 ?\d{1,2}월(?=\n|$)| ?(?:관계)? ?\((?:['’]\d\d|(?:19|20)\d\d)[년.]? ?(?:\d{1,2}월)?\)"
)
_SINCE_THEN = re.compile(
    r"(?:(?:19|20)\d\d년|\d{1,2}년 ?전) ?(?:\d{1,2}월 ?)?(?:부터|이래|이후)[^.,;]{0,25}$"
)
_IS = re.compile(
    r"['’\"”]?(?: ?관계)?['’\"”]?(?:이다|다[.\n]|인 |이며|이자|로서|였|이었|임[.\n]|에 있|를 (?:유지|이어)|$)"
)
_STAYS = re.compile(r"['’\"”]?(?: ?관계)?['’\"”]?(?:에 )?(?:머물|그치)")
_OF_YEAR = re.compile(r"(?:19|20)\d\d년(?: ?\d{1,2}월)?의 $")
_AS_LEVEL = re.compile(
    r"['\"’”」 ]{0,2}(?:관계)?['\"’”」 ]{0,2}(?:\([A-Z]{2,4}\))?['\"’”」]?(?:로|으로|에"
    r"|까지)(?:의)? ?(?:[가-힣]{1,4} ){0,2}"
)
_AND_THEN = re.compile(r"(?:하고|하며|하면서|시키고|고|으며)[, ]")
_BEFORE_NOW = re.compile(r"지난|작년|앞서")
_BETWEEN_NOT = re.compile(
    r"[.;:]|주년|이었|였|지만|이다|(?:이행|실현|내실|심화|강화|확대|협정|걸맞|토대|바탕)"
)
_DATED_AHEAD = re.compile(r"(?:19|20)\d\d년(?:에는?)? ?(?:\d{1,2}월(?:에는?)? ?)?(?:특별 ?)?$")
_BECAME = ("된", "됐", "되었", "됨", "되려", "될", "되겠", "오를")
# Verbs that need "to" (로) before them: 관계를 높이 평가, 관계의 발전 are no steps.
_NEED_TO = (
    "높", "끌어올", "올리", "올렸", "올려", "올린", "도약", "발전", "나아", "진입", "발돋움", "바꾸", ""
    "바꿨", "넘어", "이르",
    "이른", "출발", "인정", "승인", "받아들", "규정",
)  # fmt: skip
_PAST_ITSELF = ("높인", "세운", "끌어올린", "올린", "올라선", "올라섰", "올랐", "오른", "정했", "정하는")
_OUTCOME = {"accord": "agreed-in-principle", "course": "in-progress", "wish": "proposed"}


def status_ko(text: str, level: Mention, near: list[Mention]) -> str | None:
    """The status of a Korean level; `near` are the words of the vocabulary in its sentence."""
    after = [word for word in near if word.start >= level.end]
    after = after[: next((n for n, word in enumerate(after) if _ends(text, level, word)), len(after))]
    verb = next((word for word in after if word.code == "raise" and _reaches(text, level, word)), None)
    if verb is None:
        return _without_verb(text, level, near, after)
    tail = text[verb.end : verb.end + 60]
    if _ANNIVERSARY.match(tail):
        return None
    if _AND_THEN.match(tail) and _BEFORE_NOW.search(text, max(0, level.start - 60), level.start):
        return "established"  # 지난달 … 수립하고 …하기로
    codes = [word.code for word in after if word.start >= verb.end - 1 and word.start - verb.end < 40]
    if _DENIED.search(tail[:30]):
        return None
    if _SUGGESTED.match(tail):
        return "proposed"
    if verb.word == "된" and tail.startswith("다"):
        return "in-progress"
    if _AND_THEN.match(tail) and _TOLD_AS_PAST.search(_rest(text, verb.end)):
        return "established"  # 격상하고 … 채택하였다
    if verb.word in ("되려", "될", "되겠", "오를"):
        return _OUTCOME.get(codes[0], "in-progress") if codes else "in-progress"
    if _settled(tail) or _STATEMENT.match(tail):
        return "established"
    if _ACCORD.match(tail) or verb.word.endswith("기로"):
        return "agreed-in-principle"
    if verb.word in _BECAME or verb.word in _PAST_ITSELF or _is_past(verb.word) or _PAST.match(tail):
        return "established"
    if any(word.code == "course" and 0 <= level.start - word.end < 25 for word in near):
        return "in-progress"
    if _TO_COME.match(tail) and "wish" not in codes[:1]:
        return "in-progress"
    if codes:
        asked = codes[:2] == ["course", "wish"] and _ASKED.search(tail)  # 협의를 제안
        return "proposed" if asked else _OUTCOME.get(codes[0], "in-progress")
    return "in-progress" if re.match(r"[은는을를이가]?(?:\s|$)", tail) else "established"


def _ends(text: str, level: Mention, word: Mention) -> bool:
    """Another level behind one that is its object (동반자 관계를 … 포괄적 동반자 관계로 격상) has the"
    " verb for itself."""
    if not word.code.startswith("level:") or word.code in ("level:diplomatic", level.code):
        return False
    return _OBJECT_OF.match(text, level.end) is not None


def _rest(text: str, start: int) -> str:
    """The rest of a sentence."""
    end = _SENTENCE_END.search(text, start)
    return text[start : min(end.start() if end else len(text), start + 200)]


def _settled(tail: str) -> bool:
    """Was it agreed and proclaimed in one (격상하기로 결정하고 이를 선포, 격상하는 데 합의, 공동성명을 발표)?"""
    return re.match(r"(?:하|시키|으)?(?:기로|는 데)", tail) is not None and _SETTLED.search(tail) is not None


def _is_past(word: str) -> bool:
    """Does the verb as it stands end in the sign of the past (높였, 끌어올렸)?"""
    return (ord(word[-1]) - 0xAC00) % 28 == 20


def _reaches(text: str, level: Mention, verb: Mention) -> bool:
    between = text[level.end : verb.start]
    if verb.word in _BECAME:
        return re.fullmatch(r"['\"’” ]{0,2}(?:관계)?['\"’” ]{0,2}(?:가|이|로|에)? ?", between) is not None
    if verb.word == "채택":
        return False
    if verb.word.startswith(_NEED_TO):
        return not between if level.start == level.end else _AS_LEVEL.fullmatch(between) is not None
    return len(between) < 34 and not _BETWEEN_NOT.search(between)


def _without_verb(text: str, level: Mention, near: list[Mention], after: list[Mention]) -> str | None:
    """No verb behind it: reaffirmed; one said before (2022년 수립된 양국간 전략동반자 관계); one of a row whose verb
    comes last (2017년 특별 전략적 동반자 관계를, …); a level wished for or held since a year.
    """
    if _STATEMENT.match(text, level.end + 2) or _STATEMENT.match(text, level.end):
        return "established"
    if _SAID_BEFORE.search(text, max(0, level.start - 30), level.start):
        return "established"
    if any(word.code == "wish" and word.start - level.end < 8 for word in after):
        return "proposed"
    if any(word.code == "reaffirm" and word.start - level.end < 40 for word in after):
        return "reaffirmed"
    before = text[max(0, level.start - 45) : level.start]
    if _SINCE_THEN.search(before) and _IS.match(text, level.end):
        return "established"
    if _DATED.match(text, level.end) or (_OF_YEAR.search(before) and _STAYS.match(text, level.end)):
        return "established"
    if _OF_YEAR.search(before):
        return "established"
    for word in after:
        if word.code in _OUTCOME and _OBJECT.fullmatch(text, level.end, word.start):
            return _OUTCOME[word.code]
    dated = _DATED_AHEAD.search(text[max(0, level.start - 16) : level.start])
    follows = any(word.code == "raise" for word in after)
    if dated and (
        follows or re.match(r"['’]?(?:관계)?(?:를|,)| ?\([A-Z]+\)(?:를|,)", text[level.end : level.end + 10])
    ):
        return "established"
    return None


# CSP를 제안, 지위를 신청, 전략적 동반자 관계 추진
_OBJECT = re.compile(
    r"['’\"”]?(?: ?관계)?['’\"”]?(?: ?지위)?(?:을|를|에)? ?(?:(?:원칙|공식|정식|조기)(?:으로)? ?)?"
)
