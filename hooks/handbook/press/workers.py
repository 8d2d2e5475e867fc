"""Typesetting in this process, or in processes of its own.

A process keeps the layouts of its parts in memory between the steps, so that nothing is laid out
twice. Short parts share a process, and with it the stylesheets that it has parsed; the biggest process
is as big as the biggest part. At most `workers` of them work at a time, the others wait.

WeasyPrint is imported where the work is done: a run that has nothing to do never loads it.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from multiprocessing import forkserver, resource_tracker
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkServerContext
from multiprocessing.process import BaseProcess

from handbook.press.printjob import PartJob
from handbook.press.serving import serve
from handbook.press.values import Order, PressError, Tell, Worked

Orders = Mapping[str, Sequence[Order]]
Meanwhile = Callable[[], None]
SHORT = 60_000
"""Letters of HTML that a process may have in any case, about ten pages."""
LAYOUT = __package__ + ".layout.typesetting"


def typesetters_for(
    jobs: Mapping[str, PartJob], workers: int, tell: Tell, meanwhile: Meanwhile
) -> Typesetters:
    """The workers for these jobs: this process when `workers` is 1, else processes.

    `meanwhile` is called once, while they are busy.
    """
    kind = InProcessTypesetters if workers == 1 else ProcessTypesetters
    return kind(jobs, workers, tell, meanwhile)


class InProcessTypesetters:
    """All parts one after the other in this process."""

    def __init__(self, jobs: Mapping[str, PartJob], _: int, tell: Tell, meanwhile: Meanwhile) -> None:
        from handbook.press.layout.stylesheets import Stylesheets
        from handbook.press.layout.typesetting import Typesetter

        styles = Stylesheets()
        self._typesetters = {name: Typesetter(*job, styles) for name, job in jobs.items()}
        self._tell = tell
        meanwhile()

    def each(self, orders: Orders) -> dict[str, Worked]:
        """Do each part's steps in this process; gives the answers to the last of them by part."""
        answers = {}
        for name, steps in orders.items():
            answers[name] = self._do(name, steps)
            self._tell(steps[-1][0], name)
        return answers

    def _do(self, name: str, steps: Sequence[Order]) -> Worked:
        """Do some steps of a part; any error is raised as a PressError that names the part."""
        try:
            return self._typesetters[name].work(steps)
        except Exception as error:
            raise PressError(f"{name}: {steps[-1][0]}: {type(error).__name__}: {error}") from error

    def close(self) -> None:
        """Drop the layouts."""
        self._typesetters.clear()


def warm_up() -> ForkServerContext:
    """Let the fork server import WeasyPrint, maybe while the caller still writes what is to be printed."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([LAYOUT])
    resource_tracker.ensure_running()  # unblocks SIGINT when it starts, so it starts first
    with _holding_interrupts():
        forkserver.ensure_running()
    return context


@contextmanager
def _holding_interrupts() -> Iterator[None]:
    """Processes started in this context never see SIGINT, also while importing; their parent ends them.

    A process inherits the signals that the thread which starts it blocks. One that comes meanwhile reaches
    the caller: through another thread at once, else at the end.
    """
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


class ProcessTypesetters:
    """Processes from a fork server that has imported WeasyPrint; short parts share one."""

    def __init__(self, jobs: Mapping[str, PartJob], workers: int, tell: Tell, meanwhile: Meanwhile) -> None:
        self._context = warm_up()
        self._jobs, self._workers, self._tell = jobs, workers, tell
        self._meanwhile: Meanwhile | None = meanwhile
        self._processes: dict[str, _WorkerProcess] = {}

    def each(self, orders: Orders) -> dict[str, Worked]:
        """Keep as many processes busy as there are workers; layouts first, which others wait for."""
        self._share_out([name for name in orders if name not in self._processes])
        waiting = sorted(orders, key=lambda name: (orders[name][-1][0] == "lay_out", self._weight(name)))
        busy: dict[Connection, str] = {}
        answers: dict[str, Worked] = {}
        while waiting or busy:
            while len(busy) < self._workers and (name := self._startable(waiting, busy)):
                waiting.remove(name)
                busy[self._processes[name].ask(name, self._jobs[name], orders[name])] = name
            if self._meanwhile:
                self._meanwhile()
                self._meanwhile = None
            for ready in wait(list(busy)):
                name = busy.pop(ready)  # type: ignore[call-overload]
                step = orders[name][-1][0]
                answers[name] = self._processes[name].answer(name, step)
                self._tell(step, name)
        return answers

    def _startable(self, waiting: Sequence[str], busy: Mapping[Connection, str]) -> str | None:
        """The last of the waiting parts whose process has nothing to do."""
        working = {self._processes[name] for name in busy.values()}
        return next((name for name in reversed(waiting) if self._processes[name] not in working), None)

    def _share_out(self, names: Sequence[str]) -> None:
        """Give these parts their processes: as few as keep every worker busy and none big."""
        longest = max(map(self._weight, self._jobs))
        limit = min(max(longest, SHORT), sum(map(self._weight, names)) / self._workers)
        for group in grouped({name: self._weight(name) for name in names}, limit):
            self._processes |= dict.fromkeys(group, _WorkerProcess(self._context))

    def _weight(self, name: str) -> int:
        """The length of a part's HTML."""
        [part] = self._jobs[name][0].parts
        return len(part.html)

    def close(self) -> None:
        """End the processes at once."""
        for process in set(self._processes.values()):
            process.close()
        self._processes.clear()


def grouped(weights: Mapping[str, int], limit: float) -> list[list[str]]:
    """Names in groups that weigh no more than the limit, but for names that alone weigh more."""
    groups: list[list[str]] = []
    room: list[float] = []
    for name in sorted(weights, key=lambda name: -weights[name]):
        place = next((place for place, left in enumerate(room) if weights[name] <= left), len(groups))
        if place == len(groups):
            groups.append([])
            room.append(limit)
        groups[place].append(name)
        room[place] -= weights[name]
    return groups


Typesetters = InProcessTypesetters | ProcessTypesetters
"""The workers that do the steps of typesetting of some parts."""


class _WorkerProcess:
    """One process and the pipe to it."""

    def __init__(self, context: ForkServerContext) -> None:
        self._pipe, theirs = context.Pipe()
        self._process: BaseProcess = context.Process(target=serve, args=(theirs,), daemon=True)
        self._process.start()
        theirs.close()
        self._known: set[str] = set()

    def ask(self, name: str, job: PartJob, steps: Sequence[Order]) -> Connection:
        """Send a part's steps to the process; the answer comes through the returned pipe."""
        with suppress(OSError):  # a dead process is noticed when its answer is read
            self._pipe.send((name, None if name in self._known else job, steps))
        self._known.add(name)
        return self._pipe

    def answer(self, name: str, step: str) -> Worked:
        """Read an answer; PressError when the process died or failed."""
        try:
            answer = self._pipe.recv()
        except (EOFError, OSError) as error:
            self._process.join(5)
            raise PressError(f"{name}: {step}: worker died ({self._process.exitcode})") from error
        if isinstance(answer, Worked):
            return answer
        words, trace = answer
        failure = PressError(f"{name}: {step}: {words}")
        failure.add_note(trace)
        raise failure

    def close(self) -> None:
        """End the process."""
        self._pipe.close()
        self._process.terminate()
        self._process.join(5)
        self._process.close()
