"""The pipeline of a run: lay out, join the anchors, fill, paint, merge, cut out, put in place."""

from __future__ import annotations

import os
import re
import tempfile
import time
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from handbook.press.cached_steps import Remembering, Seat
from handbook.press.inputs import Files, Survey, fingerprint, programs, survey
from handbook.press.products import Bindery
from handbook.press.store import Store
from handbook.press.values import (
    Anchor,
    Extract,
    Job,
    Kind,
    Laid,
    Metadata,
    Note,
    Painted,
    Part,
    PressError,
    Report,
    Step,
    Strings,
    Tell,
    masked,
)
from handbook.press.workers import hire

MOST_PASSES = 4
SAFE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


@dataclass
class _Run:
    """The results of a run so far."""

    parts: Sequence[Part]
    surveys: Mapping[str, Survey]
    crew: Remembering
    laid: dict[str, Laid] = field(default_factory=dict)
    passes: int = 1
    notes: list[Note] = field(default_factory=list)
    seconds: dict[str, float] = field(default_factory=dict)

    def book(self) -> dict[str, Anchor]:
        """The anchors of all targets laid out so far; the first part with an id has it."""
        book: dict[str, Anchor] = {}
        for part in self.parts:
            for key, anchor in self.laid[part.name].anchors.items() if part.name in self.laid else ():
                book.setdefault(key, anchor)
        return book

    def names_any_of(self, name: str, others: Sequence[str]) -> bool:
        """Whether a part names a target of other parts."""
        found = self.surveys[name]
        return any((found.shown | found.linked).intersection(self.surveys[other].ids) for other in others)

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
    library: Sequence[Path] = (),
    extracts: Sequence[Extract] = (),
    whole: bool = True,
    fillable: bool = True,
    recto: bool = False,
    cache: Path | None = None,
    workers: int = os.cpu_count() or 1,
    progress: Tell = lambda _step, _part: None,
) -> Report:
    """Make one PDF of the parts at `out`, and the extracts, all of them whole or none.

    Only files below `base` are read, and below the folders `library` of the caller's own.
    Unless `whole`, the parts are only cut up: no file is made at `out`.
    Without `fillable`, fields are drawn but cannot be filled in. With `recto` each part of the
    book begins on a right-hand page.
    What is made is kept in the folder `cache` and not made again while it would come out the same.
    """
    _check(parts)
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{out.name}-", dir=out.parent) as name:
        folder = Path(name)
        surveys = {part.name: survey(part) for part in parts}
        targets, notes = _targets(parts, surveys)
        common = (metadata.language, base, tuple(stylesheets), strings, folder, fillable, tuple(library))
        jobs = {part.name: Job(part, _mentioned(targets, surveys[part.name]), *common) for part in parts}
        store = Store(cache) if cache else None
        seats = {name: Seat(_inputs(job), surveys[name]) for name, job in jobs.items()}
        hiring = partial(hire, jobs, workers, progress)
        with closing(Remembering(hiring, seats, Files(base), folder, store)) as crew:
            run = _Run(parts, surveys, crew, notes=notes)
            painted = _typeset(run)
        with run.timed("merge"):
            states = {part.name: crew.state(part.name) for part in parts}
            counts = {name: laid.pages for name, laid in run.laid.items()}
            shown = {name: found.shown for name, found in surveys.items()}
            made_of = (parts, painted, run.book(), counts, states, shown)
            bindery = Bindery(*made_of, store, folder, recto, progress)
            made = [bindery.book(out, metadata.dated())] if whole else []
            run.notes += [note for product in made for note in product.notes]
            cut = [bindery.extract(extract) for extract in extracts]
        for product in (*made, *cut):
            product.put_in_place()
    if store:
        store.prune()
    return _report(run, out, painted, recto)


def _check(parts: Sequence[Part]) -> None:
    """Names of parts are file names and keys."""
    names = [part.name for part in parts]
    if not names or len(set(names)) < len(names) or not all(map(SAFE_NAME.fullmatch, names)):
        raise PressError(f"part names must be unique file names, at least one: {names}")


def _targets(parts: Sequence[Part], surveys: Mapping[str, Survey]) -> tuple[dict[str, str], list[Note]]:
    """All ids of the book with a guess at their page label, and the ids given twice."""
    targets: dict[str, str] = {}
    notes = []
    for part in parts:
        for key in surveys[part.name].ids:
            if key in targets:
                notes.append(Note(part.name, Kind.ID_REPEATED, key))
            targets.setdefault(key, masked(part.label.guess()))
    return targets, notes


def _mentioned(targets: Mapping[str, str], found: Survey) -> dict[str, str]:
    """The targets that a part names."""
    return {key: targets[key] for key in sorted(found.shown | found.linked) if key in targets}


def _inputs(job: Job) -> str:
    """A hash of what a part is made from, but for the files that it reads."""
    part, sheets = job.part, [os.path.relpath(path, job.base) for path in job.stylesheets]
    facts = (part.name, part.html, repr(part.label), job.targets, job.language, sheets, repr(job.strings))
    return fingerprint(programs(), facts, job.fillable)


def _typeset(run: _Run) -> dict[str, Painted]:
    """Everything up to one PDF for each part; no processor waits where there is work."""
    early = [part.name for part in run.parts if not part.late]
    late = [part.name for part in run.parts if part.late]
    with run.timed("layout"):
        run.laid |= run.crew.each(dict.fromkeys(early, "lay_out"), {})
    with run.timed("paint"):
        free = [name for name in early if not run.names_any_of(name, late)]
        steps: dict[str, Step] = {**dict.fromkeys(late, "lay_out"), **dict.fromkeys(free, "paint")}
        answers = run.crew.each(steps, run.book())
        run.laid |= {name: answers[name] for name in late}
        return _settle(run)


def _settle(run: _Run) -> dict[str, Painted]:
    """Paint the parts that are not painted; lay parts out again while a label does not fit its line."""
    names = [part.name for part in run.parts]
    while True:
        painted = run.crew.each(dict.fromkeys(names, "paint"), run.book())
        unfit = [name for name in names if not painted[name]]
        if not unfit:
            return painted
        if run.passes == MOST_PASSES:
            run.notes += [Note(name, Kind.UNSETTLED, "") for name in unfit]
            return painted | run.crew.each(dict.fromkeys(unfit, "paint_unfit"), run.book())
        run.passes += 1
        run.laid |= run.crew.each(dict.fromkeys(unfit, "lay_out"), run.book())


def _total(counts: Iterable[int], recto: bool) -> int:
    """All pages of parts, with the empty ones that let each begin on a right-hand page."""
    total = 0
    for count in counts:
        total += (total % 2 if recto else 0) + count
    return total


def _report(run: _Run, out: Path, painted: Mapping[str, Painted], recto: bool) -> Report:
    """Gather what the parts found, in the order of the book."""
    findings = [painted[part.name] for part in run.parts]
    pages = {part.name: run.laid[part.name].pages for part in run.parts}
    return Report(
        out=out,
        pages=pages,
        total=_total(pages.values(), recto),
        anchors=run.book(),
        dead=tuple(dead for finding in findings for dead in finding.dead),
        warnings=(*run.notes, *(note for finding in findings for note in finding.notes)),
        passes=run.passes,
        seconds=run.seconds,
    )
