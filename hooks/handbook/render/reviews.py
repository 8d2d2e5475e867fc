"""The questions of a review: on screen a quiz of its own, in print a short list.

What is answered on screen is kept under the id of the review, apart from the answers of the other quizzes.
"""

from collections.abc import Callable
from dataclasses import replace

from handbook.book import Book, Page
from handbook.book.recalls import Recalled, recalled
from handbook.content import quiz
from handbook.content.review import Review
from handbook.html import Context, Element, Piece, e


def to_html(
    book: Book,
    page: Page,
    review: Review,
    context: Context,
    prose: Callable[[str, Page, Page], list[Piece]],
) -> list[Element]:
    """The questions; `prose` links the words of another page as seen from this one."""

    def named(id_: str) -> str:
        return _name(book, id_, context)

    def asked(n: int, item: Recalled) -> Element:
        there = replace(context, prose=lambda text: prose(text, page, item.origin), name=named)
        return _printed(item, there) if context.is_print else quiz.asked(item.question, n, page.id, there)

    items = [asked(n, item) for n, item in enumerate(recalled(book, review), 1)]
    return [e("ol", *items, class_="recalls") if context.is_print else quiz.form(items, page.id, context)]


def _name(book: Book, id_: str, context: Context) -> str:
    """The name of a target; a stage with its module, which is another than that of the review."""
    target = book.targets.get(id_)
    if target is None or target.kind != "tahap":
        return context.name(id_)
    return context.strings("tahap.label_modul", modul=book.module_of(id_), nomor=target.number)


def _printed(item: Recalled, context: Context) -> Element:
    """A question, a line for the answer, and the places of its options and of the passage that answers it."""
    s, passage = context.strings, item.question.passage
    there = context.link(item.origin.id, context.name(item.origin.id))
    answered = context.link(passage, context.name(passage.partition("#")[0]))
    places: list[Piece] = [s("ulang.lengkap"), " ", there, s("ulang.nomor", nomor=item.number), " "]
    places += [s("ulang.jawaban"), " ", answered, "."]
    return e(
        "li",
        e("p", context.prose(item.question.ask), class_="recall-ask"),
        e("p", class_="blank-line blank-line-full"),
        e("p", *places, class_="recall-places"),
    )
