"""Headings of a level that they cannot have: the first, or more than one below the heading before."""

import re
from collections.abc import Iterator

from handbook.authoring.mending.repair import Damaged, Repair
from handbook.problem import Kind

_MARKS = re.compile(r"#{1,6}(?=[ \t]*[^#\s])")


def mend(damaged: Damaged) -> Iterator[Repair]:
    """The level that fits; the first of a row of headings that jump, for the others follow it."""
    for item, text in damaged.of_kind(Kind.BODY_HEADING):
        if marks := _MARKS.match(text):
            yield damaged.instead(item.place, len(marks.group()), "##")
    done: set[str] = set()
    for item, text in damaged.of_kind(Kind.HEADING_JUMP):
        marks = _MARKS.match(text)
        if marks and item.place.path not in done:
            done.add(item.place.path)
            yield damaged.instead(item.place, len(marks.group()), str(item.words["harap"]))
