"""What each table must be: columns, types, ranges, vocabulary, keys that are unique and keys that lead
somewhere.

`check` raises TableError, whose message names table, column, rule, value and, for rows of a release, file
and line.
"""

from __future__ import annotations

import pandas as pd
import pandera.pandas as pa

from loaders.reference import Reference

_EARLIEST, _LATEST = pd.Timestamp("1900-01-01"), pd.Timestamp("2100-12-31")  # as in loaders/record.py

PRECISIONS = ("day", "month", "year")
MODES = ("in-person", "virtual", "hybrid")
MEETING_LEVELS = ("summit", "minister", "vice-minister", "senior-official", "working")
ROLES = ("chair", "co-chair", "head-of-delegation", "attendee", "counterpart")
STEP_LEVELS = ("consultative", "sectoral-dialogue", "development", "dialogue", "strategic", "csp", "other")
STEP_STATUSES = ("proposed", "in-progress", "agreed-in-principle", "established", "reaffirmed")
ISSUER_KINDS = ("government", "intergovernmental", "news")


class TableError(ValueError):
    """A table breaks its schema. The message is for a person."""


def _text(nullable: bool = False, unique: bool = False, pattern: str | None = None) -> pa.Column:
    checks = [pa.Check.str_matches(pattern)] if pattern else []
    return pa.Column("str", checks, nullable=nullable, unique=unique)


def _code(codes: tuple[str, ...] | list[str], nullable: bool = False) -> pa.Column:
    return pa.Column(pd.CategoricalDtype(list(codes)), nullable=nullable)


def _day() -> pa.Column:
    return pa.Column("datetime64[us]", pa.Check.in_range(_EARLIEST, _LATEST), nullable=True)


def _number(low: int, high: int, nullable: bool = True) -> pa.Column:
    return pa.Column("Int64", pa.Check.in_range(low, high), nullable=nullable)


def _ordered(before: str, after: str) -> pa.Check:
    return pa.Check(
        lambda table: table[before].isna() | table[after].isna() | (table[before] <= table[after]),
        error=f"{before} is not after {after}",
    )


KEYS: dict[str, tuple[str, ...]] = {
    "releases": ("release_id",),
    "meetings": ("meeting_id",),
    "release_meetings": ("release_id", "meeting_id"),
    "meeting_parties": ("meeting_id", "party"),
    "participants": ("participant_id",),
    "people": ("person_id",),
    "attendance": ("meeting_id", "party"),
    "topics": ("release_id", "topic"),
    "partnership_steps": ("step_id",),
    "partnership_claims": ("claim_id",),
}

# table, column → table, column
FOREIGN_KEYS: tuple[tuple[str, str, str, str], ...] = (
    ("release_meetings", "release_id", "releases", "release_id"),
    ("release_meetings", "meeting_id", "meetings", "meeting_id"),
    ("meeting_parties", "meeting_id", "meetings", "meeting_id"),
    ("participants", "meeting_id", "meetings", "meeting_id"),
    ("participants", "release_id", "releases", "release_id"),
    ("participants", "person_id", "people", "person_id"),
    ("attendance", "meeting_id", "meetings", "meeting_id"),
    ("topics", "release_id", "releases", "release_id"),
    ("partnership_claims", "release_id", "releases", "release_id"),
    ("partnership_claims", "record_step_id", "partnership_steps", "step_id"),
    ("country_roles", "release_id", "releases", "release_id"),
    ("initiatives", "release_id", "releases", "release_id"),
    ("evidence", "release_id", "releases", "release_id"),
    ("conflicts", "meeting_id", "meetings", "meeting_id"),
    ("conflicts", "step_id", "partnership_steps", "step_id"),
    ("conflicts", "release_id", "releases", "release_id"),
)


