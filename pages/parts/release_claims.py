"""What a release says of partnerships, held against the official record."""

from __future__ import annotations

from typing import Any

import streamlit as st

from loaders.tables import Tables
from pages.charts.claims import VERDICTS, pair_name, verdict
from pages.charts.dates import written_date
from pages.parts.records import Link, draw_rows, web_address
from pages.parts.view import View
from pages.parts.words import Words


def draw_claims(view: View, release_id: str) -> None:
    """What the release says of steps of partnerships, contradictions first, with the record's own source."""
    words, tables = view.words, view.everything
    claims = tables.partnership_claims[tables.partnership_claims["release_id"] == release_id]
    if claims.empty:
        return
    st.subheader(words("releases-claims"), anchor=False)
    st.caption(words("releases-claims-note"))
    claims = claims.assign(verdict=[verdict(agrees) for agrees in claims["agrees"]])
    claims = claims.sort_values("verdict", key=lambda verdicts: verdicts.map(VERDICTS.index), kind="stable")
    with st.container(key="release-claims"):
        draw_rows(
            [
                words(key)
                for key in (
                    "column-parties",
                    "column-level",
                    "column-status",
                    "releases-as-stated",
                    "releases-verdict",
                    "releases-record",
                )
            ],
            [
                [
                    pair_name(row.party_a, row.party_b, words),
                    words.code("level", row.level),
                    words.code("status", row.status),
                    row.as_stated if isinstance(row.as_stated, str) else "",
                    words(f"releases-verdict-{row.verdict}"),
                    _record(tables, row, words),
                ]
                for row in claims.itertuples(index=False, name="Row")
            ],
        )


def _record(tables: Tables, claim: Any, words: Words) -> list[str | Link]:
    """The date on record and a link to where it stands."""
    if not isinstance(claim.record_step_id, str):
        return []
    step = tables.partnership_steps.set_index("step_id").loc[claim.record_step_id]
    day = written_date(claim.record_date, claim.record_precision)
    source = web_address(step["source_url"])
    said = f"{day} · {words.issuer(step['issuer'])}"
    return [Link(said, source) if source else said]
