"""Points, pass mark and blueprint of the tests: on the papers what a person may know, in the key the rest."""

from __future__ import annotations

from xml.etree.ElementTree import tostring

import pytest
from lxml import html as lxml_html
from lxml.html import HtmlElement

from handbook.book.book import Book
from handbook.content import quiz as quizzes
from handbook.content.questions.base import Level
from handbook.content.quiz import Quiz
from handbook.html import Audience, Context, Medium, emphasised
from handbook.packs import contents, key
from handbook.packs.options import parse_options
from handbook.packs.session import Session
from handbook.source.validation import validate
from handbook.source.yamltext import read_yaml
from handbook.strings import load
from tests.conftest import CopyOf, whole
from tests.packs.sample import EDITS

FORMS = {"A": 2, "B": 4}
"""The column of the blueprint with the numbers of a form's items; the next one has the points."""


def session(book: Book, module: int) -> Session:
    return Session(book, module, parse_options({"module": module}, book.settings))


def tree(html: str) -> HtmlElement:
    return lxml_html.fromstring(html)


def said(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


def rows(bound: Session) -> list[list[str]]:
    """The cells of the blueprint in the key of a module with one test, its totals last."""
    [table] = tree(key.article(bound)).find_class("blueprint")
    return [[said(cell) for cell in row] for row in table.xpath("./tbody/tr")]


def rules(bound: Session) -> list[str]:
    [listed] = tree(key.article(bound)).find_class("marking")
    return [said(item) for item in listed]


@pytest.mark.parametrize("module", range(1, 11))
def test_the_blueprint_has_every_item_once_and_pairs_the_forms(project_book: Book, module: int) -> None:
    bound = session(project_book, module)
    *body, totals = rows(bound)
    [(_, quiz)] = bound.banks
    for form, column in FORMS.items():
        found = [item for item in quiz.questions if item.form == form]
        numbers = [int(number) for row in body for number in row[column].split(", ")]
        assert sorted(numbers) == list(range(1, len(found) + 1))
        assert sum(int(row[column + 1]) for row in body) == int(totals[column + 1])
        for row in body:
            own = [found[int(number) - 1] for number in row[column].split(", ")]
            assert {item.measures for item in own} == {row[0].split()[0]}
            assert {item.level for item in own} == {Level(row[1].split()[1])}
    assert all(row[2].count(",") == row[4].count(",") for row in body)


@pytest.mark.parametrize("module", range(1, 11))
def test_papers_state_their_points_and_nothing_of_levels(project_book: Book, module: int) -> None:
    bound = session(project_book, module)
    totals = rows(bound)[-1]
    sheets = {sheet.id: sheet for sheet in contents.drawn(bound)[0]}
    for form, column in FORMS.items():
        paper, answers = (sheets[f"tes-{module}-{form.lower()}{end}"].html[0] for end in ("", "-jawab"))
        assert f"Jumlahnya {totals[column + 1]}." in said(tree(paper))
        assert f"Poin, dari {totals[column + 1]}" in said(tree(answers))
    text = " ".join(said(tree(html)) for sheet in sheets.values() for html in sheet.html)
    levels = [bound.s(f"kuis.tingkat.{level}") for level in Level]
    assert [words for words in [*levels, "Kisi-kisi:", "Batas lulus"] if words in text] == []


def test_the_key_of_the_small_book(copy_of: CopyOf) -> None:
    bound = session(whole(copy_of(*EDITS)), 2)
    assert [row[1:] for row in rows(bound)] == [
        ["–", "1", "1", "1", "1"],
        ["–", "2", "2", "2", "2"],
        ["", "2 soal", "3", "2 soal", "3"],
    ]
    assert [rule.split(":")[0] for rule in rules(bound)[:2]] == ["Mengurutkan", "Menjodohkan"]
    assert not any("Batas lulus" in rule for rule in rules(bound))


@pytest.mark.parametrize(("own", "least"), [("", "3 dari 4"), ("batas_lulus: 80\n", "4 dari 4")])
def test_a_test_may_have_its_own_pass_mark_and_points(copy_of: CopyOf, own: str, least: str) -> None:
    test = "docs/modul-02/tes-2.yml"
    edits = (
        {"berkas": "handbook.yml", "ganti": "keparahan: {}", "dengan": "sesi: {batas_lulus: 60}"},
        {"berkas": test, "ganti": "jenis: tes\n", "dengan": f"jenis: tes\n{own}"},
        {"berkas": test, "ganti": "  - id: jodoh-b\n", "dengan": "  - id: jodoh-b\n    poin: 3\n"},
    )
    bound = session(whole(copy_of(*EDITS, *edits)), 2)
    assert f"sedikitnya {least} poin" in rules(bound)[-1]
    assert rows(bound)[-1][1:] == ["", "2 soal", "3", "2 soal", "4"]


QUESTION = """
judul: Alat
jenis: latihan
pengantar: Satu soal.
soal:
  - id: alat
    jenis: isian-singkat
    mengukur: 2.1.2
    bagian: bacaan-2-1
    tanya: Dengan apa tanah digali?
    jawaban: [sekop]
    pembahasan: Sekop menggali.
"""


@pytest.mark.parametrize("medium", Medium)
def test_a_self_check_does_not_tell_its_levels(medium: Medium) -> None:
    def drawn(more: str) -> list[str]:
        root = read_yaml("kuis-2.yml", QUESTION + more).root
        assert root
        value, problems = validate(Quiz, root)
        assert value, problems
        page = Context(load("id"), Audience.PARTICIPANT, medium, lambda _: None, emphasised, str)
        return [tostring(element, encoding="unicode") for element in quizzes.to_html(value, "kuis-2", page)]

    assert drawn("    tingkat: mengingat\n    poin: 3\n") == drawn("")
