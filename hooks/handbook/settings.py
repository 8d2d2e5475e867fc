"""The book's settings: handbook.yml."""

import datetime
from functools import cached_property
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, field_validator

from handbook.html import Paper
from handbook.problem import Kind, Place, Problem, Problems, Severity, phrase, problem
from handbook.source.authored import Authored, Slug, Text, Title, UnfitError, YesNo, like
from handbook.source.files import read_text
from handbook.source.validation import validate
from handbook.source.yamltext import Node, YamlText, read_yaml
from handbook.strings import Strings, languages, load, placeholders

FILE = "handbook.yml"


class Publisher(Authored):
    """The publisher of the book: name, place, a way to reach them."""

    name: Text = Field(alias="nama")
    place: Text = Field(alias="kota")
    contact: Text = Field(alias="kontak", default="")


class Approval(Authored):
    """The person who approved the edition; without it the edition is a draft."""

    name: Text = Field(alias="nama")
    position: Text = Field(alias="jabatan")
    date: datetime.date = Field(alias="tanggal")


class Identity(Authored):
    """The book's titles, edition, language and address."""

    id: Slug
    title: Title = Field(alias="judul")
    short_title: Title = Field(alias="judul_pendek")
    genre: Text = Field(alias="jenis")
    language: Text = Field(alias="bahasa")
    edition: Annotated[str, like("edisi", r"^\d{4}\.\d+$")] = Field(alias="edisi")
    date: datetime.date = Field(alias="tanggal")
    address: str = Field(alias="alamat", default="")
    proposals: Annotated[str, like("usulan", r"^([^@\s/:]+@[^@\s/]+|https://\S*\{pesan\}\S*)?$")] = Field(
        alias="usulan", default=""
    )
    complaints: str = Field(alias="pengaduan", default="")
    """An address of mail, of a page, or a telephone number, for complaints on accessibility."""
    colophon: list[Title] = Field(alias="kolofon", default=[])
    paper: Paper = Field(alias="kertas", default=Paper.A4)
    publisher: Publisher | None = Field(alias="penerbit", default=None)
    approval: Approval | None = Field(alias="pengesahan", default=None)


class ModulePlan(Authored):
    """A module of the book and its status."""

    number: int = Field(alias="nomor", ge=1)
    title: Title = Field(alias="judul")
    lesson_hours: int = Field(alias="jp", ge=1)
    status: Literal["rencana", "draf", "terbit"]

    @property
    def planned(self) -> bool:
        """Whether it is not written yet: mentions of it stay plain text."""
        return self.status == "rencana"

    @property
    def folder(self) -> str:
        """`modul-02`."""
        return f"modul-{self.number:02d}"


class MentionKind(Authored):
    """A kind of target and the spellings in which authors mention it."""

    spellings: Annotated[list[Text], Field(min_length=1)] = Field(alias="sebutan")
    number: Literal["bulat", "bulat-huruf", "bertitik", "romawi", "kurung", "aksara"] = Field(alias="nomor")
    within: Literal["modul", "instrumen"] | None = Field(alias="milik", default=None)
    id: Annotated[str, like("pola_id", r"^(?:[a-z0-9-]|\{(?:nomor|modul|instrumen)\})+$")]

    @field_validator("id")
    @classmethod
    def _has_known_places(cls, id_: str) -> str:
        """Refuse a pattern without {nomor}, or with other places than nomor, modul and instrumen."""
        if not {"nomor"} <= placeholders(id_) <= {"nomor", "modul", "instrumen"}:
            raise UnfitError("pola_id")
        return id_


class Spelling(Authored):
    """One spelling for one term: `use` is right, `avoid` are the others."""

    use: Text = Field(alias="pakai")
    avoid: Annotated[list[Text], Field(min_length=1)] = Field(alias="bukan")


class Exemption(Authored):
    """A known problem that may stay for a while, with the reason and the last day."""

    kind: Kind = Field(alias="jenis")
    path: Text = Field(alias="berkas")
    word: Text | None = Field(alias="kata", default=None)
    reason: Text = Field(alias="alasan")
    until: datetime.date = Field(alias="sampai")


_CLOCK = r"(?:[01]?\d|2[0-3])[.:][0-5]\d"
Clock = Annotated[str, like("jam", rf"^{_CLOCK}$")]
"""08.00 or 08:00."""
Pause = Annotated[str, like("istirahat", rf"^{_CLOCK}/\d{{1,3}}$")]
"""10.00/15: a quarter of an hour at ten."""


class SessionDefaults(Authored):
    """Defaults of session packs, which options of the command override."""

    participants: int = Field(alias="peserta", default=30, ge=1, le=500)
    facilitators: int = Field(alias="fasilitator", default=2, ge=1, le=20)
    start: Clock = Field(alias="mulai", default="08.00")
    zone: Literal["wib", "wita", "wit"] = Field(alias="zona", default="wib")
    breaks: list[Pause] = Field(alias="istirahat", default=[])
    friday: Pause = Field(alias="jumat", default="11.30/90")
    test_minutes: int = Field(alias="menit_tes", default=15, ge=1, le=120)
    pass_mark: int | None = Field(alias="batas_lulus", default=None, ge=1, le=100)
    """In percent of the points of a test; a test may have its own."""
    evaluation_minutes: int = Field(alias="menit_evaluasi", default=10, ge=1, le=60)
    spare: int = Field(alias="cadangan", default=0, ge=0, le=50)
    """People more than expected, for whom there are sheets too."""
    with_book: YesNo = Field(alias="buku", default=True)
    """Whether every participant has the printed book."""
    template: str = Field(alias="templat", default="")
    """The presentation whose look decks of slides have, by its path below the folder of the book."""


