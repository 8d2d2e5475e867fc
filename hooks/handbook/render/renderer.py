"""The renderer of pages: the head of each page, the bodies that come from data, the blocks.

One `Renderer` per output: it binds a book to an audience and a medium, and gives
each page the links that lead from there.
"""

import posixpath
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from handbook.book import Book, Page, PageKind, Target
from handbook.book.uses import mentions_in
from handbook.content import carrying, formsheet, module, quiz, stage, summary
from handbook.content.glossary import Glossary
from handbook.content.instrument import Instrument
from handbook.content.module import Module
from handbook.content.quiz import Quiz
from handbook.content.review import Review
from handbook.content.stage import Stage
from handbook.content.summary import Summary
from handbook.html import Audience, Context, Element, Medium, Paper, Piece, e, emphasis, kicker
from handbook.html.qrcode import page_address, shortcut
from handbook.mentions.scanner import Mention
from handbook.render import from_print, frontpage, reviews
from handbook.render.courses import ShownCourse
from handbook.source.allowed import Refused

PARTS_OF_FORMS = ("baris", "kolom", "aspek")
LABELS = {
    PageKind.MODULE: "modul.label",
    PageKind.STAGE: "tahap.label_modul",
    PageKind.READING: "bacaan.label",
    PageKind.INSTRUMENT: "instrumen.pendek",
    PageKind.QUIZ: "kuis.pendek",
    PageKind.REVIEW: "ulang.pendek",
}
"""The keys of the words above the title of a page."""
WITHOUT_PAGE_NUMBER = ("peraturan", "istilah", "kompetensi")


