"""A chapter drawn for paper made fit for a screen that is read, not written on.

Fields become rooms to write in on paper; page references go, since every link leads there; codes to scan go.
"""

from xml.etree.ElementTree import Element

from handbook.formats.epub.chapters import Chapter, of_class, parents, removed, replaced, words
from handbook.formats.epub.tables import stack
from handbook.html import e

GONE = ("page-ref", "shortcut", "sr-only", "sheet-foot", "miniature", "footnote-backref")
"""Classes of what paper or screen readers of the site need: an e-book says it otherwise."""
PLAIN = (
    *("id", "class", "href", "src", "alt", "width", "height", "start"),
    *("colspan", "rowspan", "scope", "headers", "data-head", "data-target"),
)
"""The attributes that stay, with those of ARIA that name an element which may have a name."""
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
NAMED = ("aside", "section", "nav")
STILL = {"label": "span", "form": "section", "fieldset": "div", "legend": "p", "nav": "section"}
"""Elements of what is filled in, and what they are where nothing is."""


def fit(chapter: Chapter) -> None:
    """Change a chapter's elements in place."""
    body = chapter.body
    _remove(body)
    _head(body)
    for element in list(body.iter()):
        _still(element)
    _level(body)
    for table in body.iter("table"):
        stack(table)
    for element in body.iter():
        _clean(element)


def _remove(body: Element) -> None:
    above = parents(body)
    for element in of_class(body, GONE):
        removed(element, above[element])
    for element in [item for item in body.iter("img") if item.get("src", "").startswith("data:")]:
        removed(element, above[element])


def _head(body: Element) -> None:
    """The code and the title of a sheet as a heading, then the line of the book."""
    for head in of_class(body, ["sheet-head"]):
        said = {item.get("class", ""): words(item) for item in head}
        code, title = said.get("sheet-code", ""), said.get("sheet-title", "")
        kicker = e("span", code, e("span", ": ", class_="colon"), class_="kicker") if code else None
        line = e("p", said.get("sheet-book", ""), class_="sheet-book")
        replaced(head, "div", "sheet-head", e("h1", kicker, title), line)


def _still(element: Element) -> None:
    """Turn what is filled in on a screen into what stands still; a head without words is a cell."""
    if element.tag == "input":
        is_box = element.get("type") in ("checkbox", "radio")
        replaced(element, "span", "room room-tick" if is_box else "room room-input")
    elif element.tag == "textarea":
        replaced(element, "span", "room room-textarea")
    elif element.tag == "th" and not words(element):
        element.tag = "td"
    element.tag = STILL.get(element.tag, element.tag)


def _level(body: Element) -> None:
    """Let no heading skip a level: a sheet stands alone here, and not below the headings of its page."""
    above: list[str] = []
    for heading in (item for item in body.iter() if item.tag in HEADINGS):
        while above and above[-1] >= heading.tag:
            above.pop()
        above.append(heading.tag)
        heading.tag = HEADINGS[len(above) - 1]


def _clean(element: Element) -> None:
    """Keep the attributes that mean something in an e-book."""
    for name in list(element.attrib):
        is_name = name in ("aria-label", "aria-labelledby") and element.tag in NAMED
        if name not in PLAIN and not is_name:
            del element.attrib[name]
