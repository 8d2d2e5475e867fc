"""The e-book of a book and those of its modules, from the parts that the press prints."""

import io
import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from PIL.Image import Image

from handbook.book import Book
from handbook.content.quiz import answers_id
from handbook.formats.epub import contents
from handbook.formats.epub.drawing import Drawn, drawn, linked, picture_file
from handbook.formats.epub.identity import identity, words
from handbook.formats.epub.package import COVER, STYLE, Ebook, Entry
from handbook.formats.epub.printed import PrintedBook
from handbook.html import Paper
from handbook.html.qrcode import page_address
from handbook.memory.keys import engine, fingerprint
from handbook.press import Part
from handbook.print.answers import NAME as ANSWERS
from handbook.render.renderer import print_id

CSS = Path(__file__).parent / "reader.css"
SCALE, COLOURS = 1.0, 32
"""Of the picture on the shelf: pixels for a point of the printed page, and how many colours it has."""
_SECTION = re.compile(r'<section class="answers">.*?</section>', re.S)


class Ebooks:
    """The e-books of a book whose parts are printed on a paper."""

    def __init__(self, book: Book, parts: Sequence[Part], printed: PrintedBook, paper: Paper) -> None:
        self._book, self._printed, self._paper = book, printed, paper
        self._chapters = drawn(book, parts, printed)
        sheets, bound = (
            book.settings.strings("buku_elektronik.lembar"),
            [part for part in parts if part.bound],
        )
        self._lines = {part.name: contents.of(part, self._chapters[part.name], sheets) for part in bound}

    def whole(self) -> bytes:
        """The whole book."""
        lines = [line for found in self._lines.values() for line in found]
        chapters = [chapter for found in self._chapters.values() for chapter in found]
        return self._packed("", self._book.settings.book_line, chapters, lines)

    def modules(self) -> Iterator[tuple[str, int]]:
        """The names of the parts that are modules, with the number of each."""
        numbers = {plan.folder: plan.number for plan in self._book.settings.modules}
        return ((name, numbers[name]) for name in self._chapters if name in numbers)

    def module(self, name: str, number: int) -> bytes:
        """A module, by the name of its part of the print, with the answers of its own self-checks."""
        chapters = self._chapters[name]
        quizzes = [chapter.name for chapter in chapters if chapter.kind == "page-quiz"]
        answers = [_only(item, quizzes) for item in self._chapters.get(ANSWERS, ()) if quizzes]
        title = f"{self._book.module_title(number)} · {self._book.settings.book_line}"
        lines = [*self._lines[name], *(Entry(item.title, item.file) for item in answers)]
        return self._packed(name, title, [*chapters, *answers], lines)

    def _packed(self, name: str, title: str, chapters: Sequence[Drawn], lines: Sequence[Entry]) -> bytes:
        """An e-book of some chapters. What was packed before is kept."""
        files = {id_: chapter.file for chapter in chapters for id_ in chapter.names}
        labels = self._printed.label_of
        texts = {item.file: linked(item.text, files, labels, self._online) for item in chapters}
        pages = [(label, f"{item.file}#{id_}") for item in chapters for label, id_ in item.breaks]
        made = Ebook(
            identity(self._book, name, title, self._paper),
            words(self._book),
            texts,
            lines,
            pages,
            self._files(chapters, pages),
        )
        key = fingerprint("packed e-book", engine(), made.digest())
        kept = self._book.store.get(key)
        if kept:
            return kept[1]
        packed = made.packed()
        self._book.store.put(key, None, packed)
        return packed

    @cached_property
    def _online(self) -> dict[str, str]:
        """The address on the site of each target, once the book has an address."""
        site = self._book.settings.book.address
        return {print_id(target): page_address(site, target.page) for target in self._book.targets if site}

    def _files(self, chapters: Sequence[Drawn], pages: Sequence[tuple[str, str]]) -> dict[str, bytes]:
        """The style, the picture on the shelf, the pictures that the chapters show."""
        uris = sorted({uri for chapter in chapters for uri in chapter.pictures})
        pictures = {picture_file(uri): (self._book.root / "docs" / uri).read_bytes() for uri in uris}
        return {STYLE: CSS.read_bytes(), COVER: self._cover(pages[0][0]), **pictures}

    def _cover(self, label: str) -> bytes:
        """The first printed page as a picture."""
        key = fingerprint("cover", engine(), label, self._printed.state_of(label))
        kept = self._book.store.get(key)
        if kept:
            return kept[1]
        made = self._small(self._printed.picture(label, SCALE))
        self._book.store.put(key, None, made)
        return made

    def _small(self, picture: Image) -> bytes:
        """A picture in few colours; most changes of a part leave its first page as it was."""
        key = fingerprint("small picture", engine(), picture.size, sha256(picture.tobytes()).hexdigest())
        kept = self._book.store.get(key)
        if kept:
            return kept[1]
        made = io.BytesIO()
        picture.quantize(COLOURS).save(made, "PNG", optimize=True)
        self._book.store.put(key, None, made.getvalue())
        return made.getvalue()


def _only(chapter: Drawn, quizzes: Sequence[str]) -> Drawn:
    """The chapter of answers with those of some quizzes alone."""
    marks = [f'id="{answers_id(quiz)}"' for quiz in quizzes]

    def kept(match: re.Match[str]) -> str:
        return match[0] if any(mark in match[0] for mark in marks) else ""

    text = _SECTION.sub(kept, chapter.text)
    names = [name for name in chapter.names if f'id="{name}"' in text]
    breaks = [found for found in chapter.breaks if found[1] in names]
    return chapter._replace(text=text, names=names, breaks=breaks)
