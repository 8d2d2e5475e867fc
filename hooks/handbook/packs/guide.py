"""The facilitator's guide: the run-sheet in clock times, and the notes stage by stage."""

from collections.abc import Iterator, Sequence
from html import escape

from lxml import html as lxml_html

from handbook.book import Page
from handbook.html import Audience, Context, Element, Piece, e
from handbook.packs import layout, readings
from handbook.packs.clock import shown
from handbook.packs.excerpts import HERE, on_its_own
from handbook.packs.occasion import Occasion
from handbook.packs.order import Sheet, sizes
from handbook.packs.session import Session
from handbook.packs.timetable import Slot, TeachingUnit
from handbook.print.documents import page_converter, page_html

SEGMENT = "pendamping"
NOTE = "facilitator-note"
NOTES = "catatan"


def run_sheet(session: Session, sheets: Sequence[Sheet]) -> Sheet:
    """The stages in clock times, with preparations and cuts; `sheets` are used before or after."""
    s = session.s
    title = s("paket.alur.judul")
    rows = [_slot(slot, session) for slot in session.slots]
    heads = [s("paket.alur.jam"), s("paket.alur.tahap"), s("paket.alur.perlu")]
    table = layout.table(heads, rows, "run-sheet", caption=f"{session.title}. {session.times}")
    first, last = shown(session.slots[0].start), shown(session.slots[-1].end)
    before = _around(session, sheets, "sebelum", "sebelum", jam=first)
    end = e("p", s("paket.alur.selesai", jam=last), class_="run-end")
    after = _around(session, sheets, "sesudah", "sesudah", "hari", "acara")
    children = [before, _test_before(session), table, end, after, _rest(session)]
    html = layout.page(session, "alur", title, *children)
    return layout.for_facilitator(session, "alur", title, html, SEGMENT)


def _around(session: Session, sheets: Sequence[Sheet], key: str, *moments: str, **words: str) -> Piece:
    """A paragraph naming the sheets that are used before or after the stages."""
    times = [session.s(f"paket.kapan.{moment}") for moment in moments]
    titles = [sheet.title for sheet in sheets if sheet.when in times]
    return e("p", session.s(f"paket.alur.{key}", lembar="; ".join(titles), **words), class_="run-around")


def _test_before(session: Session) -> Piece:
    """A paragraph with the time at which the test before the session begins."""
    minutes, s = session.book.settings.session.test_minutes, session.s
    begins = shown(max(0, session.slots[0].start - minutes))
    words = s("paket.alur.tes_awal", menit=minutes, jam=begins)
    return e("p", words, class_="run-around") if session.banks else None


def _rest(session: Session) -> Piece:
    """A paragraph with the minutes of test and evaluations after the session and their end."""
    own, s = session.book.settings.session, session.s
    minutes = own.evaluation_minutes + (own.test_minutes if session.banks else 0)
    key = "tes_akhir" if session.banks else "evaluasi"
    given = {"tes": own.test_minutes, "evaluasi": own.evaluation_minutes}
    words = s(f"paket.alur.{key}", jam=shown(session.slots[-1].end + minutes), **given)
    return e("p", words, class_="run-around")


def _slot(slot: Slot, session: Session) -> Element:
    s = session.s
    clock = f"{shown(slot.start)}–{shown(slot.end)}"
    minutes = e("span", s("tahap.menit", menit=slot.minutes), class_="run-minutes")
    time: list[Piece] = [e("span", clock, class_="run-clock"), " ", minutes]
    if slot.unit is None:
        friday = session.options.friday
        is_friday = friday is not None and friday.start == slot.start
        words = s("paket.alur.jumat" if is_friday else "paket.alur.istirahat")
        return e("tr", e("th", time, scope="row"), e("td", words, colspan="2"), class_="run-break")
    if slot.continued:
        return layout.row(time, [continued(slot.unit, session)], "", css="run-more")
    return layout.row(time, what(slot.unit, session), needs(slot.unit, session))


def continued(unit: TeachingUnit, session: Session) -> Element:
    """A paragraph with the title of a unit that goes on after a pause."""
    words = session.s("paket.alur.lanjutan", nomor=unit.number, judul=unit.title)
    return e("p", words, class_="run-title")


def page_of(unit: TeachingUnit, session: Session) -> Page:
    """The page of a unit's stage."""
    target = session.book.targets.get(unit.id)
    return session.book.pages[target.page] if target else session.pages[0]


