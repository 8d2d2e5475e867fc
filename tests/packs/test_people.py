"""The packs of the ten modules for whoever comes: names on sheets, spare copies, and what is worth a word."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from handbook.book.book import Book
from handbook.content.instrument import Instrument
from handbook.packs import advice, contents
from tests.packs.test_real import MODULES, session, sheets, words
from tests.packs.test_real import book as book


def test_a_start_within_a_break_is_said(book: Book) -> None:
    def warned(**given: object) -> list[str]:
        return [item for item in warned_of(book, 3, **given) if "di tengah istirahat" in item]

    [line] = warned(start="12.00")
    assert "12.00–13.00" in line
    assert "mulailah pukul 13.00" in line
    assert len(warned(start="12.30", friday=True)) == 1
    assert warned(start="13.00") == warned(start="11.00") == []


def test_small_groups_are_said(book: Book) -> None:
    lines = warned_of(book, 5, participants="12")
    assert sum("6 kelompok berarti ada kelompok beranggota 2 orang" in line for line in lines) == 2
    assert warned_of(book, 5, participants="18") == []


def test_large_groups_are_said_unless_the_book_plans_them(book: Book) -> None:
    [*lines] = warned_of(book, 6, participants="41")
    assert lines
    assert all("4 kelompok berarti ada kelompok beranggota 11 orang. Bagi dua" in line for line in lines)
    assert warned_of(book, 6, participants="30") == []
    assert warned_of(book, 8, participants="30") == []  # two groups of fifteen, as its stages say


def test_a_sheet_that_nobody_gets_is_not_left_out_in_silence(book: Book) -> None:
    """With one group there is no other group to judge."""
    assert "ik-3-4" not in sheets(book, 3, participants="3")
    [line] = warned_of(book, 3, participants="3")
    assert line.startswith("IK 3.4 ")
    assert "tidak dicetak" in line
    assert "untuk setiap kelompok lain" in line


def test_the_order_has_the_spare_copies_that_the_run_sheet_asks_for(book: Book) -> None:
    for module in MODULES:
        bound = session(book, module, participants="30")
        asked = [text for unit in bound.units for text in unit.needs.prepare if "cadangan" in text]
        forms = {form for text in asked for form in re.findall(r"IK (\d+\.\d+)", text)}
        found = sheets(book, module, participants="30")
        for form in forms:
            sheet = found[f"ik-{form.replace('.', '-')}"]
            assert sheet.copies * sheet.variants > 30, form
            assert re.search(r", dan \d cadangan$", sheet.receiver)
    assert sheets(book, 2, participants="30")["ik-2-1"].copies == 33


def test_what_is_outside_the_session_has_its_minutes(book: Book) -> None:
    text = words(sheets(book, 10, start="08.00")["alur"].html[0])
    assert "Tes awal 15 menit, mulai pukul 07.45." in text
    assert "Selesai pukul 09.30." in text
    assert "Tes akhir 15 menit dan evaluasi 10 menit, sampai pukul 09.55." in text
    assert "Waktu: 15 menit." in words(sheets(book, 10)["tes-10-a"].html[0])


def warned_of(book: Book, module: int, **given: object) -> list[str]:
    """All warnings of a pack."""
    bound = session(book, module, **given)
    return advice.found(bound, contents.drawn(bound)[1])


@pytest.mark.parametrize("module", MODULES)
def test_every_sheet_of_one_person_bears_the_name_unless_it_is_anonymous(
    book: Book, module: int, tmp_path: Path
) -> None:
    rows = ["Nama;Kecamatan", *(f"Peserta Rekaan {n};Rekaan {n}" for n in range(1, 13))]
    (tmp_path / "nama.csv").write_text("\n".join(rows), encoding="utf-8")
    found = sheets(book, module, names=str(tmp_path / "nama.csv"), expanded=True, no_book=True)
    own = {page.id: page.value for page in book.of_module(module) if isinstance(page.value, Instrument)}
    for id_, sheet in found.items():
        form = next((form for key, form in own.items() if id_ == key or id_.startswith(f"{key}-")), None)
        is_answer = id_.endswith("-jawab")
        named = [role for role, _ in sheet.name_fields[: 2 if sheet.variants > 1 else None]]
        if is_answer or (form and form.for_one and not form.anonymous):
            assert "nama" in named, id_
            assert {*sheet.people} - {None} == {*range(12)}, id_
        else:
            assert not named or form == own.get("ik-7-5"), id_
            assert {*sheet.people} <= {None} or (form and form.anonymous), id_
        for role, field in sheet.name_fields:
            html = sheet.html[0] if sheet.variants == 1 else "".join(sheet.html)
            assert f'id="{field}"' in html, (id_, role)


def test_of_a_form_for_some_groups_everybody_gets_a_named_copy(book: Book, tmp_path: Path) -> None:
    """Nobody knows yet who will be in group 5; without names those of groups 1 to 4 get one each."""
    (tmp_path / "nama.csv").write_text("Nama\nPeserta Rekaan", encoding="utf-8")
    names: dict[str, object] = {"names": str(tmp_path / "nama.csv"), "participants": "30"}
    given: list[dict[str, object]] = [{"participants": "30"}, names, {**names, "expanded": True}]
    forms = [sheets(book, 4, **wish)["ik-4-1"] for wish in given]
    assert [form.copies for form in forms] == [24, 24, 30]
    assert ["kelompok 1–4" in form.receiver for form in forms] == [True, True, False]


def test_every_facilitator_is_evaluated(book: Book, tmp_path: Path) -> None:
    names = [f"Fasilitator Rekaan {letter}" for letter in "ABCDEF"]
    rows = ["Nama;Peran", "Peserta Rekaan;peserta", *(f"{name};fasilitator" for name in names)]
    (tmp_path / "nama.csv").write_text("\n".join(rows), encoding="utf-8")
    found = sheets(book, 3, names=str(tmp_path / "nama.csv"), participants="30")
    text = words(found["evaluasi-harian"].html[0])
    assert [name for name in names if name not in text] == []
