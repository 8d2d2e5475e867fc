"""A block has a known name, the argument that it needs, no options, and an end."""

from handbook.book import REGISTERS, Book, Page, PageKind
from handbook.book.known_pages import kept_clean
from handbook.problem import Kind, Problem, Problems, nearest, problem
from handbook.source.blocknames import ARGUMENTS, BLOCKS, COURSE, LISTS_OF
from handbook.source.files import PLANS
from handbook.source.mdblocks import BlockMark, with_too_few

PLACES = {"modul": PageKind.MODULE, "lembar": PageKind.STAGE}
"""Blocks that mean nothing on any other kind of page."""


def check(book: Book) -> Problems:
    """Blocks that would vanish or be shown as text."""
    for page in book.pages.values():
        for mark in page.text.blocks:
            yield from _one(book, mark)
            if PLACES.get(mark.name, page.kind) is not page.kind:
                yield problem(mark.place, Kind.BLOCK_MISPLACED, kata=f"/// {mark.name}")
        yield from _no_blocks(book, page)


@kept_clean
def _no_blocks(_: Book, page: Page) -> list[Problem]:
    """Lines that were meant as the edge of a block."""
    text = page.text
    few = with_too_few(text.without_code, BLOCKS, page.path, text.body_line)
    found = [problem(mark.place, Kind.BLOCK_SLASHES, kata=mark.name) for mark in few]
    return found + [problem(place, Kind.BLOCK_MISPLACED, kata=words) for words, place in text.stray_blocks()]


def _one(book: Book, mark: BlockMark) -> Problems:
    if mark.name not in BLOCKS:
        hints = nearest(mark.name, BLOCKS, 0.5, 2)
        yield problem(mark.place, Kind.BLOCK_UNKNOWN, hints, kata=mark.name, boleh=", ".join(sorted(BLOCKS)))
        return
    if mark.end is None:
        yield problem(mark.place, Kind.BLOCK_UNCLOSED, kata=mark.name)
    if mark.option:
        yield problem(mark.option, Kind.BLOCK_OPTION, kata=mark.name)
    yield from _argument(book, mark)


def _argument(book: Book, mark: BlockMark) -> Problems:
    rule = BLOCKS[mark.name]
    words = f"/// {mark.name} | {mark.argument}"
    if rule.pattern.fullmatch(mark.argument) is None:
        yield problem(mark.target, Kind.BLOCK_ARGUMENT, kata=words, harap=rule.example)
    elif mark.name in ARGUMENTS:
        yield from _known(book, mark, ARGUMENTS[mark.name])
    elif mark.name == "daftar" and LISTS_OF.get(mark.argument, mark.argument) in REGISTERS:
        yield from _needed(book, mark, f"docs/lampiran/{LISTS_OF.get(mark.argument, mark.argument)}.yml")
    elif mark.name == COURSE:
        yield from _needed(book, mark, f"{PLANS}/{mark.argument}.yml")


def _needed(book: Book, mark: BlockMark, path: str) -> Problems:
    if not (book.root / path).exists():
        yield problem(mark.target, Kind.FILE_MISSING, kata=path)


def _known(book: Book, mark: BlockMark, kind: str) -> Problems:
    target = book.targets.get(mark.argument)
    if target is None or target.kind != kind:
        known = [target.id for target in book.targets.of_kind(kind)]
        hints = nearest(mark.argument, known, 0.4)
        yield problem(mark.target, Kind.REFERENCE_MISSING, hints, mark.argument, kata=mark.argument)
