"""The timetable of a course as lines of text."""

from collections.abc import Iterator

from handbook.book import Book
from handbook.content.course_plan import EventKind
from handbook.course.sums import shown_sums, sums
from handbook.course.timetable import Course, Day, Event
from handbook.packs.clock import shown
from handbook.strings import Strings


def lines(course: Course, book: Book) -> Iterator[str]:
    """Every day with its events, then the minutes of the whole course."""
    s, hour = book.settings.strings, book.settings.minutes_per_lesson_hour
    for day in course.days:
        yield from _day(day, s)
    yield s("pelatihan.jumlah.judul", hari=len(course.days), peserta=course.plan.participants)
    yield from shown_sums(sums(course.events), hour, s)


def notes(course: Course, book: Book) -> Iterator[str]:
    """Sentences on things that are not wrong: another edition, cells of the list of names."""
    s, planned, edition = book.settings.strings, course.plan.book.edition, book.settings.book.edition
    if planned != edition:
        yield s("pelatihan.edisi_lain", dahulu=planned, kini=edition)
    yield from (s(f"paket.awas.{key}", **words) for key, words in course.people.warnings)


def _day(day: Day, s: Strings) -> Iterator[str]:
    yield s("pelatihan.hari_judul", nomor=day.number, tanggal=day.date_words(s))
    for event in day.events:
        yield f"  {shown(event.start)}–{shown(event.end)}  {title(event, s)}"
    yield ""


def title(event: Event, s: Strings) -> str:
    """`Modul 3, Tahap 4: Pengantar …`, of anything but teaching its own title."""
    if event.unit is None or event.kind is not EventKind.TEACHING:
        return event.title
    key = "lanjutan" if event.continued else "tahap_judul"
    number, module = event.unit.number, event.module
    return s(f"pelatihan.{key}", modul=module, tahap=number, judul=event.title)
