"""The small picture of a form whose sheet the facilitator hands out: in the book only this is printed."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from handbook.content.forms import field
from handbook.html import Context, e


def miniature(sheet: Element, context: Context) -> Element:
    """A blank sheet made small, without its fields; it keeps the ids of its rows and columns."""
    id_ = sheet.attrib.pop("id")
    for element in sheet.iter():
        if element.tag in field.TAGS:
            _to_room(element)
        elif element.tag == "label":
            element.tag = "span"
            del element.attrib["for"]
    sheet.tag = "div"
    sheet.attrib = {"class": sheet.attrib["class"]}
    return e(
        "figure",
        e("figcaption", context.strings("instrumen.diperkecil")),
        e("div", sheet, class_="miniature-frame"),
        class_="miniature",
        id=id_,
    )


def _to_room(element: Element) -> None:
    """Let a field be the empty room that it takes."""
    kind = "tick" if element.get("type") == "checkbox" else element.tag
    css = f"room room-{kind} {element.get('class', '')}".strip()
    element.tag, element.text, element.attrib = "span", None, {"class": css}
