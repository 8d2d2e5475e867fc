"""Ids of what has a number: its kind and the steps of the number, `ik-2-1`."""

from __future__ import annotations


def number_in(id_: str) -> str:
    """The number as it is printed: `2.1` in `ik-2-1`, `2` in `kuis-2`."""
    return id_.partition("-")[2].replace("-", ".")
