"""The timetable as a calendar file (iCalendar, RFC 5545)."""

import datetime
import hashlib
from collections.abc import Iterator

from handbook.course.sheets.occasion import CourseOccasion
from handbook.course.sheets.schedule import run_words, runs
from handbook.course.timetable import Day, Event

FILE = "jadwal.ics"
HOURS = {"wib": 7, "wita": 8, "wit": 9}
"""Hours before universal time; Indonesia knows no summer time."""
LONGEST = 75
"""Bytes of a line; longer ones go on in the next, which begins with a space (RFC 5545, 3.1)."""


def text(course: CourseOccasion) -> str:
    """The whole file. Times are universal, so that a calendar needs no definition of the zone."""
    maker = f"PRODID:-//{_said(course.book.settings.book.short_title)}//handbook//"
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", maker, *_events(course), "END:VCALENDAR"]
    return "".join(f"{piece}\r\n" for line in lines for piece in _folded(line))


def _events(course: CourseOccasion) -> Iterator[str]:
    edition = course.book.settings.book.date
    for day in course.course.days:
        for run in runs(day.events):
            yield from _event(course, day, run, edition)


def _event(course: CourseOccasion, day: Day, run: list[Event], edition: datetime.date) -> Iterator[str]:
    """An event; its id stays the same as long as plan, day and start do."""
    first, last = run[0], run[-1]
    own = f"{course.course.id} {day.date} {first.start}"
    yield "BEGIN:VEVENT"
    yield f"UID:{hashlib.sha256(own.encode()).hexdigest()[:32]}@{_said(course.book.settings.book.id)}"
    yield f"DTSTAMP:{edition:%Y%m%d}T000000Z"
    yield f"DTSTART:{_universal(course, day, first.start)}"
    yield f"DTEND:{_universal(course, day, last.end)}"
    yield f"SUMMARY:{_said(run_words(course, run))}"
    places = [words for words in (first.room, course.course.plan.place) if words]
    yield f"LOCATION:{_said(', '.join(places))}"
    if names := course.names(first):
        yield f"DESCRIPTION:{_said(names)}"
    yield "END:VEVENT"


def _universal(course: CourseOccasion, day: Day, minute: int) -> str:
    start = datetime.datetime.combine(day.date, datetime.time())
    at = start + datetime.timedelta(minutes=minute, hours=-HOURS[course.course.plan.zone])
    return f"{at:%Y%m%dT%H%M%SZ}"


def _said(words: str) -> str:
    """A text as a value (RFC 5545, 3.3.11)."""
    for sign in ("\\", ";", ","):
        words = words.replace(sign, f"\\{sign}")
    return " ".join(words.split())


def _folded(line: str) -> Iterator[str]:
    """A line in pieces of at most 75 bytes, none of which cuts a letter."""
    piece = ""
    for letter in line:
        if len((piece + letter).encode()) > LONGEST:
            yield piece
            piece = " "
        piece += letter
    yield piece
