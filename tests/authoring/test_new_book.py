"""A new book outside the repository passes the checks, builds and prints; what cannot be made is refused."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2
import pytest

from handbook import checks
from handbook.authoring.starter import STARTERS
from handbook.commands import build, check, new
from handbook.problem import Kind
from handbook.strings import languages, load
from tests.conftest import PROJECT, whole
from tests.products.test_english_products import shown
from tests.strings.test_english_book import texts, words_of

PARTS = ["modul-1", "tahap-1-1", "tahap-1-2", "ik-1-1", "kuis-1", "rangkuman-1"]
REFUSED = [
    ("terisi", "{place} is there already and is not empty"),
    ("berkas.txt", "{place} is there already and is not empty"),
    ("tiada/buku", "There is no folder {parent}"),
    ("buku/di-dalam", "{place} lies within the book {parent}"),
]


def contents(folder: Path) -> dict[Path, bytes | None]:
    return {path: path.read_bytes() if path.is_file() else None for path in folder.rglob("*")}


@pytest.fixture(scope="module", params=languages())
def book(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new book of each language, in a folder whose name has a space."""
    folder = tmp_path_factory.mktemp("books") / f"My Book {request.param}"
    assert new.main(["book", "--language", request.param, str(folder), "Bees: a start"]) == 0
    return folder


def test_every_language_has_the_same_files() -> None:
    found = [
        {path.relative_to(STARTERS / name) for path in (STARTERS / name).rglob("*")} for name in languages()
    ]
    assert found[0]
    assert [files for files in found if files != found[0]] == []


def test_it_passes_the_checks_as_a_draft_with_a_part_of_every_kind(book: Path) -> None:
    assert checks.run(book, whole=True)[1] == []
    made = whole(book)
    assert made.settings.is_draft
    assert made.settings.book.title == "Bees: a start"
    assert made.settings.book.id == f"my-book-{made.settings.book.language}"
    assert [page.id for page in made.of_module(1)] == PARTS


def test_its_words_must_be_replaced_before_it_is_published(book: Path) -> None:
    settings = book / "handbook.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("status: draf", "status: terbit"), encoding="utf-8")
    asked = [item for item in checks.run(book)[1] if item.kind is Kind.SKELETON_WORDS]
    settings.write_text(text, encoding="utf-8")
    assert {item.place.path.rpartition("/")[2] for item in asked} == {
        *("index.md", "tahap-1.md", "tahap-2.md", "ik-1-1.yml", "kuis-1.yml", "rangkuman.md")
    }


def test_its_readme_calls_the_scripts_of_this_engine(book: Path) -> None:
    text = (book / "README.md").read_text(encoding="utf-8")
    called = re.findall(r"^(\S+)/scripts/(\w+) --root \.", text, re.M)
    assert {name for _, name in called} == {"check", "serve", "build", "new", "pack", "schema"}
    assert {Path(folder) for folder, _ in called} == {PROJECT}
    assert all((PROJECT / "scripts" / name).is_file() for _, name in called)


@pytest.mark.pdf
def test_it_builds_and_prints(
    book: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(PROJECT / "hooks"))
    assert build.main(["--root", str(book)]) == 0
    assert capsys.readouterr().err.count(whole(book).settings.strings("laporan.tanpa_alamat")) == 1
    assert check.main(["--root", str(book), "--outputs"]) == 0
    language = whole(book).settings.book.language
    page = book / "site/modul-01/ik-1-1/index.html"
    assert f'lang="{language}"' in page.read_text(encoding="utf-8")
    assert load(language)("instrumen.pendek", nomor="1.1") in shown(page)
    names = {path.relative_to(book / "dist").as_posix() for path in (book / "dist").rglob("*.pdf")}
    assert names == {"buku-peserta.pdf", "modul/modul-01.pdf", "instrumen/ik-1-1.pdf"}
    assert len(pypdfium2.PdfDocument(book / "dist/buku-peserta.pdf")) > 5
    if language == "en":
        foreign = words_of(texts("id.yml")) - words_of(texts("en.yml"))
        assert words_of([("", shown(path)) for path in (book / "site").rglob("*.html")]) & foreign == set()


@pytest.mark.parametrize(("name", "words"), REFUSED)
def test_where_none_can_be_made_it_is_said_and_nothing_is_written(
    name: str, words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "terisi").mkdir()
    (tmp_path / "terisi/catatan.txt").write_text("milik orang")
    (tmp_path / "berkas.txt").write_text("milik orang")
    (tmp_path / "buku").mkdir()
    (tmp_path / "buku/handbook.yml").write_text("buku: {}")
    before, place = contents(tmp_path), tmp_path / name
    assert new.main(["book", str(place), "--language", "en"]) == 1
    said = capsys.readouterr().err
    assert said.startswith(words.format(place=place, parent=place.parent))
    assert "nothing was written" in said
    assert contents(tmp_path) == before


def test_a_language_without_texts_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        new.main(["book", str(tmp_path / "buku"), "--language", "fr"])
    assert end.value.code == 2
    assert '--language: "fr" tidak dikenal. Pilih salah satu: en, id.' in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    (tmp_path / "buku").mkdir()
    assert new.main(["book", str(tmp_path / "buku"), "--language", "id"]) == 0
    assert [path.name for path in tmp_path.iterdir()] == ["buku"]
    assert checks.run(tmp_path / "buku")[1] == []


def test_what_fails_midway_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("handbook.authoring.scaffold.quiz", full)
    with pytest.raises(OSError, match="No space"):
        new.main(["book", str(tmp_path / "buku"), "--language", "en"])
    assert list(tmp_path.iterdir()) == []
