"""Who took part: the countries and organisations, and how many people.

Where the text says that all members of ASEAN took part, or lists them, they stand one by one; where it only says
that ASEAN took part, ASEAN stands:

    아세안 10개 회원국과 동티모르의 대표, 아세안사무국 ... 등 약 50명
    브루나이, 캄보디아, ... 베트남 등 9개국 대표가 참석 (미얀마 불참)       미얀마를 제외한 9개국 외교장관
    attended by all Heads of State/Government of ASEAN Member States     the ten member states and Timor-Leste
"""

from __future__ import annotations

import re

from loaders.extract.countries import joined_syllables, members
from loaders.extract.facts import Delegations, Mark, Meeting, Participant
from loaders.extract.lexicon import Mentions
from loaders.extract.memberships import own_group, whole_groups
from loaders.extract.release import Release
from loaders.extract.sentences import Sentences
from loaders.text import Document, Part

_ALL_MEMBERS = re.compile(
    r"아세안\s?(?:10|11|열|전)\s?개?\s?(?:회원)?국|아세안\s?(?:모든|전체)\s?회원국|(?:10|11)개\s?아세안\s?(?:회원)?국"
    r"|아세안 각국 (?:정상|장관)들?이 모두|아세안\s?회원국[^.,]{0,20}?\s?(?:모두|전원)"
    r"|아세안\s?측?(?:에서는|에서|은)[^.,]{0,10}?(?:각|10개|11개|모든)\s?회원국"
    r"|\b(?:[Aa]ll|ten|10|eleven|11)(?:\s[A-Za-z/,']+){0,7}?\s(?:of\s)?(?:the\s)?ASEAN\s?"
    r"(?:[Mm]ember\s?(?:[Ss]tates|[Cc]ountries)|[Cc]ountries|[Mm]embers|[Nn]ations|[Ll]eaders)\b"
    r"|\b(?:ten|10|eleven|11) [Mm]ember [Ss]tates\b|\bASEAN(?:'s)? (?:ten|10|eleven|11) [Mm]ember"
)
_ABSENT = re.compile(
    r"([가-힣A-Z][가-힣A-Za-z-]+)[을를은는이가]?\s?(?:제외|불참|빠진|빠지|뺀|빼고|참석하지|오지 않)"
    r"|\b(?:except|excluding|without|minus|absence of)\s(?:for\s)?([A-Z][a-z-]+)"
    r"|\b([A-Z][a-z-]+)\s(?:was|were)\s(?:absent|not (?:present|represented|invited))"
    r"|\b([A-Z][a-z-]+) did not (?:attend|take part)"
    r"|\b([A-Z][a-z-]+)(?:'s)? (?:seat|chair) (?:was|stood|stayed|remained) (?:left )?(?:empty|vacant)"
)
_STOOD_IN = re.compile(
    r"\b[A-Z][a-z-]+ was represented\b|\b(?:Permanent Secretary|[Ss]enior official|[Nn]on-political representative)s?"
    r"(?: of the (?:Ministry of Foreign Affairs|Foreign Ministry))?(?: of| from) [A-Z][a-z-]+"
)
_SUBJECT = re.compile(
    r"\s?(?:과의|와의|의|간|시장|경제|국민|청년|기업)(?=\s)|(?:'s?)? (?:market|econom|people|trade)"
)
_MEMBERS = re.compile(r"아세안\s?회원국|\bASEAN [Mm]ember (?:[Ss]tates|[Cc]ountries)\b")
_RECALLED = re.compile(
    r"지난\s?(?:해|달|번)|작년|재작년|참여하고 있|협의체"
    r"|\b(?:[Ll]ast (?:year|month|week|time)|[Pp]revious|earlier this|[Rr]ecall\w*)\b"
)
_NINE = re.compile(r"\b(?:nine|9) (?:other )?(?:ASEAN )?[Mm]ember [Ss]tates")
_TOOK_PART = re.compile(
    r"참석|참가(?!국)|참여한|모였|모이|모인|자리한|자리했|자리를|대표가|대표들|나왔|나와|나섰|불참|함께했|주재|제외|옵서버|임명한"
    r"|열었|연다"
    r"|\b(?:attend\w*|participa(?!nts?\b|ting (?:[Cc]ountr|[Ss]tat))\w+"
    r"|join(?:ed|s)?|present|gather\w*|brought together|took part|represented|absent"
    r"|in attendance|seat|in the room|co-chair\w*|comprising|consist\w+ of|met with|met|convened|hosted)\b"
)
_OBSERVER = re.compile(
    r"(?:및|과|와|그리고|,|옵서버인|옵서버로|참관국인|옵저버인)\s?동티모르"
    r"|동티모르(?:도|가|는|\s?(?:등|대표|고위|외교|,|\(옵서버))|\bTimor[- ]Leste\b"
)
_SECRETARIAT = re.compile(
    r"아세안\s?사무(?:국|총장|차장)|\bSecretar(?:y|ies)[- ]General\b|\bASEAN Secretariat\b"
    r"|\bDeputy Secretary[- ]General\b"
)
_PEOPLE = re.compile(
    r"(?:약|총|모두)?\s?(\d{1,3}(?:,\d{3})?|\d{2,4})\s?여?\s?명"
    r"(?!에게|을|의 (?:선원|학생|장학|사망)|\s?(?:사망|부상|규모의 장학))"
    r"|\b(?:about|some|around|nearly|more than|over|approximately|almost)?\s?(\d{1,3}(?:,\d{3})?|\d{2,4})\s"
    r"(?:participants|delegates|officials|representatives|guests|attendees"
    r"|people (?:attended|took part|gathered))\b"
)
_SO_MANY = 5  # with people from so many members ASEAN is no longer one side
_WAS_THERE = re.compile(
    r"참석|참가|자리|배석|\battend\w*|\bin attendance\b|\bpresent\b|\bparticipated\b"
    r"|\bjoined (?:leaders|by|the)\b|co-chair|\b(?:took part|takes part|was there|were there|represented)\b"
    r"|\bin the room\b"
)
_LABELLED = re.compile(
    r"[^가-힣A-Za-z]*(?:[가나다라]\.\s?)?(?:[가-힣A-Za-z\d()+\s]{0,20}?(?:참석|참가|배석|대표|측|[Aa]ttend|[Pp]articip)[가-힣a-z()\d]{0,8}"
    r"|플러스|아세안|ASEAN|(?<=[가나다라]\.\s)(?:대화상대국|상대국))\s?:"
)
_LISTED = 3  # so many members side by side are a list of those present
# A line of its own above a list or table of those present.
_HEADING = re.compile(
    r"[^가-힣A-Za-z]*(?:[가-힣A-Za-z\d()+\s-]{0,14}?(?:참석|참가|참여)\s?(?:국가?|자|대표단?)(?:\s?(?:명단|현황|목록))?"
    r"|(?:국가명?|국명|Country)\s*[|\t].*|(?:[Ll]ist of )?[Pp]articipa(?:nts|ting [Cc]ountries)|[Aa]ttendees)"
    r"[^가-힣A-Za-z]*"
)
_ENVOY = re.compile(
    r"[^,·.]{0,25}?(?:장관|차관|차관보|국장|대사|대표|총리|대통령|국왕)(?:\s?(?:,|및|과|와|등|이|가|그리고)|\s참석)"
)
# What follows or comes before a list of countries that were there, not of those talked about.
_CAME_AFTER = re.compile(
    r"(?:\s?\([^()]*\))?\s?(?:등|외|각|총|외교|국방|경제|정상|장관|차관|대표|고위|이 |가 |도 |[3-8](?:개)?국"
    r"|(?:및|과|와|,|·)\s?(?:호주|인도|뉴질랜드|미얀마를|아세안|ASEAN|한))"
    r"|[^.,]{0,40}\b(?:attended|participated|took part|were (?:present|represented)|in attendance)"
)
_CAME_BEFORE = re.compile(
    r"(?:attended by|with|together with)\b[^.;]{0,60}$|아세안[^.]{0,25}(?:과|와|및)\s?$"
)
_VENUE = re.compile(r"에서 (?:열린|열릴|개최|진행)")
_ROW = 80  # characters: a longer line is text again
_READ = frozenset({Part.BODY, Part.LIST, Part.NOTE, Part.SUBTITLE, Part.FOOTNOTE})
_LEAD_PARAGRAPHS = 14


