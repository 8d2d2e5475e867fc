"""An explicit reference `[teks][id]` has words and a target, and the words promise that target."""

from handbook.book import Book, Page, Target
from handbook.book.uses import origin_of
from handbook.checks.links import page_of
from handbook.problem import Kind, Problems, nearest, problem
from handbook.source.mdtext import Link


def check(book: Book) -> Problems:
    """References without words or target, and links whose words are a mention of something else."""
    for page in book.pages.values():
        for link in page.text.references:
            yield from _one(book, link)
            yield from _promise(book, page, link, book.targets.get(link.target))
        for link in page.text.links:
            there = page_of(book, page, link.target)
            anchor = link.target.partition("#")[2]
            yield from _promise(book, page, link, book.targets.at(there.uri, anchor) if there else None)


def _promise(book: Book, page: Page, link: Link, there: Target | None) -> Problems:
    """The words of a link that are a mention agree with where it leads; a page's name fits all of it."""
    for mention in book.scanner.scan(link.text, origin_of(page)) if there else ():
        target = book.targets.get(mention.id)
        if target is None or there is None or target.id == there.id:
            continue
        if target.page != there.page or target.anchor:
            words = " ".join(link.text.split())
            yield problem(link.place, Kind.REFERENCE_OTHER, kata=words, sumber=there.label)


def _one(book: Book, link: Link) -> Problems:
    if not link.text.strip():
        yield problem(link.place, Kind.REFERENCE_EMPTY, kata=f"[][{link.target}]")
    elif book.targets.get(link.target) is None and not book.planned_id(link.target):
        words = " ".join(f"[{link.text}][{link.target}]".split())
        hints = nearest(link.target, book.targets.by_id, 0.6)
        yield problem(link.place, Kind.REFERENCE_MISSING, hints, link.target, kata=words)
