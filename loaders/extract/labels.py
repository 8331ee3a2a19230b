"""A neutral label of the release in English and Korean, built from its facts and never from its title."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from loaders.extract.facts import Meeting, Topic
from loaders.extract.lexicon import REFERENCE
from loaders.extract.release import Release
from loaders.reference import read_rows

_TOPICS = 2  # in the label of a release about no meeting


def labels(meeting: Meeting | None, topics: Sequence[Topic], release: Release) -> tuple[str, str]:
    """ "28th ASEAN-ROK Dialogue" and "제28차 한-아세안 대화"; without a meeting the issuer, what it speaks of most and
    the day: "White House: Myanmar, Rule of law (2022-02-07)".
    """
    if meeting is None:
        issuer = release.issuer or "Unknown issuer"
        issued = f" ({release.published.isoformat()})" if release.published else ""
        most = sorted(topics, key=lambda topic: -topic.mentions)[:_TOPICS]
        names = [_topic_names()[topic.code] for topic in most] or [("release", "보도자료")]
        english, korean = (", ".join(name) for name in zip(*names, strict=True))
        return f"{issuer}: {english}{issued}", f"{issuer}: {korean}{issued}"
    day = meeting.start
    name, name_ko = _series_names().get(meeting.series, ("Meeting", "회의"))
    if meeting.series.endswith("other"):
        english, korean = _sides(meeting.parties)
        noun, noun_ko = _talks(meeting)
        name, name_ko = f"{english} {noun}".strip(), f"{korean} {noun_ko}".strip()
        name = name[:1].upper() + name[1:]
    elif meeting.series.startswith("bilateral"):
        english, korean = _sides(meeting.parties)
        name = f"{english}: {name[:1].lower()}{name[1:]}" if english else name
        name_ko = f"{korean} {name_ko.removeprefix('양자 ')}" if korean else name_ko
    if meeting.ordinal:
        return f"{_ordinal(meeting.ordinal)} {name}", f"제{meeting.ordinal}차 {name_ko}"
    return (f"{name} ({day})", f"{name_ko} ({day})") if day else (name, name_ko)


def _talks(meeting: Meeting) -> tuple[str, str]:
    """What a meeting of no known series is called: by its level, or simply talks."""
    if meeting.series == "bilateral-other" or not meeting.level:
        return "talks", "면담" if len(meeting.parties) == 2 else "협의"
    return _level_names()[meeting.level]


def _ordinal(number: int) -> str:
    suffix = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"


def _sides(codes: tuple[str, ...]) -> tuple[str, str]:
    names = [_country_names().get(code, (code, code)) for code in codes]
    return "-".join(english for english, _ in names), "-".join(korean for _, korean in names)


@cache
def _series_names() -> dict[str, tuple[str, str]]:
    rows = read_rows(REFERENCE / "series.csv")
    return {str(row["series"]): (str(row["name_en"]), str(row["name_ko"])) for row in rows}


@cache
def _topic_names() -> dict[str, tuple[str, str]]:
    rows = read_rows(REFERENCE / "topics.csv")
    return {str(row["code"]): (str(row["name_en"]), str(row["name_ko"])) for row in rows}


@cache
def _country_names() -> dict[str, tuple[str, str]]:
    rows = read_rows(REFERENCE / "countries.csv")
    return {str(row["code"]): (str(row["name_en"]), str(row["name_ko"])) for row in rows}


@cache
def _level_names() -> dict[str, tuple[str, str]]:
    rows = read_rows(REFERENCE / "level_names.csv")
    return {str(row["level"]): (str(row["name_en"]), str(row["name_ko"])) for row in rows}
