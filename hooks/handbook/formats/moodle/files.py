"""The files of self-checks or of test banks in a folder, each with its list of what is not in it."""

from collections.abc import Callable, Iterable
from pathlib import Path

from handbook.book import Book, Page, holding
from handbook.content.quiz import Quiz
from handbook.formats.moodle.bank import bank, limits


def self_checks(book: Book, module: int | None) -> list[tuple[Page, Quiz]]:
    """The quizzes that participants have, of one module or of all."""
    return _of_module(holding(book.pages.values(), Quiz), module)


def test_banks(book: Book, module: int | None) -> list[tuple[Page, Quiz]]:
    """The banks of questions that only facilitators have."""
    return _of_module(holding(book.tests.values(), Quiz), module)


def _of_module(found: Iterable[tuple[Page, Quiz]], module: int | None) -> list[tuple[Page, Quiz]]:
    return [(page, quiz) for page, quiz in found if module in (None, page.module)]


def write(
    book: Book, quizzes: Iterable[tuple[Page, Quiz]], folder: Path, say: Callable[[str], None]
) -> list[str]:
    """Write the file and the list of each quiz, tell the lists; the names of the files."""
    folder.mkdir(parents=True, exist_ok=True)
    names = []
    for page, quiz in quizzes:
        lines = limits(page, quiz, book.settings.strings)
        (folder / f"{page.id}.xml").write_bytes(bank(book, page, quiz))
        (folder / f"{page.id}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
        say("\n  ".join(lines))
        names += [f"{page.id}.xml", f"{page.id}.txt"]
    return names
