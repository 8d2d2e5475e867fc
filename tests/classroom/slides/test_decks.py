"""Decks of a small book, read back from their files."""

from __future__ import annotations

import hashlib
import io
import shutil
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from pptx import Presentation
from pptx.util import Inches

from handbook.classroom.slides import make
from handbook.classroom.slides.deck import Deck, Figure
from handbook.classroom.slides.draw import deck
from handbook.commands import slides
from tests.classroom.slides.reading import described, overflows, sections, shown, sizes, words
from tests.conftest import CopyOf, Edit, whole

STAGE = "docs/modul-02/tahap-1.md"
STEP = "2. Remas segenggam tanah, lalu bandingkan dengan teman.\n"
LONG = "3. " + ", ".join(f"pot {number} dengan tanah gembur" for number in range(1, 13)) + ".\n"
MARKED = "\n/// tayang | Tiga tanda\n- Gelap\n- Gembur\n- Banyak cacing\n///\n"
OTHER = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">'
    '<rect x="4" y="4" width="32" height="12" style="fill: #cc0000"/></svg>'
)
OUTCOME = "\nSiapa yang belum mencoba? Setiap orang kini mengenal tanahnya.\n"


def edit(old: str, new: str, file: str = STAGE) -> Edit:
    return {"berkas": file, "ganti": old, "dengan": new}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The minibook with a long step, a marked passage, an outcome with a question."""
    folder = shutil.copytree(Path(__file__).parents[2] / "minibook", tmp_path_factory.mktemp("a") / "buku")
    path = folder / STAGE
    path.write_text(path.read_text("utf-8").replace(STEP, STEP + LONG + MARKED + OUTCOME), encoding="utf-8")
    assert slides.main(["2", "--root", str(folder)]) == 0
    return folder


@pytest.fixture(scope="module")
def drawn(root: Path) -> Deck:
    return deck(whole(root), 2, {})


@pytest.fixture(scope="module")
def files(root: Path) -> tuple[Path, Path]:
    """The file for a browser and that of a presenter's program."""
    folder = root / "dist/tayangan"
    return folder / "modul-02.html", folder / "modul-02.pptx"


def test_a_module_is_drawn_in_the_order_of_its_pages(drawn: Deck) -> None:
    assert [slide.title for slide in drawn.slides] == [
        "Modul 2: Menanam Sayur",
        "Materi Bahasan 2.1",
        "Gambar 2.1: Dari benih ke bibit",
        "Tahap 1: Mengenal Tanah",
        "Tahap 1: Langkah (1/3)",
        "Tahap 1: Langkah (2/3)",
        "Tahap 1: Langkah (3/3)",
        "Tiga tanda",
        "Tahap 1: Hasilnya",
        "Tahap 2A: Memilih Benih",
        "Tahap 2B: Mengisi Lembar",
        "Kotak 2.1: Tanda tanah sehat",
        "Yang perlu diingat",
        "Pertanyaan refleksi (1/2)",
        "Pertanyaan refleksi (2/2)",
        "Bawa ke rencana aksi",
    ]


def test_a_long_step_goes_on_with_all_its_words(drawn: Deck) -> None:
    said = " ".join(text for slide in drawn.slides[5:7] for text in slide.texts)
    for number in range(1, 13):
        assert f"pot {number} dengan tanah gembur" in said
    assert "…" in said


def test_a_stage_has_its_clock_and_its_notes(drawn: Deck) -> None:
    stage = [slide for slide in drawn.slides if slide.unit == "tahap-2-1"]
    assert len(stage) == 6
    assert {slide.minutes for slide in stage} == {15}
    for slide in stage:
        assert any("Rahasia tahap" in note for note in slide.notes)
        assert any("tepi kali" in note for note in slide.notes)
        assert "Dari buku: Amati tanah di halaman sekolah." in slide.notes
    assert [slide.minutes for slide in drawn.slides if slide.opens] == [0, 15, 10, 20]


def test_a_drawing_is_made_of_shapes(drawn: Deck) -> None:
    body = drawn.slides[2].body
    assert isinstance(body, Figure)
    assert [shape.kind for shape in body.drawing.shapes] == ["oval", "oval", "oval"]
    assert body.alt == "Bagan: benih menjadi kecambah, lalu bibit"


def test_both_forms_say_the_same(drawn: Deck, files: tuple[Path, Path]) -> None:
    pages, native = sections(files[0]), shown(files[1])
    assert len(pages) == len(native) == len(drawn.slides)
    for slide, page, own in zip(drawn.slides, pages, native, strict=True):
        assert own.shapes.title.text_frame.text == slide.title
        assert page.xpath("string(h1)") == slide.title
        assert words(own) == slide.words <= 40
        notes = own.notes_slide.notes_text_frame.text.split("\n") if own.has_notes_slide else []
        told = [note.text_content() for note in page.xpath(".//div[@class='notes']/p")]
        assert notes == told == list(slide.notes)
        assert "Buku Kebun, edisi 2026.1" in slide.source
        assert slide.source in page.find_class("foot")[0].text_content()
        assert any(shape.text_frame.text == slide.source for shape in own.placeholders)


def test_every_slide_is_large_described_and_within_its_boxes(files: tuple[Path, Path]) -> None:
    for slide in shown(files[1]):
        assert min(sizes(slide)) >= 24
        assert described(slide) == []
        ids = [element.get("id") for element in slide._element.iter("{*}cNvPr")]
        assert len(ids) == len(set(ids))
        assert overflows(slide) == []


