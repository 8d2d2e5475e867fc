"""An instrument (instrumen kerja, IK): a form to fill in, in one YAML file.

From the one file come the blank printed form, the form on screen, the fields of
the PDF and the worked example.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal
from xml.etree.ElementTree import Element

from pydantic import Field, StringConstraints, field_validator

from handbook.duplication import Duplication
from handbook.forms import field
from handbook.forms.parts import PART_KINDS, FormPart
from handbook.forms.renames import renames
from handbook.html import Context, Piece, e, facts, joined, kicker
from handbook.schema import Authored, FormNumber, Prose, ProseMark, Slug, Text, YesNo

IdentityLine = Literal["nama", "kecamatan", "kelompok", "jabatan", "nip", "tanggal"]

CarryPath = Annotated[
    str, StringConstraints(pattern=r"^(ik-[\da-z]+(-\d+)?\.)?[a-z0-9-]+(\.[a-z0-9-]+){0,2}$")
]


class Carry(Authored):
    """What a form takes over: `ik-2-1.kisi.dukungan` (a row, a cell or a part) into a place of its own."""

    source: CarryPath = Field(alias="dari", description="Asal, misalnya ik-2-1.kisi.dukungan")
    into: CarryPath = Field(alias="ke", description="Tujuan dalam formulir ini, misalnya kisi.kelompok")


class Instrument(Authored):
    """One form. Its id is the name of its file: ik-2-1."""

    number: FormNumber = Field(alias="nomor", description="Nomor instrumen: 2.1, atau satu huruf")
    title: Text = Field(alias="judul", description="Judul instrumen")
    summary: Prose = Field(alias="ringkas", description="Untuk apa instrumen ini")
    filled_by: Literal["perorangan", "berpasangan", "kelompok", "kelas"] = Field(
        alias="diisi_oleh", description="Siapa yang mengisi satu lembar"
    )
    stages: Annotated[list[Text], Field(min_length=1)] = Field(
        alias="tahap", description="Tahap yang memakainya, misalnya 3B"
    )
    orientation: Literal["tegak", "lanskap"] = Field(alias="orientasi", description="Arah kertas")
    guide: Annotated[list[Prose], Field(min_length=1)] = Field(
        alias="petunjuk", description="Petunjuk pengisian"
    )
    needed_data: list[Prose] = Field(
        alias="perlu_data", default=[], description="Angka yang dibawa dari tempat kerja"
    )
    carries: list[Carry] = Field(
        alias="mengambil_dari", default=[], description="Isian yang diambil dari instrumen lain"
    )
    identity: list[IdentityLine] = Field(
        alias="identitas", default=["nama", "kecamatan", "tanggal"], description="Baris identitas di atas"
    )
    note: Prose | None = Field(alias="catatan", default=None, description="Catatan di bawah formulir")
    parts: Annotated[list[FormPart], Field(min_length=1)] = Field(
        alias="bagian", description="Bagian formulir"
    )
    example: Annotated[dict[str, Any], ProseMark()] = Field(
        alias="contoh", default={}, description="Contoh isian"
    )
    saved: YesNo = Field(
        alias="simpan", default=True, description="tidak: isian di layar tidak disimpan pada perangkat"
    )
    aliases: list[Slug] = Field(
        alias="alias", default=[], description="Id lama instrumen ini, misalnya ik-2-9"
    )
    example_note: Prose | None = Field(alias="catatan_contoh", default=None, description="Asal contoh")
    copies: Duplication = Field(
        alias="cetak", default_factory=Duplication, description="Untuk paket sesi: salinan dan kertas"
    )

    @field_validator("identity")
    @classmethod
    def _asks_once(cls, lines_: list[IdentityLine]) -> list[IdentityLine]:
        if len(set(lines_)) < len(lines_):
            raise ValueError("setiap baris identitas satu kali")
        return lines_

    @property
    def id(self) -> str:
        """`ik-2-1`, or `ik-a` where forms have letters."""
        return f"ik-{self.number.replace('.', '-').lower()}"


def targets(instrument: Instrument) -> Iterator[tuple[str, str, str, str]]:
    """Numbered rows and columns: kind, number, id, title."""
    for part in instrument.parts:
        yield from PART_KINDS[part.kind].targets(part, instrument.id)


def renamed(instrument: Instrument) -> dict[str, str]:
    """Old places of what readers typed, with their places now; `*` stands for any row."""
    own = dict.fromkeys(instrument.aliases, instrument.id)
    parts = {old: new for part in instrument.parts for old, new in renames(part)}
    return own | {f"{instrument.id}.{old}": f"{instrument.id}.{new}" for old, new in parts.items()}


def example_paths(filled: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The path of every filled place of a worked example."""
    if not isinstance(filled, dict):
        yield path
        return
    for key, child in filled.items():
        yield from example_paths(child, (*path, key))


def field_paths(instrument: Instrument) -> set[tuple[str, ...]]:
    """The path of every place to fill in: part id, then row and column or field id."""
    parts = instrument.parts
    return {(part.id, *path) for part in parts for path in PART_KINDS[part.kind].cell_paths(part)}


def has_place(instrument: Instrument, path: tuple[str, ...]) -> bool:
    """Whether a form has a place to fill in, or a row or part that holds some."""
    return any(known[: len(path)] == path for known in field_paths(instrument))


def card(instrument: Instrument, context: Context) -> Element:
    """A summary with a link, for the stage that uses the form."""
    s = context.strings
    label = s("instrumen.label", nomor=instrument.number)
    return e(
        "aside",
        e("p", label, class_="card-kicker"),
        e(
            "p",
            context.link(instrument.id, instrument.title),
            class_="card-title",
        ),
        e("p", context.prose(instrument.summary), class_="card-text"),
        e("p", _meta(instrument, context), class_="card-meta"),
        class_="card instrument-card",
        aria_label=label,
    )


