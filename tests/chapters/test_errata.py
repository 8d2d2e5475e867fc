"""The errata of the print: every finding is told once, leads on, and is drawn where readers look."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from handbook.book.book import Book
from handbook.html import Audience, Medium
from handbook.render.renderer import Renderer
from handbook.settings import read_settings
from tests.conftest import PROJECT, TESTS, CopyOf, article, render, whole

PAGE = "lampiran/ralat.md"
SETTINGS = read_settings(PROJECT)[0]
assert SETTINGS
WRITTEN = [plan.number for plan in SETTINGS.modules if not plan.planned]
QUOTATION = re.compile("“[^“”]+”")
LONGEST = 9
"""Words that a row may quote of the print."""


def listed(name: str) -> dict[int, Any]:
    found: dict[int, Any] = yaml.safe_load(
        Path(__file__).with_name("errata").joinpath(f"{name}.yml").read_text(encoding="utf-8")
    )
    return found


FINDINGS = listed("findings")
CLASS_OF = {
    number: kind for kinds in FINDINGS.values() for kind, numbers in kinds.items() for number in numbers
}


@pytest.fixture(scope="module")
def book(project_book: Book) -> Book:
    """The real book."""
    return project_book


@pytest.mark.parametrize("number", [0, *WRITTEN])
def test_every_finding_of_a_written_module_has_a_row_or_a_reason(number: int, book: Book) -> None:
    told = [row.finding for row in book.errata.entries] + [item.finding for item in book.errata.unlisted]
    wanted = [finding for group in FINDINGS[number].values() for finding in group]
    assert [finding for finding in wanted if told.count(finding) != 1] == []


def test_no_finding_is_made_up(book: Book) -> None:
    rows = [row for row in book.errata.entries if row.finding]
    assert [row.finding for row in rows if CLASS_OF.get(row.finding or "") != row.kind] == []
    assert [item.finding for item in book.errata.unlisted if item.finding not in CLASS_OF] == []


def test_the_list_of_findings_is_whole() -> None:
    assert len(CLASS_OF) == 173
    assert sorted(FINDINGS) == list(range(11))


@pytest.mark.parametrize("number", [number for number in listed("references") if number in WRITTEN])
def test_every_broken_reference_is_told(number: int, book: Book) -> None:
    told = [row.printed for row in book.errata.entries] + [item.printed for item in book.errata.instruments]
    assert [words for words in listed("references")[number] if not any(words in text for text in told)] == []


@pytest.mark.parametrize("number", WRITTEN)
def test_every_form_has_its_old_name(number: int, book: Book) -> None:
    forms = {page.id for page in book.of_module(number) if page.kind == "instrumen"}
    named = {item.target for item in book.errata.instruments}
    new = {"ik-6-1", "ik-6-2"}  # the print asks for case work and prints no form
    new |= {"ik-3-5"}  # roles and events for the printed case
    new |= {"ik-1-4", "ik-10-2", "ik-10-3", "ik-10-4", "ik-10-5"}  # the print has none for before and after
    assert forms - named - new == set()


def test_rows_are_short_and_their_quotations_closed(book: Book) -> None:
    rows = book.errata.entries
    assert [row.printed for row in rows if re.search("[“”]", QUOTATION.sub("", row.printed))] == []
    assert [row.printed for row in rows if len(row.printed.split()) > LONGEST] == []
    assert [row.ours for row in rows if not row.ours.endswith(".")] == []


@pytest.mark.parametrize("medium", Medium)
def test_the_page_shows_every_row_with_a_link(medium: Medium, book: Book) -> None:
    renderer = Renderer(book, Audience.PARTICIPANT, medium, apart=medium is Medium.PRINT)
    page = article(renderer, PAGE)
    for row in book.errata.entries:
        if row.finding:
            (drawn,) = page.xpath(f"//tr[@id='ralat-{row.finding.lower()}']")
            assert row.printed in drawn.text_content()
            is_there = book.targets.get(row.target) is not None
            is_there = is_there and (medium is Medium.SITE or renderer.is_printed(row.target))
            assert bool(drawn.xpath(".//span[@class='erratum-target']//a[@href]")) is is_there, row.finding


def test_rows_stand_under_their_module(book: Book) -> None:
    page = article(Renderer(book, Audience.PARTICIPANT, Medium.SITE), PAGE)
    heads = [head.text_content() for head in page.xpath("//section[@class='errata-group']/h3")]
    assert heads[0].startswith("Seluruh buku")
    assert heads[1].startswith("Modul 1: Perkenalan")
    (row,) = page.xpath("//tr[@id='ralat-t045']/ancestor::section/h3")
    assert row.text_content() == heads[1]


def test_planned_places_are_plain_words(copy_of: CopyOf) -> None:
    root = copy_of(*_small_errata())
    small = whole(root)
    drawn = render(Renderer(small, Audience.PARTICIPANT, Medium.SITE), "lampiran/rujukan.md")
    assert '<span><span class="together">Modul 1</span></span>' in drawn
    assert 'href="../modul-02/tahap-1.md"' in drawn
    assert '<span class="together">Tahap 9</span></td>' in drawn, "a place in the print is never linked"


def _small_errata() -> list[dict[str, Any]]:
    case: dict[str, Any] = yaml.safe_load(
        Path(TESTS / "checks" / "cases" / "ralat-nope.yml").read_text(encoding="utf-8")
    )
    edits: list[dict[str, Any]] = case["ubah"]
    return edits
