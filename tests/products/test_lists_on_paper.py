"""The lists that the book makes of itself, on paper."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from tests.products.making import Products
from tests.products.paper import Paper

pytestmark = pytest.mark.pdf

CHECK_LIST = ("sebelum-berangkat", "program")  # the page and the one after it


def pages_of(paper: Paper, page: str, following: str) -> range:
    """The pages of an appendix, up to the one on which the next begins."""
    return range(paper.page_of(page), paper.page_of(following) + 1)


def test_the_check_list_prints_on_two_pages(paper: Paper) -> None:
    assert 1 <= len(pages_of(paper, *CHECK_LIST)) <= 3  # it begins and ends within a page


def test_nothing_of_the_check_list_is_lost_on_paper(paper: Paper, products: Products) -> None:
    printed = letters(" ".join(paper.texts[number] for number in pages_of(paper, *CHECK_LIST)))
    for file in sorted((products.root / "docs").glob("modul-*/ik-*.yml")):
        for needed in yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader).get(
            "perlu_data", []
        ):
            assert letters(needed) in printed, f"{file.stem}: {needed}"


def letters(text: str) -> str:
    """Letters and digits alone: line breaks and hyphens do not count."""
    return re.sub(r"[^\w]", "", text.casefold())


def test_the_list_of_forms_gives_the_page_of_each(paper: Paper, products: Products) -> None:
    text = " ".join(paper.texts[number] for number in pages_of(paper, "instrumen", "kompetensi"))
    words = " ".join(text.split())
    files = sorted((products.root / "docs").glob("modul-*/ik-*.yml"), key=lambda file: _order(file.stem))
    starts = [words.index(_start(file)) for file in files]
    for file, start, end in zip(files, starts, [*starts, len(words)][1:], strict=True):
        assert paper.labels[paper.page_of(file.stem)] in words[start:end].split(), file.stem


def _start(file: Path) -> str:
    """How the row of a form begins: its code and the first word of its title."""
    form = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return f"IK {form['nomor']} {form['judul'].split()[0]}"


def _order(name: str) -> tuple[int, int]:
    _, module, number = name.split("-")
    return int(module), int(number)
