"""Bytes → text: the format is told by what the bytes are, never by the name alone.

`read_file` and `read_bytes` are the way in; each format has its module. PDF and HWP files are read in a
process of their own with limits (`confined`); nothing in a file is run or fetched.
"""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

from loaders.formats import api_item, confined, html, markdown, plain
from loaders.text import SourceText, UnreadableFile

__all__ = ["read_bytes", "read_file"]

_MOST_BYTES = 20_000_000
_MOST_UNPACKED = 200_000_000
_MOST_CHARACTERS = 6_000_000
_LONGEST_LINE = 1_000_000
_HWPML = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!DOCTYPE[^>]{0,400}>\s*)?<HWPML")

# What files that are no releases begin with, and what to do about them.
_FOREIGN: tuple[tuple[bytes, str], ...] = (
    (b"HWP Document File V", "is HWP version 3; open it in Hancom Office and save it as HWPX or PDF"),
    (b"{\\rtf", "is an RTF document; save it as PDF or text"),
    (b"\x89PNG", "is a picture; recognise its text (OCR) and save that"),
    (b"\xff\xd8\xff", "is a picture; recognise its text (OCR) and save that"),
    (b"GIF8", "is a picture; recognise its text (OCR) and save that"),
    (b"II*\x00", "is a picture; recognise its text (OCR) and save that"),
    (b"MM\x00*", "is a picture; recognise its text (OCR) and save that"),
    (b"\x1f\x8b", "is compressed; unpack it and give the release inside"),
    (b"7z\xbc\xaf", "is compressed; unpack it and give the release inside"),
    (b"Rar!", "is compressed; unpack it and give the release inside"),
    (b"\x9b\x20", "is protected (DRM); open it where it may be read and save it without protection"),
)


def read_file(path: Path) -> SourceText:
    """The text of the file at `path`. Raises `UnreadableFile` with one line for the person."""
    try:
        if not path.is_file():
            raise UnreadableFile("there is no such file; check the path")
        size = path.stat().st_size
        if size > _MOST_BYTES:
            raise _too_large(size)
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableFile(
            f"the file cannot be opened ({error.strerror}); check the path and its permissions"
        ) from error
    return read_bytes(data, path.name)


def read_bytes(data: bytes, name: str) -> SourceText:
    """The text of a file's bytes; `name` decides only between text and Markdown, which look alike.

    Raises `UnreadableFile` with one line for the person.
    """
    if len(data) > _MOST_BYTES:
        raise _too_large(len(data))
    source = _read(data, name)
    _check_length(source.text)
    return source


def _read(data: bytes, name: str) -> SourceText:
    if not data.strip():
        raise UnreadableFile("the file is empty; save the release again")
    for start, message in _FOREIGN:
        if data.startswith(start):
            raise UnreadableFile(f"the file {message}")
    kind = _packed_kind(data)
    if kind:
        return confined.read(kind, data)
    if html.is_html(data):
        return html.read(html.decode(data))
    text = plain.decode(data)
    if api_item.is_json(text):
        return api_item.read(text)
    if markdown.is_markdown(text, name):
        return markdown.read(text)
    return plain.read(text)


def _packed_kind(data: bytes) -> str | None:
    """The format of a file that a parser in a process of its own must read, or None for text of some kind."""
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        if "FileHeader".encode("utf-16-le") not in data:
            raise UnreadableFile(
                "the file is an older Office document, or HWP cut short; save it again as PDF or HWPX"
            )
        return "hwp"
    if data.startswith(b"PK\x03\x04"):
        _check_archive(data)
        return "hwpx"
    if _HWPML.match(data[:1024]):
        return "hwp"
    return None


def _check_archive(data: bytes) -> None:
    """An archive is read only if it is HWPX and does not unpack to more than memory holds."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise UnreadableFile("the file is damaged or cut short; download it again") from error
    names = {member.filename for member in members}
    if "Contents/section0.xml" not in names:
        if "word/document.xml" in names:
            raise UnreadableFile("the file is a Word document; save it as PDF or text")
        raise UnreadableFile("the file is an archive, not HWPX; unpack it and give the release inside")
    if sum(member.file_size for member in members) > _MOST_UNPACKED:
        raise UnreadableFile(
            f"the file unpacks to more than {_MOST_UNPACKED / 1e6:.0f} MB; it is no release, or a harmful one"
        )


def _check_length(text: str) -> None:
    """A text longer than any release, or all in one line, would take longer to read than anybody waits."""
    longest = max(map(len, text.splitlines()), default=0)
    if longest > _LONGEST_LINE:
        raise UnreadableFile(
            f"one line has {longest / 1e6:.1f} million characters (at most {_LONGEST_LINE / 1e6:.0f}); "
            "save the release again with its paragraphs"
        )
    if len(text) > _MOST_CHARACTERS:
        raise UnreadableFile(
            f"the text has {len(text) / 1e6:.1f} million characters (at most {_MOST_CHARACTERS / 1e6:.0f}); "
            "give the release alone"
        )


def _too_large(size: int) -> UnreadableFile:
    return UnreadableFile(
        f"the file is too large ({size / 1e6:.0f} MB, at most {_MOST_BYTES / 1e6:.0f} MB); "
        "give the release without its pictures"
    )
