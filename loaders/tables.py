"""Records and steps to tidy tables: one row a thing, one column a fact, no lists in cells.

Dates are datetime64 (the first day where only a month or year is known, with its `precision`), codes are
categoricals, missing is missing. Every table is checked against its schema before it is handed out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path

import pandas as pd

from loaders import rows as made_of
from loaders import schema, step_rows
from loaders.ledger import read_ledger
from loaders.people import People
from loaders.reconcile import reconcile
from loaders.record import Entry, Fault
from loaders.reference import DATA, Reference, Row, load_reference


@dataclass(frozen=True)
class Tables:
    """All tables.

    The columns of each stand in loaders/schema.py; the last three are the reference files as they are.
    """

    releases: pd.DataFrame
    meetings: pd.DataFrame
    release_meetings: pd.DataFrame
    meeting_parties: pd.DataFrame
    participants: pd.DataFrame
    people: pd.DataFrame
    attendance: pd.DataFrame
    topics: pd.DataFrame
    partnership_steps: pd.DataFrame
    partnership_claims: pd.DataFrame
    country_roles: pd.DataFrame
    initiatives: pd.DataFrame
    evidence: pd.DataFrame
    conflicts: pd.DataFrame
    set_aside: pd.DataFrame
    countries: pd.DataFrame
    series: pd.DataFrame
    topic_scheme: pd.DataFrame

    def items(self) -> Iterable[tuple[str, pd.DataFrame]]:
        """Name and table of each."""
        return ((field.name, getattr(self, field.name)) for field in fields(self))


def load_tables(data_dir: Path = DATA) -> Tables:
    """The tables of everything in `data_dir`.

    Lines that break a rule are in `set_aside`, not in the other tables.
    """
    reference = load_reference(data_dir)
    entries, faults = read_ledger(data_dir / "ledger", reference)
    return build_tables(entries, reference, faults)


def build_tables(entries: Sequence[Entry], reference: Reference, faults: Iterable[Fault] = ()) -> Tables:
    """Tables of sound records.

    Pure: the same input gives the same tables. Raises TableError where a schema breaks.
    """
    organisations = [str(row["code"]) for row in reference.countries if row["kind"] == "organisation"]
    people = People(reference.people, reference.people_aliases, organisations)
    meetings, conflicts = reconcile(entries, people, reference.meeting_merges)
    at_meeting = {
        (mention.release_id, mention.index): meeting for meeting in meetings for mention in meeting.mentions
    }
    rows: dict[str, made_of.Rows] = {
        "releases": [made_of.release_row(entry) for entry in entries],
        "meetings": made_of.meeting_rows(meetings, reference),
        "release_meetings": made_of.release_meeting_rows(meetings),
        "meeting_parties": made_of.party_rows(meetings),
        "participants": [
            row for entry in entries for row in made_of.participant_rows(entry, people, at_meeting)
        ],
        "people": made_of.people_rows(people),
        "attendance": made_of.attendance_rows(meetings),
        "topics": [row for entry in entries for row in made_of.topic_rows(entry)],
        "partnership_steps": step_rows.step_rows(reference.steps),
        "partnership_claims": [
            row for entry in entries for row in step_rows.claim_rows(entry, reference.steps)
        ],
        "country_roles": [row for entry in entries for row in made_of.listed_rows(entry, "country_roles")],
        "initiatives": [row for entry in entries for row in made_of.initiative_rows(entry)],
        "evidence": [row for entry in entries for row in made_of.evidence_rows(entry, at_meeting)],
        "conflicts": step_rows.conflict_rows(conflicts, entries, reference.steps),
        "set_aside": [asdict(fault) for fault in faults],
    }
    wanted = schema.schemas(reference)
    made = {name: schema.shape(pd.DataFrame(rows[name]), wanted[name]) for name in wanted}
    schema.check(made, reference)
    return Tables(
        **made,
        countries=_reference_frame(reference.countries),
        series=_reference_frame(reference.series),
        topic_scheme=_reference_frame(reference.topics),
    )


def _reference_frame(rows: list[Row]) -> pd.DataFrame:
    return pd.DataFrame(rows).astype("str")
