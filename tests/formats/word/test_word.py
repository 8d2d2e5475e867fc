"""Forms for Word: the words, tables and fields of the sheet on paper, and nothing for facilitators."""

from __future__ import annotations

import dataclasses
import zipfile
from io import BytesIO
from pathlib import Path
from xml.etree.ElementTree import Element

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from handbook.book.book import Book
from handbook.book.page import Page
from handbook.content.formsheet import blank_sheet
from handbook.content.instrument import Instrument, fields
from handbook.formats.word.blocks import draw
from handbook.formats.word.elements import Canvas, NotDrawnError
from handbook.formats.word.forms import drawn, word_form
from handbook.html import Audience, Context, Medium, Paper, e, emphasised
from handbook.products.inspection.secrets import secrets
from handbook.products.product import Finished
from handbook.products.word_forms import WordForms
from handbook.render.renderer import Renderer
from handbook.strings import load
from tests.content.test_forms import NAMES, context, form
from tests.formats.word.reading import controls, opened, said, shown, tables, word_tables
from tests.products.making import Products

WEIGHT = 40_000  # bytes


def compare(value: Instrument, sheet: Element, content: bytes) -> None:
    """A document has the words, the tables, the fields and the orientation of the sheet."""
    document = opened(content)
    assert said(document) == shown(sheet)
    assert word_tables(document) == tables(sheet)
    identity = {f"{value.id}.{key}" for key in value.identity}
    assert {*controls(document)} == {item.name for item in fields(value)} | identity
    assert document.core_properties.title == f"IK {value.number} {value.title}"
    section, is_wide = document.sections[0], value.orientation == "lanskap"
    assert (section.orientation == WD_ORIENT.LANDSCAPE) == is_wide
    assert ((section.page_width or 0) > (section.page_height or 0)) == is_wide


@pytest.mark.parametrize("name", NAMES)
def test_each_kind_is_drawn_as_on_paper(name: str, book: Book) -> None:
    value, where = form(name), context(Medium.PRINT)
    content = drawn(value, where, book.settings.book)
    compare(value, blank_sheet(value, where), content)
    assert drawn(form(name), context(Medium.PRINT), book.settings.book) == content


def test_all_forms_of_the_book_stand_in_its_products(products: Products, real_book: Book) -> None:
    files = list(WordForms().files(real_book))
    assert len(files) == len(list((products.root / "docs").glob("modul-*/ik-*.yml")))
    for file in files:
        page = file.page
        assert page is not None
        assert isinstance(page.value, Instrument)
        content = (products.root / file.path).read_bytes()
        compare(page.value, blank_sheet(page.value, paper_of(real_book, page)), content)
        assert len(content) < WEIGHT


def paper_of(book: Book, page: Page) -> Context:
    own = Renderer(book, Audience.PARTICIPANT, Medium.PRINT, apart=True).context(page)
    return dataclasses.replace(own, href=lambda _: None, prose=emphasised)


def test_heads_repeat_and_tables_have_names(book: Book) -> None:
    document = opened(drawn(form("tabel"), context(Medium.PRINT), book.settings.book))
    for table in document.tables:
        repeated = [row._tr.find(f".//{qn('w:tblHeader')}") is not None for row in table.rows]
        assert repeated == sorted(repeated, reverse=True)
        assert repeated[0]
        assert not repeated[-1]
        assert table._tbl.tblPr.xpath("w:tblCaption/@w:val")


def test_language_and_source(book: Book) -> None:
    document = opened(drawn(form("kasus"), context(Medium.PRINT), book.settings.book))
    assert set(document.styles.element.xpath("//w:lang/@w:val")) == {"id-ID"}
    foot = document.sections[0].footer._element
    assert "Buku kebun 2026.1" in "".join(foot.xpath(".//w:t/text()"))
    assert [code.strip() for code in foot.xpath(".//@w:instr")] == ["PAGE", "NUMPAGES"]


def test_choices_dates_and_boxes_have_controls_of_their_own(book: Book) -> None:
    found = {
        name: control
        for kind in ("tabel", "kriteria", "komitmen")
        for name, control in controls(
            opened(drawn(form(kind), context(Medium.PRINT), book.settings.book))
        ).items()
    }
    assert {control["kind"] for control in found.values()} == {"text", "dropDownList", "checkbox"}
    assert all(control["title"] for control in found.values())
    choices = [control["choices"] for control in found.values() if control["kind"] == "dropDownList"]
    assert choices
    assert all(len(set(texts)) >= 2 for texts in choices)


def test_a_date_is_picked(real_book: Book) -> None:
    """The date of an activity in the plan of action."""
    page = real_book.page_with("ik-10-1")
    assert page is not None
    found = controls(opened(word_form(real_book, page, Paper.A4)))
    assert "date" in {control["kind"] for control in found.values()}


def test_what_nobody_says_how_to_draw_is_refused() -> None:
    sheet = Canvas(load("id"), {}, 100, 100, lambda: 1)
    for unknown in (
        e("div", class_="wheel"),
        e("div", e("p", e("code", "x"), class_="sheet-note"), class_="lines"),
    ):
        with pytest.raises(NotDrawnError, match=r"wheel|code"):
            list(draw(unknown, sheet))


def test_a_sentence_for_facilitators_in_a_document_is_found(book: Book, tmp_path: Path) -> None:
    hidden = next(secret for secret in secrets(book) if secret.everywhere)
    document = docx.Document()
    paragraph = document.add_paragraph()
    for word in hidden.words.split():
        paragraph.add_run(f"{word} ").bold = True
    place = tmp_path / WordForms.path / "ik-2-1.docx"
    place.parent.mkdir(parents=True)
    document.save(str(place))
    [found] = WordForms().check(Finished(book, tmp_path, (WordForms(),)))
    assert found.place.path == f"{WordForms.path}/ik-2-1.docx/word/document.xml"
    assert found.words["kata"] == hidden.words


def test_nothing_in_a_document_tells_when_it_was_made(book: Book) -> None:
    content = drawn(
        form("isian" if "isian" in NAMES else NAMES[0]), context(Medium.PRINT), book.settings.book
    )
    with zipfile.ZipFile(BytesIO(content)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    own = opened(content).core_properties
    assert (own.created, own.modified) == (own.modified, own.created)
    assert own.created is not None
    assert own.created.date() == book.settings.book.date
