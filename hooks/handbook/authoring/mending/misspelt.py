"""Misspelt mentions and citations of laws, when what they then name is there: *ik 2.1*, *UU 23/14*."""

from collections.abc import Iterator

from handbook.authoring.mending.repair import Damaged, Repair
from handbook.mentions.scanner import TextOrigin
from handbook.problem import Kind


def mend(damaged: Damaged) -> Iterator[Repair]:
    """The right spelling that the check names."""
    book = damaged.book
    for item, _ in damaged.of_kind(Kind.MENTION_ODD):
        right = str(item.words["benar"])
        page = next((page for page in book.all_pages if page.path == item.place.path), None)
        mentions = book.scanner.scan(right, TextOrigin(page.module if page else None))
        if len(mentions) == 1 and book.targets.get(mentions[0].id):
            yield from damaged.words_at(item.place, str(item.words["kata"]), right)
