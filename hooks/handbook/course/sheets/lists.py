"""Lists to sign and lists of groups: attendance for every day, who is in which group, who assesses whom."""

from collections.abc import Iterator, Sequence

from handbook.content.instrument import FILLED_BY, Instrument
from handbook.course.sheets import groups
from handbook.course.sheets.groups import Formation
from handbook.course.sheets.letterhead import letterhead
from handbook.course.sheets.occasion import CourseOccasion
from handbook.course.timetable import Day
from handbook.html import Element, Piece, e, facts
from handbook.packs import layout
from handbook.packs.clock import shown
from handbook.packs.order import Sheet
from handbook.packs.people import Person

ROWS = 15
"""People on a page of a list to sign."""


def sheets(course: CourseOccasion) -> Iterator[Sheet]:
    """The lists of all days, then those of groups."""
    for day in course.course.days:
        yield _attendance(course, day, "peserta")
        yield _attendance(course, day, "fasilitator")
    for number, formation in enumerate(groups.formations(course), 1):
        yield _groups(course, formation, number)
    yield from _assessors(course)


def _sheet(course: CourseOccasion, id_: str, title: str, children: Sequence[Piece]) -> Sheet:
    s = course.s
    html = layout.page(course, id_, title, *children, css="course-list")
    return Sheet(id_, title, s("paket.kapan.awal"), s("paket.penerima.panitia"), 1, [html], "daftar")


def people(course: CourseOccasion, kind: str) -> list[Person]:
    """The participants or the facilitators; those without a name have an empty one."""
    if kind == "fasilitator":
        return [
            Person(one.name, one.nip or "", is_facilitator=True) for one in course.course.plan.facilitators
        ]
    named = course.options.people.participants
    return [*named, *(Person("") for _ in range(course.options.participants - len(named)))]


def _attendance(course: CourseOccasion, day: Day, kind: str) -> Sheet:
    s, found = course.s, people(course, kind)
    title = f"{s(f'paket.hadir.{kind}')}, {course.label_of(day)}"
    starts = range(0, len(found), ROWS)
    pages = (_page(course, day, found, start, is_last=start == starts[-1]) for start in starts)
    return _sheet(course, f"hadir-{kind}-{day.number}", title, [*pages])


def _page(course: CourseOccasion, day: Day, found: Sequence[Person], start: int, *, is_last: bool) -> Element:
    """Fifteen rows below the letterhead; whoever confirms the list signs on its last page."""
    s, plan = course.s, course.course.plan
    when = f"{course.date(day.date)}, {shown(day.start)}–{shown(day.end)} {course.zone}"
    about = [("materi", plan.title), ("hari", when), ("tempat", plan.place)]
    keys = ("nomor", "nama", "jabatan", "pagi", "siang")
    heads = [s(f"lembar_pelatihan.hadir.{key}") for key in keys]
    rows = (_row(number, found[number - 1]) for number in range(start + 1, min(start + ROWS, len(found)) + 1))
    return e(
        "section",
        letterhead(course),
        facts([(s(f"paket.hadir.{key}"), words) for key, words in about]),
        layout.table(heads, rows, "sign-list"),
        _confirmed(course) if is_last else None,
        class_="list-page",
    )


def _row(number: int, person: Person) -> Element:
    name: list[Piece] = [e("p", person.name, class_="list-name"), e("p", person.nip) if person.nip else None]
    office: list[Piece] = [e("p", words) for words in (person.position, person.office) if words]
    return layout.row(str(number), name, office, "", "")


def _confirmed(course: CourseOccasion) -> Element:
    s = course.s
    lines = (s("paket.hadir.tempat_tanggal"), s("paket.hadir.mengetahui"))
    room, name = e("p", class_="sign-room"), e("p", s("paket.hadir.nama_nip"))
    return e("div", *(e("p", words) for words in lines), room, name, class_="confirmed")


def _groups(course: CourseOccasion, formation: Formation, number: int) -> Sheet:
    """A column for each group: names, or the numbers of the list to sign."""
    s = course.s
    title = s("lembar_pelatihan.kelompok.judul", jumlah=len(formation.groups))
    found = people(course, "peserta")
    used = "; ".join(dict.fromkeys(_used(course, formation)))
    boxes = (_group(course, n, members, found) for n, members in enumerate(formation.groups, 1))
    children = [letterhead(course), e("p", used, class_="pack-lead"), e("div", *boxes)]
    return _sheet(course, f"kelompok-{number}", title, children)


def _used(course: CourseOccasion, formation: Formation) -> Iterator[str]:
    for event in formation.events:
        if event.unit and event.module:
            label = course.session(event.module).label
            yield f"{label} {course.s('tahap.pendek', nomor=event.unit.number)}"


def _group(course: CourseOccasion, number: int, members: Sequence[int], found: Sequence[Person]) -> Element:
    name = course.s("lembar_pelatihan.kelompok.nama", nomor=number)
    items = (_member(index, found[index]) for index in members)
    return e("section", e("h2", name), e("ul", *items), class_="group-box")


def _member(index: int, person: Person) -> Element:
    number = e("span", f"{index + 1}", class_="member-number")
    return e("li", number, " ", person.name or e("span", class_="ruled-line"))


def _assessors(course: CourseOccasion) -> Iterator[Sheet]:
    """For each form by which groups assess each other: who presents, and who is its first assessor."""
    s = course.s
    for module in course.options.modules:
        session = course.session(module)
        for page in session.pages:
            form = page.value
            if not isinstance(form, Instrument):
                continue
            if "kelompok-lain" not in (form.copies.per or [FILLED_BY[form.filled_by]]):
                continue
            count = session.groups(session.unit(form.stages[0]))
            heads = [s(f"lembar_pelatihan.penilai.{key}") for key in ("urutan", "penyaji", "utama", "lain")]
            table = layout.table(heads, _turns(course, count), "assessors")
            words = s("lembar_pelatihan.penilai.judul", formulir=form.label(s))
            yield _sheet(course, f"penilai-{form.id}", words, [letterhead(course), table])


def _turns(course: CourseOccasion, count: int) -> Iterator[Element]:
    """Each group presents once and is the first assessor once: of the group before it."""
    name = [course.s("lembar_pelatihan.kelompok.nama", nomor=number) for number in range(1, count + 1)]
    for index in range(count):
        first = (index + 1) % count
        others = [name[other] for other in range(count) if other not in (index, first)]
        yield layout.row(str(index + 1), name[index], name[first], ", ".join(others))
