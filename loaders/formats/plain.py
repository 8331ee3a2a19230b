"""Plain text: UTF-8 with and without a mark, UTF-16, CP949; the rest as charset-normalizer sees it."""

from __future__ import annotations

import codecs
import re
import unicodedata

from loaders.text import SourceText, UnreadableFile

_BREAKS = re.compile("\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_LOOSE_JAMO = re.compile("[\u1100-\u11ff]")
# More lines would need more memory than a file may take.
_MOST_LINES = 300_000
_UNREADABLE = UnreadableFile(
    "the characters cannot be told (mixed or unknown encoding); save the file as UTF-8"
)


def decode(data: bytes) -> str:
    """The text of `data`, tidied. Raises `UnreadableFile` when it is no text."""
    return tidy(_decoded(data))


def read(text: str) -> SourceText:
    """Plain text as a source."""
    return SourceText(text, "plain")


def tidy(text: str) -> str:
    """Line breaks as newlines, other control characters as spaces, Hangul composed.

    Raises `UnreadableFile` when no text is left, or more lines than a release has.
    """
    if _BREAKS.search(text):
        text = _BREAKS.sub("\n", text)
    if _CONTROLS.search(text):
        text = _CONTROLS.sub(" ", text)
    if _LOOSE_JAMO.search(text):
        text = unicodedata.normalize("NFC", text)
    if not text.strip():
        raise UnreadableFile("the file holds no text; if it is a scan, recognise its text (OCR) first")
    if text.count("\n") > _MOST_LINES:
        raise UnreadableFile("the file has more lines than any release; give the release alone")
    return text


def _decoded(data: bytes) -> str:
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError as error:
                raise _UNREADABLE from error
    sixteen = _unmarked_utf16(data)
    for encoding in [sixteen] if sixteen else ["utf-8", "cp949"]:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _is_text(text):
            return text
        raise UnreadableFile("the file is binary, not text; give the release as text, HTML, PDF, HWP or HWPX")
    return _guessed(data)


def _unmarked_utf16(data: bytes) -> str | None:
    """UTF-16 without a mark: even length and many zero bytes on one side of each pair."""
    head = data[:4000]
    if len(data) % 2 or not head:
        return None
    low, high = head[0::2].count(0), head[1::2].count(0)
    pairs = len(head) / 2
    if high > 0.1 * pairs and low < 0.02 * pairs:
        return "utf-16-le"
    if low > 0.1 * pairs and high < 0.02 * pairs:
        return "utf-16-be"
    return None


def _is_text(text: str) -> bool:
    """Few control characters: a stray one is an accident, many are a binary file."""
    head = text[:20_000]
    return len(_CONTROLS.findall(head)) <= 0.02 * len(head) + 1


def _guessed(data: bytes) -> str:
    from charset_normalizer import from_bytes  # slow to load, and almost never needed

    best = from_bytes(data[:200_000], cp_exclusion=["utf_7"]).best()
    if best is None:
        raise _UNREADABLE
    text = data.decode(best.encoding, errors="replace")
    if not _is_text(text) or text.count("\ufffd") > 0.01 * len(text):
        raise _UNREADABLE
    return text
