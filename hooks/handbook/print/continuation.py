"""The continuation sheet: room for answers of a form that do not fit in its fields.

The book has it once, at its end; every module and form that is a PDF of its own has it at its end too.
"""

from handbook.book import Book, PageKind
from handbook.content.forms import field
from handbook.html import Element, e

NAME = "lanjutan"
"""The part of the print, and the first step of the names of its fields."""
LINES = ("instrumen", "nama", "tanggal")


def needed(book: Book) -> bool:
    """Whether the book has forms."""
    return any(page.kind is PageKind.INSTRUMENT for page in book.pages.values())


def sheet(book: Book) -> Element:
    """The sheet: lines for the form's name, the person and the date; then room for a page of text."""
    s, name = book.settings.strings, f"{NAME}.isi"
    words = ((key, s(f"lanjutan.{key}")) for key in LINES)
    head = e("p", s("lanjutan.judul"), class_="sheet-title")
    room = e("textarea", id=name, name=name, class_="continuation-room ruled", rows="24", autocomplete="off")
    return e(
        "form",
        e("div", head, e("p", book.settings.book_line, class_="sheet-book"), class_="sheet-head"),
        e(
            "div",
            *(field.labelled_line(f"{NAME}.{key}", text, f"line-{key}") for key, text in words),
            class_="identity",
        ),
        e("p", field.label(name, s("lanjutan.petunjuk")), class_="continuation-guide"),
        room,
        class_="instrument instrument-portrait continuation",
        id="lembar-lanjutan",
    )
