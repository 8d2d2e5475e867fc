"""`./scripts/review export modul-02`, `./scripts/review import FILE …`: review in a word processor.

`import` lists comments and proposals at their places; `--accept` takes all that can be taken, `--ask`
asks for each. Nothing is written unless the whole book passes the checks with what was taken.

Exit 0 done, 1 something was refused (nothing was written), 2 could not run.
"""

import datetime
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from handbook import checks
from handbook.authoring.review import listing
from handbook.authoring.review.copies import read_copy
from handbook.authoring.review.exporting import exported
from handbook.authoring.review.minutes import minutes
from handbook.authoring.review.proposals import Feedback, ProposedChange, Verdict, gathered, written
from handbook.authoring.review.wording import word_by_word
from handbook.book import Book, Checked
from handbook.book.read import read
from handbook.commands.terminal import Parser, read_options, say, show
from handbook.print.documents import leaflet
from handbook.print.printing import print_leaflet
from handbook.problem import Problem, RefusedError
from handbook.source.files import PLANS
from handbook.strings import Strings

FOLDER = "dist/telaah"
_SOURCES = ("docs", PLANS, "editions", "handbook.yml")
"""All that the checks read."""


def main(arguments: list[str]) -> int:
    """Export a module, or import what came back."""
    options = read_options("review", arguments, _options)
    checked = Checked(*read(options.root))
    book = checked.book
    if book is None:
        return show(checked.problems, checked.reporter)
    try:
        return _export(book, options) if options.what == "export" else _import(book, options)
    except RefusedError as refusal:
        say(book.settings.strings(f"telaah.tolak.{refusal.key}", **refusal.words))
        return 1


def _export(book: Book, options: Any) -> int:
    out = options.out or book.root / FOLDER / f"{options.subject}.docx"
    made = exported(book, options.subject, is_open=options.without_keys)
    out.parent.mkdir(parents=True, exist_ok=True)
    _write(out, made)
    say(book.settings.strings("telaah.ditulis", berkas=out))
    return 0


def _import(book: Book, options: Any) -> int:
    s = book.settings.strings
    review = gathered(book, [read_copy(path) for path in options.copies])
    open_ = [proposal for proposal in review.proposals if proposal.verdict is Verdict.OPEN]
    wanted = _asked(open_, s) if options.ask else open_ if options.accept else []
    texts = written(book, wanted)
    problems = _new_problems(book, texts) if texts else []
    if not problems:
        for path, text in texts.items():
            _write(book.root / path, text.encode())
    else:
        for proposal in wanted:
            proposal.verdict, proposal.reason = Verdict.UNWRITTEN, "pemeriksaan"
    _show(review, Checked(book, problems), options.format)
    if options.minutes:
        _print(book, review, options.minutes)
    return int(bool(problems))


def _show(review: Feedback, checked: Checked, shape: str) -> None:
    """Print what copies say, then the problems for which nothing was written."""
    reporter = checked.reporter
    if shape == "json":
        records = [*listing.as_json(review, reporter.strings), *json.loads(reporter.json(checked.problems))]
        sys.stdout.write(json.dumps(records, ensure_ascii=False, indent=2) + "\n")
        return
    said = listing.github if shape == "github" else listing.text
    sys.stdout.write(said(review, reporter.strings))
    if checked.problems:
        show(checked.problems, reporter, shape)


def _asked(proposals: list[ProposedChange], s: Strings) -> list[ProposedChange]:
    """The proposals that somebody at the terminal takes; `q` ends the questions."""
    wanted = []
    for proposal in proposals:
        words = word_by_word(*proposal.source)
        say(f"{proposal.place}: {', '.join(proposal.change.who)}: {words}")
        say(s("telaah.tanya"))
        answer = sys.stdin.readline().strip().lower()
        if answer in ("y", "ya", "yes"):
            wanted.append(proposal)
        elif answer == "q":
            break
        else:
            proposal.verdict = Verdict.LEFT
    return wanted


def _new_problems(book: Book, texts: Mapping[str, str]) -> list[Problem]:
    """The problems that the book has with new texts and did not have before."""
    before = checks.open_book(book.root)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for source in _SOURCES:
            _copy(book.root / source, folder / source)
        for path, text in texts.items():
            (folder / path).write_bytes(text.encode())
        after = checks.open_book(folder)
    known = {(item.kind, str(item.words)) for item in before.errors}
    return [item for item in after.errors if (item.kind, str(item.words)) not in known]


def _copy(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target, symlinks=True)
    elif source.is_file():
        shutil.copy(source, target)


def _write(path: Path, data: bytes) -> None:
    """Write a file at once, so that nobody ever finds half of it."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".telaah-")
    with os.fdopen(handle, "wb") as file:
        file.write(data)
    if path.exists():
        shutil.copymode(path, name)
    else:
        Path(name).chmod(0o644)
    Path(name).replace(path)


def _print(book: Book, review: Feedback, out: Path) -> None:
    """Print the minute of a review."""
    s = book.settings.strings
    today = datetime.datetime.now(tz=datetime.UTC).date()
    month = s.tree("tanggal.bulan")[today.month - 1]
    day = s("tanggal.bentuk", hari=today.day, bulan=month, tahun=today.year)
    facts = book.settings.book
    body = minutes(review, facts.title, str(facts.edition), day, s)
    out.parent.mkdir(parents=True, exist_ok=True)
    print_leaflet(book, leaflet("berita-acara", s("telaah.berita.judul"), body, book), out)
    say(s("telaah.ditulis", berkas=out))


def _options(parser: Parser) -> None:
    kinds = parser.add_subparsers(dest="what", required=True, metavar="export|import")
    export, import_ = (_kind(name, kinds, parser) for name in ("export", "import"))
    export.option("subject", shown="modul_telaah")
    export.option("--without-keys", action="store_true")
    export.option("--out", shown="berkas", type=Path)
    import_.option("copies", shown="berkas", nargs="+", type=Path)
    import_.option("--accept", action="store_true")
    import_.option("--ask", action="store_true")
    import_.option("--format", usual="text", choices=("text", "json", "github"), default="text")
    import_.option("--minutes", shown="berkas", type=Path)


def _kind(name: str, kinds: Any, parser: Parser) -> Parser:
    help_ = parser.words(f"perintah.review.{name}")
    made = kinds.add_parser(name, help=help_, description=help_, command="review", arguments=parser.arguments)
    assert isinstance(made, Parser)
    return made
