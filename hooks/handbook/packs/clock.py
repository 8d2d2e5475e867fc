"""Clock times: minutes since midnight, printed as 08.00."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from handbook.problem import RefusedError

DAY = 24 * 60
LONGEST_BREAK = 240
_TIME = re.compile(r"([0-9]{1,2})(?:[.:]([0-9]{2}))?")
_BREAK = re.compile(r"(?P<start>[^/]+)/(?P<minutes>[0-9]{1,4})")


@dataclass(frozen=True, order=True)
class Break:
    """A pause that begins at a time of the day."""

    start: int
    minutes: int

    @property
    def end(self) -> int:
        """The minute at which it is over."""
        return self.start + self.minutes

    def meets(self, other: Break) -> bool:
        """Whether two pauses overlap."""
        return self.start < other.end and other.start < self.end


def minutes_of(text: str) -> int:
    """Minutes since midnight: 8, 8.00, 08.00 and 08:00 are eight o'clock; a refusal for anything else."""
    match = _TIME.fullmatch(text.strip())
    hours, minutes = (int(match[1]), int(match[2] or 0)) if match else (24, 0)
    if hours > 23 or minutes > 59:
        raise RefusedError("jam", kata=text)
    return hours * 60 + minutes


def shown(minutes: int) -> str:
    """08.00; the end of the day is 24.00."""
    return f"{minutes // 60:02d}.{minutes % 60:02d}"


def break_of(text: str) -> Break:
    """The pause written as start/minutes: 10.00/15 is a quarter of an hour at ten."""
    match = _BREAK.fullmatch(text.strip())
    if match is None or not 1 <= int(match["minutes"]) <= LONGEST_BREAK:
        raise RefusedError("istirahat", kata=text, paling=LONGEST_BREAK)
    return Break(minutes_of(match["start"]), int(match["minutes"]))


def in_order(breaks: list[Break]) -> tuple[Break, ...]:
    """Pauses by time; two that overlap are refused."""
    ordered = sorted(breaks)
    for first, second in pairwise(ordered):
        if first.meets(second):
            raise RefusedError("istirahat_bertumpuk", satu=shown(first.start), dua=shown(second.start))
    return tuple(ordered)
