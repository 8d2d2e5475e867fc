"""Tables of contents in print: two levels of contents, and lists of forms, readings, boxes, figures."""

from handbook.book import Book, PageKind, Target
from handbook.html import Element, e
from handbook.print.answers import NAME
from handbook.print.parts import EditionPart
from handbook.render.renderer import print_id

IN_CONTENTS = (
    PageKind.PLAIN,
    PageKind.STAGE,
    PageKind.READING,
    PageKind.INSTRUMENT,
    PageKind.QUIZ,
    PageKind.SUMMARY,
    PageKind.REVIEW,
)
LISTS = {
    "daftar_instrumen": ("instrumen",),
    "daftar_bacaan": ("bacaan",),
    "daftar_kotak": ("box",),
    "daftar_gambar": ("gambar", "tabel"),
}
"""The lists after the contents, by the key of their title: the kinds of targets in each."""


def contents(book: Book, edition: list[EditionPart]) -> Element:
    """The parts of the book and their pages, then the answers of its self-checks."""
    items = [_part(part, book) for part in edition]
    if any(page.kind is PageKind.QUIZ for part in edition for page in part.pages):
        answers = _line(NAME, book.settings.strings("kuis.jawaban_judul"), book)
        items.append(e("li", answers, class_="toc-module accent-0"))
    title = e("h1", book.settings.strings("cetak.daftar_isi"))
    return e("nav", title, e("ol", *items, class_="toc"), class_="contents", id="daftar-isi")


def _part(part: EditionPart, book: Book) -> Element:
    pages = [page for page in part.pages if page.kind in IN_CONTENTS]
    entries = [e("li", _line(page.id, page.name(book.settings.strings), book)) for page in pages]
    head = _line(part.pages[0].id, part.title, book) if part.accent else e("p", part.title, class_="toc-part")
    return e("li", head, e("ol", *entries), class_=f"toc-module accent-{part.accent}")


def lists(book: Book) -> list[Element]:
    """The lists of forms, readings, boxes and figures; empty ones are left out."""
    found = {key: _printed(kinds, book) for key, kinds in LISTS.items()}
    return [_list(key, targets, book) for key, targets in found.items() if targets]


def _printed(kinds: tuple[str, ...], book: Book) -> list[Target]:
    """Targets of these kinds in the written modules, in the order of the print."""
    pages = [page.uri for plan in book.settings.modules for page in book.of_module(plan.number)]
    targets = [target for target in book.targets.of_kind(*kinds) if target.page in pages]
    return sorted(targets, key=lambda target: (kinds.index(target.kind), pages.index(target.page)))


def _list(key: str, targets: list[Target], book: Book) -> Element:
    entries = [e("li", _line(target.id, f"{target.label}: {target.title}", book)) for target in targets]
    title = e("h1", book.settings.strings(f"cetak.{key}"))
    items = e("ol", *entries, class_="toc toc-list")
    return e("nav", title, items, class_="contents list", id=key.replace("_", "-"))


def _line(id_: str, title: str, book: Book) -> Element:
    """A title with the page of its target, which stands at the end of the last line."""
    target = book.targets.get(id_)
    anchor = print_id(target) if target else id_
    number = e("span", class_="page-number", data_target=anchor)
    link = e("a", e("span", title, class_="toc-title"), " ", number, href=f"handbook:{anchor}")
    return e("p", link, class_="toc-line")
