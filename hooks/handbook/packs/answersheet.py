"""The answer sheet of a test: marks to cross, then lines for what is written."""

from collections.abc import Iterable, Iterator

from handbook.content.questions.kinds import AnyQuestion
from handbook.html import Element, Piece, e
from handbook.packs import layout
from handbook.packs.drawing import context_of
from handbook.packs.exams import Exam, ExamSection
from handbook.packs.occasion import Occasion

WRITTEN = ("refleksi", "isian-singkat")
"""Kinds of questions that are answered in words."""


def drawn(occasion: Occasion, exam: Exam, id_: str) -> list[Piece]:
    """Everything below the head of the sheet; `id_` begins the ids of the lines for a name."""
    how = e("p", occasion.s("paket.tes.cara"), class_="pack-lead")
    blocks = _single(occasion, exam.sections[0]) if exam.is_single else _blocks(occasion, exam)
    score = layout.line(occasion.s("paket.tes.nilai", jumlah=exam.total), "ruled-short")
    return [identity(occasion, id_), how, *blocks, score]


def identity(occasion: Occasion, id_: str) -> Element:
    """Lines for name, office and date; their ids tell where a name goes."""
    fields = (
        layout.line(occasion.s(f"instrumen.identitas.{name}"), f"line-{name}", id=f"{id_}.{name}")
        for name in ("nama", "kecamatan", "tanggal")
    )
    return e("div", *fields, class_="pack-identity")


def _single(occasion: Occasion, section: ExamSection) -> Iterator[Element]:
    """All rooms in the order of the questions."""
    yield _rows(occasion, section, section.items)


def _blocks(occasion: Occasion, exam: Exam) -> Iterator[Element]:
    """A block of marks for each bank, in columns; on the back the lines for what is written."""
    yield e("div", *(_block(occasion, section) for section in exam.sections), class_="answer-blocks")
    written = [(section, _kept(section, written=True)) for section in exam.sections]
    rows = [_rows(occasion, section, items) for section, items in written if items]
    if rows:
        yield e("div", e("h2", occasion.s("paket.tes.uraian")), *rows, class_="answer-written")


def _block(occasion: Occasion, section: ExamSection) -> Element:
    """The marks of a bank below its module, the numbers that stand on the back, and room for its points."""
    s, behind = occasion.s, [n for n, _ in _kept(section, written=True)]
    title = s("modul.label", nomor=section.page.module)
    note = s("paket.tes.di_balik", nomor=", ".join(behind)) if behind else None
    points = e("span", s("paket.tes.poin_blok", jumlah=section.total), class_="answer-points")
    head = e("p", e("strong", title), e("span", note, class_="answer-behind"), points, class_="answer-head")
    rows = _rows(occasion, section, _kept(section, written=False))
    return e("div", head, rows, class_="answer-block")


def _kept(section: ExamSection, *, written: bool) -> list[tuple[str, AnyQuestion]]:
    """The questions that are answered in words, or the others."""
    return [(n, item) for n, item in section.items if (item.kind in WRITTEN) == written]


def _rows(occasion: Occasion, section: ExamSection, items: Iterable[tuple[str, AnyQuestion]]) -> Element:
    context = context_of(occasion, section.page)
    rows = (
        e(
            "li",
            e("span", n, class_="answer-number"),
            item.answer_room(context),
            class_=f"answer-row answer-{item.kind}",
        )
        for n, item in items
    )
    return e("ul", *rows, class_="answer-rows")
