"""Every erratum leads to a place in this book, and no finding is told twice."""

from collections.abc import Iterator

from handbook.book import Book
from handbook.content.erratum import Errata
from handbook.problem import Kind, Problems, nearest, problem, repeated
from handbook.source.yamltext import Step


def check(book: Book) -> Problems:
    """Targets that are neither there nor planned; findings that come twice."""
    errata = book.errata
    for path, id_ in _targets(errata):
        if book.targets.get(id_) is None and not book.planned_id(id_):
            hints = nearest(id_, book.targets.by_id, 0.7)
            yield problem(book.place_in("ralat", *path), Kind.REFERENCE_MISSING, hints, id_, kata=id_)
    yield from repeated((number, book.place_in("ralat", *path)) for path, number in _findings(errata))


def _targets(errata: Errata) -> Iterator[tuple[list[Step], str]]:
    for index, row in enumerate(errata.entries):
        yield ["ralat", index, "di"], row.target
    for index, item in enumerate(errata.instruments):
        yield ["instrumen_lama", index, "kini"], item.target


def _findings(errata: Errata) -> Iterator[tuple[list[Step], str]]:
    for index, row in enumerate(errata.entries):
        if row.finding:
            yield ["ralat", index, "temuan"], row.finding
    for index, item in enumerate(errata.unlisted):
        yield ["tanpa_baris", index, "temuan"], item.finding
