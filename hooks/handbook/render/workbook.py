"""The reader's workbook: every form and quiz of the book, module by module, then what is recalled later.

The scripts add what is kept on the device; without scripts it is a list of links.
"""

import json

from handbook.book import Book, Page, PageKind, holding
from handbook.book.recalls import recalled
from handbook.content.instrument import Instrument
from handbook.content.questions.kinds import AnyQuestion
from handbook.content.quiz import Quiz
from handbook.content.review import Review
from handbook.html import Context, Element, e, plain

KEPT = (Instrument, Quiz, Review)
"""The subjects that a reader fills in or answers."""


def to_html(book: Book, context: Context, forms: str) -> Element:
    """The list; `forms` is the address of the script that holds all blank forms for printing."""
    modules = (_module(plan.number, book, context) for plan in book.settings.modules)
    here = [section for section in (*modules, _later(book, context)) if section is not None]
    note = e("p", context.strings("buku_kerja.tanpa_skrip"), class_="workbook-note")
    numbers = " ".join(str(plan.number) for plan in book.settings.modules if book.of_module(plan.number))
    room = e("div", class_="offline-panel offline-all", data_modules=numbers)
    return e("div", note, *here, room, class_="workbook", data_forms=forms, data_search_exclude="")


def _module(number: int, book: Book, context: Context) -> Element | None:
    pages = book.of_module(number)
    items = [_item(page, book, context) for page in pages if isinstance(page.value, KEPT)]
    stages = [page.id for page in pages if page.kind is PageKind.STAGE]
    sheet = book.module(number)
    if sheet is None or not (items or stages):
        return None
    return e(
        "section",
        e("h2", context.link(sheet.id, book.module_title(number)), id=f"buku-kerja-{number}"),
        e("ul", *items, class_="workbook-list"),
        class_=f"workbook-module accent-{number}",
        data_stages=" ".join(stages),
    )


def _later(book: Book, context: Context) -> Element | None:
    """The reviews outside the modules."""
    pages = [page for page, _ in holding(book.pages.values(), Review) if not page.module]
    items = [_item(page, book, context) for page in pages]
    if not items:
        return None
    head = e("h2", context.strings("ulang.bagian"), id="buku-kerja-ulang")
    return e("section", head, e("ul", *items, class_="workbook-list"), class_="workbook-module")


def _item(page: Page, book: Book, context: Context) -> Element:
    link = context.link(page.id, page.name(context.strings), class_="workbook-link")
    return e("li", link, data_record=page.id, **_facts(page, book, context))


def _facts(page: Page, book: Book, context: Context) -> dict[str, str]:
    """Data with which the scripts compute the progress of a form or quiz."""
    if not isinstance(page.value, Instrument):
        asked = _questions(page, book)
        written = {item.id: plain(item.ask) for item in asked if not item.judged}
        texts = {"data_reflections": json.dumps(written, ensure_ascii=False)} if written else {}
        return {"data_questions": str(len(asked) - len(written)), **texts}
    places = required(page.value)
    if not page.value.saved:
        return {"data_note": context.strings("buku_kerja.tak_disimpan")}
    if not places:
        return {"data_note": context.strings("buku_kerja.di_kertas")}
    return {"data_required": " ".join(places)}


def _questions(page: Page, book: Book) -> list[AnyQuestion]:
    if isinstance(page.value, Review):
        return [item.question for item in recalled(book, page.value)]
    return page.value.questions if isinstance(page.value, Quiz) else []


def required(instrument: Instrument) -> list[str]:
    """The places where a filled form has something: a field, or a row or part where one is enough."""
    return [".".join(path) for part in instrument.parts for path in part.required]
