"""Checks of the finished products: what readers get, not what the sources say.

Participants' products must hold no keys of tests, no model answers and no notes
for facilitators; the index and the PDF not even the keys of self-checks; and no
link may lead nowhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from handbook.book import Book
from handbook.downloads import FOLDER, files
from handbook.outputs import pdf, site
from handbook.outputs.secrets import secrets
from handbook.problem import Problem


def check(book: Book, site_folder: Path, pdf_file: Path) -> Iterator[Problem]:
    """Every leak and every dead link in the site and the participants' PDF."""
    hidden = secrets(book)
    yield from site.leaks(site_folder, hidden)
    yield from site.dead_links(site_folder)
    yield from pdf.leaks(pdf_file, hidden)
    for file in _strangers(book, site_folder):
        yield from pdf.leaks(file, hidden, file.parent.relative_to(site_folder.parent).as_posix())
    yield from pdf.dead_links(pdf_file)


def _strangers(book: Book, site_folder: Path) -> list[Path]:
    """PDF files in the site that are no part of the participants' book: a session pack, say."""
    own = {site_folder / FOLDER / name for _, name in files(book)}
    return [file for file in sorted(site_folder.rglob("*.pdf")) if file not in own]
