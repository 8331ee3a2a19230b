"""Absences and lower ranks that a release states, as its note in the ledger tells: `stated_attendance.csv`.

A delegation that no release lists is not absent: only what stands in that file may be called so.
"""

from __future__ import annotations

import pandas as pd

from loaders.tables import Tables
from pages.parts.words import REFERENCE


def stated_attendance(tables: Tables) -> pd.DataFrame:
    """What releases in `tables` state, a row a release and party: release_id, party, stated (absent,
    non-political, below-level), note, source_url and the meeting it is about."""
    stated = pd.read_csv(REFERENCE / "stated_attendance.csv", dtype="str")[["release_id", "party", "stated"]]
    releases = tables.releases[["release_id", "note", "issuer", "source_url"]]
    meetings = tables.release_meetings[tables.release_meetings["principal"]].merge(
        tables.meetings, on="meeting_id"
    )
    columns = ["release_id", "meeting_id", "series", "year", "start", "precision", "label_en", "label_ko"]
    return stated.merge(releases, on="release_id").merge(meetings[columns], on="release_id")
