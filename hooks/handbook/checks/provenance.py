"""The register of regulations claims no more than was read."""

from collections.abc import Iterator

from handbook.book import Book
from handbook.content.regulation import Regulation
from handbook.problem import Kind, Problems, phrase, problem

_TEXT = ("naskah", "pasal")
_NEEDS = {"terverifikasi": _TEXT, "teks-dibaca": _TEXT, "sumber-sekunder": (*_TEXT, "sekunder", "judul")}
"""The readings that a certainty may rest on; the others claim nothing."""
_ARTICLES_KNOWN = (*_TEXT, "sekunder")
"""The readings that tell the words of an article."""
_UNCERTAIN = "tidak-pasti"


def check(book: Book) -> Problems:
    """Certainties, statuses and articles that go beyond what was read."""
    for index, item in enumerate(book.regulations):
        for key, value, other, given in _claims(item):
            fault = phrase("peraturan_dasar", kunci=key, nilai=value, lain=other, isi=given)
            place = book.place_in("peraturan", "peraturan", index, key)
            yield problem(place, Kind.REGULATION_OVERCLAIMED, peraturan=item.short, kata=fault)


def _claims(item: Regulation) -> Iterator[tuple[str, str, str, str]]:
    """Each key that claims too much with its value, and the key that denies it."""
    read = item.read or "-"
    if read not in _NEEDS.get(item.certainty, (read,)):
        yield "keyakinan", item.certainty, "dibaca", read
    if item.articles and read not in _ARTICLES_KNOWN:
        yield "pasal", ", ".join(item.articles), "dibaca", read
    if item.certainty == _UNCERTAIN != item.status:
        yield "status", item.status, "keyakinan", item.certainty
    if item.status == _UNCERTAIN and item.certainty == "terverifikasi":
        yield "keyakinan", item.certainty, "status", item.status
