"""The process that reads risky formats: `python -m loaders.formats.worker`, spoken to by `confined`."""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from dataclasses import asdict

from loaders.formats import hancom, pdf
from loaders.formats.confined import Answer, receive, send
from loaders.formats.plain import tidy
from loaders.text import UnreadableFile

_MOST_MEMORY = 500_000_000
_MOST_TEXT = 20_000_000
_EXHAUSTED = "the file needs more than 500 MB of memory to read; it is no release, or a harmful one"
_DAMAGED = "the file is damaged or cut short; download it again, or save it as PDF or text"
_READERS = {"pdf": pdf.read, "hwp": hancom.read, "hwpx": hancom.read}


def main() -> None:
    """Answer questions until the pipe closes; end after a file that ran out of memory."""
    _limit()
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a parser prints must not reach the answers
    while True:
        kind, data = receive(sys.stdin.buffer), receive(sys.stdin.buffer)
        if kind is None or data is None:
            return
        exhausted = False
        try:
            text = _READERS[kind.decode()](data)
            if len(text) > _MOST_TEXT:
                raise UnreadableFile("the file holds more text than any release; give the release alone")
            answer = Answer(tidy(text))
        except UnreadableFile as error:
            answer = Answer(error=str(error))
        except MemoryError:
            exhausted = True
            answer = Answer(error=_EXHAUSTED)
        except Exception:  # a parser may raise anything on a damaged file
            answer = Answer(error=_DAMAGED)
        send(answers, json.dumps(asdict(answer)).encode())
        if exhausted:
            return


def _limit() -> None:
    """Bound memory, and allow no file to be written; where the system has no such limits, go without."""
    try:
        import resource
    except ImportError:
        return
    for limit, most in ((resource.RLIMIT_AS, _MOST_MEMORY), (resource.RLIMIT_FSIZE, 0)):
        with suppress(ValueError, OSError):
            resource.setrlimit(limit, (most, most))


if __name__ == "__main__":
    main()
