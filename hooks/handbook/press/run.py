"""The conductor: lay out, join the map of page labels, fill, paint, merge, put in place."""

from __future__ import annotations

import os
import re
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lxml import html as lxml_html

from .crew import Alone, Crew, Together
from .layout import Job, Laid, Painted
from .merge import merge
from .values import Anchor, Kind, Metadata, Note, Part, PressError, Report, Strings

MOST_PASSES = 4
SAFE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


@dataclass
class _Run:
    """What is known so far."""

    parts: Sequence[Part]
    crew: Crew
    laid: dict[str, Laid] = field(default_factory=dict)
    passes: int = 1
    notes: list[Note] = field(default_factory=list)
    seconds: dict[str, float] = field(default_factory=dict)

    def book(self) -> dict[str, Anchor]:
        """All targets laid out so far; the first part with an id has it."""
        book: dict[str, Anchor] = {}
        for part in self.parts:
            for key, anchor in self.laid[part.name].anchors.items() if part.name in self.laid else ():
                book.setdefault(key, anchor)
        return book

    @contextmanager
    def timed(self, step: str) -> Any:
        """Add the time spent inside to a step."""
        start = time.perf_counter()
        yield
        self.seconds[step] = self.seconds.get(step, 0.0) + time.perf_counter() - start


def press(
    parts: Sequence[Part],
    out: Path,
    *,
    metadata: Metadata,
    base: Path,
    stylesheets: Sequence[Path] = (),
    strings: Strings = Strings(),  # noqa: B008 (frozen)
    workers: int = os.cpu_count() or 1,
    progress: Callable[[str], None] = lambda _: None,
) -> Report:
    """Make one PDF of the parts at `out`, whole or not at all; only files below `base` are read."""
    _check(parts)
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{out.name}-", dir=out.parent) as name:
        folder = Path(name)
        targets, notes = _targets(parts)
        jobs = {
            part.name: Job(part, targets, metadata.language, base, tuple(stylesheets), strings, folder)
            for part in parts
        }
        crew: Crew = Alone(jobs, progress) if workers == 1 else Together(jobs, workers, progress)
        with closing(crew):
            run = _Run(parts, crew, notes=notes)
            painted = _typeset(run)
        made = folder / f".{out.name}"  # no part is called so
        with run.timed("merge"):
            run.notes += merge(
                [(part, painted[part.name].path, painted[part.name].bookmarks) for part in parts],
                made,
                metadata,
                run.book(),
            )
        made.replace(out)
    return _report(run, out, painted)


def _check(parts: Sequence[Part]) -> None:
    """Names of parts are file names and keys."""
    names = [part.name for part in parts]
    if not names or len(set(names)) < len(names) or not all(map(SAFE_NAME.fullmatch, names)):
        raise PressError(f"part names must be unique file names, at least one: {names}")


def _targets(parts: Sequence[Part]) -> tuple[dict[str, str], list[Note]]:
    """All ids of the book with a guess at their page label, and the ids given twice."""
    targets: dict[str, str] = {}
    notes = []
    for part in parts:
        for element in lxml_html.document_fromstring(part.html).iter():
            key = element.get("id")
            if key is None:
                continue
            if key in targets:
                notes.append(Note(part.name, Kind.ID_REPEATED, key))
            targets.setdefault(key, part.label.guess())
    return targets, notes


def _typeset(run: _Run) -> dict[str, Painted]:
    """Everything up to one PDF for each part."""
    with run.timed("layout"):
        early = [part.name for part in run.parts if not part.late]
        late = [part.name for part in run.parts if part.late]
        run.laid |= run.crew.each("lay_out", early, {})
        run.laid |= run.crew.each("lay_out", late, run.book())
    with run.timed("labels"):
        _settle(run)
    with run.timed("paint"):
        return run.crew.each("paint", [part.name for part in run.parts], run.book())


def _settle(run: _Run) -> None:
    """Put the labels in; lay parts out again as long as some label does not fit its line."""
    names = [part.name for part in run.parts]
    while True:
        fits: Mapping[str, bool] = run.crew.each("fill", names, run.book())
        unfit = [name for name in names if not fits[name]]
        if not unfit:
            return
        if run.passes == MOST_PASSES:
            run.notes += [Note(name, Kind.UNSETTLED, "") for name in unfit]
            return
        run.passes += 1
        run.laid |= run.crew.each("lay_out", unfit, run.book())


def _report(run: _Run, out: Path, painted: Mapping[str, Painted]) -> Report:
    """Gather what the parts found, in the order of the book."""
    findings = [painted[part.name] for part in run.parts]
    return Report(
        out=out,
        pages={part.name: run.laid[part.name].pages for part in run.parts},
        anchors=run.book(),
        dead=tuple(dead for finding in findings for dead in finding.dead),
        warnings=(*run.notes, *(note for finding in findings for note in finding.notes)),
        passes=run.passes,
        seconds=run.seconds,
    )