def test_numbers_and_bullets_are_native(files: tuple[Path, Path]) -> None:
    steps = shown(files[1])[4].placeholders[1]._element
    marked = shown(files[1])[7].placeholders[1]._element
    assert [item.get("startAt") for item in steps.iter("{*}buAutoNum")] == ["1", "2"]
    assert len(list(marked.iter("{*}buChar"))) == 3


def test_a_file_for_the_browser_needs_no_other(files: tuple[Path, Path]) -> None:
    text = files[0].read_text(encoding="utf-8")
    assert "http" not in text.replace("http://www.w3.org/2000/svg", "")
    assert " src=" not in text
    assert "<link" not in text


def test_the_same_book_gives_the_same_bytes(root: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(root, tmp_path / "lain", ignore=shutil.ignore_patterns("dist", ".cache"))
    assert slides.main(["2", "--root", str(copy)]) == 0
    for name in ("modul-02.html", "modul-02.pptx"):
        first, second = (folder / "dist/tayangan" / name for folder in (root, copy))
        assert _hash(first) == _hash(second), name


def test_an_edited_deck_is_kept(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "kelas"
    call = ["2", "--root", str(root), "--format", "pptx", "--out", str(out)]
    assert slides.main(call) == 0
    own = out / "modul-02.pptx"
    show = Presentation(str(own))
    show.slides[0].shapes.title.text = "Kelas kami"
    show.save(str(own))
    edited = _hash(own)
    capsys.readouterr()
    assert slides.main(call) == 0
    assert "modul-02.pptx sudah Anda sunting dan tidak ditimpa" in capsys.readouterr().err
    assert _hash(own) == edited
    assert sorted(path.name for path in out.iterdir()) == [
        "modul-02-baru.pptx",
        "modul-02.pptx",
        "tertulis.json",
    ]
    assert slides.main(call) == 0
    assert len(list(out.iterdir())) == 3
    (out / "tertulis.json").unlink()
    (out / "modul-02-baru.pptx").write_bytes(b"catatan saya")
    assert slides.main(call) == 0
    assert (out / "modul-02-baru.pptx").read_bytes() == b"catatan saya"
    assert (out / "modul-02-baru-2.pptx").is_file()


@pytest.fixture
def template(tmp_path: Path) -> Path:
    """A presentation of an office: other size, other names, two slides of its own."""
    show = Presentation()
    show.slide_width, show.slide_height = Inches(10), Inches(7.5)
    for number in (0, 1):
        show.slides.add_slide(show.slide_layouts[number]).shapes.title.text = "Contoh kantor"
    show.save(str(tmp_path / "kantor.pptx"))
    return tmp_path / "kantor.pptx"


def test_a_template_gives_its_look(root: Path, tmp_path: Path, template: Path) -> None:
    call = ["2", "--root", str(root), "--format", "pptx", "--out", str(tmp_path)]
    assert slides.main([*call, "--template", str(template)]) == 0
    show = Presentation(str(tmp_path / "modul-02.pptx"))
    assert show.slide_width == Inches(10)
    assert show.slides[0].shapes.title.text == "Modul 2: Menanam Sayur"
    assert len(show.slides) == 16
    assert all(min(sizes(slide)) >= 24 for slide in show.slides)


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (["9"], 'Modul "9" tidak ada. Pilihan: 2, 3, atau all.'),
        (["2", "--template", "tak-ada.pptx"], "Berkas templat tidak ada: tak-ada.pptx"),
        (["2", "--template", __file__], "Templat tidak dapat dibaca sebagai berkas .pptx atau .potx"),
    ],
)
def test_a_wish_that_cannot_be_granted_leaves_nothing(
    call: list[str], said: str, copy_of: CopyOf, capsys: pytest.CaptureFixture[str]
) -> None:
    root = copy_of()
    assert slides.main([*call, "--root", str(root)]) == 2
    assert said in capsys.readouterr().err
    assert not list((root / "dist/tayangan").glob("*"))


def test_a_picture_that_is_no_drawing_is_shown_as_it_is(copy_of: CopyOf, tmp_path: Path) -> None:
    root = copy_of()
    png = Path(__file__).parents[3] / "docs/panduan/gambar/masalah.png"
    shutil.copy(png, root / "docs/modul-02/foto.png")
    page = root / "docs/modul-02/index.md"
    page.write_text(page.read_text("utf-8").replace("(kerangka.svg)", "(foto.png)"), encoding="utf-8")
    book = whole(root)
    make.write(book, make.drawn(book, [2]), tmp_path)
    picture = next(shape for shape in shown(tmp_path / "modul-02.pptx")[2].shapes if hasattr(shape, "image"))
    alt: Any = picture._element._nvXxPr.cNvPr.get("descr")
    assert alt == "Bagan: benih menjadi kecambah, lalu bibit"
    image = sections(tmp_path / "modul-02.html")[2].find(".//img")
    assert image.get("src").startswith("data:image/png;base64,")
    assert image.get("alt") == alt


def test_a_drawing_of_other_shapes_is_a_picture_of_points_in_a_presenters_file(
    copy_of: CopyOf, tmp_path: Path
) -> None:
    """An ellipse with a style is not read as a shape, and python-pptx takes no SVG."""
    root = copy_of()
    (root / "docs/modul-02/kerangka.svg").write_text(OTHER, encoding="utf-8")
    book = whole(root)
    make.write(book, make.drawn(book, [2]), tmp_path)
    pictures = [shape for shape in shown(tmp_path / "modul-02.pptx")[2].shapes if hasattr(shape, "image")]
    with Image.open(io.BytesIO(pictures[0].image.blob)) as image:
        assert abs(image.width / image.height - 32 / 12) < 0.02
        assert image.width > 1000
        assert image.getpixel((image.width // 2, image.height // 2)) == (204, 0, 0)


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
