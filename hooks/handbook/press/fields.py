"""One form out of many. A dot in a PDF field's name is a step down in a tree of fields.

WeasyPrint writes `ik-2-1.kisi.jumlah` into /T as it stands, which the format forbids; here
the tree is built, so that the full name read by any program equals the name in the HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from .values import Kind, Note

SMALLEST, USUAL, LARGEST = 8.0, 10.0, 12.0
FONT = re.compile(rb"/(\S+)\s+([0-9.]+)\s+Tf")
COLOR = re.compile(rb"(?:[0-9.]+\s+)+(?:g|rg|k)(?=\s|$)")


def write_fields(book: Pdf, fonts: dict[str, Object], parts: Sequence[tuple[str, int]]) -> list[Note]:
    """Make the book's form of all widgets; a name that is taken is changed and noted."""
    widgets = list(_widgets(book, parts))
    if not widgets:
        return []
    form = _Form(book)
    notes = [note for part, widget in widgets if (note := form.add(part, widget))]
    book.Root.AcroForm = book.make_indirect(
        Dictionary(
            Fields=form.fields,
            NeedAppearances=True,
            DR=Dictionary(Font=Dictionary(_used(fonts, [widget for _, widget in widgets]))),
            DA=next((widget.DA for _, widget in widgets if Name.DA in widget), String("0 g")),
        )
    )
    return notes


def _widgets(book: Pdf, parts: Sequence[tuple[str, int]]) -> Iterator[tuple[str, Object]]:
    """The form fields on the pages, with the part that they stand in."""
    ends = [*(first for _, first in parts[1:]), len(book.pages)]
    for (part, first), end in zip(parts, ends, strict=True):
        for page in book.pages[first:end]:
            for annotation in page.obj.get(Name.Annots, ()):
                if annotation.Subtype == Name.Widget:
                    _dress(annotation)
                    yield part, annotation


def _dress(widget: Object) -> None:
    """Write /DA anew: font and colour only, with a size between 8 and 12 points."""
    written = bytes(widget.get(Name.DA, b""))
    font, color = FONT.search(written), COLOR.search(written)
    if font:
        size = float(font[2]) if SMALLEST <= float(font[2]) <= LARGEST else USUAL
        widget.DA = String(f"/{font[1].decode()} {size:g} Tf {color[0].decode() if color else '0 g'}")


def _used(fonts: dict[str, Object], widgets: Sequence[Object]) -> dict[str, Object]:
    """The fonts that fields name."""
    named = {str(widget.DA).split()[0] for widget in widgets if Name.DA in widget}
    return {name: font for name, font in fonts.items() if name in named}


class _Form:
    """The tree of fields as it grows."""

    def __init__(self, book: Pdf) -> None:
        self._book = book
        self._groups: dict[tuple[str, ...], Object] = {}
        self._taken: set[tuple[str, ...]] = set()
        self.fields = Array()

    def add(self, part: str, widget: Object) -> Note | None:
        """Hang a widget in its place; a note when its name was taken."""
        written = str(widget.T)
        steps = tuple(step for step in written.split(".") if step) or ("isian",)
        path, number = steps, 2
        while self._is_taken(path):
            path = (*steps[:-1], f"{steps[-1]}-{number}")
            number += 1
        self._taken.add(path)
        widget.T = String(path[-1])
        self._hang(path, widget)
        return None if ".".join(path) == written else Note(part, Kind.FIELD_REPEATED, written)

    def _is_taken(self, path: tuple[str, ...]) -> bool:
        """Whether a field stands here already, above here, or a group of fields does."""
        above = (path[:length] in self._taken for length in range(1, len(path) + 1))
        return path in self._groups or any(above)

    def _hang(self, path: tuple[str, ...], field: Object) -> None:
        """Put a field or a group under its group, which is made when missing."""
        if len(path) == 1:
            self.fields.append(field)
            return
        group = self._groups.get(path[:-1])
        if group is None:
            group = self._book.make_indirect(Dictionary(T=String(path[-2]), Kids=Array()))
            self._groups[path[:-1]] = group
            self._hang(path[:-1], group)
        group.Kids.append(field)
        field.Parent = group
