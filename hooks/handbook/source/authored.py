"""Types for the models of authors' files: kinds of texts and numbers, and for whom a field is.

Readers stand in the type of a field, `ForAll[Prose]`. A field without a declaration is for facilitators: a
forgotten word cannot publish a secret.
"""

from dataclasses import dataclass
from enum import IntEnum
from typing import Annotated, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from handbook.problem import phrase


class Readers(IntEnum):
    """Groups of readers, the smallest last; the greater of two is the group that both allow."""

    ALL = 0
    ANSWERED = 1
    """Readers who have answered a self-check, on its page; not in the index, in print or among changes."""
    FACILITATORS = 2


T = TypeVar("T")
ForAll = Annotated[T, Readers.ALL]
InKey = Annotated[T, Readers.ANSWERED]
ForFacilitators = Annotated[T, Readers.FACILITATORS]


class UnfitError(ValueError):
    """A value that breaks a rule of its own; the key is one under `harap` and says what would fit."""

    def __init__(self, key: str, **words: object) -> None:
        super().__init__(key)
        self.phrase = phrase(key, **words)


PATTERNS: dict[str, str] = {}
"""For each pattern of a text the key of its words, under `harap`."""


def like(key: str, pattern: str) -> StringConstraints:
    """A text that matches a pattern. Authors are shown the words at `harap.<key>`, never the pattern."""
    PATTERNS[pattern] = key
    return StringConstraints(pattern=pattern)


class Authored(BaseModel):
    """Base of everything that authors write: unknown keys are refused, values never change."""

    model_config = ConfigDict(extra="forbid", frozen=True, validate_by_name=True, validate_by_alias=True)

    @classmethod
    def readers(cls, jenis: object) -> Readers:
        """For whom a record of a `jenis` is as a whole; a field can be for fewer, never for more."""
        del jenis
        return Readers.ALL


@dataclass(frozen=True)
class ProseMark:
    """Marks a string that readers read: mentions in it are checked, and linked unless it is a title."""

    linked: bool = True


def _yes_or_no(value: object) -> object:
    return {"ya": True, "tidak": False}.get(str(value).strip().lower(), value)


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Title = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1), ProseMark(linked=False)]
Prose = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1), ProseMark()]
YesNo = Annotated[bool, BeforeValidator(_yes_or_no)]
DottedNumber = Annotated[str, like("nomor", r"^\d{1,2}\.\d{1,2}$")]
FormNumber = Annotated[str, like("nomor_formulir", r"^(\d{1,2}\.\d{1,2}|[A-Z])$")]
IndicatorNumber = Annotated[str, like("nomor_indikator", r"^\d{1,2}\.\d{1,2}\.\d{1,2}$")]
RowNumber = Annotated[str, like("nomor_baris", r"^[0-9A-Za-z.]{1,8}$")]
Slug = Annotated[str, like("id", r"^[a-z0-9]+(-[a-z0-9]+)*$")]
OldAddress = Annotated[str, like("alamat", r"^[a-z0-9-]+(/[a-z0-9-]+)*$")]
OldAddresses = Annotated[ForAll[tuple[OldAddress, ...]], Field(alias="alias")]
Height = Annotated[str, like("tinggi", r"^([89]|[1-5]\d|60)mm$")]
"""Room for a hand in a row, on paper; overrides/css/heights.css has a rule for each."""


def number_in(id_: str) -> str:
    """The printed number of what has an id of its kind and number: `2.1` in `ik-2-1`, `2` in `kuis-2`."""
    return id_.partition("-")[2].replace("-", ".")
