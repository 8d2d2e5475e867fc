"""Addresses that editions have published: paper has them as QR codes, and answers are kept under them."""

from collections.abc import Iterator
from functools import cached_property

from handbook.archive import archive
from handbook.book import Book, Page, PageKind
from handbook.problem import RefusedError


class Published:
    """The addresses of all kept editions of a book."""

    def __init__(self, book: Book) -> None:
        self._book = book

    @cached_property
    def _editions(self) -> dict[str, str]:
        """Every published address with the newest edition that has it."""
        root = self._book.root
        return {address: name for name in archive.stored(root) for address in archive.addresses(root, name)}

    def edition_of(self, address: str) -> str | None:
        """The edition that published an address; None when none did."""
        return self._editions.get(address)

    def owner_is_other(self, page: Page, address: str) -> bool:
        """Whether an address was published and is not one of this page, now or before."""
        return address in self._editions and address not in (page.address, *page.former)

    def form_id(self, page: Page, wanted: str, folder: str) -> str:
        """The id of a form with a new number: its own where that by number was another's.

        A form that has an id of its own keeps it until its number fits it again. RefusedError when a form
        goes to another folder where its new id was another form's.
        """
        is_other = self.owner_is_other(page, f"{folder}/{wanted}/")
        own = getattr(page.value, "own_id", None)
        if wanted == page.id or not (is_other or own):
            return wanted
        if folder != page.address.partition("/")[0]:
            raise self.refusal(page, f"{folder}/{wanted}/")
        return page.id

    def refuse_reuse(self, page: Page, address: str) -> None:
        """Refuse the address of another page for a page whose answers are kept under it."""
        if page.kind in (PageKind.QUIZ, PageKind.REVIEW) and self.owner_is_other(page, address):
            raise self.refusal(page, address)

    def refusal(self, page: Page, address: str) -> RefusedError:
        """The reason why a page cannot have an address."""
        edition = self.edition_of(address) or ""
        return RefusedError("terpakai", nama=page.path, alamat=address.rstrip("/"), edisi=edition)

    def reused(self, addresses: dict[str, str]) -> Iterator[tuple[str, str]]:
        """Of new addresses by old ones: those published for another page, each with where its page was."""
        pages = {page.address: page for page in self._book.pages.values()}
        for old, new in addresses.items():
            if self.owner_is_other(pages[old], new):
                yield new, old
