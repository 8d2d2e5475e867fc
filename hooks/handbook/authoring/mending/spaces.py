"""Spaces too many in running text: two in a row, one before a comma, one at the end of a line, odd ones."""

import re
from collections.abc import Iterator

from handbook.authoring.mending.repair import Damaged, Repair
from handbook.authoring.sources import Edit

_ODD = "\\u2000-\\u200a\\u202f\\u205f\\u3000"
_WRONG = (
    (re.compile(rf"[{_ODD}]"), " "),
    (re.compile(r"(?<=[\w,;:.!?)”\"*_])  +(?=[\w(“\"*_\[])"), " "),
    (re.compile(r"(?<=[\w)*_\"]) +(?=[,.;:!?](?:\s|$))"), ""),
    (re.compile(r"(?<=\S) $"), ""),
)
"""Patterns with what stands there instead. Two spaces at the end of a line break it and stay."""


def mend(damaged: Damaged) -> Iterator[Repair]:
    """One space or none, outside tables and code."""
    for page in damaged.book.all_pages:
        place = len(page.text.text) - len(page.text.body)
        for line in page.text.prose.split("\n"):
            if not line.lstrip().startswith("|"):
                for pattern, new in _WRONG:
                    for found in pattern.finditer(line):
                        edit = Edit(place + found.start(), place + found.end(), new)
                        yield Repair(page.path, edit)
            place += len(line) + 1
