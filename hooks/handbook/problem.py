"""An author's mistake as a value: its place, its kind, its words."""

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Self, TypeAlias


class Kind(StrEnum):
    """Every kind of mistake that the engine reports; its texts stand in strings/*.masalah.yml.

    Causes come before what follows from them: reports advise to mend in this order.
    """

    FILE_MISSING = "berkas-hilang"
    FILE_EMPTY = "berkas-kosong"
    FILE_TOO_BIG = "berkas-terlalu-besar"
    FILE_UNKNOWN = "berkas-tak-dikenal"
    FILE_UNUSED = "berkas-tak-dipakai"
    NOT_UTF8 = "bukan-utf8"
    FILE_NAME = "nama-berkas-terlarang"
    SYMLINK = "tautan-simbolis"
    YAML_TAB = "yaml-tab"
    YAML_BROKEN = "yaml-rusak"
    YAML_ALIAS = "yaml-alias"
    NESTED_TOO_DEEP = "terlalu-dalam"
    YAML_REPEATED_KEY = "yaml-kunci-ganda"
    MERGE_MARK = "tanda-gabungan"
    FRONT_MATTER_BROKEN = "kepala-rusak"
    FRONT_MATTER_MISSING = "kepala-hilang"
    KEY_UNKNOWN = "kunci-tak-dikenal"
    KEY_MISSING = "kunci-hilang"
    VALUE_WRONG = "nilai-salah"
    BODY_HEADING = "judul-tingkat-satu"
    HEADING_JUMP = "judul-melompat"
    BLOCK_SLASHES = "blok-kurang-garis"
    BLOCK_UNKNOWN = "blok-tak-dikenal"
    BLOCK_ARGUMENT = "blok-argumen"
    BLOCK_OPTION = "blok-opsi"
    BLOCK_MISPLACED = "blok-salah-tempat"
    BLOCK_UNCLOSED = "blok-tak-ditutup"
    SLIDE_LONG = "tayangan-panjang"
    NOTE_KIND = "catatan-tanpa-jenis"
    NOTE_HOLDS_TARGET = "catatan-memuat-sasaran"
    REFERENCE_MISSING = "rujukan-hilang"
    MENTION_OPEN = "sebutan-tanpa-induk"
    MENTION_ODD = "sebutan-salah-tulis"
    MENTION_DISGUISED = "sebutan-bersamaran"
    REFERENCE_EMPTY = "rujukan-tanpa-teks"
    REFERENCE_OTHER = "rujukan-salah-kata"
    LINK_DEAD = "tautan-mati"
    PAGE_TOO_BIG = "tabel-terlalu-besar"
    IMAGE_MISSING = "gambar-hilang"
    PICTURE_REFUSED = "gambar-ditolak"
    DOWNLOAD_REFUSED = "unduhan-ditolak"
    IMAGE_WITHOUT_ALT = "gambar-tanpa-teks"
    ID_REPEATED = "id-ganda"
    NUMBER_REPEATED = "nomor-ganda"
    NUMBER_FOREIGN = "nomor-tak-cocok"
    PART_MISSING = "bagian-hilang"
    MINUTES_WRONG = "menit-tak-cocok"
    COMPETENCY_UNKNOWN = "kompetensi-tak-dikenal"
    INDICATOR_UNKNOWN = "indikator-tak-dikenal"
    PASSAGE_UNKNOWN = "bacaan-jawaban-hilang"
    EXAMPLE_WRONG = "contoh-tak-cocok"
    NAME_LINE_MISSING = "baris-nama-hilang"
    ADDRESS_LOST = "alamat-hilang"
    ADDRESS_TAKEN = "alamat-bentrok"
    REGULATION_UNKNOWN = "peraturan-tak-dikenal"
    REGULATION_NAME = "peraturan-salah-nama"
    REGULATION_ARTICLE = "pasal-tak-dikenal"
    REGULATION_REVOKED = "peraturan-dicabut"
    REGULATION_DISAGREES = "peraturan-bertentangan"
    REGULATION_OVERCLAIMED = "peraturan-melebihi-bacaan"
    REGULATION_STALE = "peraturan-lama-tak-diperiksa"
    SERIES_GAP = "deret-bolong"
    TOPIC_WITHOUT_STAGE = "materi-tanpa-tahap"
    INDICATOR_WITHOUT_QUESTION = "indikator-tanpa-soal"
    RECALL_SECRET = "soal-rahasia"
    RECALL_EARLY = "soal-belum-dipelajari"
    RECALL_REPEATED = "soal-ulang-ganda"
    TEST_FORMS_UNEQUAL = "bentuk-tak-setara"
    COUNT_SAID = "jumlah-jawaban-ganda"
    LONGEST_RIGHT = "jawaban-terpanjang"
    PLACES_UNEVEN = "letak-jawaban-timpang"
    OPTIONS_UNEVEN = "panjang-pilihan-timpang"
    STATEMENTS_UNEVEN = "benar-salah-timpang"
    MATCH_WITHOUT_SPARE = "jodoh-tanpa-sisa"
    RIGHT_COUNT_SAME = "jumlah-benar-sama"
    STEM_REPEATED = "pertanyaan-berulang"
    OPTION_CATCHALL = "pilihan-semua-benar"
    TEST_LEANS = "tes-bersandar-buku"
    INDICATOR_SELDOM = "indikator-kurang-soal"
    LEVEL_MISSING = "tingkat-hilang"
    LEVELS_UNEQUAL = "tingkat-tak-setara"
    INSTRUMENT_UNUSED = "instrumen-tak-dipakai"
    NEVER_MENTIONED = "tak-pernah-disebut"
    MATERIAL_MISSING = "bahan-kurang"
    HANDED_UNLISTED = "bagikan-kurang"
    HANDED_UNPREPARED = "bagikan-tak-disiapkan"
    CARRY_WRONG = "ambilan-salah"
    CARRY_CIRCLE = "ambilan-berputar"
    CARRY_UNKEPT = "ambilan-tak-tersimpan"
    REMINDER_WRONG = "pengingat-salah"
    REMINDER_UNKEPT = "pengingat-tak-tersimpan"
    COMPETENCY_NAME = "kompetensi-salah-nama"
    ABBREVIATION_UNKNOWN = "singkatan-tak-dikenal"
    SPELLING_OTHER = "istilah-dua-ejaan"
    LINK_BROKEN = "tautan-terputus"
    LIST_BROKEN = "daftar-rusak"
    FENCE_OPEN = "pagar-tak-ditutup"
    CODE_INDENTED = "kode-menjorok"
    MARK_UNCLOSED = "tanda-tak-ditutup"
    HEADING_UNDERLINED = "judul-bergaris"
    TABLE_BROKEN = "tabel-rusak"
    CELL_LOST = "sel-hilang"
    TABLE_WIDE = "tabel-lebar"
    LETTER_HIDDEN = "huruf-tak-tampak"
    LETTER_WITHOUT_FONT = "huruf-tanpa-fon"
    YAML_WORDS_LOST = "yaml-kata-hilang"
    SKELETON_WORDS = "kata-kerangka"
    SYNONYM_LOST = "sinonim-buntu"
    HTML_RAW = "html-mentah"
    ADDRESS_FORBIDDEN = "alamat-terlarang"
    LINK_OUTSIDE_DEAD = "tautan-luar-mati"
    PLAN_CHANGED = "rencana-usang"
    PLAN_UNKNOWN = "rencana-tak-dikenal"
    PLAN_DATES = "rencana-tanggal"
    PLAN_OVERLAP = "rencana-bertumpuk"
    PLAN_LATE = "rencana-lewat-jam"
    PLAN_PAUSE = "rencana-istirahat-kurang"
    PLAN_FRIDAY = "rencana-salat-jumat"
    PLAN_PIECE = "rencana-tahap-terpotong"
    PLAN_STAGE_REPEATED = "rencana-tahap-ganda"
    PLAN_STAGE_ORDER = "rencana-tahap-tak-urut"
    PLAN_STAGE_MISSING = "rencana-tahap-hilang"
    PLAN_SHORTENED = "rencana-persingkat"
    PLAN_TEST = "rencana-tes"
    PLAN_DOUBLED = "rencana-rangkap"
    PLAN_GROUPS = "rencana-kurang-orang"
    PLAN_NAMES = "rencana-daftar-nama"
    EXCEPTION_EXPIRED = "pengecualian-habis"
    EXCEPTION_UNNEEDED = "pengecualian-tak-perlu"
    OUTPUT_DEAD_LINK = "keluaran-tautan-mati"
    OUTPUT_LEAK = "keluaran-bocor"
    OUTPUT_WARNING = "keluaran-peringatan"


