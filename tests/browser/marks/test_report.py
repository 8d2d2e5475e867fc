"""What was typed, counted and put on paper or into a spreadsheet; read by other programs."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pypdfium2
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.marks.typing import add_people, part, places, sheet
from tests.browser.test_axe import WIDTHS

pytestmark = pytest.mark.browser


@pytest.fixture
def typed(marks_page: Page) -> Page:
    """Two people in both tests of module 3: the first has the first answer wrong before, none after."""
    add_people(marks_page, 2)
    marks_page.get_by_label("Nama peserta 1").fill("Sri & Co <b>")
    for form in "AB":
        columns = sheet(marks_page, 3, form)
        marks_page.locator(".marks-answer").first.focus()
        for row in range(2):
            for index, column in enumerate(columns):
                is_wrong = form == "A" and index == row == 0
                marks_page.keyboard.type("D" if is_wrong else column["right"])
    return marks_page


def evaluations(page: Page) -> None:
    """Two sheets of the day: seven figures and what was written to the first question."""
    part(page, "Evaluasi")
    page.locator(".marks-answer").first.focus()
    for figures, words in (("4444444", "Cara bertanya"), ("2444444", "")):
        page.keyboard.type(figures)
        page.keyboard.type(words)
        for _ in range(3):
            page.keyboard.press("Tab")
    page.get_by_role("button", name="Hitung").click()


def test_results_say_who_gained_what(typed: Page) -> None:
    part(typed, "Hasil")
    figures = typed.locator(".marks-facts dd").all_inner_texts()
    assert figures == ["2", "2", "95,8", "100", "4,2", "2 dari 2"]
    row = typed.locator("table", has_text="Nilai peserta").locator("tbody tr").first
    cells = row.locator("th, td").all_inner_texts()
    assert cells == ["1", "Sri & Co <b>", "11", "91,7", "12", "100", "8,3", "Lulus"]
    chart = typed.locator("svg.marks-chart")
    expect(chart).to_have_attribute("role", "img")
    assert "Indikator 3.1.1: tes awal 83, tes akhir 100." in (chart.get_attribute("aria-label") or "")
    first = typed.locator("table", has_text="Butir soal tes awal").locator("tbody tr").first
    assert "0,5" in first.inner_text()
    assert first.locator("td").nth(5).inner_text() == "A, B"


def test_evaluations_are_counted_with_their_comments(marks_page: Page) -> None:
    evaluations(marks_page)
    table = marks_page.locator("table", has_text="Evaluasi harian, Hari 1 (2 lembar)")
    first = table.locator("tbody tr").first.locator("th, td").all_inner_texts()
    assert first == ["1", "Tujuan sesi jelas sejak awal", "0", "1", "0", "1", "3"]
    expect(marks_page.locator("table", has_text="Komentar tertulis")).to_contain_text("Cara bertanya")


def test_the_spreadsheet_has_the_same_figures(typed: Page) -> None:
    evaluations(typed)
    part(typed, "Laporan dan berkas")
    with typed.expect_download(timeout=5000) as found:
        typed.get_by_role("button", name="Simpan sebagai Excel").click()
    book = openpyxl.load_workbook(io.BytesIO(Path(found.value.path()).read_bytes()))
    assert found.value.suggested_filename.endswith(".xlsx")
    assert book.sheetnames[:2] == ["M3 Nilai peserta", "M3 Indikator"]
    people = [[cell.value for cell in row] for row in book["M3 Nilai peserta"].iter_rows(min_row=3)]
    assert people[0] == [1, "Sri & Co <b>", 11, 91.7, 12, 100, 8.3, "Lulus"]
    assert len(people) == 2
    items = [[cell.value for cell in row] for row in book["M3 Tes awal, bentuk A"].iter_rows(min_row=3)]
    assert [row[3] for row in items] == [0.5, *[1] * 7]
    rated = [[cell.value for cell in row] for row in book["Evaluasi harian 1"].iter_rows(min_row=3)]
    assert rated[0][2:] == [0, 1, 0, 1, 3]


def test_the_report_on_paper_has_it_all_and_nothing_else(typed: Page) -> None:
    evaluations(typed)
    part(typed, "Laporan dan berkas")
    typed.evaluate("() => { window.print = () => {}; }")
    typed.get_by_role("button", name="Cetak laporan").click()
    with pypdfium2.PdfDocument(typed.pdf(format="A4")) as paper:
        pages = [page.get_textpage().get_text_range() for page in paper]
    text = " ".join(" ".join(pages).split())
    for words in ("Khusus fasilitator", "Laporan nilai", "Modul 3: ", "Sri & Co <b>", "Butir soal tes akhir"):
        assert words in text
    assert "Cara bertanya" in text
    assert "Urungkan" not in text
    typed.evaluate("() => { window.dispatchEvent(new Event('afterprint')); }")
    expect(typed.locator("#laporan")).to_be_hidden()


def test_names_can_be_hidden_and_deleted_and_so_can_everything(typed: Page) -> None:
    part(typed, "Peserta")
    typed.get_by_label("Tampilkan nomor, bukan nama").check()
    part(typed, "Hasil")
    expect(typed.locator("main")).not_to_contain_text("Sri & Co")
    part(typed, "Peserta")
    typed.get_by_role("button", name="Hapus semua nama").click()
    typed.get_by_role("dialog").get_by_role("button", name="Hapus nama").click()
    kept = "Object.values(localStorage).join(' ') + Object.values(sessionStorage).join(' ')"
    assert "Sri" not in typed.evaluate(kept)
    assert "tes-3-A/p1/" in typed.evaluate(kept)
    typed.keyboard.press("Control+z")
    assert "Sri" not in typed.evaluate(kept)
    part(typed, "Laporan dan berkas")
    typed.get_by_role("button", name="Hapus semua").click()
    typed.get_by_role("dialog").get_by_role("button", name="Batal").click()
    assert len(places(typed)) > 30
    typed.get_by_role("button", name="Hapus semua").click()
    typed.get_by_role("dialog").get_by_role("button", name="Hapus semua").click()
    assert places(typed) == {}
    assert typed.evaluate("Object.keys(localStorage)") == []


@pytest.mark.parametrize("width", [WIDTHS[0], *(pytest.param(n, marks=pytest.mark.slow) for n in WIDTHS[1:])])
def test_no_violations_in_any_part(typed: Page, width: int) -> None:
    evaluations(typed)
    typed.set_viewport_size({"width": width, "height": 800})
    found = []
    for name in typed.get_by_role("navigation").get_by_role("link").all_inner_texts():
        part(typed, name)
        for summary in typed.locator("summary:visible").all():
            summary.click()
        found += [f"{name} {words}" for words in violations(typed)]
        assert typed.evaluate("document.documentElement.scrollWidth") <= width
    typed.get_by_role("button", name="Hapus semua").click()
    assert [*found, *violations(typed)] == []


def violations(page: Page) -> list[str]:
    """Rule and place of all that breaks one; axe must not read styles anew, which the policy refuses."""
    response = Axe().run(page, options={"resultTypes": ["violations"], "preload": False}).response
    return [f"{rule['id']} {node['target']}" for rule in response["violations"] for node in rule["nodes"]]
