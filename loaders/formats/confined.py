"""Risky formats read in one process of their own: limited in memory and time, replaced when it dies.

Protocol on the pipes: a question is a format name and the bytes, an answer a JSON object; each part follows
its length (four bytes, big-endian).
"""

from __future__ import annotations

import atexit
import json
import os
import struct
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from threading import Lock, Timer
from typing import IO

from loaders.text import SourceText, UnreadableFile

_SECONDS = 5.0
_LENGTH = struct.Struct(">I")
_ROOT = Path(__file__).resolve().parents[2]

_lock = Lock()
_worker: subprocess.Popen[bytes] | None = None


@dataclass(frozen=True)
class Answer:
    """What came of a file: its text, or an error in one line for the person."""

    text: str = ""
    error: str = ""


def read(kind: str, data: bytes) -> SourceText:
    """The text of a PDF, HWP or HWPX file (`kind`).

    Raises `UnreadableFile`, also when its parser hangs or dies.
    """
    with _lock:
        worker = _running()
        late = Timer(_SECONDS, worker.kill)
        late.start()
        try:
            answer = _ask(worker, kind, data)
        finally:
            timed_out = not late.is_alive()
            late.cancel()
        if answer is None:
            stop()
    if answer is None and timed_out:
        raise UnreadableFile(
            f"the file takes longer than {_SECONDS:.0f} seconds to read; save it again as PDF or text"
        )
    if answer is None:
        raise UnreadableFile("the file is damaged: its reader broke down; save it again as PDF or text")
    if answer.error:
        raise UnreadableFile(answer.error)
    return SourceText(answer.text, kind)


def stop() -> None:
    """End the process, if one runs."""
    global _worker
    if _worker is not None:
        _worker.kill()
        _worker.communicate()
        _worker = None


atexit.register(stop)


def _running() -> subprocess.Popen[bytes]:
    global _worker
    if _worker is None or _worker.poll() is not None:
        stop()
        _worker = subprocess.Popen(
            [sys.executable, "-m", "loaders.formats.worker"],
            cwd=_ROOT,
            env={**os.environ, "PYTHONIOENCODING": "utf-8"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
    return _worker


def _ask(worker: subprocess.Popen[bytes], kind: str, data: bytes) -> Answer | None:
    """The worker's answer, or None when it died."""
    assert worker.stdin is not None
    assert worker.stdout is not None
    try:
        send(worker.stdin, kind.encode())
        send(worker.stdin, data)
        answer = receive(worker.stdout)
    except OSError:
        return None
    return Answer(**json.loads(answer)) if answer is not None else None


def send(pipe: IO[bytes], part: bytes) -> None:
    """Write one part of a question or answer."""
    pipe.write(_LENGTH.pack(len(part)) + part)
    pipe.flush()


def receive(pipe: IO[bytes]) -> bytes | None:
    """Read one part; None at the end of the pipe."""
    head = pipe.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    part = pipe.read(length)
    return part if len(part) == length else None
