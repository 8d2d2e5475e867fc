"""Terms that the book spells in one way only (`ejaan:` in handbook.yml)."""

from collections.abc import Iterator

from handbook.authoring.mending.repair import Damaged, Repair
from handbook.problem import Kind


def mend(damaged: Damaged) -> Iterator[Repair]:
    """The spelling of the book, with a capital where there was one."""
    for item, _ in damaged.of_kind(Kind.SPELLING_OTHER):
        words, right = str(item.words["kata"]), str(item.words["harap"])
        new = right[:1].upper() + right[1:] if words[:1].isupper() else right
        yield from damaged.words_at(item.place, words, new)
