"""The whole way on the mini-book: what a reader's program finds in the merged PDF."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest

from handbook.press import Dead, NoteKind, Report
from tests.press.sample import COLUMNS, elements, make, text_of

CONTAINERS = ("/ObjStm", "/XRef")
pytestmark = pytest.mark.pdf


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Report]:
    """The mini-book, printed once."""
    return make(tmp_path_factory.mktemp("buku"))


@pytest.fixture
def pdf(printed: tuple[Path, Report]) -> Iterator[pikepdf.Pdf]:
    """The mini-book, opened."""
    with pikepdf.open(printed[0]) as opened:
        yield opened


def test_pages_are_labelled_by_part(pdf: pikepdf.Pdf, printed: tuple[Path, Report]) -> None:
    assert [page.label for page in pdf.pages] == ["", "i", "1-1", "1-2", "2-1", "2-2"]
    assert printed[1].pages == {"sampul": 1, "isi": 1, "modul-01": 2, "modul-02": 2}
    assert printed[1].anchors["ik-2-1"].label == "2-2"
    assert printed[1].passes == 1


def test_references_show_the_page_or_this_page(printed: tuple[Path, Report]) -> None:
    text = " ".join(text_of(printed[0]).split())
    assert (
        "Lihat IK 2.1 (hlm. 2-2), lalu akhir modul (hlm. 1-2), lalu paragraf ini (hlm. ini) sebelum" in text
    )
    assert "Kembali ke Modul 1 (hlm. 1-1)." in text
    assert "00" not in text


def test_contents_have_leaders_and_labels(printed: tuple[Path, Report]) -> None:
    lines = text_of(printed[0], "-layout", "-f", "2", "-l", "2").splitlines()
    assert any(re.fullmatch(r"\s*Modul satu \.{10,} ?1-1", line) for line in lines)
    assert any(re.fullmatch(r"\s*Instrumen 2\.1 \.{10,} ?2-2", line) for line in lines)


def test_links_land_on_the_page_of_their_target(pdf: pikepdf.Pdf, printed: tuple[Path, Report]) -> None:
    places = dict(pikepdf.NameTree(pdf.Root.Names.Dests))
    index = {page.obj.objgen: page.label for page in pdf.pages}
    landed = [
        (page.label, str(link.Contents), index[places[str(link.Dest)][0].objgen])
        for page in pdf.pages
        for link in page.obj.get("/Annots", [])
        if "/Dest" in link
    ]
    assert landed == [
        ("i", "Modul satu", "1-1"),
        ("i", "Instrumen 2.1", "2-2"),
        ("1-1", "IK 2.1", "2-2"),
        ("1-1", "akhir modul", "1-2"),
        ("1-1", "paragraf ini", "1-1"),
        ("2-1", "Modul 1", "1-1"),
    ]
    assert set(places) == set(printed[1].anchors)


def test_outside_links_stay_and_dead_ones_become_text(pdf: pikepdf.Pdf, printed: tuple[Path, Report]) -> None:
    uris = [str(a.A.URI) for page in pdf.pages for a in page.obj.get("/Annots", []) if "/A" in a]
    assert uris == ["https://example.org/a"]
    assert "Mati: IK 9.9 dan situs luar dan jalur." in " ".join(text_of(printed[0]).split())
    assert printed[1].dead == (
        Dead("modul-01", "tak-ada", "IK 9.9"),
        Dead("modul-01", "../modul-02/", "jalur"),
    )


def test_bookmarks_follow_the_parts(pdf: pikepdf.Pdf) -> None:
    with pdf.open_outline() as outline:
        tree = [(item.title, [child.title for child in item.children]) for item in outline.root]
    assert tree == [
        ("Sampul", ["Buku mini"]),
        ("Daftar isi", []),
        ("Modul satu", ["Akhir modul satu"]),
        ("Modul 2: Dua", ["Modul dua"]),
    ]


def test_the_book_says_what_it_is(pdf: pikepdf.Pdf) -> None:
    assert str(pdf.Root.Lang) == "id"
    assert bool(pdf.Root.MarkInfo.Marked)
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
    assert str(pdf.docinfo["/Title"]) == "Buku mini"
    with pdf.open_metadata(set_pikepdf_as_editor=False) as xmp:
        assert xmp["pdfuaid:part"] == "1"
        assert xmp["dc:title"] == "Buku mini"
        assert xmp["dc:language"] == {"id"}


def test_one_document_with_every_part(pdf: pikepdf.Pdf) -> None:
    root = pdf.Root.StructTreeRoot
    assert [str(kid.S) for kid in root.K] == ["/Document"]
    assert [str(kid.T) for kid in root.K[0].K] == ["Sampul", "Daftar isi", "Modul satu", "Modul 2: Dua"]
    assert [str(e.S) for e in elements(root)].count("/Document") == 1
    assert all(kid.P.objgen == root.K[0].objgen for kid in root.K[0].K)


def test_parent_tree_leads_back_to_the_elements(pdf: pikepdf.Pdf) -> None:
    numbers = dict(pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree))
    assert sorted(numbers) == list(range(int(pdf.Root.StructTreeRoot.ParentTreeNextKey)))
    for page in pdf.pages:
        held: list[pikepdf.Object | None] = list(numbers[int(page.obj.StructParents)])
        assert {e.Pg.objgen for e in held if e is not None} == {page.obj.objgen}
        for annotation in page.obj.get("/Annots", []):
            tag = "/Link" if annotation.Subtype == "/Link" else "/Form"
            assert str(numbers[int(annotation.StructParent)].S) == tag


def test_fields_have_their_html_names_and_words(pdf: pikepdf.Pdf) -> None:
    fields = {f.fully_qualified_name: f.alternate_name for f in pdf.acroform.fields}
    expected = {
        "ik-2-1.nama": "Nama",
        "ik-2-1.setuju": "Setuju",
        "ik-2-1.pilih.a": "Pilihan A",
        "ik-2-1.pilih.b": "Pilihan B",
    }
    for key, title in (("jumlah", "Jumlah warga"), ("sebab", "Sebab")):
        expected |= {f"ik-2-1.kisi.{key}.{column}": f"{title}, {column}" for column in COLUMNS}
    assert fields == expected
    assert all("." not in str(a.T) for page in pdf.pages for a in page.obj.get("/Annots", []) if "/T" in a)


def test_fields_keep_their_height_and_their_font(pdf: pikepdf.Pdf) -> None:
    widgets = [a for a in pdf.pages[5].obj.Annots if str(a.get("/FT")) == "/Tx"]
    boxes = [[float(number) for number in widget.Rect] for widget in widgets]
    heights = [abs(box[3] - box[1]) for box in boxes]
    assert heights[1:] == pytest.approx([14 * 72 / 25.4] * 8, abs=0.5)
    font = str(widgets[0].DA).split()[0]
    assert str(widgets[0].DA).startswith(f"{font} 10 Tf")
    assert font in pdf.Root.AcroForm.DR.Font
    assert int(widgets[1].Ff) & 1 << 12


def test_radio_buttons_and_buttons_are_noted(printed: tuple[Path, Report]) -> None:
    kinds = [(note.kind, note.words) for note in printed[1].warnings]
    assert kinds == [
        (NoteKind.BUTTON, "Kirim"),
        (NoteKind.RADIO, "ik-2-1.pilih.a"),
        (NoteKind.RADIO, "ik-2-1.pilih.b"),
    ]


def test_each_cell_names_its_headers(pdf: pikepdf.Pdf) -> None:
    by_id = dict(pikepdf.NameTree(pdf.Root.StructTreeRoot.IDTree))
    assert list(by_id) == sorted(by_id)
    heads = {str(e.ID): e for e in elements(pdf.Root.StructTreeRoot) if "/ID" in e}
    assert {key: e.objgen for key, e in by_id.items()} == {key: e.objgen for key, e in heads.items()}
    order = ["Pertanyaan", "Diagnosis", "Akta", "BPJS", "Prasarana", "Rumah", "Jalan", "Jumlah", "Sebab"]
    words = dict(zip(sorted(by_id), order, strict=True))
    cells = [e for e in elements(pdf.Root.StructTreeRoot) if str(e.S) == "/TD"]
    assert [[words[str(key)] for key in cell.A.Headers] for cell in cells] == [
        [*columns, row]
        for row in ("Jumlah", "Sebab")
        for columns in (
            ["Diagnosis", "Akta"],
            ["Diagnosis", "BPJS"],
            ["Diagnosis", "Prasarana", "Rumah"],
            ["Diagnosis", "Prasarana", "Jalan"],
        )
    ]
    assert [str(head.A.Scope) for head in by_id.values()] == ["/Column"] * 7 + ["/Row"] * 2


def test_lists_are_repaired(pdf: pikepdf.Pdf) -> None:
    found = elements(pdf.Root.StructTreeRoot)
    items = [[str(kid.S) for kid in item.K] for item in found if str(item.S) == "/LI"]
    assert items == [["/LBody"], ["/LBody"], ["/Lbl", "/LBody"], ["/Lbl", "/LBody"]]
    assert all(str(kid.S) == "/LI" for e in found if str(e.S) == "/L" for kid in e.K)


def test_running_heads_and_leader_dots_are_not_read(pdf: pikepdf.Pdf) -> None:
    marks = [page.obj.Contents.read_bytes() for page in pdf.pages]
    spans = [len(re.findall(rb"/MCID \d+", content)) for content in marks]
    assert spans[1] == 5  # title, two links, two labels: no dots
    assert b"/Artifact BMC" in marks[3]  # the page number in the margin of a left page


def test_nothing_is_in_the_file_that_no_page_needs(pdf: pikepdf.Pdf, tmp_path: Path) -> None:
    count = _objects(pdf)
    pdf.save(tmp_path / "sama.pdf")  # qpdf writes what can be reached, and nothing else
    with pikepdf.open(tmp_path / "sama.pdf") as saved:
        assert count == _objects(saved)


def _objects(pdf: pikepdf.Pdf) -> int:
    return sum(
        not (isinstance(item, pikepdf.Stream) and item.get("/Type") in CONTAINERS) for item in pdf.objects
    )


def test_qpdf_finds_no_error(printed: tuple[Path, Report]) -> None:
    run = subprocess.run(["qpdf", "--check", str(printed[0])], capture_output=True, check=False, text=True)
    assert run.returncode == 0, run.stdout + run.stderr
