"""`python -m loaders bench`: how fast releases become facts on this machine, beside the two limits that frame it.

One pass of the bare automaton over the same text is the most that reading by words could reach; Kiwi's tokenisation
is what a reader built on morphemes would pay at least. All run in one process on one core, on the same text, best of
three; processor time, so that a busy machine does not count against them.

English text: the statements in ../shared/corpus, or else the gold labels' releases; Korean: tests/gold/ko.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import ahocorasick

from loaders.extract import extract
from loaders.extract.lexicon import REFERENCE, load_lexicon
from loaders.formats import read_file
from loaders.layout import lay_out
from loaders.reference import read_rows
from loaders.text import SourceText

_ROOT = Path(__file__).parents[1]
_CORPUS = _ROOT.parent / "shared" / "corpus"
_SIZES = (50_000, 500_000, 5_000_000)
_KIWI_CHARACTERS = 200_000  # Kiwi is slow: this many are enough to tell its pace


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`bench` takes no arguments."""


def run(arguments: argparse.Namespace) -> int:
    """Print the figures; 0."""
    for line in figures():
        print(line, flush=True)
    return 0


def figures() -> Iterable[str]:
    """The lines of the report, as they are measured."""
    load_lexicon()
    for language, texts in (("English", _english()), ("Korean", _korean())):
        if not texts:
            yield f"{language}: no texts on this machine"
            continue
        yield from _paces(language, texts)
        for size in _SIZES:
            source = _of_size(texts, size)
            took = _best(lambda source=source: extract(lay_out(source)), 1 if size > 1_000_000 else 3)  # type: ignore[misc]
            yield f"{language}, one text of {size:>9,} characters: {took / size * 1e6:.2f} µs a character"
    yield f"start-up of `read` on one release: {_start_up():.2f} s"
    yield f"most memory of `read` on a text of 5 MB: {_memory():.0f} MB"


def _paces(language: str, texts: list[SourceText]) -> Iterable[str]:
    characters = sum(len(text.text) for text in texts)
    joined = "\n".join(text.text for text in texts)
    for text in texts[:3]:
        extract(lay_out(text))  # what is loaded once is loaded now
    yield f"{language}: {len(texts)} releases, {characters:,} characters"
    facts = characters / _best(lambda: [extract(lay_out(text)) for text in texts])
    yield f"  text to facts, release by release {_pace(facts)}"
    whole = _of_size(texts, 500_000)
    yield f"  text to facts, one long text      {_pace(len(whole.text) / _best(lambda: extract(lay_out(whole))))}"
    automaton = _automaton()
    passed = len(joined) / _best(lambda: sum(1 for _ in automaton.iter(joined)))
    yield f"  one pass of the automaton         {_pace(passed)}"
    kiwi = _kiwi()
    sample = joined[:_KIWI_CHARACTERS]
    tokens = len(sample) / _best(lambda: kiwi(sample), 1)
    yield f"  Kiwi's tokenisation alone         {_pace(tokens)}   facts are {facts / tokens:.0f} times as fast"


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
    return [read_file(path) for path in sorted(_CORPUS.rglob("*.md"))]


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
    path = next(iter(sorted((_ROOT / "tests" / "gold" / "ko").glob("*.txt"))))
    start = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "loaders", "read", str(path)], cwd=_ROOT, capture_output=True, check=True
    )
    return time.perf_counter() - start


def _memory() -> float:
    """Largest resident size of a fresh process that reads 5 MB of text, in MB."""
    code = (
        "import resource; from loaders import bench; from loaders.extract import extract; "
        "from loaders.layout import lay_out; texts = bench._english() or bench._korean(); "
        "extract(lay_out(bench._of_size(texts, 5_000_000))); "
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=_ROOT, capture_output=True, text=True, check=True)
    return float(done.stdout)
