"""Keys of what is kept: hashes of values, of files, of the engine with all that it was installed with."""

import hashlib
import json
import os
import sys
from functools import cache
from pathlib import Path

ENGINE = Path(__file__).parents[3]
"""The folder that holds the engine: hooks/, overrides/, mkdocs.yml."""
PASSED_OVER = ("__pycache__", "node_modules")


def fingerprint(*facts: object) -> str:
    """A hash of plain values."""
    return hashlib.sha256(json.dumps(facts, sort_keys=True, default=str).encode()).hexdigest()


def content_of(path: Path) -> str:
    """The hash of a file's content, empty when it cannot be read."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


def contents_of(*places: Path) -> dict[str, str]:
    """The hash of each file at or below these places, by its path."""
    return {str(file): content_of(file) for place in places for file in _files(place)}


def _files(place: Path) -> list[Path]:
    """A file itself, or all files of a folder in a fixed order; links to folders are not followed."""
    if not place.is_dir():
        return [place]
    found = []
    for folder, inside, names in os.walk(place):
        inside[:] = [name for name in inside if name not in PASSED_OVER]
        found += [Path(folder, name) for name in names]
    return sorted(found)


@cache
def engine() -> str:
    """A hash of the engine's code, templates and settings, and of all packages that it can import.

    A package is known by the name of the folder with its metadata, which has the version.
    """
    own = contents_of(ENGINE / "hooks", ENGINE / "overrides", ENGINE / "mkdocs.yml")
    code = [(os.path.relpath(path, ENGINE), digest) for path, digest in own.items()]
    packages = [name for place in sys.path if Path(place).is_dir() for name in _packages(Path(place))]
    return fingerprint(sys.version, code, packages)


def _packages(place: Path) -> list[str]:
    return sorted(entry.name for entry in place.glob("*.dist-info"))
