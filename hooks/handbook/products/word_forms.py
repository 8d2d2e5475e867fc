"""Each form as a file of a word processor, offered on the page of the form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from handbook.book import Book, Page, PageKind
from handbook.html import Paper
from handbook.memory.keys import engine, fingerprint
from handbook.problem import Problem
from handbook.products.product import File, Making, Product


class WordForms(Product):
    """Title, guide and sheet of each form, its fields as content controls."""

    path = "dist/instrumen-word"
    is_offered = True

    def files(self, book: Book) -> Iterator[File]:
        """One for each form."""
        pages = (page for page in book.pages.values() if page.kind is PageKind.INSTRUMENT)
        return (File(f"{self.path}/{page.id}.docx", page) for page in pages)

    def make(self, run: Making) -> Iterable[Problem]:
        """Write them; one whose form is as it was is not drawn again."""
        run.say(f"  {self.path}")
        (run.folder / self.path).mkdir(parents=True, exist_ok=True)
        for file in self.files(run.book):
            if file.page:
                (run.folder / file.path).write_bytes(_kept(run.book, file.page, run.paper))
        return ()


def _kept(book: Book, page: Page, paper: Paper) -> bytes:
    """The file of a form, from an earlier run if nothing that shapes it has changed."""
    shaped_by = (page.value.model_dump(mode="json"), book.settings.model_dump(mode="json"), paper)
    key = fingerprint("word", engine(), *shaped_by)
    if found := book.store.get(key):
        return found[1]
    from handbook.formats.word.forms import word_form  # the library costs a moment

    made = word_form(book, page, paper)
    book.store.put(key, None, made)
    return made
