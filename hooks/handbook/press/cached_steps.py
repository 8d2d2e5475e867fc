"""Steps of typesetting with a cache: a step whose answer is kept is not done again.

A step's answer depends on nothing but what the part is made from and the steps before it, so a
chain of hashes names it: the part's inputs, then each step with the facts it was given, then the
files that were read. A cold and a warm run therefore give the same bytes. When a step is new, the
typesetter first does the earlier steps whose answers came from the cache.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from handbook.press.codec import Answer, packed, unpacked
from handbook.press.inputs import Files, Survey, fingerprint
from handbook.press.store import Store
from handbook.press.values import Anchor, Order, Step, Worked
from handbook.press.workers import Crew


@dataclass
class Seat:
    """The state of a part: the hash of all its inputs so far, and the steps answered from the cache only."""

    state: str
    survey: Survey
    owed: list[Order] = field(default_factory=list)
    last: list[Any] = field(default_factory=list)
    """The last step with the facts it was given."""
    answer: Answer = None


class Remembering:
    """Answers from the cache where possible, else from the workers, which are started when first needed."""

    def __init__(
        self,
        hire: Callable[[], Crew],
        seats: Mapping[str, Seat],
        files: Files,
        folder: Path,
        store: Store | None,
    ) -> None:
        self._hire, self._seats, self._files = hire, seats, files
        self._folder, self._store = folder, store
        self._crew: Crew | None = None

    def each(self, steps: Mapping[str, Step], known: Mapping[str, Anchor]) -> dict[str, Any]:
        """Do a step for each of these parts, given the part of `known` that concerns it.

        A step that was just done with the same facts is not repeated.
        """
        new: dict[str, list[Order]] = {}
        for name, step in steps.items():
            seat = self._seats[name]
            facts = [step, seat.survey.facts(known)]
            if seat.last == facts:
                continue
            seat.last = facts
            seat.state = fingerprint(seat.state, *facts)
            seat.owed.append((step, seat.survey.restricted(known)))
            if not self._recall(seat, step, name):
                new[name] = seat.owed
        if new:
            self._crew = self._crew or self._hire()
            for name, worked in self._crew.each(new).items():
                self._keep(self._seats[name], worked)
        return {name: self._seats[name].answer for name in steps}

    def state(self, name: str) -> str:
        """A hash of all that has shaped a part so far."""
        return self._seats[name].state

    def close(self) -> None:
        """End the workers, if any were started."""
        if self._crew:
            self._crew.close()

    def _recall(self, seat: Seat, step: str, name: str) -> bool:
        """Take the answer of an earlier run, when the files that it read are the same."""
        found = self._store.get(seat.state) if self._store else None
        if found is None:
            return False
        try:
            (read, facts), blob = found
            if self._files.digests(read) != read:
                return False
            answer = unpacked(step, facts, blob, self._folder / f"{name}.pdf")
        except (AttributeError, KeyError, TypeError, ValueError):  # whole, but of another shape: forged
            return False
        seat.state, seat.answer = fingerprint(seat.state, read), answer
        return True

    def _keep(self, seat: Seat, worked: Worked) -> None:
        """Remember a new answer."""
        if self._store:
            facts, blob = packed(worked.answer)
            self._store.put(seat.state, [worked.read, facts], blob)
        seat.state = fingerprint(seat.state, worked.read)
        seat.answer, seat.owed = worked.answer, []
