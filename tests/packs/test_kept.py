"""Names stay in no store that other runs share; a list may have one name only."""

import shutil
from pathlib import Path

import pytest

from handbook import checks
from handbook.memory.store import CACHE
from tests.conftest import MINIBOOK, apply
from tests.packs.sample import EDITS, made

pytestmark = pytest.mark.pdf


def test_a_pack_for_one_person_with_a_name_leaves_nothing_in_the_shared_store(tmp_path: Path) -> None:
    root = shutil.copytree(MINIBOOK, tmp_path / "buku")
    for edit in EDITS:
        apply(root, edit)
    (root / "nama.csv").write_text("Nama;Jabatan\nSiti Rekaan;Camat Contoh\n", encoding="utf-8")
    checks.open_book(root, whole=True)  # reading keeps something too, but no names
    read = kept(root)
    made(root, ["--names", str(root / "nama.csv"), "--start", "9"])
    assert kept(root) == read
    made(root, ["--participants", "3", "--start", "9"])
    assert kept(root) > read


def kept(root: Path) -> set[str]:
    return {entry.name for entry in (root / CACHE).glob("*")}
