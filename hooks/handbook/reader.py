"""Files of a book as text; what cannot be read as such is a problem, not a traceback."""

from __future__ import annotations

from pathlib import Path

from handbook.problem import Kind, Place, Problem, problem

LARGEST = 500_000
"""Bytes of one text; the longest of the handbook has twenty thousand."""


def read_text(root: Path, path: str) -> tuple[str | None, list[Problem]]:
    """The text of the file at `path` below `root`.

    Symbolic links, missing or empty files and bytes that are not UTF-8 are
    problems; a byte-order mark and Windows line ends are passed over.
    """
    file = root / path
    if is_linked(root, path):
        return None, [problem(Place(path), Kind.SYMLINK, kata=path)]
    if not file.is_file():
        return None, [problem(Place(path), Kind.FILE_MISSING, kata=path)]
    if file.stat().st_size > LARGEST:
        return None, [problem(Place(path), Kind.FILE_TOO_BIG, kata=path, batas=LARGEST // 1000)]
    raw = file.read_bytes().removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")
    if not raw.strip():
        return None, [problem(Place(path), Kind.FILE_EMPTY, kata=path)]
    try:
        return raw.decode("utf-8"), []
    except UnicodeDecodeError as error:
        return None, [_not_utf8(path, raw, error)]


def is_linked(root: Path, path: str) -> bool:
    """Whether a file, or a folder of the book above it, is a symbolic link."""
    file = root / path
    return any(
        place.is_symlink() for place in (file, *file.parents) if place != root and place.is_relative_to(root)
    )


def _not_utf8(path: str, raw: bytes, error: UnicodeDecodeError) -> Problem:
    before = raw[: error.start].decode("utf-8")
    place = Place(path, before.count("\n") + 1, len(before) - before.rfind("\n"))
    return problem(place, Kind.NOT_UTF8, kata=f"0x{raw[error.start]:02x}")
