"""The reviewed vocabulary in data/reference, as plain rows. No pandas here, so that extractors can import it cheaply."""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / "data"

Row = dict[str, str | None]


@dataclass(frozen=True, slots=True)
class Step:
    """What one source says of one official step of a partnership.

    `parties`: ASEAN first where it is one, else alphabetical. `date`: "2021-11-22", "2021-11" or "2021", as exact as
    the source. `doubt`: why this statement is not the one to prefer, or None. `line`: where it stands in the file.
    """

    parties: tuple[str, ...]
    level: str
    status: str
    date: str
    meeting: str | None
    source_url: str
    issuer: str
    issuer_kind: str
    note: str | None
    doubt: str | None = None
    line: int = 0


@dataclass(frozen=True, slots=True)
class Reference:
    """All reference files of one data folder. Rows keep the columns of their CSV; an empty cell is None."""

    countries: list[Row]
    series: list[Row]
    topics: list[Row]
    people: list[Row]
    people_aliases: list[Row]
    meeting_merges: list[Row]
    steps: list[Step]


def read_rows(path: Path) -> list[Row]:
    """The rows of a UTF-8 CSV with a header; an empty cell is None. A missing file has no rows."""
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return [{key: value or None for key, value in row.items()} for row in csv.DictReader(file)]


def ordered(parties: list[str] | tuple[str, ...]) -> tuple[str, ...]:
    """Parties in the one order used everywhere: ASEAN first, the others alphabetical, none twice."""
    return tuple(sorted(set(parties), key=lambda party: (party != "ASEAN", party)))


def read_steps(path: Path) -> list[Step]:
    """The steps of a JSON Lines file, in its order.

    Raises ValueError naming file and line where a line is not JSON or lacks a field.
    """
    steps = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        try:
            fields = json.loads(line)
            steps.append(Step(**fields | {"parties": ordered(fields["parties"]), "line": number}))
        except (ValueError, TypeError, KeyError) as error:
            raise ValueError(
                f"{path}, line {number}: not a partnership step ({error}); compare the lines around it"
            )
    return steps


def load_reference(data_dir: Path = DATA) -> Reference:
    """Read `data_dir`/reference. Raises ValueError for a broken file of steps, OSError for a missing main file."""
    folder = data_dir / "reference"
    for name in ("countries", "series", "topics"):
        if not (folder / f"{name}.csv").exists():
            raise FileNotFoundError(f"{folder / name}.csv is missing: restore it from the repository")
    return Reference(
        countries=read_rows(folder / "countries.csv"),
        series=read_rows(folder / "series.csv"),
        topics=read_rows(folder / "topics.csv"),
        people=read_rows(folder / "people.csv"),
        people_aliases=read_rows(folder / "people_aliases.csv"),
        meeting_merges=read_rows(folder / "meeting_merges.csv"),
        steps=read_steps(folder / "partnership_steps.jsonl"),
    )
