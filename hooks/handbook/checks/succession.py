"""The register of regulations agrees with itself: who amends or replaces whom, and what still holds."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.book.book import Book
from handbook.book.uses import all_uses
from handbook.content.regulation import Regulation, law_id
from handbook.problem import Kind, Phrase, Problem, phrase, problem
from handbook.source.yamltext import Step

IN_FORCE = {"diubah_oleh": ("berlaku",), "diganti_oleh": ("berlaku", "diubah")}
"""Statuses that a regulation cannot have once it has been amended or replaced."""


def check(book: Book) -> Iterator[Problem]:
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


def _never_named(book: Book) -> Iterator[Problem]:
    """Regulations listed as outside the register (`di_luar`) that no text mentions."""
    named = {use.mention.id for use in all_uses(book)}
    for index, short in enumerate(book.outside_laws):
        if law_id(short) not in named:
            place = book.registers["peraturan"][1].at(["di_luar", index]).place
            yield problem(place, Kind.NEVER_MENTIONED, kata=short)


def _successor(
    book: Book, item: Regulation, known: dict[str, Regulation], path: list[Step], other: str
) -> Iterator[Problem]:
    successor = known.get(other)
    if successor is None:
        if other not in book.outside_laws:
            hints = book.targets.nearest(other, ["peraturan"])
            place = book.registers["peraturan"][1].at(path).place
            yield problem(place, Kind.REGULATION_UNKNOWN, hints, kata=other)
    elif successor.year < item.year:
        yield _contradiction(book, item, path, phrase("peraturan_lebih_tua", pengganti=other))
    elif item.short in _replacing(successor, known):
        yield _contradiction(book, item, path, phrase("peraturan_berputar", pengganti=other))


def _replacing(item: Regulation, known: dict[str, Regulation]) -> set[str]:
    """All that replace or amend a regulation, directly or through others, and itself."""
    found: set[str] = set()
    waiting = [item.short]
    while waiting:
        short = waiting.pop()
        if short not in found and short in known:
            found.add(short)
            waiting += [*known[short].amended_by, *known[short].replaced_by]
    return found


def _contradiction(book: Book, item: Regulation, path: list[Step], fault: Phrase) -> Problem:
    place = book.registers["peraturan"][1].at(path).place
    return problem(place, Kind.REGULATION_DISAGREES, peraturan=item.short, kata=fault)