class Severity(StrEnum):
    """An error fails the build; a warning is shown."""

    ERROR = "galat"
    WARNING = "peringatan"


NEW_KINDS: frozenset[Kind] = frozenset(
    {
        Kind.LINK_BROKEN,
        Kind.LIST_BROKEN,
        Kind.FENCE_OPEN,
        Kind.CODE_INDENTED,
        Kind.MARK_UNCLOSED,
        Kind.HEADING_UNDERLINED,
        Kind.TABLE_BROKEN,
        Kind.SKELETON_WORDS,
        Kind.MENTION_ODD,
        Kind.MENTION_DISGUISED,
        Kind.LONGEST_RIGHT,
        Kind.PLACES_UNEVEN,
        Kind.OPTIONS_UNEVEN,
        Kind.STATEMENTS_UNEVEN,
        Kind.MATCH_WITHOUT_SPARE,
        Kind.RIGHT_COUNT_SAME,
        Kind.STEM_REPEATED,
        Kind.OPTION_CATCHALL,
        Kind.TEST_LEANS,
        Kind.INDICATOR_SELDOM,
        Kind.REGULATION_OVERCLAIMED,
        Kind.NOTE_KIND,
        Kind.NOTE_HOLDS_TARGET,
        Kind.LEVEL_MISSING,
        Kind.LEVELS_UNEQUAL,
        Kind.FILE_NAME,
    }
)
"""Kinds that came with this edition: warnings until the next one, unless a book says otherwise."""


