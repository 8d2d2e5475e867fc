"""Boxes and readings that a stage hands out: sheets for a class without books, else pages of the book."""

from collections.abc import Iterator

from lxml import html as lxml_html

from handbook.book import Target
from handbook.book.handed import handed
from handbook.content.stage import HandedOut
from handbook.html import e
from handbook.packs import layout
from handbook.packs.drawing import renderer_of
from handbook.packs.excerpts import HERE, on_its_own
from handbook.packs.forms import SEGMENT, in_hand, ranges
from handbook.packs.order import Sheet, spare_of
from handbook.packs.session import Session
from handbook.packs.timetable import TeachingUnit
from handbook.print.documents import page_converter, page_html

NOTES = ("editor-note", "facilitator-note")
"""Classes of what is for editors and facilitators."""


def sheets(session: Session) -> Iterator[Sheet]:
    """A sheet for each entry of what the stages hand out; none when everybody has the book."""
    if session.options.with_book:
        return
    for unit in session.units:
        for number, item in enumerate(unit.needs.handed, 1):
            yield _sheet(session, unit, item, f"{unit.id}-bacaan-{number}")


def in_book(session: Session, unit: TeachingUnit) -> Iterator[str]:
    """`Kotak 2.1, hlm. 2-19` for each box, reading and own form; its title while no book is printed."""
    needs = unit.needs
    moments = {
        target.id: item.moment
        for item in needs.handed
        for target in handed(session.book, [item.what], session.number)
    }
    for target in handed(session.book, [*needs.materials, *(i.what for i in needs.handed)], session.number):
        said, moment = _page(session, target.id, target.label, target.title), moments.get(target.id)
        yield session.s("paket.buku.saat", bacaan=said, saat=moment) if moment else said
    yield from (_page(session, *form) for form in in_hand(session, unit))


def _page(session: Session, id_: str, label: str, title: str) -> str:
    page = session.book_pages.get(id_)
    return session.s(f"paket.buku.{'halaman' if page else 'judul'}", nama=label, halaman=page, judul=title)


def _sheet(session: Session, unit: TeachingUnit, item: HandedOut, id_: str) -> Sheet:
    s, spare = session.s, spare_of(item.per, session.options.spare)
    copies = _copies(session, unit, item) + spare
    targets = handed(session.book, [item.what], session.number)
    stage = s("tahap.pendek", nomor=unit.number)
    html = layout.page(
        session,
        id_,
        item.what,
        e("div", HERE, class_="handout-text"),
        css="pack-handout",
        code=f"{s('modul.label', nomor=session.number)} · {stage}",
        halved=copies > 1,
    )
    passages = "\n".join(_passage(session, target) for target in targets)
    when = s("paket.kapan.saat", tahap=stage, saat=item.moment) if item.moment else stage
    return Sheet(
        id_,
        item.what,
        when,
        layout.with_spare(session, _receiver(session, item), spare),
        copies,
        [html.replace(HERE, passages)],
        SEGMENT,
        halved=copies > 1,
        stage=unit.number,
    )


def _copies(session: Session, unit: TeachingUnit, item: HandedOut) -> int:
    groups = session.groups(unit)
    if item.per == "kelompok":
        return len([number for number in item.groups if number <= groups]) if item.groups else groups
    people = session.options.participants
    return {"orang": people, "pasangan": -(-people // 2), "kelas": 1}[item.per]


def _receiver(session: Session, item: HandedOut) -> str:
    s = session.s
    if item.groups:
        return s("paket.penerima.kelompok_nomor", kelompok=ranges(item.groups))
    return s(f"paket.penerima.{item.per}")


def _passage(session: Session, target: Target) -> str:
    """A box, or a whole reading below its name, as HTML without notes that participants do not need."""
    page = session.book.pages[target.page]
    drawn = page_html(page, page_converter(renderer_of(session)))
    return _cleaned(lxml_html.fromstring(f"<div>{drawn}</div>"), target.anchor)


def _cleaned(root: lxml_html.HtmlElement, anchor: str) -> str:
    """The element with an id, or all when there is none, without notes; its name is no heading of a sheet."""
    found = root.get_element_by_id(anchor) if anchor else root
    for note in [element for name in NOTES for element in found.find_class(name)]:
        note.drop_tree()
    for heading in found.iter("h1"):
        heading.tag = "h2"
    return on_its_own(found)
