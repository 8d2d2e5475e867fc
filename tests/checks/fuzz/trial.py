"""One changed file through check and page, and what must never happen."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from lxml import html as lxml_html

from handbook import checks
from handbook.book.book import Book, ReadCache
from handbook.book.report import Reporter
from handbook.html import Audience, Medium
from handbook.render.renderer import Renderer
from handbook.source.mdspans import comments
from handbook.strings import load
from tests.checks.fuzz.mutations import WORD
from tests.conftest import render
from tests.sources import copy_texts

SLOWEST = 5.0
"""Seconds that one file may take, check and page together."""
FORBIDDEN = ("script", "iframe", "object", "embed", "style", "link", "meta", "base", "i-am-here", "b")


class FoundError(AssertionError):
    """Something that must not happen; the text says what."""


@dataclass
class Tally:
    """How many files were tried, named and shown."""

    tried: int = 0
    named: int = 0
    shown: int = 0
    slowest: float = 0.0


@dataclass
class Trial:
    """A copy of a book in which one file after the other is spoilt."""

    root: Path
    known: ReadCache = field(default_factory=ReadCache)
    tally: Tally = field(default_factory=Tally)

    @classmethod
    def of(cls, book: Path, folder: Path) -> Trial:
        """Copy the sources of a book."""
        return cls(copy_texts(book, folder / book.name))

    def run(self, path: str, text: str, *, must_keep: bool = False) -> None:
        """Try one text in place of a file, then put the file back; FoundError when something is wrong."""
        file = self.root / path
        before = file.read_bytes()
        file.write_text(text, encoding="utf-8", newline="")
        try:
            with _limit():
                self._judge(path, text, must_keep=must_keep)
        except FoundError:
            raise
        except BaseException as error:
            raise FoundError(f"{type(error).__name__}: {error}") from error
        finally:
            file.write_bytes(before)

    def _judge(self, path: str, text: str, *, must_keep: bool) -> None:
        book, problems = checks.run(self.root, known=self.known, whole=False)
        self.tally.tried += 1
        strings = book.settings.strings if book else load("id")
        said = Reporter(strings).text(problems)
        if "Traceback" in said:
            raise FoundError("a traceback among the words")
        if problems:
            self.tally.named += 1
        elif book is not None:
            self.tally.shown += 1
            self._look(book, path, text, must_keep=must_keep)

    def _look(self, book: Book, path: str, text: str, *, must_keep: bool) -> None:
        """Nothing was said of the file: then its page must show it, and nothing else."""
        page = next((page for page in book.pages.values() if page.path == path), None)
        if page is None:
            return
        made = render(Renderer(book, Audience.PARTICIPANT, Medium.SITE), page.uri)
        tree = lxml_html.fragment_fromstring(made, create_parent="article")
        for element in tree.iter():
            names = [str(name) for name in element.attrib]
            if element.tag in FORBIDDEN:
                raise FoundError(f"<{element.tag}> on a page")
            if any(name.startswith("on") or name == "style" for name in names):
                raise FoundError(f"{names} on a page")
        if must_keep and not _is_hidden(text) and WORD not in str(tree.text_content()):
            raise FoundError("a word is lost, and nothing says so")


def _is_hidden(text: str) -> bool:
    """Whether the strange word stands where readers see nothing by intention."""
    place = text.index(WORD)
    if any(start <= place < end for start, end in comments(text)):
        return True
    line = text[text.rfind("\n", 0, place) + 1 : (text.find("\n", place) + 1 or len(text))]
    return any(mark in line for mark in ("](", "]:", "{", "![", "///", "|")) or "fasilitator" in text


@contextmanager
def _limit() -> Iterator[None]:
    """Interrupt what takes too long."""

    def stop(*_: object) -> None:
        raise FoundError(f"more than {SLOWEST} s")

    old = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, SLOWEST)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, old)
