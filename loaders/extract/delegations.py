"""Who took part: the countries and organisations, and how many people.

Where the text says that all members of ASEAN took part, or lists them, they stand one by one; where it only says
that ASEAN took part, ASEAN stands:

    아세안 10개 회원국과 동티모르의 대표, 아세안사무국 ... 등 약 50명
    브루나이, 캄보디아, ... 베트남 등 9개국 대표가 참석 (미얀마 불참)       미얀마를 제외한 9개국 외교장관
    attended by all Heads of State/Government of ASEAN Member States     the ten member states and Timor-Leste
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from loaders.extract.countries import members
from loaders.extract.facts import Delegations, Mark, Meeting, Participant
from loaders.extract.lexicon import Mentions
from loaders.extract.memberships import members_told, own_group, whole_groups
from loaders.extract.release import Release
from loaders.extract.seats import Run, absent, represented, rows, there
from loaders.extract.sentences import Sentences
from loaders.text import Document, Part

_SUBJECT = re.compile(
    r"\s?(?:과의|와의|의|간|시장|경제|국민|청년|기업)(?=\s)|(?:'s?)? (?:market|econom|people|trade)"
)
_MEMBERS = re.compile(r"아세안\s?회원국|\bASEAN [Mm]ember (?:[Ss]tates|[Cc]ountries)\b")
_RECALLED = re.compile(
    r"지난\s?(?:해|달|번)(?!\s?(?:취임|임명|부임))|작년|재작년|참여하고 있|협의체"
    r"|\b(?:[Ll]ast (?:year|month|week|time)|[Pp]revious|earlier this|[Rr]ecall\w*)\b"
)
_TOOK_PART_KO = re.compile(
    r"참석|참가(?!국)|참여한|모였|모이|모인|자리한|자리했|자리를|대표가|대표들|나왔|나와|나섰|불참|함께했"
    r"|함께하였|함께함|주재|제외|옵서버|임명한"
    r"|접속하|접속했|화면을 함께|착석|둘러앉|합류|얼굴을 보"
    r"|보내왔|보냈|보내었|앉았|앉은|초청받|초대받|빈자리|비어 있|얼굴을 비|초청되|초청됐|동석|열었|연다"
)
_TOOK_PART_EN = re.compile(
    r"\b(?:attend\w*|participa(?!nts?\b|ting (?:countr|stat))\w+"
    r"|join(?:ed|s)?|present|gather\w*|brought together|took part|represented|absent|there were|at the table"
    r"|taking part|was there|were there|sat|sent|guests?|invited|confirmed|expected|followed"
    r"|as (?:an )?observers?"
    r"|in attendance|seat|in the room|co-chair\w*|comprising|consist\w+ of|met with|met|convened|hosted)\b"
)  # in a text in small letters
_OBSERVER = re.compile(
    r"(?:및|과|와|그리고|,|옵서버인|옵서버로|참관국인|옵저버인)\s?동티모르"
    r"|동티모르(?:도|가|는|\s?(?:등|대표|고위|외교|,|\(옵서버))|\bTimor[- ]Leste\b"
)
_SECRETARIAT = re.compile(
    r"아세안\s?사무(?:국|총장|차장)|\bSecretar(?:y|ies)[- ]General\b|\bASEAN Secretariat\b"
    r"|\bDeputy Secretary[- ]General\b"
)
_COUNT = re.compile(r"\d(?:\s?여?\s?명|\s[a-z])")
_PEOPLE = re.compile(
    r"(?:약|총|모두)?\s?(\d{1,3}(?:,\d{3})?|\d{2,4})\s?여?\s?명"
    r"(?!에게|을|의 (?:선원|학생|장학|사망)|\s?(?:사망|부상|규모의 장학))"
    r"|\b(?:about|some|around|nearly|more than|over|approximately|almost)?\s?(\d{1,3}(?:,\d{3})?|\d{2,4})\s"
    r"(?:participants|delegates|officials|representatives|guests|attendees"
    r"|people (?:attended|took part|gathered))\b"
)
_WAS_THERE = re.compile(
    r"참석|참가|자리|배석|동석|함께했|함께하였|함께함|앉았|나왔|\battend\w*|\bin attendance\b|\bpresent\b"
    r"|\bparticipated\b"
    r"|\bjoined (?:leaders|by|the)\b|co-chair|\b(?:took part|takes part|was there|were there|represented)\b"
    r"|\bin the room\b|\binvited\b|\bguests\b|\bobservers?\b|\bas did\b"
)
_LABELLED = re.compile(
    r"[^가-힣A-Za-z+]*(?:[가나다라]\.\s?)?(?:[가-힣A-Za-z\d()+\s]{0,20}?(?:참석|참가|배석|대표|측|[Aa]ttend"
    r"|[Pp]articip)[가-힣a-z()\d]{0,8}"
    r"|플러스|(?:ASEAN|아세안)?\s?(?:\+|Plus )(?:3|8|[Tt]hree)|아세안|ASEAN|(?:대화|옵서버|참관"
    r"|초청)\s?상?대?국|[Oo]bservers?|[Gg]uests?"
    r"|(?<=[가나다라]\.\s)(?:대화상대국|상대국))(?:\s?\([^()]*\))?\s?:"
)
# A line of its own above a list or table of those present.
_HEADING = re.compile(
    r"[^가-힣A-Za-z]*(?:[가-힣A-Za-z\d()+\s-]{0,14}?(?:참석|참가|참여)\s?(?:국가?|자|대표단?)(?:\s?(?:명단"
    r"|현황|목록))?"
    r"|(?:국가명?|국명|Country)\s*[|\t].*|(?:[Ll]ist of )?[Pp]articipa(?:nts|ting [Cc]ountries)|[Aa]ttendees)"
    r"[^가-힣A-Za-z]*"
)
_FOLLOWS = re.compile(r"(?:다음|아래)과?와?\s?같|\bas follows\b|\bwere:?\s*$|:\s*$")
_VENUE = re.compile(r"에서 (?:열린|열릴|개최|진행)")
_TWO = 2
_LISTED = 3  # so many members side by side are a list of those present
_SO_MANY = 5  # with people from so many members ASEAN is no longer one side
_ROW = 80  # characters: a longer line is text again
_READ = frozenset({Part.BODY, Part.LIST, Part.NOTE, Part.SUBTITLE, Part.FOOTNOTE})
_LEAD_PARAGRAPHS = 16
_SENTENCES = 6


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
    table = _Table(mentions, principal, release)
    if "ASEAN" in principal.parties and release.country in principal.parties:
        table.add(_met_apart(meetings, release.country))
    sentences = Sentences(document, mentions)
    for paragraph in [p for p in document.paragraphs if p.part in _READ][:_LEAD_PARAGRAPHS]:
        for start, end in sentences.of(paragraph, _SENTENCES):
            table.read(start, end)
    return table.seated(people)


class _Table:
    """Who sits at the table, as sentence after sentence tells."""

    def __init__(self, mentions: Mentions, principal: Meeting, release: Release) -> None:
        self._mentions = mentions
        self._text = mentions.text
        self._of_asean = "ASEAN" in principal.parties
        self._of_many = self._of_asean or not principal.parties
        self._wide = _is_wide(principal)
        self._codes = dict.fromkeys(_sides(principal, release))
        self._named: set[str] = set()  # members told one by one or all together
        self._absent: set[str] = set()
        self._stood_in: set[str] = set()  # members for whom an official came
        self._told = 0  # how many members the text says came, where it does not say all
        self._under_heading: dict[str, None] = {}
        self._heading = False
        self._continued = False  # a list broken at the line's end
        self._headcount: int | None = None
        self._marks: list[Mark] = []

    def add(self, codes: Iterable[str]) -> None:
        """Delegations known otherwise than from a sentence."""
        self._codes.update(dict.fromkeys(codes))

    def read(self, start: int, end: int) -> None:
        """Take in one sentence."""
        text = self._text
        told = members_told(text, start, end) if self._of_asean else None
        labelled = self._continued or bool(_LABELLED.match(text, start, end))
        self._continued = labelled and text.endswith(",", start, end)
        took_part = (
            labelled
            or (
                _TOOK_PART_EN.search(self._mentions.lower, start, end)
                or _TOOK_PART_KO.search(text, start, end)
            )
            is not None
        )
        if self._heading:
            self._read_row(start, end)
        follows = took_part and self._of_asean and _FOLLOWS.search(text, start, end)
        self._heading = self._heading or bool(follows or _HEADING.fullmatch(text, start, end))
        subject = told and _SUBJECT.match(text, told.end)
        if not took_part and not (told and told.number != 0 and not subject and told.everyone):
            return
        recalled = self._of_many and _RECALLED.search(text, start, end) is not None
        if told and not recalled and not (subject and not took_part):
            self._read_number(
                told.number,
                told.rest,
                told.everyone,
                Mark(told.start, told.end, "delegations: all members of ASEAN"),
            )
        if self._of_many:
            self._read_names(start, end, labelled, recalled)
        if self._headcount is not None or not _COUNT.search(text, start, end):
            return  # the search below is slow
        if counted := _PEOPLE.search(text, start, end):
            self._headcount = int((counted[1] or counted[2]).replace(",", ""))
            self._marks.append(Mark(counted.start(), counted.end(), "headcount", "headcount"))

    def _read_number(self, number: int, rest: bool, everyone: bool, mark: Mark) -> None:
        """ "All", "ten" or "the other nine" members; "nine" are those that are not told to be absent."""
        if everyone or rest:
            self._named |= members()
            if number + rest > len(members()):
                self._named.add("TLS")
            self._marks.append(mark)
        else:
            self._told = number

    def _read_names(self, start: int, end: int, labelled: bool, recalled: bool) -> None:
        mentions = self._mentions
        runs = rows(mentions, start, end)
        listed = self._listed(runs, end, labelled) if labelled or not recalled else set()
        if not recalled:
            listed |= there(mentions, start, end, runs, labelled=labelled)
            if self._wide:
                self._read_groups(start, end, listed)
        self._absent |= absent(self._text, start, end, runs) & members()
        self._stood_in |= represented(mentions, start, end)
        if listed:
            self._named |= listed & members()
            self._codes.update(dict.fromkeys(sorted(listed - members())))
            self._marks.append(Mark(start, end, "delegations: listed"))
        if not self._of_asean:
            return
        if observer := _OBSERVER.search(self._text, start, end):
            self._codes.setdefault("TLS")
            self._marks.append(Mark(observer.start(), observer.end(), "delegations: Timor-Leste"))
        secretariat = _SECRETARIAT.search(self._text, start, end)
        if secretariat and (labelled or self._heading or _WAS_THERE.search(self._text, start, end)):
            self._codes.setdefault("ASEC")
            self._marks.append(Mark(secretariat.start(), secretariat.end(), "delegations: secretariat"))

    def _read_groups(self, start: int, end: int, listed: set[str]) -> None:
        """Groups that came whole: EAS 18개 참가국, the Plus Three countries."""
        mentions = self._mentions
        groups = whole_groups(mentions, start, end) or own_group(mentions, start, end)
        for group, mention in groups:
            self._named |= group & members()
            self._codes.update(dict.fromkeys(sorted(group - members())))
            self._marks.append(Mark(mention.start, mention.end, f"delegations: all of {mention.word}"))
        if groups and "ASEAN" not in self._codes and not self._named:
            self._codes.setdefault("ASEAN")  # ASEAN and its eight dialogue partners
        if (groups or listed - members() - {"TLS", "ASEC"}) and _MEMBERS.search(self._text, start, end):
            self._named |= members()  # the member states beside partners told one by one

    def _read_row(self, start: int, end: int) -> None:
        """A line below a heading: those it names; a line that names none ends the list."""
        labelled = _LABELLED.match(self._text, start, end)
        row = self._mentions.between("country", start, end) if labelled or end - start <= _ROW else []
        self._under_heading.update(dict.fromkeys(mention.code for mention in row))
        if secretariat := _SECRETARIAT.search(self._text, start, end):
            self._codes.setdefault("ASEC")
            self._marks.append(Mark(secretariat.start(), secretariat.end(), "delegations: secretariat"))
        self._heading = bool(row or secretariat)

    def _listed(self, runs: list[Run], end: int, labelled: bool) -> set[str]:
        """Countries named one after another, if they are a list of members or stand behind a label."""
        runs = [run for run in runs if not _VENUE.match(self._text, run[2], end)]
        best = set(max((codes for codes, _, _ in runs), key=len, default=()))
        if len(best & members()) >= _LISTED or (len(best) > _LISTED and ("ASEAN" in best or labelled)):
            return best if "ASEAN" in best and not best & members() else best - {"ASEAN"}
        return set()

    def seated(self, people: list[Participant]) -> Delegations:
        """The delegations, when all is read; those of the people who took part are among them."""
        named, codes = self._named, self._codes
        if self._of_asean and (self._absent or (self._told and self._stood_in)) and len(named) < _LISTED:
            named = named | members()
        if self._told and self._stood_in:
            named = named | members()
        if len(self._under_heading) >= _LISTED:
            named = named | (self._under_heading.keys() & members())
            codes.update(dict.fromkeys(c for c in self._under_heading if c not in members() and c != "ASEAN"))
        for person in people:
            if person.affiliation:
                codes.setdefault(person.affiliation)
        codes.update(dict.fromkeys(sorted(self._stood_in | named)))
        if len(named) >= _LISTED or len(codes.keys() & members()) >= _SO_MANY:
            codes.pop("ASEAN", None)
        away = self._absent - self._stood_in
        return Delegations(
            tuple(code for code in codes if code not in away), self._headcount, tuple(self._marks)
        )


def _met_apart(meetings: list[Meeting], own: str | None) -> Iterator[str]:
    """Those whom the side that reports met in the margins of a meeting of many."""
    for meeting in meetings:
        apart = not meeting.principal and meeting.status == "held" and len(meeting.parties) == _TWO
        if apart and own in meeting.parties:
            yield from (code for code in meeting.parties if code not in (own, "ASEAN"))


def _is_wide(meeting: Meeting) -> bool:
    """Is it a meeting of ASEAN with several partners (EAS, ARF, ASEAN Plus Three)?"""
    return "ASEAN" in meeting.parties and (len(meeting.parties) > 2 or meeting.series in ("arf", "arf-som"))


def _sides(meeting: Meeting, release: Release) -> tuple[str, ...]:
    """The sides that are certain to have been there: of a wide framework only the one that reports."""
    if meeting.series in ("arf", "arf-som") or ("ASEAN" in meeting.parties and len(meeting.parties) > 4):
        return (release.country,) if release.country and release.country != "ASEAN" else ()
    return (*meeting.parties, "AKC") if release.issuer == "AKC" else meeting.parties
