"""The ledger: one JSON object a line for one public release. Read line by line, written in one layout.

A line that is broken or breaks a rule is set aside with file, line, field, rule, value and cure; the rest
goes on.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from loaders.record import (
    FIELDS,
    REQUIRED,
    Entry,
    Fault,
    Record,
    faults_of,
    release_id,
    shown,
    vocabulary,
    year_of,
)
from loaders.reference import Reference


def read_ledger(folder: Path, reference: Reference) -> tuple[list[Entry], list[Fault]]:
    """All sound records of `folder`/*.jsonl in file and line order, and the faults of the lines set aside."""
    known = vocabulary(reference)
    entries: list[Entry] = []
    faults: list[Fault] = []
    seen: dict[str, str] = {}
    for path in sorted(folder.glob("*.jsonl")):
        for number, raw in enumerate(path.read_bytes().split(b"\n"), start=1):
            if not raw.strip():
                continue
            record, found = _parse(raw, known, path.name, number)
            if not found:
                place = f"{path.name}, line {number}"
                identity = release_id(record)
                if identity in seen:
                    rule = f"a release is in the ledger once; this one stands at {seen[identity]} too"
                    cure = "keep one of the two lines"
                    found = [Fault(path.name, number, "source_url", rule, shown(record["source_url"]), cure)]
                seen.setdefault(identity, place)
            if found:
                faults += found
            else:
                entries.append(Entry(record, path.name, number))
    return entries, faults


def _parse(raw: bytes, known: dict[str, frozenset[str]], file: str, line: int) -> tuple[Record, list[Fault]]:
    try:
        record = json.loads(raw.decode("utf-8"))
    except UnicodeDecodeError as error:
        return {}, [
            Fault(file, line, "(whole line)", "a line is UTF-8", str(error), "save the file as UTF-8")
        ]
    except (ValueError, RecursionError) as error:
        return {}, [
            Fault(file, line, "(whole line)", "a line is one JSON object", str(error), "correct the JSON")
        ]
    return record, faults_of(record, known, file, line)


def file_name(record: Record) -> str:
    """The ledger file a record belongs to: by its year, else the latest year among its partnership events."""
    dates = [event.get("date") or "" for event in record["partnership_events"]]
    year = year_of(record) or max(dates, default="")[:4]
    return f"{year or 'undated'}.jsonl"


def line_of(record: Record) -> str:
    """The one layout of a record: the codebook's order of fields, optional fields only where they hold
    something."""
    kept = {name: record[name] for name in FIELDS if name in REQUIRED or record.get(name)}
    return json.dumps(kept, ensure_ascii=False)


def write_ledger(folder: Path, records: Iterable[Record]) -> list[Path]:
    """Write `records` to `folder`, a file a year, sorted by start (else publication), then address.

    Returns the files.
    """
    files: dict[str, list[Record]] = {}
    for record in records:
        files.setdefault(file_name(record), []).append(record)
    folder.mkdir(parents=True, exist_ok=True)
    for name, held in files.items():
        lines = [line_of(record) + "\n" for record in sorted(held, key=_order)]
        (folder / name).write_text("".join(lines), encoding="utf-8")
    return [folder / name for name in sorted(files)]


def _order(record: Record) -> tuple[str, str, str]:
    meeting = record["meeting"] or {}
    return (
        meeting.get("start") or record["published"] or "9999",
        record["source_url"] or "",
        record["label"],
    )
