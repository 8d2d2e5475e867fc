"""The cover: sheets to print and to copy, how often and on which paper, and the totals."""

from collections.abc import Iterator, Sequence

from handbook.html import Element, Piece, e, facts
from handbook.packs import layout
from handbook.packs.occasion import Occasion
from handbook.packs.order import OrderRow, Sheet, by_paper
from handbook.packs.session import Session

ID = "sampul"
PART = "sampul"


def sheet(session: Session) -> Sheet:
    """The cover as a row of its own order; its HTML is drawn when all pages are known."""
    title, s = session.s("paket.sampul.judul"), session.s
    return Sheet(ID, title, s("paket.kapan.awal"), s("paket.penerima.panitia"), 1, [""], PART)


def article(
    session: Session, rows: Sequence[OrderRow], places: Sequence[range], warnings: Sequence[str] = ()
) -> str:
    """The cover; `places` are the pages of each row in the file (from 0)."""
    title = session.s("paket.sampul.judul")
    return layout.page(
        session,
        ID,
        title,
        e("p", session.title, class_="pack-title"),
        _facts(session, rows),
        _warnings(session, warnings),
        _advice(session),
        order_table(session, rows, places, session.s("paket.sampul.pesanan")),
        css="pack-cover",
    )


def _facts(session: Session, rows: Sequence[OrderRow]) -> Element:
    s, options = session.s, session.options
    people = s("paket.sampul.orang", peserta=options.participants, fasilitator=options.facilitators)
    has_games = any(row.sheet.variants > 1 for row in rows)
    lesson = s("modul.jp", jp=session.module.lesson_hours, menit=sum(unit.minutes for unit in session.units))
    return facts(
        [
            (s("paket.sampul.waktu"), f"{session.times} · {lesson}"),
            (s("paket.sampul.peserta"), people),
            (s("paket.sampul.kertas"), s(f"paket.ukuran.{options.paper}")),
            (s("paket.sampul.benih"), options.seed if has_games else ""),
        ]
    )


def _warnings(session: Session, found: Sequence[str]) -> Piece:
    if not found:
        return None
    items = (e("li", words) for words in found)
    return e(
        "div", e("p", session.s("paket.sampul.awas"), class_="note-title"), e("ul", *items), class_="warnings"
    )


def order_table(
    occasion: Occasion, rows: Sequence[OrderRow], places: Sequence[range], caption: str, within: str = ""
) -> Element:
    """Sheets with their copies, sides, paper and pages, and the totals; numbers begin with `within`."""
    keys = ("nomor", "lembar", "salinan", "sisi", "kertas", "untuk", "halaman", "jumlah")
    heads = [occasion.s(f"paket.sampul.kolom.{key}") for key in keys]
    numbered = enumerate(zip(rows, places, strict=True), 1)
    body = [_row(occasion, f"{within}{n}", row, place) for n, (row, place) in numbered]
    table = layout.table(heads, body, "order", caption=caption)
    table.append(e("tfoot", *_totals(occasion, rows, sum(len(place) for place in places))))
    return table


def _totals(session: Occasion, rows: Sequence[OrderRow], pages: int) -> Iterator[Element]:
    """Sheets of each kind of paper, when there are several, and of all."""
    s, kinds = session.s, by_paper(rows)
    for paper, count in kinds.items() if len(kinds) > 1 else ():
        words = s("paket.sampul.per_kertas", kertas=paper or s("paket.kertas.biasa"))
        yield _total(words, count, "order-part")
    yield _total(s("paket.sampul.jumlah", halaman=pages), sum(kinds.values()), "order-total")


def _total(words: str, count: int, css: str) -> Element:
    return e("tr", e("th", words, scope="row", colspan="7"), e("td", str(count)), class_=css)


def _row(session: Occasion, number: str, row: OrderRow, place: range) -> Element:
    s, sheet = session.s, row.sheet
    pages = str(place.start + 1) if len(place) == 1 else f"{place.start + 1}–{place.stop}"
    different = len(row.together())
    copies = s("paket.sampul.berbeda", jumlah=different) if different > 1 else str(sheet.prints)
    sides = "satu" if sheet.one_sided or len(row.leaves()[0]) == 1 else "dua"
    paper = sheet.paper or s("paket.kertas.biasa")
    return layout.row(
        number,
        [e("p", sheet.title), *_notes(session, sheet)],
        [e("strong", copies)],
        s(f"paket.sisi.{sides}"),
        paper,
        f"{sheet.when}: {sheet.receiver}",
        pages,
        str(row.total),
    )


def _notes(session: Occasion, sheet: Sheet) -> Iterator[Piece]:
    """Marks that say what is done with the copies."""
    if sheet.cut:
        yield e("span", session.s("paket.sampul.gunting"), class_="order-cut")
    if sheet.halved:
        copies = sheet.copies * sheet.variants
        yield e("span", session.s("paket.sampul.potong", jumlah=copies), class_="order-cut")
    if sheet.is_stock:
        yield e("span", session.s("paket.sampul.pakai_lagi"), class_="order-cut")


def _advice(session: Session) -> Element:
    key = "semua" if session.options.expanded else "induk"
    items = (e("li", words) for words in session.s.tree(f"paket.sampul.cara.{key}"))
    return e("ol", *items, class_="advice")
