"""The parts of the print as chapters in XHTML: made once, kept as long as what shaped them is the same."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from handbook.book import Book
from handbook.content.glossary import Glossary
from handbook.formats.epub import notes, package, pagebreaks
from handbook.formats.epub.chapters import Chapter, chapters, of_class
from handbook.formats.epub.fitting import fit
from handbook.formats.epub.printed import PrintedBook
from handbook.html import e
from handbook.html.qrcode import page_address
from handbook.memory.keys import engine, fingerprint
from handbook.press import Part

LINK = re.compile(r' href="handbook:([^"]*)"')
NUMBER = re.compile(r'(<span class="page-number") data-target="([^"]*)" ?/>')
SHEET_ID = "-formulir"
"""The end of the id of a sheet, behind that of its form."""
PICTURE = re.compile(r'(?<= src=")docs/([^"]+)')


class Drawn(NamedTuple):
    """A chapter in XHTML, in which links still have the form `handbook:id`.

    `names` are the ids in it, `breaks` the labels of the printed pages that begin there with their ids,
    `pictures` the addresses below docs/ of the pictures that it shows.
    """

    name: str
    title: str
    kind: str
    text: str
    names: Sequence[str]
    breaks: Sequence[Sequence[str]]
    pictures: Sequence[str]

    @property
    def file(self) -> str:
        """Its file in the e-book."""
        return f"{self.name}.xhtml"


def drawn(book: Book, parts: Sequence[Part], printed: PrintedBook) -> dict[str, list[Drawn]]:
    """The chapters of each part of the bound book."""
    apart = {part.name: part for part in parts if not part.bound}
    shape, found = [repr(book.settings), repr(book.terms)], dict[str, list[Drawn]]()
    for part in (part for part in parts if part.bound):
        forms = [apart[name] for name in _forms(part) if name in apart]
        pages = printed.take(part)
        key = fingerprint("e-book", engine(), part, forms, printed.facts(part, pages), shape)
        made = partial(_draw, book, part, forms, printed, pages)
        found[part.name] = [Drawn(*facts) for facts in book.store.facts(key, made)]
    return found


def _forms(part: Part) -> list[str]:
    """The names of the forms whose pages stand in a part."""
    return re.findall(r'<article class="page page-instrument"[^>]*>\s*<h1 id="([^"]+)"', part.html)


def _draw(
    book: Book, part: Part, forms: Sequence[Part], printed: PrintedBook, pages: Sequence[int]
) -> list[Drawn]:
    made, s, glossary = chapters(part, forms), book.settings.strings, Glossary(book.terms)
    for chapter in made:
        _name(chapter, book)
        fit(chapter)
    text = pagebreaks.Text([chapter for chapter in made if chapter.is_printed])
    pagebreaks.mark(text, list(printed.pages(part, pages)), s)
    for chapter in made:
        notes.mark_terms(chapter, glossary, s)
        notes.link_answers(chapter, s)
        _offer_site(chapter, book)
    return list(_as_text(made, book))


def _name(chapter: Chapter, book: Book) -> None:
    """Give a chapter the whole name of its page, which heads of pages shorten."""
    page = book.page_with(chapter.name.removesuffix(SHEET_ID))
    chapter.title = page.name(book.settings.strings) if page else chapter.title


def _offer_site(chapter: Chapter, book: Book) -> None:
    """Below the title of a sheet, a link to the form on the site, once the book has an address."""
    target = book.targets.get(chapter.name.removesuffix(SHEET_ID))
    address = book.settings.book.address
    for head in of_class(chapter.body, ["sheet-head"] if target and address else []):
        link = e("a", book.settings.strings("buku_elektronik.isi_di_situs"))
        link.set("href", page_address(address, target.page if target else ""))
        head.append(e("p", link, class_="to-site"))


def _as_text(made: Sequence[Chapter], book: Book) -> Iterator[Drawn]:
    for chapter in made:
        text = package.document(chapter.title, book.settings.book.language, e("body", chapter.body))
        names = [item.get("id", "") for item in chapter.body.iter() if item.get("id")]
        pictures = PICTURE.findall(text)
        text = PICTURE.sub(lambda match: picture_file(match[1]), text)
        yield Drawn(chapter.name, chapter.title, chapter.kind, text, names, chapter.breaks, pictures)


def picture_file(uri: str) -> str:
    """The file of a picture in the e-book."""
    return f"gambar-{uri.replace('/', '-')}"


def linked(text: str, files: Mapping[str, str], labels: Mapping[str, str], online: Mapping[str, str]) -> str:
    """A chapter with its links: to what is in the e-book, else to the site, else none; and page numbers."""

    def link(match: re.Match[str]) -> str:
        there = files.get(match[1])
        address = f"{there}#{match[1]}" if there else online.get(match[1], "")
        return f' href="{address}"' if address else ""

    def number(match: re.Match[str]) -> str:
        return f"{match[1]}>{labels.get(match[2], '')}</span>"

    return NUMBER.sub(number, LINK.sub(link, text))
