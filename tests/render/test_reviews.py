"""Questions that are asked again: a quiz of its own on screen, short in print, at home in their module."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml.html import HtmlElement

from handbook.book.book import Book
from handbook.html import Audience, Medium
from handbook.render.renderer import Renderer
from handbook.site.navigation import navigation, scripts_of
from tests.conftest import CopyOf, article, whole

HERE = "modul-03/ulang-3.md"
LATER = "lampiran/ulang-hari-7.md"
ASKED = ("tanah-baik", "kebun-saya")


def page(*asked: str) -> str:
    refs = "".join(f"    - {{kuis: kuis-2, soal: {id_}}}\n" for id_ in asked)
    return f"---\nulang:\n  judul: Dari Tanah\n  soal:\n{refs}---\nJawablah dari ingatan.\n"


@pytest.fixture
def review(copy_of: CopyOf) -> Book:
    """The minibook with a review in its third module and one for later; a question mentions its own stage."""
    root = copy_of(
        {"berkas": "docs/modul-03/index.md", "ganti": "[tahap-1, ik", "dengan": "[ulang-3, tahap-1, ik"},
        {"berkas": f"docs/{HERE}", "isi": page(*ASKED)},
        {"berkas": f"docs/{LATER}", "isi": page("pupuk-daun")},
        {
            "berkas": "handbook.yml",
            "ganti": "depan: [index.md]",
            "dengan": f"depan: [index.md, buku-kerja.md]\nhanya_situs: [{LATER}]",
        },
        {
            "berkas": "docs/buku-kerja.md",
            "isi": "---\nhalaman: {judul: Buku Kerja, ringkas: Isian.}\n---\n/// buku-kerja\n///\n",
        },
        {"berkas": "docs/modul-02/kuis-2.yml", "ganti": "baik untuk bayam?", "dengan": "baik pada Tahap 1?"},
    )
    return whole(Path(root))


def shown(book: Book, uri: str, medium: Medium = Medium.SITE) -> HtmlElement:
    return article(Renderer(book, Audience.PARTICIPANT, medium), uri)


def test_on_screen_it_is_a_quiz_that_keeps_its_own_answers(review: Book) -> None:
    (form,) = shown(review, HERE).xpath(".//form[@class='quiz']")
    assert form.get("data-quiz") == "ulang-3"
    own = [question.get("data-question") for question in form.find_class("question")]
    assert own == [f"kuis-2-{id_}" for id_ in ASKED]
    names = {field.get("name") for field in form.xpath(".//input | .//textarea | .//select")}
    assert names == {f"ulang-3.{id_}" for id_ in own}
    assert len(form.find_class("explanation")) == len(ASKED)
    assert scripts_of(review.pages[HERE]) == ["quiz"]


def test_its_links_are_those_of_the_page_on_which_the_question_stands(review: Book) -> None:
    found = shown(review, HERE)
    (mention,) = found.xpath(".//*[@class='question-text']/a")
    assert (mention.text_content(), mention.get("href")) == ("Tahap 1", "../modul-02/tahap-1.md")
    assert found.xpath(".//*[@class='passage']/a")[0].get("href") == "../modul-02/bacaan-2-1.md#memilih-tanah"


def test_in_print_a_question_says_where_its_options_and_its_answer_stand(review: Book) -> None:
    items = shown(review, HERE, Medium.PRINT).xpath(".//ol[@class='recalls']/li")
    words = (piece.text_content().strip() for piece in items[0])
    assert " ".join(filter(None, words)) == (
        "Tanah mana yang baik pada Tahap 1? Selengkapnya pada Kuis 2, soal 1. "
        "Jawabannya dalam Bahan Bacaan 2.1."
    )
    targets = [link.get("href") for link in items[0].xpath(".//*[@class='recall-places']/a")]
    assert targets == ["handbook:kuis-2", "handbook:bacaan-2-1--memilih-tanah"]
    assert not items[0].find_class("options")
    assert not items[0].find_class("answer")


def test_the_module_and_the_workbook_lead_to_it(review: Book) -> None:
    facts = shown(review, "modul-03/index.md").find_class("facts")[0]
    assert [link.get("href") for link in facts.xpath(".//a[text()='Ingat Kembali 3']")] == ["ulang-3.md"]
    workbook = shown(review, "buku-kerja.md")
    (here,) = workbook.xpath(".//*[@data-record='ulang-3']")
    assert here.get("data-questions") == "1"
    assert "kuis-2-kebun-saya" in here.get("data-reflections", "")
    assert [item.get("data-questions") for item in workbook.xpath(".//*[@data-record='ulang-hari-7']")] == [
        "1"
    ]


def test_what_stands_beside_the_annex_is_in_its_menu(review: Book) -> None:
    (annex,) = (entry["Lampiran"] for entry in navigation(review) if "Lampiran" in entry)
    assert annex[0] == {"Dari Tanah": LATER}


def test_every_module_of_the_book_but_the_first_begins_with_three_of_earlier_modules(
    project_book: Book,
) -> None:
    for number in range(2, 11):
        pages = project_book.of_module(number)
        assert pages[1].id == f"ulang-{number}"
        assert len(shown(project_book, pages[1].uri).find_class("question")) == 3


def test_three_reviews_after_the_course_ask_different_questions_of_all_modules(project_book: Book) -> None:
    asked = []
    for day in (7, 30, 60):
        found = shown(project_book, f"lampiran/ulang-hari-{day}.md").find_class("question")
        ids = [question.get("data-question") for question in found]
        assert {id_.split("-")[1] for id_ in ids} == {str(number) for number in range(1, 11)}
        assert 10 <= len(ids) <= 12
        asked += ids
    assert len(asked) == len(set(asked))
