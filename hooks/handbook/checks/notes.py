"""An editor's note says whether it is on the law or on the edition; print leaves the second out."""

from handbook.book import Book
from handbook.problem import Kind, Problems, problem
from handbook.source.blocknames import EDITOR_NOTE, NOTE_KINDS, note_of
from handbook.source.mdtext import MarkdownText


def check(book: Book) -> Problems:
    """Notes without a kind, and headings and blocks that print would lose with a note on the edition."""
    for page in book.pages.values():
        for mark in page.text.blocks:
            if mark.name == EDITOR_NOTE and not note_of(mark.argument)[0]:
                kinds = ", ".join(NOTE_KINDS)
                yield problem(mark.target, Kind.NOTE_KIND, kata=mark.argument or "-", boleh=kinds)
        yield from _lost(page.text)


def _lost(text: MarkdownText) -> Problems:
    """Headings and blocks inside a note that only the site shows."""
    inside = [(mark.place, f"/// {mark.name}") for mark in text.blocks if mark.name != EDITOR_NOTE]
    inside += [(heading.place, heading.title) for heading in text.headings]
    for place, words in inside:
        if place.line - text.body_line in text.edition_lines:
            yield problem(place, Kind.NOTE_HOLDS_TARGET, kata=words)
