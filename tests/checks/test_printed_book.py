"""Our checks against the book as it was printed in 2018: they find the references that it breaks.

`pytest tests/checks/test_printed_book.py -s` prints the list, each place with its line in the print.
"""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from handbook import checks
from handbook.book.report import Reporter
from handbook.problem import Kind
from tests.checks.printed.cut import Chapter, dump, sheets_of
from tests.conftest import PROJECT

SOURCES = PROJECT.parent / "shared" / "source"
REFERENCES = (Kind.REFERENCE_MISSING, Kind.SERIES_GAP)
LAWS = (Kind.REGULATION_UNKNOWN, Kind.REGULATION_NAME, Kind.REGULATION_ARTICLE)

# What the print calls its things beyond the spellings that handbook.yml allows our authors.
FORMS_SPELLED = ["Instrumeng Kerja", "Istrumen Kerja", "Lembar Kerja", "Lembar Tugas"]
LAWS_SPELLED = {
    "uu": ["Undang Undang", "Undang-Undang RI no."],
    "pp": ["Peraturan Pemerintah Republik Indonesia,"],
    "permendagri": ["Peraturan Menteri Dalam Negeri Republik Indonesia"],
    "permenkes": ["Peraturan Menteri Kesehatan (Permenkes) Republik Indonesia"],
    "permenpanrb": ["Permenpan RB"],
}


@dataclass(frozen=True)
class Break:
    """A reference that the print breaks: its kind, its line in the print, what the report says."""

    kind: Kind
    at: int
    line: str


@pytest.fixture(scope="module")
def text() -> str:
    """The printed book, which is no part of this project."""
    found = sorted(SOURCES.glob("*.txt"))
    if not found:
        pytest.skip("the text of the printed book (../shared/source/*.txt) is not beside this project")
    return found[0].read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def broken(text: str, tmp_path_factory: pytest.TempPathFactory) -> list[Break]:
    """Problems of the kinds that concern references, in the order of the print."""
    root = tmp_path_factory.mktemp("cetak")
    origins = write_book(text, root)
    book, problems = checks.run(root)
    assert book, problems
    say = Reporter(book.settings.strings).line
    found = [item for item in problems if item.kind in REFERENCES + LAWS and item.place.path in origins]
    placed = [Break(item.kind, origins[item.place.path][item.place.line - 1], say(item)) for item in found]
    return sorted(placed, key=lambda item: (item.at, item.line))


def write_book(text: str, root: Path) -> dict[str, list[int]]:
    """Write the rough book; for every file the printed line behind each of its lines."""
    shutil.copytree(PROJECT / "docs" / "lampiran", root / "docs" / "lampiran")
    sheets, chapters = sheets_of(text)
    (root / "handbook.yml").write_text("\n".join(dump(_settings(chapters))), encoding="utf-8")
    origins: dict[str, list[int]] = {}
    for sheet in sheets:
        lines = sheet.lines()
        path = root / sheet.path
        path.parent.mkdir(exist_ok=True)
        path.write_text("\n".join(line for _, line in lines), encoding="utf-8")
        origins[sheet.path] = [at for at, _ in lines]
    return origins


def _settings(chapters: list[Chapter]) -> dict[str, Any]:
    """The project's own settings with the printed modules and the words that the print uses."""
    own = yaml.load((PROJECT / "handbook.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    plans = [{"nomor": c.number, "jp": 1, "status": "draf", "judul": c.title} for c in chapters]
    own |= {"depan": ["index.md"], "panduan": [], "pengecualian": [], "modul": plans}
    own["rujukan"]["instrumen"]["sebutan"] += FORMS_SPELLED
    for form, names in LAWS_SPELLED.items():
        own["sebutan_peraturan"].setdefault(form, []).extend(names)
    return dict(own)


def lines_with(broken: list[Break], *words: str) -> list[int]:
    """The printed lines of all breaks whose report holds these words."""
    return [item.at for item in broken if all(word in item.line for word in words)]


def test_the_list_of_broken_references(broken: list[Break]) -> None:
    sys.stdout.write("\n" + "".join(f"{item.at:5}  {item.line}\n" for item in broken) + f"{len(broken)}\n")
    assert sum(item.kind in REFERENCES for item in broken) >= 14  # 15 on the day of writing
    assert len(broken) >= 20  # 33 then; laws drop out as docs/lampiran/peraturan.yml comes to know them


def test_every_module_is_read_without_a_fault_of_form(text: str, tmp_path: Path) -> None:
    write_book(text, tmp_path)
    book, problems = checks.run(tmp_path)
    assert book
    form = (Kind.YAML_BROKEN, Kind.KEY_MISSING, Kind.KEY_UNKNOWN, Kind.VALUE_WRONG, Kind.BLOCK_UNCLOSED)
    assert [item for item in problems if item.kind in form] == []
    assert [len(book.stages(number)) for number in range(1, 11)] == [6, 6, 7, 6, 7, 5, 7, 5, 6, 5]
    assert len([page for page in book.pages.values() if page.kind == "instrumen"]) == 12


def test_an_instrument_that_was_never_printed(broken: list[Break]) -> None:
    assert lines_with(broken, "modul-02/tahap-6.md", '"Instrumen 2.3"') == [1085]


def test_an_instrument_without_its_module(broken: list[Break]) -> None:
    assert lines_with(broken, "modul-04/tahap-4.md", '"IK 1"') == [1772, 1772, 1772]


@pytest.mark.parametrize(
    ("row", "printed"), [('"baris V"', [972]), ('"baris VI"', [991]), ('aris VII"', [1013, 1056, 1059])]
)
def test_rows_that_the_form_does_not_have(broken: list[Break], row: str, printed: list[int]) -> None:
    assert lines_with(broken, row, "pada IK 2.2") == printed


def test_a_stage_that_was_left_out(broken: list[Break]) -> None:
    assert lines_with(broken, "modul-08/tahap-6.md", '"Tahap 6" tidak ada: 5.') == [3157]


@pytest.mark.parametrize(
    ("words", "printed"), [('"BOX 8.1"', 3093), ('"BOX 8.2"', 3121), ("bahan bacaan 3.1", 2634)]
)
def test_boxes_and_readings_that_are_called_otherwise(broken: list[Break], words: str, printed: int) -> None:
    assert lines_with(broken, words) == [printed]


def test_laws_with_a_wrong_year_or_name(broken: list[Break]) -> None:
    assert lines_with(broken, "undang undang nomor 6 tahun 2016") == [2768]
    assert lines_with(broken, '"Pemerintah Daerah mendefinisikan SPM"') == [1791]
