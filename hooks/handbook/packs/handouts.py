"""Passages of a stage that are handed out on paper: cases, roles. Authors mark them as `/// lembar`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import html as lxml_html

from handbook.book import Page
from handbook.html import e
from handbook.packs import layout
from handbook.packs.excerpts import HERE, on_its_own
from handbook.packs.forms import SEGMENT, ranges
from handbook.packs.order import Sheet, sizes
from handbook.packs.session import Session
from handbook.packs.timetable import TeachingUnit
from handbook.print.documents import page_converter, page_html
from handbook.source.blocknames import HANDOUT

ROOM = 4
"""Lines below a passage to write on."""
HEADINGS = ("h2", "h3", "h4")
IN_SHARE = {"orang": 1, "pasangan": 2, "bertiga": 3}
"""The number of people who share a copy."""


@dataclass(frozen=True)
class _Handout:
    """A marked passage: its receiver (`orang`, `kelompok 2` …), its teaching unit, its HTML."""

    receiver: str
    unit: TeachingUnit
    element: lxml_html.HtmlElement

    @property
    def turn(self) -> int:
        """The number of the group that gets this passage, of several shared out; 0 when all get it."""
        return int(self.receiver.partition(" ")[2] or 0)


def sheets(session: Session) -> Iterator[Sheet]:
    """A sheet for each marked passage, in the order of the text."""
    md = page_converter(session.renderer)
    for page in session.pages:
        if not page.has_block("lembar"):
            continue
        found = list(_marked(lxml_html.fromstring(f"<div>{page_html(page, md)}</div>"), page, session))
        turns = max(item.turn for item in found)
        for number, item in enumerate(found, 1):
            yield _sheet(session, f"{page.id}-lembar-{number}", item, turns)


def _marked(root: lxml_html.HtmlElement, page: Page, session: Session) -> Iterator[_Handout]:
    """The passages of a page, each with the unit that it stands in."""
    unit = session.unit_with(page.id) or next(unit for unit in session.units if unit.id.startswith(page.id))
    for element in root.iter("h2", "div"):
        if element.tag == "h2":
            unit = session.unit_with(element.get("id")) or unit
        elif element.get("class") == HANDOUT:
            yield _Handout(element.get("data-for", ""), unit, element)


def _sheet(session: Session, id_: str, item: _Handout, turns: int) -> Sheet:
    s, when = session.s, session.s("tahap.pendek", nomor=item.unit.number)
    title = _take_title(item.element) or item.unit.title
    code = f"{s('modul.label', nomor=session.number)} · {when}"
    room = e("div", e("p", s("paket.lembar.catatan"), class_="handout-room"), layout.lines(ROOM))
    passage = e("div", HERE, class_="handout-text")
    here = sizes(session.options.participants, session.groups(item.unit))
    groups = [number for number in range(1, len(here) + 1) if item.turn and (number - item.turn) % turns == 0]
    spare = _spare(session, item, turns)
    copies = _copies(session, item, here, groups)
    copies += spare if copies else 0
    who = layout.with_spare(session, _receiver(session, item, groups), spare)
    html = layout.page(
        session, id_, title, passage, room, css="pack-handout", code=code, halved=copies > 1
    ).replace(HERE, on_its_own(item.element))
    return Sheet(id_, title, when, who, copies, [html], SEGMENT, halved=copies > 1, stage=item.unit.number)


def _copies(session: Session, item: _Handout, here: Sequence[int], groups: Sequence[int]) -> int:
    """The number of copies of a passage; one for a single group is copied for each of its people."""
    if item.turn:
        return sum(here[number - 1] for number in groups)
    if item.receiver == "kelompok":
        return len(here)
    return -(-session.options.participants // IN_SHARE[item.receiver])


def _spare(session: Session, item: _Handout, turns: int) -> int:
    """Copies for people more than expected, who come to no group of their own."""
    share = turns if item.turn else IN_SHARE.get(item.receiver, 0)
    return -(-session.options.spare // share) if share else 0


def _receiver(session: Session, item: _Handout, groups: Sequence[int]) -> str:
    s = session.s
    if not item.turn:
        return s(f"paket.penerima.{item.receiver}")
    who = s("paket.penerima.orang")
    return s("paket.penerima.hanya", siapa=who, kelompok=ranges(groups)) if groups else who


def _take_title(element: lxml_html.HtmlElement) -> str:
    """The words of the first heading, removed from the passage: the sheet's head shows them."""
    heading = next(element.iter(*HEADINGS), None)
    if heading is None:
        return ""
    words = " ".join(heading.text_content().split())
    heading.drop_tree()
    return words
