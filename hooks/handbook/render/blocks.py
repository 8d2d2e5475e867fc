"""HTML of the blocks: frames, cards, parts of a module's front matter, lists, downloads, registers."""

import posixpath
from collections.abc import Callable
from typing import TypeAlias
from xml.etree.ElementTree import tostring

from handbook.book import Book, Page, all_uses, holding
from handbook.content import formsheet, module, quiz, stage
from handbook.content.instrument import Instrument
from handbook.content.module import Module
from handbook.content.quiz import Quiz
from handbook.html import Context, Element, e, kicker
from handbook.render import courses, lists, workbook
from handbook.render.renderer import Renderer
from handbook.settings import ModulePlan
from handbook.source.blocknames import COURSE, EDITION, EDITOR_NOTE, HANDOUT, SHOWN, note_of

BlockBody: TypeAlias = "Callable[[Renderer, str, Page], Element | None]"
"""Draws a block; None where its argument names nothing there is."""
FORMS_URI = "assets/formulir.js"
"""The script with all blank forms, for the workbook's printed document."""
IN_TIMELINE = ("instrumen", "bacaan", "kuis")


def block(name: str, argument: str, page: Page | None, renderer: Renderer) -> Element:
    """The element of a block; `argument` is what stands after `/// name |`."""
    if name in FRAMES:
        return FRAMES[name](renderer, name, argument)
    drawn = BODIES[name](renderer, argument, page) if page else None
    # An unknown block as written, marked as a problem: checks refuse it, but a preview goes on.
    return e("p", f"/// {name} | {argument}".rstrip("| "), class_="problem") if drawn is None else drawn


def _box(renderer: Renderer, _: str, argument: str) -> Element:
    number, _, title = argument.partition(" ")
    id_ = f"box-{number.replace('.', '-')}"
    label = kicker(renderer.book.settings.strings("box.label", nomor=number))
    head = e("p", label, title, class_="box-title", id=f"{id_}-judul")
    return e("aside", head, class_="box", id=id_, aria_labelledby=f"{id_}-judul")


def _figure(renderer: Renderer, name: str, argument: str) -> Element:
    number, _, title = argument.partition(" ")
    caption = e("figcaption", kicker(renderer.book.settings.strings(f"{name}.label", nomor=number)), title)
    css = "figure" if name == "gambar" else "figure figure-table"
    return e("figure", caption, class_=css, id=f"{name}-{number.replace('.', '-')}")


def _handout(_renderer: Renderer, _: str, argument: str) -> Element:
    return e("div", class_=HANDOUT, data_for=argument)


def _shown(_renderer: Renderer, _: str, argument: str) -> Element:
    """A passage for slides is ordinary text on a page; its title is that of its slide alone."""
    return e("div", class_=SHOWN, data_title=argument)


def _editor_note(renderer: Renderer, _: str, argument: str) -> Element:
    """A note on the law stands open; one on the edition is folded."""
    kind, title = note_of(argument)
    strings = renderer.book.settings.strings
    words = strings(f"catatan.{kind or 'penyunting'}")
    words = strings("catatan.berjudul", jenis=words, judul=title) if title else words
    if kind == EDITION:
        return e("details", e("summary", words, class_="note-title"), class_="editor-note")
    return _note(words, "editor-note")


def _facilitator_note(renderer: Renderer, _: str, __: str) -> Element:
    return _note(renderer.book.settings.strings("catatan.fasilitator"), "facilitator-note")


def _note(title: str, css: str) -> Element:
    return e("aside", e("p", title, class_="note-title"), class_=css, aria_label=title)


FRAMES: dict[str, Callable[[Renderer, str, str], Element]] = {
    "kotak": _box,
    "gambar": _figure,
    "tabel": _figure,
    "lembar": _handout,
    SHOWN: _shown,
    EDITOR_NOTE: _editor_note,
    "fasilitator": _facilitator_note,
}
"""Blocks around what the author wrote."""


def _card(renderer: Renderer, argument: str, page: Page) -> Element | None:
    there = renderer.book.page_with(argument)
    context = renderer.context(page)
    if there and isinstance(there.value, Instrument):
        return formsheet.card(there.value, context)
    if there and isinstance(there.value, Quiz) and there.uri in renderer.book.pages:
        return quiz.card(there.value, there.id, context)
    return None


