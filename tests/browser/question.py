"""A question of the quiz: what its author wrote, and where it stands on the page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.products.making import Products
from tests.products.words import letters, like

QUIZ = "/modul-02/kuis-2/"
Words = dict[str, Any]


@dataclass(frozen=True)
class Question:
    """One question; the locators are found anew at each use."""

    page: Page
    words: Words

    @property
    def box(self) -> Locator:
        return self.page.locator(f'[data-question="{self.words["id"]}"]')

    @property
    def button(self) -> Locator:
        """Check, or try again."""
        return self.box.locator(".question-actions button")

    @property
    def result(self) -> Locator:
        """Where the outcome is said aloud."""
        return self.box.locator("[aria-live]")

    @property
    def steps(self) -> Locator:
        return self.box.locator(".steps li")

    def option(self, words: str) -> Locator:
        return self.box.locator("label").filter(has_text=like(words)).locator("input")

    def select(self, left: str) -> Locator:
        label = self.page.locator("label").filter(has_text=like(left))
        return self.box.locator("li").filter(has=label).locator("select")

    def choose(self, left: str, right: str) -> None:
        choice = self.select(left).locator("option").filter(has_text=like(right))
        self.select(left).select_option(choice.get_attribute("value"))

    def step(self, words: str) -> Locator:
        text = self.page.locator(".step-text").filter(has_text=like(words))
        return self.steps.filter(has=text)

    def is_at(self, place: int, words: str) -> bool:
        """Whether a step stands at a place, counted from 0."""
        return letters(self.steps.nth(place).locator(".step-text").inner_text()) == letters(words)

    def lift(self, place: int, words: str, press: Callable[[Locator], None]) -> None:
        """Press a step's button until it stands at its place: at most once for each step there is."""
        for _ in self.words["langkah"]:
            if self.is_at(place, words):
                return
            press(self.step(words).locator(".step-up"))
        assert self.is_at(place, words), f"'{words}' does not move up to place {place}"

    def options(self, *, right: bool) -> list[Words]:
        return [option for option in self.words["pilihan"] if (option.get("benar") == "ya") is right]

    def expect_right(self) -> None:
        expect(self.result).to_contain_text("Benar.")
        expect(self.result.locator(".explanation")).to_have_text(like(self.words["pembahasan"]))
        expect(self.box.locator(".mark.is-wrong")).to_have_count(0)

    def expect_wrong(self) -> None:
        expect(self.result).to_contain_text("Belum tepat.")
        expect(self.result.locator(".explanation")).to_have_count(0)
        expect(self.button).to_have_text("Coba lagi")


def address(number: int) -> str:
    """Where the self-check of a module stands."""
    return f"/modul-{number:02}/kuis-{number}/"


def questions(page: Page, products: Products, number: int = 2) -> list[Question]:
    """All questions of a module's quiz in order, on its open page."""
    source = f"modul-{number:02}/kuis-{number}.yml"
    return [Question(page, words) for words in products.source(source)["soal"]]


def first_of(page: Page, products: Products, kind: str) -> Question:
    """The first question of a kind."""
    return next(item for item in questions(page, products) if item.words["jenis"] == kind)


def answer(question: Question) -> None:
    """Give the right answer by mouse."""
    words = question.words
    for option in question.options(right=True) if "pilihan" in words else ():
        question.option(option["teks"]).click()
    if words["jenis"] == "benar-salah":
        question.option({"ya": "Benar", "tidak": "Salah"}[words["benar"]]).click()
    for pair in words.get("pasangan", ()):
        question.choose(pair["kiri"], pair["kanan"])
    if "langkah" in words:
        put_in_order(question)
    if "jawaban" in words:
        question.box.locator("input").fill(words["jawaban"][0])


def put_in_order(question: Question) -> None:
    """Move each step up to its place, the first one first."""
    for place, words in enumerate(question.words["langkah"]):
        question.lift(place, words, Locator.click)
