"""What releases say of partnership steps beside the record: contradictions, one claim, all claims."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from pages.charts.claims import VERDICTS, held_claims, pair_name
from pages.charts.dates import written_date
from pages.parts.links import page_address, release_address
from pages.parts.parameters import asked, choose, put
from pages.parts.partnership_steps import source
from pages.parts.records import Cell, Link, draw_facts, draw_rows
from pages.parts.show import show_table
from pages.parts.view import View


def draw_contradictions(view: View, against: pd.DataFrame) -> None:
    """Each contradiction in words: what the release says and what the record says, with both sources."""
    words = view.words
    if against.empty:
        return
    lines: list[list[Cell]] = [
        [
            [
                Link(
                    pair_name(row.party_a, row.party_b, words),
                    page_address(view, "partnerships", view="claims", claim=row.claim_id),
                ),
                words.code("level", row.level),
            ],
            [
                _in_its_words(row),
                Link(words.both(row, "label"), release_address(view, row.release_id)),
                source(row.source_url, words.issuer(row.issuer)),
            ],
            [
                written_date(row.record_date, row.record_precision),
                source(row.record_url, words.issuer(row.record_issuer)),
                *_near(view, row),
            ],
        ]
        for row in against.itertuples()
    ]
    keys = ("column-parties", "partnerships-claim-release", "partnerships-claim-record")
    with st.container(key="contradictions-list"):
        draw_rows([words(key) for key in keys], lines)


def draw_claim(view: View) -> None:
    """The claim that the address asks for: the release on one side, the record's sources on the other."""
    words, everything = view.words, view.everything
    claim_id = asked(view, "claim", everything.partnership_claims["claim_id"].tolist())
    if claim_id is None:
        return
    claim = everything.partnership_claims[everything.partnership_claims["claim_id"] == claim_id]
    row = next(held_claims(claim, everything.releases, everything.partnership_steps).itertuples())
    parties = pair_name(row.party_a, row.party_b, words)
    level, status = words.code("level", row.level), words.code("status", row.status)
    with st.container(key="opened-claim", border=True):
        st.subheader(
            words("partnerships-open-step", parties=parties, level=level, status=status), anchor=False
        )
        st.markdown(f"**{words(f'partnerships-verdict-{row.verdict}')}**")
        said, known = st.columns(2, gap="large")
        with said:
            st.markdown(f"**{words('partnerships-claim-release')}**")
            draw_facts(
                [
                    (words("partnerships-as-stated"), _text(row.as_stated)),
                    (words("partnerships-claimed"), written_date(row.date, row.precision)),
                    (
                        words("column-release"),
                        Link(words.both(row, "label"), release_address(view, row.release_id)),
                    ),
                    (words("column-published"), written_date(row.published, "day")),
                    (words("column-coverage"), words.code("coverage", row.coverage)),
                    (words("partnerships-evidence"), _evidence(view, row)),
                    (words("column-source"), source(row.source_url, words.issuer(row.issuer))),
                ]
            )
        with known:
            st.markdown(f"**{words('partnerships-claim-record')}**")
            record = everything.partnership_steps
            record = record[record["step_group"] == row.record_group].sort_values("date")
            if record.empty:
                st.markdown(words("partnerships-claim-no-record"))
            draw_facts(
                [
                    (
                        written_date(step.date, step.precision),
                        [words.occasion(step.meeting), source(step.source_url, words.issuer(step.issuer))],
                    )
                    for step in record.itertuples()
                ]
            )
            for sentence in _near(view, row):
                st.markdown(sentence)
        st.button(
            words("partnerships-back"),
            on_click=put,
            kwargs={"claim": None},
            key="claim-back",
            icon=":material/arrow_back:",
        )


def draw_claims(view: View, held: pd.DataFrame) -> None:
    """Every statement of the verdict chosen, as a table with links to both sides."""
    words = view.words
    st.subheader(words("partnerships-claims-title"), anchor=False)
    counts = held["verdict"].value_counts()
    verdict = choose(
        view,
        "verdict",
        VERDICTS,
        lambda code: words(
            "partnerships-verdict-count",
            verdict=words(f"partnerships-verdict-{code}"),
            n=int(counts.get(code, 0)),
        ),
        words("partnerships-verdict"),
    )
    rows = held[held["verdict"] == verdict]
    if rows.empty:
        st.info(words("partnerships-claims-none"))
        return
    table = pd.DataFrame(
        {
            words("column-parties"): [
                pair_name(row.party_a, row.party_b, words) for row in rows.itertuples()
            ],
            words("partnerships-level"): [words.code("level", code) for code in rows["level"]],
            words("column-status"): [words.code("status", code) for code in rows["status"]],
            words("partnerships-as-stated"): rows["as_stated"],
            words("partnerships-claimed"): _written(rows, "date", "precision"),
            words("partnerships-official"): _written(rows, "record_date", "record_precision"),
            words("column-issuer"): rows["issuer"].map(words.issuer),
            words("column-published"): rows["published"].dt.strftime("%Y-%m-%d"),
            words("partnerships-claim-open"): [
                page_address(view, "partnerships", view="claims", claim=claim) for claim in rows["claim_id"]
            ],
            words("column-source"): rows["source_url"],
        }
    )
    link = st.column_config.LinkColumn
    show_table(
        view,
        "claims",
        table,
        column_config={
            words("partnerships-claim-open"): link(display_text=words("partnerships-claim-open")),
            words("column-source"): link(display_text=words("open-source")),
        },
    )


def _near(view: View, row: Any) -> list[str]:
    if not isinstance(row.near_status, str):
        return []
    return [view.words("partnerships-claim-near", status=view.words.code("status", row.near_status))]


def _in_its_words(row: Any) -> str:
    """The date a release gives, with its own words where they say more."""
    day, said = written_date(row.date, row.precision), _text(row.as_stated)
    return day if said in ("", day) else f"{day} ({said})"


def _evidence(view: View, row: Any) -> str:
    found = view.everything.evidence
    found = found[(found["release_id"] == row.release_id) & (found["table"] == "partnership_claims")]
    places = [
        view.words("partnerships-evidence-at", start=place.start, end=place.end)
        for place in found[found["row_key"] == row.claim_id].itertuples()
    ]
    return ", ".join(places) or view.words("partnerships-evidence-none")


def _written(rows: pd.DataFrame, date_column: str, precision_column: str) -> list[str]:
    return [
        written_date(day, exact) for day, exact in zip(rows[date_column], rows[precision_column], strict=True)
    ]


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