def _module_part(renderer: Renderer, argument: str, page: Page) -> Element | None:
    sheet, context = page.value, renderer.context(page)
    if not isinstance(sheet, Module):
        return None
    match argument:
        case "materi":
            return module.topics(sheet, context)
        case "kompetensi":
            return module.competencies(sheet, renderer.book.competencies, context)
        case "perubahan":
            return module.changes(sheet, context)
        case "tahap":
            return _timeline(renderer.book, sheet, context)
    return None


def _timeline(book: Book, sheet: Module, context: Context) -> Element:
    stages = book.stages(sheet.number)
    uses = {item.number: _needs(book, sheet.number, item.number) for item in stages}
    return stage.timeline(stages, sheet.number, uses, context)


def _needs(book: Book, number: int, stage_number: int) -> list[str]:
    """Forms, readings and quizzes of its own module that a stage shows or mentions to participants."""
    there = book.page_with(stage.stage_id(number, stage_number))
    if there is None:
        return []
    mentioned = [use.mention.id for use in all_uses(book) if use.page is there and not use.hidden]
    shown = [mark.argument for mark in there.text.blocks if mark.name in ("instrumen", "kuis")]
    own = [page.id for page in book.of_module(number) if page.kind in IN_TIMELINE]
    return [id_ for id_ in own if id_ in (*mentioned, *shown)]


def _modules(renderer: Renderer, _: str, page: Page) -> Element:
    items = (_module_card(renderer, plan, page) for plan in renderer.book.settings.modules)
    return e("ol", *items, class_="module-list")


def _module_card(renderer: Renderer, plan: ModulePlan, page: Page) -> Element:
    context = renderer.context(page)
    sheet = renderer.book.module(plan.number)
    state = "meta_rencana" if plan.planned else "meta"
    number = e("span", context.strings("modul.label", nomor=plan.number), class_="module-number")
    title = context.link(f"modul-{plan.number}", plan.title)
    stages = [stage.stage_id(plan.number, item.number) for item in renderer.book.stages(plan.number)]
    text = e("p", context.prose(sheet.summary), class_="module-text") if sheet else None
    meta = e("p", context.strings(f"modul.{state}", jp=plan.lesson_hours), class_="module-meta")
    css = f"module-card accent-{plan.number}" + (" module-planned" if plan.planned else "")
    marks = {"data_stages": " ".join(stages)} if stages and not context.is_print else {}
    return e("li", number, e("p", title, class_="module-title"), text, meta, class_=css, **marks)


def _download(renderer: Renderer, _argument: str, _page: Page) -> Element:
    return next(iter(renderer.offer("")), e("p", class_="download"))


def _workbook(renderer: Renderer, _: str, page: Page) -> Element:
    forms = posixpath.relpath(FORMS_URI, posixpath.splitext(page.uri)[0])
    return workbook.to_html(renderer.book, renderer.context(page), forms)


def _course(renderer: Renderer, argument: str, page: Page) -> Element | None:
    """The days of a course, on the site alone: the book outlasts it."""
    context, shown = renderer.context(page), renderer.courses.get(argument)
    if context.is_print:
        return e("div", class_="course-days")
    return courses.to_html(shown, context) if shown else None


BODIES: dict[str, BlockBody] = {
    "instrumen": _card,
    "kuis": _card,
    "modul": _module_part,
    "daftar": lists.draw,
    "modul-daftar": _modules,
    "unduhan": _download,
    "buku-kerja": _workbook,
    COURSE: _course,
}
"""Blocks whose whole content comes from data."""


def blank_forms(renderer: Renderer) -> dict[str, str]:
    """The HTML of each form that is kept on the device, by its id."""
    forms = [pair for pair in holding(renderer.book.pages.values(), Instrument) if pair[1].saved]
    drawn = {page.id: formsheet.blank_sheet(form, renderer.context(page)) for page, form in forms}
    return {id_: tostring(sheet, encoding="unicode", method="html") for id_, sheet in drawn.items()}
