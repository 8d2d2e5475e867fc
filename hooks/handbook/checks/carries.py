"""Values that a form takes over from another: source and place exist, and there is no circle."""

from collections.abc import Iterable, Mapping

from handbook.book import Book, Page, holding
from handbook.checks.examples import fields_of
from handbook.content.instrument import Instrument, has_place
from handbook.problem import Kind, Problems, problem


def check(book: Book) -> Problems:
    """Sources and places that are not there, and circles."""
    forms = {page.id: (page, form) for page, form in holding(book.pages.values(), Instrument)}
    sources = {id_: [carry.source_form for carry in form.carries] for id_, (_, form) in forms.items()}
    for page, form in forms.values():
        yield from _places(book, page, form, forms)
        if page.id in reached(sources[page.id], sources):
            yield problem(page.node.key_place(["mengambil_dari"]), Kind.CARRY_CIRCLE, kata=page.id)


def _places(
    book: Book, page: Page, form: Instrument, forms: Mapping[str, tuple[Page, Instrument]]
) -> Problems:
    for index, carry in enumerate(form.carries):
        place, there = page.place_of("mengambil_dari", index, "dari"), forms.get(carry.source_form)
        source = tuple(carry.source.split(".")[1:])
        is_known = there is not None and has_place(fields_of(book, there[0]), source)
        if not is_known and not book.planned_id(carry.source_form):
            yield problem(place, Kind.CARRY_WRONG, about=carry.source, kata=carry.source)
        if there is not None and not there[1].saved:
            yield problem(place, Kind.CARRY_UNKEPT, kata=carry.source_form)
        if not has_place(fields_of(book, page), tuple(carry.into.split("."))):
            yield problem(page.place_of("mengambil_dari", index, "ke"), Kind.CARRY_WRONG, kata=carry.into)


def reached(starts: Iterable[str], steps: Mapping[str, Iterable[str]]) -> set[str]:
    """All that is reached from some starts by any number of steps, the starts too."""
    found: set[str] = set()
    waiting = list(starts)
    while waiting:
        here = waiting.pop()
        if here not in found:
            found.add(here)
            waiting += steps.get(here, ())
    return found
