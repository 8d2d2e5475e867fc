"""Each kind of form part on its own: one small form in forms/, drawn for site and print.

Golden files stand in goldens/; `pytest --update-goldens` writes them anew.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, get_args
from xml.etree.ElementTree import Element, tostring

import pikepdf
import pytest

from handbook.book.report import Reporter
from handbook.content import formsheet, instrument
from handbook.content.forms.bingo import Bingo
from handbook.content.forms.kinds import AnyPart
from handbook.content.instrument import Instrument
from handbook.html import Audience, Context, Medium, e, emphasised, kicker
from handbook.press import Label, Metadata, Part, PrintJob, Report, press
from handbook.print.printing import LIBRARY, STYLES
from handbook.source.validation import validate
from handbook.source.yamltext import read_yaml
from handbook.strings import load
from tests.conftest import PROJECT
from tests.markdown.test_goldens import pretty

FORMS = Path(__file__).with_name("forms")
NAMES = sorted(path.stem for path in FORMS.glob("*.yml"))
GOLDENS = Path(__file__).with_name("goldens")
NEEDS_NO_TEST_HERE = {"kisi", "isian"}
"""The minibook has these."""
FIELDS = ("input", "textarea")


def read(text: str) -> tuple[Instrument | None, list[str]]:
    """A form and its problems in the authors' words."""
    source = read_yaml("formulir.yml", text)
    assert source.root is not None
    value, problems = validate(Instrument, source.root)
    return value, [Reporter(load("id")).line(item) for item in problems]


def form(name: str) -> Instrument:
    """A form of forms/, which has no problem."""
    value, lines = read((FORMS / f"{name}.yml").read_text(encoding="utf-8"))
    assert value is not None, lines
    return value


def context(medium: Medium, language: str = "id") -> Context:
    """A context in which nothing is linked."""
    return Context(
        load(language), Audience.PARTICIPANT, medium, lambda _: None, emphasised, str, "Buku kebun 2026.1"
    )


def drawn(name: str, medium: Medium, language: str = "id") -> Element:
    value, where = form(name), context(medium, language)
    title = e("h1", kicker(value.label(where.strings)), value.title, id=value.id)
    return e("article", title, *formsheet.to_html(value, 2, where))


def fields(root: Element) -> list[Element]:
    return [element for element in root.iter() if element.tag in FIELDS]


def test_every_kind_has_a_form() -> None:
    classes = get_args(get_args(AnyPart)[0])
    kinds = {kind for one in classes for kind in get_args(one.model_fields["kind"].annotation)}
    assert {*NAMES} == kinds - NEEDS_NO_TEST_HERE
    assert {part.kind for name in NAMES for part in form(name).parts} == {*NAMES}


def test_a_row_of_a_grid_may_have_a_height_of_its_own() -> None:
    text = (PROJECT / "tests/minibook/docs/modul-02/ik-2-1.yml").read_text(encoding="utf-8")
    value, lines = read(text.replace("{id: langkah, nomor: II,", "{id: langkah, nomor: II, tinggi: 9mm,"))
    assert value is not None, lines
    sheet = e("article", *formsheet.to_html(value, 2, context(Medium.PRINT)))
    rooms = {area.get("name", "").split(".")[-2]: area.get("class") for area in sheet.iter("textarea")}
    assert (rooms["keadaan"], rooms["langkah"]) == ("h-14mm", "h-9mm")


