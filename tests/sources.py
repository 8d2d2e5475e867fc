"""Copies of the texts of a book, for tests and benchmarks that change them."""

from __future__ import annotations

import shutil
from pathlib import Path

TEXTS = ("docs", "pelatihan", "handbook.yml")
"""All that an author writes; a book need not have plans of courses."""


def copy_texts(book: Path, folder: Path) -> Path:
    """The texts of a book at another place, which has none of them yet."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in TEXTS:
        if (book / name).is_dir():
            shutil.copytree(book / name, folder / name)
        elif (book / name).is_file():
            shutil.copy(book / name, folder / name)
    return folder
