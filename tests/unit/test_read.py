"""`read`: one file that takes too long is given up, the others still come."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from loaders import read
from loaders.__main__ import main

ONE_SENTENCE = (
    "ASEAN and Japan established a comprehensive strategic partnership in 2023 with Retno Marsudi and "
)


def test_a_text_that_takes_too_long_is_given_up_and_the_others_still_come(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(read, "SECONDS", 0.3)
    monkeypatch.setattr(read, "PACE", 1e12)
    endless, short = tmp_path / "endless.txt", tmp_path / "short.txt"
    endless.write_text(ONE_SENTENCE * 10_000, encoding="utf8")
    short.write_text("ASEAN and Japan met in Jakarta on 13 July 2023.", encoding="utf8")
    assert main(["read", str(endless), str(short)]) == 1
    first, second = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert "processor time" in first["error"]
    assert second["language"] == "en"


def test_a_missing_file_is_said_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(tmp_path / "none.txt")]) == 1
    assert "no such file" in json.loads(capsys.readouterr().out)["error"]
