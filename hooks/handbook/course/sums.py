"""The minutes of a course, summed: what is taught, and what comes on top."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple, Protocol

from handbook.content.course_plan import EventKind
from handbook.strings import Strings

GROUPS: Mapping[str, tuple[EventKind, ...]] = {
    "mengajar": (EventKind.TEACHING,),
    "istirahat": (EventKind.BREAK, EventKind.LUNCH, EventKind.PRAYER, EventKind.FRIDAY),
    "tes": (EventKind.TEST,),
    "pembukaan": (EventKind.OPENING, EventKind.CLOSING),
    "tinjauan": (EventKind.REVIEW, EventKind.HOPES, EventKind.ENERGISER),
    "evaluasi": (EventKind.DAY_EVALUATION, EventKind.COURSE_EVALUATION),
    "lain": (EventKind.OTHER, EventKind.FREE),
}
"""The rows of the sum, under keys of their texts."""


class Lasting(Protocol):
    """Anything with a kind and minutes: an event, or a block of a proposal."""

    @property
    def kind(self) -> EventKind:
        """Its kind."""

    @property
    def minutes(self) -> int:
        """Its length in minutes."""


class Sum(NamedTuple):
    """A row of the sum: the key of its text, its minutes."""

    key: str
    minutes: int


def sums(events: Iterable[Lasting]) -> list[Sum]:
    """The rows that have minutes; together they are all events."""
    minutes: Counter[EventKind] = Counter()
    for event in events:
        minutes[event.kind] += event.minutes
    rows = (Sum(key, sum(minutes[kind] for kind in kinds)) for key, kinds in GROUPS.items())
    return [row for row in rows if row.minutes]


def grouped(number: int) -> str:
    """1620 as 1.620."""
    return f"{number:,}".replace(",", ".")


def shown_sums(rows: Iterable[Sum], lesson_hour: int, strings: Strings) -> list[str]:
    """A line for each row and one for all, in minutes; what is taught also in lesson hours."""
    lines, whole = [], 0
    for row in rows:
        name = strings(f"pelatihan.jumlah.{row.key}")
        if row.key == "mengajar":
            name = f"{name} ({lesson_hours(row.minutes, lesson_hour, strings)})"
        lines.append(strings("pelatihan.jumlah.baris", menit=f"{grouped(row.minutes):>7}", apa=name))
        whole += row.minutes
    name = strings("pelatihan.jumlah.semua")
    return [*lines, strings("pelatihan.jumlah.baris", menit=f"{grouped(whole):>7}", apa=name)]


def lesson_hours(minutes: int, lesson_hour: int, strings: Strings) -> str:
    """`36 JP × 45 menit`, or with what is left over."""
    hours, rest = divmod(minutes, lesson_hour)
    key = "jp_sisa" if rest else "jp"
    return strings(f"pelatihan.jumlah.{key}", jp=hours, menit=lesson_hour, sisa=rest)
