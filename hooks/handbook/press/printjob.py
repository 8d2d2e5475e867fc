"""A print job: the order of a caller to the press, as one value."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from handbook.press.values import Extract, Metadata, Part, ReferenceWords, Tell

NO_WORDS = ReferenceWords()


def _untold(_step: str, _part: str) -> None:
    """Tell nobody."""


@dataclass(frozen=True)
class PrintJob:
    """A print job: the parts, the path of their PDF, and options."""

    parts: Sequence[Part]
    out: Path
    metadata: Metadata
    base: Path
    """Only files below it are read, and below the folders of the `library`."""
    stylesheets: Sequence[Path] = ()
    strings: ReferenceWords = NO_WORDS
    library: Sequence[Path] = ()
    """Folders of the caller's own: styles, fonts."""
    extracts: Sequence[Extract] = ()
    whole: bool = True
    """Whether all parts are joined at `out`; else only the extracts are made."""
    fillable: bool = True
    """Whether fields can be filled in; else they are drawn."""
    zoom: float = 1.0
    """The size of everything on paper, the paper too, in sizes of the stylesheets."""
    recto: bool = False
    """Whether each part of the book begins on a right-hand page."""
    cache: Path | None = None
    """A folder where what is made is kept, and not made again while it would come out the same."""
    earlier_cache: Path | None = None
    """A folder of an earlier run, from which `cache` takes over what comes out the same."""
    workers: int = os.cpu_count() or 1
    progress: Tell = _untold

    def of_part(self, part: Part, folder: Path) -> PrintJob:
        """A worker's share of the job: one part, whose PDF comes into a folder."""
        return replace(self, parts=[part], out=folder / f"{part.name}.pdf", extracts=(), progress=_untold)


PartJob = tuple[PrintJob, Mapping[str, str]]
"""A worker's share, and the ids of the book that its part names, each with a guessed label."""
