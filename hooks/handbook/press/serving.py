"""A worker's end of the pipe: it does what it is told, and ends with the process that started it."""

from __future__ import annotations

import ctypes
import gc
import multiprocessing
import os
import signal
import traceback
from collections.abc import Sequence
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from threading import Thread
from typing import TYPE_CHECKING

from handbook.press.values import Order, Worked

if TYPE_CHECKING:
    from handbook.press.layout.typesetting import Typesetter

SIGNALS = (signal.SIGINT, signal.SIGTERM)
PR_SET_PDEATHSIG = 1  # linux/prctl.h
NICE = 10  # a tenth of the share that an ordinary process has


def serve(pipe: Connection) -> None:
    """The main function of a worker: does steps of its parts until the pipe closes."""
    from handbook.press.layout.stylesheets import Stylesheets
    from handbook.press.layout.typesetting import Typesetter

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C ends the whole run, which ends its workers
    end_with_parent()
    gc.disable()  # a layout stays until the process ends: looking for garbage in it frees nothing
    styles, typesetters = Stylesheets(), dict[str, Typesetter]()
    with suppress(EOFError):
        while True:
            name, part_job, steps = pipe.recv()
            if part_job:
                job, targets = part_job
                typesetters[name] = Typesetter(job, targets, styles)
            pipe.send(_attempt(typesetters[name], steps))


def start_apart(process: BaseProcess) -> None:
    """Start a process which an interruption reaches only through its parent; its first act is `settle_in`."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, SIGNALS)
    try:
        process.start()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def settle_in() -> None:
    """Leave interruptions to the parent of this process, and end with it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, SIGNALS)
    end_with_parent()


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


def give_way() -> None:
    """Let this process work where others leave room: everybody waits for the press, nobody for this yet."""
    os.nice(NICE)


def _attempt(typesetter: Typesetter, steps: Sequence[Order]) -> Worked | tuple[str, str]:
    """Do some steps; an error becomes its message and its traceback."""
    try:
        return typesetter.work(steps)
    except BaseException as error:  # WeasyPrint's FatalURLFetchingError is no Exception
        return f"{type(error).__name__}: {error}", traceback.format_exc(limit=-5)
