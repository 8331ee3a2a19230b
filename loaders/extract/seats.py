"""Of which countries a sentence says that they sat at the table, and of which that they did not.

attended by the leaders of Japan and India      Thailand's minister took part, as did Timor-Leste as an observer
미국(홍길동 국무장관), 인도, 호주가 참석          with Myanmar represented by its Permanent Secretary
all Member States but Myanmar                   미얀마는 대표를 보내지 않았다
"""

from __future__ import annotations

import re

from loaders.extract.countries import members, runs_of_syllables
from loaders.extract.lexicon import Mention, Mentions

Run = tuple[list[str], int, int]  # countries side by side, where they start and end

# English: who stands before a verb of attending, or behind one in the passive ----------------------

_ATTENDS = re.compile(
    r"\b(?:attend(?:s|ed)?|will attend|took part|takes? part|participate[sd]?(?! in (?!the|this|our|today|it\b"
    r"|person))"
    r"|(?:was|were|is|are|will be) (?:also |all |again |in turn )?"
    r"(?:present|represented|in attendance|there\b|seated|at the table|invited|(?:[A-Za-z]+ )?(?:[Gg]uests"
    r"|[Oo]bservers)|expected)"
    r"|(?:come|came) as (?:guests?|observers?)|followed the"
    r"|joined (?:the (?:meeting|summit|session|talks|conference|dialogue|leaders|ministers|gathering)|in\b|them|us\b"
    r"|leaders|ministers|online|virtually|remotely|by video|as\b)|sat (?:in|at|with)\b|came to the table"
    r"|sent (?:(?:an?|its|their) (?!message|letter|note|congrat|condol|ship|team of doctors|aid)[a-z]+|representatives"
    r"|delegat\w+|ministers|officials|envoys|observers)"
    r"|gathered|came together|assembled|convened|met)\b"
)
_BY = re.compile(
    r"\b(?:attended|joined|participated in|co-?chaired|chaired|presided over|headed|accompanied|(?<!be )hosted"
    r"|made up|composed) "
    r"(?:by|of)\b|\b(?:br(?:ought|ings?|inging)|got|getting) together\b|\b(?:compris(?:es|ed|ing)|consist(?:s"
    r"|ed|ing) of)\b"
    r"|\bgather(?:ed|ing|s) (?=[A-Z]|the |leaders|ministers|officials|representatives)|\bin the presence of\b"
    r"|\b(?i:present|in attendance|attending|there|at the table|taking part|participating) (?:were|was|are)\b"
    r"|\b(?i:those|among those|countries) (?:present|attending|taking part)\b|,? as (?:did|were|was)\b"
    r"|\b(?:attend\w*|present|took part|participated|represented|joined)\b[^.;]{0,60}? (?:together|along"
    r"|alongside) with\b"
    r"|\b[Cc]onfirmed (?:as|so far)[^.;]{0,40} (?:is|are)\b|\b(?:guests?|observers?)(?: of the [Cc]hair)?:"
)
_CLAUSE = re.compile(r";|, (?:while|whereas|but)\b")
# Where the account of those present ends: what they came for, or where.
_NO_MORE = re.compile(
    r";|\. |\b(?:to (?:discuss|review|consider|take stock|exchange|talk)|on the (?:margins|sidelines)"
    r"|discuss(?:ed|ing)|"
    r"which (?:discussed|reviewed|adopted)|under the theme|was held|were held)\b"
)
_OFFICE = (
    r"(?:(?:[Pp]rime|[Ff]oreign|[Dd]efen[cs]e|[Dd]eputy|[Pp]ermanent|[Vv]ice|[Tt]rade|[Ee]conomic|[Tt]op"
    r"|[Ss]enior|[Cc]rown|[Aa]cting|"
    r"[Ff]inance) )*(?:[Mm]inisters?|[Pp]resident|[Pp]remier|[Ss]ecretary|[Aa]mbassadors?|[Ll]eaders?"
    r"|[Rr]epresentatives?|"
    r"[Dd]elegat\w+|[Oo]fficials?|[Ee]nvoys?|[Cc]hief|[Hh]ead|[Pp]rince|[Kk]ing|[Ss]ultan|[Cc]harg)"
)
_ELSEWHERE = re.compile(
    r"\b(?:in|at|to|toward|towards|on|about|regarding|concerning|against|between|since|until|visiting|off|near|around|"
    r"(?:relations?|cooperation|partnership|dialogue|talks|ties|trade|engagement) with"
    r"|support for)(?: and in)? (?:the )?$"
)
_LEFT_OUT = re.compile(
    r"(?:\b(?:except|excluding|without|minus|absence of|exception of|other than|apart from|save|bar|barring"
    r"|not including"
    r"|with no one from)(?: for)?|\b(?:all|every|each|members?|states|countries|nations"
    r"|\w+ASEAN)\b[^.,;]{0,50} but) (?:the )?$"
)
_THEIRS = re.compile(rf"(?:'s?)(?!,| {_OFFICE})")
_MATTER = re.compile(
    r" (?:issues?|situation|crisis|conflict|war|problem|question|[Ss]ea|[Pp]eninsula|market|relations|stud\w+"
    r"|people|trade)\b"
)
_STAYED_AWAY = re.compile(
    r"(?:'s (?:[a-z]+ ){0,3}[a-z]+)?(?: \([^()]*\))?,? (?:(?:which|who) )?(?:once )?(?:again )?"
    r"(?:(?:was|were|is|did|had|has|would|will)(?: again| once more)?(?: been)?(?: the only (?:one|country|member))? "
    r"(?:absent|not (?:to )?(?:attend|take part|present|represented|invited|participat\w+|sen[dt]|there"
    r"|been invited|come))"
    r"|(?:stayed|kept|remained) away|skipped|boycotted|declined to|sent (?:nobody|no one|no \w+)"
    r"|left its (?:seat|chair|place))"
    r"|'s (?:seat|chair|place) (?:was|stood|stayed|remained) (?:left )?(?:empty|vacant|unfilled|unoccupied)"
)
_STOOD_IN_FOR = re.compile(
    r",? (?:which )?(?:was |were |being )?(?:again )?represented by|'s [Pp]ermanent [Ss]ecretary"
    r"|'s (?:non-political|ambassador|charg)"
)
_STOOD_IN = re.compile(
    r"\b(?:Permanent Secretary|[Ss]enior official|[Nn]on-political representative|charg[eé] d'affaires|[Oo]fficial)s?"
    r"(?: of (?:the|its) (?:Ministry of Foreign Affairs|Foreign Ministry))?(?: of| from) (?:the )?$"
)