@pytest.mark.parametrize("medium", list(Medium))
@pytest.mark.parametrize("name", NAMES)
def test_form_is_as_its_golden(name: str, medium: Medium, request: pytest.FixtureRequest) -> None:
    markup = (tostring(child, encoding="unicode", method="html") for child in drawn(name, medium))
    found = pretty("".join(markup))
    golden = GOLDENS / f"{name}.{medium}.html"
    if request.config.getoption("--update-goldens"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(found, encoding="utf-8")
    assert found.splitlines() == golden.read_text(encoding="utf-8").splitlines()


def test_every_golden_belongs_to_a_form() -> None:
    expected = {f"{name}.{medium}.html" for name in NAMES for medium in Medium}
    assert {path.name for path in GOLDENS.iterdir()} == expected


@pytest.mark.parametrize("medium", list(Medium))
@pytest.mark.parametrize("name", NAMES)
def test_ids_are_unique_and_a_field_is_named_like_its_id(name: str, medium: Medium) -> None:
    root = drawn(name, medium)
    ids = [id_ for element in root.iter() if (id_ := element.get("id"))]
    assert sorted(ids) == sorted({*ids})
    assert all(field.get("id") == field.get("name") for field in fields(root) if not is_choice(field))


@pytest.mark.parametrize("name", NAMES)
def test_every_field_has_one_label(name: str) -> None:
    root = drawn(name, Medium.SITE)
    labels = [(label.get("for"), " ".join("".join(label.itertext()).split())) for label in root.iter("label")]
    assert [target for target, _ in labels] == [*dict(labels)]
    assert {*dict(labels)} == {field.get("id") for field in fields(root)}
    assert all(words and "*" not in words for _, words in labels)


@pytest.mark.parametrize("name", NAMES)
def test_places_to_fill_in_are_the_fields(name: str) -> None:
    value = form(name)
    identity = {f"{value.id}.{key}" for key in value.identity}
    places = {".".join((value.id, *path)) for path in instrument.field_paths(value)} | identity
    written = {str(field.get("name")) for field in fields(drawn(name, Medium.SITE)) if not is_choice(field)}
    on_paper = {str(field.get("name")) for field in fields(drawn(name, Medium.PRINT))}
    assert written == places
    assert {name if name in places else name.rpartition(".")[0] for name in on_paper} == places


def is_choice(field: Element) -> bool:
    """A button that stands for a text of the field beside it."""
    return field.get("type") == "radio"


def test_choices_are_buttons_on_the_site_and_boxes_on_paper() -> None:
    """Each box says what it answers; the buttons of a group share a name that is no place of an answer."""
    place = "ik-2-2.alat.2.kini"
    site = {str(field.get("id")): field for field in fields(drawn("tabel", Medium.SITE))}
    buttons = [field for id_, field in site.items() if id_.startswith(f"{place}?")]
    assert [button.get("data-answer") for button in buttons] == ["baik", "rusak", "?"]
    assert {button.get("name") for button in buttons} == {f"{place}?"}
    assert site[place].tag == "textarea"
    paper = drawn("tabel", Medium.PRINT)
    boxes = [field for field in fields(paper) if str(field.get("id")).startswith(place)]
    assert [(box.get("type"), box.get("id")) for box in boxes] == [
        ("checkbox", f"{place}.{number}") for number in (1, 2, 3)
    ]
    said = {label.get("for"): "".join(label.itertext()) for label in paper.iter("label")}
    assert said[f"{place}.2"] == "Baris 2, kolom Keadaan: rusak"


def test_kinds_of_answers_bring_their_keyboard() -> None:
    site = {str(field.get("id")): field for field in fields(drawn("tabel", Medium.SITE))}
    assert site["ik-2-2.bibit.1.nanti"].get("inputmode") == "decimal"
    assert site["ik-2-2.bibit.1.kini"].get("inputmode") is None


@pytest.mark.parametrize("name", NAMES)
def test_an_example_fills_places_and_is_shown(name: str) -> None:
    value = form(name)
    assert {*instrument.example_texts(value)} - {()} <= instrument.field_paths(value)
    words = "".join(drawn(name, Medium.SITE).itertext())
    assert all(text in words for text in leaves(value.example))


def leaves(tree: Any) -> list[str]:
    return [text for child in tree.values() for text in leaves(child)] if isinstance(tree, dict) else [tree]


@pytest.mark.parametrize("name", NAMES)
def test_the_engine_says_nothing_indonesian_in_an_english_book(name: str) -> None:
    said = {lang: "".join(drawn(name, Medium.SITE, lang).itertext()) for lang in ("id", "en")}
    assert not re.search(
        r"\b(Jumlah [AB]|Tanda tangan|Anggota|Tema:|Ya|Tidak|Nama:|Kartu hijau)\b", said["en"]
    )
    assert said["id"] != said["en"]


@pytest.mark.parametrize("size", [3, 5])
def test_a_bingo_sheet_is_stable_and_repeats_nothing(size: int) -> None:
    texts = [f"Teks {number}" for number in range(size**2 + 9)]
    value = Bingo(kind="bingo", id="lembar", size=size, texts=texts, middle="Bebas")
    rows = value.sheet("ik-2-9")
    squares = [square.title for row in rows for square in row]
    assert squares == [square.title for row in value.sheet("ik-2-9") for square in row]
    assert squares != [square.title for row in value.sheet("ik-2-8") for square in row]
    assert len({*squares}) == len(squares) == size**2
    assert rows[size // 2][size // 2].title == "Bebas"


WRONG = {
    "bingo-kurang": (
        "bingo",
        "      - Berkebun di sekolah\n",
        "",
        "isi paling sedikit 13 teks untuk ukuran 3",
    ),
    "bingo-ganda": ("bingo", "- Punya sekop", "- Punya sumur", "dua kali “Punya sumur”"),
    "bingo-genap": ("bingo", "ukuran: 3", "ukuran: 4", "isi paling sedikit 20 teks"),
    "bingo-besar": ("bingo", "ukuran: 3", "ukuran: 6", "paling banyak 5"),
    "kartu-lima": ("kartu", "per_lembar: 4", "per_lembar: 5", "4, 6, atau 8 kartu per lembar"),
    "kartu-tanpa-judul": (
        "kartu",
        "    judul_kosong: Tanaman saya\n",
        "",
        "judul_kosong bila ada kartu kosong",
    ),
    "pasangan-tanpa-b": ("pasangan", ", b: Saya menyiram sore hari.", "", 'Kunci "b" belum ada'),
    "kriteria-tinggi": ("kriteria", "12mm", "12 mm", "tinggi dari 8mm sampai 60mm"),
    "kasus-tanpa-cerita": ("kasus", 'sebab kebun itu kering?"}', 'sebab?", baris: 9}', "paling banyak 7"),
    "komitmen-ganda": ("komitmen", "id: ketua", "id: tambahan", "bukan sama-sama tambahan"),
    "lembar-ganda": ("lembar-kelompok", "id: usul", "id: anggota", "bukan sama-sama anggota"),
    "tabel-anak": ("tabel", "{id: nanti, ", "{", "kolom tanpa anak memerlukan id"),
    "pilihan-ganda": ("tabel", '[baik, rusak, "?"]', "[baik, rusak, Baik]", "pilihan yang semuanya berbeda"),
    "pilihan-satu": ("tabel", '[baik, rusak, "?"]', "[baik]", "banyaknya butir paling sedikit 2"),
    "pilihan-gabungan": (
        "tabel",
        "judul: Jumlah\n",
        "judul: Jumlah\n        jenis: angka\n",
        "tulis keduanya",
    ),
    "jenis-asing": ("tabel", "jenis: angka", "jenis: nomor", "angka atau tanggal"),
    "identitas-ganda": ("bingo", "[nama]", "[nama, nama]", "setiap baris identitas satu kali"),
    "setengah-rebah": (
        "bingo",
        "orientasi: tegak",
        "orientasi: lanskap\ncetak: {ukuran: setengah}",
        "hanya pada formulir dengan orientasi: tegak",
    ),
    "anonim-identitas": (
        "bingo",
        "identitas: [nama]",
        "identitas: [nama]\nanonim: ya",
        "formulir anonim tanpa",
    ),
    "anonim-peran": (
        "lembar-kelompok",
        "identitas: [tanggal]",
        "anonim: ya\nidentitas: [tanggal]",
        "tanpa peran, dan tanpa mengambil_dari",
    ),
    "anonim-mengambil": (
        "kartu",
        "anonim: ya",
        "anonim: ya\nmengambil_dari: [{dari: ik-2-1.kisi, ke: kartu.kosong-1}]",
        "tanpa mengambil_dari",
    ),
    "identitas-asing": ("bingo", "[nama]", "[alamat]", "nama, kecamatan"),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_mistake_is_told_in_the_authors_words(case: str) -> None:
    name, old, new, words = WRONG[case]
    text = (FORMS / f"{name}.yml").read_text(encoding="utf-8")
    assert text.count(old) == 1
    _, lines = read(text.replace(old, new))
    assert len(lines) == 1, lines
    assert words in lines[0]


def test_the_middle_of_an_even_sheet_is_refused() -> None:
    with pytest.raises(ValueError, match="bingo_tengah"):
        Bingo(kind="bingo", id="b", size=4, texts=[str(n) for n in range(20)], middle="Bebas")


def print_all(folder: Path) -> tuple[Path, Report]:
    """All forms as one part of a book."""
    pages = [drawn(name, Medium.PRINT) for name in NAMES]
    for page in pages:
        page.set("class", "page page-instrument")
    body = "".join(tostring(page, encoding="unicode", method="html") for page in pages)
    html = (
        '<!DOCTYPE html><html lang="id" class="accent-2"><head><title>Formulir</title></head>'
        f'<body data-part="Formulir" data-prefix="2-">{body}</body></html>'
    )
    out = folder / "formulir.pdf"
    created = datetime(2026, 11, 23, tzinfo=UTC)
    job = PrintJob(
        [Part("formulir", "Formulir", html, Label("D", "2-"))],
        out,
        Metadata("Formulir", language="id", subject="Uji", edition="2026.1", created=created),
        base=PROJECT,
        stylesheets=[STYLES / "book.css"],
        library=LIBRARY,
        workers=1,
    )
    return out, press(job)


@pytest.mark.pdf
def test_print_has_every_field_with_its_words_and_no_warning(tmp_path: Path) -> None:
    out, report = print_all(tmp_path)
    assert report.warnings == ()
    names = {field.get("name") for name in NAMES for field in fields(drawn(name, Medium.PRINT))}
    with pikepdf.open(out) as pdf:
        widgets = [
            note for page in pdf.pages for note in page.get("/Annots", []) if note.Subtype == "/Widget"
        ]
        assert {full_name(widget) for widget in widgets} == names
        assert all(str(widget.TU) for widget in widgets)
        boxes = [str(widget.TU) for widget in widgets if "/AP" in widget]
    assert {"1: Ya", "Pagar kebun “rapat”: Mulai", "Saya menanam sendiri."} <= {*boxes}


def full_name(field: pikepdf.Object) -> str:
    """The name that a form filler sees; of a box of a choice the choice, then what the box stands for."""
    if "/T" not in field:
        (state,) = field.AP.N.keys()
        return full_name(field.Parent).replace(".pilihan", f".{state[1:]}")
    own = str(field.T)
    return f"{full_name(field.Parent)}.{own}" if "/Parent" in field else own
