"""Files of a book as text; what cannot be read as such is a problem, not a traceback."""

import codecs
import os
import re
from itertools import accumulate
from pathlib import Path

from handbook.problem import Kind, Place, Problem, problem

_BYTE_ORDER = b"\xef\xbb\xbf"
_MERGE = re.compile(r"^(?:<{7}|>{7})(?: [^\n]*)?$", re.M)
LARGEST = 500_000
"""Bytes of one text; the longest of the handbook has twenty thousand."""
ASIDE = "docs/decisions"
"""Why the engine is as it is: for those who maintain it, no part of a book."""


PLANS = "pelatihan"
"""The folder with the plans of courses, beside docs/."""
APPROVALS = "pengesahan.yml"
"""The approvals of modules, beside docs/."""
EDITIONS = "editions"
"""The folder with the published editions as they are kept, beside docs/."""


def book_files(root: Path) -> list[Path]:
    """All files and folders below docs/ of a book, in order; of docs/decisions only the folder itself."""
    found: list[Path] = []
    for folder, inside, names in os.walk(root / "docs"):
        found += [Path(folder, name) for name in (*inside, *names)]
        inside[:] = [name for name in inside if Path(folder, name) != root / ASIDE]
    return sorted(found, key=lambda path: path.parts)


def read_text(root: Path, path: str) -> tuple[str | None, list[Problem]]:
    """The text of the file at `path` below `root`.

    Symbolic links, missing or empty files and bytes that are not UTF-8 are
    problems, these with the word that they belong to; a byte-order mark of
    UTF-8 and Windows line ends are passed over.
    """
    file = root / path
    if is_linked(root, path):
        return None, [problem(Place(path), Kind.SYMLINK, kata=path)]
    if not file.is_file():
        return None, [problem(Place(path), Kind.FILE_MISSING, kata=path)]
    if file.stat().st_size > LARGEST:
        return None, [problem(Place(path), Kind.FILE_TOO_BIG, kata=path, batas=LARGEST // 1000)]
    raw = _plain(file.read_bytes())
    if not raw.strip():
        return None, [problem(Place(path), Kind.FILE_EMPTY, kata=path)]
    if wide := _wide(raw):
        return None, [problem(Place(path), Kind.NOT_UTF8, kata=wide, asal="UTF-16")]
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, [_not_utf8(path, raw, error)]
    marks = _merge_mark(path, text)
    return (None, marks) if marks else (text, [])


def _plain(raw: bytes) -> bytes:
    """Bytes without a byte-order mark at their start and with Unix line ends."""
    while raw.startswith(_BYTE_ORDER):
        raw = raw.removeprefix(_BYTE_ORDER)
    return raw.replace(b"\r\n", b"\n").replace(b"\r", b"\n")


def _merge_mark(path: str, text: str) -> list[Problem]:
    """The first conflict marker of git, if there is one."""
    mark = _MERGE.search(text)
    if mark is None:
        return []
    return [problem(Place.in_text(path, text, mark.start()), Kind.MERGE_MARK, kata=mark.group()[:60])]


def usual_name(name: str) -> tuple[str, ...]:
    """The required spelling of a file name, as the only item; empty when the name has it."""
    usual = re.sub(r"[^a-z0-9.]+", "-", name.lower())
    return () if usual == name else (usual,)


def is_there(file: Path) -> bool:
    """Whether there is a file of this name; False for a name too long for the system."""
    try:
        return file.is_file()
    except OSError:
        return False


def is_linked(root: Path, path: str) -> bool:
    """Whether a file, or a folder of the book above it, is a symbolic link."""
    places = accumulate(path.split("/"), os.path.join, initial=str(root))
    next(places)  # the folder of the book may stand anywhere
    return any(map(os.path.islink, places))


def _wide(raw: bytes) -> str:
    """The first words of a text in UTF-16, with or without its mark; empty for any other."""
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding = "utf-16"
    elif raw[1::2].count(0) > len(raw) // 3:
        encoding = "utf-16-le"
    elif raw[::2].count(0) > len(raw) // 3:
        encoding = "utf-16-be"
    else:
        return ""
    return raw.decode(encoding, "replace").strip().partition("\n")[0][:60] or "…"


def _not_utf8(path: str, raw: bytes, error: UnicodeDecodeError) -> Problem:
    """The word with the first strange byte, as Windows-1252 has it: the encoding of most old programs."""
    before = raw[: error.start].decode("utf-8")
    word = re.split(r"\s", before)[-1] + raw[error.start :].split(maxsplit=1)[0].decode("cp1252", "replace")
    return problem(
        Place.in_text(path, before, len(before)), Kind.NOT_UTF8, kata=word[:60], asal="Windows-1252"
    )
