"""Two states of a book: per page what was added, removed and reworded."""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import NamedTuple

from handbook.archive.changes.passages import SourcePage
from handbook.archive.changes.words import paired


class Change(NamedTuple):
    """A passage in both wordings; one of them is empty when it was added or removed.

    `key` says which entry of a form, a quiz or a page's head it is, empty for running text.
    """

    key: str
    old: str
    new: str
    hidden: bool


class PageChanges(NamedTuple):
    """The changes of a page; `old` is None for a new page, `new` for a removed one."""

    old: SourcePage | None
    new: SourcePage | None
    changes: tuple[Change, ...]

    @property
    def page(self) -> SourcePage:
        """The newer version of the page; the older one when it was removed."""
        page = self.new or self.old
        assert page is not None
        return page

    @property
    def public(self) -> tuple[Change, ...]:
        """The changes that participants may see."""
        return tuple(change for change in self.changes if not change.hidden)


def compare(old: Mapping[str, SourcePage], new: Mapping[str, SourcePage]) -> list[PageChanges]:
    """Every page that differs, in the order of the new state; removed pages come last."""
    pairs = list(_partners(old, new))
    found = [PageChanges(before, after, tuple(_changes(before, after))) for before, after in pairs]
    return [item for item in found if item.changes or item.old is None or item.new is None]


def _partners(
    old: Mapping[str, SourcePage], new: Mapping[str, SourcePage]
) -> Iterator[tuple[SourcePage | None, SourcePage | None]]:
    """The pairs of old and new version of each page; a moved page is found by its alias."""
    by_name = {name: page for path, page in old.items() for name in _names(path)}
    met: set[str] = set()
    for path, page in new.items():
        moved = next((by_name[name] for name in page.aliases if name in by_name), None)
        before = old.get(path) or moved
        met |= {before.path} if before else set()
        yield before, page
    yield from ((page, None) for path, page in old.items() if path not in met)


def _names(path: str) -> tuple[str, str]:
    """The two names by which an alias may call a page: with its folder, and the file name alone."""
    return path.rpartition(".")[0], PurePosixPath(path).stem


def _changes(old: SourcePage | None, new: SourcePage | None) -> Iterator[Change]:
    before, after = _grouped(old), _grouped(new)
    for key in dict.fromkeys([*after, *before]):
        for left, right in paired(before.get(key, []), after.get(key, []), named=bool(key[0])):
            yield Change(key[0], left, right, hidden=key[1])


def _grouped(page: SourcePage | None) -> dict[tuple[str, bool], list[str]]:
    groups: dict[tuple[str, bool], list[str]] = {}
    for passage in page.passages if page else ():
        groups.setdefault((passage.key, passage.hidden), []).append(passage.text)
    return groups
