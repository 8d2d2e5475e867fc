"""A small book with everything a session pack can have, and its pack, shared by the tests."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf

from handbook.commands import pack
from tests.conftest import Edit

ORDER = "  urutan: [tahap-1, tahap-2, bacaan-2-1, ik-2-1, kuis-2, rangkuman]"
TEST = """\
judul: Tes Menanam
jenis: tes
pengantar: Soal rekaan.
soal:
  - id: sapu-a
    bentuk: A
    jenis: pilihan-tunggal
    mengukur: 2.1.1
    bagian: bacaan-2-1#memilih-tanah
    tanya: Tanah mana yang dipilih pada pagi rekaan?
    pilihan:
      - {teks: Tanah kapur rekaan.}
      - {teks: Tanah gembur rekaan., benar: ya}
    pembahasan: Rahasia bentuk A tentang tanah gembur rekaan.
  - id: urut-a
    bentuk: A
    jenis: mengurutkan
    mengukur: 2.1.2
    bagian: gambar-2-1
    tanya: Urutkan kerja rekaan.
    langkah: [Gali rekaan, Tanam rekaan, Siram rekaan]
    pembahasan: Rahasia urutan rekaan.
  - id: sapu-b
    bentuk: B
    jenis: benar-salah
    mengukur: 2.1.1
    bagian: bacaan-2-1#memilih-tanah
    tanya: Tanah kapur rekaan dipilih pada sore hari.
    benar: tidak
    pembahasan: Rahasia bentuk B tentang tanah kapur rekaan.
  - id: jodoh-b
    bentuk: B
    jenis: menjodohkan
    mengukur: 2.1.2
    bagian: bacaan-2-1#membuat-kompos
    tanya: Jodohkan benda rekaan.
    pasangan:
      - {kiri: Sekop rekaan, kanan: menggali}
      - {kiri: Gembor rekaan, kanan: menyiram}
    pembahasan: Rahasia pasangan rekaan.
"""
READ_OUT = """\
judul: Kasus kebun
jenis: bacakan
tahap: 2A
pengantar: Bacakan pelan.
kasus:
  - id: pagar
    teks: Ayam rekaan masuk lewat pagar yang bolong setiap pagi.
    kunci: Perlindungan kebun rekaan yang lupa dikerjakan semua orang.
    sanggahan: Jadwal jaga.
"""
GAME = """\
nomor: 2.2
judul: Bingo Kebun
ringkas: Mencari teman yang cocok.
diisi_oleh: perorangan
tahap: [2A]
orientasi: tegak
petunjuk: [Cari nama.]
bagian:
  - jenis: bingo
    id: bingo
    ukuran: 3
    isi: [satu kol, dua kol, tiga kol, empat kol, lima kol, enam kol, tujuh kol, delapan kol,
      sembilan kol, sepuluh kol, sebelas kol, dua belas kol, tiga belas kol]
"""
CARDS = """\
nomor: 2.3
judul: Kartu Benih
ringkas: Kartu untuk digunting.
diisi_oleh: kelompok
tahap: [2A]
orientasi: tegak
identitas: []
anonim: ya
petunjuk: [Gunting.]
bagian:
  - jenis: kartu
    id: benih
    judul: Kartu benih
    per_lembar: 4
    kartu:
      - {id: a, judul: Bayam}
      - {id: b, judul: Sawi}
      - {id: c, judul: Kol}
      - {id: d, judul: Tomat}
      - {id: e, judul: Cabai}
  - jenis: kartu
    id: harapan
    judul: Kartu harapan
    per_lembar: 4
    warna: [hijau]
    kosong: 4
    judul_kosong: Harapan
cetak: {per: [orang]}
"""
STAGE = "docs/modul-02/tahap-2.md"
EDITS: tuple[Edit, ...] = (
    {"berkas": "docs/modul-02/tes-2.yml", "isi": TEST},
    {"berkas": "docs/modul-02/cepat-tepat-2.yml", "isi": READ_OUT},
    {"berkas": "docs/modul-02/ik-2-2.yml", "isi": GAME},
    {"berkas": "docs/modul-02/ik-2-3.yml", "isi": CARDS},
    {
        "berkas": "docs/modul-02/index.md",
        "ganti": ORDER,
        "dengan": ORDER.replace("ik-2-1,", "ik-2-1, ik-2-2, ik-2-3,"),
    },
    {
        "berkas": STAGE,
        "ganti": "      bahan: [benih bayam]",
        "dengan": "      bahan: [benih bayam, IK 2.2, IK 2.3]\n      siapkan: [Tirai rekaan di jendela]\n"
        "      persingkat: Lewati benih rekaan yang kedua.",
    },
    {
        "berkas": STAGE,
        "ganti": "Benih yang mengambang dibuang.",
        "dengan": "Benih yang mengambang dibuang.\n\n"
        "/// instrumen | ik-2-2\n///\n\n/// instrumen | ik-2-3\n///",
    },
)
"""Additions to the minibook for every kind of sheet."""


@dataclass(frozen=True)
class Pack:
    """A finished pack."""

    root: Path

    def file(self, end: str) -> Path:
        return self.root / "dist" / "paket-sesi" / f"modul-02{end}"

    @property
    def pdf(self) -> Path:
        return self.file(".pdf")

    @property
    def manifest(self) -> Any:
        return json.loads(self.file(".json").read_text(encoding="utf-8"))

    @property
    def sheets(self) -> dict[str, Any]:
        return {item["id"]: item for item in self.manifest["lembar"]}

    def text(self, end: str = ".pdf", *options: str) -> str:
        """The words of a file, or of some of its pages."""
        command = ["pdftotext", "-layout", *options, str(self.file(end)), "-"]
        return subprocess.run(command, capture_output=True, check=True, text=True).stdout

    def pages_of(self, id_: str) -> list[str]:
        """The words of each page of a sheet."""
        first, last = self.sheets[id_]["halaman"]
        return self.text(".pdf", "-f", str(first), "-l", str(last)).split("\f")[: last - first + 1]

    @property
    def count(self) -> int:
        """Pages of the file."""
        with pikepdf.open(self.pdf) as pdf:
            return len(pdf.pages)


def run(root: Path, *options: str) -> int:
    """The command on a book."""
    return pack.main(["2", "--root", str(root), *options])


def made(root: Path, options: Sequence[str]) -> Pack:
    """A pack that must come out."""
    assert run(root, *options) == 0
    return Pack(root)
