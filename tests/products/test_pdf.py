"""The participants' PDF as a whole: what it says of itself, its pages, its letters, what it leaves out."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator

import pikepdf
import pytest

from tests.products.making import Products
from tests.products.paper import Box, Paper
from tests.products.words import answers, letters, model_answers, notes, sentences

pytestmark = pytest.mark.pdf

SHIPPED_FONTS = ("Source-Sans-3", "Source-Serif-4", "/SourceSans3")
"""The last one is that of what is typed into fields: one byte a letter, as viewers want it."""
CONTINUATION = "Lembar lanjutan"
MODULE = "Modul 2: Peningkatan Kesejahteraan Berbasis Hak"


def written(products: Products) -> list[dict[str, str]]:
    """The modules that handbook.yml does not merely plan."""
    return [plan for plan in products.settings["modul"] if plan["status"] != "rencana"]


def parts(products: Products) -> list[str]:
    modules = [f"Modul {plan['nomor']}: {plan['judul']}" for plan in written(products)]
    return ["Buku Pegangan Camat", "Pengantar", *modules, "Lampiran", "Jawaban kuis"]


def test_is_tagged_as_one_document(paper: Paper) -> None:
    root = paper.pdf.Root
    assert bool(root.MarkInfo.Marked)
    assert [str(kid.S) for kid in root.StructTreeRoot.K] == ["/Document"]
    assert len(paper.tags("Document")) == 1


def test_says_its_language_and_its_title(paper: Paper, products: Products) -> None:
    title = str(paper.pdf.docinfo["/Title"])
    assert title in (products.root / "handbook.yml").read_text(encoding="utf-8")
    assert str(paper.pdf.Root.Lang) == "id"
    assert bool(paper.pdf.Root.ViewerPreferences.DisplayDocTitle)
    with paper.pdf.open_metadata(set_pikepdf_as_editor=False) as xmp:
        assert xmp["pdfuaid:part"] == "1"
        assert xmp["dc:title"] == title


def test_labels(paper: Paper, products: Products) -> None:
    prefixes = ["P-", *(f"{plan['nomor']}-" for plan in written(products)), "L-", "J-", "Lanjutan "]
    runs = [label.rstrip("0123456789") for label in paper.labels if not re.fullmatch("[ivx]+", label)]
    assert list(dict.fromkeys(runs)) == prefixes
    for prefix in prefixes:
        assert [label for label in paper.labels if label.startswith(prefix)] == [
            f"{prefix}{number}" for number in range(1, runs.count(prefix) + 1)
        ]
    assert paper.labels[:3] == ["i", "ii", "iii"]


def test_first_page_of_the_module(paper: Paper) -> None:
    page = letters(paper.texts[paper.labels.index("2-1")])
    assert letters(MODULE) in page
    assert paper.page_of("modul-2") == paper.labels.index("2-1")


def test_each_page_prints_its_label(paper: Paper) -> None:
    """The cover prints none, nor do empty pages before a part that begins on a right-hand page."""
    feet = [paper.foot_of(page).split()[-1:] for page in range(len(paper.labels))]
    pages = zip(paper.labels, paper.texts, strict=True)
    shown = [label.split()[-1:] if text.strip() else [] for label, text in pages]
    assert feet == [[], *shown[1:]]


def test_parts_begin_on_right_hand_pages(paper: Paper, products: Products) -> None:
    """An odd page of the sheet; no page is empty but the last of a part."""
    empty = [number for number, text in enumerate(paper.texts) if not text.strip()]
    starts = [number for number, label in enumerate(paper.labels) if re.fullmatch(r"\w+[- ]1", label)]
    assert len(starts) == len(parts(products))
    assert [paper.labels[number] for number in starts if number % 2] == []
    assert [paper.labels[number] for number in empty if number + 1 not in starts] == []


def test_bookmarks_hold_the_parts_and_their_pages(paper: Paper, products: Products) -> None:
    with paper.pdf.open_outline() as outline:
        found = {part.title: [child.title for child in part.children] for part in outline.root}
    assert list(found) == [*parts(products), CONTINUATION]
    assert all(children for title, children in found.items() if title != CONTINUATION)
    module = found[MODULE]
    for start in ("IK 2.1: ", "IK 2.2: ", "Bahan Bacaan 2.3: ", "Kuis 2: ", "Modul 2 · Tahap 6: "):
        assert len([title for title in module if title.startswith(start)]) == 1, start


def test_bookmarks_go_three_deep(paper: Paper) -> None:
    with paper.pdf.open_outline() as outline:
        sections = [item for part in outline.root for chapter in part.children for item in chapter.children]
    assert len(sections) > 300
    assert [item.title for item in sections if item.children] == []


def test_fonts_are_embedded_and_ours(paper: Paper) -> None:
    fonts = list(fonts_of(paper.pdf))
    names = {str(font.BaseFont).split("+")[-1] for font in fonts}
    assert [str(font.BaseFont) for font in fonts if not is_embedded(font)] == []
    assert {name for name in names if not name.startswith(SHIPPED_FONTS)} == set()


def fonts_of(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Every font; composite ones by the font that they are composed of."""
    for item in pdf.objects:
        if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Font":
            yield from item.get("/DescendantFonts", [item])


