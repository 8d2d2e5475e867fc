"""An instrument (instrumen kerja, IK): a form to fill in, in one YAML file.

From the one file come the blank printed form, the form on screen, the fields of
the PDF and the worked example.
"""

from collections.abc import Iterable, Iterator
from typing import Annotated, Literal, Self, get_args

from pydantic import Field, field_validator, model_validator

from handbook.content.forms.base import FormField, Path, Role
from handbook.content.forms.kinds import AnyPart
from handbook.content.reminders import Reminders
from handbook.content.stage import Grouping
from handbook.source.authored import (
    Authored,
    ForAll,
    FormNumber,
    Prose,
    ProseMark,
    Slug,
    Text,
    Title,
    UnfitError,
    YesNo,
    like,
)
from handbook.strings import Strings

IdentityLine = Literal["nama", "kecamatan", "kelompok", "jabatan", "nip", "tanggal"]
PERSONAL = ("nama", "kecamatan", "jabatan", "nip")
"""The lines of identity that tell who somebody is."""

ANY_ROW = "*"
CarryPath = Annotated[str, like("tempat", r"^(ik-[\da-z]+(-\d+)?\.)?[a-z0-9-]+(\.([a-z0-9-]+|\*)){0,2}$")]
FormId = Annotated[str, like("id_formulir", r"^ik-(\d{1,2}-\d{1,2}|[a-z])$")]


Receiver = Literal["orang", "pasangan", "kelompok", "kelompok-lain", "kelas", "dinding"]
"""Receivers of a copy; `kelompok-lain`: a group gets one for each other group, `dinding`: for the wall."""

FILLED_BY: dict[str, Receiver] = {
    "perorangan": "orang",
    "berpasangan": "pasangan",
    "kelompok": "kelompok",
    "kelas": "kelas",
}
"""The receivers by default: those who fill in the sheet."""


class Duplication(Authored):
    """Instructions for copying a form; every key is optional."""

    per: ForAll[list[Receiver]] = Field(alias="per", default=[])
    count: ForAll[int] = Field(alias="jumlah", default=1, ge=1, le=20)
    spare: ForAll[int] = Field(alias="cadangan", default=0, ge=0, le=50)
    groups: ForAll[list[Annotated[int, Field(ge=1)]]] = Field(alias="kelompok", default=[])
    sides: ForAll[Literal["satu", "dua"] | None] = Field(alias="sisi", default=None)
    paper: ForAll[Text | None] = Field(alias="kertas", default=None)
    book: ForAll[Literal["penuh", "kecil"]] = Field(alias="di_buku", default="penuh")
    """Whether the book has the sheet, or a small picture of what is handed out."""
    size: ForAll[Literal["penuh", "setengah"]] = Field(alias="ukuran", default="penuh")
    """Whether copies are set on a whole sheet of paper or on half of one, upright, front and back."""
    cut: ForAll[YesNo | None] = Field(alias="gunting", default=None)


class Carry(Authored):
    """A transfer from another form: `ik-2-1.kisi.dukungan` (row, cell or part) into a place of this one.

    `ik-10-1.ukuran.*.awal` is a column of a table: each row of it, into the same row of `hasil.*.awal`.
    """

    source: ForAll[CarryPath] = Field(alias="dari")
    into: ForAll[CarryPath] = Field(alias="ke")

    @property
    def source_form(self) -> str:
        """The id of the form that it comes from."""
        return self.source.partition(".")[0]