class RefusedError(Exception):
    """A wish that cannot be granted: `key` names the text that says why, `words` fill it."""

    def __init__(self, key: str, **words: object) -> None:
        super().__init__(key, words)
        self.key, self.words = key, words


@dataclass(frozen=True)
class Phrase:
    """Words that the reporter translates: a key under `harap`, and the values of its placeholders."""

    key: str
    words: tuple[tuple[str, object], ...] = ()


def phrase(key: str, **words: object) -> Phrase:
    """Make a phrase."""
    return Phrase(key, tuple(words.items()))


@dataclass(frozen=True, order=True)
class Place:
    """A position in a source file: path relative to the book, line and column from 1."""

    path: str
    line: int = 1
    column: int = 1

    @classmethod
    def in_text(cls, path: str, text: str, offset: int) -> Self:
        """The place of an offset in the whole text of a file."""
        return cls(path, text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake. `words` fill the placeholders of the kind's texts.

    `hints` are the nearest right answers (targets, keys); the texts offer them
    to the author when there are any. `about` is the id that is missing, if one is;
    `cause` is the place of the problem from which this one follows, if any.
    """

    place: Place
    kind: Kind
    words: dict[str, str | Phrase] = field(default_factory=dict, compare=False)
    hints: tuple[str, ...] = field(default=(), compare=False)
    about: str = field(default="", compare=False)
    cause: Place | None = field(default=None, compare=False)


Problems: TypeAlias = Iterator[Problem]
"""The findings of a check."""


def problem(
    place: Place, kind: Kind, hints: tuple[str, ...] = (), about: str = "", **words: object
) -> Problem:
    """Make a problem; every word becomes text, except phrases, which are translated later."""
    said = {name: word if isinstance(word, Phrase) else str(word) for name, word in words.items()}
    return Problem(place, kind, said, hints, about)


def nearest(words: str, known: Iterable[str], cutoff: float, most: int = 3) -> tuple[str, ...]:
    """Hints: the right answers most like an author's words; 1 is the same, from `cutoff` on they count."""
    return tuple(difflib.get_close_matches(words, [*known], n=most, cutoff=cutoff))


def repeated(names: Iterable[tuple[str, Place]], kind: Kind = Kind.ID_REPEATED) -> Problems:
    """A problem for each name that came before; it says where that was."""
    first: dict[str, Place] = {}
    for name, place in names:
        if name in first:
            yield problem(place, kind, kata=name, pertama=first[name])
        first.setdefault(name, place)
