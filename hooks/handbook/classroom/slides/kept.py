"""Decks put in place: a file that somebody has edited is never replaced, the new one is laid beside it.

The hash of each file that was written is remembered in a file of its own; a file with another hash, or one
of which nothing is known, belongs to who edited it.
"""

import hashlib
import json
from pathlib import Path

RECORD = "tertulis.json"
"""Beside the decks: the hash of each as it was written, by name."""


def name_for(folder: Path, name: str, made: Path) -> str:
    """The name of a made file in a folder: its own, or the first that is free of `-baru`, `-baru-2` …"""
    content, known = _hash(made), _read(folder)
    stem, suffix = Path(name).stem, Path(name).suffix
    more = (f"{stem}-baru{f'-{number}' if number > 1 else ''}{suffix}" for number in range(1, 1000))
    return next(found for found in (name, *more) if _may_write(folder / found, content, known))


def remember(folder: Path, out: Path, names: list[str]) -> None:
    """Write into `out` the record of a folder with some files made anew there."""
    known = {name: digest for name, digest in _read(folder).items() if (folder / name).is_file()}
    known |= {name: _hash(out / name) for name in names}
    words = json.dumps(dict(sorted(known.items())), indent=1)
    (out / RECORD).write_text(words + "\n", encoding="utf-8")


def _may_write(path: Path, content: str, known: dict[str, str]) -> bool:
    """Whether a path is free, holds what would be written, or what was written and nobody has changed."""
    return not path.exists() or _hash(path) in (content, known.get(path.name))


def _read(folder: Path) -> dict[str, str]:
    try:
        found = json.loads((folder / RECORD).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(name): str(digest) for name, digest in found.items()} if isinstance(found, dict) else {}


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
