"""Boxes and readings of the stages: pages of the book, or sheets for a class without books."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String

from handbook.book.book import Book
from handbook.packs import contents
from handbook.packs.readings import in_book
from handbook.packs.session import Session
from handbook.print.bookpages import page_labels
from tests.packs.test_real import book as book
from tests.packs.test_real import session, sheets, words

HANDED = {
    2: [("Kotak 2.1 dan Kotak 2.2", "Tahap 4B", 30)],
    3: [
        ("Bahan Bacaan 3.1", "Tahap 3, setelah semua alasan terkumpul", 30),
        ("Bahan Bacaan 3.3", "Tahap 4", 30),
        ("Bahan Bacaan 3.4 dan 3.5", "Tahap 5, malam sebelumnya", 30),
    ],
    4: [("Kotak 4.1", "Tahap 2", 30)],
    5: [
        ("Kotak 5.1", "Tahap 3", 30),
        *((f"Bahan Bacaan 5.{n}", "Tahap 4", 1) for n in range(1, 7)),
        ("Bahan Bacaan 5.7", "Tahap 6", 30),
    ],
    6: [("Bahan Bacaan 6.2", "Tahap 3B", 4)],
    7: [("Bahan Bacaan 2.3", "Tahap 4", 6), ("Kotak 7.1", "Tahap 5", 30)],
    8: [("Bahan Bacaan 8.3", "Tahap 3", 30)],
    10: [("Kotak 10.1", "Tahap 2", 6)],
}
"""Title, time and copies for thirty people without books."""


@pytest.mark.parametrize("module", range(1, 11))
def test_a_class_without_books_gets_what_the_stages_hand_out(book: Book, module: int) -> None:
    found = sheets(book, module, no_book=True, participants="30")
    handed = [(s.title, s.when, s.copies) for id_, s in found.items() if "-bacaan-" in id_]
    assert handed == HANDED.get(module, [])
    assert not [id_ for id_ in sheets(book, module) if "-bacaan-" in id_]
    text = " ".join(words(html) for id_, s in found.items() if "-bacaan-" in id_ for html in s.html)
    assert "Catatan penyunting" not in text
    assert "Catatan fasilitator" not in text


def test_the_sheets_have_the_words_of_the_book_and_come_at_their_time(book: Book) -> None:
    found = sheets(book, 2, no_book=True)
    text = words(found["tahap-2-4b-bacaan-1"].html[0])
    assert "Jenis-jenis kelompok rentan" in text
    assert "Bentuk-bentuk perlindungan sosial" in text
    assert "Tiga rumah" not in text
    ids = [*found]
    assert ids.index("tahap-2-4-lembar-1") < ids.index("tahap-2-4b-bacaan-1") < ids.index("ik-2-2")


def test_the_run_sheet_sends_to_the_book(book: Book, tmp_path: Path) -> None:
    """With page labels when a printing is there, else with the titles; for a class without books neither."""
    said = words(sheets(book, 2)["alur"].html[0])
    assert "Pakai buku: Kotak 2.1 (Jenis-jenis kelompok rentan); Kotak 2.2 (" in said
    printed = tmp_path / "buku.pdf"
    print_pages(printed, ["box-2-1", "bacaan-3-1"], "3-")
    said = words(sheets(book, 3, printed_book=printed)["alur"].html[0])
    assert "Bahan Bacaan 3.1, hlm. 3-2, setelah semua alasan terkumpul" in said
    assert "Pakai buku" not in words(sheets(book, 3, no_book=True)["alur"].html[0])


def test_the_labels_of_a_printing(tmp_path: Path) -> None:
    printed = tmp_path / "buku.pdf"
    assert page_labels(printed) == {}
    print_pages(printed, ["box-2-1", "bacaan-3-1"], "A-")
    assert page_labels(printed) == {"box-2-1": "A-1", "bacaan-3-1": "A-2"}


def print_pages(path: Path, names: list[str], prefix: str) -> None:
    """A book with a page for each name, labelled 3-1, 3-2 …"""
    with Pdf.new() as pdf:
        for _ in names:
            pdf.add_blank_page()
        places = [(name, Array([page.obj, Name.Fit])) for name, page in zip(names, pdf.pages, strict=True)]
        tree = sorted(places, key=lambda place: place[0])
        pairs = [item for name, place in tree for item in (String(name), place)]
        pdf.Root.Names = Dictionary(Dests=pdf.make_indirect(Dictionary(Names=Array(pairs))))
        pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.D, P=String(prefix))]))
        pdf.save(path, object_stream_mode=pikepdf.ObjectStreamMode.disable)


def test_one_of_two_copies_is_in_the_book(book: Book) -> None:
    with_book, without = sheets(book, 10)["ik-10-1"], sheets(book, 10, no_book=True)["ik-10-1"]
    assert (with_book.copies, without.copies) == (30, 60)
    assert with_book.receiver == "setiap peserta, di samping lembar dalam bukunya"
    assert session(book, 10).options.with_book


def test_what_everybody_gets_beside_a_group_is_in_the_book(book: Book) -> None:
    with_book, without = sheets(book, 7)["ik-7-4"], sheets(book, 7, no_book=True)["ik-7-4"]
    assert (with_book.copies, without.copies) == (6, 36)
    assert with_book.receiver == "setiap kelompok; peserta memakai lembar dalam bukunya"
    found = {unit.number: [*in_book(session(book, 7), unit)] for unit in session(book, 7).units}
    named = [number for number, items in found.items() if any("IK 7.4" in item for item in items)]
    assert named == ["5"]


def test_forms_of_half_a_page_need_its_back(book: Book) -> None:
    both = session(book, 10)
    one = Session(book, 10, replace(both.options, duplex=False))
    assert halved(both) == {"ik-10-2", "ik-10-3", "ik-10-4", "ik-10-5"}
    assert halved(one) == set()


def halved(bound: Session) -> set[str]:
    """The forms that are set on half a page."""
    return {sheet.id for sheet in contents.drawn(bound)[0] if sheet.halved and sheet.id.startswith("ik-")}


@pytest.mark.parametrize(
    ("module", "id_", "copies"),
    [
        (1, "ik-1-1", 1),  # 35 different ones
        (2, "ik-2-1", 33),
        (2, "tahap-2-3-lembar-1", 6),  # a group's
        (2, "tahap-2-4-lembar-1", 33),
        (6, "tahap-6-3-lembar-1", 17),  # a pair's
        (6, "tahap-6-4-lembar-1", 9),  # one of four cases
        (7, "ik-7-4", 9),  # one for a group: everybody has the sheet in the book
        (2, "tes-2-a", 33),
        (2, "tes-2-a-jawab", 33),
        (10, "evaluasi-acara", 33),
    ],
)
def test_spare_copies_for_three_people_more(book: Book, module: int, id_: str, copies: int) -> None:
    sheet = sheets(book, module, participants="30", spare="3")[id_]
    assert sheet.copies == copies
    assert ("cadangan" in sheet.receiver) == (copies != 6)


def test_every_facilitator_gets_the_run_sheet_and_the_notes(book: Book) -> None:
    found = sheets(book, 3)
    assert [found[id_].copies for id_ in ("alur", "catatan")] == [2, 2]
