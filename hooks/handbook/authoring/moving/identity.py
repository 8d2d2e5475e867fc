"""The identity of pages in their own data: number and id of a form, and the old addresses of all pages.

An address that no page has any more is kept as `alias:`. When a page comes back to an old address, the
move is undone: aliases that no edition has published go again.
"""

from collections.abc import Iterator
from pathlib import PurePosixPath

from handbook.authoring.moving.data_spots import front_offset, scalar_span
from handbook.authoring.moving.published import Published
from handbook.authoring.moving.renaming import Renaming, address_of, id_of
from handbook.authoring.sources import Edit
from handbook.book import Book, Page, PageKind
from handbook.content.instrument import Instrument
from handbook.source.yamltext import Node


def identity_edits(book: Book, renaming: Renaming) -> Iterator[tuple[str, Edit]]:
    """For each page that changes its place: its path, and an edit of its text."""
    aliases = _Aliases(book, renaming)
    for page in book.pages.values():
        if isinstance(page.value, Instrument):
            yield from ((page.path, edit) for edit in _form(page, page.value, renaming))
        new = aliases.of(page)
        if new != _own(page):
            yield page.path, _alias_edit(page, new)


def _form(page: Page, form: Instrument, renaming: Renaming) -> Iterator[Edit]:
    """The number of a form, and its id where that does not follow from the number."""
    base, number = front_offset(page), page.node.fields["nomor"]
    start, end = scalar_span(page.yaml.text, number)
    new = renaming.number(page.id, form.number, page.module)
    yield Edit(base + start, base + end, new)
    id_ = renaming.id(page.id)
    if id_ != id_of("instrumen", new) and form.own_id is None:
        yield _line_below_first(page, f"id: {id_}")
    elif id_ == id_of("instrumen", new) and form.own_id is not None:
        yield _without_line(page, "id")


class _Aliases:
    """The old addresses of pages after a renaming, as authors write them."""

    def __init__(self, book: Book, renaming: Renaming) -> None:
        self._renaming, self._published = renaming, Published(book)
        pages = book.pages.values()
        self._answered = {address_of(renaming.file(page.path)) for page in pages}
        self._is_undo = any(self._moves(page) and self._name(page) in _own(page) for page in pages)

    def of(self, page: Page) -> list[str]:
        """The aliases of a page: those that are no address of a page now, and the address that it leaves."""
        former = dict(zip(_own(page), page.former, strict=True))
        kept = [name for name, address in former.items() if address not in self._answered]
        old = page.id if page.kind is PageKind.INSTRUMENT else page.address.rstrip("/")
        is_lost = self._moves(page) and page.address not in self._answered
        if is_lost and not (self._is_undo and self._published.edition_of(page.address) is None):
            kept.append(old)
        return kept

    def _moves(self, page: Page) -> bool:
        return address_of(self._renaming.file(page.path)) != page.address

    def _name(self, page: Page) -> str:
        """The new address of a page as an alias says it."""
        path = self._renaming.file(page.path)
        return PurePosixPath(path).stem if page.kind is PageKind.INSTRUMENT else address_of(path).rstrip("/")


def _own(page: Page) -> list[str]:
    return [*getattr(page.value, "aliases", ())]


def _alias_edit(page: Page, names: list[str]) -> Edit:
    """The line `alias:` with other names: written, changed or taken away."""
    node = page.node.fields.get("alias")
    if node is None:
        return _line_below_first(page, f"alias: [{', '.join(names)}]")
    if not names:
        return _without_line(page, "alias")
    base = front_offset(page)
    return Edit(base + node.start, base + _end(page, node), f"[{', '.join(names)}]")


def _end(page: Page, node: Node) -> int:
    """The end of a value without the space and the comments that follow it."""
    return node.start + len(page.yaml.text[node.start : node.end].rstrip())


def _line_below_first(page: Page, line: str) -> Edit:
    """A new line in the data of a page: below that of the first key, or above it when its value is longer."""
    text, fields = page.yaml.text, page.node.fields
    first = next(iter(fields.values()))
    above = text.rfind("\n", 0, page.node.start) + 1
    indent = " " * (page.node.start - above)
    end = text.find("\n", first.start)
    is_short = isinstance(first.value, str) and _end(page, first) <= end
    place = front_offset(page) + (end + 1 if is_short else above)
    return Edit(place, place, f"{indent}{line}\n")


def _without_line(page: Page, key: str) -> Edit:
    """The lines of a key are taken away."""
    text, base, node = page.yaml.text, front_offset(page), page.node.fields[key]
    start = text.rfind("\n", 0, text.rfind(f"{key}:", 0, node.start + 1)) + 1
    end = text.find("\n", _end(page, node))
    return Edit(base + start, base + (len(text) if end < 0 else end + 1), "")
