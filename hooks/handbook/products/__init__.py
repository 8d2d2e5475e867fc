"""Checks of the finished products: what readers get, not what the sources say.

Participants' products must hold no keys of tests, no model answers and no notes
for facilitators; the index and the PDF not even the keys of self-checks; and no
link may lead nowhere.
"""

from __future__ import annotations

import filecmp
from collections.abc import Iterator
from pathlib import Path

from handbook.book.book import Book
from handbook.problem import Problem
from handbook.products import pdf, site
from handbook.products.needles import Needles
from handbook.products.secrets import secrets
from handbook.render.downloads import FOLDER, files


def check(book: Book, site_folder: Path, pdf_file: Path) -> Iterator[Problem]:
    """Every leak and every dead link in the site and the participants' PDF."""
    hidden, dist = Needles(secrets(book)), pdf_file.parent
    yield from site.leaks(site_folder, hidden)
    yield from site.dead_links(site_folder)
    yield from pdf.leaks(pdf_file, hidden)
    for file in _parts(book, pdf_file):
        yield from pdf.leaks(file, hidden, file.parent.relative_to(dist.parent).as_posix())
    for file in _strangers(book, site_folder, dist):
        yield from pdf.leaks(file, hidden, file.parent.relative_to(site_folder.parent).as_posix())
    yield from pdf.dead_links(pdf_file)


def _parts(book: Book, pdf_file: Path) -> Iterator[Path]:
    """Modules and forms as files of their own, beside the book."""
    for _, name in files(book):
        part = pdf_file.parent / name
        if part.name != pdf_file.name and part.is_file():
            yield part


def _strangers(book: Book, site_folder: Path, dist: Path) -> Iterator[Path]:
    """PDF files in the site that are no copy of the participants' products: a session pack, say."""
    own = {site_folder / FOLDER / name: dist / name for _, name in files(book)}
    for file in sorted(site_folder.rglob("*.pdf")):
        twin = own.get(file)
        if twin is None or not twin.is_file() or not filecmp.cmp(file, twin, shallow=False):
            yield file
