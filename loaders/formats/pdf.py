"""PDF, decoded by PDFium (pypdfium2): the lines of each page. Runs in `worker`."""

from __future__ import annotations

import re

import pypdfium2
from pypdfium2.raw import FPDF_ERR_PASSWORD, FPDF_GetLastError

from loaders.text import UnreadableFile

_MOST_PAGES = 1000
# PDFium writes a hyphen at which a word was broken as one of these.
_BROKEN_HYPHEN = re.compile("[\x02\ufffe]")


def read(data: bytes) -> str:
    """The text of a PDF, pages apart by a form feed. Raises `UnreadableFile`.

    What a PDF calls its title is left alone: it is mostly the name of a file or of a template.
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if FPDF_GetLastError() == FPDF_ERR_PASSWORD:
            raise UnreadableFile(
                "the file is encrypted; open it with its password and save it without one"
            ) from error
        raise UnreadableFile("the file is damaged or cut short; download it again") from error
    try:
        pages = min(len(document), _MOST_PAGES)
        text = "\f".join(_page(document, number) for number in range(pages))
    finally:
        document.close()
    if not text.strip():
        raise UnreadableFile(
            "the file holds no text, only pictures (a scan); recognise its text (OCR) and save that"
        )
    return text


def _page(document: pypdfium2.PdfDocument, number: int) -> str:
    """The lines of a page; nothing when the page is damaged."""
    try:
        page = document[number]
    except pypdfium2.PdfiumError:
        return ""
    return _BROKEN_HYPHEN.sub("-", page.get_textpage().get_text_bounded())
