"""New parts of a book: skeletons pass as drafts, and the guide's own commands work."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from handbook import checks
from handbook.commands import check, new
from handbook.html import Audience
from handbook.print.documents import html_parts
from tests.conftest import ENGLISH_BOOK, PROJECT, CopyOf, whole
from tests.sources import copy_texts


def commands_of(guide: Path, heading: str) -> list[list[str]]:
    """The commands in the first code block below a heading of the guide."""
    section = guide.read_text(encoding="utf-8").partition(f"{{#{heading}}}")[2]
    block = re.search(r"```\n(.*?)```", section, re.S)
    assert block
    return [shlex.split(line) for line in block[1].splitlines()]


def run(command: list[str], root: Path) -> int:
    doors = {"./scripts/new": new.main, "./scripts/check": check.main}
    return doors[command[0]](
        [*command[1:], "--root", str(root)] if "check" in command[0] else ["--root", str(root), *command[1:]]
    )


def test_the_commands_of_the_guide_add_a_module_that_passes(tmp_path: Path) -> None:
    copy_texts(PROJECT, tmp_path)
    commands = commands_of(PROJECT / "docs/panduan/penyunting.md", "modul-baru")
    assert [command[:2] for command in commands[:4]] == [
        ["./scripts/new", kind] for kind in ("module", "stage", "instrument", "quiz")
    ]
    assert [run(command, tmp_path) for command in commands] == [0] * len(commands)
    book = whole(tmp_path)
    names = [page.id for page in book.of_module(11)]
    assert names == ["modul-11", "tahap-11-1", "tahap-11-2", "ik-11-1", "kuis-11", "rangkuman-11"]
    printed = next(part.html for part in html_parts(book, Audience.PARTICIPANT) if part.name == "modul-11")
    assert "Daftar Harga" in printed


def test_a_planned_module_keeps_its_title_and_hours(copy_of: CopyOf) -> None:
    root = copy_of()
    assert new.main(["--root", str(root), "module", "1"]) == 0
    sheet = whole(root).module(1)
    assert sheet is not None
    assert (sheet.title, sheet.lesson_hours) == ("Mengenal Kebun", 1)


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (["module", "2"], "docs/modul-02 sudah ada"),
        (["stage", "9"], "Modul 9 belum ada"),
        (["stage", "2", "--minutes", "90"], "Tidak ada tahap yang dapat memberi 90 menit"),
        (["instrument", "2.1"], "docs/modul-02/ik-2-1.yml sudah ada"),
        (["instrument", "2.7", "--stage", "8"], "Tahap 8 belum ada"),
        (["quiz", "2"], "docs/modul-02/kuis-2.yml sudah ada"),
    ],
)
def test_what_cannot_be_made_is_said_and_nothing_is_written(
    command: list[str], words: str, copy_of: CopyOf, capsys: pytest.CaptureFixture[str]
) -> None:
    root = copy_of()
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    assert new.main(["--root", str(root), *command]) == 1
    assert words in capsys.readouterr().err
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before


def test_a_title_with_signs_of_yaml_stays_as_it_is(copy_of: CopyOf) -> None:
    root = copy_of()
    assert new.main(["--root", str(root), "module", "4", 'Menjual: "jujur" #1', "--jp", "1"]) == 0
    assert checks.run(root)[1] == []
    sheet = whole(root).module(4)
    assert sheet is not None
    assert sheet.title == 'Menjual: "jujur" #1'


def test_a_book_in_another_language_gets_its_own_words(tmp_path: Path) -> None:
    root = shutil.copytree(ENGLISH_BOOK, tmp_path / "book")
    assert new.main(["--root", str(root), "module", "3", "Selling Honey", "--jp", "1"]) == 0
    assert new.main(["--root", str(root), "stage", "3", "Setting a Price", "--minutes", "10"]) == 0
    assert (
        new.main(["--root", str(root), "instrument", "D", "Price List", "--module", "3", "--stage", "2"]) == 0
    )
    assert new.main(["--root", str(root), "quiz", "3"]) == 0
    text = (root / "docs/modul-03/kuis-3.yml").read_text()
    assert "Test what you know." in text
    assert text.startswith("judul: Selling Honey\n")  # its label says already that it is Quiz 3
    assert [item for item in checks.run(root)[1] if "modul-03" in item.place.path] == []


@pytest.mark.parametrize("number", ["0", "-1", "100"])
def test_a_module_has_a_number_from_1_to_99(
    number: str, copy_of: CopyOf, capsys: pytest.CaptureFixture[str]
) -> None:
    root = copy_of()
    before = sorted(root.rglob("*"))
    assert new.main(["--root", str(root), "module", "--", number]) == 1
    assert "tulis 1 sampai 99" in capsys.readouterr().err
    assert sorted(root.rglob("*")) == before
