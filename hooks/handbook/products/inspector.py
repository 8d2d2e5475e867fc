"""Checks products beside the making of others, in a process of its own."""

import multiprocessing
import signal
from multiprocessing.connection import Connection
from typing import Self

from handbook.press.serving import end_with_parent
from handbook.problem import Problem
from handbook.products.product import Making, Product

SIGNALS = (signal.SIGINT, signal.SIGTERM)


class Inspector:
    """A process that checks products as soon as they are finished, in the order in which they are told."""

    def __init__(self, run: Making) -> None:
        self._told = 0
        self._pipe, theirs = multiprocessing.Pipe()
        context = multiprocessing.get_context("fork")
        self._process = context.Process(target=_inspect, args=(run, theirs), daemon=True)

    def __enter__(self) -> Self:
        """Start the process, which an interruption reaches only through its parent."""
        before = signal.pthread_sigmask(signal.SIG_BLOCK, SIGNALS)
        try:
            self._process.start()
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
        return self

    def __exit__(self, *_: object) -> None:
        """End the process, whatever it is doing."""
        self._process.kill()
        self._process.join()
        self._pipe.close()

    def made(self, product: Product) -> None:
        """Say that a product was made, so that it is checked."""
        self._pipe.send(product.path)
        self._told += 1

    def findings(self) -> list[Problem]:
        """The problems of all products that were made; waits for the checks that still run."""
        found: list[Problem] = []
        for _ in range(self._told):
            answer = self._pipe.recv()
            if isinstance(answer, BaseException):
                raise answer
            found += answer
        return found


def _inspect(run: Making, pipe: Connection) -> None:
    """Answer each path of a product with the problems of that product, or with what broke."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, SIGNALS)
    end_with_parent()
    products = {product.path: product for product in run.products}
    _ = run.hidden  # made while the first product is
    while True:
        product = products[pipe.recv()]
        try:
            there = (run.folder / product.path).exists()
            pipe.send(list(product.check(run)) if there else [])
        except Exception as error:
            pipe.send(error)
