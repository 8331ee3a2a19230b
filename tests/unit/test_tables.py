"""Tidy tables: keys, types, what is missing, and that no row of the ledger is lost on the way."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from loaders import schema
from loaders.ledger import read_ledger
from loaders.record import release_id
from loaders.reference import DATA, Step
from loaders.tables import Tables, build_tables, load_tables
from tests.unit.ledger_factory import REFERENCE, data_folder, entries, meeting, person, release


@pytest.fixture(scope="module")
def shipped() -> Tables:
    return load_tables()


def built(*records: dict[str, Any]) -> Tables:
    return build_tables(entries(*records), REFERENCE)


# --- nothing is lost ---


def test_every_line_of_the_ledger_is_a_release_that_can_be_reached(shipped: Tables) -> None:
    held, _ = read_ledger(DATA / "ledger", REFERENCE)
    lines = sum(path.read_text().count("\n") for path in (DATA / "ledger").glob("*.jsonl"))
    assert len(shipped.releases) == len(held) == lines == 972
    places = set(zip(shipped.releases["file"], shipped.releases["line"], strict=True))
    assert places == {(entry.file, entry.line) for entry in held}
    for entry in held:
        row = shipped.releases.set_index("release_id").loc[release_id(entry.record)]
        assert (row["label_en"], row["issuer"]) == (entry.record["label"], entry.record["issuer"])


def test_every_fact_of_every_record_is_a_row(shipped: Tables) -> None:
    held = [entry.record for entry in read_ledger(DATA / "ledger", REFERENCE)[0]]
    assert len(shipped.topics) == sum(len(set(record["topics"])) for record in held)
    assert len(shipped.partnership_claims) == sum(len(record["partnership_events"]) for record in held)
    unnamed = sum(len(record.get("unnamed_participants", [])) for record in held)
    assert len(shipped.participants) == sum(len(record["participants"]) for record in held) + unnamed
    assert len(shipped.partnership_steps) == len(REFERENCE.steps) == 198
    assert shipped.set_aside.empty


def test_every_release_about_a_meeting_leads_to_one_principal_meeting(shipped: Tables) -> None:
    principal = shipped.release_meetings[shipped.release_meetings["principal"]]
    assert len(principal) == 924
    assert principal["release_id"].is_unique
    assert set(shipped.meetings["meeting_id"]) == set(shipped.release_meetings["meeting_id"])


def test_the_release_of_4_april_2024(shipped: Tables) -> None:
    release_row = shipped.releases[shipped.releases["source_url"].isna()].iloc[0]
    identity = release_row["release_id"]
    assert (release_row["label_ko"], release_row["headcount"]) == ("제28차 한-아세안 대화", 40)
    told = shipped.release_meetings[shipped.release_meetings["release_id"] == identity].set_index(
        "meeting_id"
    )
    assert list(told.index[told["principal"]]) == ["asean-rok-dialogue-28"]
    assert {"asean-rok-summit-25", "asean-summit-44", "amm-57"} < set(told.index)
    mentioned = shipped.meetings.set_index("meeting_id").loc[told.index, "status"]
    assert mentioned["asean-rok-summit-25"] == "held"
    claims = shipped.partnership_claims[shipped.partnership_claims["release_id"] == identity]
    agreed = dict(
        zip(
            claims["party_b"].astype("str") + " " + claims["level"].astype("str"),
            claims["agrees"],
            strict=True,
        )
    )
    assert {key: agreed[key] for key in ("CHN csp", "IND csp", "AUS csp", "JPN csp", "USA csp")} == {
        "CHN csp": True,
        "IND csp": False,
        "AUS csp": False,
        "JPN csp": True,
        "USA csp": True,
    }
    assert agreed["KOR csp"] is pd.NA
    india = claims[claims["party_b"] == "IND"].iloc[0]
    assert india["record_date"] == pd.Timestamp("2022-11-12")
    roles = shipped.country_roles[shipped.country_roles["release_id"] == identity]
    assert set(roles["country"]) == {"LAO", "VNM", "THA"}
    assert shipped.participants.query("release_id == @identity and person_id.isna()")["title"].tolist() == [
        "정치안보 사무차장"
    ]


# --- shape ---


def test_types_and_missing_values(shipped: Tables) -> None:
    assert isinstance(shipped.meetings["series"].dtype, pd.CategoricalDtype)
    assert str(shipped.meetings["start"].dtype).startswith("datetime64")
    assert str(shipped.releases["year"].dtype) == "Int64"
    assert str(shipped.partnership_claims["agrees"].dtype) == "boolean"
    for name, table in shipped.items():
        for column in table.select_dtypes(include=["str", "category", "object"]):
            words = set(table[column].dropna().astype("str"))
            assert not words & {"", "None", "nan", "NaN", "null"}, f"{name}.{column}"
            assert not any(isinstance(value, (list, dict)) for value in table[column]), f"{name}.{column}"


def test_every_meeting_has_a_name_in_both_languages_and_an_address(shipped: Tables) -> None:
    assert shipped.meetings["label_en"].str.len().gt(5).all()
    assert shipped.meetings["label_ko"].str.contains("[가-힣]").all()
    assert shipped.meetings["meeting_id"].str.fullmatch(r"[a-z0-9-]+").all()


@pytest.mark.parametrize(
    ("meeting_id", "label_en", "label_ko"),
    [
        ("asean-rok-dialogue-28", "28th ASEAN-ROK Dialogue", "제28차 한-아세안 대화"),
        ("asean-us-pmc-2021-09-23", "ASEAN-US Foreign Ministers' Meeting, 23 September 2021", "(2021.9.23.)"),
        ("asean-rok-jcc-11", "11th ASEAN-ROK Joint Cooperation Committee", "제11차"),
        ("asean-china-som-22", "22nd ASEAN-China Senior Officials' Meeting", "제22차"),
        (
            "bilateral-summit-2023-11-27-jpn-vnm",
            "Japan–Viet Nam summit, 27 November 2023",
            "일본-베트남 정상회담(2023.11.27.)",
        ),
        (
            "bilateral-summit-2024-05-16-khm-kor",
            "Republic of Korea–Cambodia summit, 16 May 2024",
            "한국-캄보디아 정상회담",
        ),
        ("asean-canada-dialogue-2022-b71f20", "ASEAN-Canada Dialogue, 2022", "아세안-캐나다 대화(2022)"),
        (
            "asean-rok-other-2021-01-22",
            "1st ASEAN-ROK Digital Ministers' Meeting",
            "제1차 한-아세안 디지털장관회의",
        ),
    ],
)
def test_names_of_meetings(shipped: Tables, meeting_id: str, label_en: str, label_ko: str) -> None:
    row = shipped.meetings.set_index("meeting_id").loc[meeting_id]
    assert row["label_en"] == label_en
    assert label_ko in row["label_ko"]


def test_meetings_that_releases_call_the_same_are_told_apart_by_who_met(shipped: Tables) -> None:
    names = shipped.meetings.set_index("meeting_id")["label_en"].filter(like="summit-2023-09-11-usa-vnm")
    assert {name.rsplit(", ", 1)[1] for name in names} == {"Pham Minh Chinh", "Vo Van Thuong"}


def test_no_two_meetings_are_called_the_same(shipped: Tables) -> None:
    assert shipped.meetings["label_en"].is_unique
    same_day = shipped.meetings.set_index("meeting_id").filter(like="summit-2023-06-23-kor-vnm", axis="index")
    assert set(same_day["label_en"]) == {
        "ROK-Viet Nam summit, Hanoi 2023",
        "President Yoon meets Prime Minister of Viet Nam, Hanoi 2023",
    }


def test_dates_keep_how_exact_they_are() -> None:
    tables = built(release(meeting("asean-rok-summit", "2024-10", end="2024-10")))
    row = tables.meetings.iloc[0]
    assert (row["start"], row["end"], row["precision"]) == (
        pd.Timestamp("2024-10-01"),
        pd.Timestamp("2024-10-31"),
        "month",
    )


def test_delegations_of_all_releases_of_a_meeting_with_how_many_list_each() -> None:
    one = release(meeting(ordinal=27), delegations=["KOR", "THA", "KOR"])
    other = release(meeting(ordinal=27), delegations=["KOR", "ASEC"])
    attendance = built(one, other).attendance
    assert dict(zip(attendance["party"], attendance["n_releases"], strict=True)) == {
        "KOR": 2,
        "THA": 1,
        "ASEC": 1,
    }


def test_a_topic_given_twice_is_one_row_and_uncounted_is_missing_not_nought() -> None:
    counted = release(
        meeting(),
        topics=["digital", "health", "digital"],
        topic_mentions={"digital": 2},
        evidence=[
            {"fact": "topics[0]", "start": 90, "end": 97, "rule": "digital"},
            {"fact": "topics[0]", "start": 40, "end": 47, "rule": "digital"},
        ],
    )
    topics = built(counted).topics.set_index("topic")
    assert topics.loc["digital", ["mentions", "first_start"]].tolist() == [2, 40]
    assert topics.loc["health", ["mentions", "first_start"]].isna().all()
    assert len(topics) == 2


def test_evidence_leads_to_the_row_it_supports() -> None:
    read = release(
        meeting(ordinal=27),
        topics=["digital", "health"],
        participants=[person("Anna Example")],
        unnamed_participants=[{"title": "Director", "affiliation": "KOR", "role": None}],
        partnership_events=[
            {
                "parties": ["ASEAN", "IND"],
                "level": "csp",
                "status": "established",
                "date": None,
                "as_stated": "2021",
            }
        ],
        evidence=[
            {"fact": fact, "start": 1, "end": 2, "rule": "r"}
            for fact in (
                "topics[1]",
                "meetings[0].start",
                "participants[0].title",
                "unnamed_participants[0]",
                "partnership_events[0].date",
                "delegations[0]",
                "something else entirely",
            )
        ],
    )
    tables = built(read)
    identity = release_id(read)
    found = list(
        tables.evidence[["table", "row_key", "field"]].astype("object").itertuples(index=False, name=None)
    )
    assert found[:5] == [
        ("topics", "health", pytest.approx(float("nan"), nan_ok=True)),
        ("meetings", "asean-rok-dialogue-27", "start"),
        ("participants", f"{identity}-1", "title"),
        ("participants", f"{identity}-2", pytest.approx(float("nan"), nan_ok=True)),
        ("partnership_claims", f"{identity}-1", "date"),
    ]
    assert found[2][1] in set(tables.participants["participant_id"])
    assert found[4][1] in set(tables.partnership_claims["claim_id"])


def test_steps_of_one_event_share_a_group_with_one_preferred(shipped: Tables) -> None:
    steps = shipped.partnership_steps
    assert steps.groupby("step_group")["preferred"].sum().eq(1).all()
    britain = steps[steps["step_group"] == "asean-gbr-dialogue-established"]
    assert len(britain) == 5
    assert britain.loc[britain["preferred"], "date"].tolist() == [pd.Timestamp("2021-08-02")]
    china = steps[(steps["party_b"] == "CHN") & (steps["level"] == "csp") & (steps["party_a"] == "ASEAN")]
    assert set(china["status"].astype("str") + china["date"].dt.strftime(" %Y-%m-%d")) == {
        "agreed-in-principle 2021-10-26",
        "established 2021-11-22",
    }
    years = steps[steps["precision"] == "year"]
    assert (years["date"].dt.strftime("%m-%d") == "01-01").all()
    assert not (steps["party_b"] == "ASEAN").any()


def test_a_slip_of_a_source_is_kept_and_doubted(shipped: Tables) -> None:
    doubted = shipped.partnership_steps[shipped.partnership_steps["doubt"].notna()]
    assert len(doubted) == 2
    assert not doubted["preferred"].any()


def test_a_step_with_three_parties_is_a_row_a_pair() -> None:
    step = Step(
        parties=("ASEAN", "AUS", "NZL"),
        level="other",
        status="established",
        date="2010-01",
        meeting=None,
        source_url="https://example.org/three",
        issuer="ASEAN",
        issuer_kind="intergovernmental",
        note=None,
    )
    reference = replace(REFERENCE, steps=[step])
    steps = build_tables([], reference).partnership_steps
    assert list(zip(steps["party_a"], steps["party_b"], strict=True)) == [
        ("ASEAN", "AUS"),
        ("ASEAN", "NZL"),
        ("AUS", "NZL"),
    ]


def test_conflicts_of_meetings_and_of_steps_have_two_values_at_least(shipped: Tables) -> None:
    conflicts = shipped.conflicts
    key = conflicts["meeting_id"].fillna(conflicts["step_group"]) + " " + conflicts["field"]
    assert conflicts.groupby(key)["value"].nunique().gt(1).all()
    assert conflicts["source_url"].notna().all()
    assert "asean-ind-dialogue-established" in set(conflicts["step_group"].dropna())
    assert "asean-aus-dialogue-established" not in set(conflicts["step_group"].dropna())


def test_an_empty_ledger_gives_empty_tables_of_the_same_shape(shipped: Tables) -> None:
    empty = build_tables([], REFERENCE)
    for (name, table), (_, full) in zip(empty.items(), shipped.items(), strict=True):
        assert list(table.columns) == list(full.columns), name
        assert table.dtypes.equals(full.dtypes), name


# --- what is wrong ---


def test_a_broken_line_is_set_aside_and_the_tables_open_on_the_rest(tmp_path: Path) -> None:
    folder = data_folder(tmp_path, release(meeting()), '{"half": ', release(meeting(), topics=["nonsense"]))
    tables = load_tables(folder)
    assert len(tables.releases) == 1
    assert tables.set_aside[["file", "line", "field"]].to_numpy().tolist() == [
        ["2023.jsonl", 2, "(whole line)"],
        ["2023.jsonl", 3, "topics[0]"],
    ]


@pytest.mark.parametrize(
    ("table", "change", "said"),
    [
        ("topics", {"mentions": -1}, "column mentions"),
        ("releases", {"release_id": "ffffffffff"}, "found in releases.release_id"),
        ("meetings", {"meeting_id": "Not safe/in an address"}, "column meeting_id"),
    ],
)
def test_a_table_that_breaks_its_schema_names_table_and_column(
    table: str, change: dict[str, Any], said: str
) -> None:
    good = dict(built(release(meeting(), topics=["digital"])).items())
    broken = good | {table: good[table].assign(**change)}
    for name, value in change.items():
        broken[table][name] = pd.Series([value], dtype=good[table][name].dtype)
    with pytest.raises(schema.TableError, match=said):
        schema.check(broken, REFERENCE)


def test_the_message_names_file_and_line_of_the_release() -> None:
    good = dict(built(release(meeting()), release(meeting(start="2022-01-01"), topics=["digital"])).items())
    good["topics"]["mentions"] = pd.Series([-5], dtype="Int64")
    with pytest.raises(
        schema.TableError, match=r"table topics, column mentions: -5 .* \(2023\.jsonl, line 2\)"
    ):
        schema.check(good, REFERENCE)


def test_a_key_given_twice_is_an_error() -> None:
    good = dict(built(release(meeting(), topics=["digital"])).items())
    good["topics"] = pd.concat([good["topics"], good["topics"]], ignore_index=True)
    with pytest.raises(schema.TableError, match=r"column release_id, topic: .* “unique”"):
        schema.check(good, REFERENCE)


def test_loading_twice_gives_the_same(shipped: Tables) -> None:
    for (name, table), (_, again) in zip(shipped.items(), load_tables().items(), strict=True):
        pd.testing.assert_frame_equal(table, again, obj=name)


def test_loaders_do_not_know_the_dashboard() -> None:
    folder = Path(schema.__file__).parent
    assert not [path.name for path in folder.rglob("*.py") if "streamlit" in path.read_text().lower()]
