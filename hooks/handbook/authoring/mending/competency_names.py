"""Names of competencies behind their codes that are not those of the register."""

from collections.abc import Iterator

from handbook.authoring.mending.repair import Damaged, Repair
from handbook.problem import Kind


def mend(damaged: Damaged) -> Iterator[Repair]:
    """The name of the register, where the wrong one stands plainly behind the code."""
    for item, _ in damaged.of_kind(Kind.COMPETENCY_NAME):
        code, words, right = (str(item.words[key]) for key in ("kode", "kata", "harap"))
        yield from damaged.words_at(item.place, f"{code} ({words})", f"{code} ({right})")
