"""Lists generated from the book: `/// daftar | …`."""

from collections.abc import Callable
from typing import TypeAlias

from handbook.book import Page, PageKind, Target, holding
from handbook.book.uses import pages_citing
from handbook.content import competency, regulation, term
from handbook.content.module import Module
from handbook.html import Context, Element, e, heads, joined, plain
from handbook.render.lists import accessibility, bring, changes, errata, forms, problem_kinds
from handbook.render.renderer import Renderer

Listing: TypeAlias = "Callable[[Renderer, Page], Element]"
WITH_USES = ("instrumen", "bacaan", "box", "gambar", "tabel", "kuis")


def draw(renderer: Renderer, argument: str, page: Page) -> Element | None:
    """The list that an author names after `/// daftar |`; None when there is no such list."""
    listing = LISTINGS.get(argument)
    return listing(renderer, page) if listing else None


def _terms(renderer: Renderer, page: Page) -> Element:
    """The glossary; on the site with letters to jump to, and room for the filter."""
    context, terms = renderer.context(page), term.ordered(renderer.book.terms)
    letters = {plain(item.name)[0].upper(): item.id for item in reversed(terms)}
    return _long(term.to_html(terms, context), dict(reversed(letters.items())), context)


def _regulations(renderer: Renderer, page: Page) -> Element:
    """The register of regulations, in a book that has it apart a table of them; on the site with forms of law
    to jump to, and room for the filter."""
    context, entries = renderer.context(page), regulation.ordered(renderer.book.regulations)
    if context.in_book and page.uri in renderer.book.settings.registers:
        return regulation.to_table(entries, context)
    forms = {item.form: item.id for item in reversed(entries)}
    drawn = regulation.to_html(entries, _used_in(renderer, page), context)
    return _long(drawn, dict(reversed(forms.items())), context)


def _long(drawn: Element, places: dict[str, str], context: Context) -> Element:
    """A long list with links into it; the scripts put a field into the room for the filter."""
    if context.is_print or not places:
        return drawn
    links = (e("li", e("a", words, href=f"#{id_}")) for words, id_ in places.items())
    jumps = e(
        "nav",
        e("ul", *links),
        class_="jumps",
        aria_label=context.strings("situs.jumps"),
        data_search_exclude="",
    )
    return e("div", jumps, e("div", class_="filter", data_search_exclude=""), drawn, class_="filtered")


def _competencies(renderer: Renderer, page: Page) -> Element:
    """A table of codes against all modules; cells of a planned module are unknown."""
    book = renderer.book
    sheets = holding(book.pages.values(), Module)
    used = {(code, sheet.number) for _, sheet in sheets for code in sheet.competencies}
    numbers = [plan.number for plan in book.settings.modules]
    return competency.to_html(list(book.competencies.values()), numbers, used, renderer.context(page))


def _uses(renderer: Renderer, page: Page) -> Element:
    """A table of targets, each with its label and title and the pages that mention it."""
    used, context = _used_in(renderer, page), renderer.context(page)
    head = heads(context.strings(f"rujukan.{key}") for key in ("sasaran", "judul", "disebut"))
    targets = renderer.book.targets.of_kind(*WITH_USES)
    rows = (_used(target, used.get(target.id, []), context) for target in targets)
    return e("table", head, e("tbody", *rows), class_="where-used")


def _used(target: Target, links: list[Element], context: Context) -> Element:
    label = e("td", context.link(target.id, target.label))
    used, head = joined(links) or [context.strings("rujukan.belum")], context.strings("rujukan.disebut")
    return e("tr", label, e("td", target.title), e("td", used, data_head=head))


def _annex(renderer: Renderer, page: Page) -> Element:
    """The pages of the annex, each with its description."""
    context = renderer.context(page)
    pages = renderer.book.listed(renderer.book.settings.back)
    return e("ul", *(_annex_entry(there, context) for there in pages), class_="annex-list")


def _annex_entry(there: Page, context: Context) -> Element:
    summary = getattr(there.value, "summary", "")
    return e(
        "li",
        e("p", context.link(there.id, there.title), class_="annex-title"),
        e("p", context.prose(summary), class_="annex-text"),
    )


def _used_in(renderer: Renderer, page: Page) -> dict[str, list[Element]]:
    """For each target the links to the pages that mention it, the page being drawn left out."""
    context = renderer.context(page)
    return {
        id_: [context.link(there.id, _full_label(there, context)) for there in _shown(renderer, page, pages)]
        for id_, pages in pages_citing(renderer.book, printed=context.is_print).items()
    }


def _full_label(page: Page, context: Context) -> str:
    """The label of a page, with the module when labels are counted anew in each module."""
    label, s = page.label(context.strings), context.strings
    if page.kind is PageKind.STAGE:
        return s("tahap.label_modul", modul=page.module, nomor=page.number)
    return f"{s('modul.label', nomor=page.module)} · {label}" if page.kind is PageKind.SUMMARY else label


def _shown(renderer: Renderer, page: Page, pages: list[Page]) -> list[Page]:
    return [there for there in pages if there is not page and renderer.shows(there)]


LISTINGS: dict[str, Listing] = {
    "istilah": _terms,
    "peraturan": _regulations,
    "kompetensi": _competencies,
    "rujukan": _uses,
    "ralat": errata.draw,
    "instrumen-lama": errata.draw_instruments,
    "masalah": problem_kinds.draw,
    "perubahan": changes.draw,
    "instrumen": forms.draw,
    "perlu-data": bring.draw,
    "lampiran": _annex,
    "aksesibilitas": accessibility.draw,
}
