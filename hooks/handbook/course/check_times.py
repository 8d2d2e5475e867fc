"""The days can be held: dates and hours are in order, nobody works in a break, no stage is cut too short."""

from collections.abc import Iterator
from itertools import pairwise

from handbook.content.course_plan import PAUSES, EventKind
from handbook.course.reading import PlanReading
from handbook.course.timetable import Day, Event
from handbook.packs.clock import Break, break_of, minutes_of, shown
from handbook.problem import Kind, Problems, problem

LEAST_PIECE = 15
"""Minutes: a pause leaves no less of a stage on either side."""
NEAR = 60
"""Minutes by which a break may be earlier or later than the book's usual one."""
FRIDAY = 4


def check(reading: PlanReading) -> Problems:
    """Everything about dates and hours."""
    yield from _dates(reading)
    for day in reading.days:
        yield from _overlaps(reading, day)
        yield from _late(reading, day)
        yield from _pieces(reading, day)
        yield from _pauses(reading, day)
        yield from _prayers(reading, day)


def _dates(reading: PlanReading) -> Problems:
    for before, day in pairwise(reading.days):
        if day.date <= before.date:
            place = reading.place("hari", day.number - 1, "tanggal")
            yield problem(place, Kind.PLAN_DATES, kata=day.date, sebelum=before.date)


def _overlaps(reading: PlanReading, day: Day) -> Problems:
    """Fixed times that are earlier than the end of what comes before."""
    for before, event in pairwise(day.events):
        if event.start < before.end:
            place = reading.item_place(day, event, "jam")
            start, end = shown(event.start), shown(before.end)
            said = {"kata": event.title, "sebelum": before.title, "jam": start, "sampai": end}
            yield problem(place, Kind.PLAN_OVERLAP, (), "", **said)


def until_of(reading: PlanReading, day: Day) -> int:
    """The minute at which a day ends at the latest."""
    return minutes_of(reading.plan.days[day.number - 1].until or reading.plan.until)


def _late(reading: PlanReading, day: Day) -> Problems:
    """The first item that goes beyond the day, with the minutes by which the whole day does."""
    until, end = until_of(reading, day), max(event.end for event in day.events)
    if end > until:
        first = next(event for event in day.events if event.end > until)
        place, said = reading.item_place(day, first), {"kata": first.title, "sampai": shown(until)}
        minutes = {"hari": day.number, "menit": end - until, "lama": end - day.start}
        yield problem(place, Kind.PLAN_LATE, (), "", **said, **minutes)


def _pieces(reading: PlanReading, day: Day) -> Problems:
    """Pauses that leave a piece of a stage that is not worth beginning or going on with."""
    for index, (piece, pause) in enumerate(pairwise(day.events)):
        rest = _rest(day, piece, index + 1)
        if rest and rest.unit and rest.module and min(piece.minutes, rest.minutes) < LEAST_PIECE:
            yield problem(
                reading.item_place(day, pause, "jam"),
                Kind.PLAN_PIECE,
                kata=reading.unit_name(rest.module, rest.unit.number),
                potong=f"{piece.minutes} + {rest.minutes}",
                sebelum=shown(piece.start),
                sesudah=shown(pause.start + rest.minutes),
            )


def _rest(day: Day, piece: Event, after: int) -> Event | None:
    """The next piece of the same unit on a day, when there is one after a pause."""
    later = next((event for event in day.events[after:] if event.unit), None)
    if later is None or not later.continued:
        return None
    return later if (later.module, later.unit) == (piece.module, piece.unit) else None


def usual_pauses(reading: PlanReading, day: Day) -> Iterator[Break]:
    """The breaks of the book that a day of these hours has; on a Friday not those that meet its prayers."""
    session = reading.book.settings.session
    friday = break_of(session.friday) if has_prayers(reading, day) else None
    for usual in map(break_of, session.breaks):
        is_within = day.start < usual.start and usual.end < day.end
        if is_within and not (friday and usual.meets(friday)):
            yield usual


def has_prayers(reading: PlanReading, day: Day) -> bool:
    """Whether Friday prayers are on this day."""
    return reading.plan.friday and day.date.weekday() == FRIDAY


def _pauses(reading: PlanReading, day: Day) -> Problems:
    """The usual breaks without a pause near their time that is long enough."""
    pauses = [event for event in day.events if event.kind in PAUSES]
    for usual in usual_pauses(reading, day):
        near = (event for event in pauses if abs(event.start - usual.start) <= NEAR)
        if not any(event.minutes >= usual.minutes for event in near):
            place = reading.place("hari", day.number - 1, "tanggal")
            first, time, last = (shown(usual.start + shift) for shift in (-NEAR, 0, NEAR))
            said = {"hari": day.number, "menit": usual.minutes}
            yield problem(place, Kind.PLAN_PAUSE, (), "", jam=time, awal=first, akhir=last, **said)


def _prayers(reading: PlanReading, day: Day) -> Problems:
    """The first thing that is held during Friday prayers."""
    if not has_prayers(reading, day):
        return
    prayers = break_of(reading.book.settings.session.friday)
    for event in day.events:
        is_rest = event.kind in PAUSES or event.kind is EventKind.FREE
        if not is_rest and event.start < prayers.end and prayers.start < event.end:
            place, said = reading.item_place(day, event), {"kata": event.title, "jam": shown(prayers.start)}
            end, minutes = shown(prayers.end), prayers.minutes
            yield problem(place, Kind.PLAN_FRIDAY, (), "", sampai=end, menit=minutes, **said)
            return
