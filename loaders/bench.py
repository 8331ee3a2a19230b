"""`python -m loaders bench`: how fast releases become facts on this machine, beside the two limits that frame it.

One pass of the bare automaton over the same text is the most that reading by words could reach; Kiwi's tokenisation
is what a reader built on morphemes would pay at least. All run in one process on one core, on the same text, best of
three (5 million characters: of two); processor time, so that a busy machine does not count against them.

English text: the statements in ../shared/corpus, or else the gold labels' releases; Korean: tests/gold/ko.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import ahocorasick

from loaders.extract.lexicon import REFERENCE, load_lexicon
from loaders.formats import read_file
from loaders.read import facts_of
from loaders.reference import read_rows
from loaders.text import SourceText

_ROOT = Path(__file__).parents[1]
_CORPUS = _ROOT.parent / "shared" / "corpus"
_SIZES = (50_000, 500_000, 5_000_000)
_KIWI_CHARACTERS = 50_000  # Kiwi is slow: this many are enough to tell its pace


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`bench` takes no arguments."""


def run(arguments: argparse.Namespace) -> int:
    """Print the figures; 0."""
    for line in figures():
        print(line, flush=True)
    return 0


def figures() -> Iterable[str]:
    """The lines of the report, as they are measured."""
    texts_of = {"English": _english(), "Korean": _korean()}
    # First, while this process is small: what it holds would be counted as its children's.
    yield f"start-up of `read`, with one release: {_start_up():.2f} s"
    for language, texts in texts_of.items():
        yield f"most memory of `read` up to a text of 5 million characters, {language}: {_memory(texts):.0f} MB"
    load_lexicon()
    for language, texts in texts_of.items():
        yield from _paces(language, texts)
        for size in _SIZES:
            source = _of_size(texts, size)
            took = _best(lambda source=source: facts_of(source), 2 if size > 1_000_000 else 3)  # type: ignore[misc]
            yield f"{language}, one text of {size:>9,} characters: {took / size * 1e6:.2f} µs a character"


def _paces(language: str, texts: list[SourceText]) -> Iterable[str]:
    characters = sum(len(text.text) for text in texts)
    joined = "\n".join(text.text for text in texts)
    for text in texts[:3]:
        facts_of(text)  # what is loaded once is loaded now
    yield f"{language}: {len(texts)} releases, {characters:,} characters"
    facts = characters / _best(lambda: [facts_of(text) for text in texts])
    yield f"  text to facts, release by release {_pace(facts)}"
    whole = _of_size(texts, 500_000)
    long = len(whole.text) / _best(lambda: facts_of(whole))
    yield f"  text to facts, one long text      {_pace(long)}"
    automaton = _automaton()
    passed = len(joined) / _best(lambda: sum(1 for _ in automaton.iter(joined)))
    yield f"  one pass of the automaton         {_pace(passed)}"
    kiwi = _kiwi()
    sample = joined[:_KIWI_CHARACTERS]
    tokens = len(sample) / _best(lambda: kiwi(sample), 1)
    yield f"  Kiwi's tokenisation alone         {_pace(tokens)}"
    for name, pace in (("release by release", facts), ("one long text", long)):
        yield f"  facts, {name}: {pace / passed:.2f} of the automaton's pace, {pace / tokens:.1f} of Kiwi's"


def _pace(characters: float) -> str:
    return f"{characters / 1e6:6.2f} million characters a second"


def _best(work: Callable[[], object], times: int = 3) -> float:
    """The least processor time of a few runs, in seconds."""
    took = []
    for _ in range(times):
        start = time.process_time()
        work()
        took.append(time.process_time() - start)
    return max(min(took), 1e-9)


def _english() -> list[SourceText]:
    paths = sorted(_CORPUS.rglob("*.md")) or sorted((_ROOT / "tests" / "gold" / "en").glob("*.txt"))
    return [read_file(path) for path in paths]


def _korean() -> list[SourceText]:
    return [read_file(path) for path in sorted((_ROOT / "tests" / "gold" / "ko").glob("*.txt"))]


def _of_size(texts: list[SourceText], size: int) -> SourceText:
    """One text of so many characters: the releases one after the other, again from the first."""
    joined = "\n\n".join(text.text for text in texts)
    return SourceText((joined * (size // len(joined) + 1))[:size], texts[0].format)


def _automaton() -> ahocorasick.Automaton:
    """All words of the vocabulary and nothing else: no boundaries, no phrases that forbid."""
    automaton = ahocorasick.Automaton()
    for path in sorted(REFERENCE.glob("*_words.csv")):
        for row in read_rows(path):
            if row.get("word"):
                automaton.add_word(row["word"], 1)
    automaton.make_automaton()
    return automaton


def _kiwi() -> Callable[[str], object]:
    from kiwipiepy import Kiwi  # loaded here only: it takes a second

    kiwi = Kiwi(num_workers=1)
    kiwi.tokenize("불러오기")
    return lambda text: kiwi.tokenize(text)


def _start_up() -> float:
    """Processor time of a fresh process that reads one release, in seconds."""
    path = next(iter(sorted((_ROOT / "tests" / "gold" / "ko").glob("*.txt"))))
    before = os.times()
    _read(path)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def _memory(texts: list[SourceText]) -> float:
    """Most memory of any process so far that `read` ran in, the last with a text of 5 MB, in MB."""
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", suffix=".txt") as file:
        file.write(_of_size(texts, _SIZES[-1]).text)
        file.flush()
        _read(Path(file.name))
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def _read(path: Path) -> None:
    command = [sys.executable, "-m", "loaders", "read", str(path)]
    subprocess.run(command, cwd=_ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
