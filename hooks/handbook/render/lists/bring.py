"""Data to bring from home: what forms ask for, as a checklist by module."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from handbook.book.book import Book
from handbook.content.instrument import Instrument
from handbook.html import Context, Piece, e, joined


@dataclass(frozen=True)
class Item:
    """One thing to bring; `also` are the later forms that ask for it in the same words."""

    words: str
    also: tuple[Instrument, ...]


@dataclass(frozen=True)
class FormNeeds:
    """A form with the data that it is the first to ask for, and the number of those listed earlier."""

    form: Instrument
    items: tuple[Item, ...]
    earlier: tuple[Instrument, ...]


def needs(book: Book) -> dict[int, list[FormNeeds]]:
    """By module the forms that ask for data; nothing is listed twice and nothing is left out."""
    pages = [(page.module or 0, page.value) for page in book.pages.values()]
    asking = [(module, form) for module, form in pages if isinstance(form, Instrument) and form.needed_data]
    by_words: dict[str, list[Instrument]] = {}
    for _, form in asking:
        for words in form.needed_data:
            by_words.setdefault(_same(words), []).append(form)
    found: dict[int, list[FormNeeds]] = {}
    for module, form in asking:
        found.setdefault(module, []).append(_of_form(form, by_words))
    return found


def _same(words: str) -> str:
    return " ".join(words.rstrip(".").casefold().split())


def _of_form(form: Instrument, by_words: dict[str, list[Instrument]]) -> FormNeeds:
    items, earlier = [], []
    for words in dict.fromkeys(form.needed_data):
        first, *others = by_words[_same(words)]
        if first is form:
            items.append(Item(words, tuple(others)))
        elif first not in earlier:
            earlier.append(first)
    return FormNeeds(form, tuple(items), tuple(earlier))


def to_html(book: Book, context: Context) -> Element:
    """The list; the modules whose forms need nothing from home stand together at its end."""
    found = needs(book)
    written = [plan.number for plan in book.settings.modules if book.of_module(plan.number)]
    sections = [_module(book, number, found[number], context) for number in written if number in found]
    rest = [number for number in written if number not in found]
    return e("div", *sections, _without(rest, context) if rest else None, class_="bring-list")


def _module(book: Book, number: int, forms: list[FormNeeds], context: Context) -> Element:
    sheet, label = book.module(number), context.strings("modul.label", nomor=number)
    title = f"{label}: {sheet.title}" if sheet else label
    body = [piece for form in forms for piece in _form(form, context)]
    return e("section", e("h3", title, id=f"bawaan-{number}"), *body, class_="bring-module")


def _without(numbers: list[int], context: Context) -> Element:
    links = (context.bare_link(f"modul-{n}", context.strings("modul.label", nomor=n)) for n in numbers)
    return e("p", context.strings("bawaan.tidak_ada"), " ", joined(links), ".", class_="bring-none")


def _form(needed: FormNeeds, context: Context) -> Iterator[Element]:
    form, s = needed.form, context.strings
    label = s("instrumen.pendek", nomor=form.number)
    yield e("p", e("strong", context.bare_link(form.id, label)), " ", form.title, class_="bring-form")
    if needed.items:
        yield e("ul", *(_item(item, context) for item in needed.items), class_="bring-items")
    if needed.earlier:
        words = s("bawaan.sudah" if needed.items else "bawaan.semua_sudah")
        yield e("p", words, " ", joined(_links(needed.earlier, context)), ".", class_="bring-earlier")


def _item(item: Item, context: Context) -> Element:
    box = e("span", class_="tick-box", aria_hidden="true")
    pieces: list[Piece] = [box, e("span", context.prose(item.words), class_="bring-words")]
    if item.also:
        also = joined(_links(item.also, context))
        pieces += [" ", e("span", context.strings("bawaan.juga"), " ", also, class_="bring-also")]
    return e("li", *pieces)


def _links(forms: tuple[Instrument, ...], context: Context) -> Iterator[Element]:
    for form in forms:
        label = context.strings("instrumen.pendek", nomor=form.number)
        yield context.bare_link(form.id, label)
