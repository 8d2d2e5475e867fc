"""The values that the press takes and gives back. No WeasyPrint, no pikepdf here."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Literal

ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


class PressError(Exception):
    """The press could not finish; nothing was written."""


class Kind(StrEnum):
    """What a note is about; the caller has the words for readers."""

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


@dataclass(frozen=True)
class Label:
    """How the pages of a part are numbered: `Label("D", "2-")` gives 2-1, 2-2 …"""

    style: Literal["D", "r", ""] = "D"
    prefix: str = ""
    start: int = 1

    def text(self, index: int) -> str:
        """The label of the part's page with this index (from 0)."""
        number = self.start + index
        return self.prefix + {"D": str(number), "r": roman(number), "": ""}[self.style]

    def guess(self) -> str:
        """A label as wide as most of this part will be."""
        return self.prefix + {"D": "00", "r": "xviii", "": ""}[self.style]


@dataclass(frozen=True)
class Part:
    """One HTML document of the book; `late` ones are laid out when the others are numbered."""

    name: str
    title: str
    html: str
    label: Label = Label()
    late: bool = False


@dataclass(frozen=True)
class Metadata:
    """What the PDF says about itself. Without `created`, SOURCE_DATE_EPOCH or now is taken."""

    title: str
    language: str = "id"
    author: str = ""
    subject: str = ""
    keywords: tuple[str, ...] = ()
    edition: str = ""
    created: datetime | None = None


@dataclass(frozen=True)
class Strings:
    """The words of a page reference, in the language of the book."""

    format: str = " (hlm. {label})"
    same: str = " (hlm. ini)"


@dataclass(frozen=True)
class Anchor:
    """Where a target landed: part, page in the part (from 0), point in PDF units, page label."""

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
    """Something the caller should know; `words` is WeasyPrint's text or the thing concerned."""

    part: str
    kind: Kind
    words: str


@dataclass(frozen=True)
class Report:
    """What a run of the press made and found."""

    out: Path
    pages: dict[str, int] = field(default_factory=dict)
    anchors: dict[str, Anchor] = field(default_factory=dict)
    dead: tuple[Dead, ...] = ()
    warnings: tuple[Note, ...] = ()
    passes: int = 1
    seconds: dict[str, float] = field(default_factory=dict)
