"""Sheets of a course become a file: masters, or every copy of them."""

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from handbook.course.sheets.occasion import CourseOccasion
from handbook.packs import copying, print_parts
from handbook.packs.order import OrderRow, Sheet, as_masters
from handbook.packs.presswork import NamePrints, Presswork
from handbook.press.assembly.arrange import arrange
from handbook.print.printing import findings

STYLES = ("pack.css", "course.css")


@dataclass(frozen=True)
class SheetFile:
    """A file of sheets to be printed; `draw` gives them in the order of use."""

    name: str
    draw: Callable[[], Sequence[Sheet]]
    occasion: CourseOccasion
    has_names: bool = False
    """Whether names of participants stand on the sheets themselves."""
    is_copied: bool = True
    """Whether its sheets are masters for the photocopier; else they are used as they are printed."""
    is_ordered: bool = True
    """Whether it goes to the photocopier before the course."""

    @cached_property
    def sheets(self) -> list[Sheet]:
        """The sheets of which there are copies; nothing is printed without any."""
        return [_as_wished(sheet, self) for sheet in self.draw() if sheet.copies]

    @property
    def file(self) -> str:
        """The name of the file."""
        return f"{self.name}.pdf"

    @property
    def title(self) -> str:
        """`Hari 1: Senin, 7 Desember 2026`, `Daftar`."""
        own, s = self.occasion, self.occasion.s
        return (
            f"{own.label}: {own.date(own.day.date)}" if own.day else s(f"lembar_pelatihan.berkas.{self.name}")
        )


@dataclass(frozen=True)
class PrintedFile:
    """A file of sheets that was printed: its sheets with their pages, what the press found wrong."""

    of: SheetFile
    rows: tuple[OrderRow, ...]
    places: tuple[range, ...]
    pages: int
    problems: tuple[str, ...]


def print_file(wanted: SheetFile, folder: Path, names: NamePrints) -> PrintedFile:
    """Print a file into a folder; with every copy, `names` are printed over those of participants.

    What names stand on is kept in the store of `names`.
    """
    occasion, sheets = wanted.occasion, wanted.sheets
    with tempfile.TemporaryDirectory(prefix=".lembar-", dir=folder) as drafts:
        work = Presswork(occasion, names.store if wanted.has_names else None, STYLES)
        within = f"{occasion.day.number}." if occasion.day else ""
        parts = print_parts.parts(occasion, sheets, 1, within)
        report = work.sheets(parts, Path(drafts) / "isi.pdf", f"{occasion.title}: {wanted.title}")
        rows = print_parts.rows(sheets, report, sum(report.pages.values()))
        leaves, stamps = copying.copies(occasion, rows, report, names)
        arrange(report.out, folder / wanted.file, leaves, stamps)
    found = tuple(words for _, words in findings(report, {}))
    return PrintedFile(wanted, tuple(rows), tuple(copying.places(occasion, rows)), len(leaves), found)


def _as_wished(sheet: Sheet, wanted: SheetFile) -> Sheet:
    """A sheet on as many sides as the plan wishes; a single copy is the master itself."""
    options = wanted.occasion.options
    own = sheet if options.duplex else replace(sheet, one_sided=True)
    return as_masters(own) if wanted.is_copied and not options.expanded else own
