"""A book in which much can be moved, its sources as bytes, and moves of its parts."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.archive import archive
from handbook.authoring import scaffold
from handbook.authoring.moving.change import SourceChange, change, left_behind
from handbook.authoring.moving.wish import renaming_of
from handbook.book import Book
from tests.conftest import CopyOf, lines_of, whole

STAGE = "docs/modul-02/tahap-2.md"
READING = "docs/modul-02/bacaan-2-1.md"
_NOTE = """
## Semua ejaan {#ejaan}

IK 2.1, 2.2, dan *IK 2.3*; Instrumen Kerja (IK) 2.1; IK&nbsp;2.2; ik-2-1 dan `IK 2.1` bukan sebutan.
Rentang IK 2.1
sampai IK 2.3 dan IK 2.1–2.3. Baris I pada IK 2.1, lalu [lembar][ik-2-1] dan
[lembar lain](ik-2-2.md#ik-2-2-petunjuk).

> Kutipan yang terpotong di antara IK
> 2.3 dan angkanya.

[berkas]: ik-2-3.md
"""


@pytest.fixture
def three(copy_of: CopyOf) -> Path:
    """The minibook with three forms and three stages in module 2, and many ways to name them."""
    root = copy_of(
        {"berkas": "handbook.yml", "ganti": "terbit", "dengan": "draf"},
        {"berkas": STAGE, "ganti": "[IK 2.1, pensil]", "dengan": "[IK 2.1, IK 2.2, IK 2.3, pensil]"},
    )
    for number, title in (("2.2", "Lembar Kedua"), ("2.3", "Lembar Ketiga")):
        scaffold.instrument(whole(root), number, title, 2)
    scaffold.stage(whole(root), 2, "Merawat", 5)
    (root / READING).write_text((root / READING).read_text() + _NOTE)
    assert lines_of(root) == []
    return root


def state(root: Path) -> dict[str, bytes]:
    """Every source of a book by its path."""
    files = [root / "handbook.yml", *(root / "docs").rglob("*"), *(root / "pelatihan").rglob("*")]
    return {file.relative_to(root).as_posix(): file.read_bytes() for file in files if file.is_file()}


def put(root: Path, made: SourceChange) -> None:
    for path in made.removed:
        (root / path).unlink()
    for path, content in made.files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content)


def move(root: Path, what: str, to: str, *, after: bool = False) -> Book:
    """Move something, and give the book as it is then: sound, with every name where it should be."""
    made = change(book := whole(root), renaming_of(book, what, to, after=after))
    put(root, made)
    assert lines_of(root) == []
    moved = whole(root)
    assert left_behind(made, moved) == []
    return moved


def publish(root: Path, edition: str) -> None:
    archive.store(whole(root), {}, root / "editions" / edition)


def text(root: Path, path: str) -> str:
    return (root / path).read_text(encoding="utf-8")
