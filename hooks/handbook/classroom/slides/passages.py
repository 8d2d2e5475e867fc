"""The passages of a drawn page that a deck may show: lists, tables, figures, boxes, notes, paragraphs."""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import TypeAlias

from lxml.html import HtmlElement, fragment_fromstring

from handbook.classroom.slides.deck import TableBody, TextLine
from handbook.source.blocknames import HANDOUT, SHOWN

_TITLES = ("box-title", "note-title")


@dataclass(frozen=True)
class SubHeading:
    """A heading; `id` is that of its place in the book."""

    text: str
    id: str


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of running text."""

    text: str


@dataclass(frozen=True)
class Listing:
    """A list with its marks."""

    lines: tuple[TextLine, ...]
    numbered: bool


@dataclass(frozen=True)
class Tabular:
    """A table with its caption, if it has one."""

    title: str
    grid: TableBody
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Image:
    """A picture with its caption, the path of its file from the book's folder, its text and explanations."""

    title: str
    path: str
    alt: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Framed:
    """Passages in a box, or marked for the screen when `chosen`."""

    title: str
    passages: tuple["Passage", ...]
    chosen: bool


@dataclass(frozen=True)
class Remarks:
    """A note for facilitators."""

    texts: tuple[str, ...]


Passage: TypeAlias = SubHeading | Paragraph | Listing | Tabular | Image | Framed | Remarks


def passages(html: str) -> list[Passage]:
    """The passages of a page in order; sheets that are handed out and notes of editors are left out."""
    return list(_found(fragment_fromstring(html, create_parent="article")))


def _found(parent: HtmlElement) -> Iterator[Passage]:
    for element in parent:
        if isinstance(element.tag, str):
            yield from _one(element, (element.get("class") or "").split(" "))


def _one(element: HtmlElement, classes: Sequence[str]) -> Iterator[Passage]:
    match element.tag:
        case "h2" | "h3" | "h4":
            yield SubHeading(words(element), element.get("id") or "")
        case "p" if element.find(".//img") is not None:
            yield _image(element, "")
        case "p" if not set(_TITLES).intersection(classes):
            yield Paragraph(words(element))
        case "ol" | "ul":
            yield Listing(tuple(_lines(element)), element.tag == "ol")
        case "table":
            yield Tabular("", _grid(element))
        case "figure":
            yield from _figure(element)
        case "aside" | "div":
            yield from _block(element, classes)


def _block(element: HtmlElement, classes: Sequence[str]) -> Iterator[Passage]:
    if "facilitator-note" in classes:
        items = (item for item in element.iter("p", "li", "tr") if item.get("class") != "note-title")
        texts = [text for item in items if (text := _remark(item))]
        yield Remarks((*texts, *_footnotes(element)))
    elif "box" in classes:
        title = next((words(item) for item in element.iter("p") if item.get("class") == "box-title"), "")
        yield Framed(title, tuple(_found(element)), chosen=False)
    elif SHOWN in classes:
        yield Framed(element.get("data-title") or "", tuple(_found(element)), chosen=True)
    elif element.tag == "div" and not {HANDOUT, "footnote"}.intersection(classes):
        yield from _found(element)


def _footnotes(element: HtmlElement) -> Iterator[str]:
    """The footnotes of a passage, which stand at the end of its page."""
    for link in element.xpath(".//sup//a[starts-with(@href, '#')]"):
        for item in element.getroottree().xpath("//li[@id=$id]", id=link.get("href")[1:]):
            yield words(item)


def _remark(item: HtmlElement) -> str:
    """A paragraph, an item or a row of a note; the cells of a row with bars between them."""
    return " | ".join(words(cell) for cell in item) if item.tag == "tr" else words(item)


def _figure(element: HtmlElement) -> Iterator[Passage]:
    caption = element.find(".//figcaption")
    title = words(caption) if caption is not None else ""
    notes = tuple(text for item in element.iter("p", "li") if (text := words(item)))
    for table in element.iter("table"):
        yield Tabular(title, _grid(table), notes)
    for image in element.iter("img"):
        yield Image(title, image.get("src") or "", image.get("alt") or "", notes)


def _image(element: HtmlElement, title: str) -> Image:
    image = next(element.iter("img"))
    return Image(title, image.get("src") or "", image.get("alt") or "")


def _lines(element: HtmlElement) -> Iterator[TextLine]:
    """The items of a list, those of lists within it after their own."""
    first = int(element.get("start") or 1)
    for number, item in enumerate(element.findall("li"), first):
        own = deepcopy(item)
        for inner in own.xpath(".//ol | .//ul"):
            inner.drop_tree()
        yield _line(own, f"{number}." if element.tag == "ol" else "•")
        for inner in item.xpath("./ol | ./ul"):
            yield from _lines(inner)


def _line(item: HtmlElement, mark: str) -> TextLine:
    """An item; what it begins with in bold is its lead."""
    text = words(item)
    strong = item.find(".//strong")
    lead = words(strong) if strong is not None else ""
    if not lead or not text.startswith(lead) or text == lead:
        return TextLine(text, mark)
    end = len(lead) + (1 if text[len(lead)] in ":,;." else 0)
    return TextLine(text[end:].strip(), mark, text[:end])


def _grid(table: HtmlElement) -> TableBody:
    rows = [[words(cell) for cell in row.iter("th", "td")] for row in table.iter("tr")]
    wide = max(len(row) for row in rows)
    filled = [(*row, *[""] * (wide - len(row))) for row in rows]
    return TableBody(filled[0], tuple(filled[1:]))


def words(element: HtmlElement) -> str:
    """The words of an element, without the numbers of footnotes."""
    own = deepcopy(element)
    for note in own.xpath(".//sup | .//a[contains(@class, 'footnote-backref')]"):
        note.drop_tree()
    for line in own.xpath(".//br"):
        line.tail = f" {line.tail or ''}"
    for quoted in own.xpath(".//q"):
        quoted.text = f"“{quoted.text or ''}"
        quoted.tail = f"”{quoted.tail or ''}"
    return " ".join(own.text_content().split())
