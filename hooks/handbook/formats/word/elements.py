"""The elements of a sheet drawn as paragraphs and tables: one written list of what is drawn how.

An element that is not in the list raises NotDrawnError, so that a new kind of form part that is made of
something new has to say here how it looks in Word.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from lxml import etree

from handbook.formats.word.controls import Labels, control, is_field, node, text_run
from handbook.html import Element
from handbook.strings import Strings

Nodes: TypeAlias = Iterator[etree._Element]
RUNS = {"em": "Emphasis", "strong": "Strong", "row-number": "FormLabel"}
"""The styles of words within a paragraph, by their tag or class."""
INLINE = ("span", "label", "em", "strong")


class NotDrawnError(Exception):
    """An element of a sheet about which nothing says how it is drawn in Word."""


@dataclass(frozen=True)
class Canvas:
    """All that drawing needs: strings, labels of the fields, room on a page, the next numbered list."""

    strings: Strings
    labels: Labels
    width_mm: float
    height_mm: float
    new_list: Callable[[], int]


def labels(sheet: Element) -> dict[str, str]:
    """The words of each label, also of those that are only read aloud, by the name of the field."""
    found = ((label.get("for", ""), "".join(label.itertext())) for label in sheet.iter("label"))
    return {name: " ".join(words.split()).rstrip(":") for name, words in found}


def paragraph(style: str, *pieces: etree._Element, list_: int | None = None) -> etree._Element:
    """A paragraph in a style, of a numbered list if one is given."""
    own = node("pPr", node("pStyle", val=style))
    if list_ is not None:
        own.append(node("numPr", node("ilvl", val="0"), node("numId", val=str(list_))))
    return node("p", own, *pieces)


def words(element: Element, sheet: Canvas, style: str | None = None, *, in_cell: bool = False) -> Nodes:
    """The runs of an element: its words and fields, without what is only read aloud."""
    own = RUNS.get(element.tag) or RUNS.get(element.get("class", "")) or style
    yield from _run(element.text, own)
    for child in element:
        if is_field(child):
            yield control(child, sheet.labels, sheet.strings, in_cell=in_cell)
        elif child.tag not in INLINE:
            raise NotDrawnError(f"{element.tag} {child.tag}.{child.get('class', '')}")
        elif "sr-only" not in child.get("class", "").split():
            yield from words(child, sheet, own, in_cell=in_cell)
        yield from _run(child.tail, own)


def _run(text: str | None, style: str | None) -> Nodes:
    if text:
        yield text_run(text, style)


def fields(element: Element) -> list[Element]:
    """The places to fill in; the boxes of one choice are one place."""
    found = [item for item in element.iter() if is_field(item)]
    boxes = {box for picks in found if picks.tag == "span" for box in picks.iter("input")}
    return [item for item in found if item not in boxes]


def _asked(line: Element) -> Element:
    """The words that ask for what is written on a line."""
    return next(item for item in line.iter() if item.tag == "label" or item.get("class") == "picks-asked")


def line(element: Element, sheet: Canvas) -> Nodes:
    """A label and its field: in one line, or the field below a long question."""
    [field] = fields(element)
    there = control(field, sheet.labels, sheet.strings, in_cell=False)
    if "line-long" in element.get("class", "").split():
        yield paragraph("FormQuestion", *words(_asked(element), sheet))
        yield paragraph("FormAnswer", there)
    else:
        asked = words(_asked(element), sheet, "FormLabel")
        yield paragraph("FormLine", *asked, node("r", node("tab")), there)


def numbered(element: Element, sheet: Canvas) -> Nodes:
    """A numbered list; below an item that asks for something, its field."""
    number = sheet.new_list()
    for item in element:
        there = [control(field, sheet.labels, sheet.strings, in_cell=False) for field in fields(item)]
        asked, style = (_asked(item), "FormQuestion") if there else (item, "ListNumber")
        yield paragraph(style, *words(asked, sheet), list_=number)
        yield from (paragraph("FormAnswer", field) for field in there)


def styled(style: str) -> Callable[[Element, Canvas], Nodes]:
    """Draws an element as one paragraph."""

    def draw(element: Element, sheet: Canvas) -> Nodes:
        yield paragraph(style, *words(element, sheet))

    return draw


def nothing(_: Element, __: Canvas) -> Nodes:
    """Draws an element not at all: title and source stand above the sheet and in the foot of the page."""
    yield from ()
