"""A copy of a book's sources, in which a change is made and judged before it is put in place."""

import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

from handbook.archive.archive import FOLDER
from handbook.settings import FILE
from handbook.source.files import PLANS


def lay_out(root: Path, folder: Path, files: Mapping[str, bytes], removed: Iterable[str] = ()) -> None:
    """Copy the texts of a book into a folder, and change them there: new contents by path, files removed."""
    for name in ("docs", PLANS):
        if (root / name).is_dir():
            shutil.copytree(root / name, folder / name, symlinks=True)
    shutil.copyfile(root / FILE, folder / FILE)
    if (root / FOLDER).is_dir():
        (folder / FOLDER).symlink_to((root / FOLDER).resolve())
    for path in removed:
        (folder / path).unlink()
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
