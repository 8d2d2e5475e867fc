"""A form that one person fills in has a line for the name, unless it is anonymous."""

from handbook.book import Book, holding
from handbook.content.instrument import Instrument, own_lines
from handbook.problem import Kind, Problems, problem


def check(book: Book) -> Problems:
    """Forms for one person on which nobody can say whose they are."""
    for page, form in holding(book.pages.values(), Instrument):
        if form.for_one and not form.anonymous and "nama" not in dict(own_lines(form)):
            yield problem(page.node.key_place(["identitas"]), Kind.NAME_LINE_MISSING, kata=page.id)
