"""HTML that all sheets of a pack share: the article around a sheet, its head and foot, tables."""

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from handbook.html import Element, Piece, e
from handbook.packs.occasion import Occasion
from handbook.packs.order import Sheet
from handbook.print.documents import markup

Cell: TypeAlias = "Piece | list[Piece]"


def article(
    occasion: Occasion,
    id_: str,
    running: str,
    *children: Piece | Iterable[Piece],
    landscape: bool = False,
    halved: bool = False,
    css: str = "",
) -> str:
    """A sheet as HTML on a new page; `id_` finds its pages, `running` is printed in their foot.

    A mark at its very beginning lets the foot of its later pages say that they continue it.
    """
    mark = e("div", class_="pack-mark", data_more=occasion.s("paket.nomor_lanjutan"))
    side = "half" if halved else "landscape" if landscape else "portrait"
    classes = f"pack-sheet pack-{side} {css}".strip()
    return markup(e("article", mark, *children, id=id_, class_=classes, data_head=running))


def page(
    occasion: Occasion,
    id_: str,
    title: str,
    *children: Piece | Iterable[Piece],
    css: str = "",
    code: str = "",
    headed: str = "",
    halved: bool = False,
) -> str:
    """A sheet with a head, other than a form of the book; `headed` stands there if not the title."""
    top = e(
        "div",
        e("p", code or occasion.label, class_="sheet-code"),
        e("h1", headed or title, class_="sheet-title"),
        e("p", occasion.book.settings.book_line, class_="sheet-book"),
        class_="sheet-head",
    )
    running = f"{occasion.label} · {title}"
    return article(occasion, f"paket-{id_}", running, top, *children, halved=halved, css=css)


def for_facilitator(occasion: Occasion, id_: str, title: str, html: str, segment: str) -> Sheet:
    """A sheet that each facilitator needs before all others."""
    s, copies = occasion.s, occasion.options.facilitator_copies
    return Sheet(id_, title, s("paket.kapan.awal"), s("paket.penerima.fasilitator"), copies, [html], segment)


def with_spare(occasion: Occasion, who: str, spare: int) -> str:
    """The receivers of a sheet in words, with the copies that belong to nobody yet."""
    return occasion.s("paket.penerima.cadangan", siapa=who, jumlah=spare) if spare else who


def everybody(occasion: Occasion) -> str:
    """The receivers of what each participant gets."""
    return with_spare(occasion, occasion.s("paket.penerima.orang"), occasion.options.spare)


def line(label: str, css: str = "", **attributes: str) -> Element:
    """A label and a line to write on, which may have an id."""
    ruled = e("span", class_="ruled-line", **attributes)
    return e("p", e("span", label, class_="ruled-label"), ruled, class_=f"ruled {css}")


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
