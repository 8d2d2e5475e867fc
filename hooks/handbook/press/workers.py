"""Typesetting in this process, or in one process for each part.

A part's process keeps its layout in memory between the steps, so that nothing is laid out
twice; the biggest process is as big as the biggest part. At most `workers` of them work at
a time, the others wait.

WeasyPrint is imported where the work is done: a run that has nothing to do never loads it.
"""

from __future__ import annotations

import ctypes
import gc
import multiprocessing
import os
import signal
import traceback
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from multiprocessing import forkserver, resource_tracker
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkServerContext
from multiprocessing.process import BaseProcess
from threading import Thread
from typing import TYPE_CHECKING

from handbook.press.printjob import PartJob
from handbook.press.values import Order, PressError, Tell, Worked

if TYPE_CHECKING:
    from handbook.press.layout.typesetting import Typesetter

Orders = Mapping[str, Sequence[Order]]
PR_SET_PDEATHSIG = 1  # linux/prctl.h
LAYOUT = __package__ + ".layout.typesetting"


def typesetters_for(jobs: Mapping[str, PartJob], workers: int, tell: Tell) -> Typesetters:
    """The workers for these jobs: this process when `workers` is 1, else processes."""
    return InProcessTypesetters(jobs, tell) if workers == 1 else ProcessTypesetters(jobs, workers, tell)


class InProcessTypesetters:
    """All parts one after the other in this process."""

    def __init__(self, jobs: Mapping[str, PartJob], tell: Tell) -> None:
        from handbook.press.layout.typesetting import Typesetter

        self._typesetters = {name: Typesetter(*job) for name, job in jobs.items()}
        self._tell = tell

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
    """A process for each part, from a fork server that has imported WeasyPrint."""

    def __init__(self, jobs: Mapping[str, PartJob], workers: int, tell: Tell) -> None:
        self._context = warm_up()
        self._jobs, self._workers, self._tell = jobs, workers, tell
        self._processes: dict[str, _WorkerProcess] = {}

    def each(self, orders: Orders) -> dict[str, Worked]:
        """Keep as many processes busy as there are workers; layouts first, which others wait for."""
        waiting = sorted(orders, key=lambda name: self._weight(name, orders[name]))
        busy: dict[Connection, str] = {}
        answers: dict[str, Worked] = {}
        while waiting or busy:
            while waiting and len(busy) < self._workers:
                name = waiting.pop()
                busy[self._process_of(name).ask(orders[name])] = name
            for ready in wait(list(busy)):
                name = busy.pop(ready)  # type: ignore[call-overload]
                step = orders[name][-1][0]
                answers[name] = self._processes[name].answer(step)
                self._tell(step, name)
        return answers

    def _weight(self, name: str, steps: Sequence[Order]) -> tuple[bool, int]:
        """A sort key: layouts come before other steps, longer parts before shorter ones."""
        [part] = self._jobs[name][0].parts
        return steps[-1][0] == "lay_out", len(part.html)

    def _process_of(self, name: str) -> _WorkerProcess:
        """The part's process, started when first needed."""
        if name not in self._processes:
            self._processes[name] = _WorkerProcess(self._context, name, self._jobs[name])
        return self._processes[name]

    def close(self) -> None:
        """End the processes at once."""
        for process in self._processes.values():
            process.close()
        self._processes.clear()


Typesetters = InProcessTypesetters | ProcessTypesetters
"""The workers that do the steps of typesetting of some parts."""


class _WorkerProcess:
    """One process and the pipe to it."""

    def __init__(self, context: ForkServerContext, name: str, job: PartJob) -> None:
        self._name = name
        self._pipe, theirs = context.Pipe()
        self._process: BaseProcess = context.Process(target=_serve, args=(theirs,), daemon=True)
        self._process.start()
        theirs.close()
        self._pipe.send(job)

    def ask(self, steps: Sequence[Order]) -> Connection:
        """Send steps to the process; the answer comes through the returned pipe."""
        with suppress(OSError):  # a dead process is noticed when its answer is read
            self._pipe.send(steps)
        return self._pipe

    def answer(self, step: str) -> Worked:
        """Read an answer; PressError when the process died or failed."""
        try:
            answer = self._pipe.recv()
        except (EOFError, OSError) as error:
            self._process.join(5)
            raise PressError(f"{self._name}: {step}: worker died ({self._process.exitcode})") from error
        if isinstance(answer, Worked):
            return answer
        words, trace = answer
        failure = PressError(f"{self._name}: {step}: {words}")
        failure.add_note(trace)
        raise failure

    def close(self) -> None:
        """End the process."""
        self._pipe.close()
        self._process.terminate()
        self._process.join(5)
        self._process.close()


def _serve(pipe: Connection) -> None:
    """The main function of a worker: does steps until the pipe closes."""
    from handbook.press.layout.typesetting import Typesetter

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C ends the whole run, which ends its workers
    end_with_parent()
    gc.disable()  # a layout stays until the process ends: looking for garbage in it frees nothing
    with suppress(EOFError):
        typesetter = Typesetter(*pipe.recv())
        while True:
            steps = pipe.recv()
            pipe.send(_attempt(typesetter, steps))


def end_with_parent() -> None:
    """Let this process exit at once when its parent is gone, however that ended.

    The kernel ends it even in the middle of long work; where it cannot, a thread does.
    """
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)

    def wait_for_it() -> None:
        if parent := multiprocessing.parent_process():
            parent.join()
            os._exit(1)

    Thread(target=wait_for_it, daemon=True).start()


def _attempt(typesetter: Typesetter, steps: Sequence[Order]) -> Worked | tuple[str, str]:
    """Do some steps; an error becomes its message and its traceback."""
    try:
        return typesetter.work(steps)
    except BaseException as error:  # WeasyPrint's FatalURLFetchingError is no Exception
        return f"{type(error).__name__}: {error}", traceback.format_exc(limit=-5)
