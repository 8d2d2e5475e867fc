"""The plan of a course as its author writes it: pelatihan/<id>.yml."""

import datetime
from enum import StrEnum
from typing import Annotated, Literal, Self, TypeAlias

from pydantic import Field, model_validator

from handbook.html import Paper
from handbook.settings import Clock
from handbook.source.authored import Authored, Slug, Text, Title, UnfitError, YesNo, like

UnitNumber = Annotated[str, like("nomor_tahap", r"^\d{1,2}[A-D]?$")]
"""A stage or a part of one: 3 or 3B."""


Mixing: TypeAlias = Literal["kabupaten", "kelamin", "acak"]
"""People of a district or of a sex come into different groups, or chance alone decides."""


class EventKind(StrEnum):
    """Everything that can happen on a day; the last is not written but follows from a fixed time."""

    OPENING = "pembukaan"
    TEACHING = "modul"
    BREAK = "istirahat"
    LUNCH = "makan"
    PRAYER = "salat"
    FRIDAY = "jumat"
    TEST = "tes"
    REVIEW = "tinjauan"
    HOPES = "pohon-harapan"
    ENERGISER = "penyegar"
    DAY_EVALUATION = "evaluasi-hari"
    COURSE_EVALUATION = "evaluasi-akhir"
    CLOSING = "penutupan"
    OTHER = "lain"
    FREE = "luang"


PAUSES = frozenset({EventKind.BREAK, EventKind.LUNCH, EventKind.PRAYER, EventKind.FRIDAY})
"""In these nobody works. At a fixed time they cut a stage in two."""


class Classroom(Authored):
    """A part of the participants in a room of their own, with those who lead them."""

    room: Text = Field(alias="ruang")
    leaders: Annotated[list[Slug], Field(min_length=1)] = Field(alias="fasilitator")


class Item(Authored):
    """Something on a day. Without a time it begins when the item before it ends.

    Leaders are ids of facilitators; with `classes` it is held in several rooms at once.
    """

    time: Clock | None = Field(alias="jam", default=None)
    leaders: list[Slug] = Field(alias="fasilitator", default=[])
    room: Text | None = Field(alias="ruang", default=None)
    classes: list[Classroom] = Field(alias="kelas", default=[])

    @model_validator(mode="after")
    def _is_led_once(self) -> Self:
        """Refuse rooms and leaders both of the whole item and of its classes."""
        if self.classes and (self.room or self.leaders):
            raise UnfitError("kelas_sendiri")
        return self


class ModuleItem(Item):
    """A module or a run of its stages; `shortened` gives the minutes of stages held in less time.

    With `regrouped` the class is divided anew, mixed so, for these stages and those after them.
    """

    kind: Literal["modul"] = Field(alias="jenis")
    module: int = Field(alias="nomor", ge=1)
    stages: list[UnitNumber] = Field(alias="tahap", default=[])
    shortened: dict[UnitNumber, Annotated[int, Field(ge=1)]] = Field(alias="dipersingkat", default={})
    regrouped: Mixing | None = Field(alias="kelompok_baru", default=None)


class ExamItem(Item):
    """A test of one form over modules, all of them unless some are named."""

    kind: Literal["tes"] = Field(alias="jenis")
    form: Literal["A", "B"] = Field(alias="bentuk")
    minutes: int = Field(alias="menit", ge=1, le=1440)
    modules: list[int] = Field(alias="modul", default=[])


class OtherItem(Item):
    """A pause, an opening, a review …; the title is the usual one of its kind unless it has its own."""

    kind: Literal[
        "pembukaan",
        "istirahat",
        "makan",
        "salat",
        "jumat",
        "tinjauan",
        "pohon-harapan",
        "penyegar",
        "evaluasi-hari",
        "evaluasi-akhir",
        "penutupan",
        "lain",
    ] = Field(alias="jenis")
    minutes: int = Field(alias="menit", ge=1, le=1440)
    title: Title | None = Field(alias="judul", default=None)


AnyItem: TypeAlias = Annotated[ModuleItem | ExamItem | OtherItem, Field(discriminator="kind")]


