"""Sources from Windows: line ends and byte-order marks change nothing, forbidden names are told."""

from __future__ import annotations

import hashlib
from functools import partial
from pathlib import Path

import pytest

from handbook.commands import build, entry_point
from handbook.html import Audience
from handbook.print.documents import html_parts
from tests.conftest import CopyOf, lines_of, whole

MARK = b"\xef\xbb\xbf"
FORBIDDEN = {
    "a:b.md": "tanda : terlarang",
    'a"b.md': 'tanda " terlarang',
    "apa?.md": "tanda ? terlarang",
    "a\\b.md": "tanda \\ terlarang",
    "a\nb.md": "tanda",
    "AUX.txt": "AUX adalah nama perangkat",
    "lpt1": "lpt1 adalah nama perangkat",
    "akhir.": "nama berakhir dengan titik atau spasi",
    "akhir ": "nama berakhir dengan titik atau spasi",
}


def from_windows(root: Path) -> None:
    """Let every text of a book be as Notepad saves it."""
    for file in [root / "handbook.yml", *(root / "docs").rglob("*")]:
        if file.suffix in (".md", ".yml"):
            file.write_bytes(MARK + file.read_bytes().replace(b"\n", b"\r\n"))


def test_line_ends_and_marks_change_no_page_and_no_problem(copy_of: CopyOf) -> None:
    plain, other = copy_of(), copy_of(name="lain")
    from_windows(other)
    assert lines_of(other) == lines_of(plain)
    first, second = (html_parts(whole(root), Audience.PARTICIPANT) for root in (plain, other))
    assert first == second


@pytest.mark.parametrize("name", FORBIDDEN)
def test_a_name_that_windows_refuses_is_told(name: str, copy_of: CopyOf) -> None:
    root = copy_of()
    (root / "docs/modul-02" / name).write_text("x")
    found = [line for line in lines_of(root) if "nama-berkas-terlarang" in line]
    assert len(found) == 1
    assert FORBIDDEN[name] in found[0]


def test_names_that_are_one_on_windows_are_told_in_folders_too(copy_of: CopyOf) -> None:
    root = copy_of()
    for folder in ("gambar", "Gambar"):
        (root / "docs" / folder).mkdir()
        (root / "docs" / folder / ".simpan").write_text("")
    assert sum("sama dengan Gambar" in line for line in lines_of(root)) == 1


@pytest.mark.slow
@pytest.mark.pdf
@pytest.mark.usefixtures("host_environment")
def test_line_ends_and_marks_change_no_byte_of_the_products(copy_of: CopyOf) -> None:
    roots = [copy_of(), copy_of(name="lain")]
    from_windows(roots[1])
    assert [entry_point.guarded(partial(build.main, ["--root", str(root)])) for root in roots] == [0, 0]
    first, second = map(products_of, roots)
    assert len(first) > 30
    assert {name for name in first if first[name] != second.get(name)} == set()


def products_of(root: Path) -> dict[str, str]:
    """The hash of everything that a build made."""
    files = [file for folder in ("site", "dist") for file in (root / folder).rglob("*") if file.is_file()]
    return {
        file.relative_to(root).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest() for file in files
    }
