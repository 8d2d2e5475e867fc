"""Things to bring, day by day: participants their book, figures and filled sheets; facilitators the rest."""

from collections.abc import Iterator

from handbook.content.instrument import Instrument
from handbook.course.sheets.needed import needs
from handbook.course.sheets.occasion import CourseOccasion
from handbook.course.timetable import Day
from handbook.html import Audience, Element, Piece, e
from handbook.packs.session import Session


def tables(course: CourseOccasion) -> Iterator[Element]:
    """A list for participants on each day, then what facilitators have ready."""
    s = course.s
    for who, items in (("peserta", participants), ("fasilitator", facilitators)):
        yield e("h2", s(f"lembar_pelatihan.bawaan.{who}"))
        rows = [(day, list(items(course, day))) for day in course.course.days]
        for day, found in rows:
            if found:
                yield e("h3", f"{course.label_of(day)}, {course.date(day.date)}")
                yield e("ul", *(e("li", item) for item in found))


def participants(course: CourseOccasion, day: Day) -> Iterator[str | list[Piece]]:
    """The book, the sheets filled in on earlier days, the figures that the day's forms ask for."""
    s = course.s
    if course.course.plan.book_in_hand:
        yield s("lembar_pelatihan.bawaan.buku")
    if filled := filled_before(course, day):
        yield s("lembar_pelatihan.bawaan.terisi", lembar=", ".join(filled))
    for session, form in _forms(course, day):
        for item in form.needed_data:
            label = form.label(s)
            yield [*session.context().prose(item), f" ({label})"]


def filled_before(course: CourseOccasion, day: Day) -> list[str]:
    """The labels of forms that the day's stages need and that were first used on a day before."""
    first = _first_days(course)
    wanted = dict.fromkeys(id_ for need in needs(course) if need.day == day for id_ in need.mentioned)
    forms = ((course.book.page_with(id_), first.get(id_)) for id_ in wanted)
    return [
        page.value.label(course.s)
        for page, number in forms
        if page and number and number < day.number and isinstance(page.value, Instrument)
    ]


def _first_days(course: CourseOccasion) -> dict[str, int]:
    """The number of the day on which each form is first used."""
    return {form.id: day.number for day in reversed(course.course.days) for _, form in _forms(course, day)}


def _forms(course: CourseOccasion, day: Day) -> Iterator[tuple[Session, Instrument]]:
    """The forms whose first stage is on a day."""
    for module in dict.fromkeys(event.module for event in course.on(day).taught if event.module):
        session = course.session(module)
        here = {event.unit.id for event in course.on(day).taught if event.module == module and event.unit}
        for page in session.pages:
            if isinstance(page.value, Instrument):
                unit = session.unit(page.value.stages[0]) or session.units[0]
                if unit.id in here:
                    yield session, page.value


def facilitators(course: CourseOccasion, day: Day) -> Iterator[list[Piece]]:
    """The preparations for each stage of the day."""
    for event in course.on(day).taught:
        if event.unit is None or event.module is None or not event.unit.needs.prepare:
            continue
        session = course.session(event.module)
        context = session.context(audience=Audience.FACILITATOR)
        stage = f"{session.label} {course.s('tahap.pendek', nomor=event.unit.number)}: "
        words = [piece for item in event.unit.needs.prepare for piece in ("; ", *context.prose(item))][1:]
        yield [e("strong", stage), *words]
