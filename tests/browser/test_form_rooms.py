"""A form printed from its page and the same form in the PDF: the same fields, the same room to write."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.products.making import Products
from tests.products.paper import MILLIMETRE, Box, Paper

pytestmark = pytest.mark.browser

PIXEL = 25.4 / 96  # millimetres
MARGINS = 24  # millimetres, on both sides of a sheet that the browser prints
NARROWER = 12  # millimetres that a line may lose to a longer label
MEASURE = """fields => fields.map(field => {
  const written = field.previousElementSibling;  // paper shows what is typed, not the field
  const shown = field.getClientRects().length || !written ? field : written;
  const box = shown.getBoundingClientRect();
  return [field.id, box.width, box.height];
})"""
Rooms = dict[str, tuple[float, float]]
"""Width and height of each field, by its id, in millimetres."""


@pytest.fixture(scope="module")
def printed(products: Products) -> dict[str, Rooms]:
    """The fields in the PDF of each form."""
    rooms: dict[str, Rooms] = {}
    for file in sorted((products.root / "dist" / "instrumen").glob("ik-*.pdf")):
        with Paper(file) as paper:
            for name, _, field in (found for found in paper.fields() if found[0].startswith("ik-")):
                box = Box.of(field.Rect)
                size = (box.width / MILLIMETRE, box.height / MILLIMETRE)
                rooms.setdefault(name.split(".")[0], {})[name] = size
    return rooms


def on_screen(page: Page, form: str) -> Rooms:
    """The fields of a form's page as a printer would get them."""
    page.emulate_media(media="print")
    page.goto(f"/modul-{int(form.split('-')[1]):02}/{form}/")
    wide = page.locator("form.instrument-landscape").count()
    width = ((297 if wide else 210) - MARGINS) / PIXEL
    page.set_viewport_size({"width": round(width), "height": 800})
    found = page.locator("form.instrument [name]:not([type=radio])").evaluate_all(MEASURE)
    return {id_: (width * PIXEL, height * PIXEL) for id_, width, height in found}


def test_the_same_fields_and_no_less_room(page: Page, printed: dict[str, Rooms]) -> None:
    assert len(printed) == 34  # three are cut up or played with and have no fields
    for form, rooms in printed.items():
        screen = on_screen(page, form)
        assert list(screen) == list(dict.fromkeys(_place(id_, screen) for id_ in rooms)), form
        rooms = {id_: room for id_, room in rooms.items() if id_ in screen}  # of choices the PDF has boxes
        lower = {id_: (screen[id_], room) for id_, room in rooms.items() if screen[id_][1] < room[1] - 1}
        assert lower == {}
        widths = {id_: (screen[id_][0], width) for id_, (width, _) in rooms.items()}
        assert {id_: pair for id_, pair in widths.items() if _is_narrower(*pair)} == {}


def _place(name: str, places: Rooms) -> str:
    """The place that a field of the PDF answers: of a choice the one above its box."""
    return name if name in places else name.rpartition(".")[0]


def _is_narrower(width: float, printed: float) -> bool:
    return width < printed - NARROWER and width < printed * 0.8
