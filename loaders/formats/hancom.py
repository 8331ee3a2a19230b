"""HWP (version 5), HWPML and HWPX, decoded by hwp2markdown: paragraphs, tables, text boxes, notes as lines.

Runs in `worker`. Tried beside it on real files: unhwp and hwp-hwpx-parser garble nested text boxes and lose
distributed documents, hwpkit and extract-hwp lose tables, pyhwp does not run on current Python.
"""

from __future__ import annotations

import re

from hwp2md.blocks import Note, Paragraph, Table
from hwp2md.convert import read_blocks
from hwp2md.errors import DrmProtectedError, EncryptedDocumentError, NotHwpFileError, UnsupportedHwpError

from loaders.text import UnreadableFile

# A line broken by hand goes on, unless a list or note sign follows.
_BROKEN = re.compile(r"[ \t]*\n[ \t]*(?=[\w(\[“‘「『])(?!ㅇ\s)")


def read(data: bytes) -> str:
    """The text of a document, a line a paragraph or table row. Raises `UnreadableFile`."""
    try:
        blocks = read_blocks(data)
    except (EncryptedDocumentError, DrmProtectedError) as error:
        raise UnreadableFile(
            "the file is encrypted; open it with its password and save it without one"
        ) from error
    except (NotHwpFileError, UnsupportedHwpError) as error:
        raise UnreadableFile(
            "the file is no HWP document of version 5, or damaged; save it as HWPX or PDF"
        ) from error
    lines: list[str] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            lines.append(_line(block))
        elif isinstance(block, Table):
            for row in block.rows:
                lines += _row(row)
        elif isinstance(block, Note):
            lines += [f"* {_line(paragraph)}" for paragraph in block.paragraphs]
    text = "\n".join(lines)
    if not text.strip():
        raise UnreadableFile(
            "the file holds no text (empty, or pictures alone); recognise the text (OCR) and save that"
        )
    return text


def _line(paragraph: Paragraph) -> str:
    label = paragraph.list_info.label if paragraph.list_info else ""
    if paragraph.list_info and not label:
        label = "•"
    text = _BROKEN.sub(" ", paragraph.text)
    return f"{label} {text}" if label else text


def _row(cells: list[str]) -> list[str]:
    """A row of short cells is one line; a cell of several paragraphs gives a line each."""
    filled = [cell for cell in cells if cell.strip()]
    if any("\n" in cell for cell in filled):
        return filled
    return ["\t".join(filled)]
