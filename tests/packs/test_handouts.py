"""Cases and roles that a stage hands out are sheets of the pack, each in the right number."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from handbook.book.book import Book
from handbook.packs import contents
from handbook.packs.options import parse_options
from handbook.packs.order import Sheet
from handbook.packs.session import Session
from tests.conftest import PROJECT, whole
from tests.sources import copy_texts

STAGES = ("tahap-2-4", "tahap-6-3", "tahap-6-4", "tahap-7-3")


@pytest.fixture(scope="module")
def book(project_book: Book) -> Book:
    return project_book


def pack(book: Book, module: int, **given: object) -> list[Sheet]:
    options = parse_options({"module": module, "expanded": True, **given}, book.settings)
    return contents.drawn(Session(book, module, options))[0]


def handouts(book: Book, stage: str, **given: object) -> list[Sheet]:
    module = int(stage.split("-")[1])
    return [sheet for sheet in pack(book, module, **given) if sheet.id.startswith(f"{stage}-lembar-")]


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_groups_share_out_the_cases(book: Book) -> None:
    found = handouts(book, "tahap-6-4", participants=22)
    assert [(sheet.title[:7], sheet.copies, sheet.receiver) for sheet in found] == [
        ("Kasus A", 6, "setiap peserta dalam kelompok 1"),
        ("Kasus B", 6, "setiap peserta dalam kelompok 2"),
        ("Kasus C", 5, "setiap peserta dalam kelompok 3"),
        ("Kasus D", 5, "setiap peserta dalam kelompok 4"),
    ]


@pytest.mark.parametrize(
    ("groups", "copies"), [(6, [10, 10, 5, 5]), (3, [10, 10, 10]), (1, [30]), (9, [10, 7, 7, 6])]
)
def test_more_or_fewer_groups_than_cases(
    book: Book, monkeypatch: pytest.MonkeyPatch, groups: int, copies: list[int]
) -> None:
    monkeypatch.setattr(Session, "groups", lambda _session, _unit: groups)
    found = handouts(book, "tahap-6-4", participants=30)
    assert [sheet.copies for sheet in found] == copies
    assert sum(copies) == 30


def test_one_for_everybody_two_or_three(book: Book) -> None:
    assert [(s.title, s.copies) for s in handouts(book, "tahap-2-4", participants=22)] == [
        ("Kasus: Tiga rumah di Dusun Muara", 22)
    ]
    [found] = handouts(book, "tahap-6-3", participants=23)
    assert (found.copies, found.when, found.receiver) == (12, "Tahap 3D", "setiap pasangan")
    roles = [
        (sheet.title, sheet.copies, sheet.when) for sheet in handouts(book, "tahap-7-3", participants=22)
    ]
    assert roles == [("Lembar camat", 8, "Tahap 3"), ("Lembar kepala desa", 8, "Tahap 3")]


def test_each_stands_before_the_form_of_its_stage(book: Book) -> None:
    ids = [sheet.id for sheet in pack(book, 6)]
    assert ids.index("tes-6-a") < ids.index("tahap-6-4-lembar-1") < ids.index("ik-6-1") < ids.index("tes-6-b")
    ids = [sheet.id for sheet in pack(book, 2)]
    assert ids.index("ik-2-1") < ids.index("tahap-2-4-lembar-1") < ids.index("ik-2-2")


@pytest.mark.parametrize("stage", STAGES)
def test_a_sheet_has_its_passage_and_nothing_else(book: Book, stage: str) -> None:
    found = handouts(book, stage)
    text = next(page.text for page in book.pages.values() if page.id == stage)
    assert text is not None
    passages = re.findall(r"(?s)^/// lembar [^\n]*\n(.*?)\n///$", text.body, re.MULTILINE)
    assert len(passages) == len(found)
    for sheet, passage in zip(found, passages, strict=True):
        [html] = sheet.html
        heading, *rest = passage.strip().split("\n\n")
        assert html.count(heading.lstrip("# ")) >= 1
        assert html.count("<h1") == 1
        assert "<h3" not in html
        for paragraph in rest:
            start = re.sub(r"[*>\"]|^\d+\. ", "", paragraph.split("\n")[0])[:40]
            assert start.split(",")[0] in words(html)
        assert html.count("write-line") > 3
        assert "facilitator-note" not in html


def test_a_role_does_not_see_the_other(book: Book) -> None:
    camat, head = (words(sheet.html[0]) for sheet in handouts(book, "tahap-7-3"))
    assert "46 yang ditimbang" in camat
    assert "46" not in head
    assert "kader berhenti" in head
    assert "kader" not in camat


def test_a_footnote_comes_with_its_passage(tmp_path: Path) -> None:
    root = copy_texts(PROJECT, tmp_path)
    stage = root / "docs" / "modul-07" / "tahap-3.md"
    text = stage.read_text(encoding="utf-8")
    told = text.replace("Anda Camat Tirtamaju.", "Anda Camat Tirtamaju.[^peran]")
    stage.write_text(f"{told}\n[^peran]: Peran ini boleh dimainkan siapa pun.\n", encoding="utf-8")
    camat, head = handouts(whole(root), "tahap-7-3")
    assert "Peran ini boleh dimainkan siapa pun." in words(camat.html[0])
    assert 'href="#' not in camat.html[0]
    assert "Peran ini" not in words(head.html[0])
