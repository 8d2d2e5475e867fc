"""The register of targets: everything in the book that can be referred to."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from handbook.problem import Kind, Place, Problem, nearest, problem


@dataclass(frozen=True)
class Target:
    """One thing to refer to.

    `label` is how texts name it ("IK 2.1"), `page` the source address of its page
    ("modul-02/ik-2-1.md"), `anchor` its id within the page (empty: the page itself).
    """

    id: str
    kind: str
    number: str
    title: str
    label: str
    page: str
    anchor: str
    place: Place


@dataclass
class TargetRegister:
    """All targets by id; an id or a number that comes twice is a problem."""

    by_id: dict[str, Target] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    by_place: dict[tuple[str, str], Target] = field(default_factory=dict)
    """The same targets by page and anchor; the first of two has the place."""

    def add(self, target: Target) -> None:
        """Enter a target; the first of two with the same id stays."""
        first = self.by_id.get(target.id)
        if first is None:
            self.by_id[target.id] = target
            self.by_place.setdefault((target.page, target.anchor), target)
            return
        kind = Kind.NUMBER_REPEATED if target.number and target.number == first.number else Kind.ID_REPEATED
        self.problems.append(problem(target.place, kind, kata=target.label or target.id, pertama=first.place))

    def get(self, id_: str) -> Target | None:
        """The target with an id."""
        return self.by_id.get(id_)

    def at(self, page: str, anchor: str) -> Target | None:
        """The target at an anchor of a page; without an anchor the page itself."""
        return self.by_place.get((page, anchor))

    def __iter__(self) -> Iterator[Target]:
        return iter(self.by_id.values())

    def of_kind(self, *kinds: str) -> list[Target]:
        """All targets of some kinds, in the order of the book."""
        return [target for target in self if target.kind in kinds]

    def nearest(self, words: str, kinds: Iterable[str] = (), prefix: str = "") -> tuple[str, ...]:
        """Labels of up to three real targets that the author may have meant."""
        wanted = set(kinds)
        found = [t for t in self if (not wanted or t.kind in wanted) and t.id.startswith(prefix)]
        labels = {target.label: target for target in found if target.label}
        return nearest(words, labels, 0.5)
