"""Lists whose items are lettered by their author are drawn without bullets."""

from __future__ import annotations

import re
from itertools import pairwise
from xml.etree.ElementTree import Element

CLASS = "lettered"
_LETTER = re.compile(r"\s*([a-z])\.\s")


def mark_lettered(root: Element) -> None:
    """Give the CSS class to every list that runs a., b., c. …"""
    for element in root.iter("ul"):
        found = [_LETTER.match("".join(item.itertext())) for item in element.findall("li")]
        letters = [ord(match[1]) for match in found if match]
        runs_on = all(after == before + 1 for before, after in pairwise(letters))
        if len(letters) == len(found) > 1 and runs_on:
            element.set("class", CLASS)
