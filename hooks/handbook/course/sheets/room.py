"""Things that hang and lie in the room: name tags, words printed large for the wall, cards for everyone."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from handbook.content.stage import Display
from handbook.course.sheets.lists import people
from handbook.course.sheets.occasion import CourseOccasion
from handbook.html import Context, Element, e, plain
from handbook.packs import layout
from handbook.packs.order import Sheet
from handbook.packs.people import Person
from handbook.packs.session import Session
from handbook.packs.timetable import TeachingUnit

CARDS = 8
"""Tags or cards on a sheet."""
SIZES = ((2, 220), (12, 72), (26, 54), (60, 40), (400, 30))
"""For words of so many letters at most, their size in points."""


def sheets(course: CourseOccasion) -> Iterator[Sheet]:
    """Name tags first, then what each stage needs in the order of the course."""
    yield _tags(course)
    for event in course.taught:
        if event.unit and event.module:
            session = course.session(event.module)
            for number, display in enumerate(event.unit.needs.displays, 1):
                id_ = f"pajang-{event.unit.id}-{number}"
                make = _cards if display.per == "orang" else _walls
                yield from make(course, session, event.unit, display, id_)


def _sheet(course: CourseOccasion, id_: str, title: str, when: str, receiver: str, html: str) -> Sheet:
    s = course.s
    return Sheet(
        id_, title, when, s(f"paket.penerima.{receiver}"), 1, [html], "ruang", one_sided=True, cut=True
    )


def _tags(course: CourseOccasion) -> Sheet:
    """A tag for everybody; those whose name is not known have a line for it."""
    s, title = course.s, course.s("lembar_pelatihan.ruang.tanda")
    everyone = [*people(course, "peserta"), *people(course, "fasilitator")]
    boxes = (_tag(course, person) for person in everyone)
    html = layout.article(course, "paket-tanda-nama", title, e("div", *boxes, class_="room-cards"))
    sheet = _sheet(course, "tanda-nama", title, s("paket.kapan.awal"), "orang", html)
    return replace(sheet, paper=s("paket.kertas.karton"))


def _tag(course: CourseOccasion, person: Person) -> Element:
    role = course.s("lembar_pelatihan.ruang.fasilitator") if person.is_facilitator else person.office
    name = e("p", person.name, class_="tag-name") if person.name else e("p", class_="ruled-line tag-line")
    return e(
        "div",
        e("p", course.course.plan.title, class_="tag-course"),
        name,
        e("p", role),
        class_="room-card tag",
    )


def _walls(
    course: CourseOccasion, session: Session, unit: TeachingUnit, display: Display, id_: str
) -> Iterator[Sheet]:
    """Two to a page, to be cut apart."""
    title, context = _named(session, unit, display.words), session.context()
    when = f"{session.label} · {session.s('tahap.pendek', nomor=unit.number)}"
    halves = (_half(words, context, when) for words in display.words)
    html = layout.article(course, f"paket-{id_}", when, *halves)
    yield _sheet(course, id_, title, when, "dinding", html)


def _half(words: str, context: Context, code: str) -> Element:
    size = next(points for most, points in SIZES if len(plain(words)) <= most)
    large = e("p", context.prose(words), class_="wall-words", style=f"font-size: {size}pt")
    return e("div", large, e("p", code, class_="wall-code"), class_="wall-half")


def _cards(
    course: CourseOccasion, session: Session, unit: TeachingUnit, display: Display, id_: str
) -> Iterator[Sheet]:
    """A sheet of equal cards for each of the words."""
    when, context = f"{session.label} · {session.s('tahap.pendek', nomor=unit.number)}", session.context()
    colours = [*display.colours, *[""] * len(display.words)]
    for number, (words, colour) in enumerate(zip(display.words, colours, strict=False), 1):
        title = f"{when}: {plain(words)}"
        inside = [e("p", context.prose(words), class_="card-words")]
        cards = (e("div", *inside, class_="room-card") for _ in range(CARDS))
        html = layout.article(course, f"paket-{id_}-{number}", when, e("div", *cards, class_="room-cards"))
        sheet = _sheet(course, f"{id_}-{number}", title, when, "orang", html)
        copies = -(-course.options.for_everybody // CARDS)
        paper = session.s("paket.kertas.warna", warna=colour) if colour else ""
        yield replace(sheet, copies=copies, paper=paper)


def _named(session: Session, unit: TeachingUnit, words: Sequence[str]) -> str:
    """`Modul 6 · Tahap 1: Tenang, Waswas`; of many words the first and the last."""
    shown = [plain(item) for item in words]
    said = ", ".join(shown) if sum(map(len, shown)) < 60 else f"{shown[0]} … {shown[-1]}"
    return f"{session.label} · {session.s('tahap.pendek', nomor=unit.number)}: {said}"
