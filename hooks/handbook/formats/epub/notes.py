"""Terms as notes that pop up, and the way from a question to its answer and back."""

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from handbook.content.glossary import Glossary
from handbook.content.quiz import answers_id
from handbook.formats.epub.chapters import Chapter, of_class
from handbook.html import append, e
from handbook.strings import Strings

TYPE = "epub:type"
WITH_TERMS = ("page-module", "page-stage", "page-reading", "page-instrument", "page-summary", "page-review")
"""The kinds of chapters in which terms are marked."""


def mark_terms(chapter: Chapter, glossary: Glossary, s: Strings) -> None:
    """Let the first place of each term open a note that stands at the end of the chapter."""
    if chapter.kind not in WITH_TERMS:
        return
    glossary.mark(chapter.body, lambda id_: f"handbook:{id_}")
    notes = [_note(link, s) for link in of_class(chapter.body, ["term"])]
    if notes:
        chapter.body.append(e("section", *notes, class_="notes", aria_label=s("buku_elektronik.istilah")))


def _note(link: Element, s: Strings) -> Element:
    """The note of a term; its link becomes one to the note."""
    entry, meaning = link.get("href", ""), link.attrib.pop("title", "")
    id_ = f"arti-{entry.partition(':')[2]}"
    link.attrib.update({"href": f"#{id_}", TYPE: "noteref", "role": "doc-noteref"})
    more = e("a", s("buku_elektronik.daftar_istilah"), href=entry)
    note = e("aside", e("p", e("strong", link.text), ": ", meaning, " ", more), id=id_, class_="note")
    note.attrib.update({TYPE: "footnote", "role": "doc-footnote"})
    return note


def link_answers(chapter: Chapter, s: Strings) -> None:
    """A link below each question of a self-check to its answer, and one from each answer to its question."""
    for quiz in chapter.body.iter("div"):
        if quiz.get("class") == "quiz":
            _to_answers(of_class(quiz, ["question"]), chapter.name, s)
    for section in of_class(chapter.body, ["answers"]):
        head = section.find("h2")
        _to_questions(section.iter("li"), head.get("id", "") if head is not None else "", s)


def _to_answers(questions: Iterable[Element], quiz: str, s: Strings) -> None:
    for number, question in enumerate(questions, 1):
        words = s("buku_elektronik.jawaban", nomor=number)
        question[0].set("id", _question_id(answers_id(quiz), number))
        link = e("a", words, href=f"handbook:{answers_id(quiz)}-{number}")
        question.append(e("p", link, class_="to-answer"))


def _to_questions(answers: Iterable[Element], answers_of: str, s: Strings) -> None:
    for number, answer in enumerate(answers, 1):
        link = e("a", s("buku_elektronik.soal", nomor=number))
        link.set("href", f"handbook:{_question_id(answers_of, number)}")
        answer.set("id", f"{answers_of}-{number}")
        append(answer, [" ", e("span", link, class_="to-question")])


def _question_id(answers_of: str, number: int) -> str:
    return f"{answers_of.removesuffix('-jawaban')}-soal-{number}"
