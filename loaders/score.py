"""How well `read` does on labelled releases: `python -m loaders score GOLD... [--against REV]`.

A label is a JSON file with the fields of `read --json` and `text`, the path of its release, relative to the
repository or to the shared folder beside it. Entries in `topics_debatable`, `participants_debatable` and so on count
neither for nor against; `loaders.same` says what makes two facts the same.
"""

from __future__ import annotations

import argparse
import json
import math
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from loaders.formats import read_file
from loaders.read import read_release_file
from loaders.same import FIELDS, Record, changes, compare, facts, same

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
# Counting -----------------------------------------------------------------------------------------


@dataclass
class Tally:
    """Facts right, invented and missed of one field in one language."""

    right: int = 0
    invented: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """Of the facts read, the share that the labels have; 1 where nothing was read."""
        return self.right / (self.right + self.invented) if self.right + self.invented else 1.0

    @property
    def recall(self) -> float:
        """Of the facts labelled, the share that was read; 1 where nothing was labelled."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return (
            2 * self.right / (2 * self.right + self.invented + self.missed)
            if self.right
            else float(self.invented + self.missed == 0)
        )


@dataclass
class Miss:
    """A fact missed or invented in a release, with where the text says it or the rule that made it."""

    release: str
    name: str
    kind: str  # "missed" or "invented"
    fact: Any
    evidence: str


@dataclass
class Score:
    """Tallies by (field, language), and every miss."""

    tallies: dict[tuple[str, str], Tally] = field(default_factory=dict)
    misses: list[Miss] = field(default_factory=list)
    releases: dict[str, int] = field(default_factory=dict)
    right_meetings: dict[str, int] = field(default_factory=dict)

    def add(self, release: str, label: Record, found: Record, text: str) -> None:
        """Count one release."""
        language = label["release"]["language"]
        self.releases[language] = self.releases.get(language, 0) + 1
        for name in FIELDS:
            tally = self.tallies.setdefault((name, language), Tally())
            right, invented, missed = compare(name, label, found)
            tally.right += right
            tally.invented += len(invented)
            tally.missed += len(missed)
            if name == "meeting" and not invented and not missed:
                self.right_meetings[language] = self.right_meetings.get(language, 0) + 1
            self.misses += [Miss(release, name, "missed", fact, "") for fact in missed]
            self.misses += [
                Miss(release, name, "invented", fact, _evidence(name, fact, found, text)) for fact in invented
            ]


def _evidence(name: str, fact: Any, found: Record, text: str) -> str:
    """The rule and the words that an invented fact was read from."""
    rows = found.get("meetings") or [] if name == "meeting" else facts(found, name)
    number = next((number for number, row in enumerate(rows) if row is fact), rows.index(fact))
    place = f"{'meetings' if name == 'meeting' else name}[{number}]"
    for item in found.get("evidence") or []:
        if str(item["fact"]).startswith(place):
            words = " ".join(text[item["start"] : item["end"]].split())
            around = " ".join(text[max(0, item["start"] - 60) : item["end"] + 60].split())
            return f"{item['rule']}: “{words}” in “{around}”"
    return ""


# Reading the labels -------------------------------------------------------------------------------


def label_files(paths: Iterable[str]) -> Iterator[Path]:
    """The label files named, and those in the folders named."""
    for name in paths:
        path = Path(name)
        yield from sorted(path.rglob("*.json")) if path.is_dir() else [path]


def release_path(label: Record) -> Path | None:
    """Where the labelled release stands, or None where it is not on this machine."""
    for folder in (ROOT, SHARED):
        path = folder / str(label["text"])
        if path.is_file():
            return path
    return None


def load(paths: Iterable[str]) -> tuple[list[tuple[Path, Path, Record]], int]:
    """Label file, release and label of each, and how many labels have no release on this machine."""
    present, absent = [], 0
    for file in label_files(paths):
        label = json.loads(file.read_text(encoding="utf-8"))
        release = release_path(label)
        if release is None:
            absent += 1
        else:
            present.append((file, release, label))
    return present, absent


# Printing -----------------------------------------------------------------------------------------


def wilson(right: int, of: int) -> tuple[float, float]:
    """95 % interval of a share (Wilson)."""
    if not of:
        return 0.0, 1.0
    z = 1.96
    share = right / of
    middle = (share + z * z / (2 * of)) / (1 + z * z / of)
    half = z * math.sqrt(share * (1 - share) / of + z * z / (4 * of * of)) / (1 + z * z / of)
    return max(0.0, middle - half), min(1.0, middle + half)


def report(score: Score) -> Iterator[str]:
    """The table of figures, then every miss."""
    counts = f"{'right':>6}{'invented':>9}{'missed':>8}"
    yield f"{'field':<20}{'lang':<6}{counts}  {'precision':<18}{'recall':<18}F1"
    for name in FIELDS:
        for language in sorted(score.releases):
            tally = score.tallies[name, language]
            read, labelled = tally.right + tally.invented, tally.right + tally.missed
            yield (
                f"{name:<20}{language:<6}{tally.right:>6}{tally.invented:>9}{tally.missed:>8}  "
                f"{_share(tally.right, read):<18}{_share(tally.right, labelled):<18}{tally.f1:.3f}"
            )
    for language, count in sorted(score.releases.items()):
        right = score.right_meetings.get(language, 0)
        share = _share(right, count)
        yield f"meeting all right, or rightly none ({language}): {right} of {count} releases, {share}"
    for miss in score.misses:
        fact = describe(miss.name, miss.fact)
        yield f"{miss.kind:<9}{miss.release}  {miss.name}  {fact}  {miss.evidence}".rstrip()


def _share(right: int, of: int) -> str:
    low, high = wilson(right, of)
    return f"{right / of:.3f} ({low:.2f}–{high:.2f})" if of else "-"


def describe(name: str, fact: Any) -> str:
    """A fact in a few words."""
    if isinstance(fact, str):
        return fact
    keys = {
        "meeting": ("series", "ordinal", "start"),
        "participants": ("name", "name_ko", "affiliation"),
        "partnership_events": ("parties", "level", "status", "date", "as_stated", "implies"),
        "country_roles": ("country", "role", "partner"),
        "initiatives": ("name", "name_ko", "acronym"),
    }[name]
    return ", ".join(
        "-".join(value) if isinstance(value, list) else str(value)
        for value in (fact.get(key) for key in keys)
        if value is not None
    )


# Commands -----------------------------------------------------------------------------------------


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `score`."""
    parser.add_argument("gold", nargs="+", metavar="GOLD", help="label files, or folders of them")
    parser.add_argument(
        "--against", metavar="REV", help="list the facts gained and lost since this revision instead"
    )


