"""The plan of Modul 10: a row from each module, what follows it, and plans written in edition 2026.1."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from handbook.book.book import Book
from handbook.content.instrument import Instrument, example_texts
from tests.browser.forms_on_screen import kept_fields, open_form, open_taking, place, put, type_and_wait

pytestmark = pytest.mark.browser

PLAN = "ik-10-1"
NOW = 1_790_000_000_000
ROWS = {
    "hak": "ik-2-1.catatan.bawaan",
    "rentan": "ik-2-2.bekal.bawaan",
    "perilaku": "ik-3-2.komitmen.perilaku",
    "pelayanan": "ik-4-1.bawaan.dukungan",
    "ekonomi": "ik-5-7.pilihan.dukungan",
    "cegah": "ik-6-2.bawaan.langkah",
    "desa": "ik-7-4.pilihan.usulan",
    "terpadu": "ik-8-1.usul.bawaan",
    "koordinasi": "ik-9-1.bekal.bawaan",
}
"""Rows of the plan with the fields of Modul 2 to 9 that they come from."""
OLD_PLAN = {
    "kepala": ["nama", "kegiatan", "kecamatan", "kabupaten"],
    "bekal": [f"{row}.isi" for row in ("hak", "rentan", "ekonomi", "desa", "koordinasi", "lain")],
    "latar": ["induk", "mengapa", "bentuk", "cara"],
    "tujuan": ["tujuan", "manfaat"],
    "mulai": ["tanggal"],
    "rencana": [
        f"{row}.{column}"
        for row in (1, 2, 3)
        for column in (
            *("kegiatan", "dasar", "penanggung-jawab", "waktu", "stakeholders", "sumber-daya", "output"),
        )
    ],
    "ukuran": [
        f"{row}.{column}" for row in (1, 2, 3) for column in ("indikator", "bukti", "target-30", "target-90")
    ],
    "janji": [
        "tempat",
        *(f"{who}.{line}" for who in ("camat", "mengetahui") for line in ("nama", "nip", "tanggal")),
    ],
}
"""The fields of IK 10.1 in edition 2026.1."""
OLD_COORDINATION = {
    "lembar": [
        *("kelompok", "anggota", "kecamatan", "bidang", "masalah", "dilakukan", "sebab", "bersama"),
        *("pemangku", "dampak", "meyakinkan"),
    ],
    "mekanisme": ["komunikasi", "konflik", "akuntabilitas", "indikator", "pengukuran"],
}
"""Fields of IK 9.1 in edition 2026.1."""
Places = dict[str, list[str]]


def examples(book: Book) -> dict[str, dict[str, str]]:
    """The worked example of each form: its texts by place."""
    forms = {page.id: page.value for page in book.pages.values() if isinstance(page.value, Instrument)}
    return {
        id_: {".".join(path): text for path, text in example_texts(form).items()}
        for id_, form in forms.items()
        if form.example and form.saved
    }


def written(page: Page, id_: str, fields: dict[str, str]) -> None:
    """Leave a record on the device."""
    put(page, id_, {"schema": 3, "time": NOW, "fields": fields})


def test_the_plan_gets_a_row_from_each_module(page: Page, project_book: Book) -> None:
    texts = examples(project_book)
    page.goto("/prakata/")
    for id_, fields in texts.items():
        if id_ != PLAN:
            written(page, id_, fields)
    form = open_taking(page, PLAN)
    for button in page.locator(".carry").get_by_role("button", name="Salin ke formulir ini").all():
        button.click()
    for row, source in ROWS.items():
        id_, _, place_there = source.partition(".")
        expect(place(form, f"bekal.{row}.isi")).to_have_value(texts[id_][place_there])
    assert {source.split("-")[1] for source in ROWS.values()} == {str(number) for number in range(2, 10)}


def test_a_sheet_of_the_first_month_takes_columns_of_the_plan_row_by_row(page: Page) -> None:
    """Rows that the reader added to the plan come too, cells of other columns do not."""
    page.goto("/prakata/")
    plan = {
        "kepala.kegiatan": "Pesisir Tercatat",
        "rencana.2.kegiatan": "pendingin bersama",
        "rencana.5.kegiatan": "meja di pasar",
        "ukuran.1.awal": "128 anak",
        "ukuran.2.target-30": "usul alat",
        "ukuran.5.bukti": "buku tamu",
    }
    written(page, PLAN, plan)
    form = open_taking(page, "ik-10-2")
    page.locator(".carry").get_by_role("button", name="Salin ke formulir ini").click()
    shown = form.locator("textarea, input[type=text]").evaluate_all(
        "all => Object.fromEntries(all.filter(field => field.value).map(field => [field.name, field.value]))"
    )
    assert shown == {
        "ik-10-2.kepala.kegiatan": "Pesisir Tercatat",
        "ik-10-2.kepala.ukuran": "128 anak",
        "ik-10-2.hasil.2.kegiatan": "pendingin bersama",
        "ik-10-2.hasil.2.target": "usul alat",
        "ik-10-2.hasil.5.kegiatan": "meja di pasar",
    }


@pytest.mark.parametrize(("id_", "places"), [(PLAN, OLD_PLAN), ("ik-9-1", OLD_COORDINATION)])
def test_what_was_written_in_edition_2026_1_opens_whole(page: Page, id_: str, places: Places) -> None:
    """Each text stands in its field, and is still kept after something new is typed."""
    choice = {"lembar.bidang": "kesehatan"}
    names = [f"{part}.{name}" for part, fields in places.items() for name in fields]
    old = {name: choice.get(name, f"isi {number}") for number, name in enumerate(names)}
    page.goto("/prakata/")
    put(page, id_, {"schema": 2, "time": NOW, "edition": "2026.1", "rows": {}, "fields": old})
    form = open_form(page, id_)
    shown = {name: text for name, text in old.items() if name not in choice}
    assert {name: place(form, name).input_value() for name in shown} == shown
    new = "bekal.pelayanan.isi" if id_ == PLAN else "bekal.bawaan"
    type_and_wait(page, place(form, new), "kalimat baru")
    assert kept_fields(page, id_) == {**old, new: "kalimat baru"}
