"""A kind of form part is a class that names its fields; whatever is made of a form reads them from there.

The page on the site, the printed sheet and its PDF fields, what other forms take over, the reader's workbook
and the session packs need nothing else: nobody outside a kind's file knows its name.
"""

import dataclasses
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal, NamedTuple, TypeAlias

from pydantic import Field

from handbook.content.forms import field
from handbook.html import Context, Element, plain
from handbook.source.authored import Authored, ForAll, Prose, Slug
from handbook.strings import Strings

Path: TypeAlias = tuple[str, ...]
"""Ids from the part down to a field: part and line, or part, row and column."""
Texts: TypeAlias = Mapping[Path, str]
"""The answers in a form, by the paths of its fields."""
Role = Literal["nama", "kecamatan"]
"""Lines on the person who fills in the form: lists of names and earlier answers fill them."""


class Aliased(Authored, ABC):
    """Something with a permanent id; a renamed one keeps its old ids as `alias`."""

    @abstractmethod
    def moves(self) -> Iterator[tuple[str, str]]:
        """Old and new steps of a path below the part; `*` stands for any row."""


class Named(Aliased):
    """Something whose id is one step of a path: a part, a row, a line."""

    id: ForAll[Slug]
    aliases: ForAll[list[Slug]] = Field(alias="alias", default=[])

    def moves(self) -> Iterator[tuple[str, str]]:
        """The old ids, each with the one of today."""
        return ((old, self.id) for old in self.aliases)


@dataclass(frozen=True)
class FormField(ABC):
    """A place to fill in. Its name is the same on screen, in the PDF and in spreadsheets: form, then path.

    `title` is what it asks for in the author's words, `role` whether that is the reader's name or district.
    """

    name: str
    title: str
    role: Role | None = dataclasses.field(default=None, kw_only=True)

    @property
    def path(self) -> Path:
        """Its path in the form."""
        return tuple(self.name.split(".")[1:])

    @property
    def is_date(self) -> bool:
        """Whether a day is asked for."""
        return False

    def label(self, _: Strings, /) -> str:
        """Its label, in the author's words or the engine's."""
        return self.title

    def words(self, strings: Strings) -> str:
        """Short words for it where it stands alone, without marks."""
        return " ".join(plain(self.label(strings)).split())

    @abstractmethod
    def to_html(self, context: Context) -> Element:
        """The field with its label."""


class Usual(FormField):
    """A field that the author does not name: its title is a key of the strings."""

    def label(self, strings: Strings, /) -> str:
        """In the engine's words."""
        return strings(self.title)


class CutSheet(NamedTuple):
    """The order for a part that is cut up: number of sheets, their title, colour of the paper."""

    copies: int
    title: str | None
    colour: str | None


class FormPart(Named, ABC):
    """Base of all kinds; a kind must say its fields and draw them."""

    differs: ClassVar[bool] = False
    """Whether each copy of its form is another one, drawn by the form's id: game sheets."""
    shows_empty: ClassVar[bool] = False
    """Whether its example shows the fields too that it leaves empty."""
    kind: ForAll[str] = Field(alias="jenis")

    @abstractmethod
    def fields(self, form: str) -> Sequence[FormField]:
        """Every field from first to last; their names begin with `form`, the form's id or that of a copy."""

    @abstractmethod
    def to_html(self, form: str, context: Context) -> Element:
        """The blank part with all its fields."""

    def example(self, filled: Texts, form: str, context: Context) -> Element:
        """The filled fields, read only."""
        shown = [item for item in self.fields(form) if self.shows_empty or item.path in filled]
        pairs = [(item.label(context.strings), filled.get(item.path, "")) for item in shown]
        return field.filled_list(pairs, context)

    def targets(self, _form: str, /) -> Iterator[tuple[str, str, str, str]]:
        """Rows and columns that texts can refer to: kind, number, id, title."""
        yield from ()

    def cut(self, _people: int, /) -> CutSheet | None:
        """The sheets for so many people when the part is cut up; None when it stays in its form."""
        return None

    @property
    def paths(self) -> list[Path]:
        """The path of every field."""
        return [item.path for item in self.fields("")]

    @property
    def required(self) -> list[Path]:
        """The places that a filled form must fill: a field, or anywhere in a row or part."""
        return sorted(self.paths)

    def place(self, form: str, *steps: str) -> str:
        """The name of a field in this part."""
        return ".".join((form, self.id, *steps))

    def renames(self) -> Iterator[tuple[str, str]]:
        """Old and new path of the part, its rows, lines and columns."""
        yield from self.moves()
        lists = (value for value in dict(self).values() if isinstance(value, list))
        for item in (item for value in lists for item in value if isinstance(item, Aliased)):
            yield from ((f"{self.id}.{old}", f"{self.id}.{new}") for old, new in item.moves())


class TitledPart(FormPart, ABC):
    """A part that may have a title."""

    title: ForAll[Prose | None] = Field(alias="judul", default=None)
