"""A form as a document: title, purpose, who fills it in, guide, the sheet, the edition in the foot."""

import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, time
from io import BytesIO

from docx.document import Document

from handbook.book import Book, Page
from handbook.content import formsheet
from handbook.content.instrument import Instrument
from handbook.formats.word import styles
from handbook.formats.word.blocks import draw
from handbook.formats.word.controls import text_run
from handbook.formats.word.elements import Canvas, Nodes, labels, paragraph, words
from handbook.html import Audience, Context, Element, Medium, Paper, e, emphasised
from handbook.render.renderer import Renderer
from handbook.settings import Identity

MOMENT = (1980, 1, 1, 0, 0, 0)
"""The earliest that a ZIP can say: the same form gives the same bytes."""


def word_form(book: Book, page: Page, paper: Paper) -> bytes:
    """The .docx of a form."""
    renderer = Renderer(book, Audience.PARTICIPANT, Medium.PRINT, paper=paper, apart=True)
    context = replace(renderer.context(page), href=lambda _: None, prose=emphasised)
    assert isinstance(page.value, Instrument)
    return drawn(page.value, context, book.settings.book)


def drawn(form: Instrument, context: Context, book: Identity) -> bytes:
    """The .docx of a form in a context that draws for paper and links nothing."""
    is_wide, s = form.orientation == "lanskap", context.strings
    made = styles.empty(context.paper, s.language, is_wide=is_wide)
    blank = formsheet.blank_sheet(form, context)
    room = styles.room_mm(context.paper, is_wide=is_wide)
    sheet = Canvas(s, labels(blank), *room, lambda: _new_list(made))
    body = made.element.body
    for there in (*_above(form, context, sheet), *draw(blank, sheet)):
        body.insert(len(body) - 1, there)
    source = " · ".join(filter(None, (form.label(s), context.book_line, context.address)))
    styles.foot(made, source, s("word.halaman", nomor="{nomor}", jumlah="{jumlah}"))
    _describe(made, f"{form.label(s)} {form.title}", book, s.language)
    return _fixed(made)


def _above(form: Instrument, context: Context, sheet: Canvas) -> Nodes:
    """All that stands above the sheet, in the words of its page."""
    s = context.strings
    yield paragraph("Heading1", text_run(f"{form.label(s)} {form.title}"))
    yield paragraph("Normal", *words(e("span", context.prose(form.summary)), sheet))
    who = s(f"pengelompokan.{form.filled_by}")
    yield paragraph("FormLine", text_run(f"{s('instrumen.diisi_oleh')}: ", "FormLabel"), text_run(who))
    for title, style, items in (
        ("instrumen.perlu_data", "ListBullet", form.needed_data),
        ("instrumen.petunjuk", "ListNumber", form.guide),
    ):
        if items:
            yield paragraph("Heading2", text_run(s(title)))
            yield from (paragraph(style, *words(item, sheet)) for item in _items(items, context))
    yield paragraph("Heading2", text_run(s("word.lembar")))


def _items(texts: list[str], context: Context) -> Iterator[Element]:
    return (e("span", context.prose(text)) for text in texts)


def _new_list(made: Document) -> int:
    """The id of a new numbered list that begins with 1."""
    numbers = made.part.numbering_part.element
    known = made.styles["List Number"].element.pPr.numPr.numId.val
    number = numbers.add_num(numbers.num_having_numId(known).abstractNumId.val)
    number.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(number.numId)


def _describe(made: Document, title: str, book: Identity, language: str) -> None:
    own, moment = made.core_properties, datetime.combine(book.date, time(), UTC)
    own.title, own.subject, own.language = title, f"{book.title} {book.edition}", styles.locale(language)
    own.author = own.last_modified_by = book.publisher.name if book.publisher else book.short_title
    own.comments, own.keywords, own.created, own.modified = "", "", moment, moment


def _fixed(made: Document) -> bytes:
    """The document with its files in a fixed order and without a time of its own."""
    written, out = BytesIO(), BytesIO()
    made.save(written)
    with zipfile.ZipFile(written) as archive, zipfile.ZipFile(out, "w") as fixed:
        for name in archive.namelist():
            fixed.writestr(zipfile.ZipInfo(name, MOMENT), archive.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()
