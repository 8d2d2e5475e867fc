"""The file of a quiz: a category, then its questions; and the list of what is not in it."""

from collections.abc import Iterator

from lxml import etree

from handbook.book import Book, Page
from handbook.content.questions.kinds import AnyQuestion
from handbook.content.quiz import Quiz
from handbook.formats.moodle.kinds import KINDS
from handbook.formats.moodle.nodes import node, plain, prose, value
from handbook.html import plain as plain_words
from handbook.strings import Strings


def bank(book: Book, page: Page, quiz: Quiz) -> bytes:
    """The questions of a quiz in Moodle XML, the same bytes for the same quiz."""
    questions = [
        _question(book, page, number, question)
        for number, question in enumerate(quiz.questions, 1)
        if question.kind in KINDS
    ]
    root = node("quiz", _category(book, page, quiz), *questions)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def _category(book: Book, page: Page, quiz: Quiz) -> etree._Element:
    """A category of its own for each edition and quiz: Moodle keeps ids apart by category."""
    own = book.settings.book
    path = "/".join(words.replace("/", "//") for words in (f"{own.short_title} {own.edition}", quiz.title))
    return node(
        "question",
        plain("category", f"$course$/top/{path}"),
        prose("info", quiz.intro),
        value("idnumber", f"{own.id}.{own.edition}.{page.id}"),
        type="category",
    )


def _question(book: Book, page: Page, number: int, question: AnyQuestion) -> etree._Element:
    kind, s = KINDS[question.kind], book.settings.strings
    asked = " ".join(filter(None, (question.ask, question.how_many(s))))
    made = node(
        "question",
        plain("name", f"{page.id} {number:02}: {_short(plain_words(question.ask))}"),
        prose("questiontext", asked),
        prose("generalfeedback", question.explanation, _reread(book, question, s)),
        value("defaultgrade", question.worth),
        value("penalty", 0),
        value("hidden", 0),
        value("idnumber", f"{page.id}.{question.id}"),
        type=kind.name,
    )
    made.extend(kind.parts(question))
    made.append(node("tags", *(plain("tag", words) for words in _tags(question, s))))
    return made


def _short(words: str, most: int = 60) -> str:
    """The beginning of a text, up to a word."""
    return words if len(words) <= most else words[:most].rpartition(" ")[0] + " …"


def _reread(book: Book, question: AnyQuestion, s: Strings) -> str:
    """The passage that answers the question, by its name."""
    target = book.targets.get(question.passage)
    page = book.pages.get(target.page) if target else None
    return f"{s('kuis.baca_lagi')} {page.name(s)}." if page else ""


def _tags(question: AnyQuestion, s: Strings) -> Iterator[str]:
    yield s("moodle.indikator", nomor=question.measures)
    if question.level:
        yield s(f"kuis.tingkat.{question.level}")
    if question.form:
        yield s("moodle.bentuk", bentuk=question.form)


def limits(page: Page, quiz: Quiz, s: Strings) -> list[str]:
    """Everything about a quiz that its file cannot say: a line for each limit, with its questions."""
    found: dict[str, list[str]] = {}
    for question in quiz.questions:
        key = KINDS[question.kind].limit if question.kind in KINDS else "jenis"
        if key:
            found.setdefault(key, []).append(question.id)
    lines = [f"{s(f'moodle.batas.{key}')} {', '.join(ids)}" for key, ids in found.items()]
    if quiz.pass_mark:
        lines.append(s("moodle.batas.lulus", persen=quiz.pass_mark))
    return [s("moodle.berkas", berkas=f"{page.id}.xml", jumlah=len(quiz.questions)), *lines]
