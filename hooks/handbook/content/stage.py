"""A stage (tahap) of the session, with minutes, method and materials; it may have parts."""

from collections.abc import Iterable
from typing import Annotated, Literal

from pydantic import Field

from handbook.html import Context, Element, Piece, e, facts, joined, kicker
from handbook.source.authored import (
    Authored,
    DottedNumber,
    ForAll,
    ForFacilitators,
    OldAddresses,
    Prose,
    Text,
    Title,
)
from handbook.strings import Strings

LETTERS = ("A", "B", "C", "D")

Grouping = Literal["perorangan", "berpasangan", "kelompok", "kelas"]
"""The grouping of participants."""


class Display(Authored):
    """Words that a facilitator needs printed large: for the wall, or on cards for every participant.

    Cards may be of a colour each, in the order of the words.
    """

    words: ForFacilitators[Annotated[list[Prose], Field(min_length=1)]] = Field(alias="isi")
    per: ForFacilitators[Literal["dinding", "orang"]] = Field(alias="per", default="dinding")
    colours: ForFacilitators[list[Text]] = Field(alias="warna", default=[])


class HandedOut(Authored):
    """A box or a reading that a stage hands out on paper; several named together share a sheet."""

    what: ForFacilitators[Prose] = Field(alias="apa")
    """Its name as it is mentioned: Kotak 2.1."""
    per: ForFacilitators[Literal["orang", "pasangan", "kelompok", "kelas"]] = "orang"
    groups: ForFacilitators[list[Annotated[int, Field(ge=1)]]] = Field(alias="kelompok", default=[])
    """The only groups that get it, by number."""
    moment: ForFacilitators[Prose | None] = Field(alias="saat", default=None)
    """The moment within the stage, or before it, where that matters."""


class Needs(Authored):
    """Requirements of a stage or of a part of one."""

    materials: ForAll[list[Prose]] = Field(alias="bahan", default=[])
    groups: ForAll[int | None] = Field(alias="jumlah_kelompok", default=None, ge=2, le=40)
    themes: ForAll[list[Prose]] = Field(alias="tema_kelompok", default=[])
    prepare: ForFacilitators[list[Prose]] = Field(alias="siapkan", default=[])
    displays: list[Display] = Field(alias="pajang", default=[])
    handed: list[HandedOut] = Field(alias="bagikan", default=[])
    shorten: ForFacilitators[Prose | None] = Field(alias="persingkat", default=None)


class StagePart(Needs):
    """A part of a stage: Tahap 3B."""

    minutes: ForAll[int] = Field(alias="menit", ge=1)
    methods: ForAll[list[Title]] = Field(alias="metode")
    grouping: ForAll[Grouping] = Field(alias="kelompok")
    letter: ForAll[Literal["A", "B", "C", "D"]] = Field(alias="huruf")
    title: ForAll[Title] = Field(alias="judul")


class Stage(Needs):
    """The front matter `tahap:`; without parts it holds its own minutes, method and materials."""

    number: ForAll[int] = Field(alias="nomor", ge=1)
    title: ForAll[Title] = Field(alias="judul")
    topics: ForAll[list[DottedNumber]] = Field(alias="materi", default=[])
    parts: list[StagePart] = Field(alias="bagian", default=[])
    minutes: ForAll[int | None] = Field(alias="menit", default=None, ge=1)
    methods: ForAll[list[Title]] = Field(alias="metode", default=[])
    grouping: ForAll[Grouping | None] = Field(alias="kelompok", default=None)
    aliases: OldAddresses = ()

    @property
    def total_minutes(self) -> int:
        """The stage's minutes, or those of its parts together."""
        return sum(part.minutes for part in self.parts) if self.parts else self.minutes or 0

    @property
    def materials_of_all(self) -> list[str]:
        """Materials of the stage and of all its parts."""
        return [*self.materials, *(item for part in self.parts for item in part.materials)]


