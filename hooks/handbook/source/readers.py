"""Who may read a field of a record: said in its type, `ForAll[Prose]`, beside what else is said of it.

What says nothing is for facilitators: nobody can publish a secret by forgetting a word.
"""

from __future__ import annotations

from enum import IntEnum
from typing import Annotated, TypeVar


class Readers(IntEnum):
    """Who may read some words, the fewest last; the greater of two is for whom both agree on."""

    ALL = 0
    ANSWERED = 1
    """Who has answered a self-check, on its page; it is not in the index, in print or among changes."""
    FACILITATORS = 2


T = TypeVar("T")
ForAll = Annotated[T, Readers.ALL]
InKey = Annotated[T, Readers.ANSWERED]
ForFacilitators = Annotated[T, Readers.FACILITATORS]
