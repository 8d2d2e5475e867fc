"""A wrong call of a command is answered in the editors' language."""

from __future__ import annotations

import importlib
import re

import pytest

from handbook.commands.parser import Parser
from handbook.strings import load

COMMANDS = ("build", "check", "compare", "contact_sheet", "new", "pack", "release")
ENGLISH = re.compile(r"\b(usage|options|arguments|argument|required|choice|invalid|show|exit|the)\b")
WRONG = [
    ("pack", [], "Belum disebut: MODULE|all."),
    ("pack", ["3", "--participants"], "Opsi --participants tidak diisi sebagaimana mestinya."),
    ("pack", ["3", "--part", "9"], "Tidak dikenal: --part 9."),
    ("build", ["--paper", "a3"], '--paper: "a3" tidak dapat dipakai.'),
    ("build", ["--only", "dua"], '--only: "dua" tidak dapat dipakai.'),
    ("check", ["--format", "xml"], '--format: "xml" tidak dikenal. Pilih salah satu: text, json, github.'),
    ("new", ["modul", "3"], 'module|stage|instrument|quiz: "modul" tidak dikenal.'),
    ("new", ["module", "tiga"], 'NOMOR: "tiga" tidak dapat dipakai.'),
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


def test_a_book_in_another_language_has_its_own_words(capsys: pytest.CaptureFixture[str]) -> None:
    parser = Parser(strings=load("en"), prog="pack")
    parser.add_argument("module")
    with pytest.raises(SystemExit):
        parser.parse_args([])
    assert capsys.readouterr().err == "Usage: pack [-h] module\nMissing: module.\n"