def find_delegations(
    document: Document,
    mentions: Mentions,
    meetings: list[Meeting],
    people: list[Participant],
    release: Release,
) -> Delegations:
    """The delegations at the principal meeting; none for a release about no meeting."""
    principal = next((meeting for meeting in meetings if meeting.principal), None)
    if principal is None:
        return Delegations((), None, ())
    text = mentions.text
    sentences = Sentences(document, text)
    codes = dict.fromkeys(_sides(principal, release))
    named: set[str] = set()
    absent: set[str] = set()
    marks: list[Mark] = []
    headcount = None
    continued = None
    heading = False
    wide = _is_wide(principal)
    rows: dict[str, None] = {}
    spans = [
        span
        for paragraph in [p for p in document.paragraphs if p.part in _READ][:_LEAD_PARAGRAPHS]
        for span in sentences.of(paragraph, 6)
    ]
    for start, end in spans:
        everyone = _ALL_MEMBERS.search(text, start, end)
        labelled = _LABELLED.match(text, start, end) or continued
        continued = labelled if text.endswith(",", start, end) else None  # a list broken at the line's end
        took_part = _TOOK_PART.search(text, start, end) or labelled
        listed = _listed(mentions, start, end) | _with_offices(mentions, start, end)
        if wide and _WAS_THERE.search(text, start, end):
            listed |= _partners(mentions, start, end)
        if heading:
            row = mentions.between("country", start, end) if end - start <= _ROW else []
            rows.update(dict.fromkeys(mention.code for mention in row))
            heading = bool(row)
        heading = heading or bool(_HEADING.fullmatch(text, start, end))
        if not took_part and not (everyone and not _SUBJECT.match(text, everyone.end())):
            continue
        recalled = _RECALLED.search(text, start, end)
        if wide and took_part and not recalled:
            groups = whole_groups(mentions, start, end) or own_group(mentions, start, end)
            for group, mention in groups:
                named |= group & members()
                codes.update(dict.fromkeys(sorted(group - members())))
                marks.append(Mark(mention.start, mention.end, f"delegations: all of {mention.word}"))
            if groups and "ASEAN" not in codes and not named and not everyone:
                codes.setdefault("ASEAN")  # ASEAN and its eight dialogue partners
            if (groups or listed - members() - {"ASEAN"}) and _MEMBERS.search(text, start, end):
                named |= members()  # the member states beside partners told one by one
        if everyone and not recalled and "ASEAN" in principal.parties:
            named |= members()
            if re.search(r"11|eleven", everyone[0]):
                named.add("TLS")
            marks.append(Mark(everyone.start(), everyone.end(), "delegations: all members of ASEAN"))
        absent |= _absent(mentions, start, end)
        if "ASEAN" in principal.parties:
            for stand_in in _represented(mentions, start, end):
                codes.setdefault(stand_in)
                if _NINE.search(text, start, end):  # nine ministers, and an official of the tenth
                    named |= members()
        if listed and "ASEAN" in principal.parties:
            named |= listed & (members() | {"TLS"})
            codes.update(dict.fromkeys(sorted(listed - members() - {"TLS"})))
            marks.append(Mark(start, end, "delegations: listed"))
        observer = _OBSERVER.search(text, start, end)
        if observer and took_part and "ASEAN" in principal.parties:
            codes.setdefault("TLS")
            marks.append(Mark(observer.start(), observer.end(), "delegations: Timor-Leste"))
        secretariat = _SECRETARIAT.search(text, start, end)
        if secretariat and (labelled or _WAS_THERE.search(text, start, end)) and "ASEAN" in principal.parties:
            codes.setdefault("ASEC")
            marks.append(Mark(secretariat.start(), secretariat.end(), "delegations: secretariat"))
        counted = _PEOPLE.search(text, start, end)
        if counted and took_part and headcount is None:
            headcount = int((counted[1] or counted[2]).replace(",", ""))
            marks.append(Mark(counted.start(), counted.end(), "headcount", "headcount"))
    if absent and not named and "ASEAN" in principal.parties:
        named = set(members())
    if len(rows) >= _LISTED:
        named |= rows.keys() & members()
        codes.update(dict.fromkeys(code for code in rows if code not in members() and code != "ASEAN"))
    for person in people:
        if person.affiliation:
            codes.setdefault(person.affiliation)
    codes.update(dict.fromkeys(sorted(named)))
    if len(named) >= _LISTED or len(codes.keys() & members()) >= _SO_MANY:
        codes.pop("ASEAN", None)
    present = tuple(code for code in codes if code not in absent)
    return Delegations(present, headcount, tuple(marks))


