"""handbook.yml after a renaming: modules with other numbers change places, files have new names."""

from collections.abc import Iterator

from handbook.authoring.moving.data_spots import scalar_span
from handbook.authoring.moving.renaming import Renaming
from handbook.authoring.sources import Edit, applied
from handbook.book import Book
from handbook.source.yamltext import Node

_LISTS = ("depan", "hanya_situs", "lampiran", "register", "tidak_dijilid", "panduan")


def settings_edits(book: Book, text: str, renaming: Renaming, inside: list[Edit]) -> Iterator[Edit]:
    """Edits of the settings; `inside` are those of mentions, which move with the module they stand in."""
    yield from _files(book, text, renaming)
    items = book.settings_node.at(["modul"]).items if renaming.modules else []
    spans = [(item.start, item.start + len(text[item.start : item.end].rstrip())) for item in items]
    yield from (edit for edit in inside if not any(start <= edit.start < end for start, end in spans))
    new = {}
    for item, (start, end) in zip(items, spans, strict=True):
        own = [Edit(e.start - start, e.end - start, e.words) for e in inside if start <= e.start < end]
        number = item.fields["nomor"]
        there = renaming.module(int(str(number.value))) or 0
        first, last = scalar_span(text, number)
        own.append(Edit(first - start, last - start, str(there)))
        new[there] = applied(text[start:end], own)
    for slot, (start, end) in zip(_slots(items, renaming), spans, strict=True):
        yield Edit(start, end, new[slot])


def _slots(items: list[Node], renaming: Renaming) -> list[int]:
    """The number of the module that stands in each place of the list: places are in the order of numbers."""
    old = [int(str(item.fields["nomor"].value)) for item in items]
    new = sorted(renaming.module(number) or 0 for number in old)
    ranks = sorted(old)
    return [new[ranks.index(number)] for number in old]


def _files(book: Book, text: str, renaming: Renaming) -> Iterator[Edit]:
    """Names of files in lists of pages and in exemptions."""
    nodes = [(item, "docs/") for key in _LISTS for item in book.settings_node.at([key]).items]
    nodes += [
        (item.fields["berkas"], "")
        for item in book.settings_node.at(["pengecualian"]).items
        if "berkas" in item.fields
    ]
    for node, folder in nodes:
        start, end = scalar_span(text, node)
        new = renaming.file(folder + text[start:end]).removeprefix(folder)
        if new != text[start:end]:
            yield Edit(start, end, new)
