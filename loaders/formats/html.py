"""Saved HTML pages of ministries, parsed by lxml: the main text, a line a paragraph, list item or table row.

Menus, banners and footers are dropped by what they are (elements, roles, names, lists of nothing but links),
never when most of the page's text stands in them.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import NamedTuple

from lxml import etree
from lxml import html as lxml_html

from loaders.formats import plain
from loaders.text import SourceText, UnreadableFile

# A page of more elements than this would need too much memory.
_MOST_ELEMENTS = 60_000

_START = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*){0,5}"
    rb"<(?:!doctype\s+html|html|head|body|title|meta|div|article|main|p|h1|table|center)\b",
    re.I | re.S,
)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,20})", re.I)


def _names(words: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", words))


_NO_TEXT = _names(
    "script style noscript template svg math iframe object embed canvas audio video map head nav footer aside"
    " select button input textarea dialog"
)
_ROLES = _names("navigation banner contentinfo search complementary menu menubar toolbar dialog")
_NAMES = re.compile(
    r"(?:^|[-_\s])(?:nav|navi|navigation|gnb|lnb|snb|menu|breadcrumbs?|footer|sidebar|skip|skipnav|sns|share|sharing|"
    r"social|cookies?|related|pagination|paging|banner|search|comments?|satisfaction|copyright|quickmenu|"
    r"toolbar|popup|prevnext|prev_next|sitemap)(?:$|[-_\s])",
    re.I,
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_BLOCKS = _names(
    "address article blockquote body br caption center dd details div dl dt fieldset figcaption figure form"
    " h1 h2 h3 h4 h5 h6 header hr html legend li main ol p pre section summary table tbody tfoot thead tr ul"
)
_CELLS = frozenset(("td", "th"))
_ON_A_LINE = frozenset(("br", "dt", "dd", "td", "th"))
_SPACE = re.compile(r"[ \t\r\n\f\v]+")
_LISTED = re.compile(r"\s*(?:[□■○◦●•ㅇ※*▴▲△▶▷◇◆☞·-]|\(?\d{1,2}[.)]|[가-하][.)]|[①-⑳])")

_TITLES = ("og:title", "twitter:title", "dc.title")
_DATES = (
    "article:published_time",
    "date",
    "dc.date",
    "dcterms.date",
    "dcterms.issued",
    "pubdate",
    "publishdate",
)
_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


def is_html(data: bytes) -> bool:
    """Whether bytes begin as an HTML page does."""
    head = data[:4000]
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        head = head.decode("utf-16", errors="ignore").encode()
    return _START.match(head) is not None


def decode(data: bytes) -> str:
    """The page's characters: UTF-8 or UTF-16 where they are, or else what the page says of itself."""
    said = _CHARSET.search(data[:4000])
    if said:
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            encoding = (
                said[1].decode("ascii").lower().replace("ks_c_5601-1987", "cp949").replace("euc-kr", "cp949")
            )
            try:
                return plain.tidy(data.decode(encoding))
            except (LookupError, UnicodeDecodeError):
                pass
    return plain.decode(data)


def read(text: str) -> SourceText:
    """A page as a source, with `title`, `published` and `source_url` where the page has them.

    Raises `UnreadableFile` when the page holds no text.
    """
    if text.count("<") > _MOST_ELEMENTS:
        raise UnreadableFile("the file is a page of too many elements; save the release alone, or as text")
    root = _parse(text)
    if root is None:
        raise UnreadableFile(
            "the file is a page without text; save the release itself, not a list or a frame"
        )
    metadata = _metadata(root)
    body = _lines(root)
    if not body:
        raise UnreadableFile(
            "the file is a page without text (perhaps drawn by a script); save it again from the browser"
        )
    title = metadata.get("title")
    if title and not any(_same(title, line) for line in body.split("\n", 12)[:12]):
        body = f"{title}\n{body}"
    return SourceText(plain.tidy(body), "html", metadata)


def text_of(fragment: str) -> str:
    """The text of a piece of HTML, a line a block; plain text is given back with its lines."""
    if "<" not in fragment and "&" not in fragment:
        return fragment
    if not re.search(r"<(?:br|p|div|table|li|h\d)\b", fragment, re.I):
        fragment = fragment.replace("\n", "<br>")
    root = _parse(fragment)
    return "" if root is None else _lines(root)


