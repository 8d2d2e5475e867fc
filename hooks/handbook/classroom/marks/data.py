"""The data of the page: tests with keys, self-checks, indicators, pass rules, evaluations, action plans."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypedDict

from handbook.book import Book, Page
from handbook.book.page import holding
from handbook.classroom.marks.columns import AnswerColumn, of_outcome, of_question, of_statement
from handbook.classroom.marks.plans import ActionPlan, plan
from handbook.content.quiz import Quiz
from handbook.html import Audience, Medium, plain
from handbook.packs.evaluations import SCALE
from handbook.packs.exams import FORMS, banks, questions
from handbook.packs.marking import PassMark, pass_rule
from handbook.render.renderer import Renderer
from handbook.strings import Strings

SELF_CHECK = "K"
"""The form under which the outcomes of a module's self-check stand beside those of its tests."""


class IndicatorName(TypedDict):
    """An indicator as the results show it."""

    number: str
    text: str


class TestBank(TypedDict):
    """A module's tests by their forms, with its self-check, whose id is `quiz` ("" without one)."""

    number: int
    title: str
    indicators: list[IndicatorName]
    passing: PassMark | None
    forms: dict[str, list[AnswerColumn]]
    quiz: str


class EvaluationSheet(TypedDict):
    """Statements to rate and open questions; `each` is what has a sheet of its own: `hari` or `orang`."""

    id: str
    title: str
    each: str
    columns: list[AnswerColumn]
    open: list[str]


class WorkbookNames(TypedDict):
    """Sheets of a course's workbook (course/sheets/workbook.py); `tests` has the heads of points."""

    people: str
    marks: str
    plans: str
    tests: dict[str, str]


class MarksData(TypedDict):
    """All that the scripts of the page know of a book; `heads` are titles of columns in small letters."""

    modules: list[TestBank]
    evaluations: list[EvaluationSheet]
    plan: ActionPlan | None
    heads: dict[str, list[str]]
    workbook: WorkbookNames


def has_tests(book: Book, modules: Sequence[int]) -> bool:
    """Whether one of these modules has a test."""
    return any(banks(book, modules))


def data(book: Book, modules: Sequence[int], words: Strings) -> MarksData:
    """The data of some modules; one without a test is left out."""
    renderer = Renderer(book, Audience.FACILITATOR, Medium.PRINT)
    found = banks(book, modules)
    return {
        "modules": [bank for page, quiz in found for bank in _bank(book, page, quiz, renderer)],
        "evaluations": list(_evaluations(book.settings.strings)),
        "plan": plan(book, words),
        "heads": _heads(book.settings.strings, words),
        "workbook": _workbook(book.settings.strings, modules),
    }


def _bank(book: Book, page: Page, quiz: Quiz, renderer: Renderer) -> Iterator[TestBank]:
    module = book.module(page.module or 0)
    if module is None:
        return
    context = renderer.context(page)
    check = next(iter(holding(book.of_module(module.number), Quiz)), None)
    own = list(enumerate(check[1].questions, 1)) if check else []
    forms = {
        form: [of_question(item, str(n), context) for n, item in enumerate(questions(quiz, form), 1)]
        for form in FORMS
    }
    checked = [of_outcome(item, str(n), context) for n, item in own if item.judged]
    yield {
        "number": module.number,
        "title": module.title,
        "indicators": [{"number": item.number, "text": plain(item.text)} for item in module.indicators],
        "passing": pass_rule(book.settings, quiz),
        "forms": {**forms, SELF_CHECK: checked},
        "quiz": check[0].id if check else "",
    }


def _evaluations(s: Strings) -> Iterable[EvaluationSheet]:
    """The three sheets of packs/evaluations.py."""
    kinds = {"harian": ("pernyataan", "hari"), "fasilitator": ("aspek", "orang"), "acara": ("pernyataan", "")}
    for kind, (key, each) in kinds.items():
        statements: list[str] = s.tree(f"paket.evaluasi.{kind}.{key}")
        yield {
            "id": kind,
            "title": s(f"paket.evaluasi.{kind}.judul"),
            "each": each,
            "columns": [of_statement(words, n, SCALE) for n, words in enumerate(statements, 1)],
            "open": s.tree(f"paket.evaluasi.{kind}.terbuka"),
        }


def _heads(s: Strings, words: Strings) -> dict[str, list[str]]:
    """Titles of columns by which tables that are pasted are understood: those of lists of names, then own."""
    own: dict[str, list[str]] = words.tree("kolom")
    return {"nama": s.tree("paket.kolom.nama"), "kecamatan": s.tree("paket.kolom.instansi"), **own}


def _workbook(s: Strings, modules: Sequence[int]) -> WorkbookNames:
    """The names that the workbook has in this language; a head such as `A: Modul 3` leads to `tes-3-A`."""
    people, marks, plans = (s(f"lembar_pelatihan.buku.{key}") for key in ("peserta", "nilai", "rencana"))
    heads = {
        f"{form}: {s('modul.label', nomor=module)}": f"tes-{module}-{form}"
        for form in FORMS
        for module in modules
    }
    return {"people": people, "marks": marks, "plans": plans, "tests": heads}
