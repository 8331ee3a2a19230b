"""Small files of every format, made of invented paragraphs, for the tests of the readers."""

from __future__ import annotations

import io
import json
import struct
import zipfile
import zlib
from html import escape
from importlib.resources import files
from itertools import pairwise

from fpdf import FPDF

_SECTOR, _MINI = 512, 64
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def pdf(*paragraphs: str) -> bytes:
    """A PDF with a text layer in a Korean font."""
    made = FPDF()
    made.add_font("ko", fname=str(files("pylopdf_fonts_ko") / "NotoSansKR-Regular.otf"))
    made.set_font("ko", size=11)
    made.add_page()
    for paragraph in paragraphs:
        made.multi_cell(0, 8, paragraph, new_x="LMARGIN", new_y="NEXT")
    return bytes(made.output())


def scanned_pdf() -> bytes:
    """A PDF with a drawing and no text layer."""
    made = FPDF()
    made.add_page()
    made.rect(10, 10, 50, 50)
    return bytes(made.output())


def hwpx(*paragraphs: str, cells: tuple[str, ...] = (), extra: dict[str, bytes] | None = None) -> bytes:
    """An HWPX file: a table of one row of `cells` (if any), then the paragraphs. `extra`: further members."""
    body = "".join(f"<hp:p><hp:run><hp:t>{escape(text)}</hp:t></hp:run></hp:p>" for text in paragraphs)
    if cells:
        row = "".join(
            f'<hp:tc><hp:cellAddr colAddr="{column}" rowAddr="0"/><hp:cellSpan colSpan="1" rowSpan="1"/>'
            f"<hp:subList><hp:p><hp:run><hp:t>{escape(cell)}</hp:t></hp:run></hp:p></hp:subList></hp:tc>"
            for column, cell in enumerate(cells)
        )
        table = f'<hp:tbl rowCnt="1" colCnt="{len(cells)}"><hp:tr>{row}</hp:tr></hp:tbl>'
        body = f"<hp:p><hp:run>{table}</hp:run></hp:p>{body}"
    return hwpx_of(section(body), extra)


