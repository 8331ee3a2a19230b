"""What a meeting is called, in English and Korean: its series, number, parties and day.

Only where the series says nothing ("other") a release's own label is taken.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from loaders.partial_dates import first_day
from loaders.reconcile import Meeting
from loaders.reference import Reference, Row


def labels_of(meetings: Sequence[Meeting], reference: Reference) -> dict[str, tuple[str, str]]:
    """The English and the Korean name of each meeting, by its id.

    Where two meetings would be called the same (a visitor meets president and prime minister on one day), a
    release's own label tells them apart, and where that is the same too, who is named first.
    """
    series = {row["series"]: row for row in reference.series}
    names = {
        meeting.meeting_id: (
            _label_en(meeting, series[meeting.fields["series"]], reference),
            _label_ko(meeting, series[meeting.fields["series"]], reference),
        )
        for meeting in meetings
    }
    for tell_apart in (_as_released, _with_people):
        times = Counter(english for english, _ in names.values())
        for meeting in meetings:
            name = names[meeting.meeting_id]
            if times[name[0]] > 1:
                names[meeting.meeting_id] = tell_apart(meeting, name)
    return names


def _as_released(meeting: Meeting, name: tuple[str, str]) -> tuple[str, str]:
    return _shortest(meeting, "label", name[0]), _shortest(meeting, "label_ko", name[1])


def _with_people(meeting: Meeting, name: tuple[str, str]) -> tuple[str, str]:
    """The name with the people that the first release about the meeting names."""
    told = [mention.entry.record["participants"] for mention in meeting.mentions if mention.principal]
    people = told[0] if told else []
    english = [person["name"] or person["name_ko"] for person in people]
    korean = [person["name_ko"] or person["name"] for person in people]
    return (f"{name[0]}: {', '.join(english)}", f"{name[1]}: {', '.join(korean)}") if people else name


def _label_en(meeting: Meeting, row: Row, reference: Reference) -> str:
    """As in "28th ASEAN-ROK Dialogue" or "Japan–Viet Nam summit, 27 November 2023"."""
    name, parties = str(row["name_en"]), "–".join(_names(meeting, reference, "name_en"))
    if _says_nothing(row):
        return _shortest(meeting, "label", f"{parties}, {name.lower()}{_on_en(meeting)}")
    if row["kind"] == "bilateral":
        return f"{parties} {name.removeprefix('Bilateral ')}{_on_en(meeting)}"
    if meeting.fields["ordinal"]:
        return f"{_nth(meeting.fields['ordinal'])} {name}"
    return f"{name}{_on_en(meeting)}"


def _label_ko(meeting: Meeting, row: Row, reference: Reference) -> str:
    """As in "제28차 한-아세안 대화" or "일본-베트남 정상회담(2023.11.27.)"."""
    name, parties = str(row["name_ko"]), "-".join(_names(meeting, reference, "name_ko"))
    if _says_nothing(row):
        return _shortest(meeting, "label_ko", f"{parties} {name}{_on_ko(meeting)}")
    if row["kind"] == "bilateral":
        return f"{parties} {name.removeprefix('양자 ')}{_on_ko(meeting)}"
    if meeting.fields["ordinal"]:
        return f"제{meeting.fields['ordinal']}차 {name}"
    return f"{name}{_on_ko(meeting)}"


def _shortest(meeting: Meeting, field: str, otherwise: str) -> str:
    """The shortest label that a release about this meeting gives it."""
    told = [mention.entry.record[field] for mention in meeting.mentions if mention.principal]
    return min((label for label in told if label), key=len, default=otherwise)


def _says_nothing(row: Row) -> bool:
    return str(row["series"]).endswith("other")


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
