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
from handbook.press.assembly.arrange import OutputPage, Stamp


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
    if not occasion.options.expanded:
        return [row.pages for row in rows]
    sides = 2 if occasion.options.duplex else 1
    borders = accumulate((sides * row.total for row in rows), initial=0)
    return [range(start, end) for start, end in pairwise(borders)]


def copies(
    occasion: Occasion, rows: Sequence[OrderRow], report: Report, names: NamePrints
) -> tuple[list[OutputPage], Path | None]:
    """Every page of the finished file in order, and the file of names to print over them."""
    if not occasion.options.expanded:
        return [_master(row, page) for row in rows for page in row.pages], None
    leaves = [leaf for row in rows for leaf in _expanded(occasion, row, report, names)]
    return leaves, names.file if any(map(_is_stamped, leaves)) else None


def _is_stamped(leaf: OutputPage) -> bool:
    return bool(leaf.stamps or (leaf.beside and leaf.beside.stamps))


def _master(row: OrderRow, page: int) -> OutputPage:
    """A page to be copied; of a sheet that is cut in two the same on both halves."""
    return OutputPage(page, beside=OutputPage(page) if row.sheet.halved else None)


def _expanded(occasion: Occasion, row: OrderRow, report: Report, names: NamePrints) -> Iterator[OutputPage]:
    """All copies of a sheet, each beginning on a new sheet of paper when printed on both sides."""
    for variant, pages in enumerate(row.leaves()):
        spots = name_overlays.spots(row, variant, report.anchors)
        stamps = iter([names.stamps(person, spots, row.sheet.format) for person in _whose(row, variant)])
        second = stamps if row.sheet.halved else iter(())
        for first in stamps:
            other = next(second, ())
            for number, page in enumerate(pages):
                yield _side(row.sheet, page, number, first, other)
                if occasion.options.duplex and row.sheet.one_sided:
                    yield OutputPage(None)
            if not row.sheet.one_sided and len(pages) % 2:
                yield OutputPage(None)


def _side(
    sheet: Sheet, page: int, number: int, stamps: tuple[Stamp, ...], other: tuple[Stamp, ...]
) -> OutputPage:
    """A side of a copy, whose first one has the stamps.

    Printers turn sheets over at their long edge, the upper one of halves: their backs stand upside down.
    """
    own, beside = (stamps, other) if number == 0 else ((), ())
    if not sheet.halved:
        return OutputPage(page, own)
    turned = number % 2 == 1 and not sheet.one_sided
    return OutputPage(page, own, OutputPage(page, beside), turned=turned)


def _whose(row: OrderRow, variant: int) -> Sequence[int | None]:
    """The person of each copy of a variant, or None."""
    copies = row.sheet.copies
    return (*row.sheet.people, *[None] * (copies * row.sheet.variants))[
        variant * copies : (variant + 1) * copies
    ]
