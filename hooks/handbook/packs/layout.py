"""HTML that all sheets of a pack share: the article around a sheet, its head and foot, tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeAlias
from xml.etree.ElementTree import Element

from handbook.html import Piece, e
from handbook.packs.session import Session
from handbook.print.documents import markup

Cell: TypeAlias = "Piece | list[Piece]"


def article(
    session: Session,
    id_: str,
    running: str,
    *children: Piece | Iterable[Piece],
    landscape: bool = False,
    css: str = "",
) -> str:
    """A sheet as HTML on a new page; `id_` finds its pages, `running` is printed in their foot.

    A mark at its very beginning lets the foot of its later pages say that they continue it.
    """
    mark = e("div", class_="pack-mark", data_more=session.s("paket.nomor_lanjutan"))
    side = "landscape" if landscape else "portrait"
    classes = f"pack-sheet pack-{side} {css}".strip()
    return markup(e("article", mark, *children, id=id_, class_=classes, data_head=running))


def head(session: Session, title: str, code: str = "") -> Element:
    """The head of a sheet other than a form of the book."""
    return e(
        "div",
        e("p", code or session.s("modul.label", nomor=session.number), class_="sheet-code"),
        e("h1", title, class_="sheet-title"),
        e("p", session.book.settings.book_line, class_="sheet-book"),
        class_="sheet-head",
    )


def running(session: Session, title: str) -> str:
    """The words in a sheet's foot: `Modul 4 · Alur sesi`."""
    return f"{session.s('modul.label', nomor=session.number)} · {title}"


def line(label: str, css: str = "") -> Element:
    """A label and a line to write on."""
    return e(
        "p", e("span", label, class_="ruled-label"), e("span", class_="ruled-line"), class_=f"ruled {css}"
    )


def lines(count: int) -> Element:
    """Lines to write on."""
    return e("div", *(e("p", class_="write-line") for _ in range(count)), class_="write-lines")


def table(heads: Sequence[str], rows: Iterable[Element], css: str, caption: str = "") -> Element:
    """A table with one row of heads."""
    top = e("thead", e("tr", *(e("th", words, scope="col") for words in heads)))
    name = e("caption", caption) if caption else None
    return e("table", name, top, e("tbody", *rows), class_=css)


def row(*cells: Cell, css: str = "") -> Element:
    """A table row with a header cell first."""
    first, *rest = cells
    tds = (e("td", cell) for cell in rest)
    given = {"class_": css} if css else {}
    return e("tr", e("th", first, scope="row"), *tds, **given)
