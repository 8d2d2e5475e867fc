"""The wish of an editor as a renaming: *ik-2-1 ik-2-3*, *tahap-5-3 after tahap-5-4*, *modul-11 modul-03*.

What gets the number of another one comes in its place; those between both move up or down by one, so that
numbers still run without gaps. Ids are read by number, as mentions are.
"""

import re
from collections.abc import Sequence

from handbook.authoring.moving.renaming import PREFIXES, Renaming
from handbook.authoring.moving.renumbering import of_file, of_modules, within_module
from handbook.book import Book, Page, PageKind, Target
from handbook.mentions.scanner import TextOrigin
from handbook.problem import RefusedError

COUNTED = ("tahap", *PREFIXES)
"""Kinds that are counted within a module."""


def renaming_of(book: Book, what: str, to: str, *, after: bool = False) -> Renaming:
    """The renaming that gives `what` the name `to`, or the place after it. RefusedError when it cannot be."""
    if "/" in what or page_at(book, what):
        return _file(book, what, to, after=after)
    old, new = (re.sub(r"^modul-0+(?=\d)", "modul-", words) for words in (what, to))
    if re.fullmatch(r"modul-\d{1,2}", old):
        return _modules(book, old, new, after=after)
    target = target_of(book, old)
    if target.kind not in COUNTED or not target.number or not target.number[-1].isdigit():
        raise RefusedError("tak_bernomor", nama=what)
    return _within(book, target, new, after=after)


def target_of(book: Book, words: str) -> Target:
    """The target of an id by number or of a mention such as *IK 2.1*; RefusedError when there is none."""
    mentions = book.scanner.scan(words, TextOrigin())
    ids = (book.scanner.id_of(words), *(mention.id for mention in mentions))
    target = next((found for id_ in ids if (found := book.targets.get(id_))), None)
    if target is None:
        near = ", ".join(book.targets.nearest(words)) or "-"
        raise RefusedError("tak_ada", nama=words, calon=near)
    return target


def series(book: Book, kind: str, module: int) -> list[Target]:
    """The targets of a kind in a module that are counted, by their numbers; parts of stages are none."""
    there = (target for target in book.targets.of_kind(kind) if book.pages[target.page].module == module)
    return sorted((item for item in there if item.number[-1:].isdigit()), key=place_of)


def place_of(target: Target) -> int:
    """The last number of a target: 3 of IK 2.3, of Tahap 3."""
    return int(target.number.rpartition(".")[2])


def rotation(places: Sequence[int], old: int, new: int) -> dict[int, int]:
    """New places when one goes to that of another and those between move by one."""
    step = -1 if old < new else 1
    between = {place: place + step for place in places if min(old, new) <= place <= max(old, new)}
    return between | {old: new}


def _within(book: Book, target: Target, to: str, *, after: bool) -> Renaming:
    """A stage, reading, form, box, figure or table gets another number of its module."""
    module = book.pages[target.page].module or 0
    members = series(book, target.kind, module)
    places = [place_of(item) for item in members]
    there = re.fullmatch(rf"{re.escape(target.id.rpartition('-')[0])}-(\d+)", _numbered(target, to))
    if there is None or int(there[1]) not in places:
        known = f"{members[0].label} … {members[-1].label}"
        raise RefusedError("di_luar_deret", nama=to, ada=known)
    old, new = place_of(target), int(there[1])
    new += 1 if after and new < old else 0
    if new == old:
        raise RefusedError("sama", nama=target.label)
    head = target.number[: len(target.number) - len(str(old))]
    numbers = {f"{head}{a}": f"{head}{b}" for a, b in rotation(places, old, new).items()}
    return within_module(book, target.kind, module, numbers)


def _numbered(target: Target, to: str) -> str:
    """The words `to` as an id next to that of the target, which may have one that is not by number."""
    prefix = PREFIXES.get(target.kind)
    if prefix is None or to.rpartition("-")[0] != f"{prefix}-{target.number.partition('.')[0]}":
        return to
    return f"{target.id.rpartition('-')[0]}-{to.rpartition('-')[2]}"


def _modules(book: Book, old: str, new: str, *, after: bool) -> Renaming:
    """A module gets another number, in the place of another or a free one."""
    numbers = sorted(plan.number for plan in book.settings.modules)
    match = re.fullmatch(r"modul-([1-9]\d?)", new)
    here = int(old.removeprefix("modul-"))
    if here not in numbers or match is None:
        raise RefusedError("tak_ada", nama=old if here not in numbers else new, calon="modul-1 … modul-99")
    there = int(match[1])
    if there not in numbers:
        if after:
            raise RefusedError("tak_ada", nama=new, calon=f"modul-{numbers[-1]}")
        return of_modules(book, {here: there})
    places = [*range(1, len(numbers) + 1)]
    at = {number: place for place, number in enumerate(numbers, 1)}
    target = at[there] + (1 if after and there < here else 0)
    if target == at[here]:
        raise RefusedError("sama", nama=old)
    moved = rotation(places, at[here], target)
    return of_modules(book, {numbers[a - 1]: numbers[b - 1] for a, b in moved.items() if a != b})


def page_at(book: Book, name: str) -> Page | None:
    """The page outside the modules whose file is named: `lampiran/panduan-atasan`, `prakata`."""
    page = book.pages.get(f"{name.removeprefix('docs/').removesuffix('.md')}.md")
    return page if page and not page.module and page.kind in (PageKind.PLAIN, PageKind.REVIEW) else None


def _file(book: Book, what: str, to: str, *, after: bool) -> Renaming:
    """A page outside the modules gets another file name in its folder."""
    page = page_at(book, what)
    new = f"docs/{to.removeprefix('docs/').removesuffix('.md')}.md"
    if page is None:
        raise RefusedError("tak_ada", nama=what, calon="-")
    is_beside = new.rpartition("/")[0] == page.path.rpartition("/")[0]
    is_index = "index" in (page.path.rpartition("/")[2].removesuffix(".md"), new.rpartition("/")[2][:-3])
    if after or is_index or not is_beside or not re.fullmatch(r"[a-z0-9/-]+\.md", new):
        raise RefusedError("nama_berkas", nama=to)
    if (book.root / new).exists():
        raise RefusedError("ada", nama=new)
    return of_file(page, new)
