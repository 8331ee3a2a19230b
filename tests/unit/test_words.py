"""The words of the interface: none missing, none idle, the same fields in both languages."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest

from loaders.tables import load_tables
from pages.parts.words import LANGUAGES, NAMED, WORDS, Words, names, phrases

ROOT = Path(__file__).parents[2]
CODE = [ROOT / "dashboard.py", *sorted((ROOT / "pages").rglob("*.py"))]
# A phrase is asked for as words("key") or view.words("key"); a key may be built as f"group-{code}".
ASKED = re.compile(r"""\bwords\(\s*(f?)["']([^"']+)["']""")
CODED = re.compile(r"""\.code\(\s*["']([^"']+)["']""")
HANGUL = re.compile("[가-힣]")


def asked_keys() -> dict[str, str]:
    """Every phrase key that code asks for, with the file; a built key ends in the part before its first field."""
    found = {}
    for path in CODE:
        source = path.read_text(encoding="utf8")
        for built, key in ASKED.findall(source):
            found[key.split("{")[0] + "*" if built and "{" in key else key] = path.name
        for group in CODED.findall(source):
            found[f"{group}-*"] = path.name
    return found


@pytest.mark.parametrize(("key", "file"), sorted(asked_keys().items()))
def test_every_phrase_that_code_asks_for_exists(key: str, file: str) -> None:
    if key.endswith("*"):
        assert any(known.startswith(key[:-1]) for known in phrases()), f"{file} asks for {key}"
    else:
        assert key in phrases(), f"{file} asks for {key}: add it to a file in {WORDS.relative_to(ROOT)}"


def test_no_phrase_is_idle() -> None:
    exact = {key for key in asked_keys() if not key.endswith("*")}
    groups = tuple(key[:-1] for key in asked_keys() if key.endswith("*"))
    literals = set(
        re.findall(r"""["']([a-z0-9]+(?:-[a-z0-9]+)+)["']""", "\n".join(p.read_text() for p in CODE))
    )
    idle = [key for key in phrases() if key not in exact | literals and not key.startswith(groups)]
    assert not idle


@pytest.mark.parametrize("key", sorted(phrases()))
def test_both_languages_have_the_same_fields(key: str) -> None:
    def fields(text: str) -> set[str]:
        return {name for _, name, _, _ in Formatter().parse(text.split("|")[-1]) if name}

    english, korean = (phrases()[key][lang] for lang in LANGUAGES)
    assert fields(english) - {"n"} == fields(korean) - {"n"}


@pytest.mark.parametrize("kind", sorted(NAMED))
def test_every_name_stands_in_both_languages(kind: str) -> None:
    missing = [code for code, row in names(kind).items() if not row["name_en"] or not row["name_ko"]]
    assert not missing


def test_no_words_in_page_code() -> None:
    """Hangul in code is a word that escaped the files (the language switch names itself)."""
    escaped = {
        path.name: HANGUL.findall(path.read_text(encoding="utf8"))
        for path in CODE
        if HANGUL.search(path.read_text(encoding="utf8").replace('"한국어"', ""))
    }
    # U+1100 marks where Hangul begins when text is measured.
    assert not escaped


def test_plural_forms_follow_the_number() -> None:
    words = Words("en")
    assert words("count-releases", n=1) == "1 release"
    assert words("count-releases", n=0) == "0 releases"
    assert words("upgrades-title", n=0, years="2021").startswith("No partner")


def test_unknown_code_shows_itself() -> None:
    assert Words("ko").country("XXX") == "XXX"


def test_an_issuer_is_named_for_people_and_one_nobody_named_stands_as_it_is() -> None:
    words = Words("en")
    assert words.issuer("MOFA-KR") == "Korean Foreign Ministry"
    assert words.issuer("MOFA-KR (via 7-star.net)") == "Korean Foreign Ministry (via 7-star.net)"
    assert Words("ko").issuer("White House") == "백악관"
    assert words.issuer("Hanoi Times") == "Hanoi Times"


def test_every_ministry_of_the_ledger_has_a_name() -> None:
    """A code such as MOFA-KR is for files; a reader sees a name."""
    tables = load_tables()
    said = {*tables.releases["issuer"].dropna(), *tables.partnership_steps["issuer"].dropna()}
    coded = {name for name in said if re.fullmatch(r"[A-Za-z0-9]+-[A-Z]{2}", name.partition(" (")[0])}
    assert not [name for name in coded if Words("en").issuer(name) == name]
