"""The finished PDF: leaks in its pages, strings and attachments, links that lead nowhere."""

from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2

from handbook.problem import Kind, Place, Problems, problem
from handbook.products.inspection.needles import Needles
from handbook.products.inspection.secrets import squeezed


def leaks(file: Path, name: str, hidden: Needles, *, has_answers: bool) -> Problems:
    """Hidden sentences anywhere in the PDF, keys of self-checks included unless it `has_answers`; attachments
    of any kind."""
    place = Place(name)
    haystacks, attachments = _readings(file.read_bytes())
    for attached in attachments:
        yield problem(place, Kind.OUTPUT_LEAK, kata=attached, sumber=file.name)
    found = hidden.found_in(haystacks)
    for secret in (secret for secret in found if secret.everywhere or not has_answers):
        yield problem(place, Kind.OUTPUT_LEAK, kata=secret.words, sumber=secret.path)


@lru_cache(maxsize=64)
def _readings(content: bytes) -> tuple[tuple[str, str], tuple[str, ...]]:
    """The words on the pages, those of all strings, and the names of attachments; a copy is read once."""
    with pikepdf.open(BytesIO(content)) as pdf:
        words = squeezed(" ".join(_strings(pdf)))
        return (squeezed(_text(content)), words), tuple(pdf.attachments)


def _text(content: bytes) -> str:
    with pypdfium2.PdfDocument(content) as document:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)


def _strings(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Every string of every object: names of fields, alternative texts, bookmarks."""
    for item in pdf.objects:
        if isinstance(item, pikepdf.Dictionary | pikepdf.Stream):
            for _, value in item.items():  # noqa: PERF102 (a pikepdf object is no dict)
                if isinstance(value, pikepdf.String):
                    yield str(value)


def dead_links(file: Path, name: str) -> Problems:
    """Link annotations whose named destination does not exist."""
    place = Place(name)
    with pikepdf.open(file) as pdf:
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