def _parse(text: str) -> lxml_html.HtmlElement | None:
    parser = lxml_html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        return lxml_html.document_fromstring(text.encode("utf-8", errors="replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, AssertionError):
        return None


def _metadata(root: lxml_html.HtmlElement) -> dict[str, str]:
    said: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        if name and meta.get("content"):
            said.setdefault(name, meta.get("content").strip())
    metadata = {}
    headline = next(root.iter("h1"), None)
    named = next(root.iter("title"), None)
    titles = [said.get(name) for name in _TITLES]
    titles += [
        _SPACE.sub(" ", found.text_content()).strip() for found in (headline, named) if found is not None
    ]
    title = next((title for title in titles if title), None)
    if title:
        metadata["title"] = title
    dates = [said.get(name, "") for name in _DATES] + [
        time.get("datetime") or "" for time in root.iter("time")
    ]
    date = next((found for found in map(_DATE.match, dates) if found), None)
    if date:
        metadata["published"] = date[0]
    links = [link.get("href") for link in root.iter("link") if (link.get("rel") or "").lower() == "canonical"]
    address = next((url.strip() for url in [*links, said.get("og:url")] if url), "")
    if address.startswith(("https://", "http://")):
        metadata["source_url"] = address
    return metadata


def _same(title: str, line: str) -> bool:
    squeezed, other = "".join(title.split()), "".join(line.split())
    return bool(other) and (squeezed in other or (len(other) > 8 and other in squeezed))


def _lines(root: lxml_html.HtmlElement) -> str:
    """The main text under `root`."""
    body = root.find("body")
    if body is None:
        body = root
    for element in list(body.iter(*_NO_TEXT)):
        _drop(element)
    weights = _weigh(body)
    whole = weights[body].text
    for element, weight in weights.items():
        if 2 * weight.text < whole and _is_furniture(element, weight):
            _drop(element)
    for element in [*body.iter("main"), *body.iter("article"), *body.xpath(".//*[@role='main']")]:
        if 2 * weights[element].text > whole:
            body = element
            break
    return _render(body)


def _drop(element: lxml_html.HtmlElement) -> None:
    if element.getparent() is not None:
        element.drop_tree()


class _Weight(NamedTuple):
    """What an element holds: characters of text, how many of them in links, and links."""

    text: int
    linked: int
    links: int


def _weigh(body: lxml_html.HtmlElement) -> dict[lxml_html.HtmlElement, _Weight]:
    """The weight of each element, found in one walk."""
    weights: dict[lxml_html.HtmlElement, _Weight] = {}
    for _, element in etree.iterwalk(body, events=("end",)):
        text, linked, links = len((element.text or "").strip()), 0, 0
        for child in element:
            inner = weights[child]
            text += inner.text + len((child.tail or "").strip())
            linked += inner.linked
            links += inner.links
        if element.tag == "a":
            linked, links = text, 1
        weights[element] = _Weight(text, linked, links)
    return weights


def _is_furniture(element: lxml_html.HtmlElement, weight: _Weight) -> bool:
    if element.tag in ("html", "body", "main", "article"):
        return False
    if element.get("role") in _ROLES or element.get("hidden") is not None:
        return True
    if _HIDDEN.search(element.get("style") or ""):
        return True
    if _NAMES.search(f"{element.get('class', '')} {element.get('id', '')}"):
        return True
    return element.tag in ("ul", "ol") and weight.links >= 3 and weight.linked > 0.8 * weight.text


def _render(root: lxml_html.HtmlElement) -> str:
    """Walk the elements: blocks begin a line, cells of a row stand apart by a tab, list items get their sign.

    A cell with one paragraph stays on its row's line; a cell with several breaks it.
    """
    parts: list[str] = []
    numbers: dict[lxml_html.HtmlElement, int] = {}
    flat: lxml_html.HtmlElement | None = None
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag
        if event == "start":
            if tag in _CELLS or tag == "dd":
                parts.append("\t")
                if flat is None and sum(1 for _ in islice(element.iterdescendants(*_BLOCKS), 2)) < 2:
                    flat = element
            elif tag in _BLOCKS and flat is None:
                parts.append("\n")
            if tag == "li":
                parts.append(_sign(element, numbers))
            if element.text:
                parts.append(element.text if tag == "pre" else _SPACE.sub(" ", element.text))
        else:
            if element is flat:
                flat = None
            elif tag in _BLOCKS and tag not in _ON_A_LINE and flat is None:
                parts.append("\n")
            if element.tail and element is not root:
                parts.append(_SPACE.sub(" ", element.tail))
    lines = ["\t".join(filter(None, map(str.strip, line.split("\t")))) for line in "".join(parts).split("\n")]
    return "\n".join(filter(None, lines))


def _sign(item: lxml_html.HtmlElement, numbers: dict[lxml_html.HtmlElement, int]) -> str:
    """The sign of a list item, or none where its text brings one. `numbers`: items so far, by list."""
    if _LISTED.match("".join(islice(item.itertext(), 4))[:40]):
        return ""
    parent = item.getparent()
    if parent is None or parent.tag != "ol":
        return "• "
    numbers[parent] = numbers.get(parent, 0) + 1
    return f"{numbers[parent]}. "