def _is_wide(meeting: Meeting) -> bool:
    """Is it a meeting of ASEAN with several partners (EAS, ARF, ASEAN Plus Three)?"""
    return "ASEAN" in meeting.parties and (len(meeting.parties) > 2 or meeting.series in ("arf", "arf-som"))


def _sides(meeting: Meeting, release: Release) -> tuple[str, ...]:
    """The sides that are certain to have been there: of a wide framework only the one that reports."""
    if meeting.series in ("arf", "arf-som") or ("ASEAN" in meeting.parties and len(meeting.parties) > 4):
        return (release.country,) if release.country and release.country != "ASEAN" else ()
    return (*meeting.parties, "AKC") if release.issuer == "AKC" else meeting.parties


def _represented(mentions: Mentions, start: int, end: int) -> set[str]:
    """Members for whom an official came: Myanmar was represented by its Permanent Secretary."""
    found = set()
    for match in _STOOD_IN.finditer(mentions.text, start, end):
        found |= {mention.code for mention in mentions.between("country", match.start(), match.end())}
    return found & members()


def _absent(mentions: Mentions, start: int, end: int) -> set[str]:
    found = set()
    for match in _ABSENT.finditer(mentions.text, start, end):
        found |= {mention.code for mention in mentions.between("country", match.start(), match.end())}
    return found & members()


