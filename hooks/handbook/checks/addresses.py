"""Addresses that were once published stay reachable; an old address leads to one page."""

from handbook.archive import archive
from handbook.book import Book, PageKind
from handbook.problem import Kind, Place, Problems, problem
from handbook.settings import FILE


def check(book: Book) -> Problems:
    """Aliases that are the address of another page; addresses of the last edition without a page."""
    taken = {page.address: page.path for page in book.pages.values()}
    for page in book.pages.values():
        for index, address in enumerate(page.former):
            if address in taken and page.kind is not PageKind.INSTRUMENT:  # there an alias is an id first
                place = page.place_of("alias", index)
                yield problem(place, Kind.ADDRESS_TAKEN, kata=address.rstrip("/"), pemilik=taken[address])
            taken.setdefault(address, page.path)
    yield from _lost(book, set(taken))


def _lost(book: Book, answered: set[str]) -> Problems:
    """Addresses of the newest kept edition without a page; it was compared with earlier ones itself."""
    for edition in archive.stored(book.root)[-1:]:
        for address in archive.addresses(book.root, edition):
            if address not in answered:
                yield problem(Place(FILE), Kind.ADDRESS_LOST, kata=address.rstrip("/"), edisi=edition)
