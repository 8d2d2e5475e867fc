"""The lists that the book makes of itself, on paper."""

from __future__ import annotations

import re

import pytest
import yaml

from tests.products.making import Products
from tests.products.paper import Paper

pytestmark = pytest.mark.pdf


def pages_of(paper: Paper, title: str) -> list[int]:
    """The pages whose foot says this title."""
    return [number for number in range(len(paper.labels)) if title in paper.foot_of(number)]


def test_the_check_list_prints_on_two_pages(paper: Paper) -> None:
    assert 1 <= len(pages_of(paper, "Sebelum berangkat")) <= 2


def test_nothing_of_the_check_list_is_lost_on_paper(paper: Paper, products: Products) -> None:
    printed = letters(" ".join(paper.texts[number] for number in pages_of(paper, "Sebelum berangkat")))
    for file in sorted((products.root / "docs").glob("modul-*/ik-*.yml")):
        for needed in yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader).get(
            "perlu_data", []
        ):
            assert letters(needed) in printed, f"{file.stem}: {needed}"


def letters(text: str) -> str:
    """Letters and digits alone: line breaks and hyphens do not count."""
    return re.sub(r"[^\w]", "", text.casefold())


def test_the_list_of_forms_gives_the_page_of_each(paper: Paper) -> None:
    text = " ".join(paper.texts[number] for number in pages_of(paper, "Daftar instrumen"))
    words = " ".join(text.split())
    forms = sorted((name for name in paper.destinations() if re.fullmatch(r"ik-\d+-\d+", name)), key=_order)
    places = [words.index(f"IK {name[3:].replace('-', '.')} ") for name in forms]
    ends = [*places[1:], len(words)]
    for name, start, end in zip(forms, places, ends, strict=True):
        assert paper.labels[paper.page_of(name)] in words[start:end].split(), name


def _order(name: str) -> tuple[int, int]:
    _, module, number = name.split("-")
    return int(module), int(number)