def _with_offices(mentions: Mentions, start: int, end: int) -> set[str]:
    """Members named one after another, each with its envoy: 태국 ○○○ 외교부 차관, 베트남 ○○○ 외교부 차관이 참석."""
    found = set()
    for mention in mentions.between("country", start, end):
        if _ENVOY.match(mentions.text, mention.end, end):
            found.add(mention.code)
    found &= members()
    return found if len(found | _listed(mentions, start, end)) >= _LISTED else set()


def _partners(mentions: Mentions, start: int, end: int) -> set[str]:
    """Countries side by side of whom a sentence on a wide meeting says that they were there."""
    text = mentions.text
    found: set[str] = set()
    for codes, first, last in _runs(mentions, start, end):
        came = _CAME_AFTER.match(text, last, end) or _CAME_BEFORE.search(text[start:first])
        if len(set(codes)) >= _LISTED and came:
            found.update(codes)
    for codes, last in joined_syllables(text, start, end):
        if len(codes) >= _LISTED and _CAME_AFTER.match(text, last, end):
            found.update(codes)
    return found - {"ASEAN"}


def _runs(mentions: Mentions, start: int, end: int) -> list[tuple[list[str], int, int]]:
    """Countries named one after another with only commas and "and" between them: codes, start and end."""
    runs: list[tuple[list[str], int, int]] = []
    for mention in mentions.between("country", start, end):
        if runs and _COMMA.fullmatch(mentions.text, runs[-1][2], mention.start):
            codes, first, _ = runs.pop()
        else:
            codes, first = [], mention.start
        runs.append(([*codes, mention.code], first, mention.end))
    return runs


def _listed(mentions: Mentions, start: int, end: int) -> set[str]:
    """Countries named one after another with only commas and "and" between them, if they are a list of members."""
    text = mentions.text
    runs = [run for run in _runs(mentions, start, end) if not _VENUE.match(text, run[2], end)]
    best = set(max((codes for codes, _, _ in runs), key=len, default=()))
    labelled = bool(_LABELLED.match(mentions.text, start, end))
    if len(best & members()) >= _LISTED or (len(best) > _LISTED and ("ASEAN" in best or labelled)):
        return best if "ASEAN" in best and not best & members() else best - {"ASEAN"}
    return set()


_COMMA = re.compile(
    r"\s*(?:[Mm]ember [Ss]tates|회원국)?\s*(?:\([^()]{1,30}\))?\s*(?:,|·|및|과|와|/|\band\b|,\s*and\b|개국,?)\s*"
    r"(?:the\s+)?"
)
