"""Lists with the bullets of a word processor, and lists glued to the text above them."""

import re
from collections.abc import Iterator

from handbook.authoring.mending.repair import Damaged, Repair
from handbook.problem import Kind

_BULLET = re.compile(r"[•▪●◦‣·∙■□➢✓][ \t]+")


def mend(damaged: Damaged) -> Iterator[Repair]:
    """A hyphen for the bullet; an empty line above the first item."""
    for item, text in damaged.of_kind(Kind.LIST_BROKEN):
        if bullet := _BULLET.match(text):
            yield damaged.instead(item.place, len(bullet.group()), "- ")
        elif item.place.column == 1:
            yield damaged.instead(item.place, 0, "\n")
