"""Headings begin at the second level and never jump."""

from handbook.book import Book, Page
from handbook.problem import Kind, Problems, problem


def check(book: Book) -> Problems:
    """First-level headings (the engine writes them) and jumps."""
    for page in book.pages.values():
        before = 1
        yield from _repeated(book, page)
        for item in page.text.headings:
            if item.level == 1:
                yield problem(item.place, Kind.BODY_HEADING, kata=item.title)
            elif item.level > before + 1:
                marks = "#" * (before + 1)
                yield problem(item.place, Kind.HEADING_JUMP, kata=item.title, harap=marks)
            before = max(item.level, 1)


def _repeated(book: Book, page: Page) -> Problems:
    """Ids that an author gave to a heading though something else on the page has them."""
    for item in page.text.headings:
        target = book.targets.get(item.id)
        if target and target.page == page.uri and target.anchor == item.id:
            yield problem(item.place, Kind.ID_REPEATED, kata=item.id, pertama=target.place)
