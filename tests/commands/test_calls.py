"""A wrong call of a command is answered in the editors' language."""

from __future__ import annotations

import importlib
import re
from pathlib import Path

import pytest

from tests.conftest import ENGLISH_BOOK
from tests.strings.test_english_book import texts, words_of

COMMANDS = (
    "build",
    "check",
    "compare",
    "contact_sheet",
    "course",
    "move",
    "marks",
    "facilitators",
    "moodle",
    "new",
    "pack",
    "release",
    "review",
    "schema",
    "slides",
)
ENGLISH = re.compile(r"\b(usage|options|arguments|argument|required|choice|invalid|show|exit|the)\b")
WRONG = [
    ("pack", [], "Belum disebut: MODUL|all."),
    ("pack", ["3", "--participants"], "Opsi --participants tidak diisi sebagaimana mestinya."),
    ("pack", ["3", "--part", "9"], "Tidak dikenal: --part 9."),
    ("build", ["--paper", "a3"], '--paper: "a3" tidak dapat dipakai.'),
    ("build", ["--only", "dua"], '--only: "dua" tidak dapat dipakai.'),
    ("check", ["--format", "xml"], '--format: "xml" tidak dikenal. Pilih salah satu: text, json, github.'),
    ("new", ["modul", "3"], 'module|stage|instrument|quiz|book: "modul" tidak dikenal.'),
    ("new", ["module", "tiga"], 'NOMOR: "tiga" tidak dapat dipakai.'),
    ("course", ["propose", "--days", "5"], "Belum disebut: --from."),
    (
        "course",
        ["propose", "--days", "5", "--from", "7 Desember"],
        '--from: "7 Desember" tidak dapat dipakai.',
    ),
    ("release", [], "Belum disebut: EDISI."),
]


def call(command: str, arguments: list[str]) -> int:
    """Call a command; its exit code."""
    with pytest.raises(SystemExit) as end:
        importlib.import_module(f"handbook.commands.{command}").main(arguments)
    return int(str(end.value.code))


@pytest.mark.parametrize("command", COMMANDS)
def test_help_speaks_one_language(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(command, ["--help"]) == 0
    text = capsys.readouterr().out
    assert text.startswith("Pemakaian: ")
    assert ENGLISH.findall(text) == []


@pytest.mark.parametrize(("command", "arguments", "words"), WRONG, ids=lambda value: " ".join(value))
def test_a_wrong_call_says_what_is_wrong(
    command: str, arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call(command, arguments) == 2
    usage, *rest = capsys.readouterr().err.splitlines()
    assert usage.startswith("Pemakaian: ")
    assert rest[-1].startswith(words)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_book_in_another_language_has_help_in_its_own(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    book = str(ENGLISH_BOOK)
    assert call(command, ["--root", book, "--help"]) == 0
    text = capsys.readouterr().out
    assert text.startswith("Usage: ")
    foreign = words_of(texts("id.yml")) - words_of(texts("en.yml"))
    assert words_of([("", re.sub(r"\S+/\S*", " ", text))]) & foreign == set()  # names of files stay
    call(command, [f"--root={book}", "--unknown"])
    assert re.search(r"^(Missing|Not known): ", capsys.readouterr().err, re.M)


def test_help_for_the_preview_too(capsys: pytest.CaptureFixture[str]) -> None:
    book = str(ENGLISH_BOOK)
    assert call("serve", ["--root", book, "--help"]) == 0
    assert capsys.readouterr().out.startswith("Usage: serve")


@pytest.mark.parametrize("part", ["plan", "propose"])
def test_help_for_each_use_of_course(part: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert call("course", ["--root", str(ENGLISH_BOOK), part, "--help"]) == 0
    assert capsys.readouterr().out.startswith(f"Usage: course {part}")


@pytest.mark.parametrize("part", ["module", "stage", "instrument", "quiz", "book"])
def test_help_for_a_new_part_too(part: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert call("new", ["--root", str(ENGLISH_BOOK), part, "--help"]) == 0
    assert capsys.readouterr().out.startswith(f"Usage: new {part}")
    assert call("new", [part, "--help"]) == 0
    assert capsys.readouterr().out.startswith(f"Pemakaian: new {part}")


def test_help_says_what_holds_where_nothing_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    call("pack", ["--help"])
    text = " ".join(capsys.readouterr().out.split())
    for usual in ("30", "08.00", "wib", "a4", "10.00/15, 12.00/60, 15.15/15"):
        assert f"(bila tidak disebut: {usual})" in text


def test_what_a_command_does_not_find_is_said_in_the_editors_language(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for command, arguments in (("check", []), ("pack", ["3"]), ("release", ["2026.1"])):
        assert call(command, [*arguments, "--root", str(tmp_path / "tiada")]) == 2
        assert capsys.readouterr().err == f'"{tmp_path / "tiada"}" bukan folder.\n'
    contact = importlib.import_module("handbook.commands.contact_sheet").main
    assert contact(["tiada.pdf", "--root", str(ENGLISH_BOOK)]) == 2
    assert capsys.readouterr().err == 'There is no file "tiada.pdf".\n'
