"""The answers of the self-checks at the back of the book, by module; tests are no pages of the book."""

from xml.etree.ElementTree import tostring

from handbook.book import Book, holding
from handbook.content import quiz
from handbook.content.quiz import Quiz
from handbook.html import e
from handbook.render.references import keep_words
from handbook.render.renderer import Renderer

NAME = "jawaban"
"""The part of the print, and the id of its title."""


def draw(book: Book, renderer: Renderer) -> str:
    """All of them below one title, as HTML; empty where the book has no self-checks."""
    s, sections = book.settings.strings, []
    for page, value in holding(book.pages.values(), Quiz):
        name = book.module_title(page.module) if page.module else page.name(s)
        sections.append(quiz.answers(value, page.id, name, renderer.context(page)))
    title = e("h1", s("kuis.jawaban_judul"), id=NAME)
    drawn = e("div", title, e("div", *sections, class_="all-answers"))
    keep_words(drawn, book.settings)
    return tostring(drawn, encoding="unicode", method="html") if sections else ""
