"""Ids and numbers in the data of pages and registers, with what stands there after a renaming.

Which keys name what stands in `_KEYS`, by the kind of the page or the name of the register.
"""

import re
from collections.abc import Callable, Iterator

from handbook.authoring.moving.renaming import Renaming, id_of
from handbook.authoring.moving.spot import Spot
from handbook.book import Book, Page
from handbook.source.yamltext import Node, YamlText

Found = tuple[str, str]
"""The id that a value names, and the value after a renaming."""
Reader = Callable[[str, int | None, Renaming], Found]


def _number(kind: str) -> Reader:
    """A printed number of a kind."""

    def read(value: str, module: int | None, renaming: Renaming) -> Found:
        id_ = id_of(kind, value, module or 0)
        return id_, renaming.number(id_, value, module)

    return read


def _id(value: str, _: int | None, renaming: Renaming) -> Found:
    return value, renaming.id(value)


def _part(value: str, _: int | None, renaming: Renaming) -> Found:
    """`ik-2-1.kisi.dukungan`: a form, then a place in it; only a place means the form itself."""
    form, dot, place = value.partition(".")
    return (form, renaming.id(form) + dot + place) if form.startswith("ik-") else ("", value)


def _file(value: str, module: int | None, renaming: Renaming) -> Found:
    """A name in the order of a module: that of a file without its ending. No target is meant."""
    return "", renaming.order.get((module or 0, value), value)


def _module(value: str, _: int | None, renaming: Renaming) -> Found:
    """The number of a module; 0 is the whole book."""
    number = int(value) if value.isdecimal() else 0
    return f"modul-{number}", str(renaming.module(number)) if number in renaming.modules else value


_KEYS: dict[str, dict[str, Reader]] = {
    "modul": {
        "nomor": _module,
        "materi/nomor": _number("materi"),
        "materi/indikator/nomor": _number("indikator"),
        "urutan": _file,
    },
    "tahap": {"nomor": _number("tahap"), "materi": _number("materi")},
    "bacaan": {"nomor": _number("bacaan")},
    "instrumen": {"tahap": _number("tahap"), "mengambil_dari/dari": _part, "mengambil_dari/ke": _part},
    "kuis": {"soal/mengukur": _number("indikator"), "soal/bagian": _id},
    "bacakan": {"tahap": _number("tahap")},
    "ulang": {"soal/kuis": _id},
    "ralat": {"ralat/di": _id, "ralat/modul": _module, "instrumen_lama/kini": _id},
}


def data_spots(book: Book, renaming: Renaming) -> Iterator[Spot]:
    """Every id and number of a target in data, but for the number of a form: that is its identity."""
    for page in book.all_pages:
        for path, node in _leaves(page.node):
            if reader := _KEYS.get(str(page.kind), {}).get(path):
                yield from _spot(
                    page.path, front_offset(page), page.yaml, node, reader, page.module, renaming
                )
    for name, (_, root, source) in book.registers.items():
        for path, node in _leaves(root):
            if reader := _KEYS.get(name, {}).get(path):
                yield from _spot(source.path, 0, source, node, reader, None, renaming)


def front_offset(page: Page) -> int:
    """The offset in its file at which the YAML of a page begins."""
    return page.text.text.index("\n") + 1 if page.text.front else 0


def scalar_span(text: str, node: Node) -> tuple[int, int]:
    """The span of a plain or quoted scalar's words, without quotation marks."""
    raw = text[node.start : node.end]
    quoted = re.fullmatch(r"(['\"])(.*)\1", raw, re.S)
    return (node.start + 1, node.end - 1) if quoted else (node.start, node.start + len(raw.rstrip()))


def _spot(
    path: str, base: int, source: YamlText, node: Node, reader: Reader, module: int | None, renaming: Renaming
) -> Iterator[Spot]:
    start, end = scalar_span(source.text, node)
    value = source.text[start:end]
    id_, new = reader(value, module, renaming)
    if id_ or new != value:
        yield Spot(path, base + start, base + end, id_, renaming.id(id_), new, "data")


def _leaves(node: Node, path: tuple[str, ...] = ()) -> Iterator[tuple[str, Node]]:
    """Each string below a node with the keys that lead to it; places in lists do not count."""
    if isinstance(node.value, str):
        yield "/".join(path), node
    for key, child in node.fields.items():
        yield from _leaves(child, (*path, key))
    for child in node.items:
        yield from _leaves(child, path)
