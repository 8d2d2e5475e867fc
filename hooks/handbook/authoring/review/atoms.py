"""Characters that readers see, each with its place in the source."""

from collections.abc import Sequence
from typing import NamedTuple

NO_MARKS: frozenset[str] = frozenset()
BOLD, ITALIC, CODE = "bold", "italic", "code"


class Atom(NamedTuple):
    """The visible side of a piece of source that cannot be divided: mostly one character.

    `start` and `end` are offsets in the text of the whole file. `marks` tell how it is shown and, as
    `link:ADDRESS`, where it leads. A `solid` atom stands for markup; it can be deleted but not changed.
    """

    shown: str
    start: int
    end: int
    marks: frozenset[str] = NO_MARKS
    solid: bool = False


def shown(atoms: Sequence[Atom]) -> str:
    """The text that readers see."""
    return "".join(atom.shown for atom in atoms)


def index_at(atoms: Sequence[Atom], offset: int) -> int:
    """The index of the atom that holds an offset of the shown text; their number at the end."""
    for index, atom in enumerate(atoms):
        if offset < len(atom.shown):
            return index
        offset -= len(atom.shown)
    return len(atoms)


def source_at(atoms: Sequence[Atom], offset: int, empty: int) -> int:
    """The place in the file of an offset of the shown text; `empty` where nothing is shown."""
    if not atoms:
        return empty
    index = index_at(atoms, offset)
    return atoms[index].start if index < len(atoms) else atoms[-1].end


def trimmed(atoms: Sequence[Atom]) -> tuple[Atom, ...]:
    """Atoms without the spaces at both ends."""
    start, end = 0, len(atoms)
    while start < end and atoms[start].shown.isspace():
        start += 1
    while end > start and atoms[end - 1].shown.isspace():
        end -= 1
    return tuple(atoms[start:end])