def _meta(instrument: Instrument, context: Context) -> str:
    s = context.strings
    return s(
        "instrumen.ringkas",
        siapa=s(f"pengelompokan.{instrument.filled_by}"),
        kertas=_paper(instrument, context),
    )


def _paper(instrument: Instrument, context: Context) -> str:
    """`A4 lanskap`."""
    s = context.strings
    return s(f"instrumen.{instrument.orientation}", kertas=s(f"kertas.{context.paper}"))


def heading(instrument: Instrument, context: Context) -> Element:
    """The form's title."""
    label = context.strings("instrumen.pendek", nomor=instrument.number)
    return e("h1", kicker(label), instrument.title, id=instrument.id)


def to_html(
    instrument: Instrument, module: int, context: Context, carried: Element | None = None
) -> list[Element]:
    """Everything below the title: purpose, facts, guide, what it takes over, the form, its worked example."""
    blank = sheet(instrument, context)
    before = [
        e("p", context.prose(instrument.summary), class_="lead"),
        _overview(instrument, module, context),
    ]
    guide = _guide(instrument, context)
    if context.is_print:
        return [*before, guide, *_example(instrument, context), blank]
    example = _example(instrument, context)
    taken = [carried] if carried is not None else []
    return [*before, guide, *example, *taken, _privacy(instrument, context), blank]


def _privacy(instrument: Instrument, context: Context) -> Element:
    """What becomes of what a reader types, and a warning for devices that others use too."""
    s = context.strings
    kept = "instrumen.privasi" if instrument.saved else "instrumen.tak_disimpan"
    return e(
        "div",
        e("p", e("strong", s(f"{kept}.pokok")), " ", s(f"{kept}.rinci")),
        e("p", s("instrumen.data_warga")),
        class_="privacy",
    )


def _overview(instrument: Instrument, module: int, context: Context) -> Element:
    s = context.strings
    links = [_stage_link(stage, module, context) for stage in instrument.stages]
    items = [e("li", context.prose(item)) for item in instrument.needed_data]
    data: list[Piece] = [e("ul", *items)] if items else []
    return facts(
        [
            (s("instrumen.diisi_oleh"), s(f"pengelompokan.{instrument.filled_by}")),
            (s("instrumen.dipakai"), joined(links)),
            (s("instrumen.kertas"), _paper(instrument, context)),
            (s("instrumen.perlu_data"), data),
        ]
    )


def _stage_link(stage: str, module: int, context: Context) -> Element:
    words = context.strings("tahap.pendek", nomor=stage)
    return context.link(f"tahap-{module}-{stage.lower()}", words)


def _guide(instrument: Instrument, context: Context) -> Element:
    items = (e("li", context.prose(text)) for text in instrument.guide)
    title = e("h2", context.strings("instrumen.petunjuk"), id=f"{instrument.id}-petunjuk")
    return e("section", title, e("ol", *items), class_="instrument-guide")


def sheet(instrument: Instrument, context: Context, copy: str = "") -> Element:
    """The blank form; a `copy` after the id keeps the fields of several copies apart.

    It also lets the game sheets of copies differ.
    """
    id_ = instrument.id + copy
    orientation = "landscape" if instrument.orientation == "lanskap" else "portrait"
    parts = (PART_KINDS[part.kind].to_html(part, id_, context) for part in instrument.parts)
    note = e("p", context.prose(instrument.note), class_="sheet-note") if instrument.note else None
    return e(
        "form",
        _sheet_head(instrument, context),
        _identity(instrument, id_, context),
        *parts,
        note,
        _sheet_foot(instrument, context),
        class_=f"instrument instrument-{orientation}",
        id=f"{id_}-formulir",
        data_instrument=instrument.id,
        **({} if instrument.saved else {"data_keep": "tidak"}),
        aria_label=f"{context.strings('instrumen.pendek', nomor=instrument.number)} {instrument.title}",
    )


def _sheet_head(instrument: Instrument, context: Context) -> Element:
    return e(
        "div",
        e("p", context.strings("instrumen.pendek", nomor=instrument.number), class_="sheet-code"),
        e("p", instrument.title, class_="sheet-title"),
        e("p", context.book_line, class_="sheet-book"),
        class_="sheet-head",
    )


def _identity(instrument: Instrument, id_: str, context: Context) -> Element | None:
    if not instrument.identity:
        return None
    words = {key: context.strings(f"instrumen.identitas.{key}") for key in instrument.identity}
    fields = (
        field.labelled_line(f"{id_}.{key}", text, f"line-{key}") for key, text in words.items()
    )
    return e("div", *fields, class_=f"identity identity-{len(words)}")


def _sheet_foot(instrument: Instrument, context: Context) -> Element:
    code = context.strings("instrumen.pendek", nomor=instrument.number)
    words = [code, context.book_line, *([context.address] if context.address else [])]
    return e("p", " · ".join(words), class_="sheet-foot")


def _example(instrument: Instrument, context: Context) -> list[Element]:
    if not instrument.example:
        return []
    title = context.strings("instrumen.contoh")
    parts = [part for part in instrument.parts if part.id in instrument.example]
    shown = [
        PART_KINDS[part.kind].example(part, instrument.example[part.id], instrument.id, context)
        for part in parts
    ]
    note = (
        e("p", context.prose(instrument.example_note), class_="sheet-note")
        if instrument.example_note
        else None
    )
    if context.is_print:
        head = e("h2", title, id=f"{instrument.id}-contoh")
        return [e("section", head, note, *shown, class_="example")]
    return [e("details", e("summary", title), note, *shown, class_="example", data_search_exclude="")]
