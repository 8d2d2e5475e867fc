"""The columns of a sheet to type in: questions of a test or a self-check, statements to rate."""

from collections.abc import Sequence
from typing import TypedDict

from handbook.content.questions.kinds import AnyQuestion, Choice, Match, Order, Short, Truth
from handbook.html import Context, plain
from handbook.strings import Strings

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class AnswerColumn(TypedDict):
    """A column: the keys that may be pressed in it, how many, which of them are right, what they are worth.

    `kind` is the rule by which overrides/js/marks/judge.js marks: `one`, `several`, `match`, `order`; `right`
    and `points` are judged by whoever types; `scale` is rated, not marked.
    """

    id: str
    number: str
    kind: str
    title: str
    letters: str
    slots: int
    right: str
    worth: int
    measures: str
    accepted: list[str]


def of_question(item: AnyQuestion, number: str, context: Context) -> AnswerColumn:
    """The column of a question of a test, with its answer as it stands on the answer sheet."""
    letters, slots, right = _keys(item, context)
    return {
        "id": item.id,
        "number": number,
        "kind": _kind(item),
        "title": plain(item.ask),
        "letters": letters,
        "slots": slots,
        "right": right,
        "worth": item.worth,
        "measures": item.measures,
        "accepted": [answer.lower() for answer in item.answers] if isinstance(item, Short) else [],
    }


def of_outcome(item: AnyQuestion, number: str, context: Context) -> AnswerColumn:
    """The column of a question of a self-check: right or wrong, as the participant's device has it."""
    yes, no = judged(context.strings)
    own = of_question(item, number, context)
    return {**own, "kind": "right", "letters": yes + no, "slots": 1, "right": yes, "worth": 1, "accepted": []}


def of_statement(words: str, number: int, scale: Sequence[str]) -> AnswerColumn:
    """The column of a statement that is rated with a figure."""
    return {
        "id": str(number),
        "number": str(number),
        "kind": "scale",
        "title": words,
        "letters": "".join(scale),
        "slots": 1,
        "right": "",
        "worth": 0,
        "measures": "",
        "accepted": [],
    }


def judged(strings: Strings) -> tuple[str, str]:
    """The keys for true and false: the first letters of their words."""
    return strings("kuis.ya")[0].upper(), strings("kuis.tidak")[0].upper()


def _kind(item: AnyQuestion) -> str:
    """The rule for a question; a kind of question without a rule is judged by whoever types."""
    match item:
        case Choice(kind="pilihan-jamak"):
            return "several"
        case Choice() | Truth():
            return "one"
        case Match():
            return "match"
        case Order():
            return "order"
        case Short():
            return "right"
        case _:
            return "points"


def _keys(item: AnyQuestion, context: Context) -> tuple[str, int, str]:
    """The keys of a question, how many are pressed, and the right ones in their order."""
    yes, no = judged(context.strings)
    match item:
        case Choice():
            return LETTERS[: len(item.options)], item.wanted, _marks(item, context)
        case Truth():
            return yes + no, 1, yes if item.right else no
        case Match():
            return LETTERS[: len(item.letters)], len(item.pairs), _marks(item, context)
        case Order():
            return LETTERS[: len(item.steps)], len(item.steps), _marks(item, context)
        case Short():
            return yes + no, 1, yes
        case _:
            return "0123456789", len(str(item.worth)), str(item.worth)


def _marks(item: AnyQuestion, context: Context) -> str:
    """`1–C, 2–A` or `C, A` on the answer sheet: `CA`."""
    return "".join(mark.rpartition("–")[2] for mark in item.marks(context).split(", "))
