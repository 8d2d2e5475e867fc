"""An image is there and says in words what it shows."""

from handbook.book import Book
from handbook.book.attachments import is_published
from handbook.problem import Kind, Problems, problem


def check(book: Book) -> Problems:
    """Images without alternative text, and images whose file is missing."""
    for page in book.pages.values():
        for image in page.text.images:
            if not image.text.strip():
                yield problem(image.place, Kind.IMAGE_WITHOUT_ALT, kata=image.target)
            if not is_published(book, page.uri_of(image.target)):
                yield problem(image.place, Kind.IMAGE_MISSING, kata=image.target)
