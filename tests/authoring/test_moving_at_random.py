"""Random moves, and moves in the book of this project: sound after each, and as before when undone."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from handbook import checks
from handbook.authoring.moving.change import SourceChange, change, left_behind
from handbook.authoring.moving.wish import COUNTED, renaming_of, series
from handbook.authoring.shadow import lay_out
from handbook.book import Book
from handbook.problem import RefusedError
from handbook.site.host import settings
from handbook.site.redirects import redirects
from tests.authoring.moving import move, put, state, three
from tests.conftest import PROJECT, whole

__all__ = ["three"]
LATER = "soal-belum-dipelajari"
"""A module would review what comes after it: the command refuses such a move."""


def wishes(book: Book, dice: random.Random) -> Iterator[tuple[str, str]]:
    """Random wishes over everything that can be moved."""
    rows = [series(book, kind, plan.number) for plan in book.settings.modules for kind in COUNTED]
    rows = [row for row in rows if len(row) > 1]
    pages = [page.uri[:-3] for page in book.pages.values() if page.kind == "halaman" and page.address]
    pages = [name for name in pages if not name.endswith("index")]
    while True:
        match dice.randrange(10):
            case 0 | 1:
                first, second = dice.sample([plan.number for plan in book.settings.modules], 2)
                yield f"modul-{first}", f"modul-{second}"
            case 2:
                name = dice.choice(pages)
                yield name, f"{name}-baru"
            case _:
                one, other = dice.sample(dice.choice(rows), 2)
                yield one.id, other.id


def test_random_moves_are_undone_by_their_reverse(three: Path) -> None:
    before = state(three)
    dice = random.Random(24)
    for (what, to), _ in zip(wishes(whole(three), dice), range(6), strict=False):
        move(three, what, to)
        move(three, to, what)
        assert state(three) == before, (what, to)


@pytest.mark.parametrize(("what", "to"), [("tahap-5-3", "tahap-5-4"), ("ik-7-1", "ik-7-4")])
def test_parts_of_the_real_book_move(project_book: Book, tmp_path: Path, what: str, to: str) -> None:
    assert sound_after(project_book, what, to, tmp_path / "book")[0] == []


def sound_after(book: Book, what: str, to: str, folder: Path) -> tuple[list[str], SourceChange]:
    """Problems and files left behind when something moves in a copy of a book, and back; and the change."""
    made = change(book, renaming_of(book, what, to))
    folder.mkdir()
    lay_out(book.root, folder, made.files, made.removed)
    moved, problems = checks.run(folder)
    assert moved is not None
    faults = [f"{item.place} {item.kind}" for item in problems] + left_behind(made, moved)
    faults += sorted(addresses(book) - addresses(moved) - redirects(moved).keys())
    put(folder, change(moved, renaming_of(moved, to, what)))
    wrong = [path for path, content in state(book.root).items() if state(folder).get(path) != content]
    return [*faults, *wrong, *({*state(folder)} - {*state(book.root)})], made


def addresses(book: Book) -> set[str]:
    return {page.address for page in book.pages.values()}


def is_torn(book: Book, what: str, to: str) -> bool:
    """Whether a move would tear a range apart, for which it is refused."""
    try:
        change(book, renaming_of(book, what, to))
    except RefusedError as refused:
        return refused.key == "rentang"
    return False


@pytest.mark.slow
def test_a_hundred_random_moves_of_the_real_book(tmp_path: Path) -> None:
    """Torn ranges are refused, and by the check a module that would review what comes later."""
    lay_out(PROJECT, tmp_path, {})
    book, dice = whole(tmp_path), random.Random(2026)
    wanted = (wish for wish in wishes(book, dice) if not is_torn(book, *wish))
    moved = 0
    while moved < 100:
        what, to = next(wanted)
        faults, _ = sound_after(book, what, to, tmp_path / "copy")
        shutil.rmtree(tmp_path / "copy")
        forbidden = [fault for fault in faults if fault.endswith(LATER)]
        assert faults == forbidden, (what, to)
        moved += not forbidden


@pytest.mark.slow
def test_after_many_moves_every_old_address_answers_on_the_site(tmp_path: Path) -> None:
    """A page stands there, or one that leads to a page."""
    root = tmp_path / "book"
    root.mkdir()
    lay_out(PROJECT, root, {})
    before, dice, moved = whole(root), random.Random(7), 0
    while moved < 30:
        book = whole(root)
        what, to = next(wish for wish in wishes(book, dice) if not is_torn(book, *wish))
        faults, made = sound_after(book, what, to, tmp_path / "copy")
        shutil.rmtree(tmp_path / "copy")
        assert [fault for fault in faults if not fault.endswith(LATER)] == [], (what, to)
        if not faults:
            put(root, made)
            moved += 1
    site, (config, told) = tmp_path / "site", settings(root)
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", str(config), "-d", str(site)]
    subprocess.run(command, env={**os.environ, **told}, check=True, capture_output=True)
    leading = redirects(whole(root))
    assert leading.keys() > redirects(before).keys()
    for address in addresses(before):
        page = (site / address / "index.html").read_text(encoding="utf-8")
        there = leading.get(address)
        assert there is None or 'http-equiv="refresh"' in page, address
        assert there is None or (site / there / "index.html").is_file(), (address, there)
