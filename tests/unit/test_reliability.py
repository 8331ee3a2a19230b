"""The published reliability of `read` is what `score` finds on the texts held out, not a figure from an older day."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from loaders.read import read_release_file
from loaders.reference import DATA
from loaders.score import load, score_labels

HELD_OUT = Path(__file__).parents[1] / "gold" / "held_out"
# The fields that are published, by the name each has in the scheme of topics and its reliability.
PUBLISHED = {
    "participants": "people",
    "delegations": "delegations",
    "topics": "topics",
    "partnership_events": "partnership-events",
}


@pytest.mark.parametrize("language", ["en", "ko"])
def test_published_figures_are_those_of_the_code(language: str) -> None:
    labels, absent = load([str(HELD_OUT / language)])
    if absent:
        pytest.skip(f"{absent} of the texts held out are not on this machine (../shared is not there)")
    score = score_labels(labels, {release: read_release_file(release) for _, release, _ in labels})
    share = score.right_meetings[language] / score.releases[language]
    found = [f"agreement,{language},meeting,{share:.2f},{len(labels)},read-held-out"]
    found += [
        f"f1,{language},{name},{score.tallies[field, language].f1:.2f},{len(labels)},read-held-out"
        for field, name in PUBLISHED.items()
    ]
    with (DATA / "reference" / "reliability.csv").open(encoding="utf8", newline="") as file:
        rows = [",".join(row) for row in csv.reader(file)]
    published = [row for row in rows if row.endswith("read-held-out") and row.split(",")[1] == language]
    assert published == found, "put these lines into data/reference/reliability.csv:\n" + "\n".join(found)