class Instrument(Authored):
    """One form. Its id is the name of its file: ik-2-1, which is mostly that of its number."""

    number: ForAll[FormNumber] = Field(alias="nomor")
    own_id: ForAll[FormId | None] = Field(alias="id", default=None)
    """The id of a form whose number was another form's in a published edition; answers are kept under it."""
    title: ForAll[Title] = Field(alias="judul")
    summary: ForAll[Prose] = Field(alias="ringkas")
    filled_by: ForAll[Grouping] = Field(alias="diisi_oleh")
    stages: ForAll[Annotated[list[Text], Field(min_length=1)]] = Field(alias="tahap")
    orientation: ForAll[Literal["tegak", "lanskap"]] = Field(alias="orientasi")
    guide: ForAll[Annotated[list[Prose], Field(min_length=1)]] = Field(alias="petunjuk")
    needed_data: ForAll[list[Prose]] = Field(alias="perlu_data", default=[])
    carries: list[Carry] = Field(alias="mengambil_dari", default=[])
    identity: ForAll[list[IdentityLine]] = Field(alias="identitas", default=["nama", "kecamatan", "tanggal"])
    reminders: Reminders | None = Field(alias="pengingat", default=None)
    note: ForAll[Prose | None] = Field(alias="catatan", default=None)
    parts: Annotated[list[AnyPart], Field(min_length=1)] = Field(alias="bagian")
    example: ForAll[Annotated[dict[str, object], ProseMark()]] = Field(alias="contoh", default={})
    saved: ForAll[YesNo] = Field(alias="simpan", default=True)
    anonymous: ForAll[YesNo] = Field(alias="anonim", default=False)
    aliases: ForAll[list[Slug]] = Field(alias="alias", default=[])
    example_note: ForAll[Prose | None] = Field(alias="catatan_contoh", default=None)
    copies: Duplication = Field(alias="cetak", default_factory=Duplication)

    @field_validator("identity")
    @classmethod
    def _asks_once(cls, lines_: list[IdentityLine]) -> list[IdentityLine]:
        if len(set(lines_)) < len(lines_):
            raise UnfitError("identitas")
        return lines_

    @model_validator(mode="after")
    def _asks_no_name(self) -> Self:
        """Refuse an anonymous form with a line for a name or with values taken over."""
        own = [line for line in self.identity if line in PERSONAL]
        if self.anonymous and (own or self.carries or [*own_lines(self)]):
            raise UnfitError("anonim")
        return self

    @model_validator(mode="after")
    def _halves_stand(self) -> Self:
        """Refuse half a page lying down."""
        if self.copies.size == "setengah" and self.orientation == "lanskap":
            raise UnfitError("setengah_tegak")
        return self

    def label(self, strings: Strings) -> str:
        """`IK 2.1`."""
        return strings("instrumen.pendek", nomor=self.number)

    @property
    def for_one(self) -> bool:
        """Whether one person fills in a copy."""
        return self.filled_by == "perorangan" or "orang" in self.copies.per

    @property
    def id(self) -> str:
        """Its own id, else that of its number: `ik-2-1`, or `ik-a` where forms have letters."""
        return self.own_id or self.numbered_id

    @property
    def numbered_id(self) -> str:
        """The id that its number gives: that of mentions."""
        return f"ik-{self.number.replace('.', '-').lower()}"


def targets(instrument: Instrument) -> Iterator[tuple[str, str, str, str]]:
    """Numbered rows and columns: kind, number, id, title."""
    for part in instrument.parts:
        yield from part.targets(instrument.id)


def fields(instrument: Instrument) -> Iterator[FormField]:
    """Every field of the parts, in the order of the sheet."""
    for part in instrument.parts:
        yield from part.fields(instrument.id)


def own_lines(instrument: Instrument) -> Iterator[tuple[Role, Path]]:
    """The lines for the reader's own name and district: role, then path below the form's id."""
    yield from ((role, (role,)) for role in get_args(Role) if role in instrument.identity)
    yield from ((item.role, item.path) for item in fields(instrument) if item.role)


def renamed(instrument: Instrument) -> dict[str, str]:
    """Old paths of fields with the new ones; `*` stands for any row."""
    own = dict.fromkeys(instrument.aliases, instrument.id)
    parts = {old: new for part in instrument.parts for old, new in part.renames()}
    return own | {f"{instrument.id}.{old}": f"{instrument.id}.{new}" for old, new in parts.items()}


def example_texts(instrument: Instrument) -> dict[Path, str]:
    """The texts of the worked example by their paths, whether the form has such fields or not."""
    return dict(_texts(instrument.example, ()))


def _texts(filled: object, path: Path) -> Iterator[tuple[Path, str]]:
    if not isinstance(filled, dict):
        yield path, str(filled)
        return
    for key, child in filled.items():
        yield from _texts(child, (*path, key))


def field_paths(instrument: Instrument) -> set[Path]:
    """The path of every field of the parts."""
    return {item.path for item in fields(instrument)}


def has_fields(instrument: Instrument) -> bool:
    """Whether the form has fields: cards to cut out and read have none."""
    return bool(instrument.identity) or any(fields(instrument))


def has_place(known: Iterable[Path], path: Path) -> bool:
    """Whether a form with these fields has a field, or a row, column or part that holds some."""
    return any(is_in(field, path) for field in known)


def is_in(field: Path, path: Path) -> bool:
    """Whether a field is the one that a path names, or lies in the row, column or part that it names."""
    return len(field) >= len(path) and all(
        asked in (ANY_ROW, here) for asked, here in zip(path, field, strict=False)
    )
