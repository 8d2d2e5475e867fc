"""The written list of the kinds of questions: Moodle's kind, its parts, and what it cannot say of ours.

A kind that is not in the list is not written, and its questions are named among what is missing; a test holds
the list against the kinds of the book.
"""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from lxml import etree

from handbook.content.questions.kinds import Choice, Match, Order, Reflect, Short, Truth
from handbook.formats.moodle.nodes import answer, node, plain, prose, value

Parts = Iterator[etree._Element]


class MoodleKind(NamedTuple):
    """A kind of Moodle: its name, how its parts are written, the key of what it cannot say."""

    name: str
    parts: Callable[[Any], Parts]
    limit: str = ""


def _choice(question: Choice) -> Parts:
    """Of several right options each has its share, and each wrong one takes as much away."""
    is_single = question.kind == "pilihan-tunggal"
    share = 100 / question.wanted
    yield value("single", str(is_single).lower())
    yield value("shuffleanswers", "true")
    yield value("answernumbering", "ABCD")
    for option in question.options:
        fraction = share if option.right else 0 if is_single else -share
        yield answer(option.text, fraction, option.feedback or "")


def _truth(question: Truth) -> Parts:
    for word, is_right in (("true", question.right), ("false", not question.right)):
        yield answer(word, 100 if is_right else 0, is_html=False)


def _match(question: Match) -> Parts:
    """Answers that fit nothing are partners of nothing."""
    yield value("shuffleanswers", "true")
    pairs = [(pair.left, pair.right) for pair in question.pairs]
    for left, right in (*pairs, *(("", spare) for spare in question.distractors)):
        item = prose("subquestion", left)
        item.append(plain("answer", right))
        yield item


def _order(question: Order) -> Parts:
    """Each step counts in its own place."""
    settings = {
        "layouttype": "VERTICAL",
        "selecttype": "ALL",
        "selectcount": len(question.steps),
        "gradingtype": "ABSOLUTE_POSITION",
        "showgrading": 1,
        "numberingstyle": "none",
    }
    yield from (value(name, setting) for name, setting in settings.items())
    yield from (answer(step, number) for number, step in enumerate(question.steps, 1))


def _short(question: Short) -> Parts:
    yield value("usecase", 0)
    yield from (answer(text, 100, is_html=False) for text in question.answers)


def _reflect(question: Reflect) -> Parts:
    """The points of a good answer are for whoever marks it."""
    yield value("responseformat", "editor")
    yield value("responserequired", 1)
    yield value("responsefieldlines", 10)
    yield value("attachments", 0)
    yield value("attachmentsrequired", 0)
    yield prose("graderinfo", question.points)
    yield node("responsetemplate", value("text", ""), format="html")


KINDS: dict[str, MoodleKind] = {
    "pilihan-tunggal": MoodleKind("multichoice", _choice),
    "pilihan-jamak": MoodleKind("multichoice", _choice, "separuh"),
    "benar-salah": MoodleKind("truefalse", _truth),
    "menjodohkan": MoodleKind("matching", _match, "separuh"),
    "mengurutkan": MoodleKind("ordering", _order, "urutan"),
    "isian-singkat": MoodleKind("shortanswer", _short, "ejaan"),
    "refleksi": MoodleKind("essay", _reflect, "dibaca"),
}
"""By `jenis`."""
