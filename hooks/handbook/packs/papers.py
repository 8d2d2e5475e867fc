"""Tests before and after: question papers in two parallel forms, an answer sheet for each."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from handbook.book import Page
from handbook.content.questions.base import shuffled
from handbook.content.questions.kinds import AnyQuestion
from handbook.content.quiz import Quiz, asked
from handbook.html import Element, e
from handbook.packs import layout
from handbook.packs.order import Sheet
from handbook.packs.session import Session

FORMS = {"A": "sebelum", "B": "sesudah"}
"""The form before the session and the one after it."""


def questions(quiz: Quiz, form: str) -> list[AnyQuestion]:
    """The questions of a form as they are printed; without parallel forms B is A in another order."""
    if any(item.form for item in quiz.questions):
        return [item for item in quiz.questions if item.form in (form, None)]
    if form == "A":
        return list(quiz.questions)
    return [item.reordered() for item in shuffled(quiz.questions, quiz.title)]


def total(found: Iterable[AnyQuestion]) -> int:
    """The points of these questions."""
    return sum(item.worth for item in found)


def sheets(session: Session, form: str) -> Iterator[Sheet]:
    """Question paper and answer sheet of a form, for every bank that the module has."""
    for page, quiz in session.banks:
        if questions(quiz, form):
            yield _paper(session, page, quiz, form)
            yield _answers(session, page, quiz, form)


def _paper(session: Session, page: Page, quiz: Quiz, form: str) -> Sheet:
    context, minutes = session.context(page), session.book.settings.session.test_minutes
    items = [asked(item, n, f"{page.id}-{form}", context) for n, item in enumerate(questions(quiz, form), 1)]
    said = f"{session.s('paket.tes.petunjuk', menit=minutes)} {_points(session, quiz, form)}"
    children = [e("p", said, class_="pack-lead"), e("div", *items, class_="quiz test-paper")]
    return _sheet(session, f"{page.id}-{form.lower()}", "naskah", form, quiz.title, children)


def _points(session: Session, quiz: Quiz, form: str) -> str:
    """`Poin: 1 untuk soal 2, 3; 2 untuk soal 1. Jumlahnya 4.`"""
    s, found = session.s, list(enumerate(questions(quiz, form), 1))
    ordered = sorted(found, key=lambda pair: pair[1].worth)
    groups = [
        s("paket.tes.poin_soal", poin=points, nomor=", ".join(str(number) for number, _ in group))
        for points, group in groupby(ordered, key=lambda pair: pair[1].worth)
    ]
    return s("paket.tes.poin", rincian="; ".join(groups), jumlah=total(item for _, item in found))


def _answers(session: Session, page: Page, quiz: Quiz, form: str) -> Sheet:
    s, context = session.s, session.context(page)
    id_ = f"{page.id}-{form.lower()}-jawab"
    rows = [
        e("li", item.answer_room(context), class_=f"answer-row answer-{item.kind}")
        for item in questions(quiz, form)
    ]
    children = [
        identity(session, id_),
        e("p", s("paket.tes.cara"), class_="pack-lead"),
        e("ol", *rows, class_="answer-rows"),
        layout.line(s("paket.tes.nilai", jumlah=total(questions(quiz, form))), "ruled-short"),
    ]
    named = tuple((name, f"{id_}.{name}") for name in ("nama", "kecamatan"))
    people = tuple(range(session.options.participants))
    sheet = _sheet(session, id_, "lembar", form, s("paket.tes.jawaban", judul=quiz.title), children)
    return replace(sheet, people=people, name_fields=named)


def identity(session: Session, id_: str) -> Element:
    """Lines for name, office and date; their ids tell where a name goes."""
    fields = (
        layout.line(session.s(f"instrumen.identitas.{name}"), f"line-{name}", id=f"{id_}.{name}")
        for name in ("nama", "kecamatan", "tanggal")
    )
    return e("div", *fields, class_="pack-identity")


def _sheet(session: Session, id_: str, kind: str, form: str, head: str, children: list[Element]) -> Sheet:
    s = session.s
    title, code = s(f"paket.tes.{kind}.{form}"), s("paket.tes.kode", bentuk=form)
    html = layout.page(session, id_, title, *children, css="pack-test", code=code, headed=head)
    when, who = s(f"paket.kapan.{FORMS[form]}"), s("paket.penerima.orang")
    return Sheet(id_, title, when, who, session.options.participants, [html], f"tes-{form.lower()}")
