"""The minutes of a module's stages add up to its lesson hours."""

from handbook.book import Book, holding
from handbook.content.module import Module
from handbook.problem import Kind, Problems, problem


def check(book: Book) -> Problems:
    """Modules whose stages take longer or shorter than JP × minutes per JP."""
    per_hour = book.settings.minutes_per_lesson_hour
    for page, sheet in holding(book.pages.values(), Module):
        stages = book.stages(page.module or 0)
        total, wanted = sum(stage.total_minutes for stage in stages), sheet.lesson_hours * per_hour
        if page.module and total != wanted:
            each = ", ".join(f"{stage.number}: {stage.total_minutes}" for stage in stages)
            words = {"kata": total, "harap": wanted, "jp": sheet.lesson_hours, "menit": per_hour}
            yield problem(page.place_of("jp"), Kind.MINUTES_WRONG, (), "", **words, rincian=each)
