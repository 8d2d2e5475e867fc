"""Makes a value in a process of its own, while this one does something else."""

import multiprocessing
import signal
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Generic, Self, TypeVar

from handbook.press.serving import end_with_parent

T = TypeVar("T")
SIGNALS = (signal.SIGINT, signal.SIGTERM)


class Beside(Generic[T]):
    """A process forked from this one that makes a value; it ends with the block, whatever it is doing."""

    def __init__(self, make: Callable[[], T]) -> None:
        self._pipe, theirs = multiprocessing.Pipe(duplex=False)
        context = multiprocessing.get_context("fork")
        self._process = context.Process(target=_answer, args=(make, theirs), daemon=True)
        self._theirs = theirs

    def __enter__(self) -> Self:
        """Start the process, which an interruption reaches only through its parent."""
        before = signal.pthread_sigmask(signal.SIG_BLOCK, SIGNALS)
        try:
            self._process.start()
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
        self._theirs.close()
        return self

    def __exit__(self, *_: object) -> None:
        """End the process."""
        self._process.kill()
        self._process.join()
        self._pipe.close()

    def value(self) -> T:
        """The value, to be asked for once; waits for it, and raises what broke while it was made."""
        answer: T | Exception = self._pipe.recv()
        if isinstance(answer, Exception):
            raise answer
        return answer


def _answer(make: Callable[[], T], pipe: Connection) -> None:
    """Send the value, or what broke."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, SIGNALS)
    end_with_parent()
    try:
        pipe.send(make())
    except Exception as error:
        pipe.send(error)
