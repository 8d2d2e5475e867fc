"""A second book, in another language and with other kinds: what the engine says and shows is all English."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

import handbook.strings
from handbook.book.report import Reporter
from handbook.book.uses import all_uses
from handbook.html import Audience, Medium
from handbook.render.renderer import Renderer
from handbook.strings import load
from tests.conftest import ENGLISH_BOOK, lines_of, render, whole

BOOK = ENGLISH_BOOK
FAULTS = yaml.safe_load((BOOK / "faults.yml").read_text(encoding="utf-8"))
STRINGS = handbook.strings.HERE
OTHERS = sorted(
    file.name
    for file in STRINGS.glob("*.yml")
    if not file.name.startswith("id.") and ".cari." not in file.name
)
EXAMPLES = ("salah", "benar")
"""Keys of texts that show sources: their braces are YAML, not placeholders."""


def test_the_book_has_no_problem() -> None:
    assert lines_of(BOOK) == []
    assert Reporter(load("en")).text([]) == "No problems.\n"


def test_mentions_are_found_as_this_book_spells_them() -> None:
    book = whole(BOOK)
    found = {(use.mention.words, use.mention.id) for use in all_uses(book)}
    expected = {
        ("Session 2 of Module 1", "tahap-1-2"),
        ("Session 2A", "tahap-1-2a"),
        ("Sessions 1", "tahap-1-1"),
        ("2", "tahap-1-2"),
        ("Handout 1.1", "bacaan-1-1"),
        ("Forms A", "ik-a"),
        ("B", "ik-b"),
        ("Annex A", "annex-a"),
        ("rows A", "ik-a-row-a"),
        ("B", "ik-a-row-b"),
        ("column (2)", "ik-a-kolom-2"),
        ("Act 12/2031", "act-12-2031"),
        ("Act 12 of 2031", "act-12-2031"),
        ("Section 4 of Act 12/2031", "act-12-2031"),
        ("Table 2.1", "tabel-2-1"),
        ("Figure 2.1", "gambar-2-1"),
    }
    assert expected <= found
    assert {id_ for _, id_ in found if not book.targets.get(id_)} == set()


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault["new"])
def test_a_fault_is_told_in_english(tmp_path: Path, fault: dict[str, str]) -> None:
    path = shutil.copytree(BOOK, tmp_path / "book") / "docs" / fault["file"]
    text = path.read_text(encoding="utf-8")
    assert text.count(fault["old"]) == 1
    path.write_text(text.replace(fault["old"], fault["new"]), encoding="utf-8")
    assert f"docs/{fault['file']}:{fault['line']}" in lines_of(tmp_path / "book")


@pytest.mark.parametrize("medium", list(Medium))
def test_no_page_shows_an_indonesian_word(medium: Medium) -> None:
    book = whole(BOOK)
    foreign = words_of(texts("id.yml")) - words_of(texts("en.yml"))
    renderer = Renderer(book, Audience.FACILITATOR, medium)
    for uri in book.pages:
        assert words_of([(uri, seen(renderer, uri))]) & foreign == set(), uri


def seen(renderer: Renderer, uri: str) -> str:
    """All words of a page that readers see or hear."""
    html = render(renderer, uri)
    return " ".join([*re.findall(r'(?:aria-label|alt|title)="([^"]*)"', html), re.sub(r"<[^>]+>", " ", html)])


def texts(file: str) -> list[tuple[str, str]]:
    """Every text of a language file with its dotted key; a list of words is one text."""
    tree: dict[str, Any] = yaml.load((STRINGS / file).read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return list(leaves(tree))


def leaves(value: Any, key: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for name, child in value.items():
            yield from leaves(child, f"{key}.{name}".lstrip("."))
    else:
        assert isinstance(value, str | list), f"{key}: {value!r} is no text"
        yield key, value if isinstance(value, str) else "\n".join(map(str, value))


def words_of(found: list[tuple[str, str]]) -> set[str]:
    """All words of some texts, without placeholders."""
    return {
        word for _, text in found for word in re.findall(r"[a-z]{3,}", re.sub(r"\{\w+\}", " ", text).lower())
    }


@pytest.mark.parametrize("file", OTHERS)
def test_a_language_file_has_the_keys_and_placeholders_of_the_first(file: str) -> None:
    ours, theirs = dict(texts(f"id.{file.split('.', 1)[1]}")), dict(texts(file))
    assert list(theirs) == list(ours)
    for key, text in ours.items():
        if not key.endswith(EXAMPLES):
            assert placeholders(theirs[key]) == placeholders(text), key


def placeholders(text: str) -> list[str]:
    return sorted(re.findall(r"\{\w*\}|%\w", text))


@pytest.mark.parametrize("file", ["id.masalah.yml", "en.masalah.yml"])
def test_no_text_about_a_problem_is_cut_off(file: str) -> None:
    prose = [(key, text) for key, text in texts(file) if not key.endswith(EXAMPLES)]
    assert [key for key, text in prose if not text.endswith((".", "?", "}"))] == []
