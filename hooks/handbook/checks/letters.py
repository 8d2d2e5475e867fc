"""Letters that cannot be seen, or that no font of the print has, at the place where they are written."""

import re
import unicodedata
from collections.abc import Iterator

from handbook.book import Book
from handbook.problem import Kind, Place, Problems, problem

HIDDEN = re.compile(
    "[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\u00ad\u180e\x00-\x08\x0b-\x1f\x7f]"
)
"""No width, another direction, or a command to a terminal: what is read is not what is written."""


ODD = re.compile(r"[^\n\t\x20-\x7e\xa0-\xff–—‘’“”…•−]")
"""All but the letters that all fonts have; only for these must the fonts be opened, which takes a moment."""


def check(book: Book) -> Problems:
    """Every such letter in the sources of pages and registers."""
    yield from _without_font(book)
    for path, text in _texts(book):
        for match in _found(book, path, text)[0]:
            letter = match.group()
            name = unicodedata.name(letter, f"U+{ord(letter):04X}")
            yield problem(Place.in_text(path, text, match.start()), Kind.LETTER_HIDDEN, kata=name)


def _found(book: Book, path: str, text: str) -> tuple[list[re.Match[str]], set[str]]:
    """The hidden letters of a text with their places, and those that some font may lack."""
    return book.known.get("letters", path, text, lambda: ([*HIDDEN.finditer(text)], {*ODD.findall(text)}))


def _without_font(book: Book) -> Problems:
    """Letters of what is printed that another font of the machine would have to stand in for."""
    site_only = {f"docs/{name}" for name in book.settings.unprinted}
    printed = [(path, text) for path, text in _texts(book) if path not in site_only]
    odd = {letter for path, text in printed for letter in _found(book, path, text)[1]}
    if not odd:
        return
    from handbook.render.glyphs import lacking  # opens the fonts

    missing = lacking("".join(odd))
    for path, text in printed if missing else ():
        for match in re.finditer(f"[{re.escape(missing)}]", text):
            place, code = Place.in_text(path, text, match.start()), f"U+{ord(match.group()):04X}"
            yield problem(place, Kind.LETTER_WITHOUT_FONT, kata=match.group(), kode=code)


def _texts(book: Book) -> Iterator[tuple[str, str]]:
    yield from ((page.path, page.text.text) for page in book.all_pages)
    yield from ((source.path, source.text) for _, _, source in book.registers.values())
