"""A good plan for a frame of days and hours, or what the frame lacks and the nearest frames that do not."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, replace

from handbook.book import Book
from handbook.content.course_plan import EventKind
from handbook.content.quiz import Quiz
from handbook.course.check_times import FRIDAY
from handbook.course.layout import Block, DayLayout, UsualBreak
from handbook.course.reading import units_of_book
from handbook.packs.clock import DAY, Break, break_of
from handbook.packs.exams import questions
from handbook.packs.timetable import STEP, TeachingUnit, shortened

OPENING, CLOSING, REVIEW, HOPES, COURSE_EVALUATION = 30, 30, 15, 5, 15
"""Minutes."""
LATER = 120
"""The most minutes by which a later end is still one of the nearest frames."""
MOST_DAYS = 30
AFTERNOON = 15 * 60
LUNCH = 30
"""Minutes at least."""


@dataclass(frozen=True)
class Frame:
    """The days and hours that there are, in minutes since midnight, from a first date."""

    days: int
    start: int
    until: int
    first: datetime.date

    def dates(self) -> Iterator[datetime.date]:
        """The first date, then the days that follow, without Saturdays and Sundays."""
        date = self.first
        for _ in range(self.days):
            yield date
            date += datetime.timedelta(days=1)
            while date.weekday() > FRIDAY:
                date += datetime.timedelta(days=1)


@dataclass(frozen=True)
class Proposal:
    """The days of a frame, each with its blocks in order; `left` are stages for which there is no time.

    `over` are minutes by which days are too short even without stages.
    """

    frame: Frame
    days: tuple[tuple[Block, ...], ...]
    left: tuple[Block, ...]
    over: int

    @property
    def missing(self) -> int:
        """Minutes that the frame lacks."""
        return self.over + sum(block.minutes for block in self.left)

    @property
    def blocks(self) -> list[Block]:
        """Everything that a course needs, placed or not."""
        return [*(block for day in self.days for block in day), *self.left]


class Proposer:
    """Fits everything that a course on a book has into frames."""

    def __init__(self, book: Book) -> None:
        self._session, self._book = book.settings.session, book
        units = units_of_book(book)
        self._teaching = [_taught(module, unit) for module, some in units.items() for unit in some]

    def best(self, frame: Frame, short: frozenset[str] = frozenset()) -> Proposal:
        """The days of a frame, all of them ending as early as they can together; `short` are ids of units."""
        found = self.fitted(frame, short)
        ends = range(frame.start + STEP, frame.until, STEP) if not found.missing else ()
        tried = (self.fitted(replace(frame, until=until), short) for until in ends)
        return replace(next((one for one in tried if not one.missing), found), frame=frame)

    def fitted(self, frame: Frame, short: frozenset[str] = frozenset()) -> Proposal:
        """The days of a frame, each filled in turn with as many stages as it holds."""
        left = [_shortened(one) if one.unit and one.unit.id in short else one for one in self._teaching]
        days, over = [], 0
        for number, date in enumerate(frame.dates(), 1):
            day = self._filled(frame, number, date, left)
            left = left[sum(1 for block in day.placed if block.unit and not block.continued) :]
            days.append(tuple(day.placed))
            over += max(0, day.now - frame.until)
        return Proposal(frame, tuple(days), tuple(left), over)

    def _filled(self, frame: Frame, number: int, date: datetime.date, left: list[Block]) -> DayLayout:
        """A day with its own blocks and the most of the stages that are left."""
        head, tail = self._head(is_first=number == 1), self._tail(is_last=number == frame.days)
        breaks, day = self.breaks(date), None
        for count in range(len(left) + 1):
            longer = DayLayout([*head, *left[:count], *tail], breaks, frame.start)
            if day and longer.now > frame.until:
                break
            day = longer
        assert day
        return day

    def _head(self, *, is_first: bool) -> list[Block]:
        if not is_first:
            return [Block(EventKind.REVIEW, REVIEW)]
        return [Block(EventKind.OPENING, OPENING), *self._test("A")]

    def _tail(self, *, is_last: bool) -> list[Block]:
        hopes = Block(EventKind.HOPES, HOPES)
        evaluation = Block(EventKind.DAY_EVALUATION, self._session.evaluation_minutes)
        if not is_last:
            return [hopes, evaluation]
        course = Block(EventKind.COURSE_EVALUATION, COURSE_EVALUATION)
        return [*self._test("B"), hopes, evaluation, course, Block(EventKind.CLOSING, CLOSING)]

    def _test(self, form: str) -> list[Block]:
        """A test over all modules that have one: a minute a question, not less than a pack's test takes."""
        numbers = self.tested(form)
        if not numbers:
            return []
        minutes = max(sum(numbers.values()), self._session.test_minutes)
        return [Block(EventKind.TEST, -(-minutes // STEP) * STEP, form=form)]

    def tested(self, form: str) -> dict[int, int]:
        """The number of questions of a form, by module."""
        found: dict[int, int] = {}
        for page in self._book.tests.values():
            number = len(questions(page.value, form)) if isinstance(page.value, Quiz) else 0
            if page.module and number:
                found[page.module] = found.get(page.module, 0) + number
        return found

    def breaks(self, date: datetime.date) -> list[UsualBreak]:
        """The breaks of the book on a day, on a Friday with its prayers."""
        usual = [break_of(text) for text in self._session.breaks]
        friday = [break_of(self._session.friday)] if date.weekday() == FRIDAY else []
        kept = [pause for pause in usual if not any(pause.meets(prayers) for prayers in friday)]
        longest = max((pause.minutes for pause in usual), default=0)
        found = [UsualBreak(pause, _kind(pause, longest)) for pause in kept]
        found += [UsualBreak(pause, EventKind.FRIDAY) for pause in friday]
        return sorted(found)

    def short_enough(self, frame: Frame) -> frozenset[str] | None:
        """The fewest stages, by id, that shortened make a frame do, the longest first; None if none do."""
        can = [one for one in self._teaching if _shortened(one) != one]
        ordered = sorted(can, key=lambda one: _shortened(one).minutes - one.minutes)
        ids = [one.unit.id for one in ordered if one.unit]
        tried = (frozenset(ids[:count]) for count in range(1, len(ids) + 1))
        return next((short for short in tried if not self.fitted(frame, short).missing), None)

    def shortenings(self, short: frozenset[str]) -> list[tuple[int, TeachingUnit, int]]:
        """Units to be shortened with their modules, and the minutes that they get."""
        found = [(one.module, one.unit, _shortened(one).minutes) for one in self._teaching if one.unit]
        return [trio for trio in found if trio[1].id in short]

    def later(self, frame: Frame) -> int | None:
        """The earliest later end of the days at which all fits."""
        ends = range(frame.until + STEP, min(frame.until + LATER, DAY) + 1, STEP)
        return next((end for end in ends if not self.fitted(replace(frame, until=end)).missing), None)

    def longer(self, frame: Frame) -> int | None:
        """The fewest days more in which all fits."""
        numbers = range(frame.days + 1, MOST_DAYS + 1)
        return next((one for one in numbers if not self.fitted(replace(frame, days=one)).missing), None)


def _taught(module: int, unit: TeachingUnit) -> Block:
    return Block(EventKind.TEACHING, unit.minutes, module, unit)


def _shortened(block: Block) -> Block:
    """A block of teaching in fewer minutes, where the book has a short cut for it."""
    minutes = shortened(block.unit) if block.unit else block.minutes
    return block._replace(minutes=minutes, unit=block.unit and block.unit._replace(minutes=minutes))


def _kind(pause: Break, longest: int) -> EventKind:
    """The longest break is lunch; one at the time of the afternoon prayer has room for it."""
    if pause.minutes == longest and longest >= LUNCH:
        return EventKind.LUNCH
    return EventKind.PRAYER if pause.end >= AFTERNOON else EventKind.BREAK
