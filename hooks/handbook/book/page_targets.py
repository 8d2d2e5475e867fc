"""The targets on a page: the page itself, its parts, boxes, figures, tables and headings."""

from collections.abc import Iterator
from dataclasses import replace

from handbook.book.page import Page
from handbook.book.targets import Target
from handbook.content import instrument as instruments
from handbook.content.instrument import Instrument
from handbook.content.module import Module, indicator_id
from handbook.content.stage import Stage, part_letter, stage_id
from handbook.html import plain
from handbook.problem import Place
from handbook.strings import Strings


def targets_of(page: Page, strings: Strings) -> list[Target]:
    """Everything on a page that texts can refer to, the page first; titles are without markup."""
    found = _targets_of(page, strings)
    return [replace(target, title=plain(target.title), label=plain(target.label)) for target in found]


def _targets_of(page: Page, strings: Strings) -> Iterator[Target]:
    yield Target(
        page.id, str(page.kind), page.number, page.title, page.label(strings), page.uri, "", _own_place(page)
    )
    match page.value:
        case Module():
            yield from _topic_targets(page, page.value, strings)
        case Stage():
            yield from _part_targets(page, page.value, strings)
        case Instrument():
            yield from _form_targets(page, page.value, strings)
    yield from _block_targets(page, strings)
    yield from _heading_targets(page, strings)


def _own_place(page: Page) -> Place:
    return page.place_of("nomor") if "nomor" in page.node.fields else Place(page.path)


def _topic_targets(page: Page, module: Module, strings: Strings) -> Iterator[Target]:
    for t, topic in enumerate(module.topics):
        place = page.place_of("materi", t, "nomor")
        label = strings("materi.label", nomor=topic.number)
        yield Target(topic.id, "materi", topic.number, topic.title, label, page.uri, topic.id, place)
        for i, item in enumerate(topic.indicators):
            id_, where = indicator_id(item.number), page.place_of("materi", t, "indikator", i, "nomor")
            label = strings("indikator.label", nomor=item.number)
            yield Target(id_, "indikator", item.number, item.text, label, page.uri, id_, where)


def _part_targets(page: Page, stage: Stage, strings: Strings) -> Iterator[Target]:
    for index, part in enumerate(stage.parts):
        id_ = stage_id(page.module or 0, stage.number, part.letter)
        number = f"{stage.number}{part.letter}"
        label = strings("tahap.pendek", nomor=number)
        place = page.place_of("bagian", index, "huruf")
        yield Target(id_, "tahap", number, part.title, label, page.uri, id_, place)


def _form_targets(page: Page, form: Instrument, strings: Strings) -> Iterator[Target]:
    for kind, number, id_, title in instruments.targets(form):
        shown = f"({number})" if kind == "kolom" else number
        label = strings("instrumen.tempat", sebutan=kind, nomor=shown, instrumen=form.number)
        yield Target(id_, kind, number, title, label, page.uri, id_, page.place_of("bagian"))


def _block_targets(page: Page, strings: Strings) -> Iterator[Target]:
    prefixes = {"kotak": "box", "gambar": "gambar", "tabel": "tabel"}
    for mark in page.text.blocks:
        if mark.name in prefixes and mark.argument:
            number, _, title = mark.argument.partition(" ")
            kind = prefixes[mark.name]
            id_ = f"{kind}-{number.replace('.', '-')}"
            label = strings(f"{kind}.label", nomor=number)
            yield Target(id_, kind, number, title, label, page.uri, id_, mark.place)


def _heading_targets(page: Page, strings: Strings) -> Iterator[Target]:
    letters = {part.letter for part in page.value.parts} if isinstance(page.value, Stage) else set()
    for item in page.text.headings:
        if part_letter(item.title, strings) in letters:
            continue  # the engine writes this one, with an id of its own
        yield Target(
            f"{page.id}#{item.id}", "subbab", "", item.title, item.title, page.uri, item.id, item.place
        )
