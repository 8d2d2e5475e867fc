"""The finished PDF: leaks in its pages, strings and attachments, links that lead nowhere."""

from collections.abc import Iterator
from functools import lru_cache, partial
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2

from handbook.memory.store import Store
from handbook.problem import Kind, Place, Problems, problem
from handbook.products.inspection.kept import Pieces, pieces_of
from handbook.products.inspection.needles import Needles
from handbook.products.inspection.objects import words_of_strings
from handbook.products.inspection.secrets import squeezed
from handbook.products.inspection.shapes import Shapes


def leaks(file: Path, name: str, hidden: Needles, store: Store, *, has_answers: bool) -> Problems:
    """Hidden sentences anywhere in the PDF, keys of self-checks included unless it `has_answers`; attachments
    of any kind. The words of its pages are kept in the store."""
    place, content = Place(name), file.read_bytes()
    pdf = _opened(content)
    for attached in pdf.attachments:
        yield problem(place, Kind.OUTPUT_LEAK, kata=attached, sumber=file.name)
    with pieces_of(store, "words", name) as pages:
        found = hidden.found_in([_text(pdf, content, pages), words_of_strings(pdf, content)])
    for secret in (secret for secret in found if secret.everywhere or not has_answers):
        yield problem(place, Kind.OUTPUT_LEAK, kata=secret.words, sumber=secret.path)


@lru_cache(maxsize=1)
def _opened(content: bytes) -> pikepdf.Pdf:
    """A file that is inspected for one thing after another is opened once."""
    return pikepdf.open(BytesIO(content))


def _text(pdf: pikepdf.Pdf, content: bytes, pages: Pieces) -> str:
    """The squeezed words of all pages. A page that looks as it did is not read again, unless the libraries
    see different numbers of pages."""
    shapes = Shapes(pdf)
    with pypdfium2.PdfDocument(content) as document:
        known = [shapes.of_page(page) for page in pdf.pages]
        known = known if len(known) == len(document) else [None] * len(document)

        def read(number: int) -> str:
            return squeezed(document[number].get_textpage().get_text_bounded())

        return "".join(pages.value(shape, partial(read, number)) for number, shape in enumerate(known))


def dead_links(file: Path, name: str) -> Problems:
    """Link annotations whose named destination does not exist."""
    place = Place(name)
    pdf = _opened(file.read_bytes())
    known = _destinations(pdf)
    for number, page in enumerate(pdf.pages, 1):
        for target in _named(page):
            if target not in known:
                yield problem(place, Kind.OUTPUT_DEAD_LINK, kata=f"halaman ke-{number}: {target}")


def _destinations(pdf: pikepdf.Pdf) -> set[str]:
    names = pdf.Root.get("/Names", pikepdf.Dictionary()).get("/Dests")
    return set(pikepdf.NameTree(names)) if names is not None else set()


def _named(page: pikepdf.Page) -> Iterator[str]:
    for annotation in page.get("/Annots", ()):
        if annotation.get("/Subtype") != "/Link":
            continue
        target = annotation.get("/Dest", annotation.get("/A", pikepdf.Dictionary()).get("/D"))
        if isinstance(target, pikepdf.String):
            yield str(target)
