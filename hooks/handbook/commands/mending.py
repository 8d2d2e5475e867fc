"""`./scripts/check --fix`: what has one sure remedy is mended on a copy, shown, then put in place."""

import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from handbook import checks
from handbook.authoring.mending import mended
from handbook.authoring.preview import shown
from handbook.authoring.shadow import lay_out
from handbook.authoring.sources import Sources
from handbook.book import Checked
from handbook.commands.staging import put_in_place, staging_folder
from handbook.commands.terminal import confirmed, say, show
from handbook.problem import Kind, Problem

_ROUNDS = 8
"""At most: a mend may show what another one then can mend."""


def mend(checked: Checked, format_: str, *, yes: bool) -> int:
    """Mend a book and show the problems that stay; 1 when any of them is an error."""
    book, s = checked.book, checked.reporter.strings
    assert book is not None
    with staging_folder(book.root) as folder:
        lay_out(book.root, folder, {})
        after, paths = mended_copy(folder)
        if not paths:
            say(s("perbaiki.tak_ada"))
            return show(checked.problems, checked.reporter, format_)
        old, new = Sources(book.root), Sources(folder)
        texts = {path: (old.text(path), new.text(path)) for path in sorted(paths)}
        sys.stderr.write("".join(f"{line}\n" for line in shown(texts, {})))
        if _kinds(after.problems) - _kinds(checked.problems):
            show(after.problems, after.reporter, format_)
            say(s("perbaiki.masalah_baru"))
            return 1
        if not confirmed(s("pindah.tanya"), yes=yes):
            say(s("pindah.hanya_ditunjukkan"))
            return show(checked.problems, checked.reporter, format_)
        put_in_place(folder, book.root, paths)
    say(s("perbaiki.selesai", berkas=len(paths)))
    return show(after.problems, after.reporter, format_)


def mended_copy(folder: Path) -> tuple[Checked, set[str]]:
    """Mend a copy of a book until nothing is left to mend; the paths of the files that changed."""
    paths: set[str] = set()
    checked = checks.open_book(folder)
    for _ in range(_ROUNDS):
        files = mended(checked.book, checked.problems) if checked.book else {}
        for path, content in files.items():
            (folder / path).write_bytes(content)
        paths |= {*files}
        if not files:
            break
        checked = checks.open_book(folder)
    return checked, paths


def _kinds(problems: Iterable[Problem]) -> Counter[tuple[str, Kind]]:
    """The count of each kind of problem in each file."""
    return Counter((item.place.path, item.kind) for item in problems)
