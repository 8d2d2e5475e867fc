"""The answers of the self-checks at the back of the book, by module; tests are no pages of the book."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from handbook.book.book import Book
from handbook.book.page import holding
from handbook.content import quiz
from handbook.content.quiz import Quiz
from handbook.html import e
from handbook.render.renderer import Renderer

NAME = "jawaban"
"""The part of the print, and the id of its title."""


def draw(book: Book, renderer: Renderer) -> Element | None:
    """All of them below one title; None where the book has no self-checks."""
    s, numbers = book.settings.strings, [plan.number for plan in book.settings.modules]
    pages = [found for number in numbers for found in holding(book.of_module(number), Quiz)]
    sections = [
        quiz.answers(value, page.id, book.module_title(page.module or 0), renderer.context(page))
        for page, value in pages
    ]
    title = e("h1", s("kuis.jawaban_judul"), id=NAME)
    return e("div", title, e("div", *sections, class_="all-answers")) if sections else None
