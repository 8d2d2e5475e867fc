"""Blocks that open with too few slashes: `// kotak`."""

import re
from collections.abc import Iterator

from handbook.authoring.mending.repair import Damaged, Repair
from handbook.problem import Kind

_TOO_FEW = re.compile(r"/{1,2}(?!/)")


def mend(damaged: Damaged) -> Iterator[Repair]:
    """Three slashes, when the block stands at the start of its line."""
    for item, text in damaged.of_kind(Kind.BLOCK_SLASHES):
        slashes = _TOO_FEW.match(text)
        if slashes and item.place.column == 1:
            yield damaged.instead(item.place, len(slashes.group()), "///")
