"""The list of all forms: who fills in each, at which stages, and the transfers between forms."""

from collections.abc import Iterable
from typing import NamedTuple

from handbook.book import Book, Page, holding
from handbook.content.instrument import Instrument
from handbook.content.stage import stage_link
from handbook.html import NO_PAGE, Context, Element, Piece, e, heads, joined
from handbook.render.renderer import Renderer


class FormLinks(NamedTuple):
    """A form with the forms from which it takes and those that take from it."""

    module: int
    form: Instrument
    takes: list[Instrument]
    gives: list[Instrument]


def entries(book: Book) -> list[FormLinks]:
    """Every form in the order of its number."""
    found = [(page.module or 0, form) for page, form in holding(book.pages.values(), Instrument)]
    found.sort(key=lambda pair: (pair[0], len(pair[1].number), pair[1].number))
    links = {form.id: FormLinks(module, form, [], []) for module, form in found}
    for taking in links.values():
        sources = {carry.source_form for carry in taking.form.carries} - {taking.form.id}
        for giving in links.values():
            if giving.form.id in sources:
                taking.takes.append(giving.form)
                giving.gives.append(taking.form)
    return [*links.values()]


def draw(renderer: Renderer, page: Page) -> Element:
    """A table with one group of rows per module; cells know their heads, which phones show beside them."""
    book, context = renderer.book, renderer.context(page)
    listed = entries(book)
    keys = ["instrumen", "diisi", "tahap", "dari", "ke", *(["halaman"] if context.is_print else [])]
    titles = [context.strings(f"daftar_instrumen.{key}") for key in keys]
    groups = [
        _group(book, number, [entry for entry in listed if entry.module == number], titles, context)
        for number in dict.fromkeys(entry.module for entry in listed)
    ]
    return e("table", heads(titles), *groups, class_="form-list")


def _group(book: Book, number: int, rows: list[FormLinks], titles: list[str], context: Context) -> Element:
    group = e("th", book.module_title(number), scope="rowgroup", colspan=str(len(titles)))
    return e("tbody", e("tr", group, class_="group"), *(_row(entry, titles, context) for entry in rows))


def _row(entry: FormLinks, titles: list[str], context: Context) -> Element:
    form = entry.form
    name = e("th", form_link(form, context), " ", form.title, scope="row")
    cells: list[Iterable[Piece] | str] = [
        context.strings(f"pengelompokan.{form.filled_by}"),
        joined(stage_link(entry.module, stage, context, class_=NO_PAGE) for stage in form.stages),
        form_links(entry.takes, context),
        form_links(entry.gives, context),
    ]
    if context.is_print:
        cells.append([e("span", class_="page-number", data_target=form.id)])
    return e("tr", name, *(_cell(cell, head) for cell, head in zip(cells, titles[1:], strict=True)))


def _cell(content: Iterable[Piece] | str, head: str) -> Element:
    pieces = [content] if isinstance(content, str) else list(content)
    css = {} if pieces else {"class_": "empty"}
    return e("td", e("span", *(pieces or ["–"])), data_head=head, **css)


def form_link(form: Instrument, context: Context) -> Element:
    """A link to a form by its label."""
    return context.bare_link(form.id, form.label(context.strings))


def form_links(forms: Iterable[Instrument], context: Context) -> list[Piece]:
    """Links to some forms."""
    return joined(form_link(form, context) for form in forms)
