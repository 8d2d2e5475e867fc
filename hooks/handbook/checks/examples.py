"""A worked example fills places that its form has."""

from handbook.book import Book, holding
from handbook.content.instrument import Instrument, example_texts, field_paths
from handbook.problem import Kind, Problems, problem


def check(book: Book) -> Problems:
    """Filled places that no part of the form has."""
    for page, form in holding(book.pages.values(), Instrument):
        known = field_paths(form)
        for path in example_texts(form):
            if path and path not in known:
                place = page.node.key_place(["contoh", *path])
                yield problem(place, Kind.EXAMPLE_WRONG, kata=" → ".join(path))
