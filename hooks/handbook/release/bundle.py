"""Folders as files to hand on: a ZIP and a list of checksums, the same bytes for the same content."""

import hashlib
from pathlib import Path

from handbook.site import portable

CHECKSUMS = "SHA256SUMS"


def pack(folder: Path, out: Path, *, inside: str) -> None:
    """Write a folder into a ZIP, below a folder of the name `inside`."""
    portable.pack(out, inside, ((_name(path, folder), path.read_bytes()) for path in files(folder)))


def write_checksums(folder: Path) -> None:
    """SHA256SUMS of all files in a folder, to be checked with `sha256sum --check`."""
    lines = [
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {_name(path, folder)}" for path in files(folder)
    ]
    (folder / CHECKSUMS).write_text("\n".join(lines) + "\n", encoding="utf-8")


def files(folder: Path) -> list[Path]:
    """All files below a folder in a fixed order, the list of checksums left out."""
    found = (path for path in folder.rglob("*") if path.is_file() and path.name != CHECKSUMS)
    return sorted(found, key=lambda path: _name(path, folder))


def _name(path: Path, folder: Path) -> str:
    return path.relative_to(folder).as_posix()
