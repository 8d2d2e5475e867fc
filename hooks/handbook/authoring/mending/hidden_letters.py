"""Letters without width that come along when text is pasted: soft hyphens, joiners, byte-order marks."""

import re
from collections.abc import Iterator

from handbook.authoring.mending.repair import Damaged, Repair
from handbook.problem import Kind

_NOTHING = re.compile("[\\u00ad\\u200b\\u200c\\u200d\\u2060-\\u2064\\ufeff]")
"""Letters that can go without a change of what is read; marks of direction cannot."""


def mend(damaged: Damaged) -> Iterator[Repair]:
    """They are taken out."""
    for item, text in damaged.of_kind(Kind.LETTER_HIDDEN):
        if _NOTHING.match(text):
            yield damaged.instead(item.place, 1, "")
