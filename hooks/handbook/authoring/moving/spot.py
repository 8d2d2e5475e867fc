"""Words of a source that name a target of the book."""

from typing import NamedTuple


class Spot(NamedTuple):
    """Words at `start:end` of a file that name a target of the book.

    `id` is the target's, `new_id` that of what they name after a renaming, in the new `words`. `how` they
    name it is a key of the texts under `pindah.cara`.
    """

    path: str
    start: int
    end: int
    id: str
    new_id: str
    words: str
    how: str
