"""Published editions as kept: the texts of their sources, and a fingerprint of every sheet.

    editions/2026.1/handbook.yml, docs/…, pelatihan/…, pengesahan.yml   as they were
    editions/2026.1/fingerprints.json      its sheets and the addresses of its pages

With that, later editions are compared without any old PDF.
"""

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from handbook.archive.fingerprints import PrintedUnit
from handbook.book import Book
from handbook.settings import FILE
from handbook.source.files import APPROVALS, EDITIONS, PLANS, book_files

FOLDER = EDITIONS
FINGERPRINTS = "fingerprints.json"
SHEETS = "lembar.json"
"""Beside the products: the fingerprints of what was printed."""
TEXTS = (".md", ".yml")
UNITS = TypeAdapter(list[PrintedUnit])


def stored(root: Path) -> list[str]:
    """Names of all kept editions, oldest first."""
    found = [path.parent.name for path in (root / FOLDER).glob(f"*/{FINGERPRINTS}")]
    return sorted(found, key=order)


def order(edition: str) -> tuple[int, ...]:
    """The sort key of an edition's name as two numbers: 2026.10 comes after 2026.9."""
    return tuple(int(step) if step.isdecimal() else 0 for step in edition.split("."))


def before(root: Path, edition: str) -> str | None:
    """The kept edition right before one, None for the first."""
    return next((name for name in reversed(stored(root)) if order(name) < order(edition)), None)


def sources(root: Path, edition: str) -> Path:
    """The folder with the texts of an edition, laid out like a book."""
    return root / FOLDER / edition


def sheets(root: Path, edition: str) -> dict[str, PrintedUnit]:
    """Fingerprints of an edition's sheets by id."""
    return unpacked(_facts(root, edition)["units"])


def addresses(root: Path, edition: str) -> list[str]:
    """The addresses of an edition's pages, from the root of its site."""
    return [str(address) for address in _facts(root, edition)["addresses"]]


def unpacked(rows: object) -> dict[str, PrintedUnit]:
    """Units from plain values, by id; what another engine added is passed over."""
    return {unit.id: unit for unit in UNITS.validate_python(rows)}


def read_sheets(folder: Path) -> dict[str, PrintedUnit]:
    """The sheets that were last printed into a folder; none when it has none."""
    file = folder / SHEETS
    return unpacked(json.loads(file.read_text(encoding="utf-8"))) if file.is_file() else {}


def write_sheets(units: Mapping[str, PrintedUnit], folder: Path) -> None:
    """Put the sheets of a printed book beside it."""
    words = json.dumps(UNITS.dump_python([*units.values()]), ensure_ascii=False, indent=1)
    (folder / SHEETS).write_text(words + "\n", encoding="utf-8")


def store(book: Book, units: Mapping[str, PrintedUnit], folder: Path) -> None:
    """Write an edition into a folder that is not there yet."""
    for name, path in _texts(book.root).items():
        copy = folder / name
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)
    facts = {
        "edition": book.settings.book.edition,
        "date": book.settings.book.date.isoformat(),
        "addresses": [page.address for page in book.pages.values()],
        "units": UNITS.dump_python([*units.values()]),
    }
    words = json.dumps(facts, ensure_ascii=False, indent=1)
    (folder / FINGERPRINTS).write_text(words + "\n", encoding="utf-8")


def is_kept(book: Book, edition: str) -> bool:
    """Whether the book's texts are those of a kept edition."""
    own, kept = _texts(book.root), _texts(sources(book.root, edition))
    is_there = edition in stored(book.root) and own.keys() == kept.keys()
    return is_there and all(path.read_bytes() == kept[name].read_bytes() for name, path in own.items())


def _texts(root: Path) -> dict[Path, Path]:
    """The settings, approvals, plans of courses and all texts of a book, by their path from its folder."""
    texts = (path for path in book_files(root) if path.suffix in TEXTS and path.is_file())
    beside = [*root.glob(APPROVALS), *sorted((root / PLANS).glob("*.yml"))]
    return {path.relative_to(root): path for path in (root / FILE, *beside, *texts)}


def _facts(root: Path, edition: str) -> dict[str, Any]:
    words = (sources(root, edition) / FINGERPRINTS).read_text(encoding="utf-8")
    facts: dict[str, Any] = json.loads(words)
    return facts
