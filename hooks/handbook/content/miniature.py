"""The small picture of a form whose sheet the facilitator hands out: in the book only this is printed."""

from handbook.content.forms import field
from handbook.html import Context, Element, e

LEAVES = frozenset({"cards", "name-sheet"})
"""The classes of what fills a leaf of its own."""


def miniature(sheet: Element, context: Context) -> Element:
    """A blank sheet made small, without its fields; it keeps the ids of its rows and columns."""
    id_ = sheet.attrib.pop("id")
    _keep_first(sheet)
    for element in sheet.iter():
        if element.tag in field.TAGS:
            _to_room(element)
        elif element.tag == "label":
            element.tag = "span"
            del element.attrib["for"]
        elif element.tag == "h3":  # seen, but no heading of the page that the picture stands on
            element.tag, element.attrib = "p", {**element.attrib, "class": "miniature-head"}
    sheet.tag = "div"
    sheet.attrib = {"class": sheet.attrib["class"]}
    return e(
        "figure",
        e("figcaption", context.strings("instrumen.diperkecil")),
        e("div", sheet, class_="miniature-frame"),
        class_="miniature",
        id=id_,
    )


def _keep_first(sheet: Element) -> None:
    """Of several leaves to cut up or to hang up, leave the first."""
    pairs = [(parent, child) for parent in sheet.iter() for child in parent]
    leaves = [pair for pair in pairs if LEAVES.intersection(pair[1].get("class", "").split())]
    for parent, child in leaves[1:]:
        parent.remove(child)


def _to_room(element: Element) -> None:
    """Let a field be the empty room that it takes."""
    kind = "tick" if element.get("type") == "checkbox" else element.tag
    css = f"room room-{kind} {element.get('class', '')}".strip()
    element.tag, element.text, element.attrib = "span", None, {"class": css}
