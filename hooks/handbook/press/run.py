"""The results of a run of the press so far."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from handbook.press.cached_steps import CachedTypesetters
from handbook.press.inputs import Survey
from handbook.press.values import Anchor, Laid, Note, Part


@dataclass
class PressRun:
    """The parts of a job with what was found about them."""

    parts: Sequence[Part]
    surveys: Mapping[str, Survey]
    typesetters: CachedTypesetters
    laid: dict[str, Laid] = field(default_factory=dict)
    passes: int = 1
    notes: list[Note] = field(default_factory=list)

    def book(self) -> dict[str, Anchor]:
        """The anchors of all targets laid out so far; the first part with an id has it."""
        book: dict[str, Anchor] = {}
        for part in self.parts:
            for key, anchor in self.laid[part.name].anchors.items() if part.name in self.laid else ():
                book.setdefault(key, anchor)
        return book

    def names_any_of(self, name: str, others: Sequence[str]) -> bool:
        """Whether a part names a target of other parts."""
        found = self.surveys[name]
        return any((found.shown | found.linked).intersection(self.surveys[other].ids) for other in others)
