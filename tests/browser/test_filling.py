"""Filling in a form on a phone: straight to the first field, with the row's question in sight."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect

from tests.browser.forms_on_screen import FORMS, GRID, PAIRS, open_form, place, type_and_wait
from tests.browser.waiting import until

pytestmark = pytest.mark.browser

FIELDLESS = {"ik-3-5", "ik-4-3", "ik-4-4"}
KEYBOARD: ViewportSize = {"width": 360, "height": 400}
"""A phone with its keyboard on the screen."""
# Of a row's question above its field: the words, whether they are on top, where they, field and label stand.
STRIP = """field => {
  const row = field.closest('tr'), head = row.querySelector('th');
  const strip = getComputedStyle(row, '::before');
  const top = document.querySelector('.md-header').getBoundingClientRect().bottom;
  const seen = document.elementFromPoint(40, top + 12);
  const label = field.labels[0].getBoundingClientRect().top;
  return {
    words: strip.content, over: seen === row || head === seen || head.contains(seen),
    bottom: top + parseFloat(strip.height), field: field.getBoundingClientRect().top, label,
  };
}"""
DRAWN = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))"


def bigger(page: Page, times: float) -> None:
    """Letters as large as a reader sets them in the browser."""
    page.evaluate(
        """times => { const root = document.documentElement;
          root.style.fontSize = parseFloat(getComputedStyle(root).fontSize) * times + 'px';
          dispatchEvent(new Event('resize')); }""",
        times,
    )


@pytest.mark.parametrize("id_", FORMS)
def test_the_first_screen_leads_to_the_first_field(phone: Page, id_: str) -> None:
    form = open_form(phone, id_)
    link = phone.get_by_role("link", name="Langsung isi")
    if id_ in FIELDLESS:
        expect(link).to_have_count(0)
        return
    expect(link).to_be_in_viewport(ratio=1)
    link.press("Enter")
    first = form.locator("input, textarea").first
    expect(first).to_be_focused()
    expect(first).to_be_in_viewport(ratio=1)


def test_the_link_leads_on_where_one_stopped(phone: Page) -> None:
    form = open_form(phone, GRID)
    for path in ("nama", "kecamatan"):
        type_and_wait(phone, place(form, path), "isi")
    phone.get_by_role("link", name="Langsung isi").click()
    expect(place(form, "tanggal")).to_be_focused()


def test_the_link_needs_no_script(browser: Browser, base_url: str) -> None:
    with browser.new_context(java_script_enabled=False, base_url=base_url) as context:
        page = context.new_page()
        form = open_form(page, GRID)
        page.get_by_role("link", name="Langsung isi").press("Enter")
        expect(place(form, "nama")).to_be_in_viewport()


def assert_question_in_sight(field: Locator, words: str, below: str = "label") -> None:
    field.focus()
    until(field.page, DRAWN)
    found = field.evaluate(STRIP)
    assert words in found["words"]
    assert found["over"], found
    assert found["bottom"] <= found[below], found


@pytest.mark.parametrize(("times", "below"), [(1, "label"), (2, "field")])
def test_the_rows_question_stays_in_sight(page: Page, times: int, below: str) -> None:
    page.set_viewport_size(KEYBOARD)
    form = open_form(page, GRID)
    bigger(page, times)
    for column in ("akta", "rumah", "sanitasi"):
        field = place(form, f"kisi.dukungan.{column}")
        assert_question_in_sight(field, "IV Dengan memperhatikan kewenangan camat", below)


def test_a_row_of_ones_own_says_its_number_and_what_it_is_about(page: Page) -> None:
    page.set_viewport_size(KEYBOARD)
    form = open_form(page, "ik-8-1")
    place(form, "peta-izin.2.pelayanan").fill("Izin lapak kecil")
    assert_question_in_sight(place(form, "peta-izin.2.upaya"), "Baris 2: Izin lapak kecil")
    page.get_by_role("button", name="Hapus baris 1").nth(2).click()
    assert "Baris 1: Izin lapak kecil" in place(form, "peta-izin.2.upaya").evaluate(STRIP)["words"]


def test_a_row_at_rest_shows_its_question_once(phone: Page) -> None:
    """The strip lies behind the row's own head until that is scrolled away."""
    form = open_form(phone, PAIRS)
    heads = form.locator("tbody tr[data-question] > th")
    strips = heads.evaluate_all(
        """heads => heads.map(head => parseFloat(getComputedStyle(head.parentElement, '::before').height)
             - head.getBoundingClientRect().height)"""
    )
    assert strips
    assert max(strips) < 0
    assert heads.evaluate_all("heads => heads.every(head => getComputedStyle(head).zIndex === '2')")


def test_a_desk_has_no_strip(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 740})
    form = open_form(page, GRID)
    assert place(form, "kisi.jumlah.akta").evaluate(STRIP)["words"] == "none"
