"""Pages of the print that are kept are those that would be drawn, whichever page was edited."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from handbook import checks
from handbook.book.book import Book
from handbook.html import Audience
from handbook.memory.store import CACHE
from handbook.print.documents import html_parts
from tests.conftest import ENGLISH_BOOK, PROJECT
from tests.memory.edits import PROSE
from tests.sources import copy_texts


def book_in(root: Path) -> Book:
    book, _ = checks.run(root)
    assert book is not None
    return book


def html(root: Path) -> dict[str, str]:
    return {part.name: part.html for part in html_parts(book_in(root), Audience.PARTICIPANT)}


def drawn_anew(root: Path) -> dict[str, str]:
    """The HTML without anything that was kept; what was kept is then back."""
    kept, aside = root / CACHE, root / "aside"
    kept.rename(aside)
    found = html(root)
    shutil.rmtree(kept)
    aside.rename(kept)
    return found


@pytest.mark.parametrize(
    "source", [ENGLISH_BOOK, pytest.param(PROJECT, marks=[pytest.mark.slow, pytest.mark.timeout(0)])]
)
def test_after_a_sentence_on_any_page_all_pages_are_as_if_drawn_anew(tmp_path: Path, source: Path) -> None:
    root = copy_texts(source, tmp_path / "book")
    html(root)
    edited = 0
    for page in book_in(root).pages.values():
        file = root / page.path
        text = file.read_text(encoding="utf-8")
        if page.path.endswith(".md") and (found := PROSE.search(text, len(text) - len(page.text.body))):
            file.write_text(text[: found.end()] + " Anew.[^n]" + text[found.end() :] + "\n[^n]: Note.\n")
            edited += 1
            assert html(root) == drawn_anew(root), page.path
    assert edited > 5
