"""The values that the press takes and returns. No WeasyPrint, no pikepdf here."""

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, Literal, Self

SCHEME = "handbook:"
FIGURES = "0123456789"
ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


class PressError(Exception):
    """The press could not finish; nothing was written."""


class NoteKind(StrEnum):
    """Kinds of notes; the caller has the words for readers."""

    WEASYPRINT = "weasyprint"
    OUTSIDE = "berkas-di-luar"
    ATTACHMENT = "lampiran-dibuang"
    BUTTON = "tombol-dibuang"
    RADIO = "radio-jadi-kotak-centang"
    FIELD_NAME = "isian-tanpa-nama"
    FIELD_LABEL = "isian-tanpa-label"
    FIELD_REPEATED = "isian-ganda"
    ID_REPEATED = "id-ganda"
    LINES_UNKNOWN = "weasyprint-tak-dikenal"
    UNSETTLED = "nomor-halaman-belum-tetap"


def roman(number: int) -> str:
    """Write a number in lower roman figures, as PDF viewers do."""
    text = ""
    for value, figure in ROMAN:
        text += figure * (number // value)
        number %= value
    return text


def masked(label: str) -> str:
    """A page label with each figure replaced by 0: labels with equal masks have the same width."""
    return re.sub(f"[{FIGURES}]", "0", label)


@dataclass(frozen=True)
class Label:
    """The page numbering of a part: `Label("D", "2-")` gives 2-1, 2-2 …"""

    style: Literal["D", "r", ""] = "D"
    prefix: str = ""
    start: int = 1

    def text(self, index: int) -> str:
        """The label of the part's page with this index (from 0)."""
        number = self.start + index
        return self.prefix + {"D": str(number), "r": roman(number), "": ""}[self.style]

    def guess(self) -> str:
        """A label as wide as most labels of this part."""
        return self.prefix + {"D": "00", "r": "xviii", "": ""}[self.style]


@dataclass(frozen=True)
class Part:
    """One HTML document of the book; `late` ones are laid out after the others are numbered."""

    name: str
    title: str
    html: str
    label: Label = Label()
    late: bool = False
    bound: bool = True
    """Whether it stands in the book; else only extracts are made of it. Such parts come last: an id that a
    bound part has too leads there."""


@dataclass(frozen=True)
class Metadata:
    """The metadata of the PDF. Without `created`, SOURCE_DATE_EPOCH or the current time is used."""

    title: str
    language: str = "id"
    subject: str = ""
    edition: str = ""
    created: datetime | None = None

    def dated(self) -> Self:
        """The same metadata with a date."""
        return self if self.created else replace(self, created=_now())


def _now() -> datetime:
    """SOURCE_DATE_EPOCH where it is set, so that the same sources give the same bytes."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdecimal():
        return datetime.fromtimestamp(int(epoch), UTC)
    return datetime.now(UTC).replace(microsecond=0)


@dataclass(frozen=True)
class ReferenceWords:
    """The words of a page reference; those of a book's language come from outside."""

    format: str = " ({label})"
    same: str = ""
    more: str = ""
    """Added to the name of a field of several lines: it has room for `{limit}` letters."""


@dataclass(frozen=True)
class Anchor:
    """The place of a target: part, page in the part (from 0), point in PDF units, page label."""

    part: str
    page: int
    x: float
    y: float
    label: str


@dataclass(frozen=True)
class Dead:
    """A link or page reference that leads nowhere; its words stay in the PDF as text."""

    part: str
    target: str
    words: str


@dataclass(frozen=True)
class Note:
    """A finding for the caller; `words` is WeasyPrint's text or the thing concerned."""

    part: str
    kind: NoteKind
    words: str


Bookmark = tuple[str, int, float, float, list[Any], bool]
"""Title, page in the part, x, y, the bookmarks below it, whether they are shown."""


PartFile = tuple[Part, Path, list[Bookmark]]


@dataclass(frozen=True)
class Laid:
    """The result of a layout: the number of pages, and the places of the targets."""

    pages: int
    anchors: dict[str, Anchor]


@dataclass(frozen=True)
class Painted:
    """A finished part, whose PDF is where its job wants it: its bookmarks, its findings."""

    bookmarks: list[Bookmark]
    dead: list[Dead]
    notes: list[Note]


Step = Literal["lay_out", "paint", "paint_unfit", "merge"]
Tell = Callable[[Step, str], None]
"""Told of each step that is done and for which part; "merge" has the name of the file, of an
extract after its part and a slash."""
Order = tuple[Step, Mapping[str, Anchor]]
"""A step (a method of Typesetter) and what it is told of the book's map."""


Answer = Laid | Painted | None
"""The result of a step: None of painting where a label does not fit its line."""


@dataclass(frozen=True)
class Worked:
    """The answer to the last of some steps, and the files read for it with their hashes."""

    answer: Answer
    read: dict[str, str]


@dataclass(frozen=True)
class Extract:
    """A PDF of its own at `out`: a whole part, or some pages of it.

    `first` and `until` are targets of the part: the extract begins on the page of the one
    and ends before the page of the other. Links to the rest of the book become text.
    The part `then`, if there is one of that name, follows whole.
    """

    out: Path
    part: str
    metadata: Metadata
    first: str = ""
    until: str = ""
    then: str = ""


@dataclass(frozen=True)
class Report:
    """The result of a run of the press."""

    out: Path
    pages: dict[str, int] = field(default_factory=dict)
    anchors: dict[str, Anchor] = field(default_factory=dict)
    dead: tuple[Dead, ...] = ()
    warnings: tuple[Note, ...] = ()
    passes: int = 1
    states: dict[str, str] = field(default_factory=dict)
    """For each part a hash of all that shaped its pages."""
