"""Sheets become the parts that are printed, and each sheet's pages are found in the result."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, count, groupby
from xml.sax.saxutils import quoteattr

from handbook.packs.occasion import Occasion
from handbook.packs.order import OrderRow, Sheet, master_ids
from handbook.press import Part, PressError, Report
from handbook.print.documents import document

AFTER_COVER = 2
"""The number of the first sheet after the cover of a pack."""
CHUNK = 16
"""Different masters of a sheet in one part: more of them share the work of several processes."""


def parts(
    occasion: Occasion, sheets: Sequence[Sheet], first: int = AFTER_COVER, within: str = ""
) -> list[Part]:
    """The parts to print: sheets of a segment stand together; a big segment is divided.

    Sheets are numbered from `first` on, with what they stand in before it: `No. 2.14`.
    """
    numbers = (f"{within}{number}" for number in count(first))
    grouped = groupby(_pieces(occasion, sheets, numbers), key=lambda piece: piece[0])
    bodies = [(name, "\n".join(html for _, html in group)) for name, group in grouped]
    names = [name for name, _ in bodies]
    return [part(occasion, _once(names, place), body) for place, (_, body) in enumerate(bodies)]


def _once(names: Sequence[str], place: int) -> str:
    """The name at a place, with a number when it has come before: parts have names of their own."""
    before = names[:place].count(names[place])
    return f"{names[place]}-lagi-{before}" if before else names[place]


def numbered(label: str, html: str) -> str:
    """A master with its number in the foot: `No. 8`."""
    return f'<div class="pack-number" data-number={quoteattr(label)}>{html}</div>'


def part(occasion: Occasion, name: str, body: str) -> Part:
    """The part as an HTML document for the press."""
    return Part(name, occasion.title, document(occasion.title, occasion.number, body, occasion.book))


def _pieces(occasion: Occasion, sheets: Sequence[Sheet], numbers: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Every master, numbered as in the order, with the name of its part."""
    for own, sheet in zip(numbers, sheets, strict=False):
        for index, html in enumerate(sheet.html):
            name = f"{sheet.segment}-{index // CHUNK}" if sheet.variants > CHUNK else sheet.segment
            yield name, numbered(_label(occasion, own, index, sheet.variants), html)


def _label(occasion: Occasion, own: str, index: int, variants: int) -> str:
    if variants == 1:
        return occasion.s("paket.nomor", nomor=own)
    return occasion.s("paket.nomor_beda", nomor=own, ke=index + 1, jumlah=variants)


def rows(sheets: Sequence[Sheet], report: Report, last: int) -> list[OrderRow]:
    """The pages of each sheet; `last` is the number of pages of all of them."""
    first = dict(zip(report.pages, accumulate(report.pages.values(), initial=0), strict=False))
    starts = [
        tuple(_start(id_, report, first) for id_ in master_ids(sheet.id, sheet.variants)) for sheet in sheets
    ]
    ends = [*(found[0] for found in starts[1:]), last]
    return [
        OrderRow(sheet, range(own[0], end), own) for sheet, own, end in zip(sheets, starts, ends, strict=True)
    ]


def _start(id_: str, report: Report, first: Mapping[str, int]) -> int:
    anchor = report.anchors.get(id_)
    if anchor is None:
        raise PressError(f"{id_} is on no page")
    return first[anchor.part] + anchor.page
