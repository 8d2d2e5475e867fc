"""`./scripts/marks MODULE|all`: the page to type answers of tests and read results, in dist/nilai/.

Exit 0 done, 1 the book has problems, 2 a module that is not there or has no test. The page has the keys of
tests: for facilitators only.
"""

from handbook import checks
from handbook.book import Book
from handbook.commands.staging import put_in_place, staging_folder
from handbook.commands.terminal import read_options, say, show
from handbook.problem import RefusedError
from handbook.strings import part

WHOLE = "semua"
"""The folder of the page of all modules; one module has a folder of its own beside it."""


def main(arguments: list[str]) -> int:
    """Check the book, write the page, put it in place as a whole."""
    options = read_options("marks", arguments, lambda parser: parser.option("module", shown="modul"))
    checked = checks.open_book(options.root, whole=True)
    if checked.sound is None:
        show(checked.problems, checked.reporter)
        say(part(checked.reporter.strings.language, "nilai")("gagal"))
        return 1
    try:
        return _make(checked.sound, options.module)
    except RefusedError as refusal:
        say(checked.reporter.strings(f"paket.tolak.{refusal.key}", **refusal.words))
        return 2


def _make(book: Book, module: str) -> int:
    from handbook.classroom import marks  # the press costs a moment: only for a sound book
    from handbook.packs.options import ALL, parse_options

    wanted = parse_options({"module": module}, book.settings).modules
    words = part(book.settings.book.language, "nilai")
    if not marks.has_tests(book, wanted):
        say(words("tanpa_tes"))
        return 2
    name = WHOLE if module.strip().lower() == ALL else f"modul-{wanted[0]:02d}"
    path = f"{marks.FOLDER}/{name}"
    with staging_folder(book.root) as folder:
        marks.write(book, wanted, folder / path)
        put_in_place(folder, book.root, [path])
    say(words("selesai", berkas=f"{path}/{marks.FILES[0]}"))
    return 0
