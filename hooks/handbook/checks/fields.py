"""Ids within one form are different, old ones (`alias`) too: what a reader typed is kept under them."""

from collections.abc import Iterator

from handbook.book import Book, Page, holding, kept
from handbook.content.instrument import Instrument
from handbook.problem import Place, Problem, Problems, repeated
from handbook.source.yamltext import Node, Step


def check(book: Book) -> Problems:
    """Parts, rows, columns and lines with an id of their neighbours; forms with that of another form."""
    forms = {page.id: page for page, _ in holding(book.pages.values(), Instrument)}
    own = [(id_, Place(page.path)) for id_, page in forms.items()]
    old = [(str(old.value), old.place) for page in forms.values() for old in _aliases(page.node)]
    yield from repeated([*own, *old])
    for page in forms.values():
        yield from _repeated_within(book, page)


@kept
def _repeated_within(_: Book, page: Page) -> list[Problem]:
    return list(_lists(page.node))


def _lists(node: Node) -> Problems:
    children: list[tuple[Step, Node]] = [*node.fields.items(), *enumerate(node.items)]
    for key, child in children:
        if key != "anak":  # columns under a head count with their neighbours
            yield from repeated((str(id_.value), id_.place) for id_ in _ids(child))
        yield from _lists(child)


def _ids(items: Node) -> Iterator[Node]:
    """The ids of a list; columns under a merged head count with their neighbours."""
    for item in items.items:
        if "id" in item.fields:
            yield item.fields["id"]
        yield from _aliases(item)
        if "anak" in item.fields:
            yield from _ids(item.fields["anak"])


def _aliases(item: Node) -> list[Node]:
    return item.fields["alias"].items if "alias" in item.fields else []
