"""Checks products beside the making of others, in processes of their own."""

import multiprocessing
from importlib import import_module
from multiprocessing.connection import Connection
from typing import Self

from handbook.press.serving import give_way, settle_in, start_apart
from handbook.problem import Problem
from handbook.products.product import Making, Product


class Inspector:
    """Two processes that check products as soon as they are finished.

    One has the product that is told first: that is the book, whose check takes as long as all others.
    """

    def __init__(self, run: Making) -> None:
        self._assistants = (_Assistant(run), _Assistant(run))
        self._told: list[_Assistant] = []

    def __enter__(self) -> Self:
        """Start the processes, which an interruption reaches only through their parent."""
        for assistant in self._assistants:
            start_apart(assistant.process)
        return self

    def __exit__(self, *_: object) -> None:
        """End the processes, whatever they are doing."""
        for assistant in self._assistants:
            assistant.process.kill()
            assistant.process.join()
            assistant.pipe.close()

    def made(self, product: Product) -> None:
        """Say that a product was made, so that it is checked."""
        self._told.append(self._assistants[1 if self._told else 0])
        self._told[-1].pipe.send(product.path)

    def findings(self) -> list[Problem]:
        """The problems of all products that were made; waits for the checks that still run."""
        found: list[Problem] = []
        for assistant in self._told:
            answer = assistant.pipe.recv()
            if isinstance(answer, BaseException):
                raise answer
            found += answer
        return found


class _Assistant:
    """A process that checks products in the order in which they are told, and the pipe to it."""

    def __init__(self, run: Making) -> None:
        self.pipe, theirs = multiprocessing.Pipe()
        context = multiprocessing.get_context("fork")
        self.process = context.Process(target=_inspect, args=(run, theirs), daemon=True)


def _inspect(run: Making, pipe: Connection) -> None:
    """Answer each path of a product with the problems of that product, or with what broke."""
    settle_in()
    give_way()
    products = {product.path: product for product in run.products}
    _ = run.hidden.digest  # made while the first product is, as what follows is loaded
    import_module("handbook.products.inspection.leaks")
    while True:
        product = products[pipe.recv()]
        try:
            there = (run.folder / product.path).exists()
            pipe.send(list(product.check(run)) if there else [])
        except Exception as error:
            pipe.send(error)
