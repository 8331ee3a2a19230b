"""Bytes → text: the format is told by what the bytes are, never by the name alone.

`read_file` and `read_bytes` are the way in; each format has its module.
"""

from __future__ import annotations

from pathlib import Path

from loaders.formats import markdown, plain
from loaders.text import SourceText, UnreadableFile

__all__ = ["read_bytes", "read_file"]

_MOST_BYTES = 20_000_000


def read_file(path: Path) -> SourceText:
    """The text of the file at `path`. Raises `UnreadableFile` with one line for the person."""
    try:
        size = path.stat().st_size
        if size > _MOST_BYTES:
            raise _too_large(size)
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableFile(
            f"cannot be opened ({error.strerror}); check the path and the right to read it"
        ) from error
    return read_bytes(data, path.name)


def read_bytes(data: bytes, name: str) -> SourceText:
    """The text of a file's bytes; `name` decides only between formats that look alike (text and Markdown).

    Raises `UnreadableFile` with one line for the person.
    """
    if len(data) > _MOST_BYTES:
        raise _too_large(len(data))
    if not data.strip():
        raise UnreadableFile("the file is empty; save the release again")
    text = plain.decode(data)
    if markdown.is_markdown(text, name):
        return markdown.read(text)
    return plain.read(text)


def _too_large(size: int) -> UnreadableFile:
    return UnreadableFile(
        f"the file is too large ({size / 1e6:.0f} MB, at most {_MOST_BYTES / 1e6:.0f} MB); give the release alone"
    )
