"""The arithmetic of the run-sheet: start and end of each unit and pause."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from handbook.content.stage import Needs, Stage, StagePart, stage_id
from handbook.packs.clock import DAY, Break
from handbook.problem import RefusedError


class TeachingUnit(NamedTuple):
    """A unit of teaching: a stage, or a part of one."""

    id: str
    number: str
    title: str
    minutes: int
    methods: tuple[str, ...]
    grouping: str
    needs: Needs


class Slot(NamedTuple):
    """A stretch of the session: a unit, the rest of one after a pause, or a pause."""

    start: int
    end: int
    unit: TeachingUnit | None = None
    continued: bool = False

    @property
    def minutes(self) -> int:
        """Its length in minutes."""
        return self.end - self.start


def units(stages: Sequence[Stage], module: int) -> list[TeachingUnit]:
    """All units of teaching, in order."""
    return [_unit(own, stage, module) for stage in stages for own in stage.parts or (stage,)]


def _unit(own: Stage | StagePart, stage: Stage, module: int) -> TeachingUnit:
    """A stage without parts, or one of its parts."""
    letter = own.letter if isinstance(own, StagePart) else ""
    return TeachingUnit(
        id=stage_id(module, stage.number, letter),
        number=f"{stage.number}{letter}",
        title=own.title,
        minutes=own.minutes or 0,
        methods=tuple(own.methods),
        grouping=own.grouping or "kelas",
        needs=own,
    )


SHORTEST, STEP = 20, 5
"""Units of fewer minutes are never shortened; others by a quarter, to a multiple of the step."""


def shortened(unit: TeachingUnit) -> int:
    """The minutes of a unit that is held as its short cut says, where the book has one for it."""
    if not unit.needs.shorten or unit.minutes < SHORTEST:
        return unit.minutes
    return -(-unit.minutes * 3 // (4 * STEP)) * STEP


LEAST_PIECE = 10
"""Minutes: a usual pause that would leave less of a unit before or after it comes at the unit's border."""


def slots(
    taught: Sequence[TeachingUnit], start: int, breaks: Sequence[Break], loose: Sequence[Break] = ()
) -> list[Slot]:
    """The session from `start`; pauses come at their time and cut a unit in two where they must.

    The `loose` ones move to a border of a unit that is near their time.
    """
    waiting = [pause for pause in breaks if pause.start > start]
    found: list[Slot] = []
    now = start
    for unit in taught:
        left = unit.minutes
        while left:
            if waiting and waiting[0] in loose:
                waiting[0] = _at_border(waiting[0], now, left, is_first=not found)
            if waiting and waiting[0].start <= now:
                found.append(Slot(now, now + waiting[0].minutes))
                now += waiting.pop(0).minutes
                continue
            until = min(now + left, waiting[0].start if waiting else DAY * 2)
            found.append(Slot(now, until, unit, continued=left < unit.minutes))
            left, now = left - (until - now), until
    if now > DAY:
        raise RefusedError("lewat_malam")
    return found


def _at_border(pause: Break, now: int, left: int, *, is_first: bool) -> Break:
    """A pause where it is, or at the nearest end of what is left of a unit from now on."""
    before, after = pause.start - now, now + left - pause.start
    if 0 < before < LEAST_PIECE and not is_first:
        return replace(pause, start=now)
    return replace(pause, start=now + left) if 0 < after < LEAST_PIECE else pause


def pauses(found: Sequence[Slot]) -> list[Slot]:
    """The pauses that fall within the session."""
    return [slot for slot in found if slot.unit is None]
