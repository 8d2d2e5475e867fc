"""The order of pages in the finished file: masters once, or every copy of every sheet."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise
from pathlib import Path

from handbook.packs import cover, name_overlays
from handbook.packs.name_overlays import Stamp
from handbook.packs.occasion import Occasion
from handbook.packs.order import OrderRow, as_masters
from handbook.packs.session import Session
from handbook.press import Report
from handbook.press.assembly.arrange import OutputPage

BATCH = 100
"""Stamps in one part of the press."""


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
    occasion: Occasion, rows: Sequence[OrderRow], report: Report, print_: Callable[[Mapping[str, str]], Path]
) -> tuple[list[OutputPage], Path | None]:
    """Every page of the finished file in order, and the file of names to print over them."""
    if not occasion.options.expanded:
        return [OutputPage(page) for row in rows for page in row.pages], None
    ready: list[Stamp] = []
    leaves = [leaf for row in rows for leaf in _expanded(occasion, row, report, ready)]
    paper, language = occasion.options.paper, occasion.book.settings.book.language
    batches = {
        f"cap-{start // BATCH}": name_overlays.html(ready[start : start + BATCH], paper, language)
        for start in range(0, len(ready), BATCH)
    }
    return leaves, print_(batches) if batches else None


def _expanded(occasion: Occasion, row: OrderRow, report: Report, ready: list[Stamp]) -> Iterator[OutputPage]:
    """All copies of a sheet, each beginning on a new sheet of paper when printed on both sides."""
    people, duplex = occasion.options.people.participants, occasion.options.duplex
    pages = row.leaves()
    for variant, person in name_overlays.copies_of(row):
        stamp = None
        if person is not None and person < len(people):
            spots = name_overlays.spots(row, variant, report.anchors, occasion.options.paper)
            if spots:
                stamp = len(ready)
                ready.append(Stamp(people[person], spots, row.sheet.landscape))
        for page in pages[variant]:
            yield OutputPage(page, stamp if page == pages[variant].start else None)
            if duplex and row.sheet.one_sided:
                yield OutputPage(None)
        if not row.sheet.one_sided and len(pages[variant]) % 2:
            yield OutputPage(None)
