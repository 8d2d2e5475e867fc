"""Evaluation sheets: once a day of the day and its facilitators, once of the whole event."""

from collections.abc import Iterator, Sequence

from handbook.html import Element, Piece, e
from handbook.packs import layout
from handbook.packs.occasion import Occasion
from handbook.packs.order import Sheet

SEGMENT = "penilaian"
SCALE = ("1", "2", "3", "4")
MOST_COLUMNS = 4
"""Facilitators in one table."""


def of_day(occasion: Occasion) -> Sheet:
    """The evaluation of a day, with that of the facilitators on its back."""
    title = occasion.s("paket.evaluasi.fasilitator.judul")
    behind = e("div", e("h2", title), *_facilitators(occasion), class_="evaluation-behind")
    return _sheet(occasion, "harian", "hari", [*_scaled(occasion, "harian"), behind])


def of_event(occasion: Occasion) -> Sheet:
    """The evaluation of the whole event."""
    return _sheet(occasion, "acara", "acara", _scaled(occasion, "acara"))


def _sheet(occasion: Occasion, kind: str, moment: str, body: Sequence[Piece]) -> Sheet:
    s, copies = occasion.s, occasion.options.for_everybody
    title, id_ = s(f"paket.evaluasi.{kind}.judul"), f"evaluasi-{kind}"
    intro = e("p", s("paket.evaluasi.petunjuk"), class_="pack-lead")
    date = layout.line(s("paket.hadir.hari"), "ruled-date")
    children = [date, intro, *body]
    html = layout.page(occasion, id_, title, *children, css="pack-evaluation", halved=copies > 1)
    when, who = s(f"paket.kapan.{moment}"), layout.everybody(occasion)
    return Sheet(id_, title, when, who, copies, [html], SEGMENT, halved=copies > 1)


def _open(occasion: Occasion, kind: str) -> Iterator[Element]:
    for question in occasion.s.tree(f"paket.evaluasi.{kind}.terbuka"):
        yield e("div", e("p", question, class_="open-question"), layout.lines(2), class_="open-block")


def _scaled(occasion: Occasion, kind: str) -> list[Piece]:
    """Statements, each with four boxes to tick, then open questions."""
    statements = occasion.s.tree(f"paket.evaluasi.{kind}.pernyataan")
    rows = (
        layout.row(f"{n}. {words}", *(e("span", class_="tick-room") for _ in SCALE))
        for n, words in enumerate(statements, 1)
    )
    heads = [occasion.s("paket.evaluasi.pernyataan"), *SCALE]
    return [layout.table(heads, rows, "scale"), *_open(occasion, kind)]


def _facilitators(occasion: Occasion) -> Iterator[Piece]:
    """Aspects, a column for each facilitator to write a figure into, then open questions."""
    named = [person.name for person in occasion.options.people.facilitators]
    count = occasion.options.facilitators
    columns = [
        *named,
        *(occasion.s("paket.evaluasi.fasilitator.kolom", nomor=n) for n in range(len(named) + 1, count + 1)),
    ]
    yield e("p", occasion.s("paket.evaluasi.petunjuk_angka"), class_="pack-lead")
    for start in range(0, count, MOST_COLUMNS):
        yield _figures(occasion, columns[start : start + MOST_COLUMNS])
    yield from _open(occasion, "fasilitator")


def _figures(occasion: Occasion, columns: list[str]) -> Element:
    aspects = occasion.s.tree("paket.evaluasi.fasilitator.aspek")
    rows = (layout.row(f"{n}. {words}", *("" for _ in columns)) for n, words in enumerate(aspects, 1))
    return layout.table([occasion.s("paket.evaluasi.aspek"), *columns], rows, "scale figures")