def schemas(reference: Reference) -> dict[str, pa.DataFrameSchema]:
    """The schema of every table, with the vocabulary of `reference`."""
    parties = [str(row["code"]) for row in reference.countries]
    series = [str(row["series"]) for row in reference.series]
    topics = [str(row["code"]) for row in reference.topics]
    columns: dict[str, dict[str, pa.Column]] = {
        "releases": {
            "release_id": _text(unique=True, pattern=r"^[0-9a-f]{10}$"),
            "issuer": _text(),
            "issuer_kind": _code(ISSUER_KINDS),
            "language": _text(pattern=r"^[a-z]{2}$"),
            "published": _day(),
            "year": _number(1900, 2100),
            "coverage": _code(("full", "opening")),
            "label_en": _text(),
            "label_ko": _text(nullable=True),
            "source_url": _text(nullable=True, pattern=r"^https?://"),
            "note": _text(nullable=True),
            "headcount": _number(1, 1_000_000),
            "coded_by": _code(("reader", "extractor")),
            "n_chars": _number(0, 10_000_000),
            "file": _text(),
            "line": _number(0, 10_000_000, nullable=False),
        },
        "meetings": {
            "meeting_id": _text(unique=True, pattern=r"^[a-z0-9-]+$"),
            "series": _code(series),
            "ordinal": _number(1, 999),
            "start": _day(),
            "end": _day(),
            "precision": _code(PRECISIONS, nullable=True),
            "year": _number(1900, 2100),
            "city": _text(nullable=True),
            "country": _code(parties, nullable=True),
            "mode": _code(MODES, nullable=True),
            "level": _code(MEETING_LEVELS, nullable=True),
            "status": _code(("held", "planned")),
            "label_en": _text(),
            "label_ko": _text(),
            "n_releases": _number(1, 10_000, nullable=False),
        },
        "release_meetings": {
            "release_id": _text(),
            "meeting_id": _text(),
            "principal": pa.Column("bool"),
            "status": _code(("held", "planned")),
        },
        "meeting_parties": {"meeting_id": _text(), "party": _code(parties)},
        "participants": {
            "participant_id": _text(unique=True),
            "meeting_id": _text(nullable=True),
            "release_id": _text(),
            "person_id": _text(nullable=True),
            "name_en": _text(nullable=True),
            "name_ko": _text(nullable=True),
            "title": _text(nullable=True),
            "party": _code(parties, nullable=True),
            "role": _code(ROLES, nullable=True),
        },
        "people": {
            "person_id": _text(unique=True),
            "name_en": _text(nullable=True),
            "name_ko": _text(nullable=True),
            "party": _code(parties, nullable=True),
        },
        "attendance": {
            "meeting_id": _text(),
            "party": _code(parties),
            "n_releases": _number(1, 10_000, nullable=False),
        },
        "topics": {
            "release_id": _text(),
            "topic": _code(topics),
            "mentions": _number(0, 1_000_000),
            "first_start": _number(0, 10_000_000),
        },
        "partnership_steps": {
            "step_id": _text(unique=True),
            "step_group": _text(),
            "party_a": _code(parties),
            "party_b": _code(parties),
            "level": _code(STEP_LEVELS),
            "status": _code(STEP_STATUSES),
            "date": _day(),
            "precision": _code(PRECISIONS),
            "meeting": _text(nullable=True),
            "issuer": _text(),
            "issuer_kind": _code(ISSUER_KINDS),
            "source_url": _text(pattern=r"^https?://"),
            "note": _text(nullable=True),
            "doubt": _text(nullable=True),
            "is_official": pa.Column("bool"),
            "preferred": pa.Column("bool"),
        },
        "partnership_claims": {
            "claim_id": _text(unique=True),
            "release_id": _text(),
            "party_a": _code(parties),
            "party_b": _code(parties),
            "level": _code(STEP_LEVELS),
            "status": _code(STEP_STATUSES),
            "date": _day(),
            "precision": _code(PRECISIONS, nullable=True),
            "as_stated": _text(nullable=True),
            "agrees": pa.Column("boolean", nullable=True),
            "record_date": _day(),
            "record_precision": _code(PRECISIONS, nullable=True),
            "record_step_id": _text(nullable=True),
        },
        "country_roles": {
            "release_id": _text(),
            "country": _code(parties),
            "role": _text(),
            "partner": _code(parties, nullable=True),
            "year": _number(1900, 2100),
        },
        "initiatives": {
            "release_id": _text(),
            "name_en": _text(nullable=True),
            "name_ko": _text(nullable=True),
            "acronym": _text(nullable=True),
            "lead": _text(nullable=True),
        },
        "evidence": {
            "release_id": _text(),
            "table": _text(),
            "row_key": _text(nullable=True),
            "field": _text(nullable=True),
            "start": _number(0, 10_000_000, nullable=False),
            "end": _number(0, 10_000_000, nullable=False),
            "rule": _text(nullable=True),
        },
        "conflicts": {
            "meeting_id": _text(nullable=True),
            "step_group": _text(nullable=True),
            "step_id": _text(nullable=True),
            "field": _text(),
            "value": _text(),
            "release_id": _text(nullable=True),
            "source_url": _text(nullable=True),
        },
        "set_aside": {
            "file": _text(),
            "line": _number(0, 10_000_000, nullable=False),
            "field": _text(),
            "rule": _text(),
            "value": _text(),
            "cure": _text(),
        },
    }
    whole = {"meetings": [_ordered("start", "end")], "evidence": [_ordered("start", "end")]}
    return {
        name: pa.DataFrameSchema(columns[name], checks=whole.get(name), strict=True, ordered=True, name=name)
        for name in columns
    }


