"""`./scripts/approve [modul-02 …] --name … --office …`: record who approves which module's text.

Without a module it says of each whether it is approved, and by whom. The approvals stand in
pengesahan.yml; each holds for the text as it was then.

Exit 0 done, 1 refused (nothing was written), 2 could not run.
"""

import argparse
import datetime
import os
import sys

import yaml

from handbook import checks
from handbook.book import Book
from handbook.book.approvals import approvals, digest, states
from handbook.commands.terminal import Parser, read_options, say, show
from handbook.content.approval import ModuleApproval
from handbook.settings import ModulePlan
from handbook.source.files import APPROVALS
from handbook.strings import Strings


def main(arguments: list[str]) -> int:
    """Show the state, or record approvals of a book without problems."""
    options = read_options("approve", arguments, _options)
    checked = checks.open_book(options.root)
    book = checked.book
    if book is None or (options.modules and checked.sound is None):
        return show(checked.problems, checked.reporter) or 1
    return _record(book, options) if options.modules else _show(book)


def _show(book: Book) -> int:
    """A line for each module; exit 0 also when some are not approved."""
    s = book.settings.strings
    for plan, approval, holds in states(book):
        key = "tak_ada" if approval is None else "berlaku" if holds else "gugur"
        sys.stdout.write(s(f"pengesahan.{key}", modul=plan.folder, **_words(approval)) + "\n")
    return 0


def _words(approval: ModuleApproval | None) -> dict[str, object]:
    """The words of an approval for a text."""
    if approval is None:
        return {}
    return {"nama": approval.name, "jabatan": approval.position, "tanggal": approval.date}


def _record(book: Book, options: argparse.Namespace) -> int:
    """Write the approvals of the modules named; all of them or none."""
    s, plans = book.settings.strings, _plans(book, options.modules)
    unknown = [name for name, plan in plans.items() if plan is None]
    if unknown or not (options.name and options.office):
        say(s("pengesahan.tak_dikenal", kata=", ".join(unknown)) if unknown else s("pengesahan.siapa"))
        return 1
    day = options.date or datetime.datetime.now(datetime.UTC).date()
    made = {plan.number: _approval(book, plan, options, day) for plan in plans.values() if plan}
    kept = {item.module: item for item in approvals(book)[0]} | made
    _write(book, [kept[number] for number in sorted(kept)], s)
    sys.stdout.write(s("pengesahan.dicatat", modul=", ".join(plans), berkas=APPROVALS) + "\n")
    return 0


def _plans(book: Book, names: list[str]) -> dict[str, ModulePlan | None]:
    """The written modules that names mean, `modul-02`; every one for `all`."""
    written = {plan.folder: plan for plan in book.settings.modules if not plan.planned}
    return dict(written) if names == ["all"] else {name: written.get(name) for name in names}


def _approval(
    book: Book, plan: ModulePlan, options: argparse.Namespace, day: datetime.date
) -> ModuleApproval:
    return ModuleApproval(
        module=plan.number, name=options.name, position=options.office, date=day, digest=digest(book, plan)
    )


def _write(book: Book, entries: list[ModuleApproval], s: Strings) -> None:
    """Put the file in its place as a whole."""
    rows = [item.model_dump(by_alias=True) for item in entries]
    words = yaml.safe_dump({"pengesahan": rows}, allow_unicode=True, sort_keys=False, width=110)
    draft = book.root / f".{APPROVALS}.{os.getpid()}"
    draft.write_text(f"# {s('pengesahan.kepala')}\n{words}", encoding="utf-8")
    draft.replace(book.root / APPROVALS)


def _options(parser: Parser) -> None:
    parser.option("modules", shown="modul", nargs="*")
    parser.option("--name", shown="nama")
    parser.option("--office", shown="jabatan")
    parser.option("--date", shown="tanggal", type=datetime.date.fromisoformat)
