"""A passage: the smallest part of a source that reviewers see as a paragraph, cell or string."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from handbook.authoring.review import atoms
from handbook.authoring.review.atoms import Atom
from handbook.problem import Place
from handbook.source.yamltext import Step


class Role(StrEnum):
    """The shape in which a passage is shown, and what it is in its source."""

    LABEL = "label"
    """Words of the engine around a passage; comments on them have a place, changes have none."""
    HEADING = "heading"
    TITLE = "title"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    CELL = "cell"
    CODE = "code"
    STRING = "string"


@dataclass(frozen=True)
class SourcePassage:
    """A passage of the file `path`, from `start` to `end` in its text.

    `level` is that of a heading or a list; `marker` what stands before an item. `blocks` are the names of the
    blocks around it, `key` its path in YAML, `cell` the table, row and column in which it is shown.
    """

    path: str
    role: Role
    start: int
    end: int
    atoms: tuple[Atom, ...]
    source: str
    level: int = 0
    marker: str = ""
    blocks: tuple[str, ...] = ()
    key: tuple[Step, ...] = ()
    cell: tuple[str, int, int] | None = None
    is_hidden: bool = False
    """Whether only facilitators read it."""

    @property
    def shown(self) -> str:
        """The text that reviewers see."""
        return atoms.shown(self.atoms)

    @property
    def is_free(self) -> bool:
        """Whether it can be changed by those who review."""
        return self.role is not Role.LABEL

    @property
    def digest(self) -> str:
        """A short hash of its source, by which it is found again."""
        words = f"{self.role}\0{self.shown if self.role is Role.LABEL else self.source}"
        return hashlib.sha256(words.encode()).hexdigest()[:12]

    def place(self, text: str, offset: int = 0) -> Place:
        """Line and column, in the text of its file, of an offset of what is shown."""
        return Place.in_text(self.path, text, atoms.source_at(self.atoms, offset, self.start))


def label(path: str, words: str, at: int, **more: object) -> SourcePassage:
    """Words of the engine that stand for a place in a file."""
    solid = (Atom(words, at, at, solid=True),)
    return SourcePassage(path, Role.LABEL, at, at, solid, "", **more)  # type: ignore[arg-type]
