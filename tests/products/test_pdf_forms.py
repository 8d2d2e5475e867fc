"""The forms in the PDF: one sheet each, room for a hand, fields with names, cells with headers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from typing import Any

import pikepdf
import pytest
from lxml.html import HtmlElement

from handbook.book.book import Book
from handbook.book.page import Page, PageKind
from tests.products.making import Products
from tests.products.paper import MILLIMETRE, Box, Paper, tags_below

pytestmark = pytest.mark.pdf

FORMS = ("ik-2-1", "ik-2-2")
SPLIT = "Di antaranya perempuan dan laki-laki"
ROWS = {"ik-2-1": ("I", SPLIT, "II", "III", "IV"), "ik-2-2": ("V", SPLIT, "VI", "VII")}
COLUMNS = {"akta": 2, "kesehatan": 3, "pendidikan": 4, "rumah": 5, "air": 6, "sanitasi": 7}
WHOLE, PART = "Diagnosis kegagalan menikmati hak", "Infrastruktur dasar"
# The headers of a cell in each of the columns 2 to 7, before its row.
ABOVE = [[WHOLE, str(number)] for number in (2, 3, 4)] + [[WHOLE, PART, str(number)] for number in (5, 6, 7)]


def fields_of(paper: Paper, form: str) -> dict[str, tuple[int, pikepdf.Object]]:
    return {name: (page, field) for name, page, field in paper.fields() if name.startswith(f"{form}.")}


def grid_of(products: Products, form: str) -> Any:
    """The grid as its author wrote it."""
    return next(part for part in products.source(f"modul-02/{form}.yml")["bagian"] if part["jenis"] == "kisi")


@pytest.fixture(scope="module")
def forms(real_book: Book) -> list[Page]:
    """Every form of the book."""
    found = [page for page in real_book.pages.values() if page.kind is PageKind.INSTRUMENT]
    assert len(found) == 37
    return found


@pytest.mark.parametrize("form", FORMS)
def test_a_form_has_a_field_in_each_cell(paper: Paper, form: str) -> None:
    assert len(fields_of(paper, form)) == len(ROWS[form]) * 6 + {"ik-2-1": 5, "ik-2-2": 4}[form]


def test_fields_are_those_of_the_page_on_screen(
    paper: Paper, trees: dict[str, HtmlElement], forms: list[Page], products: Products
) -> None:
    """The same names in the same order, which is the order of the tabulator key too: in its own PDF, and
    in the book where it has the sheet; of a sheet that is handed out it has a picture without fields."""
    for page in forms:
        tree = trees[page.uri.removesuffix(".md") + "/index.html"]
        wanted = as_on_paper(tree.xpath("//form[@data-instrument]//*[@name]/@id"))
        with Paper(products.root / "dist" / "instrumen" / f"{page.id}.pdf") as own:
            assert list(fields_of(own, page.id)) == wanted, page.id
        is_bound = products.source(page.path.removeprefix("docs/")).get("cetak", {}).get("di_buku") != "kecil"
        assert list(fields_of(paper, page.id)) == (wanted if is_bound else []), page.id


def as_on_paper(ids: list[str]) -> list[str]:
    """The ids of a form on screen as paper has them: of choices the boxes alone, no field for words."""
    chosen = {id_.partition("?")[0] for id_ in ids if "?" in id_}
    return [id_.replace("?", ".") for id_ in ids if id_ not in chosen]


def test_every_field_says_what_is_to_be_written(paper: Paper) -> None:
    fields = list(paper.fields())
    assert len(fields) > 600
    assert wordless(paper) == []
    assert {str(paper.pdf.pages[page].obj.get("/Tabs")) for _, page, _ in fields} == {"/S"}


def test_every_field_of_a_form_on_its_own_says_so_too(products: Products) -> None:
    """Also of the forms that the book shows small."""
    found = 0
    for file in sorted((products.root / "dist" / "instrumen").glob("ik-*.pdf")):
        with Paper(file) as own:
            found += len([*own.fields()])
            assert wordless(own) == [], file.name
    assert found > 900


def wordless(paper: Paper) -> list[str]:
    return [name for name, _, field in paper.fields() if not str(field.get("/TU", "")).strip()]


@pytest.mark.parametrize("form", FORMS)
def test_cells_name_their_row_and_column(paper: Paper, products: Products, form: str) -> None:
    fields = fields_of(paper, form)
    for row in grid_of(products, form)["baris"]:
        head = row.get("nomor", row["judul"])
        for column, number in COLUMNS.items():
            _, field = fields[f"{form}.kisi.{row['id']}.{column}"]
            assert str(field.TU).startswith(f"Baris {head}, kolom ({number}) ")


def test_field_names_in_words(paper: Paper) -> None:
    fields = fields_of(paper, "ik-2-1")
    said = {name: str(field.TU) for name, (_, field) in fields.items()}
    cell, limit = said["ik-2-1.kisi.jumlah.akta"].split(" (paling banyak ")
    assert cell == "Baris I, kolom (2) Mendapatkan dokumen akta lahir"
    assert limit.endswith(" huruf; selebihnya pada lembar lanjutan)")
    assert said["ik-2-1.nama"] == "Nama"
    assert said["ik-2-1.catatan.pendapatan"].startswith("Hak atas pendapatan")


@pytest.mark.parametrize("form", FORMS)
def test_a_form_is_one_landscape_sheet(paper: Paper, form: str) -> None:
    [page] = {page for page, _ in fields_of(paper, form).values()}
    box = paper.boxes[page]
    assert (round(box.width / MILLIMETRE), round(box.height / MILLIMETRE)) == (297, 210)
    assert page == paper.page_of(f"{form}-formulir")
    assert re.search(r"Edisi \d{4}\.\d+", paper.texts[page])
    assert paper.texts[page].startswith(f"IK {form[3:].replace('-', '.')}")
    assert paper.page_of("ik-2-2-formulir") - paper.page_of("ik-2-1-formulir") == 1, "the sheet runs on"


def test_fields_lie_on_their_sheets_and_apart(paper: Paper) -> None:
    sheets: dict[int, list[Box]] = {}
    for _, page, field in paper.fields():
        sheets.setdefault(page, []).append(Box.of(field.Rect))
    for page, boxes in sheets.items():
        assert all(paper.boxes[page].holds(box, slack=0) for box in boxes), paper.labels[page]
        assert [pair for pair in combinations(boxes, 2) if overlap(*pair)] == [], paper.labels[page]


def overlap(one: Box, two: Box) -> bool:
    wide = min(one.right, two.right) - max(one.left, two.left)
    high = min(one.top, two.top) - max(one.bottom, two.bottom)
    return wide > 0.5 and high > 0.5


@pytest.mark.parametrize("form", FORMS)
def test_cells_have_the_room_that_was_asked_for(paper: Paper, products: Products, form: str) -> None:
    grid = grid_of(products, form)
    asked = {row["id"]: millimetres(row.get("tinggi", grid["tinggi_baris"])) for row in grid["baris"]}
    heights = {
        name: Box.of(field.Rect).height / MILLIMETRE
        for name, (_, field) in fields_of(paper, form).items()
        if ".kisi." in name
    }
    assert {name for name, height in heights.items() if height < asked[name.split(".")[2]] - 1} == set()


def millimetres(words: str) -> float:
    return float(words.removesuffix("mm"))


@pytest.mark.parametrize("form", FORMS)
def test_each_cell_lists_its_headers(paper: Paper, form: str) -> None:
    """Heads in reading order: the question, the whole, columns 2 to 4, the part, columns 5 to 7, the rows."""
    tables = [table for table in merged(paper) if form_of(paper, table) == form]
    rows = list(ROWS[form])
    order = ["1", WHOLE, "2", "3", "4", PART, "5", "6", "7", *rows]
    for table in tables:
        words = dict(zip((str(head.ID) for head in kinds(table, "TH")), order, strict=True))
        cells = [[words[str(id_)] for id_ in cell.A.Headers] for cell in kinds(table, "TD")]
        assert cells == [[*above, row] for row in rows for above in ABOVE]
    assert len(tables) == 1


def test_headers_of_every_table_are_there(paper: Paper) -> None:
    heads = {str(head.ID) for head in paper.tags("TH") if "/ID" in head}
    assert len(heads) > 50
    for cell in paper.tags("TD"):
        assert {str(id_) for id_ in attribute(cell, "/Headers") or []} <= heads
        assert attribute(cell, "/Headers")


def merged(paper: Paper) -> Iterator[pikepdf.Object]:
    """Tables with a head that stands over several columns."""
    for table in paper.tags("Table"):
        if any(int(attribute(head, "/ColSpan") or 1) > 1 for head in kinds(table, "TH")):
            yield table


def form_of(paper: Paper, table: pikepdf.Object) -> str | None:
    """The form on whose sheet a table stands."""
    pages = {cell.Pg.objgen for cell in kinds(table, "TD") if "/Pg" in cell}
    sheets = {form: paper.pdf.pages[paper.page_of(f"{form}-formulir")].obj.objgen for form in FORMS}
    return next((form for form, sheet in sheets.items() if sheet in pages), None)


def kinds(table: pikepdf.Object, kind: str) -> list[pikepdf.Object]:
    return [tag for tag in tags_below(table) if str(tag.S) == f"/{kind}"]


def attribute(tag: pikepdf.Object, name: str) -> pikepdf.Object | None:
    """An attribute of a tag, whose attributes may come as one dictionary or as a list."""
    held = tag.get("/A", pikepdf.Dictionary())
    for item in held if isinstance(held, pikepdf.Array) else [held]:
        if isinstance(item, pikepdf.Dictionary) and name in item:
            return item[name]
    return None
