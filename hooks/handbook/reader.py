"""Files of a book as text; what cannot be read as such is a problem, not a traceback."""

from __future__ import annotations

from pathlib import Path

from handbook.problem import Kind, Place, Problem, problem


def read_text(root: Path, path: str) -> tuple[str | None, list[Problem]]:
    """The text of the file at `path` below `root`.

    Links out of the book, missing or empty files and bytes that are not UTF-8 are
    problems; a byte-order mark and Windows line ends are passed over.
    """
    file = root / path
    if not file.is_file():
        return None, [problem(Place(path), Kind.FILE_MISSING, kata=path)]
    if not file.resolve().is_relative_to(root.resolve()):
        return None, [problem(Place(path), Kind.SYMLINK, kata=path)]
    raw = file.read_bytes().removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")
    if not raw.strip():
        return None, [problem(Place(path), Kind.FILE_EMPTY, kata=path)]
    try:
        return raw.decode("utf-8"), []
    except UnicodeDecodeError as error:
        return None, [_not_utf8(path, raw, error)]


def _not_utf8(path: str, raw: bytes, error: UnicodeDecodeError) -> Problem:
    before = raw[: error.start].decode("utf-8")
    place = Place(path, before.count("\n") + 1, len(before) - before.rfind("\n"))
    return problem(place, Kind.NOT_UTF8, kata=f"0x{raw[error.start]:02x}")
