"""The order to the photocopier: sheets, copies, sides and amounts of paper."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple

from handbook.content.instrument import FILLED_BY, Duplication, Receiver

Format = Literal["upright", "sideways", "half"]
"""The shape of a sheet's pages; half is upright on half a sheet of paper."""


def master_ids(id_: str, variants: int) -> list[str]:
    """The ids of a sheet's masters in the HTML, one for each of its variants."""
    own = f"paket-{id_}"
    return [own] if variants == 1 else [f"{own}-{n}" for n in range(1, variants + 1)]


@dataclass(frozen=True)
class Sheet:
    """Pages that belong together and are copied together.

    `html` holds one article for each of the `variants`, which differ from one another; `copies`
    is how often each of them is needed. `people` says of copies whose they are: the number of the
    person, or None for a copy that belongs to nobody alone, in the order of copies.
    """

    id: str
    title: str
    when: str
    receiver: str
    copies: int
    html: Sequence[str]
    segment: str
    landscape: bool = False
    one_sided: bool = False
    halved: bool = False
    """Set on half a sheet of paper: two copies lie side by side, or two variants, to be cut apart."""
    is_stock: bool = False
    """Collected after use and used again: nobody writes on it."""
    paper: str = ""
    cut: bool = False
    stage: str = ""
    """The number of the stage or part that uses it first; empty outside the stages."""
    people: tuple[int | None, ...] = ()
    name_fields: tuple[tuple[str, str], ...] = field(default=())
    """The lines for a person's name and district of each variant: what a line asks for, and its id."""

    @property
    def variants(self) -> int:
        """The number of different masters."""
        return len(self.html)

    @property
    def format(self) -> Format:
        """The shape of its pages."""
        return "half" if self.halved else "sideways" if self.landscape else "upright"

    @property
    def is_paired(self) -> bool:
        """Whether two variants lie side by side; each is needed once, and their number is even."""
        return self.halved and self.variants > 1

    @property
    def prints(self) -> int:
        """The number of copies to make of each master."""
        return -(-self.copies // 2) if self.halved else self.copies


class Together(NamedTuple):
    """Variants that are printed together: their indices, the pages, what lies beside each, if on halves."""

    variants: tuple[int, ...]
    pages: range
    beside: Sequence[int | None]


@dataclass(frozen=True)
class OrderRow:
    """A sheet in the order, with the pages that it has in the file of masters (from 0)."""

    sheet: Sheet
    pages: range
    starts: tuple[int, ...]
    """The first page of each variant."""

    def leaves(self) -> list[range]:
        """The pages of each variant."""
        ends = (*self.starts[1:], self.pages.stop)
        return [range(first, end) for first, end in zip(self.starts, ends, strict=True)]

    def together(self) -> list[Together]:
        """The pages of each variant, or of two of which the longer one lies to the left."""
        every = list(enumerate(self.leaves()))
        if not self.sheet.is_paired:
            return [Together((variant,), pages, pages) for variant, pages in every]
        pairs = zip(every[::2], every[1::2], strict=True)
        return [_pair(*sorted(pair, key=lambda own: -len(own[1]))) for pair in pairs]

    @property
    def masters(self) -> int:
        """Pages of all that is printed together."""
        return sum(len(own.pages) for own in self.together())

    @property
    def each(self) -> int:
        """Sheets of paper for all masters, printed once."""
        return sum(paper_of(len(own.pages), one_sided=self.sheet.one_sided) for own in self.together())

    @property
    def total(self) -> int:
        """Sheets of paper for all copies."""
        return self.each * self.sheet.prints


def _pair(left: tuple[int, range], right: tuple[int, range]) -> Together:
    rest = [None] * (len(left[1]) - len(right[1]))
    return Together((left[0], right[0]), left[1], [*right[1], *rest])


def paper_of(pages: int, *, one_sided: bool) -> int:
    """Sheets of paper for a number of pages."""
    return pages if one_sided else -(-pages // 2)


def by_paper(rows: Sequence[OrderRow]) -> dict[str, int]:
    """Sheets of each kind of paper; the usual kind has the empty name."""
    found: dict[str, int] = {}
    for row in rows:
        found[row.sheet.paper] = found.get(row.sheet.paper, 0) + row.total
    return found


def as_masters(sheet: Sheet) -> Sheet:
    """A sheet whose master itself is used when it is needed once; masters are printed on one side."""
    return replace(sheet, one_sided=True) if sheet.prints * sheet.variants == 1 else sheet


def sizes(people: int, groups: int) -> list[int]:
    """The number of people in each group; the first groups have one more."""
    return [people // groups + (index < people % groups) for index in range(groups)]


def spare_of(receiver: Receiver, spare: int) -> int:
    """Copies for so many people more than expected, who come to no group of their own."""
    return {"orang": spare, "pasangan": -(-spare // 2)}.get(receiver, 0)


def shares(wanted: Duplication, filled_by: str, people: int, groups: int) -> list[tuple[Receiver, int]]:
    """The receivers of a sheet in the order of its copies, each with their number."""
    chosen = [number for number in wanted.groups if number <= groups]
    here = sizes(people, groups)
    heads = sum(here[number - 1] for number in chosen) if wanted.groups else people
    bands = len(chosen) if wanted.groups else groups
    counts: dict[Receiver, int] = {
        "orang": heads,
        "pasangan": -(-heads // 2),
        "kelompok": bands,
        "kelompok-lain": bands * (groups - 1),
        "kelas": 1,
        "dinding": 1,
    }
    receivers = wanted.per or [FILLED_BY[filled_by]]
    return [(receiver, counts[receiver] * wanted.count) for receiver in receivers]
