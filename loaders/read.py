"""`python -m loaders read FILE... [--json | --table] [--out DIR]`: releases → their facts, nothing stored."""

from __future__ import annotations

import argparse
import gc
import json
import signal
import sys
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from loaders.extract import extract
from loaders.formats import read_file
from loaders.layout import lay_out
from loaders.text import SourceText, UnreadableFile

# Processor time for one file: a release takes milliseconds, a million ordinary characters a second at most.
SECONDS = 3.0
PACE = 500_000
_LISTS = ("participants", "unnamed_participants", "country_roles", "initiatives", "partnership_events")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `read`."""
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="releases in any format")
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_true", help="one JSON object a file, one a line (the default)")
    shape.add_argument("--table", action="store_true", help="a short table a file, for reading")
    parser.add_argument(
        "--out", type=Path, metavar="DIR", help="write a file for each release into DIR instead"
    )


def run(arguments: argparse.Namespace) -> int:
    """Read every file; 1 if any could not be read, else 0. The others still come."""
    failed = False
    if arguments.out:
        arguments.out.mkdir(parents=True, exist_ok=True)
    for number, path in enumerate(arguments.files, 1):
        print(f"{number}/{len(arguments.files)} {path}", file=sys.stderr)
        record = read_release_file(path)
        failed = failed or "error" in record
        text = as_table(record) if arguments.table else json.dumps(record, ensure_ascii=False)
        if arguments.out:
            suffix = ".txt" if arguments.table else ".json"
            (arguments.out / f"{path.name}{suffix}").write_text(text + "\n", encoding="utf-8")
        else:
            print(text)
    return 1 if failed else 0


def read_release_file(path: Path) -> dict[str, Any]:
    """The record of one file with `file` in front, or `file` and `error` where it cannot be read."""
    try:
        source = read_file(path)
        with _processor_time(SECONDS + len(source.text) / PACE):
            return {"file": str(path)} | facts_of(source)
    except UnreadableFile as error:
        return {"file": str(path), "error": str(error)}


def facts_of(source: SourceText) -> dict[str, Any]:
    """The record of a text. Python's collector of cycles rests meanwhile: facts hold none, and it would take a
    fifth of the time.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        return extract(lay_out(source))
    finally:
        if collects:
            gc.enable()


@contextmanager
def _processor_time(seconds: float) -> Iterator[None]:
    """Stops reading a text that was made to take for ever. Only the main thread of a Unix process has such a clock."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(number: int, frame: object) -> None:
        raise UnreadableFile(
            f"reading took more than {seconds:g} s of processor time; give the release alone, in parts if it is long"
        )

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def as_table(record: dict[str, Any]) -> str:
    """The record as lines of "field  value" for a person."""
    if "error" in record:
        return f"{record['file']}\n  error                 {record['error']}"
    rows = [(field, record[field]) for field in ("issuer", "language", "published", "label", "label_ko")]
    rows += [
        ("meeting" if meeting["principal"] else "", _words(meeting.values()))
        for meeting in record["meetings"]
    ]
    for field in _LISTS:
        rows += [(field, _words(fact.values())) for fact in record[field]]
    rows += [(field, _words(record[field])) for field in ("delegations", "topics")]
    return "\n".join([str(record["file"]), *(f"  {name:<21} {value or '-'}" for name, value in rows)])


def _words(values: Iterable[Any]) -> str:
    """Values side by side; missing ones left out."""
    shown = (
        "+".join(value) if isinstance(value, list) else str(value) for value in values if value is not None
    )
    return " ".join(shown)
