"""Every module is held once and whole, its stages in order; the tests are before and after it."""

from collections.abc import Iterable, Iterator

from handbook.content.course_plan import ExamItem, ModuleItem
from handbook.content.quiz import Quiz
from handbook.course.day_clock import named, units_of
from handbook.course.reading import PlanReading
from handbook.course.timetable import Day, Event
from handbook.packs.exams import questions
from handbook.problem import Kind, Place, Problems, nearest, problem


def check(reading: PlanReading) -> Problems:
    """All of it, in the order of the file where there is one."""
    yield from _changed(reading)
    yield from _shortened(reading)
    for module in reading.units:
        yield from _module(reading, module)
    yield from _tests(reading)


def _changed(reading: PlanReading) -> Problems:
    """The stages of the book that are not those for which the plan was made, each with its minutes."""
    s, planned, edition = reading.s, reading.plan.book.minutes, reading.plan.book.edition
    for module in sorted({*planned, *reading.units}):
        before, units = planned.get(module, []), reading.units.get(module, [])
        now = [unit.minutes for unit in units]
        if before == now:
            continue
        if len(before) == len(now):
            names = [reading.unit_name(module, unit.number) for unit in units]
            pairs = [trio for trio in zip(names, before, now, strict=True) if trio[1] != trio[2]]
            said = "; ".join(s("pelatihan.menit_beda", apa=n, dahulu=b, kini=k) for n, b, k in pairs)
        else:
            said = s("pelatihan.tahap_beda", modul=module, dahulu=len(before), kini=len(now))
        place = reading.place("buku", "menit", str(module))
        yield problem(place, Kind.PLAN_CHANGED, kata=said, edisi=edition)


def unknown(reading: PlanReading) -> Problems:
    """Modules and stages that the book does not have: with them no time of the plan would be true."""
    for item, path in reading.items:
        if isinstance(item, ModuleItem):
            yield from _unknown_modules(reading, [(item.module, reading.place(*path, "nomor"))])
            for index, number in enumerate(item.stages):
                yield from _unknown_stage(reading, item, number, reading.place(*path, "tahap", index))
        elif isinstance(item, ExamItem):
            places = [reading.place(*path, "modul", index) for index, _ in enumerate(item.modules)]
            yield from _unknown_modules(reading, zip(item.modules, places, strict=True))


def _unknown_modules(reading: PlanReading, found: Iterable[tuple[int, Place]]) -> Problems:
    known = ", ".join(map(str, reading.units))
    for module, place in found:
        if module not in reading.units:
            yield problem(place, Kind.PLAN_UNKNOWN, kata=reading.module_name(module), boleh=known)


def _unknown_stage(reading: PlanReading, item: ModuleItem, number: str, place: Place) -> Problems:
    units = reading.units.get(item.module, [])
    if units and not named(number, units):
        known = [unit.number for unit in units]
        words = reading.unit_name(item.module, number)
        hints = nearest(number, known, 0.5)
        yield problem(place, Kind.PLAN_UNKNOWN, hints, kata=words, boleh=", ".join(known))


def _shortened(reading: PlanReading) -> Problems:
    """Stages that are to be shortened although the book has no way to, or to no less than they are."""
    for item, path in reading.items:
        if not isinstance(item, ModuleItem):
            continue
        held = {unit.number: unit for unit in units_of(item, reading.units, shortened=False)}
        for number, minutes in item.shortened.items():
            unit = held.get(number)
            if unit is None or not unit.needs.shorten or minutes >= unit.minutes:
                place = reading.place(*path, "dipersingkat", number)
                name, whole = reading.unit_name(item.module, number), unit.minutes if unit else "-"
                yield problem(place, Kind.PLAN_SHORTENED, kata=name, menit=minutes, asal=whole)


def _module(reading: PlanReading, module: int) -> Problems:
    """Stages that are repeated, out of order or missing; those of an item together."""
    order = [unit.number for unit in reading.units[module]]
    wrong: dict[tuple[Place, Kind], list[str]] = {}
    seen: list[str] = []
    last = reading.place("hari")
    for last, number in _begun(reading, module):
        if number in seen:
            wrong.setdefault((last, Kind.PLAN_STAGE_REPEATED), []).append(number)
        elif any(order.index(number) < order.index(other) for other in seen):
            wrong.setdefault((last, Kind.PLAN_STAGE_ORDER), []).append(number)
        seen.append(number)
    for (place, kind), numbers in wrong.items():
        yield problem(place, kind, kata=reading.unit_name(module, ", ".join(numbers)))
    if missing := [number for number in order if number not in seen]:
        name = reading.unit_name(module, ", ".join(missing)) if seen else reading.module_name(module)
        yield problem(last, Kind.PLAN_STAGE_MISSING, kata=name)


def _begun(reading: PlanReading, module: int) -> Iterator[tuple[Place, str]]:
    """The number of each unit of a module where it begins, with the place of its item."""
    for day, event in reading.events:
        if event.unit and event.module == module and not event.continued:
            yield reading.item_place(day, event), event.unit.number


def _tests(reading: PlanReading) -> Problems:
    """Tests twice, without questions, or on the wrong side of what they measure."""
    seen: set[tuple[str, int]] = set()
    for day, event in ((day, event) for day, event in reading.events if event.form):
        wrong: dict[str, list[int]] = {}
        for module in (module for module in event.modules if module in reading.units):
            if key := _wrong_test(reading, day, event, module, seen):
                wrong.setdefault(key, []).append(module)
            seen.add((event.form, module))
        for key, modules in wrong.items():
            said = reading.s(f"pelatihan.tes.{key}", bentuk=event.form, modul=", ".join(map(str, modules)))
            yield problem(reading.item_place(day, event), Kind.PLAN_TEST, kata=said)


def _wrong_test(
    reading: PlanReading, day: Day, event: Event, module: int, seen: set[tuple[str, int]]
) -> str | None:
    """The key of what is wrong with a test of a module, if anything is."""
    if (event.form, module) in seen:
        return "ganda"
    if not has_test(reading, module, event.form):
        return "tanpa_soal"
    if _is_misplaced(reading, day, event, module):
        return "terlambat" if event.form == "A" else "terlalu_awal"
    return None


def has_test(reading: PlanReading, module: int, form: str) -> bool:
    """Whether the book has questions of a form for a module."""
    tests = reading.book.tests.values()
    quizzes = (page.value for page in tests if page.module == module)
    return any(isinstance(quiz, Quiz) and questions(quiz, form) for quiz in quizzes)


def _is_misplaced(reading: PlanReading, day: Day, test: Event, module: int) -> bool:
    """Whether form A comes after the module has begun, or form B before it has ended."""
    now = (day.number, test.start)
    times = [
        (other.number, event.start)
        for other, event in reading.events
        if event.unit and event.module == module
    ]
    return any(time < now if test.form == "A" else time > now for time in times)
