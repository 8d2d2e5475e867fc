"""The written list: how each block of a sheet is drawn, by its class or its tag."""

from collections.abc import Callable

from handbook.formats.word import elements, tables
from handbook.formats.word.elements import Canvas, Nodes, NotDrawnError, styled
from handbook.html import Element


def draw(element: Element, sheet: Canvas) -> Nodes:
    """The paragraphs and tables of a block; the first of its names in the list says how it is drawn."""
    names = [*element.get("class", "").split(), element.tag]
    name = next((name for name in names if name in DRAWN), None)
    if name is None:
        raise NotDrawnError(".".join(names))
    yield from DRAWN[name](element, sheet)


def _inside(element: Element, sheet: Canvas) -> Nodes:
    for child in element:
        yield from draw(child, sheet)


def _story(element: Element, sheet: Canvas) -> Nodes:
    for child in element:
        yield from styled("FormStory")(child, sheet)


DRAWN: dict[str, Callable[[Element, Canvas], Nodes]] = {
    "instrument": _inside,
    "sheet-head": elements.nothing,
    "sheet-foot": elements.nothing,
    "sheet-note": styled("FormNote"),
    "identity": _inside,
    "h3": styled("Heading3"),
    "line": elements.line,
    "lines": _inside,
    "grid-scroll": tables.table,
    "case-story": _story,
    "case-questions": elements.numbered,
    "statements": elements.numbered,
    "signatures": _inside,
    "signature": _inside,
    "legend": styled("FormSigner"),
    "signature-note": styled("Normal"),
    "signature-word": styled("FormSignature"),
    "signature-room": elements.nothing,
    "worksheet-theme": styled("Normal"),
    "worksheet-head": _inside,
    "worksheet-column": _inside,
    "card-sheets": _inside,
    "cards": tables.cards,
    "name-sheets": _inside,
    "name-sheet": _inside,
    "name-halves": _inside,
}
