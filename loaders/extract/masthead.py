"""Whose release it is, told by the lines at its head: an office, and the state beside it.

Ministry of Foreign Affairs / Republic of Korea      Office of the President, Republic of Korea
Minister for Foreign Affairs / Senator the Hon …     Prime Minister of Australia
"""

from __future__ import annotations

import re

from loaders.extract.lexicon import Mentions
from loaders.text import Document, Part

_LINES = 7  # paragraphs looked at
_LONGEST = 75  # characters of a line of the masthead
_OFFICE = re.compile(
    r"\b(?:Ministry|Department|Office|Cabinet|Chancellery|Palace|Embassy|High Commission|Mission|Government|Governor"
    r"|Presidency|Secretariat|Kementerian|Prime Minister|Minister|President|Secretary|Premier|Sultanate|Mindef"
    r"|MFA|MOFA|MITI|DFAT|Kingdom|Federal Republic|Public Service)\b",
    re.IGNORECASE,
)
# What may stand around the state in a line of the masthead; a headline says more.
_OF_STATE = re.compile(
    r"\W*(?:(?:the|of|for|and|affairs|foreign|external|trade|defen[cs]e|international|cooperation|development"
    r"|commerce|prime"
    r"|minister|ministers|ministry|department|office|cabinet|government|embassy|high|commission|permanent"
    r"|mission|presidency"
    r"|president|premier|secretariat|secretary|state|national|assembly|press|media|information|service|centre|center"
    r"|republic|kingdom|sultanate|royal|communications?|palace|kementerian|luar|negeri|republik|mindef|mfa|mofa"
    r"|miti|dfat|people|socialist|democratic|federal|union|islamic|industry|industries|investment|economy|economic"
    r"|finance|treasury|agriculture|environment|energy|climate|health|tourism|culture|education|labour|manpower"
    r"|security|council|bureau|delegation|chancellery|federation|to|un|asean|association|southeast|asian|nations"
    r"|'s|s)\W*)*",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"\s[|•·]\s")  # the same in another language, a menu
# A headline says what somebody does.
_VERB = re.compile(r"\b(?:[a-z]+s|to|with|on|in|at|Meets?|Met|Holds?|Attends?|Visits?|Hosts?|[A-Z][a-z]+s)\b")


def country_of_masthead(document: Document, mentions: Mentions) -> str | None:
    """The state whose office heads the release; None where no office does, or more than one state is named."""
    office = False
    found: list[str] = []
    for paragraph in document.paragraphs[:_LINES]:
        start, end = paragraph.start, paragraph.end
        if paragraph.part is Part.ATTACHMENT or end - start > _LONGEST:
            break
        line = _BESIDE.split(document.text[start:end], maxsplit=1)[0]
        told = bool(_OFFICE.search(line))
        states = [
            mention.code
            for mention in mentions.between("country", start, end)
            if len(mention.code) == 3
            and _OF_STATE.fullmatch(line[: mention.start - start] + line[mention.end - start :])
        ]
        if office or told:
            states += [
                mention.code for mention in mentions.between("person", start, end) if not _VERB.search(line)
            ]
        elif states and not line.isupper():
            states = []
        if office and not told and not states and not found:
            break  # the line below the office is a headline
        office = office or told
        found += states
        if found and office:
            break
    if not office:
        return None
    return found[0] if len(set(found)) == 1 else None
