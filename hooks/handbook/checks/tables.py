"""Tables are well formed: an empty line before, a rule below the head, no surplus cell, not too wide."""

import re
from collections.abc import Iterator

from handbook.book import Book, Page
from handbook.book.known_pages import kept_clean
from handbook.problem import Kind, Place, Problem, Problems, problem
from handbook.source.mdtext import MarkdownText

_RULE = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
WIDEST = 14
"""Columns that a page laid across has room for; print/tables.css turns the page for more than eight."""


def check(book: Book) -> Problems:
    """Tables that would be printed raw, lose cells or run off the paper."""
    for page in book.pages.values():
        yield from _on_page(book, page)


@kept_clean
def _on_page(_: Book, page: Page) -> list[Problem]:
    if "|" not in page.text.visible:
        return []
    return [item for first, lines in _blocks(page.text) for item in _one(page.text, first, lines)]


def _blocks(text: MarkdownText) -> Iterator[tuple[int, list[str]]]:
    """Runs of lines with neither an empty line nor the edge of a block between them, and where they begin."""
    run: list[str] = []
    lines = [*text.visible.split("\n"), ""]
    for number, line in enumerate(lines):
        if line.strip() and not line.startswith("///"):
            run.append(line)
            continue
        if any(item.lstrip().startswith("|") for item in run):
            yield number - len(run), run
        run = []


def _one(text: MarkdownText, first: int, lines: list[str]) -> Problems:
    is_row = [line.lstrip().startswith("|") for line in lines]
    if sum(is_row) < 2:
        return
    at = is_row.index(True)
    has_rule = len(lines) > 1 and bool(_RULE.fullmatch(lines[1])) and "-" in lines[1]
    if at or not has_rule:
        yield _problem(text, first + at, lines[at], Kind.TABLE_BROKEN)
        return
    wanted = _cells(lines[0])
    longer = next((number for number, line in enumerate(lines) if number > 1 and _cells(line) > wanted), None)
    if longer is not None:
        yield _problem(text, first + longer, lines[longer], Kind.CELL_LOST, wanted)
    if wanted > WIDEST:
        yield _problem(text, first, lines[0], Kind.TABLE_WIDE, WIDEST)


def _problem(text: MarkdownText, line: int, words: str, kind: Kind, most: int = 0) -> Problem:
    place = Place(text.path, text.body_line + line)
    return problem(place, kind, kata=words.strip()[:60], ada=_cells(words), batas=most)


def _cells(line: str) -> int:
    """The number of cells in a row; a bar after a backslash is a letter."""
    return len(re.findall(r"(?<!\\)\|", line.strip().removeprefix("|").removesuffix("|"))) + 1
