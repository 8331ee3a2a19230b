"""The shared filters: address and back, what they keep, how they read."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.tables import Tables, load_tables
from pages.parts.selection import MEETING_LEVELS, REPEATING, Choices, Selection
from pages.parts.words import Words


@cache
def tables() -> Tables:
    return load_tables()


@cache
def choices() -> Choices:
    return Choices.of(tables())


def select(**address: str | list[str]) -> Selection:
    asked = {key: value if isinstance(value, list) else [value] for key, value in address.items()}
    selection, unknown = Selection.from_address(asked, choices())
    assert not unknown
    return selection


def several(codes: tuple[str, ...]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.sets(st.sampled_from(codes), max_size=4).map(
        lambda chosen: tuple(c for c in codes if c in chosen)
    )


@st.composite
def selections(draw: st.DrawFn) -> Selection:
    years = st.integers(*choices().years)
    first, last = sorted((draw(years), draw(years)))
    chosen = {name: draw(several(getattr(choices(), name))) for name in REPEATING.values()}
    return Selection(first, last, query=draw(st.text(max_size=20)), **chosen)


@given(selections())
def test_every_selection_comes_back_from_its_address(selection: Selection) -> None:
    again, unknown = Selection.from_address(selection.to_address(choices()), choices())
    assert again == selection
    assert not unknown


@given(
    st.dictionaries(
        st.sampled_from(["from", "to", "q", *REPEATING]), st.lists(st.text(max_size=8), max_size=3)
    )
)
def test_any_address_gives_a_selection(address: dict[str, list[str]]) -> None:
    selection, _ = Selection.from_address(address, choices())
    assert choices().years[0] <= selection.first <= selection.last <= choices().years[1]


def test_defaults_are_left_out_of_the_address() -> None:
    assert Selection.everything(choices()).to_address(choices()) == {}


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("country", "vnm"),
        ("country", "ZZZ"),
        ("level", "csp"),
        ("topic", "Digital"),
        ("from", "1066"),
        ("to", "２０２３"),
    ],
)
def test_an_unknown_value_is_named_and_left_out(key: str, value: str) -> None:
    selection, unknown = Selection.from_address({key: [value]}, choices())
    assert unknown == [(key, value)]
    assert selection.is_everything(choices())


def test_years_the_wrong_way_round_are_put_right() -> None:
    assert select(**{"from": "2024", "to": "2022"}) == select(**{"from": "2022", "to": "2024"})


def test_everything_keeps_every_row() -> None:
    kept = Selection.everything(choices()).narrow(tables())
    for name in ("releases", "meetings", "participants", "topics", "partnership_steps", "partnership_claims"):
        assert len(getattr(kept, name)) == len(getattr(tables(), name)), name


def test_years_split_the_releases_without_loss_or_overlap() -> None:
    first, last = choices().years
    parts = [
        set(Selection(year, year).narrow(tables()).releases["release_id"]) for year in range(first, last + 1)
    ]
    dated = tables().release_meetings.merge(tables().meetings[["meeting_id", "year"]])["year"].notna()
    assert sum(map(len, parts)) >= len(set().union(*parts))
    undated = len(tables().releases) - len(set().union(*parts))
    assert undated <= len(tables().releases) - tables().release_meetings[dated]["release_id"].nunique()


def test_country_means_took_part_hosted_or_is_a_party() -> None:
    kept = select(country="LAO").narrow(tables())
    hosted = tables().meetings[tables().meetings["country"] == "LAO"]["meeting_id"]
    attended = tables().attendance[tables().attendance["party"] == "LAO"]["meeting_id"]
    assert set(hosted) | set(attended) <= set(kept.meetings["meeting_id"])
    assert len(kept.meetings) < len(tables().meetings)


def test_partner_means_a_side_of_the_meeting() -> None:
    kept = select(partner="JPN").narrow(tables())
    sides = tables().meeting_parties
    assert set(kept.meetings["meeting_id"]) == set(sides[sides["party"] == "JPN"]["meeting_id"])


def test_topic_keeps_only_releases_that_speak_of_it_and_their_meetings() -> None:
    kept = select(topic="artificial-intelligence").narrow(tables())
    speaking = tables().topics[tables().topics["topic"] == "artificial-intelligence"]["release_id"]
    assert set(kept.releases["release_id"]) == set(speaking)
    assert set(kept.meetings["meeting_id"]) == set(kept.release_meetings["meeting_id"])


def test_filters_of_different_kinds_hold_together() -> None:
    kept = select(partner="CHN", level="summit", **{"from": "2022", "to": "2023"}).narrow(tables())
    assert len(kept.meetings)
    assert set(kept.meetings["level"]) == {"summit"}
    assert set(kept.meetings["year"]) <= {2022, 2023}


def test_steps_are_never_cut_by_year() -> None:
    steps = select(**{"from": "2024", "to": "2024"}).narrow(tables()).partnership_steps
    assert steps["date"].dt.year.min() < 2000


def test_a_member_country_keeps_the_steps_of_asean_but_not_those_of_others() -> None:
    steps = select(country="VNM").narrow(tables()).partnership_steps
    parties = set(steps["party_a"]) | set(steps["party_b"])
    assert "ASEAN" in parties
    assert not ((steps["party_a"] == "KOR") & (steps["party_b"] == "PHL")).any()


def test_nothing_left_is_empty_tables_not_an_error() -> None:
    kept = Selection(2021, 2021, countries=("TLS",), partners=("CHL",), levels=("summit",)).narrow(tables())
    assert kept.releases.empty
    assert kept.meetings.empty


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "2022–2023 · with Viet Nam · partner: Japan · level: Summit"),
        ("ko", "2022–2023년 · 베트남 참여 · 파트너: 일본 · 급: 정상급"),
    ],
)
def test_the_sentence_says_every_filter(lang: str, said: str) -> None:
    selection = Selection(2022, 2023, countries=("VNM",), partners=("JPN",), levels=(MEETING_LEVELS[0],))
    assert selection.sentence(Words(lang)) == said  # type: ignore[arg-type]
