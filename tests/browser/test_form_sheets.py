"""Forms as spreadsheets: blank and with what was filled in."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.forms_on_screen import (
    FORMS,
    GRID,
    REPEATABLE,
    click,
    download,
    fill_all,
    menu,
    open_form,
    place,
)

pytestmark = pytest.mark.browser

GRIDLESS = {
    "ik-1-1",
    "ik-1-2",
    "ik-3-1",
    "ik-3-2",
    "ik-3-3",
    "ik-3-5",
    "ik-4-3",
    "ik-4-4",
    "ik-6-1",
    "ik-6-2",
    "ik-9-1",
    "ik-9-2",
}
GRIDS = [id_ for id_ in FORMS if id_ not in GRIDLESS]
"""The forms with a grid, a table or a checklist, but for IK 6.1, of which only the blank sheet is offered."""


def sheets(path: Path) -> list[Any]:
    """The sheets of a workbook."""
    return list(openpyxl.load_workbook(BytesIO(path.read_bytes())).worksheets)


def sheet(path: Path) -> Any:
    """The sheet of the first grid."""
    return sheets(path)[0]


def texts(found: Any) -> list[list[str | None]]:
    return [[cell.value for cell in row] for row in found.iter_rows()]


def fill_grid(page: Page) -> Locator:
    form = open_form(page, GRID)
    place(form, "nama").fill("Sri")
    place(form, "kisi.jumlah.akta").fill('128 anak\n< 5 tahun & "kecil"')
    place(form, "kisi.dukungan.sanitasi").fill("=1+1")
    return form


def test_a_spreadsheet_with_what_was_filled_in(page: Page) -> None:
    fill_grid(page)
    name, path = download(page, click(page, "Excel dengan isian"))
    found = sheet(path)
    rows = texts(found)
    assert (name, found.title) == (f"{GRID}.xlsx", "IK 2.1")
    assert rows[0][0] == "IK 2.1 Diagnosis Pemenuhan Hak di Kecamatan"
    assert [row[0] for row in rows[1:4]] == ["Nama: Sri", "Kecamatan: ", "Tanggal: "]
    first = next(number for number, row in enumerate(rows) if row[0] == "Pertanyaan (1)")
    assert rows[first][1] == "Diagnosis kegagalan menikmati hak"
    assert rows[first + 1][4] == "Infrastruktur dasar"
    assert rows[first + 2][4:7] == ["Perumahan (5)", "Air bersih (6)", "Sanitasi (7)"]
    assert rows[first + 3][1] == '128 anak\n< 5 tahun & "kecil"'
    assert rows[first + 7][6] == "=1+1"
    assert found.cell(first + 8, 7).data_type in ("s", "inlineStr")
    merged = {str(area) for area in found.merged_cells.ranges}
    assert {
        f"A{first + 1}:A{first + 3}",
        f"B{first + 1}:G{first + 1}",
        f"E{first + 2}:G{first + 2}",
    } <= merged
    assert found.freeze_panes == f"A{first + 4}"
    assert found.column_dimensions["A"].width > found.column_dimensions["C"].width - 1 > 20
    assert found.cell(first + 4, 2).alignment.wrap_text


def test_a_blank_spreadsheet(page: Page) -> None:
    fill_grid(page)
    name, path = download(page, click(page, "Excel kosong"))
    assert name == f"{GRID}-kosong.xlsx"
    words = [text for row in texts(sheet(path)) for text in row if text]
    assert "Nama: " in words
    assert not [text for text in words if "128" in text or "Sri" in text or "=1" in text]


def test_a_spreadsheet_has_the_rows_that_were_added(page: Page) -> None:
    form = open_form(page, REPEATABLE)
    page.get_by_role("button", name="Tambah baris").click()
    place(form, "instrumen.5.hasil").fill("baris kelima")
    _, path = download(page, click(page, "Excel dengan isian"))
    rows = texts(sheet(path))
    assert rows[-1] == ["5", "", "", "baris kelima"]


@pytest.mark.parametrize("id_", GRIDS)
def test_every_grid_form_is_a_spreadsheet(page: Page, id_: str) -> None:
    """Filled in it holds all that was typed, blank nothing of it."""
    form = open_form(page, id_)
    typed = fill_all(form)
    ticks = form.locator("tr .tick-cell:not(.tick-cell + .tick-cell) input")  # one of each row
    for tick in ticks.all()[:3]:
        tick.check()
    filled = [text for found in cells(page, "Excel dengan isian") for text in found]
    blank = [text for found in cells(page, "Excel kosong") for text in found]
    # The lines of identity stand on each sheet.
    assert [word for word in typed.values() if not any(word in text for text in filled)] == []
    assert filled.count("\u2713") == min(3, ticks.count())
    assert [text for text in blank if re.search(r"isi\d{3}|\u2713", text)] == []
    assert blank[0].startswith("IK ")


def cells(page: Page, name: str) -> list[list[str]]:
    """The texts of each sheet of the workbook behind a button."""
    _, path = download(page, click(page, name))
    return [[str(text) for row in texts(found) for text in row if text] for found in sheets(path)]


def test_what_stands_beside_the_grid_is_a_sheet_of_its_own(page: Page) -> None:
    form = open_form(page, GRID)
    place(form, "catatan.pendapatan").fill("415 pekerja harian")
    _, path = download(page, click(page, "Excel dengan isian"))
    _, rest = sheets(path)
    assert rest.title == "Isian lain"
    assert texts(rest)[1] == ["Isian", "Jawaban"]
    assert texts(rest)[2][1] == "415 pekerja harian"
    assert str(texts(rest)[2][0]).startswith("Hak atas pendapatan")


def test_a_spreadsheet_that_cannot_be_made_is_told(page: Page, context: BrowserContext) -> None:
    form = open_form(page, GRID)
    expect(menu(page).get_by_role("button", name="Excel kosong", exact=True)).to_be_visible()
    context.set_offline(True)
    click(page, "Excel kosong")()
    expect(page.locator(".keep-status")).to_contain_text("periksa sambungan")
    context.set_offline(False)
    place(form, "nama").fill("Sri")
    _, path = download(page, click(page, "Excel dengan isian"))
    assert "Nama: Sri" in [row[0] for row in texts(sheet(path))]


def test_a_form_without_grid_offers_no_spreadsheet(page: Page) -> None:
    open_form(page, "ik-3-1")
    expect(menu(page).get_by_role("button", name="Excel kosong")).to_have_count(0)
