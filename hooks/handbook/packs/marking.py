"""Rules by which a test is marked: halves of points, the score, the gain and the pass mark."""

from collections.abc import Iterator
from typing import TypedDict

from handbook.content.quiz import Quiz
from handbook.html import Element, e
from handbook.packs.exams import FORMS, questions, total
from handbook.packs.session import Session
from handbook.settings import Settings

LAST = [*FORMS][-1]
"""The form after the session, by which a person passes."""


class PassMark(TypedDict):
    """The least points, of the `whole` of the form after the session, that are a pass: the percentage of it,
    rounded up."""

    percent: int
    least: int
    whole: int


def pass_rule(settings: Settings, quiz: Quiz) -> PassMark | None:
    """The bank's own rule, else that of the book; None where neither has one."""
    if not (mark := quiz.pass_mark or settings.session.pass_mark):
        return None
    whole = total(questions(quiz, LAST))
    return {"percent": mark, "least": -(-whole * mark // 100), "whole": whole}


def rules(session: Session, quiz: Quiz) -> Element:
    """The rules for one bank, for the key."""
    return e("ul", *(e("li", words) for words in _rules(session, quiz)), class_="marking")


def _rules(session: Session, quiz: Quiz) -> Iterator[str]:
    s = session.s
    for key in dict.fromkeys(item.half for item in quiz.questions if item.half):
        yield s(f"kuis.separuh.{key}")
    yield s("paket.kunci.nilai")
    yield s("paket.kunci.kenaikan")
    if rule := pass_rule(session.book.settings, quiz):
        yield s("paket.kunci.batas", persen=rule["percent"], sedikit=rule["least"], jumlah=rule["whole"])
