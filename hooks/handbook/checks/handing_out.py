"""The list of what a stage hands out agrees with its preparations, so that the session pack has it."""

from handbook.book import Book, Page, holding
from handbook.book.handed import handed
from handbook.content.stage import Needs, Stage
from handbook.problem import Kind, Problems, problem
from handbook.source.yamltext import Step


def check(book: Book) -> Problems:
    """Boxes and readings that only one of both lists of a stage, or of a part of it, has."""
    for page, stage in holding(book.pages.values(), Stage):
        yield from _needs(book, page, stage, ())
        for index, part in enumerate(stage.parts):
            yield from _needs(book, page, part, ("bagian", index))


def _needs(book: Book, page: Page, needs: Needs, path: tuple[Step, ...]) -> Problems:
    prepared = {target.id for target in handed(book, needs.prepare, page.module)}
    listed: set[str] = set()
    for index, item in enumerate(needs.handed):
        targets = handed(book, [item.what], page.module)
        listed |= {target.id for target in targets}
        if not targets or not {target.id for target in targets} <= prepared:
            place = page.node.at([*path, "bagikan", index, "apa"]).place
            yield problem(place, Kind.HANDED_UNPREPARED, kata=item.what)
    for index, text in enumerate(needs.prepare):
        for target in handed(book, [text], page.module):
            if target.id not in listed:
                place = page.node.at([*path, "siapkan", index]).place
                yield problem(place, Kind.HANDED_UNLISTED, kata=target.label)
