"""Certificates for those who pass by the plan's rule; a draft while results or signer are missing."""

from collections.abc import Iterator, Sequence

from handbook.course.sheets.letterhead import letterhead
from handbook.course.sheets.occasion import CourseOccasion
from handbook.course.sheets.results import Result
from handbook.html import Element, Piece, e
from handbook.packs import layout
from handbook.packs.order import Sheet
from handbook.packs.people import Person


def sheets(course: CourseOccasion, results: Sequence[Result]) -> Iterator[Sheet]:
    """One for each who passes, in the order of the list; without any a draft that shows the layout."""
    passed = [result.person for result in results if result.passed]
    for number, person in enumerate(passed or [Person("")], 1):
        id_ = f"sertifikat-{number}"
        is_draft = course.course.plan.certificate is None or not passed
        yield _sheet(course, id_, _certificate(course, person, number, is_draft=is_draft))


def _sheet(course: CourseOccasion, id_: str, body: Element) -> Sheet:
    s, title = course.s, course.s("lembar_pelatihan.sertifikat.judul")
    html = layout.article(course, f"paket-{id_}", title, body, landscape=True, css="certificate-sheet")
    return Sheet(
        id_,
        title,
        s("paket.kapan.acara"),
        s("paket.penerima.orang"),
        1,
        [html],
        f"sertifikat-{id_.split('-')[1][:-1]}",
        landscape=True,
        one_sided=True,
    )


def _certificate(course: CourseOccasion, person: Person, number: int, *, is_draft: bool) -> Element:
    """Number, name and office, what was attended, who signs."""
    s, plan = course.s, course.course.plan
    own = plan.certificate
    hours = sum(event.minutes for event in course.course.events if event.module)
    lessons = hours // course.book.settings.minutes_per_lesson_hour
    numbered = own.number.replace("{urut}", str(number)) if own and not is_draft else None
    lines: list[Piece] = [
        letterhead(course),
        e("p", s("lembar_pelatihan.sertifikat.draf"), class_="certificate-draft") if is_draft else None,
        e("h1", s("lembar_pelatihan.sertifikat.judul"), class_="certificate-title"),
        e("p", s("lembar_pelatihan.sertifikat.nomor", nomor=numbered or "…………"), class_="certificate-number"),
        e("p", s("lembar_pelatihan.sertifikat.kepada")),
        e("p", person.name or "……………………………………………", class_="certificate-name"),
        e("p", " · ".join(words for words in (person.nip, person.position, person.office) if words)),
        e(
            "p",
            s("lembar_pelatihan.sertifikat.isi", acara=plan.title, tanggal=course.dates, tempat=plan.place),
        ),
        e("p", s("lembar_pelatihan.sertifikat.lama", jp=lessons, menit=course.figure(hours))),
        _signed(course),
    ]
    return e("div", *lines, class_="certificate")


def _signed(course: CourseOccasion) -> Element:
    """Place, day, office and name of the signer as the plan has them; dots for what it has not."""
    own, dots = course.course.plan.certificate, "……………………………"
    if own is None:
        where, position, who = f"{dots}, {dots}", dots, [dots]
    else:
        day = course.day_of(own.date or course.course.days[-1].date)
        where, position = f"{own.place}, {day}" if own.place else day, own.position
        nip = [course.s("lembar_pelatihan.sertifikat.nip", nip=own.nip)] if own.nip else []
        who = [own.name, *nip]
    return e(
        "div",
        e("p", where),
        e("p", position),
        e("p", class_="sign-room"),
        *(e("p", words) for words in who),
        class_="certificate-signed",
    )