@dataclass
class Renderer:
    """The renderer of a book for an audience and a medium."""

    book: Book
    audience: Audience
    medium: Medium
    offering: Container[str] = ()
    """The ids of pages that files print, which the site offers there; "" stands for the whole book."""
    paper: Paper = Paper.A4
    every_sheet: bool = False
    """In print, whether also forms that are handed out are whole sheets in the book."""
    apart: bool = False
    """In print, whether a PDF of its own is drawn, a form or the registers, and no part of the book."""
    courses: Mapping[str, ShownCourse] = field(default_factory=dict)
    """The courses that pages show, by the names of their plans."""
    refused: dict[str, tuple[Refused, ...]] = field(default_factory=dict)
    """Refused parts of the pages drawn so far, by their addresses."""

    @cached_property
    def glossary(self) -> Glossary:
        """The finder of the book's terms in texts."""
        return Glossary(self.book.terms)

    def context(self, page: Page) -> Context:
        """The context in which subjects are drawn on a page."""
        settings = self.book.settings
        return Context(
            strings=settings.strings,
            audience=self.audience,
            medium=self.medium,
            href=lambda id_: self.href(id_, page),
            prose=lambda text: self.prose(text, page),
            name=self.name,
            book_line=settings.book_line,
            address=settings.book.address,
            paper=self.paper,
            online=self.online,
            in_book=self.medium is Medium.PRINT and not self.apart,
            every_sheet=self.every_sheet,
        )

    def online(self, id_: str) -> str:
        """The full address of a target's page on the site; empty while the book has no address."""
        target, site = self.book.targets.get(id_), self.book.settings.book.address
        return page_address(site, target.page) if site and target else ""

    def href(self, id_: str, page: Page) -> str | None:
        """The address of a target from a page: relative on the site, marked in print."""
        target = self.book.targets.get(id_)
        if target is None:
            return None
        if self.medium is Medium.PRINT:
            return f"handbook:{print_id(target)}" if self.is_printed(target.id) else None
        path = posixpath.relpath(target.page, posixpath.dirname(page.uri) or ".")
        return f"{path}#{target.anchor}" if target.anchor else path

    def is_printed(self, id_: str) -> bool:
        """Whether a target's page is printed: not the front page, nor pages that the book does not have."""
        target, settings = self.book.targets.get(id_), self.book.settings
        page = self.book.pages.get(target.page) if target else None
        if page is None or (self.apart and page.uri in settings.registers):
            return True
        return page.kind is not PageKind.FRONT and page.uri not in settings.unprinted

    def shows(self, page: Page) -> bool:
        """Whether this output has a page: never tests, and in print no pages only for the site."""
        is_here = page.uri in self.book.pages
        return is_here and (self.medium is Medium.SITE or self.is_printed(page.id))

    def name(self, id_: str) -> str:
        """The words of a link to a target; a section is named with its page."""
        target = self.book.targets.get(id_)
        if target is None:
            return id_
        page = self.book.pages.get(target.page)
        if target.kind == "subbab" and page:
            return f"{page.label(self.book.settings.strings)}, {target.title}"
        return target.label

    def prose(self, text: str, page: Page, origin: Page | None = None) -> list[Piece]:
        """An author's string with emphasis and linked mentions; `origin` says it when the page does not."""
        mentions = mentions_in(self.book, origin or page, text)
        pieces: list[Piece] = []
        for start, words, is_emphasis in emphasis(text):
            linked = self._linked(start, words, mentions, page)
            pieces += [e("em", linked)] if is_emphasis else linked
        return pieces

    def _linked(self, start: int, words: str, mentions: list[Mention], page: Page) -> Iterator[Piece]:
        """The words that begin at `start` of a string, with links for the mentions among them."""
        done, end = start, start + len(words)
        for mention in mentions:
            if start <= mention.start and mention.end <= end:
                yield words[done - start : mention.start - start]
                yield from self._mention(mention, page)
                done = mention.end
        yield words[done - start :]

    def _mention(self, mention: Mention, page: Page) -> Iterator[Piece]:
        href = self.href(mention.id, page)
        if href is None:
            yield mention.words
            return
        yield e("a", mention.words, class_="mention", href=href)
        yield self.page_reference(mention.id, page)

    def page_reference(self, id_: str, page: Page) -> Element | None:
        """In print, an element for the page label of a mention; None where it gets no page.

        Registers are looked up by name, and the rows of a form from its own guide
        by eye: neither gets a page.
        """
        target = self.book.targets.get(id_)
        if self.medium is not Medium.PRINT or target is None or not self.is_printed(id_):
            return None
        if target.kind in WITHOUT_PAGE_NUMBER:
            return None
        if target.kind in PARTS_OF_FORMS and target.page == page.uri:
            return None
        return e("span", class_="page-ref", data_target=print_id(target))

    def head(self, page: Page) -> list[Element]:
        """Title and facts at the top of a page."""
        context = self.context(page)
        title = self._title(page)
        match page.value:
            case Module():
                more = [*self.offer(page.id), *self._saving(page.value)]
                return [title, self._module_facts(page.value, context), *more]
            case Stage():
                return [title, stage.overview(page.value, context)]
            case Instrument():
                more = self._more(self._shortcut(page), page)
                return [title, *formsheet.straight(page.value, context), *more]
            case Quiz():
                return [title, *self._more(self._shortcut(page), page)]
        if page.kind is PageKind.FRONT and self.medium is Medium.SITE:
            return frontpage.to_html(self.book, page, context)
        return [title, *self.offer(page.id)]

    def _title(self, page: Page) -> Element:
        """The title of a page, below its label where pages of its kind have one."""
        if not page.number:
            return e("h1", page.title, id=page.id)
        label = self.book.settings.strings(LABELS[page.kind], nomor=page.number, modul=page.module)
        return e("h1", kicker(label), page.title, id=page.id)

    def _more(self, element: Element | None, page: Page) -> list[Element]:
        """The given element in print; on the site, the page's files to download."""
        return [element] if element is not None else self.offer(page.id)

    def _shortcut(self, page: Page) -> Element | None:
        """In print, the address and QR code of the same page on the site."""
        own = self.book.settings
        return shortcut(own.book.address, page.uri, own.strings) if self.medium is Medium.PRINT else None

    def _saving(self, sheet: Module) -> list[Element]:
        """On the site, a place for the button that saves a module on the device; a script fills it."""
        room = e("div", class_="offline-panel", data_module=str(sheet.number), data_search_exclude="")
        return [room] if self.medium is Medium.SITE else []

    def _module_facts(self, sheet: Module, context: Context) -> Element:
        pages = self.book.of_module(sheet.number)
        parts = {kind: [page.id for page in pages if page.kind == kind] for kind in module.IN_FACTS}
        minutes = sheet.lesson_hours * self.book.settings.minutes_per_lesson_hour
        return module.overview(sheet, len(self.book.stages(sheet.number)), parts, minutes, context)

    def body(self, page: Page) -> list[Element]:
        """The elements of a page that come from its data, below the author's text."""
        context = self.context(page)
        match page.value:
            case Instrument():
                carried = carrying.to_html(page.value, self._form, context)
                return formsheet.to_html(page.value, page.module or 0, context, carried)
            case Quiz():
                return quiz.to_html(page.value, page.id, context)
            case Review():
                return reviews.to_html(self.book, page, page.value, context, self.prose)
            case Summary():
                return summary.to_html(page.value, page.module or 0, context)
        return []

    def offer(self, key: str) -> list[Element]:
        """On the site, the place for links to the files that print something, if there may be some."""
        is_offered = self.medium is Medium.SITE and key in self.offering
        return [from_print.place(from_print.FILES, key)] if is_offered else []

    def _form(self, id_: str) -> Instrument | None:
        page = self.book.page_with(id_)
        return page.value if page and isinstance(page.value, Instrument) else None

    def part_heading(self, page: Page, letter: str) -> list[Element]:
        """Title and facts of a stage's part; nothing when the stage has no such part."""
        if not isinstance(page.value, Stage):
            return []
        found = (part for part in page.value.parts if part.letter == letter)
        number, context = page.value.number, self.context(page)
        return next((stage.part_heading(part, page.module or 0, number, context) for part in found), [])


def print_id(target: Target) -> str:
    """An id that is unique in the whole printed book."""
    return target.id.replace("#", "--")
