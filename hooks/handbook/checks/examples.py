"""A worked example fills places that its form has."""

from handbook.book import Book, Page, holding, kept
from handbook.content.forms.base import Path
from handbook.content.instrument import Instrument, example_texts, field_paths
from handbook.problem import Kind, Problems, problem


def check(book: Book) -> Problems:
    """Filled places that no part of the form has."""
    for page, form in holding(book.pages.values(), Instrument):
        known = fields_of(book, page)
        for path in example_texts(form):
            if path and path not in known:
                place = page.node.key_place(["contoh", *path])
                yield problem(place, Kind.EXAMPLE_WRONG, kata=" → ".join(path))


@kept
def fields_of(_: Book, page: Page) -> set[Path]:
    """The paths of the fields of a form."""
    return field_paths(page.value) if isinstance(page.value, Instrument) else set()