Office = Literal["pdf", "csv", "docx", "xlsx", "pptx", "odt", "ods", "odp"]


class Attached(Authored):
    """The kinds and sizes of files that pages may show and offer beside the texts."""

    picture_kb: int = Field(alias="gambar_kb", default=500, ge=1, le=20_000)
    pixels: int = Field(alias="gambar_piksel", default=4_000_000, ge=1, le=100_000_000)
    downloads: list[Office] = Field(alias="unduhan", default=["pdf", "csv", "docx", "xlsx", "pptx"])
    download_kb: int = Field(alias="unduhan_kb", default=2_000, ge=1, le=50_000)


class Settings(Authored):
    """Everything in handbook.yml."""

    book: Identity = Field(alias="buku")
    minutes_per_lesson_hour: int = Field(alias="menit_per_jp", default=45, ge=1)
    front: list[Text] = Field(alias="depan", default=[])
    site_only: list[Text] = Field(alias="hanya_situs", default=[])
    back: list[Text] = Field(alias="lampiran", default=[])
    registers: list[Text] = Field(alias="register", default=[])
    """Pages of the annex that are a PDF of their own; what the book has of them is short."""
    unbound: list[Text] = Field(alias="tidak_dijilid", default=[])
    """Pages of the annex that the book does not have."""
    guides: list[Text] = Field(alias="panduan", default=[])
    modules: Annotated[list[ModulePlan], Field(min_length=1)] = Field(alias="modul")
    mentions: dict[str, MentionKind] = Field(alias="rujukan", default={})
    regulation_spellings: dict[str, list[Text]] = Field(alias="sebutan_peraturan", default={})
    severities: dict[Kind, Severity] = Field(alias="keparahan", default={})
    own_words: dict[str, Text] = Field(alias="kata", default={})
    spellings: list[Spelling] = Field(alias="ejaan", default=[])
    known_capitals: list[Text] = Field(alias="bukan_singkatan", default=[])
    words_not_in_tests: list[Text] = Field(alias="tes_tanpa_kata", default=[])
    checked_within_days: int = Field(alias="umur_pemeriksaan_hari", default=365, ge=1, le=36_500)
    session: SessionDefaults = Field(alias="sesi", default_factory=SessionDefaults)
    attached: Attached = Field(alias="berkas", default_factory=Attached)
    exemptions: list[Exemption] = Field(alias="pengecualian", default=[])

    @cached_property
    def strings(self) -> Strings:
        """The texts of the book's language, with those that it says in its own way."""
        own = load(self.book.language)
        return own.with_own(self.own_words) if self.own_words else own

    @property
    def unprinted(self) -> list[str]:
        """Pages that the book does not have."""
        return [*self.site_only, *self.unbound, *self.guides]

    def plan(self, number: int) -> ModulePlan | None:
        """The module with a number."""
        return next((plan for plan in self.modules if plan.number == number), None)

    @property
    def is_draft(self) -> bool:
        """Whether the edition is not approved or has modules that are not finished."""
        return self.book.approval is None or any(plan.status != "terbit" for plan in self.modules)

    @property
    def edition_line(self) -> str:
        """`Edisi 2026.1`, with the word for a draft where it is one."""
        words = self.strings("buku.edisi", edisi=self.book.edition)
        return f"{words} · {self.strings('cetak.draf')}" if self.is_draft else words

    @property
    def book_line(self) -> str:
        """Short title and edition, for the feet of sheets."""
        return self.strings("buku.baris", judul=self.book.short_title, edisi=self.edition_line)


def read_settings(root: Path) -> tuple[Settings | None, YamlText | None, list[Problem]]:
    """Read handbook.yml of a book."""
    text, unreadable = read_text(root, FILE)
    if text is None:
        return None, None, unreadable
    source = read_yaml(FILE, text)
    if source.root is None:
        return None, source, list(source.problems) or [problem(Place(FILE), Kind.FILE_EMPTY, kata=FILE)]
    settings, problems = validate(Settings, source.root)
    if settings is None:
        return None, source, [*source.problems, *problems]
    if settings.book.language not in languages():
        place = source.root.at(["buku", "bahasa"]).place
        known = ", ".join(languages())
        unknown = problem(place, Kind.VALUE_WRONG, kata=settings.book.language, kunci="bahasa", harap=known)
        return None, source, [*source.problems, unknown]
    wrong = list(_own_words(settings, source.root))
    kept = settings.model_copy(update={"own_words": {}}) if wrong else settings
    return kept, source, [*source.problems, *wrong]


def _own_words(settings: Settings, node: Node) -> Problems:
    """Problems of the book's own texts: an unknown key, or a missing placeholder."""
    words = load(settings.book.language)
    for key, text in settings.own_words.items():
        if not words.has(key) or not isinstance(words.tree(key), str):
            place, known = node.key_place(["kata", key]), f"strings/{words.language}.yml"
            yield problem(place, Kind.KEY_UNKNOWN, kata=key, boleh=known)
        elif placeholders(text) != placeholders(words(key)):
            places = ", ".join(f"{{{name}}}" for name in sorted(placeholders(words(key)))) or "-"
            fits = phrase("kata_tempat", tempat=places)
            yield problem(node.at(["kata", key]).place, Kind.VALUE_WRONG, kata=text, kunci=key, harap=fits)
