"""A block whose argument names nothing there is: refused by the checks, marked on the page of a preview."""

from __future__ import annotations

import re

import pytest

from handbook.book.read import read
from handbook.html import Audience, Medium
from handbook.render.lists import LISTINGS
from handbook.render.renderer import Renderer
from handbook.source.blocknames import BLOCKS, LISTS
from tests.conftest import CopyOf, lines_of, render

WRONG = ("instrumen | ik-9-9", "kuis | kuis-9", "daftar | sayur", "modul | panen")
PAGE = "docs/modul-02/index.md"


@pytest.mark.parametrize("block", WRONG)
def test_it_is_marked_and_never_mistaken_for_a_sentence(block: str, copy_of: CopyOf) -> None:
    root = copy_of()
    page = root / PAGE
    page.write_text(f"{page.read_text(encoding='utf-8')}\n/// {block}\n///\n", encoding="utf-8")
    book, _ = read(root)
    assert book is not None
    html = render(Renderer(book, Audience.PARTICIPANT, Medium.SITE), "modul-02/index.md")
    assert re.findall(r'<p class="problem">(.+?)</p>', html) == [f"/// {block}"]
    assert any(line.startswith(PAGE) for line in lines_of(root))


def test_every_list_that_may_be_named_can_be_drawn() -> None:
    assert {*LISTINGS} == {*LISTS}
    assert all(BLOCKS["daftar"].pattern.fullmatch(name) for name in LISTS)
    assert not BLOCKS["daftar"].pattern.fullmatch("istilah|peraturan")
