"""Titles on narrow screens: a line may break after a slash."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from markdown.util import AtomicString

TITLES = ("h1", "h2", "h3")


def break_after_strokes(root: Element) -> None:
    """Let every title of a page break after the strokes of its own text."""
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
