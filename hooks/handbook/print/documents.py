"""An edition becomes HTML documents for print, one per part."""

import datetime
from collections.abc import Iterator
from functools import cached_property
from xml.etree.ElementTree import tostring
from xml.sax.saxutils import quoteattr

from markdown import Markdown

from handbook.book import Book, Page
from handbook.html import Audience, Element, Medium, Paper, e
from handbook.press import Label, Part
from handbook.print import continuation
from handbook.print.contents import contents, lists
from handbook.print.parts import EditionPart, parts
from handbook.render.renderer import Renderer
from handbook.render.stamps import Stamps
from handbook.source.dialect import HOST_EXTENSIONS, PLACEHOLDER
from handbook.strings import Strings


def html_parts(book: Book, audience: Audience, paper: Paper = Paper.A4) -> list[Part]:
    """The front (cover, colophon, contents) and all parts of the book."""
    edition, drawn = parts(book), _Articles(book, audience, paper)
    front = Part("depan", book.settings.book.short_title, _front(book, edition), Label("r"), late=True)
    return [front, *(_part(part, book, drawn) for part in edition), *_continuation(book)]


def page_converter(renderer: Renderer) -> Markdown:
    """Turns the pages of a renderer's book into HTML."""
    own: dict[str, dict[str, object]] = {"handbook.markdown.extension": {"renderer": renderer}}
    return Markdown(extensions=[*HOST_EXTENSIONS, "handbook.markdown.extension"], extension_configs=own)


def page_html(page: Page, md: Markdown) -> str:
    """The HTML of a page: its head, what the author wrote, what comes from data."""
    md.reset()
    md.handbook_uri = page.uri  # type: ignore[attr-defined]
    return md.convert(page.text.body if page.text.body.strip() else PLACEHOLDER)


class _Articles:
    """The pages of a book as HTML; one that would be drawn the same is not drawn again."""

    def __init__(self, book: Book, audience: Audience, paper: Paper) -> None:
        self._book = book
        self._renderer = Renderer(book, audience, Medium.PRINT, paper=paper)
        self._stamps = Stamps(book, "print", audience, paper)

    @cached_property
    def _md(self) -> Markdown:
        return page_converter(self._renderer)

    def of(self, page: Page) -> str:
        """The article of a page."""
        return self._book.store.facts(self._stamps.of(page), lambda: _article(page, self._book, self._md))


def _part(part: EditionPart, book: Book, drawn: _Articles) -> Part:
    articles = "\n".join(map(drawn.of, part.pages))
    html = document(part.title, part.accent, articles, book, prefix=part.prefix)
    return Part(part.name, part.title, html, Label("D", part.prefix))


def _continuation(book: Book) -> list[Part]:
    """The continuation sheet of the forms, when there are some."""
    if not continuation.needed(book):
        return []
    title, prefix = book.settings.strings("lanjutan.judul"), book.settings.strings("lanjutan.awalan")
    sheet = markup(continuation.sheet(book))
    article = f'<article class="page" data-head={quoteattr(title)}>{sheet}</article>'
    html = document(title, 0, article, book, prefix=prefix)
    return [Part(continuation.NAME, title, html, Label("D", prefix))]


def _article(page: Page, book: Book, md: Markdown) -> str:
    content = page_html(page, md)
    head = quoteattr(page.name(book.settings.strings))
    mark = quoteattr(" · " + book.settings.strings("cetak.sidik", sidik=page.digest))
    css = f"page page-{page.kind.css}"
    return f'<article class="{css}" data-head={head} data-mark={mark}>\n{content}\n</article>'


def document(title: str, accent: int, body: str, book: Book, *, prefix: str = "") -> str:
    """The whole document; the root has the accent, so that page margins have it too.

    `data-part`, `data-prefix`, `data-book` and `data-head` are what running heads and page labels say.
    """
    words = (book.settings.book.language, title, prefix, book.settings.book_line)
    lang, part, label, line = map(quoteattr, words)
    return (
        f'<!DOCTYPE html>\n<html lang={lang} class="accent-{accent}"><head><meta charset="utf-8"/>'
        f"{markup(e('title', title))}</head>\n"
        f"<body data-part={part} data-prefix={label} data-book={line}>\n"
        f"{body}\n</body></html>\n"
    )


def markup(element: Element) -> str:
    """An element as HTML."""
    return tostring(element, encoding="unicode", method="html")


def _front(book: Book, edition: list[EditionPart]) -> str:
    sections = (_cover(book), _colophon(book), contents(book, edition), *lists(book))
    body = "\n".join(markup(section) for section in sections)
    return document(book.settings.book.title, 0, body, book)


def _cover(book: Book) -> Element:
    own, s = book.settings.book, book.settings.strings
    return e(
        "section",
        e("p", own.genre, class_="cover-genre"),
        e("h1", own.title, class_="cover-title"),
        e("p", own.short_title, class_="cover-short"),
        e("p", s("buku.edisi", edisi=own.edition), class_="cover-edition"),
        e("p", s("cetak.draf"), class_="cover-draft") if book.settings.is_draft else None,
        class_="cover",
        id="sampul",
    )


def _colophon(book: Book) -> Element:
    own, s = book.settings.book, book.settings.strings
    edition = s("buku.edisi", edisi=own.edition)
    what = s(
        "cetak.kolofon_baris", judul=own.title, jenis=own.genre, edisi=edition, tanggal=_day(own.date, s)
    )
    paragraphs = [e("p", text) for text in (what, *own.colophon, *_approved(book))]
    return e("section", e("h1", s("cetak.kolofon")), *paragraphs, class_="colophon", id="kolofon")


def _approved(book: Book) -> Iterator[str]:
    """The line with the name, office and date of the approval; none before approval."""
    s, who = book.settings.strings, book.settings.book.approval
    if who:
        yield s("cetak.disahkan", nama=who.name, jabatan=who.position, tanggal=_day(who.date, s))


def _day(day: datetime.date, s: Strings) -> str:
    month = s.tree("tanggal.bulan")[day.month - 1]
    return s("tanggal.bentuk", hari=day.day, bulan=month, tahun=day.year)


def leaflet(name: str, title: str, body: Element, book: Book) -> Part:
    """A single sheet as a whole HTML document, outside the book."""
    return Part(name, title, document(title, 0, markup(body), book))
