"""The first page: what to print, what to copy how often, on which paper, and the totals."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from handbook.html import Piece, e, facts
from handbook.packs import frame
from handbook.packs.order import Row, Sheet
from handbook.packs.session import Session

ID = "sampul"
PART = "sampul"


def sheet(session: Session) -> Sheet:
    """The cover as a row of its own order; its HTML is drawn when all pages are known."""
    s = session.s
    title = s("paket.sampul.judul")
    return Sheet(ID, title, s("paket.kapan.awal"), s("paket.penerima.fasilitator"), 1, [""], PART)


def article(session: Session, rows: Sequence[Row], places: Sequence[range]) -> str:
    """The cover; `places` are the pages of each row in the file (from 0)."""
    s = session.s
    title = s("paket.sampul.judul")
    return frame.article(
        f"paket-{ID}",
        frame.running(session, title),
        frame.head(session, title),
        e("p", session.title, class_="pack-title"),
        _facts(session),
        _warnings(session),
        _order(session, rows, places),
        _advice(session),
        css="pack-cover",
    )


def _facts(session: Session) -> Element:
    s, wishes = session.s, session.wishes
    lesson = s("modul.jp", jp=session.module.lesson_hours, menit=sum(unit.minutes for unit in session.units))
    return facts(
        [
            (s("paket.sampul.waktu"), f"{session.times} · {lesson}"),
            (s("paket.sampul.peserta"), s("paket.orang", jumlah=wishes.participants)),
            (s("paket.sampul.kertas"), s(f"paket.ukuran.{wishes.paper}")),
            (s("paket.sampul.benih"), wishes.seed),
        ]
    )


def _warnings(session: Session) -> Piece:
    found = list(session.warnings())
    if not found:
        return None
    items = (e("li", words) for words in found)
    return e(
        "div", e("p", session.s("paket.sampul.awas"), class_="note-title"), e("ul", *items), class_="warnings"
    )


def _order(session: Session, rows: Sequence[Row], places: Sequence[range]) -> Element:
    s = session.s
    keys = ("nomor", "lembar", "untuk", "halaman", "salinan", "sisi", "kertas", "jumlah")
    heads = [s(f"paket.sampul.kolom.{key}") for key in keys]
    body = [_row(session, n, row, place) for n, (row, place) in enumerate(zip(rows, places, strict=True), 1)]
    table = frame.table(heads, body, "order", caption=s("paket.sampul.pesanan"))
    pages, paper = sum(len(place) for place in places), sum(row.total for row in rows)
    words = s("paket.sampul.jumlah", halaman=pages, kertas=paper)
    total = e("tr", e("th", words, scope="row", colspan="7"), e("td", str(paper)), class_="order-total")
    table.append(e("tfoot", total))
    return table


def _row(session: Session, number: int, row: Row, place: range) -> Element:
    s, sheet = session.s, row.sheet
    pages = str(place.start + 1) if len(place) == 1 else f"{place.start + 1}–{place.stop}"
    copies = s("paket.sampul.berbeda", jumlah=sheet.variants) if sheet.variants > 1 else str(sheet.copies)
    sides = "satu" if sheet.one_sided or len(row.leaves()[0]) == 1 else "dua"
    paper = sheet.paper or s("paket.kertas.biasa")
    notes: list[Piece] = [e("span", s("paket.sampul.gunting"), class_="order-cut")] if sheet.cut else []
    return frame.row(
        str(number),
        [e("p", sheet.title), *notes],
        f"{sheet.when}: {sheet.receiver}",
        pages,
        copies,
        s(f"paket.sisi.{sides}"),
        paper,
        str(row.total),
    )


def _advice(session: Session) -> Element:
    key = "semua" if session.wishes.expanded else "induk"
    items = (e("li", words) for words in session.s.tree(f"paket.sampul.cara.{key}"))
    return e("ol", *items, class_="advice")
