"""`python -m loaders add FILE...`: read releases, check their facts, append them to the ledger.

Of the text only figures are kept: how long it is, how often each topic and each word stands in it, and where each fact
was found.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from loaders.check import in_words
from loaders.extract import extract
from loaders.formats import read_file
from loaders.layout import lay_out
from loaders.ledger import read_ledger, write_ledger
from loaders.record import Record, faults_of, release_id, vocabulary
from loaders.reference import DATA, load_reference
from loaders.text import UnreadableFile
from loaders.word_counts import count_words, store_counts


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `add`."""
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="releases in any format")


def run(arguments: argparse.Namespace) -> int:
    """Add every file that can be read and is sound; 1 if any was left out, else 0."""
    added, problems = add_releases(arguments.files, DATA)
    for problem in problems:
        print(problem, file=sys.stderr)
    print(f"{len(added)} releases added, {len(problems)} left out")
    return 1 if problems else 0


def add_releases(files: Sequence[Path], data_dir: Path) -> tuple[list[Record], list[str]]:
    """The records appended to the ledger of `data_dir`, and a line for each file left out, with the reason.

    Nothing is written to a ledger that has broken lines: they would be lost in the rewriting.
    """
    reference = load_reference(data_dir)
    entries, faults = read_ledger(data_dir / "ledger", reference)
    if faults:
        return [], [
            f"{data_dir / 'ledger'}: has broken lines; run python -m loaders check and mend them first"
        ]
    known = vocabulary(reference)
    places = {release_id(entry.record): f"{entry.file}, line {entry.line}" for entry in entries}
    added: list[Record] = []
    problems: list[str] = []
    words: dict[str, Counter[str]] = {}
    for path in files:
        try:
            record, counts = _counted_record(path)
        except UnreadableFile as error:
            problems.append(f"{path}: {error}")
            continue
        identity = release_id(record)
        broken = faults_of(record, known, path.name)
        if identity in places:
            problems.append(f"{path}: is in the ledger already ({places[identity]}); nothing to do")
        elif broken:
            problems += [in_words(fault) for fault in broken]
        else:
            places[identity] = str(path)
            words[identity] = counts
            added.append(record)
    if added:
        write_ledger(data_dir / "ledger", [*(entry.record for entry in entries), *added])
        store_counts(words, data_dir)
    return added, problems


def _counted_record(path: Path) -> tuple[dict[str, Any], Counter[str]]:
    document = lay_out(read_file(path))
    record = extract(document) | {"coded_by": "extractor", "n_chars": len(document.text)}
    return record, count_words(document.text)
