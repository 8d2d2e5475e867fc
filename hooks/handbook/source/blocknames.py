"""The blocks that authors may write, with the pattern of their arguments."""

import re
from typing import NamedTuple


class BlockRule(NamedTuple):
    """The pattern of the argument in `/// name | argument`; `example` is a right one for authors."""

    pattern: re.Pattern[str]
    example: str


HANDOUT = "handout"
"""The class of what `lembar` marks: the session pack looks for it."""
SHOWN = "tayang"
"""The passages that decks of slides have besides what they take of every module."""
LISTS = (
    "istilah",
    "peraturan",
    "kompetensi",
    "instrumen",
    "perlu-data",
    "rujukan",
    "ralat",
    "instrumen-lama",
    "masalah",
    "perubahan",
    "lampiran",
    "aksesibilitas",
)
"""The lists that a book makes of itself; `registers.LISTINGS` draws each."""
EDITOR_NOTE = "catatan-penyunting"
EDITION = "edisi"
NOTE_KINDS = ("hukum", EDITION)
"""Kinds of editors' notes: what the law says today, and how this edition differs from the print."""
COURSE = "pelatihan"
"""The days of a course; the argument is the name of its plan without `.yml`."""
_NONE = re.compile(r"")
BLOCKS: dict[str, BlockRule] = {
    "instrumen": BlockRule(re.compile(r"ik-(?:\d+-\d+|[a-z])"), "/// instrumen | ik-2-1"),
    "kuis": BlockRule(re.compile(r"kuis-\d+"), "/// kuis | kuis-2"),
    "kotak": BlockRule(re.compile(r"\d+\.\d+ \S.*"), "/// kotak | 2.1 Judul kotak"),
    "gambar": BlockRule(re.compile(r"\d+\.\d+ \S.*"), "/// gambar | 2.1 Judul gambar"),
    "tabel": BlockRule(re.compile(r"\d+\.\d+ \S.*"), "/// tabel | 2.1 Judul tabel"),
    "lembar": BlockRule(re.compile(r"orang|pasangan|bertiga|kelompok(?: [1-9])?"), "/// lembar | orang"),
    SHOWN: BlockRule(re.compile(r"\S.*"), "/// tayang | Judul slaid"),
    "fasilitator": BlockRule(_NONE, "/// fasilitator"),
    EDITOR_NOTE: BlockRule(re.compile(r".*"), "/// catatan-penyunting | hukum: Judul"),
    "modul": BlockRule(re.compile(r"materi|kompetensi|perubahan|tahap"), "/// modul | materi"),
    "daftar": BlockRule(re.compile("|".join(LISTS)), "/// daftar | istilah"),
    "modul-daftar": BlockRule(_NONE, "/// modul-daftar"),
    "buku-kerja": BlockRule(_NONE, "/// buku-kerja"),
    "unduhan": BlockRule(_NONE, "/// unduhan"),
    COURSE: BlockRule(re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*"), "/// pelatihan | contoh"),
}
LISTS_OF = {"instrumen-lama": "ralat"}
"""Lists whose entries stand in the file of another register."""
ARGUMENTS = {"instrumen": "instrumen", "kuis": "kuis"}
"""Blocks whose argument names a target, with the kind that it must be."""


def note_of(argument: str) -> tuple[str, str]:
    """Kind and title of an editor's note, `hukum: Judul`; without a known kind, "" and the whole."""
    kind, _, title = (part.strip() for part in argument.partition(":"))
    return (kind, title) if kind in NOTE_KINDS else ("", argument)
