"""An edition becomes HTML documents for print, one per part."""

import datetime
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from textwrap import shorten
from xml.etree.ElementTree import tostring
from xml.sax.saxutils import quoteattr

from markdown import Markdown

from handbook.book import Book, Page
from handbook.book.approvals import states
from handbook.html import Audience, Element, Medium, Paper, e
from handbook.memory.keys import fingerprint
from handbook.press import Label, Part
from handbook.print import answers, continuation
from handbook.print.contents import contents, lists
from handbook.print.parts import EditionPart, parts
from handbook.render.renderer import Renderer
from handbook.render.stamps import Stamps, frame
from handbook.settings import Identity
from handbook.source.dialect import HOST_EXTENSIONS, PLACEHOLDER
from handbook.strings import Strings

SHEET = "<form "
"""The beginning of a form's sheet, which is the last on its page. In the book sheets end their module."""
REGISTERS = "register"
HEAD = 108
"""Letters that a line of a page's head has room for."""


def html_parts(book: Book, audience: Audience, paper: Paper = Paper.A4) -> list[Part]:
    """The front (cover, colophon, contents), all parts of the book, then what is printed apart from it."""
    edition, renderer = parts(book), Renderer(book, audience, Medium.PRINT, paper=paper)
    own = _Pages(book, replace(renderer, apart=True))
    return [*_bound(edition, book, renderer), *_forms(edition, book, own), *_registers(book, own)]


def large_parts(book: Book, audience: Audience) -> list[Part]:
    """The bound parts alone, each form a whole sheet: nothing is handed out in large print but the book."""
    return _bound(parts(book), book, Renderer(book, audience, Medium.PRINT, every_sheet=True))


def _bound(edition: list[EditionPart], book: Book, renderer: Renderer) -> list[Part]:
    drawn = _Pages(book, renderer)
    front = Part("depan", book.settings.book.short_title, _front(book, edition), Label("r"), late=True)
    back = (*_answers(book, renderer), *_continuation(book))
    return [front, *(_part(part, book, drawn) for part in edition), *back]


def page_converter(renderer: Renderer) -> Markdown:
    """Turns the pages of a renderer's book into HTML."""
    own: dict[str, dict[str, object]] = {"handbook.markdown.extension": {"renderer": renderer}}
    return Markdown(extensions=[*HOST_EXTENSIONS, "handbook.markdown.extension"], extension_configs=own)


def page_html(page: Page, md: Markdown) -> str:
    """The HTML of a page: its head, what the author wrote, what comes from data."""
    md.reset()
    md.handbook_uri = page.uri  # type: ignore[attr-defined]
    return md.convert(page.text.body if page.text.body.strip() else PLACEHOLDER)


class _Pages:
    """The pages of a book as HTML; one that would be drawn the same is not drawn again."""

    def __init__(self, book: Book, renderer: Renderer) -> None:
        self.renderer = renderer
        self._book = book
        shape = (renderer.audience, renderer.paper, renderer.apart, renderer.every_sheet)
        self._stamps = Stamps(book, "print", *shape)

    @cached_property
    def _md(self) -> Markdown:
        return page_converter(self.renderer)

    def of(self, page: Page) -> str:
        """The HTML of a page."""
        return self._book.store.facts(self._stamps.of(page), lambda: page_html(page, self._md))


def _part(part: EditionPart, book: Book, pages: _Pages) -> Part:
    drawn = [(page, pages.of(page).partition(SHEET)) for page in part.pages]
    text = (_article(page, content, book) for page, (content, _, _) in drawn)
    sheets = (_article(page, mark + sheet, book, "page-sheet") for page, (_, mark, sheet) in drawn if mark)
    html = document(part.title, part.accent, "\n".join((*text, *sheets)), book, prefix=part.prefix)
    return Part(part.name, part.title, html, Label("D", part.prefix))


def _forms(edition: list[EditionPart], book: Book, pages: _Pages) -> Iterator[Part]:
    """Each form as a part of its own, which is not bound."""
    for part in edition:
        for page in part.forms:
            title, prefix = page.name(book.settings.strings), f"{page.label(book.settings.strings)}-"
            article = _article(page, pages.of(page), book)
            html = document(title, part.accent, article, book, prefix=prefix)
            yield Part(page.id, title, html, Label("D", prefix), bound=False)