# Korean: what follows a row of countries ---------------------------------------------------------

_RANK_KO = (
    r"(?:정상|국가원수|장관|차관|외무상|외교부장|국방상|부장|대표|대사|총리|대통령|국왕|술탄|고위|각료|당국자|국장|인사"
    r"|관계자|실무|공사|참사관|사무차관)(?!회의|회담|급|단(?!이|은|과|도|을|$))"
)
_SO_MANY = r"(?:\s?(?:등|외)(?:의)?)?(?:\s?(?:총|모두|이상)?\s?\d{1,2}\s?개?\s?(?:국가|국|나라|회원국|곳))?"
_CAME = (
    r"(?:참석|참가|참여|모였|모여|모인|자리|나왔|나와|나온|나섰|보내|보냈|함께|앉|배석|동석|합류|왔|들어왔|접속|착석|둘러앉"
    r"|얼굴|대표|초청되|초청됐"
    r"|초청을 받|참관|옵서버|옵저버)(?!(?:하)?지 (?:않|못)|지는)"
)
_OF_RANK_KO = re.compile(
    rf"{_SO_MANY}(?:의|측|에서는|에서도|측에서는)?(?:\s(?!문제|사태"
    rf"|정세)[가-힣·]{{1,8}}){{0,3}}?\s?[가-힣]{{0,6}}{_RANK_KO}"
)
_AS_SUBJECT_KO = re.compile(
    rf"{_SO_MANY}(?:이|가|도|은|는|에서는|에서도|측이|측도|측은"
    rf"|역시)\s(?:[가-힣'‘’\d()]+\s){{0,5}}?[가-힣]{{0,3}}{_CAME}"
)
_PLACE_KO = re.compile(
    r"(?:\s[가-힣]{2,8})?에서\s?(?!는|도)(?:\d|지난|오는|오늘|열|개최|진행|있은|만나|가진|치러)|\s[가-힣]{2,8}에서\s"
)
_LEFT_OUT_KO = re.compile(
    r"(?:\s(?:군부|군정|군사정권|측|정부|대표|장관|정상|지도자|수반|인사))*(?:(?:\([^()]*불참[^()]*\))"
    r"|[을를은는이가만도]?\s?(?:초청 (?:대상|명단)에서 )?(?:제외|빼고|뺀|빠지|빠진|빠졌|불참)"
    r"|(?:은|는|이|가|만|측은|에서는)\s(?:(?!\S*(?:고|며|으나|지만)\s)[가-힣'\d]+\s){0,5}?(?:불참|참석하지|참가하지|참여하지|오지"
    r"|나오지|보내지|초청(?:을)?\s?받지|초청되지"
    r"|초청(?:자)? 명단에서 빠|빠졌|초대받지|초청하지|자리를 비|대표가 없)"
    r"|(?:의)?\s(?:자리|의석|좌석|명패 뒤)(?:는|가|만|은)?\s(?:[가-힣'\d]+\s){0,6}?(?:비어|비었|비워|빈|공석)"
    r")"
)
_STOOD_IN_KO = re.compile(
    r"(?:은|는|에서는|측은|도|이|가|의|\s(?:[가-힣]+\s){1,5})\s?[^.,]{0,50}?(?:[가-힣]{0,4}(?:국장|대사"
    r"|공사|차관)[이가]? 대신|사무차관|상임비서"
    r"|비정치적 (?:대표|인사)|대사대리|고위관리|대리)"
    r"[^.]{0,25}?(?:앉|참석|나왔|나와|대신|보냈|보내왔|자리|함께|대표로)"
)