def what(unit: TeachingUnit, session: Session) -> list[Piece]:
    """Title, methods, groups and their themes of a unit."""
    label = session.s("tahap.pendek", nomor=unit.number)
    title = e("p", e("span", label, class_="run-label"), " ", unit.title, class_="run-title")
    method = e("p", f"{', '.join(unit.methods)} · {_grouped(unit, session)}", class_="run-method")
    return [title, method, _themes(unit, session)]


def _grouped(unit: TeachingUnit, session: Session) -> str:
    name = session.s(f"pengelompokan.{unit.grouping}")
    if unit.grouping != "kelompok":
        return name
    groups = session.groups(unit)
    people = sizes(session.options.participants, groups)
    count = str(people[0]) if people[0] == people[-1] else f"{people[-1]}–{people[0]}"
    return session.s("paket.alur.kelompok", kelompok=groups, orang=count)


def _themes(unit: TeachingUnit, session: Session) -> Piece:
    if not unit.needs.themes:
        return None
    context = session.context(page_of(unit, session), Audience.FACILITATOR)
    people = sizes(session.options.participants, session.groups(unit))
    items = [
        e("li", context.prose(theme), f" ({session.s('paket.orang', jumlah=count)})")
        for theme, count in zip(unit.needs.themes, people, strict=False)
    ]
    return e("ol", *items, class_="run-themes")


def needs(unit: TeachingUnit, session: Session) -> list[Piece]:
    """Materials, preparations and the shorter way of a unit."""
    s, own = session.s, unit.needs
    context = session.context(page_of(unit, session), Audience.FACILITATOR)
    rows = [
        ("bahan", own.materials),
        ("buku", [*readings.in_book(session, unit)] if session.options.with_book else []),
        ("siapkan", own.prepare),
        ("persingkat", [own.shorten] if own.shorten else []),
    ]
    return [
        e("p", e("strong", s(f"paket.alur.{key}")), " ", _listed(items, context), class_="run-need")
        for key, items in rows
        if items
    ]


def _listed(items: Sequence[str], context: Context) -> list[Piece]:
    """Items in one run of text, so that a session fits on one page if possible."""
    found: list[Piece] = []
    for item in items:
        found += ["; ", *context.prose(item)] if found else context.prose(item)
    return found


def notes(session: Session) -> Sheet | None:
    """The notes for facilitators; none when there are none."""
    found = "\n".join(note for _, note in notes_of(session))
    if not found:
        return None
    html = notes_page(session, found)
    return layout.for_facilitator(session, NOTES, session.s("paket.catatan.judul"), html, SEGMENT)


def notes_page(occasion: Occasion, found: str) -> str:
    """The page of notes, which are HTML."""
    title = occasion.s("paket.catatan.judul")
    html = layout.page(occasion, NOTES, title, e("div", HERE, class_="notes"), css="pack-notes")
    return html.replace(HERE, found)


def notes_of(session: Session) -> Iterator[tuple[str, str]]:
    """Each note as HTML below the name of the unit that it belongs to, after the id of that unit.

    What stands before the first unit belongs to it, what stands after a unit to that unit.
    """
    current = session.units[0].id
    md = page_converter(session.renderer)
    for page in session.pages:
        if not page.has_block("fasilitator"):
            continue
        root = lxml_html.fromstring(f"<div>{page_html(page, md)}</div>")
        heading = page.id
        current = next((unit.id for unit in session.units if page.id in (unit.id, unit.id[:-1])), current)
        for element in root.iter("h2", "aside"):
            if element.tag == "h2":
                if unit := session.unit_with(element.get("id")):
                    heading = current = unit.id
            elif NOTE in element.get("class", ""):
                yield from ((current, html) for html in _note(element, _named(heading, session)))
                heading = ""


def _named(id_: str | None, session: Session) -> str:
    """`Tahap 3B: Judul`."""
    target = session.book.targets.get(id_) if id_ else None
    if target is None:
        return ""
    return target.title if target.label == target.title else f"{target.label}: {target.title}"


def _note(element: lxml_html.HtmlElement, heading: str) -> Iterator[str]:
    """A note without its own title, which is the same on every note."""
    for title in element.xpath("./p[@class='note-title']"):
        element.remove(title)
    element.tag = "div"
    element.attrib.pop("aria-label", None)
    if heading:
        yield f"<h2>{escape(heading)}</h2>"
    yield on_its_own(element)