def is_embedded(font: pikepdf.Object) -> bool:
    return any(str(key).startswith("/FontFile") for key in font.get("/FontDescriptor", pikepdf.Dictionary()))


def test_every_letter_can_be_read_out(paper: Paper) -> None:
    """A glyph that no text stands behind comes out as a control character, or as U+FFFD."""
    odd = re.compile(r".{0,12}[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd].{0,12}")
    assert {label: found for label, found in _per_page(paper, odd) if found} == {}


def _per_page(paper: Paper, pattern: re.Pattern[str]) -> Iterator[tuple[str, list[str]]]:
    for label, text in zip(paper.labels, paper.texts, strict=True):
        yield label, pattern.findall(text.replace("\x02", "-"))  # PDFium's sign for a hyphen at a line's end


def test_no_text_outside_the_paper(paper: Paper) -> None:
    pages = zip(paper.labels, paper.layers, paper.boxes, strict=True)
    assert [label for label, layer, box in pages if not all(map(box.holds, _letter_boxes(layer)))] == []


def _letter_boxes(layer: object) -> Iterator[Box]:
    count = layer.count_chars()  # type: ignore[attr-defined]
    for index in range(count):
        yield Box(*layer.get_charbox(index))  # type: ignore[attr-defined]


def test_the_quiz_has_its_questions(paper: Paper, products: Products) -> None:
    text = letters("".join(paper.texts))
    questions = [question["tanya"] for question in products.source("modul-02/kuis-2.yml")["soal"]]
    starts = [letters(" ".join(question.split()[:6])) for question in questions]
    assert [start for start in starts if start not in text] == []


def test_the_quiz_has_no_answers_but_at_the_back(paper: Paper, products: Products) -> None:
    back = paper.page_of("jawaban")
    text, after = (letters("".join(texts)) for texts in (paper.texts[:back], paper.texts[back:]))
    assert len(answers(products)) > 30
    assert [words for words in answers(products) if letters(words) in text] == []
    reasons = [question["pembahasan"] for question in products.source("modul-02/kuis-2.yml")["soal"]]
    assert [words for words in reasons if letters(words) not in after] == []


def test_the_answers_take_ten_pages_at_most_and_each_quiz_names_its_own(paper: Paper) -> None:
    back = paper.page_of("jawaban")
    assert len([label for label in paper.labels if label.startswith("J-")]) <= 10
    for number in range(1, 11):
        there, quiz = paper.page_of(f"kuis-{number}-jawaban"), paper.page_of(f"kuis-{number}")
        assert there >= back
        assert f"(hlm. {paper.labels[there]})" in paper.texts[quiz].replace("\xa0", " ")


def test_without_an_address_the_book_speaks_of_no_site(paper: Paper, products: Products) -> None:
    assert products.settings["buku"]["alamat"] == ""
    promise = re.compile(r"\b(?:situs|QR|peramban|ponsel ini|layar kecil|ketuk|klik)\b", re.I)
    assert {label: found for label, found in _per_page(paper, promise) if found} == {}


def test_nothing_for_facilitators(paper: Paper, products: Products) -> None:
    text = letters("".join(paper.texts))
    hidden = sentences([*notes(products), *model_answers(products)])
    assert len(hidden) > 50
    assert [words for words in hidden if letters(words) in text] == []
    assert len(paper.pdf.attachments) == 0


def test_is_sound_and_light(products: Products) -> None:
    done = subprocess.run(["qpdf", "--check", products.pdf], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert products.pdf.stat().st_size < 5_000_000
