"""The conformance of an edition: every test that it names is there; nothing is proven that was not run."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import tostring

import pypdfium2
import pytest

from handbook.book.book import Book
from handbook.content.conformance import Clause, standards
from handbook.html import Audience, Medium
from handbook.products.conformance_sheet import ConformanceSheet
from handbook.release.conformance import KEPT, TALLY, keep, print_conformance, state, tally
from handbook.render.lists.accessibility import draw
from handbook.render.renderer import Renderer
from tests.conftest import PROJECT

EVIDENCE = sorted({test for one in standards() for clause in one.clauses for test in clause.evidence})
CRITERIA = {"A": 31, "AA": 24}
"""Success criteria of WCAG 2.2; 4.1.1 is none any more."""


def test_every_test_that_is_named_is_collected() -> None:
    files = sorted({test.partition("::")[0] for test in EVIDENCE})
    command = [
        sys.executable,
        "-m",
        "pytest",
        "--collect-only",
        "-q",
        "-n",
        "0",
        "-m",
        "slow or not slow",
        *files,
    ]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-2000:]
    found = {line.partition("[")[0] for line in done.stdout.splitlines() if "::" in line}
    assert set(EVIDENCE) - found == set()


def test_every_criterion_of_both_levels_stands_there_once() -> None:
    [wcag] = [one for one in standards() if one.id == "wcag"]
    levels = Counter(clause.words.rpartition("(")[2].rstrip(")") for clause in wcag.clauses)
    assert levels == CRITERIA
    assert len({clause.number for clause in wcag.clauses}) == sum(CRITERIA.values())


def test_what_was_not_read_is_said_to_be_so() -> None:
    [lan] = [one for one in standards() if one.id == "lan"]
    assert "Naskah tidak dibaca" in lan.note
    assert "2026" in lan.note
    assert [clause for clause in lan.clauses if clause.evidence and clause.extent == "penuh"] == []


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        ({}, "tak_dijalankan"),
        ({"a": {"passed": 3}, "b": {"passed": 1}}, "sebagian"),
        ({"a": {"passed": 3}}, "tak_dijalankan"),
        ({"a": {"passed": 3, "failed": 1}, "b": {"passed": 1}}, "tak_dijalankan"),
        ({"a": {"skipped": 3}, "b": {"passed": 1}}, "tak_dijalankan"),
    ],
)
def test_a_clause_is_proven_by_tests_that_ran_and_passed(
    known: dict[str, dict[str, int]], expected: str
) -> None:
    clause = Clause(number="1", words="x", evidence=("a", "b"), extent="sebagian")
    assert state(clause, known) == expected
    assert state(Clause(number="1", words="x"), known) == "tak_terbukti"


def test_an_edition_keeps_its_figures(tmp_path: Path) -> None:
    (tmp_path / TALLY).parent.mkdir()
    (tmp_path / TALLY).write_text('{"a": {"passed": 2}}')
    folder = tmp_path / "editions" / "2026.1"
    folder.mkdir(parents=True)
    (folder / "fingerprints.json").write_text("{}")
    assert tally(tmp_path, "2026.1") == {}
    keep(tmp_path, folder)
    assert (folder / KEPT).is_file()
    (tmp_path / TALLY).write_text('{"a": {"passed": 9}}')
    assert tally(tmp_path, "2026.1") == {"a": {"passed": 2}}
    assert tally(tmp_path, "2026.2") == {"a": {"passed": 9}}


@pytest.mark.pdf
def test_the_sheet_has_each_clause_with_its_state_and_figure(book: Book, tmp_path: Path) -> None:
    [first, *_] = EVIDENCE
    out = tmp_path / Path(ConformanceSheet.path).name
    print_conformance(book, {first: {"passed": 417}}, out)
    pdf = pypdfium2.PdfDocument(out)
    text = " ".join(" ".join(page.get_textpage().get_text_range() for page in pdf).split())
    assert "417 lulus" in text
    assert text.count("belum terbukti") >= sum(not c.evidence for one in standards() for c in one.clauses)
    for one in standards():
        assert one.note.split()[0] in text
        assert all(clause.number in text for clause in one.clauses)


def test_the_statement_says_how_to_complain_or_that_one_cannot(book: Book) -> None:
    assert "belum menetapkan alamat pengaduan" in statement(book)
    assert 'href="mailto:hambatan@contoh.go.id"' in statement(with_contact(book, "hambatan@contoh.go.id"))
    assert 'href="https://contoh.go.id/adu"' in statement(with_contact(book, "https://contoh.go.id/adu"))
    assert "0341 555 0100" in statement(with_contact(book, "0341 555 0100"))


def with_contact(book: Book, contact: str) -> Book:
    own = book.settings.book.model_copy(update={"complaints": contact})
    return replace(book, settings=book.settings.model_copy(update={"book": own}))


def statement(book: Book) -> str:
    page = next(iter(book.pages.values()))
    return tostring(draw(Renderer(book, Audience.PARTICIPANT, Medium.SITE), page), encoding="unicode")


def test_whole_runs_are_counted(tmp_path: Path) -> None:
    out = tmp_path / "hitungan.json"
    test = "tests/site/test_redirects.py"
    command = [sys.executable, "-m", "pytest", "-q", "-n", "0", test]
    environment = {**os.environ, "HANDBOOK_TALLY": str(out)}
    subprocess.run(command, cwd=PROJECT, env=environment, capture_output=True, check=True)
    counted = json.loads(out.read_text(encoding="utf-8"))
    assert counted
    assert all(name.startswith(test) and ends == {"passed": ends["passed"]} for name, ends in counted.items())
