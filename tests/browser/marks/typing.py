"""The hands of a facilitator on the page of marks."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page, expect

Column = dict[str, Any]
PARTS = ("Peserta", "Tes", "Hasil", "Evaluasi", "Rencana aksi", "Laporan dan berkas")


def part(page: Page, name: str) -> None:
    """Turn to a part of the page, and wait until it is there."""
    link = page.get_by_role("navigation").get_by_role("link", name=name, exact=True)
    link.click()
    expect(link).to_have_attribute("aria-current", "page")


def add_people(page: Page, count: int) -> None:
    """People without names."""
    part(page, "Peserta")
    page.get_by_label("Banyaknya orang tanpa nama").fill(str(count))
    page.locator(".marks-line").get_by_role("button", name="Tambahkan").click()


def sheet(page: Page, module: int, form: str) -> list[Column]:
    """Turn to the sheet of a test; its columns."""
    part(page, "Tes")
    page.get_by_label("Modul", exact=True).select_option(str(module))
    page.get_by_label("Lembar", exact=True).select_option(form)
    columns: list[Column] = page.evaluate("form => Handbook.marks.page.bank().forms[form]", form)
    return columns


def places(page: Page) -> dict[str, str]:
    """All that is kept."""
    kept: dict[str, str] = page.evaluate(
        "() => Object.fromEntries(Handbook.marks.keep.places().map(p => [p, Handbook.marks.keep.get(p)]))"
    )
    return kept


def shown(page: Page) -> dict[str, str]:
    """The texts in the fields of the part that is seen."""
    code = "all => Object.fromEntries(all.map(f => [f.dataset.place, f.value]))"
    found: dict[str, str] = page.locator("main input[data-place]").evaluate_all(code)
    return found
