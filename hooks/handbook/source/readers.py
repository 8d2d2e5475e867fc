"""The readers of a field of a record, declared in its type: `ForAll[Prose]`.

A field without a declaration is for facilitators: a forgotten word cannot publish a secret.
"""

from __future__ import annotations

from enum import IntEnum
from typing import Annotated, TypeVar


class Readers(IntEnum):
    """Groups of readers, the smallest last; the greater of two is the group that both allow."""

    ALL = 0
    ANSWERED = 1
    """Readers who have answered a self-check, on its page; not in the index, in print or among changes."""
    FACILITATORS = 2


T = TypeVar("T")
ForAll = Annotated[T, Readers.ALL]
InKey = Annotated[T, Readers.ANSWERED]
ForFacilitators = Annotated[T, Readers.FACILITATORS]
