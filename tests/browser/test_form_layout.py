"""A grid is cards on a phone, where each field says its column, and the printed grid on a wide screen."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.forms_on_screen import FORMS, GRID, PAIRS, REPEATABLE, open_form, place

pytestmark = pytest.mark.browser

WIDE = (900, 1280)
NARROW = (320, 360, 600, 899)


def width(page: Page, pixels: int) -> None:
    page.set_viewport_size({"width": pixels, "height": 740})


def boxes(fields: Locator) -> list[dict[str, float]]:
    script = "fields => fields.map(field => field.getBoundingClientRect().toJSON())"
    found: list[dict[str, float]] = fields.evaluate_all(script)
    return found


@pytest.mark.parametrize("pixels", NARROW)
def test_a_row_is_a_card(page: Page, pixels: int) -> None:
    width(page, pixels)
    form = open_form(page, GRID)
    row = form.locator("tbody tr").first
    expect(row.locator("th")).to_contain_text("Jumlah warga Anda")
    found = boxes(row.locator("textarea"))
    assert len({box["x"] for box in found}) == 1
    assert [box["y"] for box in found] == sorted(box["y"] for box in found)
    assert all(box["width"] > pixels * 0.7 for box in found)


def test_every_field_of_a_card_shows_its_column(page: Page) -> None:
    width(page, 360)
    form = open_form(page, GRID)
    labels = form.locator("tbody tr").first.locator("label .cell-column")
    expect(labels).to_have_text(
        [
            *("(2) Mendapatkan dokumen akta lahir", "(3) Kesehatan", "(4) Pendidikan"),
            *("(5) Perumahan", "(6) Air bersih", "(7) Sanitasi"),
        ]
    )
    assert all(box["width"] > 40 for box in boxes(labels))
    expect(place(form, "kisi.jumlah.rumah")).to_have_accessible_name(
        "Baris I, kolom Infrastruktur dasar: (5) Perumahan"
    )


@pytest.mark.parametrize("pixels", WIDE)
def test_the_grid_is_as_printed(page: Page, pixels: int) -> None:
    width(page, pixels)
    form = open_form(page, GRID)
    found = boxes(form.locator("tbody tr").first.locator("textarea"))
    assert len({round(box["y"]) for box in found}) == 1
    assert [box["x"] for box in found] == sorted({box["x"] for box in found})
    expect(form.get_by_role("columnheader", name="Perumahan")).to_be_visible()
    assert max(box["width"] for box in boxes(form.locator(".cell-label"))) <= 1


# Fields of a grid that do not show their column: no words in sight beside or above them.
MUTE = """() => {
  const seen = element => element && element.checkVisibility() && element.getBoundingClientRect().width > 8;
  const shown = label => [...label.querySelectorAll(".cell-column, .cell-name"), label]
    .filter(part => seen(part)).map(part => part.innerText.trim()).find(Boolean);
  const head = cell => seen(cell.closest("table").tHead.rows[0].cells[cell.cellIndex]);
  return Array.from(document.querySelectorAll("form.instrument table.grid :is(textarea, input)"))
    .filter(field => !shown(field.labels[0]) && !head(field.closest("td"))).map(field => field.name);
}"""
# Words of a form that are torn apart at the end of a line.
TORN = """() => {
  const found = [];
  const walker = document.createTreeWalker(document.querySelector("form.instrument"), NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (!node.parentElement.checkVisibility() || node.parentElement.clientWidth === 1) continue;
    for (const word of node.data.matchAll(/[\\p{L}\\p{N}]+/gu)) {
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      const tops = Array.from(range.getClientRects(), box => Math.round(box.top));
      if (new Set(tops).size > 1) found.push(word[0]);
    }
  }
  return found;
}"""


@pytest.mark.parametrize("pixels", NARROW)
def test_a_pair_says_which_is_which(page: Page, pixels: int) -> None:
    width(page, pixels)
    form = open_form(page, PAIRS)
    for row in form.locator("tbody tr:has(input[type=checkbox])").all():
        expect(row.locator("label").first).to_have_text(re.compile(r"^\(a\) "))
        expect(row.locator("label").last).to_have_text(re.compile(r"^\(b\) "))


@pytest.fixture(scope="module", params=FORMS)
def opened(shared_page: Page, request: pytest.FixtureRequest) -> Locator:
    """Every form of the book, opened once for the tests that only look at it."""
    return open_form(shared_page, request.param)


def test_every_form_is_cards_on_a_phone_and_its_grid_on_a_desk(opened: Locator) -> None:
    page, form = opened.page, opened
    width(page, 360)
    assert (page.evaluate(MUTE), page.evaluate(TORN)) == ([], [])
    width(page, 1280)
    assert page.evaluate(TORN) == []
    for head in form.locator("table.grid thead th").all():
        expect(head).to_be_visible()
    for row in form.locator("table.grid tbody tr").all():
        tops = {round(box["y"]) for box in boxes(row.locator("> :is(th, td)"))}
        assert len(tops) == 1


def test_no_form_scrolls_sideways_at_any_width(opened: Locator) -> None:
    wide = {}
    for pixels in (320, 360, 900, 1280):
        width(opened.page, pixels)
        wide[pixels] = opened.page.evaluate(
            """() => [document.documentElement, ...document.querySelectorAll('.grid-scroll')]
              .map(box => box.scrollWidth - box.clientWidth).filter(over => over > 1)"""
        )
    assert {pixels: over for pixels, over in wide.items() if over} == {}


def test_the_example_is_at_hand_and_says_its_columns(page: Page) -> None:
    width(page, 360)
    form = open_form(page, GRID)
    example = page.locator("details.example")
    assert boxes(example)[0]["y"] < boxes(form)[0]["y"]
    example.locator("summary").click()
    cell = example.locator("tbody td").first
    expect(cell.locator(".cell-name")).to_have_text("(2) Mendapatkan dokumen akta lahir")
    expect(cell.locator(".cell-name")).to_be_visible()
    expect(cell).to_contain_text("128 anak")


def test_rows_are_added_and_removed_with_undo(page: Page) -> None:
    form = open_form(page, REPEATABLE)
    rows = form.locator("tbody tr")
    expect(rows).to_have_count(4)
    place(form, "instrumen.2.jenis").fill("mangrove")
    page.get_by_role("button", name="Tambah baris").click()
    expect(rows).to_have_count(5)
    expect(place(form, "instrumen.5.jenis")).to_be_focused()
    expect(place(form, "instrumen.5.jenis")).to_have_accessible_name("Baris 5, kolom Jenis Instrumen")
    place(form, "instrumen.5.jenis").fill("zona tangkap")
    page.get_by_role("button", name="Hapus baris 2").click()
    expect(rows).to_have_count(4)
    expect(place(form, "instrumen.5.jenis")).to_have_accessible_name("Baris 4, kolom Jenis Instrumen")
    page.get_by_role("button", name="Urungkan").click()
    expect(place(form, "instrumen.2.jenis")).to_have_value("mangrove")
    expect(rows).to_have_count(5)
    page.get_by_role("button", name="Hapus baris 3").click()
    page.reload()
    expect(rows).to_have_count(4)
    expect(place(form, "instrumen.3.jenis")).to_have_count(0)
    expect(place(form, "instrumen.5.jenis")).to_have_value("zona tangkap")


def test_a_new_row_never_takes_over_a_removed_ones_text(page: Page) -> None:
    form = open_form(page, REPEATABLE)
    place(form, "instrumen.4.jenis").fill("lama")
    page.get_by_role("button", name="Hapus baris 4").click()
    page.get_by_role("button", name="Tambah baris").click()
    expect(place(form, "instrumen.5.jenis")).to_have_value("")
    expect(place(form, "instrumen.4.jenis")).to_have_count(0)


def test_pairs_are_counted(page: Page) -> None:
    form = open_form(page, PAIRS)
    ticks = form.locator("input[type=checkbox]")
    names = ticks.evaluate_all("ticks => ticks.map(tick => tick.name)")
    for name in names[:6:2]:
        form.locator(f'[name="{name}"]').check()
    form.locator(f'[name="{names[1]}"]').check()
    expect(form.locator(f'[name="{names[0]}"]')).not_to_be_checked()
    totals = form.locator(".line-total input")
    expect(totals.nth(0)).to_have_value("2")
    expect(totals.nth(1)).to_have_value("1")
    expect(totals.nth(0)).to_have_attribute("readonly", "")
    page.reload()
    expect(totals.nth(0)).to_have_value("2")
    # What the totals mean is told at Tahap 3 and stands nowhere on this page.
    said = "input => input.closest('tr').innerText.replace(/\\s+/g, ' ').trim()"
    assert totals.nth(0).evaluate(said) == "Jml Jumlah A Jumlah B"
