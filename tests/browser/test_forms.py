"""Forms on screen and on paper: what is typed is printed, on one sheet that says what it is."""

from __future__ import annotations

import re

import pypdfium2
import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.forms_on_screen import FORMS as ALL
from tests.browser.forms_on_screen import fill_all, open_form

pytestmark = pytest.mark.browser

FORMS = {
    "ik-2-1": ("IK 2.1", "Diagnosis Pemenuhan Hak di Kecamatan"),
    "ik-2-2": ("IK 2.2", "Pemetaan Warga Miskin dan Rentan serta Perlindungan yang Mereka Butuhkan"),
}
LANDSCAPE_A4 = (297, 210)
RULES = pypdfium2.raw.FPDF_PAGEOBJ_PATH
# What belongs to the screen: navigation, search, footer, guide, example, buttons.
CONTROLS = [
    *("Material for MkDocs", "Cetak formulir", "Petunjuk pengisian", "Contoh isian", "Dipakai pada"),
    *("Tidak ada yang dikirim", "Unduh", "Usulkan perbaikan", "Tambah baris", "Salin ke formulir"),
]
SCREEN_ONLY = [*CONTROLS, "Beranda", "Cari", "Bahan Bacaan", "Tirtamaju"]


@pytest.fixture(params=FORMS)
def form(page: Page, request: pytest.FixtureRequest) -> Locator:
    """Each form, opened."""
    page.goto(f"/modul-02/{request.param}/")
    return page.locator("form.instrument")


def id_of(form: Locator) -> str:
    return str(form.get_attribute("data-instrument"))


def print_page(page: Page) -> list[tuple[str, tuple[int, int]]]:
    """Text and size in millimetres of each printed sheet."""
    document = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True, print_background=True))
    sheets = [(sheet.get_textpage().get_text_range(), sheet.get_size()) for sheet in document]
    document.close()
    return [
        (" ".join(text.split()), tuple(round(side / 72 * 25.4) for side in size)) for text, size in sheets
    ]


def fill(form: Locator) -> list[str]:
    """Type something of its own into each field."""
    fields = form.locator("input, textarea")
    words = [f"isi{number:03}" for number in range(fields.count())]
    for number, word in enumerate(words):
        fields.nth(number).fill(word)
    return words


def test_blank_form_is_one_sheet(form: Locator) -> None:
    [(text, size)] = print_page(form.page)
    code, title = FORMS[id_of(form)]
    assert size == LANDSCAPE_A4
    assert text.startswith(f"{code} {title}")
    assert re.search(r"Edisi \d{4}\.\d+", text)
    for words in ("Nama", "Kecamatan", "Tanggal", "Infrastruktur dasar"):
        assert words in text


def test_what_is_typed_is_printed(form: Locator) -> None:
    words = fill(form)
    [(text, size)] = print_page(form.page)
    assert size == LANDSCAPE_A4
    assert [word for word in words if word not in text] == []
    assert text.startswith(" ".join(FORMS[id_of(form)]))
    assert re.search(rf"Nama {words[0]}\b", text)


def ruled(page: Page) -> tuple[list[tuple[int, int]], list[list[tuple[int, ...]]], str]:
    """Sizes of the printed sheets, the lines and boxes on each to the point, and all words."""
    with pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True, print_background=True)) as document:
        sizes = [tuple(map(round, sheet.get_size())) for sheet in document]
        paths = [
            sorted(tuple(map(round, item.get_bounds())) for item in sheet.get_objects(filter=[RULES]))
            for sheet in document
        ]
        words = " ".join(sheet.get_textpage().get_text_range() for sheet in document)
    return sizes, paths, " ".join(words.split())


@pytest.mark.parametrize("id_", ALL)
def test_every_form_prints_what_is_typed_in_the_layout_of_the_blank(page: Page, id_: str) -> None:
    form = open_form(page, id_)
    sizes, lines, blank = ruled(page)
    typed = fill_all(form)
    page.wait_for_timeout(50)
    filled_sizes, filled_lines, filled = ruled(page)
    if form.locator(".picks").count() == 0:  # words that are no choice take room beside the choices
        assert (filled_sizes, filled_lines) == (sizes, lines)
    assert [word for word in typed.values() if word not in filled or word in blank] == []
    assert blank.startswith(f"IK {id_.removeprefix('ik-').replace('-', '.')} ")
    assert [words for words in CONTROLS if words in blank] == []


def test_nothing_of_the_screen_is_printed(form: Locator) -> None:
    [(text, _)] = print_page(form.page)
    assert [words for words in SCREEN_ONLY if words in text] == []


def test_more_than_the_cell_holds_is_printed_whole(page: Page) -> None:
    page.goto("/modul-02/ik-2-1/")
    words = [f"kata{number:02}" for number in range(45)]
    page.get_by_label("Baris II, kolom (3) Kesehatan", exact=True).fill(" ".join(words))
    printed = " ".join(text for text, _ in print_page(page))
    assert [word for word in words if word not in printed] == []


def test_cells_are_as_high_as_their_author_asked(page: Page) -> None:
    """On paper the figures of IK 2.1 have 11 and 10 mm, its answers 16 mm; a row of IK 2.2 has 25 mm."""
    page.emulate_media(media="print")
    for address, asked in (("/modul-02/ik-2-1/", (11, 10, 16, 16, 16)), ("/modul-02/ik-2-2/", (25,) * 4)):
        page.goto(address)
        cells = page.locator(".grid .written").all()
        heights = [cell.bounding_box()["height"] / 96 * 25.4 for cell in cells]  # type: ignore[index]
        assert len(heights) == 6 * len(asked)
        assert [n for n, height in enumerate(heights) if height <= asked[n // 6] - 1] == []


def test_every_field_has_a_name(form: Locator) -> None:
    fields = form.locator("input, textarea")
    names = fields.evaluate_all("fields => fields.map(field => field.labels[0]?.textContent.trim())")
    assert all(names)
    assert len(names) == len(set(names))


@pytest.mark.own_browser
def test_the_button_opens_the_print_dialog(page: Page) -> None:
    page.add_init_script("window.print = () => { window.printed = true }")
    page.goto("/modul-02/ik-2-1/")
    page.get_by_role("button", name="Cetak formulir").click()
    assert page.evaluate("window.printed")


def test_enter_does_not_send_the_form(page: Page) -> None:
    page.goto("/modul-02/ik-2-1/")
    name = page.get_by_label("Nama", exact=True)
    name.fill("Sri")
    name.press("Enter")
    expect(name).to_have_value("Sri")
    expect(page).to_have_url("/modul-02/ik-2-1/")
