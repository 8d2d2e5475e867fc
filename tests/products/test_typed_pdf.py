"""The fillable PDF filled in by another program and read back in two viewers: nothing typed is cut or lost.

Pikepdf's own form reader types, PDFium and Poppler draw. Each of them lays text out by its own rules.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from pikepdf.form import Form, TextField

from tests.products.making import Products
from tests.products.paper import Box

pytestmark = pytest.mark.pdf

TEXT = (
    "Orang tua belum mempunyai buku nikah karena ongkos ke kota mahal, kantor jauh, petugas datang hanya"
    " dua kali setahun, surat pengantar desa sering salah tulis nama, warga takut didenda, dan keluarga di"
    " dusun atas belum tahu bahwa akta lahir gratis; pertanggungjawaban kemasyarakatan ditandatangani"
    " sekretaris kecamatan."
)
PROSE = TEXT.split()
REST, PLACE = "lanjutan.isi", "pada lembar lanjutan"
SMALLEST = 7.0

Places = dict[str, tuple[int, Box]]


def prose(length: int, start: int) -> str:
    """Words of ordinary text, so many letters of them, from some word on."""
    words = [PROSE[(start + number) % len(PROSE)] for number in range(length // 3 + 2)]
    return " ".join(words)[:length].strip()


def form_of(products: Products, id_: str) -> pikepdf.Pdf:
    return pikepdf.open(products.root / "dist" / "instrumen" / f"{id_}.pdf")


def texts(pdf: pikepdf.Pdf) -> Iterator[tuple[str, TextField]]:
    """The fields of text by name."""
    for name, field in Form(pdf).items():
        if isinstance(field, TextField):
            yield name, field


def places(pdf: pikepdf.Pdf) -> Places:
    """Page and box of each field of text."""
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    return {
        name: (pages[widget.P.objgen], Box.of(widget.Rect))
        for name, field in texts(pdf)
        for widget in [field._field.obj]
    }


def shown(file: Path, where: Places) -> dict[str, str]:
    """Viewers show the text inside the box of each field, and nothing beyond its edges."""
    with pypdfium2.PdfDocument(file) as document:
        if document.get_formtype():
            document.init_forms()
        pages = list(document)
        for page in pages:
            if page.formenv:
                page.flatten()
        layers = [page.get_textpage() for page in document]
        found = {
            name: layers[page].get_text_bounded(box.left, box.bottom, box.right, box.top)
            for name, (page, box) in where.items()
        }
        return {name: text.replace("\x02", "") for name, text in found.items()}


def drawn_by_poppler(file: Path) -> Path:
    out = file.with_suffix(".poppler.pdf")
    done = subprocess.run(["pdftocairo", "-pdf", file, out], capture_output=True, text=True, check=True)
    assert done.stderr == ""
    return out


def saved(pdf: pikepdf.Pdf, folder: Path) -> Path:
    out = folder / "terisi.pdf"
    pdf.save(out)
    return out


def nearly(shown: str, typed: str) -> bool:
    """Whether all is there but for a letter at the end of a line, which Poppler 22 drops now and then."""
    letters = iter(typed)
    return all(letter in letters for letter in shown) and len(typed) - len(shown) <= 1 + len(typed) // 1500


def squeezed(words: dict[str, str]) -> dict[str, str]:
    """Without blanks: viewers break long words too."""
    return {name: re.sub(r"\s", "", text) for name, text in words.items()}


def same(file: Path, where: Places, typed: dict[str, str]) -> None:
    """Both viewers show what was typed."""
    whole = squeezed(typed)
    assert squeezed(shown(file, where)) == whole
    poppler = squeezed(shown(drawn_by_poppler(file), where))
    assert {name: text for name, text in poppler.items() if not nearly(text, whole[name])} == {}


@pytest.mark.parametrize("id_", ["ik-2-1", "ik-3-2", "ik-7-5", "ik-10-1"])
def test_as_much_as_a_field_takes_is_shown_whole(products: Products, id_: str, tmp_path: Path) -> None:
    with form_of(products, id_) as pdf:
        typed = {}
        for number, (name, field) in enumerate(texts(pdf)):
            field.value = typed[name] = prose(int(field.max_length or 0), number * 5)
        where, file = places(pdf), saved(pdf, tmp_path)
    same(file, where, typed)


def test_300_letters_in_each_cell_go_on_on_the_continuation_sheet(products: Products, tmp_path: Path) -> None:
    """Text beyond a field's limit is written on the continuation sheet at the end of the file."""
    with form_of(products, "ik-2-1") as pdf:
        typed: dict[str, str] = {}
        rest: list[str] = []
        fields = dict(texts(pdf))
        for name, field in fields.items():
            if ".kisi." in name and ".terpilah." not in name:  # that row asks for two figures
                text = prose(300, len(rest))
                field.value = text
                assert len(field.value) == field.max_length, "takes no more than has room"
                first = text[: text.rindex(" ", 0, len(field.value))]
                field.value = typed[name] = first
                rest.append(f"{str(field.alternate_name).split(' (')[0]}: {text.removeprefix(first).strip()}")
        assert len(rest) == 24
        fields[REST].value = typed[REST] = "\n".join(rest)
        where, file = places(pdf), saved(pdf, tmp_path)
    same(file, {name: where[name] for name in typed}, typed)


def test_fields_say_how_much_they_take_and_where_the_rest_goes(products: Products) -> None:
    for file in sorted((products.root / "dist" / "instrumen").glob("*.pdf")):
        with pikepdf.open(file) as pdf:
            for name, field in texts(pdf):
                size = float(str(field.default_appearance).split()[1])
                assert size >= SMALLEST, (file.name, name)
                assert field.max_length, (file.name, name)
                limit = f"paling banyak {field.max_length} huruf; selebihnya {PLACE}"
                assert not field.is_multiline or limit in str(field.alternate_name), (file.name, name)
            assert "lanjutan.isi" in dict(texts(pdf)) or not pdf.Root.get("/AcroForm")


@pytest.mark.parametrize("id_", ["ik-3-1", "ik-7-5"])
def test_of_yes_and_no_one_is_ticked_and_can_be_emptied(products: Products, id_: str, tmp_path: Path) -> None:
    """Boxes of one field with values of their own: a viewer lets one stand, and none again."""
    raw = form_of(products, id_)
    fields = list(islice(choices(raw), 3))
    for number, field in enumerate(fields):
        states = [str(next(iter(kid.AP.N.keys()))) for kid in field.Kids]
        assert len(set(states)) == len(states) == 2
        field.V = pikepdf.Name(states[number % 2])
        for kid, state in zip(field.Kids, states, strict=True):
            kid.AS = field.V if state == str(field.V) else pikepdf.Name.Off
    raw.Root.AcroForm.NeedAppearances = True
    drawn_by_poppler(saved(raw, tmp_path))  # which says so when it misses the font of the ticks


def choices(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """The fields that are a choice of boxes."""
    waiting = list(pdf.Root.AcroForm.Fields)
    while waiting:
        field = waiting.pop(0)
        if field.get("/FT") == "/Btn" and "/Kids" in field:
            yield field
        elif "/FT" not in field:
            waiting += list(field.Kids)
