"""The reviewed vocabulary in data/reference, as plain rows.

No pandas here, so that extractors can import it cheaply.
"""

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

    `parties`: ASEAN first where it is one, else alphabetical. `date`: "2021-11-22", "2021-11" or "2021", as
    exact as the source. `doubt`: why this statement is not the one to prefer, or None. `line`: where it
    stands in the file.
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


COLUMNS = {
    "countries": ("code", "kind", "name_en", "name_ko"),
    "series": ("series", "partner", "kind", "level", "annual", "name_en", "name_ko"),
    "topics": ("code", "pillar", "name_en", "name_ko", "covers_en", "covers_ko"),
    "people": ("person_id", "name_en", "name_ko", "affiliation"),
    "people_aliases": ("person_id", "alias", "reason"),
    "meeting_merges": ("release_a", "release_b", "decision", "reason"),
}


def read_rows(path: Path) -> list[Row]:
    """The rows of a UTF-8 CSV with a header; an empty cell is None.

    Raises ValueError naming file and line where one of the columns above is missing, or a row has more or
    fewer cells than the header.
    """
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file, strict=True)
        missing = [column for column in COLUMNS.get(path.stem, ()) if column not in (reader.fieldnames or ())]
        if missing:
            raise ValueError(f"{path}, line 1: no column {', '.join(missing)}; restore the header")
        rows = []
        for row in reader:
            if None in row or None in row.values():
                raise ValueError(
                    f"{path}, line {reader.line_num}: not as many cells as columns; quote commas"
                )
            rows.append({key: value or None for key, value in row.items()})
    return rows


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
            ) from error
    return steps


def load_reference(data_dir: Path = DATA) -> Reference:
    """Read `data_dir`/reference. Raises ValueError for a broken file, FileNotFoundError for a missing one."""
    folder = data_dir / "reference"
    rows = {name: read_rows(folder / f"{name}.csv") for name in COLUMNS}
    return Reference(**rows, steps=read_steps(folder / "partnership_steps.jsonl"))