def shape(table: pd.DataFrame, schema: pa.DataFrameSchema) -> pd.DataFrame:
    """`table` with the columns and types of its schema: dates as datetime64, codes as categoricals,
    missing as missing."""
    shaped = table.reindex(columns=list(schema.columns))
    for name, column in schema.columns.items():
        dtype = column.dtype.type if column.dtype is not None else object
        if str(dtype).startswith("datetime64"):
            shaped[name] = pd.to_datetime(shaped[name], format="ISO8601").astype("datetime64[us]")
        else:
            shaped[name] = shaped[name].astype(dtype)
    return shaped


def check(tables: dict[str, pd.DataFrame], reference: Reference) -> None:
    """Raise TableError for the first table that breaks its schema, its key, or a key that leads nowhere."""
    for name, schema in schemas(reference).items():
        try:
            schema.validate(tables[name], lazy=True)
        except pa.errors.SchemaErrors as error:
            case = error.failure_cases.iloc[0]
            raise TableError(
                _message(tables, name, case["column"], case["check"], case["failure_case"], case["index"])
            ) from None
    for name, key in KEYS.items():
        doubled = tables[name].duplicated(list(key))
        if doubled.any():
            index = tables[name].index[doubled][0]
            value = tuple(tables[name].loc[index, list(key)])
            raise TableError(_message(tables, name, ", ".join(key), "unique", value, index))
    for name, column, other, target in FOREIGN_KEYS:
        lost = tables[name][column].notna() & ~tables[name][column].isin(tables[other][target])
        if lost.any():
            index = tables[name].index[lost][0]
            rule = f"found in {other}.{target}"
            raise TableError(_message(tables, name, column, rule, tables[name].loc[index, column], index))


def _message(
    tables: dict[str, pd.DataFrame], name: str, column: object, rule: object, value: object, index: object
) -> str:
    place = ""
    table = tables[name]
    if index is not None and "release_id" in table and index in table.index:
        releases = tables["releases"]
        home = releases[releases["release_id"] == table.loc[index, "release_id"]]
        if len(home):
            place = f" ({home.iloc[0]['file']}, line {home.iloc[0]['line']})"
    return f"table {name}, column {column}: {value} breaks the rule “{rule}”{place}"
