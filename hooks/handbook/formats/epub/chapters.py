"""A part of the print in chapters: a file of the e-book for each page of the book and for each sheet."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from lxml import etree, html

from handbook.html import Piece, append, e
from handbook.press import Part

SHEET = "page-sheet"
"""The class of an article that is a form's sheet."""


@dataclass
class Chapter:
    """A file of the e-book: its name without ending, its title, what kind of page it is, its elements.

    `is_printed` tells whether it stands in the printed book; the sheets that facilitators hand out do not.
    """

    name: str
    title: str
    kind: str
    body: Element
    is_printed: bool = True
    breaks: list[tuple[str, str]] = field(default_factory=list)
    """The labels of the printed pages that begin in it, each with its id."""


def chapters(part: Part, apart: Sequence[Part] = ()) -> list[Chapter]:
    """The chapters of a part; `apart` are its forms, which are parts of their own.

    Sheets end their module, as in print; those that the book has only small are taken from `apart`.
    """
    found = [_chapter(element, part) for element in _pages(part)]
    text, bound = (
        [item for item in found if item.kind != SHEET],
        [item for item in found if item.kind == SHEET],
    )
    known = {item.name: item for item in bound}
    sheets = [known.get(item.name, item) for form in apart for item in _sheet(form)]
    return [*text, *(sheets or bound)]


def _pages(part: Part) -> Iterator[Element]:
    """The articles of a part, or the sections of the front matter."""
    body = parsed(part.html).find("body")
    yield from body if body is not None else ()


def parsed(text: str) -> Element:
    """An HTML document as elements of the house's own kind."""
    root = html.document_fromstring(text)
    return ElementTree.fromstring(etree.tostring(root, method="xml", encoding="unicode", with_tail=False))


def _chapter(element: Element, part: Part) -> Chapter:
    """The chapter of an article or a section, named by the first id in it."""
    kind = str(element.get("class", "")).split()[-1]
    name = next(item.get("id", "") for item in element.iter() if item.get("id"))
    title = element.get("data-head") or next(words(item) for item in element.iter("h1"))
    body = e("section", *element, class_=kind)
    if element.tag != "article":
        body.set("id", name)
    return Chapter(name, title if kind != "cover" else part.title, kind, body)


def _sheet(form: Part) -> Iterator[Chapter]:
    """The sheet of a form that is a part of its own."""
    [article] = _pages(form)
    for sheet in article.iter("form"):
        name = sheet.get("id", "")
        yield Chapter(name, form.title, SHEET, e("section", sheet, class_=SHEET), is_printed=False)


def words(element: Element) -> str:
    """The words of an element on one line."""
    return re.sub(r"\s+", " ", "".join(element.itertext())).strip()


def replaced(element: Element, tag: str, css: str = "", *children: Piece) -> None:
    """Turn an element into another one at its place, with nothing but the given content."""
    tail = element.tail
    element.clear()
    element.tag, element.tail = tag, tail
    if css:
        element.set("class", css)
    append(element, children)


def parents(root: Element) -> dict[Element, Element]:
    """The parent of every element below a root."""
    return {child: parent for parent in root.iter() for child in parent}


def removed(element: Element, parent: Element) -> None:
    """Take an element away and leave the text behind it."""
    before = list(parent).index(element) - 1
    tail = element.tail or ""
    if before >= 0:
        parent[before].tail = (parent[before].tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    parent.remove(element)


def of_class(root: Element, names: Iterable[str]) -> list[Element]:
    """The elements below a root that have one of some classes."""
    wanted = set(names)
    return [item for item in root.iter() if wanted & set(item.get("class", "").split())]
