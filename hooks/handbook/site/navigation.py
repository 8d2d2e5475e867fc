"""The site's menu, and the data of the book for templates and scripts."""

from typing import Any

from handbook.book import Book, Page, PageKind
from handbook.content.instrument import Instrument, renamed
from handbook.content.quiz import Quiz
from handbook.content.review import Review


def navigation(book: Book) -> list[dict[str, Any]]:
    """The menu: front pages, one section per written module, the appendix, the guides."""
    s = book.settings.strings
    own = book.settings
    opening = [uri for uri in own.site_only if _is_beside(uri, own.back)]
    rest = [uri for uri in own.site_only if uri not in opening]
    front = _entries(book.listed([*own.front, *rest]), book)
    modules = [_module(plan.number, book) for plan in own.modules if book.of_module(plan.number)]
    back = {s("situs.lampiran"): _opened(book.listed([*opening, *own.back]), book)}
    guides = {s("situs.panduan"): _entries(book.listed(own.guides), book)}
    return [*front, *modules, *(section for section in (back, guides) if any(section.values()))]


def _is_beside(uri: str, section: list[str]) -> bool:
    """Whether a page stands in a folder in which a section's pages stand."""
    folder, slash, _ = uri.rpartition("/")
    return bool(slash) and any(other.startswith(f"{folder}/") for other in section)


def _opened(pages: list[Page], book: Book) -> list[Any]:
    """Entries of a section; its index has the name of the section."""
    return [page.uri if page.uri.endswith("/index.md") else {_title(page, book): page.uri} for page in pages]


def _entries(pages: list[Page], book: Book) -> list[dict[str, Any]]:
    return [{_title(page, book): page.uri} for page in pages]


def _module(number: int, book: Book) -> dict[str, Any]:
    pages = book.of_module(number)
    label = book.settings.strings("modul.label", nomor=number)
    title = next((page.title for page in pages if page.kind is PageKind.MODULE), "")
    return {f"{label}: {title}" if title else label: _opened(pages, book)}


def _title(page: Page, book: Book) -> str:
    if page.kind is PageKind.FRONT:
        return book.settings.strings("situs.depan")
    return page.name(book.settings.strings)


def meta(book: Book) -> dict[str, Any]:
    """The data for templates: titles, edition, address and texts."""
    own = book.settings.book
    keys = {"id", "title", "short_title", "genre", "edition", "address", "language"}
    words = {"site": book.settings.strings.tree("situs")}
    return {**own.model_dump(include=keys), "edition_label": book.settings.edition_line, "strings": words}


def script_data(book: Book) -> dict[str, Any]:
    """The data for scripts: the book's permanent id, its edition, their words, renamed ids."""
    forms = [page.value for page in book.pages.values() if isinstance(page.value, Instrument)]
    quizzes = [page for page in book.pages.values() if isinstance(page.value, Quiz | Review)]
    former = {old.strip("/").rpartition("/")[2]: page.id for page in quizzes for old in page.former}
    return {
        "book": book.settings.book.id,
        "edition": book.settings.book.edition,
        "language": book.settings.book.language,
        "words": book.settings.strings.tree("skrip"),
        "aliases": {old: new for form in forms for old, new in renamed(form).items()} | former,
    }


def window_title(page: Page, book: Book) -> str:
    """The title of a window or a search result: stages and summaries say their module."""
    title = _title(page, book)
    if page.kind not in (PageKind.STAGE, PageKind.SUMMARY):
        return title
    return f"{title} · {book.settings.strings('modul.label', nomor=page.module)}"


def scripts_of(page: Page) -> list[str]:
    """The joined scripts that a page needs besides those of every page."""
    if page.kind is PageKind.INSTRUMENT:
        return ["form"]
    if page.kind in (PageKind.QUIZ, PageKind.REVIEW):
        return ["quiz"]
    if page.kind is PageKind.MODULE:
        return ["offline"]
    if page.has_block("daftar", "istilah", "peraturan"):
        return ["register"]
    return ["workbook"] if page.has_block("buku-kerja") else []


def description(page: Page, book: Book) -> str:
    """One line for search engines: the author's own, or the page's title and module."""
    s = book.settings.strings
    own = getattr(page.value, "summary", "") or getattr(page.value, "intro", "")
    if own:
        return str(own)
    module = book.module(page.module) if page.module else None
    place = (
        f"{s('modul.label', nomor=page.module)}: {module.title}" if module else book.settings.book.short_title
    )
    return f"{_title(page, book)}. {place}."
