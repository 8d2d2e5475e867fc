"""Small changes of a finished page for reading: sizes of figures, lettered lists, titles that may break."""

import re
from itertools import pairwise
from pathlib import Path
from xml.etree.ElementTree import SubElement

from markdown.util import AtomicString

from handbook.html import Element

_VIEW = re.compile(r"viewBox=\"[\d.-]+ [\d.-]+ (?P<width>[\d.]+) (?P<height>[\d.]+)\"")
LETTERED = "lettered"
"""The CSS class of lists whose items are lettered by their author: they are drawn without bullets."""
_LETTER = re.compile(r"\s*([a-z])\.\s")
TITLES = ("h1", "h2", "h3")


def size_images(root: Element, folder: Path) -> None:
    """Give every SVG image in a tree the size of its drawing, so that its page keeps its shape.

    `folder` is that of the page.
    """
    for image in root.iter("img"):
        file = folder / image.get("src", "")
        if file.suffix != ".svg" or not file.is_file():
            continue
        drawing = _VIEW.search(file.read_text(encoding="utf-8", errors="replace"))
        if drawing and "width" not in image.attrib:
            image.set("width", drawing["width"])
            image.set("height", drawing["height"])


def mark_lettered(root: Element) -> None:
    """Give the CSS class to every list that runs a., b., c. …"""
    for element in root.iter("ul"):
        found = [_LETTER.match("".join(item.itertext())) for item in element.findall("li")]
        letters = [ord(match[1]) for match in found if match]
        runs_on = all(after == before + 1 for before, after in pairwise(letters))
        if len(letters) == len(found) > 1 and runs_on:
            element.set("class", LETTERED)


def break_after_strokes(root: Element) -> None:
    """Let every title of a page break after the slashes of its own text, for narrow screens."""
    for title in (element for element in root.iter() if element.tag in TITLES):
        last = title[-1] if len(title) else None
        text = (last.tail if last is not None else title.text) or ""
        first, *rest = text.split("/")
        if not rest:
            continue
        start = AtomicString(f"{first}/")
        if last is None:
            title.text = start
        else:
            last.tail = start
        for number, part in enumerate(rest, 1):
            SubElement(title, "wbr").tail = AtomicString(part + "/" * (number < len(rest)))
