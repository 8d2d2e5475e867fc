"""Words put into a PDF at random, wherever a reader or a program finds them, or a later change shows them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pikepdf
import weasyprint
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

SOURCE = """<html lang="id"><title>Contoh</title><style>@page { size: A6 } h1 { break-before: page }</style>
<p>Awal.</p><h1>Satu</h1><p>Sapi makan rumput.</p><h1>Dua</h1><p><a href="#tiga">Lihat nanti.</a></p>
<form><input name="nama" value="Isi nama"></form><h1 id="tiga">Tiga</h1><p><i>Kambing</i> makan daun.</p>
<h1>Empat</h1><p>Ayam <b>makan</b> jagung.</p></html>"""
SHOWN = b"""/Drawn Do BT /Coded 8 Tf 9 40 Td (A) Tj ET BT /Named 8 Tf 9 30 Td <%b> Tj ET
/Span /Said BDC BT /Plain 8 Tf 9 50 Td (tersirat) Tj ET EMC""" % bytes(range(1, 80)).hex().encode()
"""Shown by every page; the words are in what the page names."""
MODES = pikepdf.ObjectStreamMode
SAVED: tuple[dict[str, Any], ...] = (
    {"object_stream_mode": MODES.generate},
    {"object_stream_mode": MODES.disable, "compress_streams": False},
    {"object_stream_mode": MODES.generate, "linearize": True},
    {"object_stream_mode": MODES.preserve, "qdf": True},
    {"object_stream_mode": MODES.generate, "encryption": pikepdf.Encryption(owner="pemilik")},
)
"""Ways to save a file; the numbers of its objects change with them."""


def write_book(out: Path) -> None:
    """A file of a few pages with a form and bookmarks, whose pages show what can be replaced."""
    made = weasyprint.HTML(string=SOURCE).write_pdf(pdf_variant="pdf/ua-1", pdf_forms=True)
    assert made is not None
    out.write_bytes(made)
    with Pdf.open(out, allow_overwriting_input=True) as pdf:
        for page in pdf.pages:
            page.contents_add(SHOWN)
            own = Dictionary(dict(page.obj.get("/Resources", Dictionary()).items()))
            own.Font = Dictionary(dict(own.get("/Font", Dictionary()).items()))
            own.Font.Coded = pdf.make_indirect(_coded(pdf, "sandi"))
            own.Font.Named = pdf.make_indirect(_named("nama"))
            own.Font.Plain = pdf.make_indirect(_plain())
            own.XObject = Dictionary(Drawn=pdf.make_indirect(_form(pdf, "gambar")))
            own.Properties = Dictionary(Said=pdf.make_indirect(_said("kata")))
            page.obj.Resources = own
        pdf.save(out)


def _plain() -> Dictionary:
    return Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)


def _form(pdf: Pdf, words: str) -> Stream:
    form = Stream(pdf, f"BT /Plain 8 Tf 9 60 Td ({words}) Tj ET".encode("latin-1"))
    form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, Array([0, 0, 999, 999])
    form.Resources = Dictionary(Font=Dictionary(Plain=_plain()))
    return form


def _said(words: str) -> Dictionary:
    return Dictionary(ActualText=String(words))


def _coded(pdf: Pdf, words: str) -> Dictionary:
    """A font in which the letter A stands for words."""
    font, letters = _plain(), words.encode("utf-16-be").hex()
    table = f"1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfchar <41> <{letters}> endbfchar"
    font.ToUnicode = Stream(pdf, f"begincmap {table} endcmap".encode())
    return font


def _named(words: str) -> Dictionary:
    """A font whose first codes spell words."""
    font, glyphs = _plain(), [Name(f"/{'space' if letter == ' ' else letter}") for letter in words.ljust(79)]
    font.Encoding = Dictionary(Type=Name.Encoding, Differences=Array([1, *glyphs]))
    return font


def _page(pdf: Pdf, chance: Random) -> pikepdf.Page:
    return pdf.pages[chance.randrange(len(pdf.pages))]


def on_a_page(pdf: Pdf, chance: Random, words: str) -> None:
    """Drawn by the page itself."""
    page = _page(pdf, chance)
    page.contents_add(f"BT /Plain 8 Tf 9 20 Td ({words}) Tj ET".encode(), prepend=chance.random() < 0.5)


def over_two_pages(pdf: Pdf, chance: Random, words: str) -> None:
    """The end of a page and the start of the next."""
    number, half = chance.randrange(len(pdf.pages) - 1), len(words) // 2
    first, second = (f"BT /Plain 8 Tf 9 9 Td ({part}) Tj ET" for part in (words[:half], words[half:]))
    pdf.pages[number].contents_add(first.encode())
    pdf.pages[number + 1].contents_add(second.encode(), prepend=True)


def in_a_form(pdf: Pdf, chance: Random, words: str) -> None:
    """Another drawing under the same name."""
    _page(pdf, chance).Resources.XObject.Drawn = pdf.make_indirect(_form(pdf, words))


def inside_a_form(pdf: Pdf, chance: Random, words: str) -> None:
    """The bytes of a drawing replaced, one drawing further in."""
    outer = _page(pdf, chance).Resources.XObject.Drawn
    outer.write(b"/Inner Do")
    outer.Resources = Dictionary(XObject=Dictionary(Inner=pdf.make_indirect(_form(pdf, words))))


def about_a_drawing(pdf: Pdf, chance: Random, words: str) -> None:
    """A string beside the bytes of a drawing."""
    _page(pdf, chance).Resources.XObject.Drawn.Subject = String(words)


def in_a_table_of_a_font(pdf: Pdf, chance: Random, words: str) -> None:
    """The same codes of the same page mean other letters."""
    _page(pdf, chance).Resources.Font.Coded.ToUnicode = _coded(pdf, words).ToUnicode


def in_names_of_a_font(pdf: Pdf, chance: Random, words: str) -> None:
    """The same codes of the same page are other glyphs."""
    _page(pdf, chance).Resources.Font.Named.Encoding = _named(words).Encoding


def as_another_font(pdf: Pdf, chance: Random, words: str) -> None:
    """Another font under the same name."""
    _page(pdf, chance).Resources.Font.Coded = pdf.make_indirect(_coded(pdf, words))


def said_of_a_place(pdf: Pdf, chance: Random, words: str) -> None:
    """The words that programs read out instead of those on the page."""
    _page(pdf, chance).Resources.Properties.Said = pdf.make_indirect(_said(words))


def outside_the_page(pdf: Pdf, chance: Random, words: str) -> None:
    """Beyond an edge, which a later change may move."""
    _page(pdf, chance).contents_add(f"BT /Plain 8 Tf 9 900 Td ({words}) Tj ET".encode())


def edge(pdf: Pdf, chance: Random, _: str) -> None:
    """A page becomes higher or lower, or lies on its side."""
    page = _page(pdf, chance)
    page.MediaBox = Array([0, chance.choice([0, -1000]), 297, 420])
    page.Rotate = chance.choice([0, 90])


def in_a_note(pdf: Pdf, chance: Random, words: str) -> None:
    """A note on a page."""
    page = _page(pdf, chance)
    note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=[0, 0, 9, 9], Contents=String(words))
    page.obj.Annots = Array([*page.obj.get("/Annots", ()), pdf.make_indirect(note)])


def in_a_field(pdf: Pdf, chance: Random, words: str) -> None:
    """The value or the name of a field."""
    pdf.Root.AcroForm.Fields[0][chance.choice(["/V", "/TU"])] = String(words)


def among_choices(pdf: Pdf, _: Random, words: str) -> None:
    """A choice of a field."""
    pdf.Root.AcroForm.Fields[0].Opt = Array([String("lain"), Array([String("a"), String(words)])])


def in_a_bookmark(pdf: Pdf, _: Random, words: str) -> None:
    """A bookmark, in Unicode."""
    pdf.Root.Outlines.First.Title = String(f"\N{EM DASH} {words} (baru)")


def as_other_words(pdf: Pdf, _: Random, words: str) -> None:
    """The alternative text of an element."""
    pdf.Root.StructTreeRoot.K[0].Alt = String(words)


def about_the_file(pdf: Pdf, _: Random, words: str) -> None:
    """The subject in the properties of the file."""
    pdf.docinfo["/Subject"] = String(words)


def in_another_order(pdf: Pdf, chance: Random, _: str) -> None:
    """A page moves to the end."""
    page = pdf.pages[chance.randrange(len(pdf.pages))]
    pdf.pages.append(page)
    pdf.pages.remove(page)


def in_resources_of_a_group(file: Path, words: str) -> None:
    """Pages have fonts and drawings from the group that they stand in; QPDF would give them to each page."""
    with Pdf.open(file, allow_overwriting_input=True) as pdf:
        pdf.pages[0].obj.Parent["/Resourcez"] = own = pdf.pages[0].Resources
        own.XObject.Drawn = pdf.make_indirect(_form(pdf, words))
        for page in pdf.pages:
            del page.obj.Resources
        pdf.save(file, **SAVED[1])
    file.write_bytes(file.read_bytes().replace(b"/Resourcez", b"/Resources"))


Change = Callable[[Pdf, Random, str], None]
PLACES: dict[str, Change] = {
    place.__name__: place
    for place in (
        *(on_a_page, over_two_pages, in_a_form, inside_a_form, about_a_drawing, in_a_table_of_a_font),
        *(
            in_names_of_a_font,
            as_another_font,
            said_of_a_place,
            outside_the_page,
            edge,
            in_a_note,
        ),
        *(in_a_field, among_choices, in_a_bookmark, as_other_words, about_the_file, in_another_order),
    )
}
