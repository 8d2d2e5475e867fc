"""Numbers in a module run without gaps: stages, topics, readings, boxes, instruments, figures."""

from handbook.book import Book, Target
from handbook.problem import Kind, Problems, problem

KINDS = ("tahap", "materi", "bacaan", "box", "instrumen", "gambar", "tabel")


def check(book: Book) -> Problems:
    """The first number after each gap."""
    groups: dict[tuple[int, str], list[Target]] = {}
    for target in book.targets.of_kind(*KINDS):
        page = book.pages.get(target.page)
        if page and page.module and _last(target) is not None:
            groups.setdefault((page.module, target.kind), []).append(target)
    for targets in groups.values():
        yield from _gaps(targets)


def _last(target: Target) -> int | None:
    last = target.number.rsplit(".", 1)[-1]
    return int(last) if last.isdigit() else None


def _gaps(targets: list[Target]) -> Problems:
    numbers = {_last(target) or 0: target for target in targets}
    for number in sorted(numbers):
        if number > 1 and number - 1 not in numbers:
            target = numbers[number]
            before = target.number[: len(target.number) - len(str(number))] + str(number - 1)
            yield problem(target.place, Kind.SERIES_GAP, kata=target.label, harap=before)
