"""Limits of the fields of a painted part: text in the size of its box, ticks that exclude each other.

Viewers differ in what they do with text that has no room: they shrink it below reading, cut it, or scroll. So
each field of text gets one size and the number of letters for which its box has room in that size: a viewer
takes no more of them. The figures were found with PDFium, Poppler and MuPDF.

Rules for a hand (class `ruled`) would run through what is typed, since each viewer sets its lines in its own
distance: a field that can be filled in is framed instead.
"""

import re
from typing import Any
from xml.etree.ElementTree import Element

import pydyf

SIZES = (10.0, 9.0, 8.0, 7.5, 7.0)
"""Type sizes, in points: the first with room enough, not above the stylesheet's, never below the last."""
LETTER = {True: 0.5, False: 0.57}
"""A letter of Helvetica, the widest font that viewers take, in sizes: long texts hold fewer capitals."""
LEADING, MARGIN = 1.18, 2.5
"""A line, in sizes; the edge that viewers leave, in points."""
LOST = 3
"""Letters that a line loses to the word that goes on on the next one."""
ROOM = {True: 240, False: 18}
"""Letters that a box of several lines, and of one, is to have room for if it can."""
FILLABLE_STYLE = (
    " textarea.ruled { background: none !important;"
    " border: 0.5pt solid var(--line, currentcolor) !important }"
)
SEVERAL_LINES, NO_SCROLLING = 1 << 12, 1 << 23
CHOICE = "pilihan"
FONT = re.compile(r"/(\S+)\s+([0-9.]+)\s+Tf")
COLOR = re.compile(r"(?:[0-9.]+\s+)+(?:g|rg|k)(?=\s|$)")
STATE = re.compile(r"[^A-Za-z0-9-]")

Widget = Any  # pydyf has no types


def equip(element: Element, widget: Widget, words: str, more: str, zoom: float) -> None:
    """Finish the widget of a field labelled `words`; `more` is a text that says how many letters fit.

    Types are `zoom` times as large as the stylesheet says.
    """
    if widget["FT"] == "/Tx":
        limit = _measure(widget, zoom)
        widget["MaxLen"] = limit
        words += more.format(limit=limit) if _several(widget) else ""
    elif widget["FT"] == "/Ch":
        _measure(widget, zoom)
    elif "data-one" in element.attrib:
        _choose(widget)
    widget["TU"] = pydyf.String(words)


def _several(widget: Widget) -> bool:
    return bool(int(widget.get("Ff", 0)) & SEVERAL_LINES)


def _sides(widget: Widget) -> tuple[float, float]:
    """Width and height of a field, in points."""
    left, bottom, right, top = map(float, widget["Rect"])
    return abs(right - left), abs(top - bottom)


def _measure(widget: Widget, zoom: float) -> int:
    """Write the size of a field's text and its flags; gives the number of letters that fit."""
    several, written = _several(widget), widget["DA"].string
    text = written.decode() if isinstance(written, bytes) else written
    font, color = FONT.search(text), COLOR.search(text)
    largest = float(font[2]) if font else SIZES[0]
    sizes = [size * zoom for size in SIZES if size <= largest] or [SIZES[-1] * zoom]
    rooms = {size: _room(*_sides(widget), size, several) for size in sizes}
    size = next((size for size, room in rooms.items() if room >= ROOM[several]), sizes[-1])
    if font:
        dress = color[0] if color else "0 g"
        widget["DA"] = pydyf.String(f"/{font[1]} {size:g} Tf {dress}")
    if widget["FT"] == "/Tx":
        widget["Ff"] = int(widget.get("Ff", 0)) | NO_SCROLLING
    return rooms[size]


def _room(width: float, height: float, size: float, several: bool) -> int:
    """The number of letters that fit; at least one."""
    across = int((width - 2 * MARGIN) / (LETTER[several] * size))
    if not several:
        return max(across, 1)
    lines = max(int((height - 2 * MARGIN) / (LEADING * size)), 1)
    return max(lines * (across - LOST), across, 1)


def _choose(widget: Widget) -> None:
    """Make a box an option of a choice: it gets the choice's name, its value is the last step of its own."""
    group, _, own = widget["T"].string.rpartition(".")
    state = STATE.sub("-", own)
    widget["T"] = pydyf.String(f"{group}.{CHOICE}" if group else CHOICE)
    widget["AP"]["N"] = pydyf.Dictionary({state: widget["AP"]["N"]["on"]})
