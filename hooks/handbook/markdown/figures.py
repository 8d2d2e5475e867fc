"""Sizes of figures, so that a page keeps its shape while they load."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree.ElementTree import Element

_VIEW = re.compile(r"viewBox=\"[\d.-]+ [\d.-]+ (?P<width>[\d.]+) (?P<height>[\d.]+)\"")


def size_images(root: Element, folder: Path) -> None:
    """Give every SVG image in a tree the size of its drawing; `folder` is that of the page."""
    for image in root.iter("img"):
        file = folder / image.get("src", "")
        if file.suffix != ".svg" or not file.is_file():
            continue
        drawing = _VIEW.search(file.read_text(encoding="utf-8", errors="replace"))
        if drawing and "width" not in image.attrib:
            image.set("width", drawing["width"])
            image.set("height", drawing["height"])
