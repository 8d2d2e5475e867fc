"""A module as a document for those who review it."""

import re

from handbook.authoring.review.document import Document
from handbook.authoring.review.passage import SourcePassage
from handbook.authoring.review.passages import passages_of
from handbook.authoring.review.stamp import stamped
from handbook.book import Book, Page
from handbook.problem import RefusedError

_MODULE = re.compile(r"(?:modul-)?0*(\d+)")


def pages_of(book: Book, subject: str) -> list[Page]:
    """The pages of a module, tests too: `modul-02`; or one page by its id. RefusedError if there is none."""
    match = _MODULE.fullmatch(subject)
    found = (
        [page for page in book.all_pages if page.module == int(match[1])]
        if match
        else [page for page in book.all_pages if page.id == subject]
    )
    if not found:
        raise RefusedError("tak_ada", kata=subject)
    return found


def exported(book: Book, subject: str, *, is_open: bool = False) -> bytes:
    """The bytes of the document for a module or page; an open one has nothing for facilitators alone."""
    s = book.settings.strings
    pages = [page for page in pages_of(book, subject) if not (is_open and page.is_test)]
    module = pages[0].module if len(pages) > 1 else None
    name = book.module_title(module) if module else pages[0].name(s)
    facts = book.settings.book
    title = s("telaah.judul", nama=name)
    document = Document(f"{facts.title} · {facts.edition} · {title}", s.language)
    steps = [str(step) for step in s.tree(f"telaah.langkah_{'terbuka' if is_open else 'semua'}")]
    document.front(title, steps)
    all_ = (passage for page in pages for passage in passages_of(page, s))
    passages: list[SourcePassage] = [passage for passage in all_ if not (is_open and passage.is_hidden)]
    document.draw(passages)
    return document.bytes(stamped(facts.title, str(facts.edition), subject, [title, *steps], passages))
