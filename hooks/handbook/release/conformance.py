"""The conformance of an edition, clause by clause: which tests prove it, and how often they passed.

The tests write down how they ended (`tests/conftest.py`); an edition keeps that beside its texts, so that
it says the same whenever it is built again. Nothing counts as proven that was not run.
"""

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import TypeAlias

from handbook.archive import archive
from handbook.book import Book
from handbook.content.conformance import Clause, Standard, standards
from handbook.html import Element, Piece, e, heads
from handbook.print.documents import leaflet
from handbook.print.printing import print_leaflet
from handbook.strings import Strings

TALLY = ".cache/hitungan-uji.json"
KEPT = "uji.json"
"""The name of the tally beside the texts of an edition."""
Tally: TypeAlias = Mapping[str, Mapping[str, int]]
"""For each test, without its parameters, how many of its runs passed, failed or were left out."""


def tally(root: Path, edition: str) -> Tally:
    """The tally of a kept edition; else the one of the last whole test run; empty when there is none."""
    kept = archive.sources(root, edition) / KEPT
    file = kept if kept.is_file() else root / TALLY
    if edition in archive.stored(root) and file != kept:
        return {}
    try:
        found: Tally = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found


def keep(root: Path, folder: Path) -> None:
    """Put the tally of the last test run beside the texts of an edition, when there is one."""
    if (root / TALLY).is_file():
        shutil.copyfile(root / TALLY, folder / KEPT)


def state(clause: Clause, known: Tally) -> str:
    """The key of a clause's state: proven in full, in part, with a test that was not run, or not."""
    if not clause.evidence:
        return "tak_terbukti"
    ended = [known.get(test, {}) for test in clause.evidence]
    if not all(found.get("passed") and not found.get("failed") for found in ended):
        return "tak_dijalankan"
    return clause.extent


def print_conformance(book: Book, known: Tally, out: Path) -> None:
    """Print the sheets of all standards."""
    s = book.settings.strings
    title = s("kesesuaian.judul", edisi=book.settings.edition_line)
    head = [e("h1", title), e("p", s("kesesuaian.cara"))]
    body = e("article", *head, *(_standard(one, known, s) for one in standards()), class_="page change-sheet")
    print_leaflet(book, leaflet("kesesuaian", title, body, book), out)


def _standard(standard: Standard, known: Tally, s: Strings) -> Element:
    rows = (_row(clause, known, s) for clause in standard.clauses)
    head = heads(s(f"kesesuaian.{key}") for key in ("butir", "keadaan", "bukti"))
    table = e("table", head, e("tbody", *rows), class_="clauses")
    return e("section", e("h2", standard.title), e("p", standard.note), table)


def _row(clause: Clause, known: Tally, s: Strings) -> Element:
    found = [line for test in clause.evidence for line in _evidence(test, known, s)]
    own = state(clause, known)
    return e(
        "tr",
        e("th", f"{clause.number}: {clause.words}", scope="row"),
        e("td", s(f"kesesuaian.{own}")),
        e("td", *found),
    )


def _evidence(test: str, known: Tally, s: Strings) -> list[Piece]:
    """A test, and the figure: how many of its runs passed."""
    passed = known.get(test, {}).get("passed", 0)
    return [e("p", s("kesesuaian.angka", uji=test, angka=passed))]
