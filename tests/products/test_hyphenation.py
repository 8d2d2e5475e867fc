"""Words that the printed book breaks at the end of a line: each at the border of two syllables."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from tests.products.making import Products
from tests.products.paper import Paper
from tests.products.syllables import is_right

pytestmark = pytest.mark.pdf

BROKEN = re.compile(r"(?P<before>(?:\w+-)*)(?P<left>\w+)\ufffe(?P<right>\w+)")
"""PDFium's sign for a hyphen at the end of a line, with what it parts."""
COMPOUND = re.compile(r"\w+(?:-\w+)+")


@pytest.fixture(scope="module")
def compounds(products: Products) -> frozenset[str]:
    """The words of the book's sources that have a hyphen of their own."""
    files = [
        products.root / "handbook.yml",
        *products.root.glob("docs/**/*.md"),
        *products.root.glob("docs/**/*.yml"),
    ]
    return frozenset(
        word.lower() for file in files for word in COMPOUND.findall(file.read_text(encoding="utf-8"))
    )


def broken(paper: Paper, compounds: frozenset[str]) -> Iterator[tuple[str, str, str]]:
    """Page, left part and right part of each word that is broken where it has no hyphen of its own."""
    for label, text in zip(paper.labels, paper.texts, strict=True):
        for match in BROKEN.finditer(text):
            left, right = match["left"], match["right"]
            if left.lower() != right.lower() and not _is_compound(match, compounds):
                yield label, left, right


def _is_compound(match: re.Match[str], compounds: frozenset[str]) -> bool:
    word = f"{match['before']}{match['left']}-{match['right']}".lower()
    return any(f"-{word}-" in f"-{compound}-" for compound in compounds)


def test_every_word_is_broken_between_syllables(paper: Paper, compounds: frozenset[str]) -> None:
    """A word found here is broken wrongly, or it has to be read and added to penggalan.txt."""
    found = list(broken(paper, compounds))
    assert len({left + right for _, left, right in found}) > 300
    assert [f"{page}: {left}-{right}" for page, left, right in found if not is_right(left, right)] == []


def test_a_break_leaves_four_letters_on_either_side(paper: Paper, compounds: frozenset[str]) -> None:
    short = [
        f"{page}: {left}-{right}"
        for page, left, right in broken(paper, compounds)
        if min(len(left), len(right)) < 4
    ]
    assert short == []
