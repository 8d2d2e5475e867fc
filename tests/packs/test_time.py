"""The run-sheet ends exactly at start + minutes + pauses, wherever the pauses fall."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.content.stage import Needs
from handbook.packs.clock import Break, break_of, in_order, minutes_of, shown
from handbook.packs.timetable import Slot, TeachingUnit, pauses, slots
from handbook.problem import RefusedError

TIMES = [("8", 480), ("8.00", 480), ("08:00", 480), (" 08.05 ", 485), ("0.00", 0), ("23.59", 1439)]


def unit(number: int, minutes: int) -> TeachingUnit:
    return TeachingUnit(f"tahap-1-{number}", str(number), "Judul", minutes, (), "kelas", Needs())


def lines(found: list[Slot]) -> list[str]:
    more = {True: "lanjutan ", False: ""}
    names = [more[slot.continued] + slot.unit.number if slot.unit else "-" for slot in found]
    return [f"{shown(s.start)}–{shown(s.end)} {name}" for s, name in zip(found, names, strict=True)]


@pytest.mark.parametrize(("text", "minutes"), TIMES)
def test_times_are_understood(text: str, minutes: int) -> None:
    assert minutes_of(text) == minutes


@pytest.mark.parametrize("text", ["banana", "", "24.00", "8.60", "8.5", "-1", "8 pagi", "08.00.00", "٨"])
def test_other_times_are_refused(text: str) -> None:
    with pytest.raises(RefusedError, match="jam"):
        minutes_of(text)


@pytest.mark.parametrize("text", ["10.00", "10.00/0", "10.00/999", "/15", "10.00/15/3", "x/15"])
def test_other_pauses_are_refused(text: str) -> None:
    with pytest.raises(RefusedError):
        break_of(text)


def test_pauses_that_overlap_are_refused() -> None:
    with pytest.raises(RefusedError, match=r"10\.00.*10\.10"):
        in_order([break_of("10.10/15"), break_of("10.00/15")])
    assert in_order([break_of("10.15/15"), break_of("10.00/15")])[0].start == 600


def test_a_pause_cuts_a_stage_in_two() -> None:
    found = slots([unit(1, 60), unit(2, 90)], 9 * 60, [break_of("10.30/15")])
    assert lines(found) == [
        "09.00–10.00 1",
        "10.00–10.30 2",
        "10.30–10.45 -",
        "10.45–11.45 lanjutan 2",
    ]


def test_a_pause_between_stages_cuts_nothing() -> None:
    found = slots([unit(1, 60), unit(2, 30)], 9 * 60, [break_of("10.00/15")])
    assert lines(found) == ["09.00–10.00 1", "10.00–10.15 -", "10.15–10.45 2"]


def test_pauses_outside_the_session_do_not_come() -> None:
    around = [break_of("08.30/15"), break_of("09.00/10"), break_of("10.00/15")]
    assert lines(slots([unit(1, 60)], 9 * 60, around)) == ["09.00–10.00 1"]


def test_a_session_past_midnight_is_refused() -> None:
    with pytest.raises(RefusedError, match="lewat_malam"):
        slots([unit(1, 61)], 23 * 60, [])
    assert shown(slots([unit(1, 60)], 23 * 60, [])[-1].end) == "24.00"


@given(
    st.lists(st.integers(1, 90), min_size=1, max_size=8),
    st.integers(0, 10 * 60),
    st.lists(st.tuples(st.integers(0, 1439), st.integers(1, 60)), max_size=4),
)
def test_the_end_is_exact(minutes: list[int], start: int, wanted: list[tuple[int, int]]) -> None:
    breaks: list[Break] = []
    for pause in sorted(Break(*item) for item in wanted):
        if not breaks or not breaks[-1].meets(pause):
            breaks.append(pause)
    found = slots([unit(n, length) for n, length in enumerate(minutes, 1)], start, breaks)
    taken = pauses(found)
    assert found[-1].end == start + sum(minutes) + sum(slot.minutes for slot in taken)
    assert [a.end for a in found[:-1]] == [b.start for b in found[1:]]
    assert all(slot.minutes > 0 for slot in found)
    assert {slot.start for slot in taken} <= {pause.start for pause in breaks}
    for number, length in enumerate(minutes, 1):
        own = [slot for slot in found if slot.unit and slot.unit.number == str(number)]
        assert sum(slot.minutes for slot in own) == length
