"""Rules by which a test is marked: halves of points, the score, the gain and the pass mark."""

from collections.abc import Iterator

from handbook.content.quiz import Quiz
from handbook.html import Element, e
from handbook.packs.exams import FORMS, questions, total
from handbook.packs.session import Session

LAST = [*FORMS][-1]
"""The form after the session, by which a person passes."""


def rules(session: Session, quiz: Quiz) -> Element:
    """The rules for one bank, for the key."""
    return e("ul", *(e("li", words) for words in _rules(session, quiz)), class_="marking")


def _rules(session: Session, quiz: Quiz) -> Iterator[str]:
    s = session.s
    for key in dict.fromkeys(item.half for item in quiz.questions if item.half):
        yield s(f"kuis.separuh.{key}")
    yield s("paket.kunci.nilai")
    yield s("paket.kunci.kenaikan")
    if mark := quiz.pass_mark or session.book.settings.session.pass_mark:
        whole = total(questions(quiz, LAST))
        least = -(-whole * mark // 100)
        yield s("paket.kunci.batas", persen=mark, sedikit=least, jumlah=whole)
