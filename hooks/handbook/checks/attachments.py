"""Pictures and files to download are what they say they are, of a kind and a size that readers can use."""

from handbook.book import Book
from handbook.book.attachments import attachments_of, fault, is_published
from handbook.problem import Kind, Problems, problem


def check(book: Book) -> Problems:
    """Files that are refused, at each place that names one."""
    limits = book.settings.attached
    for page in book.pages.values():
        for item in attachments_of(page):
            if not is_published(book, item.uri):
                continue
            found = fault(book.root / "docs" / item.uri, limits, is_shown=item.is_shown)
            if found:
                kind = Kind.PICTURE_REFUSED if item.is_shown else Kind.DOWNLOAD_REFUSED
                yield problem(item.link.place, kind, kata=item.link.target, sebab=found[0], obat=found[1])
