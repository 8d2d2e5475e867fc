"""The head of the site's front page: the book's title, links to go on, the reader's progress.

The scripts put the reader's own place and progress in; without them it leads to the first module.
"""

from collections.abc import Iterable

from handbook.book import Book, Page, PageKind, holding
from handbook.content.formsheet import WORKBOOK
from handbook.content.instrument import Instrument
from handbook.html import Context, Element, e


def to_html(book: Book, page: Page, context: Context) -> list[Element]:
    """The short title, the full title below it, then links to go on."""
    short = book.settings.book.short_title
    full = e("p", page.title, class_="book-title") if page.title != short else None
    start = e(
        "section",
        *filter(None, (_go_on(book, context), _workbook(book, context))),
        class_="start",
        data_search_exclude="",
    )
    return [e("h1", short, id=page.id), *([full] if full is not None else []), start]


def _go_on(book: Book, context: Context) -> Element | None:
    """A link to the first module; the scripts replace it by the reader's last place."""
    first = next((page for page in book.pages.values() if page.kind is PageKind.MODULE), None)
    if first is None:
        return None
    words = e("span", context.strings("depan.mulai"), class_="start-word")
    named = e("span", f"{first.label(context.strings)}: {first.title}", class_="start-title")
    return e("p", context.link(first.id, words, " ", named), class_="start-go")


def _workbook(book: Book, context: Context) -> Element | None:
    """A link to the workbook, with room for the counts of the scripts."""
    if context.href(WORKBOOK) is None:
        return None
    pages = book.pages.values()
    forms = (page.id for page, form in holding(pages, Instrument) if form.saved)
    counted = {
        "data_stages": _ids(page.id for page in pages if page.kind is PageKind.STAGE),
        "data_forms": _ids(forms),
        "data_quizzes": _ids(page.id for page in pages if page.kind is PageKind.QUIZ),
    }
    link = context.link(WORKBOOK, context.name(WORKBOOK))
    progress = e("span", context.strings("depan.isian"), class_="start-progress")
    return e("p", link, " ", progress, class_="start-book", **counted)


def _ids(ids: Iterable[str]) -> str:
    return " ".join(ids)
