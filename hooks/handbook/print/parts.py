"""The content of an edition for an audience: a list of parts of pages in their order."""

from typing import NamedTuple

from handbook.book import Book, Page, PageKind


class EditionPart(NamedTuple):
    """A part that is printed on its own: its name, its page-label prefix, its pages in order.

    `accent` is the number of its colour (0: front and back matter).
    """

    name: str
    title: str
    prefix: str
    accent: int
    pages: tuple[Page, ...]

    @property
    def forms(self) -> tuple[Page, ...]:
        """Its pages with forms."""
        return tuple(page for page in self.pages if page.kind is PageKind.INSTRUMENT)


def parts(book: Book) -> list[EditionPart]:
    """The introduction, one part per written module, the appendix; empty ones are left out."""
    s = book.settings.strings
    front = tuple(page for page in book.listed(book.settings.front) if page.kind is not PageKind.FRONT)
    back = tuple(page for page in book.listed(book.settings.back) if page.uri not in book.settings.unbound)
    found = [
        EditionPart("pengantar", s("cetak.pengantar"), s("cetak.awalan_pengantar"), 0, front),
        *(_module(book, plan.number) for plan in book.settings.modules),
        EditionPart("lampiran", s("cetak.lampiran"), s("cetak.awalan_lampiran"), 0, back),
    ]
    return [part for part in found if part.pages]


def _module(book: Book, number: int) -> EditionPart:
    pages = tuple(book.of_module(number))
    label = book.settings.strings("modul.label", nomor=number)
    title = f"{label}: {pages[0].title}" if pages else label
    return EditionPart(f"modul-{number:02d}", title, f"{number}-", number, pages)