class DayPlan(Authored):
    """A day: its date, its items in order; `start` and `until` only where they are not the usual ones."""

    date: datetime.date = Field(alias="tanggal")
    start: Clock | None = Field(alias="mulai", default=None)
    until: Clock | None = Field(alias="sampai", default=None)
    items: Annotated[list[AnyItem], Field(min_length=1)] = Field(alias="acara")


class Facilitator(Authored):
    """Someone who leads; the plan names them by the id."""

    id: Slug
    name: Text = Field(alias="nama")
    nip: Text | None = None


class Grouping(Authored):
    """The making of groups where the book does not say: how they are mixed, people in each."""

    by: Mixing = Field(alias="menurut", default="acak")
    people: int = Field(alias="orang", default=5, ge=2, le=20)


class Letterhead(Authored):
    """The lines at the head of lists and certificates, and a mark beside them (a picture file)."""

    lines: Annotated[list[Text], Field(min_length=1, max_length=5)] = Field(alias="baris")
    mark: Text | None = Field(alias="lambang", default=None)


class PassRule(Authored):
    """The least attendance and the least mark of test B for a certificate, in percent."""

    attendance: int = Field(alias="hadir", default=80, ge=0, le=100)
    mark: int | None = Field(alias="nilai", default=None, ge=0, le=100)


class Certificate(Authored):
    """The signer of certificates and the pattern of their numbers; `{urut}` stands for 1, 2 …"""

    name: Text = Field(alias="nama")
    position: Text = Field(alias="jabatan")
    nip: Text | None = None
    number: Text = Field(alias="nomor")
    place: Text | None = Field(alias="kota", default=None)
    date: datetime.date | None = Field(alias="tanggal", default=None)


class PlannedBook(Authored):
    """The state of the book for which the plan was made: edition, minutes of the stages by module."""

    edition: Text = Field(alias="edisi")
    minutes: dict[int, list[int]] = Field(alias="menit")


class CoursePlan(Authored):
    """Everything in the plan of a course."""

    title: Title = Field(alias="judul")
    place: Text = Field(alias="tempat")
    organiser: Text = Field(alias="penyelenggara")
    zone: Literal["wib", "wita", "wit"] = Field(alias="zona", default="wib")
    start: Clock = Field(alias="mulai")
    until: Clock = Field(alias="sampai")
    friday: YesNo = Field(alias="jumat", default=True)
    """Whether Friday prayers are kept."""
    participants: int = Field(alias="peserta", ge=1, le=500)
    names: Text | None = Field(alias="nama", default=None)
    """The file of names, relative to the folder of the book."""
    facilitators: Annotated[list[Facilitator], Field(min_length=1)] = Field(alias="fasilitator")
    rooms: Annotated[list[Text], Field(min_length=1)] = Field(alias="ruang")
    groups: Grouping = Field(alias="kelompok", default_factory=Grouping)
    seed: Text | None = Field(alias="benih", default=None)
    paper: Paper | None = Field(alias="kertas", default=None)
    duplex: YesNo = Field(alias="bolak_balik", default=False)
    spare: int = Field(alias="cadangan", default=0, ge=0, le=50)
    """Copies more of each sheet for participants."""
    facilitator_copies: int | None = Field(alias="salinan_fasilitator", default=None, ge=0, le=50)
    book_in_hand: YesNo = Field(alias="buku_di_tangan", default=True)
    """Whether every participant has the printed book."""
    price: int | None = Field(alias="harga", default=None, ge=1)
    """Rupiah for a copied sheet."""
    letterhead: Letterhead | None = Field(alias="kop", default=None)
    passing: PassRule = Field(alias="lulus", default_factory=PassRule)
    certificate: Certificate | None = Field(alias="sertifikat", default=None)
    delete_names: datetime.date | None = Field(alias="hapus_nama", default=None)
    """The day on which names of participants are to be deleted."""
    book: PlannedBook = Field(alias="buku")
    days: Annotated[list[DayPlan], Field(min_length=1, max_length=30)] = Field(alias="hari")
