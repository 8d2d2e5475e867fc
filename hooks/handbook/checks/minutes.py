"""The minutes of a module's stages add up to its lesson hours."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.book.book import Book
from handbook.problem import Kind, Problem, problem


def check(book: Book) -> Iterator[Problem]:
    """Modules whose stages take longer or shorter than JP × minutes per JP."""
    per_hour = book.settings.minutes_per_lesson_hour
    for plan in book.settings.modules:
        sheet = book.module(plan.number)
        page = book.page_with(sheet.id) if sheet else None
        if sheet is None or page is None:
            continue
        total = sum(stage.total_minutes for stage in book.stages(plan.number))
        wanted = sheet.lesson_hours * per_hour
        if total != wanted:
            place = page.place_of("jp")
            each = ", ".join(f"{stage.number}: {stage.total_minutes}" for stage in book.stages(plan.number))
            yield problem(
                place,
                Kind.MINUTES_WRONG,
                kata=total,
                harap=wanted,
                jp=sheet.lesson_hours,
                menit=per_hour,
                rincian=each,
            )
