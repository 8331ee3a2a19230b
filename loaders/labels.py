"""What a meeting is called, in English and Korean: its series, number, parties and day.

Only where the series says nothing ("other") a release's own label is taken.
"""

from __future__ import annotations

from loaders.reconcile import Meeting, Mention
from loaders.record import first_day
from loaders.reference import Reference, Row


def label_en(meeting: Meeting, reference: Reference) -> str:
    """As in "28th ASEAN-ROK Dialogue" or "Japan–Viet Nam summit, 27 November 2023"."""
    row = _series(meeting, reference)
    name, parties = str(row["name_en"]), "–".join(_names(meeting, reference, "name_en"))
    if _says_nothing(row):
        told = [str(mention.entry.record["label"]) for mention in _own(meeting)]
        return min(told, key=len, default=f"{parties}, {name.lower()}{_on_en(meeting)}")
    if row["kind"] == "bilateral":
        return f"{parties} {name.removeprefix('Bilateral ')}{_on_en(meeting)}"
    if meeting.fields["ordinal"]:
        return f"{_nth(meeting.fields['ordinal'])} {name}"
    return f"{name}{_on_en(meeting)}"


def label_ko(meeting: Meeting, reference: Reference) -> str:
    """As in "제28차 한-아세안 대화" or "일본-베트남 정상회담(2023.11.27.)"."""
    row = _series(meeting, reference)
    name, parties = str(row["name_ko"]), "-".join(_names(meeting, reference, "name_ko"))
    if _says_nothing(row):
        told = [
            str(mention.entry.record["label_ko"])
            for mention in _own(meeting)
            if mention.entry.record["label_ko"]
        ]
        return min(told, key=len, default=f"{parties} {name}{_on_ko(meeting)}")
    if row["kind"] == "bilateral":
        return f"{parties} {name.removeprefix('양자 ')}{_on_ko(meeting)}"
    if meeting.fields["ordinal"]:
        return f"제{meeting.fields['ordinal']}차 {name}"
    return f"{name}{_on_ko(meeting)}"


def _series(meeting: Meeting, reference: Reference) -> Row:
    return next(row for row in reference.series if row["series"] == meeting.fields["series"])


def _says_nothing(row: Row) -> bool:
    return str(row["series"]).endswith("other")


def _own(meeting: Meeting) -> list[Mention]:
    return [mention for mention in meeting.mentions if mention.principal]


def _names(meeting: Meeting, reference: Reference, column: str) -> list[str]:
    names = {row["code"]: str(row[column]) for row in reference.countries}
    parties = sorted(meeting.fields["parties"], key=lambda party: party != "KOR")
    return [names[party] for party in parties]


def _on_en(meeting: Meeting) -> str:
    start = meeting.fields["start"]
    if not start:
        return f", {meeting.fields['year']}" if meeting.fields["year"] else ""
    day = first_day(start)
    form = {10: f"{day.day} {day:%B %Y}", 7: f"{day:%B %Y}", 4: f"{day.year}"}[len(start)]
    return f", {form}"


def _on_ko(meeting: Meeting) -> str:
    start = meeting.fields["start"]
    if not start:
        return f"({meeting.fields['year']})" if meeting.fields["year"] else ""
    return "(" + "".join(f"{int(part)}." for part in start.split("-")) + ")"


def _nth(number: int) -> str:
    ending = "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
