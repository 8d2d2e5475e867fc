"""Parts of a module are used in it: forms in their stages, boxes and readings somewhere."""

from handbook.book import Book, Page, Use, all_uses, holding
from handbook.book.handed import named
from handbook.content.instrument import Instrument
from handbook.content.stage import Stage
from handbook.mentions.scanner import TextOrigin
from handbook.problem import Kind, Place, Problems, problem


def check(book: Book) -> Problems:
    """Forms that no stage of their module uses, parts without a mention, materials that lack a form."""
    uses = [use for use in all_uses(book) if not use.unprinted]
    users = _users(book, uses)
    for page, _ in holding(book.pages.values(), Instrument):
        yield from _form(book, page, users)
    for page, stage in holding(book.pages.values(), Stage):
        yield from _materials(book, page, stage)
    yield from _never_mentioned(book, uses)


def _users(book: Book, uses: list[Use]) -> dict[str, set[str]]:
    """For each target the addresses of the pages that mention or show it."""
    found: dict[str, set[str]] = {}
    for use in uses:
        if use.page:
            found.setdefault(use.mention.id, set()).add(use.page.uri)
    for page in book.pages.values():
        shown = {mark.argument for mark in page.text.blocks if mark.name == "instrumen"}
        for target in shown | {link.target for link in page.text.references}:
            found.setdefault(target, set()).add(page.uri)
    return found


def _form(book: Book, page: Page, users: dict[str, set[str]]) -> Problems:
    stages = holding(book.of_module(page.module or 0), Stage)
    if not any(there.uri in users.get(page.id, set()) for there, _ in stages):
        label = page.label(book.settings.strings)
        yield problem(Place(page.path), Kind.INSTRUMENT_UNUSED, kata=label, modul=page.module)


def _never_mentioned(book: Book, uses: list[Use]) -> Problems:
    own = {page.uri: page.id for page in book.pages.values()}
    elsewhere = {u.mention.id for u in uses if u.page is None or own.get(u.page.uri) != u.mention.id}
    explicit = {link.target for page in book.pages.values() for link in page.text.references}
    for target in book.targets.of_kind("box", "bacaan"):
        if target.id not in elsewhere | explicit:
            yield problem(target.place, Kind.NEVER_MENTIONED, kata=target.label)


def _materials(book: Book, page: Page, stage: Stage) -> Problems:
    """A stage whose body shows a form names it among its materials."""
    where = TextOrigin(page.module)
    ids = {id_ for text in stage.materials_of_all for id_ in named(book, text, where)}
    for mark in page.text.blocks:
        if mark.name == "instrumen" and mark.argument not in ids:
            target = book.targets.get(mark.argument)
            if target:
                yield problem(mark.place, Kind.MATERIAL_MISSING, kata=target.label)
