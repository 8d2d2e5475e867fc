"""The stylesheets of a job and their fonts, parsed once for all parts that are set in one process."""

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from weasyprint import CSS
from weasyprint.text.fonts import FontConfiguration

from handbook.press.layout.constants import constants
from handbook.press.layout.fetch import ConfinedFetcher
from handbook.press.layout.fields import FILLABLE_STYLE
from handbook.press.layout.notes import collected
from handbook.press.layout.prepare import BLOCK_MARK
from handbook.press.printjob import PrintJob
from handbook.press.values import Note, NoteKind

OWN_STYLE = (
    ".page-ref, .page-number { white-space: nowrap; font-variant-numeric: tabular-nums; font-kerning: none }"
    f" [{BLOCK_MARK}] {{ display: block }}"
)


@dataclass(frozen=True)
class Parsed:
    """Stylesheets as WeasyPrint wants them, and what came up while they were read."""

    constants: Mapping[str, str]
    fonts: FontConfiguration = field(default_factory=FontConfiguration)
    sheets: list[CSS] = field(default_factory=list)
    read: dict[str, str] = field(default_factory=dict)
    """The hash of each file that was read, by its path."""
    notes: list[Note] = field(default_factory=list)
    """Warnings and refused addresses; of no part."""

    def refuse(self, address: str) -> None:
        """Note an address that may not be read, once."""
        note = Note("", NoteKind.OUTSIDE, address)
        if note not in self.notes:
            self.notes.append(note)


class Stylesheets:
    """The stylesheets of one job; a part that needs other constants has them parsed for itself."""

    def __init__(self) -> None:
        self._parsed: list[Parsed] = []

    def of(self, job: PrintJob, html: str) -> Parsed:
        """The stylesheets for a part with this HTML."""
        fixed = constants(job.stylesheets, html)
        found = next((parsed for parsed in self._parsed if parsed.constants == fixed), None)
        if found is None:
            with _fonts_unpacked_in(job.out.parent):
                found = _parse(job, fixed)
            self._parsed.append(found)
        return found


def _parse(job: PrintJob, fixed: Mapping[str, str]) -> Parsed:
    """The press's own style, then the caller's sheets."""
    parsed = Parsed(fixed)
    fetcher = ConfinedFetcher((job.base, *job.library), parsed.refuse, parsed.read, fixed)
    own = OWN_STYLE + (FILLABLE_STYLE if job.fillable else "")
    with collected("", parsed.notes):
        parsed.sheets.append(CSS(string=own, font_config=parsed.fonts))
        parsed.sheets.extend(_sheet(path, fetcher, parsed.fonts) for path in job.stylesheets)
    return parsed


def _sheet(path: Path, fetcher: ConfinedFetcher, fonts: FontConfiguration) -> CSS:
    """A stylesheet that the caller names; it may be anywhere, its imports only below the folders."""
    address = path.resolve().as_uri()
    return CSS(string=fetcher.stylesheet(path), base_url=address, url_fetcher=fetcher, font_config=fonts)


@contextmanager
def _fonts_unpacked_in(folder: Path) -> Iterator[None]:
    """Let WeasyPrint unpack its fonts in the folder of the run, which the run removes: a terminated worker
    cannot clean up, and its folder would stay in /tmp."""
    before, tempfile.tempdir = tempfile.tempdir, str(folder)
    try:
        yield
    finally:
        tempfile.tempdir = before
