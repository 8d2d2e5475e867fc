"""A proposal for what a caller asked for: the text of a plan, or a refusal that names what would do."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from handbook.book import Book
from handbook.course.propose import MOST_DAYS, Frame, Proposal, Proposer
from handbook.packs.clock import minutes_of, shown
from handbook.packs.options import MOST
from handbook.packs.timetable import TeachingUnit
from handbook.problem import RefusedError


@dataclass(frozen=True)
class Wish:
    """The frame that a caller asked for; hours as they were written."""

    days: int
    start: str
    until: str
    first: datetime.date
    participants: int
    shorten: bool = False

    def frame(self) -> Frame:
        """Its days and hours; a refusal where no course can be held in them."""
        start, until = minutes_of(self.start), minutes_of(self.until)
        if not 1 <= self.days <= MOST_DAYS:
            raise RefusedError("hari", kata=self.days, paling=MOST_DAYS)
        if not 1 <= self.participants <= MOST:
            raise RefusedError("peserta", kata=self.participants, paling=MOST)
        if until <= start:
            raise RefusedError("jam_terbalik", mulai=shown(start), sampai=shown(until))
        return Frame(self.days, start, until, self.first)


def propose(book: Book, wish: Wish) -> Proposal:
    """The best proposal for a wish; it may lack minutes."""
    proposer, frame = Proposer(book), wish.frame()
    short = proposer.short_enough(frame) if wish.shorten and proposer.fitted(frame).missing else None
    return proposer.best(frame, short or frozenset())


def refuse_missing(book: Book, proposal: Proposal) -> None:
    """Refuse a proposal that lacks minutes, with the nearest frames that lack none."""
    if not proposal.missing:
        return
    frame, s = proposal.frame, book.settings.strings
    ways = "; ".join(_ways(book, frame)) or s("pelatihan.muat.tidak_ada")
    hours = {"mulai": shown(frame.start), "sampai": shown(frame.until)}
    raise RefusedError("kerangka", hari=frame.days, menit=proposal.missing, muat=ways, **hours)


def _ways(book: Book, frame: Frame) -> Iterator[str]:
    """A later end, more days, stages that could be shortened."""
    proposer, s = Proposer(book), book.settings.strings
    if end := proposer.later(frame):
        yield s("pelatihan.muat.jam", jam=shown(end))
    if days := proposer.longer(frame):
        yield s("pelatihan.muat.hari", hari=days)
    if short := proposer.short_enough(frame):
        pairs = proposer.shortenings(short)
        named = ", ".join(_shortening(book, *trio) for trio in pairs)
        yield s("pelatihan.muat.persingkat", jumlah=len(short), tahap=named)


def _shortening(book: Book, module: int, unit: TeachingUnit, minutes: int) -> str:
    """`Tahap 4 Modul 4 60 → 45`."""
    name = book.settings.strings("pelatihan.tahap", tahap=unit.number, modul=module)
    return f"{name} {unit.minutes} → {minutes}"
