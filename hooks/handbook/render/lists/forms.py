"""The list of all forms: who fills in each, at which stages, and the transfers between forms."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from handbook.book.book import Book
from handbook.content.instrument import Instrument
from handbook.html import Context, Piece, e, joined


@dataclass(frozen=True)
class FormLinks:
    """A form with the forms from which it takes and those that take from it."""

    module: int
    form: Instrument
    takes: tuple[Instrument, ...]
    gives: tuple[Instrument, ...]


def entries(book: Book) -> list[FormLinks]:
    """Every form in the order of its number."""
    pages = [(page.module or 0, page.value) for page in book.pages.values()]
    found = [(module, value) for module, value in pages if isinstance(value, Instrument)]
    found.sort(key=lambda pair: (pair[0], len(pair[1].number), pair[1].number))
    forms = {form.id: (module, form) for module, form in found}
    sources = {id_: _sources(form) - {id_} for id_, (_, form) in forms.items()}
    return [
        FormLinks(
            module,
            form,
            tuple(other for key, (_, other) in forms.items() if key in sources[id_]),
            tuple(other for key, (_, other) in forms.items() if id_ in sources[key]),
        )
        for id_, (module, form) in forms.items()
    ]


def _sources(form: Instrument) -> set[str]:
    """The ids of the forms from which a form takes something over."""
    return {carry.source.split(".")[0] for carry in form.carries}


def to_html(book: Book, context: Context) -> Element:
    """A table with one group of rows per module; cells know their heads, which phones show beside them."""
    listed = entries(book)
    keys = ["instrumen", "diisi", "tahap", "dari", "ke", *(["halaman"] if context.is_print else [])]
    heads = [context.strings(f"daftar_instrumen.{key}") for key in keys]
    head = e("tr", *(e("th", words, scope="col") for words in heads))
    groups = [
        _group(book, number, [entry for entry in listed if entry.module == number], heads, context)
        for number in dict.fromkeys(entry.module for entry in listed)
    ]
    return e("table", e("thead", head), *groups, class_="form-list")


def _group(book: Book, number: int, rows: list[FormLinks], heads: list[str], context: Context) -> Element:
    sheet, label = book.module(number), context.strings("modul.label", nomor=number)
    title = f"{label}: {sheet.title}" if sheet else label
    group = e("th", title, scope="rowgroup", colspan=str(len(heads)))
    return e("tbody", e("tr", group, class_="group"), *(_row(entry, heads, context) for entry in rows))


def _row(entry: FormLinks, heads: list[str], context: Context) -> Element:
    form, s = entry.form, context.strings
    label = s("instrumen.pendek", nomor=form.number)
    name = e("th", context.bare_link(form.id, label), " ", form.title, scope="row")
    stages = joined(_stage(entry.module, number, context) for number in form.stages)
    cells: list[Iterable[Piece] | str] = [
        s(f"pengelompokan.{form.filled_by}"),
        stages,
        _forms(entry.takes, context),
        _forms(entry.gives, context),
    ]
    if context.is_print:
        cells.append([e("span", class_="page-number", data_target=form.id)])
    return e("tr", name, *(_cell(cell, head) for cell, head in zip(cells, heads[1:], strict=True)))


def _cell(content: Iterable[Piece] | str, head: str) -> Element:
    pieces = [content] if isinstance(content, str) else list(content)
    css = {} if pieces else {"class_": "empty"}
    return e("td", e("span", *(pieces or ["–"])), data_head=head, **css)


def _stage(module: int, number: str, context: Context) -> Element:
    words = context.strings("tahap.pendek", nomor=number)
    return context.bare_link(f"tahap-{module}-{number.lower()}", words)


def _forms(forms: tuple[Instrument, ...], context: Context) -> list[Piece]:
    labels = {form.id: context.strings("instrumen.pendek", nomor=form.number) for form in forms}
    return joined(context.bare_link(id_, label) for id_, label in labels.items())
