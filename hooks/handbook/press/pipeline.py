"""A print job from its parts to the finished files: layout, page labels, painting, merging, cutting."""

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

from handbook.press.cached_steps import CachedTypesetters, PartState
from handbook.press.inputs import Files, Survey, fingerprint, programs, survey
from handbook.press.printjob import PrintJob
from handbook.press.products import FileWriter, FinishedFile
from handbook.press.store import Store
from handbook.press.values import (
    Anchor,
    Laid,
    Note,
    NoteKind,
    Painted,
    Part,
    PartJob,
    PressError,
    Report,
    Step,
    masked,
)
from handbook.press.workers import typesetters_for

MOST_PASSES = 4
SAFE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


@dataclass
class _Run:
    """The results of a run so far."""

    parts: Sequence[Part]
    surveys: Mapping[str, Survey]
    typesetters: CachedTypesetters
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


def press(job: PrintJob) -> Report:
    """Make one PDF of the job's parts, and its extracts, all of them whole or none."""
    _check(job.parts)
    job.out.parent.mkdir(parents=True, exist_ok=True)
    store = Store(job.cache) if job.cache else None
    with tempfile.TemporaryDirectory(prefix=f".{job.out.name}-", dir=job.out.parent) as name:
        run, painted = _painted(job, Path(name), store)
        with run.timed("merge"):
            products = _bound(job, run, painted, Path(name), store)
        for product in products:
            product.put_in_place()
    if store:
        store.prune()
    return _report(job, run, painted)


def _painted(job: PrintJob, folder: Path, store: Store | None) -> tuple[_Run, dict[str, Painted]]:
    """Every part as a PDF of its own, and what is known of the book then."""
    surveys = {part.name: survey(part) for part in job.parts}
    targets, notes = _targets(job.parts, surveys)
    jobs = {
        part.name: _part_job(job, part, _mentioned(targets, surveys[part.name]), folder) for part in job.parts
    }
    states_of = {name: PartState(_inputs(own), surveys[name]) for name, own in jobs.items()}
    start = partial(typesetters_for, jobs, job.workers, job.progress)
    with closing(CachedTypesetters(start, states_of, Files(job.base), folder, store)) as typesetters:
        run = _Run(job.parts, surveys, typesetters, notes=notes)
        return run, _typeset(run)


def _part_job(job: PrintJob, part: Part, targets: Mapping[str, str], folder: Path) -> PartJob:
    return PartJob(
        part=part,
        targets=targets,
        language=job.metadata.language,
        base=job.base,
        stylesheets=tuple(job.stylesheets),
        strings=job.strings,
        folder=folder,
        fillable=job.fillable,
        library=tuple(job.library),
    )


def _bound(
    job: PrintJob, run: _Run, painted: Mapping[str, Painted], folder: Path, store: Store | None
) -> list[FinishedFile]:
    """The finished files, not yet in their places."""
    writer = FileWriter(
        parts=job.parts,
        painted=painted,
        anchors=run.book(),
        counts={name: laid.pages for name, laid in run.laid.items()},
        states={part.name: run.typesetters.state(part.name) for part in job.parts},
        shown={name: found.shown for name, found in run.surveys.items()},
        store=store,
        folder=folder,
        recto=job.recto,
        tell=job.progress,
    )
    made = [writer.book(job.out, job.metadata.dated())] if job.whole else []
    run.notes += [note for product in made for note in product.notes]
    return [*made, *(writer.extract(extract) for extract in job.extracts)]


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
                notes.append(Note(part.name, NoteKind.ID_REPEATED, key))
            targets.setdefault(key, masked(part.label.guess()))
    return targets, notes


def _mentioned(targets: Mapping[str, str], found: Survey) -> dict[str, str]:
    """The targets that a part names."""
    return {key: targets[key] for key in sorted(found.shown | found.linked) if key in targets}


def _inputs(job: PartJob) -> str:
    """A hash of what a part is made from, but for the files that it reads."""
    part, sheets = job.part, [os.path.relpath(path, job.base) for path in job.stylesheets]
    facts = (part.name, part.html, repr(part.label), job.targets, job.language, sheets, repr(job.strings))
    return fingerprint(programs(), facts, job.fillable)


def _typeset(run: _Run) -> dict[str, Painted]:
    """Everything up to one PDF for each part; no processor waits where there is work."""
    early = [part.name for part in run.parts if not part.late]
    late = [part.name for part in run.parts if part.late]
    with run.timed("layout"):
        run.laid |= run.typesetters.each(dict.fromkeys(early, "lay_out"), {})
    with run.timed("paint"):
        free = [name for name in early if not run.names_any_of(name, late)]
        steps: dict[str, Step] = {**dict.fromkeys(late, "lay_out"), **dict.fromkeys(free, "paint")}
        answers = run.typesetters.each(steps, run.book())
        run.laid |= {name: answers[name] for name in late}
        return _settle(run)


def _settle(run: _Run) -> dict[str, Painted]:
    """Paint the parts that are not painted; lay parts out again while a label does not fit its line."""
    names = [part.name for part in run.parts]
    while True:
        painted = run.typesetters.each(dict.fromkeys(names, "paint"), run.book())
        unfit = [name for name in names if not painted[name]]
        if not unfit:
            return painted
        if run.passes == MOST_PASSES:
            run.notes += [Note(name, NoteKind.UNSETTLED, "") for name in unfit]
            return painted | run.typesetters.each(dict.fromkeys(unfit, "paint_unfit"), run.book())
        run.passes += 1
        run.laid |= run.typesetters.each(dict.fromkeys(unfit, "lay_out"), run.book())


def _total(counts: Iterable[int], recto: bool) -> int:
    """All pages of parts, with the empty ones that let each begin on a right-hand page."""
    total = 0
    for count in counts:
        total += (total % 2 if recto else 0) + count
    return total


def _report(job: PrintJob, run: _Run, painted: Mapping[str, Painted]) -> Report:
    """Gather what the parts found, in the order of the book."""
    findings = [painted[part.name] for part in job.parts]
    pages = {part.name: run.laid[part.name].pages for part in job.parts}
    return Report(
        out=job.out,
        pages=pages,
        total=_total(pages.values(), job.recto),
        anchors=run.book(),
        dead=tuple(dead for finding in findings for dead in finding.dead),
        warnings=(*run.notes, *(note for finding in findings for note in finding.notes)),
        passes=run.passes,
        seconds=run.seconds,
    )
