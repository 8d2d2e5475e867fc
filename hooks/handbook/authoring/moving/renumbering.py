"""Renamings from new numbers: within a module, of modules, and of a page outside them."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import PurePosixPath

from handbook.authoring.moving.published import Published
from handbook.authoring.moving.renaming import OF_MODULES, Renaming, address_of, id_of
from handbook.book import Book, Page, Target

_ONE_EACH = ("modul", "kuis", "ulang", "rangkuman")
"""Kinds of which a module has one: its number is theirs."""


def within_module(book: Book, kind: str, module: int, numbers: Mapping[str, str]) -> Renaming:
    """Targets of one kind in a module exchange their numbers; `numbers` are printed ones.

    Places in the order of the module are those of numbers: what has a number now stands where it was before.
    """
    published = Published(book)

    def number(target: Target) -> str | None:
        here = book.pages[target.page].module
        return numbers.get(target.number) if target.kind == kind and here == module else None

    def name(target: Target, now: str) -> str:
        id_ = id_of(kind, now, module)
        page = book.pages[target.page]
        return published.form_id(page, id_, f"modul-{module:02d}") if kind == "instrumen" else id_

    made = _spread(book, number, name, {})
    pages = [page for page in book.pages.values() if page.path in made.files]
    stems = {made.numbers[page.id]: _stem(made.files[page.path]) for page in pages}
    order = {(module, _stem(page.path)): stems[page.number] for page in pages}
    return replace(made, order=order)


def of_modules(book: Book, modules: Mapping[int, int]) -> Renaming:
    """Modules get new numbers, and with them everything in them that is counted by module."""
    spread = _OfModules(book, modules)
    made = _spread(book, spread.number, spread.name, modules)
    files = {**_folders(book, modules), **made.files}
    order = {}
    for page in book.pages.values():
        if page.path in made.files:
            spread.published.refuse_reuse(page, address_of(files[page.path]))
            order[page.module or 0, _stem(page.path)] = _stem(files[page.path])
    return Renaming(made.ids, made.numbers, files, modules, order)


class _OfModules:
    """Numbers and ids of targets in modules that get other numbers."""

    def __init__(self, book: Book, modules: Mapping[int, int]) -> None:
        self._book, self._modules, self.published = book, modules, Published(book)

    def number(self, target: Target) -> str | None:
        """The new number of a target; None when it stands in none of the modules."""
        here = self._book.pages[target.page].module
        if here is None or here not in self._modules:
            return None
        if target.kind in OF_MODULES:
            return str(self._modules[here]) + target.number[len(str(here)) :]
        return str(self._modules[here]) if target.kind in ("modul", "kuis", "ulang") else target.number

    def name(self, target: Target, now: str) -> str:
        """The id of a target with a new number."""
        page = self._book.pages[target.page]
        here = self._modules[page.module or 0]
        if target.kind == "instrumen":
            return self.published.form_id(page, id_of("instrumen", now), f"modul-{here:02d}")
        return f"{target.kind}-{here}" if target.kind in _ONE_EACH else id_of(target.kind, now, here)


def of_file(old: Page, new: str) -> Renaming:
    """A page outside the modules gets another file in the same folder; `new` is its path."""
    stem = _stem(new)
    ids = {old.id: stem}
    ids |= {f"{old.id}#{item.id}": f"{stem}#{item.id}" for item in old.text.headings}
    return Renaming(ids, {}, {old.path: new})


def _stem(path: str) -> str:
    return PurePosixPath(path).stem


def _spread(
    book: Book,
    number: Callable[[Target], str | None],
    name: Callable[[Target, str], str],
    modules: Mapping[int, int],
) -> Renaming:
    """The renaming when some targets get new numbers: parts follow their page, files their id."""
    ids: dict[str, str] = {}
    numbers: dict[str, str] = {}
    files: dict[str, str] = {}
    for page in book.pages.values():
        own = book.targets.get(page.id)
        now = number(own) if own and own.page == page.uri else None
        if own and now is not None:
            ids[page.id], numbers[page.id] = name(own, now), now
            files[page.path] = _file(page, ids[page.id], modules)
    for target in book.targets:
        page = book.pages[target.page]
        if target.id == page.id:
            continue
        if target.id.startswith((f"{page.id}#", f"{page.id}-")) or _is_part(target, page):
            ids |= {target.id: ids[page.id] + target.id[len(page.id) :]} if page.id in ids else {}
            if page.id in ids and _is_part(target, page):
                numbers[target.id] = numbers[page.id] + target.number[-1]
        elif (now := number(target)) is not None:
            ids[target.id], numbers[target.id] = name(target, now), now
    return Renaming(ids, numbers, files, modules)


def _is_part(target: Target, page: Page) -> bool:
    """Whether a target is a part of the stage that is its page: Tahap 3B."""
    return target.kind == "tahap" and target.id != page.id


def _file(page: Page, id_: str, modules: Mapping[int, int]) -> str:
    """The path of a page's file when its id is another; names of stages do not say their module."""
    folder, _, name = page.path.rpartition("/")
    stem, _, end = name.rpartition(".")
    if (number := modules.get(page.module or 0)) is not None:
        folder = f"docs/modul-{number:02d}"
    if page.kind == "tahap":
        stem = f"tahap-{id_.rpartition('-')[2]}"
    elif stem == page.id and page.kind != "modul":
        stem = id_
    return f"{folder}/{stem}.{end}"


def _folders(book: Book, modules: Mapping[int, int]) -> dict[str, str]:
    """Every file in the folders of modules, with its new path; tests have the number of their module."""
    found = {}
    for old, new in modules.items():
        folder = f"docs/modul-{old:02d}"
        for file in sorted((book.root / folder).rglob("*")):
            path = file.relative_to(book.root / folder).as_posix()
            name = re.sub(rf"^((?:tes|cepat-tepat)-){old}(?=\.yml$)", rf"\g<1>{new}", path)
            if file.is_file():
                found[f"{folder}/{path}"] = f"docs/modul-{new:02d}/{name}"
    return found
