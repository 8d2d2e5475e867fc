"""The keys of all modules, a file of its own for facilitators."""

from collections.abc import Iterator
from dataclasses import replace

from handbook.course.sheets.occasion import CourseOccasion
from handbook.packs import key, layout
from handbook.packs.order import Sheet


def sheets(course: CourseOccasion) -> Iterator[Sheet]:
    """The key of each module that is taught, once: nobody copies it."""
    for module in course.options.modules:
        session, id_ = course.session(module), f"{key.PART}-{module}"
        title = f"{course.s('paket.kunci.judul')}: {session.label}"
        html = key.article(session, id_)
        yield replace(layout.for_facilitator(session, id_, title, html, id_), copies=1)
