"""A print job from its parts to the finished files: layout, page labels, painting, merging, cutting."""

import os
import re
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import closing
from functools import partial
from importlib import import_module
from pathlib import Path

from handbook.memory.keys import fingerprint
from handbook.memory.store import Store
from handbook.press.cached_steps import CachedTypesetters, PartState
from handbook.press.inputs import Files, Survey, kept_survey, programs
from handbook.press.printjob import PartJob, PrintJob
from handbook.press.products import FileWriter, FinishedFile
from handbook.press.run import PressRun
from handbook.press.values import Anchor, Note, NoteKind, Painted, Part, PressError, Report, Step, masked
from handbook.press.workers import typesetters_for

ASSEMBLY = ("merge", "cut")
MOST_PASSES = 4
SAFE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


def press(job: PrintJob) -> Report:
    """Make one PDF of the job's parts, and its extracts, all of them whole or none."""
    _check(job.parts)
    job.out.parent.mkdir(parents=True, exist_ok=True)
    store = Store(job.cache, earlier=job.earlier_cache) if job.cache else None
    with tempfile.TemporaryDirectory(prefix=f".{job.out.name}-", dir=job.out.parent) as name:
        run, painted = _painted(job, Path(name), store)
        for product in _bound(job, run, painted, Path(name), store):
            product.put_in_place()
    return _report(job, run, painted)


def _painted(job: PrintJob, folder: Path, store: Store | None) -> tuple[PressRun, dict[str, Painted]]:
    """Every part as a PDF of its own, and what is known of the book then."""
    surveys = {part.name: kept_survey(part, store) for part in job.parts}
    targets, notes = _targets(job.parts, surveys)
    jobs: dict[str, PartJob] = {
        part.name: (job.of_part(part, folder), _mentioned(targets, surveys[part.name])) for part in job.parts
    }
    states_of = {name: PartState(_inputs(*own), surveys[name]) for name, own in jobs.items()}
    start = partial(typesetters_for, jobs, job.workers, job.progress, partial(_meanwhile, store))
    with closing(CachedTypesetters(start, states_of, Files(job.base), folder, store)) as typesetters:
        run = PressRun(job.parts, surveys, typesetters, notes=notes)
        return run, _typeset(run)


def _meanwhile(store: Store | None) -> None:
    """While the workers are busy, load what joins the parts, and make room in the cache for what is new."""
    for name in ASSEMBLY:
        import_module(f"{__package__}.assembly.{name}")
    if store:
        store.prune()


def _bound(
    job: PrintJob, run: PressRun, painted: Mapping[str, Painted], folder: Path, store: Store | None
) -> list[FinishedFile]:
    """The finished files, not yet in their places."""
    writer = FileWriter(job, run, painted, folder, store)
    made = [writer.book()] if job.whole else []
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
            if key in targets and part.bound:
                notes.append(Note(part.name, NoteKind.ID_REPEATED, key))
            targets.setdefault(key, masked(part.label.guess()))
    return targets, notes


def _mentioned(targets: Mapping[str, str], found: Survey) -> dict[str, str]:
    """The targets that a part names."""
    return {key: targets[key] for key in sorted(found.shown | found.linked) if key in targets}


def _inputs(job: PrintJob, targets: Mapping[str, str]) -> str:
    """A hash of what a part is made from, but for the files that it reads."""
    [part], language = job.parts, job.metadata.language
    sheets = [os.path.relpath(path, job.base) for path in job.stylesheets]
    facts = (part.name, part.html, repr(part.label), targets, language, sheets, repr(job.strings))
    return fingerprint(programs(), facts, job.fillable, job.zoom)


def _typeset(run: PressRun) -> dict[str, Painted]:
    """Everything up to one PDF for each part; no processor waits where there is work."""
    early = [part.name for part in run.parts if not part.late]
    late = [part.name for part in run.parts if part.late]
    run.laid |= run.typesetters.each(dict.fromkeys(early, "lay_out"), {})
    free = [name for name in early if not run.names_any_of(name, late)]
    steps: dict[str, Step] = {**dict.fromkeys(late, "lay_out"), **dict.fromkeys(free, "paint")}
    answers = run.typesetters.each(steps, run.book())
    run.laid |= {name: answers[name] for name in late}
    return _settle(run)


def _settle(run: PressRun) -> dict[str, Painted]:
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


def _report(job: PrintJob, run: PressRun, painted: Mapping[str, Painted]) -> Report:
    """Gather what the parts found, in the order of the book."""
    findings, anchors = [painted[part.name] for part in job.parts], run.book()
    return Report(
        out=job.out,
        pages={part.name: run.laid[part.name].pages for part in job.parts},
        anchors=anchors,
        dead=tuple(dead for finding in findings for dead in finding.dead),
        warnings=(*run.notes, *(note for finding in findings for note in finding.notes)),
        passes=run.passes,
        states={name: _state(run, name, anchors) for name in run.surveys},
    )


def _state(run: PressRun, name: str, anchors: Mapping[str, Anchor]) -> str:
    """A hash of all that shaped the pages of a part, the figures of page labels on them too."""
    return fingerprint(run.typesetters.state(name), run.surveys[name].labels(anchors))
