"""Data to bring from home: what forms ask for, as a checklist by module."""

from collections.abc import Iterator
from dataclasses import dataclass

from handbook.book import Book, Page, holding
from handbook.content.instrument import Instrument
from handbook.html import Context, Element, Piece, e, joined
from handbook.render.lists.forms import form_link, form_links
from handbook.render.renderer import Renderer


@dataclass
class FormNeeds:
    """A form, the data that it is the first to ask for, and the forms that asked for the rest before.

    Each thing to bring has with it the later forms that ask for it in the same words.
    """

    form: Instrument
    items: dict[str, list[Instrument]]
    earlier: list[Instrument]


def needs(book: Book) -> dict[int, list[FormNeeds]]:
    """By module the forms that ask for data; nothing is listed twice and nothing is left out."""
    forms = holding(book.pages.values(), Instrument)
    asking = [(page.module or 0, form) for page, form in forms if form.needed_data]
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
    needed = FormNeeds(form, {}, [])
    for words in form.needed_data:
        first, *others = by_words[_same(words)]
        if first is form:
            needed.items[words] = others
        elif first not in needed.earlier:
            needed.earlier.append(first)
    return needed


def draw(renderer: Renderer, page: Page) -> Element:
    """The list; the modules whose forms need nothing from home stand together at its end."""
    book, context = renderer.book, renderer.context(page)
    found = needs(book)
    written = [plan.number for plan in book.settings.modules if book.of_module(plan.number)]
    sections = [_module(book, number, found[number], context) for number in written if number in found]
    rest = [number for number in written if number not in found]
    return e("div", *sections, _without(rest, context) if rest else None, class_="bring-list")


def _module(book: Book, number: int, forms: list[FormNeeds], context: Context) -> Element:
    body = [piece for form in forms for piece in _form(form, context)]
    return e(
        "section", e("h3", book.module_title(number), id=f"bawaan-{number}"), *body, class_="bring-module"
    )


def _without(numbers: list[int], context: Context) -> Element:
    links = (context.bare_link(f"modul-{n}", context.strings("modul.label", nomor=n)) for n in numbers)
    return e("p", context.strings("bawaan.tidak_ada"), " ", joined(links), ".", class_="bring-none")


def _form(needed: FormNeeds, context: Context) -> Iterator[Element]:
    form, s = needed.form, context.strings
    yield e("p", e("strong", form_link(form, context)), " ", form.title, class_="bring-form")
    if needed.items:
        items = (_item(words, also, context) for words, also in needed.items.items())
        yield e("ul", *items, class_="bring-items")
    if needed.earlier:
        words = s("bawaan.sudah" if needed.items else "bawaan.semua_sudah")
        yield e("p", words, " ", form_links(needed.earlier, context), ".", class_="bring-earlier")


def _item(words: str, also: list[Instrument], context: Context) -> Element:
    box = e("span", class_="tick-box", aria_hidden="true")
    pieces: list[Piece] = [box, e("span", context.prose(words), class_="bring-words")]
    if also:
        links = form_links(also, context)
        pieces += [" ", e("span", context.strings("bawaan.juga"), " ", links, class_="bring-also")]
    return e("li", *pieces)
