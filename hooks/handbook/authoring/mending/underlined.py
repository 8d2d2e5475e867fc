"""Sentences that a rule right below them turns into headings."""

from collections.abc import Iterator

from handbook.authoring.mending.repair import Damaged, Repair
from handbook.problem import Kind


def mend(damaged: Damaged) -> Iterator[Repair]:
    """An empty line between both."""
    for item, text in damaged.of_kind(Kind.HEADING_UNDERLINED):
        end = text.find("\n")
        if end >= 0:
            yield damaged.instead(item.place, 0, "\n", end + 1)
