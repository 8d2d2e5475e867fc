"""The boxes and readings that stages hand out."""

from collections.abc import Iterator, Sequence

from handbook.book.book import Book
from handbook.book.targets import Target
from handbook.mentions.scanner import TextOrigin

KINDS = ("box", "bacaan")


def named(book: Book, text: str, where: TextOrigin) -> Iterator[str]:
    """The ids that a text mentions, those inside a range included."""
    mentions = book.known.get("scanned", f"{where} {text}", book.scanner, book.scanner.scan, text, where)
    yield from (mention.id for mention in mentions)
    for first, last in book.scanner.ranges(text, mentions):
        order = [target.id for target in book.targets.of_kind(first.kind)]
        if first.id in order and last.id in order:
            yield from order[order.index(first.id) : order.index(last.id)]


def handed(book: Book, texts: Sequence[str], module: int | None) -> list[Target]:
    """The boxes and readings that these texts mention, in the order of mention, each once."""
    ids = (id_ for text in texts for id_ in named(book, text, TextOrigin(module)))
    found = (book.targets.get(id_) for id_ in dict.fromkeys(ids))
    return [target for target in found if target is not None and target.kind in KINDS]
