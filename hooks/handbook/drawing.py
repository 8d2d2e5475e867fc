"""Draws pages: the head of each page, the bodies that come from data, the blocks.

One `Drawing` per output: it binds a book to an audience and a medium, and gives
each page the links that lead from there.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from xml.etree.ElementTree import Element

from handbook import (
    competency,
    instrument,
    kinds,
    module,
    quiz,
    reading,
    regulation,
    stage,
    summary,
    term,
    wherefrom,
)
from handbook.book import Book
from handbook.html import Audience, Context, Medium, Piece, e, emphasised
from handbook.instrument import Instrument
from handbook.module import Module
from handbook.page import Page, PageKind
from handbook.quiz import Quiz
from handbook.reading import Reading
from handbook.references import Mention
from handbook.settings import ModulePlan
from handbook.stage import Stage
from handbook.summary import Summary
from handbook.target import Target
from handbook.uses import all_uses, pages_citing, where

NUMBERED_PAGES = ("instrumen", "bacaan", "kuis")
PARTS_OF_FORMS = ("baris", "kolom", "aspek")
WITHOUT_PAGE_NUMBER = ("peraturan", "istilah", "kompetensi")


@dataclass(frozen=True)
class Download:
    """A file that the site offers: its address in the site and its size in bytes."""

    uri: str
    size: int


@dataclass
class Drawing:
    """A book drawn for an audience and a medium."""

    book: Book
    audience: Audience
    medium: Medium
    download: Download | None = None

    def context(self, page: Page) -> Context:
        """What subjects need to draw themselves on a page."""
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
        )

    def href(self, id_: str, page: Page) -> str | None:
        """The address of a target from a page: relative on the site, marked in print."""
        target = self.book.register.get(id_)
        if target is None:
            return None
        if self.medium is Medium.PRINT:
            return f"handbook:{print_id(target)}" if self.is_printed(target.id) else None
        path = posixpath.relpath(target.page, posixpath.dirname(page.uri) or ".")
        return f"{path}#{target.anchor}" if target.anchor else path

    def is_printed(self, id_: str) -> bool:
        """Whether print has a target's page: the site's front page and the guides are not printed."""
        target = self.book.register.get(id_)
        page = self.book.pages.get(target.page) if target else None
        return page is None or (page.kind is not PageKind.FRONT and page.uri not in self.book.settings.guides)

    def name(self, id_: str) -> str:
        """Words for a target; a section is named with its page."""
        target = self.book.register.get(id_)
        if target is None:
            return id_
        page = self.book.pages.get(target.page)
        if target.kind == "subbab" and page:
            return f"{page.label(self.book.settings.strings)}, {target.title}"
        return target.label

    def prose(self, text: str, page: Page) -> list[Piece]:
        """An author's string with emphasis and linked mentions."""
        pieces: list[Piece] = []
        for piece in emphasised(text):
            pieces += self._linked(piece, page) if isinstance(piece, str) else [piece]
        return pieces

    def _linked(self, text: str, page: Page) -> Iterator[Piece]:
        done = 0
        for mention in self.book.scanner.scan(text, where(page)):
            yield text[done : mention.start]
            yield from self._mention(mention, page)
            done = mention.end
        yield text[done:]

    def _mention(self, mention: Mention, page: Page) -> Iterator[Piece]:
        href = self.href(mention.id, page)
        if href is None:
            yield mention.words
            return
        yield e("a", mention.words, class_="mention", href=href)
        yield self.page_reference(mention.id, page)

    def page_reference(self, id_: str, page: Page) -> Element | None:
        """In print, the place for the page label of a mention.

        Registers are looked up by name, and the rows of a form from its own guide
        by eye: neither gets a page.
        """
        target = self.book.register.get(id_)
        if self.medium is not Medium.PRINT or target is None or target.kind in WITHOUT_PAGE_NUMBER:
            return None
        if target.kind in PARTS_OF_FORMS and target.page == page.uri:
            return None
        return e("span", class_="page-ref", data_target=print_id(target))

    def head(self, page: Page) -> list[Element]:
        """Title and facts at the top of a page."""
        context = self.context(page)
        number = page.module or 0
        match page.value:
            case Module():
                return [module.heading(page.value, context), self._module_facts(page.value, context)]
            case Stage():
                return [stage.heading(page.value, number, context), stage.overview(page.value, context)]
            case Reading():
                return [reading.heading(page.value, context)]
            case Summary():
                return [summary.heading(page.value, number)]
            case Instrument():
                return [instrument.heading(page.value, context)]
            case Quiz():
                return [quiz.heading(page.value, page.id, context)]
        return [e("h1", page.title, id=page.id)]

    def _module_facts(self, sheet: Module, context: Context) -> Element:
        pages = self.book.of_module(sheet.number)
        kinds = ("instrumen", "bacaan", "kuis")
        parts = {kind: [page.id for page in pages if page.kind == kind] for kind in kinds}
        minutes = sheet.lesson_hours * self.book.settings.minutes_per_lesson_hour
        return module.overview(sheet, len(self.book.stages(sheet.number)), parts, minutes, context)

    def body(self, page: Page) -> list[Element]:
        """What a page shows from its data, below what the author wrote."""
        context = self.context(page)
        match page.value:
            case Instrument():
                return instrument.to_html(page.value, page.module or 0, context)
            case Quiz():
                return quiz.to_html(page.value, page.id, context)
            case Summary():
                return summary.to_html(page.value, page.module or 0, context)
        return []

    def part_heading(self, page: Page, letter: str) -> list[Element]:
        """Title and facts of a stage's part; nothing when the stage has no such part."""
        value = page.value
        parts = value.parts if isinstance(value, Stage) else []
        found = next((part for part in parts if part.letter == letter), None)
        if found is None or not isinstance(value, Stage):
            return []
        return stage.part_heading(found, page.module or 0, value.number, self.context(page))

    def block(self, name: str, argument: str, page: Page) -> Element:
        """A block that shows data."""
        draw: dict[str, Callable[[str, Page], Element]] = {
            "instrumen": self._card,
            "kuis": self._card,
            "modul": self._module_part,
            "daftar": self._register,
            "modul-daftar": self._modules,
            "unduhan": self._download,
        }
        return draw[name](argument, page)

    def _card(self, argument: str, page: Page) -> Element:
        there = self.book.page_with(argument)
        context = self.context(page)
        if there and isinstance(there.value, Instrument):
            return instrument.card(there.value, context)
        if there and isinstance(there.value, Quiz) and there.uri in self.book.pages:
            return quiz.card(there.value, there.id, context)
        return e("p", argument)

    def _module_part(self, argument: str, page: Page) -> Element:
        sheet, context = page.value, self.context(page)
        if not isinstance(sheet, Module):
            return e("p", argument)
        match argument:
            case "materi":
                return module.topics(sheet, context)
            case "kompetensi":
                return module.competencies(sheet, self.book.competencies, context)
            case "perubahan":
                return module.changes(sheet, context)
        stages = self.book.stages(sheet.number)
        uses = {item.number: self._needs(sheet.number, item.number) for item in stages}
        return stage.timeline(stages, sheet.number, uses, context)

    def _needs(self, number: int, stage_number: int) -> list[str]:
        """Forms, readings and quizzes of its own module that a stage shows or mentions."""
        there = self.book.page_with(stage.stage_id(number, stage_number))
        if there is None or there.text is None:
            return []
        mentioned = [use.mention.id for use in all_uses(self.book) if use.page is there]
        shown = [mark.argument for mark in there.text.blocks if mark.name in ("instrumen", "kuis")]
        own = [page.id for page in self.book.of_module(number) if page.kind in NUMBERED_PAGES]
        return [id_ for id_ in own if id_ in (*mentioned, *shown)]

    @cached_property
    def _citing(self) -> dict[str, list[Page]]:
        return pages_citing(self.book)

    def _used_in(self, id_: str, page: Page, context: Context) -> list[Element]:
        pages = [there for there in self._citing.get(id_, []) if there is not page]
        return [
            context.link(there.id, there.label(context.strings))
            for there in pages
            if there.uri in self.book.pages
        ]

    def _register(self, argument: str, page: Page) -> Element:
        context = self.context(page)
        match argument:
            case "istilah":
                return term.to_html(self.book.terms, context)
            case "rujukan":
                return self._uses_of_all(page, context)
            case "masalah":
                return kinds.to_html(context)
            case "peraturan":
                entries = self.book.regulations
                used = {item.id: self._used_in(item.id, page, context) for item in entries}
                return regulation.to_html(entries, used, context)
        return self._competencies(context)

    def _uses_of_all(self, page: Page, context: Context) -> Element:
        """Every form, reading, box, figure and table with the pages that mention it."""
        targets = self.book.register.of_kind("instrumen", "bacaan", "box", "gambar", "tabel", "kuis")
        rows = [(target, self._used_in(target.id, page, context)) for target in targets]
        return wherefrom.to_html(rows, context)

    def _competencies(self, context: Context) -> Element:
        used: dict[str, list[Element]] = {}
        known = self.book.competencies
        for page in self.book.pages.values():
            codes = page.value.competencies if isinstance(page.value, Module) else []
            for code in codes:
                if code in known:
                    used.setdefault(known[code].id, []).append(
                        context.link(page.id, page.label(context.strings))
                    )
        return competency.to_html(list(known.values()), used, context)

    def _modules(self, argument: str, page: Page) -> Element:
        del argument
        items = (self._module_card(plan, page) for plan in self.book.settings.modules)
        return e("ol", *items, class_="module-list")

    def _module_card(self, plan: ModulePlan, page: Page) -> Element:
        s = self.book.settings.strings
        context = self.context(page)
        sheet = self.book.module(plan.number)
        state = "meta_rencana" if plan.planned else "meta_tersedia"
        number = e("span", s("modul.label", nomor=plan.number), class_="module-number")
        title = context.link(f"modul-{plan.number}", plan.title)
        text = e("p", context.prose(sheet.summary), class_="module-text") if sheet else None
        meta = e("p", s(f"modul.{state}", jp=plan.lesson_hours), class_="module-meta")
        css = f"module-card accent-{plan.number}" + (" module-planned" if plan.planned else "")
        return e("li", number, e("p", title, class_="module-title"), text, meta, class_=css)

    def _download(self, argument: str, page: Page) -> Element:
        del argument
        if self.download is None or self.medium is Medium.PRINT:
            return e("p", class_="download")
        s = self.book.settings.strings
        words = s("unduhan.buku", ukuran=size_words(self.download.size, self.book))
        path = posixpath.relpath(self.download.uri, posixpath.dirname(page.uri) or ".")
        return e("p", e("a", words, href=path), class_="download")


def print_id(target: Target) -> str:
    """An id that is unique in the whole printed book."""
    return target.id.replace("#", "--")


def size_words(size: int, book: Book) -> str:
    """`1,2 MB` or `340 KB`."""
    s = book.settings.strings
    if size < 1_000_000:
        return s("unduhan.ukuran_kb", angka=max(1, round(size / 1000)))
    return s("unduhan.ukuran_mb", angka=f"{size / 1_000_000:.1f}".replace(".", s("angka.koma")))
