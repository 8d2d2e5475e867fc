"""The key, for facilitators only: blueprints and answers of tests, points of reflections, cases to read."""

from collections.abc import Iterator

from handbook.book import Page
from handbook.content.questions.kinds import AnyQuestion
from handbook.content.quiz import Quiz
from handbook.content.read_aloud import Recital, to_html
from handbook.content.summary import Summary
from handbook.html import Audience, Context, Element, e
from handbook.packs import blueprint, layout, marking
from handbook.packs.exams import FORMS, questions
from handbook.packs.session import Session

PART = "kunci"


def article(session: Session, id_: str = PART) -> str:
    """The whole key as one sheet; in a course, the keys of several modules have ids of their own."""
    title = session.s("paket.kunci.judul")
    sections = [*_tests(session), *_reflections(session), *_recitals(session)]
    warning = e("p", session.s("paket.kunci.awas"), class_="key-warning")
    return layout.page(session, id_, title, warning, *sections, css="pack-key")


def _tests(session: Session) -> Iterator[Element]:
    for page, quiz in session.banks:
        yield _bank(session, page, quiz)
        for form in FORMS:
            if found := questions(quiz, form):
                yield _test(session, page, quiz, form, found)


def _bank(session: Session, page: Page, quiz: Quiz) -> Element:
    title = e("h2", session.s("paket.kunci.penilaian", judul=quiz.title))
    intro = e("p", session.context(page, Audience.FACILITATOR).prose(quiz.intro))
    return e("section", title, intro, marking.rules(session, quiz), blueprint.table(session, quiz))


def _test(session: Session, page: Page, quiz: Quiz, form: str, found: list[AnyQuestion]) -> Element:
    context = session.context(page, Audience.FACILITATOR)
    title = f"{session.s(f'paket.tes.naskah.{form}')}: {quiz.title}"
    items = (_answer(item, context) for item in found)
    return e("section", e("h2", title), e("ol", *items, class_="key-list"), class_="key-test")


def _answer(item: AnyQuestion, context: Context) -> Element:
    marks = e("strong", item.marks(context), class_="key-marks")
    return e(
        "li",
        e("p", marks, " ", context.prose(item.ask), class_="key-ask"),
        e("p", context.strings("kuis.jawaban"), " ", context.prose(item.key(context)), class_="key-answer"),
        e("p", context.prose(item.explanation), class_="key-why"),
        e(
            "p",
            _measured(item, context),
            class_="key-from",
        ),
    )


def _measured(item: AnyQuestion, context: Context) -> str:
    s = context.strings
    level = s("paket.kunci.tingkat", tingkat=s(f"kuis.tingkat.{item.level}")) if item.level else ""
    given = {"indikator": item.measures, "poin": item.worth, "bagian": context.name(item.passage)}
    return s("paket.kunci.ukur", tingkat=level, **given)


def _reflections(session: Session) -> Iterator[Element]:
    for page in session.pages:
        answered = [i for i in page.value.reflections if i.answer] if isinstance(page.value, Summary) else []
        if answered:
            context = session.context(page, Audience.FACILITATOR)
            label = session.s("rangkuman.pokok_jawaban")
            items = (
                e(
                    "li",
                    e("p", context.prose(item.text), class_="key-ask"),
                    e("p", e("strong", label), " ", context.prose(item.answer or ""), class_="key-answer"),
                )
                for item in answered
            )
            yield e("section", e("h2", session.s("paket.kunci.refleksi")), e("ol", *items, class_="key-list"))


def _recitals(session: Session) -> Iterator[Element]:
    for page in session.book.tests.values():
        if page.module == session.number and isinstance(page.value, Recital):
            context = session.context(page, Audience.FACILITATOR)
            stage = session.s("tahap.pendek", nomor=page.value.stage)
            title = e("h2", f"{stage}: {page.value.title}")
            yield e("section", title, *to_html(page.value, context), class_="key-recital")
