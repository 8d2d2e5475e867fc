"""Every self-check of the book: by touch on a phone, read aloud, without scripts; seven kinds of question."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.forms_on_screen import kept
from tests.browser.question import Question, address, answer, questions
from tests.products.making import Products
from tests.products.words import like

pytestmark = pytest.mark.browser

QUIZZES = range(1, 11)
REFLECTING = 7
KINDS = {
    *("pilihan-tunggal", "pilihan-jamak", "benar-salah", "menjodohkan", "mengurutkan", "isian-singkat"),
    "refleksi",
}
PHONE = {"width": 360, "height": 740}


@pytest.fixture(scope="module")
def finger(browser: Browser, browser_context_args: dict[str, Any], base_url: str) -> Iterator[Page]:
    """A phone: nothing but touch."""
    options = {**browser_context_args, "base_url": base_url, "viewport": PHONE, "has_touch": True}
    with browser.new_context(**options, is_mobile=True) as context:
        yield context.new_page()


@pytest.fixture(scope="module")
def plain(browser: Browser, browser_context_args: dict[str, Any], base_url: str) -> Iterator[Page]:
    """A browser that runs no scripts, which therefore keeps nothing from one page to the next."""
    options = {**browser_context_args, "base_url": base_url, "java_script_enabled": False}
    with browser.new_context(**options) as context:
        yield context.new_page()


def touch(question: Question) -> None:
    """Give the right answer by taps; a list of choices opens the phone's own picker."""
    words = question.words
    for option in question.options(right=True) if "pilihan" in words else ():
        question.option(option["teks"]).tap()
    if words["jenis"] == "benar-salah":
        question.option({"ya": "Benar", "tidak": "Salah"}[words["benar"]]).tap()
    for pair in words.get("pasangan", ()):
        question.choose(pair["kiri"], pair["kanan"])
    for place, step in enumerate(words.get("langkah", ())):
        question.lift(place, step, tap_in_sight)
    if "jawaban" in words:
        question.box.locator("input").fill(words["jawaban"][0])


def tap_in_sight(button: Locator) -> None:
    """A person scrolls a button out from under the bar at the foot of the screen before tapping it."""
    button.evaluate("button => button.scrollIntoView({ block: 'center' })")
    button.tap()


def test_the_book_has_all_seven_kinds(page: Page, products: Products) -> None:
    found = {question.words["jenis"] for number in QUIZZES for question in questions(page, products, number)}
    assert found == KINDS


@pytest.mark.parametrize("number", QUIZZES)
def test_every_question_is_answered_by_touch(finger: Page, products: Products, number: int) -> None:
    finger.goto(address(number))
    judged = [item for item in questions(finger, products, number) if item.words["jenis"] != "refleksi"]
    for count, question in enumerate(judged, 1):
        touch(question)
        question.button.tap()
        question.expect_right()
        expect(finger.locator(".quiz-score")).to_have_text(f"Benar {count} dari {len(judged)}")
    assert finger.evaluate("document.documentElement.scrollWidth") == PHONE["width"]


@pytest.mark.parametrize("number", QUIZZES)
def test_every_question_is_read_aloud(page: Page, products: Products, number: int) -> None:
    """A named group with named fields; what comes of an answer is announced."""
    page.goto(address(number))
    for question in questions(page, products, number):
        expect(question.box).to_have_role("group")
        expect(question.box).to_have_accessible_name(like(f"{question.box.locator('legend').inner_text()}"))
        controls = question.box.locator("input, select, textarea, button").filter(visible=True)
        names = controls.evaluate_all(
            """all => all.map(one => one.ariaLabel || (one.labels && one.labels[0]
                 ? one.labels[0].textContent : one.textContent).trim())"""
        )
        assert all(names)
        if question.words["jenis"] != "refleksi":
            expect(question.result).to_have_role("status")


def test_a_reflection_is_kept_and_not_judged(page: Page, products: Products) -> None:
    page.goto(address(REFLECTING))
    [question] = [item for item in questions(page, products, REFLECTING) if item.words["jenis"] == "refleksi"]
    field = question.box.get_by_role("textbox", name="Jawaban Anda")
    field.focus()
    page.keyboard.type("rapat tiga bulanan")
    page.keyboard.press("Tab")
    expect(question.button).to_have_count(0)
    question.box.get_by_text("Lihat jawaban").click()
    expect(question.box.locator(".answer")).to_contain_text(like_start(question.words["pokok_jawaban"]))
    page.reload()
    expect(field).to_have_value("rapat tiga bulanan")
    record = kept(page, f"kuis-{REFLECTING}")
    assert record is not None
    assert list(record["fields"].values()) == ["rapat tiga bulanan"]


def like_start(words: str) -> str:
    return words.split(",", maxsplit=1)[0]


@pytest.mark.parametrize("number", QUIZZES)
def test_without_scripts_every_answer_can_be_opened(plain: Page, products: Products, number: int) -> None:
    plain.goto(address(number))
    for question in questions(plain, products, number):
        expect(question.box.locator(".question-text")).to_be_visible()
        expect(question.box.locator(".explanation")).to_be_hidden()
        question.box.get_by_text("Lihat jawaban").click()
        expect(question.box.locator(".explanation")).to_have_text(like(question.words["pembahasan"]))
        expect(question.box.locator(".answer-key")).to_be_visible()


def test_answering_again_counts_again(page: Page, products: Products) -> None:
    page.goto(address(1))
    question = next(item for item in questions(page, products, 1) if "pilihan" in item.words)
    answer(question)
    question.button.click()
    question.expect_right()
    question.button.click()
    expect(page.locator(".quiz-score")).to_contain_text("Benar 0 dari")
    expect(page.locator(".quiz-kept")).to_contain_text("Hasil terbaik: benar 1 dari")
