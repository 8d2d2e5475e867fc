"""Forms printed from the site: long answers whole and in order, nothing over anything, heads with their rows.

Poppler reads the printed words and their places back, PDFium what is drawn.
"""

from __future__ import annotations

import re
import subprocess
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Page
from pypdfium2 import raw

from tests.browser.forms_on_screen import FORMS, open_form, put
from tests.products.paper import MILLIMETRE, Box

pytestmark = pytest.mark.browser

WORD = re.compile(r'<word xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">(.*?)</word>')
TYPED = re.compile(r"^k\d+w\d+$")
SHADE = (239, 239, 236)
"""The grey of the heads of grids."""
FIELDS = "textarea, input[type=text]:not([readonly])"
LINE_WORDS, CELL_WORDS, LONG_WORDS = 12, 140, 300

Printed = list[tuple[Box, str]]
"""The words of a page with their boxes, the first at the top; y grows downwards."""


def answer(field: int, words: int) -> str:
    """Words that say which field they are of, and which they are."""
    return " ".join(f"k{field}w{word}" for word in range(1, words + 1))


def fill(page: Page, wanted: dict[int, int]) -> None:
    """Type so many words into these fields of the form, counted from its top."""
    texts = {field: answer(field, words) for field, words in wanted.items()}
    page.locator("form.instrument").evaluate(
        f"""(form, texts) => form.querySelectorAll('{FIELDS}').forEach((field, number) => {{
          field.value = texts[number] || '';
          field.dispatchEvent(new Event('input', {{ bubbles: true }})); }})""",
        texts,
    )


def sizes(page: Page) -> dict[int, int]:
    """For each field of the form how much a diligent reader writes: lines take less than cells."""
    tags = page.locator(f"form.instrument :is({FIELDS})").evaluate_all(
        "all => all.map(field => field.tagName)"
    )
    return {number: CELL_WORDS if tag == "TEXTAREA" else LINE_WORDS for number, tag in enumerate(tags)}


def printed(page: Page, out: Path) -> list[Printed]:
    """The pages as printed, read by Poppler."""
    page.pdf(path=out, prefer_css_page_size=True)
    found = subprocess.run(["pdftotext", "-bbox", out, "-"], capture_output=True, text=True, check=True)
    return [
        [(Box(*map(float, match.groups()[:4])), match[5]) for match in WORD.finditer(text)]
        for text in found.stdout.split("</page>")[:-1]
    ]


def whole(pages: list[Printed], wanted: dict[int, int]) -> None:
    """Every word typed is there once; those of a field follow each other."""
    read: dict[int, list[tuple[int, int, float, int]]] = defaultdict(list)
    for number, words in enumerate(pages):
        for box, word in words:
            if TYPED.match(word):
                field, index = map(int, word[1:].split("w"))
                read[field].append((number, round(box.bottom), box.left, index))
    assert {field: len(places) for field, places in read.items()} == wanted
    for field, places in read.items():
        assert [place[3] for place in sorted(places)] == list(range(1, wanted[field] + 1)), field


def apart(pages: list[Printed]) -> None:
    """No word stands on another. Boxes are as high as a line may be; letters fill the middle of them."""
    for number, words in enumerate(pages):
        tops = sorted((box.bottom, box.top, box.left, box.right, word) for box, word in words)
        for one, two in combinations(tops, 2):
            if two[0] > one[1]:
                continue
            high = min(one[1], two[1]) - two[0]
            wide = min(one[3], two[3]) - max(one[2], two[2])
            assert not (wide > 1 and high > 0.45 * (two[1] - two[0])), (number, one[4], two[4])


def heads_stay(out: Path) -> None:
    """Below the head of each grid there is a row of it, or the beginning of one, on the same page."""
    with pypdfium2.PdfDocument(out) as pdf:
        for number, page in enumerate(pdf):
            boxes = list(drawn(page))
            for head in (box for box, shade in boxes if shade):
                below = [box for box, _ in boxes if box.bottom < head.bottom - 6 * MILLIMETRE]
                assert below, f"page {number + 1}: a head at the foot"


def drawn(page: pypdfium2.PdfPage) -> Iterator[tuple[Box, bool]]:
    """All that a page shows: where it is, and whether it is the ground of a head."""
    for item in page.get_objects():
        red, green, blue, alpha = (raw.c_uint() for _ in range(4))
        raw.FPDFPageObj_GetFillColor(item, red, green, blue, alpha)
        yield Box(*item.get_bounds()), (red.value, green.value, blue.value) == SHADE


@pytest.mark.parametrize("id_", ["ik-2-1", "ik-10-1"])
def test_an_answer_of_300_words_in_a_cell_is_printed_whole(page: Page, id_: str, tmp_path: Path) -> None:
    open_form(page, id_)
    cell = next(number for number, words in sizes(page).items() if words == CELL_WORDS)
    fill(page, {cell: LONG_WORDS})
    pages = printed(page, tmp_path / "cetak.pdf")
    whole(pages, {cell: LONG_WORDS})
    apart(pages)
    heads_stay(tmp_path / "cetak.pdf")


@pytest.mark.parametrize("id_", ["ik-1-1", "ik-2-1", "ik-3-2", "ik-4-2", "ik-5-6", "ik-7-5", "ik-10-1"])
def test_long_answers_everywhere_are_printed_whole(page: Page, id_: str, tmp_path: Path) -> None:
    open_form(page, id_)
    wanted = sizes(page)
    fill(page, wanted)
    pages = printed(page, tmp_path / "cetak.pdf")
    whole(pages, wanted)
    apart(pages)
    heads_stay(tmp_path / "cetak.pdf")
    labels = [
        number for number, words in enumerate(pages, 1) if not any(TYPED.match(word) for _, word in words)
    ]
    assert labels == [], "a page of labels alone"


def test_blank_forms_have_their_room_and_their_heads(page: Page, tmp_path: Path) -> None:
    for id_ in FORMS:
        open_form(page, id_)
        printed_pages = printed(page, tmp_path / f"{id_}.pdf")
        apart(printed_pages)
        heads_stay(tmp_path / f"{id_}.pdf")


def test_the_workbook_prints_long_answers_whole(page: Page, tmp_path: Path) -> None:
    page.goto("/buku-kerja/")
    fields = {"kisi.penyebab.akta": answer(1, LONG_WORDS), "nama": answer(2, LINE_WORDS)}
    put(page, "ik-2-1", {"schema": 2, "time": 1_790_000_000_000, "fields": fields})
    page.reload()
    page.evaluate("window.print = () => {}")
    page.get_by_role("button", name="Cetak semua yang terisi", exact=True).click()
    page.locator(".workbook-print form").wait_for(state="attached")
    pages = printed(page, tmp_path / "buku.pdf")
    whole(pages, {1: LONG_WORDS, 2: LINE_WORDS})
    apart(pages)
    heads_stay(tmp_path / "buku.pdf")


def test_a_correction_never_quotes_what_was_typed(page: Page) -> None:
    """The text beside a field is no text of the book."""
    form = open_form(page, "ik-2-1")
    fill(page, {3: 5})
    form.locator("tbody tr").first.locator("td").first.dispatch_event("pointerdown")
    assert "k3w1" not in page.locator(".proposal").inner_text()
