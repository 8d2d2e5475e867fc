"""A page taken out of the book: what names it, and the change when nothing does."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from handbook.authoring.moving.change import SourceChange, change, spots
from handbook.authoring.moving.data_spots import front_offset
from handbook.authoring.moving.renaming import Renaming
from handbook.authoring.moving.wish import COUNTED, place_of, renaming_of, series
from handbook.authoring.sources import Edit, Sources, applied
from handbook.book import Book, Page, Target
from handbook.content.module import Module
from handbook.problem import Place, RefusedError
from handbook.source.mdtext import read_markdown
from handbook.source.yamltext import Node

Named = tuple[Place, str, str]
"""The place at which something is named, the words there, and how: a key under `pindah.cara`."""


def uses_of(book: Book, target: Target) -> Iterator[Named]:
    """Every place outside its own page that names a target or a part of it, in order."""
    page = book.pages[target.page]
    is_page = target.id == page.id
    ids = {item.id for item in book.targets if item.page == target.page} if is_page else {target.id}
    sources = Sources(book.root)
    found = [spot for spot in spots(book, sources, Renaming()) if spot.id in ids]
    for spot in sorted(found, key=lambda spot: (spot.path, spot.start)):
        if not (is_page and spot.path == page.path):
            text = sources.text(spot.path)
            yield Place.in_text(spot.path, text, spot.start), text[spot.start : spot.end], spot.how


def without(book: Book, target: Target) -> tuple[SourceChange, Renaming]:
    """The book without a page of a module that nothing names; numbers behind it move up by one."""
    page = book.pages[target.page]
    if target.id != page.id or target.kind not in COUNTED:
        raise RefusedError("hapus_sendiri", nama=target.label, tempat=target.place)
    last = series(book, target.kind, page.module or 0)[-1]
    is_last = place_of(last) == place_of(target)
    renaming = Renaming() if is_last else renaming_of(book, target.id, last.id)
    return _dropped(book, page, change(book, renaming), renaming), renaming


def _dropped(book: Book, page: Page, made: SourceChange, renaming: Renaming) -> SourceChange:
    """A change after which a page's file is gone, and its name from the order of its module."""
    sheet = book.page_with(f"modul-{page.module}")
    assert sheet is not None
    assert isinstance(sheet.value, Module)
    gone = renaming.file(page.path)
    sources = Sources(book.root)
    old, new = made.texts.get(sheet.path, (sources.text(sheet.path),) * 2)
    name = gone.rpartition("/")[2].rpartition(".")[0]
    cut = applied(new, [_without_item(sheet, name, new)])
    files = {path: content for path, content in made.files.items() if path != gone}
    files[sheet.path] = sources.bytes(sheet.path, cut)
    texts = {path: pair for path, pair in made.texts.items() if path != page.path} | {sheet.path: (old, cut)}
    moved = {path: to for path, to in made.moved.items() if path != page.path} | {page.path: "–"}
    names = Counter({spot: count for spot, count in made.names.items() if spot[0] != gone})
    return replace(made, files=files, texts=texts, moved=moved, names=names)


def _without_item(sheet: Page, name: str, text: str) -> Edit:
    """The order of a module without a name. Its places are those of the text as it is now."""
    front = read_markdown(sheet.path, text).front
    assert front is not None
    assert front.root is not None
    items = front.root.at(["modul", "urutan"]).items
    index = next(number for number, item in enumerate(items) if item.value == name)
    base = front_offset(sheet)
    start, end = _item_span(front.text, items, index)
    return Edit(base + start, base + end, "")


def _item_span(text: str, items: list[Node], index: int) -> tuple[int, int]:
    """An item of a list with what parts it from its neighbours: a comma, or its line."""
    item = items[index]
    line = text.rfind("\n", 0, item.start) + 1
    if text[line : item.start].strip() == "-":
        return line, text.find("\n", item.start) + 1
    if index:
        before = items[index - 1]
        return before.start + len(str(before.value)), item.start + len(str(item.value))
    return item.start, items[1].start if len(items) > 1 else item.start + len(str(item.value))