def section(body: str, *, doctype: str = "") -> bytes:
    """The XML of a section of HWPX."""
    namespaces = (
        'xmlns:hs="http://www.hancom.co.kr/hwpml/2011/section" '
        'xmlns:hp="http://www.hancom.co.kr/hwpml/2011/paragraph"'
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>{doctype}<hs:sec {namespaces}>{body}</hs:sec>'.encode()


def hwpx_of(section_xml: bytes, extra: dict[str, bytes] | None = None) -> bytes:
    """An HWPX file with the given section."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/hwp+zip")
        archive.writestr("Contents/section0.xml", section_xml)
        for name, data in (extra or {}).items():
            archive.writestr(name, data)
    return packed.getvalue()


def hwp(*paragraphs: str, properties: int = 1, section_data: bytes | None = None) -> bytes:
    """An HWP version 5 file. `properties`: bits of its header (1 compressed, 2 encrypted)."""
    header = (b"HWP Document File" + bytes(15) + struct.pack("<II", 0x05000300, properties)).ljust(256, b"\0")
    if section_data is None:
        section_data = _packed(b"".join(map(_paragraph, paragraphs)))
    return _compound(
        {"FileHeader": header, "DocInfo": _packed(b"")}, {"BodyText": {"Section0": section_data}}
    )


def _packed(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


def _paragraph(text: str) -> bytes:
    characters = (text + "\r").encode("utf-16-le")
    head = struct.pack("<IIHBBHHHI", len(characters) // 2, 0, 0, 0, 0, 0, 0, 0, 0)
    return _record(66, 0, head) + _record(67, 1, characters)


def _record(tag: int, level: int, payload: bytes) -> bytes:
    size = len(payload)
    if size < 0xFFF:
        return struct.pack("<I", tag | level << 10 | size << 20) + payload
    return struct.pack("<II", tag | level << 10 | 0xFFF << 20, size) + payload


def _compound(streams: dict[str, bytes], storages: dict[str, dict[str, bytes]]) -> bytes:
    """An OLE compound file; every stream shorter than 4,096 bytes, so that all stand in the mini stream."""
    entries: list[list[object]] = [["Root Entry", 5, _FREE, _FREE, _FREE, _END, 0]]
    mini, mini_fat = b"", []

    def add(name: str, kind: int, content: bytes) -> int:
        nonlocal mini
        start = len(mini_fat) if content else _END
        sectors = -(-len(content) // _MINI)
        mini_fat.extend([start + n + 1 for n in range(sectors - 1)] + [_END] * bool(sectors))
        mini += content.ljust(sectors * _MINI, b"\0")
        entries.append([name, kind, _FREE, _FREE, _FREE, start if kind == 2 else 0, len(content)])
        return len(entries) - 1

    def chain(parent: int, children: list[int]) -> None:
        # A tree that leans to the right, in the order of the format: shorter names first.
        ordered = sorted(children, key=lambda at: (len(str(entries[at][0])), str(entries[at][0]).upper()))
        entries[parent][4] = ordered[0]
        for at, following in pairwise(ordered):
            entries[at][3] = following

    top = [add(name, 2, content) for name, content in streams.items()]
    for name, inner in storages.items():
        storage = add(name, 1, b"")
        top.append(storage)
        chain(storage, [add(inside, 2, content) for inside, content in inner.items()])
    chain(0, top)

    directory_sectors = -(-len(entries) // 4)
    mini_fat_sectors = -(-len(mini_fat) // 128)
    mini_sectors = -(-len(mini) // _SECTOR)
    mini_fat_at = 1 + directory_sectors
    mini_at = mini_fat_at + mini_fat_sectors
    entries[0][5], entries[0][6] = mini_at, len(mini)

    def run(start: int, count: int) -> list[int]:
        return [start + n + 1 for n in range(count - 1)] + [_END]

    fat = [_FAT, *run(1, directory_sectors), *run(mini_fat_at, mini_fat_sectors), *run(mini_at, mini_sectors)]
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    header += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, mini_fat_at, mini_fat_sectors, _END, 0)
    header += struct.pack("<109I", 0, *[_FREE] * 108)
    directory = b""
    for name, kind, left, right, child, start, size in entries:
        encoded = str(name).encode("utf-16-le") + b"\0\0"
        directory += encoded.ljust(64, b"\0") + struct.pack("<HBB", len(encoded), int(str(kind)), 1)
        directory += struct.pack("<III", left, right, child) + bytes(36) + struct.pack("<IQ", start, size)
    directory = directory.ljust(directory_sectors * _SECTOR, b"\0")
    body = struct.pack(f"<{len(fat)}I", *fat).ljust(_SECTOR, b"\xff") + directory
    body += struct.pack(f"<{len(mini_fat)}I", *mini_fat).ljust(mini_fat_sectors * _SECTOR, b"\xff")
    return header + body + mini.ljust(mini_sectors * _SECTOR, b"\0")


def page(*paragraphs: str, head: str = "", around: tuple[str, str] = ("", "")) -> bytes:
    """A saved HTML page. `around`: HTML before and after the main text."""
    body = "".join(f"<p>{escape(text)}</p>" for text in paragraphs)
    markup = (
        f'<!DOCTYPE html><html><head><meta charset="utf-8">{head}</head><body>{around[0]}<div>{body}</div>'
    )
    return f"{markup}{around[1]}</body></html>".encode()


def markdown(title: str, *paragraphs: str) -> bytes:
    """A Markdown statement with front matter."""
    return (
        "---\ndate: '2022-03-01'\ntitle: \"" + title + '"\n---\n\n' + "\n\n".join(paragraphs) + "\n"
    ).encode()


def api_item(title: str, *paragraphs: str) -> bytes:
    """An item of the foreign ministry's API."""
    content = "".join(f"<p>{escape(text)}</p>" for text in paragraphs)
    item = {
        "title": title,
        "content": content,
        "updt_date": "2023-05-11",
        "file_url": "https://example.org/1.hwp",
    }
    return json.dumps(item, ensure_ascii=False).encode()
