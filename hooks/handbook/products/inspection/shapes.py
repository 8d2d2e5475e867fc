"""Hashes of objects in a PDF with all that they refer to."""

import hashlib
import re
from collections.abc import Iterable

import pikepdf

from handbook.memory.keys import fingerprint
from handbook.products.inspection.objects import STRING, written

TOKEN = re.compile(STRING + rb"|(\d+) (\d+) R\b", re.DOTALL)
"""A string, or a reference by the number and the generation of an object."""
ELSEWHERE = {"/Annots", "/Parent", "/StructParents"}
"""Keys of a page that lead away from what is drawn on it."""
INHERITED = ("/Resources", "/MediaBox", "/CropBox", "/Rotate")


class Shapes:
    """Two objects with the same hash look the same, whatever numbers their parts have in their files.

    There is none, but None, for an object that leads back to itself.
    """

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._pdf = pdf
        self._known: dict[tuple[int, int], str | None] = {}
        self._layers = _dictionary(pdf.Root, ("/OCProperties",)).unparse()

    def of_page(self, page: pikepdf.Page) -> str | None:
        """The hash of what is drawn on a page, with layers and what it has from groups of pages."""
        shown = _dictionary(page.obj, page.obj.keys() - ELSEWHERE)
        texts, group = [self._layers, shown.unparse()], page.obj.get("/Parent")
        while group is not None and len(texts) < 50:  # a group may claim to stand in itself
            texts.append(_dictionary(group, INHERITED).unparse())
            group = group.get("/Parent")
        return self._hash(b"\n".join(texts), b"")

    def _of(self, number: tuple[int, int]) -> str | None:
        if number not in self._known:
            self._known[number] = None  # for whatever leads back to it
            item: object = self._pdf.get_object(number)
            stream = item.read_raw_bytes() if isinstance(item, pikepdf.Stream) else b""
            self._known[number] = self._hash(written(item), stream)
        return self._known[number]

    def _hash(self, text: bytes, stream: bytes) -> str | None:
        numbers = [(int(found[1]), int(found[2])) for found in TOKEN.finditer(text) if found[1]]
        parts = [self._of(number) for number in numbers]
        plain = TOKEN.sub(lambda found: b"R" if found[1] else found[0], text)
        known = [hashlib.sha256(content).hexdigest() for content in (plain, stream)]
        return None if None in parts else fingerprint(known, parts)


def _dictionary(source: pikepdf.Object, keys: Iterable[str]) -> pikepdf.Dictionary:
    return pikepdf.Dictionary({key: source[key] for key in keys if key in source})
