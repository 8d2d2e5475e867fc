"""The places of a page that only the print tells of are filled afterwards, and again after another print."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import tostring

import pytest

from handbook.archive.fingerprints import PrintedUnit
from handbook.book.book import Book
from handbook.render.downloads import Download
from handbook.render.from_print import COPIES, FILES, OLDER, place
from handbook.site.filling import Printed

PAGE = "modul-02/ik-2-1/index.html"


@pytest.fixture
def printed(tmp_path: Path, project_book: Book) -> Printed:
    file = tmp_path / "dist" / "ik-2-1.pdf"
    file.parent.mkdir()
    file.write_bytes(b"x" * 76_400)
    return Printed(project_book, {"ik-2-1": [Download("dist/instrumen/ik-2-1.pdf", file)], "": []}, {})


def drawn(kind: str, about: str) -> str:
    return f"<h1>Judul</h1>{tostring(place(kind, about), 'unicode', 'html')}<p>Isi</p>"


def test_a_page_offers_its_files_from_where_it_stands(printed: Printed) -> None:
    filled = printed.filled(drawn(FILES, "ik-2-1"), PAGE)
    assert '<a href="../../unduhan/instrumen/ik-2-1.pdf" download="">Unduh PDF (76 KB)</a>' in filled
    assert filled.startswith("<h1>Judul</h1><")
    assert filled.endswith("><p>Isi</p>")


def test_another_print_takes_the_place_of_the_first(printed: Printed, tmp_path: Path) -> None:
    once = printed.filled(drawn(FILES, "ik-2-1"), PAGE)
    assert printed.filled(once, PAGE) == once
    (tmp_path / "dist" / "ik-2-1.pdf").write_bytes(b"x" * 81_000)
    assert printed.filled(once, PAGE) == once.replace("76 KB", "81 KB")
    assert replace(printed, downloads={}).filled(once, PAGE) == drawn(FILES, "ik-2-1")


def test_pages_without_a_place_are_left_alone(printed: Printed, tmp_path: Path) -> None:
    site = tmp_path / "site"
    (site / "tentang").mkdir(parents=True)
    (site / "tentang" / "index.html").write_text("<p>Isi</p>\r\n", encoding="utf-8", newline="")
    printed.fill(site)
    assert (site / "tentang" / "index.html").read_bytes() == b"<p>Isi</p>\r\n"
    assert (site / "unduhan" / "instrumen" / "ik-2-1.pdf").stat().st_size == 76_400


def test_before_the_first_print_nothing_is_said_of_sheets(printed: Printed) -> None:
    assert printed.filled(drawn(OLDER, "ik-2-1"), PAGE) == drawn(OLDER, "ik-2-1")
    assert "belum dicetak" in printed.filled(drawn(COPIES, "2026.1"), "perubahan/index.html")


def test_older_sheets_are_told_once_their_like_is_printed(
    printed: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    unit = PrintedUnit("ik-2-1", "IK 2.1", "Diagnosis", 2, ("a",), ("b",), ("2-9",), "lama")
    now = replace(unit, digest="baru", layout=("c",))
    monkeypatch.setattr("handbook.archive.archive.stored", lambda _: ["2000.1"])
    monkeypatch.setattr("handbook.archive.archive.sheets", lambda *_: {"ik-2-1": unit})
    filled = replace(printed, sheets={"ik-2-1": now}).filled(drawn(OLDER, "ik-2-1"), PAGE)
    [line] = re.findall("<ul><li>(.*)</li></ul>", filled)
    assert line == "Isi lama (Edisi 2000.1): tata letak berubah; salin ulang."
