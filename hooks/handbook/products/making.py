"""Makes and checks products by their list, and says what pages offer of them."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from handbook.archive.archive import read_sheets
from handbook.book import Book
from handbook.html import Audience
from handbook.problem import Problem, Problems
from handbook.products.inspector import Inspector
from handbook.products.product import Finished, Making, NotMadeError, Product
from handbook.render.downloads import Download

if TYPE_CHECKING:
    from handbook.site.filling import Printed

LAST = "check"
"""The step of the checks that are not done when all products are made."""


def make(run: Making) -> tuple[list[Problem], bool]:
    """Make every product of a run and check them: the problems, and whether all of them are there.

    While one product is made, those before it are checked in processes of their own.
    """
    found: list[Problem] = []
    failed: set[type[Product]] = set()
    with Inspector(run) as inspector, ExitStack() as begun:
        run.finish.update({item.path: begun.enter_context(item.begun(run)) for item in run.products})
        for product in run.products:
            if failed.intersection(product.needs):
                failed.add(type(product))
                continue
            try:
                with timed(run.seconds, product.path):
                    found += product.make(run)
            except NotMadeError as error:
                run.say(str(error))
                failed.add(type(product))
                continue
            inspector.made(product)
        if not failed:
            run.say(run.checked.reporter.strings("laporan.bangun_keluaran"))
            with timed(run.seconds, LAST):
                found += inspector.findings()
    return found, not failed


@contextmanager
def timed(seconds: dict[str, float], step: str) -> Iterator[None]:
    """Note how long a step takes."""
    begun = time.perf_counter()
    yield
    seconds[step] = time.perf_counter() - begun


def check(made: Finished) -> Problems:
    """Problems of all products that are there."""
    for product in made.products:
        if (made.folder / product.path).exists():
            yield from product.check(made)


def printed(products: Iterable[Product], book: Book, folder: Path) -> Printed:
    """The print as a site tells of it: the products below a folder."""
    from handbook.site.filling import Printed  # what draws pages costs a moment

    return Printed(book, downloads(products, book, folder), read_sheets(folder / "dist"))


def downloads(products: Iterable[Product], book: Book, folder: Path) -> dict[str, list[Download]]:
    """The products that pages offer, by the id of the page, those of no page under ""; of the files, those
    that stand below a folder."""
    offered = [item for item in products if item.is_offered and item.audience is Audience.PARTICIPANT]
    found: dict[str, list[Download]] = {}
    for file, words in ((file, item.offer) for item in offered for file in item.files(book)):
        there = found.setdefault(file.page.id if file.page else "", [])
        if (folder / file.path).is_file():
            there.append(Download(file.path, folder / file.path, words))
    return found
