"""The book's one form, made of the forms of its parts. A dot in a field's name is a step in a tree.

WeasyPrint writes `ik-2-1.kisi.jumlah` into /T as it stands, which the format forbids; here
the tree is built, so that the full name read by any program equals the name in the HTML.
"""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, String

from handbook.press.assembly.pdffile import Ref, Value

NOWHERE = Ref(0)
SIGNS: Mapping[str, Value] = {"/Type": b"/Font", "/Subtype": b"/Type1", "/BaseFont": b"/ZapfDingbats"}
"""The font of the ticks that viewers draw themselves."""

Path = tuple[str, ...]
"""The steps of a field's full name."""


@dataclass(frozen=True)
class Fields:
    """The objects of a part that the book's form takes in, by their numbers."""

    roots: list[int]
    fonts: dict[str, int]
    default: str
    """The looks of the first field."""
    names: list[str]
    """The first steps of the fields' names."""
    repeated: list[str]
    """The names that were taken, and had to be changed."""

    def renumbered(self, numbers: Mapping[int, Ref]) -> "Fields":
        """The same objects in the book, where they have these numbers."""
        fonts = {name: int(numbers[font]) for name, font in self.fonts.items()}
        return replace(self, roots=[numbers[root] for root in self.roots], fonts=fonts)


def places(pdf: Pdf) -> dict[int, Ref]:
    """The number of a part's own form, which is not copied."""
    form = pdf.Root.get(Name.AcroForm, Dictionary())
    return {item.objgen[0]: NOWHERE for item in (form, form.get(Name.Fields)) if item and item.is_indirect}


def prepare(pdf: Pdf, pages: Sequence[Page], taken: AbstractSet[str]) -> Fields:
    """Make the tree of a part's fields, within the part's own file.

    `taken` are the first steps of the names in the parts before it.
    """
    grove = _FieldTrees(pdf, {(name,) for name in taken})
    widgets = list(_widgets(pages))
    repeated = [name for widget in widgets for name in [str(widget.T)] if not grove.add(widget)]
    defaults = [widget.DA for widget in widgets if Name.DA in widget]
    return Fields(
        [root.objgen[0] for root in grove.roots],
        _fonts(pdf, defaults),
        defaults[0].unparse().decode("latin-1") if defaults else "",
        sorted({path[0] for path in grove.taken} - taken),
        repeated,
    )


def entries(parts: Sequence[Fields]) -> dict[str, Value]:
    """The catalog's entries for the form of these parts; empty when there are no fields."""
    roots = [Ref(root) for fields in parts for root in fields.roots]
    if not roots:
        return {}
    fonts: dict[str, Value] = {}
    for fields in reversed(parts):
        fonts |= {name: Ref(font) for name, font in fields.fonts.items()}
    fonts["/ZaDb"] = SIGNS
    default = next((fields.default for fields in parts if fields.default), "(0 g)")
    return {"/AcroForm": {"/Fields": roots, "/DR": {"/Font": fonts}, "/DA": default.encode("latin-1")}}


def _widgets(pages: Sequence[Page]) -> Iterator[Object]:
    """The form fields on the pages."""
    for page in pages:
        for annotation in page.obj.get(Name.Annots, ()):
            if annotation.Subtype == Name.Widget:
                yield annotation


def _is_choice(widget: Object) -> bool:
    """Whether a box stands for something of its own, and not just for "on"."""
    return Name.Btn == widget.FT and Name("/on") not in widget.AP.N


def _fonts(pdf: Pdf, defaults: Sequence[Object]) -> dict[str, int]:
    """The fonts that fields name."""
    named = {str(default).split()[0] for default in defaults}
    fonts = pdf.Root.AcroForm.DR.Font.items() if named else ()
    return {name: font.objgen[0] for name, font in fonts if name in named}


class _FieldTrees:
    """The trees of a part's fields while they are built."""

    def __init__(self, pdf: Pdf, taken: set[Path]) -> None:
        self._pdf = pdf
        self._groups: dict[Path, Object] = {}
        self._choices: dict[str, Object] = {}
        self.taken = taken
        self.roots: list[Object] = []

    def add(self, widget: Object) -> bool:
        """Put a widget in its place; False when its name was taken and had to be changed."""
        written = str(widget.T)
        if written in self._choices:
            self._join(self._choices[written], widget)
            return True
        steps = tuple(step for step in written.split(".") if step) or ("isian",)
        path, number = steps, 2
        while (blocked := self._blocked(path)) is not None:
            path = (*steps[:blocked], f"{steps[blocked]}-{number}", *steps[blocked + 1 :])
            number += 1
        self.taken.add(path)
        widget.T = String(path[-1])
        field = widget
        if _is_choice(widget):
            field = self._choices[written] = self._choice(widget)
        self._attach(path, field)
        return ".".join(path) == written

    def _choice(self, widget: Object) -> Object:
        """A field of several boxes, with this one as the first: viewers let one of them be ticked."""
        own = {"/FT": Name.Btn, "/T": widget.T, "/TU": "", "/V": Name.Off, "/Kids": Array()}
        field = self._pdf.make_indirect(Dictionary(own))
        self._join(field, widget)
        return field

    def _join(self, field: Object, widget: Object) -> None:
        """Add a box to the field of its choice; the box keeps its own label."""
        for key in (Name.T, Name.FT, Name.V):
            if key in widget:
                del widget[key]
        words = [str(field.TU), str(widget.get(Name.TU, ""))]
        field.TU = String("; ".join(filter(None, words)))
        field.Kids.append(widget)
        widget.Parent = field

    def _blocked(self, path: Path) -> int | None:
        """The index of the step at which a field exists already; the last one when the path is a group."""
        above = (length for length in range(1, len(path) + 1) if path[:length] in self.taken)
        length = next(above, len(path) if path in self._groups else None)
        return None if length is None else length - 1

    def _attach(self, path: Path, item: Object) -> None:
        """Add a field or a group to its group, which is created when missing."""
        if len(path) == 1:
            self.roots.append(item)
            return
        group = self._groups.get(path[:-1])
        if group is None:
            group = self._pdf.make_indirect(Dictionary(T=String(path[-2]), Kids=Array()))
            self._groups[path[:-1]] = group
            self._attach(path[:-1], group)
        group.Kids.append(item)
        item.Parent = group
