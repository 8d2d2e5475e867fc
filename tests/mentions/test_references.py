"""Spans of mentions: in each sentence what stands in ⟦…⟧ must be found, and nothing else.

Only the spans are judged here: whether a target exists is for the checks.
"""

from __future__ import annotations

import re

import pytest

from handbook.book.book import Book
from handbook.mentions.scanner import TextOrigin

SPELLINGS = {
    "Lihat ⟦IK 2.1⟧.": "ik-2-1",
    "⟦Instrumen Kerja (IK) 2.1⟧ dan ⟦Instrumen Kerja 3.1⟧": "ik-2-1 ik-3-1",
    "⟦instrumen 2.1⟧, ⟦INSTRUMEN KERJA 2.1⟧, ⟦IK. 2.1⟧, ⟦IK2.1⟧": "ik-2-1 ik-2-1 ik-2-1 ik-2-1",
    "⟦Bahan Bacaan 2.10⟧ bukan ⟦bahan bacaan 2.1⟧": "bacaan-2-10 bacaan-2-1",
    "(⟦Kotak/Box 4.1⟧; ⟦Box 4.2⟧; ⟦kotak 4.3⟧)": "box-4-1 box-4-2 box-4-3",
    "⟦Materi Bahasan 2.1⟧ atau ⟦materi 2.2⟧": "materi-2-1 materi-2-2",
    "⟦Modul 10⟧, ⟦modul 2⟧; ⟦Kuis 2⟧? ⟦Gambar 2.1⟧!": "modul-10 modul-2 kuis-2 gambar-2-1",
    "**⟦IK 2.1⟧**, *⟦Modul 3⟧*, “⟦Kuis 2⟧”, (⟦Tahap 1⟧)": "ik-2-1 modul-3 kuis-2 tahap-2-1",
    "⟦Tahap 5⟧, ⟦Tahap 3B⟧, ⟦tahap 3 A⟧, ⟦Tahap 12⟧": "tahap-2-5 tahap-2-3b tahap-2-3a tahap-2-12",
}
SERIES = {
    "⟦IK 2.1⟧ dan ⟦2.2⟧": "ik-2-1 ik-2-2",
    "⟦Modul 2⟧, ⟦3⟧, dan ⟦5⟧": "modul-2 modul-3 modul-5",
    "⟦Modul 2⟧ sampai ⟦4⟧; ⟦Modul 5⟧–⟦7⟧": "modul-2 modul-4 modul-5 modul-7",
    "⟦Modul 8⟧ s.d. ⟦9⟧; ⟦Tahap 1⟧ - ⟦3⟧": "modul-8 modul-9 tahap-2-1 tahap-2-3",
    "⟦Tahap 1⟧ hingga ⟦3B⟧, serta ⟦Kuis 2⟧": "tahap-2-1 tahap-2-3b kuis-2",
    "⟦Bahan Bacaan 2.1⟧ atau ⟦2.2⟧ dan ⟦Kotak 2.1⟧": "bacaan-2-1 bacaan-2-2 box-2-1",
    "⟦Modul 2⟧ dan 3 peserta, ⟦IK 2.1⟧ dan 3 orang": "modul-2 ik-2-1",
}
GAPS = {
    "lihat ⟦Bahan\nBacaan 2.1⟧ dan ⟦IK\n  2.1⟧": "bacaan-2-1 ik-2-1",
    "⟦IK\u00a02.1⟧ dan ⟦Modul\u00a0\n3⟧": "ik-2-1 modul-3",
    "⟦IK 2.1⟧,\n⟦2.2⟧": "ik-2-1 ik-2-2",
    "Buka Modul\n\n3 kali": "",
}
DEEP = {
    "⟦baris IV⟧ pada ⟦IK 2.1⟧": "ik-2-1-baris-iv ik-2-1",
    "⟦baris I⟧, ⟦II⟧, dan ⟦III⟧ di ⟦IK 2.1⟧": "ik-2-1-baris-i ik-2-1-baris-ii ik-2-1-baris-iii ik-2-1",
    "⟦kolom (2)⟧ sampai ⟦(7)⟧ dalam ⟦IK 2.1⟧": "ik-2-1-kolom-2 ik-2-1-kolom-7 ik-2-1",
    "⟦Kolom (3)⟧ dari *⟦IK 3.1⟧*": "ik-3-1-kolom-3 ik-3-1",
    "⟦Tahap 2 pada Modul 4⟧, ⟦Tahap 3B Modul 5⟧, ⟦Tahap 1⟧": "tahap-4-2 tahap-5-3b tahap-2-1",
    "⟦Tahap 1⟧ dan ⟦2 Modul 4⟧": "tahap-4-1 tahap-4-2",
    "⟦baris I⟧, ⟦baris V⟧, atau ⟦baris X⟧ ⟦IK 2.1⟧": "ik-2-1-baris-i ik-2-1-baris-v ik-2-1-baris-x ik-2-1",
    "⟦IK 2.1⟧ (⟦baris I⟧ dan ⟦II⟧), lalu ⟦baris IV⟧": "ik-2-1 ik-2-1-baris-i ik-2-1-baris-ii ik-2-1-baris-iv",
    "baris IV kartu keluarga, kolom (2) formulir F-1.01, kolom 3": "",
}
LAWS = {
    "⟦UU 7/2098⟧ dan ⟦UU No. 7 Tahun 2098⟧": "uu-7-2098 uu-7-2098",
    "⟦Undang-Undang Nomor 7 Tahun 2098⟧; ⟦undang-undang\nnomor 9 tahun 2099⟧": "uu-7-2098 uu-9-2099",
    "⟦Pasal 5 UU 7/2098⟧, ⟦Pasal 5 ayat (1) huruf b PP 4/2097⟧": "uu-7-2098 pp-4-2097",
    "⟦Peraturan Pemerintah Nomor 45 Tahun 2097⟧": "pp-45-2097",
    "⟦Pasal 5⟧, ⟦7⟧, dan ⟦9 ayat (2) UU 7/2098⟧": "uu-7-2098 uu-7-2098 uu-7-2098",
    "⟦UU 7/2098⟧ memuat ⟦Pasal 5 angka 17⟧; Pasal 33 UUD tidak": "uu-7-2098 uu-7-2098",
    "UU 7, UU 7/98, UU 7/20981, RUU 7/2098": "",
}
LOOK_ALIKES = {
    "IK 2.1.1 dan IK 2.1,5 dan IK 123.4": "",
    "RIK 2.1, sub-modul 3, e-Modul 3, teknik 2.1": "",
    "Modul 2.1, Modul 2,5, Modul 2/3, Modul 120": "",
    "kuis 15 menit, tahap 3 bulan, modul 20 halaman": "",
    "kotak 3, gambar 2, kotak surat 2.1": "",
    "modul ketiga, Modul II, IK kedua, bahan bacaan": "",
}
TABLES = (SPELLINGS, SERIES, GAPS, DEEP, LAWS, LOOK_ALIKES)


