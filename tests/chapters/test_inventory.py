"""Everything that the printed book has is in this one: titles, labels, questions, takeaways.

tests/chapters/inventory holds what the print has (see sift.py) and successors.yml, which says what
stands elsewhere or otherwise here, each with a reason. Planned modules are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from handbook.book.book import Book
from handbook.content.summary import Summary
from handbook.html import Audience, Medium
from handbook.render.renderer import Renderer
from handbook.settings import read_settings
from tests.chapters.inventory.compare import Item, facts, plain, shown, stands, stems, successors
from tests.conftest import PROJECT

TOTALS = {
    "materi": 27, "tahap": 63, "bacaan": 22, "kotak": 12, "instrumen": 30, "refleksi": 45, "kesimpulan": 40,
}  # fmt: skip
SETTINGS = read_settings(PROJECT)[0]
assert SETTINGS
WRITTEN = [plan.number for plan in SETTINGS.modules if not plan.planned]
ALL = range(1, 11)
written = pytest.mark.parametrize("number", WRITTEN)


@pytest.fixture(scope="module")
def renderer(project_book: Book) -> Renderer:
    """The whole book as participants read it."""
    return Renderer(project_book, Audience.PARTICIPANT, Medium.SITE)


def titles(number: int) -> Iterator[Item]:
    """Titles of topics, stages, readings, boxes and forms, and the heads within readings and boxes."""
    found = facts(number)
    yield Item(f"modul-{number}", found["judul"])
    yield from (Item(_id("materi", item), item["judul"]) for item in found["materi"])
    yield from (Item(f"tahap-{number}-{item['nomor'].lower()}", item["judul"]) for item in found["tahap"])
    for key, kind in (("bacaan", "bacaan"), ("kotak", "box"), ("instrumen", "ik")):
        for item in found[key]:
            words = [item["judul"], *item.get("pokok", [])]
            yield from (Item(_id(kind, item), word) for word in words if word)


def labels(number: int) -> Iterator[Item]:
    """Labels of columns, rows, fields, cards and signatures."""
    for form in facts(number)["instrumen"]:
        yield from (Item(_id("ik", form), label) for label in form["label"])


def _id(kind: str, item: dict[str, Any]) -> str:
    own: str | None = successors()["nomor"].get(item.get("id"))
    return own or f"{kind}-{item['nomor'].replace('.', '-')}"


def missing(renderer: Renderer, items: Iterator[Item]) -> list[str]:
    """Items neither at their place nor at a declared successor's."""
    declared = {(row["di"], plain(row["cetak"])): row for row in successors()["pengganti"]}
    lost = []
    for item in items:
        row = declared.get((item.target, plain(item.words)), {})
        there, words = row.get("ke", item.target), row.get("kini", item.words)
        if row.get("tanpa") != "ya" and not stands(words, shown(renderer, there)):
            lost.append(f"{there}: {words}")
    return lost


@written
def test_every_title_is_there_or_has_a_successor(number: int, renderer: Renderer) -> None:
    assert "\n".join(missing(renderer, titles(number))) == ""


@written
def test_every_label_stands_in_the_form_that_succeeds_the_printed_one(
    number: int, renderer: Renderer
) -> None:
    assert "\n".join(missing(renderer, labels(number))) == ""


@written
def test_every_competency_is_cited(number: int, renderer: Renderer) -> None:
    sheet = renderer.book.module(number)
    known = renderer.book.competencies
    cited = (
        {word for code in sheet.competencies for word in (code, plain(known[code].name))} if sheet else set()
    )
    names = successors()["kompetensi"]
    wanted = [names.get(word, word) for word in facts(number)["kompetensi"]]
    assert [word for word in wanted if not {word, plain(word)} & cited] == []


@written
@pytest.mark.parametrize("key", ["refleksi", "kesimpulan"])
def test_questions_and_takeaways_are_as_many_and_say_the_same(
    key: str, number: int, renderer: Renderer
) -> None:
    ours, printed = _closing(renderer.book, number)[key], facts(number)[key]
    assert len(ours) == printed["jumlah"] + successors()["tambahan"].get(f"{number}.{key}", 0)
    lost = [
        point
        for point in printed["butir"][: printed["jumlah"]]
        if not any(_same(point, text) for text in ours)
    ]
    excused = {plain(word) for word in successors()["butir"].get(f"{number}.{key}", {})}
    assert [point for point in lost if plain(point) not in excused] == []


def _closing(book: Book, number: int) -> dict[str, list[str]]:
    page = book.page_with(f"rangkuman-{number}")
    assert page
    assert isinstance(page.value, Summary)
    questions = [f"{item.text} {item.answer}" for item in page.value.reflections]
    return {"refleksi": questions, "kesimpulan": page.value.takeaways}


def _same(point: str, text: str) -> bool:
    """Whether a text shares at least a third of a point's longer words."""
    wanted = stems(re.sub(r"\([^)]*\)", "", point))
    return 3 * len(wanted & stems(text)) >= len(wanted)


@pytest.mark.parametrize("key", TOTALS)
def test_the_distilled_inventory_is_complete(key: str) -> None:
    entries = [facts(number)[key] for number in ALL]
    assert sum(item["jumlah"] if isinstance(item, dict) else len(item) for item in entries) == TOTALS[key]


def test_successors_name_what_the_print_has_and_give_a_reason() -> None:
    printed = {(item.target, plain(item.words)) for n in ALL for item in [*titles(n), *labels(n)]}
    rows = successors()["pengganti"]
    assert [row for row in rows if (row["di"], plain(row["cetak"])) not in printed] == []
    assert [row["cetak"] for row in rows if len(row.get("alasan", "").split()) < 3] == []


def test_a_missing_label_is_seen(renderer: Renderer) -> None:
    sheet = shown(renderer, "ik-2-1")
    assert stands("KESEHATAN", sheet)
    assert not stands("Kesehatan gigi", sheet)
    assert missing(renderer, iter([Item("ik-2-1", "Perumahan"), Item("ik-2-1", "Gudang")])) == [
        "ik-2-1: Gudang"
    ]
