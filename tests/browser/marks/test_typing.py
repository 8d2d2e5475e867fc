"""Answers are typed by keyboard alone; nothing is lost when the page is loaded again in the middle."""

from __future__ import annotations

import random

import pytest
from playwright.sync_api import Page, expect

from tests.browser.marks.typing import Column, add_people, part, places, sheet, shown

pytestmark = pytest.mark.browser


def an_answer(chance: random.Random, column: Column) -> str:
    if column["kind"] == "points":
        return str(chance.randint(0, column["worth"]))
    if column["kind"] in ("several", "order"):
        return "".join(chance.sample(column["letters"], column["slots"]))
    return "".join(chance.choices(column["letters"], k=column["slots"]))


def kept_as(column: Column, text: str) -> str:
    return "".join(sorted(text)) if column["kind"] == "several" else text


@pytest.mark.parametrize("count", [6, pytest.param(30, marks=pytest.mark.slow)])
def test_a_class_types_both_tests_and_loads_the_page_in_the_middle(marks_page: Page, count: int) -> None:
    """Keys alone, no mouse within a sheet; modules 3 and 4 have about 20 items together."""
    page, chance = marks_page, random.Random(count)
    add_people(page, count)
    expected: dict[str, str] = {}
    for module, form in ((3, "A"), (4, "A"), (3, "B"), (4, "B")):
        columns = sheet(page, module, form)
        page.locator(".marks-answer").first.focus()
        for row in range(count):
            if row == count // 2:
                page.reload()
                page.get_by_label("Lembar", exact=True).select_option(form)
                page.locator(f"[data-place='tes-{module}-{form}/p{row + 1}/{columns[0]['id']}']").focus()
            for column in columns:
                text = an_answer(chance, column)
                page.keyboard.type(text)
                expected[f"tes-{module}-{form}/p{row + 1}/{column['id']}"] = kept_as(column, text)
        assert shown(page) == {p: v for p, v in expected.items() if p.startswith(f"tes-{module}-{form}/")}
    page.reload()
    assert {p: v for p, v in places(page).items() if p.startswith("tes-")} == expected


def test_keys_that_can_be_no_answer_do_nothing(marks_page: Page) -> None:
    add_people(marks_page, 1)
    columns = sheet(marks_page, 3, "A")
    single, several = marks_page.locator(".marks-answer").nth(0), marks_page.locator(".marks-answer").nth(1)
    assert [columns[0]["kind"], columns[1]["kind"]] == ["one", "several"]
    single.focus()
    marks_page.keyboard.type("z")
    expect(single).to_have_value("")
    expect(single).to_be_focused()
    marks_page.keyboard.type("b")
    expect(single).to_have_value("B")
    marks_page.keyboard.type("cc")
    expect(several).to_have_value("C")
    marks_page.keyboard.type("a")
    expect(several).to_have_value("AC")
    expect(marks_page.locator(".marks-answer").nth(2)).to_be_focused()


def test_two_crosses_and_no_answer_are_worth_nothing(marks_page: Page) -> None:
    add_people(marks_page, 1)
    columns = sheet(marks_page, 3, "A")
    marks_page.locator(".marks-answer").first.focus()
    marks_page.keyboard.type("*")
    expect(marks_page.locator(".marks-answer").nth(1)).to_be_focused()
    marks_page.keyboard.type(columns[1]["right"])
    expect(marks_page.locator("[data-total=p1]")).to_have_text("2 dari 12")
    marks_page.locator(".marks-answer").first.focus()
    marks_page.keyboard.type("-")
    expect(marks_page.locator("[data-total=p1]")).to_have_text("2 dari 12")


def test_arrows_backspace_and_undo(marks_page: Page) -> None:
    add_people(marks_page, 2)
    columns = sheet(marks_page, 3, "A")
    cells = marks_page.locator(".marks-answer")
    cells.first.focus()
    marks_page.keyboard.press("ArrowDown")
    expect(cells.nth(len(columns))).to_be_focused()
    marks_page.keyboard.press("ArrowUp")
    marks_page.keyboard.type("A")
    marks_page.keyboard.press("Backspace")
    expect(cells.first).to_be_focused()
    marks_page.keyboard.type("B")
    marks_page.keyboard.press("Control+z")
    expect(cells.first).to_have_value("A")
    expect(cells.first).to_be_focused()
    marks_page.keyboard.press("Control+z")
    expect(cells.first).to_have_value("")


def test_doubles_are_seen(marks_page: Page) -> None:
    part(marks_page, "Peserta")
    marks_page.get_by_text("Tempelkan daftar nama dari Excel").click()
    marks_page.locator("#marks_paste_names").fill(
        "Nama\tKecamatan\nSri Rahayu\tAru\nBudi\tBima\nsri  rahayu\tAru"
    )
    marks_page.locator("details").get_by_role("button", name="Tambahkan").click()
    assert len(marks_page.locator("tbody tr").all()) == 2
    add_people(marks_page, 1)
    marks_page.get_by_label("Nama peserta 3").fill("SRI RAHAYU")
    columns = sheet(marks_page, 3, "A")
    marks_page.locator(".marks-answer").first.focus()
    for _ in range(2):
        for column in columns:
            marks_page.keyboard.type(column["right"])
    part(marks_page, "Peserta")
    expect(marks_page.locator(".marks-view .marks-warning")).to_have_text("Nama yang sama: nomor 1, 3.")
    part(marks_page, "Tes")
    expect(marks_page.locator(".marks-view .marks-warning")).to_contain_text("nomor 1, 2.")


def test_two_windows_take_nothing_from_each_other(marks_page: Page, address: str) -> None:
    add_people(marks_page, 2)
    other = marks_page.context.new_page()
    other.goto(address)
    for page in (marks_page, other):
        sheet(page, 3, "A")
    first = [page.locator(".marks-answer").nth(n) for n, page in enumerate((marks_page, other))]
    first[0].press_sequentially("A")
    first[1].press_sequentially("C")
    expect(marks_page.locator(".marks-answer").nth(1)).to_have_value("C")
    assert [v for p, v in sorted(places(other).items()) if p.startswith("tes-3-A/p1/")] == ["A", "C"]


def test_a_full_or_refused_shelf_is_told(marks_page: Page) -> None:
    add_people(marks_page, 1)
    sheet(marks_page, 3, "A")
    marks_page.evaluate(
        "() => { Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); }; }"
    )
    marks_page.locator(".marks-answer").first.press_sequentially("A")
    expect(marks_page.locator(".marks-said")).to_contain_text("Penyimpanan peramban penuh")
    expect(marks_page.locator(".marks-answer").first).to_have_value("A")
    assert "A" in places(marks_page).values()
