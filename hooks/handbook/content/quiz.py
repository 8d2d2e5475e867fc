"""A quiz (kuis): questions with feedback, in one YAML file."""

from collections.abc import Iterable
from typing import Annotated, Literal

from pydantic import Field

from handbook.content.questions.base import Question
from handbook.content.questions.kinds import AnyQuestion
from handbook.html import NO_PAGE, Audience, Context, Element, Piece, e, emphasised
from handbook.source.authored import (
    Authored,
    ForAll,
    ForFacilitators,
    OldAddresses,
    Prose,
    Readers,
    Title,
    number_in,
)
from handbook.strings import Strings


class Quiz(Authored):
    """One quiz. Its id is the name of its file: kuis-2.

    `latihan` is a self-check with a public key; `tes` (pre- and post-test) exists
    only in outputs for facilitators.
    """

    title: ForAll[Title] = Field(alias="judul")
    kind: ForAll[Literal["latihan", "tes"]] = Field(alias="jenis")
    intro: ForAll[Prose] = Field(alias="pengantar")
    questions: Annotated[list[AnyQuestion], Field(min_length=1)] = Field(alias="soal")
    pass_mark: ForFacilitators[int | None] = Field(alias="batas_lulus", default=None, ge=1, le=100)
    aliases: OldAddresses = ()

    @classmethod
    def readers(cls, jenis: object) -> Readers:
        """A test is for facilitators, and so is whatever does not say that it is none."""
        return Readers.ALL if jenis == "latihan" else Readers.FACILITATORS


def card(quiz: Quiz, id_: str, context: Context) -> Element:
    """A summary with a link."""
    s = context.strings
    label = s("kuis.label", nomor=number_in(id_))
    title = e("p", context.link(id_, quiz.title), class_="card-title")
    count = e("p", s("kuis.jumlah", jumlah=len(quiz.questions)), class_="card-meta")
    return e(
        "aside", e("p", label, class_="card-kicker"), title, count, class_="card quiz-card", aria_label=label
    )


def to_html(quiz: Quiz, id_: str, context: Context) -> list[Element]:
    """The questions; on screen each with its answer in a disclosure, in participants' print without."""
    items = [asked(question, n, id_, context) for n, question in enumerate(quiz.questions, 1)]
    intro = [e("p", context.prose(quiz.intro), class_="lead")]
    if context.in_book and context.audience is Audience.PARTICIPANT:
        page, words = e("span", class_="page-ref", data_target=answers_id(id_)), "kuis.jawaban_di_buku"
        there = e("a", context.strings(words), href=f"handbook:{answers_id(id_)}", class_=NO_PAGE)
        intro.append(e("p", there, page, ".", class_="quiz-note"))
    return [*intro, form(items, id_, context)]


def form(items: Iterable[Element], id_: str, context: Context) -> Element:
    """The frame around questions; the scripts keep what is answered in it under its id."""
    tag = "div" if context.is_print else "form"
    return e(tag, *items, class_="quiz", id=f"{id_}-soal", data_quiz=id_, data_search_exclude="")


def answers_id(id_: str) -> str:
    """The id of a quiz's answers at the back of the book."""
    return f"{id_}-jawaban"


def answers(quiz: Quiz, id_: str, title: str, context: Context) -> Element:
    """The right answers of a self-check, each with why."""
    items = (
        e("li", e("strong", emphasised(item.key(context))), " ", emphasised(item.explanation))
        for item in quiz.questions
    )
    return e("section", e("h2", title, id=answers_id(id_)), e("ol", *items), class_="answers")


def asked(question: AnyQuestion, n: int | str, quiz: str, context: Context) -> Element:
    """A question with its number; on screen and for facilitators with its answer."""
    name = f"{quiz}.{question.id}"
    shows_key = not context.is_print or context.audience is Audience.FACILITATOR
    number = e("span", str(n), class_="question-number")
    words = e(
        "span", context.prose(question.ask), _how_many(question, context.strings), class_="question-text"
    )
    head = e("p" if context.is_print else "legend", number, " ", words, class_="question-head")
    return e(
        "div" if context.is_print else "fieldset",
        head,
        question.controls(name, context),
        _answer(question, name, context) if shows_key else None,
        class_="question",
        id=f"{quiz}-{question.id}",
        data_kind=question.kind,
        data_question=question.id,
    )


def _how_many(question: Question, strings: Strings) -> list[Piece]:
    said = question.how_many(strings)
    return [" ", e("span", said, class_="how-many")] if said else []


def _answer(question: Question, name: str, context: Context) -> Element:
    s = context.strings
    key = e(
        "p", e("strong", s("kuis.jawaban")), " ", context.prose(question.key(context)), class_="answer-key"
    )
    items = list(question.feedback(name, context))
    return e(
        "details",
        e("summary", s("kuis.lihat_jawaban")),
        key,
        e("ul", *items, class_="answer-options") if items else None,
        e("p", context.prose(question.explanation), class_="explanation"),
        e(
            "p",
            s("kuis.baca_lagi"),
            " ",
            context.link(question.passage, context.name(question.passage)),
            class_="passage",
        ),
        class_="answer",
    )
