"""The papers of a test: a booklet of questions that is used again, and one answer sheet for each person."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from handbook.content.quiz import asked
from handbook.html import Piece, e
from handbook.packs import answersheet, layout
from handbook.packs.drawing import context_of
from handbook.packs.exams import FORMS, Exam, ExamSection
from handbook.packs.occasion import Occasion
from handbook.packs.order import Sheet

SHORT = 32
"""Letters of an option of which two stand side by side on half a page."""


def sheets(occasion: Occasion, exam: Exam) -> Iterator[Sheet]:
    """The question booklet of a test and its answer sheet; none when it has no questions."""
    if exam.sections:
        yield _booklet(occasion, exam)
        yield _answers(occasion, exam)


def _booklet(occasion: Occasion, exam: Exam) -> Sheet:
    s, title = occasion.s, occasion.s(f"paket.tes.naskah.{exam.form}")
    head = exam.sections[0].quiz.title if exam.is_single else title
    how = [s("paket.tes.petunjuk", menit=exam.minutes), s("paket.tes.pinjam")]
    if not exam.is_single:
        how.append(s("paket.tes.poin_jumlah", jumlah=exam.total))
    sections = (piece for section in exam.sections for piece in _section(occasion, exam, section))
    children = [e("p", " ".join(how), class_="pack-lead"), *sections]
    sheet = _sheet(occasion, exam, exam.id, title, children, head, "pack-booklet", halved=True)
    return replace(sheet, segment=f"naskah-{exam.form.lower()}", is_stock=True)


def _section(occasion: Occasion, exam: Exam, section: ExamSection) -> Iterator[Piece]:
    """The questions of a bank, below its points, and below its module's name where there are several."""
    context = context_of(occasion, section.page)
    items = [asked(item, n, f"{section.page.id}-{exam.form}", context) for n, item in section.items]
    points = e("span", _points(occasion, section), class_="test-points")
    name = None if exam.is_single else context.name(f"modul-{section.page.module}")
    yield e("h2" if name else "p", name, " " if name else None, points, class_="test-section")
    for (_, item), drawn in zip(section.items, items, strict=True):
        if item.offered and max(len(words) for words, _ in item.offered) <= SHORT:
            drawn.set("class", "question question-short")
    yield e("div", *items, class_="quiz test-paper")


def _points(occasion: Occasion, section: ExamSection) -> str:
    """`Poin: 2 untuk soal 1, 4; 1 untuk soal lain. Jumlahnya 12.`"""
    s = occasion.s
    ordered = sorted(section.items, key=lambda pair: -pair[1].worth)
    groups = [(points, [n for n, _ in group]) for points, group in groupby(ordered, lambda own: own[1].worth)]
    most = max(groups, key=lambda group: len(group[1]))
    said = [
        s("paket.tes.poin_soal", poin=points, nomor=", ".join(numbers))
        for points, numbers in groups
        if numbers is not most[1]
    ]
    rest = s("paket.tes.poin_lain" if said else "paket.tes.poin_semua", poin=most[0])
    return s("paket.tes.poin", rincian="; ".join([*said, rest]), jumlah=section.total)


def _answers(occasion: Occasion, exam: Exam) -> Sheet:
    s, id_ = occasion.s, f"{exam.id}-jawab"
    title = s(f"paket.tes.lembar.{exam.form}")
    head = s("paket.tes.jawaban", judul=exam.sections[0].quiz.title) if exam.is_single else title
    children = answersheet.drawn(occasion, exam, id_)
    sheet = _sheet(occasion, exam, id_, title, children, head, "pack-answers", halved=exam.is_single)
    named = tuple((name, f"{id_}.{name}") for name in ("nama", "kecamatan"))
    return replace(sheet, people=tuple(range(occasion.options.participants)), name_fields=named)


def _sheet(
    occasion: Occasion,
    exam: Exam,
    id_: str,
    title: str,
    children: list[Piece],
    head: str,
    css: str,
    *,
    halved: bool,
) -> Sheet:
    s, copies = occasion.s, occasion.options.for_everybody
    html = layout.page(
        occasion,
        id_,
        title,
        *children,
        css=css,
        code=s("paket.tes.kode", bentuk=exam.form),
        headed=head,
        halved=halved and copies > 1,
    )
    when, who = s(f"paket.kapan.{FORMS[exam.form]}"), layout.everybody(occasion)
    segment = f"tes-{exam.form.lower()}"
    return Sheet(id_, title, when, who, copies, [html], segment, halved=halved and copies > 1)
