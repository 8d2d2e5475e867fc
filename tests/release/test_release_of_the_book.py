"""The real book published in two folders: the same bytes. `test_release.py` does it with a small book."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.conftest import PROJECT
from tests.release.publishing import APPROVED, bytes_of, record, run


@pytest.mark.slow
@pytest.mark.pdf
@pytest.mark.usefixtures("host_environment")
def test_two_folders_give_the_same_bytes_of_the_real_book(tmp_path: Path) -> None:
    first_root = tmp_path / "satu" / "buku"
    for name in ("docs", "pelatihan"):
        shutil.copytree(PROJECT / name, first_root / name)
    text = (PROJECT / "handbook.yml").read_text(encoding="utf-8")
    approved = text if "pengesahan:" in text else text.replace("  alamat:", f"{APPROVED}  alamat:", 1)
    (first_root / "handbook.yml").write_text(approved, encoding="utf-8")
    edition = re.search(r"^  edisi: (\S+)$", approved, re.M)
    assert edition
    roots = [first_root, shutil.copytree(first_root, tmp_path / "dua-yang-lebih-panjang" / "buku")]
    for root in roots:
        record(root)
        assert run(root, edition[1]) == 0
    first, second = (bytes_of(root / "dist") for root in roots)
    assert first == second
    assert sum(name.endswith(".pdf") for name in first) > 70
