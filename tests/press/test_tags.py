"""Tags of links and fields in HTML that WeasyPrint alone gets wrong."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf
import pytest

from handbook.press import Part
from tests.press.sample import elements, make, page, ref

pytestmark = pytest.mark.pdf

BODY = f"""
<style>@page {{ @top-center {{ content: element(kepala) }} }} .kepala {{ position: running(kepala) }}
.card a::after {{ content: ' →' }}</style>
<p class="kepala">Buku <a href="handbook:x">mini</a></p>
<h1 id="x">Judul</h1>
<p class="card"><a href="handbook:x">Judul <em>miring</em> kartu</a></p>
<div><a href="handbook:x"><p>Blok satu</p></a></div>
<p><a href="handbook:x" aria-label="Ke atas">^</a></p>
<table><thead><tr><th>Kode</th><th>Isi</th></tr></thead><tbody>
{"".join(f'<tr><th scope="row">{n}</th><td>{ref("x", "atas")}</td></tr>' for n in range(30))}</tbody></table>
<form><fieldset><legend>Apa itu hak?</legend>
<label><input type="radio" name="k.a" value="ya"> Benar</label>
<label for="s">Pasangan</label> <select id="s" name="k.s"><option value="b">kanan</option></select>
</fieldset></form>
"""


@pytest.fixture(scope="module")
def pdf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[pikepdf.Pdf]:
    """The page above, printed and opened."""
    out, report = make(tmp_path_factory.mktemp("tag"), (Part("satu", "Satu", page(BODY)),))
    assert report.passes == 1
    with pikepdf.open(out) as opened:
        yield opened


def _annotations(pdf: pikepdf.Pdf, kind: str) -> list[pikepdf.Object]:
    """All annotations of a kind in the order of the pages."""
    return [a for page in pdf.pages for a in page.obj.get("/Annots", []) if str(a.Subtype) == kind]


def test_one_link_for_each_a_none_in_running_heads(pdf: pikepdf.Pdf) -> None:
    words = [str(link.Contents) for link in _annotations(pdf, "/Link")]
    assert words == ["Judul miring kartu", "Blok satu", "Ke atas", *["atas"] * 30]


def test_links_are_tagged_as_links(pdf: pikepdf.Pdf) -> None:
    links = [e for e in elements(pdf.Root.StructTreeRoot) if str(e.S) == "/Link"]
    held = [
        [kid.Obj.objgen for kid in link.K if isinstance(kid, pikepdf.Dictionary) and "/Obj" in kid]
        for link in links
    ]
    assert held == [[a.objgen] for a in _annotations(pdf, "/Link")]


def test_a_table_over_pages_names_the_headers_of_its_own_page(pdf: pikepdf.Pdf) -> None:
    found = elements(pdf.Root.StructTreeRoot)
    pages = {str(e.ID): e.Pg.objgen for e in found if "/ID" in e}
    cells = [e for e in found if str(e.S) == "/TD"]
    assert len({cell.Pg.objgen for cell in cells}) > 1
    assert all([pages[str(key)] for key in cell.A.Headers] == [cell.Pg.objgen] * 2 for cell in cells)


def test_fields_say_their_question_and_selects_their_words(pdf: pikepdf.Pdf) -> None:
    fields = {f.fully_qualified_name: f.alternate_name for f in pdf.acroform.fields}
    assert fields == {"k.a.ya": "Apa itu hak?: Benar", "k.s": "Apa itu hak?: Pasangan"}
    options = [[str(word) for word in option] for option in _annotations(pdf, "/Widget")[1].Opt]
    assert options == [["kanan", "kanan"]]
