"""pengesahan.yml names modules that are there, each once, with all that an approval says."""

from handbook.book import Book
from handbook.book.approvals import approvals
from handbook.problem import Problems


def check(book: Book) -> Problems:
    """The problems in the file; an approval that a change has revoked is no mistake."""
    yield from approvals(book)[1]