@pytest.mark.parametrize("sentence", [sentence for table in TABLES for sentence in table])
def test_spans(sentence: str, book: Book) -> None:
    ids = next(table[sentence] for table in TABLES if sentence in table)
    text = re.sub("[⟦⟧]", "", sentence)
    found = book.scanner.scan(text, TextOrigin(module=2))
    assert marked(text, [(m.start, m.end) for m in found]) == sentence
    assert " ".join(mention.id for mention in found) == ids
    assert [mention.words for mention in found] == [text[m.start : m.end] for m in found]


def marked(text: str, spans: list[tuple[int, int]]) -> str:
    for start, end in reversed(spans):
        text = f"{text[:start]}⟦{text[start:end]}⟧{text[end:]}"
    return text


def test_a_stage_needs_a_module(book: Book) -> None:
    (mention,) = book.scanner.scan("Tahap 2", TextOrigin())
    assert (mention.id, mention.owners) == ("", ())
    assert [m.id for m in book.scanner.scan("Modul 3: Tahap 2", TextOrigin())] == ["modul-3", "tahap-3-2"]
    assert [m.id for m in book.scanner.scan("Tahap 2 Modul 3", TextOrigin())] == ["tahap-3-2"]


def test_on_its_own_page_a_form_need_not_be_named(book: Book) -> None:
    here = TextOrigin(module=2, instrument="ik-2-1")
    found = book.scanner.scan("Isi baris II dan kolom (3), lalu baris I pada IK 3.1.", here)
    assert [m.id for m in found] == ["ik-2-1-baris-ii", "ik-2-1-kolom-3", "ik-3-1-baris-i", "ik-3-1"]


@pytest.mark.parametrize(
    ("text", "module"),
    [("Modul 4", 4), ("IK 3.1", 3), ("Tahap 2", 2), ("Tahap 2 Modul 5", 5), ("UU 7/2098", None)],
)
def test_a_mention_knows_its_module(text: str, module: int | None, book: Book) -> None:
    assert [m.module for m in book.scanner.scan(text, TextOrigin(module=2))] == [module]


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("IK 2.1 dan IK 3.1: baris I", ("ik-2-1", "ik-3-1")),
        ("UU 7/2098 mengubah UU 9/2099. Pasal 5 tetap.", ("uu-7-2098", "uu-9-2099")),
        ("Isi baris I.", ()),
        ("IK 2.1 dan Formulir C1: baris I", ("ik-2-1",)),
    ],
)
def test_what_is_open_is_not_guessed(text: str, owners: tuple[str, ...], book: Book) -> None:
    mention = next(m for m in book.scanner.scan(text, TextOrigin()) if not m.id)
    assert mention.owners == owners
