"""Makes a value in a process of its own, while this one does something else."""

import multiprocessing
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Generic, Self, TypeVar

from handbook.press.serving import settle_in, start_apart

T = TypeVar("T")


class Beside(Generic[T]):
    """A process forked from this one that makes a value; it ends with the block, whatever it is doing."""

    def __init__(self, make: Callable[[], T]) -> None:
        self._pipe, theirs = multiprocessing.Pipe(duplex=False)
        context = multiprocessing.get_context("fork")
        self._process = context.Process(target=_answer, args=(make, theirs), daemon=True)
        self._theirs = theirs

    def __enter__(self) -> Self:
        """Start the process, which an interruption reaches only through its parent."""
        start_apart(self._process)
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
    settle_in()
    try:
        pipe.send(make())
    except Exception as error:
        pipe.send(error)
