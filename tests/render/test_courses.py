"""A page of the site that shows a course: its days in clock times, what to bring; when it is drawn anew."""

from __future__ import annotations

import dataclasses

import pytest

from handbook.book import Book
from handbook.course.posted import posted
from handbook.html import Audience, Medium
from handbook.render.courses import ShownCourse
from handbook.render.renderer import Renderer
from handbook.site.freshness import KeptPages
from tests.conftest import CopyOf, article, lines_of, render
from tests.course.sample import PLAN, lines, replaced, small_book, written
from tests.products.poison import ELEMENT, POISON

PLAN_FILE = "pelatihan/kebun.yml"
PAGE = "lampiran/kompetensi.md"
TEXT = "---\nhalaman:\n  judul: Jadwal\n  ringkas: Hari demi hari.\n---\n/// pelatihan | kebun\n///\n"
SHOWS = {"berkas": f"docs/{PAGE}", "isi": TEXT}


def planned(copy_of: CopyOf, text: str = PLAN) -> Book:
    """The small book with a page that shows the course of a plan."""
    book = small_book(copy_of, SHOWS)
    written(book.root, text, PLAN_FILE)
    return book


def drawer(book: Book, medium: Medium = Medium.SITE) -> Renderer:
    found, problems = posted(book)
    assert problems == []
    return Renderer(book, Audience.PARTICIPANT, medium, courses=found)


def test_days_in_clock_times_with_links_to_modules(copy_of: CopyOf) -> None:
    page = article(drawer(planned(copy_of)), PAGE)
    assert page.xpath("string(//p[@class='course-title'])") == "Kursus Kebun Rekaan"
    assert page.xpath("//h2/text()") == ["Hari 1, Senin, 7 Desember 2026", "Hari 2, Selasa, 8 Desember 2026"]
    rows = [[" ".join(cell.text_content().split()) for cell in row] for row in page.xpath("//tr")]
    assert rows == [
        ["08.00–08.30", "Pembukaan"],
        ["08.30–08.45", "Tes awal, bentuk A"],
        ["08.45–09.30", "Modul 2: Menanam Sayur Tahap 1–2B"],
        ["09.30–09.45", "Tes akhir, bentuk B"],
        ["08.00–08.45", "Modul 3: Memanen Bersama Tahap 1"],
        ["08.45–09.00", "Penutupan"],
    ]
    assert page.xpath("//td/a/@href") == ["../modul-02/index.md", "../modul-03/index.md"]
    assert [facts.text for facts in page.xpath("//dd")][1:] == ["Kebun Rekaan", "Sekolah Rekaan"]


def test_things_to_bring_are_linked(copy_of: CopyOf) -> None:
    [first, second] = article(drawer(planned(copy_of)), PAGE).xpath("//section")
    items = [" ".join(item.text_content().split()) for item in first.xpath(".//li")]
    assert items[0] == "Buku pegangan dan alat tulis"
    assert any(item.endswith("(IK 2.1)") for item in items), items
    assert "../modul-02/ik-2-1.md" in first.xpath(".//li//a/@href")
    assert [item.text_content() for item in second.xpath(".//li")][:1] == ["Buku pegangan dan alat tulis"]


def test_in_print_there_is_nothing(copy_of: CopyOf) -> None:
    page = article(drawer(planned(copy_of), Medium.PRINT), PAGE)
    [days] = page.xpath("//div[@class='course-days']")
    assert len(days) == 0
    assert "Kebun Rekaan" not in page.text_content()


def test_a_plan_that_is_not_there(copy_of: CopyOf) -> None:
    said = [line for line in lines_of(copy_of(SHOWS)) if '"pelatihan/kebun.yml"' in line]
    assert [line.partition(": ")[0] for line in said] == [f"docs/{PAGE}:6:17"]
    assert "[berkas-hilang]" in said[0]


def test_a_plan_that_cannot_be_held_is_told_and_not_shown(copy_of: CopyOf) -> None:
    book = planned(copy_of, replaced(PLAN, [{"ganti": "nomor: 3}", "dengan": "nomor: 2}"}]))
    found, problems = posted(book)
    assert found == {}
    assert lines(problems, book)[0].startswith(f"{PLAN_FILE}:17:3: ")
    shown = article(Renderer(book, Audience.PARTICIPANT, Medium.SITE, courses=found), PAGE)
    assert shown.xpath("string(//p[@class='problem'])") == "/// pelatihan | kebun"


def test_nobody_s_name_is_read(copy_of: CopyOf) -> None:
    book = planned(copy_of)
    without = posted(book)
    names = replaced(PLAN, [{"ganti": "peserta: 12", "dengan": "peserta: 12\nnama: peserta/tidak-ada.csv"}])
    written(book.root, names, PLAN_FILE)
    assert posted(book) == without


@pytest.mark.parametrize("key", ["judul", "tempat", "penyelenggara"])
def test_words_of_a_plan_are_text(copy_of: CopyOf, key: str) -> None:
    kept = [line for line in PLAN.splitlines() if not line.startswith(f"{key}:")]
    text = "\n".join([f"{key}: '{POISON}'", *kept])
    renderer = drawer(planned(copy_of, text))
    assert article(renderer, PAGE).xpath(f"//{ELEMENT}") == []
    assert "&lt;i-am-here onclick=x&gt;&amp;" in render(renderer, PAGE)


def test_only_the_page_that_shows_a_course_is_drawn_anew(copy_of: CopyOf) -> None:
    renderer = drawer(planned(copy_of))
    before = KeptPages(renderer, []).stamps
    [(name, course)] = renderer.courses.items()
    changed = {name: dataclasses.replace(course, title="Kursus Lain Rekaan")}
    after = KeptPages(dataclasses.replace(renderer, courses=changed), []).stamps
    assert {uri for uri in before if before[uri] != after[uri]} == {PAGE}


def test_values_are_plain(copy_of: CopyOf) -> None:
    """The same plan has the same stamp in another process: no value shows where it lies in memory."""
    [course] = posted(planned(copy_of))[0].values()
    assert isinstance(course, ShownCourse)
    assert " at 0x" not in repr(course)