def _registers(book: Book, pages: _Pages) -> Iterator[Part]:
    """The registers that are a PDF of their own, when there are some."""
    s, listed = book.settings.strings, book.listed(book.settings.registers)
    if listed:
        title, prefix = s("cetak.register"), s("cetak.awalan_register")
        articles = "\n".join(_article(page, pages.of(page), book) for page in listed)
        html = document(title, 0, articles, book, prefix=prefix)
        yield Part(REGISTERS, title, html, Label("D", prefix), bound=False)


def _answers(book: Book, renderer: Renderer) -> Iterator[Part]:
    """The answers of the self-checks, when there are some."""
    key = fingerprint("answers", frame(book), renderer.audience, renderer.paper)
    drawn, s = book.store.facts(key, lambda: answers.draw(book, renderer)), book.settings.strings
    if drawn:
        title, prefix = s("kuis.jawaban_judul"), s("kuis.jawaban_awalan")
        article = f'<article class="page" data-head={quoteattr(title)}>{drawn}</article>'
        html = document(title, 0, article, book, prefix=prefix)
        yield Part(answers.NAME, title, html, Label("D", prefix))


def _continuation(book: Book) -> list[Part]:
    """The continuation sheet of the forms, when there are some."""
    if not continuation.needed(book):
        return []
    title, prefix = book.settings.strings("lanjutan.judul"), book.settings.strings("lanjutan.awalan")
    sheet = markup(continuation.sheet(book))
    article = f'<article class="page" data-head={quoteattr(title)}>{sheet}</article>'
    html = document(title, 0, article, book, prefix=prefix)
    return [Part(continuation.NAME, title, html, Label("D", prefix))]


def _article(page: Page, content: str, book: Book, more: str = "") -> str:
    head = quoteattr(running_head(page.name(book.settings.strings)))
    mark = quoteattr(" · " + book.settings.strings("cetak.sidik", sidik=page.digest))
    css = f"page page-{page.kind.css} {more}".strip()
    return f'<article class="{css}" data-head={head} data-mark={mark}>\n{content}\n</article>'


def running_head(title: str) -> str:
    """A title as it stands on the one line of a page's head: a longer one ends behind a word."""
    return shorten(title, HEAD, placeholder=" …")


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
        e("p", _imprint(own, s), class_="cover-publisher") if own.publisher else None,
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
    paragraphs = [e("p", text) for text in (what, *own.colophon, *_published(book), *_approved(book))]
    return e("section", e("h1", s("cetak.kolofon")), *paragraphs, class_="colophon", id="kolofon")


def _published(book: Book) -> Iterator[str]:
    """The lines on how to cite the book and how to reach its publisher; none while it has none."""
    own, s = book.settings.book, book.settings.strings
    if own.publisher:
        edition = s("buku.edisi", edisi=own.edition)
        yield s("cetak.kutipan", judul=own.title, edisi=edition, terbitan=_imprint(own, s))
        if own.publisher.contact:
            yield s("cetak.kontak", kontak=own.publisher.contact)


def _imprint(own: Identity, s: Strings) -> str:
    """`Publisher, Place, 2026`; empty while there is no publisher."""
    who = own.publisher
    return s("cetak.penerbit", nama=who.name, kota=who.place, tahun=own.date.year) if who else ""


def _approved(book: Book) -> Iterator[str]:
    """The approval of the edition, then those of modules that hold; none before approval."""
    s, who = book.settings.strings, book.settings.book.approval
    if who:
        yield s("cetak.disahkan", nama=who.name, jabatan=who.position, tanggal=_day(who.date, s))
    modules: dict[tuple[str, str, datetime.date], list[str]] = {}
    for plan, own, holds in states(book):
        if own and holds:
            label = s("modul.label", nomor=plan.number)
            modules.setdefault((own.name, own.position, own.date), []).append(label)
    for (name, position, date), labels in modules.items():
        words = {"nama": name, "jabatan": position, "tanggal": _day(date, s)}
        yield s("pengesahan.kolofon", modul=", ".join(labels), **words)


def _day(day: datetime.date, s: Strings) -> str:
    month = s.tree("tanggal.bulan")[day.month - 1]
    return s("tanggal.bentuk", hari=day.day, bulan=month, tahun=day.year)


def leaflet(name: str, title: str, body: Element, book: Book) -> Part:
    """A single sheet as a whole HTML document, outside the book."""
    return Part(name, title, document(title, 0, markup(body), book))
