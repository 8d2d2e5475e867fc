"""Links, references, pictures and blocks of Markdown pages, with what stands there after a renaming."""

import posixpath
from collections.abc import Iterator

from handbook.authoring.moving.renaming import Renaming
from handbook.authoring.moving.spot import Spot
from handbook.authoring.sources import Sources
from handbook.book import Book, Page
from handbook.source.blocknames import ARGUMENTS
from handbook.source.mdpatterns import DEFINITION, REFERENCE
from handbook.source.mdspans import Span, images, links

_NUMBERED = {"kotak": "box", "gambar": "gambar", "tabel": "tabel"}


def markdown_spots(book: Book, sources: Sources, renaming: Renaming) -> Iterator[Spot]:
    """Every explicit naming of a target in the bodies of all pages."""
    for page in book.all_pages:
        if page.text.body:
            yield from _in_body(book, page, len(page.text.text) - len(page.text.body), renaming)
            yield from _blocks(page, sources, renaming)


def _in_body(book: Book, page: Page, base: int, renaming: Renaming) -> Iterator[Spot]:
    visible = page.text.visible
    for reference in REFERENCE.finditer(visible):
        named = "id" if reference["id"] else "text"
        old = reference[named]
        if book.targets.get(old):
            start, end = reference.span(named)
            yield Spot(page.path, base + start, base + end, old, renaming.id(old), renaming.id(old), "tautan")
    for start, end in _addresses(visible):
        yield from _link(book, page, (base + start, base + end), visible[start:end], renaming)


def _addresses(visible: str) -> Iterator[Span]:
    """The address of each link and picture, and of each `[id]: address`."""
    for link in (*links(visible), *images(visible)):
        start = link.words[1] + 2
        yield start, start + len(link.target)
    yield from (match.span("target") for match in DEFINITION.finditer(visible))


def _link(book: Book, page: Page, span: Span, address: str, renaming: Renaming) -> Iterator[Spot]:
    """A link within the book, with a new address where the old one does not lead there from the new place."""
    path, sharp, anchor = address.partition("#")
    uri = page.uri_of(path) if path else page.uri
    if ":" in address or not (path or anchor):
        return
    there = book.pages.get(uri)
    target = book.targets.at(uri, anchor) if there else None
    here, new = _renamed(book, page.uri, renaming), _renamed(book, uri, renaming)
    same = not path or posixpath.normpath(posixpath.join(posixpath.dirname(here), path)) == new
    to = path if same else posixpath.relpath(new, posixpath.dirname(here) or ".")
    new_anchor = anchor
    if there and anchor and (target or anchor.startswith(there.id)):
        id_ = target.id if target else there.id
        old_end, new_end = (target.anchor or target.id) if target else there.id, renaming.id(id_)
        tail = new_end.partition("#")[2] or new_end
        new_anchor = tail if target else new_end + anchor[len(old_end) :]
    id_ = target.id if target else there.id if there else uri
    yield Spot(
        page.path, *span, id_, renaming.id(id_) if there else new, f"{to}{sharp}{new_anchor}", "tautan"
    )


def _renamed(book: Book, uri: str, renaming: Renaming) -> str:
    """The new source address of a page or of a file beside the texts."""
    page = book.pages.get(uri) or book.tests.get(uri)
    path = renaming.file(page.path if page else f"docs/{uri}").removeprefix("docs/")
    return f"{path.removesuffix('.yml')}.md" if page and path.endswith(".yml") else path


def _blocks(page: Page, sources: Sources, renaming: Renaming) -> Iterator[Spot]:
    """The ids of forms and quizzes in blocks, and the numbers of boxes, figures and tables."""
    for mark in page.text.blocks:
        start = sources.offset(mark.target)
        if mark.name in ARGUMENTS:
            id_, old, new = mark.argument, mark.argument, renaming.id(mark.argument)
        elif mark.name in _NUMBERED and mark.argument:
            old = mark.argument.partition(" ")[0]
            id_ = f"{_NUMBERED[mark.name]}-{old.replace('.', '-')}"
            new = renaming.number(id_, old, page.module)
        else:
            continue
        yield Spot(page.path, start, start + len(old), id_, renaming.id(id_), new, "blok")
