"""Participants' files, the workbook of a course, cells of a spreadsheet, a file of the page itself."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Page, expect

from handbook.book import Book
from handbook.course.read import read_plan
from handbook.course.sheets import workbook
from handbook.course.sheets.occasion import CourseOccasion
from tests.browser.forms_on_screen import BOOK, click, download, open_form, place, type_and_wait
from tests.browser.marks.typing import part, places, sheet

pytestmark = pytest.mark.browser


def bring(page: Page, *files: Path) -> None:
    """Choose files in the part of action plans, and wait until the page speaks of the last of them."""
    part(page, "Rencana aksi")
    page.locator("input[type=file]:visible").set_input_files([str(file) for file in files])
    expect(page.locator(".marks-said")).to_contain_text(files[-1].name)


def plans(page: Page) -> list[list[str]]:
    rows = page.locator("table", has_text="Rencana Aksi").locator("tbody tr")
    return [row.locator("th, td").all_inner_texts() for row in rows.all()]


def test_a_plan_filled_in_on_the_site_is_gathered(page: Page, marks_page: Page, tmp_path: Path) -> None:
    form = open_form(page, "ik-10-1")
    for path, words in (("kepala.nama", "Sri"), ("kepala.kecamatan", "Aru"), ("rencana.1.kegiatan", "Akta")):
        type_and_wait(page, place(form, path), words)
    type_and_wait(page, place(form, "rencana.1.waktu"), "Maret")
    type_and_wait(page, place(form, "rencana.1.output"), "Enam hari pelayanan")
    _, file = download(page, click(page, "Unduh berkas isian"))
    mine = tmp_path / "sri.json"
    mine.write_bytes(file.read_bytes())
    bring(marks_page, mine)
    assert plans(marks_page) == [["Aru", "Sri", "Akta", "Enam hari pelayanan", "Maret"]]
    bring(marks_page, mine)
    assert len(plans(marks_page)) == 1


def a_file(name: str, district: str, quiz: dict[str, str]) -> str:
    """A participant's file as the site of today writes it."""
    rows = {f"rencana.{n}.{what}": f"{what} {n}" for n in (1, 2) for what in ("kegiatan", "output", "waktu")}
    plan = {"schema": 3, "time": 1, "fields": {"kepala.nama": name, "kepala.kecamatan": district, **rows}}
    records = {"ik-10-1": plan, "kuis-3": {"schema": 3, "time": 1, "outcomes": quiz}}
    return json.dumps({"format": "buku-kerja", "schema": 3, "book": BOOK, "records": records})


def test_files_are_gathered_by_district_with_outcomes_of_quizzes(marks_page: Page, tmp_path: Path) -> None:
    columns = sheet(marks_page, 3, "K")
    for n, (name, district) in enumerate((("Wati", "Wetar"), ("Adi", "Aru"))):
        outcomes = {column["id"]: "right" if n else "wrong" for column in columns}
        (tmp_path / f"{n}.json").write_text(a_file(name, district, outcomes), encoding="utf-8")
    broken = tmp_path / "x.json"
    broken.write_text("{", encoding="utf-8")
    bring(marks_page, tmp_path / "0.json", tmp_path / "1.json", broken)
    expect(marks_page.locator(".marks-said")).to_contain_text("rusak")
    assert [row[0] for row in plans(marks_page)] == ["Aru", "Aru", "Wetar", "Wetar"]
    kept = places(marks_page)
    assert [kept[f"tes-3-K/p{n}/{columns[0]['id']}"] for n in (1, 2)] == ["S", "B"]
    marks_page.keyboard.press("Control+z")
    assert places(marks_page) == {}


def test_cells_of_a_spreadsheet_are_understood_or_named(marks_page: Page) -> None:
    columns = sheet(marks_page, 3, "A")
    right = [column["right"] for column in columns]
    rows = [
        ["No.", "Nama", *[str(n) for n in range(1, 9)]],
        ["1", "Sri Rahayu, S.Sos.", *right[:7], columns[7]["accepted"][1]],
        ["2", "Budi", *[text.lower() for text in right]],
        ["3", "Ani", "Z", *right[1:]],
        ["4", "Edo", "A"],
    ]
    marks_page.get_by_text("Tempelkan jawaban dari Excel").click()
    marks_page.locator("#marks_paste_answers").fill("\n".join("\t".join(row) for row in rows))
    marks_page.get_by_role("button", name="Muat", exact=True).click()
    said = marks_page.locator(".marks-refused li").all_inner_texts()
    assert said == ['Ani, soal 1: "Z" tidak dapat dipakai.', "Edo: barisnya kurang dari 8 jawaban."]
    part(marks_page, "Peserta")
    part(marks_page, "Tes")
    totals = marks_page.locator("[data-total]").all_inner_texts()
    assert totals == ["12 dari 12", "12 dari 12", "11 dari 12"]


def test_the_workbook_of_a_course(project_book: Book, marks_page: Page, tmp_path: Path) -> None:
    file = tmp_path / "pelatihan.xlsx"
    course, _ = read_plan("pelatihan/contoh.yml", project_book)
    assert course
    workbook.write(CourseOccasion(project_book, course), file)
    book = openpyxl.load_workbook(file)
    names = book["Peserta"]
    names["B3"], names["E3"], names["B4"], names["E4"] = "Sri", "Aru", "Budi", "Bima"
    heads = [cell.value for cell in book["Nilai"][1]]
    for row, points in ((3, 6), (4, 12)):
        book["Nilai"].cell(row, heads.index("A: Modul 3") + 1, points)
    plan = [cell.value for cell in book["Rencana aksi"][1]]
    for head, words in (("Kegiatan", "Akta"), ("Ukuran", "60 anak"), ("Tenggat", "Maret")):
        book["Rencana aksi"].cell(4, plan.index(head) + 1, words)
    book.save(file)
    other = tmp_path / "lain.xlsx"
    other.write_bytes(b"PK no workbook at all, only so much text")
    bring(marks_page, file, other)
    expect(marks_page.locator(".marks-said")).to_contain_text("bukan buku kerja")
    assert plans(marks_page) == [["Bima", "Budi", "Akta", "60 anak", "Maret"]]
    sheet(marks_page, 3, "A")
    part(marks_page, "Hasil")
    rows = marks_page.locator("table", has_text="Nilai peserta").locator("tbody tr")
    assert [row.locator("th, td").all_inner_texts()[1:4] for row in rows.all()] == [
        ["Sri", "6", "50"],
        ["Budi", "12", "100"],
    ]


def test_a_class_goes_to_another_device(marks_page: Page, tmp_path: Path) -> None:
    part(marks_page, "Peserta")
    marks_page.locator(".marks-line").get_by_role("button", name="Tambahkan").click()
    before = places(marks_page)
    part(marks_page, "Laporan dan berkas")
    with marks_page.expect_download(timeout=5000) as found:
        marks_page.get_by_role("button", name="Simpan berkas").click()
    own = tmp_path / "nilai.json"
    own.write_bytes(Path(found.value.path()).read_bytes())
    marks_page.get_by_role("button", name="Hapus semua").click()
    marks_page.get_by_role("dialog").get_by_role("button", name="Hapus semua").click()
    bring(marks_page, own)
    assert places(marks_page) == before
    assert len(before) == 30
