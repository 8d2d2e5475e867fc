"""The folder of the page: complete in itself, in one language, with keys that participants never get."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from handbook.book import Book
from handbook.classroom import marks
from handbook.commands import marks as command
from handbook.html import Audience
from handbook.memory.store import Store
from handbook.products import PRODUCTS
from handbook.products.inspection.leaks import leaks
from handbook.products.inspection.needles import Needles
from handbook.products.inspection.secrets import secrets
from handbook.strings import part
from tests.conftest import ENGLISH_BOOK, CopyOf, whole
from tests.packs.sample import EDITS
from tests.strings.test_english_book import leaves


@pytest.fixture(scope="module")
def folder(project_book: Book, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of two modules."""
    out = tmp_path_factory.mktemp("nilai")
    marks.write(project_book, [3, 4], out)
    return out


class Tags(HTMLParser):
    """The addresses of a page, and what of it a policy would refuse."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.addresses: set[str] = set()
        self.inline: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        own = dict(attrs)
        self.addresses |= {value for key in ("src", "href") if (value := own.get(key))}
        self.inline += [tag] if tag == "style" or (tag == "script" and "src" not in own) else []
        self.inline += [name for name in own if name == "style" or name.startswith("on")]


def test_it_names_no_file_but_its_own_and_has_nothing_inline(folder: Path) -> None:
    page = Tags((folder / "index.html").read_text(encoding="utf-8"))
    named = {address for address in page.addresses if not address.startswith("#")}
    assert {file.name for file in folder.iterdir()} == {*marks.FILES} == {*named, "index.html"}
    assert page.inline == []
    style = (folder / "marks.css").read_text(encoding="utf-8")
    assert "url(" not in re.sub(r'url\("data:', "", style)


def test_the_same_book_gives_the_same_bytes(project_book: Book, folder: Path, tmp_path: Path) -> None:
    marks.write(project_book, [3, 4], tmp_path)
    assert all((tmp_path / name).read_bytes() == (folder / name).read_bytes() for name in marks.FILES)


def test_a_page_of_one_module_has_the_keys_of_no_other(project_book: Book, tmp_path: Path) -> None:
    marks.write(project_book, [3], tmp_path)
    text = (tmp_path / "marks-data.js").read_text(encoding="utf-8")
    data = json.loads(text.partition("window.HandbookMarks = ")[2].rstrip(";\n"))
    assert [bank["number"] for bank in data["modules"]] == [3]
    assert "tes-arah-rinci" in text
    assert "a-dua-pedagang" not in text


def test_a_copy_of_it_in_the_site_would_be_found(project_book: Book, folder: Path, tmp_path: Path) -> None:
    """The leak checks know its data by the words of the tests, wherever it is put."""
    hidden, store = Needles(secrets(project_book)), Store(tmp_path)
    found = list(leaks(folder / "marks-data.js", "site/marks-data.js", hidden, store, of_site=True))
    assert {problem.kind for problem in found} == {"keluaran-bocor"}
    assert len(found) > 10


def test_it_stands_in_no_product_for_participants() -> None:
    own = [product.path for product in PRODUCTS if product.audience is Audience.PARTICIPANT]
    assert [path for path in own if marks.FOLDER.startswith(path) or path.startswith(marks.FOLDER)] == []


def test_every_word_that_the_scripts_ask_for_is_there() -> None:
    words = part("id", "nilai").tree("skrip")
    scripts = (marks.page.THEME / "js/marks").glob("*.js")
    code = "\n".join(file.read_text(encoding="utf-8") for file in scripts)
    named = set(re.findall(r'"(marks_\w+)"', code)) - {"marks_paste_names_how"}
    whole_keys = {name for name in named if not name.endswith("_")}
    assert whole_keys - words.keys() == set()
    begun = tuple(name for name in named if name.endswith("_"))
    assert [
        key for key in words if key not in named and not key.startswith(begun) and key[-4:] != "_how"
    ] == []


def test_an_english_book_has_an_english_page(tmp_path: Path) -> None:
    marks.write(whole(ENGLISH_BOOK), [1], tmp_path)
    text = (tmp_path / "index.html").read_text(encoding="utf-8")
    ours = [words for _, words in leaves(part("id", "nilai").tree("bagian")) if " " in words]
    assert '<html lang="en">' in text
    assert [words for words in ours if words in text] == []


def test_the_command_writes_it_whole_and_refuses_what_is_not_there(
    copy_of: CopyOf, capsys: pytest.CaptureFixture[str]
) -> None:
    root = copy_of(*EDITS)
    assert command.main(["2", "--root", str(root)]) == 0
    assert {file.name for file in (root / "dist/nilai/modul-02").iterdir()} == {*marks.FILES}
    assert command.main(["9", "--root", str(root)]) == 2
    assert command.main(["3", "--root", str(root)]) == 2
    capsys.readouterr()
    assert command.main(["all", "--root", str(root)]) == 0
    assert capsys.readouterr().err.startswith("Selesai: dist/nilai/semua/index.html.")
    assert sorted(item.name for item in (root / "dist/nilai").iterdir()) == ["modul-02", "semua"]
    assert not list(root.glob(".build-*"))
