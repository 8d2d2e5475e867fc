"""The blueprint (kisi-kisi) of a test: for each indicator and level the numbers and points of its items."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TypeAlias
from xml.etree.ElementTree import Element

from handbook.content.questions.base import Level
from handbook.content.questions.kinds import AnyQuestion
from handbook.content.quiz import Quiz
from handbook.packs import layout
from handbook.packs.exams import FORMS, questions, total
from handbook.packs.session import Session

Numbered: TypeAlias = "tuple[int, AnyQuestion]"
Cells: TypeAlias = "dict[tuple[str, Level | None], dict[str, list[Numbered]]]"
"""The items of each form with their numbers on its paper, by indicator and level."""
LEVELS = (*Level, None)


def table(session: Session, quiz: Quiz) -> Element:
    """The table of a bank; items without a level stand below those of their indicator that have one."""
    s = session.s
    heads = [s("paket.kisi.indikator"), s("paket.kisi.tingkat")]
    for form in FORMS:
        heads += [s("paket.kisi.soal", bentuk=form), s("paket.kisi.poin", bentuk=form)]
    rows = [*_rows(session, _cells(quiz)), _totals(session, quiz)]
    return layout.table(heads, rows, "blueprint", s("paket.kisi.judul", judul=quiz.title))


def _cells(quiz: Quiz) -> Cells:
    cells: Cells = defaultdict(lambda: {form: [] for form in FORMS})
    for form in FORMS:
        for number, item in enumerate(questions(quiz, form), 1):
            cells[item.measures, item.level][form].append((number, item))
    return cells


def _rows(session: Session, cells: Cells) -> Iterator[Element]:
    context = session.context()
    for indicator in session.module.indicators:
        levels = [level for level in LEVELS if (indicator.number, level) in cells]
        for level in levels:
            name = session.s(f"kuis.tingkat.{level}") if level else "–"
            figures = [cell for found in cells[indicator.number, level].values() for cell in _figures(found)]
            words = [" ", *context.prose(indicator.text)] if level == levels[0] else []
            yield layout.row([indicator.number, *words], name, *figures)


def _figures(found: Sequence[Numbered]) -> tuple[str, str]:
    """The numbers of items on their paper, and the sum of their points."""
    numbers = ", ".join(str(number) for number, _ in found)
    return numbers or "–", str(total(item for _, item in found))


def _totals(session: Session, quiz: Quiz) -> Element:
    s, cells = session.s, []
    for form in FORMS:
        found = questions(quiz, form)
        cells += [s("paket.kisi.banyak", jumlah=len(found)), str(total(found))]
    return layout.row(s("paket.kisi.jumlah"), "", *cells, css="blueprint-total")
