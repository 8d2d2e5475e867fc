"""The fields and pages that the reminders of a form name are there."""

from handbook.book import Book, Page, holding
from handbook.checks.examples import fields_of
from handbook.content.instrument import Instrument, fields, has_place
from handbook.content.reminders import Reminders
from handbook.problem import Kind, Problems, phrase, problem


def check(book: Book) -> Problems:
    """First days that are no date, columns that are not there, pages to open that are not there."""
    for page, form in holding(book.pages.values(), Instrument):
        if form.reminders and not form.saved:
            yield problem(page.node.key_place(["pengingat"]), Kind.REMINDER_UNKEPT)
        if form.reminders:
            yield from _fields(book, page, form, form.reminders)
            yield from _pages(book, page, form.reminders)


def _fields(book: Book, page: Page, form: Instrument, reminders: Reminders) -> Problems:
    dates = {".".join(item.path) for item in fields(form) if item.is_date}
    if reminders.since not in dates:
        place, expected = page.place_of("pengingat", "sejak"), phrase("pengingat_tanggal")
        yield problem(place, Kind.REMINDER_WRONG, kata=reminders.since, harap=expected)
    for keys, column in reminders.columns:
        if not has_place(fields_of(book, page), tuple(column.split("."))):
            place, expected = page.place_of("pengingat", *keys), phrase("kolom_tabel")
            yield problem(place, Kind.REMINDER_WRONG, kata=column, harap=expected)


def _pages(book: Book, page: Page, reminders: Reminders) -> Problems:
    for number, occasion in enumerate(reminders.days):
        for index, id_ in enumerate(occasion.pages):
            if book.targets.get(id_) is None and not book.planned_id(id_):
                place = page.place_of("pengingat", "hari", number, "buka", index)
                yield problem(place, Kind.REFERENCE_MISSING, kata=id_)