def run(arguments: argparse.Namespace) -> int:
    """Score the labels, or list what the code reads otherwise than a revision did. 1 if there is no label."""
    labels, absent = load(arguments.gold)
    if not labels:
        print(
            "No label whose release is on this machine. Name label files or folders, such as tests/gold.",
            file=sys.stderr,
        )
        return 1
    if absent:
        print(f"{absent} labels are left out: their releases are not on this machine.")
    now = {release: read_release_file(release) for _, release, _ in labels}
    if arguments.against is not None:
        return _print_changes(labels, now, arguments.against)
    for line in report(score_labels(labels, now)):
        print(line)
    return 0


def score_labels(labels: Sequence[tuple[Path, Path, Record]], found: dict[Path, Record]) -> Score:
    """The score of what was found in each release, against its label (rows as `load` gives them)."""
    score = Score()
    for file, release, label in labels:
        score.add(file.stem, label, found[release], read_file(release).text)
    return score


def _read_in(tree: Path, releases: Sequence[Path]) -> dict[Path, Record]:
    """What the code in a working tree reads from each release."""
    command = [sys.executable, "-m", "loaders", "read", "--json", *map(str, releases)]
    done = subprocess.run(command, cwd=tree, capture_output=True, text=True, check=False)
    lines = done.stdout.splitlines()
    if len(lines) != len(releases):
        raise RuntimeError(
            f"`read` in {tree} gave {len(lines)} records for {len(releases)} files: {done.stderr[-500:]}"
        )
    return {release: json.loads(line) for release, line in zip(releases, lines, strict=True)}


def _print_changes(
    labels: Sequence[tuple[Path, Path, Record]], now: dict[Path, Record], revision: str
) -> int:
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder) / "tree"
        subprocess.run(
            ["git", "worktree", "add", "--quiet", "--detach", str(tree), revision], cwd=ROOT, check=True
        )
        try:
            before = _read_in(tree, [release for _, release, _ in labels])
        finally:
            subprocess.run(["git", "worktree", "remove", "--force", str(tree)], cwd=ROOT, check=True)
    count = 0
    for file, release, label in labels:
        for sign, name, fact in changes(before[release], now[release]):
            right = any(same(name, other, fact) for other in facts(label, name))
            verdict = "right" if right else "not in the label"
            print(f"{sign} {file.stem}  {name}  {describe(name, fact)}  ({verdict})")
            count += 1
    print(f"{count} facts gained (+) or lost (-) since {revision}, in {len(labels)} releases.")
    return 0
