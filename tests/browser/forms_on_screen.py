"""Forms as readers use them: where a field is, what the line of status says, what the device holds."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.browser.waiting import until
from tests.conftest import PROJECT

BOOK = "buku-pegangan-camat"
FORMS = sorted(file.stem for file in PROJECT.glob("docs/modul-*/ik-*.yml"))
"""Every form of the book."""
UNKEPT = "ik-6-1"
GRID, REPEATABLE, CARRYING, PAIRS = "ik-2-1", "ik-5-6", "ik-5-7", "ik-3-1"


def open_form(page: Page, id_: str) -> Locator:
    """Open the page of a form; gives the form."""
    page.goto(f"/modul-{int(id_.split('-')[1]):02}/{id_}/")
    return page.locator(f'form[data-instrument="{id_}"]')


def open_taking(page: Page, id_: str) -> Locator:
    """Open the page of a form, and there what can be taken over from others; gives the form."""
    form = open_form(page, id_)
    page.locator(".carries summary").click()
    return form


def place(form: Locator, path: str) -> Locator:
    """The field at a place such as kisi.jumlah.akta."""
    return form.locator(f'[name="{form.get_attribute("data-instrument")}.{path}"]')


def status(page: Page) -> Locator:
    """Where the page says whether the form is kept."""
    return page.locator(".keep-status")


def kept(page: Page, id_: str) -> dict[str, Any] | None:
    """The record on the device."""
    text = page.evaluate("key => localStorage.getItem(key)", f"{BOOK}/{id_}")
    return json.loads(text) if text else None


def kept_fields(page: Page, id_: str) -> dict[str, str]:
    """The texts on the device, by place."""
    record = kept(page, id_)
    assert record is not None
    fields: dict[str, str] = record["fields"]
    return fields


def put(page: Page, id_: str, record: object) -> None:
    """Write a record (or any text) to the device as another edition might have left it."""
    text = record if isinstance(record, str) else json.dumps(record)
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [f"{BOOK}/{id_}", text])


def type_and_wait(page: Page, field: Locator, words: str) -> None:
    """Type, and wait until the device holds it and the page says so."""
    field.fill(words)
    id_ = str(field.get_attribute("name")).split(".")[0]
    until(
        page,
        "([key, words]) => (localStorage.getItem(key) || '').includes(words)",
        [f"{BOOK}/{id_}", json.dumps(words, ensure_ascii=False)],
    )
    expect(status(page)).to_contain_text(re.compile(r"^Tersimpan \d\d\.\d\d$"))


def menu(page: Page) -> Locator:
    """The list of further buttons, opened: away from the theme's button that slides in at the top."""
    box = page.locator(".more-actions")
    if box.get_attribute("open") is None:
        box.evaluate("box => box.scrollIntoView({ block: 'center' })")
        box.locator("summary").click()
    return box


def clear(page: Page) -> None:
    """Clear the form and say yes."""
    click(page, "Kosongkan")()
    page.get_by_role("button", name="Ya, kosongkan").click()


def fill_all(form: Locator) -> dict[str, str]:
    """Type a word of its own into each field; gives them by the field's name."""
    names: list[str] = form.locator("textarea, input[type=text]:not([readonly])").evaluate_all(
        "fields => fields.map(field => field.name)"
    )
    words = {name: f"isi{number:03}" for number, name in enumerate(names)}
    form.evaluate(
        """(form, words) => Object.entries(words).forEach(([name, text]) => {
          form.elements[name].value = text;
          form.elements[name].dispatchEvent(new Event('input', { bubbles: true })); })""",
        words,
    )
    return words


def download(page: Page, act: Callable[[], None]) -> tuple[str, Path]:
    """Name and place of what an act downloads."""
    with page.expect_download(timeout=5000) as found:
        act()
    return found.value.suggested_filename, Path(found.value.path())


def click(page: Page, name: str) -> Callable[[], None]:
    return menu(page).get_by_role("button", name=name, exact=True).click
