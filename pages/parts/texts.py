"""The texts at hand: files in build/texts and those added on a page, which stay in the session.

The ledger ships facts and counts of words, never texts.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import streamlit as st

from loaders.formats import read_bytes
from loaders.layout import lay_out
from loaders.text import UnreadableFile
from pages.parts.view import View

FOLDER = Path(__file__).parents[2] / "build" / "texts"
_ADDED = "texts-added"
_READ = "texts-read"


@dataclass(frozen=True, slots=True)
class Text:
    """A text at hand: its file's name; its address and year where the file says so; the text as it was read and
    laid out (places of evidence count characters of the first); its number of words.
    """

    name: str
    address: str | None
    year: int | None
    original: str
    text: str
    n_words: int


def ask_for_texts(view: View, key: str, label: str) -> None:
    """A place to drop files; they are kept beside the widget, which forgets when another view is opened."""
    files = st.file_uploader(
        view.words(label), accept_multiple_files=True, key=key, help=view.words("texts-add-help")
    )
    added: dict[str, bytes] = st.session_state.setdefault(_ADDED, {})
    added.update({file.name: file.getvalue() for file in files or []})


def texts_at_hand() -> tuple[list[Text], dict[str, UnreadableFile]]:
    """The texts, and why a file gives none, by its name."""
    found: dict[str, bytes] = {}
    if FOLDER.is_dir():
        found = {path.name: path.read_bytes() for path in sorted(FOLDER.iterdir()) if path.is_file()}
    texts, unreadable = [], {}
    for name, data in {**found, **st.session_state.get(_ADDED, {})}.items():
        try:
            texts.append(_read(name, data))
        except UnreadableFile as error:
            unreadable[name] = error
    return texts, unreadable


def text_of(release: pd.Series) -> Text | None:
    """The text at hand of a release: the file that names its address, or one without address of its length."""
    for text in texts_at_hand()[0]:
        if text.address == release["source_url"] if text.address else len(text.text) == release["n_chars"]:
            return text
    return None


def _read(name: str, data: bytes) -> Text:
    """Laid out once a session: nothing of it is kept on the server's disk or shared between sessions."""
    known: dict[tuple[str, bytes], Text] = st.session_state.setdefault(_READ, {})
    if (name, data) not in known:
        source = read_bytes(data, name)
        text = lay_out(source).text
        published = source.metadata.get("published", "")
        known[name, data] = Text(
            name,
            source.metadata.get("source_url"),
            int(published[:4]) if published[:4].isdigit() else None,
            source.text,
            text,
            len(text.split()),
        )
    return known[name, data]
