"""The shape of a product: what a file of this room says, and what it is given."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from handbook.book import Book, Checked, Page
from handbook.html import Audience, Paper
from handbook.memory.keys import content_of, engine, fingerprint
from handbook.problem import Problem, Problems

if TYPE_CHECKING:  # both cost a moment that pages and checks of the sources need not pay
    from handbook.press import Extract, Part, Report
    from handbook.products.inspection.needles import Needles


FORMS = "dist/instrumen"
"""The folder with each form as a PDF of its own."""
EBOOKS = "dist/epub"
"""The folder with each module as an e-book."""


class NotMadeError(Exception):
    """A product could not be made; the error holds the words for whoever asked for it."""


@dataclass(frozen=True)
class File:
    """A file by its path below the folder of the book, and the page that it prints, if it is one page."""

    path: str
    page: Page | None = None


@dataclass(frozen=True)
class Finished:
    """Products of a book that stand below a folder, as they do below the folder of the book."""

    book: Book
    folder: Path
    products: tuple[Product, ...]

    @cached_property
    def hidden(self) -> Needles:
        """The secrets that its files must not contain."""
        from handbook.products.inspection.needles import Needles
        from handbook.products.inspection.secrets import secrets

        return Needles(secrets(self.book))

    def leaks(self, file: Path, *, of_site: bool = False, has_answers: bool = False) -> list[Problem]:
        """The secrets in a file; one in which there were none is not read again."""
        from handbook.products.inspection.leaks import leaks

        name = file.relative_to(self.folder).as_posix()
        may_have = {"of_site": of_site, "has_answers": has_answers}
        key = fingerprint("leaks", engine(), self.hidden.digest, name, may_have, content_of(file))
        if self.book.store.get(key):
            return []
        found = list(leaks(file, name, self.hidden, self.book.store, **may_have))
        if not found:
            self.book.store.put(key, True)
        return found


@dataclass(frozen=True)
class Making(Finished):
    """A run that makes products in a folder."""

    checked: Checked
    """The book as it was read and checked, with its problems."""
    paper: Paper
    say: Callable[[str], None]
    """Told what is done, in a line for the person who waits."""
    seconds: dict[str, float] = field(default_factory=dict)
    """The time that each step took, by its path or its name."""
    reports: dict[str, Report] = field(default_factory=dict)
    """The answers of the press on the files that it printed, by their paths."""
    is_edition: bool = False
    """Whether an edition is published, which nothing may change later on."""
    finish: dict[str, Callable[[], None]] = field(default_factory=dict)
    """Functions that wait for products which were begun beside others, by their paths."""
    drawn: Callable[[], list[Part]] | None = None
    """Gives the parts of the book when they are drawn already, or are being drawn."""

    @cached_property
    def parts(self) -> list[Part]:
        """The parts of the book as they are printed for participants."""
        return self.drawn() if self.drawn else parts(self.book, self.paper)


def parts(book: Book, paper: Paper) -> list[Part]:
    """Draw the parts of a book as they are printed for participants."""
    from handbook.print.documents import html_parts

    return html_parts(book, Audience.PARTICIPANT, paper)


class Product:
    """Something finished for readers; a file of this room says what, for whom, how made, how checked."""

    path: ClassVar[str]
    """The file or folder, below the folder of the book, that is the product's alone."""
    audience: ClassVar[Audience] = Audience.PARTICIPANT
    needs: ClassVar[tuple[type[Product], ...]] = ()
    """Products that are made before it; without them it is not made."""
    is_offered: ClassVar[bool] = False
    """Whether the site offers its files: each on the page that it prints, else on the front page."""
    offer: ClassVar[str] = ""
    """The key of the words with which the site offers it; those of the other files by default."""
    has_answers: ClassVar[bool] = False
    """Whether the answers of self-checks may stand in it; those of tests never do."""
    only_in_editions: ClassVar[bool] = False

    @property
    def path_in_edition(self) -> str:
        """Its path in the folder of a published edition."""
        return self.path.removeprefix("dist/")

    def files(self, _: Book, /) -> Iterator[File]:
        """Its files, by name; some may not be made in every run."""
        yield File(self.path)

    def extracts(self, _book: Book, _folder: Path, /) -> Iterator[Extract]:
        """The pages of a book that the press cuts out for it, into files below a folder."""
        yield from ()

    def begun(self, _: Making, /) -> AbstractContextManager[Callable[[], None]]:
        """Begin what can be done beside the making of others; what is given waits until it is done."""
        return nullcontext(lambda: None)

    def make(self, run: Making) -> Iterable[Problem]:
        """Make it below the folder of the run; NotMadeError when that fails."""
        raise NotImplementedError

    def check(self, made: Finished) -> Problems:
        """The problems of products for participants that contain something hidden from them."""
        own = made.folder / self.path
        for file in sorted([own, *own.rglob("*")]) if self.audience is Audience.PARTICIPANT else ():
            if file.is_file():
                yield from made.leaks(file, has_answers=self.has_answers)
