"""The ways to break a book: each names a kind and gives every place where it can strike.

A mutant is a changed file with the place where a report is due: the line of the
change unless the fault shows elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

Sources = dict[str, str]
Strike = Callable[[Sources], Iterator["Mutant"]]


@dataclass(frozen=True)
class Mutant:
    """One broken file; `due` is where the report must point (path, line)."""

    kind: str
    path: str
    text: str
    due: tuple[str, int]
    change: str


def lines(kind: str, where: str, pattern: str, new: str) -> Strike:
    """Change every line of the files that match `where` on which a pattern stands."""

    def strike(sources: Sources) -> Iterator[Mutant]:
        for path, text in sources.items():
            if re.search(where, path):
                yield from _each_line(kind, path, text, pattern, new)

    return strike


def _each_line(kind: str, path: str, text: str, pattern: str, new: str) -> Iterator[Mutant]:
    all_lines = text.split("\n")
    for number, line in enumerate(all_lines, 1):
        changed = re.sub(pattern, new, line, count=1)
        if changed != line:
            broken = "\n".join([*all_lines[: number - 1], changed, *all_lines[number:]])
            due = number + changed.count("\n")
            yield Mutant(kind, path, broken, (path, due), f"{line.strip()[:60]} → {changed.strip()[:60]}")


def minutes(sources: Sources) -> Iterator[Mutant]:
    """A stage that takes five minutes longer: the report points to the module's JP."""
    for path, text in sources.items():
        for found in re.finditer(r"menit: (\d+)", text) if "/tahap-" in path else ():
            longer = f"menit: {int(found[1]) + 5}"
            broken = text[: found.start()] + longer + text[found.end() :]
            sheet = path.rsplit("/", 1)[0] + "/index.md"
            line = _line_of(sources[sheet], "  jp:")
            yield Mutant("menit tahap", path, broken, (sheet, line), f"{found.group()} → {longer}")


def materials(sources: Sources) -> Iterator[Mutant]:
    """A form missing among the materials: the report points to its card."""
    for path, text in sources.items():
        card = re.search(r"^/// instrumen \| ik-(\d+)-(\d+)", text, re.M)
        if card and "/tahap-" in path:
            name = f"IK {card[1]}.{card[2]}"
            broken = re.sub(rf"(bahan: \[.*?){re.escape(name)}(?! yang)", r"\1kertas", text)
            if broken != text:
                due = (path, text.count("\n", 0, card.start()) + 1)
                yield Mutant("bahan tanpa instrumen", path, broken, due, f"bahan: {name} dihapus")


def questions(sources: Sources) -> Iterator[Mutant]:
    """An indicator that no question measures any more: the report points to the indicator."""
    for path, text in sources.items():
        numbers = set(re.findall(r"mengukur: (\S+)", text)) if "/kuis-" in path else set()
        sheet = path.rsplit("/", 1)[0] + "/index.md"
        for number in sorted(numbers):
            other = min(numbers - {number})
            broken = text.replace(f"mengukur: {number}\n", f"mengukur: {other}\n")
            line = _line_of(sources[sheet], f"        - nomor: {number}")
            yield Mutant("indikator tanpa soal", path, broken, (sheet, line), f"mengukur: {number} dihapus")


def _line_of(text: str, start: str) -> int:
    return next(n for n, line in enumerate(text.split("\n"), 1) if line.startswith(start))


_PAGE = r"docs/(?!panduan).*\.md$"
_MD = r"docs/modul-\d+/(tahap|bacaan|rangkuman).*\.md$"
_FORM = r"/ik-.*\.yml$"
_QUIZ = r"/kuis-.*\.yml$"
STRIKES: dict[str, Strike] = {
    "nama peraturan": lines(
        "nama peraturan", _MD, r"tentang (Pemerintahan Daerah|Kecamatan)", "tentang Perdesaan"
    ),
    "jangkar kuis": lines("jangkar kuis", _QUIZ, r"bagian: (\S+)", r"bagian: \1-x"),
    "indikator kuis": lines("indikator kuis", _QUIZ, r"mengukur: .*", "mengukur: 2.9.9"),
    "soal ganda": lines(
        "soal ganda", r"modul-02/kuis-", r"^  - id: (?!kapabilitas)\S+", "  - id: kapabilitas"
    ),
    "kunci kuis": lines("kunci kuis", _QUIZ, r"^    tanya:", "    tanyaa:"),
    "nama blok": lines("nama blok", _MD, r"^/// (kotak|instrumen|catatan-penyunting)", r"/// \1x"),
    "argumen blok": lines("argumen blok", _MD, r"^/// instrumen \| .*", "/// instrumen | ik-2-9"),
    "nomor blok": lines("nomor blok", _MD, r"^/// kotak \| \d", "/// kotak | 9"),
    "teks gambar": lines("teks gambar", _PAGE, r"!\[[^\]]+\]", "![]"),
    "berkas gambar": lines("berkas gambar", _PAGE, r"\(kerangka\.svg\)", "(kerangka-lama.svg)"),
    "kunci kepala": lines("kunci kepala", _MD, r"^(\s+)metode:", r"\1metod:"),
    "tab": lines("tab", _FORM, r"^    id:", "\tid:"),
    "nomor bacaan": lines("nomor bacaan", r"/bacaan-.*\.md$", r"^  nomor: .*", "  nomor: 2.8"),
    "nomor instrumen": lines("nomor instrumen", _FORM, r"^nomor: .*", "nomor: 3.1"),
    "tahap instrumen": lines("tahap instrumen", _FORM, r"^tahap: \[\w+", "tahap: [7B"),
    "contoh": lines("contoh", _FORM, r"^      (sanitasi|akta): (?=\")", "      kolam: "),
    "tautan": lines("tautan", _PAGE, r"\]\(([\w-]+)\.md", r"](\1-lama.md"),
    "judul melompat": lines("judul melompat", _MD, r"^### (?!\d)", "##### "),
    "judul tingkat satu": lines("judul tingkat satu", _MD, r"^## (?!Bagian)", "# "),
    "html": lines("html", _MD, r"^(Langkahnya|Hasilnya):", r"<div>\1</div>"),
    "ejaan": lines("ejaan", _MD, r"^- penyandang disabilitas|^Bagian ini", "Warga difabel"),
    "kompetensi": lines("kompetensi", r"/index\.md$", r"O\.841120\.042\.01", "O.841120.999.01"),
    "urutan": lines("urutan", r"modul-\d+/index\.md$", r"kuis-\d+, ", "kuis-99, "),
    "menit tahap": minutes,
    "bahan tanpa instrumen": materials,
    "indikator tanpa soal": questions,
}
