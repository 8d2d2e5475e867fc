"""Single modules and single forms, cut out of the book: the same pages, whole in themselves."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from handbook.press import Extract, PressError
from tests.press.sample import METADATA, elements, make, text_of

pytestmark = pytest.mark.pdf


def extract(folder: Path, name: str, part: str, first: str = "", until: str = "") -> Extract:
    return Extract(folder / "lepas" / f"{name}.pdf", part, replace(METADATA, title="IK 2.1"), first, until)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The mini-book with two modules, a form and the opening of a module of their own."""
    folder = tmp_path_factory.mktemp("lepas")
    make(
        folder,
        extracts=[
            extract(folder, "modul-01", "modul-01"),
            extract(folder, "ik-2-1", "modul-02", "ik-2-1"),
            extract(folder, "pembuka", "modul-02", "modul-2", "ik-2-1"),
            replace(extract(folder, "disusul", "modul-02", "ik-2-1"), then="modul-01"),
        ],
    )
    return folder / "lepas"


@pytest.fixture
def form(folder: Path) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(folder / "ik-2-1.pdf") as pdf:
        yield pdf


def test_pages_keep_their_labels(folder: Path) -> None:
    labels = {}
    for file in folder.iterdir():
        with pikepdf.open(file) as pdf:
            labels[file.stem] = [page.label for page in pdf.pages]
    assert labels == {
        "modul-01": ["1-1", "1-2"],
        "ik-2-1": ["2-2"],
        "pembuka": ["2-1"],
        "disusul": ["2-2", "1-1", "1-2"],
    }


def test_a_part_that_follows_is_whole(folder: Path) -> None:
    assert text_of(folder / "disusul.pdf") == text_of(folder / "ik-2-1.pdf") + text_of(
        folder / "modul-01.pdf"
    )


def test_empty_pages_are_none_of_a_part(tmp_path: Path) -> None:
    _, report = make(tmp_path, recto=True)
    counts, total = list(report.pages.values()), 0
    for count in counts:
        total += total % 2 + count
    with pikepdf.open(report.out) as pdf:
        assert total == len(pdf.pages) > sum(counts)


def test_only_the_pages_asked_for_are_there(folder: Path) -> None:
    form = text_of(folder / "ik-2-1.pdf")
    assert "Kisi diagnosis" in form
    assert "Kembali ke" not in form
    assert "IK 2.1 (hlm. 2-2)" in " ".join(text_of(folder / "modul-01.pdf").split())


def test_the_form_can_be_filled_in(form: pikepdf.Pdf) -> None:
    names = {field.fully_qualified_name for field in form.acroform.fields}
    assert {"ik-2-1.nama", "ik-2-1.setuju", "ik-2-1.kisi.sebab.akta"} <= names


def test_links_that_would_lead_out_become_text(folder: Path) -> None:
    with pikepdf.open(folder / "modul-01.pdf") as pdf:
        links = [a for page in pdf.pages for a in page.obj.get("/Annots", [])]
        assert [str(link.Dest) for link in links if "/Dest" in link] == ["akhir", "awal"]
        tagged = [e for e in elements(pdf.Root.StructTreeRoot) if e.S == "/Link"]
        assert len(tagged) == len(links)
        known = set(pikepdf.NameTree(pdf.Root.Names.Dests))
        assert known == {"modul-1", "awal", "akhir"}


def test_the_tree_holds_nothing_but_its_pages(form: pikepdf.Pdf) -> None:
    page = form.pages[0].obj.objgen
    found = elements(form.Root.StructTreeRoot)
    assert {e.Pg.objgen for e in found if "/Pg" in e} == {page}
    assert len([e for e in found if e.S == "/Document"]) == 1
    keys = list(pikepdf.NumberTree(form.Root.StructTreeRoot.ParentTree))
    held = [int(a.StructParent) for a in form.pages[0].obj.Annots]
    assert sorted(keys) == sorted([int(form.pages[0].obj.StructParents), *held])


def test_bookmarks_are_those_of_the_pages(form: pikepdf.Pdf) -> None:
    with form.open_outline() as outline:
        assert [(item.title, [child.title for child in item.children]) for item in outline.root] == [
            ("IK 2.1", [])
        ]


@pytest.mark.parametrize("name", ["modul-01", "ik-2-1", "pembuka", "disusul"])
def test_files_are_sound(folder: Path, name: str) -> None:
    done = subprocess.run(["qpdf", "--check", folder / f"{name}.pdf"], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    ("part", "first", "words"),
    [("modul-09", "", "no part is called modul-09"), ("modul-01", "ik-2-1", "ik-2-1 is not in modul-01")],
)
def test_extracts_of_nothing_are_refused(tmp_path: Path, part: str, first: str, words: str) -> None:
    with pytest.raises(PressError, match=words):
        make(tmp_path, extracts=[extract(tmp_path, "x", part, first)])
    assert not (tmp_path / "buku.pdf").exists()


def test_extracts_are_kept_too(tmp_path: Path) -> None:
    steps: list[tuple[str, str]] = []
    for _ in range(2):
        steps.clear()
        make(
            tmp_path,
            cache=tmp_path / "simpanan",
            extracts=[extract(tmp_path, "ik-2-1", "modul-02", "ik-2-1")],
            progress=lambda *step: steps.append(step),
        )
    assert steps == []
    assert (tmp_path / "lepas" / "ik-2-1.pdf").is_file()
