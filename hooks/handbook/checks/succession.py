"""The register of regulations agrees with itself: who amends or replaces whom, and what still holds."""

from handbook.book import Book, all_uses
from handbook.checks.carries import reached
from handbook.content.regulation import Regulation, law_id
from handbook.problem import Kind, Phrase, Problem, Problems, phrase, problem
from handbook.source.yamltext import Step

IN_FORCE = {"diubah_oleh": ("berlaku",), "diganti_oleh": ("berlaku", "diubah")}
"""Statuses that a regulation cannot have once it has been amended or replaced."""


def check(book: Book) -> Problems:
    """Unknown successors, successors older than what they replace, statuses that deny it, circles."""
    if "peraturan" not in book.registers:
        return
    yield from _never_named(book)
    known = {item.short: item for item in book.regulations}
    for index, item in enumerate(book.regulations):
        for key, others in (("diubah_oleh", item.amended_by), ("diganti_oleh", item.replaced_by)):
            if others and item.status in IN_FORCE[key]:
                fault = phrase("peraturan_status", status=item.status, kunci=key)
                yield _contradiction(book, item, ["peraturan", index, "status"], fault)
            for nth, other in enumerate(others):
                yield from _successor(book, item, known, ["peraturan", index, key, nth], other)


def _never_named(book: Book) -> Problems:
    """Regulations listed as outside the register (`di_luar`) that no text mentions."""
    named = {use.mention.id for use in all_uses(book)}
    for index, short in enumerate(book.outside_laws):
        if law_id(short) not in named:
            yield problem(book.place_in("peraturan", "di_luar", index), Kind.NEVER_MENTIONED, kata=short)


def _successor(
    book: Book, item: Regulation, known: dict[str, Regulation], path: list[Step], other: str
) -> Problems:
    replacing = {short: [*law.amended_by, *law.replaced_by] for short, law in known.items()}
    successor = known.get(other)
    if successor is None:
        if other not in book.outside_laws:
            hints, place = book.targets.nearest(other, ["peraturan"]), book.place_in("peraturan", *path)
            yield problem(place, Kind.REGULATION_UNKNOWN, hints, kata=other)
    elif successor.year < item.year:
        yield _contradiction(book, item, path, phrase("peraturan_lebih_tua", pengganti=other))
    elif item.short in reached([other], replacing):
        yield _contradiction(book, item, path, phrase("peraturan_berputar", pengganti=other))


def _contradiction(book: Book, item: Regulation, path: list[Step], fault: Phrase) -> Problem:
    return problem(
        book.place_in("peraturan", *path), Kind.REGULATION_DISAGREES, peraturan=item.short, kata=fault
    )
