"""A day laid out: blocks of work one after the other, the usual breaks at the borders between them."""

from collections import deque
from collections.abc import Sequence
from typing import NamedTuple

from handbook.content.course_plan import EventKind
from handbook.course.check_times import LEAST_PIECE, NEAR
from handbook.packs.clock import Break
from handbook.packs.timetable import TeachingUnit

ENERGISER = 5
"""Minutes after lunch."""
WAITING = 20
"""Minutes before Friday prayers that may be left free rather than cutting a stage."""


class Block(NamedTuple):
    """Something to place: `unit` for teaching, of its module; `at` is a fixed time, for a break that cuts."""

    kind: EventKind
    minutes: int
    module: int = 0
    unit: TeachingUnit | None = None
    form: str = ""
    at: int | None = None
    continued: bool = False


class UsualBreak(NamedTuple):
    """A break of the book and its kind."""

    time: Break
    kind: EventKind

    @property
    def is_long(self) -> bool:
        """Whether it is the one at noon."""
        return self.kind in (EventKind.LUNCH, EventKind.FRIDAY)


class DayLayout:
    """Lays blocks and breaks out from a start."""

    def __init__(self, blocks: Sequence[Block], breaks: Sequence[UsualBreak], start: int) -> None:
        self.placed: list[Block] = []
        self.now = start
        self._left = deque(blocks)
        self._breaks = deque(pause for pause in breaks if pause.time.start > start)
        while self._left:
            self._place()

    def _place(self) -> None:
        """The next block, or a break before it or in its middle."""
        block = self._left.popleft()
        pause = self._breaks[0] if self._breaks else None
        if pause and self._is_due(pause, block):
            self._left.appendleft(block)
            self._pause(pause)
        elif pause and (before := self._cut(pause, block)):
            self._add(block._replace(minutes=before))
            self._left.appendleft(block._replace(minutes=block.minutes - before, continued=True))
            self._pause(pause, at=pause.time.start)
        else:
            self._add(block)

    def _add(self, block: Block) -> None:
        self.placed.append(block)
        self.now += block.minutes

    def _pause(self, pause: UsualBreak, at: int | None = None) -> None:
        minutes = pause.time.minutes
        if pause.kind is EventKind.FRIDAY and at is None:
            minutes = pause.time.end - self.now
        self._breaks.popleft()
        self._add(Block(pause.kind, minutes, at=at))
        if pause.is_long:
            rest = [self._left.popleft()] if at is not None else []
            self._left.extendleft([Block(EventKind.ENERGISER, ENERGISER), *rest])

    def _is_due(self, pause: UsualBreak, block: Block) -> bool:
        """Whether the border before a block is the best one for a break."""
        end, usual = self.now + block.minutes, pause.time
        if block.continued:
            return False
        if pause.kind is EventKind.FRIDAY:
            return end > usual.start and not self._cut(pause, block)
        if self.now < usual.start - NEAR:
            return False
        is_last_chance = end > usual.start + NEAR or (not self._left and end > usual.end)
        return is_last_chance or abs(self.now - usual.start) <= abs(end - usual.start)

    def _cut(self, pause: UsualBreak, block: Block) -> int:
        """The minutes of a stage before a break that has to cut it; 0 where it need not or must not."""
        usual, end = pause.time, self.now + block.minutes
        before, after = usual.start - self.now, end - usual.start
        if not block.unit or min(before, after) < LEAST_PIECE:
            return 0
        if pause.kind is EventKind.FRIDAY:
            return before if before > WAITING else 0
        is_missed = after > NEAR or (not self._left and end > usual.end)
        return before if before > NEAR and is_missed else 0
