"""Evaluation sheets: participants rate the day, the facilitators and the whole event."""

from collections.abc import Iterator

from handbook.html import Element, e
from handbook.packs import layout
from handbook.packs.occasion import Occasion
from handbook.packs.order import Sheet
from handbook.packs.session import Session

SEGMENT = "penilaian"
SCALE = ("1", "2", "3", "4")
MOST_COLUMNS = 4
"""Facilitators in one table."""


def sheets(session: Session) -> Iterator[Sheet]:
    """Evaluations of the day and the facilitators in every pack; of the event in the last module's."""
    yield from of_day(session)
    if session.number == max(plan.number for plan in session.book.settings.modules):
        yield of_event(session)


def of_day(session: Occasion) -> Iterator[Sheet]:
    """Evaluations of the day and of the facilitators."""
    yield _scaled(session, "harian")
    yield _facilitators(session)


def of_event(session: Occasion) -> Sheet:
    """The evaluation of the whole event."""
    return _scaled(session, "acara")


def _sheet(session: Occasion, kind: str, body: list[Element]) -> Sheet:
    s = session.s
    title = s(f"paket.evaluasi.{kind}.judul")
    intro = e("p", s("paket.evaluasi.petunjuk"), class_="pack-lead")
    date = layout.line(s("paket.hadir.hari"), "ruled-date")
    id_, children = f"evaluasi-{kind}", [date, intro, *body, *_open(session, kind)]
    html = layout.page(session, id_, title, *children, css="pack-evaluation")
    when, who = s(f"paket.kapan.{'acara' if kind == 'acara' else 'sesudah'}"), s("paket.penerima.orang")
    return Sheet(id_, title, when, who, session.options.participants, [html], SEGMENT)


def _open(session: Occasion, kind: str) -> Iterator[Element]:
    for question in session.s.tree(f"paket.evaluasi.{kind}.terbuka"):
        yield e("div", e("p", question, class_="open-question"), layout.lines(2), class_="open-block")


def _scaled(session: Occasion, kind: str) -> Sheet:
    """Statements, each with four boxes to tick."""
    statements = session.s.tree(f"paket.evaluasi.{kind}.pernyataan")
    rows = (
        layout.row(f"{n}. {words}", *(e("span", class_="tick-room") for _ in SCALE))
        for n, words in enumerate(statements, 1)
    )
    heads = [session.s("paket.evaluasi.pernyataan"), *SCALE]
    return _sheet(session, kind, [layout.table(heads, rows, "scale")])


def _facilitators(session: Occasion) -> Sheet:
    """Aspects, a column for each facilitator to write a figure into."""
    named = [person.name for person in session.options.people.facilitators]
    count = session.options.facilitators
    columns = [
        *named,
        *(session.s("paket.evaluasi.fasilitator.kolom", nomor=n) for n in range(len(named) + 1, count + 1)),
    ]
    parts = (columns[start : start + MOST_COLUMNS] for start in range(0, count, MOST_COLUMNS))
    how = e("p", session.s("paket.evaluasi.petunjuk_angka"), class_="pack-lead")
    return _sheet(session, "fasilitator", [how, *(_figures(session, part) for part in parts)])


def _figures(session: Occasion, columns: list[str]) -> Element:
    aspects = session.s.tree("paket.evaluasi.fasilitator.aspek")
    rows = (layout.row(f"{n}. {words}", *("" for _ in columns)) for n, words in enumerate(aspects, 1))
    return layout.table([session.s("paket.evaluasi.aspek"), *columns], rows, "scale figures")
