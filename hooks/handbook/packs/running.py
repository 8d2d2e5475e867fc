"""A session as data for the run-sheet that lives: what is held, how long, when, and how it is cut short.

`overrides/js/runsheet/timing.js` reckons with it while the session runs, as `timetable.py` does before.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from handbook.html import Audience, Element, Piece, e
from handbook.packs import guide
from handbook.packs.clock import Break
from handbook.packs.session import Session
from handbook.packs.timetable import TeachingUnit, shortened


@dataclass(frozen=True)
class RunItem:
    """Something that is held; minutes, and fixed times in minutes since midnight.

    `least` are the minutes of a stage that is cut short as `shortcut` says. A `loose` pause moves to a near
    border of a stage; an `optional` one is held only while something is left to be taught.
    """

    id: str
    name: str
    kind: Literal["teach", "pause", "other"]
    minutes: int
    body: Sequence[Piece]
    least: int = 0
    fixed: int | None = None
    loose: bool = False
    optional: bool = False
    shortcut: str = ""

    def facts(self) -> dict[str, object]:
        """The values that a script reckons with."""
        own = {"id": self.id, "kind": self.kind, "minutes": self.minutes, "least": self.least or self.minutes}
        return {**own, "fixed": self.fixed, "loose": self.loose, "optional": self.optional}


@dataclass(frozen=True)
class RunPiece:
    """A stretch of the plan, in minutes since midnight; free time has no item."""

    start: int
    end: int
    item: str
    continued: bool = False


@dataclass(frozen=True)
class RunningSheet:
    """A run-sheet under the name of its file; `module` gives the colour, 0 for several modules."""

    name: str
    title: str
    times: str
    module: int
    start: int
    items: Sequence[RunItem]
    pieces: Sequence[RunPiece]


def of_session(session: Session) -> RunningSheet:
    """A module in the clock times of its pack; its pauses come in their order, the last ones perhaps not."""
    pauses = [pause for pause in session.options.breaks if pause.start > session.options.start]
    held = [_pause(session, pause, f"jeda-{number}") for number, pause in enumerate(pauses, 1)]
    items = [*(item_of(unit, unit, session) for unit in session.units), *held]
    ids = iter(item.id for item in held)
    pieces = [
        RunPiece(slot.start, slot.end, slot.unit.id if slot.unit else next(ids), slot.continued)
        for slot in session.slots
    ]
    name = f"modul-{session.number:02d}"
    return RunningSheet(name, session.title, session.times, session.number, pieces[0].start, items, pieces)


def item_of(unit: TeachingUnit, written: TeachingUnit, session: Session) -> RunItem:
    """A stage or a part of one; what the plan has shortened already, to less than is `written`, stays so."""
    context = session.context(guide.page_of(unit, session), Audience.FACILITATOR)
    short = e("p", context.prose(unit.needs.shorten or ""))
    return RunItem(
        id=unit.id,
        name=f"{session.s('tahap.pendek', nomor=unit.number)}: {unit.title}",
        kind="teach",
        minutes=unit.minutes,
        body=[*guide.what(unit, session), *guide.needs(unit, session)],
        least=shortened(unit) if unit.minutes == written.minutes else unit.minutes,
        shortcut="".join(short.itertext()),
    )


def titled(words: str) -> list[Element]:
    """The body of what has a title only."""
    return [e("p", words, class_="run-title")]


def _pause(session: Session, pause: Break, id_: str) -> RunItem:
    """A usual pause; the prayers of a Friday, and what was asked for, keep their time."""
    is_friday, own = pause == session.options.friday, session.options.own_breaks
    words = session.s("paket.alur.jumat" if is_friday else "paket.alur.istirahat")
    return RunItem(
        id_,
        words,
        "pause",
        pause.minutes,
        titled(words),
        fixed=pause.start,
        loose=not (is_friday or own),
        optional=True,
    )
