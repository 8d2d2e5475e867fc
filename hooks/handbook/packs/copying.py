"""The order of pages in the finished file: masters once, or every copy of every sheet."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise
from pathlib import Path

from handbook.packs import cover, name_overlays
from handbook.packs.occasion import Occasion
from handbook.packs.order import OrderRow, Sheet, as_masters
from handbook.packs.presswork import NamePrints
from handbook.packs.session import Session
from handbook.press import Report
from handbook.press.assembly.arrange import OutputPage


def cover_row(session: Session, length: int) -> OrderRow:
    """The row of a cover with a number of pages."""
    own = cover.sheet(session)
    return OrderRow(own if session.options.expanded else as_masters(own), range(length), (0,))


def moved(rows: Sequence[OrderRow], by: int) -> list[OrderRow]:
    """The rows moved back by a number of pages."""
    return [
        replace(
            row,
            pages=range(row.pages.start + by, row.pages.stop + by),
            starts=tuple(start + by for start in row.starts),
        )
        for row in rows
    ]


def places(occasion: Occasion, rows: Sequence[OrderRow]) -> list[range]:
    """The pages of each row in the finished file (from 0)."""
    sides = 2 if occasion.options.duplex else 1
    counts = (sides * row.total if occasion.options.expanded else row.masters for row in rows)
    borders = accumulate(counts, initial=0)
    return [range(start, end) for start, end in pairwise(borders)]


def copies(
    occasion: Occasion, rows: Sequence[OrderRow], report: Report, names: NamePrints
) -> tuple[list[OutputPage], Path | None]:
    """Every page of the finished file in order, and the file of names to print over them."""
    if not occasion.options.expanded:
        return [page for row in rows for page in _masters(row)], None
    leaves = [leaf for row in rows for leaf in _expanded(occasion, row, report, names)]
    return leaves, names.file if any(map(_is_stamped, leaves)) else None


def _is_stamped(leaf: OutputPage) -> bool:
    return bool(leaf.stamps or (leaf.beside and leaf.beside.stamps))


def _masters(row: OrderRow) -> Iterator[OutputPage]:
    """The pages to be copied; of a sheet that is cut in two both halves."""
    for own in row.together():
        for page, beside in zip(own.pages, own.beside, strict=True):
            yield OutputPage(page, beside=OutputPage(beside) if row.sheet.halved else None)


def _expanded(occasion: Occasion, row: OrderRow, report: Report, names: NamePrints) -> Iterator[OutputPage]:
    """All copies of a sheet, each beginning on a new sheet of paper when printed on both sides."""
    for own in row.together():
        spots = [name_overlays.spots(row, variant, report.anchors) for variant in own.variants]
        owners = [
            (person, there)
            for variant, there in zip(own.variants, spots, strict=True)
            for person in _whose(row, variant)
        ]
        stamps = iter([names.stamps(*owner, row.sheet.format) for owner in owners])
        second = stamps if row.sheet.halved else iter(())
        for first in stamps:
            other = next(second, ())
            for number, (page, beside) in enumerate(zip(own.pages, own.beside, strict=True)):
                yield _side(row.sheet, number, OutputPage(page, first), OutputPage(beside, other))
                if occasion.options.duplex and row.sheet.one_sided:
                    yield OutputPage(None)
            if not row.sheet.one_sided and len(own.pages) % 2:
                yield OutputPage(None)


def _side(sheet: Sheet, number: int, own: OutputPage, beside: OutputPage) -> OutputPage:
    """A side of a copy, whose first one has the stamps.

    Printers turn sheets over at their long edge, the upper one of halves: their backs stand upside down.
    """
    left, right = (own, beside) if number == 0 else (OutputPage(own.page), OutputPage(beside.page))
    if not sheet.halved:
        return left
    return replace(left, beside=right, turned=number % 2 == 1 and not sheet.one_sided)


def _whose(row: OrderRow, variant: int) -> Sequence[int | None]:
    """The person of each copy of a variant, or None."""
    copies = row.sheet.copies
    return (*row.sheet.people, *[None] * (copies * row.sheet.variants))[
        variant * copies : (variant + 1) * copies
    ]
