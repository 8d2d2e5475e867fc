"""axe-core finds no violation on one page of each kind, in both schemes, on a phone and on a desk."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

PAGES = {
    "home": "/",
    "module": "/modul-02/",
    "stage": "/modul-02/tahap-4/",
    "reading": "/modul-02/bacaan-2-1/",
    "instrument": "/modul-02/ik-2-1/",
    "quiz": "/modul-02/kuis-2/",
    "register": "/lampiran/peraturan/",
    "summary": "/modul-02/rangkuman/",
    "overview": "/program/",
    "bring": "/sebelum-berangkat/",
    "forms": "/lampiran/instrumen/",
    "competencies": "/lampiran/kompetensi/",
    "terms": "/lampiran/istilah/",
    "errata": "/lampiran/ralat/",
    "references": "/lampiran/rujukan/",
    "questionnaire": "/modul-10/ik-10-4/",
    "guide": "/panduan/penyunting/",
    "course": "/panduan/contoh-jadwal/",
    "changes": "/perubahan/",
    "figure": "/modul-03/bacaan-3-1/",
    "offline": "/luring.html",
    "missing": "/tak-ada/",
    "workbook": "/buku-kerja/",
    "carrying": "/modul-05/ik-5-7/",
    "repeatable": "/modul-05/ik-5-6/",
    "pairs": "/modul-03/ik-3-1/",
    "choices": "/modul-08/ik-8-1/",
    "criteria": "/modul-03/ik-3-4/",
    "bingo": "/modul-01/ik-1-1/",
    "cards": "/modul-04/ik-4-4/",
    "names": "/modul-09/ik-9-2/",
    "commitment": "/modul-03/ik-3-2/",
    "case": "/modul-03/ik-3-3/",
    "unkept": "/modul-06/ik-6-1/",
    "plan": "/modul-10/ik-10-1/",
    "reflecting quiz": "/modul-07/kuis-7/",
}
WIDTHS = (360, 1280)
IN_THE_DARK = (
    *("home", "module", "stage", "instrument", "quiz"),
    *("register", "figure", "workbook", "choices", "changes"),
)
"""Between them they have every element that the others have; the others follow with --full."""


def runs() -> Iterator[Any]:
    """Every kind of page in light colours, those in IN_THE_DARK in dark ones too."""
    for kind in PAGES:
        yield pytest.param(kind, "light")
        yield pytest.param(kind, "dark", marks=() if kind in IN_THE_DARK else pytest.mark.slow)


@pytest.mark.parametrize(("kind", "scheme"), [*runs()])
def test_no_violations(page: Page, kind: str, scheme: Literal["light", "dark"]) -> None:
    page.emulate_media(color_scheme=scheme)
    page.goto(PAGES[kind])
    found = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        found[width] = violations(page)
    assert found == {width: [] for width in WIDTHS}


def test_no_violations_in_an_answered_quiz(page: Page) -> None:
    page.goto(PAGES["quiz"])
    for question in page.locator(".question:has(input[type=radio])").all():
        question.locator("input").first.check()
        question.locator(".question-actions button").click()
    assert violations(page) == []


@pytest.mark.parametrize("width", WIDTHS)
def test_no_violations_while_a_form_is_used(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(PAGES["instrument"])
    page.locator("[name='ik-2-1.catatan.pendapatan']").fill("415 pekerja")
    page.locator("details.example summary").click()
    page.locator(".more-actions summary").click()
    page.locator(".more-list").get_by_role("button", name="Kosongkan").click()
    assert violations(page) == []
    page.get_by_role("button", name="Ya, kosongkan").click()
    assert violations(page) == []
    page.get_by_role("button", name="Urungkan").click()
    page.goto(PAGES["carrying"])
    page.locator(".carries summary").click()
    page.get_by_role("button", name="Salin ke formulir ini").click()
    assert violations(page) == []
    page.goto(PAGES["repeatable"])
    page.get_by_role("button", name="Tambah baris").click()
    page.get_by_role("button", name="Hapus baris 2").click()
    assert violations(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_violations_in_a_preview_and_a_tip(page: Page, scheme: Literal["light", "dark"]) -> None:
    page.emulate_media(color_scheme=scheme)
    page.goto(PAGES["workbook"])
    record = {"schema": 2, "time": 1, "fields": {"nama": "Adi"}}
    book = page.evaluate("HandbookData.book")
    page.evaluate(
        "([book, text]) => localStorage.setItem(`${book}/ik-2-1`, text)",
        [book, json.dumps({**record, "fields": {"nama": "Sri"}})],
    )
    page.reload()
    file = {"format": "buku-kerja", "schema": 2, "book": book, "records": {"ik-2-1": record}}
    page.locator(".workbook input[type=file]").set_input_files(
        {"name": "x.json", "mimeType": "application/json", "buffer": json.dumps(file).encode()}
    )
    page.locator(".preview summary").click()
    assert violations(page) == []
    page.goto(PAGES["reading"])
    page.locator("a.term").first.hover()
    page.get_by_role("tooltip").wait_for()
    assert violations(page) == []


def violations(page: Page) -> list[str]:
    """Rule, place and what is wrong, for each element that breaks a rule."""
    response = Axe().run(page, options={"resultTypes": ["violations"]}).response
    return [
        f"{rule['id']} {json.dumps(node['target'])}: {node['failureSummary']}"
        for rule in response["violations"]
        for node in rule["nodes"]
    ]
