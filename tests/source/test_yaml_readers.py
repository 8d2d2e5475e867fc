"""The book's data are YAML that every reader takes, not only the one that the engine is built on."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from ruamel.yaml import YAML

from handbook.source.files import book_files
from tests.conftest import ENGLISH_BOOK, MINIBOOK, PROJECT

BOOKS = {"camat": PROJECT, "mini": MINIBOOK, "english": ENGLISH_BOOK}


def data(root: Path) -> dict[str, str]:
    """All YAML of a book: its settings, its data files, the front matter of its pages."""
    files = {path: path.read_text(encoding="utf-8") for path in book_files(root) if path.suffix == ".yml"}
    files[root / "handbook.yml"] = (root / "handbook.yml").read_text(encoding="utf-8")
    for path in [path for path in book_files(root) if path.suffix == ".md"]:
        _, _, rest = path.read_text(encoding="utf-8").partition("---\n")
        files[path] = rest.partition("\n---\n")[0] + "\n"
    return {path.relative_to(root).as_posix(): text for path, text in files.items()}


def by_ruamel(text: str) -> Any:
    return YAML(typ="base", pure=True).load(text)


def by_pyyaml(text: str) -> Any:
    return yaml.load(text, Loader=yaml.BaseLoader)


@pytest.mark.parametrize("book", BOOKS)
@pytest.mark.parametrize("reader", [by_ruamel, by_pyyaml])
def test_every_reader_reads_the_same(book: str, reader: Any) -> None:
    texts = data(BOOKS[book])
    assert len(texts) > 10
    other = {path: text for path, text in texts.items() if not same(text, reader)}
    assert list(other) == []


def same(text: str, reader: Any) -> bool:
    try:
        return bool(reader(text) == yaml.load(text, Loader=yaml.CBaseLoader))
    except Exception:
        return False


def test_what_only_one_reader_takes_is_found() -> None:
    assert not same("- {teks: Seberapa besar?, umpan_balik: Ya.}", by_pyyaml)
