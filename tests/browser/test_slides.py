"""A deck in the browser, opened from a disk: keys, clickers, the presenter's window, clocks, paper, axe."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page, expect

from handbook.book.book import Book
from handbook.classroom.slides import make
from tests.browser.test_axe import violations
from tests.conftest import PROJECT, whole

pytestmark = pytest.mark.browser

MODULE = 5
"""It has every kind of body: lists, tables, drawings, a box."""


@pytest.fixture(scope="module")
def project() -> Book:
    return whole(PROJECT)


@pytest.fixture(scope="module")
def file(project: Book, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tayangan")
    make.write(project, make.drawn(project, [MODULE]), folder, ["html"])
    return folder / f"modul-{MODULE:02d}.html"


@pytest.fixture
def room(browser: Browser, file: Path) -> Iterator[Page]:
    """The window that the class sees."""
    with browser.new_context(viewport={"width": 1280, "height": 720}, reduced_motion="reduce") as context:
        page = context.new_page()
        page.goto(file.as_uri())
        yield page


def shown(page: Page) -> int:
    """The number of the slide that is shown, which must be the only one."""
    current = page.locator(".slide.current")
    expect(current).to_have_count(1)
    return int((current.get_attribute("id") or "").removeprefix("slaid-"))


@pytest.mark.parametrize(
    ("keys", "number"),
    [
        (["PageDown", "PageDown", "PageUp"], 2),
        (["ArrowRight", "ArrowDown", " ", "Enter", "ArrowLeft"], 4),
        (["End", "Home", "n"], 2),
        (["ArrowUp"], 1),
    ],
)
def test_keys_and_clickers_turn_pages(room: Page, keys: list[str], number: int) -> None:
    for key in keys:
        room.keyboard.press(key)
    assert shown(room) == number
    room.reload()
    assert shown(room) == number


def test_the_screen_goes_black_and_comes_back(room: Page) -> None:
    room.keyboard.press(".")
    expect(room.locator("#deck")).to_be_hidden()
    room.keyboard.press("PageDown")
    assert shown(room) == 2
    expect(room.locator("#deck")).to_be_visible()


def test_every_slide_has_its_text_within_its_edges(room: Page) -> None:
    """Also below its title and above its foot, in whatever face stands for Arial on this machine."""
    for number in range(1, room.locator(".slide").count() + 1):
        assert shown(room) == number
        found = room.evaluate(
            """() => {
              const slide = document.querySelector(".slide.current");
              const foot = slide.querySelector(".foot").getBoundingClientRect();
              const title = slide.querySelector("h1");
              const range = document.createRange();
              range.selectNodeContents(title);
              const head = range.getBoundingClientRect();
              const body = slide.querySelector(".body > *").getBoundingClientRect();
              const edge = slide.getBoundingClientRect();
              return {
                title: title.textContent,
                head: head.top >= edge.top && head.bottom <= body.top + 12 && head.right <= edge.right,
                body: body.bottom <= foot.top && body.right <= edge.right && body.left >= edge.left,
              };
            }"""
        )
        assert (found["head"], found["body"]) == (True, True), found["title"]
        room.keyboard.press("PageDown")


def test_both_windows_turn_pages_together(room: Page) -> None:
    opening = room.locator(".slide.opening[data-unit]").first
    number = int((opening.get_attribute("id") or "").removeprefix("slaid-"))
    for _ in range(number - 1):
        room.keyboard.press("PageDown")
    expect(room.locator("#clock")).to_have_text(re.compile(r"sisa 0?9:5\d"))
    with room.context.expect_page() as opened:
        room.keyboard.press("s")
    presenter = opened.value
    expect(presenter.locator(f"#slaid-{number}.current")).to_be_visible()
    expect(presenter.locator(f"#slaid-{number + 1}.next")).to_be_visible()
    expect(presenter.locator("#left")).to_have_text(re.compile("sisa 0?9:"))
    notes = opening.locator(".notes p").first.text_content() or ""
    expect(presenter.locator("#told")).to_contain_text(notes)
    presenter.keyboard.press("PageDown")
    expect(room.locator(f"#slaid-{number + 1}.current")).to_be_visible()
    room.keyboard.press("t")
    expect(presenter.locator("#told")).to_be_visible()
    stopped = room.locator("#clock").text_content()
    room.wait_for_timeout(1200)
    assert room.locator("#clock").text_content() == stopped
    assert violations(presenter) == []
    room.close()
    expect(presenter.locator("#message")).to_have_text("Jendela tayangan sudah ditutup.")


def test_no_violations(room: Page) -> None:
    room.mouse.move(300, 300)
    assert violations(room) == []
    room.evaluate("document.body.classList.remove('running')")
    assert violations(room) == []


def test_it_prints_a_page_for_each_slide(room: Page, tmp_path: Path) -> None:
    room.pdf(path=str(tmp_path / "cetak.pdf"), prefer_css_page_size=True)
    with pypdfium2.PdfDocument(tmp_path / "cetak.pdf") as printed:
        assert len(printed) == room.locator(".slide").count()
        assert printed[0].get_size() == (960, 540)
        words = " ".join(printed[0].get_textpage().get_text_range().split())
    note = room.locator(".notes p").first.text_content() or ""
    assert note
    assert note not in words