def stage_id(module: int, number: int, letter: str = "") -> str:
    """`tahap-2-3` or `tahap-2-3b`."""
    return f"tahap-{module}-{number}{letter.lower()}"


def stage_link(module: int, stage: str, context: Context, **attributes: str) -> Element:
    """A link to a stage or a part of one as forms name them: `3` or `3B`."""
    words = context.strings("tahap.pendek", nomor=stage)
    return context.link(f"tahap-{module}-{stage.lower()}", words, **attributes)


def list_id(module: int) -> str:
    """The id of the list of a module's stages: `modul-2-tahap`."""
    return f"modul-{module}-tahap"


def part_letter(title: str, strings: Strings) -> str | None:
    """The letter of a heading `Bagian A`, under which the engine writes a part's title and facts."""
    return next((letter for letter in LETTERS if title == strings("tahap.bagian", huruf=letter)), None)


def overview(stage: Stage, context: Context) -> Element:
    """Time, method, grouping and materials of a stage; only its time when it has parts."""
    if stage.parts:
        return facts([(context.strings("tahap.waktu"), _minutes(stage.total_minutes, context))])
    return _facts(stage.total_minutes, stage.methods, stage.grouping or "kelas", stage, context)


def part_heading(part: StagePart, module: int, stage: int, context: Context) -> list[Element]:
    """Title and facts of a part."""
    label = context.strings("tahap.bagian", huruf=part.letter)
    title = e("h2", kicker(label), part.title, id=stage_id(module, stage, part.letter))
    return [title, _facts(part.minutes, part.methods, part.grouping, part, context)]


def _facts(minutes: int, methods: list[str], grouping: str, needs: Needs, context: Context) -> Element:
    s = context.strings
    rows: list[tuple[str, Iterable[Piece] | str]] = [
        (s("tahap.waktu"), _minutes(minutes, context)),
        (s("tahap.metode"), ", ".join(methods)),
        (s("tahap.kelompok"), _grouped(grouping, needs.groups, context)),
        (s("tahap.bahan"), joined([e("span", context.prose(item)) for item in needs.materials])),
    ]
    return facts(rows)


def _grouped(grouping: str, groups: int | None, context: Context) -> str:
    name = context.strings(f"pengelompokan.{grouping}")
    return f"{name} ({context.strings('tahap.jumlah_kelompok', jumlah=groups)})" if groups else name


def _minutes(minutes: int, context: Context) -> str:
    return context.strings("tahap.menit", menit=minutes)


def timeline(stages: list[Stage], module: int, uses: dict[int, list[str]], context: Context) -> Element:
    """All stages of a module in order; `uses` gives per stage the forms and readings that it needs."""
    items = (_timeline_item(stage, module, uses.get(stage.number, []), context) for stage in stages)
    return e("ol", *items, class_="timeline", id=list_id(module))


def _timeline_item(stage: Stage, module: int, uses: list[str], context: Context) -> Element:
    id_ = stage_id(module, stage.number)
    head = e(
        "p",
        e("span", str(stage.number), class_="timeline-number"),
        context.link(id_, stage.title, class_="timeline-title"),
        e("span", _minutes(stage.total_minutes, context), class_="timeline-minutes"),
        class_="timeline-head",
    )
    parts = [_timeline_part(part, module, stage.number, context) for part in stage.parts]
    links = joined([context.link(used, context.name(used)) for used in uses], " · ")
    return e(
        "li",
        head,
        e("ul", *parts, class_="timeline-parts") if parts else None,
        e("p", links, class_="timeline-uses") if links else None,
        class_="timeline-stage",
        data_stage=id_,
    )


def _timeline_part(part: StagePart, module: int, stage: int, context: Context) -> Element:
    label = context.strings("tahap.bagian_judul", huruf=part.letter, judul=part.title)
    minutes = e("span", _minutes(part.minutes, context), class_="timeline-minutes")
    return e("li", context.link(stage_id(module, stage, part.letter), label), " ", minutes)
