"""Steps of typesetting with a cache: a step whose answer is kept is not done again.

A step's answer depends on nothing but what the part is made from and the steps before it, so a
chain of hashes names it: the part's inputs, then each step with the facts it was given, then the
files that were read. A cold and a warm run therefore give the same bytes. When a step is new, the
typesetter first does the earlier steps whose answers came from the cache.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from handbook.memory.keys import fingerprint
from handbook.memory.store import Store
from handbook.press.inputs import Files, Survey
from handbook.press.values import Anchor, Answer, Laid, Order, Painted, Step, Worked
from handbook.press.workers import Typesetters

ANSWER: TypeAdapter[Answer] = TypeAdapter(Answer)


@dataclass
class PartState:
    """The state of a part: the hash of all its inputs so far, and the steps answered from the cache only."""

    state: str
    survey: Survey
    owed: list[Order] = field(default_factory=list)
    last: list[Any] = field(default_factory=list)
    """The last step with the facts it was given."""
    answer: Answer = None


class CachedTypesetters:
    """Answers from the cache where possible, else from the workers, which are started when first needed."""

    def __init__(
        self,
        start: Callable[[], Typesetters],
        parts: Mapping[str, PartState],
        files: Files,
        folder: Path,
        store: Store | None,
    ) -> None:
        self._start, self._parts, self._files = start, parts, files
        self._folder, self._store = folder, store
        self._typesetters: Typesetters | None = None

    def each(self, steps: Mapping[str, Step], known: Mapping[str, Anchor]) -> dict[str, Any]:
        """Do a step for each of these parts, given the part of `known` that concerns it.

        A step that was just done with the same facts is not repeated.
        """
        new: dict[str, list[Order]] = {}
        for name, step in steps.items():
            part = self._parts[name]
            facts = [step, part.survey.facts(known)]
            if part.last == facts:
                continue
            part.last = facts
            part.state = fingerprint(part.state, *facts)
            part.owed.append((step, part.survey.restricted(known)))
            if not self._recall(part, step, name):
                new[name] = part.owed
        if new:
            self._typesetters = self._typesetters or self._start()
            for name, worked in self._typesetters.each(new).items():
                self._keep(self._parts[name], worked, name)
        return {name: self._parts[name].answer for name in steps}

    def state(self, name: str) -> str:
        """A hash of all that has shaped a part so far."""
        return self._parts[name].state

    def close(self) -> None:
        """End the workers, if any were started."""
        if self._typesetters:
            self._typesetters.close()

    def _recall(self, part: PartState, step: str, name: str) -> bool:
        """Take the answer of an earlier run, when the files that it read are the same."""
        found = self._store.get(part.state) if self._store else None
        if found is None:
            return False
        try:
            (read, facts), blob = found
            if self._files.digests(read) != read:
                return False
            answer = ANSWER.validate_python(facts)
        except (AttributeError, TypeError, ValueError):  # whole, but of another shape: forged
            return False
        if isinstance(answer, Laid) is not (step == "lay_out"):
            return False
        if isinstance(answer, Painted):
            self._file(name).write_bytes(blob)
        part.state, part.answer = fingerprint(part.state, read), answer
        return True

    def _keep(self, part: PartState, worked: Worked, name: str) -> None:
        """Remember a new answer."""
        if self._store:
            blob = self._file(name).read_bytes() if isinstance(worked.answer, Painted) else b""
            self._store.put(part.state, [worked.read, ANSWER.dump_python(worked.answer, mode="json")], blob)
        part.state = fingerprint(part.state, worked.read)
        part.answer, part.owed = worked.answer, []

    def _file(self, name: str) -> Path:
        return self._folder / f"{name}.pdf"
