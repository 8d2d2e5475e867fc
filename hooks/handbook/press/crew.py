"""Who does the typesetting: this process alone, or one process for each part.

A part's process keeps its layout in memory between the steps, so that nothing is laid out
twice; the biggest process is as big as the biggest part. At most `workers` of them work at
a time, the others wait.
"""

from __future__ import annotations

import multiprocessing
import traceback
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkServerContext
from multiprocessing.process import BaseProcess
from typing import Any, Protocol

from .layout import Job, Typesetter
from .values import PressError

Tell = Callable[[str], None]


class Crew(Protocol):
    """Asks the typesetters of some parts for the same step."""

    def each(self, step: str, parts: Sequence[str], *arguments: object) -> dict[str, Any]:
        """Do a step (a method of Typesetter) for these parts; the answers by part."""

    def close(self) -> None:
        """Let everybody go."""


class Alone:
    """All parts one after the other in this process."""

    def __init__(self, jobs: Mapping[str, Job], tell: Tell) -> None:
        self._seats = {name: Typesetter(job) for name, job in jobs.items()}
        self._tell = tell

    def each(self, step: str, parts: Sequence[str], *arguments: object) -> dict[str, Any]:
        """Do the step here and now."""
        answers = {}
        for name in parts:
            answers[name] = self._do(step, name, arguments)
            self._tell(f"{step} {name}")
        return answers

    def _do(self, step: str, name: str, arguments: tuple[object, ...]) -> object:
        """One step; whatever goes wrong in it names the part."""
        try:
            return getattr(self._seats[name], step)(*arguments)
        except Exception as error:
            raise PressError(f"{name}: {step}: {type(error).__name__}: {error}") from error

    def close(self) -> None:
        """Drop the layouts."""
        self._seats.clear()


class Together:
    """A process for each part, from a fork server that has imported WeasyPrint."""

    def __init__(self, jobs: Mapping[str, Job], workers: int, tell: Tell) -> None:
        self._context = multiprocessing.get_context("forkserver")
        self._context.set_forkserver_preload(["weasyprint", "pikepdf", __name__])
        self._jobs, self._workers, self._tell = jobs, workers, tell
        self._desks: dict[str, _Desk] = {}

    def each(self, step: str, parts: Sequence[str], *arguments: object) -> dict[str, Any]:
        """Keep as many processes busy as there are workers; the longest parts first."""
        waiting = sorted(parts, key=lambda name: len(self._jobs[name].part.html))
        busy: dict[Connection, str] = {}
        answers: dict[str, Any] = {}
        while waiting or busy:
            while waiting and len(busy) < self._workers:
                name = waiting.pop()
                busy[self._desk(name).ask(step, arguments)] = name
            for ready in wait(list(busy)):
                name = busy.pop(ready)  # type: ignore[call-overload]
                answers[name] = self._desks[name].answer(step)
                self._tell(f"{step} {name}")
        return answers

    def _desk(self, name: str) -> _Desk:
        """The part's process, started when first needed."""
        if name not in self._desks:
            self._desks[name] = _Desk(self._context, self._jobs[name])
        return self._desks[name]

    def close(self) -> None:
        """End the processes, whatever they do."""
        for desk in self._desks.values():
            desk.close()
        self._desks.clear()


class _Desk:
    """One process and the pipe to it."""

    def __init__(self, context: ForkServerContext, job: Job) -> None:
        self._name = job.part.name
        self._pipe, theirs = context.Pipe()
        self._process: BaseProcess = context.Process(target=_serve, args=(theirs,), daemon=True)
        self._process.start()
        theirs.close()
        self._pipe.send(job)

    def ask(self, step: str, arguments: tuple[object, ...]) -> Connection:
        """Send an order; the answer comes through the returned pipe."""
        with suppress(OSError):  # a dead process is noticed when its answer is read
            self._pipe.send((step, arguments))
        return self._pipe

    def answer(self, step: str) -> object:
        """Read an answer; a process that died or failed is an error of the whole run."""
        try:
            fine, answer = self._pipe.recv()
        except (EOFError, OSError) as error:
            self._process.join(5)
            raise PressError(f"{self._name}: {step}: worker died ({self._process.exitcode})") from error
        if not fine:
            words, trace = answer
            failure = PressError(f"{self._name}: {step}: {words}")
            failure.add_note(trace)
            raise failure
        return answer

    def close(self) -> None:
        """End the process."""
        self._pipe.close()
        self._process.terminate()
        self._process.join(5)
        self._process.close()


def _serve(pipe: Connection) -> None:
    """The worker: a typesetter that takes orders until the pipe closes."""
    seat = Typesetter(pipe.recv())
    while True:
        try:
            step, arguments = pipe.recv()
        except EOFError:
            return
        pipe.send(_attempt(seat, step, arguments))


def _attempt(seat: Typesetter, step: str, arguments: tuple[object, ...]) -> tuple[bool, object]:
    """Do a step; an error becomes its words and where it arose."""
    try:
        return True, getattr(seat, step)(*arguments)
    except BaseException as error:  # WeasyPrint's FatalURLFetchingError is no Exception
        return False, (f"{type(error).__name__}: {error}", traceback.format_exc(limit=-5))
