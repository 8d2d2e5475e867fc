"""The decks of the ten real modules: of one as files, of all as values; of all as files with --full."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pypdfium2
import pytest

from handbook.book.book import Book
from handbook.classroom.slides import make, svg
from handbook.classroom.slides.deck import LEAST, Deck, Figure
from handbook.classroom.slides.layout import placed
from handbook.classroom.slides.master import FIGURE
from tests.classroom.slides.reading import described, overflows, sections, shown, sizes, words
from tests.conftest import PROJECT

MODULES = range(1, 11)


@pytest.fixture(scope="module")
def decks(project_book: Book) -> dict[int, Deck]:
    return {deck.module: deck for deck in make.drawn(project_book, MODULES)}


@pytest.mark.parametrize("number", MODULES)
def test_no_slide_is_a_page_of_prose(decks: dict[int, Deck], number: int) -> None:
    for slide in decks[number].slides:
        assert slide.words <= 40, slide.title
        assert slide.title.strip()
        assert "edisi" in slide.source
        if isinstance(slide.body, Figure):
            own = placed(slide.body.drawing, FIGURE)
            found = [row for item in slide.body.drawing.all_words for row in item.rows]
            assert min(own.size(row) for row in found) >= LEAST, slide.title


@pytest.mark.parametrize("number", MODULES)
def test_every_stage_opens_with_its_minutes_and_has_its_notes(
    project_book: Book, decks: dict[int, Deck], number: int
) -> None:
    taught = [part.minutes for own in project_book.stages(number) for part in own.parts or (own,)]
    stages = [slide for slide in decks[number].slides if slide.unit]
    assert [slide.minutes for slide in stages if slide.opens] == taught
    assert all(slide.notes for slide in stages)


def test_every_drawing_of_the_book_becomes_shapes() -> None:
    drawings = sorted((PROJECT / "docs").glob("modul-*/*.svg"))
    assert len(drawings) >= 14
    assert [path.name for path in drawings if svg.read(path.read_bytes()) is None] == []


def test_a_module_read_back_from_its_files(
    project_book: Book, decks: dict[int, Deck], tmp_path: Path
) -> None:
    read_back(project_book, decks[8], tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("number", MODULES)
def test_modules_read_back_and_rendered(
    project_book: Book, decks: dict[int, Deck], number: int, tmp_path: Path
) -> None:
    read_back(project_book, decks[number], tmp_path)
    file = tmp_path / f"modul-{number:02d}.pptx"
    profile = f"-env:UserInstallation=file://{tmp_path}/profil"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(file)]
    subprocess.run(command, check=True, capture_output=True)
    with pypdfium2.PdfDocument(file.with_suffix(".pdf")) as printed:
        assert len(printed) == len(decks[number].slides)
        for page, slide in zip(printed, decks[number].slides, strict=True):
            assert outside(page) == [], slide.title


def read_back(book: Book, deck: Deck, folder: Path) -> None:
    """Write a deck in both forms and judge the files."""
    make.write(book, [deck], folder)
    name = f"modul-{deck.module:02d}"
    native, pages = shown(folder / f"{name}.pptx"), sections(folder / f"{name}.html")
    assert len(native) == len(pages) == len(deck.slides)
    for own, page, slide in zip(native, pages, deck.slides, strict=True):
        assert own.shapes.title.text_frame.text == slide.title
        assert words(own) <= 40, slide.title
        assert min(sizes(own)) >= LEAST, slide.title
        assert described(own) == [], slide.title
        assert overflows(own) == [], slide.title
        assert own.has_notes_slide == bool(slide.notes)
        assert slide.source in [shape.text_frame.text for shape in own.placeholders]
        assert slide.source in page.text_content()
        assert all(image.get("aria-label") for image in page.iter("svg"))


def outside(page: pypdfium2.PdfPage) -> list[str]:
    """The letters of a printed slide that stand beyond its edges, or of its body upon its foot."""
    text = page.get_textpage()
    width, height = page.get_size()
    found = []
    for number in range(text.count_chars()):
        left, bottom, right, top = text.get_charbox(number)
        is_foot = top - bottom < 12 and top < height * 0.075
        if left < 0 or right > width or top > height or (bottom < height * 0.067 and not is_foot):
            found.append(text.get_text_range(number, 1))
    return [letter for letter in found if letter.strip()]
