"""Everything in the book that can be mentioned is found first, however its name and number are spelled."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page

from handbook.book.book import Book
from handbook.book.read import read
from handbook.book.targets import Target
from tests.products.making import Products

pytestmark = pytest.mark.browser

NAMED = """words => {
  const store = HandbookSearch.makeStore(HandbookIndex);
  return words.map(text => HandbookSearch.parse(text, store).named);
}"""
FIRST = """words => {
  const find = HandbookSearch.open(HandbookIndex);
  return words.map(text => find(text).items[0].map(item => item.location));
}"""
PLACES = """ids => {
  const store = HandbookSearch.makeStore(HandbookIndex);
  return ids.map(id => store.sections[store.byId.get(id)].address);
}"""
COUNTED = ("modul", "tahap", "materi", "bacaan", "box", "instrumen", "kuis", "gambar", "tabel")
LAWS = re.compile(r"(?P<form>[\w -]+) (?P<number>\d+)/(?P<year>\d{4})")


@pytest.fixture(scope="module")
def book(products: Products) -> Book:
    found, _ = read(products.root)
    assert found is not None
    return found


def counted(book: Book) -> list[Target]:
    """Targets with a kind and a number."""
    return [target for target in book.targets.of_kind(*COUNTED) if target.number]


def names(book: Book, target: Target) -> list[str]:
    """The words before a number: the spellings of the settings, and the beginnings of ids."""
    return [*book.settings.mentions[target.kind].spellings, target.id.partition("-")[0]]


def numbers(target: Target) -> list[str]:
    """A number with its marks, with others, and with none: 2.1, 2-1, 2 1, 21; 3B, 3 B."""
    parts = re.findall(r"\d+|[A-Z]", target.number)
    return [target.number, *("-.,"[n].join(parts) for n in range(3)), " ".join(parts), "".join(parts)]


def spellings(book: Book, target: Target) -> set[str]:
    """Every way to write a target's name that names no other one."""
    found = {
        f"{name}{gap}{number}" for name in names(book, target) for number in numbers(target) for gap in " -"
    }
    found |= {f"{name}{number}" for name in names(book, target) for number in numbers(target)}
    if target.kind == "tahap":
        module = target.id.split("-")[1]
        found = {
            f"{before}{text}{after}"
            for text in found
            for before, after in [
                ("", f" modul {module}"),
                (f"Modul {module}, ", ""),
                (f"modul{module} ", ""),
            ]
        }
    found |= {target.id, target.id.replace("-", " "), target.id.replace("-", "")}
    return found | {text.lower() for text in found} | {target.id.upper(), f"isi {target.id} itu apa"}


def test_every_spelling_of_every_counted_target_names_it(engine: Page, book: Book) -> None:
    asked = [(text, target.id) for target in counted(book) for text in sorted(spellings(book, target))]
    named = engine.evaluate(NAMED, [text for text, _ in asked])
    assert len(asked) > 5000
    assert {text: ids for (text, id_), ids in zip(asked, named, strict=True) if ids != [id_]} == {}


def test_a_stage_without_its_module_names_it_in_every_module(engine: Page, book: Book) -> None:
    stages = book.targets.of_kind("tahap")
    asked = sorted({form for stage in stages for form in (stage.label, stage.label.replace(" ", "").lower())})
    named = engine.evaluate(NAMED, asked)
    for text, ids in zip(asked, named, strict=True):
        number = text.lower().removeprefix("tahap").strip()
        assert set(ids) == {stage.id for stage in stages if stage.number.lower() == number}, text


def in_registers(target: Target) -> set[str]:
    """How a reader writes the id of an entry, and a law with its number and year."""
    found = {target.id, target.id.replace("-", " ")}
    if law := LAWS.fullmatch(target.label):
        form, number, year = law["form"], law["number"], law["year"]
        found |= {target.label, f"{form} Nomor {number} Tahun {year}", f"{form} no. {number} th {year}"}
        found |= {f"{form} {number} {year}".lower(), f"{form.lower()}{number}/{year}"}
    return found


def test_every_spelling_of_every_law_and_code_names_it(engine: Page, book: Book) -> None:
    listed = book.targets.of_kind("peraturan", "istilah", "kompetensi")
    asked = [(text, target.id) for target in listed for text in sorted(in_registers(target))]
    named = engine.evaluate(NAMED, [text for text, _ in asked])
    assert {text: ids for (text, id_), ids in zip(asked, named, strict=True) if ids != [id_]} == {}


def test_what_is_named_stands_first(engine: Page, book: Book) -> None:
    asked = {target.id if target.kind == "tahap" else target.label: target.id for target in counted(book)}
    asked |= {target.label: target.id for target in book.targets.of_kind("peraturan", "kompetensi")}
    first = engine.evaluate(FIRST, list(asked))
    places = engine.evaluate(PLACES, list(asked.values()))
    found = zip(asked, first, places, strict=True)
    assert {text: shown for text, shown, place in found if place not in shown} == {}