def there(mentions: Mentions, start: int, end: int, runs: list[Run], *, labelled: bool = False) -> set[str]:
    """The countries of which the sentence from `start` to `end` says that they were there; all, behind a label in
    English (Participants: …).
    """
    spans = _spans(mentions.text, start, end)
    colon = mentions.text.find(":", start, end) if labelled else -1
    if colon >= 0 and mentions.text[start:colon].isascii():
        spans.append((colon + 1, end))
    found = {
        mention.code
        for low, high in spans
        for mention in mentions.between("country", low, high)
        if mention.code != "ASEAN" and _sits(mentions.text, mention, low, high)
    }
    for codes, first, last in runs:
        if not _PLACE_KO.match(mentions.text, last, end) and mentions.text[first - 1 : first] not in "-·":
            after = _AS_SUBJECT_KO.match(mentions.text, last, end) or _OF_RANK_KO.match(
                mentions.text, last, end
            )
            found.update(codes if after else ())
    return found - {"ASEAN"} - absent(mentions.text, start, end, runs)


def _spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The parts of an English sentence that tell who was there."""
    spans = []
    for verb in _ATTENDS.finditer(text, start, end):
        if text[verb.end() : verb.end() + 4] == " by " and not verb[0].endswith("represented"):
            continue
        cut = [clause.end() for clause in _CLAUSE.finditer(text, start, verb.start())]
        spans.append((cut[-1] if cut else start, verb.start()))
    for verb in _BY.finditer(text, start, end):
        stop = _NO_MORE.search(text, verb.end(), end)
        spans.append((verb.end(), stop.start() if stop else end))
    return spans


def _sits(text: str, mention: Mention, low: int, high: int) -> bool:
    """Is a country within an account of those present one of them: no place, no matter, not the one left out?"""
    if text[mention.end : mention.end + 1] == "-" or text[mention.start - 1 : mention.start] == "-":
        return False  # the ASEAN-Japan Summit
    before = text[max(low, mention.start - 60) : mention.start]
    if _ELSEWHERE.search(before) or _LEFT_OUT.search(before):
        return False
    return not (_THEIRS.match(text, mention.end) or _MATTER.match(text, mention.end))


def rows(mentions: Mentions, start: int, end: int) -> list[Run]:
    """Countries named one after another with only commas and "and" between them: codes, start and end."""
    named = [
        (mention.start, mention.end, mention.code.split(" "))
        for kind in ("country", "group")
        for mention in mentions.between(kind, start, end)
    ]
    named += [(first, last, codes) for codes, first, last in runs_of_syllables(mentions.text, start, end)]
    found: list[Run] = []
    done = start
    for begin, stop, codes in sorted(named):
        if begin < done:
            continue
        before: list[str] = []
        first = begin
        if found and _COMMA.fullmatch(mentions.text, found[-1][2], begin):
            before, first, _ = found.pop()
        gloss = _GLOSS.match(mentions.text, stop, end)
        done = gloss.end() if gloss else stop
        found.append(([*before, *codes], first, done))
    return found


def absent(text: str, start: int, end: int, runs: list[Run]) -> set[str]:
    """The countries of which the sentence says that they were not there."""
    found: set[str] = set()
    for codes, first, last in runs:
        left_out = _LEFT_OUT.search(text[max(start, first - 70) : first])
        if left_out or _STAYED_AWAY.match(text, last, end) or _LEFT_OUT_KO.match(text, last, end):
            found.update(codes)
    return found


def represented(mentions: Mentions, start: int, end: int) -> set[str]:
    """Members for whom an official came: Myanmar was represented by its Permanent Secretary."""
    text = mentions.text
    return {
        mention.code
        for mention in mentions.between("country", start, end)
        if _STOOD_IN_FOR.match(text, mention.end, end)
        or _STOOD_IN.search(text, max(start, mention.start - 90), mention.start)
        or _STOOD_IN_KO.match(text, mention.end, end)
    } & members()


_GLOSS = re.compile(r"\s?\([^()]{1,30}\)")
_COMMA = re.compile(
    r"\s*(?:[Mm]ember [Ss]tates|회원국)?\s*(?:\([^()]{1,30}\))?\s*(?:,|·|및|과|와|/|\band\b|,\s*and\b|개국,?)\s*"
    r"(?:the\s+|of\s+(?:the\s+)?|그리고\s)?"
)
